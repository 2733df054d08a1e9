from . import trail, trail_check, trail_statement
from . import route, route_step, approval_step, step_chain, step_inbox
from . import workflow, workflow_words, workflow_routing, workflow_views, thread
from . import trail_views, trail_export
from . import workflow_succession, reorganisation
from . import step_paper, step_opinion
from . import res_users, setup_check
from . import scope, trail_scope, asked
from . import assignment, officer, handover, handover_act, handover_line
from . import digest, res_config_settings
