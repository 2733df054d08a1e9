// Nobody finds at this machine what the one before had typed.

import { registry } from "@web/core/registry";
import { user } from "@web/core/user";
import "@web/webclient/user_menu/user_menu_items";
import { UnsentCopies } from "./unsent_copies";

const items = registry.category("user_menuitems");
const logOut = items.get("log_out");

function logOutAndForget(env) {
    const item = logOut(env);
    return {
        ...item,
        callback() {
            new UnsentCopies(user.userId).forgetAll();
            return item.callback();
        },
    };
}

items.add("log_out", logOutAndForget, { force: true });
