/* An arena: memory that one piece of work (a chart, a report) takes bit by bit and gives back at once.
 *
 * Everything that lives as long as the work itself (values, tables, scales, scene items) is allocated here
 * and never freed on its own, so that no code below has to think about ownership: what a function returns
 * from an arena is valid until the arena is freed. Memory is zeroed and aligned to 16 bytes.
 * An arena belongs to one thread. */
#pragma once

#include <glib.h>
#include <stdarg.h>
#include <stddef.h>

typedef struct ZnArena ZnArena;

ZnArena *zn_arena_new(void);
void zn_arena_free(ZnArena *arena); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ZnArena, zn_arena_free)

/* Zeroed memory of `size` bytes; never NULL (aborts when the machine is out of memory: limits come first). */
void *zn_arena_alloc(ZnArena *arena, size_t size);

/* A copy of `old_size` bytes in a block of `new_size`; the rest is zero. The old block stays valid. */
void *zn_arena_grow(ZnArena *arena, const void *old, size_t old_size, size_t new_size);

/* The same for a block that nobody else adds to: where it is the last that was taken, it grows on the spot. */
void *zn_arena_extend(ZnArena *arena, void *old, size_t old_size, size_t new_size);

char *zn_arena_strdup(ZnArena *arena, const char *text);              /* NULL gives NULL */
char *zn_arena_strndup(ZnArena *arena, const char *text, size_t len); /* exactly len bytes, NUL added */
char *zn_arena_printf(ZnArena *arena, const char *format, ...) G_GNUC_PRINTF(2, 3);
char *zn_arena_vprintf(ZnArena *arena, const char *format, va_list args) G_GNUC_PRINTF(2, 0);

/* Calls free_func(data) when the arena is freed: for the few things that are not ours (a Pango font, a map).
 * Functions run in the reverse order of their registration. */
void zn_arena_defer(ZnArena *arena, void (*free_func)(void *), void *data);

/* Bytes handed out so far, for limits and tests. */
size_t zn_arena_used(const ZnArena *arena);

#define zn_new(arena, Type) ((Type *)zn_arena_alloc((arena), sizeof(Type)))
#define zn_new_n(arena, Type, n) ((Type *)zn_arena_alloc((arena), sizeof(Type) * (size_t)(n)))

/* Appends one element to an arena array kept as pointer + n + cap: zn_push(arena, v->items, v->n, v->cap, item). */
#define zn_push(arena, items, n, cap, item)                                                                             \
	do {                                                                                                                \
		if ((n) == (cap)) {                                                                                             \
			(cap) = (cap) ? (cap)*2 : 8;                                                                                \
			(items) = zn_arena_extend((arena), (items), (n) * sizeof *(items), (cap) * sizeof *(items));                  \
		}                                                                                                               \
		(items)[(n)++] = (item);                                                                                        \
	} while (0)
