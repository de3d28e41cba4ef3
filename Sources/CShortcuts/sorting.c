#define _GNU_SOURCE
#include "CShortcuts.h"
#include <dlfcn.h>
#include <fontconfig/fontconfig.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* Pango asks fontconfig which fonts a description means, once more for each size that it is set in. Fonts that have no sizes of
   their own are the same in all, so that the answer of one size serves for the others. */

struct answer {
    struct answer *next;
    /* What was asked, without its size. */
    FcPattern *question;
    /* All that come into question, the best first; NULL where only the best one was asked for. */
    FcFontSet *sorted;
    FcPattern *best;
};

/* What one thread was told of one configuration, which lives as long as the answers. */
struct memory {
    FcConfig *configuration;
    struct answer *answers;
    /* The fonts that were to choose from. */
    int count;
    FcPattern *fonts[];
};

/* The library's own. */
FcConfig *goalbook_FcConfigReference(FcConfig *configuration);
void goalbook_FcConfigDestroy(FcConfig *configuration);
FcFontSet *goalbook_FcFontSetCreate(void);
FcBool goalbook_FcFontSetAdd(FcFontSet *set, FcPattern *font);
void goalbook_FcFontSetDestroy(FcFontSet *set);
FcPattern *goalbook_FcFontRenderPrepare(FcConfig *configuration, FcPattern *pattern, FcPattern *font);
FcPattern *goalbook_FcFontSetMatch(FcConfig *configuration, FcFontSet **sets, int count, FcPattern *pattern, FcResult *result);
FcFontSet *goalbook_FcFontSetSort(
    FcConfig *configuration, FcFontSet **sets, int count, FcPattern *pattern, FcBool trim, FcCharSet **letters, FcResult *result);
FcBool goalbook_FcPatternDel(FcPattern *pattern, const char *object);
void goalbook_FcPatternDestroy(FcPattern *pattern);
FcPattern *goalbook_FcPatternDuplicate(const FcPattern *pattern);
FcBool goalbook_FcPatternEqual(const FcPattern *a, const FcPattern *b);
FcResult goalbook_FcPatternGet(const FcPattern *pattern, const char *object, int id, FcValue *value);
FcResult goalbook_FcPatternGetInteger(const FcPattern *pattern, const char *object, int id, int *number);
FcResult goalbook_FcPatternGetString(const FcPattern *pattern, const char *object, int id, FcChar8 **text);
void goalbook_FcPatternReference(FcPattern *pattern);

static pthread_key_t key;

static void forget(void *kept) {
    struct memory *memory = kept;
    while (memory->answers) {
        struct answer *answer = memory->answers;
        memory->answers = answer->next;
        goalbook_FcPatternDestroy(answer->question);
        if (answer->sorted) goalbook_FcFontSetDestroy(answer->sorted);
        free(answer);
    }
    goalbook_FcConfigDestroy(memory->configuration);
    free(memory);
}

static void make_key(void) {
    pthread_key_create(&key, forget);
}

static int has_size(const FcPattern *font) {
    FcValue value;
    return goalbook_FcPatternGet(font, FC_SIZE, 0, &value) == FcResultMatch
        || goalbook_FcPatternGet(font, FC_PIXEL_SIZE, 0, &value) == FcResultMatch;
}

/* This thread's memory of these fonts; NULL where a size may make a difference. */
static struct memory *memory_of(FcConfig *configuration, FcFontSet **sets, int count) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, make_key);
    if (!configuration || count != 1 || !sets[0]) return NULL;
    const FcFontSet *set = sets[0];
    size_t size = (size_t)set->nfont * sizeof *set->fonts;
    struct memory *memory = pthread_getspecific(key);
    if (memory && memory->configuration == configuration && memory->count == set->nfont
        && memcmp(memory->fonts, set->fonts, size) == 0)
        return memory;
    for (int index = 0; index < set->nfont; index++)
        if (has_size(set->fonts[index])) return NULL;
    struct memory *fresh = malloc(sizeof *fresh + size);
    if (!fresh) return NULL;
    /* Before the old one goes: it may be all that keeps the configuration. */
    fresh->configuration = goalbook_FcConfigReference(configuration);
    fresh->answers = NULL;
    fresh->count = set->nfont;
    memcpy(fresh->fonts, set->fonts, size);
    if (memory) forget(memory);
    pthread_setspecific(key, fresh);
    return fresh;
}

static FcPattern *without_size(const FcPattern *pattern) {
    FcPattern *question = goalbook_FcPatternDuplicate(pattern);
    if (question) {
        goalbook_FcPatternDel(question, FC_SIZE);
        goalbook_FcPatternDel(question, FC_PIXEL_SIZE);
    }
    return question;
}

/* A question of one thread's, and what is known of it. */
struct inquiry {
    /* NULL where nothing is to be remembered. */
    struct memory *memory;
    FcPattern *question;
    const struct answer *known;
};

static struct inquiry begin(FcConfig *configuration, FcFontSet **sets, int count, const FcPattern *pattern, int is_sorted) {
    struct inquiry inquiry = {memory_of(configuration, sets, count), NULL, NULL};
    if (inquiry.memory) inquiry.question = without_size(pattern);
    if (!inquiry.question) return inquiry;
    const struct answer *answer = inquiry.memory->answers;
    while (answer && ((answer->sorted != NULL) != is_sorted || !goalbook_FcPatternEqual(answer->question, inquiry.question)))
        answer = answer->next;
    inquiry.known = answer;
    return inquiry;
}

/* Whether an answer would be new. */
static int is_new(struct inquiry inquiry) {
    return inquiry.question && !inquiry.known;
}

/* Remembers an answer if there is one, and takes it over. */
static void end(struct inquiry inquiry, FcFontSet *sorted, FcPattern *best) {
    struct answer *answer = sorted || best ? malloc(sizeof *answer) : NULL;
    if (answer) {
        *answer = (struct answer){inquiry.memory->answers, inquiry.question, sorted, best};
        inquiry.memory->answers = answer;
        return;
    }
    if (inquiry.question) goalbook_FcPatternDestroy(inquiry.question);
    if (sorted) goalbook_FcFontSetDestroy(sorted);
}

static FcFontSet *copy_of(const FcFontSet *set) {
    FcFontSet *copy = goalbook_FcFontSetCreate();
    for (int index = 0; copy && index < set->nfont; index++) {
        goalbook_FcPatternReference(set->fonts[index]);
        if (goalbook_FcFontSetAdd(copy, set->fonts[index])) continue;
        goalbook_FcPatternDestroy(set->fonts[index]);
        goalbook_FcFontSetDestroy(copy);
        return NULL;
    }
    return copy;
}

/* The one font of those to choose from that a pattern was made of; NULL where several could be. */
static FcPattern *font_of(const struct memory *memory, const FcPattern *match) {
    FcPattern *font = NULL;
    FcChar8 *file, *other;
    int face, number;
    if (goalbook_FcPatternGetString(match, FC_FILE, 0, &file) != FcResultMatch
        || goalbook_FcPatternGetInteger(match, FC_INDEX, 0, &face) != FcResultMatch)
        return NULL;
    for (int index = 0; index < memory->count; index++) {
        FcPattern *one = memory->fonts[index];
        if (goalbook_FcPatternGetString(one, FC_FILE, 0, &other) != FcResultMatch
            || goalbook_FcPatternGetInteger(one, FC_INDEX, 0, &number) != FcResultMatch || number != face
            || strcmp((const char *)file, (const char *)other) != 0)
            continue;
        if (font) return NULL;
        font = one;
    }
    return font;
}

void *cshortcuts_match(void *configuration, void *sets, int count, void *pattern, int *found) {
    FcResult result = FcResultMatch;
    struct inquiry inquiry = begin(configuration, sets, count, pattern, 0);
    FcPattern *match = inquiry.known ? goalbook_FcFontRenderPrepare(configuration, pattern, inquiry.known->best)
                                     : goalbook_FcFontSetMatch(configuration, sets, count, pattern, &result);
    end(inquiry, NULL, is_new(inquiry) && match && result == FcResultMatch ? font_of(inquiry.memory, match) : NULL);
    *found = (int)result;
    return match;
}

void *cshortcuts_sort(void *configuration, void *sets, int count, void *pattern, int *found) {
    FcResult result = FcResultMatch;
    struct inquiry inquiry = begin(configuration, sets, count, pattern, 1);
    FcFontSet *sorted = inquiry.known ? copy_of(inquiry.known->sorted) : NULL;
    if (!sorted) sorted = goalbook_FcFontSetSort(configuration, sets, count, pattern, FcTrue, NULL, &result);
    end(inquiry, is_new(inquiry) && sorted && result == FcResultMatch ? copy_of(sorted) : NULL, NULL);
    *found = (int)result;
    return sorted;
}

FcPattern *FcFontSetMatch(FcConfig *configuration, FcFontSet **sets, int count, FcPattern *pattern, FcResult *result) {
    int found;
    FcPattern *match = cshortcuts_match(configuration, sets, count, pattern, &found);
    *result = (FcResult)found;
    return match;
}

FcFontSet *FcFontSetSort(
    FcConfig *configuration, FcFontSet **sets, int count, FcPattern *pattern, FcBool trim, FcCharSet **letters, FcResult *result) {
    if (!trim || letters) return goalbook_FcFontSetSort(configuration, sets, count, pattern, trim, letters, result);
    int found;
    FcFontSet *sorted = cshortcuts_sort(configuration, sets, count, pattern, &found);
    *result = (FcResult)found;
    return sorted;
}

/* Pango starts a thread for each question and waits for the answer: where it is known already, that takes longer than to give
   it. */
void *g_thread_self(void);
void *g_thread_ref(void *thread);

void *g_thread_new(const char *name, void *(*work)(void *), void *data) {
    static void *(*own)(const char *, void *(*)(void *), void *);
    if (name && strncmp(name, "[pango] FcFontSet", strlen("[pango] FcFontSet")) == 0) {
        work(data);
        return g_thread_ref(g_thread_self());
    }
    if (!__atomic_load_n(&own, __ATOMIC_ACQUIRE)) {
        void *found = dlsym(RTLD_NEXT, "g_thread_new");
        __atomic_store_n(&own, (void *(*)(const char *, void *(*)(void *), void *))found, __ATOMIC_RELEASE);
    }
    return own(name, work, data);
}
