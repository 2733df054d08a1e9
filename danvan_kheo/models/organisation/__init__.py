from . import assignment, level, territory, unit, unit_kind, unit_line, unit_scope
