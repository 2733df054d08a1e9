from . import campaign, assignment, reorganisation
