from . import approval_step, res_users, thread, trail, workflow, workflow_views
