/* PNG files read back with libpng: pixels, chunks, limits. */
#include "torture.h"

#include <png.h>
#include <string.h>

/* --- reading --- */

typedef struct Decoded {
	int width, height;
	unsigned char *rgba; /* not premultiplied */
} Decoded;

static Decoded decode(const GByteArray *png)
{
	png_image image = {.version = PNG_IMAGE_VERSION};
	g_assert_true(png_image_begin_read_from_memory(&image, png->data, png->len));
	image.format = PNG_FORMAT_RGBA;
	Decoded decoded = {(int)image.width, (int)image.height, g_malloc(PNG_IMAGE_SIZE(image))};
	g_assert_true(png_image_finish_read(&image, NULL, decoded.rgba, 0, NULL));
	return decoded;
}

static unsigned word(const unsigned char *bytes)
{
	return (unsigned)bytes[0] << 24 | (unsigned)bytes[1] << 16 | (unsigned)bytes[2] << 8 | bytes[3];
}

/* The data of the first chunk of that type whose data start with `start`. */
static const unsigned char *find_chunk(const GByteArray *png, const char *type, const char *start, size_t *len)
{
	for (size_t at = 8; at + 12 <= png->len; at += 12 + word(png->data + at)) {
		const unsigned char *data = png->data + at + 8;
		*len = word(png->data + at);
		if (!memcmp(png->data + at + 4, type, 4) && (!start || (*len > strlen(start) && !memcmp(data, start, strlen(start) + 1))))
			return data;
	}
	return NULL;
}

static int color_type(const GByteArray *png)
{
	size_t len;
	return find_chunk(png, "IHDR", NULL, &len)[9];
}

static void assert_text(const GByteArray *png, const char *keyword, const char *lang, const char *text)
{
	size_t len;
	const unsigned char *data = find_chunk(png, "iTXt", keyword, &len);
	g_assert_nonnull(data);
	const char *at = (const char *)data + strlen(keyword) + 3;
	g_assert_cmpstr(at, ==, lang);
	at += strlen(lang) + 2;
	g_autofree char *value = g_strndup(at, len - (size_t)(at - (const char *)data));
	g_assert_cmpstr(value, ==, text);
}

/* --- encoding words --- */

static GByteArray *encode(const uint32_t *words, int width, int height, bool opaque)
{
	ZnPixels pixels = {(const unsigned char *)words, width, height, (size_t)width * 4, opaque};
	ZnPngInfo info = {.ppi = 192};
	g_autoptr(ZnDiags) diags = zn_diags_new();
	GByteArray *png = g_byte_array_new();
	g_assert_true(zn_png_encode(diags, &pixels, &info, png));
	return png;
}

/* What is painted of a colour that is not premultiplied. */
static int premultiplied(int value, int alpha)
{
	int product = value * alpha + 128;
	return (product + (product >> 8)) >> 8;
}

/* The file gives the pixels as they were painted: what is seen counts, not which of several colours a faint one is said to have. */
static void assert_pixels(const GByteArray *png, const uint32_t *words, bool opaque, int error)
{
	Decoded decoded = decode(png);
	for (int i = 0; i < decoded.width * decoded.height; i++) {
		const unsigned char *got = decoded.rgba + 4 * i;
		g_assert_cmpint(ABS(got[3] - (opaque ? 255 : (int)(words[i] >> 24))), <=, error);
		for (int c = 0; c < 3; c++)
			g_assert_cmpint(ABS(premultiplied(got[c], got[3]) - (int)(words[i] >> (16 - 8 * c) & 255)), <=, error);
	}
	g_free(decoded.rgba);
}

static void test_depths(void)
{
	static const struct {
		uint32_t n;
		int depth;
	} cases[] = {{1, 1}, {2, 1}, {3, 2}, {4, 2}, {16, 4}, {17, 8}, {256, 8}};
	uint32_t words[37 * 11]; /* rows end within a byte */
	for (size_t k = 0; k < G_N_ELEMENTS(cases); k++) {
		for (uint32_t i = 0; i < G_N_ELEMENTS(words); i++)
			words[i] = i % cases[k].n * 0x010305u;
		g_autoptr(GByteArray) png = encode(words, 37, 11, true);
		size_t len;
		g_assert_cmpint(color_type(png), ==, PNG_COLOR_TYPE_PALETTE);
		g_assert_cmpint(find_chunk(png, "IHDR", NULL, &len)[8], ==, cases[k].depth);
		find_chunk(png, "PLTE", NULL, &len);
		g_assert_cmpuint(len, ==, cases[k].n * 3);
		assert_pixels(png, words, true, 0);
	}
}

static void test_many_colors(void)
{
	uint32_t words[64 * 64];
	for (uint32_t i = 0; i < G_N_ELEMENTS(words); i++)
		words[i] = i * 2654435761u >> 8;
	g_autoptr(GByteArray) png = encode(words, 64, 64, true);
	g_assert_cmpint(color_type(png), ==, PNG_COLOR_TYPE_RGB);
	assert_pixels(png, words, true, 0);
}

/* Two ramps of 256 steps, as antialiasing leaves them, and a main colour: more than 256 colours, yet a palette. */
static void test_near_colors(void)
{
	uint32_t words[100 * 100];
	for (uint32_t i = 0; i < G_N_ELEMENTS(words); i++)
		words[i] = i % 3 ? 0x4c78a8u : i % 2 ? (i / 6 % 256) * 0x010101u : (i / 6 % 256) * 0x010000u + 0x20;
	g_autoptr(GByteArray) png = encode(words, 100, 100, true);
	g_assert_cmpint(color_type(png), ==, PNG_COLOR_TYPE_PALETTE);
	assert_pixels(png, words, true, ZN_PALETTE_ERROR);
	Decoded decoded = decode(png);
	g_assert_cmpint(decoded.rgba[4], ==, 0x4c); /* what is frequent stays exact */
	g_assert_cmpint(decoded.rgba[5], ==, 0x78);
	g_assert_cmpint(decoded.rgba[6], ==, 0xa8);
	g_free(decoded.rgba);
}

static void test_translucent(void)
{
	uint32_t few[16 * 16], many[64 * 64];
	for (uint32_t i = 0; i < G_N_ELEMENTS(few); i++)
		few[i] = i % 3 == 0 ? 0xff102030u : i % 3 == 1 ? 0x80400000u : 0;
	g_autoptr(GByteArray) indexed = encode(few, 16, 16, false);
	size_t len;
	g_assert_cmpint(color_type(indexed), ==, PNG_COLOR_TYPE_PALETTE);
	g_assert_nonnull(find_chunk(indexed, "tRNS", NULL, &len));
	g_assert_cmpuint(len, ==, 2);
	assert_pixels(indexed, few, false, 0);
	for (uint32_t i = 0; i < G_N_ELEMENTS(many); i++) {
		uint32_t alpha = 255 - i % 128;
		many[i] = alpha << 24 | (i * 31 % (alpha + 1)) << 16 | (i * 17 % (alpha + 1)) << 8 | (i * 7 % (alpha + 1));
	}
	g_autoptr(GByteArray) channels = encode(many, 64, 64, false);
	g_assert_cmpint(color_type(channels), ==, PNG_COLOR_TYPE_RGBA);
	assert_pixels(channels, many, false, 0);
}

/* A drawing of more colours than a palette has: areas, slanting edges, noise, and the same once more further down. */
static uint32_t drawn(int x, int y, int height, uint32_t seed, bool opaque)
{
	int at = x + 31 * (y % MAX(1, height / 2)), kind = at / 7 % 5;
	uint32_t noise = (uint32_t)(at * 40503 + (int)seed) * 2654435761u >> 7, alpha = opaque ? 0 : kind == 3 ? noise % 256 : kind ? 255 : 0;
	uint32_t level = opaque ? 255 : alpha, ink = kind == 1 ? 0x4c : kind == 2 ? (noise >> 9) % 256 : 0xe0;
	return alpha << 24 | (uint32_t)premultiplied((int)ink, (int)level) << 16 | (uint32_t)premultiplied((int)(ink / 2), (int)level) << 8 |
	       (uint32_t)premultiplied((int)(noise % 200), (int)level);
}

static void test_drawings(void)
{
	static const int sizes[][2] = {{1, 1}, {1, 300}, {300, 1}, {2, 200}, {3, 3}, {97, 61}, {640, 40}, {8200, 5}, {11000, 5}, {257, 300}};
	for (size_t k = 0; k < G_N_ELEMENTS(sizes) * 2; k++) {
		int width = sizes[k / 2][0], height = sizes[k / 2][1];
		bool opaque = k % 2;
		g_autofree uint32_t *words = g_new(uint32_t, width * height);
		for (int i = 0; i < width * height; i++)
			words[i] = drawn(i % width, i / width, height, (uint32_t)k, opaque);
		g_autoptr(GByteArray) png = encode(words, width, height, opaque);
		bool palette = color_type(png) == PNG_COLOR_TYPE_PALETTE;
		if (width * height > 10000)
			g_assert_cmpint(color_type(png), ==, opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGBA);
		assert_pixels(png, words, opaque, palette ? ZN_PALETTE_ERROR : 0);
	}
}

/* The edge of an ink has the ink's colour, whatever rounding would make of it. */
static void test_inks(void)
{
	enum { N = 1600 };
	uint32_t words[N];
	for (uint32_t i = 0; i < N; i++) {
		uint32_t alpha = i % 256, many = i < 800 ? 0 : (i * 7919) % 4096;
		words[i] = many ? 0xff000000u | many * 4099 % 0xffffff : i % 5 == 0 ? 0xff4c78a8u : alpha << 24 | (uint32_t)premultiplied(0x4c, (int)alpha) << 16 |
			(uint32_t)premultiplied(0x78, (int)alpha) << 8 | (uint32_t)premultiplied(0xa8, (int)alpha);
	}
	g_autoptr(GByteArray) png = encode(words, 40, N / 40, false);
	g_assert_cmpint(color_type(png), ==, PNG_COLOR_TYPE_RGBA);
	assert_pixels(png, words, false, 0);
	Decoded decoded = decode(png);
	for (int i = 0; i < 800; i++)
		if (decoded.rgba[4 * i + 3]) {
			g_assert_cmpint(decoded.rgba[4 * i], ==, 0x4c);
			g_assert_cmpint(decoded.rgba[4 * i + 2], ==, 0xa8);
		}
	g_free(decoded.rgba);
}

static cairo_status_t count_bytes(void *closure, const unsigned char *data, unsigned length)
{
	*(size_t *)closure += length;
	return CAIRO_STATUS_SUCCESS;
}

/* Where nothing is even, as in a photograph, rows are filtered: exact, and no larger than libpng makes them. */
static void test_smooth(void)
{
	enum { SIDE = 160 };
	g_autofree uint32_t *words = g_new(uint32_t, SIDE * SIDE);
	for (int i = 0; i < SIDE * SIDE; i++) {
		double x = i % SIDE / (double)SIDE, y = i / SIDE / (double)SIDE;
		uint32_t r = (uint32_t)(255 * x), g = (uint32_t)(255 * y * x), b = (uint32_t)(127 + 120 * sin(9 * x * y));
		words[i] = r << 16 | g << 8 | b;
	}
	g_autoptr(GByteArray) png = encode(words, SIDE, SIDE, true);
	g_assert_cmpint(color_type(png), ==, PNG_COLOR_TYPE_RGB);
	assert_pixels(png, words, true, 0);
	size_t theirs = 0;
	cairo_surface_t *surface = cairo_image_surface_create_for_data((unsigned char *)words, CAIRO_FORMAT_RGB24, SIDE, SIDE, SIDE * 4);
	g_assert_cmpint(cairo_surface_write_to_png_stream(surface, count_bytes, &theirs), ==, CAIRO_STATUS_SUCCESS);
	cairo_surface_destroy(surface);
	g_assert_cmpuint(png->len, <=, theirs + 64); /* what we tell about the picture */
}

/* --- scenes --- */

typedef struct Fixture {
	ZnArena *arena;
	ZnDiags *diags;
	ZnScene *scene;
	GByteArray *out;
	ZnPaintOptions options;
} Fixture;

static void set_up(Fixture *f, gconstpointer data)
{
	*f = (Fixture){.arena = zn_arena_new(), .diags = zn_diags_new(), .out = g_byte_array_new()};
	f->scene = zn_scene_new(f->arena);
	f->scene->width = 20;
	f->scene->height = 10;
	f->scene->has_background = true;
	f->scene->background = torture_color("#eeeeff").color;
	torture_rect(f->scene, 5, 2, 4, 3, "#102030", NULL);
}

static void tear_down(Fixture *f, gconstpointer data)
{
	g_byte_array_unref(f->out);
	zn_diags_free(f->diags);
	zn_arena_free(f->arena);
}

static Decoded paint(Fixture *f)
{
	g_byte_array_set_size(f->out, 0);
	g_assert_true(zn_paint_png(f->diags, f->scene, &f->options, f->out));
	g_assert_cmpuint(zn_diags_len(f->diags), ==, 0);
	return decode(f->out);
}

static void assert_pixel(const Decoded *decoded, int x, int y, unsigned rgba)
{
	g_assert_cmphex(word(decoded->rgba + 4 * (y * decoded->width + x)), ==, rgba);
}

static void test_scene(Fixture *f, gconstpointer data)
{
	Decoded decoded = paint(f);
	g_assert_cmpint(decoded.width, ==, 20);
	g_assert_cmpint(decoded.height, ==, 10);
	assert_pixel(&decoded, 0, 0, 0xeeeeffff);
	assert_pixel(&decoded, 5, 2, 0x102030ff);
	assert_pixel(&decoded, 8, 4, 0x102030ff);
	assert_pixel(&decoded, 9, 4, 0xeeeeffff);
	g_free(decoded.rgba);
}

static void test_transparent(Fixture *f, gconstpointer data)
{
	f->options.transparent = true;
	Decoded decoded = paint(f);
	assert_pixel(&decoded, 0, 0, 0);
	assert_pixel(&decoded, 5, 2, 0x102030ff);
	g_free(decoded.rgba);
	f->options.transparent = false;
	f->scene->has_background = false; /* "background": null */
	decoded = paint(f);
	assert_pixel(&decoded, 0, 0, 0);
	g_free(decoded.rgba);
}

static void test_sizes(Fixture *f, gconstpointer data)
{
	static const struct {
		double scale;
		int width, height, got_width, got_height;
	} cases[] = {
	    {0, 0, 0, 20, 10}, {2, 0, 0, 40, 20}, {1.01, 0, 0, 21, 11}, {0, 50, 0, 50, 25}, {0, 0, 5, 10, 5}, {3, 60, 60, 60, 60},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		f->options = (ZnPaintOptions){.scale = cases[i].scale, .width = cases[i].width, .height = cases[i].height};
		Decoded decoded = paint(f);
		g_assert_cmpint(decoded.width, ==, cases[i].got_width);
		g_assert_cmpint(decoded.height, ==, cases[i].got_height);
		g_free(decoded.rgba);
	}
	/* The last: fitted to 60 x 30 and centred, with the background all over. */
	Decoded decoded = paint(f);
	assert_pixel(&decoded, 0, 0, 0xeeeeffff);
	assert_pixel(&decoded, 15, 15 + 6, 0x102030ff);
	assert_pixel(&decoded, 14, 15 + 6, 0xeeeeffff);
	g_free(decoded.rgba);
}

static void test_density(Fixture *f, gconstpointer data)
{
	static const struct {
		double scale, ppi;
		unsigned per_meter;
	} cases[] = {{0, 0, 3780}, {2, 0, 7559}, {2, 300, 11811}};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		size_t len;
		f->options = (ZnPaintOptions){.scale = cases[i].scale, .ppi = cases[i].ppi};
		g_free(paint(f).rgba);
		const unsigned char *density = find_chunk(f->out, "pHYs", NULL, &len);
		g_assert_cmpuint(word(density), ==, cases[i].per_meter);
		g_assert_cmpuint(word(density + 4), ==, cases[i].per_meter);
		g_assert_cmpint(density[8], ==, 1);
	}
}

static void test_metadata(Fixture *f, gconstpointer data)
{
	size_t len;
	f->scene->title = "产量";
	f->scene->description = "Столбцы \xff и линии"; /* not UTF-8 in one place */
	f->scene->source = "A & B";
	f->scene->lang = "zh-CN";
	g_free(paint(f).rgba);
	assert_text(f->out, "Title", "zh-CN", "产量");
	assert_text(f->out, "Description", "zh-CN", "Столбцы \xef\xbf\xbd и линии");
	assert_text(f->out, "Source", "zh-CN", "A & B");
	assert_text(f->out, "Software", "", "zhinu " ZN_VERSION);
	g_assert_null(find_chunk(f->out, "iTXt", "Author", &len));
	g_assert_nonnull(find_chunk(f->out, "sRGB", NULL, &len));
}

static void test_limits(Fixture *f, gconstpointer data)
{
	static const struct {
		double width, height, scale;
		const char *message;
	} cases[] = {
	    {40000, 10, 1, "the picture would be 40000 x 10 px"},
	    {30000, 30000, 1, "the picture would be 30000 x 30000 px"},
	    {20, 10, 1e9, "the picture would be"},
	    {20, 10, -1, "the scale must be a positive number, not -1"},
	    {20, 10, NAN, "the scale must be"},
	    {0, 10, 1, "the picture is 0 x 10 px: there is nothing to paint"},
	    {INFINITY, 10, 1, "the picture is inf x 10 px"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		f->scene->width = cases[i].width;
		f->scene->height = cases[i].height;
		f->options.scale = cases[i].scale;
		zn_diags_clear(f->diags);
		g_assert_false(zn_paint_png(f->diags, f->scene, &f->options, f->out));
		g_assert_cmpuint(zn_diags_len(f->diags), ==, 1);
		g_assert_true(g_str_has_prefix(zn_diags_at(f->diags, 0)->message, cases[i].message));
		g_assert_cmpuint(f->out->len, ==, 0);
	}
}

static void test_deterministic(void)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	g_autoptr(ZnDiags) diags = zn_diags_new();
	g_autoptr(GByteArray) picture = torture_picture(), a = g_byte_array_new(), b = g_byte_array_new();
	ZnPaintOptions options = {.scale = 1};
	g_assert_true(zn_paint_png(diags, torture_scene(arena, NULL, picture), &options, a));
	g_assert_true(zn_paint_png(diags, torture_scene(arena, NULL, picture), &options, b));
	g_assert_cmpmem(a->data, a->len, b->data, b->len);
	g_assert_false(zn_diags_failed(diags));
}

/* Dark pixels of a painted text: how much, and where its middle and its columns are. */
typedef struct Ink {
	double sum, center_x, center_y;
	double columns[120];
} Ink;

static Ink paint_text(ZnContext *context, double x, double y, double size, const char *text)
{
	ZnScene *scene = zn_scene_new(context->arena);
	scene->width = 120, scene->height = 30;
	scene->has_background = true;
	scene->background = torture_color("white").color;
	torture_text(scene, context, x, y, size, "en", text, NULL);
	g_autoptr(GByteArray) png = g_byte_array_new();
	g_assert_true(zn_paint_png(context->diags, scene, &(ZnPaintOptions){0}, png));
	Decoded decoded = decode(png);
	Ink ink = {0};
	for (int p = 0; p < decoded.width * decoded.height; p++) {
		double dark = 255 - decoded.rgba[4 * p];
		ink.sum += dark;
		ink.center_x += dark * (p % decoded.width);
		ink.center_y += dark * (p / decoded.width);
		ink.columns[p % decoded.width] += dark;
	}
	ink.center_x /= ink.sum;
	ink.center_y /= ink.sum;
	g_free(decoded.rgba);
	return ink;
}

/* Where stretches of columns with ink have their middles. */
static int stems(const Ink *ink, double middles[], int most)
{
	int n = 0;
	double sum = 0, moment = 0;
	for (int x = 0; x < 120; x++) {
		sum += ink->columns[x];
		moment += ink->columns[x] * x;
		if (ink->columns[x] > 0 || sum <= 0)
			continue;
		g_assert_cmpint(n, <, most);
		middles[n++] = moment / sum;
		sum = moment = 0;
	}
	return n;
}

/* Text is painted where it was shaped, not at whole pixels; only its baseline is on one. */
static void test_text(void)
{
	static const double shifts[] = {0.25, 0.5, 0.75, 1};
	g_autoptr(ZnContext) context = zn_context_new();
	context->fonts = zn_fonts_new(context->diags, NULL);
	if (!context->fonts) {
		g_test_skip("no fonts configuration");
		return;
	}
	Ink start = paint_text(context, 10, 20, 12, "illicit");
	g_assert_cmpfloat(start.sum, >, 2000);
	for (size_t i = 0; i < G_N_ELEMENTS(shifts); i++) {
		Ink moved = paint_text(context, 10 + shifts[i], 20, 12, "illicit");
		g_assert_cmpfloat_with_epsilon(moved.center_x - start.center_x, shifts[i], shifts[i] < 1 ? 0.05 : 0.001);
		g_assert_true(shifts[i] == 1 || memcmp(start.columns, moved.columns, sizeof start.columns));
	}
	for (double y = 19.6; y < 20.4; y += 0.2) /* the same row, the same pixels */
		g_assert_cmpfloat_with_epsilon(paint_text(context, 10, y, 12, "illicit").center_y, start.center_y, 1e-9);
	double middles[16], step;
	Ink row = paint_text(context, 5, 20, 13, "l l l l l l l l");
	g_assert_cmpint(stems(&row, middles, G_N_ELEMENTS(middles)), ==, 8);
	step = (middles[7] - middles[0]) / 7;
	for (int i = 1; i < 8; i++) /* a quarter of a pixel is what there is */
		g_assert_cmpfloat_with_epsilon(middles[i] - middles[i - 1], step, 0.3);
	zn_fonts_free(context->fonts);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/png/depths", test_depths);
	g_test_add_func("/png/many-colors", test_many_colors);
	g_test_add_func("/png/near-colors", test_near_colors);
	g_test_add_func("/png/translucent", test_translucent);
	g_test_add_func("/png/drawings", test_drawings);
	g_test_add_func("/png/inks", test_inks);
	g_test_add_func("/png/smooth", test_smooth);
#define ADD(name, func) g_test_add("/png/" name, Fixture, NULL, set_up, func, tear_down)
	ADD("scene", test_scene);
	ADD("transparent", test_transparent);
	ADD("sizes", test_sizes);
	ADD("density", test_density);
	ADD("metadata", test_metadata);
	ADD("limits", test_limits);
	g_test_add_func("/png/deterministic", test_deterministic);
	g_test_add_func("/png/text", test_text);
	return g_test_run();
}
