#include "paint/picture.h"

#include <hb-ot.h>
#include <math.h>
#include <string.h>

#define MAX_PIXELS 1e8 /* a picture in a chart; 400 MB decoded */

static const unsigned char signature[8] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

static unsigned big_endian(const unsigned char *bytes)
{
	return (unsigned)bytes[0] << 24 | (unsigned)bytes[1] << 16 | (unsigned)bytes[2] << 8 | bytes[3];
}

bool zn_picture_size(const void *png, size_t len, int *width, int *height)
{
	const unsigned char *bytes = png;
	if (len < 33 || memcmp(bytes, signature, sizeof signature) || memcmp(bytes + 12, "IHDR", 4))
		return false;
	unsigned w = big_endian(bytes + 16), h = big_endian(bytes + 20);
	if (!w || !h || w > 32767 || h > 32767 || (double)w * h > MAX_PIXELS)
		return false;
	*width = (int)w;
	*height = (int)h;
	return true;
}

typedef struct Reader {
	const unsigned char *bytes;
	size_t left;
} Reader;

static cairo_status_t read_bytes(void *closure, unsigned char *to, unsigned int n)
{
	Reader *reader = closure;
	if (n > reader->left)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(to, reader->bytes, n);
	reader->bytes += n;
	reader->left -= n;
	return CAIRO_STATUS_SUCCESS;
}

cairo_surface_t *zn_picture_decode(ZnDiags *diags, const char *url, const void *png, size_t len)
{
	ZnPlace place = {.file = url};
	int width, height;
	if (!zn_picture_size(png, len, &width, &height)) {
		zn_error(diags, place, "only PNG pictures are embedded", "this is not a PNG picture of at most %.0f million px", MAX_PIXELS / 1e6);
		return NULL;
	}
	Reader reader = {png, len};
	cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(read_bytes, &reader);
	cairo_status_t status = cairo_surface_status(surface);
	if (status != CAIRO_STATUS_SUCCESS) {
		/* what libpng refuses is "out of memory" to cairo 1.16 and an error of libpng to 1.18 */
		bool damaged = status == CAIRO_STATUS_NO_MEMORY || status == CAIRO_STATUS_READ_ERROR || status == CAIRO_STATUS_PNG_ERROR;
		zn_error(diags, place, NULL, "this PNG picture cannot be decoded: %s", damaged ? "it is damaged" : cairo_status_to_string(status));
		cairo_surface_destroy(surface);
		return NULL;
	}
	return surface;
}

static bool pictures_fine(ZnDiags *diags, const ZnScene *scene, GHashTable *seen, int depth)
{
	bool fine = true;
	for (size_t i = 0; i < scene->n_items; i++) {
		const ZnItem *item = &scene->items[i];
		if (item->type == ZN_ITEM_EMBED && depth < ZN_SCENES_DEEP)
			fine = pictures_fine(diags, item->embed.scene, seen, depth + 1) && fine;
		if (item->type != ZN_ITEM_IMAGE || !item->image.png || !g_hash_table_add(seen, (gpointer)item->image.png))
			continue;
		cairo_surface_t *surface = zn_picture_decode(diags, item->image.url, item->image.png, item->image.png_len);
		fine = fine && surface;
		if (surface)
			cairo_surface_destroy(surface);
	}
	return fine;
}

bool zn_pictures_check(ZnDiags *diags, const ZnScene *scene)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
	return pictures_fine(diags, scene, seen, 0);
}

void zn_picture_place(const ZnItem *item, int width, int height, double box[4])
{
	double scale_x = item->width / width, scale_y = item->height / height;
	if (item->image.aspect)
		scale_x = scale_y = fmin(scale_x, scale_y);
	box[2] = width * scale_x;
	box[3] = height * scale_y;
	box[0] = item->x + (item->width - box[2]) / 2;
	box[1] = item->y + (item->height - box[3]) / 2;
}

bool zn_picture_font(const ZnFace *face)
{
	static const hb_tag_t outlines[] = {HB_TAG('g', 'l', 'y', 'f'), HB_TAG('C', 'F', 'F', ' '), HB_TAG('C', 'F', 'F', '2')};
	hb_face_t *hb = hb_font_get_face(zn_face_font(face));
	bool pictures = hb_ot_color_has_png(hb);
	for (size_t i = 0; pictures && i < G_N_ELEMENTS(outlines); i++) {
		hb_blob_t *table = hb_face_reference_table(hb, outlines[i]);
		pictures = hb_blob_get_length(table) == 0;
		hb_blob_destroy(table);
	}
	return pictures;
}

cairo_surface_t *zn_picture_of_glyph(ZnDiags *diags, const ZnFace *face, uint32_t id, double box[4])
{
	hb_font_t *font = zn_face_font(face);
	hb_glyph_extents_t extents;
	hb_blob_t *blob = hb_ot_color_glyph_reference_png(font, id);
	unsigned len;
	const char *png = hb_blob_get_data(blob, &len);
	cairo_surface_t *surface = len && hb_font_get_glyph_extents(font, id, &extents) ? zn_picture_decode(diags, zn_face_file(face), png, len) : NULL;
	hb_blob_destroy(blob);
	if (!surface)
		return NULL;
	double scale = zn_face_size(face) / hb_face_get_upem(hb_font_get_face(font));
	box[0] = extents.x_bearing * scale;
	box[1] = -extents.y_bearing * scale;
	box[2] = extents.width * scale;
	box[3] = -extents.height * scale;
	return surface;
}
