/* Colours: spaces of d3-color, luminance and contrast of WCAG 2. */
#include "expr/function.h"
#include "expr/operators.h"

#include <math.h>

/* Whatever an argument says about a colour; false when it is none. */
static bool color_arg(const ZnCall *call, size_t i, ZnColor *out)
{
	ZnValue v = zn_arg(call, i);
	const ZnColorValue *color = zn_as_color_value(v);
	if (color) {
		*out = color->color;
		return !isnan(color->channels[1]) && !isnan(color->channels[2]);
	}
	return v.type == ZN_STRING && zn_color_parse(v.str, out);
}

typedef struct Channels {
	double c[3], opacity;
} Channels;

static Channels rgb_from(ZnColor color)
{
	return (Channels){{color.r * 255, color.g * 255, color.b * 255}, color.a};
}

static ZnColor rgb_to(const Channels *in)
{
	return (ZnColor){in->c[0] / 255, in->c[1] / 255, in->c[2] / 255, in->opacity};
}

static Channels hsl_from(ZnColor color)
{
	ZnHsl hsl = zn_color_to_hsl(color);
	return (Channels){{hsl.h, hsl.s, hsl.l}, hsl.a};
}

static ZnColor hsl_to(const Channels *in)
{
	return zn_color_from_hsl((ZnHsl){in->c[0], in->c[1], in->c[2], in->opacity});
}

static Channels lab_from(ZnColor color)
{
	ZnLab lab = zn_color_to_lab(color);
	return (Channels){{lab.l, lab.a, lab.b}, lab.opacity};
}

static ZnColor lab_to(const Channels *in)
{
	return zn_color_from_lab((ZnLab){in->c[0], in->c[1], in->c[2], in->opacity});
}

static Channels hcl_from(ZnColor color)
{
	ZnHcl hcl = zn_color_to_hcl(color);
	return (Channels){{hcl.h, hcl.c, hcl.l}, hcl.opacity};
}

static ZnColor hcl_to(const Channels *in)
{
	return zn_color_from_hcl((ZnHcl){in->c[0], in->c[1], in->c[2], in->opacity});
}

typedef struct Space {
	const char *names;
	Channels (*from)(ZnColor color);
	ZnColor (*to)(const Channels *in);
} Space;

/* One argument is a colour to convert, more are the channels. What is no colour has NaN channels and is black as text, as in d3. */
static ZnValue make(ZnCall *call, const Space *space)
{
	Channels channels = {{NAN, NAN, NAN}, 1};
	ZnColor color = {0, 0, 0, 1};
	if (call->n > 1) {
		for (size_t i = 0; i < 3; i++)
			channels.c[i] = zn_arg_num(call, i);
		channels.opacity = zn_arg_num_or(call, 3, 1);
		color = space->to(&channels);
	} else if (color_arg(call, 0, &color)) {
		channels = space->from(color);
	}
	ZnColorValue *value = zn_new(call->arena, ZnColorValue);
	*value = (ZnColorValue){.head = {&zn_opaque_owner, ZN_OPAQUE_COLOR},
	                        .color = color,
	                        .names = space->names,
	                        .channels = {channels.c[0], channels.c[1], channels.c[2]},
	                        .opacity = channels.opacity};
	return (ZnValue){.type = ZN_OPAQUE, .opaque = value};
}

static ZnValue fn_rgb(ZnCall *call)
{
	static const Space space = {"rgb", rgb_from, rgb_to};
	return make(call, &space);
}

static ZnValue fn_hsl(ZnCall *call)
{
	static const Space space = {"hsl", hsl_from, hsl_to};
	return make(call, &space);
}

static ZnValue fn_lab(ZnCall *call)
{
	static const Space space = {"lab", lab_from, lab_to};
	return make(call, &space);
}

static ZnValue fn_hcl(ZnCall *call)
{
	static const Space space = {"hcl", hcl_from, hcl_to};
	return make(call, &space);
}

static ZnValue fn_luminance(ZnCall *call)
{
	ZnColor color;
	return zn_num(color_arg(call, 0, &color) ? zn_color_luminance(color) : NAN);
}

static ZnValue fn_contrast(ZnCall *call)
{
	ZnColor a, b;
	return zn_num(color_arg(call, 0, &a) && color_arg(call, 1, &b) ? zn_color_contrast(a, b) : NAN);
}

const ZnFunction zn_functions_color[] = {
    {"contrast", 2, 2, fn_contrast},
    {"hcl", 1, 4, fn_hcl},
    {"hsl", 1, 4, fn_hsl},
    {"lab", 1, 4, fn_lab},
    {"luminance", 1, 1, fn_luminance},
    {"rgb", 1, 4, fn_rgb},
    {0},
};
