/* What must hold of the typography cases beside their breaks: fonts, widths, positions, on lines as they are set. 1 em = 20 px. */
#include "unit/text/text_test.h"

#include "text/internal.h"

#define EM 20.0

static ZnParagraph *set_in(Fixture *f, const char *lang, const char *text, double width, double indent)
{
	ZnSpan span = {.text = text, .font = {.family = "serif", .size = EM}};
	ZnParagraphStyle style = {.lang = lang, .width = width, .leading = 30, .first_indent = indent, .hyphenate = true};
	style.align = width < 2000 ? ZN_ALIGN_JUSTIFY : ZN_ALIGN_START;
	return zn_paragraph_new(f->context, &span, 1, &style);
}

/* One line, as wide as it is by itself. */
static const ZnLine *line_of(Fixture *f, const char *lang, const char *text)
{
	const ZnParagraph *p = set_in(f, lang, text, 5000, 0);
	g_assert_cmpuint(p->n_lines, ==, 1);
	return &p->lines[0];
}

static double width_em(Fixture *f, const char *lang, const char *text)
{
	return line_of(f, lang, text)->width / EM;
}

typedef struct Found {
	const ZnRun *run;
	size_t n_glyphs, n_chars; /* of the cluster */
	double x;                 /* em, of its first glyph */
} Found;

/* The cluster that has the n-th (from 0) occurrence of these characters in it. */
static Found find(const ZnLine *line, const char *what, int n)
{
	for (size_t p = 0; p < line->n_pieces; p++) {
		for (size_t r = 0; r < line->pieces[p].shaped->n_runs; r++) {
			const ZnRun *run = &line->pieces[p].shaped->runs[r];
			size_t byte = 0, glyph = 0;
			for (size_t c = 0; c < run->n_clusters; c++) {
				const char *at = run->text + byte;
				gssize bytes = run->clusters[c].num_bytes;
				if (g_strstr_len(at, bytes, what) && n-- == 0) {
					double x = line->pieces[p].x + run->glyphs[MIN(glyph, run->n_glyphs - 1)].x;
					return (Found){run, (size_t)run->clusters[c].num_glyphs, (size_t)g_utf8_strlen(at, bytes), x / EM};
				}
				byte += (size_t)bytes;
				glyph += (size_t)run->clusters[c].num_glyphs;
			}
		}
	}
	g_error("no “%s” on the line", what);
}

static const char *font_of(const ZnLine *line, const char *what, int n)
{
	return zn_face_family(find(line, what, n).run->face);
}

static char *text_of(const ZnParagraph *p)
{
	GString *text = g_string_new(NULL);
	for (size_t i = 0; i < p->n_lines; i++) {
		const ZnLine *line = &p->lines[i];
		g_string_append(text, i ? "\n" : "");
		for (size_t k = 0; k < line->n_pieces; k++) {
			for (size_t r = 0; r < line->pieces[k].shaped->n_runs; r++)
				g_string_append_len(text, line->pieces[k].shaped->runs[r].text, (gssize)line->pieces[k].shaped->runs[r].text_len);
		}
	}
	return g_string_free(text, FALSE);
}

#define assert_em(got, want) g_assert_cmpfloat_with_epsilon(got, want, 0.001)
#define HAN_FONT "Noto Serif CJK SC"
#define LATIN_FONT "PT Serif"

static void test_quotes(Fixture *f)
{
	const ZnLine *line = line_of(f, "zh-CN", "他说：“好！”然后走了。");
	g_assert_cmpstr(font_of(line, "“", 0), ==, HAN_FONT);
	g_assert_cmpstr(font_of(line, "”", 0), ==, HAN_FONT);
	assert_em(line->width / EM, 10.5); /* 12 em; ：“ and ！” give half an em each, 。 at the line's end too */
	assert_em(find(line, "好", 0).x, 3.5);
	assert_em(find(line, "然", 0).x, 6);
	line = line_of(f, "ru", "«Мы прочли „Войну и мир“», — сказал он.");
	static const char *const marks[] = {"«", "„", "“", "»", "—"};
	for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
		g_assert_cmpstr(font_of(line, marks[i], 0), ==, LATIN_FONT);
	line = line_of(f, "zh-CN", "他说“‘行’，谢谢”，“Hello”和it’s");
	g_assert_cmpstr(font_of(line, "‘", 0), ==, HAN_FONT);
	g_assert_cmpstr(font_of(line, "’", 0), ==, HAN_FONT);
	g_assert_cmpstr(font_of(line, "”", 1), ==, HAN_FONT);
	g_assert_cmpstr(font_of(line, "’", 1), ==, LATIN_FONT);
}

static void test_dashes(Fixture *f)
{
	const ZnLine *line = line_of(f, "zh-CN", "想象……不到——真的");
	Found dash = find(line, "——", 0);
	g_assert_cmpuint(dash.n_glyphs, ==, 1);
	assert_em(dash.x, 6);
	assert_em(find(line, "真", 0).x, 8);
	assert_em(find(line, "不", 0).x, 4);
	g_assert_cmpstr(font_of(line, "…", 0), ==, HAN_FONT);
	line = line_of(f, "zh-CN", "弗拉基米尔·弗拉基米罗维奇·普京");
	g_assert_cmpstr(font_of(line, "·", 0), ==, HAN_FONT);
	assert_em(line->width / EM, 16);
}

static void test_compression(Fixture *f)
{
	double digit = width_em(f, "zh-CN", "2");
	const ZnLine *line = line_of(f, "zh-CN", "《〈论语〉译注》（第2版）。");
	assert_em(line->width / EM, 13 - 5 * 0.5 + digit + 0.5);
	assert_em(find(line, "论", 0).x, 1.5 - 0.5); /* 《〈 in 1.5 em, less half an em at the line's start */
	assert_em(find(line, "第", 0).x - find(line, "注", 0).x, 2.5);
	/* stretched or shrunk lines keep it */
	for (double em = 8; em < 20; em += 0.7) {
		const ZnParagraph *p = set_in(f, "zh-CN", "《〈论语〉译注》（第2版）、《〈孟子〉译注》（第3版）、《〈大学〉〈中庸〉译注》，", em * EM, 0);
		for (size_t i = 0; i + 1 < p->n_lines; i++)
			assert_em((p->lines[i].x + p->lines[i].width) / EM, em);
	}
}

static void test_autospace(Fixture *f)
{
	const char *tight = "我用iPhone 15在App Store买了3本书", *typed = "我用 iPhone 15 在 App Store 买了 3 本书";
	const ZnLine *line = line_of(f, "zh-CN", tight);
	double western = width_em(f, "en", "iPhone 15") + width_em(f, "en", "App Store") + width_em(f, "en", "3");
	assert_em(line->width / EM, 7 + western + 6 * 0.25);
	assert_em(width_em(f, "zh-CN", typed), line->width / EM);
	g_autofree char *text = text_of(set_in(f, "zh-CN", typed, 5000, 0));
	g_assert_cmpstr(text, ==, typed);
	/* an eighth to a half, none at the edges; Cyrillic too, ① is Chinese */
	assert_em(width_em(f, "zh-CN", "中Я文"), 2 + width_em(f, "ru", "Я") + 0.5);
	assert_em(width_em(f, "zh-CN", "中①文"), 3);
	assert_em(width_em(f, "zh-CN", "3本"), width_em(f, "en", "3") + 1.25);
	for (double em = 6; em < 18; em += 0.5) {
		const ZnParagraph *p = set_in(f, "zh-CN", "自2024年1月1日起，共3人5次7天，买了9本书和12支笔，用了iPhone手机。", em * EM, 0);
		for (size_t i = 0; i + 1 < p->n_lines; i++) {
			assert_em((p->lines[i].x + p->lines[i].width) / EM, em);
			const ZnShaped *first = p->lines[i].pieces[0].shaped;
			assert_em(p->lines[i].pieces[0].x + first->runs[0].x, 0); /* no gap before a number that begins a line */
		}
	}
}

static void test_indent_and_runts(Fixture *f)
{
	const char *text = "（一）本条款自2024年1月1日起施行。";
	for (double em = 9; em < 24; em += 0.5) {
		const ZnParagraph *p = set_in(f, "zh-CN", text, em * EM, 2 * EM);
		assert_em(find(&p->lines[0], "（", 0).x, 1.5); /* its blank half goes into the indent */
		assert_em(find(&p->lines[0], "一", 0).x, 2.5 + (find(&p->lines[0], "一", 0).x - 2.5) * (p->n_lines > 1));
		g_autofree char *all = text_of(p);
		const char *last = strrchr(all, '\n');
		if (last)
			g_assert_cmpint(g_utf8_strlen(last + 1, -1), >=, 3); /* two Han and the stop */
	}
}

static uint32_t glyph_at(Fixture *f, const char *lang, const char *what)
{
	return find(line_of(f, lang, what), what, 0).run->glyphs[0].id;
}

static void test_regions(Fixture *f)
{
	static const char *const han[] = {"骨", "令"}; /* 直 is the same in both */
	for (size_t i = 0; i < G_N_ELEMENTS(han); i++)
		g_assert_cmpuint(glyph_at(f, "zh-TW", han[i]), !=, glyph_at(f, "zh-CN", han[i]));
	g_assert_cmpuint(glyph_at(f, "ja", "直"), !=, glyph_at(f, "zh-CN", "直"));
	const ZnLine *line = line_of(f, "zh-TW", "骨、直、令；「臺灣」，『國語』。");
	assert_em(line->width / EM, 14); /* four pairs of marks give half an em each; the end keeps its room */
	assert_em(find(line, "國", 0).x - find(line, "灣", 0).x, 1 + 2); /* 」，『 */
	/* a centred mark has as much blank before as behind */
	double before, after;
	zn_glyph_blanks(find(line, "、", 0).run->face->file, glyph_at(f, "zh-TW", "、"), EM, &before, &after);
	g_assert_cmpfloat(before, ==, 0.25 * EM);
	g_assert_cmpfloat(after, ==, 0.25 * EM);
	/* spans that say so */
	ZnSpan spans[] = {
		{.text = "直", .font = {.family = "serif", .size = EM}},
		{.text = "直", .font = {.family = "serif", .size = EM}, .lang = "ja"},
		{.text = "骨", .font = {.family = "serif", .size = EM}, .lang = "zh-TW"},
	};
	ZnParagraphStyle style = {.lang = "ru", .width = 500, .leading = 30};
	const ZnLine *mixed = &zn_paragraph_new(f->context, spans, G_N_ELEMENTS(spans), &style)->lines[0];
	g_assert_cmpuint(mixed->n_pieces, ==, 3);
	g_assert_cmpuint(mixed->pieces[0].shaped->runs[0].glyphs[0].id, ==, glyph_at(f, "zh-CN", "直"));
	g_assert_cmpuint(mixed->pieces[1].shaped->runs[0].glyphs[0].id, ==, glyph_at(f, "ja", "直"));
	g_assert_cmpuint(mixed->pieces[2].shaped->runs[0].glyphs[0].id, ==, glyph_at(f, "zh-TW", "骨"));
}

static void test_rare_han(Fixture *f)
{
	const char *text = "𠮷野家、㐀、葛󠄀飾";
	const ZnLine *line = line_of(f, "zh-CN", text);
	g_assert_cmpuint(find(line, "葛", 0).n_chars, ==, 2); /* with its variation selector */
	assert_em(line->width / EM, 8);
	g_assert_cmpuint(zn_diags_len(f->context->diags), ==, 0);
	g_autofree char *set = text_of(set_in(f, "zh-CN", text, 5000, 0));
	g_assert_cmpstr(set, ==, text);
	/* radicals never: the prepared face has none, so no glyph leads a reader of the PDF to one */
	ZnFontFile *file = find(line, "野", 0).run->face->file;
	for (gunichar c = 0x2e80; c < 0x2fe0; c++)
		g_assert_false(zn_font_file_has(file, c));
}

static void test_russian(Fixture *f)
{
	/* spaces of initials, units and digit groups keep their width when the line is stretched */
	const char *text = "Вот А. С. Пушкин и № 5 да";
	const ZnLine *natural = line_of(f, "ru", text);
	ZnSpan span = {.text = "Вот А. С. Пушкин и № 5 да\nвот ещё", .font = {.family = "serif", .size = EM}};
	ZnParagraphStyle style = {.lang = "ru", .width = natural->width + 6, .leading = 30, .align = ZN_ALIGN_JUSTIFY};
	const ZnLine *wide = &zn_paragraph_new(f->context, &span, 1, &style)->lines[0];
	assert_em(find(wide, "П", 0).x - find(wide, "А", 0).x, find(natural, "П", 0).x - find(natural, "А", 0).x);
	assert_em(find(wide, "5", 0).x - find(wide, "№", 0).x, find(natural, "5", 0).x - find(natural, "№", 0).x);
	/* U+202F and U+2009 have no glyph in PT: the space serves, narrower than a word space; the minus is there */
	const ZnLine *number = line_of(f, "ru", "1\u202f234,5\u20096 −3");
	g_assert_cmpstr(font_of(number, "\u202f", 0), ==, LATIN_FONT);
	g_assert_cmpstr(font_of(number, "\u2009", 0), ==, LATIN_FONT);
	g_assert_cmpstr(font_of(number, "−", 0), ==, LATIN_FONT);
	double digit = width_em(f, "ru", "1");
	g_assert_cmpfloat(find(number, "2", 0).x - digit, >, 0.05);
	g_assert_cmpfloat(find(number, "2", 0).x - digit, <, 0.3);
	g_assert_cmpuint(zn_diags_len(f->context->diags), ==, 0);
	/* the accent is above its vowel, in one cluster */
	const ZnLine *accent = line_of(f, "ru", "— За́мок или замо́к?");
	g_assert_cmpuint(find(accent, "а\u0301", 0).n_chars, ==, 2);
	g_assert_cmpuint(find(accent, "о\u0301", 0).n_chars, ==, 2);
	assert_em(accent->width, line_of(f, "ru", "— Замок или замок?")->width);
	g_assert_cmpstr(font_of(accent, "а\u0301", 0), ==, LATIN_FONT);
}

static void test_ligatures(Fixture *f)
{
	const char *text = "efficient office affluent fjord";
	Found ligature = find(line_of(f, "en", text), "fi", 0); /* PT Serif has fi, not ffi */
	g_assert_cmpuint(ligature.n_glyphs, ==, 1);
	g_assert_cmpuint(ligature.n_chars, ==, 2);
	for (double px = 60; px < 400; px += 7) {
		g_autofree char *set = text_of(set_in(f, "en", text, px, 0));
		g_autoptr(GString) plain = g_string_new(NULL);
		for (const char *p = set; *p; p = g_utf8_next_char(p)) {
			gunichar c = g_utf8_get_char(p);
			g_assert_false(c >= 0xfb00 && c <= 0xfb06);
			if (c != '\n' && c != 0xad)
				g_string_append_unichar(plain, c);
		}
		g_assert_cmpstr(plain->str, ==, text);
	}
}

/* Words that are shaped one by one and remembered take the room they take in their sentence. */
static void test_words_alone(Fixture *f)
{
	static const struct {
		const char *lang, *text;
		hb_script_t script;
	} texts[] = {
	    {"ru", "Тогда А. С. Пушкин, «Т. У. Г.» и AV To Yes? 1 234,5 — да", HB_SCRIPT_CYRILLIC},
	    {"en", "To AVE: y, f) efficient “W. A.” T. office’s Yo-yo 7 1 P. Ly", HB_SCRIPT_LATIN},
	    {"zh-CN", "中文，“标点”；——这是……「测试」（一）、·！？", HB_SCRIPT_HAN},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		bool han = texts[i].script == HB_SCRIPT_HAN;
		const ZnFontSet *set = zn_fonts_set(f->fonts, "serif", 400, false, han ? "zh-cn" : "en");
		ZnFontFile *file = set->files[0];
		for (size_t k = 0; han && k < set->n && !zn_font_file_has(file, 0x4e2d); k++)
			file = set->files[k];
		uint32_t len = (uint32_t)strlen(texts[i].text);
		ZnItem item = {0, len, file, texts[i].script, texts[i].lang, 0, han};
		zn_font_file_open(file);
		int32_t alone = 0, whole = 0;
		for (uint32_t at = 0; at < len;) {
			uint32_t piece = zn_shape_cut(&item, texts[i].text + at, len - at);
			const ZnWordShape *word = zn_shape_word(f->fonts, &item, texts[i].text + at, piece, at + piece < len && texts[i].text[at + piece] == ' ', false);
			for (unsigned g = 0; g < word->n; g++)
				alone += word->glyphs[g].advance;
			at += piece;
		}
		const ZnWordShape *all = zn_shape_word(f->fonts, &item, texts[i].text, len, false, false);
		for (unsigned g = 0; g < all->n; g++)
			whole += all->glyphs[g].advance;
		g_assert_cmpint(alone, ==, whole);
	}
}

/* --- CLREQ's order --- */

enum { DOTS, BRACKETS, COMMAS, SPACES, QUARTERS, N_GLUES };

/* px of what stands at the glue of each kind. */
static void measure_glues(const ZnLine *line, double out[N_GLUES])
{
	double dot = find(line, "文", 0).x, bracket = find(line, "中", 1).x, comma = find(line, "文", 1).x;
	double a = find(line, "A", 0).x, c = find(line, "C", 0).x;
	out[DOTS] = (dot - find(line, "中", 0).x) * EM;
	out[BRACKETS] = (bracket - dot) * EM;
	out[COMMAS] = (comma - bracket) * EM;
	out[SPACES] = (c - a) * EM;
	out[QUARTERS] = (a - comma + find(line, "文", 2).x - c) * EM;
}

static const char glues[] = "中·文（字）中，文AB CD文";

/* Middle dots give first, then brackets, commas, word spaces, quarter ems: none before those in front of it have given all. */
static void test_shrinking_order(Fixture *f)
{
	double natural[N_GLUES], least[N_GLUES], now[N_GLUES];
	const ZnLine *line = line_of(f, "zh-CN", glues);
	measure_glues(line, natural);
	double width = line->width, most = 0;
	ZnSpan span = {.text = glues, .font = {.family = "serif", .size = EM}};
	ZnParagraphStyle style = {.lang = "zh-CN", .leading = 30};
	for (double d = 0; d < 60; d += 0.5) {
		style.width = width - d;
		const ZnParagraph *p = zn_paragraph_new(f->context, &span, 1, &style);
		if (p->n_lines == 1 && !p->lines[0].overfull) {
			most = d;
			measure_glues(&p->lines[0], least);
		}
	}
	g_assert_cmpfloat(most, >, 10);
	for (double d = 0.25; d < most; d += 0.5) {
		style.width = width - d;
		const ZnParagraph *p = zn_paragraph_new(f->context, &span, 1, &style);
		if (p->n_lines > 1)
			continue;
		measure_glues(&p->lines[0], now);
		assert_em(p->lines[0].width / EM, style.width / EM);
		for (int k = 0; k + 1 < N_GLUES; k++) {
			bool later = false;
			for (int i = k + 1; i < N_GLUES; i++)
				later = later || now[i] < natural[i] - 0.01;
			if (later)
				g_assert_cmpfloat(now[k], <, least[k] + 0.55);
		}
	}
}

/* Word spaces grow first, to one and a half; then quarter ems, to a half; then all that stands between Han, evenly. */
static void test_stretching_order(Fixture *f)
{
	double natural[N_GLUES], now[N_GLUES];
	size_t n = 0;
	const ZnLine *line = line_of(f, "zh-CN", glues);
	measure_glues(line, natural);
	double width = line->width, space = natural[SPACES] - width_em(f, "en", "AB") * EM;
	g_autofree char *text = g_strconcat(glues, "Wwwwwwww", NULL);
	ZnSpan span = {.text = text, .font = {.family = "serif", .size = EM}};
	ZnParagraphStyle style = {.lang = "zh-CN", .leading = 30, .align = ZN_ALIGN_JUSTIFY};
	for (double d = 1; d < 20; d += 0.5) {
		style.width = width + d;
		const ZnParagraph *p = zn_paragraph_new(f->context, &span, 1, &style);
		g_autofree char *set = text_of(p);
		g_assert_cmpuint(p->n_lines, >, 1);
		g_assert_cmpfloat_with_epsilon(p->lines[0].width, style.width, 0.01);
		if (!g_str_has_prefix(set, glues)) /* ended before */
			continue;
		n++;
		measure_glues(&p->lines[0], now);
		double words = MIN(d, space / 2), quarters = CLAMP(d - words, 0, 2 * EM / 4);
		if (d <= words + quarters) {
			g_assert_cmpfloat_with_epsilon(now[SPACES] - natural[SPACES], words, 0.2);
			g_assert_cmpfloat_with_epsilon(now[QUARTERS] - natural[QUARTERS], quarters, 0.2);
			g_assert_cmpfloat_with_epsilon(now[DOTS], natural[DOTS], 0.01);
		} else {
			g_assert_cmpfloat(now[DOTS], >, natural[DOTS]);
			g_assert_cmpfloat_with_epsilon((now[DOTS] - natural[DOTS]) / 2, now[COMMAS] - natural[COMMAS] - (now[DOTS] - natural[DOTS]) / 2, 0.01);
		}
	}
	g_assert_cmpuint(n, >, 10);
}

/* One baseline whatever fonts mix, and lines exactly `leading` apart are the caller's to set: no glyph of a line stands off it. */
static void test_baselines(Fixture *f)
{
	ZnSpan spans[] = {
		{.text = "中文“标点”……", .font = {.family = "serif", .size = EM}},
		{.text = "English, ", .font = {.family = "sans-serif", .size = EM, .italic = true}},
		{.text = "русский «текст» — ", .font = {.family = "serif", .size = EM, .weight = 700}},
		{.text = "code 代码 ", .font = {.family = "monospace", .size = EM * 0.9}},
		{.text = "强调 1991年 °C № ₽ ≤ → ①", .font = {.family = "emphasis", .size = EM, .italic = true}},
		{.text = "繁體、直骨", .font = {.family = "serif", .size = EM}, .lang = "zh-TW"},
		{.text = "日本語・かな", .font = {.family = "serif", .size = EM}, .lang = "ja"},
	};
	ZnParagraphStyle style = {.lang = "zh-CN", .leading = 30, .align = ZN_ALIGN_JUSTIFY, .hyphenate = true};
	for (style.width = 120; style.width < 700; style.width += 61) {
		const ZnParagraph *p = zn_paragraph_new(f->context, spans, G_N_ELEMENTS(spans), &style);
		for (size_t i = 0; i < p->n_lines; i++) {
			for (size_t k = 0; k < p->lines[i].n_pieces; k++) {
				const ZnPiece *piece = &p->lines[i].pieces[k];
				g_assert_cmpfloat(piece->rise, ==, 0);
				for (size_t r = 0; r < piece->shaped->n_runs; r++) {
					for (size_t g = 0; g < piece->shaped->runs[r].n_glyphs; g++)
						g_assert_cmpfloat(piece->shaped->runs[r].glyphs[g].y, ==, 0);
				}
			}
		}
	}
}

/* A number and its counter stay together while the lines can be made otherwise. */
static void test_counters(Fixture *f)
{
	const char *text = "截至2020年底，全国共有1234家企业参加了第7次会议，其中25家来自俄罗斯，其余1209家来自国内各省，历时12天，会议于1991年首次举行。";
	size_t torn = 0, lines = 0;
	for (double em = 12; em < 36; em += 0.5) {
		const ZnParagraph *p = set_in(f, "zh-CN", text, em * EM, 2 * EM);
		g_autofree char *set = text_of(p);
		for (const char *end = strchr(set, '\n'); end; end = strchr(end + 1, '\n')) {
			lines++;
			torn += (end > set && g_ascii_isdigit(end[-1])) || g_str_has_prefix(end - 3 >= set ? end - 3 : set, "第");
		}
	}
	g_assert_cmpuint(lines, >, 100);
	g_assert_cmpuint(torn * 50, <=, lines);
}

/* Spaces of tight lines can be told by those who go by widths: where less than 0.15 em is seen, they are part of the cluster before. */
static void test_hidden_spaces(Fixture *f)
{
	ZnSpan span = {.text = "с 2019 г. (58 990; США\u00a0— 57 840), да, но", .font = {.family = "sans-serif", .size = EM}};
	for (double width = 100; width < 500; width += 7) {
		ZnParagraphStyle style = {.lang = "ru", .width = width, .leading = 30, .align = ZN_ALIGN_JUSTIFY};
		const ZnParagraph *p = zn_paragraph_new(f->context, &span, 1, &style);
		for (size_t i = 0; i < p->n_lines; i++) {
			for (size_t k = 0; k < p->lines[i].n_pieces; k++) {
				const ZnShaped *shaped = p->lines[i].pieces[k].shaped;
				for (size_t r = 0; r < shaped->n_runs; r++) {
					const ZnRun *run = &shaped->runs[r];
					size_t byte = 0, glyph = 0;
					for (size_t c = 0; c < run->n_clusters; c++) {
						const char *at = run->text + byte;
						if (c > 0 && g_unichar_isspace(g_utf8_get_char(at)) && glyph + 1 < run->n_glyphs) {
							hb_font_t *font = zn_face_font(run->face);
							double em = hb_face_get_upem(hb_font_get_face(font));
							double before = hb_font_get_glyph_h_advance(font, run->glyphs[glyph - 1].id) / em * EM;
							g_assert_cmpfloat(run->glyphs[glyph + 1].x - run->glyphs[glyph - 1].x - before, >, 0.15 * EM);
						}
						byte += (size_t)run->clusters[c].num_bytes;
						glyph += (size_t)run->clusters[c].num_glyphs;
					}
				}
			}
		}
	}
}

typedef void (*Check)(Fixture *f);

static void run_check(gconstpointer data)
{
	Fixture f;
	if (fixture_open(&f, "en"))
		(*(const Check *)data)(&f);
	fixture_close(&f);
}

int main(int argc, char **argv)
{
	static const struct {
		const char *path;
		Check check;
	} checks[] = {
	    {"/expected/quotes", test_quotes},       {"/expected/dashes", test_dashes},         {"/expected/compression", test_compression},
	    {"/expected/autospace", test_autospace}, {"/expected/runts", test_indent_and_runts}, {"/expected/regions", test_regions},
	    {"/expected/rare-han", test_rare_han},   {"/expected/russian", test_russian},       {"/expected/ligatures", test_ligatures},
	    {"/expected/words-alone", test_words_alone},
	    {"/expected/shrinking", test_shrinking_order}, {"/expected/stretching", test_stretching_order}, {"/expected/baselines", test_baselines},
	    {"/expected/counters", test_counters}, {"/expected/hidden-spaces", test_hidden_spaces},
	};
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(checks); i++)
		g_test_add_data_func(checks[i].path, &checks[i].check, run_check);
	return g_test_run();
}
