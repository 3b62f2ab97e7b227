/* The one table of what a style can set: name, kind of value, place in the struct. */
#include "report/style.h"

#include <math.h>
#include <string.h>

#define PX_PER_PT (96.0 / 72.0)
#define PX_PER_MM (96.0 / 25.4)

/* --- lengths --- */

bool zn_length_parse(const char *text, double *px)
{
	static const struct {
		const char *unit;
		double px;
	} units[] = {
	    {"", PX_PER_PT}, {"pt", PX_PER_PT}, {"mm", PX_PER_MM}, {"cm", 10 * PX_PER_MM}, {"in", 96}, {"px", 1},
	};
	static const struct {
		const char *name;
		double points;
	} sizes[] = {
	    {"初号", 42}, {"小初", 36}, {"一号", 26},  {"小一", 24}, {"二号", 22},  {"小二", 18},  {"三号", 16}, {"小三", 15},
	    {"四号", 14}, {"小四", 12}, {"五号", 10.5}, {"小五", 9},  {"六号", 7.5}, {"小六", 6.5}, {"七号", 5.5}, {"八号", 5},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
		if (!strcmp(text, sizes[i].name)) {
			*px = sizes[i].points * PX_PER_PT;
			return true;
		}
	}
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

/* --- kinds of values: each reads a text --- */

typedef struct Target {
	ZnArena *arena;
	ZnReportStyle *style;
	void *out;
} Target;

static bool set_length(const Target *t, const char *text)
{
	double px;
	if (!zn_length_parse(text, &px) || px < 0)
		return false;
	*(double *)t->out = px;
	return true;
}

static bool set_size(const Target *t, const char *text)
{
	double px;
	if (!zn_length_parse(text, &px) || px < 2 || px > 400)
		return false;
	*(double *)t->out = px;
	return true;
}

static bool read_number(const char *text, double least, double most, double *out)
{
	char *end;
	double number = g_ascii_strtod(text, &end);
	if (end == text || *end || !(number >= least && number <= most))
		return false;
	*out = number;
	return true;
}

static bool set_number(const Target *t, const char *text)
{
	return read_number(text, 0, 100, t->out);
}

static bool set_factor(const Target *t, const char *text)
{
	return read_number(text, 0.25, 4, t->out);
}

static bool set_weight(const Target *t, const char *text)
{
	static const struct {
		const char *name;
		double weight;
	} names[] = {{"normal", 400}, {"bold", 700}};
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		if (!strcmp(text, names[i].name)) {
			*(double *)t->out = names[i].weight;
			return true;
		}
	}
	return read_number(text, 1, 1000, t->out);
}

static bool set_columns(const Target *t, const char *text)
{
	double number;
	if (!read_number(text, 1, 2, &number) || number != floor(number))
		return false;
	*(double *)t->out = number;
	return true;
}

static bool set_bool(const Target *t, const char *text)
{
	bool yes = !strcmp(text, "true");
	if (!yes && strcmp(text, "false"))
		return false;
	*(bool *)t->out = yes;
	return true;
}

static bool set_color(const Target *t, const char *text)
{
	return zn_color_parse(text, t->out);
}

static bool set_text(const Target *t, const char *text)
{
	*(const char **)t->out = text;
	return true;
}

static bool set_family(const Target *t, const char *text)
{
	*(const char **)t->out = text;
	return *text != '\0';
}

static bool set_own_family(const Target *t, const char *text)
{
	*(const char **)t->out = strcmp(text, "text") ? text : NULL;
	return *text != '\0';
}

/* "图 {n}": the number's place must be there, once. */
static bool set_label(const Target *t, const char *text)
{
	const char *hole = strstr(text, "{n}");
	*(const char **)t->out = text;
	return hole && !strstr(hole + 1, "{n}");
}

/* A choice: the values of an enum in order. */
static bool choose(const Target *t, const char *text, const char *const *names)
{
	for (int i = 0; names[i]; i++) {
		if (!strcmp(text, names[i])) {
			*(int *)t->out = i;
			return true;
		}
	}
	return false;
}

static bool set_align(const Target *t, const char *text)
{
	static const char *const names[] = {
	    [ZN_ALIGN_START] = "left", [ZN_ALIGN_CENTER] = "center", [ZN_ALIGN_END] = "right", [ZN_ALIGN_JUSTIFY] = "justify", NULL};
	return choose(t, text, names);
}

static bool set_date(const Target *t, const char *text)
{
	static const char *const names[] = {[ZN_DATE_BYLINE] = "byline", [ZN_DATE_LINE] = "line", [ZN_DATE_NONE] = "none", NULL};
	return choose(t, text, names);
}

static bool set_cite(const Target *t, const char *text)
{
	static const char *const names[] = {[ZN_CITE_NUMBER] = "number", [ZN_CITE_AUTHOR] = "author", NULL};
	return choose(t, text, names);
}

static bool set_order(const Target *t, const char *text)
{
	static const char *const names[] = {[ZN_REFERENCES_CITED] = "cited", [ZN_REFERENCES_ALPHABET] = "alphabet", NULL};
	return choose(t, text, names);
}

static bool set_counter(const Target *t, const char *text)
{
	return zn_counter_parse(t->arena, text, t->out);
}

static bool set_paper(const Target *t, const char *text)
{
	static const struct {
		const char *name;
		double width, height; /* mm */
	} papers[] = {
	    {"A4", 210, 297}, {"A5", 148, 210}, {"B5", 176, 250}, {"letter", 215.9, 279.4}, {"16:9", 338.67, 190.5},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
		if (g_ascii_strcasecmp(papers[i].name, text))
			continue;
		t->style->page_width = papers[i].width * PX_PER_MM;
		t->style->page_height = papers[i].height * PX_PER_MM;
		return true;
	}
	return false;
}

static bool set_margins(const Target *t, const char *text)
{
	double px;
	if (!zn_length_parse(text, &px) || px < 0)
		return false;
	ZnReportStyle *style = t->style;
	style->margin_top = style->margin_right = style->margin_bottom = style->margin_left = px;
	return true;
}

typedef struct Kind {
	bool (*set)(const Target *target, const char *text);
	const char *expected;
} Kind;

static const Kind length = {set_length, "a length: 10.5 (points), 25mm, 五号"};
static const Kind size = {set_size, "a size from 1.5 to 300 points: 10.5, 4mm, 五号"};
static const Kind number = {set_number, "a number from 0 to 100"};
static const Kind factor = {set_factor, "a factor from 0.25 to 4"};
static const Kind weight = {set_weight, "a weight from 1 to 1000, normal or bold"};
static const Kind columns = {set_columns, "1 or 2"};
static const Kind boolean = {set_bool, "true or false"};
static const Kind text = {set_text, "a text"};
static const Kind own_family = {set_own_family, "the name of a font or of a role (serif, sans-serif), or text: that of the text around"};
static const Kind family = {set_family, "the name of a font or of a role (serif, sans-serif)"};
static const Kind label = {set_label, "a text with one {n}: “图 {n}”"};
static const Kind color = {set_color, "a colour: #175289"};
static const Kind align = {set_align, "left, center, right or justify"};
static const Kind date = {set_date, "byline, line or none"};
static const Kind cite = {set_cite, "number or author"};
static const Kind order = {set_order, "cited or alphabet"};
static const Kind counter = {set_counter, "a pattern with one of {joined}, {decimal}, {han}, {latin}, {cyrillic}, {roman}, {circled}: “（{han}）”"};
static const Kind paper = {set_paper, "A4, A5, B5, letter or 16:9"};
static const Kind margins = {set_margins, "a length: 72 (points), 25mm"};

/* --- the table --- */

typedef struct Property {
	const char *name;
	const Kind *kind;
	size_t offset;
} Property;

/* clang-format off */
#define AT(member) offsetof(ZnReportStyle, member)
#define TEXT(name, member) \
	{name ".family", &family, AT(member.family)}, {name ".size", &size, AT(member.size)}, {name ".leading", &size, AT(member.leading)}, \
	{name ".weight", &weight, AT(member.weight)}, {name ".italic", &boolean, AT(member.italic)}, {name ".color", &color, AT(member.color)}, \
	{name ".align", &align, AT(member.align)}
#define HEADING(name, i) \
	TEXT(name, headings[i].text), {name ".above", &length, AT(headings[i].above)}, {name ".below", &length, AT(headings[i].below)}, \
	{name ".indent", &number, AT(headings[i].indent)}, {name ".number-color", &color, AT(headings[i].number_color)}, \
	{name ".rule", &length, AT(headings[i].rule)}, {name ".new-page", &boolean, AT(headings[i].new_page)}
#define RUNNING(name, member) \
	{name ".left", &text, AT(member.left)}, {name ".center", &text, AT(member.center)}, {name ".right", &text, AT(member.right)}, \
	{name ".first", &boolean, AT(member.first)}, {name ".rule", &length, AT(member.rule)}
#define FONTS(name, i) \
	{"fonts." name ".latin", &family, AT(fonts[i].latin)}, {"fonts." name ".cyrillic", &family, AT(fonts[i].cyrillic)}, \
	{"fonts." name ".han", &family, AT(fonts[i].han)}

static const Property properties[] = {
	{"page.size", &paper, 0}, {"page.width", &length, AT(page_width)}, {"page.height", &length, AT(page_height)}, {"page.margin", &margins, 0},
	{"page.margin.top", &length, AT(margin_top)}, {"page.margin.right", &length, AT(margin_right)},
	{"page.margin.bottom", &length, AT(margin_bottom)}, {"page.margin.left", &length, AT(margin_left)},
	{"page.gutter", &length, AT(gutter)}, {"page.mirrored", &boolean, AT(mirrored)}, {"page.alternate", &boolean, AT(alternate)},
	{"page.columns", &columns, AT(columns)}, {"page.column-gap", &length, AT(column_gap)}, {"page.column-rule", &length, AT(column_rule)},
	{"page.grid", &length, AT(grid)},
	RUNNING("head", running_head), {"head.distance", &length, AT(head_distance)}, TEXT("head", head),
	RUNNING("foot", running_foot), {"foot.distance", &length, AT(foot_distance)}, TEXT("foot", folio),
	FONTS("serif", ZN_FONT_SERIF), FONTS("sans-serif", ZN_FONT_SANS), FONTS("emphasis", ZN_FONT_EMPHASIS),
	FONTS("condensed", ZN_FONT_CONDENSED), FONTS("monospace", ZN_FONT_MONOSPACE),
	{"accent", &color, AT(accent)}, {"line", &color, AT(line)}, {"link", &color, AT(link)},

	TEXT("title", title), {"title.below", &length, AT(title_gap)}, {"title.rule", &length, AT(title_rule)},
	{"title.rule-length", &length, AT(title_rule_length)}, {"title.rule-gap", &length, AT(title_rule_gap)},
	TEXT("subtitle", subtitle), {"subtitle.below", &length, AT(subtitle_gap)},
	TEXT("byline", byline), {"byline.below", &length, AT(byline_gap)}, {"byline.date", &date, AT(date_place)},
	TEXT("affiliation", affiliation),
	TEXT("abstract", abstract), {"abstract.indent", &length, AT(abstract_indent)}, {"abstract.first-indent", &number, AT(abstract_first_indent)},
	{"abstract.rule", &length, AT(abstract_rule)}, {"abstract.below", &length, AT(abstract_gap)}, TEXT("abstract-label", abstract_label),
	TEXT("figure-value", figure_value), TEXT("figure-label", figure_label), {"key-figures.below", &length, AT(figures_gap)},
	{"key-figures.rules", &boolean, AT(figure_rules)},
	TEXT("contents", contents), {"contents.indent", &number, AT(contents_indent)}, {"contents.leaders", &boolean, AT(contents_leaders)},

	HEADING("h1", 0), HEADING("h2", 1), HEADING("h3", 2), HEADING("h4", 3),
	TEXT("body", body), {"body.first-indent", &number, AT(first_indent)}, {"body.indent-first", &boolean, AT(indent_first)},
	{"body.paragraph-gap", &length, AT(paragraph_gap)}, {"body.block-gap", &length, AT(block_gap)},
	TEXT("quote", quote), {"quote.indent", &number, AT(quote_indent)},
	{"list.indent", &number, AT(list_indent)}, {"list.gap", &length, AT(list_gap)},
	{"strong.family", &own_family, AT(strong_family)}, {"strong.weight", &weight, AT(strong_weight)},
	TEXT("code", code), {"code-in-text.family", &family, AT(code_family)}, {"code-in-text.scale", &number, AT(code_scale)},
	TEXT("note", note), {"note.rule-length", &length, AT(note_rule)}, {"note.gap", &length, AT(note_gap)},
	{"note.mark-scale", &number, AT(mark_scale)}, {"note.mark-rise", &number, AT(mark_rise)},
	{"note.by-page", &boolean, AT(words.notes_by_page)}, {"note.circled", &boolean, AT(words.notes_circled)},
	TEXT("references", references), {"references.indent", &number, AT(references_indent)}, {"references.cite", &cite, AT(cite)},
	{"references.order", &order, AT(reference_order)},

	{"float.gap", &length, AT(float_gap)}, {"chart.scale", &factor, AT(chart_scale)},
	TEXT("caption", caption), {"caption.gap", &length, AT(caption_gap)}, {"caption.label-weight", &weight, AT(caption_label_weight)},
	{"caption.figure-align", &align, AT(figure_caption)}, {"caption.table-align", &align, AT(table_caption)},
	TEXT("table", table), {"table.head-weight", &weight, AT(table_head_weight)},
	{"table.head-family", &own_family, AT(table_head_family)}, {"table.cell-gap", &length, AT(cell_gap)},
	{"table.row-gap", &length, AT(row_gap)}, {"table.full-width", &boolean, AT(table_full)}, {"table.thick-rule", &length, AT(thick)},
	{"table.thin-rule", &length, AT(thin)},
	TEXT("unit", unit), TEXT("table-note", table_note),

	{"numbering.headings", &boolean, AT(number_headings)}, {"numbering.h1", &counter, AT(words.headings[0])}, {"numbering.h2", &counter, AT(words.headings[1])},
	{"numbering.h3", &counter, AT(words.headings[2])}, {"numbering.h4", &counter, AT(words.headings[3])},
	{"numbering.h5", &counter, AT(words.headings[4])}, {"numbering.h6", &counter, AT(words.headings[5])},
	{"numbering.heading-gap", &text, AT(words.heading_gap)},
	{"numbering.list1", &counter, AT(words.lists[0])}, {"numbering.list2", &counter, AT(words.lists[1])},
	{"numbering.list3", &counter, AT(words.lists[2])},
	{"words.figure", &label, AT(words.figure_label)}, {"words.table", &label, AT(words.table_label)}, {"words.caption-gap", &text, AT(words.caption_gap)},
	{"words.continued", &text, AT(words.continued)}, {"words.abstract", &text, AT(words.abstract)}, {"words.keywords", &text, AT(words.keywords)},
	{"words.contents", &text, AT(words.contents)}, {"words.references", &text, AT(words.references)},
	{"words.source", &label, AT(words.source)}, {"words.note", &label, AT(words.note)}, {"words.unit", &label, AT(words.unit_line)},
	{"words.authors-gap", &text, AT(words.authors_gap)}, {"words.keywords-gap", &text, AT(words.keywords_gap)},
};
/* clang-format on */

const char *const *zn_report_style_names(ZnArena *arena)
{
	const char **names = zn_new_n(arena, const char *, G_N_ELEMENTS(properties) + 1);
	for (size_t i = 0; i < G_N_ELEMENTS(properties); i++)
		names[i] = properties[i].name;
	return names;
}

static const Property *find_property(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(properties); i++)
		if (!strcmp(properties[i].name, name))
			return &properties[i];
	return NULL;
}

/* "body" is no property but has some. */
static bool is_group(const char *name)
{
	size_t n = strlen(name);
	for (size_t i = 0; i < G_N_ELEMENTS(properties); i++)
		if (!strncmp(properties[i].name, name, n) && properties[i].name[n] == '.')
			return true;
	return false;
}

bool zn_report_style_set(ZnContext *context, ZnReportStyle *style, const ZnStyleProperty *written)
{
	ZnDiags *diags = context->diags;
	const Property *property = find_property(written->name);
	if (!property && is_group(written->name)) {
		zn_error(diags, written->place, "write {\"size\": ...}", "“%s” of the style should be a mapping of properties", written->name);
		return false;
	}
	if (!property) {
		zn_warning(diags, written->place, zn_did_you_mean(context->arena, written->name, zn_report_style_names(context->arena)),
		           "unknown property of a style “%s”", written->name);
		return false;
	}
	ZnValue value = written->value;
	bool scalar = zn_is_str(value) || zn_is_num(value) || zn_is_bool(value);
	const char *text_value = scalar ? zn_to_str(context->arena, value) : "";
	Target target = {context->arena, style, (char *)style + property->offset};
	if (scalar && property->kind->set(&target, text_value))
		return true;
	zn_error(diags, written->place, NULL, "“%s” of the style should be %s, not “%s”", written->name, property->kind->expected,
	         scalar ? text_value : zn_is_arr(value) ? "a list" : "null");
	return false;
}

/* --- families --- */

static const struct {
	const char *role;
	ZnFontRoleIndex index;
} roles[] = {
    {"serif", ZN_FONT_SERIF},         {"sans-serif", ZN_FONT_SANS},     {"emphasis", ZN_FONT_EMPHASIS},
    {"condensed", ZN_FONT_CONDENSED}, {"monospace", ZN_FONT_MONOSPACE},
};

static void resolve_family(const ZnReportStyle *style, const char **family_name)
{
	for (size_t i = 0; *family_name && i < G_N_ELEMENTS(roles); i++)
		if (!strcmp(*family_name, roles[i].role))
			*family_name = style->fonts[roles[i].index].family;
}

void zn_report_style_resolve(ZnArena *arena, ZnReportStyle *style)
{
	for (size_t i = 0; i < G_N_ELEMENTS(roles); i++) {
		ZnRoleFonts *fonts = &style->fonts[roles[i].index];
		const char *const own[] = {fonts->latin, fonts->cyrillic, fonts->han};
		fonts->family = roles[i].role;
		for (size_t k = G_N_ELEMENTS(own); k > 0; k--)
			if (own[k - 1] && strcmp(own[k - 1], roles[i].role))
				fonts->family = zn_arena_printf(arena, "%s, %s", own[k - 1], fonts->family);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(properties); i++)
		if ((properties[i].kind == &family || properties[i].kind == &own_family) && !g_str_has_prefix(properties[i].name, "fonts."))
			resolve_family(style, (const char **)(void *)((char *)style + properties[i].offset));
}
