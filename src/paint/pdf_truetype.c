#include "paint/pdf_truetype.h"

#include <glib.h>
#include <stdint.h>
#include <string.h>

#define TAG(a, b, c, d) HB_TAG(a, b, c, d)
#define MOST_GLYPHS 65535u

typedef struct Table {
	hb_blob_t *blob;
	const uint8_t *bytes;
	unsigned len;
} Table;

static Table table_of(hb_face_t *face, hb_tag_t tag)
{
	Table table = {.blob = hb_face_reference_table(face, tag)};
	table.bytes = (const uint8_t *)hb_blob_get_data(table.blob, &table.len);
	return table;
}

static unsigned number(const Table *table, size_t at, unsigned size)
{
	unsigned value = 0;
	for (unsigned i = 0; i < size; i++)
		value = value << 8 | (at + i < table->len ? table->bytes[at + i] : 0);
	return value;
}

static void put(GByteArray *out, unsigned value, int bytes)
{
	while (bytes-- > 0) {
		const guint8 byte = (guint8)(value >> 8 * bytes);
		g_byte_array_append(out, &byte, 1);
	}
}

/* The tables that change; `head`, `hhea` and `maxp` by a number each. */
typedef struct Font {
	Table head, hhea, maxp, loca, glyf, hmtx;
	unsigned n_glyphs, n_metrics;
	bool far; /* loca has four bytes a place */
} Font;

static unsigned place_of(const Font *font, unsigned id)
{
	return font->far ? number(&font->loca, 4 * (size_t)id, 4) : 2 * number(&font->loca, 2 * (size_t)id, 2);
}

/* Places of four bytes, and a width for every glyph. */
static bool copy_glyphs(const Font *font, const ZnGlyphCopy *copies, size_t n, GByteArray *glyf, GByteArray *loca, GByteArray *hmtx)
{
	for (unsigned i = 0; i < font->n_glyphs; i++) {
		put(loca, place_of(font, i), 4);
		put(hmtx, number(&font->hmtx, 4 * (size_t)MIN(i, font->n_metrics - 1), 2), 2);
		put(hmtx, number(&font->hmtx, i < font->n_metrics ? 4 * (size_t)i + 2 : 4 * (size_t)font->n_metrics + 2 * (size_t)(i - font->n_metrics), 2), 2);
	}
	g_byte_array_append(glyf, font->glyf.bytes, font->glyf.len);
	for (size_t i = 0; i < n; i++) {
		unsigned id = copies[i].id, from = place_of(font, id), to = place_of(font, id + 1);
		if (id >= font->n_glyphs || to < from || to > font->glyf.len)
			return false;
		while (glyf->len % 4)
			put(glyf, 0, 1);
		put(loca, glyf->len, 4);
		g_byte_array_append(glyf, font->glyf.bytes + from, to - from);
		put(hmtx, (unsigned)CLAMP(copies[i].width, 0, 65535), 2);
		put(hmtx, number(&font->hmtx, id < font->n_metrics ? 4 * (size_t)id + 2 : 4 * (size_t)font->n_metrics + 2 * (size_t)(id - font->n_metrics), 2), 2);
	}
	put(loca, glyf->len, 4);
	return true;
}

static void add_table(hb_face_t *face, hb_tag_t tag, const void *bytes, unsigned len)
{
	hb_blob_t *blob = hb_blob_create(bytes, len, HB_MEMORY_MODE_DUPLICATE, NULL, NULL);
	hb_face_builder_add_table(face, tag, blob);
	hb_blob_destroy(blob);
}

/* A table with 16 bits changed. */
static void add_changed(hb_face_t *face, hb_tag_t tag, const Table *table, unsigned at, unsigned value)
{
	g_autofree uint8_t *bytes = g_memdup2(table->bytes, table->len);
	bytes[at] = (uint8_t)(value >> 8);
	bytes[at + 1] = (uint8_t)value;
	add_table(face, tag, bytes, table->len);
}

static hb_face_t *build(hb_face_t *face, const Font *font, const ZnGlyphCopy *copies, size_t n)
{
	static const hb_tag_t kept[] = {TAG('c', 'v', 't', ' '), TAG('f', 'p', 'g', 'm'), TAG('p', 'r', 'e', 'p')};
	g_autoptr(GByteArray) glyf = g_byte_array_new(), loca = g_byte_array_new(), hmtx = g_byte_array_new();
	if (!copy_glyphs(font, copies, n, glyf, loca, hmtx))
		return NULL;
	hb_face_t *out = hb_face_builder_create();
	add_table(out, TAG('g', 'l', 'y', 'f'), glyf->data, glyf->len);
	add_table(out, TAG('l', 'o', 'c', 'a'), loca->data, loca->len);
	add_table(out, TAG('h', 'm', 't', 'x'), hmtx->data, hmtx->len);
	add_changed(out, TAG('h', 'e', 'a', 'd'), &font->head, 50, 1);
	add_changed(out, TAG('h', 'h', 'e', 'a'), &font->hhea, 34, font->n_glyphs + (unsigned)n);
	add_changed(out, TAG('m', 'a', 'x', 'p'), &font->maxp, 4, font->n_glyphs + (unsigned)n);
	for (size_t i = 0; i < G_N_ELEMENTS(kept); i++) {
		Table table = table_of(face, kept[i]);
		if (table.len)
			hb_face_builder_add_table(out, kept[i], table.blob);
		hb_blob_destroy(table.blob);
	}
	hb_blob_t *blob = hb_face_reference_blob(out);
	hb_face_t *built = hb_face_create(blob, 0);
	hb_blob_destroy(blob);
	hb_face_destroy(out);
	return built;
}

hb_face_t *zn_truetype_extend(hb_face_t *face, const ZnGlyphCopy *copies, size_t n)
{
	Font font = {table_of(face, TAG('h', 'e', 'a', 'd')), table_of(face, TAG('h', 'h', 'e', 'a')), table_of(face, TAG('m', 'a', 'x', 'p')),
	             table_of(face, TAG('l', 'o', 'c', 'a')), table_of(face, TAG('g', 'l', 'y', 'f')), table_of(face, TAG('h', 'm', 't', 'x')), 0, 0, false};
	hb_face_t *out = NULL;
	font.n_glyphs = number(&font.maxp, 4, 2);
	font.n_metrics = number(&font.hhea, 34, 2);
	font.far = number(&font.head, 50, 2) == 1;
	bool sound = font.head.len >= 54 && font.hhea.len >= 36 && font.maxp.len >= 6 && font.n_metrics > 0 && font.n_metrics <= font.n_glyphs &&
	             font.loca.len >= (font.far ? 4u : 2u) * (font.n_glyphs + 1) && font.n_glyphs + n <= MOST_GLYPHS;
	if (sound)
		out = build(face, &font, copies, n);
	Table *all[] = {&font.head, &font.hhea, &font.maxp, &font.loca, &font.glyf, &font.hmtx};
	for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
		hb_blob_destroy(all[i]->blob);
	return out;
}
