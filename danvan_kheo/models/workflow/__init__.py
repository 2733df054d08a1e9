from . import trail, approval_step, workflow, workflow_views, res_users
