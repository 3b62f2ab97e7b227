#include "unit/text/text_test.h"

#include "text/internal.h"

static const char chinese[] =
    "（一）根据国家统计局公布的《第三次全国经济普查》数据，2020年研究与试验发展（R&D）经费支出24393.1亿元，比上年增加2249.5亿元。"
    "“我们用 iPhone 15 买了 3 本书，”他说：“‘科学技术是第一生产力’……这句话——在今天看来——仍然正确！”列夫·托尔斯泰参加了会议。";
static const char russian[] =
    "В 2020 г. внутренние затраты на исследования и разработки составили 1 174 534,3 млн руб., или 1,10 % валового внутреннего продукта; "
    "по сравнению с 2019 г. они выросли на 3,5 %. «Мы прочли „Войну и мир“», — сказал А. С. Иванов, руководитель института.";
static const char english[] =
    "The office of the efficient and affluent firm is understandably interested in international comparisons of straightforward "
    "indicators; well-known differences in classification make conclusions difficult, especially concerning laboratories.";

static ZnParagraph *set(Fixture *f, const char *text, const char *lang, double width, ZnAlign align)
{
	ZnSpan span = {.text = text, .font = {.family = "serif", .size = 14}};
	ZnParagraphStyle style = {.lang = lang, .width = width, .leading = 20, .first_indent = 28, .align = align, .hyphenate = true};
	return zn_paragraph_new(f->context, &span, 1, &style);
}

static double line_end(const ZnLine *line)
{
	double end = 0;
	for (size_t i = 0; i < line->n_pieces; i++)
		end = MAX(end, line->pieces[i].x + line->pieces[i].shaped->width);
	return end;
}

static char *line_text(const ZnLine *line)
{
	GString *text = g_string_new(NULL);
	for (size_t i = 0; i < line->n_pieces; i++) {
		for (size_t r = 0; r < line->pieces[i].shaped->n_runs; r++)
			g_string_append_len(text, line->pieces[i].shaped->runs[r].text, (gssize)line->pieces[i].shaped->runs[r].text_len);
	}
	return g_string_free(text, FALSE);
}

/* All lines but the last fill the measure to a hundredth of a px; what is set is what was given. */
static void check_justified(Fixture *f, const char *text, const char *lang, double width)
{
	ZnParagraph *p = set(f, text, lang, width, ZN_ALIGN_JUSTIFY);
	g_autoptr(GString) all = g_string_new(NULL);
	g_assert_cmpuint(p->n_lines, >, 1);
	for (size_t i = 0; i < p->n_lines; i++) {
		const ZnLine *line = &p->lines[i];
		g_assert_cmpint(line->last, ==, i + 1 == p->n_lines);
		if (!line->last)
			g_assert_cmpfloat_with_epsilon(line->x + line->width, width, 0.01);
		g_assert_cmpfloat(line->x, ==, i ? 0 : 28);
		g_autofree char *set_text = line_text(line);
		g_assert_cmpint(g_str_has_suffix(set_text, "\u00ad"), ==, line->hyphenated);
		if (line->hyphenated)
			set_text[strlen(set_text) - 2] = '\0';
		g_string_append(all, set_text);
		for (size_t k = 0; k < line->n_pieces; k++)
			assert_clusters(line->pieces[k].shaped);
	}
	const char *b = all->str;
	for (const char *a = text; *a; a++) {
		if (*a == *b)
			b++;
		else
			g_assert_cmpint(*a, ==, ' '); /* dropped at a line's end */
	}
	g_assert_cmpint(*b, ==, '\0');
}

static void test_justify(void)
{
	Fixture f;
	if (fixture_open(&f, "en")) {
		for (double width = 300; width < 600; width += 41) {
			check_justified(&f, chinese, "zh-CN", width);
			check_justified(&f, russian, "ru", width);
			check_justified(&f, english, "en", width);
		}
	}
	fixture_close(&f);
}

static gunichar first_char(const char *text)
{
	return g_utf8_get_char(text);
}

static gunichar last_char(const char *text)
{
	return g_utf8_get_char(g_utf8_prev_char(text + strlen(text)));
}

static void test_edges(void)
{
	Fixture f;
	if (fixture_open(&f, "en")) {
		for (double width = 200; width < 500; width += 14) {
			ZnParagraph *p = set(&f, chinese, "zh-CN", width, ZN_ALIGN_JUSTIFY);
			for (size_t i = 0; i < p->n_lines; i++) {
				g_autofree char *text = line_text(&p->lines[i]);
				g_assert_null(g_utf8_strchr("，。、；：？！）》”’·…—", -1, first_char(text)));
				g_assert_null(g_utf8_strchr("（《“‘", -1, last_char(text)));
			}
			p = set(&f, russian, "ru", width, ZN_ALIGN_JUSTIFY);
			for (size_t i = 0; i < p->n_lines; i++) {
				g_autofree char *text = line_text(&p->lines[i]);
				g_assert_cmpint(first_char(text), !=, 0x2014);
				g_assert_false(g_str_has_suffix(text, " А."));
				g_assert_cmpint(last_char(text), !=, 0x2116);
			}
		}
	}
	fixture_close(&f);
}

static double natural(Fixture *f, const char *text)
{
	ZnSpan span = {.text = text, .font = {.family = "serif", .size = 20}};
	ZnParagraphStyle style = {.lang = "zh-CN", .width = 2000, .leading = 30};
	ZnParagraph *p = zn_paragraph_new(f->context, &span, 1, &style);
	g_assert_cmpuint(p->n_lines, ==, 1);
	return p->lines[0].width;
}

static void test_chinese_spacing(void)
{
	Fixture f;
	if (fixture_open(&f, "zh")) {
		ZnFont serif = {.family = "serif", .size = 20};
		double digits = zn_text_width(f.context, &serif, "15");
		/* a quarter em beside Western text, typed space or not */
		g_assert_cmpfloat_with_epsilon(natural(&f, "第15页"), 40 + digits + 10, 0.01);
		g_assert_cmpfloat_with_epsilon(natural(&f, "第 15 页"), 40 + digits + 10, 0.01);
		/* none at the edges */
		g_assert_cmpfloat_with_epsilon(natural(&f, "15"), digits, 0.01);
		/* neighbouring marks share one and a half em; an edge takes half */
		g_assert_cmpfloat_with_epsilon(natural(&f, "中：“文"), 40 + 30, 0.01);
		g_assert_cmpfloat_with_epsilon(natural(&f, "中《〈文"), 40 + 30, 0.01);
		g_assert_cmpfloat_with_epsilon(natural(&f, "（文）"), 20 + 10 + 10, 0.01);
		g_assert_cmpfloat_with_epsilon(natural(&f, "中·文"), 60, 0.01);
	}
	fixture_close(&f);
}

static void test_searchable(void)
{
	Fixture f;
	if (fixture_open(&f, "zh")) {
		ZnSpan span = {.text = "说：“好", .font = {.family = "serif", .size = 20}};
		ZnParagraphStyle style = {.lang = "zh-CN", .width = 2000, .leading = 30};
		ZnParagraph *p = zn_paragraph_new(f.context, &span, 1, &style);
		/* marks that overlap are one cluster */
		const ZnRun *run = &p->lines[0].pieces[0].shaped->runs[0];
		g_assert_cmpuint(run->n_clusters, ==, 3);
		g_assert_cmpint(run->clusters[1].num_glyphs, ==, 2);
		/* the gap before Western text has an invisible space in the cluster before it */
		span.text = "第5页";
		p = zn_paragraph_new(f.context, &span, 1, &style);
		run = &p->lines[0].pieces[0].shaped->runs[0];
		g_assert_cmpint(run->clusters[0].num_glyphs, ==, 2);
		g_assert_cmpint(run->clusters[0].num_bytes, ==, 3);
	}
	fixture_close(&f);
}

static void test_hyphens(void)
{
	Fixture f;
	if (fixture_open(&f, "en")) {
		ZnParagraph *p = set(&f, english, "en", 160, ZN_ALIGN_JUSTIFY);
		bool any = false;
		for (size_t i = 0; i < p->n_lines; i++)
			any = any || p->lines[i].hyphenated;
		g_assert_true(any);
		ZnSpan span = {.text = english, .font = {.family = "serif", .size = 14}};
		ZnParagraphStyle style = {.lang = "en", .width = 160, .leading = 20, .align = ZN_ALIGN_JUSTIFY};
		p = zn_paragraph_new(f.context, &span, 1, &style);
		for (size_t i = 0; i < p->n_lines; i++)
			g_assert_false(p->lines[i].hyphenated);
		/* of-fice: the ligature falls apart */
		span.text = "of office";
		style.hyphenate = true;
		style.width = zn_text_width(f.context, &span.font, "of of-") + 0.5;
		p = zn_paragraph_new(f.context, &span, 1, &style);
		g_autofree char *second = line_text(&p->lines[p->n_lines - 1]);
		g_assert_cmpstr(second, ==, "fice");
		/* a compound is rather broken at its own hyphen */
		span.text = "о научно-технической политике";
		style.lang = "ru";
		style.align = ZN_ALIGN_START;
		style.width = zn_text_width(f.context, &span.font, "о научно-тех-") + 0.5;
		p = zn_paragraph_new(f.context, &span, 1, &style);
		g_autofree char *first = line_text(&p->lines[0]);
		g_assert_true(g_str_has_prefix(first, "о научно-"));
		g_assert_null(strstr(first, "тех"));
	}
	fixture_close(&f);
}

static void test_spans(void)
{
	Fixture f;
	if (fixture_open(&f, "ru")) {
		ZnSpan spans[] = {
		    {.text = "Затраты ", .font = {.family = "serif", .size = 14}, .tag = 1},
		    {.text = "выросли", .font = {.family = "serif", .size = 14, .weight = 700}, .tag = 2},
		    {.text = "3", .font = {.family = "serif", .size = 9}, .rise = 5, .tag = 3},
		    {.text = " в 研发", .font = {.family = "emphasis", .size = 14, .italic = true}, .tag = 4},
		};
		ZnParagraphStyle style = {.lang = "ru", .width = 400, .leading = 20};
		ZnParagraph *p = zn_paragraph_new(f.context, spans, G_N_ELEMENTS(spans), &style);
		g_assert_cmpuint(p->n_lines, ==, 1);
		g_assert_cmpuint(p->lines[0].n_pieces, ==, 4);
		for (size_t i = 0; i < 4; i++) {
			g_assert_cmpuint(p->lines[0].pieces[i].span, ==, i);
			if (i)
				g_assert_cmpfloat_with_epsilon(p->lines[0].pieces[i].x,
				                               p->lines[0].pieces[i - 1].x + p->lines[0].pieces[i - 1].shaped->width, 1e-6);
		}
		g_assert_cmpfloat(p->lines[0].pieces[2].rise, ==, 5);
		g_assert_cmpint(zn_face_weight(p->lines[0].pieces[1].shaped->runs[0].face), ==, 700);
		g_assert_cmpfloat_with_epsilon(line_end(&p->lines[0]), p->lines[0].width, 0.01);
	}
	fixture_close(&f);
}

static void test_shapes(void)
{
	Fixture f;
	if (fixture_open(&f, "en")) {
		g_assert_cmpuint(set(&f, "", "en", 200, ZN_ALIGN_START)->n_lines, ==, 0);
		ZnParagraph *p = set(&f, "one\n\ntwo", "en", 200, ZN_ALIGN_JUSTIFY);
		g_assert_cmpuint(p->n_lines, ==, 3);
		g_assert_cmpuint(p->lines[1].n_pieces, ==, 0);
		g_assert_cmpuint(set(&f, "   ", "en", 200, ZN_ALIGN_JUSTIFY)->n_lines, ==, 1);
		/* a word wider than the measure sticks out, alone */
		p = set(&f, "a Donaudampfschiff b", "en", 60, ZN_ALIGN_START);
		g_assert_cmpfloat(p->min_width, >, 60);
		g_assert_cmpfloat(p->natural_width, >, p->min_width);
		p = set(&f, "centred", "en", 200, ZN_ALIGN_CENTER);
		g_assert_cmpfloat_with_epsilon(p->lines[0].x - 28, 200 - p->lines[0].x - p->lines[0].width, 0.01);
		p = set(&f, "right", "en", 200, ZN_ALIGN_END);
		g_assert_cmpfloat_with_epsilon(p->lines[0].x + p->lines[0].width, 200, 0.01);
		g_assert_cmpuint(set(&f, "a\xff\xfe b", "en", 200, ZN_ALIGN_START)->n_lines, ==, 1);
		set(&f, chinese, "zh-CN", 0, ZN_ALIGN_JUSTIFY);
		set(&f, russian, "ru", -5, ZN_ALIGN_JUSTIFY);
		set(&f, "\u202e\u05d0\u05d1 abc \u05d2 1", "en", 40, ZN_ALIGN_JUSTIFY);
	}
	fixture_close(&f);
}

/* A last line of one Han and a full stop is avoided. */
static void test_runt(void)
{
	Fixture f;
	if (fixture_open(&f, "zh")) {
		for (double em = 15; em < 30; em++) {
			ZnParagraph *p =
			    set(&f, "本条款自二〇二四年一月一日起施行，过去发布的各项规定与本条款不一致的地方，以本条款为准，有关部门应当遵照执行。",
			        "zh-CN", em * 14, ZN_ALIGN_JUSTIFY);
			g_autofree char *last = line_text(&p->lines[p->n_lines - 1]);
			g_assert_cmpint(g_utf8_strlen(last, -1), >, 2);
		}
		/* ragged lines leave no single short word behind */
		ZnSpan span = {.text = "Source: World Intellectual Property Organization, Global Innovation Index (CC BY-NC-ND 3.0 IGO)",
		               .font = {.family = "serif", .size = 10}};
		ZnParagraphStyle style = {.lang = "en", .width = zn_text_width(f.context, &span.font, "Source: World Intellectual Property Organization, Global Innovation Index (CC BY-NC-ND 3.0") + 1, .leading = 12};
		ZnParagraph *p = zn_paragraph_new(f.context, &span, 1, &style);
		g_assert_cmpuint(p->n_lines, ==, 2);
		g_assert_cmpfloat(p->lines[1].width, >=, style.width / 8);
	}
	fixture_close(&f);
}

/* --- what total fit is for --- */

static size_t hyphen_runs(const ZnParagraph *p, size_t *longest)
{
	size_t all = 0, run = 0;
	*longest = 0;
	for (size_t i = 0; i < p->n_lines; i++) {
		all += p->lines[i].hyphenated;
		run = p->lines[i].hyphenated ? run + 1 : 0;
		*longest = MAX(*longest, run);
	}
	return all;
}

static void test_fit(void)
{
	Fixture f;
	if (fixture_open(&f, "en")) {
		for (double width = 303; width < 520; width += 9) {
			size_t longest;
			ZnParagraph *p = set(&f, english, "en", width, ZN_ALIGN_JUSTIFY);
			hyphen_runs(p, &longest);
			g_assert_cmpuint(longest, <=, 2);
			p = set(&f, russian, "ru", width, ZN_ALIGN_JUSTIFY);
			hyphen_runs(p, &longest);
			g_assert_cmpuint(longest, <=, 2);
			/* no part of a hyphenated word alone at the end, where there is a choice */
			if (width > 300 && p->n_lines > 1 && p->lines[p->n_lines - 2].hyphenated) {
				g_autofree char *last = line_text(&p->lines[p->n_lines - 1]);
				g_assert_nonnull(strchr(last, ' '));
			}
			for (size_t i = 0; i < p->n_lines; i++) {
				const ZnLine *line = &p->lines[i];
				g_assert_false(line->overfull || line->cut);
				g_assert_cmpfloat(line->ratio, >=, -1.0001);
				g_assert_cmpint(line->loose, ==, line->ratio > 3);
			}
		}
	}
	fixture_close(&f);
}

/* Every line could end in a hyphen that fits exactly; every third in a space that fits less well, too: no third hyphen follows two. */
static void test_ladder(void)
{
	enum { LAST = 1200, STEP = 285 };
	ZnFitBreak breaks[LAST];
	ZnFitLine chosen[LAST];
	size_t n = 0, run = 0, all = 0;
	for (int at = 0; at <= LAST; at++) {
		bool space = at % STEP == 0, hyphen = at % 100 == 0;
		for (int from = STEP; from < at; from += STEP)
			hyphen = hyphen || (at - from) % 100 == 0;
		if (!space && !hyphen && at < LAST)
			continue;
		double glue = at * 0.06;
		bool ends = !space && at < LAST;
		breaks[n++] = (ZnFitBreak){at, glue, glue / 2, at, glue, glue / 2, 0, 0, ends ? 50 : 0, ends, false};
	}
	ZnFitStyle style = {100, 100, 6, 0, 0};
	GArray *scratch = zn_fit_scratch_new();
	bool feasible;
	n = zn_fit_lines(breaks, n, &style, scratch, chosen, &feasible);
	g_assert_true(feasible);
	for (size_t i = 0; i < n; i++) {
		run = breaks[chosen[i].to].hyphen ? run + 1 : 0;
		all += run > 0;
		g_assert_cmpuint(run, <=, 2);
	}
	g_assert_cmpuint(all, >, 0);
	g_array_free(scratch, TRUE);
}

static void test_long_words(void)
{
	Fixture f;
	if (fixture_open(&f, "en")) {
		g_autofree char *word = g_strnfill(2000, 'x');
		g_autofree char *text = g_strdup_printf("a %s b", word);
		ZnParagraph *p = set(&f, text, "en", 300, ZN_ALIGN_JUSTIFY);
		g_autoptr(GString) all = g_string_new(NULL);
		size_t cut = 0;
		for (size_t i = 0; i < p->n_lines; i++) {
			g_autofree char *line = line_text(&p->lines[i]);
			g_string_append(all, g_strchomp(line));
			cut += p->lines[i].cut;
			g_assert_false(p->lines[i].overfull);
			g_assert_false(p->lines[i].hyphenated);
		}
		g_assert_cmpuint(cut, >, 20);
		g_assert_cmpstr(all->str, ==, text);
		/* where there is no room at all it sticks out, and says so */
		p = set(&f, word, "en", 10, ZN_ALIGN_JUSTIFY);
		g_assert_true(p->lines[0].overfull);
	}
	fixture_close(&f);
}

/* px between the ink of two characters' clusters on a line. */
static double glyph_x(const ZnLine *line, size_t n)
{
	for (size_t p = 0; p < line->n_pieces; p++) {
		for (size_t r = 0; r < line->pieces[p].shaped->n_runs; r++) {
			const ZnRun *run = &line->pieces[p].shaped->runs[r];
			if (n < run->n_glyphs)
				return line->pieces[p].x + run->glyphs[n].x;
			n -= run->n_glyphs;
		}
	}
	return -1;
}

/* CLREQ: commas give before word spaces and quarter ems do; Han never move together. */
static void test_shrinking(void)
{
	Fixture f;
	if (fixture_open(&f, "zh")) {
		ZnSpan span = {.text = "中文，字", .font = {.family = "serif", .size = 20}};
		ZnParagraphStyle style = {.lang = "zh-CN", .width = 75.5, .leading = 30, .align = ZN_ALIGN_JUSTIFY};
		ZnParagraph *p = zn_paragraph_new(f.context, &span, 1, &style);
		g_assert_cmpuint(p->n_lines, ==, 1);
		g_assert_cmpfloat_with_epsilon(glyph_x(&p->lines[0], 1), 20, 0.01);
		g_assert_cmpfloat_with_epsilon(glyph_x(&p->lines[0], 2), 40, 0.01);
		g_assert_cmpfloat_with_epsilon(glyph_x(&p->lines[0], 3), 55.5, 0.01);
		/* stretched: word spaces first, and digits and letters not at all */
		span.text = "中 AB CD 文\n字";
		style.width = zn_text_width(f.context, &span.font, "AB CD") + 40 + 10 + 1;
		p = zn_paragraph_new(f.context, &span, 1, &style);
		g_assert_cmpfloat_with_epsilon(p->lines[0].width, p->lines[0].last ? p->lines[0].width : style.width, 0.01);
	}
	fixture_close(&f);
}

/* Lines stand `leading` apart whatever fonts mix: nothing of a line's height enters the paragraph; Han is upright where Latin slants. */
static void test_upright(void)
{
	Fixture f;
	if (fixture_open(&f, "zh")) {
		ZnSpan span = {.text = "强调 word слово", .font = {.family = "serif", .size = 14, .italic = true}};
		ZnParagraphStyle style = {.lang = "zh-CN", .width = 600, .leading = 20};
		ZnParagraph *p = zn_paragraph_new(f.context, &span, 1, &style);
		const ZnShaped *shaped = p->lines[0].pieces[0].shaped;
		g_assert_false(zn_face_italic(run_with(shaped, "强")->face));
		g_assert_true(zn_face_italic(run_with(shaped, "word")->face));
		g_assert_true(zn_face_italic(run_with(shaped, "слово")->face));
		span.font.family = "emphasis";
		p = zn_paragraph_new(f.context, &span, 1, &style);
		if (has_role(&f, "emphasis", ZN_SCRIPT_HAN))
			g_assert_cmpstr(family_of(p->lines[0].pieces[0].shaped, "强"), ==, "LXGW WenKai");
	}
	fixture_close(&f);
}

static void test_hanging(void)
{
	Fixture f;
	if (fixture_open(&f, "ru")) {
		ZnSpan span = {.text = russian, .font = {.family = "serif", .size = 14}};
		ZnParagraphStyle style = {.lang = "ru", .width = 300, .leading = 20, .first_indent = -20, .indent = 20, .align = ZN_ALIGN_JUSTIFY, .hyphenate = true};
		ZnParagraph *p = zn_paragraph_new(f.context, &span, 1, &style);
		g_assert_cmpuint(p->n_lines, >, 3);
		g_assert_cmpfloat(p->lines[0].x, ==, -20);
		for (size_t i = 1; i < p->n_lines; i++)
			g_assert_cmpfloat(p->lines[i].x, ==, 20);
		ZnSpan empty[] = {{.text = "", .font = span.font}, {.text = NULL, .font = span.font}, {.text = "а", .font = span.font}, {.text = "", .font = span.font}};
		g_assert_cmpuint(zn_paragraph_new(f.context, empty, G_N_ELEMENTS(empty), &style)->n_lines, ==, 1);
	}
	fixture_close(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/paragraph/justify", test_justify);
	g_test_add_func("/paragraph/edges", test_edges);
	g_test_add_func("/paragraph/chinese-spacing", test_chinese_spacing);
	g_test_add_func("/paragraph/searchable", test_searchable);
	g_test_add_func("/paragraph/hyphens", test_hyphens);
	g_test_add_func("/paragraph/spans", test_spans);
	g_test_add_func("/paragraph/shapes", test_shapes);
	g_test_add_func("/paragraph/runt", test_runt);
	g_test_add_func("/paragraph/fit", test_fit);
	g_test_add_func("/paragraph/ladder", test_ladder);
	g_test_add_func("/paragraph/long-words", test_long_words);
	g_test_add_func("/paragraph/shrinking", test_shrinking);
	g_test_add_func("/paragraph/upright", test_upright);
	g_test_add_func("/paragraph/hanging", test_hanging);
	return g_test_run();
}
