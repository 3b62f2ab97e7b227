#include "text/internal.h"

#include <dlfcn.h>
#include <unicode/ubrk.h>

/* ICU (with its C++ and 30 MB of data) is loaded when the first Chinese title is broken, not when the program starts. */
typedef struct Icu {
	__typeof__(&ubrk_open) open;
	__typeof__(&ubrk_next) next;
	__typeof__(&ubrk_close) close;
} Icu;

#define STRING(x) #x
#define SYMBOL(name) STRING(name) /* "ubrk_open_72": the headers of ICU rename what they declare */

static bool load_icu(Icu *icu)
{
	void *library = dlopen("libicuuc.so." U_ICU_VERSION_SHORT, RTLD_LAZY | RTLD_LOCAL); /* stays loaded */
	if (!library)
		return false;
	icu->open = (__typeof__(&ubrk_open))dlsym(library, SYMBOL(ubrk_open));
	icu->next = (__typeof__(&ubrk_next))dlsym(library, SYMBOL(ubrk_next));
	icu->close = (__typeof__(&ubrk_close))dlsym(library, SYMBOL(ubrk_close));
	return icu->open && icu->next && icu->close;
}

bool zn_words_find(const ZnChar *chars, size_t n, bool *starts)
{
	Icu icu;
	if (!load_icu(&icu))
		return false;
	g_autofree UChar *utf16 = g_new(UChar, 2 * n + 1);
	g_autofree size_t *index = g_new(size_t, 2 * n + 1); /* of the character at each unit */
	int32_t len = 0;
	for (size_t i = 0; i < n; i++) {
		gunichar c = chars[i].c;
		index[len] = i;
		if (c >= 0x10000) {
			utf16[len++] = (UChar)(0xd800 + ((c - 0x10000) >> 10));
			index[len] = i;
			c = 0xdc00 + ((c - 0x10000) & 0x3ff);
		}
		utf16[len++] = (UChar)c;
	}
	UErrorCode status = U_ZERO_ERROR;
	UBreakIterator *words = icu.open(UBRK_WORD, "zh", utf16, len, &status);
	if (U_FAILURE(status) || !words)
		return false;
	for (size_t i = 0; i < n; i++)
		starts[i] = i == 0;
	for (int32_t at = icu.next(words); at != UBRK_DONE && at < len; at = icu.next(words))
		starts[index[at]] = true;
	icu.close(words);
	return true;
}
