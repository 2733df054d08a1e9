from . import trail, approval_step
from . import workflow, workflow_views, thread
from . import res_users, setup_check
