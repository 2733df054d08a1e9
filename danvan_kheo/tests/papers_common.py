"""Papers as officers make them: by the button, by the Print menu, and as pages."""

import re

from odoo.tests import Form

from .document_common import pdf_texts

UNFILLED = re.compile(r"[{}«»]")


class PaperActs:
    """Goes before a class of the small province."""

    @classmethod
    def _name_leaders(cls):
        """Enter what papers print of the units."""
        for unit, symbol, place, leader, post in (
            (cls.commission, "BTGDVTU", "Mẫu", "Nguyễn Văn Mẫu", "Trưởng ban"),
            (cls.commune, "ĐU", "Suối Trong", "Lê Thị Mẫu", "Bí thư"),
            (cls.commune_government, "UBND", "Suối Trong", "Trần Mẫu", "Chủ tịch"),
        ):
            unit.write(
                {
                    "paper_symbol": symbol,
                    "place_name": place,
                    "leader_name": leader,
                    "leader_post": post,
                }
            )

    def _wording(self, code, family=None):
        return self.env["danvan.document.template"]._for_code(code, family=family)

    def _by_button(self, record, user, name):
        """Return the paper that the dialog of the button drafts."""
        acting = record.with_user(user)
        acting.invalidate_recordset()
        action = acting.action_compose()
        dialogs = self.env[action["res_model"]].with_user(user)
        form = Form(dialogs.with_context(**action["context"]))
        offered = form.offered_ids[:].filtered(lambda t: t.name == name)
        self.assertEqual(len(offered), 1, f"{name}: one entry of that name")
        form.template_id = offered
        drafted = form.save().action_confirm()
        return self.env["danvan.document"].browse(drafted["res_id"])

    def _by_menu(self, record, user, name):
        """Return the paper that the entry of the Print menu drafts."""
        bindings = self.env["ir.actions.actions"].with_user(user)
        entries = [
            entry
            for entry in bindings.get_bindings(record._name).get("report", [])
            if entry["name"] == name
        ]
        self.assertEqual(len(entries), 1, f"{name}: one entry of that name")
        context = {
            "active_model": record._name,
            "active_id": record.id,
            "active_ids": record.ids,
        }
        server = self.env["ir.actions.server"].browse(entries[0]["id"])
        action = server.with_user(user).with_context(**context).run()
        return self.env["danvan.document"].browse(action["res_id"])

    def _drafted(self, record, user, name):
        """Return the paper, drafted by the button and found again by the menu."""
        paper = self._by_button(record, user, name)
        self.assertEqual(self._by_menu(record, user, name), paper, "no second draft")
        for field in ("title", "subject", "body", "annex", "addressees", "recipients"):
            self.assertNotRegex(paper[field] or "", UNFILLED, field)
        return paper

    def _pages(self, report, record, user=None):
        """Return the text of each page that a report prints, spaces made single."""
        reports = self.env["ir.actions.report"].with_user(user or self.env.user)
        pdf = reports._paper_pdf(f"danvan_kheo.{report}", record.ids)
        return [" ".join(page.split()) for page in pdf_texts(pdf)]

    def _printed(self, paper, user):
        """Return all that a drafted paper prints."""
        text = " ".join(self._pages("document_report", paper, user))
        self.assertNotRegex(text, UNFILLED)
        return text

    @staticmethod
    def _cells(html):
        """Return the rows of the last table of `html` as texts."""
        table = str(html).rsplit("<tbody>", 1)[1]
        rows = re.findall(r"<tr[^>]*>(.*?)</tr>", table)
        return [re.findall(r"<td[^>]*>(?:<b>)?(.*?)(?:</b>)?</td>", r) for r in rows]
