"""The runs of one paragraph of a text."""

import re
from dataclasses import replace

from lxml import etree

# Those that HTML shows as one; a no-break space is a character as others are.
SPACES = re.compile(r"[ \t\n\r\f]+")
MOST_STYLED_RUNS = 200  # in one paragraph: each costs the library a look at all others


class Runs:
    """Writes the runs of one paragraph: single spaces, none at the ends of a line."""

    def __init__(self):
        self.begin(None)

    def begin(self, block):
        """Write into `block` from now on."""
        self._block = block
        self._parts, self._look = [], None
        self._at_space, self._breaks, self._styled = True, 0, 0

    def go_on(self, block):
        """Write into a block that has text already, on a new line."""
        self.begin(block)
        self._breaks = 1

    def break_line(self):
        """Begin a new line, unless nothing follows."""
        self._write()
        self._breaks += 1
        self._at_space = True

    def add(self, text, look):
        """Add a text in a look."""
        text = SPACES.sub(" ", text)
        if self._at_space:
            text = text.lstrip(" ")
        if not text:
            return
        run = look.run()
        if self._styled >= MOST_STYLED_RUNS:
            run = replace(run, span=())
        if run != self._look:
            self._write(at_end=False)
            self._look = run
        self._write_breaks()
        self._parts.append(text)
        self._at_space = text.endswith(" ")

    def add_picture(self, source, width):
        """Add a picture by its data."""
        self._write(at_end=False)
        self._write_breaks()
        etree.SubElement(self._block, "img", src=source, width=str(width))
        self._at_space = False

    def end(self):
        """Finish the paragraph: a line break at its end shows nothing."""
        self._write()
        self._breaks -= 1
        self._write_breaks()

    def _write_breaks(self):
        for _ in range(self._breaks):
            etree.SubElement(self._block, "br")
        self._breaks = 0

    def _write(self, at_end=True):
        text = "".join(self._parts)
        text = text.rstrip(" ") if at_end else text
        look, self._parts, self._look = self._look, [], None
        if not text:
            return
        self._styled += bool(look.span)
        look.append_run(self._block, text)
