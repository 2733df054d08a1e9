from . import certificate_style
