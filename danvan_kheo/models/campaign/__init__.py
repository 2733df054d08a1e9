from . import campaign, assignment, reorganisation
from . import campaign_paper, setup_check
