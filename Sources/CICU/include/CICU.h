#ifndef CICU_H
#define CICU_H
#include <stdint.h>

/* ICU's own headers stay out of Swift's sight: Foundation brings others of the same names. */
typedef struct cicu_words cicu_words;

/* Finds the words of Chinese text; NULL where ICU has no data. */
cicu_words *cicu_open_words(void);

/* Takes a text in UTF-16, which is not copied; 0 when it cannot be taken. */
int cicu_set_text(cicu_words *words, const uint16_t *text, int32_t length);

/* The next place where a word ends; negative behind the last one. */
int32_t cicu_next(cicu_words *words);

void cicu_close(cicu_words *words);
#endif
