from . import base_salary, form, rate
from . import honouree, register
from . import award, award_workflow
from . import decision, decision_workflow, listed
from . import decision_paper, decision_submission, decision_cancelled
from . import award_succession, reorganisation
from . import award_decision, award_submission, award_achievement, award_letter
from . import certificate, registration
from . import (
    verification,
    verification_issue,
    verification_certificates,
    verification_check,
    verification_limit,
    verification_trail,
)
from . import setup_check, res_config_settings
