// The sheet of scores: one table, with a row for each group above its criteria.

import { registry } from "@web/core/registry";
import { ListRenderer } from "@web/views/list/list_renderer";
import { formatFloat } from "@web/views/fields/formatters";
import { X2ManyField, x2ManyField } from "@web/views/fields/x2many/x2many_field";

class ScoresRenderer extends ListRenderer {
    static recordRowTemplate = "danvan_kheo.ScoreRow";

    /** Returns what the criteria of the group of `record` have reached of their maximum. */
    groupPoints(record) {
        const group = record.data.group_id.id;
        const lines = this.props.list.records.filter((line) => line.data.group_id?.id === group);
        const sum = (name) => lines.reduce((total, line) => total + line.data[name], 0);
        const options = { digits: [5, 1], trailingZeros: false };
        return ["score", "max_score"].map((name) => formatFloat(sum(name), options)).join("/");
    }
}

class ScoresField extends X2ManyField {
    static components = { ...X2ManyField.components, ListRenderer: ScoresRenderer };
}

registry.category("fields").add("danvan_scores", {
    ...x2ManyField,
    component: ScoresField,
});
