from . import document, export, report, statistics, trail, verify
