from . import (
    test_award_amounts,
    test_award_hostile,
    test_award_papers,
    test_award_workflow,
    test_document_archive,
    test_document_flow,
    test_document_http,
    test_document_pdf,
    test_document_template,
    test_document_tools,
    test_registration_workflow,
)
