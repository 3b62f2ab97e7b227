/* Scenes to bytes. Painters see no spec and no data. Same scene, same bytes: no clock, no random ids. */
#pragma once

#include "scene/scene.h"

/* What a PDF conforms to: ISO 14289-1, ISO 19005-2 and -3 (level A). */
typedef enum { ZN_PDF_UA_1 = 1, ZN_PDF_A_2A = 2, ZN_PDF_A_3A = 4, ZN_PDF_NO_STANDARD = 8 } ZnPdfStandard;

/* The standards of a list as people write it: "ua-1,a-2a", "a-3a", "none"; NULL = 0, the usual ones. False for any other word, and for two
 * parts of ISO 19005 at once. */
bool zn_pdf_standards_parse(const char *words, unsigned *standards);
/* Such a list of them; in the arena. */
const char *zn_pdf_standards_words(ZnArena *arena, unsigned standards);

typedef struct ZnPaintOptions {
	double scale;       /* device px per scene px; 0 = 1 */
	double ppi;         /* PNG pHYs; 0 = 96 * scale */
	bool transparent;   /* no background */
	bool trim;          /* cut to what is drawn, the background aside */
	int width, height;  /* > 0: exact output size in device px: the scene is fitted and centred */
	double now;         /* ms; date in PDF metadata; 0 = none */
	bool svg_outlines;  /* SVG: text as shapes, which need no fonts */
	unsigned pdf_standards; /* of ZnPdfStandard; 0 = UA-1 and A-2a. With attachments A-2a becomes A-3a */
} ZnPaintOptions;

/* Each appends the file's bytes to `out` and returns true, or reports (too large, out of memory) and returns false. */
bool zn_paint_png(ZnDiags *diags, const ZnScene *scene, const ZnPaintOptions *options, GByteArray *out);
bool zn_paint_svg(ZnDiags *diags, const ZnScene *scene, const ZnPaintOptions *options, GByteArray *out);
bool zn_paint_pdf(ZnDiags *diags, const ZnScene *scene, const ZnPaintOptions *options, GByteArray *out);
bool zn_paint_document(ZnDiags *diags, const ZnDocument *document, const ZnPaintOptions *options, GByteArray *out);

/* By file ending: ".png", ".svg", ".pdf", ".scene.json"; NULL = unknown. */
typedef bool (*ZnPainter)(ZnDiags *, const ZnScene *, const ZnPaintOptions *, GByteArray *);
ZnPainter zn_painter_for(const char *path);
