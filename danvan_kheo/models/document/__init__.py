from . import (
    layout,
    unit,
    paper_source,
    template,
    document,
    document_transitions,
    document_archive,
    ir_attachment,
)
