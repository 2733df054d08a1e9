from . import report, statistics
