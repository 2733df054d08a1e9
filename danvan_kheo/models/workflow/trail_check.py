"""Following the chain from the first line to the last: what was changed behind
Odoo's back, in constant memory."""

import hashlib
from dataclasses import dataclass, field

from odoo import api, models
from odoo.tools import SQL

from .trail import HASHED, HASHED_WHEN_SET, line_hash

READ = ("id", "previous_hash", "hash", *HASHED, *HASHED_WHEN_SET)
BATCH = 5000
MOST_SUSPECTS = 100


@dataclass
class Break:
    """A line that does not follow.

    :param line_id: id of the line
    :param document: `(model, id)` of its document
    :param date: when it says that it was written
    :param kind: changed (its own words), missing (the line before it is gone) or
        inserted (a line was put in before it)
    """

    line_id: int
    document: tuple
    date: object
    kind: str


@dataclass
class Check:
    """What following the chain has shown.

    :param lines: how many lines there are
    :param documents: how many documents they belong to
    :param first: the first `Break`, None when all follow
    :param broken: how many documents have a broken line
    :param seals: `{line id: fingerprint of the lines up to it}`
    """

    lines: int = 0
    documents: int = 0
    first: Break | None = None
    broken: int = 0
    seals: dict = field(default_factory=dict)

    def count(self, line):
        """Count a line, and stamp it on the seals that cover it."""
        self.lines += 1
        for until, seal in self.seals.items():
            if line["id"] <= until:
                seal.update((line["hash"] or "").encode())


class DanvanTrail(models.Model):
    """Finds the first line that does not follow, and documents whose newest line is
    gone. Whoever holds the server can compute a chain anew: against that stands a
    seal noted down elsewhere."""

    _inherit = "danvan.trail"

    @api.model
    def _first_broken(self):
        """Return the first line whose hash does not follow, empty when all do."""
        first = self._check().first
        return self.browse(first.line_id if first else None)

    @api.model
    def _check(self, *untils):
        """Follow every document's chain.

        :param untils: ids of the lines up to which a seal is made
        :return: a `Check`
        """
        self.flush_model()
        check = Check(seals={until: hashlib.sha256() for until in untils})
        document = follower = None
        for line in self._lines_by_document():
            if (line["res_model"], line["res_id"]) != document:
                document = (line["res_model"], line["res_id"])
                check.documents += 1
                follower = _Follower()
            check.count(line)
            found = follower.follow(line)
            if found:
                check.broken += 1
                if not check.first or found.line_id < check.first.line_id:
                    check.first = found
        return check

    @api.model
    def _lines_by_document(self):
        """Yield each line as a dictionary, document by document, a batch at a time:
        along the index, and only one chain is kept in mind."""
        columns = SQL(", ").join(map(SQL.identifier, READ))
        last = ("", 0, 0)
        while rows := self.env.execute_query_dict(
            SQL(
                """SELECT %s FROM danvan_trail
                    WHERE (res_model, res_id, id) > (%s, %s, %s)
                    ORDER BY res_model, res_id, id LIMIT %s""",
                columns,
                *last,
                BATCH,
            )
        ):
            yield from rows
            last = tuple(rows[-1][name] for name in ("res_model", "res_id", "id"))

    @api.model
    def _suspects(self):
        """Yield `(model, document id, state by the trail, state)` of the documents
        whose state is not the one after their newest line (it was deleted, or the
        state was changed by hand); without a state, the document itself is gone."""
        workflow = self.env.registry["danvan.workflow"]
        for name, model in sorted(self.env.registry.items()):
            if issubclass(model, workflow) and not model._abstract:
                self.env[name].flush_model(["state"])
                rows = self.env.execute_query(self._suspects_query(self.env[name]))
                yield from ((name, *row) for row in rows)

    @api.model
    def _suspects_query(self, model):
        table = SQL.identifier(model._table)
        return SQL(
            """SELECT document.id, COALESCE(newest.to_state, %(initial)s),
                      document.state
                 FROM %(table)s AS document
                 LEFT JOIN LATERAL (
                      SELECT to_state FROM danvan_trail
                       WHERE res_model = %(model)s AND res_id = document.id
                       ORDER BY id DESC LIMIT 1) AS newest ON TRUE
                WHERE COALESCE(newest.to_state, %(initial)s) != document.state
                UNION ALL
               SELECT DISTINCT trail.res_id, NULL, NULL
                 FROM danvan_trail AS trail
                WHERE trail.res_model = %(model)s
                  AND NOT EXISTS (
                      SELECT FROM %(table)s AS document
                       WHERE document.id = trail.res_id)
                ORDER BY 1 LIMIT %(most)s""",
            initial=model._fields["state"].default(model),
            table=table,
            model=model._name,
            most=MOST_SUSPECTS,
        )


class _Follower:
    """Follows the chain of one document."""

    def __init__(self):
        self.last = None
        self.seen = set()
        self.is_broken = False

    def follow(self, line):
        """Return the `Break` at this line; one for a document is enough."""
        kind = None if self.is_broken else self._fault(line)
        self.last = line["hash"]
        self.seen.add(line["hash"])
        if not kind:
            return None
        self.is_broken = True
        document = (line["res_model"], line["res_id"])
        return Break(line["id"], document, line["date"], kind)

    def _fault(self, line):
        if line["hash"] != line_hash(line):
            return "changed"
        if (line["previous_hash"] or None) == self.last:
            return None
        before = line["previous_hash"]
        return "inserted" if not before or before in self.seen else "missing"
