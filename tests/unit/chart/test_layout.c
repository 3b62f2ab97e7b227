/* The view layout and flattening. */
#include "guide_fixture.h"

static ZnGroup *plot(double width, double height)
{
	ZnGroup *group = zn_group_new(context->arena, ZN_GROUP_SCOPE);
	group->width = width;
	group->height = height;
	return group;
}

static void add_rect(ZnGroup *group, double x, double y, double width, double height)
{
	ZnItem *item = zn_mark_list_add(context->arena, zn_group_add_marks(context->arena, group), ZN_ITEM_RECT, ZN_ROLE_MARK);
	item->x = x;
	item->y = y;
	item->width = width;
	item->height = height;
	item->fill = (ZnPaint){.kind = ZN_PAINT_COLOR, .color = {0, 0, 0, 1}};
}

static ZnGridLayout *grid(int columns)
{
	ZnGridLayout *layout = zn_new(context->arena, ZnGridLayout);
	*layout = (ZnGridLayout){.padding_row = 20,
	                         .padding_column = 20,
	                         .columns = columns,
	                         .align_row = ZN_GRID_EACH,
	                         .align_column = ZN_GRID_EACH,
	                         .header_band_row = NAN,
	                         .header_band_column = NAN,
	                         .footer_band_row = NAN,
	                         .footer_band_column = NAN,
	                         .title_band_row = NAN,
	                         .title_band_column = NAN,
	                         .title_anchor_row = NAN,
	                         .title_anchor_column = NAN};
	return layout;
}

static const ZnPadding FIVE = {5, 5, 5, 5};

/* The gallery's first example: bar. */
static void bar(void)
{
	ZnGroup *root = plot(180, 300);
	const ZnScale *x = scale(ZN_SCALE_BAND, "['A','B','C','D','E','F','G','H','I']", "[0,180]"),
	              *y = scale(ZN_SCALE_LINEAR, "[0,100]", "[300,0]");
	root->has_frame = true;
	zn_group_add_axis(context->arena, root,
	                  zn_axis_new(&env, y,
	                              json("{'orient':'left','grid':true,'tickCount':8,'domain':false,'labels':false,'ticks':false,"
	                                   "'maxExtent':0,'minExtent':0}"),
	                              x, 180, 300));
	zn_group_add_axis(context->arena, root, zn_axis_new(&env, x, json("{'title':'a'}"), NULL, 180, 300));
	zn_group_add_axis(context->arena, root,
	                  zn_axis_new(&env, y, json("{'orient':'left','title':'b','tickCount':8,'labelOverlap':true}"), NULL, 180, 300));
	ZnLayoutResult r = zn_layout_view(context, root, 180, 300, FIVE, ZN_AUTOSIZE_PAD, false);
	assert_near(r.width, 229);
	assert_near(r.height, 347);
	ZnScene *scene = zn_scene_new(context->arena);
	zn_group_flatten(root, scene, r.origin_x, r.origin_y);
	const ZnItem *frame = &scene->items[0];
	g_assert_cmpint(frame->role, ==, ZN_ROLE_FRAME);
	assert_near(frame->x, 44);
	assert_near(frame->y, 10);
	const ZnItem *line = scene_item(scene, ZN_ROLE_AXIS_GRID, 10);
	assert_near(line->x, 44.5);
	assert_near(line->x2, 224.5);
	assert_near(line->y, 10.5);
	assert_near(scene_item(scene, ZN_ROLE_AXIS_TICK, 0)->x, 54.5);
	assert_near(scene_item(scene, ZN_ROLE_AXIS_LABEL, 0)->x, 54);
	assert_near(scene_item(scene, ZN_ROLE_AXIS_LABEL, 0)->y, 317.5);
	const ZnItem *below = scene_item(scene, ZN_ROLE_AXIS_TITLE, 0), *beside = scene_item(scene, ZN_ROLE_AXIS_TITLE, 1);
	assert_near(below->x, 134.5);
	assert_near(below->y, 331.5);
	assert_near(beside->x, 16.815);
	assert_near(beside->y, 160.5);
}

static void axis_places(void)
{
	static const struct {
		const char *props;
		double x, y;
	} cases[] = {
	    {"{'orient':'top','offset':3}", 0.5, -2.5},
	    {"{'orient':'bottom','offset':3,'position':7}", 7.5, 303.5},
	    {"{'orient':'left','position':9}", 0.5, 9.5},
	    {"{'orient':'right','offset':4,'translate':0}", 184, 0},
	};
	const ZnScale *s = scale(ZN_SCALE_LINEAR, "[0,100]", "[0,180]");
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		ZnGroup *root = plot(180, 300), *axis = zn_axis_new(&env, s, json(cases[i].props), NULL, 180, 300);
		zn_group_add_axis(context->arena, root, axis);
		zn_layout_view(context, root, 180, 300, FIVE, ZN_AUTOSIZE_PAD, false);
		assert_near(axis->x, cases[i].x);
		assert_near(axis->y, cases[i].y);
	}
}

static void extents(void)
{
	const ZnScale *s = scale(ZN_SCALE_LINEAR, "[0,100]", "[300,0]");
	ZnGroup *axis = zn_axis_new(&env, s, json("{'orient':'left','title':'t','minExtent':50}"), NULL, 180, 300), *root = plot(180, 300);
	zn_group_add_axis(context->arena, root, axis);
	ZnLayoutResult r = zn_layout_view(context, root, 180, 300, FIVE, ZN_AUTOSIZE_PAD, false);
	assert_near(item_at(axis, ZN_ROLE_AXIS_TITLE, 0)->x, -54);
	assert_near(r.origin_x, 5 + 65);
	axis = zn_axis_new(&env, s, json("{'orient':'right','title':['a','b'],'maxExtent':10}"), NULL, 180, 300);
	root = plot(180, 300);
	zn_group_add_axis(context->arena, root, axis);
	zn_layout_view(context, root, 180, 300, FIVE, ZN_AUTOSIZE_PAD, false);
	assert_near(item_at(axis, ZN_ROLE_AXIS_TITLE, 0)->x, 10 + 4 + 13); /* beyond its second line */
}

static ZnGroup *concat(int columns, size_t n)
{
	ZnGroup *root = plot(0, 0);
	for (size_t i = 0; i < n; i++)
		zn_group_add_group(context->arena, root, plot(100 + 10 * (double)i, 50));
	root->layout = grid(columns);
	return root;
}

static void grids(void)
{
	ZnGroup *root = concat(2, 3);
	add_rect(root->groups[1], -7.5, 0, 1, 1); /* reaches to the left */
	ZnLayoutResult r = zn_layout_view(context, root, 0, 0, FIVE, ZN_AUTOSIZE_PAD, false);
	assert_near(root->groups[1]->x, 120 + 20 + 8); /* the first column is as wide as its wider view */
	assert_near(root->groups[1]->y, 0);
	assert_near(root->groups[2]->x, 0);
	assert_near(root->groups[2]->y, 70);
	assert_near(r.width, 148 + 110 + 10);
	assert_near(r.height, 120 + 10);
	root = concat(0, 3); /* one row */
	((ZnGridLayout *)root->layout)->align_column = ZN_GRID_NONE;
	zn_layout_view(context, root, 0, 0, FIVE, ZN_AUTOSIZE_PAD, false);
	assert_near(root->groups[2]->x, 100 + 20 + 110 + 20);
	root = concat(2, 3);
	((ZnGridLayout *)root->layout)->align_column = ZN_GRID_ALL;
	((ZnGridLayout *)root->layout)->center_column = true;
	zn_layout_view(context, root, 0, 0, FIVE, ZN_AUTOSIZE_PAD, false);
	assert_near(root->groups[0]->x, 10);
	assert_near(root->groups[1]->x, 140); /* as in Vega, only the first column is centred */
	root = concat(5, 0);
	r = zn_layout_view(context, root, 0, 0, FIVE, ZN_AUTOSIZE_PAD, false);
	assert_near(r.width, 10);
}

static void flush_grid(void)
{
	ZnGroup *root = concat(0, 2);
	add_rect(root->groups[1], -7.5, 0, 1, 1);
	((ZnGridLayout *)root->layout)->bounds_flush = true;
	zn_layout_view(context, root, 0, 0, FIVE, ZN_AUTOSIZE_PAD, false);
	assert_near(root->groups[1]->x, 120);
}

static ZnGroup *header(ZnGroup *root, ZnGroupKind kind, const char *title, double width, double height)
{
	ZnGroup *group = zn_header_new(&env, kind, json(title), width, height);
	zn_group_add_group(context->arena, root, group);
	return group;
}

static void trellis(void)
{
	ZnGroup *root = concat(2, 3);
	ZnGroup *column = header(root, ZN_GROUP_COLUMN_HEADER, "{'text':'c','style':'guide-label','frame':'group','offset':10}", 100, 0);
	ZnGroup *column2 = header(root, ZN_GROUP_COLUMN_HEADER, "{'text':'c','style':'guide-label','frame':'group','offset':10}", 110, 0);
	ZnGroup *row2 = NULL;
	for (int i = 0; i < 2; i++)
		row2 = header(root, ZN_GROUP_ROW_HEADER, "{'text':'row','orient':'left','style':'guide-label','frame':'group','offset':10}", 0, 50);
	ZnGroup *foot = header(root, ZN_GROUP_COLUMN_FOOTER, "{'text':'x','orient':'bottom'}", 100, 0);
	ZnGroup *foot2 = header(root, ZN_GROUP_COLUMN_FOOTER, "{'text':'x','orient':'bottom'}", 110, 0);
	ZnGroup *title = header(root, ZN_GROUP_COLUMN_TITLE, "{'text':'all','style':'guide-title','offset':10}", 0, 0);
	ZnGroup *row_title = header(root, ZN_GROUP_ROW_TITLE, "{'text':'rows','orient':'left','style':'guide-title','offset':10}", 0, 0);
	ZnLayoutResult r = zn_layout_view(context, root, 0, 0, FIVE, ZN_AUTOSIZE_PAD, false);
	assert_near(column->x, 0);
	assert_near(column->y, 0);
	assert_near(column->bounds.y1, -20);
	assert_near(column2->x, 140);
	assert_near(row2->y, 70);
	assert_near(foot->y, 120); /* below the last row; where that ends early, beside the cell above */
	assert_near(foot2->x, 140);
	assert_near(foot2->y, 120);
	assert_near(title->x, 125);
	assert_near(title->y, -20);
	assert_near(row_title->x, -20);
	assert_near(row_title->y, 60);
	assert_near(r.origin_y, 5 + 20 + 21);
	assert_near(r.origin_x, 5 + 20 + 21);
	assert_near(r.height, 41 + 120 + 17 + 10);
}

static void header_bands(void)
{
	ZnGroup *root = concat(2, 2);
	ZnGridLayout *layout = (ZnGridLayout *)root->layout;
	layout->header_band_column = 0.5;
	layout->offset_column_header = 10;
	ZnGroup *h = header(root, ZN_GROUP_COLUMN_HEADER, "{'text':'c','offset':0}", 0, 0);
	zn_layout_view(context, root, 0, 0, FIVE, ZN_AUTOSIZE_PAD, false);
	assert_near(h->x, 50);
	assert_near(h->y, -10);
}

static void autosize(void)
{
	ZnGroup *root = plot(300, 300);
	add_rect(root, -33.5, 0, 1, 1);
	ZnLayoutResult r = zn_layout_view(context, root, 300, 300, FIVE, ZN_AUTOSIZE_FIT, true);
	assert_near(r.width, 300);
	assert_near(r.height, 300);
	assert_near(r.fit_width, 300 - 10 - 34);
	assert_near(r.fit_height, 290);
	assert_near(r.origin_x, 39);
	r = zn_layout_view(context, root, 300, 300, FIVE, ZN_AUTOSIZE_FIT_X, false);
	assert_near(r.width, 310);
	assert_near(r.fit_width, 266);
	assert_near(r.fit_height, 300);
	r = zn_layout_view(context, root, 200, 100, FIVE, ZN_AUTOSIZE_NONE, false);
	assert_near(r.width, 210);
	assert_near(r.height, 110);
	assert_near(r.origin_x, 5);
	r = zn_layout_view(context, root, 3, 3, FIVE, ZN_AUTOSIZE_FIT, true);
	assert_near(r.fit_width, 0); /* never negative */
}

static void clipped(void)
{
	ZnGroup *root = plot(100, 100), *inner = plot(50, 50);
	add_rect(root, -500, 0, 1000, 10);
	root->clip = true;
	ZnLayoutResult r = zn_layout_view(context, root, 100, 100, FIVE, ZN_AUTOSIZE_PAD, false);
	assert_near(r.width, 110);
	inner->x = 80;
	inner->clip = true;
	add_rect(inner, 0, 0, 60, 60);
	zn_group_add_group(context->arena, root, inner);
	ZnScene *scene = zn_scene_new(context->arena);
	zn_group_flatten(root, scene, 5, 5);
	const ZnItem *item = scene_item(scene, ZN_ROLE_MARK, 1);
	assert_near(item->x, 85);
	g_assert_true(item->clipped);
	assert_near(item->clip[0], 85); /* what both leave */
	assert_near(item->clip[2], 20);
	assert_near(item->clip[3], 50);
}

static void paint_order(void)
{
	const ZnScale *s = scale(ZN_SCALE_LINEAR, "[0,100]", "[0,100]");
	ZnGroup *root = plot(100, 100);
	add_rect(root, 0, 0, 1, 1);
	zn_group_add_axis(context->arena, root, zn_axis_new(&env, s, json("{'labels':false,'zindex':1}"), NULL, 100, 100));
	zn_group_add_axis(context->arena, root,
	                  zn_axis_new(&env, s, json("{'labels':false,'ticks':false,'domain':false,'grid':true}"), NULL, 100, 100));
	root->marks[0]->zindex = 0;
	add_rect(root, 7, 0, 1, 1);
	root->marks[1]->zindex = -1; /* any zindex is painted after none */
	root->title = zn_title_new(&env, json("'t'"), 100, 100, 0);
	ZnScene *scene = zn_scene_new(context->arena);
	zn_group_flatten(root, scene, 0, 0);
	static const ZnRole expected[] = {ZN_ROLE_AXIS_GRID, ZN_ROLE_MARK,      ZN_ROLE_TITLE_TEXT,
	                                  ZN_ROLE_MARK,      ZN_ROLE_AXIS_TICK, ZN_ROLE_AXIS_DOMAIN};
	size_t k = 0;
	for (size_t i = 0; i < scene->n_items; i++) {
		if (i && scene->items[i].role == scene->items[i - 1].role)
			continue;
		g_assert_cmpuint(k, <, G_N_ELEMENTS(expected));
		g_assert_cmpint(scene->items[i].role, ==, expected[k++]);
	}
	g_assert_cmpuint(k, ==, G_N_ELEMENTS(expected));
}

static void moved_points(void)
{
	ZnGroup *root = plot(100, 100);
	ZnItem *line = zn_mark_list_add(context->arena, zn_group_add_marks(context->arena, root), ZN_ITEM_AREA, ZN_ROLE_MARK);
	ZnPoint points[] = {{.x = 1, .y = 2, .x2 = 3, .y2 = 4}};
	line->line.points = points;
	line->line.n = 1;
	ZnItem *shape = zn_mark_list_add(context->arena, root->marks[0], ZN_ITEM_SHAPE, ZN_ROLE_MARK);
	ZnPathOp ops[] = {{'M', {1, 2, 0, 0, 0, 0}}};
	shape->path.ops = ops;
	shape->path.n = 1;
	root->x = 10;
	ZnScene *scene = zn_scene_new(context->arena);
	zn_group_flatten(root, scene, 100, 200);
	const ZnPoint *p = scene->items[0].line.points;
	assert_near(p->x, 111);
	assert_near(p->y2, 204);
	assert_near(points[0].x, 1); /* the tree stays as it was */
	assert_near(scene->items[1].path.ops[0].x[1], 202);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	start();
	add_test(bar);
	add_test(axis_places);
	add_test(extents);
	add_test(grids);
	add_test(flush_grid);
	add_test(trellis);
	add_test(header_bands);
	add_test(autosize);
	add_test(clipped);
	add_test(paint_order);
	add_test(moved_points);
	int status = g_test_run();
	finish();
	return status;
}
