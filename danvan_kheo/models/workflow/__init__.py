from . import trail, approval_step
from . import workflow, workflow_views, thread
from . import workflow_succession, reorganisation
from . import res_users
