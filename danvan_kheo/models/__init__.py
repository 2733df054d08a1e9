# In the order of dependency: a later room extends the models of an earlier one.
# isort: off
from . import base, organisation, workflow
from . import campaign, registration
from . import appraisal
