from . import (
    assignment_end,
    delegation,
    document_dialog,
    document_numbering,
    document_signed_copy,
    opinion_answer,
    paper_contest,
    reassign,
    setup_import,
    signed_paper,
    step_approval,
    transition_reason,
)
