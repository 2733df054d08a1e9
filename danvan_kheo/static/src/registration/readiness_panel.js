// What a registration still lacks, beside its form: each line goes to its field.

import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

const SOON = 120; // frames: a page of the notebook is drawn within a few
const STEADY = 3; // frames: a line that is left takes the focus back for one or two
const FIRST = ".o_field_x2many_list_row_add a, input, textarea, select";

class ReadinessPanel extends Component {
    static template = "danvan_kheo.ReadinessPanel";
    static props = { ...standardFieldProps };

    setup() {
        this.ui = useService("ui");
    }

    get lines() {
        return this.props.record.data[this.props.name] || [];
    }

    get blocking() {
        return this.lines.filter((line) => line.level === "block");
    }

    get reminding() {
        return this.lines.filter((line) => line.level !== "block");
    }

    get heading() {
        return _t("%s things are to be completed before sending. Press a line to fill it in.", this.blocking.length);
    }

    /** Opens the page that holds a field and puts the cursor into it. */
    async goTo(name) {
        const page = this.env.config.viewArch
            ?.querySelector(`field[name='${name}']`)
            ?.closest("page");
        if (page) {
            this.form.querySelector(`.o_notebook .nav-link[name='${page.getAttribute("name")}']`)?.click();
        }
        // A line that is being left is checked first, and takes the focus back.
        await this.props.record.model.mutex.getUnlockedDef();
        const widget = await this.drawn(name);
        widget?.scrollIntoView({ block: "center" });
        await this.focusIn(widget);
    }

    /** Puts the cursor into a field, and again until it stays there. */
    async focusIn(widget) {
        for (let tries = 0, steady = 0; widget && tries < SOON && steady < STEADY; tries++) {
            const isThere = widget.contains(document.activeElement);
            steady = isThere ? steady + 1 : 0;
            if (!isThere) {
                [...widget.querySelectorAll(FIRST)].find((one) => one.offsetParent)?.focus();
            }
            await new Promise(requestAnimationFrame);
        }
    }

    get form() {
        return document.querySelector(".o_action_manager .o_form_view") || document;
    }

    /** Returns the element of a field once it is on the page. */
    async drawn(name) {
        for (let tries = 0; tries < SOON; tries++) {
            const found = this.form.querySelector(`.o_field_widget[name='${name}']`);
            if (found) {
                return found;
            }
            await new Promise(requestAnimationFrame);
        }
    }
}

registry.category("fields").add("danvan_readiness", {
    component: ReadinessPanel,
    supportedTypes: ["json"],
});
