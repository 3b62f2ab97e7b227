/* Front matter, styles, and what stands at the head of a report. */
#include "report/front.h"
#include "report/internal.h"
#include "report_test.h"

#include "base/json.h"

static ZnFront *read_front(Fixture *f, const char *text)
{
	zn_diags_clear(f->context->diags);
	return zn_front_read(f->context, "r.md", text, strlen(text));
}

static void test_keys(Fixture *f, gconstpointer data)
{
	ZnFront *front =
	    read_front(f, "---\ntitle: A title\nauthors:\n  - One\n  - name: Two\n    email: x\nkeywords: a, b；c\nlang: zh\n"
	                  "toc: yes\nkey-figures:\n  - value: \"{{ 1 }}\"\n    label: L\nstyle:\n  body:\n    size: 11\n---\nBody\n");
	g_assert_cmpstr(problems(f), ==, "");
	g_assert_cmpstr(front->title.text, ==, "A title");
	g_assert_cmpint(front->title.place.line, ==, 2);
	g_assert_cmpint(front->title.place.column, ==, 8);
	g_assert_cmpuint(front->n_authors, ==, 2);
	g_assert_cmpstr(front->authors[1].name.text, ==, "Two");
	g_assert_cmpuint(front->n_keywords, ==, 3);
	g_assert_cmpstr(front->keywords[2].text, ==, "c");
	g_assert_true(front->toc);
	g_assert_cmpuint(front->n_figures, ==, 1);
	g_assert_cmpint(front->figures[0].value.place.column, ==, 13);
	g_assert_cmpstr(front->authors[1].email.text, ==, "x");
	g_assert_cmpuint(front->style.n, ==, 1);
	g_assert_cmpstr(front->style.items[0].name, ==, "body.size");
	g_assert_cmpint(front->style.items[0].place.line, ==, 15);
	g_assert_cmpint(front->lines, ==, 16);
}

static void test_none(Fixture *f, gconstpointer data)
{
	g_assert_cmpuint(read_front(f, "# A heading\n")->length, ==, 0);
	g_assert_cmpuint(read_front(f, "---\n\na rule, no block\n")->length, ==, 0);
	g_assert_cmpuint(read_front(f, "")->length, ==, 0);
	g_assert_cmpuint(read_front(f, "---\n---\nx")->length, ==, 8);
	g_assert_cmpstr(problems(f), ==, "");
}

static void test_head(Fixture *f, gconstpointer data)
{
	const char *text = "\xEF\xBB\xBF---\r\nlang: ru\r\ntheme: paper\r\nnonsense: 1\r\n---\r\n";
	ZnReportHead head = zn_report_head(f->context, text, strlen(text));
	g_assert_cmpstr(head.lang, ==, "ru");
	g_assert_cmpstr(head.theme, ==, "paper");
	g_assert_cmpuint(zn_diags_len(f->context->diags), ==, 0);
}

static void check(Fixture *f, const char *text, const char *message)
{
	read_front(f, text);
	assert_has(problems(f), message);
}

static void test_wrong(Fixture *f, gconstpointer data)
{
	check(f, "---\ntitle: [a\n---\n", "error: the front matter is not YAML");
	check(f, "---\na: b: c\n---\n", "r.md:2:");
	check(f, "---\ntitel: x\n---\n", "r.md:2:1: warning: unknown key “titel” in the front matter\n  hint: did you mean “title”?");
	check(f, "---\ntitle: {{ x }}\n---\n", "an expression needs quotes");
	check(f, "---\ntitle: x\ntitle: y\n---\n", "r.md:3:1: error: “title” stands in the front matter twice");
	check(f, "---\ntoc: perhaps\n---\n", "“toc” should be true or false");
	check(f, "---\nlang: xx\n---\n", "unknown language “xx”");
	check(f, "---\n- a\n---\n", "the front matter should be a mapping");
	check(f, "---\nkey-figures: 3\n---\n", "should be a list of entries");
	check(f, "---\nauthors:\n  - email: x\n---\n", "r.md:3:5: error: an author needs a name");
	check(f, "---\nauthors:\n  - name: x\n    afiliation: y\n---\n", "did you mean “affiliation”?");
	check(f, "---\ntranslation:\n  title: x\n---\n", "the translation should say its language");
	check(f, "---\ntranslation: x\n---\n", "“translation” should be a mapping");
	check(f, "---\nreferences: x\n---\n", "“references” should be a list");
	check(f, "---\nreferences:\n  - id: a\n---\n", "r.md:3:5: error: a reference needs an id and a title or text");
	check(f, "---\nreferences:\n  - {id: a, title: b}\n  - {id: a, title: c}\n---\n", "two references have the id “a”");
	check(f, "---\nreferences:\n  - {id: a, titel: b}\n---\n", "did you mean “title”?");
	check(f, "---\nreferences:\n  - {id: a, title: b, author: [{given: x}]}\n---\n", "an author should be a name");
	check(f, "---\nstyle: [a]\n---\n", "“style” should be the name of a style or a mapping");
	check(f, "---\nkey-figures:\n  - value: 3\n---\n", "a key figure needs a value and a label");
	check(f, "---\na: &x 1\nb: *x\n---\n", "no anchors and aliases");
	g_autoptr(GString) deep = g_string_new("---\na: ");
	for (int i = 0; i < 10000; i++)
		g_string_append_c(deep, '[');
	g_string_append(deep, "\n---\n");
	check(f, deep->str, "error: ");
}

/* --- styles --- */

/* A style with these properties changed; what was said is in the diagnostics. */
static ZnReportStyle *styled(Fixture *f, const char *lang, const char *const *changes)
{
	zn_diags_clear(f->context->diags);
	ZnReportStyle *style = zn_report_style_new(f->context, (ZnPlace){0}, NULL, lang);
	ZnStyleSheet sheet = {0};
	for (; *changes; changes += 2)
		zn_style_sheet_add(f->context->arena, &sheet, changes[0], zn_str(changes[1]), zn_place("r.md", 7, 3));
	zn_report_style_apply(f->context, style, &sheet, lang);
	zn_report_style_finish(f->context, (ZnPlace){0}, style);
	return style;
}

static void test_style(Fixture *f, gconstpointer data)
{
	static const char *const none[] = {NULL};
	ZnReportStyle *style = styled(f, "zh", none);
	g_assert_cmpfloat_with_epsilon(style->body.size, 14, 1e-9);
	g_assert_cmpfloat_with_epsilon(style->grid, 17.5 * 4 / 3, 1e-9);
	g_assert_cmpfloat_with_epsilon(style->page_width, 210 * 96 / 25.4, 1e-6);
	g_assert_true(style->words.notes_circled);
	g_assert_false(styled(f, "en", none)->words.notes_circled);

	static const char *const changes[] = {"accent", "#ff0000", "page.margin.left", "30mm", "h1.size", "三号", "title.align", "right",
	                                      "zh.body.size", "12", "ru.body.size", "9", "numbering.h2", "第{han}节　", NULL};
	style = styled(f, "zh", changes);
	g_assert_cmpstr(problems(f), ==, "");
	g_assert_cmpfloat(style->accent.r, ==, 1);
	g_assert_cmpfloat_with_epsilon(style->margin_left, 30 * 96 / 25.4, 1e-6);
	g_assert_cmpfloat_with_epsilon(style->headings[0].text.size, 16 * 4 / 3.0, 1e-9);
	g_assert_cmpint(style->title.align, ==, ZN_ALIGN_END);
	g_assert_cmpfloat_with_epsilon(style->body.size, 16, 1e-9);
	g_assert_cmpint(style->words.headings[1].style, ==, ZN_COUNT_HAN);
	g_assert_cmpstr(style->words.headings[1].before, ==, "第");
}

/* The sheets that come with zhinu: report.json sets all there is, they say nothing wrong in any language. */
static void test_shipped(Fixture *f, gconstpointer data)
{
	static const char *const styles[] = {"report", "journal", "slides"}, *const langs[] = {"zh", "ru", "en"};
	for (size_t i = 0; i < G_N_ELEMENTS(styles); i++) {
		for (size_t k = 0; k < G_N_ELEMENTS(langs); k++) {
			ZnReportStyle *style = zn_report_style_new(f->context, (ZnPlace){0}, styles[i], langs[k]);
			g_assert_nonnull(style);
			const ZnTextStyle *texts[] = {&style->body, &style->title, &style->affiliation, &style->references, &style->headings[3].text,
			                              &style->folio, &style->unit, &style->abstract_label};
			for (size_t t = 0; t < G_N_ELEMENTS(texts); t++) {
				g_assert_nonnull(texts[t]->family);
				g_assert_cmpfloat(texts[t]->size, >, 7);
				g_assert_cmpfloat(texts[t]->leading, >=, texts[t]->size);
				g_assert_cmpfloat(texts[t]->color.a, ==, 1);
			}
		}
	}
	g_assert_cmpstr(problems(f), ==, "");
	ZnReportStyle *journal = zn_report_style_new(f->context, (ZnPlace){0}, "journal", "zh");
	g_assert_cmpstr(journal->words.abstract, ==, "【内容提要】");
	g_assert_cmpint(journal->title.align, ==, ZN_ALIGN_CENTER);
	g_assert_cmpint(zn_report_style_new(f->context, (ZnPlace){0}, "journal", "en")->cite, ==, ZN_CITE_AUTHOR);
}

static bool is_set(ZnValue sheet, const char *name)
{
	g_auto(GStrv) steps = g_strsplit(name, ".", -1);
	for (char **step = steps; *step; step++)
		sheet = zn_get(sheet, *step);
	return !zn_is_undefined(sheet);
}

/* report.json is where values are looked up: nothing is missing but what the language or another property says. */
static void test_complete(Fixture *f, gconstpointer data)
{
	static const char *const optional[] = {"page.width", "page.height", "page.margin", "fonts.", "numbering.", "words."};
	g_autofree char *path = zn_text_data_file("styles/report.json"), *text = NULL;
	gsize len;
	ZnValue sheet;
	g_assert_true(g_file_get_contents(path, &text, &len, NULL));
	g_assert_true(zn_json_parse(f->context->arena, f->context->diags, path, text, len, &sheet));
	for (const char *const *name = zn_report_style_names(f->context->arena); *name; name++) {
		bool needed = true;
		for (size_t i = 0; i < G_N_ELEMENTS(optional); i++)
			needed &= !g_str_has_prefix(*name, optional[i]);
		if (needed && !is_set(sheet, *name))
			g_error("report.json does not set “%s”", *name);
	}
}

static void test_wrong_style(Fixture *f, gconstpointer data)
{
	static const struct {
		const char *changes[3], *message;
	} cases[] = {
	    {{"acent", "red"}, "r.md:7:3: warning: unknown property of a style “acent”\n  hint: did you mean “accent”?"},
	    {{"body.size", "big"}, "r.md:7:3: error: “body.size” of the style should be a size from 1.5 to 300 points"},
	    {{"body.size", "-3"}, "“body.size” of the style should be a size"},
	    {{"body.leading", "nan"}, "“body.leading” of the style should be a size"},
	    {{"body", "3"}, "“body” of the style should be a mapping of properties"},
	    {{"accent", "#12"}, "should be a colour"},
	    {{"title.align", "middle"}, "should be left, center, right or justify"},
	    {{"page.columns", "3"}, "should be 1 or 2"},
	    {{"page.size", "A3"}, "should be A4, A5, B5, letter or 16:9"},
	    {{"words.figure", "Fig."}, "should be a text with one {n}"},
	    {{"words.figure", "{n}{n}"}, "should be a text with one {n}"},
	    {{"numbering.h1", "{hann}"}, "should be a pattern with one of"},
	    {{"numbering.h1", "{han}{han}"}, "should be a pattern with one of"},
	    {{"zh.body.siez", "3"}, "did you mean “body.size”?"},
	    {{"page.margin", "100mm"}, "the text block of a page should be"},
	    {{"page.width", "9999mm"}, "the text block of a page should be"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		styled(f, "en", cases[i].changes);
		assert_has(problems(f), cases[i].message);
	}
	zn_report_style_new(f->context, (ZnPlace){0}, "raport", "zh");
	assert_has(problems(f), "did you mean “report”?");
}

static void test_style_files(Fixture *f, gconstpointer data)
{
	write_file(f, "other.csv", "");
	write_file(f, "house.json", "{\"extends\": \"journal\", \"body\": {\"size\": 12}, \"zh\": {\"body\": {\"size\": 13}}, \"description\": \"x\"}");
	ZnReportStyle *style = zn_report_style_new(f->context, (ZnPlace){0}, "house.json", "en");
	g_assert_cmpstr(problems(f), ==, "");
	g_assert_cmpfloat_with_epsilon(style->body.size, 16, 1e-9);
	g_assert_cmpint(style->cite, ==, ZN_CITE_AUTHOR);
	g_assert_cmpfloat_with_epsilon(zn_report_style_new(f->context, (ZnPlace){0}, "house.json", "zh")->body.size, 13 * 4 / 3.0, 1e-9);
	static const struct {
		const char *text, *message;
	} cases[] = {
	    {"{\"body\": {\"size\": true}}", "house.json#/body/size: error: “body.size” of the style should be a size"},
	    {"{\"body\": {\"size\": [1]}}", "not “a list”"},
	    {"{\"bdy\": {\"size\": 3}}", "house.json#/bdy/size: warning: unknown property of a style “bdy.size”"},
	    {"{\"zh\": {\"accent\": 12}}", "house.json#/zh/accent: error"},
	    {"[1]", "a style is a JSON object"},
	    {"{\"body\": ", "house.json:1:"},
	    {"{\"extends\": \"house.json\"}", "in a circle"},
	    {"{\"extends\": 3}", "should be the name of a style"},
	    {"{\"extends\": \"jornal\"}", "did you mean “journal”?"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		write_file(f, "house.json", cases[i].text);
		zn_diags_clear(f->context->diags);
		g_assert_nonnull(zn_report_style_new(f->context, (ZnPlace){0}, "house.json", "en"));
		assert_has(problems(f), cases[i].message);
	}
	zn_diags_clear(f->context->diags);
	zn_report_style_new(f->context, zn_place("r.md", 2, 8), "../secret.json", "en");
	assert_has(problems(f), "r.md:2:8: error");
	g_autofree char *path = g_build_filename(f->folder, "house.json", NULL);
	g_unlink(path);
}

static void test_fonts(Fixture *f, gconstpointer data)
{
	static const char *const changes[] = {"fonts.serif.latin", "Charis SIL", "fonts.serif.han", "FandolSong", NULL};
	ZnReportStyle *style = styled(f, "zh", changes);
	g_assert_cmpstr(style->body.family, ==, "Charis SIL, FandolSong, serif");
	g_assert_cmpstr(style->title.family, ==, "sans-serif");
}

static void test_page(Fixture *f, gconstpointer data)
{
	static const char *const changes[] = {"page.size", "a5", "page.margin", "15mm", "page.gutter", "5mm", NULL};
	ZnReportStyle *style = styled(f, "en", changes);
	g_assert_cmpfloat_with_epsilon(style->page_width, 148 * 96 / 25.4, 1e-6);
	g_assert_cmpfloat_with_epsilon(style->margin_bottom, 15 * 96 / 25.4, 1e-6);
	g_assert_cmpfloat_with_epsilon(style->gutter, 5 * 96 / 25.4, 1e-6);
	g_assert_cmpuint(zn_diags_len(f->context->diags), ==, 0);
	ZnFront *front = read_front(f, "---\npage: {size: A5, margin: 12mm}\ncolumns: 2\nstyle: journal\n---\n");
	g_assert_cmpuint(front->style.n, ==, 3);
	g_assert_cmpstr(front->style.items[0].name, ==, "page.size");
	g_assert_cmpstr(front->style.items[2].name, ==, "page.columns");
	g_assert_cmpstr(front->style.base, ==, "journal");
}

static void test_lengths(Fixture *f, gconstpointer data)
{
	double px;
	g_assert_true(zn_length_parse("72", &px) && px == 96);
	g_assert_true(zn_length_parse("25.4 mm", &px) && px > 95.99 && px < 96.01);
	g_assert_true(zn_length_parse("10px", &px) && px == 10);
	g_assert_false(zn_length_parse("10 miles", &px));
	g_assert_false(zn_length_parse("nan", &px));
	g_assert_false(zn_length_parse("1e9", &px));
}

static void test_counters(Fixture *f, gconstpointer data)
{
	static const struct {
		ZnCountStyle style;
		int n;
		const char *text;
	} cases[] = {
	    {ZN_COUNT_HAN, 1, "一"},         {ZN_COUNT_HAN, 10, "十"},          {ZN_COUNT_HAN, 12, "十二"}, {ZN_COUNT_HAN, 20, "二十"},
	    {ZN_COUNT_HAN, 105, "一百零五"}, {ZN_COUNT_HAN, 110, "一百一十"},   {ZN_COUNT_LATIN, 26, "z"},  {ZN_COUNT_LATIN, 27, "aa"},
	    {ZN_COUNT_CYRILLIC, 7, "ж"},     {ZN_COUNT_ROMAN, 1994, "mcmxciv"}, {ZN_COUNT_CIRCLED, 1, "①"}, {ZN_COUNT_CIRCLED, 21, "㉑"},
	    {ZN_COUNT_CIRCLED, 36, "㊱"},    {ZN_COUNT_CIRCLED, 51, "51"},      {ZN_COUNT_DECIMAL, 0, "0"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		g_assert_cmpstr(zn_count(f->context->arena, cases[i].style, cases[i].n), ==, cases[i].text);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("front/keys", test_keys);
	ADD("front/none", test_none);
	ADD("front/head", test_head);
	ADD("front/wrong", test_wrong);
	ADD("style/properties", test_style);
	ADD("style/shipped", test_shipped);
	ADD("style/complete", test_complete);
	ADD("style/wrong", test_wrong_style);
	ADD("style/files", test_style_files);
	ADD("style/fonts", test_fonts);
	ADD("style/page", test_page);
	ADD("style/lengths", test_lengths);
	ADD("words/counters", test_counters);
	return g_test_run();
}
