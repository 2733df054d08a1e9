from . import campaign, reorganisation
