#ifndef CSHORTCUTS_H
#define CSHORTCUTS_H
/* Functions of other libraries as Cairo calls them, by shorter ways. A program's own functions go before those of its libraries, so
   that Cairo comes here. */

/* While it is on, zlib in this thread packs nothing for those who leave it to zlib how well it packs, as Cairo does: their
   data are only wrapped as a stream that every reader unpacks. */
void cshortcuts_storing(int on);

/* How large the glyphs of a font are: remembered by their numbers, for all fonts that are parts of it. One thread uses it. */
typedef struct cshortcuts_measures cshortcuts_measures;

/* Those of a face of HarfBuzz's (hb_face_t); NULL without memory. The caller owns a share of it. */
cshortcuts_measures *cshortcuts_measures_of(void *face);
void cshortcuts_measures_release(cshortcuts_measures *measures);

/* Lets a face of FreeType's (FT_Face) take its glyphs' measures from there, and keep those of new ones there. Its glyphs have no
   outlines any more: who draws PDF only asks whether they have some.
   wholes: the number in the whole font of each of the face's glyphs, count of them; where there is none UINT32_MAX. */
void cshortcuts_measure(void *face, void *measures, const unsigned *wholes, unsigned count);

/* Lets Pango and FreeType read a font file from one place in memory, which stays as long as the process: else each thread has the
   file once more for either. */
void cshortcuts_share_file(const char *path);

/* Lets Cairo keep the glyphs of a font as long as the font, and never throw away those of others.

   Cairo 1.16 keeps the glyphs of all fonts in one cache. Who finds it full waits for a font of another thread while he holds the
   cache, and that thread for the cache while it holds its font: neither goes on. A cache that is held still throws nothing away. It
   is held still while a glyph is measured; the one that is measured here is of a font of nobody's, and its measuring is left in the
   middle. */
void cshortcuts_keep_glyphs(void);

/* Lets Cairo forget fonts that nobody uses any more.

   Cairo keeps the last 256 of them with their glyphs, in case that somebody asks for them again; those of a document nobody does.
   As many that hold nothing take their places. */
void cshortcuts_forget_fonts(void);

/* What fontconfig says of a pattern (FcPattern) and the fonts of a configuration: the best of them made ready (FcFontSetMatch), or
   all that come into question (FcFontSetSort, where fonts that add no letters are left out). Each thread remembers it for all sizes
   of the pattern.
   sets: an array of so many sets (FcFontSet); found: takes the FcResult. */
void *cshortcuts_match(void *configuration, void *sets, int count, void *pattern, int *found);
void *cshortcuts_sort(void *configuration, void *sets, int count, void *pattern, int *found);

/* Writes a number with so many decimals as Cairo's numbers are written, so that it can be compared with what the C library writes;
   the length, or 0 for one that is left to that. At most 18 decimals. */
int cshortcuts_decimal(char text[48], double number, int places);
#endif
