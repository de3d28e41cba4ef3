#ifndef CQPDF_SHIM_H
#define CQPDF_SHIM_H
#include <stdlib.h>
#include <qpdf/qpdf-c.h>

/* Error codes are a bit set: warnings (1) and errors (2). */
static inline int goalbook_qpdf_failed(QPDF_ERROR_CODE code) { return (code & QPDF_ERRORS) != 0; }

/* What qpdf hands out by malloc. */
static inline void goalbook_qpdf_free(unsigned char *buffer) { free(buffer); }
#endif
