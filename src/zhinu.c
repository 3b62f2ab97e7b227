#include "zhinu.h"

#include "base/file.h"
#include "project/render.h"
#include "text/fonts.h"

#include <string.h>

struct ZhinuRenderer {
	ZnDiags *diags;
	ZnFonts *fonts;
};

const char *zhinu_version(void)
{
	return ZN_VERSION;
}

ZhinuRenderer *zhinu_renderer_new(const char *fonts_conf)
{
	ZhinuRenderer *renderer = g_new0(ZhinuRenderer, 1);
	renderer->diags = zn_diags_new();
	renderer->fonts = zn_fonts_new(renderer->diags, fonts_conf);
	return renderer;
}

void zhinu_renderer_free(ZhinuRenderer *renderer)
{
	if (!renderer)
		return;
	zn_fonts_free(renderer->fonts);
	zn_diags_free(renderer->diags);
	g_free(renderer);
}

/* The problems as text; owned. */
static char *messages_of(const ZnDiags *diags)
{
	GString *messages = g_string_new(NULL);
	for (size_t i = 0; i < zn_diags_len(diags); i++) {
		g_autofree char *text = zn_diag_format(zn_diags_at(diags, i), false);
		g_string_append(messages, text);
	}
	return g_string_free(messages, FALSE);
}

static ZnRender render_of(const ZhinuRequest *request)
{
	return (ZnRender){.source = request->name ? request->name : "specification",
					  .text = request->text,
					  .text_len = request->length,
					  .base = request->base ? request->base : ".",
					  .lang = request->lang,
					  .theme = request->theme,
					  .catalog = request->catalog,
					  .scale = request->scale,
					  .ppi = request->ppi,
					  .width = request->width,
					  .height = request->height,
					  .transparent = request->transparent,
					  .background = request->background,
					  .trim = request->trim,
					  .style = request->style,
					  .attach_data = request->attach_data,
					  .svg_outlines = request->svg_outlines};
}

static bool make_bytes(ZnContext *context, const ZhinuRequest *request, const ZnRender *render, GByteArray *bytes)
{
	if (!request->report) {
		ZnScene *scene = zn_render_chart(context, render);
		return scene && zn_render_scene_bytes(context, render, scene, request->format ? request->format : "png", bytes);
	}
	ZnDocument *document = zn_render_report(context, render);
	return document && zn_render_document_bytes(context, render, document, request->format ? request->format : "pdf", bytes);
}

ZhinuResult *zhinu_render(ZhinuRenderer *renderer, const ZhinuRequest *request)
{
	ZhinuResult *result = g_new0(ZhinuResult, 1);
	if (!renderer->fonts) {
		result->messages = messages_of(renderer->diags);
		return result;
	}
	ZnRender render = render_of(request);
	if (!render.text) /* not a file to be read */
		render.text = "";
	g_autoptr(ZnContext) context = zn_render_context(&render, renderer->fonts);
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	bool known = zn_pdf_standards_parse(request->pdf_standard, &render.pdf_standards);
	if (!known)
		zn_error(context->diags, zn_place(NULL, 0, 0), "a list of ua-1, a-2a, a-3a, or none", "“%s” is not a PDF standard", request->pdf_standard);
	if (known && make_bytes(context, request, &render, bytes)) {
		result->n_bytes = bytes->len;
		result->bytes = g_byte_array_steal(bytes, NULL);
	}
	result->messages = messages_of(context->diags);
	return result;
}

bool zhinu_result_write(ZhinuResult *result, const char *path)
{
	if (!result->bytes)
		return false;
	g_autoptr(ZnDiags) diags = zn_diags_new();
	bool ok = zn_file_write(diags, path, result->bytes, result->n_bytes);
	g_autofree char *before = result->messages, *more = messages_of(diags);
	result->messages = g_strconcat(before, more, NULL);
	return ok;
}

void zhinu_result_free(ZhinuResult *result)
{
	if (!result)
		return;
	g_free(result->bytes);
	g_free(result->messages);
	g_free(result);
}
