"""Corrections, joint numbers and papers to compose, asked for by hostile clients."""

from odoo.tests import tagged

from .hostile import HostileCase

DOCUMENT = "danvan.document"
GROUND = "Không có căn cứ"
ODD = ([], {}, ["cancels"], 7, False, "write", "cancels; drop")
ODD_JOINT = (7, [7], [[1]], [["x", "y"]], {"a": 1}, [[1, 2**31 - 1]], [[1, -1]])


@tagged("post_install", "-at_install", "danvan_http")
class TestHostileCorrections(HostileCase):
    """An issued paper of the commission, and people who have no business with it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        template = cls.env["danvan.document.template"]._for_code("plan")
        cls.commission.write({"leader_name": "Nguyễn Thử", "leader_post": "Trưởng ban"})
        cls.paper = cls._paper(template)
        cls.waiting = cls._paper(template, issued=False)
        cls.env.flush_all()

    @classmethod
    def _paper(cls, template, *, issued=True):
        papers = cls.env[DOCUMENT].with_user(cls.province_officer)
        paper = papers.create(
            {"unit_id": cls.commission.id, "template_id": template.id}
        )
        cls.act(paper, cls.province_officer, "submit")
        cls.act(paper, cls.province_leader, "approve")
        if issued:
            paper.with_user(cls.registrar).action_issue(5, "2026-03-01")
        return paper.with_env(cls.env)

    def test_nobody_but_the_units_officer_changes_a_paper(self):
        people = (self.officer, self.other_leader, self.viewer, self.administrator)
        for user in (*people, self.province_leader, self.registrar):
            for relation in ("corrects", "cancels"):
                self.assert_refused(
                    user,
                    DOCUMENT,
                    "action_correct",
                    self.paper.ids,
                    relation=relation,
                    ground=GROUND,
                )
        self.assertFalse(self.paper.later_ids)

    def test_odd_values_are_refused_in_words(self):
        for relation in ODD:
            self.assert_refused(
                self.province_officer,
                DOCUMENT,
                "action_correct",
                self.paper.ids,
                relation=relation,
                ground=GROUND,
            )
        for joint in ODD_JOINT:
            self.assert_refused(
                self.registrar,
                DOCUMENT,
                "action_issue",
                self.waiting.ids,
                number=6,
                date="2026-03-02",
                joint=joint,
            )
        self.assertEqual(self.waiting.state, "to_number")
        self.assertFalse(self.paper.later_ids)

    def test_odd_values_that_only_json_carries_are_refused_in_words(self):
        odd = (
            (self.province_officer, "action_correct", self.paper, {"relation": None}),
            (self.registrar, "action_issue", self.waiting, {"joint": [[1, 2**40]]}),
            (self.registrar, "action_issue", self.waiting, {"number": 2**40}),
        )
        for user, method, paper, values in odd:
            given = {"ground": GROUND} if "relation" in values else self._number()
            answer = self.call(
                "json", user, DOCUMENT, method, paper.ids, **{**given, **values}
            )
            with self.subTest(**values):
                self.assertFalse(answer.crash)
                self.assertTrue(answer.refusal, f"answered {answer.value!r}")
        self.assertEqual(self.waiting.state, "to_number")
        self.assertFalse(self.paper.later_ids)

    @staticmethod
    def _number():
        return {"number": 6, "date": "2026-03-02"}

    def test_links_between_papers_are_not_written(self):
        for vals in (
            {"relation": "cancels"},
            {"target_id": self.paper.id},
            {"series": "2020"},
            {"sign_sha256": "0" * 64},
        ):
            for user in (self.province_officer, self.administrator):
                self.assert_refused(
                    user, DOCUMENT, "write", self.waiting.ids, vals=vals
                )

    def test_a_foreign_document_composes_nothing(self):
        registration = self._register(self.campaign)
        self.assert_refused(
            self.other_officer,
            "danvan.registration",
            "action_compose",
            registration.ids,
        )
        template = self.env["danvan.document.template"].search(
            [("model_id.model", "=", "danvan.registration"), ("is_form", "=", False)],
            limit=1,
        )
        context = {
            "danvan_model": "danvan.registration",
            "danvan_ids": registration.ids,
        }
        made = self.call(
            "json",
            self.other_officer,
            "danvan.document.compose",
            "create",
            vals_list=[{"template_id": template.id}],
            context=context,
        )
        self.assertFalse(made.crash)
        if made.value:
            self.assert_refused(
                self.other_officer,
                "danvan.document.compose",
                "action_confirm",
                made.value,
                context=context,
            )
        self.assertFalse(registration.paper_ids)
