from . import heading, layout, intake, intake_line, intake_file
from . import intake_check, intake_import
