#ifndef CCRYPTO_SHIM_H
#define CCRYPTO_SHIM_H
#include "../CLibraries/names.h"
#include <openssl/evp.h>
#endif
