/* SVG path data (SVG 2, chapter 9): all commands, relative and absolute, to moves, lines, cubic curves and closings. */
#include "scene/path.h"

#include <math.h>
#include <string.h>

typedef struct Parser {
	ZnPathBuilder *b;
	const char *at;
	double scale;
	double x, y, start_x, start_y; /* current point and start of the subpath, not scaled */
	double control_x, control_y;   /* last control point, for the smooth commands */
	char previous;                 /* lower case, 0 = none */
} Parser;

static void skip_space(Parser *p)
{
	while (*p->at && strchr(" \t\r\n\f", *p->at))
		p->at++;
}

static void skip_separator(Parser *p)
{
	skip_space(p);
	if (*p->at == ',') {
		p->at++;
		skip_space(p);
	}
}

static bool parse_flag(Parser *p, double *out)
{
	if (*p->at != '0' && *p->at != '1')
		return false;
	*out = *p->at++ - '0';
	skip_separator(p);
	return true;
}

static bool parse_number(Parser *p, double *out)
{
	/* Only what SVG calls a number: strtod also takes inf, nan and hexadecimal digits. */
	const char *s = p->at + (*p->at == '+' || *p->at == '-');
	if (!g_ascii_isdigit(s[0]) && !(s[0] == '.' && g_ascii_isdigit(s[1])))
		return false;
	if (s[0] == '0' && (s[1] | 32) == 'x') {
		*out = 0;
		p->at = s + 1;
	} else {
		char *end;
		*out = g_ascii_strtod(p->at, &end);
		p->at = end;
	}
	skip_separator(p);
	return isfinite(*out);
}

static void curve_to(Parser *p, double x1, double y1, double x2, double y2, double x, double y)
{
	double s = p->scale;
	zn_path_curve(p->b, x1 * s, y1 * s, x2 * s, y2 * s, x * s, y * s);
	p->x = x;
	p->y = y;
}

static void quadratic_to(Parser *p, double cx, double cy, double x, double y)
{
	curve_to(p, p->x + (cx - p->x) * 2 / 3, p->y + (cy - p->y) * 2 / 3, x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3, x, y);
	p->control_x = cx;
	p->control_y = cy;
}

static void line_to(Parser *p, double x, double y)
{
	zn_path_line(p->b, x * p->scale, y * p->scale);
	p->x = x;
	p->y = y;
}

/* SVG 2, appendix B.2.4: from end points to the centre; then a Bézier curve a quarter turn. */
static void elliptic_arc(Parser *p, double rx, double ry, double degrees, bool large, bool sweep, double x, double y)
{
	double dx = (p->x - x) / 2, dy = (p->y - y) / 2;
	rx = fabs(rx);
	ry = fabs(ry);
	if (rx == 0 || ry == 0 || (dx == 0 && dy == 0)) {
		line_to(p, x, y);
		return;
	}
	double phi = degrees * G_PI / 180, c = cos(phi), s = sin(phi), x1 = c * dx + s * dy, y1 = c * dy - s * dx;
	double too_far = x1 * x1 / (rx * rx) + y1 * y1 / (ry * ry);
	if (too_far > 1) {
		rx *= sqrt(too_far);
		ry *= sqrt(too_far);
	}
	double square = rx * rx * y1 * y1 + ry * ry * x1 * x1, k = sqrt(fmax(0, rx * rx * ry * ry / square - 1));
	if (large == sweep)
		k = -k;
	double cx1 = k * rx * y1 / ry, cy1 = -k * ry * x1 / rx, cx = c * cx1 - s * cy1 + (p->x + x) / 2,
	       cy = s * cx1 + c * cy1 + (p->y + y) / 2;
	double from = atan2((y1 - cy1) / ry, (x1 - cx1) / rx), turn = atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx) - from;
	if (sweep && turn < 0)
		turn += 2 * G_PI;
	else if (!sweep && turn > 0)
		turn -= 2 * G_PI;
	int n = MAX(1, (int)ceil(fabs(turn) / (G_PI_2 + 1e-3)));
	double step = turn / n, h = 4.0 / 3 * tan(step / 4);
	for (int i = 0; i < n; i++) {
		double a = from + step * i, e = a + step;
		double ux[3] = {cos(a) - h * sin(a), cos(e) + h * sin(e), cos(e)}, uy[3] = {sin(a) + h * cos(a), sin(e) - h * cos(e), sin(e)};
		double px[3], py[3];
		for (int j = 0; j < 3; j++) {
			px[j] = cx + c * rx * ux[j] - s * ry * uy[j];
			py[j] = cy + s * rx * ux[j] + c * ry * uy[j];
		}
		if (i == n - 1) {
			px[2] = x;
			py[2] = y;
		}
		curve_to(p, px[0], py[0], px[1], py[1], px[2], py[2]);
	}
}

/* The control point that mirrors the last one, when the last command was such a curve. */
static void reflect(const Parser *p, char curve, char smooth, double *x, double *y)
{
	bool follows = p->previous == curve || p->previous == smooth;
	*x = follows ? 2 * p->x - p->control_x : p->x;
	*y = follows ? 2 * p->y - p->control_y : p->y;
}

static void command_m(Parser *p, const double *v)
{
	zn_path_move(p->b, v[0] * p->scale, v[1] * p->scale);
	p->x = p->start_x = v[0];
	p->y = p->start_y = v[1];
}

static void command_l(Parser *p, const double *v)
{
	line_to(p, v[0], v[1]);
}

static void command_h(Parser *p, const double *v)
{
	line_to(p, v[0], p->y);
}

static void command_v(Parser *p, const double *v)
{
	line_to(p, p->x, v[0]);
}

static void command_c(Parser *p, const double *v)
{
	curve_to(p, v[0], v[1], v[2], v[3], v[4], v[5]);
	p->control_x = v[2];
	p->control_y = v[3];
}

static void command_s(Parser *p, const double *v)
{
	double x1, y1;
	reflect(p, 'c', 's', &x1, &y1);
	curve_to(p, x1, y1, v[0], v[1], v[2], v[3]);
	p->control_x = v[0];
	p->control_y = v[1];
}

static void command_q(Parser *p, const double *v)
{
	quadratic_to(p, v[0], v[1], v[2], v[3]);
}

static void command_t(Parser *p, const double *v)
{
	double cx, cy;
	reflect(p, 'q', 't', &cx, &cy);
	quadratic_to(p, cx, cy, v[0], v[1]);
}

static void command_a(Parser *p, const double *v)
{
	elliptic_arc(p, v[0], v[1], v[2], v[3] != 0, v[4] != 0, v[5], v[6]);
}

static void command_z(Parser *p, const double *v)
{
	zn_path_close(p->b);
	p->x = p->start_x;
	p->y = p->start_y;
}

/* The parameters of each command: 'x' and 'y' are made absolute, 'n' are plain numbers, 'f' flags. */
static const struct Command {
	char name;
	const char *parameters;
	void (*run)(Parser *, const double *);
} commands[] = {
    {'m', "xy", command_m},   {'l', "xy", command_l},   {'h', "x", command_h},  {'v', "y", command_v},       {'c', "xyxyxy", command_c},
    {'s', "xyxy", command_s}, {'q', "xyxy", command_q}, {'t', "xy", command_t}, {'a', "nnnffxy", command_a}, {'z', "", command_z},
};

static const struct Command *find_command(char name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(commands); i++) {
		if (commands[i].name == name)
			return &commands[i];
	}
	return NULL;
}

static bool parse_parameters(Parser *p, const struct Command *command, bool relative, double values[7])
{
	for (int i = 0; command->parameters[i]; i++) {
		char kind = command->parameters[i];
		if (!(kind == 'f' ? parse_flag : parse_number)(p, &values[i]))
			return false;
		if (relative && kind == 'x')
			values[i] += p->x;
		else if (relative && kind == 'y')
			values[i] += p->y;
	}
	return true;
}

bool zn_path_add_svg(ZnPathBuilder *b, const char *svg, double scale)
{
	Parser p = {.b = b, .at = svg, .scale = scale};
	skip_space(&p);
	while (*p.at) {
		char letter = *p.at++, name = g_ascii_tolower(letter);
		const struct Command *command = find_command(name);
		if (!command || (!p.previous && name != 'm'))
			return false;
		skip_space(&p);
		bool relative = letter == name;
		do {
			double values[7] = {0};
			if (!parse_parameters(&p, command, relative, values))
				return false;
			command->run(&p, values);
			p.previous = name;
			if (name == 'm') /* further pairs are lines */
				command = find_command(name = 'l');
		} while (*command->parameters && *p.at && !g_ascii_isalpha(*p.at));
		skip_space(&p);
	}
	return true;
}
