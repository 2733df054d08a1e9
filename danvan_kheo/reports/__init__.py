from . import certificate_style, ir_actions_report, statistics
