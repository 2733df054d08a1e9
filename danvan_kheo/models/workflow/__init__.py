from . import trail, trail_check, trail_scope, trail_statement, approval_step
from . import workflow, workflow_views, trail_views, trail_export, thread
from . import res_users
from . import digest, res_config_settings
