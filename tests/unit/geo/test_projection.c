#include "fixture.h"

#include "geo/measure.h"

/* A square on the equator, a line over the antimeridian, a box in America. */
#define WORLD                                                                                                                                        \
	"{'type':'GeometryCollection','geometries':[{'type':'Polygon','coordinates':[[[-20,-10],[-20,40],[30,40],[30,-10],[-20,-10]]]},"             \
	"{'type':'LineString','coordinates':[[160,10],[-170,50]]},"                                                                                \
	"{'type':'Polygon','coordinates':[[[-120,30],[-120,50],[-80,50],[-80,30],[-120,30]]]}]}"

typedef struct Tracer {
	ZnGeoSink sink;
	size_t n, rings;
	double length, x, y;
	bool first, in_polygon;
} Tracer;

static void trace_point(ZnGeoSink *sink, double x, double y)
{
	Tracer *t = (Tracer *)sink;
	t->length += t->first ? 0 : hypot(x - t->x, y - t->y);
	t->n++;
	t->x = x;
	t->y = y;
	t->first = false;
}

static void trace_line(ZnGeoSink *sink)
{
	Tracer *t = (Tracer *)sink;
	t->first = true;
	t->rings += t->in_polygon;
}

static void trace_polygon(ZnGeoSink *sink)
{
	((Tracer *)sink)->in_polygon = true;
}

static void trace_polygon_end(ZnGeoSink *sink)
{
	((Tracer *)sink)->in_polygon = false;
}

static const ZnGeoSinkOps tracing = {.point = trace_point, .line_start = trace_line, .polygon_start = trace_polygon, .polygon_end = trace_polygon_end};

/* What d3-geo 3.1 computes: rotated by [20, -10, 5], centred on [3, 4], parallels [20, 50], fitted to 300 x 200 px; where [-100, 40] is; how many
 * points the path has, how long its open lines are, and its area. */
static const struct {
	const char *type;
	double scale, translate[2], place[2];
	size_t n;
	double length, area;
} fitted[] = {
	{"albers", 77.87840003228814, {177.86221909342467,172.9742542704658}, {99.06814413034445,106.8937786666149}, 18, 418.36492025016076, 5589.378187712464},
	{"albersUsa", 500.859799384515, {175.5194881477006,124.81180976176753}, {153.03811117897902,112.79415043556702}, 8, 728.102774858045, 45966.61583568016},
	{"azimuthalEqualArea", 86.65153424997906, {173.44665147670761,163.9704932088271}, {80.4571959001178,110.4542362448823}, 24, 447.7265165099296, 6889.382546359157},
	{"azimuthalEquidistant", 63.90515564749079, {171.27193061296435,173.31431973890196}, {97.6571103413691,130.4577232406764}, 24, 381.8859445599044, 4196.757541783127},
	{"conicConformal", 70.87029157264328, {169.31115096866756,162.08279661468436}, {98.16231065325039,99.80235266994889}, 18, 405.0707819443932, 5616.642089608091},
	{"conicEqualArea", 77.87840003228814, {177.86221909342467,172.9742542704658}, {99.06814413034445,106.8937786666149}, 18, 418.36492025016076, 5589.378187712464},
	{"conicEquidistant", 74.87589557694642, {173.87056097776744,168.70432890257055}, {98.41128453608,104.14625258083444}, 18, 411.618488843891, 5574.430471845957},
	{"equalEarth", 88.63701701327244, {234.6617138923071,120.27827694631264}, {140.60085746654255,70.26810233831878}, 25, 518.9793754861039, 7262.33506625662},
	{"equirectangular", 74.47912849519598, {235.52095892435707,117.64379052057717}, {136.44001934599666,80.1938131818483}, 20, 416.68690923945695, 5500.511367480349},
	{"gnomonic", 103.8613783900167, {169.5841030657408,125.8319265399286}, {-180.33419561568238,-98.85229587639279}, 15, 482.4736289876976, 14440.271756419588},
	{"identity", 0.9090909090909091, {154.54545454545453,81.81818181818181}, {63.636363636363626,118.18181818181817}, 10, 511.28672979263024, 2727.272727272726},
	{"mercator", 74.47912849519598, {235.52095892435707,124.63871288613343}, {136.44001934599666,84.65066150492639}, 20, 443.3724639021882, 5992.159620028779},
	{"naturalEarth1", 86.9251164094265, {234.96627611862732,120.54381379579755}, {139.2540061519166,76.33662516630434}, 22, 468.8424044620004, 6439.025880547142},
	{"orthographic", 179.20007994315839, {170.29278912575535,121.09555002746166}, {16.735786115528782,36.49610974092478}, 33, 676.6202208844278, 21685.00427432883},
	{"stereographic", 68.24695907324228, {167.69180599005603,185.62714340778308}, {121.71161747049271,158.25255138162132}, 18, 283.12018438331603, 1585.383710820588},
	{"transverseMercator", 63.66197723675814, {166.9054353920258,173.41122659492999}, {92.79185522213726,104.65678325176495}, 25, 444.1346362556544, 5956.647411279635},
};

static void set(ZnContext *context, ZnProjection *p, const char *property, const char *value, ZnProjectionResult expected)
{
	g_assert_cmpint(zn_projection_set(p, property, geo_json(context, value)), ==, expected);
}

static void check_fitted(gconstpointer data)
{
	size_t i = GPOINTER_TO_SIZE(data);
	g_autoptr(ZnContext) context = zn_context_new();
	ZnProjection *p = zn_projection_new(context->arena, fitted[i].type);
	ZnValue world = geo_json(context, WORLD);
	zn_projection_set(p, "rotate", geo_json(context, "[20,-10,5]"));
	zn_projection_set(p, "center", geo_json(context, "[3,4]"));
	zn_projection_set(p, "parallels", geo_json(context, "[20,50]"));
	zn_projection_fit(p, 300, 200, &world, 1);
	double xy[2];
	zn_projection_translate(p, xy);
	geo_near(zn_projection_scale(p), fitted[i].scale);
	geo_near(xy[0], fitted[i].translate[0]);
	geo_near(xy[1], fitted[i].translate[1]);
	g_assert_true(zn_projection_point(p, -100, 40, xy));
	geo_near(xy[0], fitted[i].place[0]);
	geo_near(xy[1], fitted[i].place[1]);
	Tracer tracer = {.sink.ops = &tracing};
	zn_geo_stream(world, zn_projection_sink(context->arena, p, &tracer.sink));
	g_assert_cmpuint(tracer.n, ==, fitted[i].n);
	geo_near(tracer.length, fitted[i].length);
	geo_near(zn_projected_area(p, world), fitted[i].area);
}

static void test_properties(void)
{
	g_autoptr(ZnContext) context = zn_context_new();
	g_assert_null(zn_projection_new(context->arena, "mercatr"));
	ZnProjection *p = zn_projection_new(context->arena, "ORTHOGRAPHIC");
	g_assert_cmpstr(zn_projection_type(p), ==, "orthographic");
	set(context, p, "rotate", "[10,20]", ZN_PROJECTION_OK);
	set(context, p, "rotate", "[10]", ZN_PROJECTION_WRONG);
	set(context, p, "rotate", "[1,2,3,4]", ZN_PROJECTION_WRONG);
	set(context, p, "clipExtent", "[[0,0],[1,'a']]", ZN_PROJECTION_WRONG);
	set(context, p, "clipExtent", "[[0,0],[1,1]]", ZN_PROJECTION_OK);
	set(context, p, "scale", "'big'", ZN_PROJECTION_WRONG);
	set(context, p, "reflectX", "1", ZN_PROJECTION_WRONG);
	set(context, p, "parallels", "[1,2]", ZN_PROJECTION_NO_EFFECT);
	set(context, p, "coefficient", "2", ZN_PROJECTION_NO_EFFECT);
	set(context, p, "sclae", "2", ZN_PROJECTION_UNKNOWN);
	set(context, zn_projection_new(context->arena, "albersUsa"), "rotate", "[1,2]", ZN_PROJECTION_NO_EFFECT);
	set(context, zn_projection_new(context->arena, "identity"), "center", "[1,2]", ZN_PROJECTION_NO_EFFECT);
	for (const char *const *name = zn_projection_properties(); *name; name++)
		g_assert_nonnull(zn_projection_expects(*name));
	for (const char *const *name = zn_projection_types(); *name; name++)
		g_assert_nonnull(zn_projection_new(context->arena, *name));
}

static void test_albers_usa(void)
{
	g_autoptr(ZnContext) context = zn_context_new();
	ZnProjection *p = zn_projection_new(context->arena, "albersUsa");
	double xy[2];
	g_assert_true(zn_projection_point(p, -122.42, 37.77, xy)); /* San Francisco */
	geo_near(xy[0], 107.39310852867544);
	geo_near(xy[1], 214.22955108513963);
	g_assert_true(zn_projection_point(p, -149.9, 61.2, xy)); /* Anchorage, drawn smaller */
	g_assert_true(zn_projection_point(p, -157.8, 21.3, xy)); /* Honolulu */
	g_assert_false(zn_projection_point(p, 13.4, 52.5, xy)); /* Berlin is on no part */
}

static Tracer trace(ZnContext *context, const char *type, const char *property, const char *value, const char *object)
{
	ZnProjection *p = zn_projection_new(context->arena, type);
	if (property)
		set(context, p, property, value, ZN_PROJECTION_OK);
	Tracer tracer = {.sink.ops = &tracing};
	zn_geo_stream(geo_json(context, object), zn_projection_sink(context->arena, p, &tracer.sink));
	return tracer;
}

static void test_clipping(void)
{
	g_autoptr(ZnContext) context = zn_context_new();
	const char *across = "{'type':'Polygon','coordinates':[[[170,-10],[170,10],[-170,10],[-170,-10],[170,-10]]]}";
	const char *pole = "{'type':'Polygon','coordinates':[[[0,60],[-120,60],[120,60],[0,60]]]}";
	g_assert_cmpuint(trace(context, "equirectangular", NULL, NULL, across).rings, ==, 2);
	g_assert_cmpuint(trace(context, "equirectangular", "rotate", "[180,0]", across).rings, ==, 1);
	g_assert_cmpuint(trace(context, "equirectangular", NULL, NULL, pole).rings, ==, 1);
	g_assert_cmpuint(trace(context, "orthographic", NULL, NULL, across).n, ==, 0); /* behind the globe */
	g_assert_cmpuint(trace(context, "orthographic", NULL, NULL, "{'type':'Sphere'}").rings, ==, 1);
	g_assert_cmpuint(trace(context, "equirectangular", "clipExtent", "[[0,0],[1,1]]", pole).n, ==, 0);
	Tracer all = trace(context, "equirectangular", "clipExtent", "[[400,200],[500,300]]", "{'type':'Sphere'}");
	g_assert_cmpuint(all.n, ==, 4); /* the rectangle itself */
	g_assert_cmpuint(trace(context, "equirectangular", "precision", "0", pole).n, <, trace(context, "equirectangular", "precision", "0.1", pole).n);
}

/* What is no geometry is passed over. */
static void test_broken(void)
{
	static const char *const objects[] = {
		"null", "5", "[]", "{}", "{'type':'Feature'}", "{'type':'Feature','geometry':null}", "{'type':'Polygon'}", "{'type':'Polygon','coordinates':5}",
		"{'type':'Polygon','coordinates':[[],[5],[[]]]}", "{'type':'Polygon','coordinates':[[[null,null],['a','b'],[1],[1,2]]]}", "{'type':'Point','coordinates':{}}",
		"{'type':'MultiPoint','coordinates':[5,null]}", "{'type':'MultiPolygon','coordinates':[5,[5],[[5]],[[[5]]]]}", "{'type':'FeatureCollection','features':[5,null,{}]}",
		"{'type':'GeometryCollection','geometries':5}", "{'type':'LineString','coordinates':[[1e300,1e300],[-1e300,1e308],[0,0]]}",
		"{'type':'Polygon','coordinates':[[[0,1e9],[1e9,0],[5,5],[0,1e9]]]}"};
	for (const char *const *type = zn_projection_types(); *type; type++)
		for (size_t i = 0; i < G_N_ELEMENTS(objects); i++) {
			g_autoptr(ZnContext) context = zn_context_new();
			ZnValue object = geo_json(context, objects[i]);
			ZnProjection *p = zn_projection_new(context->arena, *type);
			double box[4];
			trace(context, *type, NULL, NULL, objects[i]);
			zn_projected_bounds(p, object, box);
			zn_projected_centroid(p, object, box);
			zn_projection_fit(p, 100, 100, &object, 1);
			trace(context, *type, NULL, NULL, objects[i]);
		}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(fitted); i++) {
		g_autofree char *name = g_strdup_printf("/geo/projection/fit/%s", fitted[i].type);
		g_test_add_data_func(name, GSIZE_TO_POINTER(i), check_fitted);
	}
	g_test_add_func("/geo/projection/properties", test_properties);
	g_test_add_func("/geo/projection/albersUsa", test_albers_usa);
	g_test_add_func("/geo/projection/clipping", test_clipping);
	g_test_add_func("/geo/projection/broken", test_broken);
	return g_test_run();
}
