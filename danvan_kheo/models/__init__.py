from . import base, campaign, organisation, registration, workflow
