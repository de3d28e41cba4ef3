#ifndef CXML_SHIM_H
#define CXML_SHIM_H
#include "../CLibraries/names.h"
#include <libxml/xmlversion.h>
/* ICU's headers would declare again, and otherwise, what Foundation's own copy declares. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/HTMLparser.h>
#include <string.h>

/* Errors are read from the parser's state; nothing is ever printed. The callback's type differs between versions. */
static void cxml_ignore(void *data, void *error) { (void)data; (void)error; }

static inline void cxml_silence(xmlSAXHandler *handler) {
    handler->initialized = XML_SAX2_MAGIC;
    handler->serror = (xmlStructuredErrorFunc)cxml_ignore;
}
#endif
