#include "paint/png_colors.h"
#include "paint/png_deflate.h"

#include <libdeflate.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LEVEL 6
#define SMOOTH_LEVEL 9 /* the rare photograph */
#define METER_PER_INCH 0.0254

enum { RGB = 2, INDEXED = 3, RGBA = 6 }; /* colour types */
enum { FILTER_NONE, FILTER_SUB, FILTER_UP, FILTER_AVERAGE, FILTER_PAETH, N_FILTERS };

static void put_u32(unsigned char *to, uint32_t value)
{
	to[0] = (unsigned char)(value >> 24);
	to[1] = (unsigned char)(value >> 16);
	to[2] = (unsigned char)(value >> 8);
	to[3] = (unsigned char)value;
}

static void put_chunk(GByteArray *out, const char type[4], const void *data, size_t len)
{
	unsigned char word[4];
	put_u32(word, (uint32_t)len);
	g_byte_array_append(out, word, 4);
	g_byte_array_append(out, (const guint8 *)type, 4);
	if (len)
		g_byte_array_append(out, data, (guint)len);
	uint32_t crc = libdeflate_crc32(0, type, 4);
	put_u32(word, len ? libdeflate_crc32(crc, data, len) : crc); /* no data starts libdeflate's sum anew */
	g_byte_array_append(out, word, 4);
}

static void put_header(GByteArray *out, const ZnPixels *pixels, int depth, int color_type)
{
	static const unsigned char signature[8] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
	unsigned char header[13] = {0};
	g_byte_array_append(out, signature, sizeof signature);
	put_u32(header, (uint32_t)pixels->width);
	put_u32(header + 4, (uint32_t)pixels->height);
	header[8] = (unsigned char)depth;
	header[9] = (unsigned char)color_type;
	put_chunk(out, "IHDR", header, sizeof header);
}

/* International text: keyword, not compressed, language, no translated keyword. */
static void put_text(GByteArray *out, const char *keyword, const char *lang, const char *text)
{
	if (!text || !*text)
		return;
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	g_autoptr(GString) data = g_string_new(keyword);
	g_string_append_len(data, "\0\0\0", 3);
	g_string_append(data, lang ? lang : "");
	g_string_append_len(data, "\0\0", 2);
	g_string_append(data, valid);
	put_chunk(out, "iTXt", data->str, data->len);
}

static void put_info(GByteArray *out, const ZnPngInfo *info)
{
	static const unsigned char perceptual = 0;
	put_chunk(out, "sRGB", &perceptual, 1);
	if (info->ppi > 0) {
		unsigned char density[9];
		put_u32(density, (uint32_t)lround(fmin(info->ppi / METER_PER_INCH, 1e9)));
		put_u32(density + 4, (uint32_t)lround(fmin(info->ppi / METER_PER_INCH, 1e9)));
		density[8] = 1; /* per metre */
		put_chunk(out, "pHYs", density, sizeof density);
	}
	put_text(out, "Title", info->lang, info->title);
	put_text(out, "Author", info->lang, info->author);
	put_text(out, "Description", info->lang, info->description);
	put_text(out, "Source", info->lang, info->source);
	put_text(out, "Provenance", NULL, info->provenance);
	put_text(out, "Software", NULL, "zhinu " ZN_VERSION);
}

static void put_palette(GByteArray *out, const ZnPalette *palette)
{
	unsigned char colors[256 * 3], alphas[256];
	for (int i = 0; i < palette->n; i++) {
		uint32_t c = palette->colors[i];
		colors[i * 3] = (unsigned char)(c >> 16);
		colors[i * 3 + 1] = (unsigned char)(c >> 8);
		colors[i * 3 + 2] = (unsigned char)c;
		alphas[i] = (unsigned char)(c >> 24);
	}
	put_chunk(out, "PLTE", colors, (size_t)palette->n * 3);
	if (palette->n_translucent)
		put_chunk(out, "tRNS", alphas, (size_t)palette->n_translucent);
}

/* IDAT chunks may not be longer than 2^31 - 1 bytes; 0 = there was no memory to compress in. */
static bool put_compressed(ZnDiags *diags, GByteArray *out, const uint8_t *data, size_t len)
{
	if (!len || len > 0x7fffffff) {
		zn_error(diags, (ZnPlace){0}, "give a smaller size or scale", "there is not enough memory to compress the picture");
		return false;
	}
	put_chunk(out, "IDAT", data, len);
	put_chunk(out, "IEND", NULL, 0);
	return true;
}

static bool put_data(ZnDiags *diags, GByteArray *out, int level, const uint8_t *rows, size_t len)
{
	struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(level);
	size_t bound = compressor ? libdeflate_zlib_compress_bound(compressor, len) : 0, n = 0;
	g_autofree uint8_t *compressed = bound ? g_try_malloc(bound) : NULL;
	if (compressed)
		n = libdeflate_zlib_compress(compressor, rows, len, compressed, bound);
	libdeflate_free_compressor(compressor);
	return put_compressed(diags, out, compressed, n);
}

/* --- rows --- */

static size_t row_length(int width, int bits)
{
	return 1 + ((size_t)width * (size_t)bits + 7) / 8;
}

/* Rows of a filter byte and one byte an index become rows of `depth` bits an index, the leftmost pixel in the high bits. In place: what
 * is written never overtakes what is read. */
static void pack_rows(uint8_t *rows, const ZnPixels *pixels, int depth)
{
	int per_byte = 8 / depth;
	uint8_t *to = rows;
	for (int y = 0; y < pixels->height; y++) {
		const uint8_t *from = rows + (size_t)y * row_length(pixels->width, 8) + 1;
		*to++ = FILTER_NONE;
		for (int x = 0; x < pixels->width; x += per_byte) {
			uint8_t packed = 0;
			for (int k = 0; k < per_byte && x + k < pixels->width; k++)
				packed |= (uint8_t)(from[x + k] << (8 - depth * (k + 1)));
			*to++ = packed;
		}
	}
}

static void unpack(uint8_t *row, const uint32_t *pixels, int width, bool opaque)
{
	for (int x = 0; x < width; x++) {
		uint32_t p = zn_pixel_straight(pixels[x], opaque);
		*row++ = (uint8_t)(p >> 16);
		*row++ = (uint8_t)(p >> 8);
		*row++ = (uint8_t)p;
		if (!opaque)
			*row++ = (uint8_t)(p >> 24);
	}
}

/* --- filters: PNG specification, section 9 --- */

static uint8_t paeth(int left, int up, int corner)
{
	int by_left = abs(up - corner), by_up = abs(left - corner), by_corner = abs(left + up - 2 * corner);
	return (uint8_t)(by_left <= by_up && by_left <= by_corner ? left : by_up <= by_corner ? up : corner);
}

static void filter_row(uint8_t *to, int filter, const uint8_t *row, const uint8_t *above, size_t length, size_t step)
{
	*to++ = (uint8_t)filter;
	for (size_t i = 0; i < length; i++) {
		int left = i >= step ? row[i - step] : 0, up = above[i], corner = i >= step ? above[i - step] : 0;
		int guess = filter == FILTER_SUB       ? left
		            : filter == FILTER_UP      ? up
		            : filter == FILTER_AVERAGE ? (left + up) / 2
		            : filter == FILTER_PAETH   ? paeth(left, up, corner)
		                                       : 0;
		to[i] = (uint8_t)(row[i] - guess);
	}
}

static size_t magnitude(const uint8_t *row, size_t length)
{
	size_t sum = 0;
	for (size_t i = 0; i < length; i++)
		sum += (size_t)abs((int8_t)row[i]);
	return sum;
}

/* Where colours change little by little, the filter that leaves the smallest numbers (the specification's heuristic). */
static void filter_smooth(uint8_t *to, const uint8_t *row, const uint8_t *above, size_t length, size_t step, uint8_t *trial)
{
	size_t least = SIZE_MAX;
	for (int filter = FILTER_SUB; filter < N_FILTERS; filter++) {
		filter_row(trial, filter, row, above, length, step);
		size_t sum = magnitude(trial + 1, length);
		if (sum < least) {
			least = sum;
			memcpy(to, trial, length + 1);
		}
	}
}

static void fill_smooth(uint8_t *rows, const ZnPixels *pixels, size_t length)
{
	size_t n = length - 1;
	g_autofree uint8_t *scratch = g_malloc0(3 * n + 1);
	uint8_t *row = scratch, *above = scratch + n, *trial = scratch + 2 * n;
	for (int y = 0; y < pixels->height; y++) {
		unpack(row, zn_pixels_row(pixels, y), pixels->width, pixels->opaque);
		filter_smooth(rows + (size_t)y * length, row, above, n, pixels->opaque ? 3 : 4, trial);
		uint8_t *free = above;
		above = row;
		row = free;
	}
}

/* One byte an index. */
static void fill_indices(uint8_t *rows, const ZnPixels *pixels, const ZnColors *colors)
{
	size_t length = row_length(pixels->width, 8);
	for (int y = 0, n; y < pixels->height; y += n) {
		const uint32_t *pixel = zn_pixels_row(pixels, y);
		uint8_t *row = rows + (size_t)y * length;
		n = zn_pixels_same_rows(pixels, y);
		row[0] = FILTER_NONE;
		for (int x = 0, end; x < pixels->width; x = end) {
			end = x + 1 + zn_pixels_common(pixel + x, pixel + x + 1, pixels->width - x - 1);
			memset(row + 1 + x, (int)zn_colors_word(colors, pixel[x]), (size_t)(end - x));
		}
		for (int i = 1; i < n; i++)
			memcpy(row + (size_t)i * length, row, length);
	}
}

/* --- the three kinds of picture --- */

static uint8_t *new_rows(ZnDiags *diags, const ZnPixels *pixels, int bits)
{
	uint8_t *rows = g_try_malloc(row_length(pixels->width, bits) * (size_t)pixels->height);
	if (!rows)
		zn_error(diags, (ZnPlace){0}, "give a smaller size or scale", "there is not enough memory for the picture");
	return rows;
}

static bool encode_indexed(ZnDiags *diags, const ZnPixels *pixels, const ZnPngInfo *info, const ZnColors *colors, const ZnPalette *palette,
                           GByteArray *out)
{
	int depth = palette->n <= 2 ? 1 : palette->n <= 4 ? 2 : palette->n <= 16 ? 4 : 8;
	g_autofree uint8_t *rows = new_rows(diags, pixels, 8);
	if (!rows)
		return false;
	fill_indices(rows, pixels, colors);
	if (depth < 8)
		pack_rows(rows, pixels, depth);
	put_header(out, pixels, depth, INDEXED);
	put_info(out, info);
	put_palette(out, palette);
	return put_data(diags, out, LEVEL, rows, row_length(pixels->width, depth) * (size_t)pixels->height);
}

static bool encode_drawing(ZnDiags *diags, const ZnPixels *pixels, const ZnPngInfo *info, const ZnColors *colors, GByteArray *out)
{
	g_autoptr(GByteArray) data = g_byte_array_new();
	zn_png_deflate(pixels, colors, data);
	put_header(out, pixels, 8, pixels->opaque ? RGB : RGBA);
	put_info(out, info);
	return put_compressed(diags, out, data->data, data->len);
}

static bool encode_smooth(ZnDiags *diags, const ZnPixels *pixels, const ZnPngInfo *info, GByteArray *out)
{
	int bits = pixels->opaque ? 24 : 32;
	size_t length = row_length(pixels->width, bits);
	g_autofree uint8_t *rows = new_rows(diags, pixels, bits);
	if (!rows)
		return false;
	fill_smooth(rows, pixels, length);
	put_header(out, pixels, 8, pixels->opaque ? RGB : RGBA);
	put_info(out, info);
	return put_data(diags, out, SMOOTH_LEVEL, rows, length * (size_t)pixels->height);
}

bool zn_png_encode(ZnDiags *diags, const ZnPixels *pixels, const ZnPngInfo *info, GByteArray *out)
{
	ZnColors colors;
	ZnPalette palette;
	bool done;
	if (!zn_colors_count(&colors, pixels)) {
		done = encode_smooth(diags, pixels, info, out);
	} else if (zn_palette_choose(&colors, &palette)) {
		done = encode_indexed(diags, pixels, info, &colors, &palette, out);
	} else {
		zn_colors_set_straight(&colors);
		done = encode_drawing(diags, pixels, info, &colors, out);
	}
	zn_colors_clear(&colors);
	return done;
}
