/* Selections: those of old specs as parameters, those of composed views handed down to units. */
#include "spec/normalize_private.h"

#include <string.h>

bool zn_is_selection_param(ZnValue param)
{
	return zn_has(param, "select");
}

/* --- old specs --- */

/* Where data, settings and notes stand: nothing there is a selection. */
static bool opaque_key(const char *key)
{
	return !strcmp(key, "data") || !strcmp(key, "datasets") || !strcmp(key, "usermeta") || !strcmp(key, "config");
}

static bool mentions_selection(ZnValue value)
{
	for (size_t i = 0; zn_is_arr(value) && i < zn_len(value); i++)
		if (mentions_selection(zn_at(value, i)))
			return true;
	for (size_t i = 0; zn_is_obj(value) && i < zn_len(value); i++) {
		const ZnMember *member = &value.obj->members[i];
		if (!strcmp(member->key, "selection") || (!opaque_key(member->key) && mentions_selection(member->value)))
			return true;
	}
	return false;
}

/* Whether each old selection selects all or nothing while it is empty: name -> bool. */
static void collect_empty(ZnArena *arena, ZnValue spec, ZnObject *empty)
{
	for (size_t i = 0; zn_is_arr(spec) && i < zn_len(spec); i++)
		collect_empty(arena, zn_at(spec, i), empty);
	for (size_t i = 0; zn_is_obj(spec) && i < zn_len(spec); i++) {
		const ZnMember *member = &spec.obj->members[i];
		if (strcmp(member->key, "selection") || !zn_is_obj(member->value)) {
			if (!opaque_key(member->key))
				collect_empty(arena, member->value, empty);
			continue;
		}
		for (size_t k = 0; k < zn_len(member->value); k++) {
			const ZnMember *selection = &member->value.obj->members[k];
			zn_object_set(arena, empty, selection->key, zn_bool(!zn_is_string(zn_get(selection->value, "empty"), "none")));
		}
	}
}

/* A selection's name, or names under and, or, not, as a predicate. */
static ZnValue predicate(ZnArena *arena, const ZnObject *empty, ZnValue selection)
{
	if (zn_is_str(selection)) {
		const ZnValue *all = zn_object_lookup(empty, selection.str);
		return zn_build(arena, {"param", selection}, {"empty", all ? *all : zn_bool(true)});
	}
	if (zn_is_arr(selection)) {
		ZnArray *list = zn_array_new(arena, zn_len(selection));
		for (size_t i = 0; i < zn_len(selection); i++)
			zn_array_push(arena, list, predicate(arena, empty, zn_at(selection, i)));
		return zn_arr(list);
	}
	if (!zn_is_obj(selection))
		return selection;
	ZnObject *object = zn_object_new(arena);
	for (size_t i = 0; i < zn_len(selection); i++)
		zn_object_set(arena, object, selection.obj->members[i].key, predicate(arena, empty, selection.obj->members[i].value));
	return zn_obj(object);
}

static ZnValue selection_params(ZnArena *arena, ZnValue selections)
{
	ZnArray *params = zn_array_new(arena, zn_len(selections));
	for (size_t i = 0; i < zn_len(selections); i++) {
		const ZnMember *member = &selections.obj->members[i];
		ZnValue select = zn_without(arena, member->value, ZN_KEYS("init", "bind", "empty"));
		bool single = zn_is_string(zn_get(select, "type"), "single");
		if (single || zn_is_string(zn_get(select, "type"), "multi"))
			select = zn_with(arena, select, "type", zn_str("point"));
		if (single)
			select = zn_with(arena, select, "toggle", zn_bool(false));
		zn_array_push(arena, params,
		              zn_build(arena, {"name", zn_str(member->key)}, {"value", zn_get(member->value, "init")}, {"select", select},
		                       {"bind", zn_get(member->value, "bind")}));
	}
	return zn_arr(params);
}

/* Rewrites "selection" wherever it stands; `key` is the member's name that holds the value. */
static ZnValue modernise(ZnArena *arena, const ZnObject *empty, const char *key, ZnValue value)
{
	if (zn_is_arr(value)) {
		ZnArray *list = zn_array_new(arena, zn_len(value));
		for (size_t i = 0; i < zn_len(value); i++)
			zn_array_push(arena, list, modernise(arena, empty, key, zn_at(value, i)));
		return zn_arr(list);
	}
	if (!zn_is_obj(value))
		return value;
	ZnValue selection = zn_get(value, "selection");
	bool reference = zn_is_str(selection) && (!strcmp(key, "domain") || !strcmp(key, "extent") || !strcmp(key, "from"));
	bool predicates = !strcmp(key, "filter") || !strcmp(key, "and") || !strcmp(key, "or") || !strcmp(key, "not");
	if (predicates && !zn_is_undefined(selection))
		return predicate(arena, empty, selection);
	ZnObject *object = zn_object_new(arena);
	for (size_t i = 0; i < zn_len(value); i++) {
		const ZnMember *member = &value.obj->members[i];
		if (strcmp(member->key, "selection"))
			zn_object_set(arena, object, member->key,
			              opaque_key(member->key) ? member->value : modernise(arena, empty, member->key, member->value));
		else if (reference)
			zn_object_set(arena, object, "param", selection);
		else if (!strcmp(key, "condition"))
			zn_object_set(arena, object, "test", predicate(arena, empty, selection));
		else
			zn_object_set(arena, object, "params",
			              selection_params(arena, zn_is_obj(selection) ? selection : zn_obj(zn_object_new(arena))));
	}
	return zn_obj(object);
}

ZnValue zn_normalize_old_selections(ZnNormalizer *n, ZnValue spec)
{
	if (!mentions_selection(spec))
		return spec;
	ZnObject *empty = zn_object_new(n->arena);
	collect_empty(n->arena, spec, empty);
	return modernise(n->arena, empty, "", spec);
}

/* --- handing down --- */

typedef struct Path {
	const struct Path *up;
	const char *name; /* of the view, or NULL */
} Path;

static size_t depth(const Path *path)
{
	size_t count = 0;
	for (; path; path = path->up)
		count++;
	return count;
}

/* How deep the view of that name stands on the path; 0 = not there. */
static size_t find_on_path(const Path *path, ZnValue name)
{
	size_t found = 0, level = depth(path);
	for (; path; path = path->up, level--)
		if (path->name && zn_is_string(name, path->name))
			found = level;
	return found;
}

/* "views" holds names of units or of views around them, or lists of such names from the outside in. */
static bool meant(ZnValue view, const Path *path)
{
	if (!zn_is_arr(view))
		return find_on_path(path, view) > 0;
	size_t last = 0;
	for (size_t i = 0; i < zn_len(view); i++) {
		size_t level = find_on_path(path, zn_at(view, i));
		if (level <= last)
			return false;
		last = level;
	}
	return true;
}

static ZnValue hand_to_unit(ZnNormalizer *n, ZnValue spec, const Path *path)
{
	ZnArray *params = zn_array_new(n->arena, 0);
	for (size_t i = 0; i < n->selections->n; i++) {
		ZnValue views = zn_get(n->selections->items[i], "views");
		bool all = zn_len(views) == 0, added = false;
		for (size_t k = 0; k < MAX(zn_len(views), 1) && !added; k++)
			if ((added = all || meant(zn_at(views, k), path)))
				zn_array_push(n->arena, params, n->selections->items[i]);
	}
	return params->n ? zn_with(n->arena, spec, "params", zn_arr(params)) : spec;
}

static ZnValue hand_down(ZnNormalizer *n, ZnValue spec, const Path *up)
{
	static const char *const lists[] = {"layer", "hconcat", "vconcat", "concat"};
	Path path = {up, zn_get_str(spec, "name", NULL)};
	if (zn_has(spec, "mark"))
		return n->selections->n ? hand_to_unit(n, spec, &path) : spec;
	ZnValue params = zn_get(spec, "params");
	if (zn_is_arr(params)) {
		ZnArray *rest = zn_array_new(n->arena, 0);
		for (size_t i = 0; i < zn_len(params); i++)
			zn_array_push(n->arena, zn_is_selection_param(zn_at(params, i)) ? n->selections : rest, zn_at(params, i));
		spec = zn_with(n->arena, spec, "params", rest->n ? zn_arr(rest) : zn_undefined());
	}
	if (zn_has(spec, "spec"))
		return zn_with(n->arena, spec, "spec", hand_down(n, zn_get(spec, "spec"), &path));
	for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
		ZnValue children = zn_get(spec, lists[i]);
		if (!zn_is_arr(children))
			continue;
		ZnArray *mapped = zn_array_new(n->arena, zn_len(children));
		for (size_t k = 0; k < zn_len(children); k++)
			zn_array_push(n->arena, mapped, hand_down(n, zn_at(children, k), &path));
		spec = zn_with(n->arena, spec, lists[i], zn_arr(mapped));
	}
	return spec;
}

/* Is there a selection in a composed view at all? Most specs have none and stay as they are. */
static bool any_to_hand_down(ZnValue spec)
{
	static const char *const lists[] = {"layer", "hconcat", "vconcat", "concat"};
	if (zn_has(spec, "mark"))
		return false;
	ZnValue params = zn_get(spec, "params");
	for (size_t i = 0; i < zn_len(params); i++)
		if (zn_is_selection_param(zn_at(params, i)))
			return true;
	for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
		ZnValue children = zn_get(spec, lists[i]);
		for (size_t k = 0; k < zn_len(children); k++)
			if (any_to_hand_down(zn_at(children, k)))
				return true;
	}
	return zn_has(spec, "spec") && any_to_hand_down(zn_get(spec, "spec"));
}

ZnValue zn_normalize_hand_down_selections(ZnNormalizer *n, ZnValue spec)
{
	return any_to_hand_down(spec) ? hand_down(n, spec, NULL) : spec;
}
