from . import base, organisation, workflow
