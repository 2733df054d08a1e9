"""Lays out papers by WeasyPrint, where the server has it."""

import base64
import logging
import mimetypes
import posixpath
from urllib.parse import unquote, urlsplit

from odoo.tools import file_open

_logger = logging.getLogger(__name__)
# It tells every step of every page, which would bury the server's own log.
logging.getLogger("weasyprint.progress").setLevel(logging.WARNING)

try:
    from weasyprint import HTML, __version__
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse
except (ImportError, OSError) as error:  # without libpango it is an OSError
    _logger.info("Papers are laid out by wkhtmltopdf: %s", error)
    HTML, URLFetcher, __version__ = None, object, ""

# A name that resolves nowhere: relative addresses of a paper begin with it.
BASE_URL = "http://paper.invalid/"
STATIC = "/danvan_kheo/static/"


class PaperFetcher(URLFetcher):
    """Serves what is written in the paper itself and the module's own files.

    Everything else is refused: papers hold text of many hands, and a picture's
    address must reach neither the server's files nor the network.
    """

    def fetch(self, url, headers=None):
        """Return what `url` names.

        :raise ValueError: for anything but `data:` and the module's static files;
            WeasyPrint leaves the picture out and goes on
        """
        if url.startswith("data:"):
            return super().fetch(url, headers)
        if not url.startswith(BASE_URL):
            raise ValueError("Papers fetch nothing from outside.")
        return URLFetcherResponse(url, own_file(url))


def own_file(url):
    """Return the bytes of one of the module's static files.

    :raise ValueError: for every other address
    """
    path = posixpath.normpath(unquote(urlsplit(url).path))
    if not path.startswith(STATIC):
        raise ValueError("Papers show the module's own files only.")
    with file_open(path.lstrip("/"), "rb") as file:
        return file.read()


def keep_inside(root):
    """Write the module's own pictures into a paper and drop every other address:
    for an engine that would fetch them.

    :param root: parsed HTML, changed in place
    """
    for element in root.xpath("//*[@src and not(starts-with(@src, 'data:'))]"):
        element.set("src", _data_address(element.get("src")))
    for element in root.xpath("//link | //iframe | //object | //embed | //base"):
        element.drop_tree()
    for element in root.xpath("//*[contains(@style, 'url')]"):
        del element.attrib["style"]


def _data_address(url):
    try:
        content = base64.b64encode(own_file(url)).decode()
    except (ValueError, OSError):
        return "data:,"
    return f"data:{mimetypes.guess_type(url)[0]};base64,{content}"


def is_available():
    """Tell whether this server can lay out papers by WeasyPrint."""
    return HTML is not None


def version():
    """Return the version of WeasyPrint, empty where the server cannot use it."""
    return __version__


def render(pages_html):
    """Return one PDF of several papers, each numbering its own pages.

    :param pages_html: complete HTML documents, one for each paper
    :return: bytes
    """
    fonts = FontConfiguration()
    fetcher = PaperFetcher(allowed_protocols={"data"})
    documents = [
        HTML(string=html, base_url=BASE_URL, url_fetcher=fetcher).render(
            font_config=fonts
        )
        for html in pages_html
    ]
    pages = [page for document in documents for page in document.pages]
    return documents[0].copy(pages).write_pdf()
