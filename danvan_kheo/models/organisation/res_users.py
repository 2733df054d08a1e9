"""The one method by which accounts are made in bulk."""

from odoo import api, fields, models
from odoo.exceptions import AccessError

from ...tools import passwords

ADMINISTRATORS = "danvan_kheo.group_administrator"
# What is taken of a person; nothing else that a caller gives reaches the account.
PERSONAL = ("login", "name", "email")
LANGUAGE = "vi_VN"
ZONE = "Asia/Ho_Chi_Minh"


class ResUsers(models.Model):
    """Accounts of the movement: internal accounts with the groups of their roles."""

    _inherit = "res.users"

    @api.model
    def _danvan_open_accounts(self, people):
        """Create an internal account for each of `people`, with an initial password.

        Nothing is granted but internal user and the groups of the given roles. The
        passwords exist in what is returned and nowhere else in clear.

        :param people: dictionaries with login, name, email and roles, a collection of
            names of `danvan.assignment.role`
        :return: `{account: initial password}`, in the order of `people`
        :raise AccessError: for anyone but administrators of the module
        """
        self._danvan_check_administrator()
        # sudo: administrators of the module need not administer Odoo; the group was
        # checked just before, and the values are put together here.
        quiet = self.sudo().with_context(no_reset_password=True, tracking_disable=True)
        users = quiet.create([self._danvan_account_vals(person) for person in people])
        users._danvan_grant([frozenset(person["roles"]) for person in people])
        given = users._danvan_give_passwords()
        return {user.with_env(self.env): given[user] for user in users}

    @api.model
    def _danvan_check_administrator(self):
        if not self.env.user.has_group(ADMINISTRATORS):
            raise AccessError(
                self.env._("Accounts are opened by administrators of the module only.")
            )

    @api.model
    def _danvan_account_vals(self, person):
        """Return the values of one account; rooms add theirs.

        Without groups yet: for an internal account Odoo would draw the initials and
        store the picture in five sizes, which costs more than all the rest. Where none
        is stored, it draws the same when it is looked at.
        """
        installed = dict(self.env["res.lang"].get_installed())
        return {
            **{name: person.get(name) for name in PERSONAL},
            "lang": LANGUAGE if LANGUAGE in installed else self.env.lang,
            "tz": ZONE,
            "group_ids": [fields.Command.clear()],
        }

    def _danvan_grant(self, roles):
        """Make these accounts internal and give them the groups of their roles.

        :param roles: a set of names of roles for each account
        :raise KeyError: for a role that is none
        """
        groups = self._danvan_role_groups()
        internal = self._danvan_group("base.group_user")
        for wanted in set(roles):
            users = self.browse(
                [u.id for u, own in zip(self, roles, strict=True) if own == wanted]
            )
            given = [internal, *(groups[role] for role in sorted(wanted))]
            users.write({"group_ids": [fields.Command.set(given)]})

    @api.model
    def _danvan_role_groups(self):
        """Return `{role: id of its group}`."""
        roles = self.env["danvan.assignment"]._fields["role"].get_values(self.env)
        return {role: self._danvan_group(f"danvan_kheo.group_{role}") for role in roles}

    @api.model
    def _danvan_group(self, name):
        return self.env["ir.model.data"]._xmlid_to_res_id(name, raise_if_not_found=True)

    def _danvan_give_passwords(self):
        """Set a random password for each account.

        :return: `{account: password}`; only the hashes are stored
        """
        context = self._crypt_context()
        given = {user: passwords.made() for user in self}
        for user, password in given.items():
            user._set_encrypted_password(user.id, passwords.hashed(context, password))
        return given

    def _danvan_never_used(self):
        """Return those of these accounts that the current user opened, that nobody has
        ever signed in to, and that hold nothing beyond this module."""
        # sudo: asks only when somebody last signed in.
        mine = self.sudo().filtered(
            lambda user: user.create_uid.id == self.env.uid and not user.login_date
        )
        return mine._danvan_without_other_groups().with_env(self.env)

    def _danvan_without_other_groups(self):
        groups = [self._danvan_group("base.group_user")]
        groups += self._danvan_role_groups().values()
        own = self.env["res.groups"].sudo().browse(groups)
        allowed = own | own.all_implied_ids
        return self.filtered(lambda user: user.all_group_ids <= allowed)

    def _danvan_renew_passwords(self):
        """Give new initial passwords to accounts that were never used, for when the
        list of the first ones was lost.

        :return: `{account: password}`, only of the accounts for which it is allowed
        :raise AccessError: for anyone but administrators of the module
        """
        self._danvan_check_administrator()
        # sudo: as in `_danvan_open_accounts`; limited to accounts of one's own making
        # that nobody has used.
        return self._danvan_never_used().sudo()._danvan_give_passwords()
