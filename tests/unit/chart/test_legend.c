/* Legends; the numbers are those of Vega's scenes of the gallery. */
#include "guide_fixture.h"

static ZnGroup *view; /* 300 x 300, with one legend */

static ZnGroup *legend(const ZnLegendScales *scales, const char *props)
{
	view = zn_group_new(context->arena, ZN_GROUP_SCOPE);
	view->width = view->height = 300;
	ZnGroup *group = zn_legend_new(&env, scales, json(props), 300, 300);
	zn_group_add_legend(context->arena, view, group);
	return group;
}

static ZnScene *lay_out(ZnLayoutResult *r)
{
	ZnScene *scene = zn_scene_new(context->arena);
	*r = zn_layout_view(context, view, 300, 300, (ZnPadding){5, 5, 5, 5}, ZN_AUTOSIZE_PAD, false);
	zn_group_flatten(view, scene, r->origin_x, r->origin_y);
	return scene;
}

static const ZnScale *years(void)
{
	return scale(ZN_SCALE_ORDINAL, "['1931','1932']", "['#4c78a8','#f58518']");
}

/* trellis_barley: symbols 18 px apart, title of 11 px and a gap of 5 above them. */
static void symbols(void)
{
	legend(&(ZnLegendScales){.stroke = years()}, "{'title':'year','symbolType':'circle','encodeSymbols':{'fill':'transparent'}}");
	ZnLayoutResult r;
	ZnScene *scene = lay_out(&r);
	double left = 5 + 300 + 18;
	const ZnItem *first = scene_item(scene, ZN_ROLE_LEGEND_SYMBOL, 0), *second = scene_item(scene, ZN_ROLE_LEGEND_SYMBOL, 1);
	assert_near(first->x, left + 6);
	assert_near(first->y, 5 + 22);
	assert_near(second->y, 5 + 22 + 18);
	assert_near(first->symbol.size, 100);
	assert_near(first->stroke_width, 1.5);
	assert_hex(first->stroke, "#4c78a8");
	assert_near(first->fill.color.a, 0);
	const ZnItem *label = scene_item(scene, ZN_ROLE_LEGEND_LABEL, 1);
	assert_near(label->x, left + 16);
	assert_near(label->y, 5 + 22 + 18);
	g_assert_cmpstr(text_of(label), ==, "1932");
	const ZnItem *title = scene_item(scene, ZN_ROLE_LEGEND_TITLE, 0);
	assert_near(title->x, left);
	assert_near(title->y, 5);
	assert_near(r.width, 5 + 300 + 18 + 39 + 5);
}

static void fill_and_size(void)
{
	const ZnScale *size = scale(ZN_SCALE_LINEAR, "[0,100]", "[0,361]");
	legend(&(ZnLegendScales){.size = size}, "{'tickCount':2}");
	ZnLayoutResult r;
	ZnScene *scene = lay_out(&r);
	const ZnItem *first = scene_item(scene, ZN_ROLE_LEGEND_SYMBOL, 0);
	g_assert_cmpstr(text_of(scene_item(scene, ZN_ROLE_LEGEND_LABEL, 0)), ==, "50"); /* 0 would be a symbol of no size */
	assert_near(first->symbol.size, 180.5);
	assert_hex(first->stroke, "#888888");
	assert_near(first->x, 5 + 300 + 18 + 21 / 2.0); /* centred in the widest: ceil(19 + 1.5) */
	g_assert_null(scene_item(scene, ZN_ROLE_LEGEND_SYMBOL, 2));
}

static void ranges(void)
{
	const ZnScale *s = scale(ZN_SCALE_THRESHOLD, "[37,55]", "[4,123,242]");
	legend(&(ZnLegendScales){.size = s}, "{'columns':0,'direction':'horizontal'}");
	g_assert_cmpstr(text_of(item_at(view->legends[0], ZN_ROLE_LEGEND_LABEL, 0)), ==, "< 37");
	g_assert_cmpstr(text_of(item_at(view->legends[0], ZN_ROLE_LEGEND_LABEL, 1)), ==, "37 – 55");
	g_assert_cmpstr(text_of(item_at(view->legends[0], ZN_ROLE_LEGEND_LABEL, 2)), ==, "≥ 55");
	ZnLayoutResult r;
	ZnScene *scene = lay_out(&r);
	g_assert_cmpfloat(scene_item(scene, ZN_ROLE_LEGEND_LABEL, 1)->x, >, scene_item(scene, ZN_ROLE_LEGEND_LABEL, 0)->x + 20);
}

static void limit(void)
{
	const ZnScale *s = scale(ZN_SCALE_ORDINAL, "['a','b','c','d','e']", "['#111111']");
	ZnGroup *group = legend(&(ZnLegendScales){.fill = s}, "{'symbolLimit':3,'labelExpr':'upper(datum.label)'}");
	g_assert_cmpstr(text_of(item_at(group, ZN_ROLE_LEGEND_LABEL, 1)), ==, "B");
	g_assert_cmpstr(text_of(item_at(group, ZN_ROLE_LEGEND_LABEL, 2)), ==, "…3 ENTRIES");
	g_assert_null(item_at(group, ZN_ROLE_LEGEND_LABEL, 3));
}

static void columns(void)
{
	const ZnScale *s = scale(ZN_SCALE_ORDINAL, "['a','b','c']", "['#111111']");
	ZnGroup *group = legend(&(ZnLegendScales){.fill = s}, "{'columns':2}"); /* down the columns */
	ZnGroup **entries = group->groups[0]->groups;
	g_assert_cmpstr(text_of(item_at(entries[1], ZN_ROLE_LEGEND_LABEL, 0)), ==, "c");
	assert_near(entries[1]->x, 32); /* symbol 12, gap 4, text 5.56: in whole px, and 10 between columns */
	assert_near(entries[2]->x, 0);
	g_assert_cmpfloat(entries[2]->y, >, entries[0]->y);
	group = legend(&(ZnLegendScales){.fill = s}, "{'columns':2,'direction':'horizontal'}");
	g_assert_cmpstr(text_of(item_at(group->groups[0]->groups[1], ZN_ROLE_LEGEND_LABEL, 0)), ==, "b");
}

/* point_color_quantitative */
static void gradient(void)
{
	const ZnScale *s = scale(ZN_SCALE_LINEAR, "[68,455]", "['#ffffff','#000000']");
	legend(&(ZnLegendScales){.stroke = s}, "{'title':'Displacement','encodeGradient':{'opacity':0.7}}");
	ZnLayoutResult r;
	ZnScene *scene = lay_out(&r);
	const ZnItem *bar = scene_item(scene, ZN_ROLE_LEGEND_GRADIENT, 0), *label = scene_item(scene, ZN_ROLE_LEGEND_LABEL, 0);
	assert_near(bar->x, 323);
	assert_near(bar->y, 21);
	assert_near(bar->width, 16);
	assert_near(bar->height, 200);
	assert_near(bar->opacity, 0.7);
	const ZnGradient *g = bar->fill.gradient;
	assert_near(g->stops[0].offset, 0);
	assert_near(g->stops[0].color.r, 1);
	assert_near(g->stops[g->n_stops - 1].offset, 1);
	assert_near(g->stops[g->n_stops - 1].color.r, 0);
	assert_near(g->y1, 1);
	g_assert_cmpstr(text_of(label), ==, "100");
	assert_near(label->x, 323 + 18);
	assert_near(label->y, 21 + 183.463);
	g_assert_cmpint(label->text->baseline, ==, ZN_BASELINE_MIDDLE);
}

static void horizontal_gradient(void)
{
	const ZnScale *s = scale(ZN_SCALE_LINEAR, "[0,1]", "['#ffffff','#000000']");
	legend(&(ZnLegendScales){.fill = s},
	       "{'direction':'horizontal','orient':'bottom','gradientLength':100,'title':'t','titleOrient':'left'}");
	ZnLayoutResult r;
	ZnScene *scene = lay_out(&r);
	const ZnItem *bar = scene_item(scene, ZN_ROLE_LEGEND_GRADIENT, 0);
	assert_near(bar->width, 100);
	assert_near(bar->y, 5 + 300 + 18);
	const ZnItem *first = scene_item(scene, ZN_ROLE_LEGEND_LABEL, 0);
	g_assert_cmpstr(text_of(first), ==, "0.0");
	g_assert_cmpint(first->text->align, ==, ZN_TEXT_LEFT);
	assert_near(first->y, 5 + 300 + 18 + 16 + 2);
	assert_near(first->x, bar->x);
	const ZnItem *title = scene_item(scene, ZN_ROLE_LEGEND_TITLE, 0); /* left of the bar, in its middle */
	assert_near(title->x, 5);
	assert_near(bar->x, 5 + 4 + 5);
	assert_near(title->y, bar->y + 8);
}

static void bands(void)
{
	const ZnScale *s = scale(ZN_SCALE_THRESHOLD, "[10,20]", "['#111111','#222222','#333333']");
	ZnGroup *group = legend(&(ZnLegendScales){.fill = s}, "{}");
	const ZnItem *lowest = item_at(group, ZN_ROLE_LEGEND_BAND, 0);
	assert_near(lowest->height, 200 / 3.0);
	assert_near(lowest->y, 400 / 3.0);
	assert_hex(lowest->fill, "#111111");
	g_assert_cmpstr(text_of(item_at(group, ZN_ROLE_LEGEND_LABEL, 0)), ==, "");
	g_assert_cmpstr(text_of(item_at(group, ZN_ROLE_LEGEND_LABEL, 1)), ==, "10");
	assert_near(item_at(group, ZN_ROLE_LEGEND_LABEL, 1)->y, 400 / 3.0);
	group = legend(&(ZnLegendScales){.fill = s}, "{'type':'symbol'}");
	g_assert_null(item_at(group, ZN_ROLE_LEGEND_BAND, 0));
	g_assert_nonnull(item_at(group, ZN_ROLE_LEGEND_SYMBOL, 2));
}

static void orients(void)
{
	static const struct {
		const char *props;
		double x, y;
	} cases[] = {
	    /* of a legend of 39 x 32 */
	    {"{'orient':'right'}", 318, 0},
	    {"{'orient':'left'}", -57, 0},
	    {"{'orient':'top'}", 0, -50},
	    {"{'orient':'bottom'}", 0, 318},
	    {"{'orient':'top-left'}", 18, 18},
	    {"{'orient':'bottom-right'}", 243, 250},
	    {"{'orient':'right','offset':0}", 300, 0},
	    {"{'orient':'none','legendX':7,'legendY':9}", 7, 9},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		ZnGroup *group = legend(&(ZnLegendScales){.stroke = years()}, cases[i].props);
		ZnLayoutResult r;
		lay_out(&r);
		assert_near(group->width, 39);
		assert_near(group->height, 32);
		assert_near(group->x, cases[i].x);
		assert_near(group->y, cases[i].y);
	}
}

static void anchored_by_config(void)
{
	env.config = json("{'legend':{'layout':{'offset':10,'bottom':{'anchor':'middle','direction':'vertical'}}}}");
	ZnGroup *group = legend(&(ZnLegendScales){.stroke = years()}, "{'orient':'bottom'}");
	ZnGroup *second = zn_legend_new(&env, &(ZnLegendScales){.fill = years()}, json("{'orient':'bottom'}"), 300, 300);
	zn_group_add_legend(context->arena, view, second);
	ZnLayoutResult r;
	lay_out(&r);
	assert_near(group->x, 131); /* 150 - 39 / 2, rounded */
	assert_near(group->y, 310);
	assert_near(second->y, 310 + 32 + 8);
	env.config = zn_undefined();
}

static void stacked(void)
{
	legend(&(ZnLegendScales){.stroke = years()}, "{'fillColor':'#eeeeee','strokeColor':'#000000','padding':3,'cornerRadius':2}");
	ZnGroup *second = zn_legend_new(&env, &(ZnLegendScales){.fill = years()}, json("{}"), 300, 300);
	zn_group_add_legend(context->arena, view, second);
	ZnLayoutResult r;
	ZnScene *scene = lay_out(&r);
	const ZnItem *frame = scene_item(scene, ZN_ROLE_LEGEND, 0);
	assert_near(frame->corner[0], 2);
	assert_hex(frame->fill, "#eeeeee");
	assert_near(second->y, view->legends[0]->height + 8);
	assert_near(second->x, view->legends[0]->x);
}

static void interactive(void)
{
	ZnGroup *group =
	    legend(&(ZnLegendScales){.fill = years()}, "{'encodeLabels':{'opacity':[{'test':'datum.value == "
	                                               "\\'1931\\'','value':1},{'value':0.35}]},'encodeEntries':{'fill':'transparent'}}");
	assert_near(item_at(group, ZN_ROLE_LEGEND_LABEL, 0)->opacity, 1);
	assert_near(item_at(group, ZN_ROLE_LEGEND_LABEL, 1)->opacity, 0.35);
	g_assert_true(group->groups[0]->groups[0]->has_frame);
}

static void bad_input(void)
{
	const ZnScale *s = scale(ZN_SCALE_LINEAR, "[5,5]", "['#ffffff','#000000']");
	legend(&(ZnLegendScales){.fill = s}, "{'orient':'rigth','gradientLength':-5,'values':'x','titleOrient':4,'title':'t'}");
	g_assert_cmpuint(zn_diags_count(context->diags, ZN_ERROR), ==, 1);
	ZnLayoutResult r;
	lay_out(&r);
	g_assert_cmpfloat(r.width, <, 1000);
	legend(&(ZnLegendScales){.fill = years()}, "{'values':[],'symbolSize':-1,'columns':1e12,'symbolLimit':'many'}");
	lay_out(&r);
	g_assert_cmpfloat(r.width, <, 1000); /* an empty legend takes no room but its distance */
	zn_diags_clear(context->diags);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	start();
	add_test(symbols);
	add_test(fill_and_size);
	add_test(ranges);
	add_test(limit);
	add_test(columns);
	add_test(gradient);
	add_test(horizontal_gradient);
	add_test(bands);
	add_test(orients);
	add_test(anchored_by_config);
	add_test(stacked);
	add_test(interactive);
	add_test(bad_input);
	int status = g_test_run();
	finish();
	return status;
}
