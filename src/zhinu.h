/* libzhinu: Vega-Lite charts and Markdown reports to PDF, PNG and SVG, natively.
 *
 * One ZhinuRenderer holds the fonts of a thread; it may render any number of charts and reports. Renderers of different threads do not
 * share anything. Strings are UTF-8.
 *
 *     ZhinuRenderer *renderer = zhinu_renderer_new(NULL);
 *     ZhinuRequest request = {.text = spec, .length = strlen(spec), .format = "png", .lang = "zh", .theme = "slide"};
 *     ZhinuResult *result = zhinu_render(renderer, &request);
 *     if (result->bytes) fwrite(result->bytes, 1, result->n_bytes, file); else fputs(result->messages, stderr);
 *     zhinu_result_free(result);
 *     zhinu_renderer_free(renderer);
 */
#ifndef ZHINU_H
#define ZHINU_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define ZHINU_API __attribute__((visibility("default")))
#else
#define ZHINU_API
#endif

/* "0.1.0" */
ZHINU_API const char *zhinu_version(void);

typedef struct ZhinuRenderer ZhinuRenderer;

/* `fonts_conf` = path of a fontconfig file, NULL = the one that comes with zhinu (or FONTCONFIG_FILE). Never NULL: without fonts each rendering
 * fails and says why. */
ZHINU_API ZhinuRenderer *zhinu_renderer_new(const char *fonts_conf);
ZHINU_API void zhinu_renderer_free(ZhinuRenderer *renderer); /* NULL is fine */

/* What to render. Zeroed members take their defaults. */
typedef struct ZhinuRequest {
	const char *text;    /* a Vega-Lite specification, or a Markdown report */
	size_t length;       /* bytes */
	bool report;         /* the text is a report */
	const char *format;  /* "png" (default), "pdf", "svg", "scene.json"; reports: "pdf" */
	const char *name;    /* how messages call the text; default "specification" */
	const char *base;    /* folder of the data; nothing outside it is read; default "." */
	const char *lang;    /* "zh", "ru", "en"; NULL = what a report says itself, else "en" */
	const char *theme;   /* "paper", "slide", "screen", a file, or NULL */
	const char *catalog; /* a .po file, or NULL */
	double scale, ppi;   /* 0 = the theme's, else 1 and 96 */
	int width, height;   /* device px of the whole picture; 0 = as it comes */
	bool transparent;
	const char *background; /* a CSS colour; NULL = the chart's own */
	bool trim;           /* cut to what is drawn */
	const char *style;   /* of a report: "report", "journal", a file; NULL = what its front matter says */
	const char *pdf_standard; /* "ua-1", "a-2a", "a-3a", with commas between, or "none"; NULL = "ua-1,a-2a" */
	bool attach_data;    /* PDFs bring the data of their charts along */
	bool svg_outlines;   /* text of SVG as shapes, which need no fonts */
} ZhinuRequest;

typedef struct ZhinuResult {
	unsigned char *bytes; /* of the file; NULL when there is an error */
	size_t n_bytes;
	char *messages;       /* errors and warnings, a line each with hints below; "" when there are none */
} ZhinuResult;

/* Renders; never NULL. Free the result with zhinu_result_free. */
ZHINU_API ZhinuResult *zhinu_render(ZhinuRenderer *renderer, const ZhinuRequest *request);
/* Writes the bytes to a file: beside it, then renamed, so that an old one stays whole until the new one is. False when there are no bytes or
 * they cannot be written; then `messages` says why. */
ZHINU_API bool zhinu_result_write(ZhinuResult *result, const char *path);
ZHINU_API void zhinu_result_free(ZhinuResult *result); /* NULL is fine */

#ifdef __cplusplus
}
#endif

#endif
