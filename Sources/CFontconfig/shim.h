#ifndef CFONTCONFIG_SHIM_H
#define CFONTCONFIG_SHIM_H
#include "../CLibraries/names.h"
#include <fontconfig/fontconfig.h>
#endif
