#include "fixture.h"

#include "geo/measure.h"
#include "geo/sphere.h"

#define SQUARE "{'type':'Polygon','coordinates':[[[-20,-10],[-20,40],[30,40],[30,-10],[-20,-10]]]}"
#define TURNED "{'type':'Polygon','coordinates':[[[0,0],[10,0],[10,10],[0,10],[0,0]]]}"
#define LINE "{'type':'LineString','coordinates':[[160,10],[-170,50]]}"
#define POLE "{'type':'Polygon','coordinates':[[[0,60],[120,50],[-120,70],[0,60]]]}"

/* By d3-geo 3.1: steradians; [longitude, latitude]; [west, south, east, north]. */
static const struct {
	const char *name, *object;
	double area, centroid[2], bounds[4];
} cases[] = {
	{"square", SQUARE, 0.7440249806368092, {4.999999999999994, 14.89205348873019}, {-20, -11.00966072122018, 30, 42.79487460759987}},
	{"the other side of a ring", TURNED, 12.53598845768457, {-174.99999999999997, -5.005958633534433}, {-180, -90, 180, 90}},
	{"line over the antimeridian", LINE, 0, {171.77728432662968, 30.827557990240585}, {160, 10, -170, 50}},
	{"round the pole", POLE, 12.190773684765166, {-90.68801035549163,-83.69487266786946}, {-180,-90,180,77.5188141752659}},
	{"sphere", "{'type':'Sphere'}", 4 * G_PI, {NAN, NAN}, {-180, -90, 180, 90}},
	{"points", "{'type':'MultiPoint','coordinates':[[0,0],[90,0]]}", 0, {45, 0}, {0, 0, 90, 0}},
	{"nothing", "{'type':'GeometryCollection','geometries':[]}", 0, {NAN, NAN}, {NAN, NAN, NAN, NAN}},
};

static void check(gconstpointer data)
{
	size_t i = GPOINTER_TO_SIZE(data);
	g_autoptr(ZnContext) context = zn_context_new();
	ZnValue object = geo_json(context, cases[i].object);
	double centroid[2], bounds[4];
	zn_geo_centroid(object, centroid);
	zn_geo_bounds(object, bounds);
	geo_near(zn_geo_area(object), cases[i].area);
	for (int k = 0; k < 2; k++)
		geo_near(centroid[k], cases[i].centroid[k]);
	for (int k = 0; k < 4; k++)
		geo_near(bounds[k], cases[i].bounds[k]);
}

static void test_plane(void)
{
	g_autoptr(ZnContext) context = zn_context_new();
	ZnValue object = geo_json(context, "{'type':'Polygon','coordinates':[[[0,0],[0,4],[4,4],[4,0],[0,0]],[[1,1],[2,1],[2,2],[1,2],[1,1]]]}");
	double centroid[2], bounds[4];
	geo_near(zn_projected_area(NULL, object), 15);
	zn_projected_centroid(NULL, object, centroid);
	geo_near(centroid[0], (16 * 2 - 1.5) / 15);
	zn_projected_bounds(NULL, object, bounds);
	geo_near(bounds[2], 4);
	zn_projected_centroid(NULL, geo_json(context, "{'type':'LineString','coordinates':[[0,0],[0,2],[2,2]]}"), centroid);
	geo_near(centroid[0], 0.5);
	geo_near(centroid[1], 1.5);
}

static void test_distance(void)
{
	geo_near(zn_geo_distance(0, 0, 90, 10), G_PI / 2);
	geo_near(zn_geo_distance(5, 5, 5, 5), 0);
}

static void test_adder(void)
{
	ZnAdder adder = {0};
	const double terms[] = {1e100, 1, -1e100, 1e-20, -1};
	for (size_t i = 0; i < G_N_ELEMENTS(terms); i++)
		zn_adder_add(&adder, terms[i]);
	g_assert_cmpfloat(zn_adder_value(&adder), ==, 1e-20);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *name = g_strdup_printf("/geo/measure/%s", cases[i].name);
		g_test_add_data_func(name, GSIZE_TO_POINTER(i), check);
	}
	g_test_add_func("/geo/measure/plane", test_plane);
	g_test_add_func("/geo/measure/distance", test_distance);
	g_test_add_func("/geo/measure/adder", test_adder);
	return g_test_run();
}
