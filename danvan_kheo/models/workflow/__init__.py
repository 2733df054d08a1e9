from . import trail, approval_step
from . import workflow, workflow_views, thread
from . import res_users
from . import scope, assignment, officer, handover, handover_act, handover_line
