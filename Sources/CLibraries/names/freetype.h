LOADED(FT_Done_Face)
LOADED(FT_Done_FreeType)
LOADED(FT_Init_FreeType)
LOADED(FT_New_Memory_Face)
