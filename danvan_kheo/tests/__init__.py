from . import test_award_amounts, test_award_workflow, test_registration_workflow
