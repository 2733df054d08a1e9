from . import demonstration, demonstration_results
