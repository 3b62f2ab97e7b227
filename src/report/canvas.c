/* From what was placed to scene items and structure. */
#include "report/galley.h"

#include <string.h>

#define MOST_DEEP 2048 /* elements within one another: nesting is limited long before */

/* --- structure --- */

static void close_to(ZnCanvas *canvas, size_t depth)
{
	for (; canvas->n_open > depth; canvas->n_open--)
		zn_scene_end(canvas->scene);
}

void zn_canvas_enter(ZnCanvas *canvas, const ZnElement *element)
{
	static const ZnTag artifact = {.type = ZN_TAG_ARTIFACT};
	if (canvas->artifact) {
		if (!element)
			return;
		zn_scene_end(canvas->scene);
		canvas->artifact = false;
	}
	if (!element) {
		zn_scene_begin(canvas->scene, &artifact);
		canvas->artifact = true;
		return;
	}
	const ZnElement *path[MOST_DEEP];
	size_t n = 0;
	for (const ZnElement *up = element; up && n < MOST_DEEP; up = up->parent)
		path[n++] = up;
	size_t common = 0;
	while (common < canvas->n_open && common < n && canvas->open[common] == path[n - 1 - common])
		common++;
	close_to(canvas, common);
	for (size_t i = common; i < n; i++) {
		zn_scene_begin(canvas->scene, &path[n - 1 - i]->tag);
		zn_push(canvas->report->arena, canvas->open, canvas->n_open, canvas->cap_open, path[n - 1 - i]);
	}
}

void zn_canvas_leave(ZnCanvas *canvas)
{
	if (canvas->artifact)
		zn_scene_end(canvas->scene);
	canvas->artifact = false;
	close_to(canvas, 0);
}

/* --- text --- */

static const char *text_of(ZnCanvas *canvas, const ZnShaped *shaped)
{
	if (shaped->n_runs == 1)
		return zn_arena_strndup(canvas->report->arena, shaped->runs[0].text, shaped->runs[0].text_len);
	g_autoptr(GString) text = g_string_new(NULL);
	for (size_t i = 0; i < shaped->n_runs; i++)
		g_string_append_len(text, shaped->runs[i].text, (gssize)shaped->runs[i].text_len);
	return zn_arena_strndup(canvas->report->arena, text->str, text->len);
}

static void add_shaped(ZnCanvas *canvas, const ZnShaped *shaped, const ZnFont *font, ZnColor color, double x, double y)
{
	ZnArena *arena = canvas->report->arena;
	ZnTextLines *text = zn_new(arena, ZnTextLines);
	text->lines = zn_new(arena, const char *);
	text->lines[0] = text_of(canvas, shaped);
	text->shaped = zn_new(arena, const ZnShaped *);
	text->shaped[0] = shaped;
	text->n = 1;
	text->font = *font;
	ZnItem *item = zn_scene_add(canvas->scene, ZN_ITEM_TEXT, ZN_ROLE_MARK);
	item->x = x;
	item->y = y;
	item->fill = (ZnPaint){.kind = ZN_PAINT_COLOR, .color = color};
	item->text = text;
}

void zn_canvas_rule(ZnCanvas *canvas, double x1, double y1, double x2, double y2, double width, ZnColor color)
{
	ZnItem *item = zn_scene_add(canvas->scene, ZN_ITEM_RULE, ZN_ROLE_MARK);
	item->x = x1;
	item->y = y1;
	item->x2 = x2;
	item->y2 = y2;
	item->stroke_width = width;
	item->stroke = (ZnPaint){.kind = ZN_PAINT_COLOR, .color = color};
}

void zn_canvas_text(ZnCanvas *canvas, const ZnTextStyle *style, const char *text, double x, double y, ZnTextAlign align)
{
	ZnFont font = zn_text_style_font(style);
	const ZnShaped *shaped = zn_text_shape(canvas->report->context, &font, canvas->report->lang, text);
	double shift = align == ZN_TEXT_RIGHT ? shaped->width : align == ZN_TEXT_CENTER ? shaped->width / 2 : 0;
	add_shaped(canvas, shaped, &font, style->color, x - shift, y);
}

/* The tag of a link is the same on all lines that it stands on. */
static const ZnTag *link_tag(ZnCanvas *canvas, const ZnSpanInfo *info)
{
	ZnTag *tag = g_hash_table_lookup(canvas->pages->links, info);
	if (tag)
		return tag;
	tag = zn_new(canvas->report->arena, ZnTag);
	*tag = (ZnTag){.type = ZN_TAG_LINK, .target = info->target, .serial = ++canvas->report->serial};
	if (info->note) /* its note leads back to it */
		tag->id = zn_note_id(canvas->report, "mark", info->note - 1);
	g_hash_table_insert(canvas->pages->links, (gpointer)info, tag);
	return tag;
}

/* Opens what the piece's span needs beside the paragraph: a link, another language. Returns how many tags. */
static int begin_span(ZnCanvas *canvas, const ZnSpanInfo *info)
{
	static const ZnTag reference = {.type = ZN_TAG_REFERENCE};
	int n = 0;
	if (info->note) {
		zn_scene_begin(canvas->scene, &reference);
		n++;
	}
	if (info->target) {
		zn_scene_begin(canvas->scene, link_tag(canvas, info));
		n++;
	}
	if (info->lang || info->code) {
		ZnTag *tag = zn_new(canvas->report->arena, ZnTag);
		*tag = (ZnTag){.type = info->code ? ZN_TAG_CODE : ZN_TAG_SPAN, .lang = info->lang};
		zn_scene_begin(canvas->scene, tag);
		n++;
	}
	return n;
}

static void paint_piece(ZnCanvas *canvas, const ZnTextBlock *block, const ZnPiece *piece, double x, double baseline)
{
	const ZnSpan *span = &block->spans->items[piece->span];
	const ZnSpanInfo *info = &block->spans->infos[span->tag];
	const ZnShaped *shaped = piece->shaped;
	if (info->note && canvas->report->words->notes_by_page) /* the mark is known now; it is as wide as the one that kept its place */
		shaped = zn_text_shape(canvas->report->context, &span->font, canvas->report->lang, canvas->pages->note_marks[info->note - 1]);
	add_shaped(canvas, shaped, &span->font, span->color, x + piece->x, baseline - piece->rise);
	if (info->strike) {
		double y = baseline - span->font.size * 0.28;
		zn_canvas_rule(canvas, x + piece->x, y, x + piece->x + shaped->width, y, span->font.size * 0.06, span->color);
	}
}

void zn_canvas_line(ZnCanvas *canvas, const ZnTextBlock *block, size_t number, double x, double y)
{
	const ZnLine *line = &block->paragraph->lines[number];
	double baseline = y + block->baseline;
	for (size_t i = 0; i < line->n_pieces;) {
		int tag = block->spans->items[line->pieces[i].span].tag;
		int tags = begin_span(canvas, &block->spans->infos[tag]);
		for (; i < line->n_pieces && block->spans->items[line->pieces[i].span].tag == tag; i++)
			paint_piece(canvas, block, &line->pieces[i], x, baseline);
		for (; tags > 0; tags--)
			zn_scene_end(canvas->scene);
	}
}
