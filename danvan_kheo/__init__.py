from . import demo, models, reports, wizards
