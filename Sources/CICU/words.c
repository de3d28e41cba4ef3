#include "CICU.h"
#include <unicode/urename.h>
#include "../CLibraries/names.h"
#include <unicode/ubrk.h>

cicu_words *cicu_open_words(void) {
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *words = ubrk_open(UBRK_WORD, "zh", NULL, 0, &status);
    return U_SUCCESS(status) ? (cicu_words *)words : NULL;
}

int cicu_set_text(cicu_words *words, const uint16_t *text, int32_t length) {
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText((UBreakIterator *)words, (const UChar *)text, length, &status);
    return U_SUCCESS(status);
}

int32_t cicu_next(cicu_words *words) {
    return ubrk_next((UBreakIterator *)words);
}

void cicu_close(cicu_words *words) {
    ubrk_close((UBreakIterator *)words);
}
