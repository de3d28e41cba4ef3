#include "CShortcuts.h"
#include <ft2build.h>
#include <hb.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include FT_FREETYPE_H

struct measure {
    int32_t left, top, width, height, advance, linear;
    int known;
};

struct cshortcuts_measures {
    int shares;
    unsigned count;
    /* In the units of the whole font. */
    hb_font_t *font;
    struct measure glyphs[];
};

/* What is remembered of a face. */
struct part {
    cshortcuts_measures *measures;
    unsigned count;
    unsigned wholes[];
};

/* The library's own. */
unsigned goalbook_hb_face_get_glyph_count(const hb_face_t *face);
hb_font_t *goalbook_hb_font_create(hb_face_t *face);
void goalbook_hb_font_destroy(hb_font_t *font);
hb_bool_t goalbook_hb_font_get_glyph_extents(hb_font_t *font, hb_codepoint_t glyph, hb_glyph_extents_t *extents);
hb_position_t goalbook_hb_font_get_glyph_h_advance(hb_font_t *font, hb_codepoint_t glyph);

cshortcuts_measures *cshortcuts_measures_of(void *face) {
    unsigned count = goalbook_hb_face_get_glyph_count(face);
    cshortcuts_measures *measures = calloc(1, sizeof *measures + count * sizeof(struct measure));
    if (measures) {
        measures->shares = 1;
        measures->count = count;
        measures->font = goalbook_hb_font_create(face);
    }
    return measures;
}

void cshortcuts_measures_release(cshortcuts_measures *measures) {
    if (!measures || __atomic_sub_fetch(&measures->shares, 1, __ATOMIC_ACQ_REL) > 0) return;
    goalbook_hb_font_destroy(measures->font);
    free(measures);
}

static void forget(void *object) {
    struct part *part = ((FT_Face)object)->generic.data;
    if (part) cshortcuts_measures_release(part->measures);
    free(part);
}

void cshortcuts_measure(void *object, void *shared, const unsigned *wholes, unsigned count) {
    FT_Face face = object;
    cshortcuts_measures *measures = shared;
    struct part *part = measures ? malloc(sizeof *part + count * sizeof *wholes) : NULL;
    if (!part) return;
    part->measures = measures;
    part->count = count;
    memcpy(part->wholes, wholes, count * sizeof *wholes);
    __atomic_add_fetch(&measures->shares, 1, __ATOMIC_ACQ_REL);
    face->generic.data = part;
    face->generic.finalizer = forget;
}

/* HarfBuzz measures an outline where it lies; FreeType first makes one of it. */
static void measure(hb_font_t *font, unsigned glyph, struct measure *own) {
    hb_glyph_extents_t extents;
    if (!goalbook_hb_font_get_glyph_extents(font, glyph, &extents)) return;
    int32_t advance = goalbook_hb_font_get_glyph_h_advance(font, glyph);
    own->left = extents.x_bearing * 64;
    own->top = extents.y_bearing * 64;
    own->width = extents.width * 64;
    own->height = -extents.height * 64;
    own->advance = advance * 64;
    own->linear = advance * 65536;
    own->known = 1;
}

static void keep(const FT_GlyphSlot slot, struct measure *own) {
    own->left = (int32_t)slot->metrics.horiBearingX;
    own->top = (int32_t)slot->metrics.horiBearingY;
    own->width = (int32_t)slot->metrics.width;
    own->height = (int32_t)slot->metrics.height;
    own->advance = (int32_t)slot->metrics.horiAdvance;
    own->linear = (int32_t)slot->linearHoriAdvance;
    own->known = slot->format == FT_GLYPH_FORMAT_OUTLINE && slot->advance.x == slot->metrics.horiAdvance;
}

static void give(const struct measure *own, FT_GlyphSlot slot) {
    slot->metrics.horiBearingX = own->left;
    slot->metrics.horiBearingY = own->top;
    slot->metrics.width = own->width;
    slot->metrics.height = own->height;
    slot->metrics.horiAdvance = own->advance;
    slot->linearHoriAdvance = own->linear;
    slot->advance.x = own->advance;
    slot->advance.y = 0;
}

/* FreeType's own; in this place it means the one in its library. */
FT_Error goalbook_FT_Load_Glyph(FT_Face face, FT_UInt glyph, FT_Int32 flags);

/* Cairo measures a glyph in the size of the font's own units, once more for each size that it is shown in, and asks for its
   outline in its real size. */
FT_Error FT_Load_Glyph(FT_Face face, FT_UInt glyph, FT_Int32 flags) {
    if (!face || face->generic.finalizer != forget || !(flags & FT_LOAD_NO_HINTING) || !face->size)
        return goalbook_FT_Load_Glyph(face, glyph, flags);
    const struct part *part = face->generic.data;
    const FT_Size_Metrics *size = &face->size->metrics;
    FT_GlyphSlot slot = face->glyph;
    slot->format = FT_GLYPH_FORMAT_OUTLINE;
    slot->outline.n_points = 0;
    slot->outline.n_contours = 0;
    if (size->x_ppem != face->units_per_EM || size->y_ppem != face->units_per_EM) return 0;
    unsigned whole = glyph < part->count ? part->wholes[glyph] : UINT32_MAX;
    if (whole >= part->measures->count) return goalbook_FT_Load_Glyph(face, glyph, flags);
    struct measure *own = &part->measures->glyphs[whole];
    if (!own->known) measure(part->measures->font, whole, own);
    if (own->known) {
        give(own, slot);
        return 0;
    }
    FT_Error error = goalbook_FT_Load_Glyph(face, glyph, flags);
    if (error == 0) keep(slot, own);
    return error;
}
