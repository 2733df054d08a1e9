from . import level, unit_kind, unit_line, territory
from . import unit, unit_succession, unit_scope, assignment
from . import (
    reorganisation,
    reorganisation_target,
    reorganisation_line,
    reorganisation_plan,
    reorganisation_check,
    reorganisation_act,
    reorganisation_assignment,
)
