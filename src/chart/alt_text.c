#include "chart/alt_text.h"

#include "chart/encode.h"

#include "base/json.h"
#include "format/format.h"

#include <math.h>
#include <string.h>

#define MOST_SERIES 6 /* told one by one */

/* One channel of the view that is told of. */
typedef struct Field {
	const ZnChannelDef *def;
	const ZnValue *cells;
	const char *title;
	const char *time_format; /* of times; NULL = none */
	const char *number_format;
	bool utc;
} Field;

typedef struct Teller {
	ZnChart *chart;
	ZnInst *unit;
	const ZnTable *table;
	const ZnAltWords *words;
	GString *out;
	Field measure, dimension, series;
} Teller;

/* --- the view --- */

typedef struct Search {
	ZnInst *unit;  /* the first that measures something */
	ZnInst *first; /* the first with marks at all */
	size_t plots;
	const ZnInst *plot;
} Search;

static bool is_measure(const ZnChannelDef *def)
{
	return def && def->is_field && def->type == ZN_QUANTITATIVE && def->bin != ZN_BIN_BINNING;
}

static const ZnChannelDef *def_of(const ZnInst *unit, ZnChannel channel)
{
	const ZnChannelDef *def = zn_view_channel(unit->view, channel);
	return def ? zn_channel_def_data(def) : NULL;
}

static void look(ZnInst *unit, void *user)
{
	static const ZnChannel channels[] = {ZN_CH_X, ZN_CH_Y, ZN_CH_THETA, ZN_CH_COLOR, ZN_CH_SIZE};
	static const char *const helpers[] = {"text", "rule", "image", NULL};
	Search *search = user;
	const ZnInst *plot = zn_inst_plot(unit);
	search->plots += plot != search->plot;
	search->plot = plot;
	bool measured = false;
	for (size_t i = 0; i < G_N_ELEMENTS(channels); i++)
		measured = measured || is_measure(def_of(unit, channels[i]));
	if (!search->first)
		search->first = unit;
	if (!search->unit && measured && unit->main && unit->main->n_rows && !g_strv_contains(helpers, unit->view->mark.type))
		search->unit = unit;
}

/* --- fields --- */

static const char *own_title(const ZnChannelDef *def)
{
	const ZnValue titles[] = {def->title, zn_get(def->axis, "title"), zn_get(def->legend, "title"), zn_get(def->header, "title")};
	for (size_t i = 0; i < G_N_ELEMENTS(titles); i++) {
		if (zn_is_str(titles[i]) && *titles[i].str)
			return titles[i].str;
	}
	return NULL;
}

/* Whether the author wants no title: readers see what it is, names of countries or years. */
static bool is_untitled(const ZnChannelDef *def)
{
	return zn_is_null(def->title) || zn_is_null(zn_get(def->axis, "title")) || zn_is_null(zn_get(def->header, "title"));
}

/* "Year" within an English sentence is "year"; "GDP" stays. */
static const char *within(const Teller *t, const char *title)
{
	if (strcmp(t->words->lang, "en") || !g_ascii_isupper(title[0]) || !g_ascii_islower(title[1]))
		return title;
	char *lower = zn_arena_strdup(t->chart->context->arena, title);
	lower[0] = g_ascii_tolower(lower[0]);
	return lower;
}

/* Places for three or four digits that count, as a reader would round. */
static const char *number_format(const Teller *t, const ZnValue *cells, bool dimension)
{
	double largest = 0;
	bool years = true;
	for (size_t i = 0; i < t->table->n_rows; i++) {
		double n = zn_is_nullish(cells[i]) ? NAN : zn_to_num(cells[i]);
		largest = isfinite(n) ? fmax(largest, fabs(n)) : largest;
		years = years && !(n < 1000 || n >= 3000 || n != floor(n));
	}
	if (years && dimension)
		return "d";
	return largest >= 100 ? ",.1~f" : largest >= 1 ? ",.2~f" : ",.3~g";
}

/* As coarse as all the times are. */
static const char *time_format(const Teller *t, const Field *field)
{
	const ZnChannelDef *def = field->def;
	if (def->has_time_unit && def->time_unit.units)
		return zn_time_unit_specifier(t->chart->context->arena, &def->time_unit);
	static const char *const formats[] = {"%Y", "%Y-%m", "%Y-%m-%d"}, *const tests[] = {"01-01 00:00", "01 00:00", "00:00"},
	                  *const parts[] = {"%m-%d %H:%M", "%d %H:%M", "%H:%M"};
	for (size_t f = 0; f < G_N_ELEMENTS(formats); f++) {
		bool all = true;
		for (size_t i = 0; all && i < t->table->n_rows; i++) {
			double ms = zn_to_num(field->cells[i]);
			all = zn_is_nullish(field->cells[i]) || isnan(ms) ||
			      !strcmp(zn_format_time(t->chart->context->arena, t->chart->context->locale, parts[f], ms, field->utc), tests[f]);
		}
		if (all)
			return formats[f];
	}
	return "%Y-%m-%d %H:%M";
}

static Field field_of(const Teller *t, const ZnChannelDef *def, bool dimension)
{
	ZnArena *arena = t->chart->context->arena;
	Field field = {.def = def};
	int column = def && def->is_field ? zn_table_find(t->table, zn_channel_def_column(arena, def, NULL)) : -1;
	if (column < 0)
		return (Field){0};
	field.cells = t->table->cols[column].cells;
	const char *title = own_title(def);
	field.title = zn_translate(t->chart, title ? title : zn_default_title(t->chart, def, t->unit->view->config));
	if (def->type == ZN_TEMPORAL || def->has_time_unit) {
		field.utc = (def->has_time_unit && def->time_unit.utc) || zn_is_string(zn_get(def->scale, "type"), "utc");
		field.time_format = time_format(t, &field);
	} else if (def->type == ZN_QUANTITATIVE) {
		ZnValue given = zn_get(def->axis, "format"); /* ticks are rounder than what is told, but their unit counts */
		bool unit = zn_is_str(given) && zn_number_format_valid(given.str) && strpbrk(given.str, "%$p");
		field.number_format = unit ? given.str : number_format(t, field.cells, dimension);
	}
	return field;
}

static const char *text_of(const Teller *t, const Field *field, size_t row)
{
	ZnContext *context = t->chart->context;
	ZnValue value = field->cells[row];
	if (field->time_format)
		return zn_format_time(context->arena, context->locale, field->time_format, zn_to_num(value), field->utc);
	if (field->number_format)
		return zn_format_number_text(context->arena, context->locale, field->number_format, zn_to_num(value));
	return zn_translate(t->chart, zn_to_str(context->arena, value));
}

static double number_of(const Field *field, size_t row)
{
	return zn_is_nullish(field->cells[row]) ? NAN : zn_to_num(field->cells[row]);
}

/* --- one series --- */

typedef struct Points {
	size_t *rows;
	size_t n;
} Points;

/* Whether the dimension goes on from row to row: times and numbers do, names do not. */
static bool is_ordered(const Teller *t)
{
	const Field *d = &t->dimension;
	if (d->time_format || d->number_format)
		return true;
	for (size_t i = 0; i < t->table->n_rows; i++) {
		if (!isfinite(number_of(d, i)))
			return false;
	}
	return true;
}

/* Years: four digits, one after another. */
static bool is_yearly(const Teller *t, const Points *points)
{
	double before = NAN;
	for (size_t i = 0; i < points->n; i++) {
		const char *text = text_of(t, &t->dimension, points->rows[i]);
		double year = t->dimension.time_format ? g_ascii_strtod(text, NULL) : number_of(&t->dimension, points->rows[i]);
		bool fits = year >= 1000 && year < 3000 && year == floor(year) && (!t->dimension.time_format || strlen(text) == 4);
		if (!fits || (i && year != before + 1))
			return false;
		before = year;
	}
	return points->n > 1;
}

static int by_dimension(const void *a, const void *b, void *data)
{
	const Field *d = data;
	double x = number_of(d, *(const size_t *)a), y = number_of(d, *(const size_t *)b);
	return x < y ? -1 : x > y ? 1 : *(const size_t *)a < *(const size_t *)b ? -1 : 1;
}

/* The rows with a value, in order of the dimension, of one series (NULL = of all). */
static Points points_of(const Teller *t, const char *name)
{
	ZnArena *arena = t->chart->context->arena;
	Points points = {zn_new_n(arena, size_t, t->table->n_rows), 0};
	for (size_t i = 0; i < t->table->n_rows; i++) {
		if (isfinite(number_of(&t->measure, i)) && (!name || !strcmp(name, zn_to_str(arena, t->series.cells[i]))))
			points.rows[points.n++] = i;
	}
	if (t->dimension.cells && is_ordered(t))
		g_qsort_with_data(points.rows, (int)points.n, sizeof *points.rows, by_dimension, (void *)&t->dimension);
	return points;
}

G_GNUC_PRINTF(2, 0) static void say(Teller *t, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	g_string_append_vprintf(t->out, format, args);
	va_end(args);
}

static void say_number(Teller *t, const char *const forms[3], size_t n)
{
	say(t, zn_alt_plural(t->words, forms, n), n);
}

/* -1, 1: every step goes that way; 2: all the same; 0: otherwise. */
static int trend_of(const Teller *t, const Points *points)
{
	bool up = true, down = true, level = true;
	for (size_t i = 1; i < points->n; i++) {
		double step = number_of(&t->measure, points->rows[i]) - number_of(&t->measure, points->rows[i - 1]);
		up = up && step > 0;
		down = down && step < 0;
		level = level && step == 0;
	}
	return level ? 2 : up ? 1 : down ? -1 : 0;
}

static void tell_extremes(Teller *t, const Points *points, bool ends)
{
	size_t low = 0, high = 0;
	for (size_t i = 1; i < points->n; i++) {
		low = number_of(&t->measure, points->rows[i]) < number_of(&t->measure, points->rows[low]) ? i : low;
		high = number_of(&t->measure, points->rows[i]) > number_of(&t->measure, points->rows[high]) ? i : high;
	}
	const struct {
		size_t at;
		const char *format;
	} both[] = {{high, t->words->highest}, {low, t->words->lowest}};
	bool said = !ends;
	for (size_t i = 0; i < 2; i++) {
		double value = number_of(&t->measure, points->rows[both[i].at]);
		if (ends && (value == number_of(&t->measure, points->rows[0]) || value == number_of(&t->measure, points->rows[points->n - 1])))
			continue; /* told already */
		g_string_append(t->out, said && i == 0 ? "" : t->words->comma);
		say(t, both[i].format, text_of(t, &t->measure, points->rows[both[i].at]), text_of(t, &t->dimension, points->rows[both[i].at]));
		said = true;
	}
}

static void tell_course(Teller *t, const Points *points)
{
	const ZnAltWords *w = t->words;
	size_t first = points->rows[0], last = points->rows[points->n - 1];
	bool yearly = is_yearly(t, points), dated = yearly || t->dimension.time_format;
	say(t, yearly ? w->from_to_years : dated ? w->from_to_in : w->from_to, text_of(t, &t->measure, first), text_of(t, &t->dimension, first),
	    text_of(t, &t->measure, last), text_of(t, &t->dimension, last));
	int trend = points->n > 2 ? trend_of(t, points) : 3;
	const char *words = trend == 2 ? w->level : trend == 1 ? (yearly ? w->rising_yearly : w->rising)
	                    : trend == -1 ? (yearly ? w->falling_yearly : w->falling) : NULL;
	if (words)
		say(t, "%s%s", w->comma, words);
	else if (trend == 0)
		tell_extremes(t, points, true);
}

static void tell_points(Teller *t, const Points *points)
{
	if (points->n == 1) {
		say(t, t->words->one_value, text_of(t, &t->measure, points->rows[0]), text_of(t, &t->dimension, points->rows[0]));
	} else if (is_ordered(t)) {
		tell_course(t, points);
	} else {
		tell_extremes(t, points, false);
		g_string_append(t->out, t->words->comma);
		say_number(t, t->words->values, points->n);
	}
}

/* --- the whole --- */

/* Names of series in order of appearance. */
static char **series_names(const Teller *t, size_t *n)
{
	ZnArena *arena = t->chart->context->arena;
	g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
	char **names = NULL;
	size_t cap = 0;
	*n = 0;
	for (size_t i = 0; t->series.cells && i < t->table->n_rows; i++) {
		char *name = (char *)zn_to_str(arena, t->series.cells[i]);
		if (g_hash_table_add(known, name))
			zn_push(arena, names, *n, cap, name);
	}
	return names;
}

static bool tell_series(Teller *t)
{
	size_t n, told = 0;
	char **names = series_names(t, &n);
	Points all = points_of(t, NULL);
	if (!all.n)
		return false;
	if (n < 2 || n == all.n) { /* none, or a colour for each bar */
		tell_points(t, &all);
		return true;
	}
	say_number(t, t->words->series, n);
	g_string_append(t->out, t->words->colon);
	for (size_t i = 0; i < n && told < MOST_SERIES; i++) {
		Points points = points_of(t, names[i]);
		if (!points.n)
			continue;
		g_string_append(t->out, told++ ? t->words->semicolon : "");
		say(t, t->words->name, zn_translate(t->chart, names[i]));
		tell_points(t, &points);
	}
	if (n > MOST_SERIES) {
		g_string_append(t->out, t->words->semicolon);
		say_number(t, t->words->more, n - MOST_SERIES);
	}
	return true;
}

static void tell_range(Teller *t, const Field *field)
{
	size_t low = 0, high = 0;
	double least = INFINITY, most = -INFINITY;
	for (size_t i = 0; i < t->table->n_rows; i++) {
		double value = number_of(field, i);
		low = value < least ? i : low;
		high = value > most ? i : high;
		least = fmin(least, value);
		most = fmax(most, value);
	}
	if (least <= most)
		say(t, t->words->range, field->title, text_of(t, field, low), text_of(t, field, high));
}

/* Makes the letter at `start` a capital where a sentence begins. */
static void begin_sentence(Teller *t, gsize start)
{
	const char *at = t->out->str + start;
	if (start < 2 || at[-1] != ' ' || at[-2] != '.')
		return;
	char letter[6];
	int len = g_unichar_to_utf8(g_unichar_totitle(g_utf8_get_char(at)), letter);
	g_string_erase(t->out, (gssize)start, g_utf8_next_char(at) - at);
	g_string_insert_len(t->out, (gssize)start, letter, len);
}

/* Two measures, or a measure without a dimension: how many, and between what. */
static void tell_ranges(Teller *t)
{
	gsize start = t->out->len;
	say_number(t, strcmp(t->unit->view->mark.type, "rect") ? t->words->points : t->words->values, t->table->n_rows);
	begin_sentence(t, start);
	const Field *fields[] = {&t->dimension, &t->measure};
	for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
		if (!fields[i]->cells || !fields[i]->number_format)
			continue;
		g_string_append(t->out, t->words->comma);
		tell_range(t, fields[i]);
	}
}

static Field first_discrete(const Teller *t, const ZnChannel *channels, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const ZnChannelDef *def = def_of(t->unit, channels[i]);
		if (def && def->is_field && zn_channel_def_discrete(def) && g_strcmp0(def->field, t->dimension.def ? t->dimension.def->field : NULL))
			return field_of(t, def, true);
	}
	return (Field){0};
}

/* Which channel measures, which one is gone along. Returns whether both axes measure. */
static bool choose_fields(Teller *t)
{
	static const ZnChannel series[] = {ZN_CH_COLOR, ZN_CH_STROKE, ZN_CH_FILL, ZN_CH_DETAIL, ZN_CH_STROKE_DASH, ZN_CH_SHAPE};
	const ZnChannelDef *x = def_of(t->unit, ZN_CH_X), *y = def_of(t->unit, ZN_CH_Y), *color = def_of(t->unit, ZN_CH_COLOR);
	const ZnChannelDef *theta = def_of(t->unit, ZN_CH_THETA), *measure = NULL, *dimension = NULL;
	const char *mark = t->unit->view->mark.type, *orient = t->unit->view->mark.orient;
	bool both = is_measure(x) && is_measure(y), course = zn_path_mark(mark) || !strcmp(mark, "bar");
	if (is_measure(theta)) {
		measure = theta;
		dimension = color;
	} else if (is_measure(x) || is_measure(y)) {
		bool across = both ? orient && !strcmp(orient, "horizontal") && strcmp(mark, "line") : is_measure(x);
		measure = across ? x : y;
		dimension = across ? y : x;
	} else {
		measure = is_measure(color) ? color : def_of(t->unit, ZN_CH_SIZE); /* a heatmap, a table of circles */
	}
	t->measure = field_of(t, measure, false);
	t->dimension = dimension ? field_of(t, dimension, true) : (Field){0};
	if (measure != color && dimension != color)
		t->series = first_discrete(t, series, G_N_ELEMENTS(series));
	return both && !course;
}

/* The composite mark that the unit is a part of; NULL = none. Its parts have styles like "boxplot-median". */
static const char *composite_of(const ZnInst *unit)
{
	static const char *const names[] = {"boxplot", "errorbar", "errorband"};
	const char *style = unit ? zn_get_str(unit->view->mark.raw, "style", "") : "";
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		size_t n = strlen(names[i]);
		if (!strncmp(style, names[i], n) && style[n] == '-')
			return names[i];
	}
	return NULL;
}

/* "Bar chart. " or "Bar chart: the title. " */
static void tell_kind(Teller *t, const char *title, bool scatter)
{
	const ZnAltWords *w = t->words;
	const char *gap = !strcmp(w->lang, "zh") ? "" : " ";
	const char *composite = composite_of(t->unit);
	g_string_append(t->out, zn_alt_mark_name(w, composite ? composite : t->unit ? t->unit->view->mark.type : "", scatter));
	if (title && *title && !t->chart->hide_title) {
		bool ended = strstr(".!?…。！？", g_utf8_prev_char(title + strlen(title))) != NULL;
		g_string_append_printf(t->out, "%s%s%s%s", w->title, title, ended ? "" : w->stop, gap);
	} else {
		g_string_append_printf(t->out, "%s%s", w->stop, gap);
	}
}

/* Returns false when there is nothing to tell of. */
static bool tell_data(Teller *t, bool scatter)
{
	if (scatter || !t->dimension.cells) {
		tell_ranges(t);
	} else {
		gsize start = t->out->len;
		if (is_untitled(t->dimension.def))
			g_string_append(t->out, t->measure.title);
		else
			say(t, t->words->by, t->measure.title, within(t, t->dimension.title));
		if (own_title(t->measure.def)) /* names of columns stay as they are */
			begin_sentence(t, start);
		if (composite_of(t->unit)) { /* what its parts show are quartiles and bounds */
			g_string_append(t->out, t->words->stop);
			return true;
		}
		g_string_append(t->out, t->words->colon);
		if (!tell_series(t))
			return false;
	}
	if (!g_str_has_suffix(t->out->str, t->words->stop)) /* "2020 г." */
		g_string_append(t->out, t->words->stop);
	return true;
}

const char *zn_alt_text(ZnChart *chart, const char *title)
{
	Search search = {0};
	zn_inst_each_unit(chart->top, look, &search);
	g_autoptr(GString) out = g_string_new(NULL);
	Teller t = {.chart = chart, .unit = search.unit ? search.unit : search.first, .words = zn_alt_words(chart->context->lang), .out = out};
	bool scatter = false;
	if (search.unit) {
		t.table = search.unit->main;
		scatter = choose_fields(&t);
	}
	if (search.plots > 1) {
		say_number(&t, t.words->panels, search.plots);
		g_string_append(out, t.words->colon);
	}
	tell_kind(&t, title, scatter);
	gsize kind = out->len;
	if (!t.measure.cells || !tell_data(&t, scatter))
		g_string_truncate(out, kind);
	g_strchomp(out->str);
	return zn_arena_strdup(chart->context->arena, out->str);
}
