/* What the rules of line breaking share: a text as they see it, its words between spaces, and the three sorts of rules: at spaces
 * (bindings.c), inside addresses and names of files (addresses.c), and everywhere else (breaks.c). */
#pragma once

#include "text/internal.h"

typedef struct ZnBreakText {
	const char *bytes;
	const ZnChar *chars;
	size_t n;
	bool russian; /* the paragraph; words in Cyrillic follow Russian rules anywhere */
} ZnBreakText;

/* A word between spaces. */
typedef struct ZnToken {
	size_t start, end;     /* characters */
	size_t letters;        /* leading letters behind opening quotes and brackets */
	size_t core, core_end; /* without quotes and brackets before, without punctuation behind */
	size_t core_dot;       /* core_end, with one full stop */
} ZnToken;

/* --- tokens.c --- */

bool zn_is_line_space(gunichar c); /* of one line, whatever its width */
bool zn_is_opening(gunichar c); /* a Western quote or bracket that opens */
bool zn_is_raised(gunichar c); /* stands high or low and belongs to what it stands behind: a note's mark, an exponent */
bool zn_text_is_letter(const ZnBreakText *text, size_t i); /* false behind the end, as zn_text_is_digit */
bool zn_text_is_digit(const ZnBreakText *text, size_t i);
/* How many letters stand next to each other right before or from character i on. */
size_t zn_letters_beside(const ZnBreakText *text, size_t i, bool before);
ZnToken zn_token_before(const ZnBreakText *text, size_t end);
ZnToken zn_token_after(const ZnBreakText *text, size_t start);
/* Whether the characters [start, end) are one of the table's n words. */
bool zn_core_in(const ZnBreakText *text, size_t start, size_t end, const char *const *table, size_t n);
bool zn_token_is_initial(const ZnBreakText *text, const ZnToken *token); /* "А.", "А.С." */
bool zn_token_is_roman(const ZnBreakText *text, const ZnToken *token);   /* "XX", "XIX—XX" */
bool zn_token_is_name(const ZnBreakText *text, const ZnToken *token);    /* begins with a capital */

/* --- bindings.c --- */

/* What may happen at the space before character i: out->kind comes as UAX #14 has it. */
void zn_break_at_space(const ZnBreakText *text, size_t i, ZnBreak *out);

/* --- addresses.c --- */

#define ZN_WHOLE_WORDS 3 /* letters that a line may end or begin with beside a slash */

/* `no_start`, `no_end`: marks that begin or end no line. */
void zn_break_addresses(const ZnBreakText *text, ZnBreak *breaks, const char *no_start, const char *no_end);
