from . import guarded, alike, money, period, searchable, sliced
