from . import campaign, assignment, reorganisation
from . import setup_check
