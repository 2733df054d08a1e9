from . import base, organisation, workflow, campaign, registration, award
