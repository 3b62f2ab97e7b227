/* The device that writes pages of a PDF: the inside that its files share. pdf_content.c has paths, clips and state, pdf_text.c text,
 * pdf_ink.c colours, gradients and transparency, pdf_image.c pictures. */
#pragma once

#include "paint/device.h"
#include "paint/pdf_fonts.h"
#include "paint/pdf_tags.h"

#include <cairo.h>

/* What the page's graphics state holds, so that only changes are written. */
typedef struct ZnPdfState {
	double a, e, f;            /* scene px -> pt: x' = a x + e, y' = f - a y */
	cairo_matrix_t frame;      /* turned frame within the scene, of text with gradients; else the identity */
	double color[2][3];        /* fill, stroke; NaN = not known */
	double alpha[2];           /* fill, stroke */
	int blend;                 /* cairo_operator_t */
	double width, miter_limit, dash_offset;
	const double *dash;
	size_t n_dash;
	int cap, join;
	const ZnPdfFont *font;
	double size, spacing;
	int render;                /* text: 0 filled, 1 outlined, 2 both */
} ZnPdfState;

/* What pages refer to by name; one dictionary for all of them. */
typedef struct ZnPdfResources {
	ZnPdfRef ref;
	GHashTable *gstates;  /* the dictionary's text -> its number */
	GString *gstate_list, *pattern_list, *xobject_list;
	unsigned n_gstates, n_patterns, n_xobjects;
	GHashTable *pictures; /* PNG bytes -> ZnPdfPicture */
} ZnPdfResources;

typedef struct ZnPdfDevice {
	ZnDevice device;
	ZnArena *arena;
	ZnPdfFile *file;
	ZnPdfFonts *fonts;
	ZnPdfTags *tags;
	ZnPdfResources resources;
	GString *out;         /* the page's content */
	GString *shown;       /* text on its way there */
	ZnPdfState state;
	GArray *saved;        /* of ZnPdfState */
	bool in_text;         /* between BT and ET */
	bool pen_set;         /* there: */
	double pen[6];        /* the text matrix that was set last */
	bool transparent;     /* the page blends */
} ZnPdfDevice;

void zn_pdf_device_init(ZnPdfDevice *device, ZnArena *arena, ZnDiags *diags, ZnPdfFile *file, ZnPdfFonts *fonts, ZnPdfTags *tags);
void zn_pdf_device_clear(ZnPdfDevice *device);
/* Starts a page's content: `scale` pt per scene px, the scene's corner at x, y pt from the page's upper left. */
void zn_pdf_device_begin(ZnPdfDevice *device, GString *out, double height, double scale, double x, double y);
void zn_pdf_device_end(ZnPdfDevice *device);
/* Writes the dictionary that all pages share. */
void zn_pdf_resources_put(ZnPdfDevice *device);

/* --- pdf_content.c --- */

/* Leaves the text object if there is one: paths, states and marks stand outside. */
void zn_pdf_leave_text(ZnPdfDevice *pdf);
void zn_pdf_push(ZnPdfDevice *pdf); /* q */
void zn_pdf_pop(ZnPdfDevice *pdf);  /* Q */
/* Concatenates a matrix that moves and scales by `scale`. */
void zn_pdf_place(ZnPdfDevice *pdf, double x, double y, double scale);
/* Opens the mark that the content needs. */
void zn_pdf_mark(ZnPdfDevice *pdf, ZnPdfContent content);
/* A box in scene px that was painted; cheap when nobody wants to know. */
void zn_pdf_ink(ZnPdfDevice *pdf, double x1, double y1, double x2, double y2);
/* The decimals that coordinates need at the state's scale. */
int zn_pdf_decimals(const ZnPdfDevice *pdf);
void zn_pdf_set_pen(ZnPdfDevice *pdf, const ZnStyle *style);

/* --- pdf_ink.c --- */

typedef enum { ZN_PDF_FILL, ZN_PDF_STROKE, ZN_PDF_BOTH } ZnPdfPaint;
/* Called with colours set: paints a shape once. */
typedef void (*ZnPdfDraw)(ZnPdfDevice *pdf, const void *shape, ZnPdfPaint how);
/* Paints a shape with a style: in one go where the result is the same, else filled, then stroked. `margin`: px that the shape may reach
 * beyond its gradient's box. */
void zn_pdf_paint(ZnPdfDevice *pdf, const ZnStyle *style, double margin, ZnPdfDraw draw, const void *shape);
void zn_pdf_set_alpha(ZnPdfDevice *pdf, double fill, double stroke, int blend);
/* A CSS blend mode as PDF names it. */
const char *zn_pdf_blend_name(int blend);

/* --- pdf_image.c --- */

/* Draws a glyph that is a picture. `scale` = px a font unit; `place` = from the glyph's origin, y down, to the scene. */
void zn_pdf_draw_glyph(ZnPdfDevice *pdf, const ZnPdfFont *font, uint32_t id, double scale, const cairo_matrix_t *place);

/* --- the calls of the table --- */

void zn_pdf_draw_text(ZnDevice *device, const ZnItem *item, const ZnStyle *style);
void zn_pdf_draw_image(ZnDevice *device, const ZnItem *item);
