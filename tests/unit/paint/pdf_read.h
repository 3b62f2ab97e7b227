/* Reading back what the PDF writer made: its objects as text, streams inflated, by number. */
#pragma once

#include <glib.h>
#include <libdeflate.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

typedef struct PdfObject {
	char *text;     /* the object, of a stream its dictionary */
	GString *stream; /* NULL = none */
} PdfObject;

typedef struct PdfRead {
	GHashTable *objects; /* number -> PdfObject */
	PdfObject *trailer;
} PdfRead;

static inline void pdf_object_free(gpointer data)
{
	PdfObject *object = data;
	if (object->stream)
		g_string_free(object->stream, TRUE);
	g_free(object->text);
	g_free(object);
}

static inline PdfObject *pdf_object(const PdfRead *pdf, unsigned number)
{
	PdfObject *object = g_hash_table_lookup(pdf->objects, GUINT_TO_POINTER(number));
	g_assert_nonnull(object);
	return object;
}

/* The number behind a key, -1 = it is not there. */
static inline long pdf_number(const char *text, const char *key)
{
	const char *at = strstr(text, key);
	return at ? strtol(at + strlen(key), NULL, 10) : -1;
}

static inline GString *pdf_inflate(const guint8 *bytes, size_t len)
{
	struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
	size_t room = 64 * len + 65536, got;
	GString *out = g_string_sized_new(room);
	g_assert_cmpint(libdeflate_zlib_decompress(decompressor, bytes, len, out->str, room, &got), ==, LIBDEFLATE_SUCCESS);
	libdeflate_free_decompressor(decompressor);
	out->len = got;
	out->str[got] = '\0';
	return out;
}

static inline PdfObject *pdf_add(PdfRead *pdf, unsigned number, const char *text, size_t len)
{
	PdfObject *object = g_new0(PdfObject, 1);
	object->text = g_memdup2(text, len + 1); /* UTF-16 has NULs, which stand for nothing here */
	object->text[len] = '\0';
	for (size_t i = 0; i < len; i++)
		object->text[i] = object->text[i] ? object->text[i] : ' ';
	g_assert_true(g_hash_table_insert(pdf->objects, GUINT_TO_POINTER(number), object)); /* no number twice */
	return object;
}

/* Objects of an object stream: "number offset number offset ...", then their text. */
static inline void pdf_unpack(PdfRead *pdf, const PdfObject *stream)
{
	long n = pdf_number(stream->text, "/N "), first = pdf_number(stream->text, "/First ");
	char *head = stream->stream->str;
	for (long i = 0; i < n; i++) {
		unsigned number = (unsigned)strtoul(head, &head, 10), at = (unsigned)strtoul(head, &head, 10);
		char *next = head;
		strtoul(next, &next, 10);
		size_t end = i + 1 < n ? strtoul(next, NULL, 10) : stream->stream->len - (size_t)first;
		pdf_add(pdf, number, stream->stream->str + first + at, end - at);
	}
}

/* Takes the file apart by its own marks; every stream must have the length that it says and end on a line of its own. */
static inline PdfRead *pdf_read(const GByteArray *file)
{
	PdfRead *pdf = g_new0(PdfRead, 1);
	pdf->objects = g_hash_table_new_full(NULL, NULL, NULL, pdf_object_free);
	g_assert_cmpint(strncmp((const char *)file->data, "%PDF-1.7\n%", 10), ==, 0);
	const char *at = strchr((const char *)file->data + 10, '\n') + 1, *end = (const char *)file->data + file->len;
	while (g_ascii_isdigit(*at)) {
		char *rest;
		unsigned number = (unsigned)strtoul(at, &rest, 10);
		g_assert_cmpint(strncmp(rest, " 0 obj\n<<", 9), ==, 0); /* not terminated: no g_str_has_prefix */
		const char *dict = rest + strlen(" 0 obj\n"), *start = memmem(dict, (size_t)(end - dict), ">>\nstream\n", 10);
		g_assert_nonnull(start);
		PdfObject *object = pdf_add(pdf, number, dict, (size_t)(start + 2 - dict));
		start += 10;
		const char *length = NULL; /* the last one: DecodeParms and the like may be longer */
		for (const char *p = object->text; (p = strstr(p, "/Length ")) != NULL; p++)
			length = p;
		size_t len = strtoul(length + 8, NULL, 10);
		g_assert_cmpint(strncmp(start + len, "\nendstream\nendobj\n", 18), ==, 0);
		if (strstr(object->text, "/Filter/FlateDecode"))
			object->stream = pdf_inflate((const guint8 *)start, len);
		else
			object->stream = g_string_new_len(start, (gssize)len);
		at = start + len + 18;
		if (strstr(object->text, "/Type/ObjStm"))
			pdf_unpack(pdf, object);
		if (strstr(object->text, "/Type/XRef"))
			pdf->trailer = object;
	}
	g_assert_cmpint(strncmp(at, "startxref\n", 10), ==, 0);
	g_assert_nonnull(pdf->trailer);
	return pdf;
}

static inline void pdf_read_free(PdfRead *pdf)
{
	g_hash_table_unref(pdf->objects);
	g_free(pdf);
}

/* How many objects have this in their text (not in their stream). */
static inline int pdf_count(const PdfRead *pdf, const char *piece)
{
	int n = 0;
	GHashTableIter iter;
	gpointer object;
	g_hash_table_iter_init(&iter, pdf->objects);
	while (g_hash_table_iter_next(&iter, NULL, &object))
		n += strstr(((PdfObject *)object)->text, piece) != NULL;
	return n;
}

/* The one object that has this in its text. */
static inline PdfObject *pdf_find(const PdfRead *pdf, const char *piece)
{
	GHashTableIter iter;
	gpointer object;
	PdfObject *found = NULL;
	g_hash_table_iter_init(&iter, pdf->objects);
	while (g_hash_table_iter_next(&iter, NULL, &object)) {
		if (!strstr(((PdfObject *)object)->text, piece))
			continue;
		g_assert_null(found);
		found = object;
	}
	g_assert_nonnull(found);
	return found;
}

static inline PdfObject *pdf_catalog(const PdfRead *pdf)
{
	return pdf_object(pdf, (unsigned)pdf_number(pdf->trailer->text, "/Root "));
}

/* The content of the i-th page, from 0. */
static inline const GString *pdf_page(const PdfRead *pdf, int i)
{
	const PdfObject *pages = pdf_object(pdf, (unsigned)pdf_number(pdf_catalog(pdf)->text, "/Pages "));
	char *at = strstr(pages->text, "/Kids[") + 6;
	unsigned page = 0;
	for (; i >= 0; i--) {
		page = (unsigned)strtoul(at, &at, 10);
		at += strlen(" 0 R");
	}
	GString *content = pdf_object(pdf, (unsigned)pdf_number(pdf_object(pdf, page)->text, "/Contents "))->stream;
	for (size_t k = 0; k < content->len; k++) /* codes of text have NULs, at which searching would end */
		content->str[k] = content->str[k] ? content->str[k] : ' ';
	return content;
}
