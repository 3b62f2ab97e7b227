#include "format/catalog.h"

#include <dlfcn.h>
#include <errno.h>
#include <gettext-po.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

struct ZnCatalog {
	ZnCatalogEntry *entries;
	size_t n, cap;
	GHashTable *index; /* the entries that translate, as keys and values */
};

/* --- libgettextpo, loaded on first use: with its Unicode tables it would cost every start of the program 0.3 ms --- */

typedef struct GettextPo {
	__typeof__(&po_file_read) file_read;
	__typeof__(&po_file_free) file_free;
	__typeof__(&po_message_iterator) message_iterator;
	__typeof__(&po_message_iterator_free) message_iterator_free;
	__typeof__(&po_next_message) next_message;
	__typeof__(&po_message_msgctxt) message_msgctxt;
	__typeof__(&po_message_msgid) message_msgid;
	__typeof__(&po_message_msgstr) message_msgstr;
	__typeof__(&po_message_is_obsolete) message_is_obsolete;
	__typeof__(&po_message_is_fuzzy) message_is_fuzzy;
} GettextPo;

#define SYMBOL_NAME(name) G_STRINGIFY(name) /* after po_file_read has become the versioned name that the header gives it */

static const struct {
	const char *name;
	size_t slot;
} symbols[] = {
    {SYMBOL_NAME(po_file_read), offsetof(GettextPo, file_read)},
    {SYMBOL_NAME(po_file_free), offsetof(GettextPo, file_free)},
    {SYMBOL_NAME(po_message_iterator), offsetof(GettextPo, message_iterator)},
    {SYMBOL_NAME(po_message_iterator_free), offsetof(GettextPo, message_iterator_free)},
    {SYMBOL_NAME(po_next_message), offsetof(GettextPo, next_message)},
    {SYMBOL_NAME(po_message_msgctxt), offsetof(GettextPo, message_msgctxt)},
    {SYMBOL_NAME(po_message_msgid), offsetof(GettextPo, message_msgid)},
    {SYMBOL_NAME(po_message_msgstr), offsetof(GettextPo, message_msgstr)},
    {SYMBOL_NAME(po_message_is_obsolete), offsetof(GettextPo, message_is_obsolete)},
    {SYMBOL_NAME(po_message_is_fuzzy), offsetof(GettextPo, message_is_fuzzy)},
};

/* The library stays loaded; what it holds itself is reachable until the program ends. */
static bool load_library(GettextPo *po)
{
	void *library = dlopen("libgettextpo.so.0", RTLD_NOW | RTLD_LOCAL);
	if (!library)
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(symbols); i++) {
		void *symbol = dlsym(library, symbols[i].name);
		if (!symbol)
			return false;
		memcpy((char *)po + symbols[i].slot, &symbol, sizeof symbol);
	}
	return true;
}

/* --- reading --- */

/* The library parses with static variables and reports to a handler without user data: one reading at a time, under a lock. */
static GMutex reading_lock;
static struct Reading {
	ZnDiags *diags;
	const char *file;
	bool failed;
	jmp_buf abort; /* the way out of a fatal problem, after which the handler must not return */
} * reading;

static void report(int severity, po_message_t message, const char *filename, size_t line, size_t column, int multiline, const char *text)
{
	ZnPlace place = zn_place(reading->file, 0, 0);
	if (filename && line != (size_t)-1) {
		place.line = (int)MIN(line, G_MAXINT);
		place.column = column != (size_t)-1 ? (int)MIN(column, G_MAXINT) : 0;
	}
	g_autofree char *sentence = g_strdup(text);
	g_strdelimit(g_strchomp(sentence), "\n", ' ');
	size_t len = strlen(sentence);
	if (len && sentence[len - 1] == '.')
		sentence[len - 1] = '\0';
	if (severity == PO_SEVERITY_WARNING) {
		zn_warning(reading->diags, place, NULL, "%s", sentence);
		return;
	}
	reading->failed = true;
	zn_error(reading->diags, place, NULL, "%s", sentence);
}

static void on_problem(int severity, po_message_t message, const char *filename, size_t line, size_t column, int multiline,
                       const char *text)
{
	report(severity, message, filename, line, column, multiline, text);
	if (severity == PO_SEVERITY_FATAL_ERROR)
		longjmp(reading->abort, 1);
}

static void on_problem_pair(int severity, po_message_t message1, const char *filename1, size_t line1, size_t column1, int multiline1,
                            const char *text1, po_message_t message2, const char *filename2, size_t line2, size_t column2, int multiline2,
                            const char *text2)
{
	report(severity, message1, filename1, line1, column1, multiline1, text1);
	/* The second text ("the first definition") says nothing without its place, which the library often keeps to itself. */
	if (filename2)
		on_problem(severity, message2, filename2, line2, column2, multiline2, text2);
	else if (severity == PO_SEVERITY_FATAL_ERROR)
		longjmp(reading->abort, 1);
}

/* The library reads from a path only: the text gets one in memory. Returns the file descriptor, or -1. */
static int text_as_file(const char *text, size_t len)
{
	int fd = memfd_create("catalog.po", MFD_CLOEXEC);
	while (fd >= 0 && len > 0) {
		ssize_t written = write(fd, text, len);
		if (written < 0 && errno != EINTR) {
			close(fd);
			return -1;
		}
		if (written > 0) {
			text += written;
			len -= (size_t)written;
		}
	}
	return fd;
}

/* NULL when it could not be read at all. After a fatal problem what the library had read so far is lost with it. */
static po_file_t read_file(const GettextPo *po, const char *path)
{
	static const struct po_xerror_handler handler = {on_problem, on_problem_pair};
	if (setjmp(reading->abort))
		return NULL;
	return po->file_read(path, &handler);
}

/* The library does not tell where a message stands: the line of the next msgid in the text from *at on. Obsolete ones ("#~ msgid") are
 * messages too, former ones ("#| msgid") are not. */
static int next_msgid_line(const char **at, int *line)
{
	while (**at) {
		const char *text = *at;
		const char *end = strchrnul(text, '\n');
		*at = *end ? end + 1 : end;
		(*line)++;
		if (g_str_has_prefix(text, "#~"))
			text += 2;
		text += strspn(text, " \t");
		if (g_str_has_prefix(text, "msgid") && strchr(" \t\"\r\n", text[5]))
			return *line;
	}
	return 0;
}

static guint entry_hash(const void *key)
{
	const ZnCatalogEntry *entry = key;
	return g_str_hash(entry->msgid) * 31 + (entry->context ? g_str_hash(entry->context) : 0);
}

static gboolean entry_equal(const void *a, const void *b)
{
	const ZnCatalogEntry *first = a, *second = b;
	return !strcmp(first->msgid, second->msgid) && !g_strcmp0(first->context, second->context);
}

static void collect_entries(ZnArena *arena, ZnCatalog *catalog, const GettextPo *po, po_file_t file, const char *text)
{
	int line = 0;
	po_message_iterator_t iterator = po->message_iterator(file, NULL);
	for (po_message_t message; (message = po->next_message(iterator));) {
		ZnCatalogEntry entry = {.line = next_msgid_line(&text, &line), .fuzzy = po->message_is_fuzzy(message)};
		const char *msgid = po->message_msgid(message);
		if (po->message_is_obsolete(message) || (!*msgid && !po->message_msgctxt(message)))
			continue;
		entry.context = zn_arena_strdup(arena, po->message_msgctxt(message));
		entry.msgid = zn_arena_strdup(arena, msgid);
		entry.msgstr = zn_arena_strdup(arena, po->message_msgstr(message));
		zn_push(arena, catalog->entries, catalog->n, catalog->cap, entry);
	}
	po->message_iterator_free(iterator);
}

static void index_entries(ZnArena *arena, ZnCatalog *catalog)
{
	catalog->index = g_hash_table_new(entry_hash, entry_equal);
	zn_arena_defer(arena, (void (*)(void *))g_hash_table_unref, catalog->index);
	for (size_t i = 0; i < catalog->n; i++) {
		ZnCatalogEntry *entry = &catalog->entries[i];
		if (!entry->fuzzy && *entry->msgstr)
			g_hash_table_add(catalog->index, entry);
	}
}

ZnCatalog *zn_catalog_parse(ZnArena *arena, ZnDiags *diags, const char *file, const char *text, size_t len)
{
	GettextPo po;
	ZnPlace place = zn_place(file, 0, 0);
	if (memchr(text, '\0', len) || !g_utf8_validate(text, (gssize)len, NULL)) {
		zn_error(diags, place, "Save the file as UTF-8", "the catalogue is not UTF-8 text");
		return NULL;
	}
	if (!load_library(&po)) {
		zn_error(diags, place, "Install libgettextpo", "the library that reads catalogues, libgettextpo.so.0, cannot be loaded");
		return NULL;
	}
	int fd = text_as_file(text, len);
	if (fd < 0) {
		zn_error(diags, place, NULL, "cannot read the catalogue: %s", g_strerror(errno));
		return NULL;
	}
	char path[64];
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	ZnCatalog *catalog = zn_new(arena, ZnCatalog);
	struct Reading mine = {.diags = diags, .file = file};
	g_mutex_lock(&reading_lock);
	reading = &mine;
	po_file_t po_file = read_file(&po, path);
	if (po_file) {
		collect_entries(arena, catalog, &po, po_file, zn_arena_strndup(arena, text, len));
		po.file_free(po_file);
	}
	reading = NULL;
	g_mutex_unlock(&reading_lock);
	close(fd);
	if (!po_file && !mine.failed)
		zn_error(diags, place, NULL, "cannot read the catalogue");
	if (!po_file || mine.failed)
		return NULL;
	index_entries(arena, catalog);
	return catalog;
}

const char *zn_catalog_lookup(const ZnCatalog *catalog, const char *context, const char *msgid)
{
	if (!catalog || !msgid)
		return NULL;
	const ZnCatalogEntry *found = g_hash_table_lookup(catalog->index, &(ZnCatalogEntry){.context = context, .msgid = msgid});
	if (!found && context)
		found = g_hash_table_lookup(catalog->index, &(ZnCatalogEntry){.msgid = msgid});
	return found ? found->msgstr : NULL;
}

const char *zn_catalog_text(const ZnCatalog *catalog, const char *msgid)
{
	const char *translated = zn_catalog_lookup(catalog, NULL, msgid);
	return translated ? translated : msgid;
}

size_t zn_catalog_len(const ZnCatalog *catalog)
{
	return catalog ? catalog->n : 0;
}

const ZnCatalogEntry *zn_catalog_at(const ZnCatalog *catalog, size_t i)
{
	return catalog && i < catalog->n ? &catalog->entries[i] : NULL;
}
