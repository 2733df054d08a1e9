// The sheet of scores: one table, with a row for each group above its criteria.

import { registry } from "@web/core/registry";
import { ListRenderer } from "@web/views/list/list_renderer";
import { X2ManyField, x2ManyField } from "@web/views/fields/x2many/x2many_field";

class ScoresRenderer extends ListRenderer {
    static recordRowTemplate = "danvan_kheo.ScoreRow";
}

class ScoresField extends X2ManyField {
    static components = { ...X2ManyField.components, ListRenderer: ScoresRenderer };
}

registry.category("fields").add("danvan_scores", {
    ...x2ManyField,
    component: ScoresField,
});
