"""One record of every model that belongs to a unit, found in the registry, and what
a client would send for each field. A model added later is among them by itself."""

import hashlib

from odoo import fields
from odoo.tools import SQL

from .evidence_common import base64_of, photo
from .hostile import REFUSING_STATUSES, Answer, HostileCase

SECRET = "Bí mật của xã Suối Trong"
# Made by what happens to documents, see `_make`.
FOLLOWING = ("danvan.trail", "danvan.approval.step")
# Fields of Odoo's own, which its own tests look after.
MAGIC = ("id", "create_uid", "create_date", "write_uid", "write_date")


class DoorsCase(HostileCase):
    """The commune has one record of each kind; those that move are locked."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.records = {}
        for model in cls._models():
            cls._one(model)
        for model, record in cls.records.items():
            if cls._moves(model):
                cls._lock(record)
        cls.env.flush_all()
        for user in (cls.officer, cls.leader, cls.other_officer, cls.other_leader):
            user.password = user.login

    @classmethod
    def _models(cls):
        """Return the names of the models whose records belong to a unit."""
        return sorted(
            name
            for name, model in cls.env.registry.items()
            if name.startswith("danvan.")
            and not (model._abstract or model._transient)
            and "unit_id" in model._fields
        )

    @classmethod
    def _moves(cls, model):
        return issubclass(cls.env.registry[model], cls.env.registry["danvan.workflow"])

    @classmethod
    def _one(cls, model):
        """Return the commune's record of `model`, made where there is none."""
        if model not in cls.records:
            cls.records[model] = cls._make(model)
        return cls.records[model]

    @classmethod
    def _make(cls, model):
        if model == "danvan.trail":
            registration = cls._one("danvan.registration")
            registration._log("submit", {}, {}, SECRET)
            return registration.trail_ids[:1]
        if model == "danvan.approval.step":
            registration = cls._one("danvan.registration")
            transition = registration._transition("resubmit")
            step = cls.env[model]
            return step._create_owned(step._step_vals(registration, transition))
        made = cls.env[model].sudo()._create_owned([cls._vals(model)])
        return made.with_env(cls.env)

    @classmethod
    def _vals(cls, model):
        """Return values for a record of the commune."""
        given = getattr(cls, f"_{model.replace('.', '_')}_vals", dict)()
        vals = {
            name: cls._value(field)
            for name, field in cls.env[model]._fields.items()
            if name not in given and cls._is_asked(field)
        }
        return {**vals, **given}

    @classmethod
    def _danvan_document_issuer_vals(cls):
        """A joint issuer is another unit than the one that draws the paper up."""
        return {"issuer_id": cls.department.id}

    @classmethod
    def _danvan_registration_partner_vals(cls):
        """Who cooperates is another unit than the one that registers."""
        return {"partner_id": cls.department.id}

    @classmethod
    def _danvan_registration_change_vals(cls):
        """Only what is carried out is adjusted."""
        vals = {**cls._danvan_registration_vals(), "state": "running"}
        running = cls.env["danvan.registration"].sudo()._create_owned([vals])
        return {"registration_id": running.id, "reason": SECRET}

    @classmethod
    def _is_asked(cls, field):
        """Tell whether a field is filled in: the required ones, and where and to
        what a record belongs."""
        computed = field.compute and not field.inverse and field.readonly
        if not field.store or computed or field.related or field.name in MAGIC:
            return False
        given = field.default and field.name not in ("unit_id", "campaign_id")
        belongs = field.name in ("unit_id", "campaign_id", "name", "subject")
        return belongs or (field.required and not given)

    @classmethod
    def _value(cls, field):
        """Return a value that fits into `field`."""
        if field.type == "many2one":
            return cls._target(field.comodel_name).id
        if field.type == "selection":
            return field.get_values(cls.env)[0]
        by_type = {
            "char": SECRET,
            "text": SECRET,
            "html": f"<p>{SECRET}</p>",
            "integer": 1,
            "float": 1.0,
            "monetary": 1.0,
            "boolean": True,
            "date": fields.Date.to_date("2026-03-01"),
            "datetime": fields.Datetime.to_datetime("2026-03-01"),
        }
        return by_type.get(field.type, False)

    @classmethod
    def _target(cls, model):
        if model == "danvan.unit":
            return cls.commune
        if model == "danvan.campaign":
            return cls.campaign
        if model == "res.users":
            return cls.leader
        if model in cls._models():
            return cls._one(model)
        if model == "danvan.reorganisation":
            return cls.env[model].create({"predecessor_ids": cls.commune.ids})
        return cls.env[model].search([], limit=1)

    @classmethod
    def _danvan_registration_vals(cls):
        return cls._registration_vals(cls.campaign, cls.commune, name=SECRET)

    @classmethod
    def _danvan_evidence_vals(cls):
        return {"name": SECRET, "file": base64_of(photo())}

    @classmethod
    def _danvan_handover_vals(cls):
        return {"from_user_id": cls.officer.id}

    @classmethod
    def _danvan_campaign_vals(cls):
        """A campaign of the commune itself, under the province's."""
        return {"year": 2031, "name": SECRET}

    @classmethod
    def _danvan_criteria_set_vals(cls):
        return {"name": SECRET, "year": 2026}

    @classmethod
    def _lock(cls, record):
        """Bring a document into a state in which its unit writes it no more."""
        states = record._fields["state"].get_values(cls.env)
        locked = next(s for s in states if s not in record._open_states)
        record.sudo()._write_owned({"state": locked})
        record.flush_recordset()

    def _parent(self, record):
        """Return the moving document to which a line belongs, itself for such one."""
        if self._moves(record._name):
            return record
        if "is_open" in record._fields:  # opens and closes by its own acts
            return None
        for name in record._placing_fields:
            field = record._fields[name]
            target = field.type == "many2one" and field.comodel_name
            if target in self.records and self._moves(target):
                return record[name]
        return None

    def _fresh_vals(self, record):
        """Return values with which a client creates another such record, placed as
        this one is."""
        guarded = set(record.browse()._owned_fields)
        vals = record.sudo().copy_data()[0]
        vals = {name: v for name, v in vals.items() if name not in guarded}
        # What must be given once only.
        return {**vals, **self._once(record)}

    def _once(self, record):
        """Return values that differ from the record's where no two may be the same."""
        if record._name == "danvan.document.issuer":
            return {"issuer_id": self.commission.id}
        if record._name == "danvan.quota":
            return {"unit_id": self.commune_government.id}
        if record._name == "danvan.evidence":
            return {"file": base64_of(photo())}  # as a client sends it
        if record._name == "danvan.registration.change":
            return self._danvan_registration_change_vals()
        return {"year": record["year"] + 1} if record._name == "danvan.campaign" else {}

    def _row(self, vals):
        """Return `(names, values)` of a row to import."""
        row = {}
        for name, value in vals.items():
            if not isinstance(value, (list, tuple, dict)):
                is_id = isinstance(value, int) and name.endswith("_id")
                row[f"{name}/.id" if is_id else name] = str(value or "")
        return list(row), list(row.values())

    def _guarded_names(self, record):
        return [
            name
            for name, field in record._fields.items()
            if name not in MAGIC and record._is_guarded(field)
        ]

    def _plain_names(self, record):
        """Return the names of the stored fields that a client may write as such."""
        return [
            name
            for name, field in record._fields.items()
            if field.store
            and name not in MAGIC
            and not name.startswith(("message_", "activity_"))
            and not record._is_guarded(field)
        ]

    def _other_value(self, record, name):
        """Return a value, as a client sends it, that the field does not hold."""
        field, value = record._fields[name], record[name]
        if field.type == "many2one":
            if field.comodel_name == "danvan.unit":
                return self.other_commune.id
            others = self.env[field.comodel_name].sudo().search([], limit=2) - value
            return others[:1].id or 1
        if field.type == "selection":
            values = field.get_values(self.env)
            return next((v for v in values if v != value), values[0])
        if field.type in ("one2many", "many2many"):
            return [(5,)] if value else [(0, 0, {"name": "Khác"})]
        if field.type in ("integer", "float", "monetary", "many2one_reference"):
            return (value or 0) + 1
        by_type = {
            "boolean": not value,
            "date": "2027-07-07",
            "datetime": "2027-07-07 07:07:07",
            "json": {"khác": 1},
        }
        return by_type.get(field.type, "Khác")

    def _fingerprint(self, model):
        """Return a fingerprint of all that the database holds of a model."""
        self.env.flush_all()
        table = SQL.identifier(self.env[model]._table)
        query = SQL("SELECT t::text FROM %s AS t ORDER BY id", table)
        text = "\n".join(row[0] for row in self.env.execute_query(query))
        return hashlib.sha256(text.encode()).hexdigest()

    def sign_in(self, user):
        """Begin a session of `user`, unless it is the present one."""
        if not self.session or self.session.uid != user.id:
            self.authenticate(user.login, user.login)

    def _send_session(self, user, model, method, ids, kwargs):
        """Send what the web client sends, within a session."""
        self.sign_in(user)
        args = [] if ids is None else [ids]
        if method == "create":
            args.append(kwargs.pop("vals_list"))
        params = {"model": model, "method": method, "args": args, "kwargs": kwargs}
        response = self.url_open(
            f"/web/dataset/call_kw/{model}/{method}",
            json=self.build_rpc_payload(params),
        ).json()
        if "error" not in response:
            return Answer(response.get("result"))
        data = response["error"]["data"]
        refused = data["name"].startswith("odoo.exceptions.")
        return Answer(
            **{"refusal" if refused else "crash": data["message"] or data["debug"]}
        )

    def refused(self, user, model, method, ids=None, protocols=("session",), **kwargs):
        """Fail unless the server says no, in words."""
        for protocol in protocols:
            with self.subTest(
                model=model, method=method, protocol=protocol, user=user.login, **kwargs
            ):
                answer = self.call(protocol, user, model, method, ids, **kwargs)
                self.assertFalse(answer.crash)
                self.assertTrue(answer.refusal, f"answered {answer.value!r}")

    def page_refused(self, path):
        """Fail unless an address is refused without a word of the record."""
        with self.subTest(path=path):
            response = self.url_open(path)
            self.assertIn(response.status_code, REFUSING_STATUSES, response.text[:300])
            self.assertNotIn(SECRET, response.text)
            self.assertNotIn("Traceback", response.text)
