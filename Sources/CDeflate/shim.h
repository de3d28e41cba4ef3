#ifndef CDEFLATE_SHIM_H
#define CDEFLATE_SHIM_H
#include "../CLibraries/names.h"
#include <libdeflate.h>
#endif
