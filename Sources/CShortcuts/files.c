#include "CShortcuts.h"
#include <ft2build.h>
#include <hb.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include FT_FREETYPE_H

/* A file that is mapped when it is first read. */
struct file {
    struct file *next;
    hb_blob_t *bytes;
    char path[];
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct file *files;

/* The libraries' own. */
hb_blob_t *goalbook_hb_blob_create_from_file(const char *path);
hb_blob_t *goalbook_hb_blob_create_from_file_or_fail(const char *path);
hb_blob_t *goalbook_hb_blob_reference(hb_blob_t *blob);
const char *goalbook_hb_blob_get_data(hb_blob_t *blob, unsigned *length);
FT_Error goalbook_FT_New_Face(FT_Library library, const char *path, FT_Long index, FT_Face *face);
FT_Error goalbook_FT_New_Memory_Face(FT_Library library, const FT_Byte *bytes, FT_Long length, FT_Long index, FT_Face *face);

static struct file *found(const char *path) {
    struct file *file = files;
    while (file && strcmp(file->path, path)) file = file->next;
    return file;
}

void cshortcuts_share_file(const char *path) {
    pthread_mutex_lock(&lock);
    if (!found(path)) {
        size_t length = strlen(path) + 1;
        struct file *file = malloc(sizeof *file + length);
        if (file) {
            file->next = files;
            file->bytes = NULL;
            memcpy(file->path, path, length);
            files = file;
        }
    }
    pthread_mutex_unlock(&lock);
}

/* NULL for a file that is not shared or cannot be read. Never given back. */
static hb_blob_t *shared(const char *path) {
    pthread_mutex_lock(&lock);
    struct file *file = found(path);
    if (file && !file->bytes) file->bytes = goalbook_hb_blob_create_from_file_or_fail(path);
    hb_blob_t *bytes = file ? file->bytes : NULL;
    pthread_mutex_unlock(&lock);
    return bytes;
}

/* By it Pango opens a font, once for each thread. */
hb_blob_t *hb_blob_create_from_file(const char *path) {
    hb_blob_t *bytes = shared(path);
    return bytes ? goalbook_hb_blob_reference(bytes) : goalbook_hb_blob_create_from_file(path);
}

/* By it Cairo opens a font. */
FT_Error FT_New_Face(FT_Library library, const char *path, FT_Long index, FT_Face *face) {
    hb_blob_t *bytes = shared(path);
    if (!bytes) return goalbook_FT_New_Face(library, path, index, face);
    unsigned length;
    const char *start = goalbook_hb_blob_get_data(bytes, &length);
    return goalbook_FT_New_Memory_Face(library, (const FT_Byte *)start, (FT_Long)length, index, face);
}
