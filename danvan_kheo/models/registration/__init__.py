from . import (
    model,
    registration,
    registration_line,
    registration_readiness,
    registration_workflow,
    sector,
    theme,
)
