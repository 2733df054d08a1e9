from . import (
    test_registration_workflow,
    test_statistics_matrix,
    test_statistics_registered,
)
