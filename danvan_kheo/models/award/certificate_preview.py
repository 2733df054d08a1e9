"""A layout on the screen, with an invented certificate on it."""

from odoo import api, fields, models

from ...tools import text as texts
from .certificate_sheet import Screen

# Invented: no person or unit of these names.
SAMPLE = {
    "motto": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "submotto": "Độc lập - Tự do - Hạnh phúc",
    "giver": "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SUỐI MẪU",
    "gives": "TẶNG",
    "title": "GIẤY KHEN",
    "name": "Tổ tự quản thôn Mẫu",
    "address": "Thôn Mẫu, xã Suối Mẫu",
    "citation": "Đã có thành tích xuất sắc trong phong trào thi đua “Dân vận khéo” "
    "năm 2026",
    "decision": "Quyết định số 12/QĐ-UBND ngày 15 tháng 10 năm 2026",
    "register": "Vào sổ khen thưởng số: 7",
    "place_date": "Suối Mẫu, ngày 15 tháng 10 năm 2026",
    "post": "CHỦ TỊCH",
    "signer": "Nguyễn Văn Mẫu",
    "qr": "sample",
    "code": "ABCD-EFGH-JKLM-NPQR",
}
RECOGNITION_SAMPLE = {
    "giver": "BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH ỦY MẪU",
    "gives": "CÔNG NHẬN",
    "title": "GIẤY CÔNG NHẬN",
    "name": "Thắp sáng đường quê thôn Mẫu",
    "citation": "Là mô hình “Dân vận khéo” cấp tỉnh năm 2026",
    "register": "",
    "post": "TRƯỞNG BAN",
}

# What of a field the preview shows.
DRAWN = (
    "sequence",
    "value",
    "text",
    "x",
    "y",
    "width",
    "height",
    "font",
    "size",
    "smallest",
    "bold",
    "italic",
    "is_upper",
    "has_rule",
    "colour",
    "align",
    "valign",
)


class DanvanCertificateLayout(models.Model):
    """The preview follows what is typed before it is saved; the scan of the blank lies
    below it."""

    _inherit = "danvan.certificate.layout"

    preview = fields.Html(
        compute="_compute_preview", sanitize=False, export_string_translation=False
    )

    # Every field of every line, so that it follows what is typed.
    @api.depends(
        "source",
        "mode",
        "page_format",
        "is_landscape",
        "border",
        "background",
        *(f"field_ids.{name}" for name in DRAWN),
    )
    def _compute_preview(self):
        for layout in self:
            layout.preview = layout._preview()

    def _preview(self):
        """Return the sheet to scale as HTML; texts are escaped by the template."""
        sheet = self._sheet(self._sample_values(), Screen())
        width, height = self._page_size()
        return self.env["ir.qweb"]._render(
            "danvan_kheo.certificate_preview",
            {
                "sheet": sheet,
                "width": width,
                "height": height,
                "background": self._background_address(),
            },
        )

    def _sample_values(self):
        """Return the values of an invented certificate of this source."""
        changed = RECOGNITION_SAMPLE if self.source == "recognition" else {}
        return {name: texts.nfc(v) for name, v in {**SAMPLE, **changed}.items()}

    def _background_address(self):
        saved = self._origin
        if not (saved and saved.background):
            return ""
        return f"/web/image/{self._name}/{saved.id}/background"

    def action_test_sheet(self):
        """Print the grid of this layout, without a printer's offset.

        :return: the action of the report
        :raise AccessError: for who may not read it
        """
        self._exactly_one()
        self.check_access("read")
        report = self.env.ref("danvan_kheo.certificate_grid_report")
        return report.report_action(self)
