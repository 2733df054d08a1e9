// Steps that the tours of the year share. Users are Vietnamese, so elements are found
// by technical names, never by translated words.

const MODULE = "danvan_kheo";

/** The steps from the screen after login to the menu `leaf` below `section`. */
export function openMenu(section, leaf) {
    return [
        { trigger: ".o_navbar_apps_menu button", run: "click" },
        { trigger: `.o-dropdown--menu [data-menu-xmlid='${MODULE}.menu_root']`, run: "click" },
        { trigger: `.o_menu_sections [data-menu-xmlid='${MODULE}.${section}']`, run: "click" },
        { trigger: `.o-dropdown--menu [data-menu-xmlid='${MODULE}.${leaf}']`, run: "click" },
    ];
}

export function openRow(text) {
    const cell = `.o_list_view .o_data_row:contains(${text}) .o_data_cell:not(.o_list_button)`;
    return [{ trigger: cell, run: "click" }, { trigger: ".o_form_view" }];
}

/** Opens what waits for this person; the inbox holds nothing else of that name. */
export function openWaiting(text) {
    return [...openMenu("menu_my_work", "menu_waiting"), ...openRow(text)];
}

export function inState(state) {
    const current = ".o_arrow_button_current";
    return { trigger: `.o_statusbar_status button[data-value='${state}']${current}` };
}

/** Presses the button of a transition and waits for the state it leads to. */
export function act(transition, state) {
    const button = `.o_statusbar_buttons button.danvan_do_${transition}:enabled`;
    return [{ trigger: button, run: "click" }, inState(state)];
}

/** Presses another button of the header. */
export function press(name) {
    return { trigger: `.o_statusbar_buttons button[name='${name}']:enabled`, run: "click" };
}

/** Saves; afterwards the form has nothing left to save. */
export function save() {
    return [
        { trigger: ".o_form_button_save:enabled", run: "click" },
        { trigger: ".o_form_view .o_form_status_indicator_buttons.invisible:not(:visible)" },
    ];
}

export function newRecord() {
    return [
        { trigger: ".o_list_button_add", run: "click" },
        { trigger: ".o_form_view .o_form_editable" },
    ];
}

export function openPage(name) {
    const tab = `.o_notebook .nav-link[name='${name}']`;
    return [{ trigger: tab, run: "click" }, { trigger: `${tab}.active` }];
}

export function type(field, value, within = ".o_form_view") {
    const box = `${within} .o_field_widget[name='${field}'] .o_input`;
    return { trigger: box, run: `edit ${value}` };
}

/** Chooses from the list of a many2one; the names of catalogues are not translated. */
export function choose(field, value, within = ".o_form_view") {
    const widget = `${within} .o_field_widget[name='${field}']`;
    const item = `.o-autocomplete--dropdown-item:contains(${value})`;
    return [
        { trigger: `${widget} input`, run: "click" },
        { trigger: `${widget} ${item}`, run: "click" },
    ];
}

/** Adds a line to a list below a form and returns where its fields are. */
export function addLine(list) {
    const widget = `.o_field_widget[name='${list}']`;
    return {
        row: `${widget} .o_selected_row`,
        steps: [
            { trigger: `${widget} .o_field_x2many_list_row_add a`, run: "click" },
            { trigger: `${widget} .o_selected_row` },
        ],
    };
}

/** A person who has one thing to do with what waits in the inbox. */
export function decide(text, transition, state) {
    return [...openWaiting(text), ...act(transition, state)];
}

/** The registrar: number and date are proposed by the dialog, the number is retyped. */
export function issue(text, number) {
    return [
        ...openWaiting(text),
        { trigger: ".o_statusbar_buttons button.danvan_do_issue:enabled", run: "click" },
        type("number", number, ".modal"),
        { trigger: ".modal button[name='action_confirm']:enabled", run: "click" },
        inState("issued"),
    ];
}
