#include "expr/utf16.h"

/* Units of the character that begins with this byte; 0 for a continuation byte. */
static size_t units(unsigned char first)
{
	return (first & 0xC0) == 0x80 ? 0 : first >= 0xF0 ? 2 : 1;
}

size_t zn_utf16_from_byte(ZnValue string, size_t byte)
{
	size_t n = 0;
	for (size_t i = 0; i < byte && i < string.len; i++)
		n += units((unsigned char)string.str[i]);
	return n;
}

size_t zn_utf16_len(ZnValue string)
{
	return zn_utf16_from_byte(string, string.len);
}

size_t zn_utf16_to_byte(ZnValue string, size_t i)
{
	size_t unit = 0, start = 0;
	for (size_t byte = 0; byte < string.len; byte++) {
		size_t n = units((unsigned char)string.str[byte]);
		if (n && unit + n > i)
			return byte;
		unit += n;
		start = byte + 1;
	}
	return start;
}

ZnValue zn_utf16_slice(ZnArena *arena, ZnValue string, size_t from, size_t to)
{
	if (to <= from)
		return zn_str("");
	size_t start = zn_utf16_to_byte(string, from), end = zn_utf16_to_byte(string, to);
	/* A unit that is the second half of a pair still gives the pair. */
	if (end == start && start < string.len && units((unsigned char)string.str[start]) == 2)
		end = start + 4;
	if (start == 0 && end == string.len)
		return string;
	return zn_str_copy(arena, string.str + start, end - start);
}
