from . import layout, unit, paper_source, template
from . import document, document_transitions, document_archive
from . import ir_attachment
from . import setup_check, unit_standard
