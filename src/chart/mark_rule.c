/* Rules: straight lines across the view, or between two points. */
#include "chart/mark.h"

#include <string.h>

static void encode(ZnEncode *e)
{
	static const ZnChannel places[] = {ZN_CH_X, ZN_CH_Y, ZN_CH_LATITUDE, ZN_CH_LONGITUDE};
	const char *orient = e->view->mark.orient;
	bool placed = false;
	for (size_t i = 0; i < G_N_ELEMENTS(places); i++)
		placed |= e->view->encoding[places[i]] != NULL;
	if (!placed)
		return; /* nothing says where: not drawn */
	bool horizontal = orient && !strcmp(orient, "horizontal"), vertical = orient && !strcmp(orient, "vertical");
	e->ignore[ZN_P_SIZE] = e->ignore[ZN_P_ALIGN] = e->ignore[ZN_P_BASELINE] = true;
	zn_encode_base(e);
	if (vertical)
		zn_position_point(e, ZN_CH_X, ZN_DEFAULT_MID, ZN_P_X);
	else
		zn_position_range(e, ZN_CH_X, horizontal ? ZN_DEFAULT_ZERO_OR_MAX : ZN_DEFAULT_MID, ZN_DEFAULT_ZERO_OR_MIN);
	if (horizontal)
		zn_position_point(e, ZN_CH_Y, ZN_DEFAULT_MID, ZN_P_Y);
	else
		zn_position_range(e, ZN_CH_Y, vertical ? ZN_DEFAULT_ZERO_OR_MAX : ZN_DEFAULT_MID, ZN_DEFAULT_ZERO_OR_MIN);
	if (e->view->encoding[ZN_CH_SIZE] || !zn_is_undefined(zn_mark_prop(e->view, "size", "strokeWidth")))
		zn_encode_channel(e, ZN_CH_SIZE, ZN_P_STROKE_WIDTH, zn_undefined());
}

static void item(ZnEncode *e, size_t row, ZnItem *it)
{
	it->x = zn_rule_num(e, ZN_P_X, row, 0);
	it->y = zn_rule_num(e, ZN_P_Y, row, 0);
	it->x2 = zn_rule_num(e, ZN_P_X2, row, it->x);
	it->y2 = zn_rule_num(e, ZN_P_Y2, row, it->y);
	it->fill = (ZnPaint){.kind = ZN_PAINT_NONE};
}

const ZnMark zn_mark_rule = {"rule", encode, item, ZN_ITEM_RULE};
