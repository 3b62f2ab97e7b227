/* The outer form of a PDF file: objects, streams, the table of where they are (ISO 32000-1, 7.3 to 7.5).
 *
 * Everything that is no stream goes into object streams and the table is a stream too (PDF 1.5), which halves a tagged file. Nothing here
 * knows what the objects mean. Numbers are written the same way in every locale; the file's identifier is a hash of its bytes. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct ZnPdfFile ZnPdfFile;
typedef unsigned ZnPdfRef; /* the number of an object; 0 = none */

/* Starts a file in an empty `out`, which outlives it. */
ZnPdfFile *zn_pdf_file_new(GByteArray *out);
void zn_pdf_file_free(ZnPdfFile *file);

/* A number for an object that is written later. */
ZnPdfRef zn_pdf_reserve(ZnPdfFile *file);
/* Writes an object (a dictionary, an array ...); its text is copied. */
void zn_pdf_put(ZnPdfFile *file, ZnPdfRef ref, const GString *text);
static inline ZnPdfRef zn_pdf_add(ZnPdfFile *file, const GString *text)
{
	ZnPdfRef ref = zn_pdf_reserve(file);
	zn_pdf_put(file, ref, text);
	return ref;
}

typedef enum {
	ZN_PDF_PLAIN,
	ZN_PDF_DEFLATE,
	ZN_PDF_DEFLATE_ALWAYS, /* although it be longer: its entries have DecodeParms */
} ZnPdfFilter;
/* Writes a stream. `entries` = what its dictionary has beside Length and Filter, without the brackets. Left plain where that is shorter. */
void zn_pdf_put_stream(ZnPdfFile *file, ZnPdfRef ref, const char *entries, const void *bytes, size_t len, ZnPdfFilter filter);

/* Ends the file: object streams, table, trailer. `info` may be 0. */
void zn_pdf_file_finish(ZnPdfFile *file, ZnPdfRef catalog, ZnPdfRef info);

/* --- syntax --- */

/* A number with at most `decimals` (up to 6) places, no zeros behind; what is not finite is 0. */
void zn_pdf_number(GString *out, double value, int decimals);
/* The number that is written. */
double zn_pdf_rounded(double value, int decimals);
/* `n` numbers, each with a space behind it. */
void zn_pdf_numbers(GString *out, const double *values, size_t n, int decimals);
/* " 12 0 R" */
void zn_pdf_ref(GString *out, ZnPdfRef ref);
/* A text string, UTF-8 given: as it is where it is ASCII, else UTF-16 with its mark. */
void zn_pdf_text(GString *out, const char *utf8, size_t len);
/* Bytes as a literal string. */
void zn_pdf_bytes(GString *out, const char *bytes, size_t len);
/* A name, with its solidus. */
void zn_pdf_name(GString *out, const char *name);
/* "<FEFF0041>": a text string in hexadecimal digits, for content streams; `mark` = with the byte order mark. */
void zn_pdf_hex_text(GString *out, const char *utf8, size_t len, bool mark);
/* "D:20240501120000Z" of ms since the epoch; NULL when that is no date or 0. Free with g_free. */
char *zn_pdf_date(double ms);
