from . import level, unit_kind, unit_line, territory
from . import holiday
from . import unit, unit_succession, unit_scope, unit_people, scoped, scoped_decider
from . import assignment, assignment_scope, assignment_delegation, assignment_ending
from . import assignment_contact, unit_grassroots
from . import (
    reorganisation,
    reorganisation_target,
    reorganisation_line,
    reorganisation_plan,
    reorganisation_check,
    reorganisation_act,
    reorganisation_assignment,
)
from . import unit_standard, res_users
from . import setup_check, setup_check_units, setup_check_server
