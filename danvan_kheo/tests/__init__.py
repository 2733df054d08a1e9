from . import (
    test_document_archive,
    test_document_flow,
    test_document_http,
    test_document_pdf,
    test_document_template,
    test_document_tools,
    test_registration_workflow,
    test_statistics_matrix,
    test_statistics_registered,
    test_year_of_real_models,
)
