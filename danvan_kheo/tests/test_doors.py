"""Every door of every model that belongs to a unit, over real HTTP.

The models come from the registry. What a later model's table needs beyond its
required fields, `doors.py` is told by a method `_<model>_vals`.
"""

import json
from contextlib import suppress

from psycopg2.errors import UniqueViolation

from odoo.tests import tagged
from odoo.tools import mute_logger

from .doors import SECRET, DoorsCase

BOTH = ("session", "json")


@tagged("post_install", "-at_install", "danvan_http")
class TestDoors(DoorsCase):
    """A neighbour who knows the ids, and the commune's own officer once a document
    has left the desk."""

    def test_every_model_of_a_unit_is_among_them(self):
        self.assertEqual(sorted(self.records), self._models())
        self.assertGreater(len(self.records), 20)
        for model, record in self.records.items():
            self.assertTrue(record.exists())
            self.assertIn(record.unit_id, self.commune | self.hamlet, model)
            parent = self._parent(record)
            if parent is not None:
                self.assertFalse(parent.is_open)

    def test_a_foreign_record_is_not_read_by_its_id(self):
        export = self.env.ref("base.group_allow_export")
        self.other_officer.write({"group_ids": [(4, export.id)]})
        for model, record in self.records.items():
            for method, kwargs in (
                ("read", {"fields": ["id"]}),
                ("web_read", {"specification": {"display_name": {}}}),
                ("export_data", {"fields_to_export": ["id", "display_name"]}),
                ("copy", {}),
            ):
                self.refused(
                    self.other_officer, model, method, record.ids, BOTH, **kwargs
                )

    def test_a_foreign_record_is_not_found_or_counted(self):
        for model, record in self.records.items():
            domain = [("id", "in", record.ids)]
            spec = {"display_name": {}}
            for method, kwargs in (
                ("search", {}),
                ("search_count", {}),
                ("search_read", {"fields": ["id"]}),
                ("web_search_read", {"specification": spec}),
                ("name_search", {}),
                ("web_name_search", {"specification": spec, "name": ""}),
                ("formatted_read_group", {"groupby": ["unit_id"]}),
                ("web_read_group", {"groupby": ["unit_id"]}),
                ("formatted_read_grouping_sets", {"grouping_sets": [["unit_id"]]}),
            ):
                if method.startswith(("form", "web_read_g")):
                    kwargs["aggregates"] = ["__count"]
                for protocol in BOTH:
                    answer = self.call(
                        protocol,
                        self.other_officer,
                        model,
                        method,
                        **{**kwargs, "domain": domain},
                    )
                    self.assertFalse(answer.crash, method)
                    self.assertNotIn(str(record.id), self._ids_in(answer.value), method)

    @staticmethod
    def _ids_in(value):
        """Return the ids that an answer names, and its counts, as texts."""
        if isinstance(value, int):
            return ["" if not value else "counted"]
        text = json.dumps(value or [])
        found = json.loads(text)
        if isinstance(found, dict):
            found = found.get("records") or found.get("groups") or []
        return [str(item) for item in found] and [
            str(item.get("id") if isinstance(item, dict) else item) for item in found
        ]

    def test_a_foreign_record_is_not_written(self):
        for model, record in self.records.items():
            before = self._fingerprint(model)
            name = self._plain_names(record)[:1] or self._guarded_names(record)[:1]
            vals = {name[0]: self._other_value(record, name[0])}
            row = [str(record.id), "Khác"]
            text = next(
                (n for n in self._plain_names(record) if self._is_text(record, n)), None
            )
            for user in (self.other_officer, self.other_leader):
                self.refused(user, model, "write", record.ids, BOTH, vals=vals)
                self.refused(user, model, "unlink", record.ids)
                self.refused(
                    user, model, "web_save", record.ids, vals=vals, specification={}
                )
                if text:
                    names = [".id", text]
                    with mute_logger("odoo.sql_db"):
                        answer = self.call(
                            "session", user, model, "load", fields=names, data=[row]
                        )
                    self.assertTrue(answer.refusal or not answer.value["ids"])
            self.assertEqual(self._fingerprint(model), before, model)

    @staticmethod
    def _is_text(record, name):
        return record._fields[name].type in ("char", "text")

    def test_a_foreign_document_is_not_moved(self):
        for model, record in self.records.items():
            if not self._moves(model):
                continue
            before = self._fingerprint(model)
            for user in (self.other_officer, self.other_leader):
                for transition in record._transitions():
                    self.refused(
                        user,
                        model,
                        "action_transition",
                        record.ids,
                        name=transition.name,
                        reason="Khác",
                    )
            self.assertEqual(self._fingerprint(model), before, model)

    def test_talk_files_and_papers_of_a_foreign_record(self):
        user = self.other_officer
        for model, record in self.records.items():
            scan = self.env["ir.attachment"].create(
                {
                    "name": "Tệp.txt",
                    "raw": SECRET.encode(),
                    "res_model": model,
                    "res_id": record.id,
                }
            )
            self.refused(user, "ir.attachment", "read", scan.ids, fields=["name"])
            self.sign_in(user)
            self.page_refused(f"/web/content/{scan.id}")
            image = self.url_open(f"/web/image/{scan.id}")  # a picture of nothing
            self.assertNotIn(SECRET, image.text)
            if self._moves(model):
                self.page_refused(f"/danvan_kheo/trail/{model}/{record.id}")
            for report in self.env["ir.actions.report"].search([("model", "=", model)]):
                for kind in ("html", "pdf"):
                    self.page_refused(
                        f"/report/{kind}/{report.report_name}/{record.id}"
                    )
            if "message_ids" in record._fields:
                record.message_post(body=SECRET)
                self.refused(user, model, "message_post", record.ids, body="Khác")
                talk = {"thread_model": model, "thread_id": record.id}
                response = self.url_open(
                    "/mail/thread/messages", json=self.build_rpc_payload(talk)
                )
                self.assertNotIn(SECRET, response.text)

    def test_owned_and_placing_fields_are_not_written(self):
        for model, record in self.records.items():
            before = self._fingerprint(model)
            for user, method, protocol, more in (
                (self.officer, "write", "session", {}),
                (self.officer, "web_save", "json", {"specification": {}}),
            ):
                for name in self._guarded_names(record):
                    vals = {name: self._other_value(record, name)}
                    more["vals"] = vals
                    self.refused(user, model, method, record.ids, (protocol,), **more)
            self.assertEqual(self._fingerprint(model), before, model)

    def test_a_locked_documents_content_is_not_written(self):
        for model, record in self.records.items():
            if self._parent(record) is None:
                continue
            before = self._fingerprint(model)
            for name in self._plain_names(record):
                vals = {name: self._other_value(record, name)}
                self.refused(self.officer, model, "write", record.ids, vals=vals)
            self.refused(self.officer, model, "unlink", record.ids, BOTH)
            self.assertEqual(self._fingerprint(model), before, model)

    def test_no_line_is_added_to_a_locked_document(self):
        for model, record in self.records.items():
            if self._parent(record) is None or self._moves(model):
                continue
            before = self._fingerprint(model)
            vals = self._fresh_vals(record)
            for protocol in BOTH:
                self.refused(
                    self.officer, model, "create", None, (protocol,), vals_list=[vals]
                )
            self.assertEqual(self._fingerprint(model), before, model)

    def test_nothing_is_created_in_a_later_state(self):
        """By values, by the context, as a copy, by an import, by the web client."""
        for model, record in self.records.items():
            if not self._moves(model):
                continue
            before = self._fingerprint(model)
            later = {"state": record.state}
            vals = self._fresh_vals(record)
            context = {"default_state": record.state}
            for method, ids, kwargs in (
                ("create", None, {"vals_list": [{**vals, **later}]}),
                ("create", None, {"vals_list": [vals], "context": context}),
                ("copy", record.ids, {"default": later}),
                (
                    "web_save",
                    [],
                    {"vals": {**vals, **later}, "specification": {}},
                ),
            ):
                self.refused(self.officer, model, method, ids, BOTH, **kwargs)
            names, row = self._row({**vals, **later})
            answer = self.call(
                "session", self.officer, model, "load", fields=names, data=[row]
            )
            self.assertTrue(answer.refusal or not answer.value["ids"])
            self.assertEqual(self._fingerprint(model), before, model)

    def test_what_is_tried_would_pass_on_an_open_document(self):
        """Else the doors would be found shut for another reason."""
        for model, record in self.records.items():
            parent = self._parent(record)
            if parent is None:
                continue
            vals = self._fresh_vals(record)
            simple = [
                n for n in self._plain_names(record) if self._is_simple(record, n)
            ]
            with self.subTest(model=model), self.env.cr.savepoint() as savepoint:
                parent.sudo()._write_owned({"state": parent._open_states[0]})
                for name in simple[:1]:
                    record.sudo().write({name: self._other_value(record, name)})
                # One of each kind only: then the database says so, and not the guard.
                with suppress(UniqueViolation), mute_logger("odoo.sql_db"):
                    self.assertTrue(record.sudo().create(vals))
                savepoint.rollback()
            self.env.invalidate_all()

    @staticmethod
    def _is_simple(record, name):
        return record._fields[name].type in ("char", "text", "html", "integer", "date")

    def test_a_trail_is_read_by_who_may_read_its_document_only(self):
        """Also while another unit scores, before it says its word."""
        evaluation = self.records["danvan.evaluation"]
        scored = evaluation._create_owned(
            [
                {
                    "registration_id": evaluation.registration_id.id,
                    "criteria_set_id": evaluation.criteria_set_id.id,
                    "stage": "level",
                    "evaluator_unit_id": self.commission.id,
                }
            ]
        )
        documents = [r for model, r in self.records.items() if self._moves(model)]
        for document in (*documents, scored):
            document._log("submit", {}, {}, SECRET)
        for user in (
            self.officer,
            self.leader,
            self.viewer,
            self.commune_appraiser,
            self.other_officer,
            self.province_officer,
            self.appraiser,
        ):
            lines = self.env["danvan.trail"].with_user(user).search([])
            for (model, id_), some in lines.grouped(
                lambda line: (line.res_model, line.res_id)
            ).items():
                with self.subTest(user=user.login, model=model):
                    document = some.env[model].browse(id_)
                    self.assertTrue(document.has_access("read"))
                    self.assertTrue(some.has_access("read"))
            unread = self.env["danvan.trail"].search([]) - lines
            self.assertFalse(unread.with_user(user)._filtered_access("read"))
        self.assertFalse(scored.with_user(self.officer).has_access("read"))
        self.assertTrue(scored.with_user(self.appraiser).has_access("read"))

    def test_the_guard_holds_for_superusers(self):
        for model, record in self.records.items():
            before = self._fingerprint(model)
            for name in self._guarded_names(record):
                with self.subTest(field=name), self.assertRaises(Exception) as caught:
                    record.sudo().write({name: self._other_value(record, name)})
                self.assertIn(
                    type(caught.exception).__name__, ("AccessError", "UserError")
                )
            self.assertEqual(self._fingerprint(model), before, model)
