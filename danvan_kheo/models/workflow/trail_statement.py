"""What following the chain has shown, in sentences for the person at the console."""

import hmac
import re

from odoo import api, models
from odoo.exceptions import UserError

from ...tools import dates

SEAL = re.compile(r"(\d+):([0-9a-f]{64})")
WHOLE, BROKEN, SUSPECT = range(3)


class DanvanTrail(models.Model):
    """Says whether the trail can be relied on."""

    _inherit = "danvan.trail"

    @api.model
    def _statement(self, newest, seal=None):
        """Follow the whole trail and say what was found.

        :param newest: id of the line up to which a seal is made
        :param seal: what an earlier run printed, to compare with
        :return: `(status, sentences)`: 0 all follows, 1 a line is broken, 2 only
            something that a person should look at
        :raise UserError: when `seal` is none
        """
        until, sealed = self._read_seal(seal)
        check = self._check(newest, until)
        if check.first:
            return BROKEN, self._broken_sentences(check)
        suspects = self._suspect_sentences()
        if seal and not hmac.compare_digest(check.seals[until].hexdigest(), sealed):
            suspects.append(
                self.env._(
                    "Lines up to no. %s are not those of the seal: some were deleted, "
                    "added or computed anew.",
                    until,
                )
            )
        whole = self.env._(
            "All %(lines)s lines of %(documents)s documents follow.",
            lines=check.lines,
            documents=check.documents,
        )
        noted = self.env._(
            "Seal, to be noted down outside the server: %s",
            f"{newest}:{check.seals[newest].hexdigest()}",
        )
        return (SUSPECT if suspects else WHOLE), [whole, *suspects, noted]

    @api.model
    def _newest_committed(self):
        """Return the id of the newest line, once nobody is writing one: after that no
        line appears with a lower id. To be asked first in a transaction of its own,
        for whoever writes one waits until it ends."""
        self.env.cr.execute("LOCK TABLE danvan_trail IN SHARE MODE")
        self.env.cr.execute("SELECT COALESCE(MAX(id), 0) FROM danvan_trail")
        return self.env.cr.fetchone()[0]

    @api.model
    def _read_seal(self, seal):
        found = SEAL.fullmatch(seal or "0:" + "0" * 64)
        if not found:
            raise UserError(
                self.env._(
                    "“%s” is no seal: copy the whole line as it was noted.", seal
                )
            )
        return int(found[1]), found[2]

    @api.model
    def _broken_sentences(self, check):
        kinds = {
            "changed": self.env._("the line was changed after it was written"),
            "missing": self.env._("the line before it was deleted or written anew"),
            "inserted": self.env._("a line was put in before it"),
        }
        first = check.first
        return [
            self.env._(
                "First broken line: no. %(line)s of %(date)s, %(document)s: %(fault)s.",
                line=first.line_id,
                date=dates.local(self.env, first.date).strftime("%H:%M %d/%m/%Y"),
                document=self._document_text(*first.document),
                fault=kinds[first.kind],
            ),
            self.env._(
                "Broken: %(broken)s of %(documents)s documents.",
                broken=check.broken,
                documents=check.documents,
            ),
        ]

    @api.model
    def _suspect_sentences(self):
        return [self._suspect_sentence(*suspect) for suspect in self._suspects()]

    @api.model
    def _suspect_sentence(self, model, id_, traced, state):
        document = self._document_text(model, id_)
        if not state:
            return self.env._("%s has a trail but does not exist any more.", document)
        return self.env._(
            "%(document)s is “%(state)s”, by its newest line it is “%(traced)s”: a "
            "line was deleted, or the state was changed by hand.",
            document=document,
            state=self.env[model]._state_label(state) or state,
            traced=self.env[model]._state_label(traced) or traced,
        )

    @api.model
    def _document_text(self, model, id_):
        """Return kind, id and, where it still stands, name of a document."""
        label = self.env["ir.model"]._get(model).name or model
        text = f"{label} {model},{id_}"
        if model not in self.env:
            return text
        document = self.env[model].browse(id_).exists()
        return f"{text} “{document.display_name}”" if document else text
