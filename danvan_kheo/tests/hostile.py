"""A client that sends what no screen would send, over the protocols of any account."""

import json
from dataclasses import dataclass
from xmlrpc.client import Fault

from odoo.tests import get_db_name
from odoo.tools import mute_logger

from .common import DanvanHttpCase

PROTOCOLS = ("xmlrpc", "json")
# Fault codes of a user error and of an access error; 1 is a crash with traceback.
REFUSING_FAULTS = (2, 4)
REFUSING_STATUSES = (403, 404, 422)


@dataclass
class Answer:
    """What the server said: a value, a refusal in words, or a crash."""

    value: object = None
    refusal: str = ""
    crash: str = ""


class HostileCase(DanvanHttpCase):
    """Every attack goes over XML-RPC and over `/json/2`, with the right password."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign = cls._campaign()

    def setUp(self):
        super().setUp()
        self._keys = {}
        self.enterContext(
            mute_logger(
                "odoo.http",
                "odoo.addons.rpc.controllers.xmlrpc",
                "odoo.addons.base.models.ir_rule",
                "py.warnings",  # clients may call what Odoo deprecates
            )
        )

    def call(self, protocol, user, model, method, ids=None, **kwargs):
        """Return the `Answer` to one call.

        :param ids: ids of the records; None for methods of the model itself
        :param kwargs: the method's arguments by name, `context` among them
        """
        kwargs = json.loads(json.dumps(kwargs, default=str))
        ids = list(ids) if ids is not None else None
        send = getattr(self, f"_send_{protocol}")
        answer = send(user, model, method, ids, kwargs)
        self.env.invalidate_all()
        return answer

    def _send_xmlrpc(self, user, model, method, ids, kwargs):
        args = [] if ids is None else [ids]
        if method == "create":
            args.append(kwargs.pop("vals_list"))
        try:
            value = self.xmlrpc_object.execute_kw(
                get_db_name(), user.id, user.login, model, method, args, kwargs
            )
        except Fault as fault:
            refused = fault.faultCode in REFUSING_FAULTS
            return Answer(**{"refusal" if refused else "crash": str(fault)})
        return Answer(value)

    def _send_json(self, user, model, method, ids, kwargs):
        response = self.url_open(
            f"/json/2/{model}/{method}",
            json=kwargs if ids is None else {"ids": ids, **kwargs},
            headers={
                "Authorization": f"bearer {self._key(user)}",
                "X-Odoo-Database": get_db_name(),
            },
        )
        body = response.json()
        if response.ok:
            return Answer(body)
        refused = response.status_code in REFUSING_STATUSES
        text = body["message"] if refused else body["debug"]
        return Answer(**{"refusal" if refused else "crash": text})

    def _key(self, user):
        if user not in self._keys:
            keys = self.env["res.users.apikeys"].with_user(user).sudo()
            self._keys[user] = keys._generate("rpc", "hostile", False)
        return self._keys[user]

    def assert_refused(self, user, model, method, ids=None, **kwargs):
        """Fail unless both protocols say no, in words."""
        for protocol in PROTOCOLS:
            with self.subTest(protocol=protocol, method=f"{model}.{method}", **kwargs):
                answer = self.call(protocol, user, model, method, ids, **kwargs)
                self.assertFalse(answer.crash)
                self.assertTrue(answer.refusal, f"answered {answer.value!r}")
                self.assertNotIn("Traceback", answer.refusal)

    def assert_answers(self, expected, user, model, method, ids=None, **kwargs):
        """Fail unless both protocols answer with `expected`."""
        for protocol in PROTOCOLS:
            with self.subTest(protocol=protocol, method=f"{model}.{method}", **kwargs):
                answer = self.call(protocol, user, model, method, ids, **kwargs)
                self.assertEqual(answer, Answer(expected))

    def tried(self, user, model, method, ids=None, **kwargs):
        """Yield what each protocol answered; the caller looks at what it did."""
        for protocol in PROTOCOLS:
            with self.subTest(protocol=protocol, method=f"{model}.{method}", **kwargs):
                answer = self.call(protocol, user, model, method, ids, **kwargs)
                self.assertFalse(answer.crash)
                yield answer
