#include "chart/encode.h"

#include "chart/selection.h"

#include <math.h>
#include <string.h>

static const char *const names[ZN_N_PROPS] = {
	"x", "x2", "xc", "width", "y", "y2", "yc", "height", "fill", "stroke", "opacity", "fillOpacity", "strokeOpacity", "strokeWidth", "strokeDash",
	"strokeDashOffset", "strokeCap", "strokeJoin", "strokeMiterLimit", "blend", "size", "shape", "angle", "text", "font", "fontSize", "fontWeight",
	"fontStyle", "align", "baseline", "dx", "dy", "limit", "ellipsis", "lineHeight", "lineBreak", "radius", "theta", "startAngle", "endAngle",
	"innerRadius", "outerRadius", "padAngle", "cornerRadius", "cornerRadiusTopLeft", "cornerRadiusTopRight", "cornerRadiusBottomRight",
	"cornerRadiusBottomLeft", "interpolate", "tension", "url", "aspect", "href", "description"};

const char *zn_prop_name(ZnProp prop)
{
	return names[prop];
}

void zn_encode_init(ZnEncode *encode, ZnInst *unit, const ZnTable *table)
{
	memset(encode, 0, sizeof *encode);
	encode->unit = unit;
	encode->view = unit->view;
	encode->table = table;
	encode->expr = zn_inst_env(unit);
	encode->transform = zn_inst_transform_env(unit, &encode->expr);
}

/* What Vega's own config and styles give each mark. */
static const struct { const char *mark; ZnProp prop; double value; } vega_defaults[] = {
	{"point", ZN_P_SIZE, 30}, {"point", ZN_P_STROKE_WIDTH, 2}, {"circle", ZN_P_SIZE, 30}, {"circle", ZN_P_STROKE_WIDTH, 2},
	{"square", ZN_P_SIZE, 30}, {"square", ZN_P_STROKE_WIDTH, 2}, {"line", ZN_P_STROKE_WIDTH, 2}, {"trail", ZN_P_SIZE, 2}, {"text", ZN_P_FONT_SIZE, 11}};

void zn_encode_defaults(ZnEncode *encode)
{
	for (int p = 0; p < ZN_N_PROPS; p++) {
		if (encode->rules[p].n || encode->ignore[p] || p <= ZN_P_HEIGHT || p == ZN_P_FILL || p == ZN_P_STROKE)
			continue;
		ZnValue value = zn_mark_prop(encode->view, names[p], NULL);
		if (!zn_is_nullish(value))
			zn_rule_set(encode, p, zn_ref_value(encode, value));
	}
	for (size_t i = 0; i < G_N_ELEMENTS(vega_defaults); i++)
		if (!encode->rules[vega_defaults[i].prop].n && !strcmp(vega_defaults[i].mark, encode->view->mark.type))
			zn_rule_set(encode, vega_defaults[i].prop, zn_ref_num(vega_defaults[i].value));
}

void zn_rule_add(ZnEncode *encode, ZnProp prop, ZnRef ref)
{
	ZnRule *rule = &encode->rules[prop];
	if (ref.kind == ZN_REF_NONE)
		return;
	rule->refs = zn_arena_grow(encode->unit->chart->context->arena, rule->refs, rule->n * sizeof ref, (rule->n + 1) * sizeof ref);
	rule->refs[rule->n++] = ref;
}

void zn_rule_set(ZnEncode *encode, ZnProp prop, ZnRef ref)
{
	encode->rules[prop] = (ZnRule){0};
	zn_rule_add(encode, prop, ref);
}

ZnRef *zn_ref_box(ZnEncode *encode, ZnRef ref)
{
	ZnRef *box = zn_new(encode->unit->chart->context->arena, ZnRef);
	*box = ref;
	return box;
}

ZnRef zn_ref_num(double num)
{
	return (ZnRef){.kind = ZN_REF_VALUE, .value = zn_num(num)};
}

ZnRef zn_ref_value(ZnEncode *encode, ZnValue value)
{
	const char *text = zn_get_str(value, "expr", zn_get_str(value, "signal", NULL));
	if (!text)
		return (ZnRef){.kind = ZN_REF_VALUE, .value = value};
	ZnExpr *expr = zn_expr_parse(encode->unit->chart->context, zn_inst_place(encode->unit, encode->view->mark.pointer), text, NULL);
	if (!expr)
		encode->unit->chart->failed = true;
	return expr ? (ZnRef){.kind = ZN_REF_EXPR, .expr = expr} : (ZnRef){.kind = ZN_REF_NONE};
}

const ZnValue *zn_encode_cells(ZnEncode *encode, const char *column)
{
	ZnArena *arena = encode->unit->chart->context->arena;
	return zn_field_cells(arena, zn_field_parse(arena, column ? column : ""), encode->table);
}

ZnRef zn_ref_field(ZnEncode *encode, const ZnChannelDef *def, const char *suffix, const ZnScale *scale)
{
	ZnContext *context = encode->unit->chart->context;
	if (def->is_datum) {
		ZnRef ref = zn_ref_value(encode, zn_datum_value(context, def->datum, def));
		ref.scale = scale;
		return ref;
	}
	return (ZnRef){.kind = ZN_REF_FIELD, .cells = zn_encode_cells(encode, zn_channel_def_column(context->arena, def, suffix)), .scale = scale};
}

ZnRef zn_ref_text(ZnEncode *encode, const ZnChannelDef *def)
{
	if (def->is_value)
		return zn_ref_value(encode, def->value);
	if (!def->is_field && !def->is_datum)
		return (ZnRef){.kind = ZN_REF_NONE};
	ZnRef ref = zn_ref_field(encode, def, NULL, NULL);
	if (def->is_field && def->bin == ZN_BIN_BINNING)
		ref.cells2 = zn_encode_cells(encode, zn_channel_def_column(encode->unit->chart->context->arena, def, "end"));
	ref.format = zn_text_format_new(encode, def);
	return ref;
}

void zn_ref_set_test(ZnEncode *encode, ZnRef *ref, const ZnCondition *condition)
{
	if (zn_is_str(condition->param)) {
		ref->param = condition->param.str;
		ref->empty = condition->empty;
	} else if (!zn_is_undefined(condition->test)) {
		ref->test = zn_predicate_parse(&encode->transform, condition->test, zn_inst_place(encode->unit, condition->def->pointer));
		if (!ref->test)
			encode->unit->chart->failed = true;
	}
}

/* --- evaluation --- */

static bool missing(ZnValue value)
{
	return zn_is_nullish(value) || isnan(zn_to_num(value));
}

static bool holds(ZnEncode *encode, const ZnRef *ref, size_t row)
{
	if (ref->test)
		return zn_predicate_test(ref->test, &encode->transform, encode->table, row);
	if (ref->param)
		return zn_selection_test(encode->unit, ref->param, ref->empty, encode->table, row);
	return !ref->invalid || missing(ref->invalid[row]);
}

static double gap_offset(const ZnBinGap *gap, const ZnScale *scale, size_t row)
{
	double size = fabs(zn_scale_num(scale, gap->end[row]) - zn_scale_num(scale, gap->start[row]));
	double offset = gap->is_end ? -gap->spacing / 2 : gap->spacing / 2;
	if (gap->min_size > 0 && size < gap->min_size)
		offset = (gap->is_end ? 0.5 : -0.5) * (gap->min_size - size);
	return gap->translate + (gap->reverse ? -offset : offset);
}

static ZnValue eval(ZnEncode *encode, const ZnRef *ref, size_t row)
{
	ZnValue value = ref->value;
	switch (ref->kind) {
	case ZN_REF_FIELD:
		value = ref->cells[row];
		if (ref->add)
			value = zn_num(zn_to_num(value) + ref->add);
		break;
	case ZN_REF_LERP:
		value = zn_num((1 - ref->t) * zn_to_num(ref->cells[row]) + ref->t * zn_to_num(ref->cells2[row]));
		break;
	case ZN_REF_EXPR:
		encode->expr.table = encode->table;
		encode->expr.row = row;
		value = zn_expr_eval(ref->expr, &encode->expr);
		break;
	default:
		break;
	}
	if (ref->format) {
		const char *text = zn_text_format_apply(ref->format, encode->unit->chart->context, value, ref->cells2 ? ref->cells2[row] : zn_undefined());
		value = text ? zn_str(text) : zn_undefined();
	}
	if (ref->scale) {
		value = zn_scale_map(ref->scale, value);
		if (ref->band && zn_is_num(value))
			value.num += ref->band * zn_scale_bandwidth(ref->scale);
	}
	if (ref->offset) {
		ZnValue offset = eval(encode, ref->offset, row);
		if (!zn_is_nullish(offset))
			value = zn_num(zn_to_num(value) + zn_to_num(offset));
	}
	if (ref->gap)
		value = zn_num(zn_to_num(value) + gap_offset(ref->gap, ref->scale, row));
	return value;
}

ZnValue zn_rule_eval(ZnEncode *encode, ZnProp prop, size_t row)
{
	const ZnRule *rule = &encode->rules[prop];
	for (size_t i = 0; i < rule->n; i++)
		if (holds(encode, &rule->refs[i], row))
			return eval(encode, &rule->refs[i], row);
	return zn_undefined();
}

double zn_rule_num(ZnEncode *encode, ZnProp prop, size_t row, double fallback)
{
	ZnValue value = zn_rule_eval(encode, prop, row);
	if (zn_is_nullish(value))
		return fallback;
	double num = zn_is_num(value) ? value.num : zn_to_num(value);
	return isnan(num) && prop <= ZN_P_HEIGHT ? fallback : num; /* what no scale has a place for stands at 0 */
}

const char *zn_rule_str(ZnEncode *encode, ZnProp prop, size_t row, const char *fallback)
{
	ZnValue value = zn_rule_eval(encode, prop, row);
	return zn_is_str(value) ? value.str : fallback;
}
