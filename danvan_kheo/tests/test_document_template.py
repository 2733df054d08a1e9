"""Templates: a closed list of names, never expressions."""

from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from .document_common import DocumentCase


@tagged("post_install", "-at_install")
class TestDocumentTemplate(DocumentCase):
    """What the province may write into a template, and what comes of it."""

    def test_unknown_placeholder_is_refused_with_the_known_ones(self):
        template = self.env.ref("danvan_kheo.template_plan")
        with self.assertRaisesRegex(ValidationError, "(?s)budget.*leader_post"):
            template.body = "<p>{budget}</p>"

    def test_expressions_are_refused(self):
        template = self.env.ref("danvan_kheo.template_plan")
        for text in ("{unit.name}", "{env['res.users']}", "{1+1}", "{list:people}"):
            with self.subTest(text), self.assertRaises(ValidationError):
                template.subject = text

    def test_every_placeholder_has_its_value(self):
        paper = self._paper_of()
        known = set(paper._paper_placeholders())
        self.assertEqual(known, set(paper._paper_values()))

    def test_draft_is_filled_from_the_unit(self):
        paper = self._paper_of(user=self.officer)
        self.assertIn("Ban Dân vận Tỉnh ủy kính trình", paper.body)
        self.assertEqual(paper.addressees, "Tỉnh ủy Sông Mây")
        self.assertEqual(paper.signer_name, "Nguyễn Văn Mẫu")
        self.assertNotIn("{", paper.body)

    def test_one_click_draft_from_a_record(self):
        source = self._paper_of(user=self.officer)
        paper = source._draft_document("plan")
        self.assertEqual(paper._source(), source)
        self.assertEqual(paper.unit_id, self.commission)
        self.assertEqual(source._draft_document("plan"), paper, "no second draft")
        self.env.invalidate_all()
        self.assertEqual(source.paper_ids, paper)

    def test_template_that_is_not_in_force(self):
        self.env.ref("danvan_kheo.template_plan").date_to = "2020-01-01"
        with self.assertRaisesRegex(UserError, "plan"):
            self._paper_of()._draft_document("plan")

    def test_scripts_do_not_stay_in_the_body(self):
        paper = self._paper_of(body="<p onclick='x()'>A</p><script>x()</script>")
        self.assertNotIn("script", paper.body)
        self.assertNotIn("onclick", paper.body)
