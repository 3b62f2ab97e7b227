/* What a PDF says of itself: properties, XMP with the standards it conforms to, the meaning of its colours. */
#pragma once

#include "paint/paint.h"
#include "paint/pdf_file.h"

typedef struct ZnPdfMeta {
	const char *title, *subject, *author, *keywords, *lang, *provenance; /* UTF-8; NULL = left out */
	double now;         /* ms; 0 = no date */
	unsigned standards; /* ZnPdfStandard, or'ed */
} ZnPdfMeta;

/* The document information dictionary. */
ZnPdfRef zn_pdf_info_put(ZnPdfFile *file, const ZnPdfMeta *meta);
/* The XMP packet (ISO 16684-1), plain, so that programs find it without unpacking. */
ZnPdfRef zn_pdf_xmp_put(ZnPdfFile *file, const ZnPdfMeta *meta);
/* An array with one OutputIntent: sRGB, by a profile made here. */
void zn_pdf_output_intent_put(ZnPdfFile *file, GString *catalog);

/* An ICC profile of sRGB (ISO 15076-1, version 4.3; IEC 61966-2-1), 500 bytes. */
GByteArray *zn_pdf_srgb_profile(void);
