"""Which wording of a paper holds, and how its text is filled."""

from psycopg2.errors import UniqueViolation

from odoo.exceptions import UserError
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from ..tools import placeholders
from .document_common import DocumentCase


@tagged("post_install", "-at_install")
class TestWordings(DocumentCase):
    """By family, then by date; one entry of the Print menu for all of them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.all = cls._wording("Cho mọi loại")
        cls.party = cls._wording("Của Đảng", family="party")

    @classmethod
    def _wording(cls, title, **vals):
        model = cls.env["ir.model"]._get("danvan.document").id
        return cls.env["danvan.document.template"].create(
            {
                "name": "Giấy thử",
                "code": "trial",
                "model_id": model,
                "title": title,
                "subject": "về việc thử",
                "body": "<p>Hết./.</p>",
                **vals,
            }
        )

    def test_the_family_of_the_issuer_decides(self):
        for unit, title in (
            (self.commission, "Của Đảng"),
            (self.state_body, "Cho mọi loại"),
        ):
            source = self._paper_of(unit)
            self.assertEqual(source._draft_document("trial").title, title)
        both = self._paper_of() | self._paper_of(self.state_body)
        self.assertEqual(
            both._draft_document("trial").mapped("title"), ["Của Đảng", "Cho mọi loại"]
        )

    def test_who_has_no_wording_at_all_is_told(self):
        self.all.date_to = "2020-01-01"
        with self.assertRaisesRegex(UserError, "trial"):
            self._paper_of(self.state_body)._draft_document("trial")

    def test_the_newest_wording_in_force_holds(self):
        self._wording("Mới", date_from="2026-01-01")
        self._wording("Sắp tới", date_from="2999-01-01")
        paper = self._paper_of(self.state_body)._draft_document("trial")
        self.assertEqual(paper.title, "Mới")

    def test_one_version_a_family_and_date(self):
        with mute_logger("odoo.sql_db"), self.assertRaises(UniqueViolation):
            self._wording("Nữa", family="party").flush_recordset()

    def test_each_is_offered_once(self):
        templates = self.env["danvan.document.template"]
        offered = templates._offered_for(self._paper_of())
        self.assertEqual(offered & (self.all | self.party), self.party)
        offered = templates._offered_for(self._paper_of(self.state_body))
        self.assertEqual(offered & (self.all | self.party), self.all)

    def test_one_entry_of_the_menu_that_outlives_one_of_the_wordings(self):
        self.assertTrue(self.all.menu_action_id)
        self.assertFalse(self.party.menu_action_id)
        self.all.unlink()
        self.assertEqual(self.party.menu_action_id.name, "Giấy thử")

    def test_samples_are_marked_until_they_are_made_one_s_own(self):
        form = Form(self.env.ref("danvan_kheo.template_campaign_plan"))
        self.assertTrue(form.is_sample)
        form.is_sample = False
        self.assertFalse(form.save().is_sample)


@tagged("post_install", "-at_install")
class TestFilling(DocumentCase):
    """What has nothing to say leaves no trace; what must be counted is asked late."""

    def test_a_paragraph_or_line_with_nothing_to_say_is_left_out(self):
        values = {"a": placeholders.LEFT_OUT, "b": "B"}
        html = "<p>1. <b>{b}</b></p><p class='x'>2. <i>{a}</i> {b}</p><p>3. {b}</p>"
        self.assertEqual(
            placeholders.fill_html(html, values, {}), "<p>1. <b>B</b></p><p>3. B</p>"
        )
        self.assertEqual(
            placeholders.fill_text("- {b};\n- {a} ({b});\n- Lưu.", values),
            "- B;\n- Lưu.",
        )
        self.assertEqual(
            placeholders.fill_html("<li>{a}</li>", values, {}), "<li></li>"
        )

    def test_functions_are_asked_only_where_they_are_wanted(self):
        asked = []

        def count():
            asked.append(1)
            return "07"

        values, lists = {"n": count}, {"all": lambda: (["Số"], [[count()]])}
        placeholders.fill_html("<p>không</p>", values, lists)
        self.assertFalse(asked)
        html = placeholders.fill_html("<p>{n}</p><p>{list:all}</p>", values, lists)
        self.assertEqual(str(html).count("07"), 2)

    def test_what_a_function_returns_is_escaped_too(self):
        html = placeholders.fill_html("<p>{n}</p>", {"n": lambda: "<b>{n}</b>"}, {})
        self.assertEqual(html, "<p>&lt;b&gt;{n}&lt;/b&gt;</p>")

    def test_rows_that_head_others(self):
        rows = [
            placeholders.Heading(("<Lĩnh vực>",)),
            ("1", "Mẫu"),
            placeholders.Heading(("", "Cộng")),
        ]
        html = str(placeholders.table(["TT", "Tên"], rows))
        self.assertIn('colspan="2"', html)
        self.assertIn("<b>&lt;Lĩnh vực&gt;</b>", html)
        self.assertIn("<b>Cộng</b>", html)
        self.assertNotIn("<b>Mẫu</b>", html)

    def test_a_list_without_rows_leaves_one_to_fill_in(self):
        html = str(placeholders.table(["TT", "Tên"], []))
        self.assertEqual(html.count(">……</td>"), 2)

    def test_where_cells_stand(self):
        html = str(
            placeholders.table(["a"] * 5, [["1.800", "2,5", "03/2026", "12", "a"]])
        )
        sides = [part.split('"')[0] for part in html.split("text-align: ")[1:]]
        self.assertEqual(sides, ["right", "center", "center", "center", "left"])
