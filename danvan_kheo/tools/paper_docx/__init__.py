"""The editable Word file of a paper.

`paper` puts it together: `sheet` is page and styles, `blocks` what stands around the
text; a text goes through `html` (made harmless) and `flow` (written).
"""

from .html import TooLongError
from .paper import PACKAGES, TYPE, build, missing
