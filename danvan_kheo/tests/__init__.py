from . import (
    test_registration_workflow,
    test_statistics_matrix,
    test_statistics_registered,
    test_year_of_real_models,
)
