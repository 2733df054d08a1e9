// The form's data, which go on living while the server cannot be reached.

import { ConnectionLostError } from "@web/core/network/rpc";
import { RelationalModel } from "@web/model/relational_model/relational_model";
import { parseServerValue } from "@web/model/relational_model/utils";

// By which names the server says that nobody is logged in.
const EXPIRED = ["odoo.http.SessionExpiredException", "werkzeug.exceptions.Forbidden"];
const [CREATE, UPDATE, DELETE, UNLINK] = [0, 1, 2, 3];
const TEXTS = ["char", "text"];

export function isExpired(error) {
    return EXPIRED.includes(error?.exceptionName);
}

/** Tells whether a request did not reach the server, or not in an open session. */
export function isUnreachable(error) {
    return error instanceof ConnectionLostError || isExpired(error);
}

function isList(field) {
    return ["one2many", "many2many"].includes(field.type);
}

class RegistrationRecord extends RelationalModel.Record {
    /** Tells, without marking anything, whether the server would take it as a draft. */
    get canBeSaved() {
        return this._checkValidity({ silent: true });
    }

    /** Returns what is not saved, as plain values that `restore` understands. */
    unsent() {
        const values = this._getChanges();
        for (const name in values) {
            if (this._holdsFiles(name)) {
                delete values[name]; // would fill the storage, and no text be kept
            } else if (this.fields[name].type === "many2one" && values[name]) {
                const { id, display_name } = this.data[name];
                values[name] = { id, display_name };
            }
        }
        return values;
    }

    _holdsFiles(name) {
        const lines = isList(this.fields[name]) && this.data[name].fields;
        return Object.values(lines || {}).some((field) => field.type === "binary");
    }

    /** Puts back what `unsent` gave. */
    restore(values) {
        const changes = {};
        for (const [name, value] of this._known(values)) {
            const field = this.fields[name];
            changes[name] = isList(field) ? value : parseServerValue(field, value);
        }
        return this.update(changes);
    }

    /** Tells whether all of `values` is here already, saved while the page closed. */
    holds(values) {
        return this._known(values).every(([name, value]) =>
            isList(this.fields[name])
                ? value.every((command) => this._holdsLine(this.data[name], command))
                : this._isSame(name, value)
        );
    }

    _known(values) {
        return Object.entries(values).filter(
            ([name]) => name in this.activeFields && !this._isReadonly(name)
        );
    }

    _isSame(name, value) {
        const field = this.fields[name];
        const here = this._formatServerValue(field.type, this.data[name]);
        return (here || false) === (value?.id || value || false);
    }

    _holdsLine(list, [code, id, values]) {
        if ([CREATE, UPDATE].includes(code)) {
            return list.records.some((line) => line._tellsTheSame(values));
        }
        const isHere = list.currentIds.includes(id);
        return [DELETE, UNLINK].includes(code) ? !isHere : isHere || !id;
    }

    _tellsTheSame(values) {
        return Object.entries(values)
            .filter(([name]) => TEXTS.includes(this.fields[name]?.type))
            .every(([name, value]) => (this.data[name] || false) === (value || false));
    }
}

export class RegistrationModel extends RelationalModel {
    static Record = RegistrationRecord;

    /** What is typed stays, and lines are added, although the server's answer to it is
     * missing; only the form itself cannot begin without it. */
    async _onchange(config, params) {
        try {
            return await super._onchange(config, params);
        } catch (error) {
            const isBeginning = config.isRoot && !params.fieldNames?.length;
            if (isBeginning || !isUnreachable(error)) {
                throw error;
            }
            this.bus.trigger("DANVAN_UNREACHABLE", error);
            return {};
        }
    }
}
