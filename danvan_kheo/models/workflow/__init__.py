from . import trail, approval_step, workflow, workflow_views, thread, res_users
