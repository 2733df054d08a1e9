from . import (
    sector,
    theme,
    model,
    registration,
    registration_workflow,
    registration_line,
    registration_readiness,
)
