from . import base, organisation, workflow, campaign, registration, appraisal
