"""Biểu 01 as a workbook. Its words are the paper's own, in whatever language the
screen is. Layout: domain, part 8."""

from .workbook import Sheet

WORDS = {
    "total": "Tổng",
    "model": "Mô hình",
    "exemplar": "Điển hình",
    "collective": "Tập thể",
    "individual": "Cá nhân",
    "household": "Hộ gia đình",
    "sector": "Lĩnh vực",
    "sector_none": "Chưa rõ lĩnh vực",
    "theme": "Trong đó",
    "new": "Mới",
    "continued": "Duy trì",
    "assigned": "Chỉ tiêu giao",
    "assigned_share": "% đạt",
}


def sheet(matrix, campaign_year, unit, maker, moment):
    """Return Biểu 01 as a `Sheet`.

    :param matrix: the `Matrix` of the figures
    :param campaign_year: year of the campaign
    :param unit: dictionary: name of the unit that makes the form; table, the name of
        the unit whose table it is; place, post and leader as its papers print them
    :param maker: full name of the officer who makes it, may be empty
    :param moment: local date and time of the figures
    """
    return Sheet(
        name="Biểu 01",
        unit=unit["name"].upper(),
        title=(
            "Biểu 01. TỔNG HỢP ĐĂNG KÝ MÔ HÌNH, ĐIỂN HÌNH "
            f"“DÂN VẬN KHÉO” NĂM {campaign_year}",
            f"Phạm vi: {unit['table']}",
        ),
        counted_at=f"Số liệu tính đến {moment:%H:%M} ngày {moment:%d/%m/%Y}",
        headings=_headings(matrix),
        rows=[(name, matrix.figures(row)) for row, name in matrix.rows.items()],
        total=("Tổng cộng", matrix.totals()),
        place_and_date=f"{unit['place'] or '……………'}, "
        f"ngày {moment:%d} tháng {moment:%m} năm {moment:%Y}",
        signers=(
            ("Người lập biểu", "(Ký, ghi rõ họ tên)", maker),
            (
                (unit["post"] or "Thủ trưởng đơn vị").upper(),
                "(Ký, đóng dấu, ghi rõ họ tên)",
                unit["leader"],
            ),
        ),
    )


def _headings(matrix):
    return [
        (WORDS[heading], [_text(column) for column in columns if column.group])
        for heading, columns in matrix.headings()
    ]


def _text(column):
    return column.name or WORDS[column.word]
