#include "project/render.h"

#include "base/file.h"
#include "base/json.h"
#include "format/catalog.h"
#include "format/format.h"
#include "paint/picture.h"
#include "project/provenance.h"
#include "report/report.h"
#include "text/fonts.h"

#include <string.h>
#include <sys/stat.h>

/* How manifest and provenance call a file: by its path from the base folder, wherever the program was started. */
static const char *input_name(const ZnContext *context, const char *path)
{
	return zn_relative_path(context->arena, context->base_dir, path);
}

/* --- contexts --- */

/* A member of the folder's zhinu.json that is a text; NULL = it is not there, or reported. */
static const char *project_member(ZnContext *context, const char *folder, const char *member)
{
	char *text;
	size_t len;
	ZnValue project;
	const char *path = zn_arena_printf(context->arena, "%s/zhinu.json", folder);
	if (!zn_file_read(context->arena, context->diags, path, path, &text, &len) ||
	    !zn_json_parse(context->arena, context->diags, path, text, len, &project))
		return NULL;
	return zn_get_str(project, member, NULL);
}

/* "locale/{lang}.po" of the project. */
static const char *project_catalog(ZnContext *context, const char *folder)
{
	const char *pattern = project_member(context, folder, "locale"), *at = pattern ? strstr(pattern, "{lang}") : NULL;
	if (!at)
		return NULL;
	const char *file =
	    zn_arena_printf(context->arena, "%s/%.*s%s%s", folder, (int)(at - pattern), pattern, context->lang, at + strlen("{lang}"));
	return g_file_test(file, G_FILE_TEST_IS_REGULAR) ? file : NULL;
}

static void load_catalog(ZnContext *context, const char *path)
{
	char *text;
	size_t len;
	if (!path || !zn_file_read(context->arena, context->diags, path, path, &text, &len))
		return;
	context->catalog = zn_catalog_parse(context->arena, context->diags, path, text, len);
	zn_context_note_input(context, input_name(context, path), text, len);
}

#define LATEST_DATE 253402300799 /* the end of the year 9999 */

/* False when it is set to something else than seconds. */
static bool source_date(double *ms)
{
	const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
	gint64 seconds = 0;
	bool ok = !epoch || !*epoch || g_ascii_string_to_signed(epoch, 10, 0, LATEST_DATE, &seconds, NULL);
	*ms = (double)seconds * 1000;
	return ok;
}

double zn_source_date(void)
{
	double ms;
	source_date(&ms);
	return ms;
}

/* No file of its own: the text came through a pipe or from memory. */
static bool piped(const ZnRender *render)
{
	return render->text || !strcmp(render->source, "-");
}

const char *zn_render_catalog(ZnContext *context, const ZnRender *render)
{
	const char *folder = render->catalog || piped(render) ? NULL : zn_project_folder_of(context->arena, render->source);
	return folder ? project_catalog(context, folder) : render->catalog;
}

ZnContext *zn_render_context(const ZnRender *render, struct ZnFonts *fonts)
{
	ZnContext *context = zn_context_new();
	const char *folder = piped(render) ? NULL : zn_project_folder_of(context->arena, render->source);
	g_autofree char *own = piped(render) ? g_strdup(".") : g_path_get_dirname(render->source);
	context->base_dir = render->base ? render->base : folder ? folder : zn_arena_strdup(context->arena, own);
	context->fonts = fonts;
	context->named_data = render->named_data;
	if (!source_date(&context->now))
		zn_error(context->diags, zn_place(NULL, 0, 0), "unset it, or give whole seconds since 1970, up to the year 9999",
		         "SOURCE_DATE_EPOCH is “%s”", g_getenv("SOURCE_DATE_EPOCH"));
	context->lang = render->lang ? render->lang : "en";
	context->locale = zn_locale_lookup(context->lang);
	if (!context->locale) {
		zn_error(context->diags, zn_place(NULL, 0, 0), "languages are zh, ru, en", "the language “%s” is not known", context->lang);
		return context;
	}
	load_catalog(context, zn_render_catalog(context, render));
	return context;
}

/* The source's contents, from its file or as they were given. */
static bool read_source(ZnContext *context, const ZnRender *render, const char *name, char **text, size_t *len)
{
	if (zn_diags_failed(context->diags))
		return false;
	if (render->text) {
		*text = zn_arena_strndup(context->arena, render->text, render->text_len);
		*len = render->text_len;
	} else if (!zn_file_read(context->arena, context->diags, render->source, name, text, len)) {
		return false;
	}
	return true;
}

static void note_source(ZnContext *context, const ZnRender *render, const char *text, size_t len)
{
	zn_context_note_input(context, piped(render) ? "-" : input_name(context, render->source), text, len);
}

/* --- charts --- */

/* --background and --transparent go into the specification, not over the picture: what keeps labels clear of lines has the background's colour. */
static bool set_background(ZnContext *context, const ZnRender *render, ZnValue spec)
{
	ZnColor parsed;
	ZnArena *arena = context->arena;
	bool none = render->transparent || (render->background && !strcmp(render->background, "none"));
	const char *color = none ? "transparent" : render->background;
	if (!color || !zn_is_obj(spec))
		return true;
	if (!zn_color_parse(color, &parsed)) {
		zn_error(context->diags, zn_place(NULL, 0, 0), "a CSS colour such as white, #f4f1ea, rgb(244, 241, 234), or none",
		         "“%s” is not a colour", color);
		return false;
	}
	zn_object_set(arena, spec.obj, "background", zn_str(color));
	ZnValue config = zn_get(spec, "config");
	if (zn_is_undefined(config))
		zn_object_set(arena, spec.obj, "config", config = zn_obj(zn_object_new(arena)));
	if (zn_is_obj(config))
		zn_object_set(arena, config.obj, "background", zn_str(color));
	return true;
}

/* --data that nothing in the specification names. */
static void warn_of_unread(ZnContext *context, const ZnRender *render, const char *name)
{
	for (size_t i = 0; render->named_data && i < render->named_data->n; i++) {
		const ZnMember *member = &render->named_data->members[i];
		bool read = false;
		for (size_t k = 0; k < context->n_inputs; k++)
			read |= !g_strcmp0(context->inputs[k].path, member->value.str);
		if (!read)
			zn_warning(context->diags, zn_place(name, 0, 0), NULL, "no data are named “%s” in the specification: %s is not read",
			           member->key, member->value.str);
	}
}

ZnScene *zn_render_chart(ZnContext *context, const ZnRender *render)
{
	char *text;
	size_t len;
	ZnValue spec;
	const char *name = strcmp(render->source, "-") ? render->source : "standard input";
	if (!read_source(context, render, name, &text, &len) || !zn_json_parse(context->arena, context->diags, name, text, len, &spec))
		return NULL;
	note_source(context, render, text, len);
	if (!set_background(context, render, spec))
		return NULL;
	ZnChartOptions options = {.translate = context->catalog != NULL, .attach_data = render->attach_data};
	if (render->theme) {
		options.theme = zn_theme_load(context, zn_place(NULL, 0, 0), render->theme);
		if (zn_is_undefined(options.theme))
			return NULL;
	}
	if (render->width > 0 && render->height > 0) {
		double theme_scale = zn_get_num(zn_get2(options.theme, "usermeta", "zhinu"), "scale", 1);
		double scale = render->scale > 0 ? render->scale : theme_scale > 0 ? theme_scale : 1;
		options.width = render->width / scale;
		options.height = render->height / scale;
	}
	ZnScene *scene = zn_chart_new(context, name, spec, &options);
	if (!scene || !zn_pictures_check(context->diags, scene))
		return NULL;
	warn_of_unread(context, render, name);
	scene->file = name;
	return scene;
}

bool zn_svg_text_parse(const char *word, bool *outlines)
{
	*outlines = word && !strcmp(word, "outlines");
	return *outlines || !word || !strcmp(word, "text");
}

static ZnPaintOptions paint_options(const ZnContext *context, const ZnRender *render)
{
	return (ZnPaintOptions){.scale = render->scale,
	                        .ppi = render->ppi,
	                        .transparent = render->transparent,
	                        .trim = render->trim,
	                        .svg_outlines = render->svg_outlines,
	                        .pdf_standards = render->pdf_standards,
	                        .width = render->width,
	                        .height = render->height,
	                        .now = context->now};
}

/* ".pdf" of "out/a.pdf", also where it is written ".PDF"; ".scene.json" of "a.scene.json"; "" where there is none. */
static const char *ending(ZnArena *arena, const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');
	g_autofree char *lower = g_ascii_strdown(g_str_has_suffix(name, ".scene.json") ? name + strlen(name) - strlen(".scene.json")
	                                         : dot                                 ? dot
	                                                                               : "",
	                                         -1);
	return zn_arena_strdup(arena, lower);
}

static bool same_file(const struct stat *one, const char *path)
{
	struct stat other;
	return stat(path, &other) == 0 && one->st_dev == other.st_dev && one->st_ino == other.st_ino;
}

/* Whether the path is a file that the work has read: a slip of the hand must not cost a specification or data. */
static bool is_input(const ZnContext *context, const ZnRender *render, const char *path)
{
	struct stat output;
	if (!strcmp(path, "-") || stat(path, &output) != 0 || !S_ISREG(output.st_mode))
		return false;
	bool found = same_file(&output, render->source);
	for (size_t i = 0; i < context->n_inputs && !found; i++) {
		g_autofree char *input = g_build_filename(context->base_dir, context->inputs[i].path, NULL);
		found = same_file(&output, g_path_is_absolute(context->inputs[i].path) ? context->inputs[i].path : input);
	}
	return found;
}

static bool write_bytes(ZnContext *context, const ZnRender *render, const char *path, const GByteArray *bytes, const char **sha256,
                        size_t *size)
{
	if (is_input(context, render, path)) {
		zn_error(context->diags, zn_place(path, 0, 0), "name another file for the output",
		         "the output would take the place of what it is made of");
		return false;
	}
	if (sha256)
		*sha256 = zn_sha256(context->arena, bytes->data, bytes->len);
	if (size)
		*size = bytes->len;
	return zn_file_write(context->diags, path, bytes->data, bytes->len);
}

bool zn_render_scene_bytes(ZnContext *context, const ZnRender *render, const ZnScene *scene, const char *format, GByteArray *bytes)
{
	const char *name = zn_arena_printf(context->arena, "x.%s", format);
	ZnPainter paint = zn_painter_for(name);
	ZnPaintOptions options = paint_options(context, render);
	if (!paint) {
		zn_error(context->diags, zn_place(NULL, 0, 0), "formats are png, pdf, svg, scene.json", "“%s” is not a picture's format", format);
		return false;
	}
	if (strcmp(format, "png") && options.scale <= 0)
		options.scale = 1; /* vectors have no pixels: the theme's scale is for pictures */
	ZnScene stamped = *scene;
	if (!stamped.provenance) /* a page has that of its document */
		stamped.provenance = zn_provenance_of(context, render, &scene, 1);
	return paint(context->diags, &stamped, &options, bytes);
}

/* "out/a.scene.json" -> "scene.json"; "-" -> png */
static const char *format_of(ZnArena *arena, const char *path)
{
	const char *end = strcmp(path, "-") ? ending(arena, path) : ".png";
	return *end ? end + 1 : "";
}

bool zn_render_write(ZnContext *context, const ZnRender *render, const ZnScene *scene, const char *path, const char **sha256, size_t *size)
{
	const char *format = format_of(context->arena, path);
	if (!zn_painter_for(zn_arena_printf(context->arena, "x.%s", format))) {
		zn_error(context->diags, zn_place(path, 0, 0), "endings are .png, .pdf, .svg, .scene.json",
		         *format ? "“.%s” is not a picture's ending" : "the file has no ending%s", format);
		return false;
	}
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	return zn_render_scene_bytes(context, render, scene, format, bytes) && write_bytes(context, render, path, bytes, sha256, size);
}

/* --- reports --- */

/* Without --lang a report is in the language of its front matter: with its catalogue, and not with that of the language that was assumed. */
static void take_own_language(ZnContext *context, const ZnRender *render, const char *lang)
{
	const ZnLocale *locale = !render->lang && lang ? zn_locale_lookup(lang) : NULL; /* an unknown one is reported with its place later */
	if (!locale || locale == context->locale)
		return;
	context->lang = lang;
	context->locale = locale;
	context->catalog = NULL;
	context->n_inputs = 0; /* nothing but that catalogue was read yet */
	load_catalog(context, zn_render_catalog(context, render));
}

/* A style named for the work: one of ours by its name, else a file. */
static bool load_style(ZnContext *context, const ZnRender *render, ZnReportOptions *options)
{
	char *text;
	size_t len;
	if (!render->style || !zn_theme_is_file(render->style)) {
		options->style = render->style;
		return true;
	}
	options->style_file = render->style;
	if (!zn_file_read(context->arena, context->diags, render->style, render->style, &text, &len) ||
	    !zn_json_parse(context->arena, context->diags, render->style, text, len, &options->style_json))
		return false;
	zn_context_note_input(context, input_name(context, render->style), text, len);
	return true;
}

ZnDocument *zn_render_report(ZnContext *context, const ZnRender *render)
{
	char *text;
	size_t len;
	const char *name = strcmp(render->source, "-") ? render->source : "standard input";
	if (!read_source(context, render, name, &text, &len))
		return NULL;
	ZnReportHead head = zn_report_head(context, text, len);
	take_own_language(context, render, head.lang);
	note_source(context, render, text, len);
	const char *theme = render->theme ? render->theme : head.theme ? head.theme : "paper";
	if (!render->theme && zn_theme_is_file(theme)) /* what a report names is in its base folder, whatever folder we are in */
		theme = zn_file_resolve(context->arena, context->diags, zn_place(name, 0, 0), context->base_dir, theme);
	if (!theme)
		return NULL;
	ZnReportOptions options = {.attach_data = render->attach_data, .theme = zn_theme_load(context, zn_place(name, 0, 0), theme)};
	if (zn_is_undefined(options.theme) || !load_style(context, render, &options))
		return NULL;
	const char *folder = render->package || piped(render) ? NULL : zn_project_folder_of(context->arena, render->source);
	options.package = render->package ? render->package : folder ? project_member(context, folder, "datapackage") : NULL;
	g_autofree char *base = g_canonicalize_filename(context->base_dir, NULL), *source = g_canonicalize_filename(render->source, NULL);
	if (g_str_has_prefix(source, base) && source[strlen(base)] == '/') {
		g_autofree char *own = g_path_get_dirname(source + strlen(base) + 1);
		if (strcmp(own, "."))
			options.folder = zn_arena_strdup(context->arena, own);
	}
	ZnDocument *document = zn_report_new(context, name, text, len, &options);
	for (size_t i = 0; document && i < document->n_pages; i++)
		if (!zn_pictures_check(context->diags, document->pages[i]))
			document = NULL;
	const char *provenance =
	    document ? zn_provenance_of(context, render, (const ZnScene *const *)document->pages, document->n_pages) : NULL;
	for (size_t i = 0; document && i < document->n_pages; i++) { /* each page may be a file of its own */
		document->pages[i]->file = name;
		document->pages[i]->provenance = provenance;
	}
	return document;
}

bool zn_render_document_bytes(ZnContext *context, const ZnRender *render, const ZnDocument *document, const char *format, GByteArray *bytes)
{
	ZnPaintOptions options = paint_options(context, render);
	if (!strcmp(format, "pdf"))
		return zn_paint_document(context->diags, document, &options, bytes);
	zn_error(context->diags, zn_place(NULL, 0, 0), NULL, "a report is a pdf, “%s” is not its format", format);
	return false;
}

bool zn_render_write_report(ZnContext *context, const ZnRender *render, const ZnDocument *document, const char *path, const char **sha256,
                            size_t *size)
{
	const char *end = ending(context->arena, path);
	if (!strcmp(path, "-") || !strcmp(end, ".pdf")) {
		g_autoptr(GByteArray) bytes = g_byte_array_new();
		return zn_render_document_bytes(context, render, document, "pdf", bytes) && write_bytes(context, render, path, bytes, sha256, size);
	}
	bool png = !strcmp(end, ".png");
	if (!png && strcmp(end, ".svg")) {
		zn_error(context->diags, zn_place(path, 0, 0), "endings are .pdf, .png, .svg", "“%s” is not a report's ending", end);
		return false;
	}
	ZnRender page = *render;
	if (page.scale <= 0)
		page.scale = png ? 2 : 1;
	bool ok = true;
	for (size_t i = 0; i < document->n_pages; i++) {
		size_t stem = strlen(path) - strlen(end);
		const char *name = zn_arena_printf(context->arena, "%.*s-%zu%s", (int)stem, path, i + 1, path + stem);
		g_autoptr(GByteArray) bytes = g_byte_array_new();
		ok = zn_render_scene_bytes(context, &page, document->pages[i], end + 1, bytes) &&
		     write_bytes(context, render, name, bytes, sha256, size) && ok;
	}
	return ok;
}

bool zn_render_any(ZnContext *context, const ZnRender *render, bool report, ZnRendered *made)
{
	*made = (ZnRendered){.scene = report ? NULL : zn_render_chart(context, render),
	                     .document = report ? zn_render_report(context, render) : NULL};
	return made->scene || made->document;
}

bool zn_render_write_any(ZnContext *context, const ZnRender *render, const ZnRendered *made, const char *path, const char **sha256,
                         size_t *size)
{
	return made->scene ? zn_render_write(context, render, made->scene, path, sha256, size)
	                   : zn_render_write_report(context, render, made->document, path, sha256, size);
}
