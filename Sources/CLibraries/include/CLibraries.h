#ifndef CLIBRARIES_H
#define CLIBRARIES_H

/* Libraries that are loaded when one of their functions is first called: most runs neither print nor send mail, and to load
   them all costs more than to check a book. Who calls a further function adds it to the list in names/. */

/* The file of a library that cannot be loaded, and the package that brings it; 0 behind the last of those that are known. */
int clibraries_missing(int number, const char **file, const char **package);

enum clibraries_use { clibraries_fonts, clibraries_printing, clibraries_reading_back, clibraries_workbooks };

/* Loads what a use needs before it is called, on a thread that has nothing else to do. What is missing is told by the call. */
void clibraries_load_for(enum clibraries_use use);
#endif
