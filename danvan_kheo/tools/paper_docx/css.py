"""The few declarations of style that a Word file takes over from a text."""

import re

_LENGTH = r"(?:0|\d{1,3}(?:\.\d{1,2})?(?:pt|px|mm|cm))"
_COLOUR = r"(?:#[0-9a-f]{3}|#[0-9a-f]{6}|rgb\(\d{1,3}, ?\d{1,3}, ?\d{1,3}\))"
_VALUES = {
    "text-align": r"left|right|center|justify",
    "text-indent": _LENGTH,
    "margin-left": _LENGTH,
    "font-weight": r"bold|bolder|normal|[1-9]00",
    "font-style": r"italic|normal",
    "font-size": r"(?:[6-9]|[1-4]\d)(?:\.\d{1,2})?(?:pt|px)",
    "text-decoration": r"underline|line-through|none",
    "color": _COLOUR,
    "background-color": _COLOUR,
    # Of cells and columns only.
    "width": r"\d{1,3}(?:\.\d{1,4})?(?:%|px|pt|mm|cm)",
    "border": r"none|0",
    "border-style": r"none",
    "vertical-align": r"top|middle|bottom",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in _VALUES.items()}
_TURNED = {"text-decoration-line": "text-decoration", "background": "background-color"}


def declarations(attributes):
    """Return `{property: value}` of what is known and harmless.

    :param attributes: attributes of an element as they were given
    """
    given = {**_old_attributes(attributes), **_parsed(attributes.get("style", ""))}
    return {
        name: "0pt" if value == "0" else value
        for name, value in given.items()
        if name in _PATTERNS and _PATTERNS[name].fullmatch(value)
    }


def _parsed(style):
    pairs = (part.split(":", 1) for part in style.lower().split(";"))
    return {
        _TURNED.get(pair[0].strip(), pair[0].strip()): _value(pair[1])
        for pair in pairs
        if len(pair) == 2
    }


def _value(text):
    return text.replace("!important", "").strip()


def _old_attributes(attributes):
    """Return what the attributes `align`, `valign`, `width` mean as declarations."""
    width = attributes.get("width", "").strip()
    return {
        "text-align": attributes.get("align", "").lower(),
        "vertical-align": attributes.get("valign", "").lower(),
        "width": f"{width}px" if width.isdecimal() else width,
    }


def points(length, whole=0):
    """Return a length of a declaration in points.

    :param length: for example 12pt, 40px, 10mm, 25%
    :param whole: what 100 % are, in points
    """
    number, unit = re.fullmatch(r"([\d.]+)(\D*)", length).groups()
    units = {"pt": 1, "px": 0.75, "mm": 72 / 25.4, "cm": 72 / 2.54, "%": whole / 100}
    return float(number) * units[unit]
