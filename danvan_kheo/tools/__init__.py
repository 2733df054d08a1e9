from . import dates, text
