"""All publicly reported models, in five workbooks of different shape."""

import csv
import datetime
import io
import unicodedata

import openpyxl

from odoo.tests import tagged
from odoo.tools.misc import file_open

from .common import YEAR
from .intake_common import IntakeCase, opened, workbook
from .reported_models import (
    FILE,
    INVENTED_WORK,
    UNKNOWN_PLACE,
    from_to,
    name_and_post,
    results_of,
)

MONTH = datetime.date(YEAR, 3, 1)
SERIAL = (MONTH - datetime.date(1899, 12, 30)).days
KINDS = {"model": "Mô hình", "exemplar": "Điển hình"}
SUBJECTS = {
    "collective": "Tập thể",
    "individual": "Cá nhân",
    "household": "Hộ gia đình",
}


def told_rows():
    """Return all rows of the file, with what it does not tell filled by a marker."""
    with file_open(FILE) as file:
        return [Told(row) for row in csv.DictReader(file)]


class Told:
    """What one row of the file tells, in the words of a table."""

    def __init__(self, row):
        self.name, self.sector = row["name"], row["sector"]
        self.kind, self.subject = KINDS[row["kind"]], SUBJECTS[row["subject"]]
        self.themes, self.force = row["themes"], row["unit"]
        self.hamlet = row["place_hamlet"]
        self.place = row["place_commune"] or UNKNOWN_PLACE
        self.need = row["activity"]
        self.person, self.post = name_and_post(row["lead_person"])
        told = results_of(row) or [(INVENTED_WORK, "1", "lần")]
        self.aims = [(name, value, unit or "lần") for name, value, unit in told]

    def expected(self):
        """Return what is to be registered of it."""
        aims = [(name, unit, from_to(value)[1]) for name, value, unit in self.aims]
        head = (self.name, self.kind, self.subject, self.sector, self.themes)
        place = (self.hamlet, self.place, self.force, self.need)
        return (*head, *place, self.person, self.post, str(MONTH), *aims)


def registered(registration):
    """Return what a registration says, as `Told.expected` does."""
    person = registration.person_ids
    aims = registration.indicator_ids.sorted("sequence")
    return (
        *(registration.name, KINDS[registration.kind]),
        *(SUBJECTS[registration.subject_type], registration.sector_id.code or ""),
        ";".join(registration.theme_ids.sorted("id").mapped("code")),
        *(registration.hamlet or "", registration.place_detail),
        *(registration.core_force or "", registration.people_need or ""),
        *(person.name, person.post, str(registration.activity_plan_ids.date)),
        *((aim.name, aim.measure, aim.target) for aim in aims),
    )


@tagged("post_install", "-at_install")
class TestIntakeRealModels(IntakeCase):
    """Five units send in the same models, each in its own way."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rows = told_rows()
        cls.sectors = {s.code: s.name for s in cls.env["danvan.sector"].search([])}
        cls.themes = {t.code: t for t in cls.env["danvan.theme"].search([])}

    def _themes(self, row):
        return "; ".join(self.themes[c].name for c in row.themes.split(";") if c)

    def _expected(self):
        order = {code: theme.id for code, theme in self.themes.items()}
        for row in self.rows:
            codes = [code for code in row.themes.split(";") if code]
            row.themes = ";".join(sorted(codes, key=order.get))
        return sorted(map(str, (row.expected() for row in self.rows)))

    def _brings_the_same(self, content):
        made = self._entered(content)
        self.assertEqual(sorted(map(str, map(registered, made))), self._expected())
        self.assertEqual(set(made.mapped("state")), {"draft"})
        self.assertEqual(made.unit_id, self.commune)

    def test_the_units_own_workbook_filled_in(self):
        intakes = self.env["danvan.intake"].with_user(self.officer)
        _name, blank = intakes._own_workbook(self.commune, self.campaign)
        page, book = opened(blank)
        places = {cell.value: cell.column for cell in page[1]}
        line = 1
        for row in self.rows:
            line = self._fill_in(page, places, line + 1, row)
        self._brings_the_same(self._saved(book))

    def _fill_in(self, page, places, line, row):
        """Write a model, further indicators into the rows below; return the last."""
        said = {
            "TT": line,
            "Tên mô hình, điển hình": row.name,
            "Loại": row.kind,
            "Tập thể, cá nhân, hộ gia đình": row.subject,
            "Lĩnh vực": self.sectors.get(row.sector),
            "Chủ đề": self._themes(row),
            "Thôn, khu phố": row.hamlet,
            "Địa chỉ cụ thể": row.place,
            "Nhu cầu của Nhân dân": row.need,
            "Lực lượng nòng cốt": row.force,
            "Người phụ trách": row.person,
            "Chức vụ": row.post,
            "Việc làm": INVENTED_WORK,
            "Thời gian": "03/2026",
        }
        for heading, value in said.items():
            page.cell(line, places[heading], value or None)
        for below, (name, value, unit) in enumerate(row.aims):
            page.cell(line + below, places["Chỉ tiêu"], name)
            page.cell(line + below, places["Đơn vị tính"], unit)
            page.cell(line + below, places["Phấn đấu"], value)
        return line + len(row.aims) - 1

    @staticmethod
    def _saved(book):
        buffer = io.BytesIO()
        book.save(buffer)
        return buffer.getvalue()

    def test_a_table_under_titles_with_decomposed_letters_and_serial_dates(self):
        headings = ["Số TT", "Tên mô hình\xa0", "Loại hình", "Đối tượng", "Lĩnh vực"]
        headings += ["Chủ đề", "Thôn", "Địa điểm", "Nội dung", "Đơn vị thực hiện"]
        headings += ["Họ và tên", "Chức vụ", "Hoạt động", "Thời gian thực hiện"]
        headings += [
            f"{t} {n}" for n in (1, 2, 3) for t in ("Chỉ tiêu", "ĐVT", "Mục tiêu")
        ]
        rows = [["ĐẢNG ỦY XÃ SUỐI TRONG"], [None, None, "BIỂU ĐĂNG KÝ NĂM 2026"], []]
        rows += [headings, [f"({n})" for n in range(1, len(headings) + 1)]]
        for number, row in enumerate(self.rows, 1):
            aims = [part for n, v, u in row.aims for part in (n, u, v)]
            first = [number, f" {row.name} \xa0", row.kind, row.subject]
            first += [self.sectors.get(row.sector), self._themes(row), row.hamlet]
            first += [row.place, row.need, row.force, row.person, row.post]
            rows.append([*first, INVENTED_WORK, SERIAL, *aims])
        decomposed = [
            [unicodedata.normalize("NFD", v) if isinstance(v, str) else v for v in row]
            for row in rows
        ]
        self._brings_the_same(workbook(decomposed))

    def test_two_heading_rows_with_totals_and_signatures(self):
        upper = [
            "STT",
            "Tên mô hình, điển hình",
            "Phân loại",
            None,
            "Lĩnh vực",
            "Chủ đề",
        ]
        upper += ["Địa bàn thực hiện", None, "Mục đích, nội dung", "Lực lượng nòng cốt"]
        upper += ["Người phụ trách", None, "Việc làm", "Tháng", "Chỉ tiêu", None, None]
        lower = [None, None, "Mô hình hay điển hình", "Tập thể, cá nhân", None, None]
        lower += ["Thôn", "Địa chỉ cụ thể", None, None, "Họ và tên", "Chức vụ", None]
        lower += [None, "Tên chỉ tiêu", "ĐVT", "Phấn đấu"]
        rows = [["Biểu số 2"], upper, lower]
        for number, row in enumerate(self.rows, 1):
            first = [number, row.name, row.kind, row.subject]
            first += [self.sectors.get(row.sector), self._themes(row), row.hamlet]
            first += [row.place, row.need, row.force, row.person, row.post]
            first += [INVENTED_WORK, datetime.date(YEAR, 3, 1).strftime("%d/%m/%Y")]
            for below, (name, value, unit) in enumerate(row.aims):
                head = [None] * len(first) if below else first
                rows.append([*head, name, unit, value])
        rows += [[None, "Tổng cộng", len(self.rows)], [], [None, "NGƯỜI LẬP", "BÍ THƯ"]]
        rows += [[None, "Nguyễn Văn Mẫu", None, None, None, "Trần Thị Mẫu"]]
        self._brings_the_same(workbook(rows))

    def test_groups_by_sector_and_figures_with_their_measure(self):
        headings = [
            "TT",
            "Tên gọi",
            "Tập thể/cá nhân",
            "Loại",
            "Khu dân cư",
            "Nơi thực hiện",
        ]
        headings += [
            "Mục đích",
            "Cơ quan thực hiện",
            "Đầu mối",
            "Chức danh",
            "Chuyên đề",
        ]
        headings += ["Công việc", "Thời điểm", *["Chỉ tiêu", "Số lượng"] * 3]
        rows = [headings]
        groups = dict.fromkeys(row.sector for row in self.rows)
        for mark, code in zip(("I", "II", "III", "IV", "V"), groups, strict=False):
            if code:
                rows.append([mark, f"Lĩnh vực {self.sectors[code].lower()}"])
            for number, row in enumerate(self._of(code), 1):
                aims = [part for n, v, u in row.aims for part in (n, f"{v} {u}")]
                first = [number, row.name, row.subject, row.kind, row.hamlet, row.place]
                first += [row.need, row.force, row.person, row.post, self._themes(row)]
                rows.append([*first, INVENTED_WORK, "tháng 3", *aims])
            rows.append([None, f"Cộng: {len(self._of(code))}"])
        self._brings_the_same(workbook(rows))

    def _of(self, code):
        return [row for row in self.rows if row.sector == code]

    def test_capitals_without_accents_in_another_order(self):
        headings = ["CHU DE", "LINH VUC", "NGUOI PHU TRACH", "CHUC VU", "DIA CHI"]
        headings += ["THON", "DOI TUONG", "LOAI", "TEN MO HINH", "NOI DUNG"]
        headings += ["DON VI THUC HIEN", "VIEC LAM", "THANG"]
        headings += ["CHI TIEU", "DON VI TINH", "PHAN DAU"] * 3
        rows = [headings]
        for row in self.rows:
            aims = [part for n, v, u in row.aims for part in (n, u, v)]
            first = [
                row.themes,
                row.sector,
                row.person,
                row.post,
                row.place,
                row.hamlet,
            ]
            first += [row.subject.upper(), row.kind.upper(), row.name, row.need]
            rows.append([*first, row.force, f"- {INVENTED_WORK}", MONTH, *aims])
        self._brings_the_same(self._with_dates(rows))

    @staticmethod
    def _with_dates(rows):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append([value or None for value in row])
        return TestIntakeRealModels._saved(book)
