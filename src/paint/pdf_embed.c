/* One font of a PDF: its subset, and the objects that describe it (ISO 32000-1, 9.7 and 9.8). */
#include "paint/pdf_cff.h"
#include "paint/pdf_fonts.h"
#include "paint/pdf_truetype.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <math.h>
#include <string.h>

#define TAG(a, b, c, d) HB_TAG(a, b, c, d)

enum { NO_EMBEDDING = 0x0002, PREVIEW = 0x0004, EDITABLE = 0x0008, NO_SUBSETS = 0x0100, BITMAPS_ONLY = 0x0200 };

/* A font program, and the glyphs by code, which counts from 1. */
typedef struct Subset {
	ZnPdfGlyph **glyphs;
	guint n;
	bool is_cff;
	const void *bytes;
	size_t len;
	hb_blob_t *blob;  /* one of these has the bytes */
	GByteArray *cff;
} Subset;

/* --- subsetting --- */

/* What a PDF has no use for: layout is done, characters are mapped by the PDF itself. */
static const hb_tag_t dropped[] = {
    TAG('G', 'S', 'U', 'B'), TAG('G', 'P', 'O', 'S'), TAG('G', 'D', 'E', 'F'), TAG('B', 'A', 'S', 'E'), TAG('c', 'm', 'a', 'p'),
    TAG('n', 'a', 'm', 'e'), TAG('O', 'S', '/', '2'), TAG('p', 'o', 's', 't'), TAG('k', 'e', 'r', 'n'), TAG('g', 'a', 's', 'p'),
    TAG('D', 'S', 'I', 'G'), TAG('v', 'h', 'e', 'a'), TAG('v', 'm', 't', 'x'), TAG('V', 'O', 'R', 'G'), TAG('h', 'd', 'm', 'x'),
    TAG('V', 'D', 'M', 'X'), TAG('L', 'T', 'S', 'H'), TAG('F', 'F', 'T', 'M'), TAG('m', 'o', 'r', 'x'), TAG('k', 'e', 'r', 'x'),
    TAG('J', 'S', 'T', 'F'), TAG('M', 'A', 'T', 'H'), TAG('m', 'e', 't', 'a'), TAG('S', 'T', 'A', 'T'), TAG('P', 'C', 'L', 'T'),
};

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
	hb_blob_t *blob = hb_face_reference_table(face, tag);
	bool there = hb_blob_get_length(blob) > 0;
	hb_blob_destroy(blob);
	return there;
}

unsigned zn_pdf_font_restrictions(hb_face_t *face)
{
	hb_blob_t *blob = hb_face_reference_table(face, TAG('O', 'S', '/', '2'));
	unsigned len, type = 0;
	const uint8_t *bytes = (const uint8_t *)hb_blob_get_data(blob, &len);
	if (bytes && len >= 10)
		type = (unsigned)bytes[8] << 8 | bytes[9];
	hb_blob_destroy(blob);
	/* the least restrictive of several usage bits holds (OpenType 1.9, OS/2) */
	if (type & (PREVIEW | EDITABLE))
		type &= ~(unsigned)NO_EMBEDDING;
	return type & (NO_EMBEDDING | NO_SUBSETS | BITMAPS_ONLY);
}

/* A variable font becomes the instance that was used for shaping. */
static bool pin_axes(hb_subset_input_t *input, hb_font_t *font)
{
	hb_face_t *face = hb_font_get_face(font);
	unsigned n = hb_ot_var_get_axis_count(face), n_coords = 0;
	const float *coords = hb_font_get_var_coords_design(font, &n_coords);
	bool fine = true;
	for (unsigned i = 0; i < n; i++) {
		hb_ot_var_axis_info_t axis;
		unsigned one = 1;
		if (!hb_ot_var_get_axis_infos(face, i, &one, &axis) || !one)
			return false;
		fine = fine && (coords && i < n_coords ? hb_subset_input_pin_axis_location(input, face, axis.tag, coords[i])
		                                       : hb_subset_input_pin_axis_to_default(input, face, axis.tag));
	}
	return fine;
}

/* The face with the tables of outlines alone. HarfBuzz goes through the character map to plan a subset, which for a Chinese font takes ten
 * times as long as all the rest. Variable fonts keep theirs: instances need more of them. */
static hb_face_t *outline_face(hb_face_t *face)
{
	static const hb_tag_t kept[] = {TAG('C', 'F', 'F', ' '), TAG('g', 'l', 'y', 'f'), TAG('l', 'o', 'c', 'a'), TAG('h', 'e', 'a', 'd'),
	                                TAG('h', 'h', 'e', 'a'), TAG('h', 'm', 't', 'x'), TAG('m', 'a', 'x', 'p')};
	if (hb_ot_var_has_data(face))
		return hb_face_reference(face);
	hb_face_t *slim = hb_face_builder_create();
	for (size_t i = 0; i < G_N_ELEMENTS(kept); i++) {
		hb_blob_t *table = hb_face_reference_table(face, kept[i]);
		if (hb_blob_get_length(table))
			hb_face_builder_add_table(slim, kept[i], table);
		hb_blob_destroy(table);
	}
	return slim;
}

/* The font with the glyphs that are used; *places (to be destroyed) = from ids to those in the subset. */
static hb_face_t *subset_face(const ZnPdfFont *font, hb_map_t **places)
{
	hb_face_t *face = hb_font_get_face(font->font), *source = outline_face(face);
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *glyphs = input ? hb_subset_input_glyph_set(input) : NULL;
	if (!input) {
		hb_face_destroy(source);
		return NULL;
	}
	for (guint i = 0; i < font->glyphs->len; i++)
		hb_set_add(glyphs, g_array_index(font->glyphs, ZnPdfGlyph, i).id);
	if (zn_pdf_font_restrictions(face) & NO_SUBSETS)
		hb_set_add_range(glyphs, 0, font->n_slots - 1);
	hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	for (size_t i = 0; i < G_N_ELEMENTS(dropped); i++)
		hb_set_add(drop, dropped[i]);
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	bool pinned = !hb_ot_var_has_data(face) || pin_axes(input, font->font);
	hb_subset_plan_t *plan = pinned ? hb_subset_plan_create_or_fail(source, input) : NULL;
	hb_subset_input_destroy(input);
	hb_face_destroy(source);
	if (!plan)
		return NULL;
	hb_face_t *made = hb_subset_plan_execute_or_fail(plan);
	const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
	*places = hb_map_create();
	for (guint i = 0; i < font->glyphs->len; i++) {
		uint32_t id = g_array_index(font->glyphs, ZnPdfGlyph, i).id;
		hb_map_set(*places, id, hb_map_get(map, id));
	}
	hb_subset_plan_destroy(plan);
	return made;
}

/* In font units. */
static int width_of(const ZnPdfFont *font, uint32_t id, int extra)
{
	hb_face_t *face = hb_font_get_face(font->font);
	return (int)hb_font_get_glyph_h_advance(font->font, id) + (int)lround(extra * (double)hb_face_get_upem(face) / 1000);
}

/* Glyphs of other widths are copies; so is what stands for missing glyphs, to which no text may refer by its own number. */
static bool make_truetype(const ZnPdfFont *font, Subset *subset)
{
	hb_map_t *places = NULL;
	hb_face_t *face = subset_face(font, &places), *extended = NULL;
	g_autoptr(GArray) copies = g_array_new(FALSE, FALSE, sizeof(ZnGlyphCopy));
	if (face && has_table(face, TAG('g', 'l', 'y', 'f'))) {
		for (guint i = 0; i < subset->n; i++) {
			ZnPdfGlyph *glyph = subset->glyphs[i];
			glyph->place = hb_map_get(places, glyph->id);
			if (glyph->extra || !glyph->id) {
				ZnGlyphCopy copy = {glyph->place, width_of(font, glyph->id, glyph->extra)};
				glyph->place = hb_face_get_glyph_count(face) + copies->len;
				g_array_append_val(copies, copy);
			}
		}
		extended = copies->len ? zn_truetype_extend(face, (const ZnGlyphCopy *)copies->data, copies->len) : hb_face_reference(face);
	}
	if (extended) {
		unsigned len;
		subset->blob = hb_face_reference_blob(extended);
		subset->bytes = hb_blob_get_data(subset->blob, &len);
		subset->len = len;
	}
	hb_face_destroy(extended);
	hb_face_destroy(face);
	hb_map_destroy(places);
	return subset->len > 0;
}

/* xMin yMin xMax yMax of the `head` table, font units. */
static void font_box(hb_face_t *face, double box[4])
{
	hb_blob_t *blob = hb_face_reference_table(face, TAG('h', 'e', 'a', 'd'));
	unsigned len;
	const uint8_t *bytes = (const uint8_t *)hb_blob_get_data(blob, &len);
	for (int i = 0; i < 4; i++)
		box[i] = bytes && len >= 44 ? (int16_t)(bytes[36 + 2 * i] << 8 | bytes[37 + 2 * i]) : 0;
	hb_blob_destroy(blob);
}

/* Of outlines as HarfBuzz draws them. */
static void make_cff(const ZnPdfFont *font, const char *name, Subset *subset)
{
	hb_face_t *face = hb_font_get_face(font->font);
	g_autoptr(GArray) glyphs = g_array_new(FALSE, FALSE, sizeof(ZnCffGlyph));
	ZnCffGlyph glyph = {0, width_of(font, 0, 0)};
	g_array_append_val(glyphs, glyph);
	for (guint i = 0; i < subset->n; i++) {
		glyph = (ZnCffGlyph){subset->glyphs[i]->id, width_of(font, subset->glyphs[i]->id, subset->glyphs[i]->extra)};
		subset->glyphs[i]->place = i + 1;
		g_array_append_val(glyphs, glyph);
	}
	bool all = zn_pdf_font_restrictions(face) & NO_SUBSETS;
	for (uint32_t id = 1; all && id < font->n_slots && glyphs->len < G_MAXUINT16; id++) {
		glyph = (ZnCffGlyph){id, width_of(font, id, 0)};
		if (!font->slots[id])
			g_array_append_val(glyphs, glyph);
	}
	ZnCffFont cff = {
	    .name = name,
	    .font = font->font,
	    .whole = !has_table(face, TAG('C', 'F', 'F', ' ')),
	    .glyphs = (const ZnCffGlyph *)glyphs->data,
	    .n_glyphs = glyphs->len,
	};
	font_box(face, cff.box);
	subset->is_cff = true;
	subset->cff = zn_cff_write(&cff);
	subset->bytes = subset->cff->data;
	subset->len = subset->cff->len;
}

static int by_text(const void *a, const void *b)
{
	const ZnPdfGlyph *x = *(const ZnPdfGlyph *const *)a, *y = *(const ZnPdfGlyph *const *)b;
	int order = memcmp(x->text, y->text, MIN(x->text_len, y->text_len));
	if (!order)
		order = x->text_len != y->text_len ? (x->text_len > y->text_len) - (x->text_len < y->text_len) : (x->id > y->id) - (x->id < y->id);
	return order ? order : x->extra - y->extra;
}

/* Codes count the glyphs in order of their texts, which lie near each other in a font's ToUnicode, and their outlines in the program. */
static void set_codes(ZnPdfFont *font, Subset *subset)
{
	double em = hb_face_get_upem(hb_font_get_face(font->font));
	subset->n = font->glyphs->len;
	subset->glyphs = g_new(ZnPdfGlyph *, subset->n + 1);
	for (guint i = 0; i < subset->n; i++)
		subset->glyphs[i] = &g_array_index(font->glyphs, ZnPdfGlyph, i);
	qsort(subset->glyphs, subset->n, sizeof *subset->glyphs, by_text);
	for (guint i = 0; i < subset->n; i++) {
		ZnPdfGlyph *glyph = subset->glyphs[i];
		glyph->code = (uint16_t)(i + 1);
		glyph->width = (int)lround(hb_font_get_glyph_h_advance(font->font, glyph->id) * 1000 / em) + glyph->extra;
	}
}

static void subset_clear(Subset *subset)
{
	g_free(subset->glyphs);
	hb_blob_destroy(subset->blob);
	if (subset->cff)
		g_byte_array_unref(subset->cff);
}

/* --- the objects --- */

/* "ABCDEF+PTSans-Regular": six letters that tell subsets apart, made of the font's name and its glyphs. */
static char *subset_name(const ZnPdfFont *font)
{
	char name[128] = "";
	unsigned len = sizeof name;
	hb_ot_name_get_utf8(hb_font_get_face(font->font), HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &len, name);
	for (char *p = name; *p; p++) {
		if (!g_ascii_isalnum(*p) && !strchr("-_.", *p))
			*p = '-';
	}
	const char *known = *name ? name : "Font";
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	g_checksum_update(sum, (const guchar *)known, (gssize)strlen(known));
	for (guint i = 0; i < font->glyphs->len; i++) {
		const ZnPdfGlyph *glyph = &g_array_index(font->glyphs, ZnPdfGlyph, i);
		guchar id[4] = {(guchar)(glyph->extra / 25), (guchar)(glyph->id >> 16), (guchar)(glyph->id >> 8), (guchar)glyph->id};
		g_checksum_update(sum, id, sizeof id);
	}
	const char *hex = g_checksum_get_string(sum);
	char tag[7] = "";
	for (int i = 0; i < 6; i++)
		tag[i] = (char)('A' + (g_ascii_xdigit_value(hex[2 * i]) * 16 + g_ascii_xdigit_value(hex[2 * i + 1])) % 26);
	return g_strdup_printf("%s+%s", tag, known);
}

static double metric(hb_font_t *font, hb_ot_metrics_tag_t tag, double fallback)
{
	hb_position_t value;
	return hb_ot_metrics_get_position(font, tag, &value) && value ? value : fallback;
}

static double italic_angle(hb_face_t *face)
{
	hb_blob_t *blob = hb_face_reference_table(face, TAG('p', 'o', 's', 't'));
	unsigned len;
	const uint8_t *bytes = (const uint8_t *)hb_blob_get_data(blob, &len);
	double angle = bytes && len >= 8 ? (int32_t)((uint32_t)bytes[4] << 24 | (uint32_t)bytes[5] << 16 | (uint32_t)bytes[6] << 8 | bytes[7]) / 65536.0 : 0;
	hb_blob_destroy(blob);
	return angle;
}

/* Font program of the file's own units -> 1/1000 em. */
static void put_descriptor(const ZnPdfFont *font, const Subset *subset, const char *name, ZnPdfFile *file, ZnPdfRef ref)
{
	enum { SYMBOLIC = 4, ITALIC = 64 };
	hb_face_t *face = hb_font_get_face(font->font);
	double em = hb_face_get_upem(face), k = 1000 / em, box[4], angle = italic_angle(face);
	hb_font_extents_t extents = {0};
	hb_font_get_h_extents(font->font, &extents);
	font_box(face, box);
	for (int i = 0; i < 4; i++)
		box[i] = round(box[i] * k);
	double stem = zn_pdf_stem_measure(font->font);
	ZnPdfRef program = zn_pdf_reserve(file);
	g_autofree char *entries = subset->is_cff ? g_strdup("/Subtype/CIDFontType0C") : g_strdup_printf("/Length1 %zu", subset->len);
	zn_pdf_put_stream(file, program, entries, subset->bytes, subset->len, ZN_PDF_DEFLATE);

	g_autoptr(GString) text = g_string_new("<</Type/FontDescriptor/FontName");
	zn_pdf_name(text, name);
	g_string_append_printf(text, "/Flags %d/FontBBox[", SYMBOLIC | (angle != 0 || font->italic ? ITALIC : 0));
	zn_pdf_numbers(text, box, 4, 0);
	const struct {
		const char *key;
		double value;
	} numbers[] = {
	    {"]/ItalicAngle ", angle},
	    {"/Ascent ", round(extents.ascender * k)},
	    {"/Descent ", round(extents.descender * k)},
	    {"/CapHeight ", round(metric(font->font, HB_OT_METRICS_TAG_CAP_HEIGHT, 0.7 * em) * k)},
	    {"/XHeight ", round(metric(font->font, HB_OT_METRICS_TAG_X_HEIGHT, 0.5 * em) * k)},
	    {"/StemV ", round(stem > 0 ? stem * k : 0.2 * font->weight)},
	    {"/FontWeight ", CLAMP(round(font->weight / 100.0) * 100, 100, 900)},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
		g_string_append(text, numbers[i].key);
		zn_pdf_number(text, numbers[i].value, 2);
	}
	g_string_append(text, subset->is_cff ? "/FontFile3" : "/FontFile2");
	zn_pdf_ref(text, program);
	g_string_append(text, ">>");
	zn_pdf_put(file, ref, text);
}

/* The commonest width is the default one. */
static int default_width(ZnPdfGlyph *const *sorted, guint n)
{
	int best = 1000;
	guint most = 0;
	for (guint i = 0; i < n; i++) {
		guint count = 0;
		if (sorted[i]->width == best && most)
			continue;
		for (guint k = 0; k < n; k++)
			count += sorted[k]->width == sorted[i]->width;
		if (count > most) {
			most = count;
			best = sorted[i]->width;
		}
	}
	return best;
}

/* "/DW 1000/W[3[500 600] 9 [..]]": neighbours share a list. */
static void append_widths(GString *text, ZnPdfGlyph *const *sorted, guint n)
{
	int usual = default_width(sorted, n);
	bool open = false;
	g_string_append_printf(text, "/DW %d/W[", usual);
	for (guint i = 0; i < n; i++) {
		bool next = open && sorted[i]->code == sorted[i - 1]->code + 1;
		if (open && (!next || sorted[i]->width == usual)) {
			g_string_append_c(text, ']');
			open = false;
		}
		if (sorted[i]->width == usual)
			continue;
		if (open)
			g_string_append_printf(text, " %d", sorted[i]->width);
		else
			g_string_append_printf(text, "%u[%d", sorted[i]->code, sorted[i]->width);
		open = true;
	}
	g_string_append(text, open ? "]]" : "]");
}

/* Two bytes a code: the glyph in the subset. */
static ZnPdfRef put_glyph_map(const Subset *subset, ZnPdfFile *file)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	const guint8 nothing[2] = {0};
	g_byte_array_append(bytes, nothing, 2);
	for (guint i = 0; i < subset->n; i++) {
		const guint8 place[2] = {(guint8)(subset->glyphs[i]->place >> 8), (guint8)subset->glyphs[i]->place};
		g_byte_array_append(bytes, place, 2);
	}
	ZnPdfRef ref = zn_pdf_reserve(file);
	zn_pdf_put_stream(file, ref, "", bytes->data, bytes->len, ZN_PDF_DEFLATE);
	return ref;
}

static void put_font(ZnPdfFont *font, const char *name, const Subset *subset, ZnPdfFile *file)
{
	ZnPdfRef descriptor = zn_pdf_reserve(file), unicode = zn_pdf_unicode_put(file, (const ZnPdfGlyph *const *)subset->glyphs, subset->n);
	ZnPdfRef map = subset->is_cff ? 0 : put_glyph_map(subset, file);
	put_descriptor(font, subset, name, file, descriptor);

	g_autoptr(GString) text = g_string_new(subset->is_cff ? "<</Type/Font/Subtype/CIDFontType0" : "<</Type/Font/Subtype/CIDFontType2");
	g_string_append(text, "/BaseFont");
	zn_pdf_name(text, name);
	g_string_append(text, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor");
	zn_pdf_ref(text, descriptor);
	append_widths(text, subset->glyphs, subset->n);
	if (!subset->is_cff)
		g_string_append_printf(text, "/CIDToGIDMap %u 0 R", map);
	g_string_append(text, ">>");
	ZnPdfRef descendant = zn_pdf_add(file, text);

	g_string_assign(text, "<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont");
	g_autofree char *composite = subset->is_cff ? g_strconcat(name, "-Identity-H", NULL) : g_strdup(name);
	zn_pdf_name(text, composite);
	g_string_append(text, "/DescendantFonts[");
	zn_pdf_ref(text, descendant);
	g_string_append(text, "]/ToUnicode");
	zn_pdf_ref(text, unicode);
	g_string_append(text, ">>");
	font->ref = zn_pdf_add(file, text);
}

static bool has_outlines(hb_face_t *face)
{
	return has_table(face, TAG('g', 'l', 'y', 'f')) || has_table(face, TAG('C', 'F', 'F', ' ')) || has_table(face, TAG('C', 'F', 'F', '2'));
}

bool zn_pdf_font_embed(ZnPdfFont *font, ZnPdfFile *file, ZnDiags *diags)
{
	ZnPlace place = {.file = font->file};
	hb_face_t *face = hb_font_get_face(font->font);
	unsigned restrictions = zn_pdf_font_restrictions(face);
	if (restrictions & (NO_EMBEDDING | BITMAPS_ONLY)) {
		zn_error(diags, place, "use another font, or write PNG or SVG", "the font “%s” forbids embedding, which a PDF needs", font->family);
		return false;
	}
	font->pictures = !has_outlines(face) && hb_ot_color_has_png(face);
	if (font->pictures)
		return true;
	if (!has_outlines(face)) {
		zn_error(diags, place, "use an OpenType font with outlines", "the font “%s” cannot be embedded in a PDF", font->family);
		return false;
	}
	Subset subset = {0};
	g_autofree char *name = subset_name(font);
	set_codes(font, &subset);
	if (!has_table(face, TAG('g', 'l', 'y', 'f')) || !make_truetype(font, &subset))
		make_cff(font, name, &subset);
	put_font(font, name, &subset, file);
	subset_clear(&subset);
	return true;
}
