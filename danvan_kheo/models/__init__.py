from . import base, campaign, organisation, registration, statistics, workflow
