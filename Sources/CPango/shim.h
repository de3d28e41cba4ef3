#ifndef CPANGO_SHIM_H
#define CPANGO_SHIM_H
#include <cairo.h>
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

/* Lets a font map of Cairo's see only the fonts of a configuration (FcConfig); it keeps a reference of its own. */
static inline void cpango_set_configuration(PangoFontMap *map, void *configuration) {
    if (PANGO_IS_FC_FONT_MAP(map)) pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), (FcConfig *)configuration);
}
#endif
