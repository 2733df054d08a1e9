// From the results to the decision that recognises the model.

import { registry } from "@web/core/registry";
import {
    act,
    addLine,
    choose,
    decide,
    issue,
    newRecord,
    openMenu,
    openPage,
    openRow,
    press,
    save,
    type,
} from "./year_steps";
import { MODEL } from "./year_registration";

const tours = registry.category("web_tour.tours");

const LIST = "Công nhận mô hình, điển hình";
const DECISION = "công nhận mô hình";
// The criteria of the fixture's set; 95 points in all.
const POINTS = { "Lãnh đạo": "18", "Cách làm": "24", "Kết quả": "33", "Lan tỏa": "20" };

function enterResult() {
    const result = addLine("result_ids");
    return [
        ...openPage("results"),
        ...result.steps,
        ...choose("indicator_id", "Đường điện chiếu sáng", result.row),
        type("value_from", "2,5", result.row),
        ...save(),
    ];
}

/** Types the points beside each criterion of the sheet. */
function score() {
    return Object.entries(POINTS).flatMap(([criterion, points]) => {
        const line = `.o_field_widget[name='score_ids'] .o_data_row:contains(${criterion})`;
        const row = `.o_field_widget[name='score_ids'] .o_selected_row:contains(${criterion})`;
        return [
            { trigger: `${line} td[name='score']`, run: "click" },
            type("score", points, row),
        ];
    });
}

tours.add("danvan_year_self_evaluate", {
    steps: () => [
        ...openMenu("menu_registration", "menu_registration_own"),
        ...openRow(MODEL),
        ...enterResult(),
        press("action_self_evaluate"),
        ...score(),
        ...save(),
        ...act("submit", "submitted"),
    ],
});

tours.add("danvan_year_conclude", {
    steps: () => decide(MODEL, "conclude", "concluded"),
});

tours.add("danvan_year_appraise", {
    steps: () => [
        ...openMenu("menu_evaluation", "menu_appraisal"),
        {
            trigger: `.o_data_row:contains(${MODEL}) button[name='action_appraise']`,
            run: "click",
        },
        press("action_copy_self_score"),
        { trigger: `.o_field_widget[name='total']:contains(95)` },
        ...act("submit_appraisal", "submitted"),
    ],
});

tours.add("danvan_year_draw_up", {
    steps: () => [
        ...openMenu("menu_evaluation", "menu_recognition"),
        ...newRecord(),
        ...save(),
        press("action_draw_up"),
        { trigger: `.o_field_widget[name='recognition_ids'] .o_data_row:contains(${MODEL})` },
        ...act("submit", "submitted"),
    ],
});

tours.add("danvan_year_recognise", {
    steps: () => decide(LIST, "approve", "approved"),
});

tours.add("danvan_year_decision_submit", {
    steps: () => [
        ...openMenu("menu_papers", "menu_papers_draft"),
        ...openRow(DECISION),
        ...act("submit", "to_sign"),
    ],
});

tours.add("danvan_year_decision_sign", {
    steps: () => decide(DECISION, "approve", "to_number"),
});

tours.add("danvan_year_decision_issue", {
    steps: () => issue(DECISION, "21"),
});
