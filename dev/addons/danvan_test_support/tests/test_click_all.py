from odoo.tests import HttpCase, tagged

CLICK = (
    "odoo.loader.modules.get('@web/webclient/clickbot/clickbot_loader')"
    ".startClickEverywhere('%s');"
)


@tagged("post_install", "-at_install", "danvan_http")
class TestClickAll(HttpCase):
    """Opens every menu, view and filter of the module as a browser does."""

    # The robot may end on a form with an unsaved record.
    allow_end_on_form = True

    def test_click_all_as_administrator(self):
        admin = self.env.ref("base.user_admin")
        admin.group_ids += self._module_groups()
        admin.tour_enabled = False
        apps = self._module_apps(admin)
        self.assertTrue(apps, "the module has no menu of its own")
        for xmlid in apps:
            with self.subTest(app=xmlid):
                self.browser_js(
                    "/odoo",
                    CLICK % xmlid,
                    "odoo.isReady === true",
                    login="admin",
                    timeout=600,
                    success_signal="clickbot test succeeded",
                )

    def _module_groups(self):
        """All groups of the module: their holder sees each of its menus."""
        data = self.env["ir.model.data"].search(
            [("module", "=", "danvan_kheo"), ("model", "=", "res.groups")]
        )
        return self.env["res.groups"].browse(data.mapped("res_id"))

    def _module_apps(self, user):
        """External ids of the module's applications which that user sees."""
        menus = self.env["ir.ui.menu"].with_user(user).load_menus(False)
        xmlids = [menus[app]["xmlid"] for app in menus["root"]["children"]]
        return [xmlid for xmlid in xmlids if xmlid.startswith("danvan_kheo.")]
