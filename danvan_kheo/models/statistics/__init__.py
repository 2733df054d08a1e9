from . import (
    campaign,
    registered,
    registered_screen,
    registered_workbook,
    registration,
)
