#include "project/verify.h"

#include "base/file.h"
#include "base/json.h"
#include "project/identity.h"
#include "project/manifest.h"
#include "project/provenance.h"
#include "text/fonts.h"

#include <string.h>

typedef struct Verifier {
	ZnContext *context;
	const char *path;
	ZnVerification *result;
} Verifier;

static void add_reason(Verifier *v, const char *reason)
{
	zn_push(v->context->arena, v->result->reasons, v->result->n_reasons, v->result->cap_reasons, reason);
}

/* "FILE changed", "FILE is gone", "FILE is there now", or nothing. */
static void compare(Verifier *v, const char *what, const char *was, const char *now)
{
	if (!g_strcmp0(was, now))
		return;
	add_reason(v, zn_arena_printf(v->context->arena, "%s %s", what, !now ? "is gone" : was ? "changed" : "is there now"));
}

static void compare_inputs(Verifier *v, ZnValue inputs)
{
	for (size_t i = 0; zn_is_obj(inputs) && i < zn_len(inputs); i++) {
		const ZnMember *member = &inputs.obj->members[i];
		const char *was = zn_is_str(member->value) ? member->value.str : NULL;
		if (!strcmp(member->key, "-")) {
			add_reason(v, "its text came from standard input or from memory and cannot be compared");
			continue;
		}
		const char *now = zn_input_hash(v->context, v->result->base, member->key);
		compare(v, member->key, was, now ? zn_arena_printf(v->context->arena, "%.*s", ZN_PROVENANCE_DIGITS, now) : NULL);
	}
}

static void compare_fonts(Verifier *v, ZnValue fonts)
{
	for (size_t i = 0; zn_is_obj(fonts) && i < zn_len(fonts); i++) {
		const ZnMember *member = &fonts.obj->members[i];
		compare(v, zn_arena_printf(v->context->arena, "the font %s", member->key), zn_is_str(member->value) ? member->value.str : NULL,
		        zn_fonts_file_digest(v->context->fonts, v->context->arena, member->key));
	}
}

static void compare_program(Verifier *v, ZnValue provenance)
{
	const char *program = zn_get_str(provenance, "program", "an unknown program");
	if (strcmp(program, "zhinu " ZN_VERSION))
		add_reason(v, zn_arena_printf(v->context->arena, "it was made by %s, this is zhinu " ZN_VERSION, program));
}

/* What only the manifest beside the file knows: which code made it, and what its bytes were. */
static void compare_manifest(Verifier *v, ZnManifest *manifest, const void *bytes, size_t len)
{
	ZnArena *arena = v->context->arena;
	g_autofree char *name = g_path_get_basename(v->path);
	const ZnValue *entry = zn_object_lookup(manifest->outputs, name);
	if (!entry)
		return;
	if (strcmp(zn_get_str(*entry, "sha256", ""), zn_sha256(arena, bytes, len)))
		add_reason(v, "the file is not what was written");
	const char *program = zn_program_identity(arena), *recorded = zn_get_str(*entry, "program", "");
	if (!g_str_has_prefix(program, recorded) || !*recorded)
		add_reason(v, "the program changed");
}

/* --- options --- */

static const char *option_text(ZnArena *arena, const ZnValue *value)
{
	if (!value)
		return NULL;
	if (zn_is_str(*value))
		return value->str;
	g_autoptr(GString) json = g_string_new(NULL);
	zn_json_write(json, *value);
	return zn_arena_strdup(arena, json->str);
}

static void compare_option(Verifier *v, const char *name, const ZnValue *was, const ZnValue *now)
{
	ZnArena *arena = v->context->arena;
	const char *before = option_text(arena, was), *after = option_text(arena, now);
	if (g_strcmp0(before, after))
		add_reason(v,
		           zn_arena_printf(arena, "it was made with %s%s%s, and should be with %s%s%s", before ? name : "no ", before ? " " : name,
		                           before ? before : "", after ? name : "no ", after ? " " : name, after ? after : ""));
}

/* What somebody asks for; the rest may be as it is. */
static void compare_wanted(Verifier *v, ZnValue options, const ZnRender *wanted)
{
	const ZnObject *now = zn_provenance_options(v->context->arena, wanted->lang, wanted);
	for (size_t i = 0; i < now->n; i++)
		compare_option(v, now->members[i].key, zn_is_obj(options) ? zn_object_lookup(options.obj, now->members[i].key) : NULL,
		               &now->members[i].value);
}

/* What the project says, in both directions. */
static void compare_job(Verifier *v, ZnValue options, const ZnJob *job)
{
	compare_wanted(v, options, &job->render);
	const ZnObject *now = zn_provenance_options(v->context->arena, job->render.lang, &job->render);
	for (size_t i = 0; zn_is_obj(options) && i < options.obj->n; i++) {
		const ZnMember *member = &options.obj->members[i];
		bool own_lang = !strcmp(member->key, "lang") && !job->render.lang; /* a report says it itself */
		if (!own_lang && !zn_object_lookup(now, member->key))
			compare_option(v, member->key, &member->value, NULL);
	}
}

static const ZnJob *job_of(const ZnProject *project, const char *path)
{
	g_autofree char *wanted = g_canonicalize_filename(path, NULL), *output = g_canonicalize_filename(project->output, NULL);
	for (size_t i = 0; i < project->n_jobs; i++)
		for (size_t k = 0; k < project->jobs[i].n_outputs; k++) {
			g_autofree char *made = g_build_filename(output, project->jobs[i].outputs[k], NULL);
			if (!strcmp(made, wanted))
				return &project->jobs[i];
		}
	return NULL;
}

/* The nearest project at or above the data; one that cannot be read, or makes other files, says nothing of this one. */
static void compare_project(Verifier *v, ZnValue options, bool in_manifest)
{
	g_autoptr(ZnDiags) quiet = zn_diags_new();
	ZnContext probe = *v->context; /* its diagnostics are nobody's here */
	probe.diags = quiet;
	const char *folder = zn_project_folder_of(v->context->arena, v->result->base);
	ZnProject *project = folder ? zn_project_load(&probe, folder) : NULL;
	const ZnJob *job = project ? job_of(project, v->path) : NULL;
	if (job)
		compare_job(v, options, job);
	else if (project && in_manifest)
		add_reason(v, "its project no longer makes it");
}

/* --- where the inputs are --- */

static bool has_input(ZnContext *context, const char *folder, ZnValue inputs)
{
	for (size_t i = 0; zn_is_obj(inputs) && i < zn_len(inputs); i++) {
		g_autofree char *path = g_build_filename(folder, inputs.obj->members[i].key, NULL);
		if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
			return true;
	}
	return false;
}

static const char *base_of(ZnContext *context, const char *path, const char *folder, const ZnManifest *manifest, ZnValue inputs)
{
	if (manifest->base)
		return zn_arena_printf(context->arena, "%s/%s", folder, manifest->base);
	const char *project = zn_project_folder_of(context->arena, path);
	if (project)
		return project;
	g_autofree char *at = g_canonicalize_filename(folder, NULL);
	while (!has_input(context, at, inputs) && strcmp(at, "/")) {
		char *up = g_path_get_dirname(at);
		g_free(at);
		at = up;
	}
	return has_input(context, at, inputs) ? zn_arena_strdup(context->arena, at) : folder;
}

ZnVerification zn_verify_file(ZnContext *context, const char *path, const ZnRender *wanted)
{
	ZnVerification result = {0};
	Verifier v = {context, path, &result};
	char *bytes;
	size_t len;
	if (!zn_file_read(context->arena, context->diags, path, path, &bytes, &len))
		return result;
	const char *text = zn_provenance_find(context->arena, bytes, len);
	ZnValue provenance;
	if (!text) {
		zn_error(context->diags, zn_place(path, 0, 0),
		         "PNG, PDF, SVG and .scene.json files of zhinu tell it, as long as no other program wrote them again",
		         "the file does not tell what it was made of");
		return result;
	}
	if (!zn_json_parse(context->arena, context->diags, path, text, strlen(text), &provenance) || !zn_is_obj(provenance)) {
		zn_error(context->diags, zn_place(path, 0, 0), NULL, "what the file tells of its making is damaged");
		return result;
	}
	g_autofree char *dir = g_path_get_dirname(path), *name = g_path_get_basename(path);
	const char *folder = zn_arena_strdup(context->arena, dir);
	ZnManifest *manifest = zn_manifest_load(context, folder);
	ZnValue inputs = zn_get(provenance, "inputs"), options = zn_get(provenance, "options");
	result.provenance = text;
	result.base = wanted->base ? wanted->base : base_of(context, path, folder, manifest, inputs);
	compare_program(&v, provenance);
	compare_project(&v, options, zn_object_lookup(manifest->outputs, name) != NULL);
	compare_wanted(&v, options, wanted);
	compare_inputs(&v, inputs);
	compare_fonts(&v, zn_get(provenance, "fonts"));
	compare_manifest(&v, manifest, bytes, len);
	return result;
}
