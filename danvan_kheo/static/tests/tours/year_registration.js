// From the campaign to the list of the year.

import { registry } from "@web/core/registry";
import {
    act,
    addLine,
    choose,
    decide,
    inState,
    openMenu,
    openPage,
    openRow,
    save,
    type,
} from "./year_steps";
import { checkCount, startCounting } from "./year_count";

const tours = registry.category("web_tour.tours");

// Row RM081 of tests/data/reported_models.csv; the person in charge is invented.
export const MODEL = "Vận động hiến đất, bê tông hóa đường và kéo điện chiếu sáng buôn Khanh";
const CAMPAIGN = "Dân vận khéo";

tours.add("danvan_year_campaign_submit", {
    steps: () => [
        ...openMenu("menu_movement", "menu_campaigns"),
        ...openRow(CAMPAIGN),
        ...act("submit", "submitted"),
    ],
});

tours.add("danvan_year_campaign_approve", {
    steps: () => decide(CAMPAIGN, "approve", "approved"),
});

tours.add("danvan_year_campaign_launch", {
    steps: () => decide(CAMPAIGN, "launch", "launched"),
});

function whatAndWhere() {
    return [
        type("name", MODEL),
        ...choose("sector_id", "Văn hóa"),
        ...choose("registered_level_id", "tỉnh"),
        type("hamlet", "Buôn Khanh"),
        type("people_need", "Đường buôn lầy lội, tối; 196 hộ bàn và đồng ý tại nhà văn hóa."),
    ];
}

function whoAndWhen() {
    const person = addLine("person_ids");
    const work = addLine("activity_plan_ids");
    return [
        ...openPage("who_when"),
        ...person.steps,
        type("name", "Y Thử", person.row),
        type("post", "Trưởng buôn", person.row),
        ...work.steps,
        type("name", "Đến từng nhà thuyết phục hiến đất, làm đường", work.row),
        type("date", "15/03/2026", work.row),
    ];
}

function whatResult() {
    const aim = addLine("indicator_ids");
    return [
        ...openPage("results"),
        ...aim.steps,
        type("name", "Đường điện chiếu sáng", aim.row),
        type("measure", "km", aim.row),
        type("target", "2,5", aim.row),
    ];
}

tours.add("danvan_year_register", {
    steps: () => [
        ...openMenu("menu_registration", "menu_registration_new"),
        startCounting(),
        ...whatAndWhere(),
        ...whoAndWhen(),
        ...whatResult(),
        ...save(),
        checkCount({ fields: 12, screens: 3 }),
        ...act("submit", "to_approve"),
    ],
});

tours.add("danvan_year_approve_and_send", {
    steps: () => decide(MODEL, "approve", "sent"),
});

tours.add("danvan_year_receive", {
    steps: () => decide(MODEL, "receive", "received"),
});

tours.add("danvan_year_accept", {
    steps: () => decide(MODEL, "accept", "running"),
});

tours.add("danvan_year_list", {
    steps: () => [
        ...openMenu("menu_registration", "menu_registration_list"),
        ...openRow(MODEL),
        inState("done"),
    ],
});

tours.add("danvan_year_units", {
    steps: () => [
        ...openMenu("menu_settings", "menu_units"),
        { trigger: ".o_view_controller .o_last_breadcrumb_item" },
        { trigger: ".o_content :contains(Suối Trong)" },
    ],
});
