#include "project/manifest.h"

#include "base/file.h"
#include "base/json.h"
#include "text/fonts.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

ZnManifest *zn_manifest_load(ZnContext *context, const char *folder)
{
	ZnManifest *manifest = zn_new(context->arena, ZnManifest);
	manifest->context = context;
	manifest->path = zn_arena_printf(context->arena, "%s/manifest.json", folder);
	manifest->outputs = zn_object_new(context->arena);
	g_autofree char *text = NULL;
	gsize len;
	ZnValue json;
	g_autoptr(ZnDiags) quiet = zn_diags_new();
	if (g_file_get_contents(manifest->path, &text, &len, NULL) && zn_json_parse(context->arena, quiet, manifest->path, text, len, &json) &&
	    zn_is_obj(zn_get(json, "outputs"))) {
		manifest->outputs = zn_get(json, "outputs").obj;
		manifest->base = zn_get_str(json, "base", NULL);
	}
	return manifest;
}

static int by_key(const void *a, const void *b)
{
	return strcmp(((const ZnMember *)a)->key, ((const ZnMember *)b)->key);
}

bool zn_manifest_write(ZnManifest *manifest)
{
	ZnMember *members = g_memdup2(manifest->outputs->members, manifest->outputs->n * sizeof(ZnMember));
	if (members)
		qsort(members, manifest->outputs->n, sizeof *members, by_key);
	g_autoptr(GString) out = g_string_new("{\"program\":\"zhinu " ZN_VERSION "\",\n");
	if (manifest->base) {
		g_string_append(out, "\"base\":");
		zn_json_write_string(out, manifest->base);
		g_string_append(out, ",\n");
	}
	g_string_append(out, "\"outputs\":{\n");
	for (size_t i = 0; i < manifest->outputs->n; i++) { /* a line an output, for reading and for diffs */
		zn_json_write_string(out, members[i].key);
		g_string_append_c(out, ':');
		zn_json_write(out, members[i].value);
		g_string_append(out, i + 1 < manifest->outputs->n ? ",\n" : "\n");
	}
	g_string_append(out, "}}\n");
	g_free(members);
	return zn_file_write(manifest->context->diags, manifest->path, out->str, out->len);
}

static const char *base_name(ZnArena *arena, const char *path)
{
	g_autofree char *name = g_path_get_basename(path);
	return zn_arena_strdup(arena, name);
}

/* Half of a SHA-256 is enough to notice a change, and keeps the manifest readable. */
static const char *shortened(ZnArena *arena, const char *digest)
{
	return zn_arena_printf(arena, "%.32s", digest);
}

ZnJobKey zn_job_key(ZnContext *context, const ZnJob *job, const char *program, const char *fonts)
{
	const ZnRender *r = &job->render;
	ZnArena *arena = context->arena;
	g_autoptr(GTimeZone) zone = g_time_zone_new_local();
	const char *text = zn_arena_printf(
	    arena, "%s|%s|%s|%s|%.17g|%.17g|%dx%d|%d%d%d%u|%.0f|%s", r->lang ? r->lang : "", r->theme ? base_name(arena, r->theme) : "",
	    r->style ? base_name(arena, r->style) : "", r->catalog ? base_name(arena, r->catalog) : "", r->scale, r->ppi, r->width, r->height,
	    r->transparent, r->svg_outlines, r->attach_data, r->pdf_standards, zn_source_date(), g_time_zone_get_identifier(zone));
	return (ZnJobKey){shortened(arena, program), shortened(arena, fonts), shortened(arena, zn_sha256(arena, text, strlen(text)))};
}

static const struct {
	const char *member;
	size_t offset;
	const char *why;
} key_parts[] = {
    {"program", offsetof(ZnJobKey, program), "the program changed"},
    {"fonts", offsetof(ZnJobKey, fonts), "the fonts changed"},
    {"options", offsetof(ZnJobKey, options), "the options, SOURCE_DATE_EPOCH or TZ changed"},
};

static const char *key_part(const ZnJobKey *key, size_t i)
{
	return *(const char *const *)((const char *)key + key_parts[i].offset);
}

static const char *key_state(ZnValue entry, const ZnJobKey *key)
{
	for (size_t i = 0; i < G_N_ELEMENTS(key_parts); i++)
		if (strcmp(zn_get_str(entry, key_parts[i].member, ""), key_part(key, i)))
			return key_parts[i].why;
	return NULL;
}

/* Inputs are named as the work saw them: a file by its path in the project, a theme or style that comes with zhinu as "theme:" or "style:" and
 * its name. */
const char *zn_input_hash(ZnContext *context, const char *folder, const char *input)
{
	if (!context->cache)
		context->cache = zn_object_new(context->arena);
	const ZnValue *known = zn_object_lookup(context->cache, input);
	if (known)
		return zn_is_str(*known) ? known->str : NULL;
	const char *sha = NULL;
	g_autoptr(ZnDiags) quiet = zn_diags_new();
	if (g_str_has_prefix(input, "theme:")) {
		ZnContext probe = *context; /* notes the theme's hash as an input of its own */
		probe.diags = quiet;
		probe.inputs = NULL;
		probe.n_inputs = probe.cap_inputs = 0;
		zn_theme_load(&probe, (ZnPlace){0}, input + strlen("theme:"));
		sha = probe.n_inputs ? zn_input_sha256(&probe, 0) : NULL;
	} else {
		bool style = g_str_has_prefix(input, "style:");
		g_autofree char *shipped =
		    style ? zn_text_data_file(zn_arena_printf(context->arena, "styles/%s.json", input + strlen("style:"))) : NULL;
		const char *full = shipped ? shipped : g_path_is_absolute(input) ? input : zn_arena_printf(context->arena, "%s/%s", folder, input);
		g_autofree char *bytes = NULL;
		gsize len;
		if (g_file_get_contents(full, &bytes, &len, NULL))
			sha = zn_sha256(context->arena, bytes, len);
	}
	zn_object_set(context->arena, context->cache, zn_arena_strdup(context->arena, input), sha ? zn_str(sha) : zn_null());
	return sha;
}

static const char *output_state(ZnManifest *manifest, const ZnProject *project, const char *name, ZnValue entry)
{
	ZnContext *context = manifest->context;
	g_autofree char *path = g_build_filename(project->output, name, NULL);
	g_autofree char *bytes = NULL;
	gsize len;
	if (!g_file_get_contents(path, &bytes, &len, NULL))
		return zn_arena_printf(context->arena, "%s is missing", name);
	if (len != (gsize)zn_get_num(entry, "size", -1) || strcmp(zn_sha256(context->arena, bytes, len), zn_get_str(entry, "sha256", "")))
		return zn_arena_printf(context->arena, "%s is not what was written", name);
	return NULL;
}

const char *zn_manifest_stale(ZnManifest *manifest, const ZnProject *project, const ZnJob *job, const ZnJobKey *key)
{
	ZnContext *context = manifest->context;
	for (size_t i = 0; i < job->n_outputs; i++) {
		const ZnValue *entry = zn_object_lookup(manifest->outputs, job->outputs[i]);
		if (!entry)
			return "new";
		const char *other = key_state(*entry, key);
		if (other)
			return other;
		ZnValue inputs = zn_get(*entry, "inputs");
		for (size_t k = 0; k < zn_len(inputs); k++) {
			const char *path = zn_get_str(zn_at(inputs, k), "path", ""), *was = zn_get_str(zn_at(inputs, k), "sha256", NULL);
			const char *now = zn_input_hash(context, project->folder, path);
			if (g_strcmp0(was, now))
				return zn_arena_printf(context->arena, "%s %s", path, now ? was ? "changed" : "is there now" : "is gone");
		}
		const char *state = output_state(manifest, project, job->outputs[i], *entry);
		if (state)
			return state;
	}
	return NULL;
}

size_t zn_manifest_record(ZnManifest *manifest, const ZnJob *job, const ZnJobKey *key, ZnValue result)
{
	ZnArena *arena = manifest->context->arena;
	ZnValue outputs = zn_get(result, "outputs");
	size_t made = 0;
	for (size_t i = 0; i < zn_len(outputs) && i < job->n_outputs; i++) {
		if (!zn_has(zn_at(outputs, i), "sha256"))
			continue;
		made++;
		ZnObject *entry = zn_object_new(arena);
		zn_object_set(arena, entry, "sha256", zn_value_copy(arena, zn_get(zn_at(outputs, i), "sha256")));
		zn_object_set(arena, entry, "size", zn_get(zn_at(outputs, i), "size"));
		for (size_t k = 0; k < G_N_ELEMENTS(key_parts); k++)
			zn_object_set(arena, entry, key_parts[k].member, zn_str(key_part(key, k)));
		zn_object_set(arena, entry, "inputs", zn_value_copy(arena, zn_get(result, "inputs")));
		zn_object_set(arena, manifest->outputs, job->outputs[i], zn_obj(entry));
	}
	return made;
}
