#define _POSIX_C_SOURCE 200809L
#include <time.h>

/* libxlsxwriter asks for the parts of a date with this function, which keeps them for all threads in one place: two workbooks of
   different years, written at the same time, would now and then have each other's date. Here each thread has a place of its own. */
struct tm *gmtime(const time_t *time) {
    static _Thread_local struct tm parts;
    return gmtime_r(time, &parts);
}
