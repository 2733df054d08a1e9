from . import guarded, period, searchable
