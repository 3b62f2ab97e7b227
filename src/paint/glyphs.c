#include "paint/glyphs.h"

#include <cairo-ft.h>
#include <glib.h>
#include <math.h>
#include <stdint.h>

#include FT_OUTLINE_H

#define PHASES 4        /* positions within a pixel, each way */
#define MAX_KEPT 20000u /* glyphs of one font; a page of Chinese has a thousand */
#define NEARLY 1e-6     /* px: a baseline computed as 83.4999999 goes where one at 83.5 goes */
#define LARGEST 256.0   /* px per em: larger glyphs are rare, and outlines serve them as well */

/* One glyph at one position within the pixel: coverage, and where its corner is from the pixel of the origin. */
typedef struct Mask {
	int left, top, width, height;
	unsigned char coverage[];
} Mask;

static const cairo_user_data_key_t masks_key;

static GHashTable *masks_of(cairo_scaled_font_t *font)
{
	GHashTable *masks = cairo_scaled_font_get_user_data(font, &masks_key);
	if (!masks) {
		masks = g_hash_table_new_full(NULL, NULL, NULL, g_free);
		if (cairo_scaled_font_set_user_data(font, &masks_key, masks, (cairo_destroy_func_t)g_hash_table_unref) != CAIRO_STATUS_SUCCESS) {
			g_hash_table_unref(masks);
			return NULL;
		}
	}
	if (g_hash_table_size(masks) > MAX_KEPT)
		g_hash_table_remove_all(masks);
	return masks;
}

static Mask *mask_alloc(int width, int height)
{
	Mask *mask = g_malloc0(sizeof *mask + (size_t)width * (size_t)height);
	mask->width = width;
	mask->height = height;
	return mask;
}

/* NULL = not an outline. */
static Mask *rasterise(FT_Face face, unsigned long id, int phase_x, int phase_y)
{
	if (FT_Load_Glyph(face, (FT_UInt)id, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) || face->glyph->format != FT_GLYPH_FORMAT_OUTLINE)
		return NULL;
	FT_Outline *outline = &face->glyph->outline;
	FT_BBox box;
	FT_Outline_Translate(outline, phase_x * 64 / PHASES, -phase_y * 64 / PHASES);
	FT_Outline_Get_CBox(outline, &box);
	int left = (int)(box.xMin >> 6), right = (int)((box.xMax + 63) >> 6), bottom = (int)(box.yMin >> 6), top = (int)((box.yMax + 63) >> 6);
	if (right <= left || top <= bottom || right - left > 4 * LARGEST || top - bottom > 4 * LARGEST)
		return mask_alloc(0, 0);
	Mask *mask = mask_alloc(right - left, top - bottom);
	mask->left = left;
	mask->top = -top;
	FT_Bitmap bitmap = {
	    .rows = (unsigned)mask->height,
	    .width = (unsigned)mask->width,
	    .pitch = mask->width,
	    .buffer = mask->coverage,
	    .num_grays = 256,
	    .pixel_mode = FT_PIXEL_MODE_GRAY,
	};
	FT_Outline_Translate(outline, -left * 64, -bottom * 64);
	if (FT_Outline_Get_Bitmap(face->glyph->library, outline, &bitmap)) {
		g_free(mask);
		return NULL;
	}
	return mask;
}

/* --- blending --- */

typedef struct Target {
	unsigned char *data;
	int width, height, stride;
} Target;

/* a * b / 255, rounded. */
static uint32_t times(uint32_t a, uint32_t b)
{
	uint32_t t = a * b + 128;
	return (t + (t >> 8)) >> 8;
}

static void blend(const Target *target, const Mask *mask, int x, int y, const uint32_t source[4])
{
	int x0 = MAX(x + mask->left, 0), x1 = MIN(x + mask->left + mask->width, target->width);
	int y0 = MAX(y + mask->top, 0), y1 = MIN(y + mask->top + mask->height, target->height);
	for (int row = y0; row < y1; row++) {
		uint32_t *to = (uint32_t *)(void *)(target->data + (ptrdiff_t)row * target->stride);
		const unsigned char *from = mask->coverage + (ptrdiff_t)(row - y - mask->top) * mask->width - (x + mask->left);
		for (int column = x0; column < x1; column++) {
			uint32_t c = from[column];
			if (!c)
				continue;
			uint32_t rest = 255 - times(source[3], c), old = to[column], mixed = 0;
			for (int i = 0; i < 4; i++)
				mixed |= (times(source[i], c) + times((old >> (8 * i)) & 255, rest)) << (8 * i);
			to[column] = mixed;
		}
	}
}

static bool target_of(cairo_t *cr, Target *target)
{
	cairo_surface_t *surface = cairo_get_target(cr);
	if (cairo_surface_get_type(surface) != CAIRO_SURFACE_TYPE_IMAGE)
		return false;
	cairo_format_t format = cairo_image_surface_get_format(surface);
	*target = (Target){cairo_image_surface_get_data(surface), cairo_image_surface_get_width(surface),
	                   cairo_image_surface_get_height(surface), cairo_image_surface_get_stride(surface)};
	return target->data && (format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24);
}

static bool font_fits(cairo_scaled_font_t *font, const cairo_matrix_t *ctm)
{
	if (ctm->xy != 0 || ctm->yx != 0 || cairo_scaled_font_get_type(font) != CAIRO_FONT_TYPE_FT)
		return false;
	cairo_matrix_t size;
	cairo_scaled_font_get_scale_matrix(font, &size);
	return size.xx > 0 && size.xx <= LARGEST && !cairo_ft_font_face_get_synthesize(cairo_scaled_font_get_font_face(font));
}

/* What moves a baseline to a row of pixels: the feet of letters are sharp then, in every line alike, as browsers do it. */
static double snap_of(const cairo_matrix_t *ctm, double baseline)
{
	double x = 0, y = baseline;
	cairo_matrix_transform_point(ctm, &x, &y);
	return floor(y + 0.5 + NEARLY) - y;
}

/* The masks of all glyphs, so that nothing has been drawn when one cannot be had. */
static bool find_masks(cairo_scaled_font_t *font, const cairo_matrix_t *ctm, const cairo_glyph_t *glyphs, int n, double snap,
                       const Mask **found, int *at)
{
	GHashTable *masks = masks_of(font);
	FT_Face face = NULL;
	bool fine = masks != NULL;
	for (int i = 0; fine && i < n; i++) {
		double x = glyphs[i].x, y = glyphs[i].y;
		cairo_matrix_transform_point(ctm, &x, &y);
		y += snap;
		if (!(fabs(x) < 1e6 && fabs(y) < 1e6)) {
			fine = false;
			break;
		}
		int quarter_x = (int)floor(x * PHASES + 0.5), quarter_y = (int)floor(y * PHASES + 0.5);
		int phase_x = quarter_x & (PHASES - 1), phase_y = quarter_y & (PHASES - 1);
		gpointer key = GSIZE_TO_POINTER(glyphs[i].index * PHASES * PHASES + (unsigned)(phase_y * PHASES + phase_x));
		at[2 * i] = (quarter_x - phase_x) / PHASES;
		at[2 * i + 1] = (quarter_y - phase_y) / PHASES;
		found[i] = g_hash_table_lookup(masks, key);
		if (found[i])
			continue;
		if (!face)
			face = cairo_ft_scaled_font_lock_face(font);
		Mask *mask = face ? rasterise(face, glyphs[i].index, phase_x, phase_y) : NULL;
		if (mask)
			g_hash_table_insert(masks, key, mask);
		found[i] = mask;
		fine = mask != NULL;
	}
	if (face)
		cairo_ft_scaled_font_unlock_face(font);
	return fine;
}

bool zn_glyphs_draw(cairo_t *cr, const cairo_glyph_t *glyphs, int n, double baseline, ZnColor color)
{
	Target target;
	cairo_matrix_t ctm;
	cairo_scaled_font_t *font = cairo_get_scaled_font(cr);
	cairo_get_matrix(cr, &ctm);
	if (!target_of(cr, &target) || !font_fits(font, &ctm))
		return false;
	g_autofree const Mask **masks = g_new(const Mask *, n);
	g_autofree int *at = g_new(int, 2 * n);
	if (!find_masks(font, &ctm, glyphs, n, snap_of(&ctm, baseline), masks, at))
		return false;
	double channels[4] = {color.b * color.a, color.g * color.a, color.r * color.a, color.a};
	uint32_t source[4];
	for (int i = 0; i < 4; i++)
		source[i] = (uint32_t)lround(CLAMP(channels[i], 0, 1) * 255);
	cairo_surface_flush(cairo_get_target(cr));
	for (int i = 0; i < n; i++)
		blend(&target, masks[i], at[2 * i], at[2 * i + 1], source);
	cairo_surface_mark_dirty(cairo_get_target(cr));
	return true;
}
