/* A report from front matter to pages, step by step. */
#include "report/report.h"

#include "base/file.h"
#include "report/galley.h"

#include <math.h>
#include <string.h>

/* --- input --- */

static bool check_text(ZnContext *context, const char *file, const char *text, size_t len)
{
	const char *bad = memchr(text, '\0', len);
	if (!bad && g_utf8_validate_len(text, len, &bad))
		return true;
	int line = 1;
	const char *start = text;
	for (const char *p = text; p < bad; p++) {
		if (*p == '\n') {
			line++;
			start = p + 1;
		}
	}
	zn_error(context->diags, zn_place(file, line, (int)g_utf8_strlen(start, bad - start) + 1), *bad ? "save the file as UTF-8" : NULL, "%s",
	         *bad ? "the text is not UTF-8" : "the text has a NUL character in it");
	return false;
}

static void skip_mark(const char **text, size_t *len)
{
	if (*len >= 3 && !memcmp(*text, "\xEF\xBB\xBF", 3)) {
		*text += 3;
		*len -= 3;
	}
}

/* One kind of line end. */
static const char *plain_lines(ZnArena *arena, const char *text, size_t *len)
{
	if (!memchr(text, '\r', *len))
		return text;
	char *out = zn_arena_alloc(arena, *len + 1);
	size_t n = 0;
	for (size_t i = 0; i < *len; i++) {
		bool pair = text[i] == '\r' && i + 1 < *len && text[i + 1] == '\n';
		if (!pair)
			out[n++] = text[i] == '\r' ? '\n' : text[i];
	}
	*len = n;
	return out;
}

ZnReportHead zn_report_head(ZnContext *context, const char *text, size_t len)
{
	skip_mark(&text, &len);
	if (memchr(text, '\0', len) || !g_utf8_validate_len(text, len, NULL))
		return (ZnReportHead){0};
	text = plain_lines(context->arena, text, &len);
	ZnDiags *diags = context->diags;
	g_autoptr(ZnDiags) silent = zn_diags_new();
	context->diags = silent;
	ZnFront *front = zn_front_read(context, "", text, len);
	context->diags = diags;
	return (ZnReportHead){.title = front->title.text, .lang = front->lang.text, .theme = front->theme.text};
}

/* --- files --- */

static bool is_there(const ZnReport *report, const char *path)
{
	g_autofree char *full = g_build_filename(report->context->base_dir, path, NULL);
	return g_file_test(full, G_FILE_TEST_IS_REGULAR);
}

const char *zn_report_find(const ZnReport *report, ZnPlace place, const char *name)
{
	ZnContext *context = report->context;
	const char *folder = report->options->folder;
	if (folder && *folder && *name != '/' && !strstr(name, "://")) {
		g_autofree char *beside = g_build_filename("/", folder, name, NULL);
		g_autofree char *canonical = g_canonicalize_filename(beside, "/");
		if (is_there(report, canonical + 1))
			return zn_arena_strdup(report->arena, canonical + 1);
	}
	if (!zn_file_resolve(report->arena, context->diags, place, context->base_dir, name))
		return NULL;
	if (is_there(report, name))
		return name;
	zn_context_note_input(context, name, NULL, 0);
	zn_error(context->diags, place, "files are looked for beside the report, then in the base folder", "there is no file “%s”", name);
	return NULL;
}

/* --- the tree --- */

/* Without a title in the front matter, a lone heading of the highest level at the start is the title. */
static void take_title(ZnReport *report)
{
	const ZnBlock *first = report->blocks;
	if (report->front->title.text) {
		report->title = zn_report_expand(report, &report->front->title);
		return;
	}
	if (!first || first->type != ZN_BLOCK_HEADING || first->level != 1)
		return;
	for (const ZnBlock *block = first->next; block; block = block->next)
		if (block->type == ZN_BLOCK_HEADING && block->level == 1)
			return;
	report->title = zn_inline_plain(report, first->inlines);
	report->blocks = first->next;
}

/* cmark leaves out, in silence, notes that nothing refers to. */
static void check_unused_notes(ZnReport *report, const char *body, size_t len)
{
	int line = report->front->lines;
	g_autofree char *text = g_strndup(body, len);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (char **p = lines; *p; p++) {
		line++;
		const char *end = g_str_has_prefix(*p, "[^") ? strstr(*p, "]:") : NULL;
		if (!end)
			continue;
		g_autofree char *mark = g_strndup(*p, (gsize)(end - *p) + 1);
		bool used = false;
		for (const char *q = strstr(text, mark); q && !used; q = strstr(q + 1, mark))
			used = q[strlen(mark)] != ':' || (q > text && q[-1] != '\n');
		if (!used)
			zn_warning(report->context->diags, zn_report_place(report, line), NULL, "nothing refers to the footnote “%.*s”",
			           (int)strlen(mark) - 3, mark + 2);
	}
}

static void read_tree(ZnReport *report, const char *text, size_t len)
{
	ZnFront *front = report->front;
	const char *body = text + front->length;
	size_t body_len = len - front->length;
	report->cited = zn_new_n(report->arena, size_t, front->n_references);
	if (front->abstract.text)
		report->abstract = zn_report_parse(report, front->abstract.place, front->abstract.text, strlen(front->abstract.text));
	report->blocks = zn_report_parse(report, zn_place(report->file, front->lines + 1, 1), body, body_len);
	check_unused_notes(report, body, body_len);
	take_title(report);
	zn_report_place_references(report);
	zn_report_number(report);
}

/* --- setting --- */

static void paint_mark(ZnCanvas *canvas, const void *data, double y)
{
	size_t note = *(const size_t *)data;
	const ZnTextStyle *style = &canvas->report->style->note;
	ZnTag *link = zn_new(canvas->report->arena, ZnTag);
	*link = (ZnTag){.type = ZN_TAG_LINK, .target = zn_arena_printf(canvas->report->arena, "#%s", zn_note_id(canvas->report, "mark", note))};
	zn_scene_begin(canvas->scene, link);
	zn_canvas_text(canvas, style, canvas->pages->note_marks[note], canvas->left, y + zn_text_style_baseline(style), ZN_TEXT_LEFT);
	zn_scene_end(canvas->scene);
}

/* A footnote: its mark, its blocks hanging. */
static const ZnGalley *set_note(const ZnSetting *page, size_t number)
{
	ZnReport *report = page->report;
	const ZnTextStyle *style = &report->style->note;
	ZnElement *element = zn_element_new(report, page->element, ZN_TAG_NOTE);
	element->tag.id = zn_note_id(report, "note", number);
	ZnSetting s = *page;
	s.galley = zn_new(report->arena, ZnGalley);
	s.element = element;
	s.text = style;
	s.tight = true;
	s.after_break = true;
	double indent = style->size * (report->words->notes_circled ? 1.4 : report->n_notes > 9 ? 1.7 : 1.1);
	s.x += indent;
	s.width -= indent;
	size_t *data = zn_new(report->arena, size_t);
	*data = number;
	ZnVItem *mark = zn_galley_add(report, s.galley, ZN_V_BOX);
	mark->element = zn_element_new(report, element, ZN_TAG_LIST_LABEL);
	mark->paint = paint_mark;
	mark->data = data;
	zn_set_blocks(&s, report->notes[number].blocks);
	return s.galley;
}

static ZnPages *set_pages(ZnReport *report)
{
	const ZnReportStyle *style = report->style;
	ZnSetting s = {
	    .report = report,
	    .galley = zn_new(report->arena, ZnGalley),
	    .element = zn_element_new(report, NULL, ZN_TAG_DOCUMENT),
	    .text = &style->body,
	    .width = zn_page_width(report),
	    .after_break = true,
	};
	zn_set_front(&s);
	ZnSettled settled = {.body = s.galley};
	if (zn_page_columns(report) > 1) {
		settled.front = s.galley;
		settled.body = s.galley = zn_new(report->arena, ZnGalley);
		s.width = zn_column_width(report);
	}
	if (report->front->toc)
		zn_set_contents(&s);
	zn_set_blocks(&s, report->blocks);
	const ZnGalley **notes = zn_new_n(report->arena, const ZnGalley *, report->n_notes);
	for (size_t i = 0; i < report->n_notes; i++)
		notes[i] = set_note(&s, i);
	if (zn_diags_failed(report->context->diags))
		return NULL;
	settled.notes = notes;
	return zn_pages_new(report, &settled);
}

static const char *joined_keywords(ZnReport *report)
{
	const char *text = NULL;
	for (size_t i = 0; i < report->front->n_keywords; i++) {
		const char *word = report->front->keywords[i].text;
		text = text ? zn_arena_printf(report->arena, "%s, %s", text, word) : word;
	}
	return text;
}

/* The style that was asked for, with what the front matter changes. */
static ZnReportStyle *make_style(ZnReport *report)
{
	const ZnReportOptions *options = report->options;
	const ZnFront *front = report->front;
	const char *lang = report->words->lang;
	const char *name = options->style ? options->style : front->style.base;
	ZnReportStyle *style = zn_is_undefined(options->style_json)
	                           ? zn_report_style_new(report->context, options->style ? (ZnPlace){0} : front->style.base_place, name, lang)
	                           : zn_report_style_from_json(report->context, options->style_file, options->style_json, lang);
	if (!style)
		return NULL;
	zn_report_style_apply(report->context, style, &front->style, lang);
	zn_report_style_finish(report->context, front->style_place, style);
	if (style->grid > 0 && fmod(style->body.leading + 0.001, style->grid) > 0.002) /* lines of another height make their own grid */
		style->grid = style->body.leading;
	return style;
}

static ZnDocument *make(ZnReport *report, const char *text, size_t len)
{
	ZnContext *context = report->context;
	ZnFront *front = report->front;
	ZnReportStyle *style = make_style(report);
	if (!style)
		return NULL;
	report->style = style;
	report->words = &style->words;
	report->data = zn_report_data_new(report, report->options->package);
	read_tree(report, text, len);
	ZnPages *pages = context->fonts ? set_pages(report) : NULL; /* what lacks fonts was reported when they were looked for */
	if (!pages)
		return NULL;
	ZnDocument *document = zn_report_paint(report, pages);
	document->title = report->title;
	document->subject = zn_report_expand(report, &front->subtitle);
	document->author = zn_report_authors(report, ", ");
	document->keywords = joined_keywords(report);
	document->lang = report->lang;
	return zn_diags_failed(context->diags) ? NULL : document;
}

ZnDocument *zn_report_new(ZnContext *context, const char *file, const char *text, size_t len, const ZnReportOptions *options)
{
	static const ZnReportOptions usual = {0};
	skip_mark(&text, &len);
	if (!check_text(context, file, text, len))
		return NULL;
	text = plain_lines(context->arena, text, &len);
	ZnReport *report = zn_new(context->arena, ZnReport);
	*report = (ZnReport){.context = context, .arena = context->arena, .file = file, .options = options ? options : &usual};
	report->front = zn_front_read(context, file, text, len);
	const char *lang = context->lang;
	const ZnLocale *locale = context->locale;
	const struct ZnCatalog *catalog = context->catalog;
	if (report->front->lang.text && strcmp(report->front->lang.text, lang)) {
		context->lang = report->front->lang.text;
		context->locale = zn_locale_lookup(context->lang);
		context->catalog = NULL; /* it was another language's */
	}
	if (!context->locale)
		context->locale = zn_locale_lookup(context->lang);
	report->lang = zn_locale_lang(context->locale);
	report->words = zn_words_lookup(context->lang);
	ZnDocument *document = make(report, text, len);
	context->lang = lang;
	context->locale = locale;
	context->catalog = catalog;
	return document;
}
