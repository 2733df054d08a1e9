from . import test_registration_workflow
