from . import campaign, assignment
