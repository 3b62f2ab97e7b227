/* Bars, rects, ticks and images: boxes between two positions, or a position and a size. */
#include "chart/mark.h"

#include <math.h>
#include <string.h>

static const ZnProp ignored[] = {ZN_P_ALIGN, ZN_P_BASELINE, ZN_P_SIZE};

static void base(ZnEncode *e)
{
	for (size_t i = 0; i < G_N_ELEMENTS(ignored); i++)
		e->ignore[ignored[i]] = true;
	zn_encode_base(e);
}

static void encode_box(ZnEncode *e)
{
	base(e);
	zn_position_rect(e, ZN_CH_X);
	zn_position_rect(e, ZN_CH_Y);
}

static void encode_tick(ZnEncode *e)
{
	bool horizontal = e->view->mark.orient && !strcmp(e->view->mark.orient, "horizontal");
	base(e);
	zn_position_rect(e, horizontal ? ZN_CH_X : ZN_CH_Y);
	zn_position_point(e, horizontal ? ZN_CH_Y : ZN_CH_X, ZN_DEFAULT_MID, horizontal ? ZN_P_YC : ZN_P_XC);
	ZnValue thickness = zn_mark_prop(e->view, "thickness", NULL);
	zn_rule_set(e, horizontal ? ZN_P_HEIGHT : ZN_P_WIDTH, zn_ref_value(e, zn_is_undefined(thickness) ? zn_num(1) : thickness));
}

/* One direction of a box, as Vega resolves x, x2, xc and width. */
static void span(ZnEncode *e, size_t row, ZnProp first, double *start, double *size)
{
	ZnProp second = first + 1, centre = first + 2, extent = first + 3;
	double a = zn_rule_num(e, first, row, 0), b = zn_rule_num(e, second, row, NAN), length = zn_rule_num(e, extent, row, 0);
	if (zn_rule_has(e, second)) {
		if (zn_rule_has(e, first) && isnan(zn_rule_num(e, first, row, NAN))) {
			length = 0; /* from nowhere */
		} else if (zn_rule_has(e, first)) {
			length = fabs(b - a);
			a = MIN(a, b);
		} else {
			a = b - length;
		}
	}
	if (zn_rule_has(e, centre))
		a = zn_rule_num(e, centre, row, length / 2) - length / 2;
	*start = a;
	*size = length;
}

/* The end of a bar away from its baseline is rounded (cornerRadiusEnd). */
static void round_end(ZnEncode *e, size_t row, ZnItem *item)
{
	ZnValue end = zn_inst_value(e->unit, zn_mark_prop(e->view, "cornerRadiusEnd", NULL), NULL);
	if (!zn_is_num(end) || !e->view->mark.orient || strcmp(e->view->mark.type, "bar"))
		return;
	bool horizontal = !strcmp(e->view->mark.orient, "horizontal");
	ZnProp first = horizontal ? ZN_P_X : ZN_P_Y;
	double value = zn_rule_num(e, first, row, NAN), baseline = zn_rule_num(e, first + 1, row, NAN);
	if (e->view->encoding[horizontal ? ZN_CH_X2 : ZN_CH_Y2]) {
		for (int i = 0; i < 4; i++)
			item->corner[i] = end.num;
		return;
	}
	static const int corners[4][2] = {{0, 1}, {2, 3}, {1, 2}, {0, 3}}; /* top, bottom, right, left of tl tr br bl */
	const int *side = horizontal ? (value >= baseline ? corners[2] : corners[3]) : (value <= baseline ? corners[0] : corners[1]);
	item->corner[side[0]] = item->corner[side[1]] = end.num;
}

static void box(ZnEncode *e, size_t row, ZnItem *item)
{
	span(e, row, ZN_P_X, &item->x, &item->width);
	span(e, row, ZN_P_Y, &item->y, &item->height);
}

static void rect_item(ZnEncode *e, size_t row, ZnItem *item)
{
	static const ZnProp props[] = {ZN_P_CORNER_TOP_LEFT, ZN_P_CORNER_TOP_RIGHT, ZN_P_CORNER_BOTTOM_RIGHT, ZN_P_CORNER_BOTTOM_LEFT};
	box(e, row, item);
	double all = zn_rule_num(e, ZN_P_CORNER_RADIUS, row, 0);
	for (int i = 0; i < 4; i++)
		item->corner[i] = zn_rule_num(e, props[i], row, all);
	round_end(e, row, item);
}

static void encode_image(ZnEncode *e)
{
	encode_box(e);
	if (e->view->encoding[ZN_CH_URL])
		zn_rule_set(e, ZN_P_URL, zn_ref_text(e, e->view->encoding[ZN_CH_URL]));
}

static void image_item(ZnEncode *e, size_t row, ZnItem *item)
{
	ZnInst *unit = e->unit;
	box(e, row, item);
	const char *url = zn_rule_str(e, ZN_P_URL, row, NULL);
	char *bytes;
	size_t len;
	if (!url || !zn_context_read(unit->chart->context, zn_inst_place(unit, unit->view->mark.pointer), url, &bytes, &len)) {
		unit->chart->failed |= url != NULL;
		return;
	}
	item->image.url = url;
	item->image.png = bytes;
	item->image.png_len = len;
	ZnValue aspect = zn_rule_eval(e, ZN_P_ASPECT, row);
	item->image.aspect = zn_is_undefined(aspect) || zn_truthy(aspect);
}

const ZnMark zn_mark_bar = {"bar", encode_box, rect_item, ZN_ITEM_RECT};
const ZnMark zn_mark_rect = {"rect", encode_box, rect_item, ZN_ITEM_RECT};
const ZnMark zn_mark_tick = {"tick", encode_tick, rect_item, ZN_ITEM_RECT};
const ZnMark zn_mark_image = {"image", encode_image, image_item, ZN_ITEM_IMAGE};
