#include "paint/pdf_outline.h"

#include <string.h>

#define MAX_LEVEL 6
#define NONE G_MAXUINT

/* "[5 0 R/XYZ null 700 null]": no place across, no zoom: the reader's own stay. */
static void append_place(GString *out, const ZnPdfPlace *place)
{
	g_string_append_printf(out, "[%u 0 R/XYZ null ", place->page);
	zn_pdf_number(out, place->y, 2);
	g_string_append(out, " null]");
}

/* --- outline --- */

typedef struct Entry {
	ZnPdfRef ref;
	guint parent, first, last, previous, next; /* indices; NONE */
	int visible; /* entries below that are open */
} Entry;

static void link_entries(const ZnPdfTags *tags, Entry *entries, Entry *root)
{
	guint parents[MAX_LEVEL + 1];
	for (int k = 0; k <= MAX_LEVEL; k++)
		parents[k] = NONE;
	for (guint i = 0; i < tags->headings->len; i++) {
		int level = g_array_index(tags->headings, ZnPdfHeading, i).level;
		Entry *entry = &entries[i], *parent = parents[level - 1] == NONE ? root : &entries[parents[level - 1]];
		*entry = (Entry){zn_pdf_reserve(tags->file), parents[level - 1], NONE, NONE, parent->last, NONE, 0};
		if (parent->last == NONE)
			parent->first = i;
		else
			entries[parent->last].next = i;
		parent->last = i;
		parent->visible++;
		for (int k = level; k <= MAX_LEVEL; k++)
			parents[k] = i;
	}
}

static void append_link(GString *out, const char *key, const Entry *entries, guint i)
{
	if (i != NONE)
		g_string_append_printf(out, "%s %u 0 R", key, entries[i].ref);
}

void zn_pdf_outline_put(const ZnPdfTags *tags, GString *catalog)
{
	guint n = tags->headings->len;
	if (!n)
		return;
	g_autofree Entry *entries = g_new(Entry, n);
	Entry root = {zn_pdf_reserve(tags->file), NONE, NONE, NONE, NONE, NONE, 0};
	g_autoptr(GString) text = g_string_new(NULL);
	link_entries(tags, entries, &root);
	int open = root.visible;
	for (guint i = 0; i < n; i++) {
		const ZnPdfHeading *heading = &g_array_index(tags->headings, ZnPdfHeading, i);
		const Entry *entry = &entries[i];
		bool top = entry->parent == NONE;
		open += top ? entry->visible : 0;
		g_string_assign(text, "<</Title");
		zn_pdf_text(text, heading->text, strlen(heading->text));
		g_string_append_printf(text, "/Parent %u 0 R", top ? root.ref : entries[entry->parent].ref);
		append_link(text, "/First", entries, entry->first);
		append_link(text, "/Last", entries, entry->last);
		append_link(text, "/Prev", entries, entry->previous);
		append_link(text, "/Next", entries, entry->next);
		if (entry->visible)
			g_string_append_printf(text, "/Count %d", top ? entry->visible : -entry->visible);
		g_string_append(text, "/Dest");
		append_place(text, heading->place);
		g_string_append(text, ">>");
		zn_pdf_put(tags->file, entry->ref, text);
	}
	g_string_printf(text, "<</Type/Outlines/First %u 0 R/Last %u 0 R/Count %d>>", entries[root.first].ref, entries[root.last].ref, open);
	zn_pdf_put(tags->file, root.ref, text);
	g_string_append_printf(catalog, "/Outlines %u 0 R/PageMode/UseOutlines", root.ref);
}

/* --- page labels --- */

void zn_pdf_page_labels_put(ZnPdfFile *file, const char *prefix, GString *catalog)
{
	g_string_append(catalog, "/PageLabels<</Nums[0<</S/D");
	if (prefix && *prefix) {
		g_string_append(catalog, "/P");
		zn_pdf_text(catalog, prefix, strlen(prefix));
	}
	g_string_append(catalog, ">>]>>");
}

/* --- names --- */

static int by_name(const void *a, const void *b)
{
	return strcmp((*(const ZnPdfPlace *const *)a)->name, (*(const ZnPdfPlace *const *)b)->name);
}

static ZnPdfRef put_places(const ZnPdfTags *tags)
{
	guint n = g_hash_table_size(tags->places);
	if (!n)
		return 0;
	g_autofree const ZnPdfPlace **places = g_new(const ZnPdfPlace *, n);
	GHashTableIter iter;
	gpointer place;
	g_hash_table_iter_init(&iter, tags->places);
	for (guint i = 0; g_hash_table_iter_next(&iter, NULL, &place); i++)
		places[i] = place;
	qsort(places, n, sizeof *places, by_name);
	g_autoptr(GString) text = g_string_new("<</Names[");
	for (guint i = 0; i < n; i++) {
		zn_pdf_bytes(text, places[i]->name, strlen(places[i]->name));
		append_place(text, places[i]);
		g_string_append_c(text, '\n');
	}
	g_string_append(text, "]>>");
	return zn_pdf_add(tags->file, text);
}

static ZnPdfRef put_attachment(ZnPdfFile *file, const ZnAttachment *attachment, double now)
{
	g_autoptr(GString) text = g_string_new("/Type/EmbeddedFile/Subtype");
	g_autofree char *date = zn_pdf_date(now);
	zn_pdf_name(text, attachment->mime);
	g_string_append_printf(text, "/Params<</Size %zu/ModDate(%s)>>", attachment->len, date ? date : "D:19700101000000Z");
	ZnPdfRef stream = zn_pdf_reserve(file);
	zn_pdf_put_stream(file, stream, text->str, attachment->bytes, attachment->len, ZN_PDF_DEFLATE);
	g_string_assign(text, "<</Type/Filespec/AFRelationship/Data/F");
	zn_pdf_text(text, attachment->name, strlen(attachment->name));
	g_string_append(text, "/UF");
	zn_pdf_text(text, attachment->name, strlen(attachment->name));
	if (attachment->description) {
		g_string_append(text, "/Desc");
		zn_pdf_text(text, attachment->description, strlen(attachment->description));
	}
	g_string_append_printf(text, "/EF<</F %u 0 R/UF %u 0 R>>>>", stream, stream);
	return zn_pdf_add(file, text);
}

static int by_file_name(const void *a, const void *b)
{
	return strcmp((*(const ZnAttachment *const *)a)->name, (*(const ZnAttachment *const *)b)->name);
}

static ZnPdfRef put_attachments(ZnPdfFile *file, const GPtrArray *attachments, double now, GString *catalog)
{
	if (!attachments->len)
		return 0;
	g_autofree const ZnAttachment **sorted = g_new(const ZnAttachment *, attachments->len);
	g_autoptr(GString) text = g_string_new("<</Names[");
	memcpy(sorted, attachments->pdata, sizeof *sorted * attachments->len);
	qsort(sorted, attachments->len, sizeof *sorted, by_file_name);
	g_string_append(catalog, "/AF[");
	for (guint i = 0; i < attachments->len; i++) {
		ZnPdfRef ref = put_attachment(file, sorted[i], now);
		zn_pdf_bytes(text, sorted[i]->name, strlen(sorted[i]->name));
		zn_pdf_ref(text, ref);
		zn_pdf_ref(catalog, ref);
	}
	g_string_append(catalog, "]");
	g_string_append(text, "]>>");
	return zn_pdf_add(file, text);
}

void zn_pdf_names_put(const ZnPdfTags *tags, const GPtrArray *attachments, double now, GString *catalog)
{
	ZnPdfRef places = put_places(tags), files = put_attachments(tags->file, attachments, now, catalog);
	if (!places && !files)
		return;
	g_string_append(catalog, "/Names<<");
	if (places)
		g_string_append_printf(catalog, "/Dests %u 0 R", places);
	if (files)
		g_string_append_printf(catalog, "/EmbeddedFiles %u 0 R", files);
	g_string_append(catalog, ">>");
}
