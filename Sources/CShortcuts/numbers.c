#include "CShortcuts.h"
#include <langinfo.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

int __vsnprintf_chk(char *text, size_t room, int flag, size_t size, const char *format, va_list values);

enum { longest = 48 };

/* The digits of a number end behind it. */
static char *digits(char *end, uint64_t number, unsigned base) {
    do {
        *--end = "0123456789abcdef"[number % base];
        number /= base;
    } while (number);
    return end;
}

static char *whole(char *end, int64_t number) {
    char *start = digits(end, number < 0 ? -(uint64_t)number : (uint64_t)number, 10);
    if (number < 0) *--start = '-';
    return start;
}

static char *hexadecimal(char *end, unsigned number, int width) {
    char *start = digits(end, number, 16);
    while (end - start < width) *--start = '0';
    return start;
}

/* A number with so many decimals, rounded as the C library does it: what is exactly in the middle to the even side.
   NULL where that is not exact in 128 bits. */
static char *decimal(char *end, double number, int places) {
    static const uint64_t powers[] = {
        1ull, 10ull, 100ull, 1000ull, 10000ull, 100000ull, 1000000ull, 10000000ull, 100000000ull, 1000000000ull, 10000000000ull,
        100000000000ull, 1000000000000ull, 10000000000000ull, 100000000000000ull, 1000000000000000ull, 10000000000000000ull,
        100000000000000000ull, 1000000000000000000ull};
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    int exponent = (int)(bits >> 52 & 0x7FF);
    uint64_t mantissa = bits & ((1ull << 52) - 1);
    uint64_t result = 0;
    if (exponent != 0 || mantissa != 0) {
        int shift = 1075 - exponent;
        if (exponent == 0 || shift < 1 || shift > 120) return NULL;
        unsigned __int128 product = (unsigned __int128)(mantissa | 1ull << 52) * powers[places];
        unsigned __int128 quotient = product >> shift;
        unsigned __int128 rest = product - (quotient << shift);
        unsigned __int128 half = (unsigned __int128)1 << (shift - 1);
        if (rest > half || (rest == half && (quotient & 1))) quotient++;
        if (quotient >> 64) return NULL;
        result = (uint64_t)quotient;
    }
    char *start = end;
    if (places > 0) {
        start = digits(end, result % powers[places], 10);
        while (end - start < places) *--start = '0';
        *--start = '.';
    }
    start = digits(start, result / powers[places], 10);
    if (bits >> 63) *--start = '-';
    return start;
}

int cshortcuts_decimal(char text[48], double number, int places) {
    char buffer[longest];
    char *end = buffer + longest;
    char *start = decimal(end, number, places);
    if (!start) return 0;
    memcpy(text, start, (size_t)(end - start));
    return (int)(end - start);
}

/* The letters of a format as one number; 0 for more than four. */
static uint32_t code(const char *letters) {
    uint32_t number = 0;
    for (int count = 0; *letters; letters++, count++) {
        if (count == 4) return 0;
        number = number << 8 | (unsigned char)*letters;
    }
    return number;
}

/* Writes what the commonest formats ask for; NULL for any other. */
static char *quick(char *end, const char *format, va_list values) {
    if (format[0] != '%') return NULL;
    int places;
    switch (code(format + 1)) {
    case 'd': return whole(end, va_arg(values, int));
    case 'l' << 8 | 'd': return whole(end, va_arg(values, long));
    case '0' << 16 | '*' << 8 | 'x': {
        int width = va_arg(values, int);
        return width < 0 || width > 16 ? NULL : hexadecimal(end, va_arg(values, unsigned), width);
    }
    case '0' << 16 | '2' << 8 | 'x': return hexadecimal(end, va_arg(values, unsigned), 2);
    case '0' << 16 | '4' << 8 | 'x': return hexadecimal(end, va_arg(values, unsigned), 4);
    case 'f': places = 6; break;
    case '.' << 24 | '1' << 16 | '8' << 8 | 'f': places = 18; break;
    case '.' << 16 | '*' << 8 | 'f': places = va_arg(values, int); break;
    default: return NULL;
    }
    const char *point = nl_langinfo(RADIXCHAR);
    if (places < 0 || places > 18 || point[0] != '.' || point[1]) return NULL;
    return decimal(end, va_arg(values, double), places);
}

/* Cairo writes every number by it, which takes the C library a thousand steps each. */
int __snprintf_chk(char *text, size_t room, int flag, size_t size, const char *format, ...) {
    char buffer[longest];
    char *end = buffer + longest;
    va_list values;
    va_start(values, format);
    char *start = size < room ? NULL : quick(end, format, values);
    va_end(values);
    if (start) {
        size_t length = (size_t)(end - start);
        if (room > 0) {
            size_t kept = length < room ? length : room - 1;
            memcpy(text, start, kept);
            text[kept] = 0;
        }
        return (int)length;
    }
    va_start(values, format);
    int length = __vsnprintf_chk(text, room, flag, size, format, values);
    va_end(values);
    return length;
}
