/* Writing the structure tree: elements, the parent tree, identifiers of notes. */
#include "paint/pdf_tags.h"

#include <string.h>

/* Structure types by ISO 32000-1, 14.8.4. */
static const char *const names[ZN_N_TAGS] = {
    [ZN_TAG_DOCUMENT] = "Document",
    [ZN_TAG_TITLE] = "Title", /* a paragraph to readers of PDF 1.7, by the role map */
    [ZN_TAG_PARAGRAPH] = "P",
    [ZN_TAG_LIST] = "L",
    [ZN_TAG_LIST_ITEM] = "LI",
    [ZN_TAG_LIST_LABEL] = "Lbl",
    [ZN_TAG_LIST_BODY] = "LBody",
    [ZN_TAG_QUOTE] = "BlockQuote",
    [ZN_TAG_TABLE] = "Table",
    [ZN_TAG_TABLE_HEAD] = "THead",
    [ZN_TAG_TABLE_BODY] = "TBody",
    [ZN_TAG_TABLE_ROW] = "TR",
    [ZN_TAG_TABLE_HEADER_CELL] = "TH",
    [ZN_TAG_TABLE_CELL] = "TD",
    [ZN_TAG_FIGURE] = "Figure",
    [ZN_TAG_CAPTION] = "Caption",
    [ZN_TAG_NOTE] = "Note",
    [ZN_TAG_REFERENCE] = "Reference",
    [ZN_TAG_TOC] = "TOC",
    [ZN_TAG_TOC_ITEM] = "TOCI",
    [ZN_TAG_LINK] = "Link",
    [ZN_TAG_SPAN] = "Span",
    [ZN_TAG_CODE] = "Code",
};
static const char *const headings[] = {"H1", "H1", "H2", "H3", "H4", "H5", "H6"};

static const char *name_of(const ZnPdfElement *element)
{
	if (element->tag.type == ZN_TAG_HEADING)
		return headings[element->level];
	if (element->tag.type == ZN_TAG_LINK && !element->has_link) /* it leads nowhere */
		return "Span";
	const char *name = names[element->tag.type];
	return name ? name : "Span";
}

/* Whether anything hangs on the element. Empty cells keep a table's rows of one length. */
static bool is_kept(const ZnPdfElement *element)
{
	ZnTagType type = element->tag.type;
	if (type == ZN_TAG_TABLE_CELL || type == ZN_TAG_TABLE_HEADER_CELL || type == ZN_TAG_DOCUMENT)
		return true;
	for (size_t i = 0; i < element->n_kids; i++) {
		if (element->kids[i].kind != ZN_PDF_KID_ELEMENT || is_kept(element->kids[i].element))
			return true;
	}
	return false;
}

static void append_kid(GString *out, const ZnPdfKid *kid, ZnPdfRef page)
{
	switch (kid->kind) {
	case ZN_PDF_KID_ELEMENT:
		zn_pdf_ref(out, kid->element->ref);
		break;
	case ZN_PDF_KID_MARK:
		if (kid->page == page)
			g_string_append_printf(out, " %d", kid->mark);
		else
			g_string_append_printf(out, "<</Type/MCR/Pg %u 0 R/MCID %d>>", kid->page, kid->mark);
		break;
	case ZN_PDF_KID_ANNOTATION:
		g_string_append_printf(out, "<</Type/OBJR/Obj %u 0 R/Pg %u 0 R>>", kid->annotation, kid->page);
		break;
	}
}

/* --- attributes --- */

static void table_attributes(GString *out, const ZnPdfElement *element)
{
	bool head = element->tag.type == ZN_TAG_TABLE_HEADER_CELL;
	if (!head && element->tag.span <= 1)
		return;
	bool in_body = element->parent && element->parent->parent && element->parent->parent->tag.type == ZN_TAG_TABLE_BODY;
	g_string_append(out, "/A<</O/Table");
	if (head)
		g_string_append(out, in_body ? "/Scope/Row" : "/Scope/Column");
	if (element->tag.span > 1)
		g_string_append_printf(out, "/ColSpan %d", element->tag.span);
	g_string_append(out, ">>");
}

static void figure_attributes(GString *out, const ZnPdfElement *element)
{
	if (!element->has_box)
		return;
	g_string_append(out, "/A<</O/Layout/Placement/Block/BBox[");
	zn_pdf_numbers(out, element->box, 4, 2);
	g_string_append(out, "]>>");
}

/* How the first label counts. */
static void list_attributes(GString *out, const ZnPdfElement *element)
{
	gunichar label = 0;
	for (size_t i = 0; !label && i < element->n_kids; i++) {
		const ZnPdfElement *item = element->kids[i].element;
		for (size_t k = 0; item && !label && k < item->n_kids; k++)
			label = item->kids[k].element && item->kids[k].element->tag.type == ZN_TAG_LIST_LABEL ? item->kids[k].element->label : 0;
	}
	if (!label)
		return;
	bool han = g_unichar_get_script(label) == G_UNICODE_SCRIPT_HAN, letter = g_unichar_isalpha(label) && !han;
	bool bullet = !letter && !han && !g_unichar_isdigit(label) && g_unichar_type(label) != G_UNICODE_OPEN_PUNCTUATION && label >= 0x2000 &&
	              g_unichar_type(label) != G_UNICODE_OTHER_NUMBER;
	const char *numbering = bullet ? "Disc" : !letter ? "Decimal" : g_unichar_isupper(label) ? "UpperAlpha" : "LowerAlpha";
	g_string_append_printf(out, "/A<</O/List/ListNumbering/%s>>", numbering);
}

static void (*const attributes[ZN_N_TAGS])(GString *, const ZnPdfElement *) = {
    [ZN_TAG_TABLE_CELL] = table_attributes,
    [ZN_TAG_TABLE_HEADER_CELL] = table_attributes,
    [ZN_TAG_FIGURE] = figure_attributes,
    [ZN_TAG_LIST] = list_attributes,
};

/* --- elements --- */

static void append_text(GString *out, const char *key, const char *text)
{
	g_string_append(out, key);
	zn_pdf_text(out, text, strlen(text));
}

static void put_element(ZnPdfTags *tags, const ZnPdfElement *element, ZnPdfRef root, GString *text)
{
	ZnPdfRef page = element->page;
	for (size_t i = 0; !page && i < element->n_kids; i++)
		page = element->kids[i].page;
	g_string_printf(text, "<</S/%s/P %u 0 R", name_of(element), element->parent ? element->parent->ref : root);
	if (page)
		g_string_append_printf(text, "/Pg %u 0 R", page);
	if (element->tag.lang)
		append_text(text, "/Lang", element->tag.lang);
	if (element->tag.type == ZN_TAG_FIGURE)
		append_text(text, "/Alt", element->tag.text && *element->tag.text ? element->tag.text : " ");
	if (element->number)
		g_string_append_printf(text, "/ID(note%d)", element->number);
	if (attributes[element->tag.type])
		attributes[element->tag.type](text, element);
	g_string_append(text, "/K[");
	for (size_t i = 0; i < element->n_kids; i++) {
		const ZnPdfKid *kid = &element->kids[i];
		if (kid->kind != ZN_PDF_KID_ELEMENT || kid->element->ref)
			append_kid(text, kid, page);
	}
	g_string_append(text, "]>>");
	zn_pdf_put(tags->file, element->ref, text);
}

/* --- the tree's root --- */

static ZnPdfRef put_parents(ZnPdfTags *tags, GString *text)
{
	g_string_assign(text, "<</Nums[");
	for (guint i = 0; i < tags->page_marks->len; i++) {
		const GPtrArray *marks = tags->page_marks->pdata[i];
		g_string_append_printf(text, "%u[", i);
		for (guint k = 0; k < marks->len; k++)
			zn_pdf_ref(text, ((const ZnPdfElement *)marks->pdata[k])->ref);
		g_string_append(text, "]\n");
	}
	for (guint i = 0; i < tags->annotations->len; i++) {
		g_string_append_printf(text, "%u", ZN_PDF_FIRST_ANNOTATION + i);
		zn_pdf_ref(text, g_array_index(tags->annotations, ZnPdfAnnotation, i).element->ref);
		g_string_append_c(text, '\n');
	}
	g_string_append(text, "]>>");
	return zn_pdf_add(tags->file, text);
}

static int by_identifier(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Identifiers of notes, sorted as byte strings. */
static ZnPdfRef put_identifiers(ZnPdfTags *tags, GString *text)
{
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < tags->elements->len; i++) {
		const ZnPdfElement *element = tags->elements->pdata[i];
		if (element->number && element->ref)
			g_ptr_array_add(lines, g_strdup_printf("(note%d) %u 0 R", element->number, element->ref));
	}
	if (!lines->len)
		return 0;
	qsort(lines->pdata, lines->len, sizeof(char *), by_identifier);
	g_string_assign(text, "<</Names[");
	for (guint i = 0; i < lines->len; i++)
		g_string_append_printf(text, "%s\n", (char *)lines->pdata[i]);
	g_string_append(text, "]>>");
	return zn_pdf_add(tags->file, text);
}

ZnPdfRef zn_pdf_structure_put(ZnPdfTags *tags, const char *lang)
{
	g_autoptr(GString) text = g_string_new(NULL);
	ZnPdfRef root = zn_pdf_reserve(tags->file);
	for (guint i = 0; i < tags->elements->len; i++) {
		ZnPdfElement *element = tags->elements->pdata[i];
		bool parent_kept = !element->parent || element->parent->ref;
		if (element->tag.lang && lang && !strcmp(element->tag.lang, lang))
			element->tag.lang = NULL;
		if (parent_kept && is_kept(element))
			element->ref = zn_pdf_reserve(tags->file);
	}
	for (guint i = 0; i < tags->elements->len; i++) {
		const ZnPdfElement *element = tags->elements->pdata[i];
		if (element->ref)
			put_element(tags, element, root, text);
	}
	ZnPdfRef parents = put_parents(tags, text), identifiers = put_identifiers(tags, text);
	g_string_printf(text, "<</Type/StructTreeRoot/RoleMap<</Title/P>>/K %u 0 R/ParentTree %u 0 R/ParentTreeNextKey %u", tags->root->ref, parents,
	                ZN_PDF_FIRST_ANNOTATION + tags->annotations->len);
	if (identifiers)
		g_string_append_printf(text, "/IDTree %u 0 R", identifiers);
	g_string_append(text, ">>");
	zn_pdf_put(tags->file, root, text);
	return root;
}
