#ifndef CPOPPLER_SHIM_H
#define CPOPPLER_SHIM_H
#include "../CLibraries/names.h"
#include <poppler.h>
#endif
