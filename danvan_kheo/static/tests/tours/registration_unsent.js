// A tab that is killed, a network that fails, a server that restarts, a session that
// ends: what was typed is still there. And gone after logging out.

import { browser } from "@web/core/browser/browser";
import { registry } from "@web/core/registry";
import { patch } from "@web/core/utils/patch";
import { addLine, openMenu, openPage, type } from "./year_steps";

const tours = registry.category("web_tour.tours");

const NAME = "Thắp sáng đường quê";
const PERSON = "Lê Thị Thử";
const LOGIN = "danvan_officer";
const [NO_ANSWER, BAD_GATEWAY] = [0, 502];
const HAS_SAVED = ".o_form_view .o_form_status_indicator_buttons.invisible:not(:visible)";

/** Returns what this browser keeps of registrations. */
function kept() {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith("danvan_kheo.unsent/"));
    return keys.map((key) => localStorage.getItem(key)).join();
}

/** Waits, a frame at a time, until the browser keeps a text. */
async function isKept(text) {
    while (!kept().includes(text)) {
        await new Promise(requestAnimationFrame);
    }
}

/** Lets no request of a registration through: none arrives, or a proxy answers. */
function cutOff(status) {
    return {
        trigger: ".o_form_view",
        run() {
            const Real = browser.XMLHttpRequest;
            browser.whole = Real;
            browser.XMLHttpRequest = class extends Real {
                open(method, url) {
                    this.isCut = url.includes("danvan.registration");
                    super.open(method, url);
                }
                get status() {
                    return this.isCut ? status : super.status;
                }
                send(body) {
                    if (this.isCut) {
                        const name = status === NO_ANSWER ? "error" : "load";
                        Promise.resolve().then(() => this.dispatchEvent(new Event(name)));
                    } else {
                        super.send(body);
                    }
                }
            };
        },
    };
}

function reconnect() {
    return {
        trigger: ".danvan_unreachable",
        run() {
            browser.XMLHttpRequest = browser.whole;
            window.dispatchEvent(new Event("online"));
        },
    };
}

function keeps(text) {
    return { trigger: ".o_form_view", run: () => isKept(text) };
}

function keepsNothing() {
    return {
        trigger: HAS_SAVED,
        run() {
            if (kept()) {
                throw new Error(`still kept in the browser: ${kept()}`);
            }
        },
    };
}

function shows(field, value) {
    return {
        trigger: `.o_field_widget[name='${field}'] .o_input`,
        async run({ anchor }) {
            while (anchor.value !== value) {
                await new Promise(requestAnimationFrame);
            }
        },
    };
}

const typed = () => [
    ...openMenu("menu_registration", "menu_registration_new"),
    { trigger: ".o_form_view .danvan_readiness_box" },
];

/** The browser goes away without a word; the same form is opened again. */
tours.add("danvan_unsent_tab", {
    steps: () => {
        const person = addLine("person_ids");
        return [
            ...typed(),
            cutOff(NO_ANSWER),
            type("name", NAME),
            ...openPage("who_when"),
            ...person.steps,
            type("name", PERSON, person.row),
            { trigger: ".o_form_view .danvan_content h1 + div", run: "click" },
            keeps(PERSON),
            {
                trigger: ".o_form_view",
                run: () => browser.location.reload(),
                expectUnloadPage: true,
            },
            { trigger: ".danvan_unsent .btn-link:first", run: "click" },
            shows("name", NAME),
            ...openPage("who_when"),
            { trigger: `.o_field_widget[name='person_ids'] :contains(${PERSON})` },
            keepsNothing(),
        ];
    },
});

function comesBack(status) {
    return [
        ...typed(),
        type("name", NAME),
        { trigger: HAS_SAVED },
        { trigger: ".o_form_view .o_field_widget[name='officer_id']" },
        cutOff(status),
        type("scale", "120 hộ"),
        { trigger: ".danvan_unreachable" },
        keeps("120 hộ"),
        shows("scale", "120 hộ"),
        reconnect(),
        { trigger: "body:not(:has(.danvan_unreachable))" },
        keepsNothing(),
    ];
}

tours.add("danvan_unsent_network", { steps: () => comesBack(NO_ANSWER) });

tours.add("danvan_unsent_restart", { steps: () => comesBack(BAD_GATEWAY) });

tours.add("danvan_unsent_session", {
    steps: () => [
        ...typed(),
        {
            trigger: ".o_form_view",
            run: () =>
                fetch("/web/session/destroy", {
                    method: "POST",
                    headers: { "Content-Type": "application/json" },
                    body: JSON.stringify({ jsonrpc: "2.0", method: "call", params: {} }),
                }),
        },
        type("name", NAME),
        keeps(NAME),
        shows("name", NAME),
        { trigger: ".danvan_unreachable .btn-link", run: "click", expectUnloadPage: true },
        // The test gives its users their names as passwords.
        { trigger: "input[name='login']", run: `edit ${LOGIN}` },
        { trigger: "input[name='password']", run: `edit ${LOGIN}` },
        { trigger: "form button[type='submit']", run: "click", expectUnloadPage: true },
        { trigger: ".danvan_unsent .btn-link:first", run: "click" },
        shows("name", NAME),
        keepsNothing(),
    ],
});

tours.add("danvan_unsent_log_out", {
    steps: () => [
        ...typed(),
        cutOff(NO_ANSWER),
        type("name", NAME),
        keeps(NAME),
        {
            trigger: ".o_form_view",
            run() {
                const left = { href: "", origin: browser.location.origin };
                const back = patch(browser, { location: left });
                const { env } = odoo.__WOWL_DEBUG__.root;
                registry.category("user_menuitems").get("log_out")(env).callback();
                back();
                if (!left.href.includes("/web/session/logout") || kept()) {
                    throw new Error(`left to “${left.href}”, kept: ${kept()}`);
                }
            },
        },
    ],
});
