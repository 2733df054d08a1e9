// What was typed and has not reached the server, kept in this browser under user and
// record. Office machines are shared: it goes when it is saved, at logout, and with time.

import { browser } from "@web/core/browser/browser";

const PREFIX = "danvan_kheo.unsent";
const LASTING = 7 * 24 * 3600 * 1000; // milliseconds

let loggedOut = false;

function keysOf(start) {
    return Object.keys(browser.localStorage).filter((key) => key.startsWith(start));
}

function read(key) {
    try {
        return JSON.parse(browser.localStorage.getItem(key));
    } catch {
        return null;
    }
}

export class UnsentCopies {
    /** @param {number} userId */
    constructor(userId) {
        this.start = `${PREFIX}/${userId}/`;
        this.dropOld();
    }

    dropOld() {
        for (const key of keysOf(`${PREFIX}/`)) {
            const copy = read(key);
            if (!copy || Date.now() - copy.time > LASTING) {
                browser.localStorage.removeItem(key);
            }
        }
    }

    /** Keeps `values` of a record; a full or forbidden storage keeps nothing. */
    keep(record, values) {
        if (loggedOut) {
            return;
        }
        try {
            const copy = JSON.stringify({ time: Date.now(), values });
            browser.localStorage.setItem(this.start + record, copy);
        } catch (error) {
            console.warn("Not kept in this browser:", error.name);
        }
    }

    /** Returns `{record, time, values}` of the newest copy whose record begins so. */
    newest(record) {
        const copies = keysOf(this.start + record)
            .map((key) => ({ record: key.slice(this.start.length), ...read(key) }))
            .filter((copy) => copy.values);
        return copies.sort((a, b) => b.time - a.time)[0];
    }

    forget(record) {
        browser.localStorage.removeItem(this.start + record);
    }

    /** Wipes all of this user; what is typed while the page closes is not kept. */
    forgetAll() {
        loggedOut = true;
        keysOf(this.start).forEach((key) => browser.localStorage.removeItem(key));
    }
}
