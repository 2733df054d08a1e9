// From the proposal of an award to the decision that gives it.

import { registry } from "@web/core/registry";
import {
    act,
    choose,
    decide,
    inState,
    issue,
    openMenu,
    openRow,
    press,
    save,
    type,
} from "./year_steps";
import { MODEL } from "./year_registration";

const tours = registry.category("web_tour.tours");

const HONOUREE = "Ban tự quản buôn Khanh";
const FORM = "Bằng khen của Chủ tịch UBND tỉnh";
const DECISION = "tặng Bằng khen";

function nameHonouree() {
    const widget = ".o_field_widget[name='honouree_id']";
    return [
        type("honouree_id", HONOUREE),
        { trigger: `${widget} .o_m2o_dropdown_option_create a`, run: "click" },
        { trigger: ".o_field_widget[name='subject_type']" },
    ];
}

tours.add("danvan_year_award_propose", {
    steps: () => [
        ...openMenu("menu_registration", "menu_registration_own"),
        ...openRow(MODEL),
        press("action_propose_award"),
        ...nameHonouree(),
        ...choose("form_id", FORM),
        type("summary", "196 hộ hiến đất, góp công làm đường và 2,5 km điện chiếu sáng."),
        ...save(),
        ...act("propose", "proposed"),
    ],
});

tours.add("danvan_year_award_screen", {
    steps: () => decide(HONOUREE, "screen", "screened"),
});

tours.add("danvan_year_award_collect", {
    steps: () => [
        ...openMenu("menu_awards", "menu_award_proposals"),
        {
            trigger: `.o_data_row:contains(${HONOUREE}) .o_list_record_selector input`,
            run: "click",
        },
        { trigger: ".o_control_panel button[name='action_draft_decision']", run: "click" },
        { trigger: `.o_field_widget[name='award_ids'] .o_data_row:contains(${HONOUREE})` },
        type("proposal_reference", "Ban Tuyên giáo và Dân vận Tỉnh ủy Mẫu"),
        type("implementers", "Văn phòng UBND tỉnh Mẫu"),
        ...save(),
        ...act("submit", "to_approve"),
    ],
});

tours.add("danvan_year_award_approve", {
    steps: () => decide(FORM, "approve", "approved"),
});

tours.add("danvan_year_award_paper", {
    steps: () => [
        ...openMenu("menu_awards", "menu_award_decisions"),
        ...openRow(FORM),
        press("action_draft_paper"),
        ...act("submit", "to_sign"),
    ],
});

tours.add("danvan_year_award_sign", {
    steps: () => decide(DECISION, "approve", "to_number"),
});

tours.add("danvan_year_award_issue", {
    steps: () => issue(DECISION, "22"),
});

tours.add("danvan_year_award_seen", {
    steps: () => [
        ...openMenu("menu_awards", "menu_award_proposals"),
        ...openRow(HONOUREE),
        inState("awarded"),
    ],
});
