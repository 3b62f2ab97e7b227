/* PDF: pages, fonts and structure of a document put together. The parts are in pdf_*.c. */
#include "paint/pdf_device.h"
#include "paint/pdf_meta.h"
#include "paint/pdf_outline.h"

#include <string.h>

#define PT_PER_PX 0.75

/* What the whole document is known to have before its pages are written. */
typedef struct Survey {
	ZnArena *arena;
	ZnPdfFonts *fonts;
	GHashTable *ids;        /* of elements that links may lead to */
	GPtrArray *attachments; /* of ZnAttachment, each name once: in the arena where they had to be renamed */
} Survey;

typedef struct Writer {
	ZnArena *arena;
	ZnDiags *diags;
	const ZnDocument *document;
	const ZnPaintOptions *options;
	ZnPdfFile *file;
	Survey survey;
	ZnPdfTags *tags;
	ZnPdfDevice device;
	ZnPdfRef pages; /* the root of the page tree */
	GString *kids;
} Writer;

/* --- looking ahead --- */

static void survey_text(Survey *survey, const ZnItem *item)
{
	const ZnTextLines *text = item->text;
	for (size_t i = 0; text->shaped && i < text->n; i++) {
		const ZnShaped *shaped = text->shaped[i];
		for (size_t k = 0; shaped && k < shaped->n_runs; k++)
			zn_pdf_fonts_use(survey->fonts, &shaped->runs[k], i + 1 < text->n && k + 1 == shaped->n_runs);
	}
}

static bool attached(const Survey *survey, const char *name)
{
	for (guint i = 0; i < survey->attachments->len; i++) {
		if (!strcmp(((const ZnAttachment *)survey->attachments->pdata[i])->name, name))
			return true;
	}
	return false;
}

/* The same file twice: two charts of the same data. */
static bool attached_already(const Survey *survey, const ZnAttachment *file)
{
	for (guint i = 0; i < survey->attachments->len; i++) {
		const ZnAttachment *known = survey->attachments->pdata[i];
		if (!strcmp(known->name, file->name) && known->len == file->len && !memcmp(known->bytes, file->bytes, file->len))
			return true;
	}
	return false;
}

/* "data.csv", "data-2.csv": readers find files by their names. */
static void survey_attachment(Survey *survey, const ZnAttachment *file)
{
	if (attached_already(survey, file))
		return;
	if (attached(survey, file->name)) {
		const char *dot = strrchr(file->name, '.');
		int stem = dot && dot > file->name ? (int)(dot - file->name) : (int)strlen(file->name);
		ZnAttachment *copy = zn_new(survey->arena, ZnAttachment);
		*copy = *file;
		for (int n = 2; attached(survey, copy->name); n++)
			copy->name = zn_arena_printf(survey->arena, "%.*s-%d%s", stem, file->name, n, file->name + stem);
		file = copy;
	}
	g_ptr_array_add(survey->attachments, (gpointer)file);
}

static void survey_scene(Survey *survey, const ZnScene *scene, int depth)
{
	for (size_t i = 0; i < scene->n_attachments; i++)
		survey_attachment(survey, &scene->attachments[i]);
	for (size_t i = 0; i < scene->n_items; i++) {
		const ZnItem *item = &scene->items[i];
		if (item->type == ZN_ITEM_EMBED && depth < ZN_SCENES_DEEP)
			survey_scene(survey, item->embed.scene, depth + 1);
		else if (item->type == ZN_ITEM_TEXT && !zn_item_invisible(item))
			survey_text(survey, item);
		else if (item->type == ZN_ITEM_BEGIN && item->tag->id)
			g_hash_table_add(survey->ids, (gpointer)item->tag->id);
	}
}

/* --- pages --- */

/* Over the whole page, whatever part of it the scene takes. White is the paper's own. */
static void put_background(ZnPdfDevice *device, const ZnScene *scene, const ZnFrame *frame)
{
	ZnColor c = scene->background;
	const double color[] = {c.r, c.g, c.b}, k = 1 / frame->scale;
	const double box[] = {-frame->x * k, -frame->y * k, frame->width * k, frame->height * k};
	if (c.r == 1 && c.g == 1 && c.b == 1)
		return;
	zn_pdf_mark(device, ZN_PDF_DECORATION);
	zn_pdf_push(device);
	zn_pdf_set_alpha(device, c.a, 1, device->state.blend);
	zn_pdf_numbers(device->out, color, 3, 4);
	g_string_append(device->out, "rg\n");
	zn_pdf_numbers(device->out, box, 4, 3);
	g_string_append(device->out, "re f\n");
	zn_pdf_pop(device);
}

static void put_page(Writer *w, size_t number, const ZnFrame *frame)
{
	const ZnScene *scene = w->document->pages[number];
	ZnPdfRef page = zn_pdf_reserve(w->file), content = zn_pdf_reserve(w->file);
	double width = frame->width * PT_PER_PX, height = frame->height * PT_PER_PX;
	g_autoptr(GString) out = g_string_new(NULL), text = g_string_new(NULL);
	zn_pdf_tags_begin_page(w->tags, page, height, out);
	zn_pdf_device_begin(&w->device, out, height, frame->scale * PT_PER_PX, frame->x * PT_PER_PX, frame->y * PT_PER_PX);
	if (zn_frame_background(scene, w->options))
		put_background(&w->device, scene, frame);
	zn_walk_scene(&w->device.device, scene);
	zn_pdf_device_end(&w->device);
	zn_pdf_tags_end_page(w->tags);
	zn_pdf_put_stream(w->file, content, "", out->str, out->len, ZN_PDF_DEFLATE);

	g_string_printf(text, "<</Type/Page/Parent %u 0 R/MediaBox[0 0 ", w->pages);
	zn_pdf_number(text, width, 3);
	g_string_append_c(text, ' ');
	zn_pdf_number(text, height, 3);
	g_string_append_printf(text, "]/Resources %u 0 R/Contents %u 0 R/StructParents %zu/Tabs/S", w->device.resources.ref, content, number);
	if (w->device.transparent)
		g_string_append(text, "/Group<</S/Transparency/CS/DeviceRGB>>");
	const GArray *annotations = w->tags->page_annotations;
	if (annotations->len)
		g_string_append(text, "/Annots[");
	for (guint i = 0; i < annotations->len; i++)
		zn_pdf_ref(text, g_array_index(annotations, ZnPdfRef, i));
	g_string_append(text, annotations->len ? "]>>" : ">>");
	zn_pdf_put(w->file, page, text);
	zn_pdf_ref(w->kids, page);
}

static bool put_pages(Writer *w)
{
	for (size_t i = 0; i < w->document->n_pages; i++) {
		ZnFrame frame;
		if (!zn_frame_init(&frame, w->diags, w->document->pages[i], w->options, false))
			return false;
		put_page(w, i, &frame);
	}
	g_autoptr(GString) text = g_string_new(NULL);
	g_string_printf(text, "<</Type/Pages/Count %zu/Kids[%s]>>", w->document->n_pages, w->kids->str);
	zn_pdf_put(w->file, w->pages, text);
	return true;
}

/* --- the document --- */

static unsigned standards(const Writer *w)
{
	unsigned wanted = w->options->pdf_standards ? w->options->pdf_standards : ZN_PDF_UA_1 | ZN_PDF_A_2A;
	if ((wanted & ZN_PDF_A_2A) && w->survey.attachments->len) /* part 2 allows only PDF/A to be attached */
		wanted = (wanted & ~(unsigned)ZN_PDF_A_2A) | ZN_PDF_A_3A;
	return wanted;
}

/* A title there must be; what comes nearest to one. */
static const char *title_of(const ZnDocument *document)
{
	const ZnScene *first = document->pages[0];
	const char *const names[] = {document->title, document->subject, first->title, first->name, "zhinu"};
	size_t i = 0;
	while (!names[i] || !*names[i])
		i++;
	return names[i];
}

static const char *provenance_of(const ZnDocument *document)
{
	for (size_t i = 0; i < document->n_pages; i++) {
		if (document->pages[i]->provenance)
			return document->pages[i]->provenance;
	}
	return NULL;
}

static void put_document(Writer *w)
{
	const ZnDocument *document = w->document;
	const char *lang = document->lang && *document->lang ? document->lang : "en";
	ZnPdfMeta meta = {
	    .title = title_of(document),
	    .subject = document->subject,
	    .author = document->author,
	    .keywords = document->keywords,
	    .lang = lang,
	    .provenance = provenance_of(document),
	    .now = w->options->now,
	    .standards = standards(w),
	};
	zn_pdf_resources_put(&w->device);
	g_autoptr(GString) catalog = g_string_new(NULL);
	g_string_printf(catalog, "<</Type/Catalog/Pages %u 0 R/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/Lang", w->pages);
	zn_pdf_text(catalog, lang, strlen(lang));
	ZnPdfRef structure = zn_pdf_structure_put(w->tags, lang);
	zn_pdf_outline_put(w->tags, catalog);
	zn_pdf_page_labels_put(w->file, document->page_label_prefix, catalog);
	zn_pdf_names_put(w->tags, w->survey.attachments, w->options->now, catalog);
	if (meta.standards & (ZN_PDF_A_2A | ZN_PDF_A_3A))
		zn_pdf_output_intent_put(w->file, catalog);
	g_string_append_printf(catalog, "/StructTreeRoot %u 0 R/Metadata %u 0 R>>", structure, zn_pdf_xmp_put(w->file, &meta));
	ZnPdfRef info = zn_pdf_info_put(w->file, &meta), root = zn_pdf_add(w->file, catalog);
	zn_pdf_file_finish(w->file, root, info);
}

static bool write_document(Writer *w)
{
	for (size_t i = 0; i < w->document->n_pages; i++)
		survey_scene(&w->survey, w->document->pages[i], 0);
	if (!zn_pdf_fonts_finish(w->survey.fonts, w->file, w->diags) || !put_pages(w))
		return false;
	put_document(w);
	return true;
}

bool zn_paint_document(ZnDiags *diags, const ZnDocument *document, const ZnPaintOptions *options, GByteArray *out)
{
	if (!document->n_pages) {
		zn_error(diags, (ZnPlace){.file = document->title}, NULL, "the document has no pages");
		return false;
	}
	g_autoptr(ZnArena) arena = zn_arena_new();
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	Writer w = {
	    .arena = arena,
	    .diags = diags,
	    .document = document,
	    .options = options,
	    .file = zn_pdf_file_new(bytes),
	    .survey = {arena, zn_pdf_fonts_new(), g_hash_table_new(g_str_hash, g_str_equal), g_ptr_array_new()},
	    .kids = g_string_new(NULL),
	};
	w.tags = zn_pdf_tags_new(arena, w.file, w.survey.ids);
	w.pages = zn_pdf_reserve(w.file);
	zn_pdf_device_init(&w.device, arena, diags, w.file, w.survey.fonts, w.tags);
	bool done = write_document(&w);
	zn_pdf_device_clear(&w.device);
	zn_pdf_tags_free(w.tags);
	zn_pdf_fonts_free(w.survey.fonts);
	g_hash_table_unref(w.survey.ids);
	g_ptr_array_unref(w.survey.attachments);
	zn_pdf_file_free(w.file);
	g_string_free(w.kids, TRUE);
	if (done)
		g_byte_array_append(out, bytes->data, bytes->len);
	return done;
}

bool zn_paint_pdf(ZnDiags *diags, const ZnScene *scene, const ZnPaintOptions *options, GByteArray *out)
{
	/* A chart alone is a document of one page with one figure on it. */
	g_autoptr(ZnArena) arena = zn_arena_new();
	const char *alt = scene->description ? scene->description : scene->title;
	ZnTag figure = {.type = ZN_TAG_FIGURE, .text = alt ? alt : scene->name};
	ZnScene *page = zn_scene_new(arena);
	*page = *scene;
	page->arena = arena;
	page->items = NULL;
	page->n_items = page->cap_items = page->n_attachments = 0;
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
