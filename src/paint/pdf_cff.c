#include "paint/pdf_cff.h"

#include <math.h>
#include <string.h>

enum { OP_CHARSET = 15, OP_CHARSTRINGS = 17, OP_PRIVATE = 18, OP_STD_VW = 11, OP_ESCAPE = 12, OP_ROS = 0x0c1e, OP_FD_ARRAY = 0x0c24 };

#define MOST_OPERANDS 48

typedef struct Bytes {
	const uint8_t *at;
	size_t len;
} Bytes;

static Bytes part(Bytes all, size_t from, size_t len)
{
	if (from > all.len || len > all.len - from)
		return (Bytes){NULL, 0};
	return (Bytes){all.at + from, len};
}

static unsigned number(Bytes all, size_t at, unsigned size)
{
	unsigned value = 0;
	for (unsigned i = 0; i < size; i++)
		value = value << 8 | (at + i < all.len ? all.at[at + i] : 0);
	return value;
}

/* An INDEX at `at`: how many, its i-th piece, and where it ends (0 = broken). */
typedef struct Index {
	Bytes all;
	size_t at, end;
	unsigned n, size;
} Index;

static Index index_at(Bytes all, size_t at)
{
	Index index = {.all = all, .at = at, .n = number(all, at, 2)};
	if (!index.n) {
		index.end = at + 2 <= all.len ? at + 2 : 0;
		return index;
	}
	index.size = number(all, at + 2, 1);
	if (index.size < 1 || index.size > 4 || at + 3 + (size_t)(index.n + 1) * index.size > all.len)
		return (Index){.all = all};
	index.end = at + 2 + (size_t)(index.n + 1) * index.size + number(all, at + 3 + (size_t)index.n * index.size, index.size);
	return index;
}

static Bytes index_piece(const Index *index, unsigned i)
{
	if (i >= index->n)
		return (Bytes){NULL, 0};
	size_t base = index->at + 2 + (size_t)(index->n + 1) * index->size;
	unsigned from = number(index->all, index->at + 3 + (size_t)i * index->size, index->size);
	unsigned to = number(index->all, index->at + 3 + (size_t)(i + 1) * index->size, index->size);
	return to < from ? (Bytes){NULL, 0} : part(index->all, base + from, to - from);
}

/* A real number's nibbles: 0-9, then . E E- (none) - end. */
static size_t read_real(Bytes dict, size_t at, double *value)
{
	static const char *const nibbles[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "E", "E-", "", "-"};
	char text[64] = "";
	while (at < dict.len) {
		unsigned pair[2] = {dict.at[at] >> 4, dict.at[at] & 15u};
		at++;
		for (int i = 0; i < 2; i++) {
			if (pair[i] == 15) {
				*value = g_ascii_strtod(text, NULL);
				return at;
			}
			g_strlcat(text, nibbles[pair[i]], sizeof text);
		}
	}
	*value = 0;
	return at;
}

/* The operands of an operator of a DICT; returns how many, 0 = it is not there. */
static unsigned lookup(Bytes dict, unsigned wanted, double operands[MOST_OPERANDS])
{
	unsigned n = 0;
	for (size_t at = 0; at < dict.len;) {
		unsigned b = dict.at[at];
		double value = 0;
		if (b <= 21) {
			unsigned op = b == OP_ESCAPE ? 0x0c00 | number(dict, at + 1, 1) : b;
			at += b == OP_ESCAPE ? 2 : 1;
			if (op == wanted)
				return n;
			n = 0;
			continue;
		}
		if (b == 28) {
			value = (int16_t)number(dict, at + 1, 2);
			at += 3;
		} else if (b == 29) {
			value = (int32_t)number(dict, at + 1, 4);
			at += 5;
		} else if (b == 30) {
			at = read_real(dict, at + 1, &value);
		} else if (b >= 32 && b <= 246) {
			value = (int)b - 139;
			at++;
		} else if (b >= 247 && b <= 254) {
			int rest = (int)number(dict, at + 1, 1) + 108;
			value = b <= 250 ? (int)(b - 247) * 256 + rest : -((int)(b - 251) * 256) - rest;
			at += 2;
		} else {
			return 0;
		}
		if (n < MOST_OPERANDS)
			operands[n++] = value;
	}
	return 0;
}

static size_t offset_of(Bytes dict, unsigned op)
{
	double operands[MOST_OPERANDS];
	return lookup(dict, op, operands) && operands[0] > 0 ? (size_t)operands[0] : 0;
}

static bool read_charset(Bytes all, size_t at, ZnCff *cff)
{
	unsigned format = number(all, at, 1);
	cff->cids = g_new0(uint16_t, cff->n_glyphs);
	if (at < 3) /* a predefined one; a CID font has none, subsetters write it for fonts of .notdef alone */
		return cff->n_glyphs <= 1;
	at++;
	for (unsigned glyph = 1; glyph < cff->n_glyphs;) {
		unsigned first = number(all, at, 2), left = format == 1 ? number(all, at + 2, 1) : format == 2 ? number(all, at + 2, 2) : 0;
		at += format == 0 ? 2 : format == 1 ? 3 : 4;
		if (format > 2 || at > all.len)
			return false;
		for (unsigned i = 0; i <= left && glyph < cff->n_glyphs; i++)
			cff->cids[glyph++] = (uint16_t)(first + i);
	}
	return true;
}

/* The first private dictionary: of the font itself, or of the first of its parts. */
static double read_stem(Bytes all, Bytes top)
{
	double operands[MOST_OPERANDS];
	size_t parts = offset_of(top, OP_FD_ARRAY);
	Index fonts = index_at(all, parts);
	Bytes dict = parts ? index_piece(&fonts, 0) : top;
	if (!dict.at || lookup(dict, OP_PRIVATE, operands) < 2 || operands[0] < 0 || operands[1] < 0)
		return 0;
	Bytes private = part(all, (size_t)operands[1], (size_t)operands[0]);
	return private.at && lookup(private, OP_STD_VW, operands) ? operands[0] : 0;
}

bool zn_cff_read(const uint8_t *bytes, size_t len, ZnCff *out)
{
	Bytes all = {bytes, len};
	double operands[MOST_OPERANDS];
	ZnCff cff = {0};
	Index names = index_at(all, number(all, 2, 1)), dicts = index_at(all, names.end);
	Bytes top = names.end && dicts.end ? index_piece(&dicts, 0) : (Bytes){NULL, 0};
	if (!top.at)
		return false;
	Index glyphs = index_at(all, offset_of(top, OP_CHARSTRINGS));
	cff.n_glyphs = offset_of(top, OP_CHARSTRINGS) ? glyphs.n : 0;
	cff.cid_keyed = lookup(top, OP_ROS, operands) > 0;
	if (!cff.n_glyphs || (cff.cid_keyed && !read_charset(all, offset_of(top, OP_CHARSET), &cff))) {
		g_free(cff.cids);
		return false;
	}
	cff.stem = read_stem(all, top);
	*out = cff;
	return true;
}
