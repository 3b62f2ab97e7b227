#include "zhinu.h"

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
	ZnDiags *diags = zn_diags_new();
	ZnFonts *fonts = zn_fonts_new(diags, fonts_conf);
	if (!fonts) {
		zn_diags_free(diags);
		return NULL;
	}
	ZhinuRenderer *renderer = g_new0(ZhinuRenderer, 1);
	renderer->diags = diags;
	renderer->fonts = fonts;
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

ZhinuResult *zhinu_render(ZhinuRenderer *renderer, const ZhinuRequest *request)
{
	ZhinuResult *result = g_new0(ZhinuResult, 1);
	ZnRender render = {.source = request->name ? request->name : "specification",
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
					   .transparent = request->transparent};
	ZnContext *context = zn_render_context(&render, renderer->fonts);
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	const char *format = request->format ? request->format : request->report ? "pdf" : "png";
	bool ok;
	if (request->report) {
		ZnDocument *document = zn_render_report(context, &render);
		ok = document && zn_render_document_bytes(context, &render, document, format, bytes);
	} else {
		ZnScene *scene = zn_render_chart(context, &render);
		ok = scene && zn_render_scene_bytes(context, &render, scene, format, bytes);
	}
	g_autoptr(GString) messages = g_string_new(NULL);
	for (size_t i = 0; i < zn_diags_len(context->diags); i++) {
		g_autofree char *text = zn_diag_format(zn_diags_at(context->diags, i), false);
		g_string_append(messages, text);
	}
	if (ok) {
		result->n_bytes = bytes->len;
		result->bytes = g_byte_array_steal(bytes, NULL);
	}
	result->messages = g_strdup(messages->str);
	zn_context_free(context);
	return result;
}

void zhinu_result_free(ZhinuResult *result)
{
	if (!result)
		return;
	g_free(result->bytes);
	g_free(result->messages);
	g_free(result);
}
