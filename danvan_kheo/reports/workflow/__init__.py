from . import trail_book
