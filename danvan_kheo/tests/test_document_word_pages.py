"""The Word file opened and printed: the same words on the same number of pages."""

import itertools
import re
import subprocess
import tempfile
from pathlib import Path

from odoo.tests import tagged

from .paper_measure import Measured
from .word_common import HEADINGS, WordCase

SECONDS = 180
# Nobody's settings and no running office.
OFFICE = ("soffice", "--headless", "-env:UserInstallation=file://{home}")


@tagged("post_install", "-at_install")
class TestDocumentWordPages(WordCase):
    """LibreOffice prints the Word files, WeasyPrint the papers."""

    def _printed_by_office(self, papers):
        """Return `{name: PDF}` of the Word files of `{name: paper}`."""
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            for name, paper in papers.items():
                (home / f"{name}.docx").write_bytes(paper._word()[1])
            command = [word.format(home=home / "home") for word in OFFICE]
            files = sorted(str(path) for path in home.glob("*.docx"))
            subprocess.run(
                [*command, "--convert-to", "pdf", "--outdir", folder, *files],
                capture_output=True,
                check=True,
                timeout=SECONDS,
            )
            return {path.stem: path.read_bytes() for path in home.glob("*.pdf")}

    def _papers(self):
        return {
            "party": self.party,
            "state": self.state,
            "letter": self.letter,
            "state_letter": self.state_letter,
            "landscape": self.landscape,
            "joint": self.joint,
            "form": self._form("registration_form"),
            "blank": self._form("registration_form_blank"),
            "minutes": self._form("handover_minutes"),
        }

    def test_the_same_words_on_as_many_pages(self):
        papers = self._papers()
        office = self._printed_by_office(papers)
        self.assertEqual(set(office), set(papers), "each opens and prints")
        report = self.env["ir.actions.report"]
        for name, paper in papers.items():
            with self.subTest(name):
                pdf = report._paper_pdf("danvan_kheo.document_report", paper.ids)
                first, second = Measured(pdf), Measured(office[name])
                self.assertEqual(_words(second), _words(first))
                pages = len(first.pages)
                self.assertAlmostEqual(len(second.pages), pages, delta=1)
                self.assertEqual(second.sizes(), first.sizes())
                self._assert_print(second, first)

    def _assert_print(self, office, pdf):
        """The print of the office has the margins, page numbers and typeface."""
        self.assertEqual(office.families(), pdf.families())
        self.assertIsNone(office.page_number(0))
        for number in range(1, len(office.pages)):
            self.assertEqual(office.page_number(number).text, str(number + 1))
        for place in (0, 2):  # left and right
            self.assertAlmostEqual(office.box(0)[place], pdf.box(0)[place], delta=4)
        # WeasyPrint puts half of the leading above the first line (1.1 mm at 15 pt), an
        # office all of it below.
        self.assertAlmostEqual(office.box(0)[1], pdf.box(0)[1], delta=1.5)


def _words(measured):
    """Return the words as they are read, without page numbers, dots to write on, and
    heading rows that stand again on further pages. Numbers of lists are left out too:
    WeasyPrint paints them after the text."""
    words = []
    for page in measured.pages:
        below = page.crop((0, 18 * 72 / 25.4, page.width, page.height))
        texts = below.extract_words(use_text_flow=True)
        words += [word["text"] for word in texts]
    text = re.sub(r"[….•◦▪]{2,}|[•◦▪]", " ", " ".join(words))
    heading = " ".join(HEADINGS)
    words = itertools.chain.from_iterable(part.split() for part in text.split(heading))
    return [word for word in words if not re.fullmatch(r"\d{1,2}\.", word)]
