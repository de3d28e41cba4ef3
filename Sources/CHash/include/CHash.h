#ifndef CHASH_H
#define CHASH_H
#include <stddef.h>
#include <stdint.h>

/* The SHA-256 (FIPS 180-4) of bytes, by the instructions that processors have for it; 0 on one that has none. */
int chash_sha256(const uint8_t *bytes, size_t count, uint8_t hash[32]);
#endif
