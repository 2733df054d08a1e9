"""Who prints certificates for real, reprints, and what strangers may not do."""

import ast

from lxml import etree

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .certificate_common import CertificateCase, opened
from .hostile import REFUSING_STATUSES, HostileCase
from .test_appraisal_recognition import RecognitionCase

DIALOG = "danvan.certificate.print"
LAYOUT = "danvan.certificate.layout"
FIELD = "danvan.certificate.field"
PRINTER = "danvan.certificate.printer"


@tagged("post_install", "-at_install")
class TestAwardCertificateReprint(CertificateCase):
    """Printed once without a question, again only with a reason."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.award = cls._awarded("Tổ tự quản thôn 10")

    def test_printing_again_needs_a_reason_and_keeps_the_number(self):
        number = self.award.register_number
        self._printed(self.award)
        self.assertEqual(self.award.print_count, 1)
        self.assertTrue(self.award.last_print_date)
        self.assertEqual(self.award.trail_ids[0].transition, "print_certificate")
        for nothing in (False, "   "):
            with self.assertRaisesRegex(UserError, "reason"):
                self._printed(self.award, reason=nothing)
        self.assertEqual(self.award.print_count, 1)
        self._printed(self.award, reason="Phôi bị nhòe")
        self.assertEqual(self.award.print_count, 2)
        self.assertEqual(self.award.register_number, number)
        line = self.award.trail_ids[0]
        self.assertEqual(line.transition, "reprint_certificate")
        self.assertEqual(line.reason, "Phôi bị nhòe")
        self.assertEqual(line.user_id, self.officer)
        self.assertEqual(line.role, "officer")

    def test_a_test_is_marked_and_not_counted(self):
        with opened(self._printed(self.award, act="action_test")) as pdf:
            self.assertIn("BẢN IN THỬ", pdf.pages[0].extract_text())
        self.assertEqual(self.award.print_count, 0)
        with opened(self._printed(self.award)) as pdf:
            self.assertNotIn("BẢN IN THỬ", pdf.pages[0].extract_text())

    def test_the_report_alone_prints_tests_and_counts_nothing(self):
        report = "danvan_kheo.certificate_report"
        reports = self.env["ir.actions.report"].with_user(self.officer)
        with opened(reports._paper_pdf(report, self.award.ids)) as pdf:
            self.assertIn("BẢN IN THỬ", pdf.pages[0].extract_text())
        self.assertEqual(self.award.print_count, 0)

    def test_the_print_menu_opens_the_dialog(self):
        for model in ("danvan.award", "danvan.recognition"):
            bindings = self.env["ir.actions.actions"].with_user(self.officer)
            offered = bindings.get_bindings(model)["report"]
            names = [each["name"] for each in offered]
            self.assertIn("Print Certificates", names)
        entry = self.env.ref("danvan_kheo.award_print_action")
        chosen = entry.with_user(self.officer).with_context(
            active_model="danvan.award", active_ids=self.award.ids
        )
        dialog = chosen.run()
        self.assertEqual(dialog["res_model"], DIALOG)
        self.assertEqual(dialog["context"]["danvan_ids"], self.award.ids)

    def test_the_list_of_certificates_begins_with_what_is_not_printed(self):
        other = self._awarded("Tổ tự quản thôn 11")
        self._printed(other)
        action = self.env.ref("danvan_kheo.danvan_certificates_action")
        awards = self.env["danvan.award"].with_user(self.officer)
        view = awards.get_view(action.search_view_id.id, "search")["arch"]
        waiting = etree.fromstring(view).find(".//filter[@name='not_printed']")
        listed = ast.literal_eval(action.domain)
        listed += ast.literal_eval(waiting.get("domain"))
        self.assertIn("search_default_not_printed", action.context)
        found = awards.search(listed)
        self.assertIn(self.award, found)
        self.assertNotIn(other, found)

    def test_an_officer_copies_a_shared_layout_for_the_own_unit(self):
        copy = self.a4.with_user(self.officer).copy()
        self.assertTrue(copy.owner_unit_id)
        self.assertEqual(len(copy.field_ids), len(self.a4.field_ids))
        copy.field_ids[:1].x += 1
        self.assertFalse(self.a4.owner_unit_id)

    def test_who_prints_corrects_the_printer(self):
        for role in ("council_secretary", "registrar", "appraiser"):
            user = self._person(f"p.{role}", role, self.commune_government)
            printers = self.env[PRINTER].with_user(user)
            mine = printers.create(
                {"name": role, "unit_id": self.commune_government.id, "dx": 1}
            )
            mine.dy = 2
            with self.assertRaises(AccessError):
                self.printer.with_user(user).dx = 3
        viewer = self._person("p.viewer", "viewer", self.commune_government)
        with self.assertRaises(AccessError):
            mine.with_user(viewer).dy = 4

    def test_who_prints_for_real(self):
        may = [
            self._person(f"p.{role}", role, self.commune_government)
            for role in ("council_secretary", "registrar", "officer", "appraiser")
        ]
        viewer = self._person("p.viewer", "viewer", self.commune_government)
        for number, user in enumerate(may):
            with self.subTest(user=user.login):
                why = {"reason": f"Lần {number}"} if number else {}
                self._printed(self.award, user, **why)
        self.assertEqual(self.award.print_count, len(may))
        for user in (viewer, self.leader):
            dialog = self._dialog(self.award, user)
            self.assertFalse(dialog.may_print)
            with self.assertRaises(AccessError):
                dialog.action_print()
            with opened(self._file(dialog, "action_test")) as pdf:
                self.assertIn("BẢN IN THỬ", pdf.pages[0].extract_text())
        self.assertEqual(self.award.print_count, len(may))

    def test_the_count_is_not_typed_in(self):
        for vals in ({"print_count": 0}, {"last_print_date": False}):
            for user in (self.officer, self.env.ref("base.user_root")):
                with self.assertRaises(AccessError):
                    self.award.with_user(user).write(vals)

    def test_officers_keep_their_units_layouts_administrators_all(self):
        own = {"name": "Phôi xã", "owner_unit_id": self.commune_government.id}
        layouts = self.env[LAYOUT]
        layout = layouts.with_user(self.officer).create(own)
        layout.write({"name": "Phôi xã 2026"})
        line = (
            self.env[FIELD]
            .with_user(self.officer)
            .create({"layout_id": layout.id, "value": "name", "x": 10, "y": 10})
        )
        line.write({"x": 12})
        for vals in (
            {"name": "Phôi chung"},
            {"name": "Phôi xã khác", "owner_unit_id": self.other_government.id},
        ):
            with self.assertRaises(AccessError):
                layouts.with_user(self.officer).create(vals)
        with self.assertRaises(AccessError):
            layout.write({"owner_unit_id": False})
        a4 = self.a4.with_user(self.officer)
        self.assertTrue(a4.name)
        for act in (lambda: a4.write({"name": "Của tôi"}), a4.unlink):
            with self.assertRaises(AccessError):
                act()
        with self.assertRaises(AccessError):
            a4.field_ids[:1].write({"x": 1})
        with self.assertRaises(AccessError):
            line.write({"layout_id": self.a4.id})
        self.a4.with_user(self.administrator).write({"name": "Thiết kế A4"})


@tagged("post_install", "-at_install")
class TestRecognitionCertificate(RecognitionCase):
    """The certificate of recognition, for models recognised."""

    def test_it_says_what_is_recognised_by_which_decision(self):
        record = self._submitted()
        self.act(record, self.leader, "approve")
        self._issue(record)
        recognition = record.recognition_ids
        dialog, pdf = self._print(recognition)
        with opened(pdf) as file:
            text = file.pages[0].extract_text()
        for said in (
            "GIẤY CÔNG NHẬN",
            "Thắp sáng đường quê thôn 10",
            f"“Dân vận khéo” cấp xã năm {recognition.campaign_id.year}",
            "12-QĐ/ĐU",
            "Nguyễn Văn Mẫu",
        ):
            with self.subTest(said=said):
                self.assertIn(said, text)
        self.assertEqual(dialog.layout_id.source, "recognition")
        self.assertEqual(recognition.print_count, 1)
        self.assertNotIn("DỰ THẢO", text)

    def test_before_it_is_a_draft(self):
        recognition = self._submitted().recognition_ids
        _dialog, pdf = self._print(recognition)
        with opened(pdf) as file:
            self.assertIn("DỰ THẢO", file.pages[0].extract_text())
        self.assertEqual(recognition.print_count, 0)

    def _print(self, recognition):
        helper = CertificateCase._dialog
        dialog = helper(self, recognition, self.commune_appraiser)
        return dialog, CertificateCase._file(self, dialog)


@tagged("post_install", "-at_install", "danvan_http")
class TestAwardCertificateHttp(HostileCase):
    """Another commune's officer over HTTP."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.commune_government.write({"place_name": "Suối Trong"})
        form = cls.env.ref("danvan_kheo.award_form_commune_merit")
        registration = cls._run(cls._register(cls.campaign))
        honouree = cls.env["danvan.honouree"].create(
            {"full_name": "Tổ kín tiếng thôn 10", "unit_id": cls.commune.id}
        )
        cls.award = cls.env["danvan.award"].create(
            {
                "honouree_id": honouree.id,
                "unit_id": cls.commune.id,
                "registration_id": registration.id,
                "form_id": form.id,
                "summary": "Thắp sáng 2 km đường.",
            }
        )
        cls.printer = cls.env[PRINTER].create(
            {"name": "Máy in xã", "unit_id": cls.commune.id}
        )
        cls.blank = cls.env.ref("danvan_kheo.certificate_layout_blank")
        for user in (cls.officer, cls.other_officer):
            user.password = user.login

    def _context(self, ids=None):
        return {
            "danvan_model": "danvan.award",
            "danvan_ids": self.award.ids if ids is None else ids,
        }

    def _dialog_of(self, user):
        answer = self.call(
            "json",
            user,
            DIALOG,
            "create",
            vals_list=[{"layout_id": self.blank.id}],
            context=self._context(),
        )
        self.assertFalse(answer.refusal + answer.crash)
        return answer.value

    def test_a_stranger_prints_nothing(self):
        ids = self.award.ids
        stranger = self.other_officer
        self.assert_refused(stranger, "danvan.award", "action_print_certificate", ids)
        mine = self._dialog_of(self.officer)
        for act in ("action_print", "action_test"):
            self.assert_refused(stranger, DIALOG, act, mine, context=self._context())
        for context in ({}, {"danvan_model": "res.users", "danvan_ids": [1]}):
            self.assert_refused(
                self.officer, DIALOG, "action_test", mine, context=context
            )

    def test_a_file_is_read_by_who_made_it_only(self):
        mine = self._dialog_of(self.officer)
        answer = self.call(
            "json", self.officer, DIALOG, "action_test", mine, context=self._context()
        )
        self.assertFalse(answer.refusal + answer.crash)
        path = answer.value["url"]
        self.authenticate(self.officer.login, self.officer.login)
        response = self.url_open(path)
        self.assertEqual(response.status_code, 200)
        self.assertTrue(response.content.startswith(b"%PDF"))
        self.authenticate(self.other_officer.login, self.other_officer.login)
        self.assertIn(self.url_open(path).status_code, REFUSING_STATUSES)
        self.assert_refused(self.other_officer, DIALOG, "read", mine, fields=["file"])
        report = f"/report/pdf/danvan_kheo.report_certificate/{self.award.id}"
        response = self.url_open(report)
        self.assertIn(response.status_code, REFUSING_STATUSES)
        self.assertNotIn("kín tiếng", response.text)

    def test_owned_and_foreign_things_are_refused(self):
        mine = self._dialog_of(self.officer)
        self.assert_refused(self.officer, DIALOG, "write", mine, vals={"file": "AAAA"})
        stranger = self.other_officer
        self.assert_refused(
            stranger, LAYOUT, "write", self.blank.ids, vals={"name": "x"}
        )
        lines = self.blank.field_ids[:1].ids
        self.assert_refused(stranger, FIELD, "write", lines, vals={"x": 1})
        self.assert_refused(stranger, FIELD, "unlink", lines)
        ids = self.printer.ids
        self.assert_refused(stranger, PRINTER, "read", ids, fields=["name"])
        self.assert_refused(stranger, PRINTER, "write", ids, vals={"dx": 5})
        self.assert_refused(
            stranger,
            PRINTER,
            "create",
            vals_list=[{"name": "x", "unit_id": self.commune.id}],
        )
