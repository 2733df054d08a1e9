"""No door of Odoo leads to the trail: not for officers, not for administrators."""

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .hostile import PROTOCOLS, HostileCase

REGISTRATION = "danvan.registration"
TRAIL = "danvan.trail"
ACTION = "ir.actions.server"


@tagged("post_install", "-at_install", "danvan_http")
class TestHostileTrail(HostileCase):
    """Every way of writing that Odoo has, on the trail of a registration."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.registration = cls._register(cls.campaign)
        cls.act(cls.registration, cls.officer, "submit")
        cls.act(cls.registration, cls.leader, "return_to_officer", "Ghi rõ")
        cls.lines = cls.registration.trail_ids
        cls.line = cls.lines[0]
        cls.system = cls.env.ref("base.user_admin")
        cls.system.password = cls.system.login
        cls.before = cls.lines.read()
        cls.number = cls.env[TRAIL].search_count([])

    def _assert_untouched(self):
        self.env.invalidate_all()
        self.assertEqual(self.lines.read(), self.before)
        self.assertEqual(self.env[TRAIL].search_count([]), self.number)
        self.assertFalse(self.env[TRAIL]._first_broken())

    def _new(self):
        return {
            "res_model": REGISTRATION,
            "res_id": self.registration.id,
            "user_id": self.leader.id,
            "date": "2026-01-01 00:00:00",
            "transition": "accept",
            "hash": "0" * 64,
        }

    def _users(self):
        return (self.officer, self.leader, self.administrator, self.system)

    def test_no_method_writes_a_line(self):
        changed = {"reason": "Khác"}
        for user in self._users():
            for method, ids, kwargs in (
                ("create", None, {"vals_list": [self._new()]}),
                ("write", self.line.ids, {"vals": changed}),
                ("unlink", self.line.ids, {}),
                ("copy", self.line.ids, {}),
                ("web_save", self.line.ids, {"vals": changed, "specification": {}}),
                ("web_save", [], {"vals": self._new(), "specification": {}}),
                ("name_create", None, {"name": "accept"}),
            ):
                self.assert_refused(user, TRAIL, method, ids, **kwargs)
            self._assert_untouched()

    def test_no_import_adds_or_changes_a_line(self):
        new = self._new()
        new["user_id/.id"] = str(new.pop("user_id"))
        change = {".id": str(self.line.id), "reason": "Khác"}
        for user in self._users():
            for row in (new, change):
                for answer in self.tried(
                    user,
                    TRAIL,
                    "load",
                    fields=list(row),
                    data=[[str(value) for value in row.values()]],
                ):
                    self.assertTrue(answer.refusal or not answer.value["ids"])
            self._assert_untouched()

    def test_nothing_archives_orders_or_resets_a_line(self):
        """Odoo itself crashes on archiving what has no `active`; what counts is that
        the lines stand."""
        translations = {"vi_VN": "Khác"}
        for user in self._users():
            for method, kwargs in (
                ("action_archive", {}),
                ("action_unarchive", {}),
                ("web_resequence", {"specification": {}, "field_name": "res_id"}),
                (
                    "update_field_translations",
                    {"field_name": "reason", "translations": translations},
                ),
            ):
                for protocol in PROTOCOLS:
                    self.call(protocol, user, TRAIL, method, self.line.ids, **kwargs)
            self._assert_untouched()

    def test_nobody_else_makes_a_server_action(self):
        model = self.env["ir.model"]._get_id(TRAIL)
        code = "env['danvan.trail'].search([]).sudo().unlink()"
        vals = {"name": "Xóa", "model_id": model, "state": "code", "code": code}
        for user in (self.officer, self.leader, self.administrator):
            self.assert_refused(user, ACTION, "create", vals_list=[vals])
        self._assert_untouched()

    def test_an_administrators_action_runs_into_the_guard(self):
        """What an automation does as superuser: change, delete, copy, add."""
        for code in (
            "records.sudo().write({'reason': 'Khác'})",
            "records.sudo().with_context(danvan_key=True).write({'reason': 'Khác'})",
            "records.sudo().unlink()",
            "records.sudo().copy()",
            f"model.sudo().create({self._new()!r})",
        ):
            action = self.env[ACTION].create(
                {
                    "name": "Tự động",
                    "model_id": self.env["ir.model"]._get_id(TRAIL),
                    "state": "code",
                    "code": code,
                }
            )
            with self.subTest(code=code), self.assertRaises(UserError):
                action.with_context(
                    active_model=TRAIL, active_id=self.line.id, active_ids=self.line.ids
                ).run()
            self._assert_untouched()

    def test_an_action_that_writes_a_field_runs_into_the_guard(self):
        model = self.env["ir.model"]._get_id(TRAIL)
        field = self.env["ir.model.fields"]._get(TRAIL, "reason")
        action = self.env[ACTION].create(
            {
                "name": "Ghi",
                "model_id": model,
                "state": "object_write",
                "update_field_id": field.id,
                "update_path": "reason",
                "value": "Khác",
            }
        )
        with self.assertRaises(UserError):
            action.with_context(
                active_model=TRAIL, active_id=self.line.id, active_ids=self.line.ids
            ).run()
        self._assert_untouched()

    @mute_logger("odoo.sql_db")
    def test_a_deleted_document_or_account_leaves_the_trail(self):
        """Neither can be deleted while a line names it."""
        for record in (self.leader, self.commune):
            list(self.tried(self.system, record._name, "unlink", record.ids))
            self.assertTrue(record.exists())
        self.assert_refused(self.system, REGISTRATION, "unlink", self.registration.ids)
        self._assert_untouched()

    def test_a_line_of_another_unit_is_not_read(self):
        for method, kwargs in (
            ("read", {"fields": ["reason"]}),
            ("web_read", {"specification": {"capacity_label": {}}}),
            ("export_data", {"fields_to_export": ["document_name"]}),
        ):
            self.assert_refused(
                self.other_officer, TRAIL, method, self.lines.ids, **kwargs
            )
