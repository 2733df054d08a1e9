// Counts what a person fills in, from the events of the page: a tour cannot forget one.

const filled = new Set();
const screens = new Set();

/** Names a field: the list and line that it stands in, and itself. */
function nameOf(element) {
    const path = [];
    for (let at = element; at; at = at.parentElement) {
        if (at.matches(".o_field_widget[name]")) {
            path.unshift(at.getAttribute("name"));
        } else if (at.matches(".o_data_row")) {
            path.unshift([...at.parentElement.children].indexOf(at));
        }
    }
    return path.join("/");
}

function note(ev) {
    const isChoice = ev.target.closest(".o-autocomplete--dropdown-item");
    if (ev.type === "input" || isChoice) {
        filled.add(nameOf(ev.target));
        screens.add(document.querySelector(".o_notebook .nav-link.active").name);
    }
}

/** Begins to count; what is chosen from a list counts like what is typed. */
export function startCounting() {
    return {
        trigger: ".o_form_view .o_notebook",
        run() {
            document.addEventListener("input", note, true);
            document.addEventListener("click", note, true);
        },
    };
}

/** Fails when more fields or screens were needed; writes the count into the log. */
export function checkCount(most) {
    return {
        trigger: ".o_form_view",
        run() {
            const said = `${filled.size} fields on ${screens.size} screens`;
            console.log(`filled in: ${said}: ${[...filled].join(", ")}`);
            if (!filled.size || filled.size > most.fields || screens.size > most.screens) {
                throw new Error(`${said}; at most ${most.fields} on ${most.screens}`);
            }
        },
    };
}
