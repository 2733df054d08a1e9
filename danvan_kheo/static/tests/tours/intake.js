// A table with a fault: sent in, checked, corrected on the screen, entered.

import { registry } from "@web/core/registry";
import { inState, newRecord, openMenu, press, save } from "./year_steps";

const tours = registry.category("web_tour.tours");
const PROBLEMS = ".o_field_widget[name='problem_ids']";
const TABLE = "Biểu của xã.xlsx";

/** Returns the table that the test has put beside, in base64. */
async function fetchTable() {
    const response = await fetch("/web/dataset/call_kw/ir.attachment/search_read", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({
            jsonrpc: "2.0",
            params: {
                model: "ir.attachment",
                method: "search_read",
                args: [[["name", "=", TABLE]], ["datas"]],
                kwargs: {},
            },
        }),
    });
    return (await response.json()).result[0].datas;
}

/** Chooses the table in the dialog of the file field. */
function chooseFile() {
    const field = ".o_field_widget[name='file']";
    return [
        {
            trigger: `${field} .o_select_file_button`,
            async run() {
                const content = atob(await fetchTable());
                const bytes = Uint8Array.from(content, (char) => char.charCodeAt(0));
                const chosen = new DataTransfer();
                chosen.items.add(new File([bytes], TABLE));
                const input = document.querySelector(`${field} input[type='file']`);
                input.files = chosen.files;
                input.dispatchEvent(new Event("change", { bubbles: true }));
            },
        },
        { trigger: `${field} input[type='text']` },
    ];
}

/** The table is read once it is saved, and shows its columns; then it is checked. */
function sendInAndCheck() {
    return [
        ...chooseFile(),
        ...save(),
        { trigger: ".o_field_widget[name='column_ids'] :contains(Lĩnh vực)" },
        press("action_check"),
        inState("checked"),
    ];
}

function enterAll() {
    return [
        press("action_import_all"),
        inState("done"),
        { trigger: "button[name='action_registrations']", run: "click" },
    ];
}

tours.add("danvan_intake_desktop", {
    steps: () => [
        ...openMenu("menu_registration", "menu_intake"),
        ...newRecord(),
        ...sendInAndCheck(),
        {
            trigger: `${PROBLEMS} .o_data_row:contains(Thể thao) [name='correction']`,
            run: "click",
        },
        {
            trigger: `${PROBLEMS} .o_selected_row [name='correction'] input`,
            run: "edit Quốc phòng an ninh",
        },
        press("action_check"),
        { trigger: ".o_statusbar_buttons button[name='action_import_all']" },
        ...enterAll(),
        { trigger: ".o_list_view .o_data_row:contains(Tiếng loa an ninh)" },
    ],
});

/** Small screens show the first state and button; others stand in a menu. */
tours.add("danvan_intake_phone", {
    steps: () => [
        { trigger: ".o-kanban-button-new", run: "click" },
        { trigger: ".o_form_view .o_form_editable" },
        ...chooseFile(),
        { trigger: ".o_form_button_save:enabled", run: "click" },
        press("action_check"),
        { trigger: `${PROBLEMS} .o_kanban_record:contains(Thể thao)`, run: "click" },
        {
            trigger: ".modal [name='correction'] input",
            run: "edit Quốc phòng an ninh",
        },
        { trigger: ".modal .o_form_button_save", run: "click" },
        { trigger: "body:not(:has(.modal))" },
        press("action_check"),
        press("action_import_all"),
        { trigger: ".o-form-buttonbox button" },
    ],
});
