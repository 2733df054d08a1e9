from . import (
    campaign,
    registered,
    registered_quota,
    registered_screen,
    registered_workbook,
    registration,
)
