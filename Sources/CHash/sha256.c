#include "CHash.h"

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#include <string.h>

static const uint32_t constants[64] __attribute__((aligned(16))) = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
    0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
    0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
    0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

/* The state as the instructions want it: ABEF and CDGH. */
__attribute__((target("sha,sse4.1,ssse3"))) static void take(__m128i state[2], const uint8_t *bytes, size_t blocks) {
    const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0bull, 0x0405060700010203ull);
    __m128i first = state[0], second = state[1];
    for (; blocks > 0; blocks--, bytes += 64) {
        const __m128i before[2] = {first, second};
        __m128i words[4];
        for (int round = 0; round < 16; round++) {
            __m128i *now = &words[round & 3];
            if (round < 4) {
                *now = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)bytes + round), swap);
            } else {
                const __m128i last = words[(round + 3) & 3];
                const __m128i sum = _mm_add_epi32(
                    _mm_sha256msg1_epu32(*now, words[(round + 1) & 3]), _mm_alignr_epi8(last, words[(round + 2) & 3], 4));
                *now = _mm_sha256msg2_epu32(sum, last);
            }
            const __m128i key = _mm_add_epi32(*now, _mm_load_si128((const __m128i *)constants + round));
            second = _mm_sha256rnds2_epu32(second, first, key);
            first = _mm_sha256rnds2_epu32(first, second, _mm_shuffle_epi32(key, 0x0E));
        }
        first = _mm_add_epi32(first, before[0]);
        second = _mm_add_epi32(second, before[1]);
    }
    state[0] = first;
    state[1] = second;
}

static int is_able(void) {
    static int known; /* 1: no, 2: yes */
    int is = __atomic_load_n(&known, __ATOMIC_RELAXED);
    if (is == 0) {
        unsigned a, b, c, d;
        const int vectors = __get_cpuid(1, &a, &b, &c, &d) && (c & bit_SSE4_1) && (c & bit_SSSE3);
        is = vectors && __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & (1u << 29)) ? 2 : 1;
        __atomic_store_n(&known, is, __ATOMIC_RELAXED);
    }
    return is == 2;
}

int chash_sha256(const uint8_t *bytes, size_t count, uint8_t hash[32]) {
    if (!is_able()) return 0;
    __m128i state[2] = {
        _mm_set_epi32(0x6a09e667, (int)0xbb67ae85, 0x510e527f, (int)0x9b05688c),
        _mm_set_epi32(0x3c6ef372, (int)0xa54ff53a, 0x1f83d9ab, 0x5be0cd19)};
    take(state, bytes, count / 64);
    /* What is left over, a mark, and how many bits there were. */
    uint8_t end[128] = {0};
    const size_t rest = count % 64, length = rest < 56 ? 64 : 128;
    if (rest > 0) memcpy(end, bytes + count - rest, rest);
    end[rest] = 0x80;
    for (int place = 0; place < 8; place++) end[length - 1 - place] = (uint8_t)((uint64_t)count * 8 >> place * 8);
    take(state, end, length / 64);
    uint32_t words[8];
    _mm_storeu_si128((__m128i *)words, state[0]);
    _mm_storeu_si128((__m128i *)words + 1, state[1]);
    static const int order[8] = {3, 2, 7, 6, 1, 0, 5, 4};
    for (int word = 0; word < 8; word++) {
        for (int place = 0; place < 4; place++) hash[word * 4 + place] = (uint8_t)(words[order[word]] >> (24 - place * 8));
    }
    return 1;
}
#else
int chash_sha256(const uint8_t *bytes, size_t count, uint8_t hash[32]) {
    return 0;
}
#endif
