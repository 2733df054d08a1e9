"""Can this server lay out papers, and do the units have what papers print."""

from odoo import api, models
from odoo.fields import Domain

from ...tools import paper_docx, paper_pdf, server_fonts
from ..organisation.finding import Finding


class DanvanSetupCheck(models.TransientModel):
    """The PDF engine, the fonts, symbols and registrars."""

    _inherit = "danvan.setup.check"

    @api.model
    def _checks(self):
        return [
            *super()._checks(),
            "_check_registrars",
            "_check_symbols",
            "_check_engine",
            "_check_fonts",
            "_check_word",
        ]

    def _check_registrars(self):
        return self._units_finding(
            self.env._("Units whose leader signs, without a registrar"),
            self._units(self._holding("approver"), ~self._holding("registrar")),
            "warning",
            self.env._("Where papers are signed, there is a registrar to number them."),
            self.env._("Assign a registrar: without a number no paper is issued."),
        )

    def _check_symbols(self):
        return self._units_finding(
            self.env._("Units with a registrar, without a symbol for papers"),
            self._units(
                self._holding("registrar"),
                Domain("paper_symbol", "=", False) | Domain("place_name", "=", False),
            ),
            "warning",
            self.env._("Who issues papers has its symbol and place name."),
            self.env._(
                "Fill in symbol and place name on the page “Papers” of the unit."
            ),
        )

    def _check_engine(self):
        name = self.env._("Engine that lays out papers")
        if version := paper_pdf.version():
            return Finding(
                name=name, state="ok", advice=self.env._("WeasyPrint %s.", version)
            )
        state = self.env["ir.actions.report"].get_wkhtmltopdf_state()
        if state in ("install", "broken"):
            return Finding(
                name=name,
                state="error",
                advice=self.env._(
                    "No paper can be printed. Install WeasyPrint on the server."
                ),
            )
        return Finding(
            name=name,
            state="warning",
            advice=self.env._(
                "wkhtmltopdf prints the same content without page numbers. Install "
                "WeasyPrint for exact sizes."
            ),
        )

    def _check_fonts(self):
        name = self.env._("Font of papers")
        families = server_fonts.families()
        if families is None:
            return Finding(
                name=name,
                state="unknown",
                advice=self.env._(
                    "The server does not tell its fonts. See on a printed paper that "
                    "it is Times New Roman or Tinos."
                ),
            )
        found = [font for font in server_fonts.OF_PAPERS if font in families]
        return Finding(
            name=name,
            state="ok" if found else "warning",
            advice=", ".join(found)
            if found
            else self.env._(
                "Install Times New Roman or Tinos on the server: another font changes "
                "where lines break."
            ),
        )

    def _check_word(self):
        missing = paper_docx.missing()
        return Finding(
            name=self.env._("Word files of papers"),
            state="warning" if missing else "ok",
            advice=self.env._(
                "Papers have no button “Download Word File”. Install %s on the server.",
                ", ".join(missing),
            )
            if missing
            else self.env._("Every paper can be downloaded as a Word file."),
        )
