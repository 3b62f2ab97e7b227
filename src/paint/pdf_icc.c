/* A display profile of sRGB: three colorants, one parametric curve, the white point. */
#include "paint/pdf_meta.h"

#include <math.h>
#include <string.h>

static void put16(GByteArray *out, unsigned value)
{
	const guint8 bytes[2] = {(guint8)(value >> 8), (guint8)value};
	g_byte_array_append(out, bytes, 2);
}

static void put32(GByteArray *out, guint32 value)
{
	put16(out, value >> 16);
	put16(out, value & 0xffff);
}

static void put_word(GByteArray *out, const char *word)
{
	g_byte_array_append(out, (const guint8 *)word, 4);
}

/* s15Fixed16Number */
static void put_fixed(GByteArray *out, double value)
{
	put32(out, (guint32)(gint32)lround(value * 65536));
}

static void put_text(GByteArray *out, const char *text)
{
	put_word(out, "mluc");
	put32(out, 0);
	put32(out, 1);
	put32(out, 12);
	put_word(out, "enUS");
	put32(out, (guint32)strlen(text) * 2);
	put32(out, 28);
	for (; *text; text++)
		put16(out, (guchar)*text);
}

static void put_numbers(GByteArray *out, const char *type, const double *values, size_t n)
{
	put_word(out, type);
	put32(out, 0);
	for (size_t i = 0; i < n; i++)
		put_fixed(out, values[i]);
}

static void put_curve(GByteArray *out)
{
	static const double parameters[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
	put_word(out, "para");
	put32(out, 0);
	put16(out, 3); /* a power with a line below */
	put16(out, 0);
	for (size_t i = 0; i < G_N_ELEMENTS(parameters); i++)
		put_fixed(out, parameters[i]);
}

/* The header's fields but the size. */
static void put_header(GByteArray *out)
{
	put_word(out, "\0\0\0\0"); /* no preferred engine */
	put32(out, 0x04300000);
	put_word(out, "mntr");
	put_word(out, "RGB ");
	put_word(out, "XYZ ");
	static const unsigned date[6] = {2000, 1, 1, 0, 0, 0};
	for (int i = 0; i < 6; i++)
		put16(out, date[i]);
	put_word(out, "acsp");
	while (out->len < 68)
		put32(out, 0);
	put32(out, 0xf6d6); /* D50 */
	put32(out, 0x10000);
	put32(out, 0xd32d);
	while (out->len < 128)
		put32(out, 0);
}

GByteArray *zn_pdf_srgb_profile(void)
{
	/* IEC 61966-2-1's primaries and D65, adapted to D50 by Bradford's method */
	static const double white[] = {0.96420, 1, 0.82491}, red[] = {0.43607, 0.22249, 0.01392}, green[] = {0.38515, 0.71687, 0.09708},
	                    blue[] = {0.14307, 0.06061, 0.71410};
	static const double adaption[] = {1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168};
	static const struct {
		const char *name;
		const double *values;
		size_t n;
	} tags[] = {{"desc", NULL, 0},  {"cprt", NULL, 0}, {"wtpt", white, 3}, {"chad", adaption, 9}, {"rXYZ", red, 3},
	            {"gXYZ", green, 3}, {"bXYZ", blue, 3}, {"rTRC", NULL, 0},  {"gTRC", NULL, 0},     {"bTRC", NULL, 0}};
	enum { N = G_N_ELEMENTS(tags), TABLE = 128 + 4 + 12 * N };
	g_autoptr(GByteArray) body = g_byte_array_new();
	GByteArray *out = g_byte_array_new();
	guint32 at[N], len[N];
	for (size_t i = 0; i < N; i++) {
		at[i] = TABLE + body->len;
		if (i < 2)
			put_text(body, i ? "No copyright, use freely" : "sRGB");
		else if (tags[i].values)
			put_numbers(body, i == 3 ? "sf32" : "XYZ ", tags[i].values, tags[i].n);
		else if (tags[i].name[0] == 'r')
			put_curve(body);
		else
			at[i] = at[i - 1]; /* one curve for all */
		len[i] = at[i] < TABLE + body->len && (i == 0 || at[i] != at[i - 1]) ? TABLE + body->len - at[i] : len[i - 1];
		while (body->len % 4)
			g_byte_array_append(body, (const guint8 *)"", 1);
	}
	put32(out, TABLE + body->len);
	put_header(out);
	put32(out, N);
	for (size_t i = 0; i < N; i++) {
		put_word(out, tags[i].name);
		put32(out, at[i]);
		put32(out, len[i]);
	}
	g_byte_array_append(out, body->data, body->len);
	return out;
}
