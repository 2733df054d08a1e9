// What is likely the same, below the name: a sentence each, with a link where it may be read.

import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

class Alike extends Component {
    static template = "danvan_kheo.Alike";
    static props = { ...standardFieldProps };

    get lines() {
        return this.props.record.data[this.props.name] || [];
    }

    /** The other one opens beside what is being typed. */
    address(id) {
        return `/odoo/${this.props.record.resModel}/${id}`;
    }
}

registry.category("fields").add("danvan_alike", {
    component: Alike,
    supportedTypes: ["json"],
});
