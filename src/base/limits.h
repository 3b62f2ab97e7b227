/* Bounds that hold before memory is taken: a hostile or mistaken input gets an error, never a crash. */
#pragma once

#define ZN_LIMIT_FILE_BYTES (256u << 20)  /* one input file */
#define ZN_LIMIT_DEPTH 512                /* nesting of JSON, views, expressions, Markdown blocks */
#define ZN_LIMIT_ROWS 20000000u           /* rows of one table */
#define ZN_LIMIT_CELLS 200000000u         /* rows x columns of one table */
#define ZN_LIMIT_SIDE 32767               /* px of an output picture's side (cairo's limit) */
#define ZN_LIMIT_PIXELS 400000000.0       /* px of an output picture */
#define ZN_LIMIT_ITEMS 5000000u           /* items of one scene */
#define ZN_LIMIT_STEPS 100000000u         /* steps of expression evaluation in one work */
#define ZN_LIMIT_TEXT 100000u             /* characters of one label */
