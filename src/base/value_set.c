#include "base/value.h"

#include <string.h>

#define FIRST_SIZE 16 /* slots, a power of two */

typedef struct Slot {
	uint32_t hash, number; /* number = index of the value + 1, 0 = free */
} Slot;

struct ZnValueSet {
	ZnArena *arena;
	ZnArray *values;
	Slot *slots; /* open addressing, at most half full */
	size_t size;
};

ZnValueSet *zn_value_set_new(ZnArena *arena)
{
	ZnValueSet *set = zn_new(arena, ZnValueSet);
	set->arena = arena;
	set->values = zn_array_new(arena, 0);
	set->size = FIRST_SIZE;
	set->slots = zn_new_n(arena, Slot, set->size);
	return set;
}

/* The slot of the value, or the free slot where it belongs. */
static Slot *slot_find(const ZnValueSet *set, ZnValue value, uint32_t hash)
{
	size_t mask = set->size - 1, at = hash & mask;
	for (; set->slots[at].number; at = (at + 1) & mask) {
		Slot *slot = &set->slots[at];
		if (slot->hash == hash && zn_same(set->values->items[slot->number - 1], value))
			return slot;
	}
	return &set->slots[at];
}

static void grow(ZnValueSet *set)
{
	Slot *old = set->slots;
	size_t old_size = set->size, mask = old_size * 2 - 1;
	set->size = old_size * 2;
	set->slots = zn_new_n(set->arena, Slot, set->size);
	for (size_t i = 0; i < old_size; i++) {
		if (!old[i].number)
			continue;
		size_t at = old[i].hash & mask;
		while (set->slots[at].number)
			at = (at + 1) & mask;
		set->slots[at] = old[i];
	}
}

size_t zn_value_set_add(ZnValueSet *set, ZnValue value, bool *added)
{
	uint32_t hash = zn_hash(value);
	Slot *slot = slot_find(set, value, hash);
	if (added)
		*added = !slot->number;
	if (slot->number)
		return slot->number - 1;
	g_assert(set->values->n < UINT32_MAX - 1);
	zn_array_push(set->arena, set->values, value);
	size_t index = set->values->n - 1;
	*slot = (Slot){.hash = hash, .number = (uint32_t)index + 1};
	if (set->values->n * 2 > set->size)
		grow(set);
	return index;
}

bool zn_value_set_find(const ZnValueSet *set, ZnValue value, size_t *index)
{
	const Slot *slot = slot_find(set, value, zn_hash(value));
	if (!slot->number)
		return false;
	if (index)
		*index = slot->number - 1;
	return true;
}

const ZnArray *zn_value_set_values(const ZnValueSet *set)
{
	return set->values;
}
