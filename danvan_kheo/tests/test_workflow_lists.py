"""Buttons above a list that shows documents of some states only."""

import ast

from lxml import etree

from odoo.tests import TransactionCase, tagged
from odoo.tools.safe_eval import safe_eval

from ..models.workflow.workflow_views import STATES_SHOWN


@tagged("post_install", "-at_install")
class TestWorkflowLists(TransactionCase):
    """No button stands where no document of the list can go its way."""

    def _actions(self):
        """Return the actions that say which states their list shows."""
        actions = self.env["ir.actions.act_window"].search(
            [("context", "like", STATES_SHOWN), ("res_model", "=like", "danvan.%")]
        )
        self.assertGreater(len(actions), 3)
        return actions

    def test_what_an_action_says_is_what_its_list_shows(self):
        for action in self._actions():
            shown = ast.literal_eval(action.context)[STATES_SHOWN]
            leaf = next(
                part for part in ast.literal_eval(action.domain) if part[0] == "state"
            )
            wanted = [leaf[2]] if isinstance(leaf[2], str) else list(leaf[2])
            self.assertEqual(shown, wanted, action.name)

    def _buttons(self, action, context):
        arch = etree.fromstring(
            self.env[action.res_model].get_view(action.view_id.id, "list")["arch"]
        )
        return {
            ast.literal_eval(button.get("args"))[0]
            for button in arch.iterfind("header/button[@name='action_transition']")
            if not safe_eval(button.get("invisible") or "False", {"context": context})
        }

    def test_only_buttons_for_these_states_stand_above_the_list(self):
        for action in self._actions():
            context = ast.literal_eval(action.context)
            transitions = self.env[action.res_model]._transitions()
            offered = {t.name for t in transitions if t.is_batch}
            going = {
                t.name
                for t in transitions
                if t.is_batch and set(t.sources) & set(context[STATES_SHOWN])
            }
            with self.subTest(action=action.name):
                self.assertEqual(self._buttons(action, context), going)
                self.assertEqual(self._buttons(action, {}), offered)
