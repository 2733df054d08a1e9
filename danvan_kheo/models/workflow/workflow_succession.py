"""Open documents follow their unit to its successor; closed ones stay as they are."""

from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools.misc import groupby

from .transition import REORGANISE


class DanvanWorkflow(models.AbstractModel):
    """What moves in a reorganisation of units, and by which fields.

    A model names the states in which its documents are finished, and its own fields
    that name a unit; what is computed from them follows by itself.
    """

    _inherit = "danvan.workflow"

    # States in which a document is finished and stays with the unit that made it.
    _closed_states = ()
    # Stored fields that name the unit of a document, or one that acts on it.
    _unit_fields = ("unit_id",)

    @api.model
    def _open_domain(self):
        """Return the domain of the documents that are not finished."""
        going_on = Domain("state", "not in", list(self._closed_states))
        return going_on & Domain("is_historical", "!=", True)

    @api.model
    def _domain_at(self, units):
        """Return the domain of the documents that name one of `units`."""
        return Domain.OR(Domain(name, "in", units.ids) for name in self._unit_fields)

    @api.model
    def _move_to_successors(self, mapping, reason):
        """Move the open documents of the units that ended, with a line in the trail.

        The caller has checked the right.

        :param mapping: `{old unit: new unit}`
        :param reason: the basis of the reorganisation
        :return: the documents that moved
        """
        olds = self.env["danvan.unit"].union(*mapping)
        # sudo: the administrator's right to reorganise was checked just before.
        moving = self.sudo().search(self._domain_at(olds) & self._open_domain())
        states = {document.id: document.state for document in moving}
        values = moving._successor_values(mapping)
        moving._read_lines()
        for vals, ids in _grouped(values):
            moving.browse(ids)._write_owned(vals)
        moving.with_env(self.env)._log(REORGANISE, states, {}, reason)
        return moving

    def _read_lines(self):
        """Read all lines at once, those that take their unit from their document;
        otherwise each write would look for its own."""
        for field in self._fields.values():
            if field.type == "one2many" and field.store and not field.domain:
                self.mapped(field.name)

    def _successor_values(self, mapping):
        """Return `{id: values}`: what changes on each document; models add theirs.

        :param mapping: `{old unit: new unit}`
        """
        return {
            document.id: {
                name: mapping[document[name]].id
                for name in self._unit_fields
                if document[name] in mapping
            }
            for document in self
        }

    @api.model
    def _act_labels(self):
        moved = self.env._("Moved to the successor unit")
        return {**super()._act_labels(), REORGANISE: moved}

    @api.model_create_multi
    def create(self, vals_list):
        """Create documents, but none for a unit that has ended.

        :raise UserError: naming who continues that unit
        """
        documents = super().create(vals_list)
        if not self._is_keyed():
            documents._check_unit_goes_on()
        return documents

    def _check_unit_goes_on(self):
        # sudo: dates of units are no secret.
        units = self.sudo().unit_id
        for unit in units.filtered(lambda u: u.date_to and u.date_to < u._today()):
            raise UserError(unit._ended_sentence())


def _grouped(values):
    """Return `[(vals, ids)]` of `{id: vals}`: one group for each difference."""
    pairs = groupby(values.items(), lambda item: tuple(sorted(item[1].items())))
    return [(dict(key), [id_ for id_, _vals in items]) for key, items in pairs]
