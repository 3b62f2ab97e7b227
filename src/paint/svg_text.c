/* Text as <text>: selectable, searchable, with the fonts it was measured in first in the list of families. */
#include "paint/svg.h"

#include "scene/number.h"

#include <string.h>

static void append_family(GString *families, const char *family)
{
	static const char *const generic[] = {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", NULL};
	if (families->len)
		g_string_append(families, ", ");
	if (g_strv_contains(generic, family)) {
		g_string_append(families, family);
		return;
	}
	g_string_append_c(families, '\'');
	for (const char *s = family; *s; s++) {
		if (*s != '\'' && *s != '\\')
			g_string_append_c(families, *s);
	}
	g_string_append_c(families, '\'');
}

/* The faces that shaping chose, in order of appearance, then the families that were asked for. */
static GString *font_families(const ZnTextLines *text)
{
	GString *families = g_string_new(NULL);
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	for (size_t i = 0; text->shaped && i < text->n; i++) {
		for (size_t k = 0; text->shaped[i] && k < text->shaped[i]->n_runs; k++) {
			const char *family = zn_face_family(text->shaped[i]->runs[k].face);
			if (family && g_hash_table_add(seen, (gpointer)family))
				append_family(families, family);
		}
	}
	g_auto(GStrv) wanted = g_strsplit(text->font.family ? text->font.family : "sans-serif", ",", -1);
	for (char **family = wanted; *family; family++) {
		char *name = g_strstrip(*family);
		size_t n = strlen(name);
		if (n >= 2 && (*name == '"' || *name == '\'') && name[n - 1] == *name) {
			name[n - 1] = '\0';
			name++;
		}
		if (*name && g_hash_table_add(seen, name))
			append_family(families, name);
	}
	return families;
}

static void put_font(GString *out, const ZnTextLines *text)
{
	GString *families = font_families(text);
	zn_svg_string(out, "font-family", families->str);
	g_string_free(families, TRUE);
	zn_svg_number(out, "font-size", text->font.size);
	if (text->font.weight && text->font.weight != 400)
		zn_svg_number(out, "font-weight", text->font.weight);
	if (text->font.italic)
		zn_svg_string(out, "font-style", "italic");
	if (text->font.letter_spacing != 0)
		zn_svg_number(out, "letter-spacing", text->font.letter_spacing);
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

static void put_position(GString *out, const ZnItem *item, bool turned)
{
	double shift = zn_text_baseline_offset(item->text);
	if (turned) {
		g_string_append(out, " transform=\"translate(");
		zn_append_number(out, item->x, 3);
		g_string_append_c(out, ' ');
		zn_append_number(out, item->y, 3);
		g_string_append(out, ") rotate(");
		zn_append_number(out, item->text->angle, 3);
		g_string_append(out, ")\"");
		if (shift != 0)
			zn_svg_number(out, "y", shift);
	} else {
		zn_svg_number(out, "x", item->x);
		zn_svg_number(out, "y", item->y + shift);
	}
}

void zn_svg_text(ZnDevice *device, const ZnItem *item, const ZnStyle *style)
{
	static const char *const anchors[] = {[ZN_TEXT_LEFT] = NULL, [ZN_TEXT_CENTER] = "middle", [ZN_TEXT_RIGHT] = "end"};
	ZnSvgDevice *svg = (ZnSvgDevice *)device;
	const ZnTextLines *text = item->text;
	bool gradient = (style->fill && style->fill->gradient) || (style->stroke && style->stroke->gradient);
	bool turned = text->angle != 0 || gradient; /* a gradient's box is in the text's own frame */
	g_string_append(svg->body, "<text");
	put_position(svg->body, item, turned);
	put_font(svg->body, text);
	if (anchors[text->align])
		zn_svg_string(svg->body, "text-anchor", anchors[text->align]);
	if (has_loose_spaces(text))
		g_string_append(svg->body, " xml:space=\"preserve\"");
	zn_svg_style(svg, style);
	g_string_append_c(svg->body, '>');
	if (item->description) {
		g_string_append(svg->body, "<title>");
		zn_svg_escape(svg->body, item->description);
		g_string_append(svg->body, "</title>");
	}
	for (size_t i = 0; i < text->n; i++) {
		const char *line = text->lines[i] ? text->lines[i] : "";
		if (i == 0) {
			zn_svg_escape(svg->body, line);
			continue;
		}
		double step = text->line_height > 0 ? text->line_height : text->font.size + 2;
		g_string_append(svg->body, "<tspan");
		zn_svg_number(svg->body, "x", turned ? 0 : item->x);
		zn_svg_number(svg->body, "y", (turned ? 0 : item->y) + zn_text_baseline_offset(text) + (double)i * step);
		g_string_append_c(svg->body, '>');
		zn_svg_escape(svg->body, line);
		g_string_append(svg->body, "</tspan>");
	}
	g_string_append(svg->body, "</text>\n");
}
