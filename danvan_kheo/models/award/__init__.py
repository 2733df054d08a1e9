from . import base_salary, form, rate
from . import honouree, register
from . import award, award_workflow
from . import decision, decision_workflow, decision_paper
from . import award_succession, reorganisation
from . import award_decision, registration
from . import certificate_layout, certificate_field, certificate_printer
from . import certificate_sheet, certificate_grid, certificate_preview
from . import (
    certificate_source,
    certificate_trail,
    certificate,
    certificate_recognition,
)
from . import res_users, setup_check
