/* Text as <text>: selectable, searchable, with the fonts it was measured in first in the list of families. */
#include "paint/svg.h"

#include "scene/number.h"

#include <string.h>

/* --- fonts --- */

/* What most resembles our faces on machines that lack them. */
static const struct {
	const char *family, *others;
} stand_ins[] = {
    {"Noto Sans CJK SC", "'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei'"},
    {"Noto Serif CJK SC", "'Noto Serif SC', 'Source Han Serif SC', 'Songti SC', SimSun"},
    {"LXGW WenKai", "'Kaiti SC', KaiTi"},
    {"PT Sans Narrow", "'Arial Narrow'"},
};

/* Roles that CSS has no word for. */
static const struct {
	const char *role, *generic;
} roles[] = {{"condensed", "sans-serif"}, {"emphasis", "serif"}, {"sans", "sans-serif"}, {"mono", "monospace"}};

static const char *const generics[] = {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", NULL};

typedef struct Families {
	GString *list;
	GPtrArray *seen; /* names, two or three */
	const char *generic;
} Families;

static bool families_take(Families *families, const char *name)
{
	for (guint i = 0; i < families->seen->len; i++) {
		if (!strcmp(families->seen->pdata[i], name))
			return false;
	}
	g_ptr_array_add(families->seen, g_strdup(name));
	return true;
}

static void add_family(Families *families, const char *name)
{
	if (!families_take(families, name))
		return;
	GString *list = families->list;
	g_string_append(list, list->len ? ", '" : "'");
	for (const char *s = name; *s; s++) {
		if (*s != '\'' && *s != '\\')
			g_string_append_c(list, *s);
	}
	g_string_append_c(list, '\'');
	for (size_t i = 0; i < G_N_ELEMENTS(stand_ins); i++) {
		if (!strcmp(name, stand_ins[i].family))
			g_string_append_printf(list, ", %s", stand_ins[i].others);
	}
}

static void add_wanted(Families *families, char *name)
{
	name = g_strstrip(name);
	size_t n = strlen(name);
	if (n >= 2 && (*name == '"' || *name == '\'') && name[n - 1] == *name) {
		name[n - 1] = '\0';
		name++;
	}
	const char *generic = name;
	for (size_t i = 0; i < G_N_ELEMENTS(roles); i++) {
		if (!strcmp(name, roles[i].role))
			generic = roles[i].generic;
	}
	if (g_strv_contains(generics, generic)) {
		if (families_take(families, generic))
			g_string_append_printf(families->list, "%s%s", families->list->len ? ", " : "", generic);
		families->generic = generic;
	} else if (*name) {
		add_family(families, name);
	}
}

/* ` font-family=`: the run's face (NULL = none is known), then what was asked for. */
static void put_families(GString *out, const ZnTextLines *text, const ZnRun *run)
{
	Families families = {g_string_new(NULL), g_ptr_array_new_with_free_func(g_free), NULL};
	if (run)
		add_family(&families, zn_face_family(run->face));
	g_auto(GStrv) wanted = g_strsplit(text->font.family ? text->font.family : "sans-serif", ",", -1);
	for (char **name = wanted; *name; name++)
		add_wanted(&families, *name);
	if (!families.generic)
		g_string_append(families.list, families.list->len ? ", sans-serif" : "sans-serif");
	zn_svg_string(out, "font-family", families.list->str);
	g_string_free(families.list, TRUE);
	g_ptr_array_unref(families.seen);
}

static void put_font(GString *out, const ZnTextLines *text, const ZnRun *first)
{
	int weight = first ? zn_face_weight(first->face) : text->font.weight;
	put_families(out, text, first);
	zn_svg_number(out, "font-size", text->font.size);
	if (weight && weight != 400)
		zn_svg_number(out, "font-weight", weight);
	if (first ? zn_face_italic(first->face) : text->font.italic)
		zn_svg_string(out, "font-style", "italic");
	if (text->font.letter_spacing != 0)
		zn_svg_number(out, "letter-spacing", text->font.letter_spacing);
}

/* --- languages --- */

static bool same_language(const char *a, const char *b)
{
	size_t n = strcspn(a, "-_");
	return n == strcspn(b, "-_") && !g_ascii_strncasecmp(a, b, n);
}

/* Han looks different in Chinese and Japanese; of a stretch of Latin letters nobody knows the language. */
static const char *run_lang(const ZnSvgDevice *svg, const ZnRun *run)
{
	const char *around = svg->lang ? svg->lang : "en";
	return run && run->lang && !same_language(run->lang, "en") && !same_language(run->lang, around) ? run->lang : NULL;
}

/* --- positions --- */

bool zn_svg_text_framed(const ZnTextLines *text, const ZnStyle *style)
{
	bool gradient = (style->fill && style->fill->gradient) || (style->stroke && style->stroke->gradient);
	return text->angle != 0 || gradient; /* a gradient's box is in the text's own frame */
}

void zn_svg_text_frame(GString *out, const ZnItem *item)
{
	g_string_append(out, " transform=\"translate(");
	zn_append_number(out, item->x, 3);
	g_string_append_c(out, ' ');
	zn_append_number(out, item->y, 3);
	if (item->text->angle != 0) {
		g_string_append(out, ") rotate(");
		zn_append_number(out, item->text->angle, 3);
	}
	g_string_append(out, ")\"");
}

/* XML readers fold spaces that stand together or at an end. */
static bool has_loose_spaces(const ZnTextLines *text)
{
	for (size_t i = 0; i < text->n; i++) {
		const char *line = text->lines[i];
		size_t n = line ? strlen(line) : 0;
		if (n && (line[0] == ' ' || line[n - 1] == ' ' || strstr(line, "  ")))
			return true;
	}
	return false;
}

/* --- the element --- */

/* A text on its way out. */
typedef struct Writer {
	ZnSvgDevice *svg;
	const ZnItem *item;
	const ZnTextLines *text;
	GArray **lines;    /* of segments, one a line; NULL = not shaped, or characters without a font */
	const ZnRun *base; /* whose font the <text> has */
	bool framed;
	bool anchored; /* the lines hang from their anchor, so that they keep their place in other fonts */
} Writer;

/* Shaping leaves out what no font has; the reader may have one. */
static bool line_is_whole(const ZnTextLines *text, size_t i)
{
	size_t bytes = 0;
	if (!text->shaped || !text->shaped[i] || !text->lines[i])
		return false;
	for (size_t k = 0; k < text->shaped[i]->n_runs; k++)
		bytes += text->shaped[i]->runs[k].text_len;
	return bytes == strlen(text->lines[i]);
}

static bool is_placed(const GArray *segments)
{
	for (guint i = 0; i < segments->len; i++) {
		const ZnSvgSegment *segment = &g_array_index(segments, ZnSvgSegment, i);
		if ((i && segment->placed) || segment->spacing != 0 || segment->run->rtl)
			return true;
	}
	return false;
}

static void lay_lines(Writer *writer)
{
	const ZnTextLines *text = writer->text;
	writer->lines = g_new0(GArray *, text->n);
	writer->anchored = true;
	for (size_t i = 0; i < text->n; i++) {
		if (!line_is_whole(text, i) || !text->shaped[i]->n_runs)
			continue;
		writer->lines[i] = zn_svg_layout(text->shaped[i], text->font.letter_spacing);
		writer->anchored = writer->anchored && !is_placed(writer->lines[i]);
		if (!writer->base)
			writer->base = text->shaped[i]->runs;
	}
}

static double line_x(const Writer *writer, size_t line)
{
	double x = writer->framed ? 0 : writer->item->x;
	return writer->anchored ? x : x + zn_text_line_start(writer->text, line);
}

static double line_y(const Writer *writer, size_t line)
{
	const ZnTextLines *text = writer->text;
	double step = text->line_height > 0 ? text->line_height : text->font.size + 2;
	return (writer->framed ? 0 : writer->item->y) + zn_text_baseline_offset(text) + (double)line * step;
}

/* Every run names its font, also where the list of families alone might lead to it: some readers take one font for all of a text. */
static bool same_font(const ZnRun *a, const ZnRun *b)
{
	return !strcmp(zn_face_family(a->face), zn_face_family(b->face)) && zn_face_weight(a->face) == zn_face_weight(b->face) &&
	       zn_face_italic(a->face) == zn_face_italic(b->face);
}

static void put_segment_text(GString *out, const ZnSvgSegment *segment)
{
	g_autofree char *text = g_strndup(segment->run->text + segment->start, segment->len);
	size_t n = strlen(text);
	if (n >= 2 && !strcmp(text + n - 2, "\xc2\xad")) { /* a hyphen at the end of a line: SVG shows no soft ones */
		bool own = n >= 3 && text[n - 3] == '-';
		text[n - 2] = own ? '\0' : '-';
		text[n - 1] = '\0';
	}
	zn_svg_escape(out, text);
}

/* A <tspan> only where something is to be told. */
static void put_segment(const Writer *writer, const ZnSvgSegment *segment, bool first, size_t line)
{
	const ZnTextLines *text = writer->text;
	const ZnRun *run = segment->run;
	bool place = segment->placed && !writer->anchored && !(first && !line), begin = first && line;
	bool font = !same_font(writer->base, run);
	const char *lang = run_lang(writer->svg, run);
	if (g_strcmp0(lang, run_lang(writer->svg, writer->base)) == 0)
		lang = NULL;
	GString *out = writer->svg->body;
	if (!place && !begin && !font && !lang && segment->spacing == 0) {
		put_segment_text(out, segment);
		return;
	}
	g_string_append(out, "<tspan");
	if (begin || place)
		zn_svg_number(out, "x", line_x(writer, line) + (writer->anchored ? 0 : segment->x));
	if (begin)
		zn_svg_number(out, "y", line_y(writer, line));
	if (font) {
		put_families(out, text, run);
		if (zn_face_weight(run->face) != zn_face_weight(writer->base->face))
			zn_svg_number(out, "font-weight", zn_face_weight(run->face));
		if (zn_face_italic(run->face) != zn_face_italic(writer->base->face))
			zn_svg_string(out, "font-style", zn_face_italic(run->face) ? "italic" : "normal");
	}
	if (segment->spacing != 0)
		zn_svg_number(out, "letter-spacing", text->font.letter_spacing + segment->spacing);
	if (lang)
		zn_svg_string(out, "xml:lang", lang);
	g_string_append_c(out, '>');
	put_segment_text(out, segment);
	g_string_append(out, "</tspan>");
}

/* A line that is not known more closely. */
static void put_plain_line(const Writer *writer, size_t line)
{
	GString *out = writer->svg->body;
	const char *text = writer->text->lines[line] ? writer->text->lines[line] : "";
	if (line) {
		g_string_append(out, "<tspan");
		zn_svg_number(out, "x", line_x(writer, line));
		zn_svg_number(out, "y", line_y(writer, line));
		g_string_append_c(out, '>');
	}
	zn_svg_escape(out, text);
	if (line)
		g_string_append(out, "</tspan>");
}

static void put_start(const Writer *writer, const ZnStyle *style)
{
	static const char *const anchors[] = {[ZN_TEXT_LEFT] = NULL, [ZN_TEXT_CENTER] = "middle", [ZN_TEXT_RIGHT] = "end"};
	const ZnTextLines *text = writer->text;
	GString *out = writer->svg->body;
	double first = !writer->anchored && writer->lines[0] && writer->lines[0]->len ? g_array_index(writer->lines[0], ZnSvgSegment, 0).x : 0;
	double x = line_x(writer, 0) + first, y = line_y(writer, 0);
	g_string_append(out, "<text");
	if (writer->framed)
		zn_svg_text_frame(out, writer->item);
	if (x != 0)
		zn_svg_number(out, "x", x);
	if (y != 0)
		zn_svg_number(out, "y", y);
	put_font(out, text, writer->base);
	if (writer->anchored && anchors[text->align])
		zn_svg_string(out, "text-anchor", anchors[text->align]);
	if (run_lang(writer->svg, writer->base))
		zn_svg_string(out, "xml:lang", run_lang(writer->svg, writer->base));
	if (has_loose_spaces(text))
		g_string_append(out, " xml:space=\"preserve\"");
	zn_svg_style(writer->svg, style);
	g_string_append_c(out, '>');
}

void zn_svg_text(ZnDevice *device, const ZnItem *item, const ZnStyle *style)
{
	ZnSvgDevice *svg = (ZnSvgDevice *)device;
	if (svg->outlines && item->text->shaped) {
		zn_svg_outlines(svg, item, style);
		return;
	}
	Writer writer = {.svg = svg, .item = item, .text = item->text, .framed = zn_svg_text_framed(item->text, style)};
	lay_lines(&writer);
	put_start(&writer, style);
	if (item->description) {
		g_string_append(svg->body, "<title>");
		zn_svg_escape(svg->body, item->description);
		g_string_append(svg->body, "</title>");
	}
	for (size_t i = 0; i < item->text->n; i++) {
		if (!writer.lines[i]) {
			put_plain_line(&writer, i);
			continue;
		}
		for (guint k = 0; k < writer.lines[i]->len; k++)
			put_segment(&writer, &g_array_index(writer.lines[i], ZnSvgSegment, k), k == 0, i);
		g_array_unref(writer.lines[i]);
	}
	g_free(writer.lines);
	g_string_append(svg->body, "</text>\n");
}
