// A photo on a registration: what is no photo is refused at once with nothing lost, then a
// real one is chosen in its place. On a desktop in the list, on a phone in the gallery.

import { registry } from "@web/core/registry";
import { openPage, save, type } from "./year_steps";

const tours = registry.category("web_tour.tours");
const EVIDENCE = ".o_field_widget[name='evidence_ids']";
const FILE = ".modal .o_field_widget[name='file']";
const [WIDTH, HEIGHT] = [3000, 2000]; // pixels, of a photo as phones take it

function photo() {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [WIDTH, HEIGHT];
    canvas.getContext("2d").fillRect(0, 0, WIDTH / 2, HEIGHT);
    return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg"));
}

function program() {
    return Promise.resolve(new Blob(["MZ\x90\x00\x03", "\x00".repeat(200)]));
}

/** Chooses a file of that content in the dialog. */
function chooseFile(content, name) {
    return [
        {
            trigger: `${FILE} .danvan_evidence_buttons`,
            async run() {
                const chosen = new DataTransfer();
                chosen.items.add(new File([await content()], name));
                const input = document.querySelector(`${FILE} input.o_input_file`);
                input.files = chosen.files;
                input.dispatchEvent(new Event("change", { bubbles: true }));
            },
        },
    ];
}

function closeDialog() {
    return [
        { trigger: ".modal .o_form_button_save:enabled", run: "click" },
        { trigger: "body:not(:has(.modal))" },
    ];
}

/** Adds a program that calls itself a photo, is refused, and takes a photo instead. */
function addPhoto(add) {
    return [
        ...openPage("evidence"),
        { trigger: `${EVIDENCE} ${add}`, run: "click" },
        type("name", "Họp dân thôn 10", ".modal"),
        type("proves", "80 hộ đồng ý", ".modal"),
        ...chooseFile(program, "IMG_0001.jpg"),
        { trigger: ".modal:contains(JPEG, PNG, WebP):not(:has([name='proves'])) .btn-primary", run: "click" },
        { trigger: "body:not(:has(.modal ~ .modal))" },
        ...chooseFile(photo, "IMG_0002.jpg"),
        { trigger: `${FILE} img[src^='data:image/jpeg']` },
        ...closeDialog(),
    ];
}

tours.add("danvan_evidence_desktop", {
    steps: () => [
        ...addPhoto(".o_field_x2many_list_row_add a"),
        ...save(),
        { trigger: `${EVIDENCE} .o_data_row img[src*='/web/image/danvan.evidence/']` },
    ],
});

tours.add("danvan_evidence_phone", {
    steps: () => [
        ...addPhoto(".o-kanban-button-new"),
        { trigger: ".o_form_button_save:enabled", run: "click" },
        { trigger: `${EVIDENCE} .o_kanban_record img[src*='/web/image/danvan.evidence/']` },
    ],
});
