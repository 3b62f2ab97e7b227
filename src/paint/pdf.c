/* PDF by cairo's surface: text stays text, links, destinations, an outline from the headings, structure tags, metadata. */
#include "paint/cairo_device.h"
#include "paint/pdf_update.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

#define PT_PER_PX 0.75
#define FALLBACK_PPI 300
#define MAX_LEVEL 6

typedef struct Heading {
	const char *text, *destination;
	int level;
} Heading;

/* The cairo tags that one of ours opened, NULL = none. */
typedef struct Open {
	const char *destination, *element;
} Open;

typedef struct PdfDevice {
	ZnCairoDevice cairo;
	ZnArena *arena;
	GHashTable *destinations; /* id -> name in the file */
	GHashTable *defined;      /* ids whose destination is there already */
	Heading *headings;
	size_t n_headings, cap_headings;
	Open *open; /* a stack, one for each tag that is open */
	size_t n_open, cap_open;
} PdfDevice;

/* Structure elements by the names of ISO 32000-1, 14.8.4; NULL = none. The document itself has none: cairo crashes where an element
 * goes over pages, and one a page would be wrong. */
static const char *const structure[ZN_N_TAGS] = {
    [ZN_TAG_DOCUMENT] = NULL,
    [ZN_TAG_TITLE] = "P",
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
    [ZN_TAG_SPAN] = "Span",
    [ZN_TAG_CODE] = "Code",
};
static const char *const headings[MAX_LEVEL] = {"H1", "H2", "H3", "H4", "H5", "H6"};

static const char *structure_name(const ZnTag *tag)
{
	return tag->type == ZN_TAG_HEADING ? headings[CLAMP(tag->level, 1, MAX_LEVEL) - 1] : structure[tag->type];
}

/* --- destinations --- */

static bool plain(const char *id)
{
	size_t n = strspn(id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");
	return n > 0 && !id[n];
}

static void collect_destinations(PdfDevice *pdf, const ZnScene *scene, int depth)
{
	for (size_t i = 0; i < scene->n_items; i++) {
		const ZnItem *item = &scene->items[i];
		if (item->type == ZN_ITEM_EMBED && depth < 16)
			collect_destinations(pdf, item->embed.scene, depth + 1);
		if (item->type != ZN_ITEM_BEGIN || !item->tag->id || g_hash_table_contains(pdf->destinations, item->tag->id))
			continue;
		/* cairo wants names in ASCII. */
		const char *name = item->tag->id;
		if (!plain(name))
			name = zn_arena_printf(pdf->arena, "zn.d%u", g_hash_table_size(pdf->destinations) + 1);
		g_hash_table_insert(pdf->destinations, (gpointer)item->tag->id, (gpointer)name);
	}
}

/* The destination that a tag defines, NULL = none: the element of that id that comes first, and every heading. */
static const char *destination_of(PdfDevice *pdf, const ZnTag *tag)
{
	if (tag->id && g_hash_table_add(pdf->defined, (gpointer)tag->id))
		return g_hash_table_lookup(pdf->destinations, tag->id);
	return tag->type == ZN_TAG_HEADING ? zn_arena_printf(pdf->arena, "zn.h%zu", pdf->n_headings + 1) : NULL;
}

/* A link's attributes for cairo, NULL when it leads nowhere. */
static const char *link_attributes(PdfDevice *pdf, const ZnTag *tag)
{
	if (!zn_link_safe(tag->target))
		return NULL;
	if (*tag->target == '#') {
		const char *name = g_hash_table_lookup(pdf->destinations, tag->target + 1);
		return name ? zn_arena_printf(pdf->arena, "dest='%s'", name) : NULL;
	}
	/* URIs are ASCII, and quotes would end the attribute. */
	g_autofree char *uri = g_uri_escape_string(tag->target, "%:/?#[]@!$&()*+,;=", FALSE);
	return zn_arena_printf(pdf->arena, "uri='%s'", uri);
}

/* --- tags --- */

static void open_tag(cairo_t *cr, const char **slot, const char *name, const char *attributes)
{
	cairo_tag_begin(cr, name, attributes);
	*slot = name;
}

static void pdf_begin_tag(ZnDevice *device, const ZnTag *tag)
{
	PdfDevice *pdf = (PdfDevice *)device;
	cairo_t *cr = pdf->cairo.cr;
	Open open = {0};
	const char *destination = destination_of(pdf, tag), *name = structure_name(tag);
	if (destination)
		open_tag(cr, &open.destination, CAIRO_TAG_DEST, zn_arena_printf(pdf->arena, "name='%s'", destination));
	if (tag->type == ZN_TAG_LINK) {
		const char *attributes = link_attributes(pdf, tag);
		if (attributes)
			open_tag(cr, &open.element, CAIRO_TAG_LINK, attributes);
	} else if (name) {
		open_tag(cr, &open.element, name, NULL);
	}
	if (tag->type == ZN_TAG_HEADING && tag->text && destination)
		zn_push(pdf->arena, pdf->headings, pdf->n_headings, pdf->cap_headings, ((Heading){tag->text, destination, tag->level}));
	zn_push(pdf->arena, pdf->open, pdf->n_open, pdf->cap_open, open);
}

static void pdf_end_tag(ZnDevice *device, const ZnTag *tag)
{
	PdfDevice *pdf = (PdfDevice *)device;
	Open open = pdf->open[--pdf->n_open];
	if (open.element)
		cairo_tag_end(pdf->cairo.cr, open.element);
	if (open.destination)
		cairo_tag_end(pdf->cairo.cr, open.destination);
}

/* --- outline and metadata --- */

static void add_outline(const PdfDevice *pdf, cairo_surface_t *surface)
{
	int parents[MAX_LEVEL + 1] = {CAIRO_PDF_OUTLINE_ROOT};
	for (size_t i = 0; i < pdf->n_headings; i++) {
		const Heading *heading = &pdf->headings[i];
		int level = CLAMP(heading->level, 1, MAX_LEVEL);
		g_autofree char *attributes = g_strdup_printf("dest='%s'", heading->destination);
		int id = cairo_pdf_surface_add_outline(surface, parents[level - 1], heading->text, attributes,
		                                       level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
		for (int k = level; k <= MAX_LEVEL; k++) /* levels may be skipped */
			parents[k] = id;
	}
}

static void set_metadata(cairo_surface_t *surface, const ZnDocument *document, double now)
{
	const struct {
		cairo_pdf_metadata_t kind;
		const char *text;
	} texts[] = {
	    {CAIRO_PDF_METADATA_TITLE, document->title},       {CAIRO_PDF_METADATA_SUBJECT, document->subject},
	    {CAIRO_PDF_METADATA_AUTHOR, document->author},     {CAIRO_PDF_METADATA_KEYWORDS, document->keywords},
	    {CAIRO_PDF_METADATA_CREATOR, "zhinu " ZN_VERSION},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		if (texts[i].text)
			cairo_pdf_surface_set_metadata(surface, texts[i].kind, texts[i].text);
	}
	/* Without a date cairo would ask the clock. */
	g_autoptr(GDateTime) date = isfinite(now) && fabs(now) < 2e14 ? g_date_time_new_from_unix_utc((gint64)(now / 1000)) : NULL;
	g_autofree char *iso = date ? g_date_time_format(date, "%Y-%m-%dT%H:%M:%SZ") : g_strdup("1970-01-01T00:00:00Z");
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, iso);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, iso);
}

/* --- pages --- */

static void draw_page(PdfDevice *pdf, cairo_surface_t *surface, const ZnScene *page, const ZnFrame *frame, const ZnPaintOptions *options)
{
	cairo_t *cr = pdf->cairo.cr;
	double width = frame->width * PT_PER_PX, height = frame->height * PT_PER_PX;
	cairo_pdf_surface_set_size(surface, width, height);
	cairo_save(cr);
	if (zn_frame_background(page, options)) {
		cairo_set_source_rgba(cr, page->background.r, page->background.g, page->background.b, page->background.a);
		cairo_rectangle(cr, 0, 0, width, height);
		cairo_fill(cr);
	}
	cairo_scale(cr, PT_PER_PX, PT_PER_PX);
	cairo_translate(cr, frame->x, frame->y);
	cairo_scale(cr, frame->scale, frame->scale);
	zn_walk_scene(&pdf->cairo.device, page);
	cairo_restore(cr);
	cairo_show_page(cr);
}

static bool draw_pages(PdfDevice *pdf, cairo_surface_t *surface, const ZnDocument *document, const ZnPaintOptions *options)
{
	for (size_t i = 0; i < document->n_pages; i++)
		collect_destinations(pdf, document->pages[i], 0);
	for (size_t i = 0; i < document->n_pages; i++) {
		ZnFrame frame;
		if (!zn_frame_init(&frame, pdf->cairo.device.diags, document->pages[i], options, false))
			return false;
		if (document->page_label_prefix) {
			g_autofree char *label = g_strdup_printf("%s%zu", document->page_label_prefix, i + 1);
			cairo_pdf_surface_set_page_label(surface, label);
		}
		draw_page(pdf, surface, document->pages[i], &frame, options);
	}
	add_outline(pdf, surface);
	return true;
}

static cairo_status_t append_bytes(void *closure, const unsigned char *bytes, unsigned int n)
{
	g_byte_array_append(closure, bytes, n);
	return CAIRO_STATUS_SUCCESS;
}

static void pdf_device_init(PdfDevice *pdf, ZnArena *arena, ZnDiags *diags, cairo_t *cr, ZnDeviceCalls *calls)
{
	*pdf = (PdfDevice){
	    .arena = arena,
	    .destinations = g_hash_table_new(g_str_hash, g_str_equal),
	    .defined = g_hash_table_new(g_str_hash, g_str_equal),
	};
	zn_cairo_device_init(&pdf->cairo, diags, cr, false);
	*calls = *pdf->cairo.device.calls; /* draws as on any surface; adds tags */
	calls->begin_tag = pdf_begin_tag;
	calls->end_tag = pdf_end_tag;
	pdf->cairo.device.calls = calls;
}

static void pdf_device_clear(PdfDevice *pdf)
{
	zn_cairo_device_clear(&pdf->cairo);
	g_hash_table_unref(pdf->destinations);
	g_hash_table_unref(pdf->defined);
}

bool zn_paint_document(ZnDiags *diags, const ZnDocument *document, const ZnPaintOptions *options, GByteArray *out)
{
	if (!document->n_pages) {
		zn_error(diags, (ZnPlace){.file = document->title}, NULL, "the document has no pages");
		return false;
	}
	g_autoptr(ZnArena) arena = zn_arena_new();
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append_bytes, bytes, 1, 1);
	/* from 1.5 on, cairo 1.18 packs the catalog into a compressed stream, where zn_pdf_update_catalog cannot read it */
	cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
	cairo_surface_set_fallback_resolution(surface, FALLBACK_PPI, FALLBACK_PPI);
	set_metadata(surface, document, options->now);
	cairo_t *cr = cairo_create(surface);
	PdfDevice pdf;
	ZnDeviceCalls calls;
	pdf_device_init(&pdf, arena, diags, cr, &calls);
	bool done = draw_pages(&pdf, surface, document, options);
	cairo_status_t status = cairo_status(cr);
	cairo_destroy(cr);
	cairo_surface_finish(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	pdf_device_clear(&pdf);
	if (done && status != CAIRO_STATUS_SUCCESS)
		zn_error(diags, (ZnPlace){.file = document->title}, NULL, "the PDF cannot be written: %s", cairo_status_to_string(status));
	if (!done || status != CAIRO_STATUS_SUCCESS)
		return false;
	zn_pdf_update_catalog(bytes, document->lang, document->title != NULL);
	g_byte_array_append(out, bytes->data, bytes->len);
	return true;
}

bool zn_paint_pdf(ZnDiags *diags, const ZnScene *scene, const ZnPaintOptions *options, GByteArray *out)
{
	/* A chart alone is a document of one page with one figure on it. */
	g_autoptr(ZnArena) arena = zn_arena_new();
	ZnTag figure = {.type = ZN_TAG_FIGURE, .text = scene->description};
	ZnScene *page = zn_scene_new(arena);
	*page = *scene;
	page->arena = arena;
	page->items = NULL;
	page->n_items = page->cap_items = 0;
	zn_scene_begin(page, &figure);
	ZnItem *embed = zn_scene_add(page, ZN_ITEM_EMBED, ZN_ROLE_MARK);
	embed->embed.scene = scene;
	embed->embed.scale = 1;
	zn_scene_end(page);
	ZnDocument document = {
	    .arena = arena,
	    .pages = &page,
	    .n_pages = 1,
	    .title = scene->title,
	    .subject = scene->description,
	    .author = scene->author,
	    .keywords = scene->keywords,
	    .lang = scene->lang,
	};
	return zn_paint_document(diags, &document, options, out);
}
