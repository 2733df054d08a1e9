"""Papers of every shape, and how a test reads a Word file."""

import io
import zipfile

import docx
from lxml import etree
from markupsafe import Markup

from odoo.fields import Command

from ..tools import placeholders
from .document_common import DocumentCase

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACES = {"w": W[1:-1]}
ROWS = 60
HEADINGS = ("TT", "Tên tập thể, cá nhân", "Địa chỉ", "Tiền thưởng")
BODY = Markup(
    "<p>Thực hiện kế hoạch năm, {unit} đề nghị <b>công nhận</b> các mô hình "
    "<i>có hiệu quả rõ nét</i>, <u>có địa chỉ cụ thể</u>, người thật, việc thật; "
    "qua đó góp phần hoàn thành nhiệm vụ chính trị của địa phương và đáp ứng nhu cầu, "
    "nguyện vọng chính đáng của Nhân dân.</p>"
    '<p style="text-align: center; text-indent: 0"><b>NỘI DUNG:</b></p>'
    "<ol><li>Việc thứ nhất, có hai phần:<ol><li>phần trước;</li>"
    "<li>phần sau.</li></ol></li><li>Việc thứ hai.</li></ol>"
    "<ul><li>Thôn 1;</li><li>Thôn 2.</li></ul>"
    "<p>Kính đề nghị xem xét, quyết định./.</p>"
)


def table(rows=ROWS):
    """Return a list of honourees with amounts, as templates print it."""
    return placeholders.table(
        HEADINGS,
        [
            (number, f"Chi hội Phụ nữ thôn {number}", "xã Suối Đá", "1.518.000")
            for number in range(1, rows + 1)
        ],
    )


class Word:
    """A Word file, read by its XML."""

    def __init__(self, content):
        self.document = docx.Document(io.BytesIO(content))
        self.package = zipfile.ZipFile(io.BytesIO(content))
        # Not the elements of python-docx, whose `text` is another one.
        self.body = self.part("word/document.xml").find(f"{W}body")

    def part(self, name):
        """Return the root of one XML part of the package."""
        return etree.fromstring(self.package.read(name))

    def parts(self):
        """Return `{name: root}` of all XML parts."""
        names = [n for n in self.package.namelist() if n.endswith((".xml", ".rels"))]
        return {name: self.part(name) for name in names}

    def text(self):
        """Return all text, in its order, words parted by single spaces."""
        blocks = ("".join(p.itertext()) for p in self.body.iter(f"{W}p"))
        return " ".join(" ".join(blocks).split())

    def paragraph(self, text):
        """Return the element of the first paragraph that holds `text`.

        :raise AssertionError: when there is none
        """
        for paragraph in self.body.iter(f"{W}p"):
            if text in "".join(paragraph.itertext()):
                return paragraph
        raise AssertionError(f"“{text}” is not in: {self.text()[:500]}")

    def table_with(self, text):
        """Return the element of the innermost table around `text`."""
        return next(self.paragraph(text).iterancestors(f"{W}tbl"))

    @staticmethod
    def values(element, path):
        """Return the values `w:val` of the elements at a path."""
        return [e.get(f"{W}val") for e in element.xpath(path, namespaces=SPACES)]

    def size(self, text):
        """Return the type sizes in points of the runs of the paragraph with `text`."""
        sizes = self.values(self.paragraph(text), "w:r/w:rPr/w:sz")
        return {int(size) / 2 for size in sizes}


class WordCase(DocumentCase):
    """Papers of both families: with annex, letters, landscape, joint, forms."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.front = cls._unit("TMT", "Ủy ban MTTQ tỉnh Sông Mây", "front")
        cls.front.write({"paper_symbol": "MTTQ", "place_name": "Sông Mây"})
        for unit in (cls.state_body, cls.front):
            unit.write({"leader_name": "Trần Thị Mẫu", "leader_post": "Chủ tịch"})
        cls.commune.write({"paper_symbol": "ĐU", "place_name": "Suối Đá"})
        recipients = "- Như trên;\n- Ban Thường vụ;\n- Lưu."
        cls.party = cls._paper_of(
            code="submission",
            subject="về việc đề nghị công nhận mô hình “Dân vận khéo”",
            addressees="Ban Thường vụ Tỉnh ủy",
            body=BODY + table() + Markup("<p>Hết danh sách./.</p>"),
            recipients=recipients,
        )
        cls.state = cls._paper_of(
            cls.state_body,
            "decision",
            subject="về việc tặng Giấy khen cho các tập thể, cá nhân có thành tích "
            "trong phong trào thi đua “Dân vận khéo”",
            body=BODY,
            annex_title="Danh sách tập thể, cá nhân được tặng Giấy khen",
            annex=table(),
            recipients=recipients,
        )
        cls.letter = cls._letter(cls.commission)
        cls.state_letter = cls._letter(cls.state_body)
        decision = cls.env["danvan.document.template"]._for_code("decision")
        decision.copy({"code": "wide", "page_format": "landscape"})
        cls.landscape = cls._paper_of(cls.state_body, "wide", body=BODY + table())
        cls.joint = cls._joint(cls.front, cls.commune)

    @classmethod
    def _letter(cls, unit):
        return cls._paper_of(
            unit,
            "correction_letter",
            subject="V/v đính chính Quyết định của Tỉnh ủy",
            addressees="Các cơ quan, đơn vị đã nhận Quyết định;\nBan Tổ chức Tỉnh ủy",
            body=BODY,
            recipients="- Như trên;\n- Lưu.",
        )

    @classmethod
    def _joint(cls, *units):
        lines = [
            Command.create({"issuer_id": unit.id, **unit._signature()})
            for unit in units
        ]
        return cls._paper_of(
            code="plan", issuer_ids=lines, body=BODY, recipients="- Lưu."
        )

    @classmethod
    def _form(cls, code):
        """Return a paper that prints as a form does."""
        template = cls.env["danvan.document.template"]._for_code(code)
        texts = template._sample_texts()
        vals = {**texts, "left_signature": template.left_signature}
        return cls._paper_of(cls.state_body, code, **vals)

    def _word(self, paper):
        """Return the Word file of a paper, read."""
        return Word(paper._word()[1])
