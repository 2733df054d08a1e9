from . import (
    test_base_dates,
    test_guard_superuser,
    test_hostile_acts,
    test_hostile_content,
    test_hostile_fields,
    test_hostile_scope,
    test_organisation_load,
    test_organisation_scope,
    test_organisation_units,
    test_registration_workflow,
)
