#ifndef CLIBRARIES_NAMES_H
#define CLIBRARIES_NAMES_H
/* Declares what is called in libraries as the functions of ours that load them. To be included before any of the libraries' own
   headers, and all of it: one library's headers include those of another. */
#define LOADED_PRAGMA(words) _Pragma(#words)
#define LOADED_AS(name) LOADED_PRAGMA(redefine_extname name goalbook_##name)
#define LOADED(name) LOADED_AS(name)
#include "names/cairo.h"
#include "names/crypto.h"
#include "names/curl.h"
#include "names/deflate.h"
#include "names/fontconfig.h"
#include "names/freetype.h"
#include "names/gmime.h"
#include "names/harfbuzz.h"
#include "names/harfbuzz_subset.h"
#include "names/icu.h"
#include "names/pango.h"
#include "names/pangocairo.h"
#include "names/pangoft2.h"
#include "names/poppler.h"
#include "names/sqlite.h"
#include "names/xlsxwriter.h"
#include "names/xml.h"
#include "names/zip.h"
#endif
