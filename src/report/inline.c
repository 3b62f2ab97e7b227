/* Inlines -> styled spans. */
#include "report/galley.h"

#include "text/text.h"

#include <string.h>

/* What surrounds an inline. */
typedef struct Look {
	const ZnTextStyle *style;
	ZnFont font;
	ZnColor color;
	const char *lang;
	double rise;
	ZnSpanInfo info;
} Look;

typedef struct Builder {
	ZnReport *report;
	ZnSpans *spans;
	bool soft;     /* a line end of the source is waiting for what follows */
	bool tight;    /* a reference that ends in Han was added: no space behind it */
	gunichar last; /* character added */
} Builder;

ZnSpans *zn_spans_new(ZnReport *report)
{
	return zn_new(report->arena, ZnSpans);
}

static bool same_info(const ZnSpanInfo *a, const ZnSpanInfo *b)
{
	return a->target == b->target && a->lang == b->lang && a->strike == b->strike && a->code == b->code && a->note == b->note;
}

static int info_index(const Builder *b, const ZnSpanInfo *info)
{
	ZnSpans *spans = b->spans;
	if (!spans->n_infos || !same_info(&spans->infos[spans->n_infos - 1], info))
		zn_push(b->report->arena, spans->infos, spans->n_infos, spans->cap_infos, *info);
	return (int)spans->n_infos - 1;
}

static bool same_look(const ZnSpan *span, const Look *look, int info)
{
	return span->tag == info && !strcmp(span->font.family, look->font.family) && span->font.size == look->font.size &&
	       span->font.weight == look->font.weight && span->font.italic == look->font.italic && span->rise == look->rise &&
	       span->lang == look->lang && !memcmp(&span->color, &look->color, sizeof span->color);
}

static void push_text(Builder *b, const Look *look, const char *text)
{
	if (!*text)
		return;
	ZnSpans *spans = b->spans;
	int info = info_index(b, &look->info);
	b->last = g_utf8_get_char(g_utf8_prev_char(text + strlen(text)));
	ZnSpan *before = spans->n ? &spans->items[spans->n - 1] : NULL;
	if (before && same_look(before, look, info)) { /* one run, so that it is shaped as one */
		before->text = zn_arena_printf(b->report->arena, "%s%s", before->text, text);
		return;
	}
	ZnSpan span = {.text = text, .font = look->font, .lang = look->lang, .color = look->color, .rise = look->rise, .tag = info};
	zn_push(b->report->arena, spans->items, spans->n, spans->cap, span);
}

/* Han and full-width marks: between them the source's line end means nothing. */
static bool is_wide(gunichar c)
{
	return g_unichar_iswide(c) || c == 0x201C || c == 0x201D || c == 0x2018 || c == 0x2019 || c == 0x2026 || c == 0x2014;
}

/* A space typed between Han and a reference is there for the source's sake. */
static void drop_space(Builder *b)
{
	ZnSpan *span = b->spans->n ? &b->spans->items[b->spans->n - 1] : NULL;
	size_t len = span ? strlen(span->text) : 0;
	if (len < 2 || span->text[len - 1] != ' ' || !is_wide(g_utf8_get_char(g_utf8_prev_char(span->text + len - 1))))
		return;
	span->text = zn_arena_strndup(b->report->arena, span->text, len - 1);
}

static void add_text(Builder *b, const Look *look, const char *text)
{
	if (b->tight && *text == ' ' && text[1] && is_wide(g_utf8_get_char(text + 1)))
		text++;
	b->tight = false;
	if (b->soft && *text) {
		b->soft = false;
		bool joined = is_wide(b->last) && is_wide(g_utf8_get_char(text));
		if (!joined && b->last != ' ' && *text != ' ')
			push_text(b, look, " ");
	}
	push_text(b, look, text);
}

static void add_inlines(Builder *b, const Look *look, const ZnInline *inlines);

static void add_reference(Builder *b, const Look *look, const ZnInline *inlines)
{
	const char *id = NULL, *text = zn_report_reference(b->report, inlines, &id);
	Look link = *look;
	if (text && *text) {
		link.info.target = zn_arena_printf(b->report->arena, "#%s", id);
		if (is_wide(g_utf8_get_char(text)))
			drop_space(b);
	}
	add_text(b, &link, text ? text : inlines->text);
	b->tight = is_wide(b->last);
}

/* [1, p. 5; 2], (Smith, 2020): each work a link. In Chinese numbers are raised. */
static void add_citation(Builder *b, const Look *look, const ZnInline *inlines)
{
	const ZnReportStyle *style = b->report->style;
	bool numbers = style->cite == ZN_CITE_NUMBER, han = !strcmp(b->report->words->lang, "zh");
	Look own = *look;
	if (numbers && han) {
		drop_space(b);
		own.rise = look->font.size * style->mark_rise;
		own.font.size *= style->mark_scale;
	}
	add_text(b, &own, numbers ? "[" : han ? "（" : "(");
	for (const ZnCitation *citation = inlines->citation; citation; citation = citation->next) {
		const char *id, *text = zn_citation_text(b->report, citation, &id);
		Look link = own;
		link.info.target = zn_arena_printf(b->report->arena, "#%s", id);
		push_text(b, &link, text);
		if (citation->next)
			push_text(b, &own, numbers && !citation->locator ? ", " : "; ");
	}
	push_text(b, &own, numbers ? "]" : han ? "）" : ")");
}

static void add_note(Builder *b, const Look *look, const ZnInline *inlines)
{
	const ZnReportStyle *style = b->report->style;
	Look mark = *look;
	mark.font.italic = false;
	mark.font.weight = 400;
	mark.rise = look->font.size * style->mark_rise;
	mark.font.size *= style->mark_scale;
	mark.info.note = inlines->note + 1;
	mark.info.target = zn_arena_printf(b->report->arena, "#%s", zn_note_id(b->report, "note", inlines->note));
	b->soft = false;
	push_text(b, &mark, zn_note_mark(b->report, inlines->note));
}

static void add_code(Builder *b, const Look *look, const ZnInline *inlines)
{
	Look code = *look;
	code.font.family = b->report->style->code_family;
	code.font.size *= b->report->style->code_scale;
	code.font.italic = false;
	code.info.code = true;
	add_text(b, &code, inlines->text);
}

static void add_emphasis(Builder *b, const Look *look, const ZnInline *inlines)
{
	Look emphasis = *look;
	const ZnReportStyle *style = b->report->style;
	bool within = look->font.italic;
	emphasis.font.italic = !within;
	if (!strcmp(look->font.family, style->fonts[ZN_FONT_SERIF].family) || within)
		emphasis.font.family = within ? style->body.family : style->fonts[ZN_FONT_EMPHASIS].family;
	add_inlines(b, &emphasis, inlines->children);
}

/* [text]{.class} */
static void add_classes(const Builder *b, Look *look, const ZnAttributes *attributes)
{
	const ZnReportStyle *style = b->report->style;
	static const struct {
		const char *name;
		double size, rise; /* of the text's */
		int font;          /* ZnFontRoleIndex, or -1 */
		bool accent;
	} classes[] = {
	    {"accent", 1, 0, -1, true},        {"small", 0.86, 0, -1, false},           {"sans", 1, 0, ZN_FONT_SANS, false},
	    {"serif", 1, 0, ZN_FONT_SERIF, false}, {"mono", 0.9, 0, ZN_FONT_MONOSPACE, false}, {"emphasis", 1, 0, ZN_FONT_EMPHASIS, false},
	    {"super", 0.66, 0.36, -1, false},  {"sub", 0.66, -0.14, -1, false},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(classes); i++) {
		if (!zn_attributes_class(attributes, classes[i].name))
			continue;
		look->rise += classes[i].rise * look->font.size;
		look->font.size *= classes[i].size;
		if (classes[i].font >= 0)
			look->font.family = style->fonts[classes[i].font].family;
		if (classes[i].accent)
			look->color = style->accent;
	}
}

static void add_inline(Builder *b, const Look *look, const ZnInline *inlines)
{
	Look other = *look;
	switch (inlines->type) {
	case ZN_INLINE_TEXT:
		add_text(b, look, inlines->text);
		return;
	case ZN_INLINE_SOFT:
		b->soft = true;
		return;
	case ZN_INLINE_BREAK:
		b->soft = false;
		push_text(b, look, "\n");
		return;
	case ZN_INLINE_CODE:
		add_code(b, look, inlines);
		return;
	case ZN_INLINE_EMPHASIS:
		add_emphasis(b, look, inlines);
		return;
	case ZN_INLINE_STRONG:
		other.font.weight = (int)b->report->style->strong_weight;
		if (b->report->style->strong_family)
			other.font.family = b->report->style->strong_family;
		break;
	case ZN_INLINE_STRIKE:
		other.info.strike = true;
		break;
	case ZN_INLINE_LINK:
		other.info.target = inlines->text;
		if (*inlines->text != '#')
			other.color = b->report->style->link;
		break;
	case ZN_INLINE_SPAN:
		other.lang = inlines->lang ? inlines->lang : look->lang;
		other.info.lang = other.lang;
		add_classes(b, &other, inlines->attributes);
		break;
	case ZN_INLINE_NOTE:
		add_note(b, look, inlines);
		return;
	case ZN_INLINE_CITATION:
		add_citation(b, look, inlines);
		return;
	case ZN_INLINE_REFERENCE:
		add_reference(b, look, inlines);
		return;
	default: /* gone by now */
		return;
	}
	add_inlines(b, &other, inlines->children);
}

static void add_inlines(Builder *b, const Look *look, const ZnInline *inlines)
{
	for (; inlines; inlines = inlines->next)
		add_inline(b, look, inlines);
}

static Look look_of(const ZnTextStyle *style)
{
	return (Look){.style = style, .font = zn_text_style_font(style), .color = style->color};
}

static Builder builder_for(ZnReport *report, ZnSpans *spans)
{
	Builder b = {.report = report, .spans = spans};
	const char *text = spans->n ? spans->items[spans->n - 1].text : "";
	if (*text)
		b.last = g_utf8_get_char(g_utf8_prev_char(text + strlen(text)));
	return b;
}

void zn_spans_add_text(ZnReport *report, ZnSpans *spans, const ZnTextStyle *style, const char *text)
{
	Builder b = builder_for(report, spans);
	Look look = look_of(style);
	push_text(&b, &look, text);
}

void zn_spans_add(ZnReport *report, ZnSpans *spans, const ZnTextStyle *style, const ZnInline *inlines)
{
	Builder b = builder_for(report, spans);
	Look look = look_of(style);
	add_inlines(&b, &look, inlines);
}

const char *zn_note_id(const ZnReport *report, const char *part, size_t note)
{
	return zn_arena_printf(report->arena, "zn.%s.%zu", part, note + 1);
}

const char *zn_note_mark(const ZnReport *report, size_t note)
{
	if (report->words->notes_circled)
		return zn_count(report->arena, ZN_COUNT_CIRCLED, report->words->notes_by_page ? 1 : (int)note + 1);
	return zn_arena_printf(report->arena, "%zu", note + 1);
}
