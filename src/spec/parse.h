/* What the files that parse a specification share. Private to spec/. */
#pragma once

#include "spec/view.h"

typedef struct ZnParser {
	ZnContext *context;
	const char *file;
	ZnValue config;
} ZnParser;

/* One channel definition, typed. Never NULL. */
ZnView *zn_unit_probe(ZnParser *parser, ZnValue mark, ZnValue encoding); /* a unit typed on trial: mark and stack known */
ZnChannelDef *zn_channel_def_parse(ZnParser *parser, ZnChannel channel, ZnValue raw, const char *pointer);
