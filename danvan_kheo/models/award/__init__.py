from . import (
    award,
    award_decision,
    award_workflow,
    base_salary,
    decision,
    decision_workflow,
    form,
    honouree,
    rate,
    register,
    registration,
)
