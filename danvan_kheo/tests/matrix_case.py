"""The province of the matrix, its people, and what they are answered over HTTP."""

from contextlib import contextmanager

from odoo.fields import Command
from odoo.tests import get_db_name, new_test_user
from odoo.tools import SQL, mute_logger

from .common import DanvanHttpCase
from .hostile import REFUSING_STATUSES, Answer
from .matrix import PLACES, SEATS, Province, everybody
from .matrix_awards import MatrixAwards
from .matrix_questions import MatrixQuestions

# What the web client is told in words; anything else is a crash.
REFUSING_ERRORS = (
    "odoo.exceptions.UserError",
    "odoo.exceptions.AccessError",
    "odoo.exceptions.ValidationError",
    "odoo.exceptions.MissingError",
)


class MatrixCase(MatrixQuestions, MatrixAwards, DanvanHttpCase):
    """Every person of every seat, every unit, and the doors of the server."""

    @classmethod
    def _make_units(cls):
        level = cls.env.ref("danvan_kheo.level_commune")
        cls.territories = {
            name: cls.env["danvan.territory"].create(
                {"name": f"Xã {name}", "level_id": level.id}
            )
            for name in ("ours", "theirs")
        }
        cls.territory = cls.territories["ours"]
        cls.places = {}
        for key, place in PLACES.items():
            cls.places[key] = cls._unit(
                f"B.{key}",
                place.name,
                place.kind,
                place.level,
                cls.places.get(place.parent),
                **cls._more_of(place),
            )

    @classmethod
    def _more_of(cls, place):
        line = place.line and cls.env.ref(f"danvan_kheo.line_{place.line}")
        territory = cls.territories.get(place.territory)
        return {
            "advises_id": place.advises and cls.places[place.advises].id,
            "leads_movement": bool(place.advises),
            "line_id": line and line.id,
            "territory_id": territory and territory.id,
        }

    @classmethod
    def _make_people(cls):
        cls.people = everybody(SEATS)
        cls.province_rules = Province(cls.people)
        cls.users = {person.login: cls._account(person) for person in cls.people}
        vals = [
            cls._seat_vals(cls.users[person.login], role, seat)
            for person in cls.people
            for role, seat in person.seats
        ]
        cls.env["danvan.assignment"].create(vals)

    @classmethod
    def _account(cls, person):
        group = "administrator" if person.is_administrator else "user"
        return new_test_user(
            cls.env, f"m.{person.login}", f"danvan_kheo.group_{group}", lang="vi_VN"
        )

    @classmethod
    def _seat_vals(cls, user, role, seat):
        line = seat.line and cls.env.ref(f"danvan_kheo.line_{seat.line}")
        territory = cls.territories.get(seat.territory)
        listed = [cls.places[name].id for name in seat.listed]
        vals = {
            "user_id": user.id,
            "role": role,
            "unit_id": cls.places[seat.unit].id,
            "line_id": line and line.id,
            "scope": seat.scope,
            "territory_id": territory and territory.id,
            "listed_unit_ids": [Command.set(listed)],
        }
        if seat.area:
            vals["area_id"] = cls.places[seat.area].id
        return vals

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sector = cls.env.ref("danvan_kheo.sector_vhxh")
        cls._years()

    def setUp(self):
        super().setUp()
        self.enterContext(
            mute_logger("odoo.http", "odoo.addons.base.models.ir_rule", "odoo.sql_db")
        )

    def _become(self, person, by_key):
        """Let the calls that follow come from `person`: by the session of the screen,
        or by a key as other programs call."""
        user = self.users[person.login]
        if by_key:
            keys = self.env["res.users.apikeys"].with_user(user).sudo()
            self._key = keys._generate("rpc", "matrix", False)
            # No session of the one before.
            self.authenticate(None, None)
            self.env.flush_all()
        else:
            self._key = None
            self.authenticate(user.login, user.login)

    def _call(self, model, method, ids=None, **kwargs):
        """Return the `Answer` to one call of who was let in last, in Vietnamese."""
        kwargs["context"] = {"lang": "vi_VN"}
        send = self._call_by_key if self._key else self._call_by_session
        return send(model, method, ids, kwargs)

    def _call_by_session(self, model, method, ids, kwargs):
        args = [] if ids is None else [ids]
        call = {"model": model, "method": method, "args": args, "kwargs": kwargs}
        body = self.url_open(
            f"/web/dataset/call_kw/{model}/{method}",
            json=self.build_rpc_payload(call),
            timeout=60,
        ).json()
        if "error" not in body:
            return Answer(body["result"])
        data = body["error"]["data"]
        if data["name"] in REFUSING_ERRORS:
            return Answer(refusal=data["message"])
        return Answer(crash=data["debug"])

    def _call_by_key(self, model, method, ids, kwargs):
        response = self.url_open(
            f"/json/2/{model}/{method}",
            json=kwargs if ids is None else {"ids": ids, **kwargs},
            headers={
                "Authorization": f"bearer {self._key}",
                "X-Odoo-Database": get_db_name(),
            },
            timeout=60,
        )
        body = response.json()
        if response.ok:
            return Answer(body)
        if response.status_code in REFUSING_STATUSES:
            return Answer(refusal=body["message"])
        return Answer(crash=body["debug"])

    @contextmanager
    def _undone(self):
        """Undo what the calls inside have written, so that the next meets the same."""
        with self.cr.savepoint(flush=False) as savepoint:
            yield
            savepoint.rollback()

    def _last_trail(self):
        """Return the highest id of the trail now."""
        self.cr.execute("SELECT COALESCE(max(id), 0) FROM danvan_trail")
        return self.cr.fetchone()[0]

    def _trail_after(self, mark, kind):
        """Return `[(res_id, transition, user_id)]` written on `kind` after `mark`."""
        self.cr.execute(
            SQL(
                "SELECT res_id, transition, user_id FROM danvan_trail"
                " WHERE id > %s AND res_model = %s",
                mark,
                kind,
            )
        )
        return self.cr.fetchall()

    def _states_of(self, kind):
        """Return `{id: state}` of all documents of `kind` as they are stored."""
        table = SQL.identifier(self.env[kind]._table)
        self.cr.execute(SQL("SELECT id, state FROM %s", table))
        return dict(self.cr.fetchall())
