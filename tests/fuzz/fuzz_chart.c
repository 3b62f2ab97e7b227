/* A fuzzer of specifications: mutates JSON as a careless author would (members deleted, copied, swapped, values huge or of another type) and
 * renders what comes out, in one process.
 *
 *     mutate-chart [--seconds N] [--seed N] [--base FOLDER] [--keep FILE] SPEC...     mutates the specifications until the time is over
 *     mutate-chart --seconds 0 [--base FOLDER] SPEC...                                renders them as they are: to look at a finding again
 *
 * Every input is written to FILE (default mutated.vl.json) before it is rendered, so that what crashed stays behind; an input that takes
 * longer than 5 seconds of processor time ends the program. With clang and -Dfuzz=true it is also the libFuzzer target fuzz-chart. */
#include "base/json.h"
#include "base/file.h"
#include "zhinu.h"

#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#define MAX_SECONDS 5
#define MAX_BYTES 200000

/* --- mutation --- */

typedef struct Slot { /* a place where a value stands */
	ZnArray *array;
	ZnObject *object;
	size_t i;
} Slot;

typedef struct Slots {
	ZnArena *arena;
	Slot *items;
	size_t n, cap;
} Slots;

static void collect(Slots *slots, ZnValue value)
{
	for (size_t i = 0; zn_is_arr(value) && i < value.arr->n; i++) {
		zn_push(slots->arena, slots->items, slots->n, slots->cap, ((Slot){value.arr, NULL, i}));
		collect(slots, value.arr->items[i]);
	}
	for (size_t i = 0; zn_is_obj(value) && i < value.obj->n; i++) {
		zn_push(slots->arena, slots->items, slots->n, slots->cap, ((Slot){NULL, value.obj, i}));
		collect(slots, value.obj->members[i].value);
	}
}

static ZnValue *value_at(const Slot *slot)
{
	return slot->array ? &slot->array->items[slot->i] : &slot->object->members[slot->i].value;
}

static void delete_at(const Slot *slot)
{
	if (slot->array) {
		memmove(slot->array->items + slot->i, slot->array->items + slot->i + 1, (slot->array->n - slot->i - 1) * sizeof(ZnValue));
		slot->array->n--;
	} else {
		zn_object_remove(slot->object, slot->object->members[slot->i].key);
	}
}

static const char *const junk[] = {
	"null", "true", "false", "0", "-1", "0.5", "1e9", "1e300", "-1e300", "1e-300", "9007199254740993", "\"\"", "\"x\"", "\"year\"", "\"quantitative\"",
	"\"nominal\"", "\"\\u0000\"", "\"😀\"", "\"width\"", "\"count\"", "\"argmax\"", "\"band\"", "\"log\"", "\"2020-13-45\"", "[]", "{}", "[null]", "[[]]", "[1,2]",
	"[\"a\",\"b\"]", "[-1e300,1e300]", "{\"a\":1}", "{\"expr\":\"datum.x\"}", "{\"expr\":\"1/0\"}", "{\"field\":\"a\"}", "{\"band\":0.5}", "{\"step\":1e9}", "{\"param\":\"brush\"}",
	"{\"signal\":\"width\"}", "{\"datum\":5}", "{\"value\":null}", "{\"url\":\"data/cars.json\"}", "\"\\\"'[(.{\\\\\""};

static ZnValue junk_value(ZnArena *arena, ZnDiags *diags, GRand *random)
{
	const char *text = junk[g_rand_int_range(random, 0, G_N_ELEMENTS(junk))];
	ZnValue value;
	return zn_json_parse(arena, diags, "junk", text, strlen(text), &value) ? value : zn_null();
}

static void mutate_once(ZnArena *arena, ZnDiags *diags, GRand *random, ZnValue root)
{
	Slots slots = {.arena = arena};
	collect(&slots, root);
	if (!slots.n)
		return;
	const Slot *a = &slots.items[g_rand_int_range(random, 0, (int)slots.n)], *b = &slots.items[g_rand_int_range(random, 0, (int)slots.n)];
	switch (g_rand_int_range(random, 0, 8)) {
	case 0:
	case 1:
		delete_at(a);
		break;
	case 2: { /* swap; copies, since one may hold the other */
		ZnValue held = zn_value_copy(arena, *value_at(a));
		*value_at(a) = zn_value_copy(arena, *value_at(b));
		*value_at(b) = held;
		break;
	}
	case 3: /* copied elsewhere */
		*value_at(b) = zn_value_copy(arena, *value_at(a));
		break;
	case 4: /* twice */
		if (a->array)
			zn_array_push(arena, a->array, zn_value_copy(arena, *value_at(a)));
		else
			zn_object_set(arena, a->object, "extra", zn_value_copy(arena, *value_at(a)));
		break;
	case 5: /* huge */
		if (zn_is_num(*value_at(a)))
			value_at(a)->num *= g_rand_boolean(random) ? 1e6 : -1e-6;
		else
			*value_at(a) = zn_num(1e15);
		break;
	default:
		*value_at(a) = junk_value(arena, diags, random);
	}
}

/* 1 to 4 mutations of a specification; false when it is none or has become too large. */
static bool mutate(GRand *random, const char *text, size_t len, GString *out)
{
	g_autoptr(ZnArena) arena = zn_arena_new();
	g_autoptr(ZnDiags) diags = zn_diags_new();
	ZnValue root;
	if (!zn_json_parse(arena, diags, "spec", text, len, &root))
		return false;
	for (int i = g_rand_int_range(random, 1, 5); i > 0; i--)
		mutate_once(arena, diags, random, root);
	g_string_truncate(out, 0);
	zn_json_write(out, root);
	return out->len <= MAX_BYTES;
}

/* --- rendering --- */

static ZhinuRenderer *renderer;
static const char *base = ".";

static void render(const char *text, size_t len, const char *format)
{
	ZhinuRequest request = {.text = text, .length = len, .format = format, .base = base};
	zhinu_result_free(zhinu_render(renderer, &request));
}

#ifdef ZN_LIBFUZZER

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t len, size_t max, unsigned seed);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	if (!renderer) {
		base = g_getenv("ZHINU_FUZZ_BASE") ? g_getenv("ZHINU_FUZZ_BASE") : ".";
		renderer = zhinu_renderer_new(NULL);
	}
	g_autofree char *text = g_strndup((const char *)data, len);
	render(text, len, "scene.json");
	return 0;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t len, size_t max, unsigned seed)
{
	GRand *random = g_rand_new_with_seed(seed);
	g_autoptr(GString) out = g_string_new(NULL);
	g_autofree char *text = g_strndup((const char *)data, len);
	if (mutate(random, text, len, out) && out->len <= max) {
		memcpy(data, out->str, out->len);
		len = out->len;
	}
	g_rand_free(random);
	return len;
}

#else

static void too_long(int signal)
{
	static const char message[] = "mutate-chart: an input takes too long\n";
	if (write(STDERR_FILENO, message, sizeof message - 1) < 0)
		_exit(3);
	abort();
}

static void set_timer(int seconds)
{
	struct itimerval timer = {.it_value.tv_sec = seconds};
	setitimer(ITIMER_VIRTUAL, &timer, NULL);
}

typedef struct Options {
	int seconds, seed;
	char *keep;
	char **specs;
} Options;

static bool read_options(int argc, char **argv, Options *o)
{
	g_autofree char *folder = NULL;
	GOptionEntry entries[] = {{"seconds", 0, 0, G_OPTION_ARG_INT, &o->seconds, "How long", "N"},
							  {"seed", 0, 0, G_OPTION_ARG_INT, &o->seed, "Of the random numbers", "N"},
							  {"base", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Folder of the data", "FOLDER"},
							  {"keep", 0, 0, G_OPTION_ARG_FILENAME, &o->keep, "Where the input is kept", "FILE"},
							  {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->specs, "", "SPEC..."},
							  {0}};
	GOptionContext *context = g_option_context_new(NULL);
	g_option_context_add_main_entries(context, entries, NULL);
	bool ok = g_option_context_parse(context, &argc, &argv, NULL) && o->specs;
	g_option_context_free(context);
	if (folder)
		base = g_intern_string(folder);
	return ok;
}

static size_t fuzz(const Options *o)
{
	GRand *random = g_rand_new_with_seed((guint32)o->seed);
	g_autoptr(GString) input = g_string_new(NULL);
	gint64 end = g_get_monotonic_time() + (gint64)o->seconds * G_USEC_PER_SEC;
	size_t n = 0, n_specs = g_strv_length(o->specs);
	while (g_get_monotonic_time() < end) {
		g_autofree char *text = NULL;
		gsize len;
		if (!g_file_get_contents(o->specs[g_rand_int_range(random, 0, (int)n_specs)], &text, &len, NULL) || !mutate(random, text, len, input))
			continue;
		g_file_set_contents(o->keep, input->str, (gssize)input->len, NULL);
		set_timer(MAX_SECONDS);
		render(input->str, input->len, n % 8 ? "scene.json" : n % 16 ? "svg" : "pdf");
		set_timer(0);
		n++;
	}
	g_rand_free(random);
	return n;
}

int main(int argc, char **argv)
{
	Options o = {.seconds = 600, .seed = 1};
	if (!read_options(argc, argv, &o)) {
		fputs("usage: mutate-chart [--seconds N] [--seed N] [--base FOLDER] [--keep FILE] SPEC...\n", stderr);
		return 2;
	}
	if (!o.keep)
		o.keep = g_strdup("mutated.vl.json");
	signal(SIGVTALRM, too_long);
	renderer = zhinu_renderer_new(NULL);
	for (char **spec = o.specs; !o.seconds && *spec; spec++) {
		g_autofree char *text = NULL;
		gsize len;
		if (g_file_get_contents(*spec, &text, &len, NULL))
			render(text, len, "scene.json");
	}
	printf("%zu mutated specifications rendered\n", fuzz(&o));
	zhinu_renderer_free(renderer);
	g_strfreev(o.specs);
	g_free(o.keep);
	return 0;
}

#endif
