/* Axes; the numbers are those of Vega's scenes of the gallery (bar, trellis_barley, rect_heatmap). */
#include "guide_fixture.h"

static ZnGroup *axis(const ZnScale *s, const char *props)
{
	return zn_axis_new(&env, s, json(props), NULL, 180, 300);
}

static const ZnScale *bars(void)
{
	return scale(ZN_SCALE_BAND, "['A','B','C','D','E','F','G','H','I']", "[0,180]");
}

static const ZnScale *hundred(void)
{
	return scale(ZN_SCALE_LINEAR, "[0,100]", "[300,0]");
}

static void band(void)
{
	ZnGroup *group = axis(bars(), "{'title':'a'}");
	const ZnItem *tick = item_at(group, ZN_ROLE_AXIS_TICK, 1);
	assert_near(tick->x, 30); /* rounded */
	assert_near(tick->y2, 5);
	assert_hex(tick->stroke, "#888888");
	const ZnItem *label = item_at(group, ZN_ROLE_AXIS_LABEL, 1);
	assert_near(label->x, 29.5);
	assert_near(label->y, 7);
	g_assert_cmpstr(text_of(label), ==, "B");
	g_assert_cmpint(label->text->align, ==, ZN_TEXT_CENTER);
	g_assert_cmpint(label->text->baseline, ==, ZN_BASELINE_TOP);
	const ZnItem *domain = item_at(group, ZN_ROLE_AXIS_DOMAIN, 0);
	assert_near(domain->x2, 180);
	const ZnItem *title = item_at(group, ZN_ROLE_AXIS_TITLE, 0);
	assert_near(title->x, 90);
	g_assert_cmpint(title->text->font.weight, ==, 700);
	assert_near(title->text->font.size, 11);
	g_assert_null(item_at(group, ZN_ROLE_AXIS_GRID, 0));
}

static void left(void)
{
	ZnGroup *group = axis(hundred(), "{'orient':'left','title':'b','tickCount':8,'labelOverlap':true}");
	const ZnItem *label = item_at(group, ZN_ROLE_AXIS_LABEL, 10);
	g_assert_cmpstr(text_of(label), ==, "100");
	assert_near(label->x, -7);
	assert_near(label->y, 0);
	g_assert_cmpint(label->text->align, ==, ZN_TEXT_RIGHT);
	const ZnItem *title = item_at(group, ZN_ROLE_AXIS_TITLE, 0);
	assert_near(title->text->angle, -90);
	assert_near(title->y, 150);
	g_assert_cmpint(title->text->baseline, ==, ZN_BASELINE_BOTTOM);
}

static void grid(void)
{
	const ZnScale *x = scale(ZN_SCALE_LINEAR, "[0,1]", "[0,180]");
	ZnGroup *group =
	    zn_axis_new(&env, hundred(), json("{'orient':'left','grid':true,'ticks':false,'labels':false,'domain':false}"), x, 180, 300);
	const ZnItem *line = item_at(group, ZN_ROLE_AXIS_GRID, 0);
	assert_near(line->x, 0);
	assert_near(line->x2, 180);
	assert_near(line->y, 300);
	assert_hex(line->stroke, "#dddddd");
	g_assert_null(item_at(group, ZN_ROLE_AXIS_TICK, 0));
	g_assert_null(item_at(group, ZN_ROLE_AXIS_DOMAIN, 0));
	/* Seen from an axis at the bottom the grid runs upwards; an offset is taken back. */
	group = zn_axis_new(&env, x, json("{'grid':true,'offset':10}"), NULL, 180, 300);
	line = item_at(group, ZN_ROLE_AXIS_GRID, 0);
	assert_near(line->y, -10);
	assert_near(line->y2, -310);
}

static void tick_band_extent(void)
{
	ZnGroup *group = axis(scale(ZN_SCALE_BAND, "['a','b']", "[0,100]"), "{'orient':'left','tickBand':'extent'}");
	assert_near(item_at(group, ZN_ROLE_AXIS_TICK, 0)->y, 48); /* the end of the first band, 47.5, rounded */
	assert_near(item_at(group, ZN_ROLE_AXIS_TICK, 2)->y, 3);  /* the extra one at its start, 2.5 */
	g_assert_null(item_at(group, ZN_ROLE_AXIS_TICK, 3));
	const ZnItem *extra = item_at(group, ZN_ROLE_AXIS_LABEL, 2);
	g_assert_cmpstr(text_of(extra), ==, "");
	assert_near(extra->y, 0); /* where Vega has it too: it counts for the bounds */
}

static size_t visible(const ZnGroup *group)
{
	size_t n = 0;
	const ZnItem *label;
	for (int i = 0; (label = item_at(group, ZN_ROLE_AXIS_LABEL, i)); i++)
		n += label->opacity > 0;
	return n;
}

static void overlap(void)
{
	const ZnScale *tight = scale(ZN_SCALE_LINEAR, "[1000000,1000010]", "[0,180]");
	g_assert_cmpuint(visible(axis(tight, "{}")), ==, 11);
	g_assert_cmpuint(visible(axis(tight, "{'labelOverlap':true}")), ==, 3); /* 11 -> 6 -> 3 */
	g_assert_cmpuint(visible(axis(tight, "{'labelOverlap':'greedy'}")), ==, 4);
	g_assert_cmpuint(visible(axis(tight, "{'labelOverlap':'parity','labelSeparation':100}")), ==, 2);
	/* Bounds: labels that stick out are hidden too, but only where a method is given. */
	g_assert_cmpuint(visible(axis(tight, "{'labelOverlap':true,'labelBound':true}")), ==, 2);
	g_assert_cmpuint(visible(axis(tight, "{'labelBound':true}")), ==, 11);
}

static void flush(void)
{
	const ZnScale *x = scale(ZN_SCALE_LINEAR, "[0,10]", "[0,180]");
	ZnGroup *group = axis(x, "{'labelFlush':true,'labelFlushOffset':2,'tickCount':5}");
	const ZnItem *first = item_at(group, ZN_ROLE_AXIS_LABEL, 0), *second = item_at(group, ZN_ROLE_AXIS_LABEL, 1);
	const ZnItem *last = item_at(group, ZN_ROLE_AXIS_LABEL, 5);
	g_assert_cmpint(first->text->align, ==, ZN_TEXT_LEFT);
	assert_near(first->x, -2);
	g_assert_cmpint(second->text->align, ==, ZN_TEXT_CENTER);
	g_assert_cmpint(last->text->align, ==, ZN_TEXT_RIGHT);
	assert_near(last->x, 182);
	first = item_at(axis(x, "{'labelFlush':true,'labelFlushOffset':2,'labelAlign':'center'}"), ZN_ROLE_AXIS_LABEL, 0);
	g_assert_cmpint(first->text->align, ==, ZN_TEXT_CENTER);
	assert_near(first->x, 0);
}

static void rules_and_expressions(void)
{
	ZnGroup *group = axis(scale(ZN_SCALE_LINEAR, "[0,10]", "[0,180]"),
	                      "{'values':[{'expr':'1 + 1'},0,99,8],'labelExpr':'datum.label + \\'%\\'','gridDash':[2,2],'grid':true,"
	                      "'gridColor':{'condition':{'test':'datum.value == 8','value':'red'},'value':'#00f'},"
	                      "'tickWidth':[{'test':'datum.index == 0','value':7},{'value':3}]}");
	const ZnItem *first = item_at(group, ZN_ROLE_AXIS_GRID, 0), *last = item_at(group, ZN_ROLE_AXIS_GRID, 2);
	assert_near(first->x, 0); /* in the order of the range; 99 is outside */
	assert_near(last->x, 144);
	g_assert_null(item_at(group, ZN_ROLE_AXIS_GRID, 3));
	assert_hex(first->stroke, "#0000ff");
	assert_hex(last->stroke, "#ff0000");
	g_assert_cmpint(first->n_dash, ==, 2);
	assert_near(item_at(group, ZN_ROLE_AXIS_TICK, 0)->stroke_width, 7);
	assert_near(item_at(group, ZN_ROLE_AXIS_TICK, 1)->stroke_width, 3);
	g_assert_cmpstr(text_of(item_at(group, ZN_ROLE_AXIS_LABEL, 1)), ==, "2%");
}

static void config_levels(void)
{
	env.config = json("{'axis':{'tickSize':9,'labelColor':'#111111','domain':false},'axisX':{'tickSize':8},'axisBottom':{'tickSize':7},"
	                  "'axisBand':{'tickSize':6},'style':{'guide-label':{'fontSize':20,'fill':'#222222'}}}");
	ZnGroup *group = axis(hundred(), "{}");
	assert_near(item_at(group, ZN_ROLE_AXIS_TICK, 0)->y2, 7);
	assert_hex(item_at(group, ZN_ROLE_AXIS_LABEL, 0)->fill, "#111111");
	assert_near(item_at(group, ZN_ROLE_AXIS_LABEL, 0)->text->font.size, 20);
	g_assert_null(item_at(group, ZN_ROLE_AXIS_DOMAIN, 0));
	assert_near(item_at(axis(bars(), "{'tickSize':null}"), ZN_ROLE_AXIS_TICK, 0)->y2, 6);
	assert_near(item_at(axis(hundred(), "{'tickSize':1,'orient':'right'}"), ZN_ROLE_AXIS_TICK, 0)->x2, 1);
	assert_near(item_at(axis(hundred(), "{'orient':'left'}"), ZN_ROLE_AXIS_TICK, 0)->x2, -9);
	env.config = zn_undefined();
}

static void titles(void)
{
	ZnGroup *group = axis(hundred(), "{'orient':'right','title':['one','two'],'titleAnchor':'start','titleX':40,'titleColor':'red'}");
	const ZnItem *title = item_at(group, ZN_ROLE_AXIS_TITLE, 0);
	g_assert_cmpuint(title->text->n, ==, 2);
	g_assert_cmpint(title->text->align, ==, ZN_TEXT_LEFT);
	assert_near(title->y, 300);
	assert_near(title->x, 40);
	assert_near(title->text->angle, 90);
	assert_hex(title->fill, "#ff0000");
	g_assert_null(item_at(axis(hundred(), "{'title':null}"), ZN_ROLE_AXIS_TITLE, 0));
}

static void labels(void)
{
	ZnGroup *group = axis(bars(), "{'labelLimit':5,'labelAngle':270,'labelAlign':'right','labelBaseline':'middle','labelBand':1}");
	const ZnItem *label = item_at(group, ZN_ROLE_AXIS_LABEL, 0);
	g_assert_cmpstr(text_of(label), ==, "…");
	assert_near(label->text->angle, 270);
	g_assert_cmpint(label->text->baseline, ==, ZN_BASELINE_MIDDLE);
	assert_near(label->x, 19); /* the band's end, without tickOffset */
	label = item_at(axis(bars(), "{'labelAlign':{'expr':'null'}}"), ZN_ROLE_AXIS_LABEL, 0);
	g_assert_cmpint(label->text->align, ==, ZN_TEXT_LEFT);
}

static void bad_input(void)
{
	g_assert_nonnull(axis(hundred(), "{'orient':'lef'}"));
	g_assert_cmpuint(zn_diags_count(context->diags, ZN_ERROR), ==, 1);
	g_assert_nonnull(strstr(zn_diags_at(context->diags, 0)->hint, "left"));
	g_assert_nonnull(axis(hundred(), "{'orient':'top-left'}"));
	g_assert_cmpuint(zn_diags_count(context->diags, ZN_ERROR), ==, 2);
	ZnGroup *group =
	    axis(hundred(), "{'tickSize':'wide','tickColor':'blurple','tickDash':[-1],'values':[null,'x',{'expr':'(('}],'zindex':1e99}");
	g_assert_cmpint(group->zindex, ==, 1000);
	g_assert_cmpuint(zn_diags_count(context->diags, ZN_ERROR), ==, 3);
	zn_diags_clear(context->diags);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	start();
	add_test(band);
	add_test(left);
	add_test(grid);
	add_test(tick_band_extent);
	add_test(overlap);
	add_test(flush);
	add_test(rules_and_expressions);
	add_test(config_levels);
	add_test(titles);
	add_test(labels);
	add_test(bad_input);
	int status = g_test_run();
	finish();
	return status;
}
