"""One row of a list of accounts, and what its words mean."""

from dataclasses import dataclass

from ..models.organisation.assignment import ROLES
from ..tools.text import search_key

# Column → headings under which it is found, the first as the sample file has it.
COLUMNS = {
    "login": ("Tên đăng nhập", "Tài khoản", "login"),
    "name": ("Họ và tên", "Họ tên", "name"),
    "unit_code": ("Mã đơn vị", "unit code"),
    "role": ("Vai trò", "role"),
    "email": ("Thư điện tử", "email", "e-mail"),
    "date_from": ("Từ ngày", "date from"),
}
OPTIONAL = ("email", "date_from")
# The words of the screen, for files written by people; the names of the code go too.
ROLE_WORDS = {
    "viewer": "Theo dõi (chỉ xem)",
    "officer": "Cán bộ phụ trách",
    "registrar": "Văn thư",
    "approver": "Lãnh đạo",
    "appraiser": "Cán bộ thẩm định",
    "council_member": "Thành viên Hội đồng",
    "council_secretary": "Thư ký Hội đồng",
}
ADMINISTRATOR_WORDS = {"administrator", "quan tri", "quan tri vien", "admin"}


@dataclass(kw_only=True)
class AccountRow:
    """A row as it stands in the file, and what became of it.

    :param number: line of the file
    :param cells: `{column: text}`, the date perhaps a date
    """

    number: int
    cells: dict
    role: str | None = None
    date_from: object = None
    unit: object = None
    user: object = None
    state: str = ""
    message: str = ""
    password: str = ""

    def __getitem__(self, column):
        """Return the cell of `column`, empty where the file has no such column."""
        return self.cells.get(column) or ""

    @property
    def key(self):
        """The login by which rows of one person are recognised."""
        return self["login"].lower()

    def refuse(self, message):
        """Note why nothing is done for this row."""
        self.state, self.message = "refused", message


def role_of(text):
    """Return the role that `text` names, None for no role."""
    key = _words(text)
    return next((role for role, keys in _ROLE_KEYS.items() if key in keys), None)


def means_administrator(text):
    """Tell whether `text` asks for the administrators' group."""
    return _words(text) in ADMINISTRATOR_WORDS


def _words(text):
    return search_key(str(text).replace("_", " "))


_ROLE_KEYS = {
    role: {
        _words(role),
        _words(label),
        _words(ROLE_WORDS[role]),
        _words(ROLE_WORDS[role]).partition(" (")[0],
    }
    for role, label in ROLES
}
