from . import campaign, assignment, reorganisation
from . import quota, quota_assignment
from . import campaign_paper, setup_check
