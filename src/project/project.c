#include "project/project.h"

#include "base/file.h"
#include "base/json.h"
#include "format/format.h"
#include "report/style.h"

#include <glob.h>
#include <string.h>

typedef struct Loader {
	ZnContext *context;
	ZnProject *project;
	const char *file;
} Loader;

static ZnPlace place(const Loader *l, const char *pointer)
{
	return zn_pointer(l->file, pointer);
}

typedef enum { ANYTHING, TEXT, TEXTS, LIST, POSITIVE, FLAG } Kind;

typedef struct Member {
	const char *name;
	Kind kind;
} Member;

#define MOST_MEMBERS 16

static bool has_kind(ZnValue value, Kind kind)
{
	switch (kind) {
	case TEXT:
		return zn_is_str(value);
	case TEXTS:
		for (size_t i = 0; zn_is_arr(value) && i < zn_len(value); i++)
			if (!zn_is_str(zn_at(value, i)))
				return false;
		return zn_is_arr(value);
	case LIST:
		return zn_is_arr(value);
	case POSITIVE:
		return zn_is_num(value) && value.num > 0;
	case FLAG:
		return zn_is_bool(value);
	default:
		return true;
	}
}

/* Unknown members are warnings, members of another kind errors. `known` ends with a NULL name. False when the entry is no object at all. */
static bool check_members(Loader *l, ZnValue object, const char *pointer, const Member *known)
{
	static const char *const kinds[] = {
	    [TEXT] = "a text", [TEXTS] = "a list of texts", [LIST] = "a list", [POSITIVE] = "a number above 0", [FLAG] = "true or false"};
	ZnContext *context = l->context;
	if (!zn_is_obj(object)) {
		zn_error(context->diags, place(l, pointer), NULL, "an entry is a JSON object");
		return false;
	}
	const char *names[MOST_MEMBERS + 1] = {NULL};
	for (size_t k = 0; known[k].name && k < MOST_MEMBERS; k++)
		names[k] = known[k].name;
	for (size_t i = 0; i < zn_len(object); i++) {
		const ZnMember *member = &object.obj->members[i];
		const Member *found = known;
		while (found->name && strcmp(found->name, member->key))
			found++;
		ZnPlace at = place(l, zn_json_pointer(context->arena, pointer, member->key));
		if (!found->name)
			zn_warning(context->diags, at, zn_did_you_mean(context->arena, member->key, names), "unknown member “%s”", member->key);
		else if (!has_kind(member->value, found->kind))
			zn_error(context->diags, at, NULL, "“%s” is %s", member->key, kinds[found->kind]);
	}
	return true;
}

/* A file of the project as messages call it: without "./" where the project is the folder that we are in. */
static const char *in_folder(const ZnProject *project, const char *relative)
{
	return relative && strcmp(project->folder, ".") ? zn_arena_printf(project->arena, "%s/%s", project->folder, relative) : relative;
}

/* A theme's file is relative to the project; one that comes with zhinu has a name only. */
static const char *theme_of(Loader *l, const char *theme)
{
	return theme && zn_theme_is_file(theme) && !g_path_is_absolute(theme) ? in_folder(l->project, theme) : theme;
}

/* A pattern in the project's folder, whose own name may have brackets and stars in it. */
static const char *glob_pattern(Loader *l, const char *pattern)
{
	g_autoptr(GString) out = g_string_new(NULL);
	for (const char *p = in_folder(l->project, ""); *p; p++) {
		if (strchr("*?[\\", *p))
			g_string_append_c(out, '\\');
		g_string_append_c(out, *p);
	}
	return zn_arena_printf(l->context->arena, "%s%s", out->str, pattern);
}

/* "{lang}" replaced. */
static const char *for_lang(ZnArena *arena, const char *pattern, const char *lang)
{
	const char *at = strstr(pattern, "{lang}");
	return at ? zn_arena_printf(arena, "%.*s%s%s", (int)(at - pattern), pattern, lang, at + strlen("{lang}")) : pattern;
}

const char *zn_project_catalog(const ZnProject *project, const char *lang)
{
	if (!project->locale)
		return NULL;
	const char *path = in_folder(project, for_lang(project->arena, project->locale, lang));
	return g_file_test(path, G_FILE_TEST_IS_REGULAR) ? path : NULL;
}

static const char **strings(Loader *l, ZnValue value, const char *const *fallback, size_t *n)
{
	ZnArena *arena = l->context->arena;
	size_t count = zn_is_arr(value) ? zn_len(value) : 0;
	*n = 0;
	if (!zn_is_arr(value)) {
		while (fallback && fallback[*n])
			(*n)++;
		return (const char **)fallback;
	}
	const char **out = zn_new_n(arena, const char *, MAX(count, 1));
	for (size_t i = 0; i < count; i++)
		if (zn_is_str(zn_at(value, i)))
			out[(*n)++] = zn_at(value, i).str;
	return out;
}

static bool check_lang(Loader *l, const char *lang, const char *pointer)
{
	if (zn_locale_lookup(lang))
		return true;
	zn_error(l->context->diags, place(l, pointer), "languages are zh, ru, en", "the language “%s” is not known", lang);
	return false;
}

static ZnJob *add_job(Loader *l)
{
	ZnProject *p = l->project;
	zn_push(l->context->arena, p->jobs, p->n_jobs, p->cap_jobs, ((ZnJob){.render = {.base = p->folder}}));
	return &p->jobs[p->n_jobs - 1];
}

static void set_outputs(Loader *l, ZnJob *job, const char *const *formats, size_t n)
{
	job->outputs = zn_new_n(l->context->arena, const char *, MAX(n, 1));
	for (size_t i = 0; i < n; i++)
		job->outputs[job->n_outputs++] = zn_arena_printf(l->context->arena, "%s.%s", job->name, formats[i]);
}

/* "charts/rd_china.vl.json" -> "rd_china" */
static const char *stem(ZnArena *arena, const char *path)
{
	g_autofree char *name = g_path_get_basename(path);
	for (const char *const *end = (const char *const[]){".vl.json", ".vg.json", ".json", ".md", NULL}; *end; end++)
		if (g_str_has_suffix(name, *end))
			return zn_arena_strndup(arena, name, strlen(name) - strlen(*end));
	return zn_arena_strdup(arena, name);
}

/* What an entry says of its PDFs. */
static void read_pdf(Loader *l, ZnValue entry, const char *pointer, ZnRender *out)
{
	ZnContext *context = l->context;
	out->attach_data = zn_is_true(zn_get(entry, "attachData"));
	if (!zn_pdf_standards_parse(zn_get_str(entry, "pdfStandard", NULL), &out->pdf_standards))
		zn_error(context->diags, place(l, zn_json_pointer(context->arena, pointer, "pdfStandard")),
		         "without it PDFs are both \"ua-1,a-2a\"", "“pdfStandard” is a list of ua-1, a-2a, a-3a, or none");
	else if (out->attach_data && (out->pdf_standards & ZN_PDF_A_2A))
		zn_error(context->diags, place(l, zn_json_pointer(context->arena, pointer, "pdfStandard")), "write a-3a",
		         "PDF/A-2 allows no attached data");
}

static void add_charts(Loader *l, ZnValue entry, const char *pointer)
{
	static const Member known[] = {{"spec", TEXT},        {"themes", TEXTS},    {"formats", TEXTS},
	                               {"languages", TEXTS},  {"scale", POSITIVE},  {"svgText", TEXT},
	                               {"pdfStandard", TEXT}, {"attachData", FLAG}, {NULL}};
	static const char *const png[] = {"png", NULL};
	ZnContext *context = l->context;
	if (!check_members(l, entry, pointer, known))
		return;
	const char *pattern = zn_get_str(entry, "spec", NULL);
	if (!pattern) {
		if (!zn_has(entry, "spec"))
			zn_error(context->diags, place(l, pointer), NULL, "a chart needs a “spec”: a file or a pattern such as charts/*.vl.json");
		return;
	}
	size_t n_themes, n_formats, n_languages;
	const char **themes = strings(l, zn_get(entry, "themes"), NULL, &n_themes);
	const char **formats = strings(l, zn_get(entry, "formats"), png, &n_formats);
	const char **languages = zn_has(entry, "languages") ? strings(l, zn_get(entry, "languages"), NULL, &n_languages)
	                                                    : (n_languages = l->project->n_languages, l->project->languages);
	for (size_t f = 0; f < n_formats; f++)
		if (!zn_painter_for(zn_arena_printf(context->arena, "x.%s", formats[f])))
			zn_error(context->diags, place(l, zn_json_pointer(context->arena, pointer, "formats")), "formats are png, pdf, svg, scene.json",
			         "“%s” is not a format", formats[f]);
	bool outlines;
	if (!zn_svg_text_parse(zn_get_str(entry, "svgText", NULL), &outlines))
		zn_error(context->diags, place(l, zn_json_pointer(context->arena, pointer, "svgText")),
		         "outlines need no fonts, text can be searched", "“svgText” is \"text\" or \"outlines\"");
	ZnRender pdf_options = {0};
	read_pdf(l, entry, pointer, &pdf_options);
	for (size_t t = 0; t < n_themes; t++)
		zn_theme_load(context, place(l, zn_json_pointer_index(context->arena, zn_json_pointer(context->arena, pointer, "themes"), t)),
		              theme_of(l, themes[t]));
	glob_t found;
	if (glob(glob_pattern(l, pattern), 0, NULL, &found) != 0) {
		zn_error(context->diags, place(l, zn_json_pointer(context->arena, pointer, "spec")), NULL, "no file matches “%s”", pattern);
		return;
	}
	for (size_t i = 0; i < found.gl_pathc; i++)
		for (size_t t = 0; t < MAX(n_themes, 1); t++)
			for (size_t k = 0; k < n_languages; k++) {
				ZnJob *job = add_job(l);
				job->render.source = zn_arena_strdup(context->arena, found.gl_pathv[i]);
				job->render.lang = languages[k];
				job->render.theme = n_themes ? theme_of(l, themes[t]) : NULL;
				job->render.scale = zn_get_num(entry, "scale", 0);
				job->render.svg_outlines = outlines;
				job->render.pdf_standards = pdf_options.pdf_standards;
				job->render.attach_data = pdf_options.attach_data;
				job->render.catalog = zn_project_catalog(l->project, languages[k]);
				const char *name = stem(context->arena, found.gl_pathv[i]);
				job->name = n_themes ? zn_arena_printf(context->arena, "%s.%s.%s", name, stem(context->arena, themes[t]), languages[k])
				                     : zn_arena_printf(context->arena, "%s.%s", name, languages[k]);
				set_outputs(l, job, formats, n_formats);
			}
	globfree(&found);
}

/* A report's style, checked; NULL = what the report itself says. */
static const char *style_of(Loader *l, ZnValue entry, const char *pointer)
{
	ZnContext *context = l->context;
	const char *style = zn_get_str(entry, "style", NULL), *const *known = zn_report_styles();
	ZnPlace at = place(l, zn_json_pointer(context->arena, pointer, "style"));
	if (!style)
		return NULL;
	if (!zn_theme_is_file(style)) {
		const char *hint = zn_did_you_mean(context->arena, style, known);
		if (!g_strv_contains(known, style))
			zn_error(context->diags, at, hint ? hint : "styles are report, journal, slides, or a JSON file", "unknown style “%s”", style);
		return style;
	}
	const char *path = g_path_is_absolute(style) ? style : in_folder(l->project, style);
	if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
		zn_error(context->diags, at, NULL, "there is no file “%s”", style);
	return path;
}

/* The source's name; with a style its name, too, before the language: the same report may be made in several. */
static const char *report_name(ZnArena *arena, const char *path, const char *style, const char *lang)
{
	const char *name = stem(arena, path);
	if (!style)
		return name;
	g_autofree char *ending = lang ? g_strdup_printf(".%s", lang) : g_strdup("");
	size_t len = strlen(name) - (g_str_has_suffix(name, ending) ? strlen(ending) : 0);
	return zn_arena_printf(arena, "%.*s.%s%s", (int)len, name, stem(arena, style), name + len);
}

static void add_reports(Loader *l, ZnValue entry, const char *pointer)
{
	static const Member known[] = {{"source", TEXT},     {"formats", TEXTS},    {"theme", TEXT},      {"style", TEXT},
	                               {"languages", TEXTS}, {"pdfStandard", TEXT}, {"attachData", FLAG}, {NULL}};
	static const char *const pdf[] = {"pdf", NULL};
	ZnContext *context = l->context;
	if (!check_members(l, entry, pointer, known))
		return;
	const char *source = zn_get_str(entry, "source", NULL);
	if (!source) {
		if (!zn_has(entry, "source"))
			zn_error(context->diags, place(l, pointer), NULL, "a report needs a “source”: a Markdown file, with {lang} for the language");
		return;
	}
	size_t n_formats, n_languages;
	const char **formats = strings(l, zn_get(entry, "formats"), pdf, &n_formats);
	const char **languages = zn_has(entry, "languages") ? strings(l, zn_get(entry, "languages"), NULL, &n_languages)
	                                                    : (n_languages = l->project->n_languages, l->project->languages);
	for (size_t f = 0; f < n_formats; f++)
		if (strcmp(formats[f], "pdf")) /* pages as pictures are a file a page: nobody knows how many before */
			zn_error(context->diags, place(l, zn_json_pointer(context->arena, pointer, "formats")),
			         "`zhinu report` makes pages as .png and .svg", "a project's reports are pdf, not “%s”", formats[f]);
	ZnRender pdf_options = {0};
	read_pdf(l, entry, pointer, &pdf_options);
	const char *style = style_of(l, entry, pointer);
	bool by_lang = strstr(source, "{lang}") != NULL;
	for (size_t k = 0; k < (by_lang ? n_languages : 1); k++) {
		const char *relative = for_lang(context->arena, source, languages[k]), *path = in_folder(l->project, relative);
		if (!g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
			zn_error(context->diags, place(l, zn_json_pointer(context->arena, pointer, "source")), NULL, "there is no file “%s”", relative);
			continue;
		}
		ZnJob *job = add_job(l);
		job->report = true;
		job->render.pdf_standards = pdf_options.pdf_standards;
		job->render.attach_data = pdf_options.attach_data;
		job->render.source = path;
		job->render.lang = by_lang || n_languages == 1 ? languages[k] : NULL;
		job->render.theme = theme_of(l, zn_get_str(entry, "theme", NULL));
		job->render.catalog = job->render.lang ? zn_project_catalog(l->project, languages[k]) : NULL;
		job->render.style = style;
		job->name = report_name(context->arena, path, style, by_lang ? languages[k] : NULL);
		set_outputs(l, job, formats, n_formats);
	}
}

static void add_list(Loader *l, ZnValue project, const char *key, void (*add)(Loader *, ZnValue, const char *))
{
	ZnValue list = zn_get(project, key);
	const char *pointer = zn_json_pointer(l->context->arena, "", key);
	for (size_t i = 0; zn_is_arr(list) && i < zn_len(list); i++)
		add(l, zn_at(list, i), zn_json_pointer_index(l->context->arena, pointer, i));
}

static void check_names(Loader *l)
{
	g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
	for (size_t i = 0; i < l->project->n_jobs; i++)
		for (size_t k = 0; k < l->project->jobs[i].n_outputs; k++)
			if (!g_hash_table_add(names, (void *)l->project->jobs[i].outputs[k]))
				zn_error(l->context->diags, place(l, ""), "give the files different names", "two entries make the same output “%s”",
				         l->project->jobs[i].outputs[k]);
}

ZnProject *zn_project_load(ZnContext *context, const char *path)
{
	static const Member known[] = {{"output", TEXT}, {"base", TEXT},        {"languages", TEXTS},  {"charts", LIST},   {"reports", LIST},
	                               {"locale", TEXT}, {"datapackage", TEXT}, {"$schema", ANYTHING}, {"name", ANYTHING}, {NULL}};
	static const char *const english[] = {"en", NULL};
	ZnArena *arena = context->arena;
	size_t errors = zn_diags_count(context->diags, ZN_ERROR);
	bool folder = g_file_test(path, G_FILE_TEST_IS_DIR);
	const char *file = folder ? zn_arena_printf(arena, "%s/zhinu.json", strcmp(path, "/") ? path : "") : path;
	char *text;
	size_t len;
	ZnValue json;
	if (!zn_file_read(arena, context->diags, file, file, &text, &len) || !zn_json_parse(arena, context->diags, file, text, len, &json))
		return NULL;
	ZnProject *project = zn_new(arena, ZnProject);
	Loader l = {context, project, file};
	if (!zn_is_obj(json)) {
		zn_error(context->diags, place(&l, ""), NULL, "a project file is a JSON object");
		return NULL;
	}
	check_members(&l, json, "", known);
	if (!zn_has(json, "charts") && !zn_has(json, "reports"))
		zn_warning(context->diags, place(&l, ""), NULL, "the project makes nothing: it has neither “charts” nor “reports”");
	g_autofree char *dir = g_path_get_dirname(file);
	project->arena = arena;
	project->folder = zn_arena_strdup(arena, dir);
	const char *base = zn_get_str(json, "base", ".");
	if (strcmp(base, "."))
		project->folder = zn_arena_printf(arena, "%s/%s", dir, base);
	if (!g_file_test(project->folder, G_FILE_TEST_IS_DIR)) {
		zn_error(context->diags, place(&l, "/base"), NULL, "there is no folder “%s”", base);
		return NULL;
	}
	const char *output = zn_get_str(json, "output", "output");
	project->output = g_path_is_absolute(output) ? output : zn_arena_printf(arena, "%s/%s", dir, output);
	project->locale = zn_get_str(json, "locale", NULL);
	const char *package = zn_get_str(json, "datapackage", NULL);
	if (package && !g_file_test(in_folder(project, package), G_FILE_TEST_IS_REGULAR))
		zn_error(context->diags, place(&l, "/datapackage"), NULL, "there is no file “%s”", package);
	project->package = in_folder(project, zn_get_str(json, "datapackage", NULL));
	project->languages = strings(&l, zn_get(json, "languages"), english, &project->n_languages);
	for (size_t i = 0; i < project->n_languages; i++)
		check_lang(&l, project->languages[i], zn_json_pointer_index(arena, "/languages", i));
	add_list(&l, json, "charts", add_charts);
	add_list(&l, json, "reports", add_reports);
	check_names(&l);
	return zn_diags_count(context->diags, ZN_ERROR) > errors ? NULL : project;
}
