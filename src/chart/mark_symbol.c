/* Points, circles and squares. */
#include "chart/mark.h"

#include <math.h>

static void encode_any(ZnEncode *e, const char *shape)
{
	e->ignore[ZN_P_ALIGN] = e->ignore[ZN_P_BASELINE] = true;
	zn_encode_base(e);
	zn_position_point(e, ZN_CH_X, ZN_DEFAULT_MID, ZN_P_X);
	zn_position_point(e, ZN_CH_Y, ZN_DEFAULT_MID, ZN_P_Y);
	zn_encode_channel(e, ZN_CH_SIZE, ZN_P_SIZE, zn_undefined());
	zn_encode_channel(e, ZN_CH_ANGLE, ZN_P_ANGLE, zn_undefined());
	if (shape)
		zn_rule_set(e, ZN_P_SHAPE, zn_ref_value(e, zn_str(shape)));
	else
		zn_encode_channel(e, ZN_CH_SHAPE, ZN_P_SHAPE, zn_undefined());
}

static void encode_point(ZnEncode *e)
{
	encode_any(e, NULL);
}

static void encode_circle(ZnEncode *e)
{
	encode_any(e, "circle");
}

static void encode_square(ZnEncode *e)
{
	encode_any(e, "square");
}

static void item(ZnEncode *e, size_t row, ZnItem *it)
{
	it->x = zn_rule_num(e, ZN_P_X, row, 0);
	it->y = zn_rule_num(e, ZN_P_Y, row, 0);
	it->symbol.shape = zn_rule_str(e, ZN_P_SHAPE, row, "circle");
	it->symbol.size = zn_rule_num(e, ZN_P_SIZE, row, 30);
	it->symbol.angle = zn_rule_num(e, ZN_P_ANGLE, row, 0);
}

const ZnMark zn_mark_point = {"point", encode_point, item, ZN_ITEM_SYMBOL};
const ZnMark zn_mark_circle = {"circle", encode_circle, item, ZN_ITEM_SYMBOL};
const ZnMark zn_mark_square = {"square", encode_square, item, ZN_ITEM_SYMBOL};
