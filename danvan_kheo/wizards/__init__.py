from . import (
    document_numbering,
    document_signed_copy,
    setup_import,
    transition_reason,
)
