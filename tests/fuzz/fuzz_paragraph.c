/* Paragraphs of any bytes: text, spans, languages, widths. What must hold is asserted: clusters cover text and glyphs, positions are
 * finite, and the text that is set is the text that was given. */
#include "text/paragraph.h"

#include <math.h>
#include <string.h>

static const char *const langs[] = {"zh-CN", "zh-TW", "ru", "en", "ja", "ko", "", "x"};
static const char *const families[] = {"serif", "sans-serif", "emphasis", "monospace"};

typedef struct Input {
	const uint8_t *bytes;
	size_t left;
} Input;

static uint8_t take(Input *input)
{
	if (!input->left)
		return 0;
	input->left--;
	return *input->bytes++;
}

static ZnSpan take_span(Input *input, size_t spans_left)
{
	uint8_t look = take(input), size = take(input);
	ZnSpan span = {.font = {.family = families[look & 3], .size = 1 + size / 8.0, .weight = look & 4 ? 700 : 400, .italic = look & 8}};
	span.lang = look & 16 ? langs[look >> 5] : NULL;
	span.rise = look & 32 ? 3 : 0;
	span.font.letter_spacing = (look & 0xc0) == 0xc0 ? 1 : 0;
	size_t given = take(input), len = spans_left ? MIN(given, input->left) : input->left;
	span.text = g_strndup((const char *)input->bytes, len); /* up to the first 0 */
	input->bytes += len;
	input->left -= len;
	return span;
}

static void check_run(const ZnRun *run)
{
	size_t bytes = 0, glyphs = 0;
	for (size_t i = 0; i < run->n_clusters; i++) {
		g_assert_cmpint(run->clusters[i].num_bytes, >=, 0);
		bytes += (size_t)run->clusters[i].num_bytes;
		glyphs += (size_t)run->clusters[i].num_glyphs;
	}
	g_assert_cmpuint(bytes, ==, run->text_len);
	g_assert_cmpuint(glyphs, ==, run->n_glyphs);
	g_assert_true(g_utf8_validate(run->text, (gssize)run->text_len, NULL));
	g_assert_true(isfinite(run->x) && isfinite(run->width));
	for (size_t i = 0; i < run->n_glyphs; i++)
		g_assert_true(isfinite(run->glyphs[i].x) && isfinite(run->glyphs[i].y));
}

static void check_marks(ZnContext *context, const char *lang, const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	const char *got = zn_text_break_marks(context, lang, valid), *want = valid;
	for (; *got; got++) {
		if (*got == *want)
			want++;
		else
			g_assert_true(*got == '|' || *got == '~');
	}
	g_assert_cmpint(*want, ==, '\0');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static ZnFonts *fonts;
	if (!fonts) {
		ZnContext *first = zn_context_new();
		fonts = zn_fonts_new(first->diags, NULL);
		g_assert_nonnull(fonts);
		zn_context_free(first);
	}
	if (size > 4096)
		return 0;
	Input input = {data, size};
	ZnContext *context = zn_context_new();
	context->fonts = fonts;
	uint8_t how = take(&input);
	ZnParagraphStyle style = {.lang = langs[how & 7], .leading = 20, .align = (ZnAlign)(how >> 3 & 3), .hyphenate = how & 32};
	style.width = (double)take(&input) * 3 - 20;
	style.first_indent = (int8_t)take(&input);
	style.indent = how & 64 ? (int8_t)take(&input) : 0;
	ZnSpan spans[4];
	size_t n = 1 + take(&input) % G_N_ELEMENTS(spans);
	for (size_t i = 0; i < n; i++)
		spans[i] = take_span(&input, n - 1 - i);
	const ZnParagraph *paragraph = zn_paragraph_new(context, spans, n, &style);
	for (size_t i = 0; i < paragraph->n_lines; i++) {
		const ZnLine *line = &paragraph->lines[i];
		g_assert_true(isfinite(line->x) && isfinite(line->width));
		for (size_t p = 0; p < line->n_pieces; p++) {
			g_assert_cmpuint(line->pieces[p].span, <, n);
			for (size_t r = 0; r < line->pieces[p].shaped->n_runs; r++)
				check_run(&line->pieces[p].shaped->runs[r]);
		}
	}
	check_marks(context, style.lang, spans[0].text);
	for (size_t i = 0; i < n; i++)
		g_free((char *)spans[i].text);
	zn_context_free(context);
	return 0;
}
