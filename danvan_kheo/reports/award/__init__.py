from . import certificate_printing, certificate_style
