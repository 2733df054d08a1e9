"""What every record of the module has: guarded fields and composed Vietnamese."""

from odoo import api, models, tools
from odoo.exceptions import AccessError, UserError

from ...tools import rich_text
from ...tools.text import nfc

# Process-local: no client can send it, whatever it puts into a context.
_KEY = object()
_KEY_NAME = "danvan_key"


class DanvanGuarded(models.AbstractModel):
    """Refuses, over every protocol and for superusers too, to write what is derived,
    what a transition owns, and what places a record once it stands.

    The check hangs on `_has_field_access`, which the ORM asks for every given field
    and every `default_*` of the context; an override of `write` and `create` alone
    is passed by `default_state` and by a user's own `ir.default`.
    """

    _name = "danvan.guarded"
    _description = "Guarded Fields"

    # Changed by transitions and other named acts only. Each part of a model names its
    # own; together they count.
    _owned_fields = ()
    # Set at creation, changed by a named act only.
    _placing_fields = ()

    @api.model
    @tools.ormcache("self._name", "kind")
    def _named(self, kind):
        """Return the names that all parts of this model together give.

        :param kind: `_owned_fields` or `_placing_fields`
        """
        parts = (vars(part).get(kind, ()) for part in type(self).__mro__)
        return frozenset(name for part in parts for name in part)

    @api.model
    def _is_keyed(self):
        """Tell whether the module's own code is writing through its one door."""
        return self.env.context.get(_KEY_NAME) is _KEY

    @api.model
    def _is_guarded(self, field):
        """Tell whether a plain write of `field` on `self` is refused."""
        if self._is_keyed():
            return False
        derived = field.store and field.readonly and (field.compute or field.related)
        placed = bool(self) and field.name in self._named("_placing_fields")
        return bool(derived) or placed or field.name in self._named("_owned_fields")

    @api.model
    def _has_field_access(self, field, operation):
        if operation == "write" and self._is_guarded(field):
            return False
        return super()._has_field_access(field, operation)

    @api.model
    def _check_field_access(self, field, operation):
        if operation == "write" and self._is_guarded(field):
            raise AccessError(
                self.env._(
                    "“%(field)s” is not typed in: it changes only through the "
                    "buttons of %(document)s.",
                    field=field._description_string(self.env),
                    document=self.env["ir.model"]._get(self._name).name,
                )
            )
        return super()._check_field_access(field, operation)

    @api.model
    def default_get(self, fields):
        """Answer the initial value of owned fields, whatever a client or a user's
        own default proposes.

        :param fields: names of the fields asked for
        :return: dictionary of defaults
        """
        defaults = super().default_get(fields)
        for name in set(fields) & self._named("_owned_fields"):
            defaults.pop(name, None)
            field = self._fields[name]
            if field.default:
                defaults[name] = field.default(self)
        return defaults

    def _exactly_one(self):
        """Refuse, in words, an act on none or on several: `ensure_one` is a crash for
        whoever calls over the network.

        :raise UserError: unless this is one record
        """
        if len(self) != 1:
            raise UserError(self.env._("Choose exactly one item."))

    def _write_owned(self, vals):
        """Write guarded fields: the one door, private so that no client reaches it.

        Callers have checked the right; the person stays `write_uid`. Only plain
        values go through, so that no line is written under the key.
        """
        return self.sudo().with_context(**{_KEY_NAME: _KEY}).write(vals)

    @api.model
    def _create_owned(self, vals_list):
        """Create with guarded fields given; the caller has checked the right."""
        keyed = self.sudo().with_context(**{_KEY_NAME: _KEY})
        return self.browse(keyed.create(vals_list).ids)

    @api.model_create_multi
    def create(self, vals_list):
        """Create with all texts composed (NFC).

        :raise AccessError: when a record is placed on one its maker may not read
        """
        records = super().create([self._composed(vals) for vals in vals_list])
        records._check_places_readable()
        return records

    def _check_places_readable(self):
        """Check what records were placed on: the ORM checks no right on the target of
        a many2one, so a stranger's record could be continued or counted under."""
        for name in self._named("_placing_fields"):
            if self._fields[name].type == "many2one":
                self[name].check_access("read")

    def write(self, vals):
        """Write with all texts composed (NFC)."""
        return super().write(self._composed(vals))

    def _composed(self, vals):
        """Return `vals` with texts composed (NFC) and rich texts kept to themselves."""
        return {name: self._composed_value(name, v) for name, v in vals.items()}

    def _composed_value(self, name, value):
        field = self._fields.get(name)
        composed = nfc(value)
        is_rich = field and field.type == "html"
        return rich_text.clean(composed) if is_rich else composed
