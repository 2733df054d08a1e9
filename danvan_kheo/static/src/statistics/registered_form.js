import { Component, onWillStart, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { useSetupAction } from "@web/search/action_hook";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

const MODEL = "danvan.statistics.registered";

/** Form 01: the table that the server computes; each figure opens what it counts. */
export class RegisteredForm extends Component {
    static template = "danvan_kheo.RegisteredForm";
    static components = { Layout };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.state = useState({ table: null });
        // Coming back from a list shows the table that was left.
        useSetupAction({
            getLocalState: () => ({
                campaignId: this.state.table.campaign_id,
                unitId: this.state.table.unit?.id,
            }),
        });
        const left = this.props.state || {};
        onWillStart(() => this.load(left.campaignId, left.unitId));
    }

    get display() {
        return { controlPanel: {} };
    }

    get title() {
        return _t("Form 01. Registrations by Unit");
    }

    get workbookUrl() {
        const { campaign_id, unit } = this.state.table;
        return `/danvan_kheo/form01/${campaign_id}?unit_id=${unit.id}`;
    }

    /** The keys of the columns from left to right. */
    get columns() {
        return this.state.table.headings.flatMap((heading) => heading.columns);
    }

    /**
     * @param {number} [campaignId] the newest campaign when missing
     * @param {number} [unitId] what the user follows when missing
     */
    async load(campaignId, unitId) {
        this.state.table = await this.orm.call(MODEL, "get_table", [
            campaignId || false,
            unitId || false,
        ]);
    }

    onCampaign(ev) {
        return this.load(Number(ev.target.value));
    }

    showUnit(unitId) {
        return this.load(this.state.table.campaign_id, unitId);
    }

    async openFigure(column, rowId) {
        const { campaign_id, unit } = this.state.table;
        const args = [campaign_id, unit.id, column, rowId || false];
        return this.action.doAction(await this.orm.call(MODEL, "open_figure", args));
    }
}

registry.category("actions").add("danvan_kheo.registered_form", RegisteredForm);
