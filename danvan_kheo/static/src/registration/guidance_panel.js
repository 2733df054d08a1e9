// Guidance beside the form: examples of the step that is open, the guide, questions.

import { Component, useExternalListener, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

const TAB = ".o_form_view .o_notebook .nav-link[name]";

class GuidancePanel extends Component {
    static template = "danvan_kheo.GuidancePanel";
    static props = { ...standardFieldProps };

    setup() {
        this.ui = useService("ui");
        this.action = useService("action");
        this.state = useState({ step: "what_where" });
        useExternalListener(document, "click", this.follow, { capture: true });
    }

    get data() {
        return this.props.record.data[this.props.name] || {};
    }

    get steps() {
        return this.data.steps || [];
    }

    get examples() {
        return this.steps.find((step) => step.name === this.state.step)?.examples || [];
    }

    /** Shows the step whose page of the form is opened. */
    follow(event) {
        const name = event.target.closest?.(TAB)?.getAttribute("name");
        if (this.steps.some((step) => step.name === name)) {
            this.state.step = name;
        }
    }

    /** Opens a question about this step; what is typed in the form stays. */
    ask() {
        return this.action.doAction("danvan_kheo.danvan_question_ask_action", {
            additionalContext: {
                default_campaign_id: this.data.campaign,
                default_unit_id: this.props.record.data.unit_id?.id,
                default_topic: this.state.step,
                dialog_size: "medium",
            },
        });
    }

    get nothing() {
        return _t("No guide has been issued for this campaign yet.");
    }
}

registry.category("fields").add("danvan_guidance", {
    component: GuidancePanel,
    supportedTypes: ["json"],
});
