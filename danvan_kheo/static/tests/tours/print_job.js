// Many papers chosen in a list and printed: the dialog with the bar, stopped, left and
// gone on with, downloaded.

import { registry } from "@web/core/registry";
import { openMenu } from "./year_steps";

const tours = registry.category("web_tour.tours");
const DIALOG = ".modal .danvan_print_job";

/** Opens the drafts, and waits until they have taken the place of the list before. */
function openDrafts() {
    return [
        ...openMenu("menu_papers", "menu_papers_draft"),
        { trigger: ".o_list_view th[data-name='template_id']" },
    ];
}

/** Chooses all drafts of the list and opens the first entry of the Print menu. */
function printAll() {
    return [
        ...openDrafts(),
        { trigger: ".o_list_view thead .o_list_record_selector input", run: "click" },
        { trigger: ".o_cp_action_menus button:has(.fa-print)", run: "click" },
        { trigger: ".o-dropdown--menu .o-dropdown-item:first", run: "click" },
    ];
}

/** Marks the page once it has asked for a report by its address. */
function tellPrinting() {
    const original = XMLHttpRequest.prototype.send;
    XMLHttpRequest.prototype.send = function (data) {
        if (data?.get?.("data")?.includes("/report/pdf/")) {
            this.addEventListener("load", () => document.body.classList.add("danvan_printed"));
        }
        return original.call(this, data);
    };
}

const close = [
    { trigger: ".modal .danvan_close", run: "click" },
    { trigger: "body:not(:has(.modal))" },
];

tours.add("danvan_print_job_done", {
    steps: () => [
        ...printAll(),
        { trigger: `${DIALOG}[data-state='running'] .progress-bar`, timeout: 30000 },
        { trigger: `${DIALOG}[data-state='done']`, timeout: 60000 },
        { trigger: ".modal:has(.danvan_download):not(:has(.danvan_stop))" },
        ...close,
    ],
});

tours.add("danvan_print_job_stopped", {
    steps: () => [
        ...printAll(),
        { trigger: `${DIALOG}[data-state='running']`, timeout: 30000 },
        { trigger: ".modal .danvan_stop:enabled", run: "click" },
        { trigger: `${DIALOG}[data-state='stopped']`, timeout: 30000 },
        { trigger: ".modal:not(:has(.danvan_stop)):not(:has(.danvan_download))" },
        ...close,
    ],
});

tours.add("danvan_print_job_left", {
    steps: () => [
        ...printAll(),
        { trigger: `${DIALOG}[data-state='running']`, timeout: 30000 },
        ...close,
        ...openMenu("menu_papers", "menu_papers_print_jobs"),
        { trigger: ".o_data_row button[name='action_continue']", run: "click" },
        { trigger: `${DIALOG}[data-state='done']`, timeout: 60000 },
        ...close,
    ],
});

tours.add("danvan_print_job_few", {
    steps: () => [
        ...openDrafts(),
        {
            trigger: ".o_list_view .o_data_row:first .o_list_record_selector input",
            run: "click",
        },
        { trigger: "body", run: tellPrinting },
        { trigger: ".o_cp_action_menus button:has(.fa-print)", run: "click" },
        { trigger: ".o-dropdown--menu .o-dropdown-item:first", run: "click" },
        { trigger: "body.danvan_printed:not(:has(.modal))", timeout: 30000 },
    ],
});
