// What waits, handled: many at once with one comment, from a signed paper, sent back to
// an earlier step, answered with an opinion.

import { registry } from "@web/core/registry";
import { act, inState, openMenu, openPage, openWaiting, type } from "./year_steps";

const tours = registry.category("web_tour.tours");
const DIALOG = ".modal";

/** Presses a button of the dialog and waits until the dialog is gone. */
function confirm() {
    return [
        { trigger: `${DIALOG} button[name='action_confirm']:enabled`, run: "click" },
        { trigger: "body:not(:has(.modal))" },
    ];
}

tours.add("danvan_inbox_approve_selected", {
    steps: () => [
        ...openMenu("menu_my_work", "menu_waiting"),
        { trigger: ".o_list_view thead .o_list_record_selector input", run: "click" },
        { trigger: "button[name='action_ask_comment']:enabled", run: "click" },
        type("comment", "Đồng ý, đúng kế hoạch", DIALOG),
        { trigger: `${DIALOG} .o_data_row:nth-child(2)` },
        ...confirm(),
        { trigger: ".o_notification.border-success, .o_notification_bar.bg-success" },
        { trigger: ".o_view_nocontent" },
    ],
});

tours.add("danvan_inbox_record_paper", {
    steps: () => [
        ...openMenu("menu_registration", "menu_registration_own"),
        { trigger: ".o_list_view .o_data_row .o_data_cell[name='name']", run: "click" },
        { trigger: ".o_statusbar_buttons .danvan_record_paper:enabled", run: "click" },
        type("number", "12-CV/UBND", DIALOG),
        type("date", "02/03/2026", DIALOG),
        type("signer", "Nguyễn Hữu Thử, Chủ tịch", DIALOG),
        {
            trigger: `${DIALOG} .o_field_widget[name='file'] input[type='file']:not(:visible)`,
            run: async ({ anchor }) => {
                const file = new File(["trang đã ký"], "cong-van.pdf");
                const transfer = new DataTransfer();
                transfer.items.add(file);
                anchor.files = transfer.files;
                anchor.dispatchEvent(new Event("change", { bubbles: true }));
            },
        },
        { trigger: `${DIALOG} .o_field_widget[name='file'] .o_input:value(cong-van.pdf)` },
        ...confirm(),
        inState("to_approve"),
        ...openPage("steps"),
        { trigger: "[name='step_ids'] .o_data_row:first:contains(12-CV/UBND)" },
    ],
});

tours.add("danvan_inbox_back_to_a_step", {
    steps: () => [
        ...openWaiting("Thắp sáng"),
        {
            trigger: ".o_statusbar_buttons .danvan_do_return_to_officer:enabled",
            run: "click",
        },
        {
            trigger: `${DIALOG} .o_field_widget[name='reason'] textarea`,
            run: "edit Bổ sung ý kiến lãnh đạo",
        },
        { trigger: `${DIALOG} .o_field_widget[name='back_to_id'] input`, run: "click" },
        {
            trigger: `${DIALOG} .o-autocomplete--dropdown-item:contains(UBND)`,
            run: "click",
        },
        { trigger: `${DIALOG} .o_field_widget[name='back_to_id'] input:value(UBND)` },
        ...confirm(),
        inState("to_approve"),
    ],
});

tours.add("danvan_inbox_confirm", {
    steps: () => [...openWaiting("Thắp sáng"), ...act("confirm", "sent")],
});

tours.add("danvan_inbox_give_opinion", {
    steps: () => [
        ...openMenu("menu_my_work", "menu_waiting"),
        { trigger: ".o_list_view .o_data_row .o_data_cell[name='subject']", run: "click" },
        { trigger: "button[name='action_ask_answer']:enabled", run: "click" },
        {
            trigger: `${DIALOG} .o_field_widget[name='answer'] textarea`,
            run: "edit Nhất trí, nên làm ngay",
        },
        ...confirm(),
    ],
});
