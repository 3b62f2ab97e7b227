#include "project/provenance.h"

#include "base/file.h"
#include "base/json.h"
#include "text/fonts.h"

#include <stdlib.h>
#include <string.h>

/* --- writing --- */

static void add_fonts(ZnArena *arena, const ZnScene *scene, ZnObject *fonts)
{
	for (size_t i = 0; i < scene->n_items; i++) {
		const ZnItem *item = &scene->items[i];
		if (item->type == ZN_ITEM_EMBED)
			add_fonts(arena, item->embed.scene, fonts);
		if (item->type != ZN_ITEM_TEXT || !item->text)
			continue;
		for (size_t line = 0; line < item->text->n; line++)
			for (size_t run = 0; item->text->shaped[line] && run < item->text->shaped[line]->n_runs; run++) {
				const ZnFace *face = item->text->shaped[line]->runs[run].face;
				const char *name = zn_face_file_name(face, arena);
				if (!zn_object_lookup(fonts, name))
					zn_object_set(arena, fonts, name, zn_str(zn_face_digest(face, arena)));
			}
	}
}

/* A theme, style or the like by its name or its file's. */
static void set_name(ZnArena *arena, ZnObject *options, const char *key, const char *path)
{
	if (!path)
		return;
	g_autofree char *name = g_path_get_basename(path);
	zn_object_set(arena, options, key, zn_str(zn_arena_strdup(arena, name)));
}

static void set_number(ZnArena *arena, ZnObject *options, const char *key, double number)
{
	if (number > 0)
		zn_object_set(arena, options, key, zn_num(number));
}

static void set_flag(ZnArena *arena, ZnObject *options, const char *key, bool flag)
{
	if (flag)
		zn_object_set(arena, options, key, zn_bool(true));
}

ZnObject *zn_provenance_options(ZnArena *arena, const char *lang, const ZnRender *render)
{
	ZnObject *options = zn_object_new(arena);
	if (lang)
		zn_object_set(arena, options, "lang", zn_str(lang));
	set_name(arena, options, "theme", render->theme);
	set_number(arena, options, "scale", render->scale);
	set_number(arena, options, "ppi", render->ppi);
	if (render->width > 0)
		zn_object_set(arena, options, "size", zn_strf(arena, "%dx%d", render->width, render->height));
	if (render->background)
		zn_object_set(arena, options, "background", zn_str(render->background));
	set_flag(arena, options, "transparent", render->transparent);
	if (render->svg_outlines)
		zn_object_set(arena, options, "svgText", zn_str("outlines"));
	set_name(arena, options, "style", render->style);
	if (render->pdf_standards)
		zn_object_set(arena, options, "pdfStandard", zn_str(zn_pdf_standards_words(arena, render->pdf_standards)));
	set_flag(arena, options, "attachData", render->attach_data);
	set_flag(arena, options, "trim", render->trim);
	return options;
}

static int by_key(const void *a, const void *b)
{
	return strcmp(((const ZnMember *)a)->key, ((const ZnMember *)b)->key);
}

/* In the order of the names: that of reading is nobody's business. */
static ZnValue sorted(ZnObject *object)
{
	if (object->n)
		qsort(object->members, object->n, sizeof *object->members, by_key);
	return zn_obj(object);
}

const char *zn_provenance_of(ZnContext *context, const ZnRender *render, const ZnScene *const *scenes, size_t n_scenes)
{
	ZnArena *arena = context->arena;
	ZnObject *all = zn_object_new(arena), *inputs = zn_object_new(arena), *fonts = zn_object_new(arena);
	for (size_t i = 0; i < context->n_inputs; i++) {
		const char *sha256 = zn_input_sha256(context, i);
		zn_object_set(arena, inputs, context->inputs[i].path, sha256 ? zn_strf(arena, "%.*s", ZN_PROVENANCE_DIGITS, sha256) : zn_null());
	}
	for (size_t i = 0; i < n_scenes; i++)
		add_fonts(arena, scenes[i], fonts);
	zn_object_set(arena, all, "program", zn_str("zhinu " ZN_VERSION));
	zn_object_set(arena, all, "options", zn_obj(zn_provenance_options(arena, context->lang, render)));
	zn_object_set(arena, all, "inputs", sorted(inputs));
	zn_object_set(arena, all, "fonts", sorted(fonts));
	g_autoptr(GString) text = g_string_new(NULL);
	zn_json_write(text, zn_obj(all));
	return zn_arena_strdup(arena, text->str);
}

/* --- reading --- */

static uint32_t big_endian(const unsigned char *bytes)
{
	return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* iTXt: keyword, NUL, compression flag and method, language, NUL, translated keyword, NUL, text (PNG, 11.3.3.4). Ours are not compressed. */
static const char *find_in_png(ZnArena *arena, const unsigned char *bytes, size_t len)
{
	static const char keyword[] = "Provenance";
	for (size_t at = 8; at + 12 <= len;) {
		size_t size = big_endian(bytes + at);
		const unsigned char *data = bytes + at + 8;
		if (size > len - at - 12)
			break;
		if (!memcmp(bytes + at + 4, "iTXt", 4) && size >= sizeof keyword + 4 && !memcmp(data, keyword, sizeof keyword) &&
		    !data[sizeof keyword]) {
			const unsigned char *lang = data + sizeof keyword + 2, *end = data + size;
			const unsigned char *translated = memchr(lang, 0, (size_t)(end - lang));
			const unsigned char *text = translated ? memchr(translated + 1, 0, (size_t)(end - translated - 1)) : NULL;
			return text ? zn_arena_strndup(arena, (const char *)text + 1, (size_t)(end - text - 1)) : NULL;
		}
		at += 12 + size;
	}
	return NULL;
}

static const struct {
	const char *entity;
	char character;
} entities[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&#34;", '"'}, {"&#39;", '\''}};

static const char *unescape(ZnArena *arena, const char *text, size_t len)
{
	g_autoptr(GString) out = g_string_sized_new(len);
	for (size_t i = 0; i < len;) {
		size_t step = 1;
		char c = text[i];
		for (size_t k = 0; c == '&' && step == 1 && k < G_N_ELEMENTS(entities); k++)
			if (len - i >= strlen(entities[k].entity) && !memcmp(text + i, entities[k].entity, strlen(entities[k].entity))) {
				step = strlen(entities[k].entity);
				c = entities[k].character;
			}
		g_string_append_c(out, c);
		i += step;
	}
	return zn_arena_strndup(arena, out->str, out->len);
}

static const char *find_element(ZnArena *arena, const char *bytes, size_t len, const char *opening, const char *closing)
{
	const char *start = memmem(bytes, len, opening, strlen(opening));
	if (!start)
		return NULL;
	start += strlen(opening);
	const char *end = memmem(start, len - (size_t)(start - bytes), closing, strlen(closing));
	return end ? unescape(arena, start, (size_t)(end - start)) : NULL;
}

/* The XMP of a PDF stands there as plain text, for programs that do not know PDF (XMP part 3, 1.1.2); an SVG has Dublin Core's word for it. */
static const char *find_in_xml(ZnArena *arena, const char *bytes, size_t len)
{
	const char *pdf = find_element(arena, bytes, len, "<zhinu:provenance>", "</zhinu:provenance>");
	return pdf ? pdf : find_element(arena, bytes, len, "<dcterms:provenance>", "</dcterms:provenance>");
}

/* A dump has it behind its items, in a line of its own; no text in them can have a line's end. */
static const char *find_in_dump(ZnArena *arena, const char *bytes, size_t len)
{
	static const char key[] = "\n\"provenance\":";
	const char *start = memmem(bytes, len, key, strlen(key));
	size_t left = start ? len - (size_t)(start - bytes) - strlen(key) : 0;
	const char *end = start ? memchr(start + strlen(key), '\n', left) : NULL;
	return end && end[-1] == '}' ? zn_arena_strndup(arena, start + strlen(key), (size_t)(end - 1 - start) - strlen(key)) : NULL;
}

const char *zn_provenance_find(ZnArena *arena, const void *bytes, size_t len)
{
	static const unsigned char png[8] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
	if (!len)
		return NULL;
	if (len >= sizeof png && !memcmp(bytes, png, sizeof png))
		return find_in_png(arena, bytes, len);
	static const char dump[] = "{\"format\":\"vlscene-1\"";
	return len > strlen(dump) && !memcmp(bytes, dump, strlen(dump)) ? find_in_dump(arena, bytes, len) : find_in_xml(arena, bytes, len);
}
