from . import (
    test_appraisal_criteria,
    test_appraisal_evaluation,
    test_appraisal_recognition,
    test_appraisal_screen,
    test_document_archive,
    test_document_flow,
    test_document_http,
    test_document_pdf,
    test_document_template,
    test_document_tools,
    test_registration_results,
    test_registration_workflow,
)
