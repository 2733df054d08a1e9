"""What evaluating and recognising costs does not grow with the number."""

from odoo.fields import Command
from odoo.tests import tagged

from .test_appraisal_evaluation import EvaluationCase
from .test_appraisal_recognition import RecognitionCase


class Counting:
    """Counts queries, with nothing cached before."""

    def _counted(self, act):
        """Return how many queries `act` takes, and what it returns."""
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        result = act()
        self.env.flush_all()
        return self.env.cr.sql_log_count - before, result


@tagged("post_install", "-at_install")
class TestEvaluationQueries(Counting, EvaluationCase):
    """The number of queries does not grow with the number of registrations."""

    def _running(self, count):
        vals_list = [
            dict(
                self._registration_vals(self.campaign, self.commune),
                name=f"Mô hình {number}",
            )
            for number in range(count)
        ]
        registrations = self.env["danvan.registration"].create(vals_list)
        registrations._write_owned({"state": "running"})
        return registrations

    def _cost_of(self, count):
        registrations = self._running(count)
        opening, sheets = self._counted(
            lambda: self._opened(registrations, self.officer)
        )
        sheets._write_owned({"state": "submitted"})
        concluding, _result = self._counted(
            lambda: self.act(sheets, self.leader, "conclude")
        )
        self.assertEqual(set(registrations.mapped("state")), {"self_assessed"})
        return opening, concluding

    def test_opening_and_concluding_for_200(self):
        self._cost_of(1)
        few, many = self._cost_of(20), self._cost_of(200)
        # 800 score lines go in by inserts of 100 rows each, as do updates.
        self.assertLess(many[0] - few[0], 20, f"opening: {few[0]} and {many[0]}")
        self.assertLess(many[1] - few[1], 20, f"concluding: {few[1]} and {many[1]}")


@tagged("post_install", "-at_install")
class TestRecognitionQueries(Counting, RecognitionCase):
    """Drawing up and deciding a list costs the same for 20 and for 200."""

    def _appraisals(self, count):
        vals_list = [
            dict(
                self._registration_vals(self.campaign, self.commune),
                name=f"Mô hình {number}",
                result_ids=[
                    Command.create({"name": "Số", "measure": "km", "value_from": 1})
                ],
            )
            for number in range(count)
        ]
        registrations = self.env["danvan.registration"].create(vals_list)
        registrations._write_owned({"state": "self_assessed"})
        sheets = self._appraisal(registrations)
        for number, score in enumerate((20, 25, 35, 20)):
            lines = self.env["danvan.evaluation.score"].union(
                *(sheet.score_ids[number] for sheet in sheets)
            )
            lines.write({"score": score})
        sheets._write_owned({"state": "concluded"})
        return registrations

    def _cost_of(self, count):
        registrations = self._appraisals(count)
        drawing, record = self._counted(self._list)
        self.assertGreaterEqual(len(record.recognition_ids), count)
        submitting, _result = self._counted(
            lambda: self.act(record, self.commune_appraiser, "submit")
        )
        self.act(record, self.leader, "approve")
        issuing, _result = self._counted(lambda: self._issue(record, count))
        self.assertEqual(set(registrations.mapped("recognition_state")), {"recognised"})
        return drawing, submitting, issuing

    def test_a_list_of_200(self):
        self._cost_of(1)
        few, many = self._cost_of(20), self._cost_of(200)
        growth = [large - small for small, large in zip(few, many, strict=True)]
        self.assertLess(max(growth), 20, f"{few} for 20, {many} for 200")
