from . import setup_import, transition_reason
