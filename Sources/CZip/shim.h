#ifndef CZIP_SHIM_H
#define CZIP_SHIM_H
#include "../CLibraries/names.h"
#include <zip.h>
#endif
