// The first set-up in one sitting: the administrator takes what is proposed.

import { registry } from "@web/core/registry";

import { openMenu } from "./year_steps";

const DIALOG = ".modal .o_form_view";

function press(name) {
    return { trigger: `.modal button[name='${name}']:visible:enabled`, run: "click" };
}

function atStep(step) {
    return { trigger: `${DIALOG} .o_arrow_button_current[data-value='${step}']` };
}

registry.category("web_tour.tours").add("danvan_setup", {
    steps: () => [
        ...openMenu("menu_settings", "menu_setup"),
        { trigger: `${DIALOG} [name='province'] input`, run: "click" },
        { trigger: ".o_select_menu_item:contains('Lai Châu')", run: "click" },
        { trigger: `${DIALOG} [name='province'] input:value(Lai Châu)` },
        { trigger: `${DIALOG} [name='commune_count']:contains('38')` },
        press("action_next"),
        atStep("bodies"),
        { trigger: `${DIALOG} [name='missing_count']:contains('331')` },
        press("action_next"),
        atStep("leader"),
        press("action_next"),
        atStep("campaign"),
        press("action_apply"),
        atStep("done"),
        { trigger: `${DIALOG} [name='result']:contains('331')` },
        press("action_checks"),
        { trigger: ".o_list_view .o_data_row [name='name']" },
    ],
});
