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

static const char *base_of(ZnContext *context, const char *path, const char *folder, const ZnManifest *manifest)
{
	if (manifest->base)
		return zn_arena_printf(context->arena, "%s/%s", folder, manifest->base);
	const char *project = zn_project_folder_of(context->arena, path);
	return project ? project : folder;
}

ZnVerification zn_verify_file(ZnContext *context, const char *path, const char *base)
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
		zn_error(context->diags, zn_place(path, 0, 0), "PNG, PDF and SVG files of zhinu tell it, as long as no other program wrote them again",
				 "the file does not tell what it was made of");
		return result;
	}
	if (!zn_json_parse(context->arena, context->diags, path, text, strlen(text), &provenance) || !zn_is_obj(provenance)) {
		zn_error(context->diags, zn_place(path, 0, 0), NULL, "what the file tells of its making is damaged");
		return result;
	}
	g_autofree char *folder = g_path_get_dirname(path);
	ZnManifest *manifest = zn_manifest_load(context, zn_arena_strdup(context->arena, folder));
	result.provenance = text;
	result.base = base ? base : base_of(context, path, zn_arena_strdup(context->arena, folder), manifest);
	compare_program(&v, provenance);
	compare_inputs(&v, zn_get(provenance, "inputs"));
	compare_fonts(&v, zn_get(provenance, "fonts"));
	compare_manifest(&v, manifest, bytes, len);
	return result;
}
