import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { SlicedJobDialog, opener } from "../base/sliced_job";

/** Rows of a workbook checked, or entered; the page below shows what came of it. */
export class IntakeJobDialog extends SlicedJobDialog {
    static model = "danvan.intake";
    static kind = "danvan_intake_job";

    get label() {
        return _t("Rows read");
    }

    get status() {
        if (this.state.isStopping) {
            return this.isUnfinished ? _t("Stopping…") : _t("Stopped. Nothing was entered.");
        }
        if (!this.isUnfinished) {
            return this.state.job.failure ? _t("Nothing was entered.") : _t("Finished.");
        }
        if (this.isAtTheEnd) {
            return this.state.job.state === "importing"
                ? _t("Entering all rows at once…")
                : _t("Comparing with what was registered before…");
        }
        return super.status || _t("Reading the rows…");
    }

    get hint() {
        return this.isUnfinished
            ? _t("When this window is closed the work pauses; it goes on from the page of this file.")
            : "";
    }

    async onEnd() {
        if (!this.isUnfinished && !this.state.job.failure) {
            this.props.close();
        }
    }
}

registry.category("actions").add("danvan_intake_job", opener(IntakeJobDialog));
