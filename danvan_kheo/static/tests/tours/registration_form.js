// A registration by the panel: each line that is missing leads to its field. On a
// desktop and, line by line in cards, on a phone.

import { registry } from "@web/core/registry";
import { act, addLine, choose, openMenu, type } from "./year_steps";

const tours = registry.category("web_tour.tours");

const HAS_SAVED = ".o_form_view .o_form_status_indicator_buttons.invisible:not(:visible)";

function lacks(code) {
    return { trigger: `.danvan_lacking[data-code='${code}']` };
}

function lacksNoMore(code) {
    return { trigger: `.danvan_readiness_box:not(:has([data-code='${code}']))` };
}

/** Presses a line of the panel and comes to the field, ready to be filled in. */
function goTo(code, field) {
    return [
        { ...lacks(code), run: "click" },
        {
            trigger: `.o_form_view .o_field_widget[name='${field}']:visible`,
            async run({ anchor }) {
                while (!anchor.contains(document.activeElement)) {
                    await new Promise(requestAnimationFrame);
                }
            },
        },
    ];
}

/** On a phone what a name is chosen from opens on a sheet of its own. */
function chooseOnSheet(field, value) {
    return [
        { trigger: `.o_field_widget[name='${field}'] input`, run: "click" },
        { trigger: `.modal .o_kanban_record:contains(${value})`, run: "click" },
        { trigger: "body:not(:has(.modal))" },
    ];
}

function whatAndWhere(choosing = choose) {
    return [
        ...goTo("name", "name"),
        type("name", "Thắp sáng đường quê thôn 10"),
        ...goTo("sector", "sector_id"),
        lacksNoMore("name"),
        ...choosing("sector_id", "Văn hóa"),
        lacksNoMore("sector"),
        ...goTo("scale", "scale"),
        type("scale", "120 hộ"),
    ];
}

tours.add("danvan_register_by_panel", {
    steps: () => {
        const person = addLine("person_ids");
        const work = addLine("activity_plan_ids");
        const aim = addLine("indicator_ids");
        return [
            ...openMenu("menu_registration", "menu_registration_new"),
            ...whatAndWhere(),
            ...goTo("person", "person_ids"),
            lacksNoMore("scale"),
            ...person.steps,
            type("name", "Lê Thị Thử", person.row),
            type("post", "Trưởng thôn", person.row),
            ...goTo("activity", "activity_plan_ids"),
            lacksNoMore("person"),
            ...work.steps,
            type("name", "Họp dân", work.row),
            type("date", "15/03/2026", work.row),
            ...goTo("expected", "indicator_ids"),
            lacksNoMore("activity"),
            ...aim.steps,
            type("name", "Đường có đèn", aim.row),
            { trigger: ".danvan_content h1 + div", run: "click" },
            lacksNoMore("expected"),
            lacks("measured"),
            { trigger: HAS_SAVED },
            ...act("submit", "to_approve"),
            { trigger: "body:not(:has(.danvan_readiness_box))" },
        ];
    },
});

/** Presses a line of the panel and sees the cards that it leads to. */
function comeTo(code, field) {
    return [
        { ...lacks(code), run: "click" },
        { trigger: `.o_form_view .o_field_widget[name='${field}']:visible` },
    ];
}

/** On a phone a line is a card that is filled in on a sheet of its own. */
function addCard(field, ...steps) {
    return [
        { trigger: `.o_field_widget[name='${field}'] .o-kanban-button-new`, run: "click" },
        { trigger: ".modal .o_form_view" },
        ...steps,
        { trigger: ".modal .o_form_button_save", run: "click" },
        { trigger: "body:not(:has(.modal))" },
        { trigger: `.o_field_widget[name='${field}'] .o_kanban_record:not(.o_kanban_ghost, .o-kanban-button-new)` },
    ];
}

function openPanel() {
    return { trigger: ".danvan_readiness_box:not([open]) summary", run: "click" };
}

tours.add("danvan_register_on_a_phone", {
    steps: () => [
        { trigger: ".o_form_view .danvan_readiness_box" },
        openPanel(),
        ...whatAndWhere(chooseOnSheet),
        ...comeTo("person", "person_ids"),
        ...addCard(
            "person_ids",
            type("name", "Lê Thị Thử", ".modal"),
            type("post", "Trưởng thôn", ".modal")
        ),
        lacksNoMore("person"),
        ...comeTo("activity", "activity_plan_ids"),
        ...addCard(
            "activity_plan_ids",
            type("name", "Họp dân", ".modal"),
            type("date", "15/03/2026", ".modal")
        ),
        ...comeTo("expected", "indicator_ids"),
        ...addCard("indicator_ids", type("name", "Đường có đèn", ".modal")),
        lacksNoMore("expected"),
        {
            trigger: ".o_form_view",
            run() {
                const width = document.documentElement.scrollWidth;
                if (width > window.innerWidth) {
                    throw new Error(`the page is ${width} wide on ${window.innerWidth}`);
                }
            },
        },
        { trigger: HAS_SAVED },
    ],
});

/** The unit is added without leaving the form; what was typed before stays. */
tours.add("danvan_register_for_a_school", {
    steps: () => [
        ...openMenu("menu_registration", "menu_registration_new"),
        type("name", "Vườn rau tự tay em trồng"),
        { trigger: "button[name='action_add_unit']", run: "click" },
        type("name", "Thôn 10", ".modal"),
        { trigger: ".modal .o_field_widget[name='kind_id'] input", run: "click" },
        { trigger: ".modal .o_field_widget[name='alike_ids'] :contains(Thôn 10)" },
        type("name", "Trường Mầm non Hoa Mai", ".modal"),
        { trigger: ".modal button[name='action_confirm']", run: "click" },
        { trigger: "body:not(:has(.modal))" },
        { trigger: ".o_field_widget[name='unit_id']:contains(Hoa Mai)" },
        {
            trigger: ".o_field_widget[name='name'] .o_input",
            run({ anchor }) {
                if (anchor.value !== "Vườn rau tự tay em trồng") {
                    throw new Error(`the name is “${anchor.value}”`);
                }
            },
        },
    ],
});
