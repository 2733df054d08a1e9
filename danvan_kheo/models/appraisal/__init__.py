from . import (
    criteria_set,
    criteria_line,
    campaign,
    evaluation,
    evaluation_scoring,
    evaluation_workflow,
    evaluation_score,
    registration,
)
