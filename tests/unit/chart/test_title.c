/* Titles of views and headers of facets. */
#include "guide_fixture.h"

/* A plot of 180 x 300 with a title, laid out with padding 5. */
static ZnLayoutResult lay_out(const char *props, ZnScene *scene)
{
	ZnGroup *root = zn_group_new(context->arena, ZN_GROUP_SCOPE);
	root->width = 180;
	root->height = 300;
	root->title = zn_title_new(&env, json(props), 180, 300, 0);
	ZnLayoutResult r = zn_layout_view(context, root, 180, 300, (ZnPadding){5, 5, 5, 5}, ZN_AUTOSIZE_PAD, false);
	zn_group_flatten(root, scene, r.origin_x, r.origin_y);
	return r;
}

static void top(void)
{
	ZnScene *scene = zn_scene_new(context->arena);
	ZnLayoutResult r = lay_out("'A Simple Bar Chart'", scene);
	const ZnItem *title = scene_item(scene, ZN_ROLE_TITLE_TEXT, 0);
	assert_near(title->x, 95);
	assert_near(title->y, 5 + 17 - 13 - 4);
	g_assert_cmpint(title->text->align, ==, ZN_TEXT_CENTER);
	g_assert_cmpint(title->text->font.weight, ==, 700);
	assert_near(title->text->font.size, 13);
	assert_near(r.height, 5 + 17 + 300 + 5);
}

static void anchors(void)
{
	ZnScene *scene = zn_scene_new(context->arena);
	lay_out("{'text':'t','anchor':'start','frame':'group','dx':3,'dy':2}", scene);
	const ZnItem *title = scene_item(scene, ZN_ROLE_TITLE_TEXT, 0);
	assert_near(title->x, 5 + 3);
	g_assert_cmpint(title->text->align, ==, ZN_TEXT_LEFT);
	lay_out("{'text':'t','anchor':'end'}", scene);
	assert_near(scene_item(scene, ZN_ROLE_TITLE_TEXT, 1)->x, 185);
}

static void sides(void)
{
	ZnScene *scene = zn_scene_new(context->arena);
	ZnLayoutResult r = lay_out("{'text':'t','orient':'left'}", scene);
	const ZnItem *title = scene_item(scene, ZN_ROLE_TITLE_TEXT, 0);
	assert_near(title->text->angle, -90);
	assert_near(title->y, 155);
	assert_near(r.width, 5 + 17 + 180 + 5);
	r = lay_out("{'text':'t','orient':'right','anchor':'start'}", scene);
	title = scene_item(scene, ZN_ROLE_TITLE_TEXT, 1);
	assert_near(title->text->angle, 90);
	assert_near(title->y, 5);
	assert_near(r.width, 5 + 180 + 17 + 5);
	r = lay_out("{'text':'t','orient':'bottom','offset':10}", scene);
	assert_near(scene_item(scene, ZN_ROLE_TITLE_TEXT, 2)->y, 5 + 300 + 10);
	assert_near(r.height, 5 + 300 + 10 + 13 + 5);
}

static void subtitle(void)
{
	ZnScene *scene = zn_scene_new(context->arena);
	ZnLayoutResult r = lay_out("{'text':['one','two'],'subtitle':'three','subtitleColor':'#ff0000'}", scene);
	const ZnItem *title = scene_item(scene, ZN_ROLE_TITLE_TEXT, 0), *below = scene_item(scene, ZN_ROLE_TITLE_SUBTITLE, 0);
	assert_near(below->y - title->y, 13 + 15 + 3);
	assert_hex(below->fill, "#ff0000");
	assert_near(below->text->font.size, 12);
	assert_near(r.height, 5 + 28 + 3 + 11 + 4 + 300 + 5); /* of the 12 px of the subtitle, one stands above its anchor */
	lay_out("{'text':'one','subtitle':''}", scene);
	g_assert_null(scene_item(scene, ZN_ROLE_TITLE_SUBTITLE, 1));
}

static void limit_and_wrap(void)
{
	ZnGroup *title = zn_title_new(&env, json("{'text':'A rather long title','limit':60}"), 180, 300, 0);
	g_assert_true(g_str_has_suffix(text_of(item_at(title, ZN_ROLE_TITLE_TEXT, 0)), "…"));
	title = zn_title_new(&env, json("{'text':'A rather long title','subtitle':['a b','c']}"), 180, 300, 80);
	g_assert_cmpuint(item_at(title, ZN_ROLE_TITLE_TEXT, 0)->text->n, ==, 2);
	g_assert_cmpstr(item_at(title, ZN_ROLE_TITLE_TEXT, 0)->text->lines[1], ==, "title");
	g_assert_cmpuint(item_at(title, ZN_ROLE_TITLE_SUBTITLE, 0)->text->n, ==, 2);
}

static void config(void)
{
	env.config = json(
	    "{'title':{'anchor':'start','color':'#123456','orient':'bottom','subtitlePadding':9},'style':{'group-title':{'fontSize':20}}}");
	ZnGroup *title = zn_title_new(&env, json("{'text':'t','orient':'top'}"), 180, 300, 0);
	const ZnItem *item = item_at(title, ZN_ROLE_TITLE_TEXT, 0);
	assert_hex(item->fill, "#123456");
	assert_near(item->text->font.size, 20);
	g_assert_cmpint(item->text->align, ==, ZN_TEXT_LEFT);
	env.config = zn_undefined();
}

static void headers(void)
{
	ZnGroup *group =
	    zn_header_new(&env, ZN_GROUP_COLUMN_HEADER, json("{'text':'Duluth','style':'guide-label','frame':'group','offset':10}"), 300, 0);
	const ZnItem *item = item_at(group->title, ZN_ROLE_COLUMN_HEADER, 0);
	g_assert_cmpstr(text_of(item), ==, "Duluth");
	assert_near(item->text->font.size, 10);
	g_assert_cmpint(item->text->font.weight, ==, 400);
	g_assert_null(zn_header_new(&env, ZN_GROUP_COLUMN_FOOTER, zn_undefined(), 300, 0)->title);
}

static void bad_input(void)
{
	g_assert_nonnull(zn_title_new(&env, json("{'text':{'a':1},'orient':'above','fontSize':-3,'anchor':7}"), 1, 1, 0));
	g_assert_cmpuint(zn_diags_count(context->diags, ZN_ERROR), ==, 1);
	g_assert_nonnull(zn_title_new(&env, json("[]"), 1, 1, 0));
	g_assert_nonnull(zn_title_new(&env, zn_undefined(), 1, 1, 0));
	zn_diags_clear(context->diags);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	start();
	add_test(top);
	add_test(anchors);
	add_test(sides);
	add_test(subtitle);
	add_test(limit_and_wrap);
	add_test(config);
	add_test(headers);
	add_test(bad_input);
	int status = g_test_run();
	finish();
	return status;
}
