/* Pictures of a PDF: PNG files decoded, with a palette where their colours fit into one, opacity as a soft mask; never smoothed by the
 * viewer (Interpolate is left out: PDF/A forbids it). */
#include "paint/pdf_device.h"
#include "paint/picture.h"
#include "paint/png_encode.h"

#include <cairo.h>
#include <hb-ot.h>
#include <string.h>

typedef struct ZnPdfPicture {
	int width, height;
	unsigned number; /* of the XObject's name; 0 = cannot be decoded */
	bool masked;
} ZnPdfPicture;

/* Rows with PNG's Up filter: each byte less the one above. */
static GByteArray *filter_rows(const guint8 *rows, size_t stride, size_t height)
{
	GByteArray *out = g_byte_array_sized_new((guint)((stride + 1) * height));
	g_byte_array_set_size(out, (guint)((stride + 1) * height));
	for (size_t y = 0; y < height; y++) {
		guint8 *to = out->data + y * (stride + 1);
		const guint8 *row = rows + y * stride;
		*to++ = 2;
		for (size_t i = 0; i < stride; i++)
			to[i] = (guint8)(row[i] - (y ? row[i - stride] : 0));
	}
	return out;
}

/* An image of `channels` bytes a pixel. `more` = further entries. */
static ZnPdfRef put_image(ZnPdfDevice *pdf, const guint8 *rows, int width, int height, int channels, const char *space, const char *more)
{
	ZnPdfRef ref = zn_pdf_reserve(pdf->file);
	g_autoptr(GByteArray) filtered = filter_rows(rows, (size_t)width * (size_t)channels, (size_t)height);
	g_autofree char *entries =
	    g_strdup_printf("/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace%s/DecodeParms<</Predictor 15/Colors "
	                    "%d/Columns %d>>%s",
	                    width, height, space, channels, width, more);
	zn_pdf_put_stream(pdf->file, ref, entries, filtered->data, filtered->len, ZN_PDF_DEFLATE_ALWAYS);
	return ref;
}

/* Pixels as cairo has them -> one plane of opacity, rows of colour. Returns whether anything is translucent. */
static bool split(cairo_surface_t *surface, guint8 *color, guint8 *alpha)
{
	int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
	const unsigned char *data = cairo_image_surface_get_data(surface);
	bool opaque = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24, translucent = false;
	for (int y = 0; y < height; y++) {
		const uint32_t *row = (const uint32_t *)(const void *)(data + (ptrdiff_t)y * cairo_image_surface_get_stride(surface));
		for (int x = 0; x < width; x++) {
			uint32_t pixel = zn_pixel_straight(row[x], opaque);
			*color++ = (guint8)(pixel >> 16);
			*color++ = (guint8)(pixel >> 8);
			*color++ = (guint8)pixel;
			*alpha++ = (guint8)(pixel >> 24);
			translucent = translucent || pixel >> 24 != 255;
		}
	}
	return translucent;
}

/* Colours -> indices into a palette of at most 256; false when there are more. */
static bool index_colors(const guint8 *color, size_t n, guint8 *indices, GByteArray *palette)
{
	g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
	uint32_t last = UINT32_MAX;
	guint8 last_index = 0;
	for (size_t i = 0; i < n; i++, color += 3) {
		uint32_t key = (uint32_t)color[0] << 16 | (uint32_t)color[1] << 8 | color[2];
		if (key != last) {
			guint index = GPOINTER_TO_UINT(g_hash_table_lookup(known, GUINT_TO_POINTER(key)));
			if (!index) {
				if (palette->len == 3 * 256)
					return false;
				g_byte_array_append(palette, color, 3);
				index = palette->len / 3;
				g_hash_table_insert(known, GUINT_TO_POINTER(key), GUINT_TO_POINTER(index));
			}
			last = key;
			last_index = (guint8)(index - 1);
		}
		indices[i] = last_index;
	}
	return true;
}

static ZnPdfRef put_picture(ZnPdfDevice *pdf, cairo_surface_t *surface, bool *masked)
{
	int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
	size_t n = (size_t)width * (size_t)height;
	g_autofree guint8 *color = g_malloc(3 * n), *alpha = g_malloc(n);
	g_autoptr(GString) more = g_string_new(NULL);
	*masked = split(surface, color, alpha);
	if (*masked)
		g_string_append_printf(more, "/SMask %u 0 R", put_image(pdf, alpha, width, height, 1, "/DeviceGray", ""));
	g_autoptr(GByteArray) palette = g_byte_array_new();
	g_autofree guint8 *indices = g_malloc(n);
	if (!index_colors(color, n, indices, palette))
		return put_image(pdf, color, width, height, 3, "/DeviceRGB", more->str);
	g_autoptr(GString) space = g_string_new(NULL);
	g_string_printf(space, "[/Indexed/DeviceRGB %u<", palette->len / 3 - 1);
	for (guint i = 0; i < palette->len; i++)
		g_string_append_printf(space, "%02X", palette->data[i]);
	g_string_append(space, ">]");
	return put_image(pdf, indices, width, height, 1, space->str, more->str);
}

/* Deep pictures come in other formats than ours. */
static cairo_surface_t *plain_surface(cairo_surface_t *surface)
{
	cairo_format_t format = cairo_image_surface_get_format(surface);
	if (format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24)
		return surface;
	cairo_surface_t *plain =
	    cairo_image_surface_create(CAIRO_FORMAT_ARGB32, cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface));
	cairo_t *cr = cairo_create(plain);
	cairo_set_source_surface(cr, surface, 0, 0);
	cairo_paint(cr);
	cairo_destroy(cr);
	cairo_surface_destroy(surface);
	return plain;
}

/* `png` stays where it is as long as the device lives. */
static const ZnPdfPicture *picture_of(ZnPdfDevice *pdf, const char *name, const void *png, size_t len)
{
	ZnPdfResources *resources = &pdf->resources;
	ZnPdfPicture *picture = g_hash_table_lookup(resources->pictures, png);
	if (picture)
		return picture;
	picture = zn_new(pdf->arena, ZnPdfPicture);
	g_hash_table_insert(resources->pictures, (gpointer)png, picture);
	cairo_surface_t *surface = zn_picture_decode(pdf->device.diags, name, png, len);
	if (!surface)
		return picture;
	surface = plain_surface(surface);
	picture->width = cairo_image_surface_get_width(surface);
	picture->height = cairo_image_surface_get_height(surface);
	picture->number = ++resources->n_xobjects;
	ZnPdfRef ref = put_picture(pdf, surface, &picture->masked);
	g_string_append_printf(resources->xobject_list, "/X%u %u 0 R", picture->number, ref);
	cairo_surface_destroy(surface);
	return picture;
}

void zn_pdf_draw_image(ZnDevice *device, const ZnItem *item)
{
	ZnPdfDevice *pdf = (ZnPdfDevice *)device;
	const ZnPdfPicture *picture = picture_of(pdf, item->image.url, item->image.png, item->image.png_len);
	double box[4];
	if (!picture->number || !(item->opacity > 0))
		return;
	zn_picture_place(item, picture->width, picture->height, box);
	if (!(box[2] > 0) || !(box[3] > 0))
		return;
	pdf->transparent = pdf->transparent || picture->masked;
	zn_pdf_mark(pdf, ZN_PDF_GRAPHIC);
	zn_pdf_push(pdf);
	zn_pdf_set_alpha(pdf, MIN(item->opacity, 1), pdf->state.alpha[1], item->blend);
	const double matrix[] = {box[2], 0, 0, -box[3], box[0], box[1] + box[3]};
	zn_pdf_numbers(pdf->out, matrix, 6, 4);
	g_string_append_printf(pdf->out, "cm\n/X%u Do\n", picture->number);
	zn_pdf_pop(pdf);
	zn_pdf_ink(pdf, box[0], box[1], box[0] + box[2], box[1] + box[3]);
}

void zn_pdf_draw_glyph(ZnPdfDevice *pdf, const ZnPdfFont *font, uint32_t id, double scale, const cairo_matrix_t *place)
{
	hb_glyph_extents_t box;
	hb_blob_t *blob = hb_ot_color_glyph_reference_png(font->font, id);
	unsigned len;
	const char *png = hb_blob_get_data(blob, &len);
	const ZnPdfPicture *picture = len ? picture_of(pdf, font->file, png, len) : NULL;
	if (picture && picture->number && hb_font_get_glyph_extents(font->font, id, &box)) {
		/* the unit square, whose foot is where the glyph's box has its own */
		const cairo_matrix_t unit = {box.width * scale, 0, 0, box.height * scale, box.x_bearing * scale, -(box.y_bearing + box.height) * scale};
		cairo_matrix_t all;
		cairo_matrix_multiply(&all, &unit, place);
		const double matrix[6] = {all.xx, all.yx, all.xy, all.yy, all.x0, all.y0};
		pdf->transparent = pdf->transparent || picture->masked;
		zn_pdf_push(pdf);
		zn_pdf_numbers(pdf->out, matrix, 6, 4);
		g_string_append_printf(pdf->out, "cm\n/X%u Do\n", picture->number);
		zn_pdf_pop(pdf);
	}
	hb_blob_destroy(blob);
}
