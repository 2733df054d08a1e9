"""The rooms depend on each other one way, files stay short, public methods speak."""

from odoo.tests import BaseCase, tagged

from .architecture import (
    ROOT,
    Rooms,
    read_module,
    room_of,
    silent_acts,
    undocumented_methods,
    unextracted_words,
)

LONGEST = 400
CODE = (".py", ".xml", ".js", ".scss", ".css")


@tagged("post_install", "-at_install")
class TestArchitecture(BaseCase):
    """Read from the files themselves, so that no list has to be kept."""

    def test_no_room_uses_a_later_one(self):
        self.assertEqual(Rooms(read_module()).wrong_directions(), [])

    def test_the_check_sees_the_real_uses(self):
        rooms = Rooms(read_module())
        path = "models/registration/registration_workflow.py"
        self.assertIn("import workflow", rooms.uses[path])
        self.assertIn("danvan.level", rooms.uses[path])
        self.assertEqual(rooms.room_of_name["danvan.registration"], "registration")
        self.assertEqual(rooms.room_of_name["danvan.transition.reason"], "workflow")
        self.assertEqual(rooms.room_of_name["danvan.setup.import"], "organisation")
        self.assertEqual(rooms.room_of_name["campaign_read_rule"], "campaign")
        rules = "security/registration/rules.xml"
        self.assertIn("model_danvan_registration", rooms.uses[rules])

    def test_the_check_finds_each_kind_of_wrong_use(self):
        award = 'class Award(models.Model):\n    _name = "danvan.award"\n'
        later = {
            "models/award/award.py": award,
            "views/award/menus.xml": '<odoo><menuitem id="menu_award"/></odoo>',
            "wizards/award_dialog.py": 'X = "danvan.award"\n'
            'class D(models.TransientModel):\n    _name = "danvan.award.dialog"\n',
        }
        wrong = {
            "models/campaign/a.py": "from ..award.award import X",
            "models/campaign/b.py": "from odoo.addons.danvan_kheo.models import award",
            "models/campaign/c.py": 'a_id = fields.Many2one("danvan.award")',
            "models/campaign/d.py": 'self.env["danvan.award"].search([])',
            "models/campaign/e.py": 'self.env.ref("danvan_kheo.menu_award")',
            "models/campaign/f.py": 'self.env["danvan.award.dialog"]',
            "models/campaign/g.py": '_inherit = ["danvan.award"]',
            "views/campaign/a.xml": '<o><menuitem id="m" parent="menu_award"/></o>',
            "views/campaign/b.xml": '<o><field ref="danvan_kheo.menu_award"/></o>',
            "views/campaign/c.xml": "<o><f eval=\"[link(ref('menu_award'))]\"/></o>",
            "views/campaign/d.xml": '<o><field name="model">danvan.award</field></o>',
            "security/campaign/r.xml": '<odoo><f ref="model_danvan_award"/></odoo>',
            "security/campaign/a.csv": "id,x\na,model_danvan_award,group_user",
            "data/campaign.xml": '<o><record id="x" model="danvan.award"/></o>',
        }
        right = {
            # Extends what an earlier room defines, and adds a mixin to it.
            "models/statistics/b.py": "class A(models.Model):\n"
            '    _name = "danvan.campaign"\n    _inherit = ["danvan.campaign", "x"]\n',
            "models/campaign/z.py": "class A(models.Model):\n"
            '    _name = "danvan.campaign"\n',
            "models/statistics/a.py": 'self.env["danvan.award"]',
            "models/campaign/h.py": '"""Later counted by danvan.award."""',
            "demo/all.py": 'self.env["danvan.award"]',
        }
        found = Rooms({**later, **wrong, **right}).wrong_directions()
        self.assertEqual({path for path, _name, _room in found}, set(wrong))
        self.assertEqual({room for _path, _name, room in found}, {"award"})

    def test_where_a_file_belongs(self):
        self.assertEqual(room_of("models/award/award.py"), "award")
        self.assertEqual(room_of("data/registration.xml"), "registration")
        self.assertIsNone(room_of("wizards/setup_import.py"))

    def test_no_file_is_long(self):
        lengths = {
            path.relative_to(ROOT).as_posix(): path.read_bytes().count(b"\n")
            for path in ROOT.rglob("*")
            if path.suffix in CODE
        }
        self.assertTrue(lengths)
        long = {path: lines for path, lines in lengths.items() if lines > LONGEST}
        self.assertEqual(long, {})

    def test_every_public_method_says_what_it_does(self):
        self.assertEqual(undocumented_methods(read_module()), [])
        silent = "class A:\n    def b(self):\n        pass\n    def _c(self): pass\n"
        self.assertEqual(
            undocumented_methods({"models/award/a.py": silent}),
            ["models/award/a.py: A.b"],
        )

    def test_no_words_hide_from_translation(self):
        self.assertEqual(unextracted_words(read_module()), [])
        hidden = "a = f\"{b}: {self.env._('Say it.')} {self.env._(label)}\"\n"
        self.assertEqual(
            unextracted_words({"models/award/a.py": hidden}),
            ["models/award/a.py: Say it."],
        )

    def test_every_act_answers(self):
        self.assertEqual(silent_acts(read_module()), [])
        silent = "class A:\n    def action_b(self):\n        self.c()\n"
        self.assertEqual(
            silent_acts({"models/award/a.py": silent}),
            ["models/award/a.py: A.action_b"],
        )
