#include "text/internal.h"

#include <string.h>

/* Unicode's line breaking classes (UAX #14), for Latin, Greek, Cyrillic and CJK: text in other scripts is left to Pango, which is
 * four times slower. CJ counts as NS; AI, SA and the like do not occur. */
typedef enum { OP, CL, CP, QU, GL, NS, EX, SY, IS, PR, PO, NU, AL, ID, IN, HY, BA, BB, B2, ZW, N_CLASSES, SP, CM, OTHER } LineClass;

/* What follows what without a space: '_' a line may end between, '%' and '^' it may not. UAX #14, "Example Pair Table". */
static const char pairs[N_CLASSES][N_CLASSES + 1] = {
	/*        OCCQGNESIPPNAIIHBBBZ
	          PLPULSXYSROULDNYAB2W */
	[OP] = "^^^^^^^^^^^^^^^^^^^^",
	[CL] = "_^^%%^^^^%%____%%__^",
	[CP] = "_^^%%^^^^%%%%__%%__^",
	[QU] = "^^^%%%^^^%%%%%%%%%%^",
	[GL] = "%^^%%%^^^%%%%%%%%%%^",
	[NS] = "_^^%%%^^^______%%__^",
	[EX] = "_^^%%%^^^_____%%%__^",
	[SY] = "_^^%%%^^^__%___%%__^",
	[IS] = "_^^%%%^^^__%%__%%__^",
	[PR] = "%^^%%%^^^__%%%_%%__^",
	[PO] = "%^^%%%^^^__%%__%%__^",
	[NU] = "%^^%%%^^^%%%%_%%%__^",
	[AL] = "%^^%%%^^^%%%%_%%%__^",
	[ID] = "_^^%%%^^^_%___%%%__^",
	[IN] = "_^^%%%^^^_____%%%__^",
	[HY] = "_^^%_%^^^__%___%%__^",
	[BA] = "_^^%_%^^^______%%__^",
	[BB] = "%^^%%%^^^%%%%%%%%%%^",
	[B2] = "_^^%%%^^^______%%_^^",
	[ZW] = "____________________",
};

/* In order; what lies between is AL up to U+2E7F and ID from there on. */
static const struct {
	gunichar first, last;
	uint8_t class;
} ranges[] = {
	{0, 0x1f, BA},          {' ', ' ', SP},         {'!', '!', EX},         {'"', '"', QU},         {'$', '$', PR},
	{'%', '%', PO},         {'\'', '\'', QU},       {'(', '(', OP},         {')', ')', CP},         {'+', '+', PR},
	{',', ',', IS},         {'-', '-', HY},         {'.', '.', IS},         {'/', '/', SY},         {'0', '9', NU},
	{':', ';', IS},         {'?', '?', EX},         {'[', '[', OP},         {']', ']', CP},         {'{', '{', OP},
	{'|', '|', BA},         {'}', '}', CL},         {0x7f, 0x9f, BA},       {0xa0, 0xa0, GL},       {0xa1, 0xa1, OP},
	{0xa2, 0xa2, PO},       {0xa3, 0xa5, PR},       {0xa7, 0xa7, PR},       {0xab, 0xab, QU},       {0xad, 0xad, BA},
	{0xb0, 0xb0, PO},       {0xb1, 0xb1, PR},       {0xb4, 0xb4, BB},       {0xbb, 0xbb, QU},       {0xbf, 0xbf, OP},
	{0x300, 0x36f, CM},     {0x37e, 0x37e, IS},     {0x483, 0x489, CM},     {0x590, 0x1cff, OTHER}, {0x2000, 0x2006, SP},
	{0x2007, 0x2007, GL},   {0x2008, 0x200a, SP},   {0x200b, 0x200b, ZW},   {0x200c, 0x200d, CM},   {0x200e, 0x200f, OTHER},
	{0x2010, 0x2010, BA},   {0x2011, 0x2011, GL},   {0x2012, 0x2013, BA},   {0x2014, 0x2014, B2},   {0x2018, 0x2019, QU},
	{0x201a, 0x201a, OP},   {0x201b, 0x201d, QU},   {0x201e, 0x201e, OP},   {0x201f, 0x201f, QU},   {0x2024, 0x2026, IN},
	{0x2027, 0x2027, BA},   {0x2028, 0x202e, OTHER}, {0x202f, 0x202f, GL},  {0x2030, 0x2037, PO},   {0x2039, 0x203a, QU},
	{0x203c, 0x203d, NS},   {0x2045, 0x2045, OP},   {0x2046, 0x2046, CL},   {0x2047, 0x2049, NS},   {0x205f, 0x205f, SP},
	{0x2060, 0x2060, GL},   {0x2061, 0x206f, OTHER}, {0x20a0, 0x20cf, PR},  {0x20d0, 0x20ff, CM},   {0x2103, 0x2103, PO},
	{0x2109, 0x2109, PO},   {0x2116, 0x2116, PR},   {0x2212, 0x2213, PR},   {0x22ef, 0x22ef, IN},   {0x2600, 0x27bf, OTHER},
	{0x2b50, 0x2b55, OTHER}, {0x2c80, 0x2e7f, OTHER}, {0x3000, 0x3000, BA}, {0x3001, 0x3002, CL},   {0x3003, 0x3003, NS},
	{0x3005, 0x3005, NS},   {0x3008, 0x3008, OP},   {0x3009, 0x3009, CL},   {0x300a, 0x300a, OP},   {0x300b, 0x300b, CL},
	{0x300c, 0x300c, OP},   {0x300d, 0x300d, CL},   {0x300e, 0x300e, OP},   {0x300f, 0x300f, CL},   {0x3010, 0x3010, OP},
	{0x3011, 0x3011, CL},   {0x3014, 0x3014, OP},   {0x3015, 0x3015, CL},   {0x3016, 0x3016, OP},   {0x3017, 0x3017, CL},
	{0x3018, 0x3018, OP},   {0x3019, 0x3019, CL},   {0x301a, 0x301a, OP},   {0x301b, 0x301b, CL},   {0x301c, 0x301c, NS},
	{0x301d, 0x301d, OP},   {0x301e, 0x301f, CL},   {0x302a, 0x302f, CM},   {0x303b, 0x303c, NS},   {0x3041, 0x3041, NS},
	{0x3043, 0x3043, NS},   {0x3045, 0x3045, NS},   {0x3047, 0x3047, NS},   {0x3049, 0x3049, NS},   {0x3063, 0x3063, NS},
	{0x3083, 0x3083, NS},   {0x3085, 0x3085, NS},   {0x3087, 0x3087, NS},   {0x308e, 0x308e, NS},   {0x3095, 0x3096, NS},
	{0x3099, 0x309a, CM},   {0x309b, 0x309e, NS},   {0x30a0, 0x30a1, NS},   {0x30a3, 0x30a3, NS},   {0x30a5, 0x30a5, NS},
	{0x30a7, 0x30a7, NS},   {0x30a9, 0x30a9, NS},   {0x30c3, 0x30c3, NS},   {0x30e3, 0x30e3, NS},   {0x30e5, 0x30e5, NS},
	{0x30e7, 0x30e7, NS},   {0x30ee, 0x30ee, NS},   {0x30f5, 0x30f6, NS},   {0x30fb, 0x30fe, NS},   {0x31f0, 0x31ff, NS},
	{0xa4d0, 0xf8ff, OTHER}, {0xfb00, 0xfb06, AL},  {0xfb07, 0xfdff, OTHER}, {0xfe00, 0xfe0f, CM},  {0xfe10, 0xfe1f, NS},
	{0xfe20, 0xfe2f, CM},   {0xfe58, 0xfe58, NS},   {0xfe59, 0xfe59, OP},   {0xfe5a, 0xfe5a, CL},   {0xfe5b, 0xfe5b, OP},
	{0xfe5c, 0xfe5c, CL},   {0xfe5d, 0xfe5d, OP},   {0xfe5e, 0xfe5e, CL},   {0xfe70, 0xfefe, OTHER}, {0xfeff, 0xfeff, GL},
	{0xff01, 0xff01, EX},   {0xff04, 0xff04, PR},   {0xff05, 0xff05, PO},   {0xff08, 0xff08, OP},   {0xff09, 0xff09, CL},
	{0xff0c, 0xff0c, CL},   {0xff0e, 0xff0e, CL},   {0xff0f, 0xff0f, SY},   {0xff10, 0xff19, NU},   {0xff1a, 0xff1b, NS},
	{0xff1f, 0xff1f, EX},   {0xff21, 0xff3a, AL},   {0xff3b, 0xff3b, OP},   {0xff3d, 0xff3d, CL},   {0xff41, 0xff5a, AL},
	{0xff5b, 0xff5b, OP},   {0xff5d, 0xff5d, CL},   {0xff5e, 0xff5e, NS},   {0xff5f, 0xff5f, OP},   {0xff60, 0xff61, CL},
	{0xff62, 0xff62, OP},   {0xff63, 0xff64, CL},   {0xff65, 0xff65, NS},   {0xff67, 0xff70, NS},   {0xff9e, 0xff9f, NS},
	{0xffa0, 0xffdf, OTHER}, {0xffe0, 0xffe0, PO},  {0xffe1, 0xffe1, PR},   {0xffe5, 0xffe6, PR},   {0xfff0, 0x1ffff, OTHER},
	{0xe0000, 0xe00ff, OTHER}, {0xe0100, 0xe01ef, CM}, {0xe01f0, 0x10ffff, OTHER},
};

static LineClass class_of(gunichar c)
{
	if ((c >= 0x4e00 && c < 0xa000) || (c >= 'a' && c <= 'z') || (c >= 0x400 && c < 0x480))
		return c >= 0x4e00 ? ID : AL;
	size_t low = 0, high = G_N_ELEMENTS(ranges);
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (ranges[middle].last < c)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < G_N_ELEMENTS(ranges) && c >= ranges[low].first)
		return (LineClass)ranges[low].class;
	return c < 0x2e80 ? AL : ID;
}

static bool is_digit(gunichar c)
{
	return (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19);
}

/* Chinese marks are what they mean: quotes are brackets, dashes and dots never begin a line (CLREQ, GB/T 15834). */
static LineClass class_in_context(const ZnChar *chars, size_t n, size_t i)
{
	const ZnChar *c = &chars[i];
	if (c->c == 0xff0d || c->c == 0xff0b) /* －5: a sign; 1－5, 甲－乙: a connector */
		return i + 1 < n && is_digit(chars[i + 1].c) && (i == 0 || !is_digit(chars[i - 1].c)) ? PR : NS;
	LineClass class = class_of(c->c);
	if (!c->han || (c->c >= 0x2e80 && c->c < 0xff00))
		return class;
	switch (c->c) {
	case 0x2018:
	case 0x201c:
		return OP;
	case 0x2019:
	case 0x201d:
		return CL;
	case 0xb7:
	case 0x2014:
	case 0x2025:
	case 0x2026:
	case 0x2027:
		return NS;
	default:
		return class == AL && c->c < 0x2e80 ? ID : class; /* ①■ */
	}
}

/* Brackets that nothing ends a line before, not even a space: "( " and " )". A point may begin a word: ".NET". */
static bool breaks_behind_space(LineClass before, LineClass next, bool word)
{
	if (before == OP || next == CL || next == CP || next == EX || next == ZW || next == GL)
		return false;
	return next != IS || word;
}

static bool is_opening_quote(gunichar c)
{
	return c == 0x201c || c == 0x2018 || c == 0xab;
}

static bool is_closing_quote(gunichar c)
{
	return c == 0x201d || c == 0x2019 || c == 0xbb;
}

/* `word`: a letter or digit follows the next character. */
static bool may_break(const ZnChar *chars, size_t i, LineClass before, LineClass next, bool word)
{
	const ZnChar *a = &chars[i - 1], *b = &chars[i];
	if (next == OP && b->han && (before == AL || before == NU || before == PO)) /* GDP（ */
		return true;
	if (before == CL && next == PR && a->han) /* ，￥5 */
		return true;
	/* Western quotes beside Han, which no space tells the direction of: 说：«Да»了 */
	if (next == QU && a->han && is_opening_quote(b->c))
		return before != OP;
	if (before == QU && next == ID && b->han && is_closing_quote(a->c))
		return true;
	if (before == PR && next == ID && a->c < 0x80 && i >= 2 && (chars[i - 2].c == a->c || class_of(chars[i - 2].c) == AL)) /* C++和 */
		return true;
	if (before == ID && a->han && b->c == '.' && word) /* 在.NET */
		return true;
	if (a->c == 0xb7 && i >= 2 && is_digit(b->c) && is_digit(chars[i - 2].c)) /* 7·20 */
		return false;
	if (before == B2 && !a->han && is_opening_quote(b->c))
		return true;
	if (a->c == b->c && before != ID && before != NS && before != AL) /* C++, ==, -- */
		return false;
	return pairs[before][next] == '_';
}

bool zn_line_breaks(const ZnChar *chars, size_t n, ZnBreak *breaks)
{
	LineClass before = GL, ahead = n ? class_in_context(chars, n, 0) : AL; /* no break at the start */
	bool space = false;
	for (size_t i = 0; i < n; i++) {
		LineClass next = ahead;
		if (next == OTHER)
			return false;
		if (i + 1 < n)
			ahead = class_in_context(chars, n, i + 1);
		bool may = false;
		if (next == SP) {
			space = true;
		} else if (next != CM || i == 0) {
			if (next == CM)
				next = AL;
			if (before == ZW)
				may = true;
			else if (space)
				may = breaks_behind_space(before, next, ahead == AL || ahead == NU);
			else if (i > 0)
				may = may_break(chars, i, before, next, ahead == AL || ahead == NU);
			before = next;
			space = false;
		} else if (space) { /* a mark on a space */
			may = true;
			before = AL;
			space = false;
		}
		breaks[i].kind = may && i > 0 ? ZN_BREAK_YES : ZN_BREAK_NO;
	}
	return true;
}
