#define _GNU_SOURCE
#include "CShortcuts.h"
#include <dlfcn.h>
#include <zlib.h>

static _Thread_local int storing;

void cshortcuts_storing(int on) {
    storing = on;
}

typedef int opening(z_streamp stream, int level, const char *version, int size);

/* A program's own functions go before those of its libraries, so that Cairo comes here. What packs nothing needs no memory to look
   back at: the least that zlib knows. */
int deflateInit_(z_streamp stream, int level, const char *version, int size) {
    enum { least_window = 9, least_memory = 1 };
    if (storing && level == Z_DEFAULT_COMPRESSION)
        return deflateInit2_(stream, Z_NO_COMPRESSION, Z_DEFLATED, least_window, least_memory, Z_DEFAULT_STRATEGY, version, size);
    opening *next = (opening *)dlsym(RTLD_NEXT, "deflateInit_");
    return next ? next(stream, level, version, size) : Z_VERSION_ERROR;
}
