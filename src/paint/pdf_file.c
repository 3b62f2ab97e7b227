#include "paint/pdf_file.h"

#include <libdeflate.h>
#include <math.h>
#include <string.h>

#define IN_STREAM 2000 /* objects an object stream: a reader unpacks one to get at any of them */
#define XREF_ROW 7    /* bytes: kind, offset or stream, index */

/* Compression: what is long is worth the work. */
static const struct {
	size_t least; /* bytes */
	int level;
} efforts[] = {{0, 9}, {4096, 10}, {65536, 12}};

/* Where an object is: in the file, or the index-th of an object stream. */
typedef struct Entry {
	guint32 at; /* byte offset, or the number of the stream */
	guint16 index;
	guint8 kind; /* 0 free, 1 in the file, 2 in a stream: as the table has it */
} Entry;

struct ZnPdfFile {
	GByteArray *out;
	GArray *entries; /* of Entry, by number; 0 is nobody's */
	GString *head, *body; /* the object stream in the making: numbers and offsets; objects */
	ZnPdfRef stream;
	guint in_stream;
	struct libdeflate_compressor *compressors[G_N_ELEMENTS(efforts)]; /* NULL until they are needed */
};

static void put(ZnPdfFile *file, const char *text)
{
	g_byte_array_append(file->out, (const guint8 *)text, (guint)strlen(text));
}

ZnPdfFile *zn_pdf_file_new(GByteArray *out)
{
	static const Entry nobody = {0, 65535, 0};
	ZnPdfFile *file = g_new0(ZnPdfFile, 1);
	file->out = out;
	file->entries = g_array_new(FALSE, TRUE, sizeof(Entry));
	file->head = g_string_new(NULL);
	file->body = g_string_new(NULL);
	g_array_append_val(file->entries, nobody);
	put(file, "%PDF-1.7\n%\xe7\xbb\x87\xe5\xa5\xb3\n"); /* four bytes above 127 and more tell that the file is binary */
	return file;
}

void zn_pdf_file_free(ZnPdfFile *file)
{
	if (!file)
		return;
	g_array_free(file->entries, TRUE);
	g_string_free(file->head, TRUE);
	g_string_free(file->body, TRUE);
	for (size_t i = 0; i < G_N_ELEMENTS(efforts); i++)
		libdeflate_free_compressor(file->compressors[i]);
	g_free(file);
}

ZnPdfRef zn_pdf_reserve(ZnPdfFile *file)
{
	static const Entry unknown = {0};
	g_array_append_val(file->entries, unknown);
	return file->entries->len - 1;
}

static Entry *entry_of(ZnPdfFile *file, ZnPdfRef ref)
{
	g_assert(ref > 0 && ref < file->entries->len && !g_array_index(file->entries, Entry, ref).kind);
	return &g_array_index(file->entries, Entry, ref);
}

/* --- objects --- */

static void flush_objects(ZnPdfFile *file)
{
	if (!file->in_stream)
		return;
	ZnPdfRef ref = file->stream;
	g_autofree char *entries = g_strdup_printf("/Type/ObjStm/N %u/First %zu", file->in_stream, file->head->len);
	g_string_append_len(file->head, file->body->str, (gssize)file->body->len);
	zn_pdf_put_stream(file, ref, entries, file->head->str, file->head->len, ZN_PDF_DEFLATE);
	g_string_truncate(file->head, 0);
	g_string_truncate(file->body, 0);
	file->in_stream = 0;
}

void zn_pdf_put(ZnPdfFile *file, ZnPdfRef ref, const GString *text)
{
	if (!file->in_stream)
		file->stream = zn_pdf_reserve(file);
	*entry_of(file, ref) = (Entry){file->stream, (guint16)file->in_stream, 2};
	g_string_append_printf(file->head, "%u %zu ", ref, file->body->len);
	g_string_append_len(file->body, text->str, (gssize)text->len);
	g_string_append_c(file->body, '\n');
	if (++file->in_stream == IN_STREAM)
		flush_objects(file);
}

static struct libdeflate_compressor *compressor_for(ZnPdfFile *file, size_t len)
{
	size_t i = G_N_ELEMENTS(efforts) - 1;
	while (len < efforts[i].least)
		i--;
	if (!file->compressors[i])
		file->compressors[i] = libdeflate_alloc_compressor(efforts[i].level);
	return file->compressors[i];
}

void zn_pdf_put_stream(ZnPdfFile *file, ZnPdfRef ref, const char *entries, const void *bytes, size_t len, ZnPdfFilter filter)
{
	g_autofree guint8 *packed = NULL;
	size_t packed_len = 0;
	if (filter != ZN_PDF_PLAIN && len > 0) {
		struct libdeflate_compressor *compressor = compressor_for(file, len);
		size_t room = filter == ZN_PDF_DEFLATE ? len : libdeflate_zlib_compress_bound(compressor, len);
		packed = g_malloc(room);
		packed_len = libdeflate_zlib_compress(compressor, bytes, len, packed, room); /* 0 = no room */
	}
	*entry_of(file, ref) = (Entry){file->out->len, 0, 1};
	g_autofree char *head = g_strdup_printf("%u 0 obj\n<<%s%s/Length %zu>>\nstream\n", ref, entries, packed_len ? "/Filter/FlateDecode" : "",
	                                        packed_len ? packed_len : len);
	put(file, head);
	g_byte_array_append(file->out, packed_len ? packed : bytes, (guint)(packed_len ? packed_len : len));
	put(file, "\nendstream\nendobj\n");
}

/* --- the end --- */

/* The table's rows, each as its difference from the one before: PNG's Up, which deflates to next to nothing. */
static GByteArray *xref_rows(const ZnPdfFile *file)
{
	GByteArray *rows = g_byte_array_sized_new(file->entries->len * (XREF_ROW + 1));
	guint8 before[XREF_ROW] = {0};
	for (guint i = 0; i < file->entries->len; i++) {
		const Entry *e = &g_array_index(file->entries, Entry, i);
		guint8 row[XREF_ROW] = {e->kind, (guint8)(e->at >> 24), (guint8)(e->at >> 16), (guint8)(e->at >> 8), (guint8)e->at,
		                        (guint8)(e->index >> 8), (guint8)e->index};
		guint8 coded[XREF_ROW + 1] = {2};
		for (int k = 0; k < XREF_ROW; k++)
			coded[k + 1] = (guint8)(row[k] - before[k]);
		g_byte_array_append(rows, coded, sizeof coded);
		memcpy(before, row, sizeof row);
	}
	return rows;
}

void zn_pdf_file_finish(ZnPdfFile *file, ZnPdfRef catalog, ZnPdfRef info)
{
	flush_objects(file);
	ZnPdfRef xref = zn_pdf_reserve(file);
	guint start = file->out->len;
	/* the row of the table itself, which is written next */
	g_array_index(file->entries, Entry, xref) = (Entry){start, 0, 1};
	g_autoptr(GByteArray) rows = xref_rows(file);
	g_array_index(file->entries, Entry, xref).kind = 0;
	g_autofree char *hash = g_compute_checksum_for_data(G_CHECKSUM_SHA256, file->out->data, start);
	g_autoptr(GString) entries = g_string_new("/Type/XRef/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>");
	g_string_append_printf(entries, "/Size %u/Root %u 0 R", file->entries->len, catalog);
	if (info)
		g_string_append_printf(entries, "/Info %u 0 R", info);
	g_string_append_printf(entries, "/ID[<%.32s><%.32s>]", hash, hash);
	zn_pdf_put_stream(file, xref, entries->str, rows->data, rows->len, ZN_PDF_DEFLATE_ALWAYS);
	g_autofree char *end = g_strdup_printf("startxref\n%u\n%%%%EOF\n", start);
	put(file, end);
}

/* --- syntax --- */

static const gint64 powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000};

/* In units of the last place. */
static gint64 units(double value, int decimals)
{
	if (!isfinite(value) || fabs(value) > 1e9)
		value = isfinite(value) ? copysign(1e9, value) : 0;
	return (gint64)llround(value * (double)powers[CLAMP(decimals, 0, 6)]);
}

double zn_pdf_rounded(double value, int decimals)
{
	return (double)units(value, decimals) / (double)powers[CLAMP(decimals, 0, 6)];
}

void zn_pdf_number(GString *out, double value, int decimals)
{
	gint64 scale = powers[CLAMP(decimals, 0, 6)], n = units(value, decimals);
	char buffer[40], *at = buffer + sizeof buffer;
	bool negative = n < 0;
	guint64 rest = (guint64)(negative ? -n : n), whole = rest / (guint64)scale, part = rest % (guint64)scale;
	if (part) {
		int places = CLAMP(decimals, 0, 6);
		for (; part % 10 == 0; part /= 10)
			places--;
		for (; places > 0; places--, part /= 10)
			*--at = (char)('0' + part % 10);
		*--at = '.';
	}
	for (; whole; whole /= 10)
		*--at = (char)('0' + whole % 10);
	if (at == buffer + sizeof buffer)
		*--at = '0';
	if (negative)
		*--at = '-';
	g_string_append_len(out, at, buffer + sizeof buffer - at);
}

void zn_pdf_numbers(GString *out, const double *values, size_t n, int decimals)
{
	for (size_t i = 0; i < n; i++) {
		zn_pdf_number(out, values[i], decimals);
		g_string_append_c(out, ' ');
	}
}

void zn_pdf_ref(GString *out, ZnPdfRef ref)
{
	g_string_append_printf(out, " %u 0 R", ref);
}

void zn_pdf_bytes(GString *out, const char *bytes, size_t len)
{
	g_string_append_c(out, '(');
	for (size_t i = 0; i < len; i++) {
		if (bytes[i] == '\n' || bytes[i] == '\r') {
			g_string_append(out, bytes[i] == '\n' ? "\\n" : "\\r");
			continue;
		}
		if (bytes[i] == '(' || bytes[i] == ')' || bytes[i] == '\\')
			g_string_append_c(out, '\\');
		g_string_append_c(out, bytes[i]);
	}
	g_string_append_c(out, ')');
}

static bool plain(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if ((guchar)text[i] < ' ' || (guchar)text[i] > '~')
			return false;
	}
	return true;
}

void zn_pdf_text(GString *out, const char *utf8, size_t len)
{
	if (plain(utf8, len)) {
		zn_pdf_bytes(out, utf8, len);
		return;
	}
	glong n = 0;
	g_autofree char *valid = g_utf8_make_valid(utf8, (gssize)len);
	g_autofree gunichar2 *units = g_utf8_to_utf16(valid, -1, NULL, &n, NULL);
	g_autoptr(GString) bytes = g_string_new("\xfe\xff");
	for (glong i = 0; units && i < n; i++) {
		g_string_append_c(bytes, (char)(units[i] >> 8));
		g_string_append_c(bytes, (char)(units[i] & 255));
	}
	zn_pdf_bytes(out, bytes->str, bytes->len);
}

/* What PDF/A and PDF/UA do not take as what a glyph is read as: private code points and those that are no characters say nothing to anybody,
 * and U+FEFF is today's U+2060. */
static gunichar readable(gunichar c)
{
	bool private = g_unichar_type(c) == G_UNICODE_PRIVATE_USE, none = (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
	return c == 0xfeff ? 0x2060 : private || none ? 0xfffd : c;
}

void zn_pdf_hex_text(GString *out, const char *utf8, size_t len, bool mark)
{
	g_autofree char *valid = g_utf8_make_valid(utf8, (gssize)len);
	g_string_append(out, mark ? "<FEFF" : "<");
	for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
		gunichar c = readable(g_utf8_get_char(p));
		if (c < 0x10000)
			g_string_append_printf(out, "%04X", c);
		else
			g_string_append_printf(out, "%04X%04X", 0xd7c0 + (c >> 10), 0xdc00 | (c & 0x3ff));
	}
	g_string_append_c(out, '>');
}

void zn_pdf_name(GString *out, const char *name)
{
	g_string_append_c(out, '/');
	for (; *name; name++) {
		if (g_ascii_isalnum(*name) || strchr("+-_.", *name))
			g_string_append_c(out, *name);
		else
			g_string_append_printf(out, "#%02X", (guchar)*name);
	}
}

char *zn_pdf_date(double ms)
{
	g_autoptr(GDateTime) date = ms != 0 && isfinite(ms) && fabs(ms) < 2e14 ? g_date_time_new_from_unix_utc((gint64)(ms / 1000)) : NULL;
	return date ? g_date_time_format(date, "D:%Y%m%d%H%M%SZ") : NULL;
}
