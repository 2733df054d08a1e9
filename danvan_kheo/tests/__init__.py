from . import (
    test_appraisal_criteria,
    test_appraisal_evaluation,
    test_appraisal_recognition,
    test_registration_results,
    test_registration_workflow,
)
