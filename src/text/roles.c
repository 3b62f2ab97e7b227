#include "text/internal.h"

typedef struct Role {
	const char *role;
	const char *wanted[3], *packages[3]; /* by ZnScript */
} Role;

#define PARATYPE "fonts-paratype"
#define NOTO "fonts-noto-cjk"

static const Role roles[] = {
    {"sans-serif", {"PT Sans", "PT Sans", "Noto Sans CJK SC"}, {PARATYPE, PARATYPE, NOTO}},
    {"serif", {"PT Serif", "PT Serif", "Noto Serif CJK SC"}, {PARATYPE, PARATYPE, NOTO}},
    {"emphasis", {"PT Serif", "PT Serif", "LXGW WenKai"}, {PARATYPE, PARATYPE, "fonts-lxgw-wenkai"}},
    {"condensed", {"PT Sans Narrow", "PT Sans Narrow", "Noto Sans CJK SC"}, {PARATYPE, PARATYPE, NOTO}},
    {"monospace", {"PT Mono", "PT Mono", "Noto Sans CJK SC"}, {PARATYPE, PARATYPE, NOTO}},
};

/* One character that only a font for the script has, and fontconfig's language. */
static const struct {
	gunichar sample;
	const char *lang;
} scripts[] = {
    [ZN_SCRIPT_LATIN] = {'a', "en"},
    [ZN_SCRIPT_CYRILLIC] = {0x436, "ru"},
    [ZN_SCRIPT_HAN] = {0x7684, "zh-cn"},
};

ZnFontRole *zn_fonts_roles(ZnFonts *fonts, ZnArena *arena, size_t *n)
{
	ZnFontRole *out = zn_new_n(arena, ZnFontRole, G_N_ELEMENTS(roles) * G_N_ELEMENTS(scripts));
	*n = 0;
	for (size_t r = 0; r < G_N_ELEMENTS(roles); r++) {
		for (size_t s = 0; s < G_N_ELEMENTS(scripts); s++) {
			ZnFontRole *role = &out[(*n)++];
			*role = (ZnFontRole){roles[r].role, (ZnScript)s, roles[r].wanted[s], NULL, roles[r].packages[s], NULL};
			const ZnFontSet *set = zn_fonts_set(fonts, roles[r].role, 400, false, scripts[s].lang);
			for (size_t i = 0; i < set->n && !role->found; i++) {
				if (zn_font_file_has(set->files[i], scripts[s].sample)) {
					role->found = set->files[i]->family;
					role->file = set->files[i]->path;
				}
			}
		}
	}
	return out;
}
