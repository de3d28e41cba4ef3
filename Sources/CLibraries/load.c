#include "CLibraries.h"
#include <dlfcn.h>
#include <stdio.h>
#include <unicode/urename.h>
#include <unistd.h>

struct library {
    const char *file;
    const char *package;
    void *handle;
};

struct function {
    /* Where a call goes: first to what loads the function, then to the function. */
    void *address;
    int library;
    const char *name;
};

#define TEXT_OF(words) #words
#define TEXT(words) TEXT_OF(words)

enum { crypto, curl, deflate, gmime, fontconfig, freetype, harfbuzz, harfbuzz_subset, icu, cairo, pango, pangocairo, pangoft2, poppler, sqlite,
       xlsxwriter, xml, zip, library_count };

static struct library libraries[library_count] = {
    [crypto] = {.file = "libcrypto.so.3", .package = "libssl3"},
    [curl] = {.file = "libcurl.so.4", .package = "libcurl4"},
    [deflate] = {.file = "libdeflate.so.0", .package = "libdeflate0"},
    [gmime] = {.file = "libgmime-3.0.so.0", .package = "libgmime-3.0-0"},
    [fontconfig] = {.file = "libfontconfig.so.1", .package = "libfontconfig1"},
    [freetype] = {.file = "libfreetype.so.6", .package = "libfreetype6"},
    [harfbuzz] = {.file = "libharfbuzz.so.0", .package = "libharfbuzz0b"},
    [harfbuzz_subset] = {.file = "libharfbuzz-subset.so.0", .package = "libharfbuzz-subset0"},
    [icu] = {.file = "libicuuc.so." TEXT(U_ICU_VERSION_MAJOR_NUM), .package = "libicu" TEXT(U_ICU_VERSION_MAJOR_NUM)},
    [cairo] = {.file = "libcairo.so.2", .package = "libcairo2"},
    [pango] = {.file = "libpango-1.0.so.0", .package = "libpango-1.0-0"},
    [pangocairo] = {.file = "libpangocairo-1.0.so.0", .package = "libpangocairo-1.0-0"},
    [pangoft2] = {.file = "libpangoft2-1.0.so.0", .package = "libpangoft2-1.0-0"},
    [poppler] = {.file = "libpoppler-glib.so.8", .package = "libpoppler-glib8"},
    [sqlite] = {.file = "libsqlite3.so.0", .package = "libsqlite3-0"},
    [xlsxwriter] = {.file = "libxlsxwriter.so.4", .package = "libxlsxwriter4"},
    [xml] = {.file = "libxml2.so.2", .package = "libxml2"},
    [zip] = {.file = "libzip.so.4", .package = "libzip4"},
};

/* All of them, one behind the other: the linker names the ends of the section. */
extern struct function __start_goalbook_functions[], __stop_goalbook_functions[];

static void *found(struct function *function, void *handle) {
    void *address = dlsym(handle, function->name);
    if (address != NULL) __atomic_store_n(&function->address, address, __ATOMIC_RELEASE);
    return address;
}

/* Its functions are looked for at once: one alone has to wait whenever another thread loads a library. */
static void *opened(struct library *library) {
    void *handle = __atomic_load_n(&library->handle, __ATOMIC_ACQUIRE);
    if (handle == NULL) {
        handle = dlopen(library->file, RTLD_LAZY | RTLD_LOCAL);
        for (struct function *each = __start_goalbook_functions; handle != NULL && each < __stop_goalbook_functions; each++)
            if (&libraries[each->library] == library) found(each, handle);
        __atomic_store_n(&library->handle, handle, __ATOMIC_RELEASE);
    }
    return handle;
}

int clibraries_missing(int number, const char **file, const char **package) {
    for (int index = 0; index < library_count; index++) {
        if (opened(&libraries[index]) != NULL || number-- > 0) continue;
        *file = libraries[index].file;
        *package = libraries[index].package;
        return 1;
    }
    return 0;
}

static void open_all(const int numbers[], int count) {
    for (int index = 0; index < count; index++) opened(&libraries[numbers[index]]);
}

void clibraries_load_for(enum clibraries_use use) {
    static const int fonts[] = {fontconfig, freetype, harfbuzz, cairo};
    static const int printing[] = {pango, pangocairo, pangoft2, icu, harfbuzz_subset, deflate, crypto};
    switch (use) {
    case clibraries_fonts: open_all(fonts, sizeof fonts / sizeof *fonts); break;
    case clibraries_printing: open_all(printing, sizeof printing / sizeof *printing); break;
    case clibraries_reading_back: opened(&libraries[poppler]); break;
    case clibraries_workbooks: opened(&libraries[xlsxwriter]); break;
    }
}

/* A program that lacks a library ends as one that the system's loader does not find it for. */
static void refuse(const struct library *library) {
    const char *reason = dlerror();
    fprintf(stderr, "缺少程序库 %s（%s）。请安装软件包 %s，如 apt-get install %s\n", library->file,
            reason == NULL ? "" : reason, library->package, library->package);
    fflush(stderr);
    _exit(127);
}

/* Several threads may come by here at once; each finds the same. */
__attribute__((used, visibility("hidden"))) void *goalbook_find(struct function *function) {
    struct library *library = &libraries[function->library];
    void *handle = opened(library);
    void *address = handle == NULL ? NULL : found(function, handle);
    if (address == NULL) refuse(library);
    return address;
}

/* A call keeps all its arguments, whatever their number and kinds, while the function is looked for. */
#if defined(__x86_64__)
__asm__(".text\n"
        ".type goalbook_load, @function\n"
        "goalbook_load:\n"
        "pushq %rdi\n pushq %rsi\n pushq %rdx\n pushq %rcx\n pushq %r8\n pushq %r9\n pushq %rax\n"
        "subq $128, %rsp\n"
        "movaps %xmm0, (%rsp)\n movaps %xmm1, 16(%rsp)\n movaps %xmm2, 32(%rsp)\n movaps %xmm3, 48(%rsp)\n"
        "movaps %xmm4, 64(%rsp)\n movaps %xmm5, 80(%rsp)\n movaps %xmm6, 96(%rsp)\n movaps %xmm7, 112(%rsp)\n"
        "movq %r11, %rdi\n"
        "call goalbook_find\n"
        "movq %rax, %r11\n"
        "movaps (%rsp), %xmm0\n movaps 16(%rsp), %xmm1\n movaps 32(%rsp), %xmm2\n movaps 48(%rsp), %xmm3\n"
        "movaps 64(%rsp), %xmm4\n movaps 80(%rsp), %xmm5\n movaps 96(%rsp), %xmm6\n movaps 112(%rsp), %xmm7\n"
        "addq $128, %rsp\n"
        "popq %rax\n popq %r9\n popq %r8\n popq %rcx\n popq %rdx\n popq %rsi\n popq %rdi\n"
        "jmp *%r11\n"
        ".size goalbook_load, . - goalbook_load\n");
#define CODE(name) \
    "goalbook_" #name ":\n jmp *function_" #name "(%rip)\n" \
    "first_" #name ":\n leaq function_" #name "(%rip), %r11\n jmp goalbook_load\n"
#elif defined(__aarch64__)
__asm__(".text\n"
        ".type goalbook_load, @function\n"
        "goalbook_load:\n"
        "stp x29, x30, [sp, #-16]!\n"
        "stp x0, x1, [sp, #-16]!\n stp x2, x3, [sp, #-16]!\n stp x4, x5, [sp, #-16]!\n stp x6, x7, [sp, #-16]!\n"
        "str x8, [sp, #-16]!\n"
        "stp q0, q1, [sp, #-32]!\n stp q2, q3, [sp, #-32]!\n stp q4, q5, [sp, #-32]!\n stp q6, q7, [sp, #-32]!\n"
        "mov x0, x17\n"
        "bl goalbook_find\n"
        "mov x16, x0\n"
        "ldp q6, q7, [sp], #32\n ldp q4, q5, [sp], #32\n ldp q2, q3, [sp], #32\n ldp q0, q1, [sp], #32\n"
        "ldr x8, [sp], #16\n"
        "ldp x6, x7, [sp], #16\n ldp x4, x5, [sp], #16\n ldp x2, x3, [sp], #16\n ldp x0, x1, [sp], #16\n"
        "ldp x29, x30, [sp], #16\n"
        "br x16\n"
        ".size goalbook_load, . - goalbook_load\n");
#define CODE(name) \
    "goalbook_" #name ":\n adrp x16, function_" #name "\n ldr x16, [x16, :lo12:function_" #name "]\n br x16\n" \
    "first_" #name ":\n adrp x17, function_" #name "\n add x17, x17, :lo12:function_" #name "\n b goalbook_load\n"
#else
#error "How a call is passed on is written for x86-64 and ARM64 only."
#endif

#define FUNCTION(name) \
    extern char first_##name[] __attribute__((visibility("hidden"))); \
    __attribute__((used, section("goalbook_functions"), aligned(8))) static struct function function_##name = { \
        first_##name, LIBRARY, #name}; \
    __asm__(".text\n .globl goalbook_" #name "\n .hidden goalbook_" #name "\n .type goalbook_" #name ", @function\n" CODE(name));
/* Names that a header has replaced, as ICU's puts its version behind them, are taken as replaced. */
#define LOADED(name) FUNCTION(name)

#define LIBRARY crypto
#include "names/crypto.h"
#undef LIBRARY
#define LIBRARY curl
#include "names/curl.h"
#undef LIBRARY
#define LIBRARY deflate
#include "names/deflate.h"
#undef LIBRARY
#define LIBRARY gmime
#include "names/gmime.h"
#undef LIBRARY
#define LIBRARY fontconfig
#include "names/fontconfig.h"
#undef LIBRARY
#define LIBRARY freetype
#include "names/freetype.h"
#undef LIBRARY
#define LIBRARY harfbuzz
#include "names/harfbuzz.h"
#undef LIBRARY
#define LIBRARY harfbuzz_subset
#include "names/harfbuzz_subset.h"
#undef LIBRARY
#define LIBRARY icu
#include "names/icu.h"
#undef LIBRARY
#define LIBRARY cairo
#include "names/cairo.h"
#undef LIBRARY
#define LIBRARY pango
#include "names/pango.h"
#undef LIBRARY
#define LIBRARY pangocairo
#include "names/pangocairo.h"
#undef LIBRARY
#define LIBRARY pangoft2
#include "names/pangoft2.h"
#undef LIBRARY
#define LIBRARY poppler
#include "names/poppler.h"
#undef LIBRARY
#define LIBRARY sqlite
#include "names/sqlite.h"
#undef LIBRARY
#define LIBRARY xlsxwriter
#include "names/xlsxwriter.h"
#undef LIBRARY
#define LIBRARY xml
#include "names/xml.h"
#undef LIBRARY
#define LIBRARY zip
#include "names/zip.h"
#undef LIBRARY
