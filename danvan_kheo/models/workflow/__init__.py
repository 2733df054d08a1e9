from . import trail, route, route_step, approval_step, step_chain, step_inbox
from . import workflow, workflow_words, workflow_routing, workflow_views, thread
from . import workflow_succession, reorganisation
from . import step_paper, step_opinion
from . import res_users, setup_check
from . import scope, assignment, officer, handover, handover_act, handover_line
