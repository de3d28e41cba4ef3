#ifndef CGMIME_SHIM_H
#define CGMIME_SHIM_H
#include "../CLibraries/names.h"
#include <gmime/gmime.h>

/* The bytes in a stream in memory, which the stream keeps. GByteArray is declared by several of the imported modules, so its
   members are read here. */
static inline const unsigned char *cgmime_stream_bytes(GMimeStream *stream, size_t *length) {
    GByteArray *array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    *length = array == NULL ? 0 : array->len;
    return array == NULL ? NULL : array->data;
}
#endif
