#include "paint/pdf_cff.h"

#include "paint/pdf_charstring.h"

#include <math.h>
#include <string.h>

enum {
	OP_BOX = 5, OP_CHARSET = 15, OP_CHARSTRINGS = 17, OP_PRIVATE = 18, OP_DEFAULT_WIDTH = 20, OP_NOMINAL_WIDTH = 21,
	OP_MATRIX = 0x0c07, OP_ROS = 0x0c1e, OP_CID_COUNT = 0x0c22, OP_FD_ARRAY = 0x0c24, OP_FD_SELECT = 0x0c25,
};
#define FIRST_STRING 391 /* the standard strings go before */

static void put(GByteArray *out, unsigned value, int bytes)
{
	while (bytes-- > 0) {
		const guint8 byte = (guint8)(value >> 8 * bytes);
		g_byte_array_append(out, &byte, 1);
	}
}

static void put_operator(GByteArray *out, unsigned operator)
{
	put(out, operator, operator > 255 ? 2 : 1);
}

/* A number of fixed length: of offsets that are not known yet. */
static void put_offset(GByteArray *out, unsigned value)
{
	put(out, 29, 1);
	put(out, value, 4);
}

/* "0.001": nibbles, ended by fifteen. */
static void put_real(GByteArray *out, double value)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];
	unsigned nibbles[2 * sizeof text], n = 0;
	g_ascii_formatd(text, sizeof text, "%.9f", value);
	for (const char *p = text; *p; p++)
		nibbles[n++] = *p == '.' ? 10 : *p == '-' ? 14 : (unsigned)(*p - '0');
	nibbles[n++] = 15;
	if (n % 2)
		nibbles[n++] = 15;
	put(out, 30, 1);
	for (unsigned i = 0; i < n; i += 2)
		put(out, nibbles[i] << 4 | nibbles[i + 1], 1);
}

/* An INDEX of pieces that lie one behind the other; ends[i] = where the i-th ends. */
static void put_index(GByteArray *out, const GByteArray *data, const guint *ends, size_t n)
{
	put(out, (unsigned)n, 2);
	if (!n)
		return;
	int size = data->len + 1 < 1u << 8 ? 1 : data->len + 1 < 1u << 16 ? 2 : data->len + 1 < 1u << 24 ? 3 : 4;
	put(out, (unsigned)size, 1);
	put(out, 1, size);
	for (size_t i = 0; i < n; i++)
		put(out, ends[i] + 1, size);
	g_byte_array_append(out, data->data, data->len);
}

static void put_index_of(GByteArray *out, const char *const *strings, size_t n)
{
	g_autoptr(GByteArray) data = g_byte_array_new();
	guint ends[4];
	for (size_t i = 0; i < n; i++) {
		g_byte_array_append(data, (const guint8 *)strings[i], (guint)strlen(strings[i]));
		ends[i] = data->len;
	}
	put_index(out, data, ends, n);
}

/* --- widths --- */

static int by_width(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

/* The commonest width need not be said; the others are told from the middle one. */
static void choose_widths(const ZnCffFont *font, int *usual, int *nominal)
{
	g_autofree int *widths = g_new(int, font->n_glyphs);
	size_t most = 0, others = 0;
	for (size_t i = 0; i < font->n_glyphs; i++)
		widths[i] = font->glyphs[i].width;
	qsort(widths, font->n_glyphs, sizeof *widths, by_width);
	for (size_t i = 0, first = 0; i < font->n_glyphs; i++) {
		if (widths[i] != widths[first])
			first = i;
		if (i - first + 1 > most) {
			most = i - first + 1;
			*usual = widths[i];
		}
	}
	for (size_t i = 0; i < font->n_glyphs; i++) {
		if (widths[i] != *usual)
			widths[others++] = widths[i];
	}
	*nominal = others ? widths[others / 2] : *usual;
}

static void put_glyphs(GByteArray *out, const ZnCffFont *font, int usual, int nominal)
{
	g_autoptr(GByteArray) data = g_byte_array_new();
	g_autofree guint *ends = g_new(guint, font->n_glyphs);
	for (size_t i = 0; i < font->n_glyphs; i++) {
		int width = font->glyphs[i].width;
		const ZnCharstring glyph = {font->font, font->glyphs[i].id, font->whole, width != usual, width - nominal};
		zn_charstring_append(data, &glyph);
		ends[i] = data->len;
	}
	put_index(out, data, ends, font->n_glyphs);
}

/* --- the program --- */

/* Where the parts lie. Their places have a fixed length in the dictionaries, so that these can be written twice. */
typedef struct Places {
	guint charset, select, glyphs, array, private_at, private_len;
} Places;

static void put_top(GByteArray *out, const ZnCffFont *font, const Places *at)
{
	g_autoptr(GByteArray) dict = g_byte_array_new();
	double em = hb_face_get_upem(hb_font_get_face(font->font));
	const int ros[] = {FIRST_STRING, FIRST_STRING + 1, 0};
	for (size_t i = 0; i < G_N_ELEMENTS(ros); i++)
		zn_charstring_integer(dict, ros[i]);
	put_operator(dict, OP_ROS);
	if (em != 1000) {
		const double matrix[] = {1 / em, 0, 0, 1 / em, 0, 0};
		for (size_t i = 0; i < G_N_ELEMENTS(matrix); i++)
			put_real(dict, matrix[i]);
		put_operator(dict, OP_MATRIX);
	}
	for (int i = 0; i < 4; i++)
		zn_charstring_integer(dict, (int)CLAMP(font->box[i], -32768, 32767));
	put_operator(dict, OP_BOX);
	const struct {
		guint value;
		unsigned operator;
	} offsets[] = {{(guint)font->n_glyphs, OP_CID_COUNT},
	               {at->charset, OP_CHARSET},
	               {at->select, OP_FD_SELECT},
	               {at->glyphs, OP_CHARSTRINGS},
	               {at->array, OP_FD_ARRAY}};
	for (size_t i = 0; i < G_N_ELEMENTS(offsets); i++) {
		put_offset(dict, offsets[i].value);
		put_operator(dict, offsets[i].operator);
	}
	put_index(out, dict, &dict->len, 1);
}

/* One part of the font, which has all glyphs. */
static void put_part(GByteArray *out, const Places *at)
{
	g_autoptr(GByteArray) dict = g_byte_array_new();
	put_offset(dict, at->private_len);
	put_offset(dict, at->private_at);
	put_operator(dict, OP_PRIVATE);
	put_index(out, dict, &dict->len, 1);
}

static GByteArray *write_parts(const ZnCffFont *font, const GByteArray *glyphs, const GByteArray *private, Places *at)
{
	static const char *const strings[] = {"Adobe", "Identity"};
	static const guint8 header[] = {1, 0, 4, 4};
	GByteArray *out = g_byte_array_new();
	g_byte_array_append(out, header, sizeof header);
	put_index_of(out, &font->name, 1);
	put_top(out, font, at);
	put_index_of(out, strings, G_N_ELEMENTS(strings));
	put_index_of(out, NULL, 0); /* no subroutines */
	at->charset = out->len;
	put(out, font->n_glyphs > 1 ? 2 : 0, 1); /* one range, from 1 on */
	if (font->n_glyphs > 1)
		put(out, 1u << 16 | (unsigned)(font->n_glyphs - 2), 4);
	at->select = out->len;
	put(out, 3, 1); /* one range, from 0 on, of part 0 */
	put(out, 1, 2);
	put(out, 0, 3);
	put(out, (unsigned)font->n_glyphs, 2);
	at->glyphs = out->len;
	g_byte_array_append(out, glyphs->data, glyphs->len);
	at->private_at = out->len;
	at->private_len = private->len;
	g_byte_array_append(out, private->data, private->len);
	at->array = out->len;
	put_part(out, at);
	return out;
}

GByteArray *zn_cff_write(const ZnCffFont *font)
{
	int usual = 0, nominal = 0;
	g_autoptr(GByteArray) glyphs = g_byte_array_new(), private = g_byte_array_new();
	choose_widths(font, &usual, &nominal);
	put_glyphs(glyphs, font, usual, nominal);
	zn_charstring_integer(private, usual);
	put_operator(private, OP_DEFAULT_WIDTH);
	zn_charstring_integer(private, nominal);
	put_operator(private, OP_NOMINAL_WIDTH);
	Places at = {0};
	g_byte_array_unref(write_parts(font, glyphs, private, &at)); /* finds the places */
	return write_parts(font, glyphs, private, &at);
}
