# In the order of the rooms: each leans only on those before it.
from . import base, organisation, workflow, document, campaign, registration
from . import intake, appraisal, award, statistics
