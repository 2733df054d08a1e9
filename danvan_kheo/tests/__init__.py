from . import (
    test_hostile_acts,
    test_hostile_content,
    test_hostile_fields,
    test_hostile_scope,
    test_registration_workflow,
)
