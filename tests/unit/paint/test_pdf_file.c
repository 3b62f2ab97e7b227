/* The outer form of PDF files: syntax, object streams, the table. */
#include "paint/pdf_file.h"
#include "pdf_read.h"

#include <locale.h>
#include <math.h>

static void check_number(double value, int decimals, const char *expected)
{
	g_autoptr(GString) out = g_string_new(NULL);
	zn_pdf_number(out, value, decimals);
	g_assert_cmpstr(out->str, ==, expected);
}

static void test_numbers(void)
{
	check_number(0, 3, "0");
	check_number(-0.0004, 3, "0");
	check_number(0.5, 0, "1");
	check_number(12, 2, "12");
	check_number(12.345, 2, "12.35");
	check_number(-0.25, 3, "-.25");
	check_number(1.05, 3, "1.05");
	check_number(100, 6, "100");
	check_number(NAN, 2, "0");
	check_number(INFINITY, 2, "0");
	check_number(1e300, 2, "1000000000");
}

static void test_texts(void)
{
	g_autoptr(GString) out = g_string_new(NULL);
	zn_pdf_text(out, "a(b)\\c", 6);
	g_assert_cmpstr(out->str, ==, "(a\\(b\\)\\\\c)");
	g_string_truncate(out, 0);
	zn_pdf_text(out, "я", 2);
	g_assert_cmpmem(out->str, out->len, "(\xfe\xff\x04O)", 6);
	g_string_truncate(out, 0);
	zn_pdf_hex_text(out, "\xf0\xa0\x80\x80", 4, true); /* beyond the basic plane */
	g_assert_cmpstr(out->str, ==, "<FEFFD840DC00>");
	g_string_truncate(out, 0);
	zn_pdf_hex_text(out, "\xff", 1, false); /* not UTF-8 */
	g_assert_cmpstr(out->str, ==, "<FFFD>");
	g_string_truncate(out, 0);
	zn_pdf_hex_text(out, "a\xee\x80\x80\xef\xbb\xbf\xf4\x8f\xbf\xbf\xef\xbf\xbe", 12, false); /* U+E000, FEFF, 10FFFF, FFFE: not to be read */
	g_assert_cmpstr(out->str, ==, "<0061FFFD2060FFFDFFFD>");
	g_string_truncate(out, 0);
	zn_pdf_name(out, "a b/c");
	g_assert_cmpstr(out->str, ==, "/a#20b#2Fc");
	g_autofree char *date = zn_pdf_date(1700000000000), *none = zn_pdf_date(0), *far = zn_pdf_date(1e300);
	g_assert_cmpstr(date, ==, "D:20231114221320Z");
	g_assert_null(none);
	g_assert_null(far);
}

static unsigned big_endian(const guint8 *bytes, int n)
{
	unsigned value = 0;
	for (int i = 0; i < n; i++)
		value = value << 8 | bytes[i];
	return value;
}

/* More objects than one object stream holds; the table must lead to each. */
static void test_objects(void)
{
	g_autoptr(GByteArray) out = g_byte_array_new();
	g_autoptr(GString) text = g_string_new(NULL);
	ZnPdfFile *file = zn_pdf_file_new(out);
	ZnPdfRef refs[450], stream = zn_pdf_reserve(file);
	zn_pdf_put_stream(file, stream, "/A 1", "xyz", 3, ZN_PDF_DEFLATE); /* longer when packed: left plain */
	for (int i = 0; i < 450; i++) {
		g_string_printf(text, "<</Number %d>>", i);
		refs[i] = zn_pdf_add(file, text);
	}
	zn_pdf_file_finish(file, refs[0], 0);
	zn_pdf_file_free(file);

	PdfRead *pdf = pdf_read(out);
	g_assert_cmpstr(pdf_object(pdf, stream)->stream->str, ==, "xyz");
	g_assert_null(strstr(pdf_object(pdf, stream)->text, "Filter"));
	for (int i = 0; i < 450; i++)
		g_assert_cmpint(pdf_number(pdf_object(pdf, refs[i])->text, "/Number "), ==, i);
	/* undo the filter of the table */
	GString *rows = pdf->trailer->stream;
	long size = pdf_number(pdf->trailer->text, "/Size ");
	g_assert_cmpuint(rows->len, ==, (gsize)size * 8);
	guint8 row[7] = {0};
	for (long i = 0; i < size; i++) {
		for (int k = 0; k < 7; k++)
			row[k] = (guint8)(row[k] + (guint8)rows->str[i * 8 + 1 + k]);
		unsigned at = big_endian(row + 1, 4);
		g_autofree char *head = g_strdup_printf("%ld 0 obj\n", i);
		if (row[0] == 1)
			g_assert_cmpint(strncmp((const char *)out->data + at, head, strlen(head)), ==, 0);
		else if (row[0] == 2)
			g_assert_nonnull(strstr(pdf_object(pdf, at)->text, "/Type/ObjStm"));
		else
			g_assert_cmpint(i, ==, 0);
	}
	pdf_read_free(pdf);
}

int main(int argc, char **argv)
{
	setlocale(LC_ALL, "");
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf-file/numbers", test_numbers);
	g_test_add_func("/pdf-file/texts", test_texts);
	g_test_add_func("/pdf-file/objects", test_objects);
	return g_test_run();
}
