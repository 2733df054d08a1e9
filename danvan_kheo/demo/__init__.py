from . import demonstration
