import { Component, onMounted, onWillUnmount, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { download } from "@web/core/network/download";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";

const MODEL = "danvan.print.job";
const UNFINISHED = ["draft", "running"];
// Where another window lays out the same job, this one only looks on.
const LOOK_AGAIN = 1000;

/**
 * Asks the server for one slice of papers after the other and shows how far it is.
 * Closed, it goes no further; what is laid out stays in the list of print jobs.
 */
export class PrintJobDialog extends Component {
    static template = "danvan_kheo.PrintJobDialog";
    static components = { Dialog };
    static props = {
        job: Object,
        close: Function,
    };

    setup() {
        this.orm = useService("orm");
        this.state = useState({ job: this.props.job, isWorking: false, isStopping: false });
        this.isOpen = true;
        onMounted(() => this.isUnfinished && this.goOn());
        onWillUnmount(() => {
            this.isOpen = false;
        });
    }

    get isUnfinished() {
        return UNFINISHED.includes(this.state.job.state);
    }

    get percent() {
        const { done, total } = this.state.job;
        return Math.round((100 * done) / total);
    }

    get isPuttingTogether() {
        const { done, total } = this.state.job;
        return this.isUnfinished && done === total;
    }

    /** Calls the server until the job is at its end, stopped, or this dialog closed. */
    async goOn() {
        this.state.isWorking = true;
        try {
            while (this.isOpen && this.isUnfinished) {
                const isLookingOn = await this.call("action_next");
                if (this.state.isStopping) {
                    await this.call("action_stop");
                } else if (isLookingOn) {
                    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
                }
            }
        } finally {
            this.state.isWorking = false;
        }
        if (this.isOpen && this.state.job.state === "done") {
            await this.download();
        }
    }

    /** @returns {Promise<boolean>} whether nothing has changed */
    async call(method) {
        const { done, state } = this.state.job;
        this.state.job = await this.orm.call(MODEL, method, [[this.state.job.id]]);
        return this.state.job.done === done && this.state.job.state === state;
    }

    /** After the present slice; at once where none is being laid out. */
    async stop() {
        this.state.isStopping = true;
        if (!this.state.isWorking) {
            await this.call("action_stop");
        }
    }

    download() {
        return download({
            url: "/web/content",
            data: {
                model: MODEL,
                id: this.state.job.id,
                field: "result_file",
                filename_field: "file_name",
                download: true,
            },
        });
    }
}

function openDialog(env, job, options) {
    env.services.dialog.add(PrintJobDialog, { job }, options);
}

/** Prints many papers as a job; few are printed at once by the handlers that follow. */
async function printAsJob(action, options, env) {
    const ids = action.context?.active_ids || [];
    const isPlain = !action.data || !Object.keys(action.data).length;
    if (!action.print_job_from || ids.length <= action.print_job_from || !isPlain) {
        return false;
    }
    const args = [action.report_name, ids];
    openDialog(env, await env.services.orm.call(MODEL, "action_begin", args));
    return true;
}

/** Opens a job, in place of the dialog that has made it; what lies below is shown anew. */
function openJob(env, action) {
    const reload = { type: "ir.actions.client", tag: "soft_reload" };
    openDialog(env, action.params, { onClose: () => env.services.action.doAction(reload) });
    return { type: "ir.actions.act_window_close" };
}

registry
    .category("ir.actions.report handlers")
    .add("danvan_print_job", printAsJob, { sequence: 10 });
registry.category("actions").add("danvan_print_job", openJob);
