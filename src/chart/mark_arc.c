/* Arcs: boxes in polar coordinates. */
#include "chart/mark.h"

#include <math.h>

static void encode(ZnEncode *e)
{
	e->ignore[ZN_P_ALIGN] = e->ignore[ZN_P_BASELINE] = e->ignore[ZN_P_SIZE] = e->ignore[ZN_P_THETA] = e->ignore[ZN_P_RADIUS] = true;
	zn_encode_base(e);
	zn_position_point(e, ZN_CH_X, ZN_DEFAULT_MID, ZN_P_X);
	zn_position_point(e, ZN_CH_Y, ZN_DEFAULT_MID, ZN_P_Y);
	zn_position_rect(e, ZN_CH_RADIUS);
	zn_position_rect(e, ZN_CH_THETA);
}

static void item(ZnEncode *e, size_t row, ZnItem *it)
{
	it->x = zn_rule_num(e, ZN_P_X, row, 0);
	it->y = zn_rule_num(e, ZN_P_Y, row, 0);
	it->arc.start = zn_rule_num(e, ZN_P_START_ANGLE, row, 0);
	it->arc.end = zn_rule_num(e, ZN_P_END_ANGLE, row, 0);
	it->arc.inner = zn_rule_num(e, ZN_P_INNER_RADIUS, row, 0);
	it->arc.outer = zn_rule_num(e, ZN_P_OUTER_RADIUS, row, 0);
	it->arc.pad = zn_rule_num(e, ZN_P_PAD_ANGLE, row, 0);
	it->arc.corner_radius = zn_rule_num(e, ZN_P_CORNER_RADIUS, row, 0);
}

const ZnMark zn_mark_arc = {"arc", encode, item, ZN_ITEM_ARC};
