from . import base_salary, form, rate
from . import honouree, register
from . import award, award_workflow
from . import decision, decision_workflow, listed
from . import decision_paper, decision_submission, decision_cancelled
from . import award_succession, reorganisation
from . import award_decision, award_submission, award_achievement, award_letter
from . import registration, model
from . import certificate_layout, certificate_field, certificate_printer
from . import certificate_sheet, certificate_grid, certificate_preview
from . import (
    certificate_source,
    certificate_trail,
    certificate,
    certificate_recognition,
)
from . import (
    verification,
    verification_issue,
    verification_certificates,
    verification_check,
    verification_limit,
    verification_trail,
)
from . import printing_job
from . import res_users, setup_check, res_config_settings
