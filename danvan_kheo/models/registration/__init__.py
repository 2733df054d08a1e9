from . import sector, theme, model, assignment
from . import registration, registration_workflow
from . import readiness_check, registration_readiness
from . import registration_succession, registration_on_behalf, reorganisation
from . import model_years, model_threads
from . import registration_asked, registration_pauses, registration_stopped
from . import registration_removed, registration_move
from . import registration_line, registration_paper, registration_results
from . import evidence, evidence_of, ir_attachment, res_config_settings
from . import registration_alike_search, registration_alike, registration_copied
from . import example, registration_guidance
from . import return_reason, registration_return
from . import campaign_coverage, campaign_extension, campaign_paper
from . import reminder, coverage
from . import registration_support, registration_partner, registration_local
from . import registration_halted_paper
from . import adjustment, adjustment_line, adjustment_wording, adjustment_paper
