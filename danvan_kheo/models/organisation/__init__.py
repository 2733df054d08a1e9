from . import level, unit_kind, unit_line, territory, unit, unit_scope, assignment
