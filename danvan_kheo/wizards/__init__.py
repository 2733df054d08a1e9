from . import (
    assignment_end,
    delegation,
    document_numbering,
    document_signed_copy,
    reassign,
    setup_import,
    transition_reason,
)
