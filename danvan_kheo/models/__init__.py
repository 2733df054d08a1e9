from . import base, organisation, workflow, document, campaign, registration
