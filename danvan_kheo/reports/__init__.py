from . import ir_actions_report, certificate_style
