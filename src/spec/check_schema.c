/* Walks a specification along the schema's tables. */
#include "base/json.h"
#include "spec/check.h"

#include <string.h>

/* What a problem counts when forms are compared. A form is the least likely one when nothing of what makes it one is there. */
enum { COST_INCOMPLETE = 2, COST_KIND = 3, COST_UNKNOWN = 4, COST_MISSING = 5 };
#define NO_LIMIT 1000000u
#define LIMIT_STEPS 4000000u /* of comparing forms; only hostile nesting of look-alikes comes near */
#define MAX_FORMS 32         /* objects that may stand at one place; the schema has 19 */

typedef struct Checker {
	ZnContext *context;
	ZnArena *arena;
	const char *file;
	unsigned steps;
} Checker;

/* --- asking the tables --- */

static unsigned kind_of(ZnValue value)
{
	static const uint8_t kinds[] = {[ZN_UNDEFINED] = ZN_SCHEMA_NULL, [ZN_NULL] = ZN_SCHEMA_NULL,     [ZN_BOOL] = ZN_SCHEMA_BOOL,
	                                [ZN_NUMBER] = ZN_SCHEMA_NUMBER,  [ZN_STRING] = ZN_SCHEMA_STRING, [ZN_DATE] = ZN_SCHEMA_NUMBER,
	                                [ZN_ARRAY] = ZN_SCHEMA_ARRAY,    [ZN_OBJECT] = ZN_SCHEMA_OBJECT, [ZN_OPAQUE] = ZN_SCHEMA_OBJECT};
	return kinds[value.type];
}

static const ZnSchemaProperty *find_property(const ZnSchemaObject *object, const char *key)
{
	const ZnSchemaProperty *properties = zn_schema_properties + object->properties;
	size_t low = 0, high = object->n_properties;
	while (low < high) {
		size_t mid = (low + high) / 2;
		int order = strcmp(key, zn_schema_name(properties[mid].name));
		if (!order)
			return &properties[mid];
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return NULL;
}

/* The type of a member; -1 = the object has no such property. */
static int member_type(const ZnSchemaObject *object, const char *key)
{
	const ZnSchemaProperty *property = find_property(object, key);
	return property ? property->type : (int)object->additional - 1;
}

/* Vega-Lite also takes types of measurement in short and in capitals. */
static bool short_measure(const char *text, const char *word)
{
	static const char *const measures[] = {"quantitative", "temporal", "ordinal", "nominal", "geojson"};
	for (size_t i = 0; i < G_N_ELEMENTS(measures); i++)
		if (!strcmp(word, measures[i]))
			return !g_ascii_strcasecmp(text, word) || (!text[1] && g_ascii_tolower(text[0]) == word[0]);
	return false;
}

static bool word_fits(const ZnSchemaType *type, const char *text)
{
	for (size_t i = 0; i < type->n_words; i++) {
		const char *word = zn_schema_name(zn_schema_pool[type->words + i]);
		if (!strcmp(word, text) || short_measure(text, word))
			return true;
	}
	return false;
}

/* Does the value fit as far as can be seen without looking into it? */
static bool fits_outside(ZnValue value, const ZnSchemaType *type)
{
	unsigned kind = kind_of(value);
	if (type->free & kind)
		return true;
	return kind == ZN_SCHEMA_STRING  ? word_fits(type, value.str)
	       : kind == ZN_SCHEMA_ARRAY ? type->n_items > 0
	                                 : kind == ZN_SCHEMA_OBJECT && type->n_objects > 0;
}

/* Properties that may be missing after all: data can come from elsewhere, and conditions of old specs name a selection. */
static bool may_miss(ZnValue value, const char *name)
{
	return !strcmp(name, "data") || ((!strcmp(name, "test") || !strcmp(name, "param")) && zn_has(value, "selection"));
}

static bool missing(ZnValue value, const char *name)
{
	return !zn_has(value, name) && !may_miss(value, name);
}

static const char *required_name(const ZnSchemaObject *object, size_t i)
{
	return zn_schema_name(zn_schema_pool[object->required + i]);
}

/* Does the value have one of the properties that make an object of this form? */
static bool evident(ZnValue value, const ZnSchemaObject *object)
{
	for (size_t i = 0; i < object->n_required; i++)
		if (zn_has(value, required_name(object, i)) && !may_miss(value, required_name(object, i)))
			return true;
	return object->n_required == 0;
}

/* --- how far a value is from a form: 0 = it fits --- */

static unsigned cost(Checker *c, ZnValue value, unsigned type_id, unsigned limit);

/* The problems of an object that its own members show from outside: never more than those it has. */
static unsigned outer_cost(Checker *c, ZnValue value, const ZnSchemaObject *object)
{
	unsigned sum = 0, of_missing = evident(value, object) ? COST_INCOMPLETE : COST_MISSING;
	for (size_t i = 0; i < object->n_required; i++)
		sum += missing(value, required_name(object, i)) ? of_missing : 0;
	for (size_t i = 0; i < value.obj->n; i++) {
		int type = member_type(object, value.obj->members[i].key);
		c->steps++;
		if (type < 0)
			sum += COST_UNKNOWN;
		else if (!fits_outside(value.obj->members[i].value, &zn_schema_types[type]))
			sum += COST_KIND;
	}
	return sum;
}

/* The whole cost, or `limit` when it is not below that. */
static unsigned object_cost(Checker *c, ZnValue value, const ZnSchemaObject *object, unsigned outside, unsigned limit)
{
	unsigned sum = outside;
	for (size_t i = 0; i < value.obj->n && sum < limit; i++) {
		ZnValue member = value.obj->members[i].value;
		int type = member_type(object, value.obj->members[i].key);
		if (type >= 0 && (zn_is_obj(member) || zn_is_arr(member)) && fits_outside(member, &zn_schema_types[type]))
			sum += cost(c, member, (unsigned)type, MIN(limit - sum, COST_KIND)); /* no worse than a member of another kind */
	}
	return MIN(sum, limit);
}

/* The form of an object with the least cost, and that cost: forms are looked into from the one that seems nearest on. */
static const ZnSchemaObject *best_object(Checker *c, ZnValue value, const ZnSchemaType *type, unsigned limit, unsigned *best_cost)
{
	unsigned outside[MAX_FORMS], best = limit;
	const ZnSchemaObject *found = NULL;
	size_t n = MIN(type->n_objects, MAX_FORMS);
	for (size_t i = 0; i < n; i++)
		outside[i] = outer_cost(c, value, &zn_schema_objects[zn_schema_pool[type->objects + i]]);
	for (size_t round = 0; round < n; round++) {
		size_t next = 0;
		for (size_t i = 1; i < n; i++)
			if (outside[i] < outside[next])
				next = i;
		if (outside[next] >= best)
			break;
		const ZnSchemaObject *object = &zn_schema_objects[zn_schema_pool[type->objects + next]];
		unsigned total = object_cost(c, value, object, outside[next], best);
		if (total < best) {
			best = total;
			found = object;
		}
		outside[next] = NO_LIMIT;
	}
	*best_cost = best;
	return found;
}

static unsigned items_cost(Checker *c, ZnValue value, unsigned type_id, unsigned limit)
{
	unsigned sum = 0;
	for (size_t i = 0; i < zn_len(value) && sum < limit; i++)
		sum += cost(c, zn_at(value, i), type_id, limit - sum);
	return MIN(sum, limit);
}

/* The type of an array's items with the least cost, and that cost. */
static unsigned best_items(Checker *c, ZnValue value, const ZnSchemaType *type, unsigned limit, unsigned *best_cost)
{
	unsigned best = limit, found = zn_schema_pool[type->items];
	for (size_t i = 0; i < type->n_items && best; i++) {
		unsigned total = items_cost(c, value, zn_schema_pool[type->items + i], best);
		if (total < best) {
			best = total;
			found = zn_schema_pool[type->items + i];
		}
	}
	*best_cost = best;
	return found;
}

static unsigned cost(Checker *c, ZnValue value, unsigned type_id, unsigned limit)
{
	const ZnSchemaType *type = &zn_schema_types[type_id];
	if (++c->steps > LIMIT_STEPS || (type->free & kind_of(value)))
		return 0;
	if (!fits_outside(value, type))
		return MIN(COST_KIND, limit);
	unsigned total = 0;
	if (zn_is_obj(value))
		best_object(c, value, type, limit, &total);
	else if (zn_is_arr(value))
		best_items(c, value, type, limit, &total);
	return total;
}

/* --- saying what is wrong --- */

/* The candidate most like the word, as a hint. */
static const char *nearest(Checker *c, const char *word, const GPtrArray *candidates)
{
	const char **list = zn_new_n(c->arena, const char *, candidates->len + 1);
	for (guint i = 0; i < candidates->len; i++)
		list[i] = g_ptr_array_index(candidates, i);
	return zn_did_you_mean(c->arena, word, list);
}

/* A value of a kind or a word that cannot stand there. `words` are all words that could. */
static void report_misfit(Checker *c, ZnValue value, const ZnSchemaType *type, const GPtrArray *words, const char *pointer)
{
	const char *hint = zn_is_str(value) && words->len ? nearest(c, value.str, words) : NULL;
	if (zn_is_false(value) && type->free & ZN_SCHEMA_NULL)
		hint = "null turns it off";
	zn_error(c->context->diags, zn_pointer(c->file, pointer), hint, "%s is %s, expected %s", zn_check_key(c->arena, pointer),
	         zn_check_described(c->arena, value, words->len > 0), zn_check_expected(c->arena, type, words));
}

static void report_unknown(Checker *c, const GPtrArray *known, const char *key, const char *pointer)
{
	/* Vega's "filter" of a TopoJSON mesh goes through Vega-Lite, although its schema does not have it. */
	if (!strcmp(key, "filter") && !strcmp(zn_check_key(c->arena, pointer), "format"))
		return;
	/* A misspelt channel would leave the picture without it. */
	bool channel = !strcmp(zn_check_key(c->arena, pointer), "encoding");
	zn_diag(c->context->diags, channel ? ZN_ERROR : ZN_WARNING, zn_pointer(c->file, zn_json_pointer(c->arena, pointer, key)),
	        nearest(c, key, known), "unknown property “%s” in %s", key, zn_check_holder(c->arena, pointer));
}

static void report(Checker *c, ZnValue value, unsigned type_id, const char *pointer);

/* The property that tells a form from the others: the required one that the fewest of them share; NULL = none. */
static const char *telling_name(const ZnSchemaType *type, const ZnSchemaObject *object)
{
	const char *telling = NULL;
	size_t fewest = SIZE_MAX;
	for (size_t i = 0; i < object->n_required; i++) {
		const char *name = required_name(object, i);
		size_t sharing = 0;
		for (size_t k = 0; k < type->n_objects; k++)
			sharing += find_property(&zn_schema_objects[zn_schema_pool[type->objects + k]], name) != NULL;
		if (sharing < fewest && !may_miss(zn_undefined(), name)) {
			fewest = sharing;
			telling = name;
		}
	}
	return telling;
}

/* An object that has nothing of what makes one of the possible forms. */
static void report_formless(Checker *c, const ZnSchemaType *type, const char *pointer)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	g_autoptr(GString) text = g_string_new(NULL);
	for (size_t i = 0; i < type->n_objects; i++) {
		const char *name = telling_name(type, &zn_schema_objects[zn_schema_pool[type->objects + i]]);
		if (name)
			zn_check_add_once(names, name);
	}
	for (guint i = 0; i < names->len; i++)
		zn_check_list(text, g_ptr_array_index(names, i), true, i + 1 == names->len);
	zn_error(c->context->diags, zn_pointer(c->file, pointer), NULL,
	         names->len > 1 ? "%s needs one of the properties %s" : "%s needs the property %s", zn_check_holder(c->arena, pointer),
	         text->str);
}

static void report_missing(Checker *c, ZnValue value, const ZnSchemaType *type, const ZnSchemaObject *object, const char *pointer)
{
	if (!evident(value, object)) {
		report_formless(c, type, pointer);
		return;
	}
	for (size_t i = 0; i < object->n_required; i++)
		if (missing(value, required_name(object, i)))
			zn_error(c->context->diags, zn_pointer(c->file, pointer), NULL, "%s needs the property “%s”",
			         zn_check_holder(c->arena, pointer), required_name(object, i));
}

/* A member of a known name. Where it holds a word that no form of the object allows, the words of all forms count as possible. */
static void report_member(Checker *c, const ZnMember *member, const ZnSchemaType *forms, unsigned type_id, const char *pointer)
{
	const ZnSchemaType *type = &zn_schema_types[type_id];
	if (!zn_is_str(member->value) || fits_outside(member->value, type)) {
		report(c, member->value, type_id, pointer);
		return;
	}
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	zn_check_add_words(words, type);
	for (size_t i = 0; i < forms->n_objects; i++) {
		const ZnSchemaProperty *property = find_property(&zn_schema_objects[zn_schema_pool[forms->objects + i]], member->key);
		if (property)
			zn_check_add_words(words, &zn_schema_types[property->type]);
	}
	report_misfit(c, member->value, type, words, pointer);
}

static void report_object(Checker *c, ZnValue value, const ZnSchemaType *type, const char *pointer)
{
	unsigned total;
	const ZnSchemaObject *object = best_object(c, value, type, NO_LIMIT, &total);
	if (!object)
		return;
	report_missing(c, value, type, object, pointer);
	g_autoptr(GPtrArray) known = g_ptr_array_new();
	for (size_t i = 0; i < type->n_objects; i++) {
		const ZnSchemaObject *form = &zn_schema_objects[zn_schema_pool[type->objects + i]];
		for (size_t k = 0; (form == object || !evident(value, object)) && k < form->n_properties; k++)
			zn_check_add_once(known, zn_schema_name(zn_schema_properties[form->properties + k].name));
	}
	for (size_t i = 0; i < value.obj->n; i++) {
		const ZnMember *member = &value.obj->members[i];
		int of_member = member_type(object, member->key);
		if (of_member >= 0)
			report_member(c, member, type, (unsigned)of_member, zn_json_pointer(c->arena, pointer, member->key));
		else if (strcmp(member->key, "selection"))
			report_unknown(c, known, member->key, pointer);
	}
}

static void report(Checker *c, ZnValue value, unsigned type_id, const char *pointer)
{
	const ZnSchemaType *type = &zn_schema_types[type_id];
	unsigned total;
	if (!cost(c, value, type_id, 1))
		return;
	if (!fits_outside(value, type)) {
		g_autoptr(GPtrArray) words = g_ptr_array_new();
		zn_check_add_words(words, type);
		report_misfit(c, value, type, words, pointer);
	} else if (zn_is_obj(value)) {
		report_object(c, value, type, pointer);
	} else {
		unsigned items = best_items(c, value, type, NO_LIMIT, &total);
		for (size_t i = 0; i < zn_len(value); i++)
			report(c, zn_at(value, i), items, zn_json_pointer_index(c->arena, pointer, i));
	}
}

void zn_check_schema(ZnContext *context, const char *file, ZnValue spec)
{
	Checker checker = {context, context->arena, file, 0};
	report(&checker, spec, 0, "");
}
