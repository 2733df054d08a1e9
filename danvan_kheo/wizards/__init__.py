from . import (
    account_import,
    account_import_line,
    document_numbering,
    document_signed_copy,
    setup,
    setup_campaign,
    setup_import,
    transition_reason,
)
