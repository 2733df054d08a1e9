from . import base_salary, form, rate
from . import honouree, register
from . import award, award_workflow
from . import decision, decision_workflow, decision_paper
from . import award_succession, reorganisation
from . import award_decision, certificate, registration
from . import setup_check
