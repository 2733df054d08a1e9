from . import test_registration_workflow
from . import test_appraisal_criteria
from . import test_appraisal_evaluation
from . import test_appraisal_recognition
