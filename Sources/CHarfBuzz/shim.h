#ifndef CHARFBUZZ_SHIM_H
#define CHARFBUZZ_SHIM_H
#include "../CLibraries/names.h"
#include <hb.h>
#include <hb-ot.h>
#include <hb-subset.h>
#endif
