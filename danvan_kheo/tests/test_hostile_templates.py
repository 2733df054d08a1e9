"""Who edits a wording runs nothing and reaches nothing: names of a closed list, text
for all else."""

from odoo.exceptions import AccessError, ValidationError
from odoo.fields import Command
from odoo.tests import tagged

from .test_campaign_papers import CampaignPapersCase

# Each is asked for as if it were a name; braces inside braces are no names at all.
REFUSED = (
    "{__class__}",
    "{unit.__class__}",
    "{unit.name}",
    "{self}",
    "{env}",
    "{env['res.users'].search([])}",
    "{0}",
    "{unit!r}",
    "{unit:9999999}",
    "{{7*7}}",
    "${unit_id}",
    "${env.cr}",
    "{list:env}",
    "{list:accepted.__globals__}",
    "{}",
)
# Braces around what can be no name would be printed as they are.
STRAY = ("{<b>unit</b>}", "{unit", "unit}", "}{", "{{unit}}")
# No names: they stay text, or are taken away, and nothing in them is computed.
KEPT_AS_TEXT = (
    '<t t-out="env.user.login"/>',
    '<t t-esc="7*7"/>',
    '<t t-call="web.login"/>',
    '<span t-field="record.unit_id">x</span>',
    '<p t-att-style="env">x</p>',
    "<p>&lt;t t-out=&quot;7*7&quot;/&gt;</p>",
    "<p>%(unit)s %s</p>",
    "<p><% 7*7 %> #[7*7]</p>",
)
TEXTS = ("subject", "authority", "legal_bases", "addressees", "recipients")


@tagged("post_install", "-at_install")
class TestHostileTemplates(CampaignPapersCase):
    """The administrator of the module has no right to run anything by a wording."""

    def setUp(self):
        super().setUp()
        self.wording = self._wording("campaign_plan").with_user(self.administrator)

    def test_unknown_names_are_refused_in_words(self):
        for text in REFUSED:
            for field in ("body", "annex", *TEXTS):
                with self.subTest(text=text, field=field):
                    with self.assertRaises(ValidationError) as caught:
                        self.wording[field] = text
                    said = str(caught.exception)
                    self.assertIn("registration_to", said, "which names it may ask for")
                    self.assertIn(self.wording.name, said)

    def test_braces_around_no_name_are_refused_in_words(self):
        for text in STRAY:
            for field in ("body", *TEXTS):
                with (
                    self.subTest(text=text, field=field),
                    self.assertRaisesRegex(ValidationError, "one piece"),
                ):
                    self.wording.with_context(lang="en_US")[field] = text
        with self.assertRaises(ValidationError):
            self.wording.subject = "{unit:>9999999}"

    def test_lists_stand_in_texts_of_several_lines_only(self):
        for field in TEXTS:
            with self.assertRaises(ValidationError):
                self.wording[field] = "{list:accepted}"

    def test_what_looks_like_a_template_is_not_rendered(self):
        self.wording.body = "<p>Đầu</p>" + "".join(KEPT_AS_TEXT) + "<p>Hết./.</p>"
        paper = self._by_button(
            self.campaign, self.province_officer, "Kế hoạch phát động"
        )
        text = " ".join(self._pages("document_report", paper, self.province_officer))
        for leak in ("49", self.province_officer.login, "Password", "res.users("):
            self.assertNotIn(leak, text)
        self.assertIn("Đầu", text)
        self.assertIn("%(unit)s %s", text)
        self.assertNotIn("t-out=", str(paper.body).replace("&lt;t t-out=", ""))

    def test_a_form_renders_no_more_than_a_paper(self):
        form = self._wording("registration_form").with_user(self.administrator)
        form.body = "<p>Đầu</p>" + "".join(KEPT_AS_TEXT)
        form.left_signature = "{__class__} {{7*7}} <t t-out='7*7'/>"
        registration = self._register(self.campaign)
        text = " ".join(self._pages("report_registration", registration, self.officer))
        self.assertIn("Đầu", text)
        self.assertIn("{__class__} {{7*7}} <t t-out='7*7'/>", text)
        for leak in ("49", self.officer.login, "<class"):
            self.assertNotIn(leak, text)

    def test_values_with_braces_are_not_read_again(self):
        nasty = "{leader} {{7*7}} <b>đậm</b> <t t-out='env'/> {list:persons}"
        registration = self._register(
            self.campaign,
            name=nasty,
            person_ids=[Command.create({"name": nasty, "post": "{unit}"})],
        )
        paper = self._by_button(registration, self.officer, "Kế hoạch thực hiện")
        form = self._pages("report_registration", registration, self.officer)
        plan = self._pages("document_report", paper, self.officer)
        for text in (" ".join(form), " ".join(plan)):
            self.assertEqual(text.count(nasty) >= 1, True)
            self.assertNotIn("Lê Thị Mẫu {{", text)

    def test_officers_and_leaders_edit_no_wording(self):
        for user in (self.province_officer, self.province_leader, self.registrar):
            with self.assertRaises(AccessError):
                self.wording.with_user(user).subject = "Khác"

    def test_the_entry_of_the_menu_holds_no_text_of_the_wording(self):
        hostile = "x')]; env.cr.rollback() #"
        self.wording.write({"name": hostile, "code": hostile})
        action = self.wording.sudo().menu_action_id
        self.assertNotIn("rollback", action.code)
