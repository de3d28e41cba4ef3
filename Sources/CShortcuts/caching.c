#include "CShortcuts.h"
#include <cairo.h>
#include <pthread.h>
#include <setjmp.h>

/* The library's own. */
cairo_font_face_t *goalbook_cairo_user_font_face_create(void);
void goalbook_cairo_user_font_face_set_render_glyph_func(cairo_font_face_t *face, cairo_user_scaled_font_render_glyph_func_t function);
cairo_scaled_font_t *goalbook_cairo_scaled_font_create(
    cairo_font_face_t *face, const cairo_matrix_t *size, const cairo_matrix_t *page, const cairo_font_options_t *options);
cairo_font_options_t *goalbook_cairo_font_options_create(void);
cairo_status_t goalbook_cairo_scaled_font_status(cairo_scaled_font_t *font);
void goalbook_cairo_scaled_font_destroy(cairo_scaled_font_t *font);
void goalbook_cairo_font_options_destroy(cairo_font_options_t *options);
void goalbook_cairo_scaled_font_glyph_extents(
    cairo_scaled_font_t *font, const cairo_glyph_t *glyphs, int count, cairo_text_extents_t *extents);

static jmp_buf outside;

/* Measuring ends here, while Cairo's cache of glyphs is held still. */
static cairo_status_t leave(cairo_scaled_font_t *font, unsigned long glyph, cairo_t *cairo, cairo_text_extents_t *extents) {
    (void)font, (void)glyph, (void)cairo, (void)extents;
    longjmp(outside, 1);
}

static void keep(void) {
    cairo_matrix_t one = {1, 0, 0, 1, 0, 0};
    cairo_font_face_t *face = goalbook_cairo_user_font_face_create();
    goalbook_cairo_user_font_face_set_render_glyph_func(face, leave);
    cairo_scaled_font_t *font = goalbook_cairo_scaled_font_create(face, &one, &one, goalbook_cairo_font_options_create());
    if (goalbook_cairo_scaled_font_status(font) != CAIRO_STATUS_SUCCESS) return;
    cairo_glyph_t glyph = {1, 0, 0};
    cairo_text_extents_t extents;
    if (setjmp(outside) == 0) goalbook_cairo_scaled_font_glyph_extents(font, &glyph, 1, &extents);
}

void cshortcuts_keep_glyphs(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, keep);
}

static cairo_font_face_t *empty;

static void make_empty(void) {
    empty = goalbook_cairo_user_font_face_create();
}

void cshortcuts_forget_fonts(void) {
    enum { most = 256 };
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, make_empty);
    cairo_font_options_t *options = goalbook_cairo_font_options_create();
    cairo_matrix_t page = {1, 0, 0, 1, 0, 0};
    for (int size = 1; size <= most; size++) {
        cairo_matrix_t scale = {size, 0, 0, size, 0, 0};
        /* One that is kept already goes to the end of the row. */
        goalbook_cairo_scaled_font_destroy(goalbook_cairo_scaled_font_create(empty, &scale, &page, options));
    }
    goalbook_cairo_font_options_destroy(options);
}
