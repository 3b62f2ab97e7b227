#include "text/setter.h"

#include <string.h>

/* --- breaks --- */

/* Boxes [start, end) between forced line ends, and where in them lines may end. */
typedef struct Stretch {
	size_t start, end;
	GArray *fits;  /* of ZnFitBreak */
	GArray *where; /* of size_t: box before which the break is */
} Stretch;

/* Short prepositions go before numbers and initials are torn apart; that is better than a line that sticks out, and nothing else. */
static double penalty_of(const ZnBox *before, const ZnBox *box)
{
	if (box->brk == ZN_BREAK_BOUND)
		return before && before->fixed ? 2e6 : 800;
	return box->brk == ZN_BREAK_HYPHEN ? 50 : 0;
}

static void list_breaks(const ZnSetter *setter, Stretch *stretch, bool bound)
{
	g_array_set_size(stretch->fits, 0);
	g_array_set_size(stretch->where, 0);
	double pen = 0, stretchable = 0, shrinkable = 0;
	ZnFitBreak ink = {0}; /* sums at the end of the last box that is not a space */
	const ZnBox *last = NULL;
	size_t waiting = 0; /* breaks whose next line has not begun yet: spaces come first */
	for (size_t i = stretch->start; i <= stretch->end; i++) {
		const ZnBox *box = i < stretch->end ? &g_array_index(setter->boxes, ZnBox, i) : NULL;
		bool edge = i == stretch->start || !box;
		if (edge || box->brk == ZN_BREAK_YES || box->brk == ZN_BREAK_HYPHEN || (bound && box->brk == ZN_BREAK_BOUND)) {
			ZnFitBreak fit = ink;
			fit.hyphen = !edge && box->brk == ZN_BREAK_HYPHEN;
			fit.penalty = edge ? 0 : penalty_of(i > 0 ? box - 1 : NULL, box);
			fit.extra = last ? -zn_box_trail(last) : 0;
			if (fit.hyphen && last)
				fit.extra = zn_hyphen_width(&zn_box_item(setter, last)->item, zn_box_font(setter, last));
			g_array_append_val(stretch->fits, fit);
			g_array_append_val(stretch->where, i);
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

/* Chooses breaks in passes, as TeX does: without hyphens, with them, and at last also where it hurts. */
static void set_stretch(ZnSetter *setter, Stretch *stretch, bool *hyphenated)
{
	const ZnParagraphStyle *style = setter->style;
	bool justify = style->align == ZN_ALIGN_JUSTIFY;
	double indent = setter->lines->len == 0 ? style->first_indent : style->indent;
	ZnFitStyle fit = {style->width - indent, style->width - style->indent, 0, justify ? 0 : 4 * setter->em, 2 * setter->em};
	size_t n = 0;
	g_autofree size_t *chosen = NULL;
	for (int pass = *hyphenated ? 1 : 0; pass < 3; pass++) {
		if (pass == 1 && !style->hyphenate)
			continue;
		if (pass == 1 && !*hyphenated) {
			add_hyphens(setter, stretch);
			*hyphenated = true;
		}
		static const double tolerances[] = {1.2, 3, 6};
		fit.tolerance = justify ? tolerances[pass] : 1e9;
		list_breaks(setter, stretch, pass == 2);
		g_free(chosen);
		chosen = g_new(size_t, stretch->fits->len + 1);
		bool feasible;
		n = zn_fit_lines((ZnFitBreak *)stretch->fits->data, stretch->fits->len, &fit, chosen, &feasible);
		if (feasible)
			break;
	}
	size_t from = stretch->start;
	for (size_t i = 0; i < n; i++) {
		size_t to = g_array_index(stretch->where, size_t, chosen[i]);
		zn_line_make(setter, from, to, g_array_index(stretch->fits, ZnFitBreak, chosen[i]).hyphen, i + 1 == n);
		from = to;
	}
}

static void set_lines(ZnSetter *setter)
{
	Stretch stretch = {0, 0, g_array_new(FALSE, FALSE, sizeof(ZnFitBreak)), g_array_new(FALSE, FALSE, sizeof(size_t))};
	bool hyphenated = false;
	while (stretch.end < setter->boxes->len) {
		stretch.start = stretch.end;
		stretch.end = stretch_end(setter, stretch.start);
		set_stretch(setter, &stretch, &hyphenated);
	}
	g_array_free(stretch.fits, TRUE);
	g_array_free(stretch.where, TRUE);
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
	setter.items = g_array_new(FALSE, FALSE, sizeof(ZnParagraphItem));
	setter.boxes = g_array_sized_new(FALSE, FALSE, sizeof(ZnBox), (guint)setter.n_chars);
	setter.line = g_array_new(FALSE, FALSE, sizeof(ZnBox));
	setter.lines = g_ptr_array_new();
	zn_shape_buffer_init(&setter.buffer);
	shape_spans(&setter);
	zn_boxes_make(&setter);
	zn_boxes_set_glue(&setter, (ZnBox *)setter.boxes->data, setter.boxes->len);
	measure(&setter, paragraph);
	set_lines(&setter);
	paragraph->n_lines = setter.lines->len;
	paragraph->lines = zn_new_n(context->arena, ZnLine, setter.lines->len);
	for (guint i = 0; i < setter.lines->len; i++)
		paragraph->lines[i] = *(ZnLine *)setter.lines->pdata[i];
	zn_shape_buffer_clear(&setter.buffer);
	g_ptr_array_free(setter.lines, TRUE);
	g_array_free(setter.line, TRUE);
	g_array_free(setter.boxes, TRUE);
	g_array_free(setter.items, TRUE);
	g_free(setter.breaks);
	g_free(setter.chars);
	return paragraph;
}
