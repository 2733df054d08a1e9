from . import campaign
from . import setup_check
