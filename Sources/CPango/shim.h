#ifndef CPANGO_SHIM_H
#define CPANGO_SHIM_H
#include "../CLibraries/names.h"
#include <cairo.h>
#include <cairo-pdf.h>
#include <cairo-ft.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <hb.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <stdlib.h>
#include <string.h>

/* Lets a font map of Cairo's see only the fonts of a configuration (FcConfig); it keeps a reference of its own. */
static inline void cpango_set_configuration(PangoFontMap *map, void *configuration) {
    if (PANGO_IS_FC_FONT_MAP(map)) pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), (FcConfig *)configuration);
}

/* A face of Cairo's for a font that fontconfig lists (FcPattern). */
static inline cairo_font_face_t *cpango_face(void *pattern) {
    return cairo_ft_font_face_create_for_pattern((FcPattern *)pattern);
}

/* Locks the FreeType face behind a font; 0 when it cannot be opened. */
static inline int cpango_lock_face(cairo_scaled_font_t *font) {
    return cairo_ft_scaled_font_lock_face(font) != 0;
}

/* HarfBuzz's face of a font; it lives as long as the font. */
static inline hb_face_t *cpango_hb_face(PangoFont *font) {
    hb_font_t *own = pango_font_get_hb_font(font);
    return own == NULL ? NULL : hb_font_get_face(own);
}

static inline cairo_scaled_font_t *cpango_scaled_font(PangoFont *font) {
    return PANGO_IS_CAIRO_FONT(font) ? pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font)) : NULL;
}

/* A font file in memory. Cairo lets fonts go when it likes and in whichever thread, so that each has a library of its own. */
typedef struct {
    FT_Library library;
    FT_Face face;
    void *bytes;
} cpango_font_file;

static inline void cpango_close(void *data) {
    cpango_font_file *file = (cpango_font_file *)data;
    if (file->face) FT_Done_Face(file->face);
    if (file->library) FT_Done_FreeType(file->library);
    free(file->bytes);
    free(file);
}

/* See CShortcuts. */
void cshortcuts_measure(void *face, void *measures, const unsigned *wholes, unsigned count);

/* A face of Cairo's for the bytes of a font file, which are copied; NULL where FreeType cannot read them.
   measures, wholes, count: see cshortcuts_measure. */
static inline cairo_font_face_t *cpango_face_of_bytes(
    const char *bytes, unsigned length, void *measures, const unsigned *wholes, unsigned count) {
    static const cairo_user_data_key_t key;
    cpango_font_file *file = (cpango_font_file *)calloc(1, sizeof *file);
    if (!file) return NULL;
    file->bytes = malloc(length);
    if (!file->bytes || FT_Init_FreeType(&file->library)) {
        cpango_close(file);
        return NULL;
    }
    memcpy(file->bytes, bytes, length);
    if (FT_New_Memory_Face(file->library, (const FT_Byte *)file->bytes, (FT_Long)length, 0, &file->face)) {
        cpango_close(file);
        return NULL;
    }
    cshortcuts_measure(file->face, measures, wholes, count);
    cairo_font_face_t *face = cairo_ft_font_face_create_for_ft_face(file->face, 0);
    if (cairo_font_face_status(face) || cairo_font_face_set_user_data(face, &key, file, cpango_close)) {
        cairo_font_face_destroy(face);
        cpango_close(file);
        return NULL;
    }
    return face;
}
#endif
