from . import level, unit_kind, unit_line, territory
from . import unit, unit_scope, assignment
from . import unit_standard, res_users
from . import setup_check, setup_check_units, setup_check_server
