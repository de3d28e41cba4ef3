#define _GNU_SOURCE
#include "CShortcuts.h"
#include <dlfcn.h>
#include <zlib.h>

static _Thread_local int storing;

void cshortcuts_storing(int on) {
    storing = on;
}

typedef int opening(z_streamp stream, int level, const char *version, int size);

/* A program's own functions go before those of its libraries, so that Cairo comes here. */
int deflateInit_(z_streamp stream, int level, const char *version, int size) {
    opening *next = (opening *)dlsym(RTLD_NEXT, "deflateInit_");
    if (!next) return Z_VERSION_ERROR;
    return next(stream, storing && level == Z_DEFAULT_COMPRESSION ? Z_NO_COMPRESSION : level, version, size);
}
