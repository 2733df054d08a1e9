from . import campaign, campaign_area, assignment, reorganisation
from . import quota, quota_assignment, extension
from . import question, answer
from . import campaign_paper, setup_check
