#include "project/check.h"

#include "data/package.h"
#include "format/catalog.h"

#include <string.h>

static void take_diags(ZnContext *into, const ZnContext *from)
{
	for (size_t i = 0; i < zn_diags_len(from->diags); i++) {
		const ZnDiag *d = zn_diags_at(from->diags, i);
		zn_diag(into->diags, d->severity, d->place, d->hint, "%s", d->message);
	}
}

static void note_untranslated(ZnContext *context, const ZnContext *work, const ZnRender *render, const char *catalog, ZnCheckResult *result)
{
	for (size_t i = 0; work->untranslated && i < work->untranslated->n; i++) {
		zn_warning(context->diags, zn_place(catalog, 0, 0), "add it to the catalogue", "no translation into “%s” of “%s” (%s)", work->lang,
		           work->untranslated->members[i].key, render->source);
		result->untranslated++;
	}
}

static void check_catalog(ZnContext *context, const ZnContext *work, const char *path)
{
	for (size_t i = 0; i < zn_catalog_len(work->catalog); i++) {
		const ZnCatalogEntry *entry = zn_catalog_at(work->catalog, i);
		if (entry->fuzzy && *entry->msgid)
			zn_warning(context->diags, zn_place(path, entry->line, 0), "check it and take the mark away",
			           "the translation of “%s” is marked fuzzy", entry->msgid);
	}
}

void zn_file_check(ZnContext *context, const ZnRender *render, struct ZnFonts *fonts, ZnCheckResult *result)
{
	bool report = g_str_has_suffix(render->source, ".md");
	g_autoptr(ZnContext) work = zn_render_context(render, fonts);
	work->untranslated = work->catalog ? zn_object_new(work->arena) : NULL;
	const char *catalog = work->catalog ? zn_render_catalog(work, render) : NULL;
	if (catalog)
		check_catalog(context, work, catalog);
	if (report) {
		zn_render_report(work, render);
		result->reports++;
	} else {
		zn_render_chart(work, render);
		result->charts++;
	}
	take_diags(context, work);
	if (!report)
		note_untranslated(context, work, render, catalog, result);
}

static void check_package(ZnContext *context, const ZnProject *project, ZnCheckResult *result)
{
	if (!project->package)
		return;
	ZnContext *work = zn_context_new();
	g_autofree char *name = g_path_get_basename(project->package);
	work->base_dir = project->folder;
	work->lang = context->lang;
	ZnPackage *package = zn_package_load(work, name);
	if (package) {
		zn_package_check(package);
		for (const char *const *n = zn_package_names(package); *n; n++)
			result->tables++;
	}
	take_diags(context, work);
	zn_context_free(work);
}

void zn_project_check(ZnContext *context, ZnProject *project, struct ZnFonts *fonts, ZnCheckResult *result)
{
	check_package(context, project, result);
	for (size_t i = 0; i < project->n_jobs; i++) {
		const ZnRender *render = &project->jobs[i].render;
		bool again = false; /* another theme shows the same problems */
		for (size_t k = 0; k < i && !again; k++)
			again = !strcmp(project->jobs[k].render.source, render->source) && !g_strcmp0(project->jobs[k].render.lang, render->lang);
		if (!again)
			zn_file_check(context, render, fonts, result);
	}
}
