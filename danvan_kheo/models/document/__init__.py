from . import layout, unit, honorific, signature, term, paper_source, template
from . import document, issuer, document_paper
from . import document_transitions, document_numbers, document_archive
from . import document_correction, decided, paper_menu, template_preview
from . import word_file, document_word
from . import document_succession, reorganisation
from . import directive_kind, directive, directive_validity, directive_succession
from . import template_bases, document_bases, setup_check_bases
from . import ir_attachment, handover
from . import setup_check, unit_standard
from . import print_job, print_job_slices, print_job_report
