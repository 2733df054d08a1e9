"""Makes the editable Word file of a paper, where the server has the libraries."""

import io
import logging
from importlib import import_module

from . import blocks
from .flow import Flow, gap
from .sheet import new_document, points, set_properties, text_look

_logger = logging.getLogger(__name__)
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _module(name):
    try:
        return import_module(name)
    except (ImportError, OSError) as error:
        _logger.info("Papers have no Word file: %s", error)
        return None


# Package -> its module, None where the server cannot use it.
PACKAGES = {"python-docx": _module("docx"), "html-for-docx": _module("html4docx")}


def missing():
    """Return the names of the packages that the server lacks for Word files."""
    return [name for name, module in PACKAGES.items() if module is None]


def build(content, title):
    """Return a paper as an editable file of Word: its own styles, lists and tables.

    Nothing is fetched or opened for it, whatever its text asks for.

    :param content: values of `danvan.document._paper`
    :param title: name of the paper, for the properties of the file
    :return: bytes
    :raise TooLongError: when the text or the annex is too long
    """
    document = new_document(content)
    look = text_look(content)
    flow = Flow(document, look)
    for number, heading in enumerate(content["headings"], start=1):
        is_last = number == len(content["headings"])
        blocks.add_heading(document, heading, content["is_draft"] and is_last)
    blocks.add_title(document, content)
    blocks.add_addressees(document, content)
    blocks.add_authority(document, content)
    flow.add(content["body"])
    blocks.add_signature(document, content["signature"], look)
    if content["annex"]:
        size = points(content["style"]["sizes"]["body"])
        blocks.add_annex_title(document, content["annex"], size)
        flow.add(content["annex"]["body"])
    gap(document, 1)
    set_properties(document, title, _author(content))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _author(content):
    issuers = (issuer for one in content["headings"] for issuer in one["issuers"])
    return ", ".join(" ".join(issuer["issuer"]) for issuer in issuers)
