from . import level, unit_kind, unit_line, territory
from . import holiday
from . import unit, unit_scope, assignment, unit_people
