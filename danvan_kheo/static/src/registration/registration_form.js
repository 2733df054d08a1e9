// The form of a registration saves itself as a draft after a few seconds of rest. What
// has not reached the server is kept in the browser and offered back.

import { onMounted, onWillUnmount, useExternalListener } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { user } from "@web/core/user";
import { useBus, useService } from "@web/core/utils/hooks";
import { FormController } from "@web/views/form/form_controller";
import { formView } from "@web/views/form/form_view";
import { RegistrationModel, isExpired, isUnreachable } from "./registration_model";
import { UnsentCopies } from "./unsent_copies";

// Milliseconds of rest before a copy, before saving, and before the next try.
const [COPY_AFTER, SAVE_AFTER, TRY_AGAIN_AFTER] = [400, 3000, 8000];
const NEW = "new-";
const { DateTime } = luxon;

class RegistrationFormController extends FormController {
    setup() {
        super.setup();
        this.notification = useService("notification");
        this.copies = new UnsentCopies(user.userId);
        this.newKey = `${NEW}${Date.now()}`;
        useBus(this.model.bus, "DANVAN_UNREACHABLE", (ev) => this.onUnreachable(ev.detail));
        useExternalListener(window, "online", () => this.saveAtRest());
        useExternalListener(window, "input", (ev) => this.onInput(ev), { capture: true });
        onMounted(() => this.offerBack());
        onWillUnmount(() => this.stopWaiting());
    }

    get modelParams() {
        const params = super.modelParams;
        params.hooks.onRecordChanged = () => this.onTyped();
        return params;
    }

    get copyKey() {
        return this.model.root.resId ? `${this.model.root.resId}` : this.newKey;
    }

    get isDraft() {
        return this.model.root.data.is_open && !this.env.inDialog;
    }

    onInput(ev) {
        if (this.rootRef.el?.contains(ev.target) && ev.target.closest(".o_field_widget")) {
            this.onTyped();
        }
    }

    onTyped() {
        if (this.isDraft) {
            this.stopWaiting();
            this.copyTimer = browser.setTimeout(() => this.keepCopy(), COPY_AFTER);
            this.saveTimer = browser.setTimeout(() => this.saveAtRest(), SAVE_AFTER);
        }
    }

    stopWaiting() {
        browser.clearTimeout(this.copyTimer);
        browser.clearTimeout(this.saveTimer);
    }

    // ---------------------------------------------------------------- the copy

    /** Keeps what is not saved, with the text of the box that is being typed in. */
    keepCopy() {
        const root = this.model.root;
        const typed = this.typedIn();
        if (root.dirty || Object.keys(typed).length) {
            this.copies.keep(this.copyKey, { ...root.unsent(), ...typed });
        }
    }

    typedIn() {
        const box = document.activeElement;
        const name = box?.closest(".o_field_char, .o_field_text")?.getAttribute("name");
        const { data, fields } = this.model.root;
        const isOwn = this.rootRef.el?.contains(box) && !box.closest(".o_field_x2many");
        const isText = ["char", "text"].includes(fields[name]?.type);
        return isOwn && isText && box.value !== (data[name] || "") ? { [name]: box.value } : {};
    }

    offerBack() {
        const copy = this.copies.newest(this.model.root.resId ? this.copyKey : NEW);
        if (!copy || !this.isDraft) {
            return;
        }
        if (this.model.root.holds(copy.values)) {
            this.copies.forget(copy.record);
            return;
        }
        const hour = DateTime.fromMillis(copy.time).toFormat("HH:mm, dd/MM/yyyy");
        const close = this.notification.add(_t("Text not saved at %s is still here.", hour), {
            type: "warning",
            sticky: true,
            className: "danvan_unsent",
            buttons: [
                { name: _t("Restore"), onClick: () => this.restore(copy, close) },
                { name: _t("Drop"), onClick: () => this.drop(copy, close) },
            ],
        });
        this.closeOffer = close;
    }

    async restore(copy, close) {
        close();
        await this.model.root.restore(copy.values);
        this.keepCopy();
        if (copy.record !== this.copyKey) {
            this.copies.forget(copy.record);
        }
        this.onTyped();
    }

    drop(copy, close) {
        close();
        this.copies.forget(copy.record);
    }

    // ------------------------------------------------------------- the saving

    get isAmidALine() {
        return this.formInDialog || this.rootRef.el?.querySelector(".o_selected_row");
    }

    /** Saves a draft, without a word where it cannot be saved yet. */
    async saveAtRest() {
        if (!this.isDraft || this.isAmidALine) {
            return;
        }
        const putBack = this.rememberBox();
        const root = this.model.root;
        if ((await root.isDirty()) && root.canBeSaved) {
            this.keepCopy();
            await root.save({ onError: (error) => this.onUnsaved(error) });
        }
        putBack();
    }

    /** Saving trims the box that somebody is typing in: returns what undoes that. */
    rememberBox() {
        const box = document.activeElement;
        const [text, place] = [box?.value, box?.selectionStart];
        return () => {
            const isTrimmed = text?.trim() === box?.value?.trim() && text !== box?.value;
            if (box === document.activeElement && isTrimmed) {
                box.value = text;
                box.setSelectionRange?.(place, place);
            }
        };
    }

    /** Goes on without a dialog: the button “Save” tells what stands against it. */
    onUnsaved(error) {
        if (isUnreachable(error)) {
            this.onUnreachable(error);
        }
        return false;
    }

    onUnreachable(error) {
        this.keepCopy();
        this.saveTimer = browser.setTimeout(() => this.saveAtRest(), TRY_AGAIN_AFTER);
        this.closeNotice ||= this.notification.add(
            isExpired(error)
                ? _t("The session has ended. What was typed is kept on this machine: log in again to restore it.")
                : _t("Connection lost. What is being typed is kept on this machine and will be saved when the network is back."),
            {
                type: "warning",
                sticky: true,
                className: "danvan_unreachable",
                onClose: () => (this.closeNotice = null),
                buttons: isExpired(error)
                    ? [{ name: _t("Log in Again"), onClick: () => browser.location.reload() }]
                    : [],
            }
        );
    }

    async onSaveError(error, options, leaving) {
        if (!isUnreachable(error)) {
            return super.onSaveError(error, options, leaving);
        }
        this.onUnreachable(error);
        return false;
    }

    async onRecordSaved(record, changes) {
        await super.onRecordSaved(record, changes);
        if (record === this.model.root) {
            this.stopWaiting();
            [this.newKey, `${record.resId}`].forEach((key) => this.copies.forget(key));
            this.closeNotice?.();
        }
    }

    async discard() {
        this.stopWaiting();
        this.copies.forget(this.copyKey);
        return super.discard();
    }

    beforeVisibilityChange() {
        if (!this.isDraft) {
            return super.beforeVisibilityChange();
        }
        if (document.visibilityState === "hidden") {
            return this.saveAtRest();
        }
    }

    /** A new one is offered back when the form is opened again: sent blindly while the
     * page closes, nobody would know whether it had arrived, and it would come twice. */
    async beforeUnload(ev) {
        if (this.isDraft) {
            this.keepCopy();
        }
        if (!this.isDraft || !this.model.root.isNew) {
            return super.beforeUnload(ev);
        }
    }
}

registry.category("views").add("danvan_registration_form", {
    ...formView,
    Controller: RegistrationFormController,
    Model: RegistrationModel,
});
