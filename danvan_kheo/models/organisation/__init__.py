from . import level, unit_kind, unit_line, territory
from . import unit, unit_scope, scoped, scoped_decider
from . import assignment, assignment_scope, assignment_delegation, assignment_ending
