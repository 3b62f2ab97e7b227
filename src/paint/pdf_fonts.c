#include "paint/pdf_clusters.h"
#include "paint/pdf_fonts.h"

#include <hb.h>
#include <string.h>

struct ZnPdfFonts {
	GPtrArray *list;      /* of ZnPdfFont */
	GHashTable *by_font;  /* hb_font_t -> ZnPdfFont */
};

static void font_free(void *data)
{
	ZnPdfFont *font = data;
	g_array_free(font->glyphs, TRUE);
	g_free(font->slots);
	g_free(font);
}

ZnPdfFonts *zn_pdf_fonts_new(void)
{
	ZnPdfFonts *fonts = g_new0(ZnPdfFonts, 1);
	fonts->list = g_ptr_array_new_with_free_func(font_free);
	fonts->by_font = g_hash_table_new(NULL, NULL);
	return fonts;
}

void zn_pdf_fonts_free(ZnPdfFonts *fonts)
{
	if (!fonts)
		return;
	g_hash_table_unref(fonts->by_font);
	g_ptr_array_free(fonts->list, TRUE);
	g_free(fonts);
}

static ZnPdfFont *font_of(ZnPdfFonts *fonts, const ZnFace *face)
{
	hb_font_t *hb = zn_face_font(face);
	ZnPdfFont *font = g_hash_table_lookup(fonts->by_font, hb);
	if (font)
		return font;
	hb_codepoint_t space;
	font = g_new0(ZnPdfFont, 1);
	font->font = hb;
	font->file = zn_face_file(face);
	font->index = zn_face_index(face);
	font->family = zn_face_family(face);
	font->weight = zn_face_weight(face);
	font->italic = zn_face_italic(face);
	font->n_slots = hb_face_get_glyph_count(hb_font_get_face(hb));
	font->slots = g_new0(uint16_t, font->n_slots + 1);
	font->glyphs = g_array_new(FALSE, TRUE, sizeof(ZnPdfGlyph));
	font->space = hb_font_get_nominal_glyph(hb, ' ', &space) ? (int)space : -1;
	font->number = (int)fonts->list->len + 1;
	g_ptr_array_add(fonts->list, font);
	g_hash_table_insert(fonts->by_font, hb, font);
	return font;
}

#define MOST_GLYPHS 65534u

static ZnPdfGlyph *glyph_at(const ZnPdfFont *font, unsigned number)
{
	return number ? &g_array_index(font->glyphs, ZnPdfGlyph, number - 1) : NULL;
}

static bool reads_as(const ZnPdfGlyph *glyph, const char *text, size_t len)
{
	return glyph->text_len == len && !memcmp(glyph->text, text, len);
}

static void use_glyph(ZnPdfFont *font, uint32_t id, const char *text, size_t len, int extra, bool sure)
{
	if (id >= font->n_slots || font->glyphs->len >= MOST_GLYPHS)
		return;
	uint16_t number = font->slots[id], last = 0;
	for (; number; last = number, number = glyph_at(font, number)->next) {
		ZnPdfGlyph *known = glyph_at(font, number);
		if (!sure || (known->sure && known->extra == extra && reads_as(known, text, len)))
			return;
		if (!known->sure && known->extra == extra) {
			known->text = text;
			known->text_len = (uint32_t)len;
			known->sure = true;
			return;
		}
	}
	ZnPdfGlyph glyph = {.id = id, .extra = extra, .text = text, .text_len = (uint32_t)len, .sure = sure};
	g_array_append_val(font->glyphs, glyph);
	*(last ? &glyph_at(font, last)->next : &font->slots[id]) = (uint16_t)font->glyphs->len;
}

void zn_pdf_fonts_use(ZnPdfFonts *fonts, const ZnRun *run, bool space)
{
	ZnPdfFont *font = font_of(fonts, run->face);
	g_autofree ZnPdfCluster *clusters = zn_pdf_clusters(run);
	g_autofree ZnPdfReading *readings = g_new(ZnPdfReading, run->n_glyphs + 1);
	for (size_t c = 0; c < run->n_clusters; c++) {
		bool exact;
		size_t n = zn_pdf_cluster_read(run, &clusters[c], font->font, font->space, readings, &exact);
		for (size_t i = 0; i < n; i++)
			use_glyph(font, readings[i].glyph->id, readings[i].text, readings[i].len, readings[i].extra, exact);
	}
	if (space && font->space >= 0)
		use_glyph(font, (uint32_t)font->space, " ", 1, 0, true);
}

bool zn_pdf_fonts_finish(ZnPdfFonts *fonts, ZnPdfFile *file, ZnDiags *diags)
{
	bool fine = true;
	for (guint i = 0; i < fonts->list->len; i++)
		fine = zn_pdf_font_embed(fonts->list->pdata[i], file, diags) && fine;
	return fine;
}

const ZnPdfFont *zn_pdf_fonts_lookup(const ZnPdfFonts *fonts, const ZnRun *run)
{
	return g_hash_table_lookup(fonts->by_font, zn_face_font(run->face));
}

const ZnPdfGlyph *zn_pdf_font_glyph(const ZnPdfFont *font, uint32_t id)
{
	return id < font->n_slots ? glyph_at(font, font->slots[id]) : NULL;
}

const ZnPdfGlyph *zn_pdf_font_glyph_as(const ZnPdfFont *font, uint32_t id, const char *text, size_t len, int extra)
{
	for (const ZnPdfGlyph *glyph = zn_pdf_font_glyph(font, id); glyph; glyph = glyph_at(font, glyph->next)) {
		if (glyph->sure && glyph->extra == extra && reads_as(glyph, text, len))
			return glyph;
	}
	return NULL;
}

size_t zn_pdf_fonts_len(const ZnPdfFonts *fonts)
{
	return fonts->list->len;
}

const ZnPdfFont *zn_pdf_fonts_at(const ZnPdfFonts *fonts, size_t i)
{
	return fonts->list->pdata[i];
}
