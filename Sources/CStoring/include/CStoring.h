#ifndef CSTORING_H
#define CSTORING_H

/* While it is on, zlib in this thread packs nothing for those who leave it to zlib how well it packs, as Cairo does: their
   data are only wrapped as a stream that every reader unpacks. */
void cstoring_set(int on);
#endif
