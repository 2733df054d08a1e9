"""Rich text from many hands: nothing in it reaches out of the document."""

import re

import lxml.html
from markupsafe import Markup

# Pictures that lie in the text itself.
_PICTURE = re.compile(r"data:image/(png|jpe?g|gif);base64,[A-Za-z0-9+/=\s]+", re.I)
_LINK = re.compile(r"(https?:|mailto:|tel:|#)", re.I)
_FETCHING_STYLE = re.compile(r"url\s*\(|@import|expression|image-set|\\", re.I)
# What loads something, runs something, or draws what it loaded; the text inside goes.
_FETCHING_TAGS = (
    "script",
    "iframe",
    "frame",
    "object",
    "applet",
    "style",
    "svg",
    "math",
    "audio",
    "video",
    "form",
    "button",
    "textarea",
)
# Of these the parser takes what follows for their content: only the tag itself goes.
_EMPTY_TAGS = ("embed", "link", "meta", "base", "source", "track", "input")
_ADDRESSES = ("srcset", "background", "poster", "data", "action", "formaction")


def clean(html):
    """Return `html` without anything that fetches, runs or points at files.

    Odoo's own sanitiser takes scripts out and leaves pictures from elsewhere in: they
    would be fetched by whoever opens the document, and by an engine that prints it.

    :param html: text of a rich field, as a client sent it; other values unchanged
    """
    text = str(html) if isinstance(html, str) else ""
    if "<" not in text:
        return html
    root = lxml.html.fragment_fromstring(text, create_parent="div")
    for element in list(root.iter(*_FETCHING_TAGS)):
        element.drop_tree()
    for element in list(root.iter(*_EMPTY_TAGS)):
        element.drop_tag()
    for element in list(root.iterdescendants()):
        _clean_element(element)
    inner = lxml.html.tostring(root, encoding="unicode")
    return Markup(inner.removeprefix("<div>").removesuffix("</div>"))


def _clean_element(element):
    if not isinstance(element.tag, str):  # a comment, perhaps a conditional one
        element.drop_tree()
        return
    for name in _ADDRESSES:
        element.attrib.pop(name, None)
    if _FETCHING_STYLE.search(element.get("style", "")):
        del element.attrib["style"]
    if not _LINK.match(element.get("href", "#").strip()):
        del element.attrib["href"]
    picture = element.get("src")
    if picture is not None and not _PICTURE.fullmatch(picture.strip()):
        element.drop_tree()
