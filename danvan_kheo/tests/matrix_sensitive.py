"""The sensitive acts, written by hand: a table cannot prove itself.

Each row says who, on which document, does what, and the outcome: done, or with which
kind of sentence it is refused.
"""

DONE = "done"
# Not assigned, or not as the one who is asked.
RIGHT = "Tài khoản này chưa được phân công việc"
# Not in this state: it names the state, or who acted before.
STATE = "không áp dụng khi đang ở trạng thái|đã bấm"
# Follows from another act and is nobody's to press.
ITSELF = "Bước này tự thực hiện theo việc khác"
# Not even read: Odoo's own sentence.
HIDDEN = "không được phép|không có quyền|not allowed"

# A registration on its way out of a People's Committee: at the step of its own leader,
# and at that of the Party committee which confirms.
OWN_STEP = "government/to_approve@government (cấp tỉnh)"
COMMITTEES_STEP = "government/to_approve@commune (cấp tỉnh)"

REGISTRATIONS = [
    # Who only looks on moves nothing, wherever.
    ("commune.viewer", "commune/draft", "submit", RIGHT),
    ("commune.viewer", "commune/to_approve", "accept", RIGHT),
    ("commune.viewer", "commune/to_approve", "withdraw", RIGHT),
    ("commune.viewer", "women/sent", "receive", RIGHT),
    ("commission.viewer", "commune/sent (cấp tỉnh)", "receive", RIGHT),
    ("commission.viewer", "commune/received (cấp tỉnh)", "accept", RIGHT),
    # The neighbour neither receives nor decides, nor even sees.
    ("sibling.officer", "women/sent", "receive", HIDDEN),
    ("sibling.officer", "commune/sent (cấp tỉnh)", "receive", HIDDEN),
    ("sibling.approver", "women/received", "accept", HIDDEN),
    ("sibling.approver", "commune/to_approve", "accept", HIDDEN),
    ("sibling.officer", "commune/draft", "submit", HIDDEN),
    ("foreign.approver", "commune/to_approve", "accept", HIDDEN),
    ("commission.approver", "foreign/received", "accept", HIDDEN),
    ("nobody", "commune/to_approve", "accept", HIDDEN),
    # The commission sees inside a commune and decides nothing there.
    ("commission.approver", "commune/to_approve", "accept", RIGHT),
    ("commission.approver", "women/received", "accept", RIGHT),
    ("commission.approver", "women/received", "refuse", RIGHT),
    ("commission.approver", "women/to_approve@women", "approve", RIGHT),
    ("commission.approver", "commune/to_approve@commune (cấp tỉnh)", "approve", RIGHT),
    ("commission.approver", "commune/running", "put_up", RIGHT),
    ("commission.officer", "women/sent", "receive", RIGHT),
    ("commission.officer", "commune/draft", "submit", RIGHT),
    ("commission.officer", "commune/to_approve", "withdraw", RIGHT),
    # Nobody puts his own into the list of the province.
    ("commune.approver", "commune/received (cấp tỉnh)", "accept", RIGHT),
    ("commune.approver", "commune/received (cấp tỉnh)", "refuse", RIGHT),
    ("commune.officer", "commune/sent (cấp tỉnh)", "receive", RIGHT),
    ("commune.officer", "commune/sent (cấp tỉnh)", "return_to_unit", RIGHT),
    ("government.approver", "government/received", "accept", RIGHT),
    ("women.approver", "women/received", "accept", RIGHT),
    ("women.officer", "women/sent", "receive", RIGHT),
    ("government.approver", "government/running", "put_up", RIGHT),
    # The officer does not approve, the leader does not draw up.
    ("commune.officer", "commune/to_approve", "accept", RIGHT),
    ("commune.officer", "commune/to_approve@commune (cấp tỉnh)", "approve", RIGHT),
    ("commune.officer", "women/received", "accept", RIGHT),
    ("commune.approver", "commune/draft", "submit", RIGHT),
    ("commune.approver", "women/sent", "receive", RIGHT),
    ("commune.approver", "commune/to_approve", "withdraw", RIGHT),
    # Registrar, appraiser and the council decide nothing.
    ("commune.registrar", "commune/to_approve", "accept", RIGHT),
    ("commission.registrar", "commune/received (cấp tỉnh)", "accept", RIGHT),
    ("commission.registrar", "commune/sent (cấp tỉnh)", "receive", RIGHT),
    ("commune.appraiser", "women/received", "accept", RIGHT),
    ("commission.appraiser", "commune/received (cấp tỉnh)", "accept", RIGHT),
    ("commission.council_member", "commune/received (cấp tỉnh)", "accept", RIGHT),
    ("commission.council_secretary", "commune/received (cấp tỉnh)", "accept", RIGHT),
    ("commission.council_secretary", "commune/sent (cấp tỉnh)", "receive", RIGHT),
    ("commune.council_member", "women/received", "refuse", RIGHT),
    # Who administers reads all and moves nothing.
    ("administrator", "commune/draft", "submit", RIGHT),
    ("administrator", "commune/to_approve", "accept", RIGHT),
    ("administrator", "commune/received (cấp tỉnh)", "accept", RIGHT),
    ("administrator", "foreign/sent", "receive", RIGHT),
    ("administrator", "commune/running", "put_up", RIGHT),
    # A step is taken by its holder, not by the one before or after.
    ("commune.approver", OWN_STEP, "approve", RIGHT),
    ("commune.approver", OWN_STEP, "confirm", STATE),
    ("commune.approver", OWN_STEP, "return_to_officer", RIGHT),
    ("government.approver", COMMITTEES_STEP, "approve", STATE),
    ("government.approver", COMMITTEES_STEP, "confirm", RIGHT),
    ("government.approver", COMMITTEES_STEP, "return_to_officer", RIGHT),
    ("commission.approver", COMMITTEES_STEP, "confirm", RIGHT),
    ("sibling.approver", COMMITTEES_STEP, "confirm", HIDDEN),
    ("women.approver", COMMITTEES_STEP, "confirm", HIDDEN),
    ("commune.officer", COMMITTEES_STEP, "confirm", RIGHT),
    ("commune.approver", "women/to_approve@women", "approve", RIGHT),
    ("commune.approver", "women/to_approve@women", "accept", STATE),
    # One's line is followed, not led in another's name.
    ("women_line.approver", "women/to_approve@women", "approve", RIGHT),
    ("women_line.officer", "women/sent", "receive", RIGHT),
    ("women_line.approver", "sibling_women/received", "accept", RIGHT),
    ("women_line.officer", "women/draft", "submit", RIGHT),
    ("women_line.approver", "commune/to_approve", "accept", HIDDEN),
    # A State body does not act for the committee above it, nor a department.
    ("government.approver", "commune/to_approve", "accept", HIDDEN),
    ("government.officer", "women/sent", "receive", HIDDEN),
    ("department.approver", "commune/to_approve", "accept", HIDDEN),
    ("commune.approver", "company/to_approve@company", "approve", HIDDEN),
    # What has its end, and what follows by itself, is not pressed.
    ("commune.approver", "commune/running", "accept", STATE),
    ("commune.officer", "commune/withdrawn", "submit", STATE),
    ("commune.officer", "commune/refused", "submit", STATE),
    ("commission.officer", "commune/draft (cấp tỉnh)", "receive", STATE),
    ("commission.approver", "commune/sent (cấp tỉnh)", "accept", STATE),
    ("commune.officer", "commune/running", "self_assess", ITSELF),
    ("commune.approver", "commune/self_assessed", "end", ITSELF),
    ("administrator", "commune/self_assessed", "end", ITSELF),
    # And who is meant to, can.
    ("commune.officer", "commune/draft", "submit", DONE),
    ("commune.officer", "hamlet/draft", "submit", DONE),
    ("government.officer", "school/draft", "submit", DONE),
    ("commune.approver", "commune/to_approve", "accept", DONE),
    ("commune.approver", "hamlet/to_approve", "accept", DONE),
    ("commune.officer", "commune/to_approve", "withdraw", DONE),
    ("commune.officer", "women/sent", "receive", DONE),
    ("commune.approver", "women/received", "accept", DONE),
    ("commune.approver", "women/received", "refuse", DONE),
    ("commune.approver", "government/running", "put_up", DONE),
    ("commission.officer", "commune/sent (cấp tỉnh)", "receive", DONE),
    ("commission.officer", "commune/sent (cấp tỉnh)", "return_to_unit", DONE),
    ("commission.approver", "commune/received (cấp tỉnh)", "accept", DONE),
    ("women.approver", "women/to_approve@women", "approve", DONE),
    ("women_line.officer", "province_women/draft", "submit", DONE),
    ("department.approver", "company/to_approve@company", "approve", DONE),
    ("government.approver", "school/to_approve@school", "approve", DONE),
    ("government.approver", OWN_STEP, "approve", DONE),
    ("commune.approver", COMMITTEES_STEP, "confirm", DONE),
    ("commune.approver", COMMITTEES_STEP, "return_to_officer", DONE),
]

CAMPAIGNS = [
    ("commission.viewer", "commission/approved", "launch", RIGHT),
    ("commission.approver", "commission/approved", "launch", RIGHT),
    ("commission.registrar", "commission/approved", "launch", RIGHT),
    ("commission.officer", "commission/submitted", "approve", RIGHT),
    ("commission.council_secretary", "commission/submitted", "approve", RIGHT),
    ("commission.officer", "commission/draft", "cancel", RIGHT),
    ("commission.approver", "commune/submitted", "approve", RIGHT),
    ("commission.officer", "commune/approved", "launch", RIGHT),
    ("commune.officer", "commission/approved", "launch", HIDDEN),
    ("commune.officer", "commission/draft", "submit", HIDDEN),
    ("commune.officer", "commission/launched", "evaluate", RIGHT),
    ("commune.officer", "commission/evaluating", "close", RIGHT),
    ("commune.approver", "commission/launched", "cancel", STATE),
    ("sibling.officer", "commune/approved", "launch", HIDDEN),
    ("sibling.officer", "commune/launched", "evaluate", HIDDEN),
    ("foreign.officer", "commission/launched", "evaluate", HIDDEN),
    ("department.officer", "commission/launched", "close", STATE),
    ("government.approver", "government/submitted@commune", "confirm", RIGHT),
    ("commune.approver", "government/submitted@government", "approve", RIGHT),
    ("administrator", "commission/approved", "launch", RIGHT),
    ("administrator", "commission/submitted", "approve", RIGHT),
    ("administrator", "commission/evaluating", "close", RIGHT),
    ("commission.officer", "commission/draft", "submit", DONE),
    ("commission.approver", "commission/submitted", "approve", DONE),
    ("commission.officer", "commission/approved", "launch", DONE),
    ("commission.officer", "commission/evaluating", "close", DONE),
    ("commune.approver", "commune/submitted", "approve", DONE),
    ("government.approver", "government/submitted@government", "approve", DONE),
    ("commune.approver", "government/submitted@commune", "confirm", DONE),
]

CRITERIA_SETS = [
    ("commission.officer", "commission/draft", "issue", RIGHT),
    ("commission.appraiser", "commission/draft", "issue", RIGHT),
    ("commission.approver", "commune/draft", "issue", RIGHT),
    ("commune.approver", "commission/draft", "issue", HIDDEN),
    ("commune.approver", "commission/issued", "reopen", RIGHT),
    ("commission.approver", "commission/frozen", "reopen", STATE),
    ("commission.officer", "commission/issued", "freeze", ITSELF),
    ("administrator", "commission/draft", "issue", RIGHT),
    ("commission.approver", "commission/draft", "issue", DONE),
    ("commission.approver", "commission/issued", "reopen", DONE),
]

EVALUATIONS = [
    ("women.officer", "women/draft (level)", "submit_appraisal", HIDDEN),
    ("women.approver", "women/submitted (level)", "conclude", HIDDEN),
    ("women.approver", "women/concluded (level)", "return", STATE),
    ("commune.officer", "women/draft (self)", "submit", RIGHT),
    ("commune.approver", "women/submitted (self)", "conclude", RIGHT),
    ("commune.officer", "women/draft (level)", "submit_appraisal", RIGHT),
    ("commune.appraiser", "women/submitted (level)", "conclude", RIGHT),
    ("commune.council_member", "women/submitted (level)", "conclude", RIGHT),
    ("commune.council_secretary", "women/submitted (level)", "conclude", RIGHT),
    ("commission.approver", "women/submitted (level)", "conclude", RIGHT),
    ("commission.appraiser", "women/draft (level)", "submit_appraisal", RIGHT),
    ("sibling.approver", "women/submitted (level)", "conclude", HIDDEN),
    ("administrator", "women/submitted (level)", "conclude", RIGHT),
    ("government.approver", "government/submitted@commune (self)", "confirm", RIGHT),
    ("commune.approver", "government/submitted@government (self)", "conclude", RIGHT),
    ("commune.appraiser", "women/draft (level)", "submit_appraisal", DONE),
    ("commune.approver", "women/submitted (level)", "conclude", DONE),
    ("women.officer", "women/draft (self)", "submit", DONE),
    ("women.approver", "women/submitted (self)", "conclude", DONE),
    ("commune.approver", "government/submitted@commune (self)", "confirm", DONE),
]

RECOGNITION_LISTS = [
    ("commune.officer", "commune/draft", "submit", RIGHT),
    ("commune.appraiser", "commune/submitted", "approve", RIGHT),
    ("commune.council_member", "commune/submitted", "approve", RIGHT),
    ("commune.council_secretary", "commune/submitted", "approve", RIGHT),
    ("commune.registrar", "commune/submitted", "refuse", RIGHT),
    ("commission.approver", "commune/submitted", "approve", RIGHT),
    ("commune.approver", "commission/submitted", "approve", HIDDEN),
    ("sibling.approver", "commune/submitted", "refuse", HIDDEN),
    ("commune.registrar", "commune/approved", "recognise", ITSELF),
    ("administrator", "commune/submitted", "approve", RIGHT),
    ("commune.appraiser", "commune/draft", "submit", DONE),
    ("commune.approver", "commune/submitted", "approve", DONE),
    ("commune.approver", "commune/submitted", "refuse", DONE),
]

# A model of the union on a list of its commune.
ON_SUBMITTED = "women/submitted (danh sách submitted, commune)"
ON_APPROVED = "women/submitted (danh sách approved, commune)"
ON_RECOGNISED = "women/recognised (danh sách recognised, commune)"
ON_REVOKED = "women/revoked (danh sách revoked, commune)"

RECOGNITIONS = [
    ("women.approver", ON_SUBMITTED, "refuse", HIDDEN),
    ("commission.approver", ON_SUBMITTED, "refuse", RIGHT),
    ("commune.appraiser", ON_SUBMITTED, "refuse", RIGHT),
    ("commune.council_member", ON_SUBMITTED, "refuse", RIGHT),
    ("commune.approver", ON_APPROVED, "refuse", STATE),
    ("commune.approver", ON_SUBMITTED, "follow_recognise", ITSELF),
    ("commune.approver", ON_RECOGNISED, "decision_cancelled", ITSELF),
    ("sibling.approver", ON_RECOGNISED, "decision_cancelled", HIDDEN),
    ("commune.approver", ON_REVOKED, "refuse", STATE),
    ("administrator", ON_SUBMITTED, "refuse", RIGHT),
    ("commune.approver", ON_SUBMITTED, "refuse", DONE),
]

AWARDS = [
    ("commune.viewer", "women/draft", "propose", RIGHT),
    ("women.approver", "women/draft", "propose", RIGHT),
    ("women.officer", "women/proposed", "screen", RIGHT),
    ("women.officer", "women/proposed", "drop", RIGHT),
    ("commune.officer", "women/proposed", "screen", RIGHT),
    ("government.approver", "women/proposed", "screen", RIGHT),
    ("government.registrar", "women/proposed", "drop", RIGHT),
    ("government.council_member", "women/proposed", "screen", RIGHT),
    ("government.officer", "women/draft", "screen", HIDDEN),
    ("sibling.officer", "women/proposed", "screen", HIDDEN),
    ("government.approver", "women/screened", "award", ITSELF),
    ("administrator", "women/proposed", "screen", RIGHT),
    # Only another decision takes an award back.
    ("government.approver", "women/awarded", "decision_cancelled", ITSELF),
    ("government.registrar", "women/awarded", "decision_replaced", ITSELF),
    ("sibling.officer", "women/awarded", "decision_cancelled", HIDDEN),
    ("government.officer", "women/cancelled", "screen", STATE),
    ("women.officer", "women/draft", "propose", DONE),
    ("government.officer", "women/proposed", "screen", DONE),
    ("government.appraiser", "women/proposed", "screen_as_appraiser", DONE),
    ("government.officer", "women/screened", "drop", DONE),
]

DECISIONS = [
    ("government.officer", "government/to_approve", "approve", RIGHT),
    ("government.registrar", "government/to_approve", "approve", RIGHT),
    ("government.council_member", "government/to_approve", "approve", RIGHT),
    ("government.council_secretary", "government/to_approve", "approve", RIGHT),
    ("government.approver", "government/draft", "submit", RIGHT),
    ("commune.approver", "government/to_approve", "approve", RIGHT),
    ("commission.approver", "government/to_approve", "approve", RIGHT),
    ("sibling.approver", "government/to_approve", "approve", HIDDEN),
    ("government.registrar", "government/approved", "issue", ITSELF),
    ("government.registrar", "government/issued", "decision_cancelled", ITSELF),
    ("government.approver", "government/cancelled", "return", STATE),
    ("administrator", "government/to_approve", "approve", RIGHT),
    ("government.officer", "government/draft", "submit", DONE),
    ("government.approver", "government/to_approve", "approve", DONE),
    ("government.approver", "government/approved", "return", DONE),
]

PAPERS = [
    ("commune.officer", "commune/to_sign", "approve", RIGHT),
    ("commune.registrar", "commune/to_sign", "approve", RIGHT),
    ("commune.registrar", "commune/to_number", "return", RIGHT),
    ("commune.approver", "commune/to_number", "issue", RIGHT),
    ("commune.officer", "commune/to_number", "issue", RIGHT),
    ("commission.registrar", "commune/to_number", "issue", RIGHT),
    ("government.registrar", "commune/to_number", "issue", HIDDEN),
    ("sibling.approver", "commune/to_sign", "approve", HIDDEN),
    ("commission.approver", "commune/to_sign", "approve", RIGHT),
    ("commune.registrar", "commission/issued (cho cấp dưới)", "attach_signed", RIGHT),
    ("commune.approver", "commune/issued", "return", STATE),
    ("administrator", "commune/to_sign", "approve", RIGHT),
    ("administrator", "commune/to_number", "issue", RIGHT),
    ("commune.officer", "commune/draft", "submit", DONE),
    ("commune.approver", "commune/to_sign", "approve", DONE),
    # Numbering and the signed copy have public acts of their own beside the dialog.
    ("commune.approver", "commune/to_number", "action_issue", RIGHT),
    ("commune.officer", "commune/to_number", "action_issue", RIGHT),
    ("commission.registrar", "commune/to_number", "action_issue", RIGHT),
    ("government.registrar", "commune/to_number", "action_issue", HIDDEN),
    ("administrator", "commune/to_number", "action_issue", RIGHT),
    ("commune.registrar", "commune/to_sign", "action_issue", STATE),
    ("commune.approver", "commune/issued", "action_attach_signed", RIGHT),
    ("commission.registrar", "commune/issued", "action_attach_signed", RIGHT),
    ("sibling.officer", "commune/issued", "action_attach_signed", HIDDEN),
    ("administrator", "commune/issued", "action_attach_signed", RIGHT),
    ("commune.registrar", "commune/to_number", "action_attach_signed", STATE),
    ("commune.registrar", "commune/to_number", "action_issue", DONE),
    ("commune.registrar", "commune/issued", "action_attach_signed", DONE),
]

# Handed over by its own act, never by a button of the table.
HANDOVERS = [
    (
        "commune.officer",
        "commune/draft (commune.officer → commune.registrar)",
        "complete",
        ITSELF,
    ),
    (
        "commune.approver",
        "commune/draft (commune.officer → commune.registrar)",
        "agree",
        ITSELF,
    ),
    (
        "commune.viewer",
        "commune/draft (commune.officer → commune.registrar)",
        "complete",
        HIDDEN,
    ),
    (
        "government.approver",
        "commune/draft (commune.officer → commune.registrar)",
        "complete",
        HIDDEN,
    ),
    (
        "sibling.approver",
        "commune/agreed (commune.officer → commune.registrar)",
        "complete",
        HIDDEN,
    ),
    (
        "administrator",
        "commune/agreed (commune.officer → commune.registrar)",
        "complete",
        ITSELF,
    ),
]

# A question is its unit's until it is sent; the unit that launched answers it.
QUESTIONS = [
    ("commune.viewer", "commune/draft", "ask", RIGHT),
    ("commune.approver", "commune/draft", "ask", RIGHT),
    ("commission.officer", "commune/draft", "ask", RIGHT),
    ("sibling.officer", "commune/draft", "ask", HIDDEN),
    ("foreign.officer", "commune/draft", "ask", HIDDEN),
    ("administrator", "commune/draft", "ask", RIGHT),
    ("commune.officer", "commune/draft", "ask", DONE),
    ("commune.officer", "commune/asked", "answer", RIGHT),
    ("commune.approver", "commune/asked", "answer", RIGHT),
    ("commission.viewer", "commune/asked", "answer", RIGHT),
    ("commission.registrar", "commune/asked", "answer", RIGHT),
    ("sibling.officer", "commune/asked", "answer", HIDDEN),
    ("foreign.officer", "commune/asked", "answer", HIDDEN),
    ("commission.officer", "foreign/asked", "answer", HIDDEN),
    ("nobody", "commune/asked", "answer", HIDDEN),
    ("administrator", "commune/asked", "answer", RIGHT),
    ("commission.officer", "commune/asked", "withdraw", RIGHT),
    ("commune.officer", "commune/asked", "withdraw", DONE),
    ("commission.officer", "commune/asked", "answer", DONE),
    ("commission.approver", "commune/asked", "answer", DONE),
    ("commission.officer", "commune/answered", "answer", STATE),
    ("commune.officer", "commune/answered", "correct_answer", RIGHT),
    ("commune.officer", "commune/answered", "withdraw", STATE),
    ("commission.officer", "commune/answered", "correct_answer", DONE),
    ("commission.officer", "commune/withdrawn", "answer", STATE),
]

SENSITIVE = {
    "danvan.registration": REGISTRATIONS,
    "danvan.campaign": CAMPAIGNS,
    "danvan.criteria.set": CRITERIA_SETS,
    "danvan.evaluation": EVALUATIONS,
    "danvan.recognition.list": RECOGNITION_LISTS,
    "danvan.recognition": RECOGNITIONS,
    "danvan.award": AWARDS,
    "danvan.award.decision": DECISIONS,
    "danvan.document": PAPERS,
    "danvan.handover": HANDOVERS,
    "danvan.question": QUESTIONS,
}
