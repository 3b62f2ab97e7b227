#include "report/style.h"

#include <math.h>
#include <string.h>

#define PX_PER_PT (96.0 / 72.0)
#define MM (72.0 / 25.4) /* in the tables, which are in points */

/* --- the tables, in points --- */

/* clang-format off */
#define INK {0.10, 0.11, 0.13, 1}
#define QUIET {0.36, 0.39, 0.43, 1}
#define ACCENT {0.09, 0.32, 0.55, 1}
#define LINE {0.62, 0.65, 0.69, 1}
#define SERIF(points, lead) {.family = "serif", .size = points, .leading = lead, .weight = 400, .color = INK, .align = ZN_ALIGN_JUSTIFY}
#define SANS(points, lead, bold, paint) {.family = "sans-serif", .size = points, .leading = lead, .weight = bold, .color = paint}
/* clang-format on */

/* Russian and English */
static const ZnReportStyle report = {
    .page_width = 210 * MM,
    .page_height = 297 * MM,
    .margin_top = 28 * MM,
    .margin_right = 25 * MM,
    .margin_bottom = 29 * MM,
    .margin_left = 25 * MM,
    .head_distance = 22,
    .foot_distance = 34,
    .body = SERIF(10.5, 15),
    .title = SANS(22, 27, 700, INK),
    .subtitle = SANS(13, 18, 400, QUIET),
    .byline = SANS(10, 14, 400, QUIET),
    .abstract = SERIF(9.5, 13.5),
    .quote = {.family = "emphasis", .size = 10, .leading = 14.5, .weight = 400, .italic = true, .color = INK, .align = ZN_ALIGN_JUSTIFY},
    .caption = SANS(9, 12.5, 400, INK),
    .unit = SANS(8, 11, 400, QUIET),
    .table = SANS(9, 12.5, 400, INK),
    .table_note = SANS(8, 11, 400, QUIET),
    .note = SERIF(8.5, 11.5),
    .head = SANS(8.5, 11, 400, QUIET),
    .folio = SANS(8.5, 11, 400, QUIET),
    .figure_value = SANS(26, 30, 700, ACCENT),
    .figure_label = SANS(8.5, 11.5, 400, QUIET),
    .code = {.family = "monospace", .size = 8.5, .leading = 12, .weight = 400, .color = INK},
    .contents = SANS(9.5, 15, 400, INK),
    .headings =
        {
            {.text = SANS(15, 19, 700, INK), .above = 24, .below = 8},
            {.text = SANS(12, 16, 700, INK), .above = 17, .below = 6},
            {.text = SANS(10.5, 15, 700, INK), .above = 13, .below = 4},
            {.text = SANS(10.5, 15, 400, QUIET), .above = 11, .below = 3},
        },
    .first_indent = 1.5,
    .block_gap = 7.5,
    .float_gap = 12,
    .caption_gap = 6,
    .list_indent = 1.7,
    .list_gap = 4,
    .quote_indent = 1.7,
    .abstract_indent = 24,
    .title_gap = 8,
    .subtitle_gap = 12,
    .byline_gap = 18,
    .abstract_gap = 20,
    .figures_gap = 8,
    .cell_gap = 14,
    .row_gap = 2.25,
    .note_rule = 40 * MM,
    .note_gap = 14,
    .thick = 1,
    .thin = 0.5,
    .code_family = "monospace",
    .code_scale = 0.86,
    .mark_scale = 0.66,
    .mark_rise = 0.36,
    .accent = ACCENT,
    .line = LINE,
};

/* What a language has otherwise. */
typedef struct Change {
	const char *property, *value;
} Change;

static const Change report_ru[] = {{"indent-first", "true"}, {NULL, NULL}};

static const Change report_zh[] = {
    {"grid", "17.5"},
    {"body.leading", "17.5"},
    {"first-indent", "2"},
    {"indent-first", "true"},
    {"title.leading", "31"},
    {"subtitle.leading", "20"},
    {"byline.leading", "15"},
    {"abstract.leading", "15.5"},
    {"quote.size", "10.5"},
    {"quote.leading", "17.5"},
    {"caption.leading", "14"},
    {"table.leading", "14"},
    {"table-note.leading", "12"},
    {"note.leading", "13"},
    {"figure-label.leading", "12.5"},
    {"contents.leading", "17.5"},
    {"h1.leading", "20"},
    {"h2.leading", "17.5"},
    {"h3.leading", "17.5"},
    {"h4.leading", "17.5"},
    {"h1.above", "23"},
    {"h1.below", "9.5"},
    {"h2.above", "12"},
    {"h2.below", "5.5"},
    {"h3.above", "13.5"},
    {"h3.below", "4"},
    {"list-indent", "2"},
    {"quote-indent", "2"},
    {"mark-scale", "0.62"},
    {NULL, NULL},
};

static const struct {
	const char *name, *lang;
	const ZnReportStyle *style;
	const Change *changes;
} styles[] = {
    {"report", "ru", &report, report_ru},
    {"report", "zh", &report, report_zh},
    {"report", NULL, &report, NULL},
};
static const char *const style_names[] = {"report", NULL};

/* --- properties by name --- */

typedef enum { KIND_LENGTH, KIND_NUMBER, KIND_BOOL, KIND_TEXT, KIND_COLOR, KIND_ALIGN } Kind;

typedef struct Property {
	const char *name;
	Kind kind;
	size_t offset;
} Property;

#define AT(member) offsetof(ZnReportStyle, member)
#define TEXT(name, member)                                                                                                                 \
	{name ".family", KIND_TEXT, AT(member.family)}, {name ".size", KIND_LENGTH, AT(member.size)},                                          \
	    {name ".leading", KIND_LENGTH, AT(member.leading)}, {name ".weight", KIND_NUMBER, AT(member.weight)},                              \
	    {name ".italic", KIND_BOOL, AT(member.italic)}, {name ".color", KIND_COLOR, AT(member.color)},                                     \
	{                                                                                                                                      \
		name ".align", KIND_ALIGN, AT(member.align)                                                                                        \
	}
#define HEADING(name, i)                                                                                                                   \
	TEXT(name, headings[i].text), {name ".above", KIND_LENGTH, AT(headings[i].above)},                                                     \
	{                                                                                                                                      \
		name ".below", KIND_LENGTH, AT(headings[i].below)                                                                                  \
	}

static const Property properties[] = {
    {"page.width", KIND_LENGTH, AT(page_width)},
    {"page.height", KIND_LENGTH, AT(page_height)},
    {"margin.top", KIND_LENGTH, AT(margin_top)},
    {"margin.right", KIND_LENGTH, AT(margin_right)},
    {"margin.bottom", KIND_LENGTH, AT(margin_bottom)},
    {"margin.left", KIND_LENGTH, AT(margin_left)},
    {"head-distance", KIND_LENGTH, AT(head_distance)},
    {"foot-distance", KIND_LENGTH, AT(foot_distance)},
    {"grid", KIND_LENGTH, AT(grid)},
    TEXT("body", body),
    TEXT("title", title),
    TEXT("subtitle", subtitle),
    TEXT("byline", byline),
    TEXT("abstract", abstract),
    TEXT("quote", quote),
    TEXT("caption", caption),
    TEXT("unit", unit),
    TEXT("table", table),
    TEXT("table-note", table_note),
    TEXT("note", note),
    TEXT("head", head),
    TEXT("folio", folio),
    TEXT("figure-value", figure_value),
    TEXT("figure-label", figure_label),
    TEXT("code", code),
    TEXT("contents", contents),
    HEADING("h1", 0),
    HEADING("h2", 1),
    HEADING("h3", 2),
    HEADING("h4", 3),
    {"first-indent", KIND_NUMBER, AT(first_indent)},
    {"indent-first", KIND_BOOL, AT(indent_first)},
    {"paragraph-gap", KIND_LENGTH, AT(paragraph_gap)},
    {"block-gap", KIND_LENGTH, AT(block_gap)},
    {"float-gap", KIND_LENGTH, AT(float_gap)},
    {"caption-gap", KIND_LENGTH, AT(caption_gap)},
    {"list-indent", KIND_NUMBER, AT(list_indent)},
    {"list-gap", KIND_LENGTH, AT(list_gap)},
    {"quote-indent", KIND_NUMBER, AT(quote_indent)},
    {"abstract-indent", KIND_LENGTH, AT(abstract_indent)},
    {"title-gap", KIND_LENGTH, AT(title_gap)},
    {"subtitle-gap", KIND_LENGTH, AT(subtitle_gap)},
    {"byline-gap", KIND_LENGTH, AT(byline_gap)},
    {"abstract-gap", KIND_LENGTH, AT(abstract_gap)},
    {"figures-gap", KIND_LENGTH, AT(figures_gap)},
    {"cell-gap", KIND_LENGTH, AT(cell_gap)},
    {"row-gap", KIND_LENGTH, AT(row_gap)},
    {"note-rule", KIND_LENGTH, AT(note_rule)},
    {"note-gap", KIND_LENGTH, AT(note_gap)},
    {"rule.thick", KIND_LENGTH, AT(thick)},
    {"rule.thin", KIND_LENGTH, AT(thin)},
    {"code-in-text.family", KIND_TEXT, AT(code_family)},
    {"code-in-text.scale", KIND_NUMBER, AT(code_scale)},
    {"mark-scale", KIND_NUMBER, AT(mark_scale)},
    {"mark-rise", KIND_NUMBER, AT(mark_rise)},
    {"accent", KIND_COLOR, AT(accent)},
    {"line", KIND_COLOR, AT(line)},
};

static void *member(ZnReportStyle *style, const Property *property)
{
	return (char *)style + property->offset;
}

bool zn_length_parse(const char *text, double *px)
{
	static const struct {
		const char *unit;
		double px;
	} units[] = {
	    {"", PX_PER_PT}, {"pt", PX_PER_PT}, {"mm", 96 / 25.4}, {"cm", 960 / 25.4}, {"in", 96}, {"px", 1},
	};
	char *end;
	double number = g_ascii_strtod(text, &end);
	if (end == text || !isfinite(number) || fabs(number) > 1e5)
		return false;
	while (*end == ' ')
		end++;
	for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
		if (!strcmp(end, units[i].unit)) {
			*px = number * units[i].px;
			return true;
		}
	}
	return false;
}

static bool set_length(const char *text, void *out)
{
	double px;
	if (!zn_length_parse(text, &px) || px < 0)
		return false;
	*(double *)out = px;
	return true;
}

static bool set_number(const char *text, void *out)
{
	char *end;
	double number = g_ascii_strtod(text, &end);
	if (end == text || *end || !(number >= 0 && number <= 1000))
		return false;
	*(double *)out = number;
	return true;
}

static bool set_bool(const char *text, void *out)
{
	bool yes = !strcmp(text, "true");
	if (!yes && strcmp(text, "false"))
		return false;
	*(bool *)out = yes;
	return true;
}

static bool set_color(const char *text, void *out)
{
	return zn_color_parse(text, out);
}

static bool set_align(const char *text, void *out)
{
	static const char *const names[] = {
	    [ZN_ALIGN_START] = "left", [ZN_ALIGN_CENTER] = "center", [ZN_ALIGN_END] = "right", [ZN_ALIGN_JUSTIFY] = "justify"};
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		if (!strcmp(text, names[i])) {
			*(ZnAlign *)out = (ZnAlign)i;
			return true;
		}
	}
	return false;
}

static bool set_text(const char *text, void *out)
{
	*(const char **)out = text;
	return *text != '\0';
}

static const struct {
	bool (*set)(const char *text, void *out);
	const char *expected;
} kinds[] = {
    [KIND_LENGTH] = {set_length, "a length: 10.5 (points), 25mm"},
    [KIND_NUMBER] = {set_number, "a number"},
    [KIND_BOOL] = {set_bool, "true or false"},
    [KIND_TEXT] = {set_text, "a text"},
    [KIND_COLOR] = {set_color, "a colour: #175289"},
    [KIND_ALIGN] = {set_align, "left, center, right or justify"},
};

static const Property *find_property(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(properties); i++)
		if (!strcmp(properties[i].name, name))
			return &properties[i];
	return NULL;
}

static void set_one(ZnContext *context, ZnPlace place, ZnReportStyle *style, const char *name, const char *text)
{
	const Property *property = find_property(name);
	if (!property) {
		const char *names[G_N_ELEMENTS(properties) + 1] = {NULL};
		for (size_t i = 0; i < G_N_ELEMENTS(properties); i++)
			names[i] = properties[i].name;
		zn_warning(context->diags, place, zn_did_you_mean(context->arena, name, names), "unknown property of a style “%s”", name);
	} else if (!kinds[property->kind].set(text, member(style, property))) {
		zn_error(context->diags, place, NULL, "“%s” of the style should be %s, not “%s”", name, kinds[property->kind].expected, text);
	}
}

void zn_report_style_set(ZnContext *context, ZnPlace place, ZnReportStyle *style, ZnValue values)
{
	for (size_t i = 0; zn_is_obj(values) && i < values.obj->n; i++)
		set_one(context, place, style, values.obj->members[i].key, zn_to_str(context->arena, values.obj->members[i].value));
}

/* --- pages --- */

static const struct {
	const char *name;
	double width, height; /* mm */
} papers[] = {
    {"A4", 210, 297}, {"A5", 148, 210}, {"B5", 176, 250}, {"letter", 215.9, 279.4}, {"16:9", 338.67, 190.5},
};

static void set_paper(ZnContext *context, ZnPlace place, ZnReportStyle *style, const char *name)
{
	const char *names[G_N_ELEMENTS(papers) + 1] = {NULL};
	for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
		names[i] = papers[i].name;
		if (g_ascii_strcasecmp(papers[i].name, name))
			continue;
		style->page_width = papers[i].width * MM * PX_PER_PT;
		style->page_height = papers[i].height * MM * PX_PER_PT;
		return;
	}
	zn_error(context->diags, place, zn_did_you_mean(context->arena, name, names),
	         "unknown size of paper “%s”: A4, A5, B5, letter and 16:9 are there", name);
}

void zn_report_style_set_page(ZnContext *context, ZnPlace place, ZnReportStyle *style, ZnValue page)
{
	static const char *const sides[] = {"top", "right", "bottom", "left"};
	static const char *const names[] = {"size",         "width",         "height",      "margin", "margin.top",
	                                    "margin.right", "margin.bottom", "margin.left", NULL};
	for (size_t i = 0; zn_is_obj(page) && i < page.obj->n; i++) {
		const char *name = page.obj->members[i].key, *text = page.obj->members[i].value.str;
		if (!strcmp(name, "size")) {
			set_paper(context, place, style, text);
		} else if (!strcmp(name, "margin")) {
			for (size_t k = 0; k < G_N_ELEMENTS(sides); k++)
				set_one(context, place, style, zn_arena_printf(context->arena, "margin.%s", sides[k]), text);
		} else if (!g_strv_contains(names, name)) {
			zn_warning(context->diags, place, zn_did_you_mean(context->arena, name, names), "unknown key “%s” under “page”", name);
		} else {
			set_one(context, place, style, strchr(name, '.') ? name : zn_arena_printf(context->arena, "page.%s", name), text);
		}
	}
	double least = 20 * MM * PX_PER_PT, most = 2000 * MM * PX_PER_PT;
	if (style->page_width > most || style->page_height > most || style->page_width - style->margin_left - style->margin_right < least ||
	    style->page_height - style->margin_top - style->margin_bottom < least) {
		zn_error(context->diags, place, NULL, "the text block of a page should be 20 mm or more wide and high, and a page at most 2 m");
		ZnReportStyle *usual = zn_report_style_new(context, place, NULL, NULL);
		style->page_width = usual->page_width;
		style->page_height = usual->page_height;
		style->margin_top = usual->margin_top;
		style->margin_right = usual->margin_right;
		style->margin_bottom = usual->margin_bottom;
		style->margin_left = usual->margin_left;
	}
}

/* --- making --- */

ZnReportStyle *zn_report_style_new(ZnContext *context, ZnPlace place, const char *name, const char *lang)
{
	if (name && !g_strv_contains(style_names, name)) {
		zn_error(context->diags, place, zn_did_you_mean(context->arena, name, style_names), "unknown style “%s”", name);
		name = NULL;
	}
	ZnReportStyle *style = zn_new(context->arena, ZnReportStyle);
	size_t found = 0;
	while (strcmp(styles[found].name, name ? name : style_names[0]) ||
	       (styles[found].lang && (!lang || strncmp(lang, styles[found].lang, 2))))
		found++;
	*style = *styles[found].style;
	for (size_t i = 0; i < G_N_ELEMENTS(properties); i++)
		if (properties[i].kind == KIND_LENGTH)
			*(double *)member(style, &properties[i]) *= PX_PER_PT;
	for (const Change *change = styles[found].changes; change && change->property; change++)
		set_one(context, place, style, change->property, change->value);
	return style;
}

ZnFont zn_text_style_font(const ZnTextStyle *style)
{
	return (ZnFont){.family = style->family, .size = style->size, .weight = (int)style->weight, .italic = style->italic};
}
