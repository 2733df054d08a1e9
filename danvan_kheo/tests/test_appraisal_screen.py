"""The sheet of scores in a browser."""

from odoo.tests import HttpCase, tagged

from .test_appraisal_evaluation import EvaluationCase

# Types 7,5 into the second criterion and waits for the group's points to follow.
SCORING = """
const until = async (found) => {
    for (let i = 0; i < 100; i++) {
        if (found()) return found();
        await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("waited in vain for " + found);
};
const groups = () => [...document.querySelectorAll("[name=score_ids] tr.table-light")];
(async () => {
    await until(() => groups().length === 5);
    const row = document.querySelectorAll("[name=score_ids] tr.o_data_row")[1];
    row.querySelector("td[name=score]").click();
    const input = await until(() => row.querySelector("td[name=score] input"));
    input.value = "7,5";
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
    await until(() => groups()[0].textContent.includes("(7,5/20)"));
    document.querySelector(".o_form_button_save").click();
    await until(() => document.querySelector(".o_form_saved"));
    console.log("test successful");
})().catch((error) => console.error(error.message));
"""


@tagged("post_install", "-at_install")
class TestScoringScreen(HttpCase, EvaluationCase):
    """One table, a row for each group above its criteria."""

    def test_scores_are_typed_into_one_table(self):
        sheet = self._opened(self.registration, self.officer)
        sheet.score_ids.unlink()
        sample = self.env.ref("danvan_kheo.criteria_set_model")
        sheet._write_owned({"criteria_set_id": sample.id})
        self.env["danvan.evaluation.score"]._open(sheet)
        self.officer.password = self.officer.login
        action = "danvan_kheo.danvan_evaluation_action_all"
        self.browser_js(
            f"/odoo/action-{action}/{sheet.id}", SCORING, login=self.officer.login
        )
        self.env.invalidate_all()
        self.assertEqual(sheet.score_ids[1].score, 7.5)
        self.assertEqual(sheet.total, 7.5)
