LOADED(ubrk_close)
LOADED(ubrk_next)
LOADED(ubrk_open)
LOADED(ubrk_setText)
