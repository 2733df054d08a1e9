from . import (
    document,
    document_archive,
    document_transitions,
    ir_attachment,
    layout,
    paper_source,
    template,
    unit,
)
