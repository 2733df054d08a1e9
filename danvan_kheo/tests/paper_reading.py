"""Reading papers back from their PDF, and changing an issued one by another."""

import io

import pdfplumber

from .document_common import pdf_texts

PAPER = "danvan_kheo.document_report"


class PaperReading:
    """Goes before a class with the small province's people."""

    def _content(self, records, user, report=PAPER):
        """Return the PDF that `user` gets of `records`."""
        self.env.invalidate_all()
        reports = self.env["ir.actions.report"].with_user(user)
        return reports._paper_pdf(report, records.ids)

    def _pages(self, records, user, report=PAPER):
        """Return the text of each page, spaces and line ends alike."""
        content = self._content(records, user, report)
        return [" ".join(text.split()) for text in pdf_texts(content)]

    def _assert_filled(self, pages, *said):
        """Everything `said` stands there and no placeholder is left."""
        text = " ".join(pages)
        for words in said:
            with self.subTest(said=words):
                self.assertIn(words, text)
        self.assertNotRegex(text, r"[{}]|\bFalse\b|\bNone\b")

    def _tables(self, content):
        """Return of each page its tables, as rows of cells."""
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            return [page.extract_tables() for page in pdf.pages]

    def _changed(self, paper, people, relation, number, day, ground="Sai đối tượng"):
        """Draft by the button on the issued `paper` what changes it, have it signed,
        numbered and issued; return it.

        :param people: officer, leader and registrar of the unit
        """
        officer, leader, registrar = people
        later = self._change_drafted(paper, officer, relation, ground)
        self.act(later, officer, "submit")
        self.act(later, leader, "approve")
        later.with_user(registrar).action_issue(number, day)
        self.env.flush_all()
        self.env.invalidate_all()
        return later

    def _change_drafted(self, paper, officer, relation, ground="Sai đối tượng"):
        asking = paper.with_user(officer)
        asking.invalidate_recordset()
        action = asking.action_ask_correction(relation)
        dialog = self.env[action["res_model"]].with_user(officer)
        made = dialog.with_context(**action["context"]).create({"ground": ground})
        return paper.browse(made.action_confirm()["res_id"])
