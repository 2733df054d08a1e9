from . import (
    test_hostile_fields,
    test_registration_workflow,
)
