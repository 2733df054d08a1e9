# Before the dialogs that extend it.
from . import campaign_dialog

from . import (
    account_import,
    account_import_line,
    assignment_end,
    campaign_extend,
    delegation,
    document_correction,
    document_dialog,
    document_numbering,
    document_numbering_bases,
    document_numbering_line,
    document_signed_copy,
    intake_workbook,
    model_join,
    model_split,
    opinion_answer,
    paper_compose,
    paper_contest,
    question_answer,
    quota_assign,
    reassign,
    registration_unit,
    setup,
    setup_campaign,
    setup_import,
    signed_paper,
    step_approval,
    transition_reason,
)

# After the dialogs that they extend.
from . import certificate_print, certificate_print_job, registration_change
from . import transition_return
