import { downloadFile } from "@web/core/network/download";
import { registry } from "@web/core/registry";

/**
 * Saves a file that came with the answer of an act, then goes on to what follows.
 * For files that must not be kept on the server, such as initial passwords.
 */
function saveFile(env, action) {
    const { name, content, mimetype, next } = action.params;
    const bytes = Uint8Array.from(atob(content), (char) => char.charCodeAt(0));
    downloadFile(new Blob([bytes], { type: mimetype }), name, mimetype);
    return next;
}

registry.category("actions").add("danvan_save_file", saveFile);
