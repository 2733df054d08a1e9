// Answers that likely fit what is being asked, below the question.

import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

class Answers extends Component {
    static template = "danvan_kheo.Answers";
    static props = { ...standardFieldProps };

    get lines() {
        return this.props.record.data[this.props.name] || [];
    }
}

registry.category("fields").add("danvan_answers", {
    component: Answers,
    supportedTypes: ["json"],
});
