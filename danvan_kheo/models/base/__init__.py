from . import guarded, money, period, searchable
