from . import base_salary, form, rate
from . import honouree, register
from . import award, award_workflow
from . import decision, decision_workflow, decision_paper
from . import award_succession, reorganisation
from . import award_decision, certificate, registration
from . import (
    verification,
    verification_issue,
    verification_certificates,
    verification_cancelled,
    verification_check,
    verification_limit,
    verification_trail,
)
from . import setup_check, res_config_settings
