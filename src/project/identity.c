#include "project/identity.h"

#include "base/file.h"

#include <elf.h>
#include <glib.h>
#include <link.h>
#include <stdlib.h>
#include <string.h>

/* Libraries beside our own code that other bytes may come from. All that the process has loaded would be too much: what LD_PRELOAD or a locale
 * brings in changes no page; and what is loaded when it is asked for may be here or not. */
static const char *const drawing[] = {"libcairo.",    "libharfbuzz.", "libfreetype.", "libfontconfig.",
                                      "libcmark-gfm", "libdeflate.",  "libyaml-"};

static bool has_own_code(const struct dl_phdr_info *info)
{
	ElfW(Addr) here = (ElfW(Addr))(uintptr_t)zn_program_identity - info->dlpi_addr;
	for (int i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *part = &info->dlpi_phdr[i];
		if (part->p_type == PT_LOAD && here >= part->p_vaddr && here - part->p_vaddr < part->p_memsz)
			return true;
	}
	return false;
}

static bool draws(const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	for (size_t i = 0; i < G_N_ELEMENTS(drawing); i++)
		if (g_str_has_prefix(name, drawing[i]))
			return true;
	return false;
}

/* Notes are aligned to 4 bytes (elf(5)); those of 8 (.note.gnu.property) stand in segments of their own. */
static size_t padded(size_t n)
{
	return (n + 3) & ~(size_t)3;
}

static bool add_build_id(GChecksum *sum, const struct dl_phdr_info *info)
{
	for (int i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *part = &info->dlpi_phdr[i];
		if (part->p_type != PT_NOTE || part->p_align > 4)
			continue;
		const char *at = (const char *)(uintptr_t)(info->dlpi_addr + part->p_vaddr), *end = at + part->p_memsz;
		while ((size_t)(end - at) >= sizeof(ElfW(Nhdr))) {
			const ElfW(Nhdr) *note = (const void *)at;
			const char *name = at + sizeof *note, *id = name + padded(note->n_namesz);
			if (note->n_type == NT_GNU_BUILD_ID && note->n_namesz == sizeof ELF_NOTE_GNU &&
			    !memcmp(name, ELF_NOTE_GNU, sizeof ELF_NOTE_GNU)) {
				g_checksum_update(sum, (const guchar *)id, note->n_descsz);
				return true;
			}
			at = id + padded(note->n_descsz);
		}
	}
	return false;
}

static void add_file(GChecksum *sum, const char *path)
{
	g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, NULL);
	if (file)
		g_checksum_update(sum, (const guchar *)g_mapped_file_get_contents(file), (gssize)g_mapped_file_get_length(file));
}

/* The digests of what counts, one line each; `lines` are sorted later, since the order of loading means nothing. */
static int visit(struct dl_phdr_info *info, size_t size, void *lines)
{
	const char *path = *info->dlpi_name ? info->dlpi_name : "/proc/self/exe"; /* the program itself has no name here */
	if (!has_own_code(info) && !draws(path))
		return 0;
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	if (!add_build_id(sum, info))
		add_file(sum, path);
	g_ptr_array_add(lines, g_strdup(g_checksum_get_string(sum)));
	return 0;
}

static int compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

const char *zn_program_identity(ZnArena *arena)
{
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
	dl_iterate_phdr(visit, lines);
	g_ptr_array_sort(lines, compare);
	g_autoptr(GString) all = g_string_new(ZN_VERSION);
	for (guint i = 0; i < lines->len; i++)
		g_string_append_printf(all, " %s", (const char *)lines->pdata[i]);
	return zn_sha256(arena, all->str, all->len);
}
