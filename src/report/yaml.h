/* YAML to nodes that know their place. What front matter needs: scalars, lists, mappings; no anchors, no tags. */
#pragma once

#include "base/context.h"

typedef enum { ZN_YAML_SCALAR, ZN_YAML_LIST, ZN_YAML_MAP } ZnYamlType;

typedef struct ZnYaml ZnYaml;
struct ZnYaml {
	ZnYamlType type;
	ZnPlace place;    /* of its first character; of the text inside the quotes of a quoted one */
	const char *text; /* scalars */
	bool plain;       /* scalars: without quotes */
	const char *key;  /* in a mapping */
	ZnPlace key_place;
	ZnYaml *children, *next;
};

/* Reports with line and column and returns NULL when it is no YAML; `line` = the file's line on which `text` begins. An empty
 * text gives an empty mapping. */
ZnYaml *zn_yaml_parse(ZnContext *context, const char *file, const char *text, size_t len, int line);
