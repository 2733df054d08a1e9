from . import export, report, statistics, trail, verify
