#include "text/setter.h"

static size_t skip_spaces(const ZnSetter *setter, size_t i, size_t end)
{
	while (i < end && g_array_index(setter->boxes, ZnBox, i).role == ZN_ROLE_SPACE)
		i++;
	return i;
}

static size_t drop_spaces(const ZnSetter *setter, size_t start, size_t i)
{
	while (i > start && g_array_index(setter->boxes, ZnBox, i - 1).role == ZN_ROLE_SPACE)
		i--;
	return i;
}

/* Boxes [start, end) of one item, shaped anew as a line of their own. */
static void reshape(ZnSetter *setter, size_t start, size_t end)
{
	const ZnBox *first = &g_array_index(setter->boxes, ZnBox, start), *last = &g_array_index(setter->boxes, ZnBox, end - 1);
	uint32_t index = first->item;
	ZnItem item = zn_box_item(setter, first)->item;
	item.start = first->cluster.at;
	item.len = last->cluster.at + last->cluster.len - item.start;
	const ZnFont *font = zn_box_font(setter, first);
	size_t at = 0;
	for (size_t low = 0, high = setter->n_chars; low < high;) { /* the item's first character */
		at = (low + high) / 2;
		if (setter->chars[at].at < item.start)
			low = at = at + 1;
		else
			high = at;
	}
	guint done = setter->buffer.clusters->len;
	zn_shape_item(setter->context, &item, font, setter->text, &setter->buffer);
	for (guint i = done; i < setter->buffer.clusters->len; i++)
		zn_boxes_add(setter, &g_array_index(setter->buffer.clusters, ZnCluster, i), index, &at, setter->line);
	g_array_set_size(setter->buffer.clusters, done);
}

static void collect_line(ZnSetter *setter, size_t start, size_t end)
{
	const ZnBox *boxes = (const ZnBox *)setter->boxes->data;
	g_array_set_size(setter->line, 0);
	for (size_t i = start; i < end;) {
		size_t next = i + 1;
		while (next < end && boxes[next].item == boxes[i].item)
			next++;
		/* a break changes the glyphs beside it up to where a cut is safe */
		size_t from = i, to = next;
		if (i > 0 && boxes[i].cluster.unsafe && boxes[i - 1].item == boxes[i].item) {
			for (from++; from < next && boxes[from].cluster.unsafe;)
				from++;
		}
		if (next < setter->boxes->len && boxes[next].item == boxes[i].item && boxes[next].cluster.unsafe) {
			for (to--; to > from && boxes[to].cluster.unsafe;)
				to--;
		}
		to = MAX(to, from);
		if (from > i)
			reshape(setter, i, from);
		if (to > from)
			g_array_append_vals(setter->line, &boxes[from], (guint)(to - from));
		if (next > to)
			reshape(setter, to, next);
		i = next;
	}
}

/* Gives up to `amount` px to the glue of these kinds, in proportion to what each can give; what is left is returned. */
static double share(ZnBox *boxes, size_t n, double amount, guint kinds, bool shrink)
{
	double room = 0;
	for (size_t i = 0; i + 1 < n; i++)
		room += kinds & 1u << boxes[i].glue ? (shrink ? boxes[i].shrink : boxes[i].stretch) : 0;
	if (room <= 0)
		return amount;
	double part = MIN(amount / room, 1);
	for (size_t i = 0; i + 1 < n; i++) {
		if (kinds & 1u << boxes[i].glue)
			boxes[i].gap += shrink ? -part * boxes[i].shrink : part * boxes[i].stretch;
	}
	return MAX(amount - room, 0);
}

/* Spreads px evenly over all glue of these kinds, beyond any bound. */
static bool spread(ZnBox *boxes, size_t n, double amount, guint kinds)
{
	size_t count = 0;
	for (size_t i = 0; i + 1 < n; i++)
		count += (kinds >> boxes[i].glue) & 1;
	for (size_t i = 0; count && i + 1 < n; i++)
		boxes[i].gap += (kinds >> boxes[i].glue) & 1 ? amount / (double)count : 0;
	return count > 0;
}

#define KIND(glue) (1u << (glue))

/* CLREQ's order: punctuation shrinks before spaces do; spaces and the gaps beside Western text stretch before Han are set apart.
 * Latin and Cyrillic letters are never set apart. */
static void distribute(ZnBox *boxes, size_t n, double slack)
{
	if (slack < 0) {
		double left = -slack;
		for (guint kind = ZN_GLUE_DOT; kind <= ZN_GLUE_AUTO && left > 0; kind++)
			left = share(boxes, n, left, KIND(kind), true);
		return;
	}
	double left = share(boxes, n, slack, KIND(ZN_GLUE_WORD), false);
	left = share(boxes, n, left, KIND(ZN_GLUE_AUTO), false);
	if (left <= 0)
		return;
	bool han = false;
	for (size_t i = 0; i + 1 < n; i++)
		han = han || boxes[i].glue == ZN_GLUE_HAN;
	guint all = KIND(ZN_GLUE_WORD) | KIND(ZN_GLUE_AUTO);
	guint between = KIND(ZN_GLUE_HAN) | KIND(ZN_GLUE_DOT) | KIND(ZN_GLUE_BRACKET) | KIND(ZN_GLUE_MARK);
	spread(boxes, n, left, han ? all | between : all);
}

/* The pieces of a line in visual order; the line's boxes have their final gaps. */
static void make_pieces(ZnSetter *setter, ZnLine *line, double x, bool hyphen)
{
	ZnArena *arena = setter->context->arena;
	ZnBox *boxes = (ZnBox *)setter->line->data;
	size_t n = setter->line->len, n_items = 0;
	g_autofree size_t *first = g_new(size_t, n + 1), *order = g_new(size_t, n + 1);
	g_autofree uint8_t *levels = g_new(uint8_t, n + 1);
	g_autofree double *advances = g_new(double, n + 1);
	g_autofree ZnCluster *clusters = g_new(ZnCluster, n + 1);
	for (size_t i = 0; i < n; i++) {
		if (i == 0 || boxes[i].item != boxes[i - 1].item) {
			levels[n_items] = zn_box_item(setter, &boxes[i])->item.level;
			first[n_items++] = i;
		}
		clusters[i] = boxes[i].cluster;
		advances[i] = boxes[i].cluster.advance + boxes[i].gap;
	}
	first[n_items] = n;
	zn_visual_order(levels, n_items, order);
	line->pieces = zn_new_n(arena, ZnPiece, n_items);
	ZnShaped *shaped = NULL;
	for (size_t v = 0; v < n_items; v++) {
		size_t i = order[v], count = first[i + 1] - first[i];
		const ZnParagraphItem *item = zn_box_item(setter, &boxes[first[i]]);
		const ZnSpan *span = &setter->spans[item->span];
		if (!shaped || line->pieces[line->n_pieces - 1].span != item->span) {
			shaped = zn_new(arena, ZnShaped);
			shaped->runs = zn_new_n(arena, ZnRun, n_items - v);
			line->pieces[line->n_pieces++] = (ZnPiece){shaped, item->span, x, span->rise};
		}
		ZnRun run = zn_run_make(setter->context, &item->item, &span->font, setter->text, (ZnShapedGlyph *)setter->buffer.glyphs->data,
		                        &clusters[first[i]], count, &advances[first[i]], hyphen && i + 1 == n_items, shaped->width);
		x += run.width;
		shaped->width += run.width;
		if (item->item.file) {
			shaped->runs[shaped->n_runs++] = run;
			shaped->ascent = MAX(shaped->ascent, item->item.file->ascent * span->font.size);
			shaped->descent = MAX(shaped->descent, item->item.file->descent * span->font.size);
		}
		line->ascent = MAX(line->ascent, shaped->ascent + span->rise);
		line->descent = MAX(line->descent, shaped->descent - span->rise);
	}
}

/* Whether the line ends where a space is read, although none is seen: programs that take text out of a PDF, or read it aloud, need it. */
static bool ends_with_space(const ZnSetter *setter, size_t start, size_t end, size_t given_end)
{
	bool forced = false;
	for (size_t i = end; i < given_end; i++) {
		gunichar c = g_array_index(setter->boxes, ZnBox, i).c;
		if (c != '\n')
			return true;
		forced = true;
	}
	uint8_t role = end > start ? g_array_index(setter->boxes, ZnBox, end - 1).role : ZN_ROLE_HAN;
	return forced && (role == ZN_ROLE_WESTERN || role == ZN_ROLE_OTHER);
}

/* A space behind the last run of a line: a glyph without ink, which takes no room. */
static void add_space(ZnArena *arena, ZnLine *line)
{
	const ZnPiece *piece = line->n_pieces ? &line->pieces[line->n_pieces - 1] : NULL;
	hb_codepoint_t id;
	if (!piece || !piece->shaped->n_runs)
		return;
	ZnRun *run = &piece->shaped->runs[piece->shaped->n_runs - 1];
	if (run->rtl || !hb_font_get_nominal_glyph(zn_face_font(run->face), ' ', &id))
		return;
	ZnGlyph glyph = {id, run->x + run->width, 0};
	run->text = zn_arena_printf(arena, "%.*s ", (int)run->text_len, run->text);
	run->text_len++;
	run->glyphs = zn_arena_grow(arena, run->glyphs, run->n_glyphs * sizeof glyph, (run->n_glyphs + 1) * sizeof glyph);
	run->glyphs[run->n_glyphs++] = glyph;
	run->clusters = zn_arena_grow(arena, run->clusters, run->n_clusters * sizeof *run->clusters, (run->n_clusters + 1) * sizeof *run->clusters);
	run->clusters[run->n_clusters++] = (cairo_text_cluster_t){1, 1};
}

/* A line that ends with a hyphen of its own: programs that take text out of a PDF believe it was put there to break a word, and drop it.
 * A soft hyphen behind it, part of the same cluster, tells them; it is no text for anybody. */
static void guard_hyphen(ZnArena *arena, ZnLine *line)
{
	const ZnPiece *piece = line->n_pieces ? &line->pieces[line->n_pieces - 1] : NULL;
	if (!piece || !piece->shaped->n_runs)
		return;
	ZnRun *run = &piece->shaped->runs[piece->shaped->n_runs - 1];
	if (run->rtl || !run->n_clusters || !run->text_len || run->text[run->text_len - 1] != '-')
		return;
	run->text = zn_arena_printf(arena, "%.*s\xc2\xad", (int)run->text_len, run->text);
	run->text_len += 2;
	run->clusters[run->n_clusters - 1].num_bytes += 2;
}

#define LOOSE 3.0

void zn_line_make(ZnSetter *setter, size_t start, size_t end, const ZnLineEnd *how)
{
	size_t given_end = end;
	const ZnParagraphStyle *style = setter->style;
	bool hyphen = how->hyphen, last = how->last;
	ZnLine blank = {0}, *line;
	double indent = setter->lines->len == 0 ? style->first_indent : style->indent, measure = style->width - indent;
	g_array_append_val(setter->lines, blank);
	line = &g_array_index(setter->lines, ZnLine, setter->lines->len - 1);
	line->hyphenated = hyphen;
	line->last = last;
	line->cut = how->cut;
	line->x = indent;
	start = skip_spaces(setter, start, end);
	end = drop_spaces(setter, start, end);
	if (start == end)
		return;
	collect_line(setter, start, end);
	ZnBox *boxes = (ZnBox *)setter->line->data;
	size_t n = setter->line->len;
	zn_boxes_set_glue(setter, boxes, n);
	double lead = zn_box_lead(&boxes[0]), natural = -lead - zn_box_trail(&boxes[n - 1]);
	for (size_t i = 0; i < n; i++)
		natural += boxes[i].cluster.advance + boxes[i].gap;
	if (hyphen)
		natural += zn_hyphen_width(&zn_box_item(setter, &boxes[n - 1])->item, zn_box_font(setter, &boxes[n - 1]));
	double slack = measure - natural, set = natural;
	if (slack < 0 || (style->align == ZN_ALIGN_JUSTIFY && !last)) {
		distribute(boxes, n, slack);
		set = -lead - zn_box_trail(&boxes[n - 1]) +
		      (hyphen ? zn_hyphen_width(&zn_box_item(setter, &boxes[n - 1])->item, zn_box_font(setter, &boxes[n - 1])) : 0);
		for (size_t i = 0; i < n; i++)
			set += boxes[i].cluster.advance + boxes[i].gap;
	}
	if (style->align == ZN_ALIGN_CENTER)
		line->x += (measure - set) / 2;
	else if (style->align == ZN_ALIGN_END)
		line->x += measure - set;
	line->width = set;
	line->overfull = set > measure + 0.01;
	line->ratio = slack < 0 || (style->align == ZN_ALIGN_JUSTIFY && !last) ? how->ratio : 0;
	line->loose = line->ratio > LOOSE;
	make_pieces(setter, line, line->x - lead, hyphen);
	if (!hyphen && ends_with_space(setter, start, end, given_end))
		add_space(setter->context->arena, line);
	else if (!hyphen && !last && !how->cut)
		guard_hyphen(setter->context->arena, line);
}
