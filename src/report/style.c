/* Making a style: the shipped sheets, files, what the front matter changes. */
#include "report/style.h"

#include "base/file.h"
#include "base/json.h"
#include "base/limits.h"
#include "text/fonts.h"

#include <string.h>

#define MOST_BASES 8 /* styles on styles */

static const char *const shipped[] = {"report", "journal", "slides", NULL};
const char *const *zn_report_styles(void)
{
	return shipped;
}

static const char *const languages[] = {"zh", "ru", "en"};

void zn_style_sheet_add(ZnArena *arena, ZnStyleSheet *sheet, const char *name, ZnValue value, ZnPlace place)
{
	ZnStyleProperty property = {name, value, place};
	zn_push(arena, sheet->items, sheet->n, sheet->cap, property);
}

/* --- applying --- */

/* "zh.body.size" -> "body.size" and "zh"; NULL = for all languages. */
static const char *language_of(const char **name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(languages); i++) {
		size_t n = strlen(languages[i]);
		if (!strncmp(*name, languages[i], n) && (*name)[n] == '.') {
			*name += n + 1;
			return languages[i];
		}
	}
	return NULL;
}

void zn_report_style_apply(ZnContext *context, ZnReportStyle *style, const ZnStyleSheet *sheet, const char *lang)
{
	ZnReportStyle *others = zn_new(context->arena, ZnReportStyle); /* what is for other languages is checked all the same */
	*others = *style;
	for (int pass = 0; pass < 2; pass++) { /* all languages, then one */
		for (size_t i = 0; i < sheet->n; i++) {
			ZnStyleProperty property = sheet->items[i];
			const char *own = language_of(&property.name);
			if ((own != NULL) == (pass == 1))
				zn_report_style_set(context, !own || (lang && !strncmp(own, lang, 2)) ? style : others, &property);
		}
	}
}

/* --- style files --- */

static void flatten(ZnContext *context, ZnStyleSheet *sheet, ZnValue value, const char *prefix, const char *file, const char *pointer, int depth)
{
	if (!zn_is_obj(value) || depth > ZN_LIMIT_DEPTH) {
		zn_style_sheet_add(context->arena, sheet, prefix, value, zn_pointer(file, pointer));
		return;
	}
	for (size_t i = 0; i < value.obj->n; i++) {
		const ZnMember *member = &value.obj->members[i];
		const char *inner = zn_json_pointer(context->arena, pointer, member->key);
		bool note = !strcmp(member->key, "$schema") || !strcmp(member->key, "description");
		if (!*prefix && !strcmp(member->key, "extends")) {
			sheet->base_place = zn_pointer(file, inner);
			if (zn_is_str(member->value))
				sheet->base = member->value.str;
			else
				zn_error(context->diags, sheet->base_place, NULL, "“extends” should be the name of a style");
		} else if (*prefix || !note) {
			flatten(context, sheet, member->value, *prefix ? zn_arena_printf(context->arena, "%s.%s", prefix, member->key) : member->key,
			        file, inner, depth + 1);
		}
	}
}

static bool sheet_from_json(ZnContext *context, const char *file, ZnValue json, ZnStyleSheet *sheet)
{
	if (!zn_is_obj(json)) {
		zn_error(context->diags, zn_place(file, 1, 1), NULL, "a style is a JSON object");
		return false;
	}
	flatten(context, sheet, json, "", file, "", 0);
	return true;
}

static bool read_shipped(ZnContext *context, ZnPlace place, const char *name, ZnValue *json, const char **file)
{
	g_autofree char *path = zn_text_data_file(zn_arena_printf(context->arena, "styles/%s.json", name));
	char *text;
	size_t len;
	if (!path) {
		zn_error(context->diags, place, "install zhinu, or set ZHINU_DATA_DIR", "cannot find zhinu's styles/%s.json", name);
		return false;
	}
	*file = zn_arena_strdup(context->arena, path);
	if (!zn_file_read(context->arena, context->diags, *file, *file, &text, &len) ||
	    !zn_json_parse(context->arena, context->diags, *file, text, len, json))
		return false;
	zn_context_note_input(context, zn_arena_printf(context->arena, "style:%s", name), text, len);
	return true;
}

static bool read_sheet(ZnContext *context, ZnPlace place, const char *name, ZnStyleSheet *sheet)
{
	const char *file = name;
	ZnValue json;
	if (g_str_has_suffix(name, ".json")) {
		char *text;
		size_t len;
		if (!zn_context_read(context, place, name, &text, &len) || !zn_json_parse(context->arena, context->diags, name, text, len, &json))
			return false;
	} else if (!g_strv_contains(shipped, name)) {
		const char *hint = zn_did_you_mean(context->arena, name, shipped);
		zn_error(context->diags, place, hint ? hint : "styles are report, journal, slides, or a JSON file", "unknown style “%s”", name);
		return false;
	} else if (!read_shipped(context, place, name, &json, &file)) {
		return false;
	}
	return sheet_from_json(context, file, json, sheet);
}

/* --- making --- */

/* The sheet and those it stands on, the lowest first. */
static ZnReportStyle *build(ZnContext *context, const ZnStyleSheet *top, const char *lang)
{
	const ZnStyleSheet *sheets[MOST_BASES + 1];
	size_t n = 0;
	if (top)
		sheets[n++] = top;
	const char *base = top && top->base ? top->base : NULL;
	while (base && strcmp(base, shipped[0])) {
		if (n == MOST_BASES) {
			zn_error(context->diags, top->base_place, NULL, "styles extend one another more than %d times, or in a circle", MOST_BASES);
			break;
		}
		ZnStyleSheet *sheet = zn_new(context->arena, ZnStyleSheet);
		if (!read_sheet(context, sheets[n - 1]->base_place, base, sheet))
			break;
		sheets[n++] = sheet;
		base = sheet->base;
	}
	ZnStyleSheet *root = zn_new(context->arena, ZnStyleSheet);
	if (!read_sheet(context, (ZnPlace){0}, shipped[0], root))
		return NULL;
	sheets[n++] = root;
	ZnReportStyle *style = zn_new(context->arena, ZnReportStyle);
	style->words = *zn_words_lookup(lang);
	while (n > 0)
		zn_report_style_apply(context, style, sheets[--n], lang);
	return style;
}

ZnReportStyle *zn_report_style_new(ZnContext *context, ZnPlace place, const char *name, const char *lang)
{
	ZnStyleSheet top = {.base = name, .base_place = place};
	return build(context, &top, lang);
}

ZnReportStyle *zn_report_style_from_json(ZnContext *context, const char *file, ZnValue json, const char *lang)
{
	ZnStyleSheet *sheet = zn_new(context->arena, ZnStyleSheet);
	return build(context, sheet_from_json(context, file, json, sheet) ? sheet : NULL, lang);
}

/* --- finishing --- */

static void check_page(ZnContext *context, ZnPlace place, ZnReportStyle *style)
{
	double mm = 96 / 25.4, least = 20 * mm, most = 2000 * mm;
	double wide = style->page_width - style->margin_left - style->margin_right - style->gutter;
	bool narrow = style->columns > 1 && wide < 2 * least + style->column_gap;
	if (style->page_width <= most && style->page_height <= most && wide >= least && !narrow &&
	    style->page_height - style->margin_top - style->margin_bottom >= least)
		return;
	zn_error(context->diags, place, NULL, "the text block of a page should be 20 mm or more wide and high (each column of two, too), and a page at most 2 m");
	style->page_width = 210 * mm;
	style->page_height = 297 * mm;
	style->margin_top = style->margin_right = style->margin_bottom = style->margin_left = 25 * mm;
	style->gutter = 0;
	style->columns = 1;
}

void zn_report_style_finish(ZnContext *context, ZnPlace place, ZnReportStyle *style)
{
	check_page(context, place, style);
	zn_report_style_resolve(context->arena, style);
}

ZnFont zn_text_style_font(const ZnTextStyle *style)
{
	return (ZnFont){.family = style->family, .size = style->size, .weight = (int)style->weight, .italic = style->italic};
}
