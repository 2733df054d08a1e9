"""Conditions and the unit of a draft, attacked over the protocols of any account."""

from odoo.tests import tagged

from .hostile import HostileCase

CHECK = "danvan.readiness.check"
REGISTRATION = "danvan.registration"
DIALOG = "danvan.registration.unit"
# What no form sends as the documents of a dialog.
ODD_CONTEXTS = (
    {},
    {"danvan_model": REGISTRATION, "danvan_ids": "x"},
    {"danvan_model": REGISTRATION, "danvan_ids": [2**30]},
    {"danvan_model": REGISTRATION, "danvan_ids": []},
    {"danvan_model": "res.users", "danvan_ids": [1]},
    {"danvan_model": ["danvan.campaign"], "danvan_ids": [1]},
)


@tagged("post_install", "-at_install", "danvan_http")
class TestHostileReadiness(HostileCase):
    """The same conditions hold for any client, and nobody softens another's."""

    def test_an_incomplete_one_is_sent_by_no_client(self):
        draft = self._register(self.campaign, person_ids=False, sector_id=False)
        for protocol in ("xmlrpc", "json"):
            answer = self.call(
                protocol,
                self.officer,
                REGISTRATION,
                "action_transition",
                draft.ids,
                name="submit",
                context={"default_readiness": [], "lang": "vi_VN"},
            )
            self.assertFalse(answer.crash)
            self.assertRegex(answer.refusal, "Sector|Lĩnh vực")
            self.assertRegex(answer.refusal, "Person in charge|Người phụ trách")
        self.assertEqual(draft.state, "draft")

    def test_general_conditions_are_softened_by_administrators_only(self):
        general = self.env.ref("danvan_kheo.readiness_person")
        for user in (self.officer, self.appraiser, self.province_officer):
            self.assert_refused(
                user, CHECK, "write", general.ids, vals={"level": "off"}
            )
            self.assert_refused(user, CHECK, "unlink", general.ids)
        self.assertEqual(general.level, "block")

    def test_a_strangers_campaign_gets_no_conditions(self):
        case = {"kind": "exemplar", "subject_type": "household"}
        vals = {"code": "person", "sentence": "x", "level": "off", **case}
        for user in (self.officer, self.other_officer, self.commune_appraiser):
            for campaign in (self.campaign.id, False):
                given = {**vals, "campaign_id": campaign}
                self.assert_refused(user, CHECK, "create", vals_list=[given])

    def test_the_unit_of_a_draft_is_not_written(self):
        draft = self._register(self.campaign)
        for vals in ({"unit_id": self.hamlet.id}, {"unit_id": self.other_commune.id}):
            self.assert_refused(
                self.officer, REGISTRATION, "write", draft.ids, vals=vals
            )
        self.assertEqual(draft.unit_id, self.commune)

    def test_what_the_dialog_does_is_no_remote_procedure(self):
        draft = self._register(self.campaign)
        for method in ("_give_to_unit", "_fill_in"):
            self.assert_refused(self.officer, REGISTRATION, method, draft.ids)
        self.assert_refused(
            self.officer, "danvan.unit", "_add_grassroots", self.commune.ids
        )

    def test_a_dialog_opened_from_nowhere_does_nothing(self):
        units = self.env["danvan.unit"].search_count([])
        vals = {"choice": "new", "name": "Thôn 99", "parent_id": self.commune.id}
        dialog = self.env[DIALOG].with_user(self.officer).create(vals)
        paper = {"danvan_model": "danvan.campaign", "danvan_ids": self.campaign.ids}
        for context in (*ODD_CONTEXTS, paper):
            self.assert_refused(
                self.officer, DIALOG, "action_confirm", dialog.ids, context=context
            )
        for ids in ([], [2**30]):
            for act in ("action_choose_unit", "action_add_unit"):
                self.assert_refused(self.officer, REGISTRATION, act, ids)
        self.assertEqual(self.env["danvan.unit"].search_count([]), units)
