"""Workbooks made by the test, and sent in as a client sends them."""

import base64
import io
import re

import openpyxl
import xlsxwriter

from .common import DanvanCase

INTAKE = "danvan.intake"
HEADINGS = (
    "STT",
    "Tên mô hình, điển hình",
    "Lĩnh vực",
    "Thôn, khu phố",
    "Người phụ trách",
    "Chức vụ",
    "Việc làm",
    "Thời gian",
    "Chỉ tiêu",
    "ĐVT",
    "Phấn đấu",
)


def row_of(number, **cells):
    """Return a good row under `HEADINGS`; `cells` by heading replace what it says."""
    usual = dict(
        zip(
            HEADINGS,
            (
                *(number, f"Thắp sáng đường quê {number}", "Kinh tế", "Thôn 10"),
                *("Lê Thị Thử", "Trưởng thôn", "Họp dân", "15/3/2026"),
                *("Đường có đèn", "km", "1,5"),
            ),
            strict=True,
        )
    )
    named = {re.sub(r"\W+", "_", heading.lower()): heading for heading in HEADINGS}
    for name, value in cells.items():
        usual[named[name]] = value
    return [usual[heading] for heading in HEADINGS]


def workbook(rows, sheet="Biểu 1"):
    """Return a workbook with these rows in its first sheet."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "nan_inf_to_errors": True}
    with xlsxwriter.Workbook(buffer, options) as book:
        page = book.add_worksheet(sheet)
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    page.write_string(at, column, value)
                elif value is not None:
                    page.write(at, column, value)
    return buffer.getvalue()


def opened(content):
    """Return the first sheet of a workbook, and the workbook."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return book.worksheets[0], book


class IntakeFixture:
    """What tests of the intake do as an officer; before a class of the province."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if not getattr(cls, "campaign", None):
            cls.campaign = cls._campaign()

    @classmethod
    def _send(cls, content, user=None, **vals):
        """Return the intake of a file, as the one who sent it in."""
        intakes = cls.env[INTAKE].with_user(user or cls.officer)
        return intakes.create(
            {
                "unit_id": cls.commune.id,
                "campaign_id": cls.campaign.id,
                "file": base64.b64encode(content).decode(),
                "file_name": "Biểu đăng ký.xlsx",
                **vals,
            }
        )

    @classmethod
    def _table(cls, *rows):
        """Return a workbook of rows under `HEADINGS`."""
        return workbook([HEADINGS, *rows])

    @classmethod
    def _checked(cls, content, **vals):
        intake = cls._send(content, **vals)
        cls._finish(intake, intake.action_check())
        return intake

    @classmethod
    def _finish(cls, intake, answer):
        """Ask for slices, as the dialog does, until there is nothing left to do."""
        while answer and intake._is_unfinished():
            intake.action_next()

    @classmethod
    def _entered(cls, content, **vals):
        """Return what all rows of a file became."""
        intake = cls._checked(content, **vals)
        assert not intake.bad_count, cls._said(intake)[:20]
        cls._finish(intake, intake.action_import_all())
        return cls._made(intake)

    @classmethod
    def _made(cls, intake):
        return cls.env["danvan.registration"].search(
            [("intake_id", "=", intake.id)], order="id"
        )

    @staticmethod
    def _said(intake):
        """Return `[(cell, found, wanted)]` of what is to be corrected."""
        bad = intake.problem_ids.filtered("is_bad")
        return [(p.cell, p.found, p.wanted) for p in bad]


class IntakeCase(IntakeFixture, DanvanCase):
    """The small province with a campaign that takes registrations."""
