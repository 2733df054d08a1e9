"""Odoo's own export of lists: what people typed stays a text.

A reason or a name that begins with “=” would become a formula in the workbook, and
run on the computer of whoever opens it.
"""

from odoo.addons.web.controllers import export


class _TextsOnly:
    """A writer whose texts are neither formulas nor links."""

    def __init__(self, *args):
        super().__init__(*args)
        self.worksheet.strings_to_formulas = False
        self.worksheet.strings_to_urls = False


class TextsXlsxWriter(_TextsOnly, export.ExportXlsxWriter):
    """Writes a flat list."""


class GroupTextsXlsxWriter(_TextsOnly, export.GroupExportXlsxWriter):
    """Writes a grouped list."""


class DanvanExcelExport(export.ExcelExport):
    """The address of Odoo's own export, with texts as texts."""

    def from_group_data(self, fields, columns_headers, groups):
        """Return a grouped list as the content of an XLSX file."""
        with GroupTextsXlsxWriter(fields, columns_headers, groups.count) as writer:
            x, y = 1, 0
            for name, group in groups.children.items():
                x, y = writer.write_group(x, y, name, group)
        return writer.value

    def from_data(self, fields, columns_headers, rows):
        """Return a flat list as the content of an XLSX file."""
        with TextsXlsxWriter(fields, columns_headers, len(rows)) as writer:
            for number, row in enumerate(rows, start=1):
                for column, value in enumerate(row):
                    writer.write_cell(number, column, value)
        return writer.value
