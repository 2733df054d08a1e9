from . import layout, unit, paper_source, template
from . import document, document_transitions, document_archive
from . import document_succession, reorganisation
from . import ir_attachment, handover
from . import setup_check, unit_standard
