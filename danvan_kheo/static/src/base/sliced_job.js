import { Component, onMounted, onWillUnmount, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { _t } from "@web/core/l10n/translation";
import { useService } from "@web/core/utils/hooks";

// Where another window works on the same job, this one only looks on.
const LOOK_AGAIN = 1000;

/**
 * Asks the server for one slice of work after the other and shows how far it is.
 * Closed, it goes no further. Each kind of job says its model, its words and what
 * follows its end.
 */
export class SlicedJobDialog extends Component {
    static template = "danvan_kheo.SlicedJobDialog";
    static components = { Dialog };
    static props = {
        job: Object,
        close: Function,
    };
    static model = null;
    // A class of the dialog's content, by which tests and styles find it.
    static kind = null;

    setup() {
        this.orm = useService("orm");
        this.state = useState({ job: this.props.job, isWorking: false, isStopping: false });
        this.isOpen = true;
        onMounted(() => this.isUnfinished && this.goOn());
        onWillUnmount(() => {
            this.isOpen = false;
        });
    }

    get kind() {
        return this.constructor.kind;
    }

    get isUnfinished() {
        return this.state.job.is_unfinished;
    }

    get percent() {
        const { done, total } = this.state.job;
        return total ? Math.round((100 * done) / total) : 0;
    }

    get isAtTheEnd() {
        const { done, total } = this.state.job;
        return this.isUnfinished && done === total;
    }

    get isDone() {
        return this.state.job.state === "done";
    }

    get color() {
        return { done: "bg-success", failed: "bg-danger", stopped: "bg-secondary" }[
            this.state.job.state
        ];
    }

    /** What the job is doing, in words; kinds add theirs. */
    get status() {
        if (this.isUnfinished && !this.state.isWorking && !this.state.isStopping) {
            return _t("Interrupted. Press “Continue” to go on from here.");
        }
        return "";
    }

    /** What the bar counts, and what else is to be known; kinds say it. */
    get label() {
        return "";
    }

    get hint() {
        return "";
    }

    /** Kinds that hand out a file say so. */
    get canDownload() {
        return false;
    }

    download() {}

    /** What follows the end while the dialog is open. */
    async onEnd() {}

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
        if (this.isOpen && !this.state.isStopping) {
            await this.onEnd();
        }
    }

    /** @returns {Promise<boolean>} whether nothing has changed */
    async call(method) {
        const { done, state } = this.state.job;
        this.state.job = await this.orm.call(this.constructor.model, method, [
            [this.state.job.id],
        ]);
        return (
            this.isUnfinished && this.state.job.done === done && this.state.job.state === state
        );
    }

    /** After the present slice; at once where none is being done. */
    async stop() {
        this.state.isStopping = true;
        if (!this.state.isWorking) {
            await this.call("action_stop");
        }
    }
}

/**
 * Returns the handler of a client action that opens a job, in place of the dialog that
 * has made it; what lies below is shown anew when it closes.
 */
export function opener(dialogClass) {
    return (env, action) => {
        const reload = { type: "ir.actions.client", tag: "soft_reload" };
        env.services.dialog.add(
            dialogClass,
            { job: action.params },
            { onClose: () => env.services.action.doAction(reload) }
        );
        return { type: "ir.actions.act_window_close" };
    };
}
