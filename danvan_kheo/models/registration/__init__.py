from . import (
    model,
    registration,
    registration_line,
    registration_readiness,
    registration_results,
    registration_workflow,
    sector,
    theme,
)
