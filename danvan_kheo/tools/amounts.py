"""Amounts of money as a treasury writes and reads them in Vietnamese."""

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
SCALES = ("", "nghìn", "triệu")
BILLION = 10**9


def dotted(amount):
    """Return a whole `amount` with dots between thousands: `1.518.000`."""
    return f"{round(amount):,}".replace(",", ".")


def counted(number):
    """Return a whole `number` of things as papers write it: `05`, `12`, `2.071`."""
    return f"{number:02}" if number < 1000 else dotted(number)


def in_words(amount, currency="đồng"):
    """Return a whole `amount` in words, beginning with a capital.

    `num2words` drops the “không trăm linh” that a treasury insists on, so it is
    written here.

    :param amount: number, rounded to the dong
    :param currency: what is counted; empty for the bare number
    :return: for example “Một triệu không trăm linh bảy nghìn đồng”
    """
    number = round(amount)
    words = _whole(abs(number)) or DIGITS[0]
    text = " ".join(part for part in ("âm" * (number < 0), words, currency) if part)
    return text[0].upper() + text[1:]


def figure(value):
    """Return a figure with Vietnamese separators and at most two decimals: `1.800`,
    `2,5`."""
    whole, fraction = divmod(round(value * 100), 100)
    decimals = f"{fraction:02}".rstrip("0")
    return dotted(whole) + (f",{decimals}" if decimals else "")


def _whole(number, continued=False):
    """Read a number; 0 reads as nothing.

    :param continued: whether something was read before, so that hundreds are said
    """
    billions, rest = divmod(number, BILLION)
    parts = []
    if billions:
        parts.append(f"{_whole(billions, continued)} tỷ")
    for scale in (2, 1, 0):
        group = rest // 1000**scale % 1000
        if group:
            said = _group(group, continued or bool(parts))
            parts.append(f"{said} {SCALES[scale]}".strip())
    return " ".join(parts)


def _group(group, continued):
    """Read three digits, all of them when something was read before."""
    hundreds, rest = divmod(group, 100)
    tens, unit = divmod(rest, 10)
    parts = []
    if hundreds or continued:
        parts.append(f"{DIGITS[hundreds]} trăm")
        if unit and not tens:
            parts.append("linh")
    if tens:
        parts.append("mười" if tens == 1 else f"{DIGITS[tens]} mươi")
    if unit:
        parts.append(_unit(unit, tens))
    return " ".join(parts)


def _unit(unit, tens):
    """Read the last digit: mốt, tư and lăm after tens."""
    if tens > 1 and unit in (1, 4):
        return "mốt" if unit == 1 else "tư"
    return "lăm" if tens and unit == 5 else DIGITS[unit]
