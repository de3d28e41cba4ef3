#ifndef CSYSTEM_SHIM_H
#define CSYSTEM_SHIM_H
#include <fcntl.h>
#include <malloc.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/vfs.h>

/* Declared by glibc for _GNU_SOURCE only, which the imported Glibc module does not set. */
int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath, unsigned int flags);

/* Likewise. */
int syncfs(int fd);

/* Likewise. */
int sync_file_range(int fd, __off64_t offset, __off64_t count, unsigned int flags);

/* Likewise. */
void *memmem(const void *haystack, size_t haystack_size, const void *needle, size_t needle_size);

/* Where the bytes of a word first stand in others; null where they do not. */
static inline const void *csystem_find(const void *bytes, size_t count, const void *word, size_t size) {
    return memmem(bytes, count, word, size);
}

static inline int csystem_same(const void *one, const void *other, size_t count) {
    return memcmp(one, other, count) == 0;
}

/* Writes out what the file system of an open file still holds in memory; 0 on success. */
static inline int csystem_sync(int descriptor) {
    return syncfs(descriptor);
}

/* Has the system begin to write out an open file, and does not wait for it; where it cannot, it writes later. */
static inline void csystem_begin_writing(int descriptor) {
    (void)sync_file_range(descriptor, 0, 0, 2 /* SYNC_FILE_RANGE_WRITE */);
}

/* Exchanges the names of two existing folders in one step; 0 on success. */
static inline int csystem_exchange(const char *a, const char *b) {
    return renameat2(AT_FDCWD, a, AT_FDCWD, b, 2 /* RENAME_EXCHANGE */);
}

/* The kind of file system that a path lies on, as statfs names it; 0 where nobody knows. */
static inline unsigned int csystem_file_system(const char *path) {
    struct statfs state;
    return statfs(path, &state) == 0 ? (unsigned int)state.f_type : 0;
}

/* Gives memory back to the system that was freed in between what is still used. */
static inline void csystem_give_memory_back(void) {
    malloc_trim(0);
}

/* Lets the system have every large piece of memory back as soon as it is freed; else the C library keeps larger and larger ones. */
static inline void csystem_return_large_memory(void) {
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    mallopt(M_TRIM_THRESHOLD, 32 << 20);
}

/* Columns of the terminal behind a file descriptor; 0 when it is none. ioctl is variadic and so not imported. */
static inline int csystem_terminal_columns(int descriptor) {
    struct winsize size;
    return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}
#endif
