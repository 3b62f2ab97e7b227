/* Eight-line paragraphs a second of one core: ours with all its rules, and PangoLayout, which knows none of them, with the same fonts. */
#include "bench.h"

#include "text/paragraph.h"

#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>
#include <time.h>

/* Sentences that differ, so that no paragraph is the one before. */
static const char *const chinese[] = {
	"根据国家统计局公布的数据，2020年全国共投入研究与试验发展（R&D）经费24393.1亿元，比上年增加2249.5亿元，增长10.2%。",
	"其中，基础研究经费1467.0亿元，应用研究经费2757.2亿元，试验发展经费20168.9亿元，所占比重分别为6.0%、11.3%和82.7%。",
	"“科学技术是第一生产力”，这句话在今天看来仍然正确：没有创新，就没有长久的增长。",
	"按研究与试验发展人员（全时工作量）计算的人均经费为46.6万元——这一数字与十年前相比翻了一番。",
	"《世界知识产权组织报告》指出，中国与俄罗斯在科技领域的合作始于20世纪90年代，至今已有三十多年的历史。",
	"企业、政府属研究机构、高等学校经费支出所占比重分别为76.6%、14.0%和7.7%；东部地区仍居首位。",
};
static const char *const russian[] = {
	"По данным Росстата, в 2020 г. внутренние затраты на исследования и разработки составили 1 174 534,3 млн руб., или 1,10 % валового внутреннего продукта страны. ",
	"Основным источником финансирования науки остаются средства государства: на их долю приходится почти две трети всех затрат, тогда как вклад предпринимательского сектора не превышает 30 %. ",
	"«Сотрудничество университетов двух стран развивается быстро, — сказал А. С. Иванов, — но его возможности ещё далеко не исчерпаны». ",
	"В рейтинге крупнейших мировых экономик по этому показателю Россия занимает десятое место, уступая Китаю, США, Японии, Германии и др. ",
	"Численность исследователей за последние двадцать лет сократилась, однако их средний возраст уменьшился, а доля молодых учёных выросла. ",
	"Научно-исследовательские институты Сибири и Дальнего Востока участвуют в международных программах по изучению климата, океана и космического пространства. ",
};

typedef struct Work {
	const char *lang;
	const char *const *sentences;
	unsigned n_sentences, per_paragraph;
	double measure; /* px: eight lines */
	ZnFonts *fonts;
	PangoContext *pango;
	unsigned done;
	size_t lines;
} Work;

/* Runs a second of processor time: other programs do not count. */
static double cpu_rate(void (*run)(void *user), void *user)
{
	run(user);
	clock_t start = clock(), now = start;
	int runs = 0;
	do {
		run(user);
		runs++;
		now = clock();
	} while (now - start < (clock_t)(BENCH_SECONDS * CLOCKS_PER_SEC));
	return runs * (double)CLOCKS_PER_SEC / (double)(now - start);
}

enum { BATCH = 100, PARAGRAPHS = 24 };

#define SIZE 14.0

static char *texts[2][PARAGRAPHS];

static char *make_text(const Work *work, unsigned seed)
{
	GString *text = g_string_new(NULL);
	for (unsigned i = 0; i < work->per_paragraph; i++)
		g_string_append(text, work->sentences[(seed * 5 + i * (1 + seed % 3)) % work->n_sentences]);
	return g_string_free(text, FALSE);
}

static void run_ours(void *user)
{
	Work *work = user;
	ZnContext *context = zn_context_new();
	context->lang = work->lang;
	context->fonts = work->fonts;
	ZnParagraphStyle style = {.lang = work->lang, .width = work->measure, .leading = 22, .first_indent = 2 * SIZE, .align = ZN_ALIGN_JUSTIFY, .hyphenate = true};
	for (int i = 0; i < BATCH; i++) {
		ZnSpan span = {.text = texts[work->lang[0] == 'r'][work->done++ % PARAGRAPHS], .font = {.family = "serif", .size = SIZE}};
		work->lines += zn_paragraph_new(context, &span, 1, &style)->n_lines;
	}
	zn_context_free(context);
}

static void run_pango(void *user)
{
	Work *work = user;
	for (int i = 0; i < BATCH; i++) {
		g_autoptr(PangoLayout) layout = pango_layout_new(work->pango);
		pango_layout_set_width(layout, (int)(work->measure * PANGO_SCALE));
		pango_layout_set_justify(layout, TRUE);
		pango_layout_set_indent(layout, (int)(2 * SIZE * PANGO_SCALE));
		pango_layout_set_text(layout, texts[work->lang[0] == 'r'][work->done++ % PARAGRAPHS], -1);
		work->lines += (size_t)pango_layout_get_line_count(layout);
	}
}

static PangoContext *pango_for(ZnFonts *fonts, const char *lang)
{
	char *conf = zn_text_data_file("fonts/fonts.conf");
	FcConfig *config = FcConfigCreate();
	if (!conf || !FcConfigParseAndLoad(config, (const FcChar8 *)conf, FcTrue) || !FcConfigBuildFonts(config))
		return NULL;
	g_free(conf);
	PangoFontMap *map = pango_cairo_font_map_new();
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
	PangoContext *context = pango_font_map_create_context(map);
	g_autoptr(PangoFontDescription) font = pango_font_description_from_string("serif");
	pango_font_description_set_absolute_size(font, SIZE * PANGO_SCALE);
	pango_context_set_font_description(context, font);
	pango_context_set_language(context, pango_language_from_string(lang));
	pango_context_set_round_glyph_positions(context, FALSE);
	return context;
}

int main(void)
{
	ZnContext *context = zn_context_new();
	ZnFonts *fonts = zn_fonts_new(context->diags, NULL);
	if (!fonts)
		return 77;
	Work works[] = {
		{.lang = "zh-CN", .sentences = chinese, .n_sentences = G_N_ELEMENTS(chinese), .per_paragraph = 5, .measure = 34 * SIZE},
		{.lang = "ru", .sentences = russian, .n_sentences = G_N_ELEMENTS(russian), .per_paragraph = 4, .measure = 41 * SIZE},
	};
	printf("paragraphs a second      ours  (us)   PangoLayout   ratio   lines\n");
	for (size_t i = 0; i < G_N_ELEMENTS(works); i++) {
		Work *work = &works[i];
		for (unsigned p = 0; p < PARAGRAPHS; p++)
			texts[i][p] = make_text(work, p);
		work->fonts = fonts;
		work->pango = pango_for(fonts, work->lang);
		double ours = BATCH * cpu_rate(run_ours, work);
		double lines = (double)work->lines / work->done;
		double pango = work->pango ? BATCH * cpu_rate(run_pango, work) : 0;
		printf("%-20s %8.0f %6.0f %13.0f %7.2f %7.1f\n", work->lang, ours, 1e6 / ours, pango, pango > 0 ? ours / pango : 0, lines);
		for (unsigned p = 0; p < PARAGRAPHS; p++)
			g_free(texts[i][p]);
		if (work->pango)
			g_object_unref(work->pango);
	}
	zn_fonts_free(fonts);
	zn_context_free(context);
	return 0;
}
