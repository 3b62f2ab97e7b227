#include "text/setter.h"

#include <string.h>

/* What a paragraph works in: kept by the fonts, so that a book does not allocate it anew for each. */
struct ZnSetterScratch {
	GArray *items, *boxes, *line, *lines, *fits, *where, *nodes, *chosen;
	ZnShapeBuffer buffer;
};

#define LARGE_SCRATCH 100000u /* boxes; after a larger paragraph the memory goes back */

static struct ZnSetterScratch *scratch_of(ZnFonts *fonts)
{
	if (!fonts->scratch) {
		struct ZnSetterScratch *scratch = fonts->scratch = g_new0(struct ZnSetterScratch, 1);
		scratch->items = g_array_new(FALSE, FALSE, sizeof(ZnParagraphItem));
		scratch->boxes = g_array_new(FALSE, FALSE, sizeof(ZnBox));
		scratch->line = g_array_new(FALSE, FALSE, sizeof(ZnBox));
		scratch->lines = g_array_new(FALSE, FALSE, sizeof(ZnLine));
		scratch->fits = g_array_new(FALSE, FALSE, sizeof(ZnFitBreak));
		scratch->where = g_array_new(FALSE, FALSE, sizeof(size_t));
		scratch->nodes = zn_fit_scratch_new();
		scratch->chosen = g_array_new(FALSE, FALSE, sizeof(ZnFitLine));
		zn_shape_buffer_init(&scratch->buffer);
	}
	return fonts->scratch;
}

void zn_setter_scratch_free(struct ZnSetterScratch *scratch)
{
	if (!scratch)
		return;
	GArray *arrays[] = {scratch->items, scratch->boxes, scratch->line,  scratch->lines,
	                    scratch->fits,  scratch->where, scratch->nodes, scratch->chosen};
	for (size_t i = 0; i < G_N_ELEMENTS(arrays); i++)
		g_array_free(arrays[i], TRUE);
	zn_shape_buffer_clear(&scratch->buffer);
	g_free(scratch);
}

/* --- breaks --- */

/* The passes, as in TeX: without hyphens, with them, also where it hurts, and at last inside words that are wider than the measure. */
typedef enum { PASS_PLAIN, PASS_HYPHENS, PASS_BOUND, PASS_CUT, N_PASSES } Pass;

static const double tolerances[N_PASSES] = {1.2, 3, 6, 6};

/* Boxes [start, end) between forced line ends, and where in them lines may end. */
typedef struct Stretch {
	size_t start, end;
	GArray *fits;  /* of ZnFitBreak */
	GArray *where; /* of size_t: box before which the break is */
} Stretch;

#define HYPHEN_PENALTY 50.0
/* Of a hyphen inside a part of a word that has hyphens of its own. */
#define COMPOUND_PENALTY 200.0
/* Short prepositions go before numbers and initials are torn apart, those before a word is cut; that is better than a line that sticks
 * out, and nothing else. */
#define BOUND_PENALTY 800.0
#define FIXED_PENALTY 2e6
#define CUT_PENALTY 1e5
/* A number and its counter (1991年) part only where the lines would be much worse. */
#define WEAK_PENALTY 1500.0
#define RAGGED_RUNT 6.0 /* em of a last line, at most asked for */

static double penalty_of(const ZnBox *before, const ZnBox *box)
{
	if (box->brk == ZN_BREAK_BOUND)
		return before && before->fixed ? FIXED_PENALTY : BOUND_PENALTY;
	bool own_hyphen = before && zn_char_is_hyphen(before->c);
	if (box->brk == ZN_BREAK_YES)
		return box->weak ? WEAK_PENALTY : own_hyphen ? HYPHEN_PENALTY : 0;
	if (box->brk == ZN_BREAK_HYPHEN)
		return box->weak ? COMPOUND_PENALTY : HYPHEN_PENALTY;
	return box->brk == ZN_BREAK_NO ? CUT_PENALTY : 0;
}

static bool may_break(const ZnBox *box, Pass pass)
{
	return box->brk == ZN_BREAK_YES || box->brk == ZN_BREAK_HYPHEN || (pass >= PASS_BOUND && box->brk == ZN_BREAK_BOUND);
}

/* Where the unbreakable piece from box i on ends, when it is wider than a line; else i. */
static size_t wide_piece_end(const ZnSetter *setter, const Stretch *stretch, size_t i, double measure)
{
	double width = 0;
	size_t end = i;
	do {
		const ZnBox *box = &g_array_index(setter->boxes, ZnBox, end);
		width += box->cluster.advance + box->gap;
		end++;
	} while (end < stretch->end && !may_break(&g_array_index(setter->boxes, ZnBox, end), PASS_BOUND));
	return width > measure ? end : i;
}

static void add_break(const ZnSetter *setter, Stretch *stretch, size_t i, const ZnBox *box, const ZnBox *last, const ZnFitBreak *ink)
{
	ZnFitBreak fit = *ink;
	bool edge = i == stretch->start || !box;
	fit.hyphen = !edge && box->brk == ZN_BREAK_HYPHEN;
	fit.penalty = edge ? 0 : penalty_of(i > 0 ? box - 1 : NULL, box);
	fit.extra = last ? -zn_box_trail(last) : 0;
	if (fit.hyphen && last)
		fit.extra = zn_hyphen_width(&zn_box_item(setter, last)->item, zn_box_font(setter, last));
	g_array_append_val(stretch->fits, fit);
	g_array_append_val(stretch->where, i);
}

static void list_breaks(const ZnSetter *setter, Stretch *stretch, Pass pass)
{
	g_array_set_size(stretch->fits, 0);
	g_array_set_size(stretch->where, 0);
	double pen = 0, stretchable = 0, shrinkable = 0;
	ZnFitBreak ink = {0}; /* sums at the end of the last box that is not a space */
	const ZnBox *last = NULL;
	size_t waiting = 0; /* breaks whose next line has not begun yet: spaces come first */
	size_t cut_end = 0; /* boxes before that are of a piece that is to be cut */
	for (size_t i = stretch->start; i <= stretch->end; i++) {
		const ZnBox *box = i < stretch->end ? &g_array_index(setter->boxes, ZnBox, i) : NULL;
		bool allowed = i == stretch->start || !box || may_break(box, pass);
		if (pass == PASS_CUT && box && i >= cut_end && allowed)
			cut_end = wide_piece_end(setter, stretch, i, setter->style->width - setter->style->indent);
		if (allowed || (i < cut_end && box->role != ZN_ROLE_SPACE)) {
			add_break(setter, stretch, i, box, last, &ink);
			waiting++;
		}
		if (!box)
			break;
		if (box->role != ZN_ROLE_SPACE) {
			for (; waiting > 0; waiting--) {
				ZnFitBreak *fit = &g_array_index(stretch->fits, ZnFitBreak, stretch->fits->len - waiting);
				fit->start = pen;
				fit->start_stretch = stretchable;
				fit->start_shrink = shrinkable;
				fit->lead = zn_box_lead(box);
			}
			ink = (ZnFitBreak){.end = pen + box->cluster.advance, .end_stretch = stretchable, .end_shrink = shrinkable};
			last = box;
		}
		pen += box->cluster.advance + box->gap;
		stretchable += box->stretch;
		shrinkable += box->shrink;
	}
	/* the end is no hyphen; those behind the last other break would leave a part of a word alone */
	for (guint i = stretch->fits->len - 1; i-- > 0 && g_array_index(stretch->fits, ZnFitBreak, i).hyphen;)
		g_array_index(stretch->fits, ZnFitBreak, i).last_word = true;
}

/* --- the paragraph --- */

static size_t stretch_end(const ZnSetter *setter, size_t start)
{
	size_t end = start + 1;
	while (end < setter->boxes->len && g_array_index(setter->boxes, ZnBox, end).brk != ZN_BREAK_FORCED)
		end++;
	return end;
}

/* Hyphenates the whole paragraph. Ligatures with a hyphen inside become more boxes, so the stretch is found again. */
static void add_hyphens(ZnSetter *setter, Stretch *stretch)
{
	uint32_t from = g_array_index(setter->boxes, ZnBox, stretch->start).cluster.at;
	zn_breaks_hyphenate(setter->context->fonts, setter->chars, setter->n_chars, setter->breaks);
	zn_boxes_make(setter);
	zn_boxes_set_glue(setter, (ZnBox *)setter->boxes->data, setter->boxes->len);
	while (g_array_index(setter->boxes, ZnBox, stretch->start).cluster.at < from)
		stretch->start++;
	stretch->end = stretch_end(setter, stretch->start);
}

/* The last line holds two Han and a mark, or, in Western text, more than the indent of the next paragraph. Where lines are ragged anyway,
 * as in captions and notes, one word left over shows more, and costs less to mend. */
static double runt_width(const ZnSetter *setter)
{
	const ZnParagraphStyle *style = setter->style;
	double em = setter->em, least = MAX(1.5 * em, style->first_indent - style->indent + 0.5 * em);
	if (zn_lang_is(setter->lang, "zh") || zn_lang_is(setter->lang, "ja"))
		least = 2.4 * em;
	return style->align == ZN_ALIGN_JUSTIFY ? least : MAX(least, MIN(style->width / 8, RAGGED_RUNT * em));
}

static bool has_overfull(const GArray *chosen)
{
	for (guint i = 0; i < chosen->len; i++) {
		if (g_array_index(chosen, ZnFitLine, i).ratio < -1)
			return true;
	}
	return false;
}

static void choose_breaks(ZnSetter *setter, Stretch *stretch, bool *hyphenated, struct ZnSetterScratch *scratch)
{
	const ZnParagraphStyle *style = setter->style;
	bool justify = style->align == ZN_ALIGN_JUSTIFY;
	double indent = setter->lines->len == 0 ? style->first_indent : style->indent;
	ZnFitStyle fit = {style->width - indent, style->width - style->indent, 0, justify ? 0 : 4 * setter->em, runt_width(setter)};
	for (Pass pass = *hyphenated ? PASS_HYPHENS : PASS_PLAIN; pass < N_PASSES; pass++) {
		if (pass == PASS_HYPHENS && !style->hyphenate)
			continue;
		if (pass == PASS_CUT && (fit.width < 2 * setter->em || !has_overfull(scratch->chosen)))
			break;
		if (pass == PASS_HYPHENS && !*hyphenated) {
			add_hyphens(setter, stretch);
			*hyphenated = true;
		}
		fit.tolerance = justify ? tolerances[pass] : 1e9;
		list_breaks(setter, stretch, pass);
		g_array_set_size(scratch->chosen, stretch->fits->len);
		bool feasible;
		size_t n = zn_fit_lines((ZnFitBreak *)(void *)stretch->fits->data, stretch->fits->len, &fit, scratch->nodes,
		                        (ZnFitLine *)(void *)scratch->chosen->data, &feasible);
		g_array_set_size(scratch->chosen, (guint)n);
		if (feasible)
			break;
	}
}

static void set_stretch(ZnSetter *setter, Stretch *stretch, bool *hyphenated, struct ZnSetterScratch *scratch)
{
	choose_breaks(setter, stretch, hyphenated, scratch);
	size_t from = stretch->start;
	for (guint i = 0; i < scratch->chosen->len; i++) {
		const ZnFitLine *line = &g_array_index(scratch->chosen, ZnFitLine, i);
		size_t to = g_array_index(stretch->where, size_t, line->to);
		bool last = i + 1 == scratch->chosen->len;
		ZnLineEnd how = {.hyphen = g_array_index(stretch->fits, ZnFitBreak, line->to).hyphen, .last = last, .ratio = line->ratio};
		how.cut = !last && g_array_index(setter->boxes, ZnBox, to).brk == ZN_BREAK_NO;
		zn_line_make(setter, from, to, &how);
		from = to;
	}
}

static void set_lines(ZnSetter *setter, struct ZnSetterScratch *scratch)
{
	Stretch stretch = {0, 0, scratch->fits, scratch->where};
	bool hyphenated = false;
	while (stretch.end < setter->boxes->len) {
		stretch.start = stretch.end;
		stretch.end = stretch_end(setter, stretch.start);
		set_stretch(setter, &stretch, &hyphenated, scratch);
	}
}

/* The widths a table asks for: of the longest line without breaks, and of the widest piece. */
static void measure(const ZnSetter *setter, ZnParagraph *paragraph)
{
	double line = 0, piece = 0, line_ink = 0, piece_ink = 0;
	for (guint i = 0; i < setter->boxes->len; i++) {
		const ZnBox *box = &g_array_index(setter->boxes, ZnBox, i);
		if (box->brk == ZN_BREAK_FORCED)
			line = 0;
		if (box->brk >= ZN_BREAK_YES)
			piece = 0;
		if (box->role != ZN_ROLE_SPACE) {
			line_ink = line + box->cluster.advance;
			piece_ink = piece + box->cluster.advance;
		}
		line += box->cluster.advance + box->gap;
		piece += box->cluster.advance + box->gap;
		paragraph->natural_width = MAX(paragraph->natural_width, line_ink);
		paragraph->min_width = MAX(paragraph->min_width, piece_ink);
	}
}

static void shape_spans(ZnSetter *setter)
{
	size_t from = 0;
	g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(ZnItem));
	for (size_t s = 0; s < setter->n_spans; s++) {
		const ZnSpan *span = &setter->spans[s];
		size_t to = from;
		while (to < setter->n_chars && setter->chars[to].at < setter->span_ends[s])
			to++;
		g_array_set_size(items, 0);
		zn_text_items(setter->context->fonts, &span->font, span->lang ? span->lang : setter->lang, setter->chars, from, to, items);
		for (guint i = 0; i < items->len; i++) {
			ZnParagraphItem item = {g_array_index(items, ZnItem, i), s};
			g_array_append_val(setter->items, item);
			zn_shape_item(setter->context, &item.item, &span->font, setter->text, &setter->buffer);
		}
		from = to;
	}
}

static char *join_spans(const ZnSpan *spans, size_t n, size_t *ends)
{
	GString *all = g_string_new(NULL);
	for (size_t i = 0; i < n; i++) {
		g_autofree char *valid = g_utf8_make_valid(spans[i].text ? spans[i].text : "", -1);
		g_string_append(all, valid);
		ends[i] = all->len;
	}
	return g_string_free(all, FALSE);
}

ZnParagraph *zn_paragraph_new(ZnContext *context, const ZnSpan *spans, size_t n_spans, const ZnParagraphStyle *style)
{
	ZnParagraph *paragraph = zn_new(context->arena, ZnParagraph);
	g_autofree size_t *ends = g_new(size_t, n_spans + 1);
	g_autofree char *text = join_spans(spans, n_spans, ends);
	if (!*text)
		return paragraph;
	ZnSetter setter = {.context = context, .spans = spans, .n_spans = n_spans, .style = style, .text = text, .len = strlen(text)};
	setter.lang = style->lang ? style->lang : context->lang;
	setter.span_ends = ends;
	setter.em = spans[0].font.size;
	setter.chars = zn_text_chars(text, setter.len, setter.lang, &setter.n_chars);
	setter.breaks = g_new(ZnBreak, setter.n_chars + 1);
	zn_breaks_find(text, setter.len, setter.chars, setter.n_chars, setter.lang, setter.breaks);
	struct ZnSetterScratch *scratch = scratch_of(context->fonts);
	setter.items = g_array_set_size(scratch->items, 0);
	setter.boxes = scratch->boxes;
	setter.line = scratch->line;
	setter.lines = g_array_set_size(scratch->lines, 0);
	setter.buffer = scratch->buffer;
	g_array_set_size(setter.buffer.clusters, 0);
	g_array_set_size(setter.buffer.glyphs, 0);
	shape_spans(&setter);
	zn_boxes_make(&setter);
	zn_boxes_set_glue(&setter, (ZnBox *)setter.boxes->data, setter.boxes->len);
	measure(&setter, paragraph);
	set_lines(&setter, scratch);
	paragraph->n_lines = setter.lines->len;
	paragraph->lines = zn_new_n(context->arena, ZnLine, setter.lines->len);
	memcpy(paragraph->lines, setter.lines->data, setter.lines->len * sizeof(ZnLine));
	if (setter.boxes->len > LARGE_SCRATCH) {
		zn_setter_scratch_free(scratch);
		context->fonts->scratch = NULL;
	}
	g_free(setter.breaks);
	g_free(setter.chars);
	return paragraph;
}
