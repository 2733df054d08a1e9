from . import level, unit_kind, unit_line, territory
from . import unit, unit_scope, assignment
