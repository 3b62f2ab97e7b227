#include "text/setter.h"

static ZnRole role_of(const ZnChar *c)
{
	if (c->c == '\n' || c->c == ' ' || c->c == 0xa0 || c->c == 0x202f || (c->c >= 0x2000 && c->c <= 0x200a))
		return ZN_ROLE_SPACE;
	if (c->han) {
		if ((c->c >= 0x4e00 && c->c < 0xa000) || (c->c >= 0x2460 && c->c < 0x2500) || g_unichar_isalnum(c->c))
			return ZN_ROLE_HAN;
		return zn_char_in("（《〈「『【〔〖｛［“‘", c->c)             ? ZN_ROLE_OPEN
		       : zn_char_in("）》〉」』】〕〗｝］”’，、：；．", c->c) ? ZN_ROLE_CLOSE
		       : zn_char_in("。！？", c->c)                           ? ZN_ROLE_STOP
		                                                              : ZN_ROLE_HAN_MARK;
	}
	return (c->c | 0x20) - 'a' < 26u || g_unichar_isalnum(c->c) || zn_char_in("%‰°$€₽+−±#&@", c->c) ? ZN_ROLE_WESTERN : ZN_ROLE_OTHER;
}

/* CLREQ: the centred marks of Taiwan and Hong Kong are not trimmed at line ends. */
static bool keeps_line_end(const ZnSetter *setter, uint32_t item)
{
	const char *lang = g_array_index(setter->items, ZnParagraphItem, item).item.lang;
	return zn_lang_is(lang, "zh-TW") || zn_lang_is(lang, "zh-HK");
}

void zn_boxes_add(const ZnSetter *setter, const ZnCluster *cluster, uint32_t item, size_t *at, GArray *boxes)
{
	size_t first = *at, end = first + 1;
	while (end < setter->n_chars && setter->chars[end].at < cluster->at + cluster->len)
		end++;
	*at = end;
	ZnFontFile *file = g_array_index(setter->items, ZnParagraphItem, item).item.file;
	double each = cluster->advance / (double)(end - first);
	for (size_t i = first; i < end;) {
		const ZnChar *c = &setter->chars[i];
		size_t next = i + 1;
		while (next < end && setter->breaks[next].kind == ZN_BREAK_NO)
			next++;
		ZnBox box = {.cluster = *cluster, .item = item, .role = (uint8_t)role_of(c), .c = c->c};
		box.cluster.at = c->at;
		box.cluster.len = setter->chars[next].at - c->at;
		if (next - i < end - first)
			box.cluster.advance = each * (double)(next - i);
		if (i > first) {
			box.cluster.n_glyphs = 0;
			box.cluster.unsafe = true;
		}
		box.brk = setter->breaks[i].kind;
		box.weak = setter->breaks[i].weak;
		box.fixed = next < setter->n_chars && setter->breaks[next].fixed;
		if (box.role == ZN_ROLE_SPACE && c->c == '\n') {
			box.cluster.advance = 0;
			box.cluster.n_glyphs = 0;
		}
		if (box.role >= ZN_ROLE_OPEN && cluster->n_glyphs == 1 && file)
			zn_glyph_blanks(file, g_array_index(setter->buffer.glyphs, ZnShapedGlyph, cluster->glyph).id, zn_box_font(setter, &box)->size,
			                &box.before, &box.after);
		box.keeps_end = box.role >= ZN_ROLE_OPEN && keeps_line_end(setter, item);
		g_array_append_val(boxes, box);
		i = next;
	}
}

void zn_boxes_make(ZnSetter *setter)
{
	g_array_set_size(setter->boxes, 0);
	uint32_t item = 0;
	size_t at = 0;
	for (guint i = 0; i < setter->buffer.clusters->len; i++) {
		const ZnCluster *cluster = &g_array_index(setter->buffer.clusters, ZnCluster, i);
		while (item + 1 < setter->items->len && cluster->at >= g_array_index(setter->items, ZnParagraphItem, item + 1).item.start)
			item++;
		zn_boxes_add(setter, cluster, item, &at, setter->boxes);
	}
}

/* --- glue --- */

static bool is_han_side(const ZnBox *box)
{
	return box->role >= ZN_ROLE_HAN;
}

static bool takes_autospace(const ZnBox *a, const ZnBox *b)
{
	return (a->role == ZN_ROLE_HAN && b->role == ZN_ROLE_WESTERN) || (a->role == ZN_ROLE_WESTERN && b->role == ZN_ROLE_HAN);
}

static void set_autospace(ZnBox *box, double em, double already)
{
	box->glue = ZN_GLUE_AUTO;
	box->gap = em / 4 - already;
	box->stretch = em / 4;
	box->shrink = em / 8;
}

static void space_glue(ZnBox *box, const ZnBox *before, const ZnBox *after, double em)
{
	if (box->c == '\n' || (box->c >= 0x2000 && box->c <= 0x200a) || box->c == 0x202f)
		return;
	if (before && after && takes_autospace(before, after)) {
		set_autospace(box, em, box->cluster.advance); /* a typed space becomes the same glue */
	} else if (!box->fixed) {
		box->glue = ZN_GLUE_WORD;
		box->stretch = box->cluster.advance / 2;
		box->shrink = box->cluster.advance / 3;
	}
}

static bool is_dot(const ZnBox *box)
{
	return box->c == 0xb7 || box->c == 0x2027 || box->c == 0x30fb;
}

static bool is_comma(const ZnBox *box)
{
	return box->c == 0xff0c || box->c == 0x3001 || box->c == 0xff1a || box->c == 0xff1b; /* ，、：； */
}

/* A mark beside Western text: the comma's blank half gives as between Han, and nothing stands closer than Han do. */
static bool is_mark_beside_western(const ZnBox *a, const ZnBox *b)
{
	return (a->role >= ZN_ROLE_HAN_MARK && b->role == ZN_ROLE_WESTERN) || (a->role == ZN_ROLE_WESTERN && b->role == ZN_ROLE_OPEN);
}

static void han_glue(ZnBox *box, const ZnBox *after, double em)
{
	bool closes = box->role == ZN_ROLE_CLOSE || box->role == ZN_ROLE_STOP;
	if ((closes && after->role >= ZN_ROLE_OPEN) || (box->role == ZN_ROLE_OPEN && after->role == ZN_ROLE_OPEN)) {
		box->gap = -MIN(em / 2, box->after + after->before); /* neighbouring marks take one and a half em */
	} else if (is_dot(box) || is_dot(after)) {
		box->glue = ZN_GLUE_DOT;
		box->shrink = em / 8;
	} else if (box->role == ZN_ROLE_CLOSE && box->after > 0) {
		box->glue = is_comma(box) ? ZN_GLUE_MARK : ZN_GLUE_BRACKET;
		box->shrink = box->after / 2;
	} else if (after->role == ZN_ROLE_OPEN && after->before > 0) {
		box->glue = ZN_GLUE_BRACKET;
		box->shrink = after->before / 2;
	}
	bool pair = box->c == after->c && (box->c == 0x2014 || box->c == 0x2026);
	if (!pair && after->brk != ZN_BREAK_HYPHEN) {
		box->glue = box->glue ? box->glue : ZN_GLUE_HAN;
		box->stretch = em / 12;
	}
}

static void set_glue(ZnBox *boxes, size_t n, size_t i, double em)
{
	ZnBox *box = &boxes[i];
	box->gap = box->stretch = box->shrink = 0;
	box->glue = ZN_GLUE_NONE;
	const ZnBox *after = i + 1 < n ? box + 1 : NULL;
	if (box->role == ZN_ROLE_SPACE)
		space_glue(box, i > 0 ? box - 1 : NULL, after, em);
	else if (after && takes_autospace(box, after))
		set_autospace(box, em, 0);
	else if (after && ((is_han_side(box) && is_han_side(after)) || is_mark_beside_western(box, after)))
		han_glue(box, after, em);
}

void zn_boxes_set_glue(const ZnSetter *setter, ZnBox *boxes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		set_glue(boxes, n, i, zn_box_font(setter, &boxes[i])->size);
}

/* --- single lines --- */

static bool has_han(const ZnChar *chars, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (chars[i].han)
			return true;
	}
	return false;
}

void zn_clusters_space(const ZnChar *chars, size_t n_chars, const GArray *items, double em, ZnShapeBuffer *buffer)
{
	size_t n = buffer->clusters->len, at = 0, item = 0;
	if (n < 2 || !has_han(chars, n_chars))
		return;
	ZnCluster *clusters = (ZnCluster *)buffer->clusters->data;
	g_autofree ZnBox *boxes = g_new0(ZnBox, n);
	for (size_t i = 0; i < n; i++) {
		while (at < n_chars && chars[at].at < clusters[i].at)
			at++;
		while (item + 1 < items->len && clusters[i].at >= g_array_index(items, ZnItem, item + 1).start)
			item++;
		ZnFontFile *file = g_array_index(items, ZnItem, item).file;
		boxes[i] = (ZnBox){.cluster = clusters[i], .role = (uint8_t)role_of(&chars[at]), .c = chars[at].c};
		if (boxes[i].role >= ZN_ROLE_OPEN && clusters[i].n_glyphs == 1 && file)
			zn_glyph_blanks(file, g_array_index(buffer->glyphs, ZnShapedGlyph, clusters[i].glyph).id, em, &boxes[i].before, &boxes[i].after);
	}
	for (size_t i = 0; i < n; i++) {
		set_glue(boxes, n, i, em);
		clusters[i].gap = boxes[i].gap;
	}
}

/* What a line drops at its edges; marks that stand in the middle of their em (Traditional Chinese) keep their end. */
double zn_box_lead(const ZnBox *box)
{
	return box->role == ZN_ROLE_OPEN ? box->before : 0;
}

double zn_box_trail(const ZnBox *box)
{
	return (box->role == ZN_ROLE_CLOSE || box->role == ZN_ROLE_STOP) && !box->keeps_end && box->before == 0 ? box->after : 0;
}
