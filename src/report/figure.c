/* Figures: charts as vectors in the report's language and theme, PNG pictures as they are. */
#include "report/galley.h"

#include "base/json.h"
#include "chart/chart.h"

#include <math.h>
#include <string.h>

#define TALLEST 0.8       /* of the text block */
#define LOWEST 0.3        /* of the text block: a figure is not made lower than this so that it fits below headings */
#define SHARED 0.5        /* of the text block: a figure that is made lower to stay with the text above it on a page that was begun for them */
#define SMALLEST 0.75     /* scale of a figure in a column: one that would become smaller stands over all columns */
#define LEGIBLE 0.6       /* scale of a chart: one that would become smaller is drawn anew for its measure */
#define NEARLY_AS_BROAD 0.85 /* as the measure: charts that are left as they are */
#define BROAD 1.4         /* width of a chart that may become lower, by its height */
#define FLATTEST 0.45     /* of its height */
#define PICTURE_PPI 144.0 /* of a picture without a width of its own */

typedef struct Picture {
	const ZnScene *scene;  /* a chart */
	const char *url, *png; /* or a picture */
	size_t png_len;
	double x, width, height, scale;
	double natural_width, natural_height;
	const ZnElement *element;
} Picture;

static void paint_picture(ZnCanvas *canvas, const void *data, double y)
{
	const Picture *picture = data;
	double x = canvas->left + picture->x;
	ZnItem *item = zn_scene_add(canvas->scene, picture->scene ? ZN_ITEM_EMBED : ZN_ITEM_IMAGE, ZN_ROLE_MARK);
	item->x = x;
	item->y = y;
	item->width = picture->width;
	item->height = picture->height;
	if (picture->scene) {
		item->embed.scene = picture->scene;
		item->embed.scale = picture->scale;
	} else {
		item->image.url = picture->url;
		item->image.png = picture->png;
		item->image.png_len = picture->png_len;
		item->image.aspect = true;
	}
}

/* --- measures --- */

/* How wide a figure is to be: a share of the measure, a length, or neither. */
typedef struct Wish {
	double share, length;
} Wish;

/* width="80%" or "120mm"; false, reported, when it is neither. */
static bool read_width(const ZnSetting *s, const ZnBlock *block, Wish *wish)
{
	const char *text = zn_report_attribute(block->attributes, "width");
	*wish = (Wish){0};
	if (!text)
		return true;
	char *end;
	double percent = g_ascii_strtod(text, &end);
	if (end > text && !strcmp(end, "%") && percent > 0 && percent <= 100)
		wish->share = percent / 100;
	else if (!zn_length_parse(text, &wish->length) || wish->length <= 0)
		zn_error(s->report->context->diags, block->attributes->place, NULL,
		         "width should be a share of the measure (80%%) or a length (120mm), not “%s”", text);
	return wish->share > 0 || wish->length > 0;
}

/* How much larger than laid out a figure may stand. */
static double most_scale(const ZnSetting *s, const Picture *picture)
{
	return picture->scene ? s->report->style->chart_scale : 1;
}

/* Into the measure, and `most` px high. */
static void fit(const ZnSetting *s, Picture *picture, double most)
{
	picture->scale = MIN(most_scale(s, picture), MIN(s->width / picture->natural_width, most / picture->natural_height));
	picture->width = picture->natural_width * picture->scale;
	picture->height = picture->natural_height * picture->scale;
	picture->x = zn_captioned_x(s, s->report->style->figure_caption, picture->width);
}

/* --- charts --- */

/* `width` and `height` px, where they are not 0; else as the chart and its theme say. */
static bool load_chart(const ZnSetting *s, const ZnBlock *block, double width, double height, Picture *picture, const char **alt)
{
	ZnReport *report = s->report;
	ZnContext *context = report->context;
	ZnPlace place = zn_report_place(report, block->line);
	const char *path = zn_report_find(report, place, block->text);
	char *text;
	size_t len;
	ZnValue spec;
	if (!path || !zn_context_read(context, place, path, &text, &len) ||
	    !zn_json_parse(report->arena, context->diags, path, text, len, &spec))
		return false;
	ZnChartOptions options = {.theme = report->options->theme, .width = width, .height = height, .hide_title = true, .translate = true, .attach_data = report->options->attach_data};
	ZnScene *scene = zn_chart_new(context, path, spec, &options);
	if (!scene)
		return false;
	picture->scene = scene;
	*alt = scene->description ? scene->description : scene->title;
	picture->natural_width = scene->width;
	picture->natural_height = scene->height;
	return true;
}

/* --- pictures --- */

/* Width and height from the header of a PNG file. */
static bool png_size(const char *png, size_t len, double *width, double *height)
{
	const unsigned char *p = (const unsigned char *)png;
	if (len < 24 || memcmp(p, "\x89PNG\r\n\x1a\n", 8) || memcmp(p + 12, "IHDR", 4))
		return false;
	*width = (double)((guint32)p[16] << 24 | (guint32)p[17] << 16 | (guint32)p[18] << 8 | p[19]);
	*height = (double)((guint32)p[20] << 24 | (guint32)p[21] << 16 | (guint32)p[22] << 8 | p[23]);
	return *width > 0 && *height > 0;
}

static bool load_picture(const ZnSetting *s, const ZnBlock *block, double width, Picture *picture)
{
	ZnReport *report = s->report;
	ZnPlace place = zn_report_place(report, block->line);
	char *png;
	double px_wide, px_high;
	picture->url = zn_report_find(report, place, block->text);
	if (!picture->url || !zn_context_read(report->context, place, picture->url, &png, &picture->png_len))
		return false;
	picture->png = png;
	if (!png_size(png, picture->png_len, &px_wide, &px_high)) {
		zn_error(report->context->diags, place, NULL, "“%s” is not a PNG picture", picture->url);
		return false;
	}
	picture->natural_width = width > 0 ? width : px_wide * 96 / PICTURE_PPI;
	picture->natural_height = picture->natural_width * px_high / px_wide;
	return true;
}

/* --- figures --- */

static const struct {
	const char *ending;
	bool chart;
} kinds[] = {{".json", true}, {".vl", true}, {".png", false}};

/* With its natural size, or `width` px wide when that is not 0; fitted into the measure and the page. */
static bool load(const ZnSetting *s, const ZnBlock *block, double width, Picture *picture, const char **alt)
{
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
		if (!g_str_has_suffix(block->text, kinds[i].ending))
			continue;
		double scale = s->report->style->chart_scale, layout = scale == 1 ? width : (width > 0 ? width : s->width) / scale;
		bool loaded = kinds[i].chart ? load_chart(s, block, layout, 0, picture, alt) : load_picture(s, block, width, picture);
		if (loaded)
			fit(s, picture, zn_page_height(s->report) * TALLEST);
		return loaded;
	}
	zn_error(s->report->context->diags, zn_report_place(s->report, block->line),
	         "charts are .vl.json files, tables .csv or .tsv, pictures .png", "“%s” is neither a chart nor a table nor a picture",
	         block->text);
	return false;
}

/* Sets `page` to the measure that the figure has: of s, or of all columns where it needs or wants them. */
static bool load_to_measure(const ZnSetting *s, const ZnBlock *block, Picture *picture, const char **alt, ZnSetting *page)
{
	static const char *const known[] = {"width", "alt", "span", NULL};
	zn_report_check_attributes(s->report, block->attributes, known);
	ZnSetting over = zn_over_columns(s);
	Wish wish;
	int span = zn_block_span(s->report, block);
	if (!read_width(s, block, &wish))
		return false;
	bool columns = over.width > s->width;
	*page = columns && span == 2 ? over : *s;
	if (columns && span == 0) {
		if (!load(&over, block, MIN(wish.length, over.width), picture, alt))
			return false;
		bool wide = picture->width * SMALLEST > s->width;
		if (wide && wish.share == 0) {
			*page = over;
			return true;
		}
		*page = wide ? over : *s;
	}
	double width = wish.share > 0 ? page->width * wish.share : MIN(wish.length, page->width);
	if (!load(page, block, width, picture, alt))
		return false;
	bool tiny = width <= 0 && picture->scene && page->width < picture->natural_width * LEGIBLE;
	return !tiny || load(page, block, page->width, picture, alt); /* drawn for the measure, its letters stay legible */
}

/* A broad chart that is much smaller than its measure because the page is low (slides) is drawn anew, as broad as the measure and lower. */
static void flatten(const ZnSetting *page, const ZnBlock *block, Picture *picture, double most)
{
	double scale = MIN(most_scale(page, picture), page->width / picture->natural_width), height = most / scale;
	if (!picture->scene || zn_report_attribute(block->attributes, "width") || picture->scale > scale * NEARLY_AS_BROAD ||
	    picture->natural_width < picture->natural_height * BROAD || height < picture->natural_height * FLATTEST)
		return;
	const char *alt;
	if (load_chart(page, block, picture->natural_width, height, picture, &alt))
		fit(page, picture, most);
}

/* The caption's lines, with the gap above them. The figure is made lower where both, and the headings above, would not fit on a page. */
static const ZnGalley *set_caption_below(ZnSetting *s, const ZnSetting *page, const ZnBlock *block, Picture *picture)
{
	ZnGalley *galley = zn_new(s->report->arena, ZnGalley);
	double height = zn_page_height(s->report), headings = zn_galley_headings(s->galley), above = zn_galley_since_break(s->galley);
	if (above <= height * (1 - SHARED))
		headings = MAX(headings, above + (headings > 0 ? 0 : s->report->style->float_gap));
	headings += s->report->style->grid;
	double lines = block->label || block->inlines ? s->report->style->caption_gap + s->report->style->caption.leading : 0;
	flatten(page, block, picture, MIN(height * TALLEST, height - headings - lines));
	ZnSetting inner = zn_caption_measure(page, s->report->style->figure_caption, picture->x, picture->width);
	inner.galley = galley;
	zn_galley_penalty(&inner, ZN_NEVER);
	zn_galley_glue(&inner, block->label || block->inlines ? s->report->style->caption_gap : 0, 0);
	zn_set_caption(&inner, block, s->element);
	double room = height - zn_galley_height(galley) - headings;
	if (room >= height * LOWEST)
		fit(page, picture, MIN(room, height * TALLEST));
	return galley;
}

void zn_set_figure(ZnSetting *s, ZnBlock *block)
{
	ZnReport *report = s->report;
	Picture *picture = zn_new(report->arena, Picture);
	const char *alt = NULL, *own = zn_report_attribute(block->attributes, "alt");
	ZnSetting page;
	if (!load_to_measure(s, block, picture, &alt, &page))
		return;
	ZnElement *element = zn_element_new(report, s->element, ZN_TAG_FIGURE);
	element->tag.id = block->id;
	element->tag.text = own ? own : alt ? alt : zn_inline_plain(report, block->inlines);
	if (!*element->tag.text)
		zn_warning(report->context->diags, zn_report_place(report, block->line), "write a description in the chart, or alt=\"...\"",
		           "the figure has no alternative text");
	const ZnGalley *caption = set_caption_below(s, &page, block, picture);
	ZnSetting inner = zn_float_begin(&page);
	ZnVItem *item = zn_galley_add(report, inner.galley, ZN_V_BOX);
	item->height = picture->height;
	item->element = element;
	item->paint = paint_picture;
	item->data = picture;
	item->line = block->line;
	for (size_t i = 0; i < caption->n; i++)
		*zn_galley_add(report, inner.galley, caption->items[i].kind) = caption->items[i];
	zn_float_end(s, &inner);
}
