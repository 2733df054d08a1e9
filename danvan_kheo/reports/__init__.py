# The engine first: rooms extend it.
from . import ir_actions_report, award, statistics, workflow
