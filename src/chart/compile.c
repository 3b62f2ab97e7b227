/* From a specification to a scene: the order of the work. */
#include "chart/foot.h"
#include "chart/geo.h"
#include "chart/instance.h"
#include "chart/selection.h"

#include "base/json.h"
#include "base/limits.h"

#include <math.h>
#include <string.h>

#define RANDOM_SEED 123456789u

static ZnPadding padding_of(ZnChart *chart)
{
	ZnValue padding = zn_get(chart->root->raw, "padding");
	if (zn_is_undefined(padding))
		padding = zn_get(chart->root->config, "padding");
	padding = zn_inst_value(chart->top, padding, "/padding");
	if (zn_is_num(padding))
		return (ZnPadding){padding.num, padding.num, padding.num, padding.num};
	return (ZnPadding){zn_get_num(padding, "left", 0), zn_get_num(padding, "top", 0), zn_get_num(padding, "right", 0), zn_get_num(padding, "bottom", 0)};
}

static ZnAutosize autosize_of(ZnChart *chart, bool *contains_padding)
{
	static const struct { const char *name; ZnAutosize kind; } kinds[] = {
		{"pad", ZN_AUTOSIZE_PAD}, {"none", ZN_AUTOSIZE_NONE}, {"fit", ZN_AUTOSIZE_FIT}, {"fit-x", ZN_AUTOSIZE_FIT_X}, {"fit-y", ZN_AUTOSIZE_FIT_Y}};
	ZnValue autosize = zn_get(chart->root->raw, "autosize");
	if (zn_is_undefined(autosize))
		autosize = zn_get(chart->root->config, "autosize");
	const char *name = zn_is_str(autosize) ? autosize.str : zn_get_str(autosize, "type", "pad");
	*contains_padding = zn_is_string(zn_get(autosize, "contains"), "padding");
	bool plot = zn_inst_is_plot_root(chart->top);
	bool step_x = !isnan(zn_plot_step(chart->top, ZN_CH_X)), step_y = !isnan(zn_plot_step(chart->top, ZN_CH_Y));
	if (chart->fit_width > 0 || chart->fit_height > 0)
		return plot ? ZN_AUTOSIZE_FIT : ZN_AUTOSIZE_PAD;
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (!strcmp(kinds[i].name, name)) {
			bool fit = kinds[i].kind >= ZN_AUTOSIZE_FIT;
			if (fit && (!plot || (step_x && step_y)))
				return ZN_AUTOSIZE_PAD;
			return fit && (step_x || step_y) ? (step_x ? ZN_AUTOSIZE_FIT_Y : ZN_AUTOSIZE_FIT_X) : kinds[i].kind; /* the other direction, whichever was meant */
		}
	return ZN_AUTOSIZE_PAD;
}

static bool size_ok(ZnChart *chart, double width, double height)
{
	if (isfinite(width) && isfinite(height) && width >= 0 && height >= 0 && width <= ZN_LIMIT_SIDE && height <= ZN_LIMIT_SIDE)
		return true;
	zn_error(chart->context->diags, zn_pointer(chart->file, ""), "give “width” and “height”, or fewer rows", "a picture of %.6g x %.6g px is too large, the limit is %d px a side",
			 width, height, ZN_LIMIT_SIDE);
	chart->failed = true;
	return false;
}

/* Scales, marks, guides and layout at the sizes that the instances have now. */
static ZnLayoutResult draw(ZnChart *chart, ZnAutosize autosize, bool contains_padding, double width, double height)
{
	zn_inst_scales(chart->top);
	zn_inst_projections(chart->top);
	if (chart->failed)
		return (ZnLayoutResult){0};
	zn_assemble(chart->top);
	if (chart->failed)
		return (ZnLayoutResult){0};
	return zn_layout_view(chart->context, chart->top->group, width, height, padding_of(chart), autosize, contains_padding);
}

/* Legends have their own size: where they are higher or wider than the picture, it grows. */
static void include_legends(ZnChart *chart, ZnScene *scene, ZnPadding padding)
{
	for (size_t i = 0; i < scene->n_items; i++) {
		if (scene->items[i].role < ZN_ROLE_LEGEND || scene->items[i].role > ZN_ROLE_LEGEND_BAND)
			continue;
		ZnBox box = zn_item_bounds(chart->context, &scene->items[i]);
		if (zn_box_is_empty(box))
			continue;
		scene->width = MAX(scene->width, floor(box.x2) + padding.right);
		scene->height = MAX(scene->height, floor(box.y2) + padding.bottom);
	}
}

/* A page keeps its shape: what needs more room is drawn smaller. */
static void keep_page(const ZnChart *chart, ZnScene *scene)
{
	double times = MAX(scene->width / chart->fit_width, scene->height / chart->fit_height);
	if (times <= 1 + 1e-9)
		return;
	scene->width = chart->fit_width * times;
	scene->height = chart->fit_height * times;
	scene->scale = (scene->scale > 0 ? scene->scale : 1) / times;
}

static ZnScene *finish(ZnChart *chart, ZnLayoutResult layout, const ZnFoot *foot)
{
	ZnContext *context = chart->context;
	ZnValue spec = chart->root->raw, background = zn_get(spec, "background");
	if (!size_ok(chart, layout.width, layout.height))
		return NULL;
	ZnScene *scene = zn_scene_new(context->arena);
	scene->name = zn_get_str(spec, "name", NULL);
	scene->width = layout.width;
	scene->height = layout.height;
	scene->scale = zn_get_num(zn_get2(chart->root->config, "usermeta", "zhinu"), "scale", 0);
	if (zn_is_undefined(background))
		background = zn_get(chart->root->config, "background");
	background = zn_inst_value(chart->top, background, "/background");
	scene->has_background = zn_is_str(background) && zn_color_parse(background.str, &scene->background) && scene->background.a > 0;
	zn_group_flatten(chart->top->group, scene, layout.origin_x, layout.origin_y);
	if (chart->fit_width > 0)
		include_legends(chart, scene, padding_of(chart));
	zn_foot_draw(chart, scene, foot, padding_of(chart));
	if (chart->page)
		keep_page(chart, scene);
	zn_foot_metadata(chart, scene);
	return scene;
}

static double given_extent(const ZnChart *chart, bool width)
{
	return width ? chart->top->width : chart->top->height;
}

/* By how much views must be stretched for the picture to have the size, when stretching them TRIAL times changed it from `natural` to `trial`:
 * guides and gaps do not grow with the views. */
#define TRIAL 1.25
static double stretch_for(double size, double natural, double trial)
{
	double slope = (trial - natural) / (TRIAL - 1);
	return slope > 0 ? CLAMP(1 + (size - natural) / slope, 0.1, 10) : 1;
}

/* Views that stand together, fitted into a given width, and on a page into its height. Vega has no such thing. */
static ZnLayoutResult spread(ZnChart *chart, double width, double height)
{
	ZnLayoutResult natural = draw(chart, ZN_AUTOSIZE_PAD, false, 0, 0), layout = natural;
	bool high = chart->page;
	if (chart->failed)
		return natural;
	chart->spread_x = true;
	chart->spread_y = high;
	zn_inst_stretch(chart->top, TRIAL, high ? TRIAL : 1);
	ZnLayoutResult trial = draw(chart, ZN_AUTOSIZE_PAD, false, 0, 0);
	double x = stretch_for(width, natural.width, trial.width), y = high ? stretch_for(height, natural.height, trial.height) : 1;
	for (int pass = 0; pass < 3 && !chart->failed; pass++) { /* labels that turn or give way make it less than linear */
		zn_inst_stretch(chart->top, x, y);
		layout = draw(chart, ZN_AUTOSIZE_PAD, false, 0, 0);
		if (layout.width <= width && (!high || layout.height <= height))
			break;
		x *= layout.width > width ? (width - 1) / layout.width : 1;
		y *= high && layout.height > height ? (height - 1) / layout.height : 1;
	}
	layout.width = MAX(layout.width, width);
	layout.height = high ? MAX(layout.height, height) : layout.height;
	return layout;
}

static ZnScene *compile(ZnChart *chart)
{
	zn_params_init(chart);
	zn_scale_defs(chart);
	if (chart->failed || !zn_pipeline_run(chart->top) || chart->failed)
		return NULL;
	zn_inst_sizes(chart->top);
	if (!size_ok(chart, chart->top->width, chart->top->height))
		return NULL;
	bool contains_padding;
	ZnAutosize autosize = autosize_of(chart, &contains_padding);
	ZnFoot *foot = zn_foot_new(chart);
	double width = given_extent(chart, true), height = given_extent(chart, false);
	if (chart->fit_width > 0)
		width = chart->fit_width;
	if (chart->fit_height > 0)
		height = chart->fit_height - foot->height;
	contains_padding |= chart->fit_width > 0 || chart->fit_height > 0;
	bool together = chart->fit_width > 0 && !zn_inst_is_plot_root(chart->top);
	if (autosize >= ZN_AUTOSIZE_FIT) /* start from the whole picture, so that titles do not seem too wide for the view */
		zn_inst_resize(chart->top, width, height);
	ZnLayoutResult layout = together ? spread(chart, width, height) : draw(chart, autosize, contains_padding, width, height);
	if (autosize >= ZN_AUTOSIZE_FIT && !chart->failed) {
		/* the guides took room: the view gets what is left, the picture keeps its size (as Vega, one pass) */
		zn_inst_resize(chart->top, autosize == ZN_AUTOSIZE_FIT_Y ? chart->top->width : layout.fit_width, autosize == ZN_AUTOSIZE_FIT_X ? chart->top->height : layout.fit_height);
		draw(chart, autosize, contains_padding, width, height);
	}
	return chart->failed ? NULL : finish(chart, layout, foot);
}

/* The options, and what the theme says where they are silent. */
static void resolve_options(ZnChart *chart)
{
	ZnValue theme = zn_get2(chart->root->config, "usermeta", "zhinu");
	chart->fit_width = chart->options->width > 0 ? chart->options->width : zn_get_num(theme, "width", 0);
	chart->fit_height = chart->options->height > 0 ? chart->options->height : zn_get_num(theme, "height", 0);
	chart->page = chart->fit_width > 0 && chart->fit_height > 0 && (chart->options->height > 0 || zn_get_bool(theme, "page", false));
	chart->hide_title = chart->options->hide_title || zn_get_bool(theme, "hideTitle", false);
}

ZnScene *zn_chart_new(ZnContext *context, const char *file, ZnValue spec, const ZnChartOptions *options)
{
	static const ZnChartOptions none = {0};
	size_t errors = zn_diags_count(context->diags, ZN_ERROR);
	ZnView *root = zn_spec_parse(context, file, spec, options ? options->theme : zn_undefined());
	if (!root)
		return NULL;
	ZnChart *chart = zn_new(context->arena, ZnChart);
	chart->context = context;
	chart->root = root;
	chart->file = file;
	chart->options = options ? options : &none;
	resolve_options(chart);
	chart->datasets = zn_get(spec, "datasets");
	chart->signals = zn_object_new(context->arena);
	chart->random = RANDOM_SEED;
	chart->top = zn_new(context->arena, ZnInst);
	chart->top->chart = chart;
	chart->top->view = root;
	chart->top->signals = zn_object_new(context->arena);
	chart->top->bins = zn_object_new(context->arena);
	ZnPlace place = context->text_place; /* a report's line, where the chart is a figure */
	context->text_place = zn_place(file, 0, 0);
	context->text_json = &spec;
	ZnScene *scene = compile(chart);
	context->text_place = place;
	context->text_json = NULL;
	return zn_diags_count(context->diags, ZN_ERROR) > errors ? NULL : scene;
}
