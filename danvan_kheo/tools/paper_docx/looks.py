"""How a run of text and its paragraph look, as far as a Word file takes it over."""

from dataclasses import dataclass, replace

from lxml import etree

TAGS = {"b": "bold", "i": "italic", "u": "underline", "s": "strike"}
ALIKE = {"strong": "b", "em": "i", "ins": "u", "strike": "s", "del": "s"}
_CHANGING = {*TAGS, *ALIKE, "sup", "sub"}
SPAN_STYLES = ("color", "background-color", "font-size")
BLOCK_STYLES = ("text-align", "text-indent", "margin-left")
# Classes of paragraphs of the module's own papers: kept with the next one, a line of
# dots to write on.
KEPT, FILL = "paper-keep", "paper-fill"


@dataclass(frozen=True)
class Look:
    """What holds at one place of a text; everything within it inherits it."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    raised: str = ""  # sup, sub
    link: str = ""
    span: tuple = ()  # pairs of SPAN_STYLES
    block: tuple = ()  # pairs of BLOCK_STYLES
    kind: str = ""  # KEPT, FILL

    def within(self, tag, values, classes=()):
        """Return the look within an element.

        :param tag: its name
        :param values: its declarations of style
        :param classes: its classes
        """
        if "paper-center" in classes and "text-align" not in values:
            values = {**values, "text-align": "center"}
        if not values and not classes and tag not in _CHANGING:
            return self
        changes = {
            **self._of_tag(tag),
            **_of_values(values),
            "span": _merged(self.span, values, SPAN_STYLES),
            "block": _merged(self.block, values, BLOCK_STYLES),
        }
        for kind in (KEPT, FILL):
            if kind in classes:
                changes["kind"] = kind
        return replace(self, **changes)

    def _of_tag(self, tag):
        tag = ALIKE.get(tag, tag)
        if tag in TAGS:
            return {TAGS[tag]: True}
        return {"raised": tag} if tag in ("sup", "sub") else {}

    def without_block(self, **changes):
        """Return the look with which a cell begins: its paragraphs stand anew."""
        return replace(self, block=(), **changes)

    def block_attributes(self):
        """Return the attributes of a paragraph of this look."""
        style = "; ".join(f"{name}: {value}" for name, value in self.block)
        pairs = (("style", style), ("class", self.kind))
        return {name: value for name, value in pairs if value}

    def run(self):
        """Return this look without what belongs to the paragraph, to compare runs."""
        return replace(self, block=(), kind="")

    def append_run(self, block, text):
        """Add `text` in this look at the end of `block`."""
        inner = block
        for tag in self._run_tags():
            inner = etree.SubElement(inner, tag)
        if self.link and inner is not block:
            last_child(block).set("href", self.link)
        if self.span and inner is not block:
            inner.set("style", "; ".join(f"{name}: {v}" for name, v in self.span))
        if inner is not block:
            inner.text = text
        else:
            append_text(block, text)

    def _run_tags(self):
        tags = ["a"] if self.link else []
        tags += [tag for tag, name in TAGS.items() if getattr(self, name)]
        tags += [self.raised] if self.raised else []
        return [*tags, "span"] if self.span else tags


def last_child(element):
    """Return the last child of `element`, None where it has none; `len` would count
    them all."""
    return next(element.iterchildren(reversed=True), None)


def append_text(element, text):
    """Add `text` at the end of `element`."""
    last = last_child(element)
    if last is None:
        element.text = (element.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _of_values(values):
    """Return the changes that bold, italic and lines under or through text make."""
    changes = {}
    if weight := values.get("font-weight"):
        changes["bold"] = weight in ("bold", "bolder", "600", "700", "800", "900")
    if posture := values.get("font-style"):
        changes["italic"] = posture == "italic"
    if line := values.get("text-decoration"):
        changes["underline"] = line == "underline"
        changes["strike"] = line == "line-through"
    return changes


def _merged(pairs, values, names):
    found = {name: values[name] for name in names if name in values}
    return tuple({**dict(pairs), **found}.items()) if found else pairs
