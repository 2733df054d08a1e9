# What extends a model comes after the model.
# isort: off
from . import criteria_set, criteria_line, campaign
from . import evaluation, evaluation_scoring, evaluation_workflow, evaluation_score
from . import recognition
from . import recognition_list, recognition_list_drawing, recognition_list_paper
from . import recognition_list_figures, recognition_refused, recognition_revoked
from . import recognition_paper, evaluation_paper
from . import registration, registration_recognition, registration_halted
from . import model
from . import campaign_paper, setup_check
