/* Colours, gradients and transparency of a PDF's pages (ISO 32000-1, 8.7.4 and 11). */
#include "paint/pdf_device.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

static const struct {
	int blend;
	const char *name;
} blends[] = {
    {CAIRO_OPERATOR_MULTIPLY, "Multiply"},         {CAIRO_OPERATOR_SCREEN, "Screen"},
    {CAIRO_OPERATOR_OVERLAY, "Overlay"},           {CAIRO_OPERATOR_DARKEN, "Darken"},
    {CAIRO_OPERATOR_LIGHTEN, "Lighten"},           {CAIRO_OPERATOR_COLOR_DODGE, "ColorDodge"},
    {CAIRO_OPERATOR_COLOR_BURN, "ColorBurn"},      {CAIRO_OPERATOR_HARD_LIGHT, "HardLight"},
    {CAIRO_OPERATOR_SOFT_LIGHT, "SoftLight"},      {CAIRO_OPERATOR_DIFFERENCE, "Difference"},
    {CAIRO_OPERATOR_EXCLUSION, "Exclusion"},       {CAIRO_OPERATOR_HSL_HUE, "Hue"},
    {CAIRO_OPERATOR_HSL_SATURATION, "Saturation"}, {CAIRO_OPERATOR_HSL_COLOR, "Color"},
    {CAIRO_OPERATOR_HSL_LUMINOSITY, "Luminosity"},
};

const char *zn_pdf_blend_name(int blend)
{
	for (size_t i = 0; i < G_N_ELEMENTS(blends); i++) {
		if (blends[i].blend == blend)
			return blends[i].name;
	}
	return "Normal";
}

/* --- graphics states --- */

/* Sets a graphics state by its dictionary; the same one is written once. */
static void use_gstate(ZnPdfDevice *pdf, const char *entries)
{
	ZnPdfResources *resources = &pdf->resources;
	unsigned number = GPOINTER_TO_UINT(g_hash_table_lookup(resources->gstates, entries));
	if (!number) {
		number = ++resources->n_gstates;
		g_hash_table_insert(resources->gstates, g_strdup(entries), GUINT_TO_POINTER(number));
		g_string_append_printf(resources->gstate_list, "/G%u<<%s>>", number, entries);
	}
	g_string_append_printf(pdf->out, "/G%u gs\n", number);
}

void zn_pdf_set_alpha(ZnPdfDevice *pdf, double fill, double stroke, int blend)
{
	ZnPdfState *state = &pdf->state;
	if (state->alpha[0] == fill && state->alpha[1] == stroke && state->blend == blend)
		return;
	g_autoptr(GString) entries = g_string_new("/ca ");
	zn_pdf_number(entries, fill, 4);
	g_string_append(entries, "/CA ");
	zn_pdf_number(entries, stroke, 4);
	g_string_append_printf(entries, "/BM/%s", zn_pdf_blend_name(blend));
	use_gstate(pdf, entries->str);
	state->alpha[0] = fill;
	state->alpha[1] = stroke;
	state->blend = blend;
	pdf->transparent = true;
}

static void set_color(ZnPdfDevice *pdf, const ZnColor *color, bool stroke)
{
	const double wanted[3] = {color->r, color->g, color->b};
	double *known = pdf->state.color[stroke];
	if (known[0] == wanted[0] && known[1] == wanted[1] && known[2] == wanted[2])
		return;
	zn_pdf_numbers(pdf->out, wanted, 3, 3); /* more than 8 bits need */
	g_string_append(pdf->out, stroke ? "RG\n" : "rg\n");
	memcpy(known, wanted, sizeof wanted);
}

/* --- gradients --- */

static int by_offset(const void *a, const void *b)
{
	double x = (*(const ZnStop *const *)a)->offset, y = (*(const ZnStop *const *)b)->offset;
	return x < y ? -1 : x > y ? 1 : *(const ZnStop *const *)a < *(const ZnStop *const *)b ? -1 : 1;
}

/* One colour, or opacity alone as a grey. */
static void append_color(GString *out, const ZnColor *color, bool alpha)
{
	const double values[3] = {color->r, color->g, color->b};
	if (alpha)
		zn_pdf_numbers(out, &color->a, 1, 4);
	else
		zn_pdf_numbers(out, values, 3, 4);
}

static void append_segment(GString *out, const ZnColor *from, const ZnColor *to, bool alpha)
{
	g_string_append(out, "<</FunctionType 2/Domain[0 1]/N 1/C0[");
	append_color(out, from, alpha);
	g_string_append(out, "]/C1[");
	append_color(out, to, alpha);
	g_string_append(out, "]>>");
}

/* The colours along a gradient as a function: segments between stops, stitched. */
static void append_function(GString *out, const ZnGradient *gradient, bool alpha)
{
	g_autofree const ZnStop **stops = g_new(const ZnStop *, gradient->n_stops);
	g_autoptr(GString) functions = g_string_new(NULL), bounds = g_string_new(NULL), encode = g_string_new(NULL);
	size_t n = gradient->n_stops;
	for (size_t i = 0; i < n; i++)
		stops[i] = &gradient->stops[i];
	qsort(stops, n, sizeof *stops, by_offset);
	const ZnColor *before = &stops[0]->color;
	double at = 0;
	for (size_t i = 0; i <= n; i++) { /* constant before the first stop and behind the last */
		double to = i < n ? CLAMP(stops[i]->offset, 0, 1) : 1;
		const ZnColor *color = i < n ? &stops[i]->color : before;
		if (to > at) {
			if (functions->len) {
				zn_pdf_number(bounds, at, 6);
				g_string_append_c(bounds, ' ');
			}
			append_segment(functions, before, color, alpha);
			g_string_append(encode, "0 1 ");
			at = to;
		}
		before = color;
	}
	g_string_append_printf(out, "<</FunctionType 3/Domain[0 1]/Functions[%s]/Bounds[%s]/Encode[%s]>>", functions->str, bounds->str, encode->str);
}

static void append_shading(GString *out, const ZnInk *ink, bool alpha)
{
	ZnGradientFrame f = zn_gradient_frame(ink);
	g_string_append_printf(out, "<</ShadingType %d/ColorSpace/%s/Extend[true true]/Coords[", ink->gradient->radial ? 3 : 2,
	                       alpha ? "DeviceGray" : "DeviceRGB");
	const double radial[] = {f.x1, f.y1, f.r1, f.x2, f.y2, f.r2}, axial[] = {f.x1, f.y1, f.x2, f.y2};
	zn_pdf_numbers(out, ink->gradient->radial ? radial : axial, ink->gradient->radial ? 6 : 4, 5);
	g_string_append(out, "]/Function");
	append_function(out, ink->gradient, alpha);
	g_string_append(out, ">>");
}

/* Linear gradients are defined in their unit box. */
static void gradient_matrix(const ZnInk *ink, double matrix[6])
{
	ZnGradientFrame f = zn_gradient_frame(ink);
	const double unit[6] = {1, 0, 0, 1, 0, 0}, box[6] = {f.width, 0, 0, f.height, f.x, f.y};
	memcpy(matrix, ink->gradient->radial ? unit : box, sizeof unit);
}

/* Patterns are placed on the page, not in the space of what they fill. */
static void set_pattern(ZnPdfDevice *pdf, const ZnInk *ink, bool stroke)
{
	ZnPdfResources *resources = &pdf->resources;
	const ZnPdfState *s = &pdf->state;
	double m[6];
	gradient_matrix(ink, m);
	/* scene px -> pt, behind the turned frame that the state may have */
	const cairo_matrix_t box = {m[0], m[1], m[2], m[3], m[4], m[5]}, page = {s->a, 0, 0, -s->a, s->e, s->f};
	cairo_matrix_t all;
	cairo_matrix_multiply(&all, &box, &s->frame);
	cairo_matrix_multiply(&all, &all, &page);
	const double numbers[6] = {all.xx, all.yx, all.xy, all.yy, all.x0, all.y0};
	g_autoptr(GString) text = g_string_new("<</PatternType 2/Matrix[");
	zn_pdf_numbers(text, numbers, 6, 5);
	g_string_append(text, "]/Shading");
	append_shading(text, ink, false);
	g_string_append(text, ">>");
	ZnPdfRef ref = zn_pdf_add(pdf->file, text);
	g_string_append_printf(resources->pattern_list, "/P%u %u 0 R", ++resources->n_patterns, ref);
	g_string_append_printf(pdf->out, stroke ? "/Pattern CS/P%u SCN\n" : "/Pattern cs/P%u scn\n", resources->n_patterns);
	pdf->state.color[stroke][0] = NAN;
}

static bool alpha_varies(const ZnGradient *gradient)
{
	for (size_t i = 1; i < gradient->n_stops; i++) {
		if (gradient->stops[i].color.a != gradient->stops[0].color.a)
			return true;
	}
	return false;
}

/* A soft mask: the gradient's opacity as luminosity, in a group as large as what is painted. */
static void set_mask(ZnPdfDevice *pdf, const ZnInk *ink, double margin)
{
	double matrix[6];
	const double box[4] = {ink->box[0] - margin, ink->box[1] - margin, ink->box[2] + margin, ink->box[3] + margin};
	g_autoptr(GString) content = g_string_new(NULL), entries = g_string_new("/Type/XObject/Subtype/Form/BBox[");
	gradient_matrix(ink, matrix);
	zn_pdf_numbers(content, matrix, 6, 5);
	g_string_append(content, "cm/S sh");
	zn_pdf_numbers(entries, box, 4, 3);
	g_string_append(entries, "]/Group<</S/Transparency/CS/DeviceGray>>/Resources<</Shading<</S ");
	append_shading(entries, ink, true);
	g_string_append(entries, ">>>>");
	ZnPdfRef form = zn_pdf_reserve(pdf->file);
	zn_pdf_put_stream(pdf->file, form, entries->str, content->str, content->len, ZN_PDF_PLAIN);
	g_autofree char *mask = g_strdup_printf("/SMask<</S/Luminosity/G %u 0 R>>", form);
	use_gstate(pdf, mask);
	pdf->transparent = true;
}

static double ink_alpha(const ZnInk *ink)
{
	if (!ink->gradient)
		return ink->color.a;
	return ink->opacity * (alpha_varies(ink->gradient) || !ink->gradient->n_stops ? 1 : ink->gradient->stops[0].color.a);
}

static void set_ink(ZnPdfDevice *pdf, const ZnInk *ink, bool stroke)
{
	if (ink->gradient)
		set_pattern(pdf, ink, stroke);
	else
		set_color(pdf, &ink->color, stroke);
}

/* --- painting --- */

static void paint_once(ZnPdfDevice *pdf, const ZnStyle *style, bool stroke, double margin, ZnPdfDraw draw, const void *shape)
{
	const ZnInk *ink = stroke ? style->stroke : style->fill;
	if (ink->gradient && !ink->gradient->n_stops)
		return;
	double alpha = ink_alpha(ink);
	bool masked = ink->gradient && alpha_varies(ink->gradient);
	if (masked) {
		zn_pdf_push(pdf);
		set_mask(pdf, ink, margin);
	}
	zn_pdf_set_alpha(pdf, stroke ? pdf->state.alpha[0] : alpha, stroke ? alpha : pdf->state.alpha[1], style->blend);
	set_ink(pdf, ink, stroke);
	if (stroke)
		zn_pdf_set_pen(pdf, style);
	draw(pdf, shape, stroke ? ZN_PDF_STROKE : ZN_PDF_FILL);
	if (masked)
		zn_pdf_pop(pdf);
}

/* Filling and stroking at once knocks out the fill below the stroke: the same only under an opaque stroke. */
static bool in_one(const ZnStyle *style)
{
	return style->fill && style->stroke && !style->fill->gradient && !style->stroke->gradient && style->stroke->color.a == 1 &&
	       style->blend == CAIRO_OPERATOR_OVER;
}

void zn_pdf_paint(ZnPdfDevice *pdf, const ZnStyle *style, double margin, ZnPdfDraw draw, const void *shape)
{
	if (in_one(style)) {
		zn_pdf_set_alpha(pdf, style->fill->color.a, 1, style->blend);
		set_color(pdf, &style->fill->color, false);
		set_color(pdf, &style->stroke->color, true);
		zn_pdf_set_pen(pdf, style);
		draw(pdf, shape, ZN_PDF_BOTH);
		return;
	}
	if (style->fill)
		paint_once(pdf, style, false, margin, draw, shape);
	if (style->stroke)
		paint_once(pdf, style, true, margin, draw, shape);
}
