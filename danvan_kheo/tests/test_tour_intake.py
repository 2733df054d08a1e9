"""A table sent in, corrected and entered in the browser, at both widths."""

import base64

from odoo.tests import tagged

from .common import DanvanHttpCase
from .intake_common import IntakeFixture, row_of

NAME = "Tiếng loa an ninh"


class IntakeTourCase(IntakeFixture, DanvanHttpCase):
    """The officer has a table with one fault."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        faulty = row_of(1, tên_mô_hình_điển_hình=NAME, lĩnh_vực="Thể thao")
        content = cls._table(faulty, row_of(2))
        cls.env["ir.attachment"].with_user(cls.officer).create(
            {"name": "Biểu của xã.xlsx", "datas": base64.b64encode(content)}
        )

    def _check_entered(self):
        self.env.invalidate_all()
        intake = self.env["danvan.intake"].search([])
        self.assertEqual((intake.state, intake.imported_count), ("done", 2))
        first = self._made(intake)[0]
        self.assertEqual(first.name, NAME)
        self.assertEqual(first.sector_id, self.env.ref("danvan_kheo.sector_qpan"))
        self.assertEqual(first.create_uid, self.officer)


@tagged("post_install", "-at_install", "danvan_http")
class TestTourIntakeDesktop(IntakeTourCase):
    """At 1366 pixels."""

    def test_faults_are_corrected_and_all_is_entered(self):
        self.start_tour("/odoo", "danvan_intake_desktop", login=self.officer.login)
        self._check_entered()


@tagged("post_install", "-at_install", "danvan_http")
class TestTourIntakePhone(IntakeTourCase):
    """At 390 pixels, with fingers."""

    browser_size = "390x844"
    touch_enabled = True

    def test_faults_are_corrected_and_all_is_entered(self):
        address = "/odoo/action-danvan_kheo.danvan_intake_action"
        self.start_tour(address, "danvan_intake_phone", login=self.officer.login)
        self._check_entered()
