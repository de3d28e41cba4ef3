#ifndef CPANGO_SHIM_H
#define CPANGO_SHIM_H
#include "../CLibraries/names.h"
#include <cairo.h>
#include <cairo-pdf.h>
#include <cairo-ft.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

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
#endif
