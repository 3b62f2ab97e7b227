#include "text/internal.h"

#include "base/file.h"
#include "text/text-config.h"

#include <cairo-ft.h>
#include <hb-ot.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- finding our data --- */

static char *program_dir(void)
{
	g_autofree char *exe = g_file_read_link("/proc/self/exe", NULL);
	return exe ? g_path_get_dirname(exe) : NULL;
}

char *zn_text_data_file(const char *relative)
{
	g_autoptr(GPtrArray) roots = g_ptr_array_new_with_free_func(g_free);
	const char *env = g_getenv("ZHINU_DATA_DIR");
	if (env)
		g_ptr_array_add(roots, g_canonicalize_filename(env, NULL));
	g_autofree char *bin = program_dir();
	if (bin) {
		g_ptr_array_add(roots, g_canonicalize_filename("../share/zhinu", bin));
		/* the build tree: a parent folder that meson made */
		g_autofree char *dir = g_strdup(bin);
		while (dir[1] && dir[0] == '/') {
			g_autofree char *marker = g_build_filename(dir, "meson-private", NULL);
			if (g_file_test(marker, G_FILE_TEST_IS_DIR))
				g_ptr_array_add(roots, g_strdup(dir));
			char *parent = g_path_get_dirname(dir);
			g_free(dir);
			dir = parent;
		}
	}
	g_ptr_array_add(roots, g_strdup(ZN_DATADIR));
	for (guint i = 0; i < roots->len; i++) {
		g_autofree char *path = g_build_filename(roots->pdata[i], relative, NULL);
		if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
			return g_steal_pointer(&path);
	}
	return NULL;
}

/* --- the configuration --- */

/* Without a cache folder fontconfig would read every font file at each start. */
static const char default_cache[] = "<?xml version='1.0'?><fontconfig><cachedir prefix='xdg'>fontconfig</cachedir></fontconfig>";

static FcConfig *load_config(const char *path)
{
	/* not FcInit: that would read the system's configuration and scan its fonts */
	FcConfig *config = FcConfigCreate();
	if (!config)
		return NULL;
	bool ok = FcConfigParseAndLoad(config, (const FcChar8 *)path, FcTrue);
	if (ok) {
		FcStrList *caches = FcConfigGetCacheDirs(config);
		if (!FcStrListNext(caches))
			FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)default_cache, FcFalse);
		FcStrListDone(caches);
		ok = FcConfigBuildFonts(config);
	}
	if (!ok) {
		FcConfigDestroy(config);
		return NULL;
	}
	return config;
}

static bool config_has_fonts(FcConfig *config)
{
	FcFontSet *all = FcConfigGetFonts(config, FcSetSystem);
	return all && all->nfont > 0;
}

static void file_free(void *data)
{
	ZnFontFile *file = data;
	for (guint i = 0; i < file->sizes->len; i++) {
		ZnFace *face = file->sizes->pdata[i];
		if (face->scaled)
			cairo_scaled_font_destroy(face->scaled);
		g_free(face);
	}
	g_ptr_array_free(file->sizes, TRUE);
	if (file->cairo)
		cairo_font_face_destroy(file->cairo);
	hb_font_destroy(file->font);
	g_free(file);
}

ZnFonts *zn_fonts_new(ZnDiags *diags, const char *conf)
{
	const char *env = g_getenv("FONTCONFIG_FILE");
	g_autofree char *path = NULL;
	if (conf || (env && *env))
		path = g_canonicalize_filename(conf ? conf : env, NULL); /* fontconfig takes a relative one for the system's */
	else
		path = zn_text_data_file("fonts/fonts.conf");
	if (!path) {
		zn_error(diags, zn_place(NULL, 0, 0), "install zhinu, set ZHINU_DATA_DIR, or name a fontconfig file in FONTCONFIG_FILE",
		         "cannot find zhinu's fonts.conf");
		return NULL;
	}
	if (!g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
		zn_error(diags, zn_place(path, 0, 0), env && !conf ? "FONTCONFIG_FILE names it" : NULL, "there is no such fonts configuration");
		return NULL;
	}
	FcConfig *config = load_config(path);
	if (!config) {
		zn_error(diags, zn_place(path, 0, 0), NULL, "fontconfig cannot read this fonts configuration");
		return NULL;
	}
	if (!config_has_fonts(config)) {
		zn_error(diags, zn_place(path, 0, 0), "install the Debian packages fonts-paratype and fonts-noto-cjk",
		         "this fonts configuration has no fonts");
		FcConfigDestroy(config);
		return NULL;
	}
	ZnFonts *fonts = g_new0(ZnFonts, 1);
	fonts->config = config;
	fonts->arena = zn_arena_new();
	fonts->conf = zn_arena_strdup(fonts->arena, path);
	fonts->files = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, file_free);
	fonts->sets = g_hash_table_new(g_str_hash, g_str_equal);
	fonts->sorted = g_ptr_array_new_with_free_func((GDestroyNotify)FcFontSetDestroy);
	fonts->tries = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, zn_trie_free);
	fonts->buffer = hb_buffer_create();
	return fonts;
}

void zn_fonts_free(ZnFonts *fonts)
{
	if (!fonts)
		return;
	hb_buffer_destroy(fonts->buffer);
	zn_shape_cache_free(fonts);
	zn_setter_scratch_free(fonts->scratch);
	zn_arena_free(fonts->long_word_arena);
	g_hash_table_destroy(fonts->tries);
	g_hash_table_destroy(fonts->sets);
	g_hash_table_destroy(fonts->files);
	g_ptr_array_free(fonts->sorted, TRUE);
	FcConfigDestroy(fonts->config);
	zn_arena_free(fonts->arena);
	g_free(fonts);
}

/* --- choosing --- */

static ZnFontFile *file_of_pattern(ZnFonts *fonts, FcPattern *pattern)
{
	FcChar8 *path = NULL, *family = NULL;
	FcCharSet *chars = NULL;
	int index = 0, slant = FC_SLANT_ROMAN;
	double weight = FC_WEIGHT_REGULAR;
	if (FcPatternGetString(pattern, FC_FILE, 0, &path) || FcPatternGetCharSet(pattern, FC_CHARSET, 0, &chars))
		return NULL;
	FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
	g_autofree char *key = g_strdup_printf("%s:%d", (char *)path, index);
	ZnFontFile *file = g_hash_table_lookup(fonts->files, key);
	if (file)
		return file;
	FcPatternGetString(pattern, FC_FAMILY, 0, &family);
	FcPatternGetInteger(pattern, FC_SLANT, 0, &slant);
	FcPatternGetDouble(pattern, FC_WEIGHT, 0, &weight);
	file = g_new0(ZnFontFile, 1);
	file->family = zn_arena_strdup(fonts->arena, family ? (char *)family : "");
	file->path = zn_arena_strdup(fonts->arena, (char *)path);
	file->index = index;
	file->weight = (int)FcWeightToOpenTypeDouble(weight);
	file->italic = slant != FC_SLANT_ROMAN;
	file->chars = chars;
	file->sizes = g_ptr_array_new();
	g_hash_table_insert(fonts->files, zn_arena_strdup(fonts->arena, key), file);
	return file;
}

/* A CSS font list, "'PT Sans', serif", as families of a pattern. */
static void add_families(FcPattern *pattern, const char *list)
{
	g_auto(GStrv) names = g_strsplit(list, ",", 0);
	for (char **name = names; *name; name++) {
		char *family = g_strstrip(*name);
		size_t len = strlen(family);
		if (len >= 2 && (family[0] == '"' || family[0] == '\'') && family[len - 1] == family[0]) {
			family[len - 1] = '\0';
			family++;
		}
		if (*family)
			FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
	}
}

static ZnFontSet *sort_fonts(ZnFonts *fonts, const char *family, int weight, bool italic, const char *lang)
{
	FcPattern *pattern = FcPatternCreate();
	add_families(pattern, family);
	/* all that FcDefaultSubstitute would add from the environment is said here */
	FcPatternAddDouble(pattern, FC_WEIGHT, FcWeightFromOpenTypeDouble(CLAMP(weight, 1, 1000)));
	FcPatternAddInteger(pattern, FC_SLANT, italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
	FcPatternAddInteger(pattern, FC_WIDTH, FC_WIDTH_NORMAL);
	FcPatternAddString(pattern, FC_LANG, (const FcChar8 *)lang);
	FcPatternAddBool(pattern, FC_OUTLINE, FcTrue);
	FcPatternAddBool(pattern, FC_VARIABLE, FcFalse);
	FcConfigSubstitute(fonts->config, pattern, FcMatchPattern);
	FcResult result;
	FcFontSet *sorted = FcFontSort(fonts->config, pattern, FcFalse, NULL, &result);
	FcPatternDestroy(pattern);
	ZnFontSet *set = zn_new(fonts->arena, ZnFontSet);
	if (!sorted)
		return set;
	g_ptr_array_add(fonts->sorted, sorted);
	set->files = zn_new_n(fonts->arena, ZnFontFile *, sorted->nfont);
	set->picks = zn_new_n(fonts->arena, struct ZnPick, ZN_PICKS);
	for (int i = 0; i < sorted->nfont; i++) {
		ZnFontFile *file = file_of_pattern(fonts, sorted->fonts[i]);
		if (file)
			set->files[set->n++] = file;
	}
	return set;
}

const ZnFontSet *zn_fonts_set(ZnFonts *fonts, const char *family, int weight, bool italic, const char *lang)
{
	if (!family || !*family)
		family = "sans-serif";
	if (!weight)
		weight = 400;
	char key[256];
	int len = g_snprintf(key, sizeof key, "%d%c%s|%s", weight, italic ? 'i' : 'r', lang, family);
	bool fits = len < (int)sizeof key; /* a family list of 250 bytes and more is sorted each time: nobody writes one */
	ZnFontSet *set = fits ? g_hash_table_lookup(fonts->sets, key) : NULL;
	if (!set) {
		set = sort_fonts(fonts, family, weight, italic, lang);
		if (fits)
			g_hash_table_insert(fonts->sets, zn_arena_strdup(fonts->arena, key), set);
	}
	return set;
}

/* The glyph for the soft hyphen, where the font has one with ink: its text in a PDF is then U+00AD, and that of other hyphens is not. */
static void find_hyphen(ZnFontFile *file)
{
	hb_codepoint_t soft = 0, hard = 0, space = 0;
	hb_glyph_extents_t ink;
	hb_font_get_nominal_glyph(file->font, '-', &hard);
	hb_font_get_nominal_glyph(file->font, ' ', &space);
	bool visible = hb_font_get_nominal_glyph(file->font, 0xad, &soft) && hb_font_get_glyph_extents(file->font, soft, &ink) && ink.width != 0;
	file->hyphen = visible ? soft : hard;
	file->own_hyphen = file->hyphen != hard;
	file->space = space;
}

hb_font_t *zn_font_file_open(ZnFontFile *file)
{
	if (file->font)
		return file->font;
	hb_blob_t *blob = hb_blob_create_from_file(file->path);
	hb_face_t *face = hb_face_create(blob, (unsigned)file->index & 0xffff);
	file->font = hb_font_create(face);
	file->em = hb_face_get_upem(face);
	if (file->index >> 16) /* fontconfig's way to name an instance of a variable font */
		hb_font_set_var_named_instance(file->font, ((unsigned)file->index >> 16) - 1);
	hb_font_extents_t extents = {0};
	if (!hb_font_get_h_extents(file->font, &extents)) {
		extents.ascender = (int)(0.8 * file->em);
		extents.descender = -(int)(0.2 * file->em);
	}
	file->ascent = extents.ascender / file->em;
	file->descent = -extents.descender / file->em;
	hb_face_destroy(face);
	hb_blob_destroy(blob);
	find_hyphen(file);
	return file->font;
}

bool zn_font_file_has(const ZnFontFile *file, gunichar c)
{
	/* HarfBuzz makes spaces of other widths out of the space, and a hard hyphen out of a hyphen */
	if ((c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f || c == 0xa0 || c == '\t')
		c = ' ';
	return FcCharSetHasChar(file->chars, c) || (c == 0x2011 && FcCharSetHasChar(file->chars, '-'));
}

/* --- faces --- */

const ZnFace *zn_font_file_face(ZnFontFile *file, double size)
{
	for (guint i = 0; i < file->sizes->len; i++) {
		ZnFace *face = file->sizes->pdata[i];
		if (face->size == size)
			return face;
	}
	ZnFace *face = g_new0(ZnFace, 1);
	face->file = file;
	face->size = size;
	g_ptr_array_add(file->sizes, face);
	return face;
}

static cairo_font_face_t *cairo_face(ZnFontFile *file)
{
	if (!file->cairo) {
		FcPattern *pattern = FcPatternCreate();
		FcPatternAddString(pattern, FC_FILE, (const FcChar8 *)file->path);
		FcPatternAddInteger(pattern, FC_INDEX, file->index);
		file->cairo = cairo_ft_font_face_create_for_pattern(pattern);
		FcPatternDestroy(pattern);
	}
	return file->cairo;
}

cairo_scaled_font_t *zn_face_scaled_font(const ZnFace *face)
{
	if (!face->scaled) {
		cairo_matrix_t size, identity;
		cairo_matrix_init_scale(&size, face->size, face->size);
		cairo_matrix_init_identity(&identity);
		cairo_font_options_t *options = cairo_font_options_create();
		cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
		cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
		cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
		/* filled on first use: a ZnFonts serves one thread, so this is invisible to callers */
		((ZnFace *)face)->scaled = cairo_scaled_font_create(cairo_face(face->file), &size, &identity, options);
		cairo_font_options_destroy(options);
	}
	return face->scaled;
}

const char *zn_face_family(const ZnFace *face)
{
	return face->file->family;
}

const char *zn_face_file(const ZnFace *face)
{
	return face->file->path;
}

int zn_face_index(const ZnFace *face)
{
	return face->file->index;
}

double zn_face_size(const ZnFace *face)
{
	return face->size;
}

int zn_face_weight(const ZnFace *face)
{
	return face->file->weight;
}

bool zn_face_italic(const ZnFace *face)
{
	return face->file->italic;
}

hb_font_t *zn_face_font(const ZnFace *face)
{
	return zn_font_file_open(face->file);
}

/* --- digest --- */

static int compare_texts(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Font files are named by size and time: they are too large to be read at each build. */
static void add_stat(GPtrArray *lines, const char *path)
{
	struct stat info;
	if (stat(path, &info) == 0)
		g_ptr_array_add(lines, g_strdup_printf("%s %lld %lld.%09ld", path, (long long)info.st_size, (long long)info.st_mtim.tv_sec, info.st_mtim.tv_nsec));
}

static void add_contents(GPtrArray *lines, const char *path)
{
	g_autofree char *bytes = NULL;
	gsize len;
	if (!g_file_get_contents(path, &bytes, &len, NULL))
		return;
	g_autofree char *sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, len);
	g_ptr_array_add(lines, g_strdup_printf("%s %s", path, sum));
}

/* 16 hex digits of the SHA-256 of a face's `head` table: version, checksum of the file, time of its last change. */
static const char *head_digest(ZnArena *arena, hb_face_t *face)
{
	unsigned len;
	hb_blob_t *head = hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd'));
	const char *bytes = hb_blob_get_data(head, &len);
	const char *digest = zn_arena_strndup(arena, zn_sha256(arena, bytes ? bytes : "", len), 16);
	hb_blob_destroy(head);
	return digest;
}

static const char *file_name(ZnArena *arena, const char *path, int index)
{
	g_autofree char *name = g_path_get_basename(path);
	return index ? zn_arena_printf(arena, "%s:%d", name, index) : zn_arena_strdup(arena, name);
}

const char *zn_face_file_name(const ZnFace *face, ZnArena *arena)
{
	return file_name(arena, face->file->path, face->file->index);
}

const char *zn_face_digest(const ZnFace *face, ZnArena *arena)
{
	return head_digest(arena, hb_font_get_face(zn_font_file_open(face->file)));
}

const char *zn_fonts_file_digest(ZnFonts *fonts, ZnArena *arena, const char *name)
{
	FcFontSet *all = FcConfigGetFonts(fonts->config, FcSetSystem);
	for (int i = 0; all && i < all->nfont; i++) {
		FcChar8 *path;
		int index = 0;
		if (FcPatternGetString(all->fonts[i], FC_FILE, 0, &path) != FcResultMatch)
			continue;
		FcPatternGetInteger(all->fonts[i], FC_INDEX, 0, &index);
		if (strcmp(file_name(arena, (char *)path, index), name))
			continue;
		hb_blob_t *blob = hb_blob_create_from_file((char *)path);
		hb_face_t *face = hb_face_create(blob, (unsigned)index & 0xffff);
		const char *digest = head_digest(arena, face);
		hb_face_destroy(face);
		hb_blob_destroy(blob);
		return digest;
	}
	return NULL;
}

const char *zn_fonts_digest(ZnFonts *fonts, ZnArena *arena)
{
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
	FcStrList *confs = FcConfigGetConfigFiles(fonts->config);
	for (FcChar8 *path; (path = FcStrListNext(confs));)
		add_contents(lines, (char *)path);
	FcStrListDone(confs);
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal); /* a collection is one file with many fonts */
	FcFontSet *all = FcConfigGetFonts(fonts->config, FcSetSystem);
	for (int i = 0; all && i < all->nfont; i++) {
		FcChar8 *path;
		if (FcPatternGetString(all->fonts[i], FC_FILE, 0, &path) == FcResultMatch && g_hash_table_add(seen, path))
			add_stat(lines, (char *)path);
	}
	zn_hyphenation_add_digest(lines);
	g_ptr_array_sort(lines, compare_texts); /* fontconfig's order is that of the folders on the disk */
	g_ptr_array_add(lines, NULL);
	g_autofree char *text = g_strjoinv("\n", (char **)lines->pdata);
	return zn_sha256(arena, text, strlen(text));
}
