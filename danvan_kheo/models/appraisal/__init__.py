from . import criteria_set, criteria_line, campaign
