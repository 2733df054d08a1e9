import { _t } from "@web/core/l10n/translation";
import { download } from "@web/core/network/download";
import { registry } from "@web/core/registry";
import { SlicedJobDialog, opener } from "../base/sliced_job";

/** Many papers laid out; what is laid out stays in the list of print jobs. */
export class PrintJobDialog extends SlicedJobDialog {
    static model = "danvan.print.job";
    static kind = "danvan_print_job";

    get label() {
        return _t("Papers laid out");
    }

    get status() {
        const ended = {
            done: _t("The file is ready."),
            stopped: _t("Stopped. Nothing was kept."),
            failed: _t("Not printed."),
        }[this.state.job.state];
        if (ended) {
            return ended;
        }
        if (this.state.isStopping) {
            return _t("Stopping after the present papers…");
        }
        if (this.isAtTheEnd) {
            return _t("Putting the file together…");
        }
        return super.status || _t("Laying out the papers…");
    }

    get hint() {
        if (this.isUnfinished) {
            return _t(
                "When this window is closed, printing pauses. For a day it can be continued under Papers › Print Jobs."
            );
        }
        return this.isDone
            ? _t("For a day the file can also be downloaded under Papers › Print Jobs.")
            : "";
    }

    get canDownload() {
        return this.isDone;
    }

    async onEnd() {
        if (this.isDone) {
            await this.download();
        }
    }

    download() {
        return download({
            url: "/web/content",
            data: {
                model: PrintJobDialog.model,
                id: this.state.job.id,
                field: "result_file",
                filename_field: "file_name",
                download: true,
            },
        });
    }
}

/** Prints many papers as a job; few are printed at once by the handlers that follow. */
async function printAsJob(action, options, env) {
    const ids = action.context?.active_ids || [];
    const isPlain = !action.data || !Object.keys(action.data).length;
    if (!action.print_job_from || ids.length <= action.print_job_from || !isPlain) {
        return false;
    }
    const args = [action.report_name, ids];
    const job = await env.services.orm.call(PrintJobDialog.model, "action_begin", args);
    env.services.dialog.add(PrintJobDialog, { job });
    return true;
}

registry
    .category("ir.actions.report handlers")
    .add("danvan_print_job", printAsJob, { sequence: 10 });
registry.category("actions").add("danvan_print_job", opener(PrintJobDialog));
