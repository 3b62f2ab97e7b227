/* Text that is set can be found: pdftotext gives the source back in reading order, apart from line ends and soft hyphens, at ten widths. */
#include "paint/paint.h"
#include "text/paragraph.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static const struct {
	const char *lang, *text;
} texts[] = {
	{"zh-CN", "他说：“好！”然后走了。他说：“她问‘你去吗？’我没答。”"},
	{"zh-CN", "想象……不到——真的。《〈论语〉译注》（第2版）。"},
	{"zh-CN", "第3/4页，A/B测试。弗拉基米尔·弗拉基米罗维奇·普京"},
	{"zh-CN", "我用iPhone 15在App Store买了3本书；我用 iPhone 15 在 App Store 买了 3 本书。"},
	{"zh-CN", "（一）本条款自2024年1月1日起施行。增长5.6％，气温25℃，约￥100，2001—2020年，①②③。"},
	{"zh-TW", "骨、直、令；「臺灣」，『國語』。"},
	{"zh-CN", "入口、八月、长大、人民、高山、龙、龟、𠮷野家、㐀、葛󠄀飾"},
	{"zh-CN", "俄罗斯（Россия）和“Газпром”公司，А. С. 普希金，state-of-the-art，见https://example.org/a?b=1。"},
	{"ru", "А. С. Пушкин и И. О. Фамилия; «Мы прочли „Войну и мир“», — сказал он."},
	{"ru", "В 2024 г. на 5-м этаже с 8 до 10 ч; 1 234 567,89 руб.; 12,5 %; −3 °C; № 5; § 7; 1\u202f234"},
	{"ru", "жёлто-зелёный, по-русски, кое-кто; подъезд большой война майор съёмка предыдущий государственный"},
	{"ru", "— Да! — сказал он. — За́мок или замо́к? Научно-исследовательский институт 科学院 и КНР."},
	{"en", "efficient office affluent fjord; well-known figures, “quoted — words” and 中国 in the middle."},
	{"en", "e-mail https://example.org/a/path?x=1&y=2 john.smith@example.com Dr. Smith, Fig. 1, p. 5"},
	{"en", "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverkäuferin, AVAVAV, Tokyo & Co."},
};

#define PX_PER_MM (96 / 25.4)
#define SIZE 14.0
#define LEADING 22.0

static double add_paragraph(ZnScene *scene, ZnContext *context, const char *lang, const char *text, double width, ZnAlign align, double y)
{
	ZnSpan span = {.text = text, .font = {.family = "serif", .size = SIZE}};
	ZnParagraphStyle style = {.lang = lang, .width = width, .leading = LEADING, .align = align, .hyphenate = true};
	const ZnParagraph *paragraph = zn_paragraph_new(context, &span, 1, &style);
	ZnTag *tag = zn_new(scene->arena, ZnTag);
	*tag = (ZnTag){.type = ZN_TAG_PARAGRAPH, .lang = lang};
	zn_scene_begin(scene, tag);
	for (size_t i = 0; i < paragraph->n_lines; i++, y += LEADING) {
		for (size_t p = 0; p < paragraph->lines[i].n_pieces; p++) {
			const ZnPiece *piece = &paragraph->lines[i].pieces[p];
			ZnTextLines *lines = zn_new(scene->arena, ZnTextLines);
			lines->lines = zn_new_n(scene->arena, const char *, 1);
			lines->lines[0] = text; /* any: the runs are what is painted */
			lines->shaped = zn_new_n(scene->arena, const ZnShaped *, 1);
			lines->shaped[0] = piece->shaped;
			lines->n = 1;
			lines->font = span.font;
			ZnItem *item = zn_scene_add(scene, ZN_ITEM_TEXT, ZN_ROLE_MARK);
			item->x = 20 + piece->x;
			item->y = y;
			item->text = lines;
			item->fill = (ZnPaint){.kind = ZN_PAINT_COLOR, .color = {0, 0, 0, 1}};
		}
	}
	zn_scene_end(scene);
	return y;
}

static char *pdf_text(const char *pdftotext, const GByteArray *pdf)
{
	g_autofree char *path = NULL;
	int fd = g_file_open_tmp("zhinu-XXXXXX.pdf", &path, NULL);
	g_assert_cmpint(fd, >=, 0);
	g_close(fd, NULL);
	g_assert_true(g_file_set_contents(path, (const char *)pdf->data, (gssize)pdf->len, NULL));
	const char *argv[] = {pdftotext, "-enc", "UTF-8", "-nopgbrk", path, "-", NULL};
	char *text = NULL;
	int status = 0;
	g_assert_true(g_spawn_sync(NULL, (char **)argv, NULL, 0, NULL, NULL, &text, NULL, &status, NULL));
	g_assert_cmpint(status, ==, 0);
	g_unlink(path);
	return text;
}

/* Where the texts part; NULL when they are the same. */
static const char *difference(const char *got, const char *want)
{
	bool line_end = true;
	while (*got || *want) {
		gunichar a = g_utf8_get_char(got), b = g_utf8_get_char(want);
		if (a == '\n' || a == 0xad) {
			line_end = line_end || a == '\n';
			got = g_utf8_next_char(got);
		} else if (a && (a == b || (a == ' ' && g_unichar_isspace(b)))) { /* pdftotext tells no space from another */
			line_end = false;
			got = g_utf8_next_char(got);
			want = g_utf8_next_char(want);
		} else if (b == ' ' && line_end) {
			want++;
		} else if (a == ' ' && (got[1] == '\n' || !got[1])) {
			got++;
		} else {
			return got;
		}
	}
	return NULL;
}

static void check_width(ZnContext *context, const char *pdftotext, double mm, ZnAlign align)
{
	ZnScene *scene = zn_scene_new(context->arena);
	double y = 40;
	g_autoptr(GString) want = g_string_new(NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		y = add_paragraph(scene, context, texts[i].lang, texts[i].text, mm * PX_PER_MM, align, y) + LEADING;
		g_string_append_printf(want, "%s\n", texts[i].text);
	}
	scene->width = mm * PX_PER_MM + 40;
	scene->height = y + 20;
	scene->lang = "zh-CN";
	ZnDocument document = {.arena = context->arena, .pages = &scene, .n_pages = 1, .title = "t", .lang = "zh-CN"};
	g_autoptr(GByteArray) pdf = g_byte_array_new();
	g_assert_true(zn_paint_document(context->diags, &document, &(ZnPaintOptions){.scale = 1}, pdf));
	g_autofree char *got = pdf_text(pdftotext, pdf);
	for (char *c = want->str; *c; c++) /* line ends do not count */
		*c = *c == '\n' ? ' ' : *c;
	const char *at = difference(got, want->str);
	if (at)
		g_test_message("%g mm: from “%.60s” of\n%s", mm, at, got);
	g_assert_null(at);
}

static void test_searchable(gconstpointer data)
{
	g_autofree char *pdftotext = g_find_program_in_path("pdftotext");
	ZnContext *context = zn_context_new();
	ZnFonts *fonts = context->fonts = zn_fonts_new(context->diags, NULL);
	if (!pdftotext || !fonts) {
		g_test_skip("no pdftotext or no fonts");
	} else {
		for (int i = 0; i < 10; i++)
			check_width(context, pdftotext, 40 + 80 * i / 9.0, (ZnAlign)GPOINTER_TO_INT(data));
	}
	zn_context_free(context);
	zn_fonts_free(fonts);
}

int main(int argc, char **argv)
{
	setlocale(LC_ALL, "C.UTF-8"); /* for messages */
	g_test_init(&argc, &argv, NULL);
	g_test_add_data_func("/searchable/justified", GINT_TO_POINTER(ZN_ALIGN_JUSTIFY), test_searchable);
	g_test_add_data_func("/searchable/ragged", GINT_TO_POINTER(ZN_ALIGN_START), test_searchable);
	return g_test_run();
}
