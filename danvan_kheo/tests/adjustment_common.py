"""An accepted registration, and adjustments of it."""

from odoo.fields import Command

from .change_common import WHY, ChangeCase
from .common import YEAR

NEW_NAME = "Thắp sáng đường quê thôn 10 và thôn 11"
OLD_NAME = "Thắp sáng đường quê thôn 10"


class AdjustmentCase(ChangeCase):
    """An accepted registration of the commune, and adjustments of it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.registration._write_owned({"accepted_date": f"{YEAR}-01-10"})

    def _line(self, part="name", **vals):
        return Command.create({"part": part, **vals})

    def _adjustment(self, *lines, user=None, **vals):
        """Return a draft adjustment, made by the unit's officer."""
        model = self.env["danvan.registration.change"].with_user(user or self.officer)
        return model.create(
            {
                "registration_id": self.registration.id,
                "reason": WHY,
                "date_from": f"{YEAR}-06-01",
                "line_ids": list(lines) or [self._line(new_text=NEW_NAME)],
                **vals,
            }
        ).with_env(self.env)

    def _sent(self, *lines, **vals):
        change = self._adjustment(*lines, **vals)
        self.act(change, self.officer, "send")
        return change

    def _agreed(self, *lines, **vals):
        change = self._sent(*lines, **vals)
        self.act(change, self.leader, "agree")
        return change
