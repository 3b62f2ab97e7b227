#include "base/arena.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define ALIGNMENT 16
#define FIRST_CHUNK (32u << 10)
#define LARGEST_CHUNK (1u << 20)

typedef struct Chunk {
	struct Chunk *next;
	size_t size, used;
} Chunk;

#define HEADER ((sizeof(Chunk) + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1))

typedef struct Deferred {
	struct Deferred *next;
	void (*func)(void *);
	void *data;
} Deferred;

static size_t round_up(size_t size)
{
	return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

struct ZnArena {
	Chunk *chunks; /* the first is the one in use */
	Deferred *deferred;
	size_t next_size, handed_out;
};

ZnArena *zn_arena_new(void)
{
	ZnArena *arena = g_new0(ZnArena, 1);
	arena->next_size = FIRST_CHUNK;
	return arena;
}

void zn_arena_free(ZnArena *arena)
{
	if (!arena)
		return;
	for (Deferred *d = arena->deferred; d; d = d->next)
		d->func(d->data);
	for (Chunk *c = arena->chunks; c;) {
		Chunk *next = c->next;
		g_free(c);
		c = next;
	}
	g_free(arena);
}

static Chunk *chunk_new(size_t size)
{
	Chunk *chunk = g_malloc(HEADER + size);
	chunk->size = size;
	chunk->used = 0;
	chunk->next = NULL;
	return chunk;
}

void *zn_arena_alloc(ZnArena *arena, size_t size)
{
	g_assert(size <= G_MAXSSIZE);
	size = round_up(MAX(size, 1));
	Chunk *chunk = arena->chunks;
	if (!chunk || chunk->size - chunk->used < size) {
		if (size > arena->next_size / 4 && chunk) {
			/* A big block gets a chunk of its own behind the one in use, whose rest stays usable. */
			Chunk *own = chunk_new(size);
			own->next = chunk->next;
			chunk->next = own;
			chunk = own;
		} else {
			Chunk *fresh = chunk_new(MAX(arena->next_size, size));
			fresh->next = arena->chunks;
			arena->chunks = chunk = fresh;
			arena->next_size = MIN(arena->next_size * 2, LARGEST_CHUNK);
		}
	}
	char *block = (char *)chunk + HEADER + chunk->used;
	chunk->used += size;
	arena->handed_out += size;
	memset(block, 0, size);
	return block;
}

void *zn_arena_grow(ZnArena *arena, const void *old, size_t old_size, size_t new_size)
{
	void *block = zn_arena_alloc(arena, new_size);
	if (old_size)
		memcpy(block, old, MIN(old_size, new_size));
	return block;
}

void *zn_arena_extend(ZnArena *arena, void *old, size_t old_size, size_t new_size)
{
	Chunk *chunk = arena->chunks;
	size_t had = round_up(old_size), wanted = round_up(new_size);
	bool last = chunk && old_size && chunk->used >= had && (char *)old == (char *)chunk + HEADER + chunk->used - had;
	if (!last || new_size > G_MAXSSIZE || chunk->size - chunk->used < wanted - had)
		return zn_arena_grow(arena, old, old_size, new_size);
	memset((char *)old + had, 0, wanted - had);
	chunk->used += wanted - had;
	arena->handed_out += wanted - had;
	return old;
}

char *zn_arena_strndup(ZnArena *arena, const char *text, size_t len)
{
	char *copy = zn_arena_alloc(arena, len + 1);
	if (len)
		memcpy(copy, text, len);
	return copy;
}

char *zn_arena_strdup(ZnArena *arena, const char *text)
{
	return text ? zn_arena_strndup(arena, text, strlen(text)) : NULL;
}

char *zn_arena_vprintf(ZnArena *arena, const char *format, va_list args)
{
	va_list again;
	va_copy(again, args);
	int len = vsnprintf(NULL, 0, format, args);
	g_assert(len >= 0);
	char *text = zn_arena_alloc(arena, (size_t)len + 1);
	vsnprintf(text, (size_t)len + 1, format, again);
	va_end(again);
	return text;
}

char *zn_arena_printf(ZnArena *arena, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	char *text = zn_arena_vprintf(arena, format, args);
	va_end(args);
	return text;
}

void zn_arena_defer(ZnArena *arena, void (*free_func)(void *), void *data)
{
	Deferred *deferred = zn_new(arena, Deferred);
	deferred->func = free_func;
	deferred->data = data;
	deferred->next = arena->deferred;
	arena->deferred = deferred;
}

size_t zn_arena_used(const ZnArena *arena)
{
	return arena->handed_out;
}
