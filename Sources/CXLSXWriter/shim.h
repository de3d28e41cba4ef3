#ifndef CXLSXWRITER_SHIM_H
#define CXLSXWRITER_SHIM_H
#include "../CLibraries/names.h"
#include <xlsxwriter.h>
#endif
