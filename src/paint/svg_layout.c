/* Where a reader of SVG would put the characters of a line, and which of them have to be told their places: spaces that justify a line,
 * full-width marks that lost their blank half, the quarter em between Han and Latin, other fonts. Most labels need nothing. */
#include "paint/svg.h"

#include <hb.h>
#include <math.h>
#include <string.h>

#define SLACK 0.1    /* px that a character may be off */
#define LOOK_AHEAD 6 /* characters that must agree on a spacing */
#define LEAST_AHEAD 3

/* A character, or several with their glyphs when they belong together. */
typedef struct Unit {
	size_t start;   /* byte */
	double x;       /* px from the start of the line; NaN = no glyph of its own */
	double natural; /* where it follows by itself, from the start of the run */
} Unit;

/* Marks that touch are one cluster for readers of PDF, but have their own glyphs and places. */
static bool is_solid(gunichar c)
{
	return c >= 0x2e80 || (c >= 0x2010 && c <= 0x2027) || c == 0xb7;
}

static bool cluster_divides(const char *text, const cairo_text_cluster_t *cluster)
{
	int n = 0;
	for (const char *s = text; s < text + cluster->num_bytes; s = g_utf8_next_char(s), n++) {
		if (!is_solid(g_utf8_get_char(s)))
			return false;
	}
	return n > 1 && n <= cluster->num_glyphs;
}

static void add_unit(GArray *units, const ZnRun *run, size_t start, size_t glyph, bool has_glyph)
{
	Unit unit = {start, has_glyph && glyph < run->n_glyphs ? run->glyphs[glyph].x : NAN, 0};
	g_array_append_val(units, unit);
}

static GArray *find_units(const ZnRun *run)
{
	GArray *units = g_array_new(FALSE, FALSE, sizeof(Unit));
	size_t at = 0, glyph = 0;
	for (size_t i = 0; i < run->n_clusters; i++) {
		const cairo_text_cluster_t *cluster = &run->clusters[i];
		size_t end = at + (size_t)cluster->num_bytes, g = glyph;
		if (cluster_divides(run->text + at, cluster)) {
			for (size_t byte = at; byte < end; byte += (size_t)g_utf8_skip[(unsigned char)run->text[byte]])
				add_unit(units, run, byte, g++, true);
		} else {
			add_unit(units, run, at, glyph, cluster->num_glyphs > 0);
		}
		at = end;
		glyph += (size_t)cluster->num_glyphs;
	}
	return units;
}

/* Shapes the run as a browser does by default; its width in px. */
static double set_naturally(const ZnRun *run, double letter_spacing, GArray *units)
{
	const hb_feature_t apart[] = {{HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
	                              {HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}};
	hb_font_t *font = zn_face_font(run->face);
	double px = zn_face_size(run->face) / hb_face_get_upem(hb_font_get_face(font)), pen = 0;
	hb_buffer_t *buffer = hb_buffer_create();
	hb_buffer_add_utf8(buffer, run->text, (int)run->text_len, 0, (int)run->text_len);
	hb_buffer_set_language(buffer, hb_language_from_string(run->lang ? run->lang : "en", -1));
	hb_buffer_guess_segment_properties(buffer);
	hb_shape(font, buffer, apart, letter_spacing != 0 ? G_N_ELEMENTS(apart) : 0);
	unsigned n;
	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &n);
	const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, NULL);
	guint next = 0;
	for (unsigned g = 0; g < n; g++) {
		for (; next < units->len && g_array_index(units, Unit, next).start <= infos[g].cluster; next++)
			g_array_index(units, Unit, next).natural = pen + next * letter_spacing;
		pen += positions[g].x_advance * px;
	}
	hb_buffer_destroy(buffer);
	for (; next < units->len; next++)
		g_array_index(units, Unit, next).natural = pen + next * letter_spacing;
	return pen + units->len * letter_spacing;
}

/* The even spacing that the characters from units[0] on have, 0 = none. */
static double even_spacing(const Unit *units, guint n)
{
	guint m = MIN(LOOK_AHEAD, n - 1);
	if (n <= LEAST_AHEAD)
		return 0;
	double each = ((units[m].x - units[0].x) - (units[m].natural - units[0].natural)) / m;
	for (guint i = 1; i <= m; i++) {
		double off = (units[i].x - units[0].x) - (units[i].natural - units[0].natural) - i * each;
		if (!(fabs(off) < SLACK / 4))
			return 0;
	}
	return fabs(each) < 0.005 ? 0 : round(each * 1000) / 1000;
}

typedef struct Layout {
	GArray *segments;
	double expected; /* where the next character comes by itself */
} Layout;

/* A run in another font is always placed: readers that set what stands together in one font see texts of their own then. */
static ZnSvgSegment *begin_segment(Layout *layout, const ZnRun *run, size_t start, double x)
{
	const ZnSvgSegment *before = layout->segments->len ? &g_array_index(layout->segments, ZnSvgSegment, layout->segments->len - 1) : NULL;
	bool placed = !before || before->run->face != run->face || !(fabs(x - layout->expected) <= SLACK);
	ZnSvgSegment segment = {.run = run, .start = start, .len = run->text_len - start, .x = placed ? x : layout->expected, .placed = placed};
	g_array_append_val(layout->segments, segment);
	return &g_array_index(layout->segments, ZnSvgSegment, layout->segments->len - 1);
}

/* Spaces where a segment would begin stand unplaced at the end of what is before: some readers drop those at the start of a text, and the
 * place with them. The character behind them is placed instead. */
static guint pass_spaces(Layout *layout, const ZnRun *run, const GArray *units, guint i)
{
	guint first = i;
	const Unit *unit = &g_array_index(units, Unit, i);
	while (i < units->len && g_unichar_isspace(g_utf8_get_char(run->text + g_array_index(units, Unit, i).start)))
		i++;
	if (i == first)
		return i;
	ZnSvgSegment *segment = begin_segment(layout, run, unit->start, isnan(unit->x) ? layout->expected : unit->x);
	segment->placed = false;
	if (i < units->len)
		segment->len = g_array_index(units, Unit, i).start - unit->start;
	layout->expected = NAN;
	return i;
}

static void lay_run(Layout *layout, const ZnRun *run, double letter_spacing)
{
	GArray *found = find_units(run);
	const Unit *units = (const Unit *)(void *)found->data;
	double width = set_naturally(run, letter_spacing, found);
	for (guint i = 0; i < found->len;) {
		i = pass_spaces(layout, run, found, i);
		if (i == found->len)
			break;
		ZnSvgSegment *segment = begin_segment(layout, run, units[i].start, isnan(units[i].x) ? layout->expected : units[i].x);
		segment->spacing = even_spacing(units + i, found->len - i);
		guint k = i + 1;
		for (; k < found->len; k++) {
			double wanted = segment->x + units[k].natural - units[i].natural + (k - i) * segment->spacing;
			if (!isnan(units[k].x) && fabs(units[k].x - wanted) > SLACK)
				break;
		}
		double end = k < found->len ? units[k].natural : width;
		if (k < found->len)
			segment->len = units[k].start - segment->start;
		layout->expected = segment->x + end - units[i].natural + (k - i) * segment->spacing;
		i = k;
	}
	g_array_unref(found);
}

GArray *zn_svg_layout(const ZnShaped *shaped, double letter_spacing)
{
	Layout layout = {.segments = g_array_new(FALSE, FALSE, sizeof(ZnSvgSegment))};
	for (size_t i = 0; i < shaped->n_runs; i++) {
		const ZnRun *run = &shaped->runs[i];
		if (!run->text_len)
			continue;
		if (!run->rtl) {
			lay_run(&layout, run, letter_spacing);
			continue;
		}
		begin_segment(&layout, run, 0, run->x); /* from its left edge: the reader turns it round */
		layout.expected = run->x + run->width;
	}
	return layout.segments;
}
