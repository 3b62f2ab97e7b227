#include "spec/channel.h"

#include <string.h>

#define NONE ZN_CH_NONE

static const ZnChannelInfo infos[ZN_N_CHANNELS] = {
	/*                     name           main          secondary       offset        scaled position polar color legend facet range vega */
	[ZN_CH_X] = {"x", ZN_CH_X, ZN_CH_X2, ZN_CH_XOFFSET, .scaled = true, .position = true, .range = ZN_RANGE_FLEXIBLE, .vega = "x"},
	[ZN_CH_Y] = {"y", ZN_CH_Y, ZN_CH_Y2, ZN_CH_YOFFSET, .scaled = true, .position = true, .range = ZN_RANGE_FLEXIBLE, .vega = "y"},
	[ZN_CH_X2] = {"x2", ZN_CH_X, NONE, NONE, .vega = "x2"},
	[ZN_CH_Y2] = {"y2", ZN_CH_Y, NONE, NONE, .vega = "y2"},
	[ZN_CH_XOFFSET] = {"xOffset", ZN_CH_X, NONE, NONE, .scaled = true, .range = ZN_RANGE_FLEXIBLE, .vega = "xOffset"},
	[ZN_CH_YOFFSET] = {"yOffset", ZN_CH_Y, NONE, NONE, .scaled = true, .range = ZN_RANGE_FLEXIBLE, .vega = "yOffset"},
	[ZN_CH_THETA] = {"theta", ZN_CH_THETA, ZN_CH_THETA2, NONE, .scaled = true, .polar = true, .range = ZN_RANGE_FLEXIBLE, .vega = "startAngle"},
	[ZN_CH_RADIUS] = {"radius", ZN_CH_RADIUS, ZN_CH_RADIUS2, NONE, .scaled = true, .polar = true, .range = ZN_RANGE_FLEXIBLE, .vega = "outerRadius"},
	[ZN_CH_THETA2] = {"theta2", ZN_CH_THETA, NONE, NONE, .vega = "endAngle"},
	[ZN_CH_RADIUS2] = {"radius2", ZN_CH_RADIUS, NONE, NONE, .vega = "innerRadius"},
	[ZN_CH_LONGITUDE] = {"longitude", ZN_CH_LONGITUDE, ZN_CH_LONGITUDE2, NONE},
	[ZN_CH_LATITUDE] = {"latitude", ZN_CH_LATITUDE, ZN_CH_LATITUDE2, NONE},
	[ZN_CH_LONGITUDE2] = {"longitude2", ZN_CH_LONGITUDE, NONE, NONE},
	[ZN_CH_LATITUDE2] = {"latitude2", ZN_CH_LATITUDE, NONE, NONE},
	[ZN_CH_COLOR] = {"color", ZN_CH_COLOR, NONE, NONE, .scaled = true, .color = true, .legend = true, .range = ZN_RANGE_FLEXIBLE},
	[ZN_CH_FILL] = {"fill", ZN_CH_FILL, NONE, NONE, .scaled = true, .color = true, .legend = true, .range = ZN_RANGE_FLEXIBLE, .vega = "fill"},
	[ZN_CH_STROKE] = {"stroke", ZN_CH_STROKE, NONE, NONE, .scaled = true, .color = true, .legend = true, .range = ZN_RANGE_FLEXIBLE, .vega = "stroke"},
	[ZN_CH_OPACITY] = {"opacity", ZN_CH_OPACITY, NONE, NONE, .scaled = true, .legend = true, .range = ZN_RANGE_CONTINUOUS, .vega = "opacity"},
	[ZN_CH_FILL_OPACITY] = {"fillOpacity", ZN_CH_FILL_OPACITY, NONE, NONE, .scaled = true, .legend = true, .range = ZN_RANGE_CONTINUOUS, .vega = "fillOpacity"},
	[ZN_CH_STROKE_OPACITY] = {"strokeOpacity", ZN_CH_STROKE_OPACITY, NONE, NONE, .scaled = true, .legend = true, .range = ZN_RANGE_CONTINUOUS, .vega = "strokeOpacity"},
	[ZN_CH_STROKE_WIDTH] = {"strokeWidth", ZN_CH_STROKE_WIDTH, NONE, NONE, .scaled = true, .legend = true, .range = ZN_RANGE_CONTINUOUS, .vega = "strokeWidth"},
	[ZN_CH_STROKE_DASH] = {"strokeDash", ZN_CH_STROKE_DASH, NONE, NONE, .scaled = true, .legend = true, .range = ZN_RANGE_DISCRETE, .vega = "strokeDash"},
	[ZN_CH_SIZE] = {"size", ZN_CH_SIZE, NONE, NONE, .scaled = true, .legend = true, .range = ZN_RANGE_CONTINUOUS, .vega = "size"},
	[ZN_CH_ANGLE] = {"angle", ZN_CH_ANGLE, NONE, NONE, .scaled = true, .legend = true, .range = ZN_RANGE_CONTINUOUS, .vega = "angle"},
	[ZN_CH_SHAPE] = {"shape", ZN_CH_SHAPE, NONE, NONE, .scaled = true, .legend = true, .range = ZN_RANGE_DISCRETE, .vega = "shape"},
	[ZN_CH_TIME] = {"time", ZN_CH_TIME, NONE, NONE},
	[ZN_CH_ORDER] = {"order", ZN_CH_ORDER, NONE, NONE},
	[ZN_CH_DETAIL] = {"detail", ZN_CH_DETAIL, NONE, NONE},
	[ZN_CH_KEY] = {"key", ZN_CH_KEY, NONE, NONE},
	[ZN_CH_TEXT] = {"text", ZN_CH_TEXT, NONE, NONE, .vega = "text"},
	[ZN_CH_TOOLTIP] = {"tooltip", ZN_CH_TOOLTIP, NONE, NONE},
	[ZN_CH_HREF] = {"href", ZN_CH_HREF, NONE, NONE, .vega = "href"},
	[ZN_CH_URL] = {"url", ZN_CH_URL, NONE, NONE, .vega = "url"},
	[ZN_CH_DESCRIPTION] = {"description", ZN_CH_DESCRIPTION, NONE, NONE},
	[ZN_CH_ROW] = {"row", ZN_CH_ROW, NONE, NONE, .facet = true},
	[ZN_CH_COLUMN] = {"column", ZN_CH_COLUMN, NONE, NONE, .facet = true},
	[ZN_CH_FACET] = {"facet", ZN_CH_FACET, NONE, NONE, .facet = true},
};

const ZnChannelInfo *zn_channel_info(ZnChannel channel)
{
	return channel >= 0 && channel < ZN_N_CHANNELS ? &infos[channel] : NULL;
}

ZnChannel zn_channel_parse(const char *name)
{
	for (int i = 0; i < ZN_N_CHANNELS; i++)
		if (!strcmp(infos[i].name, name))
			return (ZnChannel)i;
	return ZN_CH_NONE;
}

const char *const *zn_channel_names(void)
{
	static const char *names[ZN_N_CHANNELS + 1];
	if (!names[0])
		for (int i = ZN_N_CHANNELS - 1; i >= 0; i--)
			names[i] = infos[i].name;
	return names;
}
