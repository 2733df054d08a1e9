"""How an act of the matrix may end: done, or with which kind of sentence."""

DONE = "done"
# Not assigned, or not as the one who is asked.
RIGHT = "Tài khoản này chưa được phân công việc"
# Not in this state: it names the state, or who acted before.
STATE = "không áp dụng khi đang ở trạng thái|đã bấm"
# Follows from another act and is nobody's to press.
ITSELF = "Bước này tự thực hiện theo việc khác"
# Not even read: Odoo's own sentence.
HIDDEN = "không được phép|không có quyền|not allowed"
