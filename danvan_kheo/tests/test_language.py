"""No English reaches an officer's screen: every term of the module in Vietnamese.

Terms are read in three ways, so that none slips through: what Odoo itself exports
for translators, what the client is told of every field, and what it gets as views.
"""

import re
from pathlib import Path

import polib
from lxml import etree

from odoo.tests import TransactionCase, tagged
from odoo.tools.misc import file_path
from odoo.tools.translate import TranslationModuleReader

MODULE = "danvan_kheo"
LANGUAGE = "vi_VN"
# Names that are the same in both languages.
NAMES = {"Dân vận khéo", "ID"}
# Expressions that name a file; Odoo marks them as texts to translate.
NO_TEXTS = {"ir.actions.report,print_report_name"}
# Choices that are names of places, from the packaged list.
NAMED_CHOICES = {"danvan.setup.import.province", "danvan.setup.province"}
# Texts of a view that a person reads.
TEXTS = ("string", "help", "placeholder", "confirm", "title", "aria-label", "alt")
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sdf]|%%|\{\w*\}")


def same_in_both(english, vietnamese):
    """Tell whether a term that a person reads was left as it is in the source."""
    term = (english or "").strip()
    readable = any(char.isalpha() for char in term) and len(term) > 1
    return readable and term == (vietnamese or "").strip() and term not in NAMES


@tagged("post_install", "-at_install")
class TestLanguage(TransactionCase):
    """Walks records, fields, views and messages of the module."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["res.lang"]._activate_lang(LANGUAGE)
        module = cls.env.ref(f"base.module_{MODULE}")
        module._update_translations([LANGUAGE], overwrite=True)
        cls.env.registry.clear_all_caches()
        cls.env.invalidate_all()
        cls.english = cls.env(context={"lang": "en_US"})
        cls.vietnamese = cls.env(context={"lang": LANGUAGE})

    @classmethod
    def _terms(cls):
        """Return what Odoo exports: menus, actions, views, fields, selections, models,
        groups, reports, and the messages, labels and screens of the code."""
        reader = TranslationModuleReader(cls.env.cr, modules=[MODULE], lang=LANGUAGE)
        return list(reader)

    def _models(self):
        """Return the names of the models that this module brings."""
        data = self.env["ir.model.data"].search(
            [("module", "=", MODULE), ("model", "=", "ir.model")]
        )
        models = self.env["ir.model"].browse(data.mapped("res_id")).exists()
        return [name for name in models.mapped("model") if name.startswith("danvan.")]

    def _say(self, left):
        if left:
            self.fail(f"{len(left)} not in Vietnamese:\n" + "\n".join(sorted(left)))

    def _catalogue(self):
        path = Path(file_path(MODULE)) / "i18n" / "vi.po"
        self.assertTrue(path.is_file(), "i18n/vi.po is missing")
        return polib.pofile(str(path))

    def test_dates_on_screen_are_written_with_figures_alone(self):
        """05/02/2026, not “5 thg 2”: wording of the field."""
        left = set()
        for path in sorted(Path(file_path(f"{MODULE}/views")).rglob("*.xml")):
            root = etree.parse(str(path))
            for record in root.iterfind(".//record[@model='ir.ui.view']"):
                name = record.findtext("field[@name='model']")
                left |= self._worded_dates(self.env[name], record, path.name)
        self._say(left)

    def _worded_dates(self, model, record, where):
        if record.find(".//search") is not None:
            return set()
        return {
            f"{where}: {node.get('name')}"
            for node in record.iterfind(".//field[@name='arch']//field")
            if node.get("name") in model._fields
            and model._fields[node.get("name")].type in ("date", "datetime")
            and "numeric" not in node.get("options", "")
            and node.get("invisible") != "1"
        }

    def test_every_exported_term_is_translated(self):
        left = {
            f"{kind} {name} {where}: {source}"
            for _module, kind, name, where, source, value, _comments in self._terms()
            if not value and name not in NO_TEXTS and same_in_both(source, source)
        }
        self._say(left)

    def test_every_message_of_the_code_is_in_the_catalogue(self):
        translated = {
            entry.msgid
            for entry in self._catalogue()
            if entry.msgstr and not entry.fuzzy and not entry.obsolete
        }
        sources = {row[4] for row in self._terms() if row[1] == "code"}
        self._say({source for source in sources - translated if source not in NAMES})

    def test_placeholders_survive_the_translation(self):
        self._say(
            {
                f"{entry.msgid} → {entry.msgstr}"
                for entry in self._catalogue()
                if entry.msgstr
                and sorted(PLACEHOLDER.findall(entry.msgid))
                != sorted(PLACEHOLDER.findall(entry.msgstr))
            }
        )

    def test_fields_and_their_choices(self):
        """A choice that a method returns is not translated by itself."""
        own = self._own_fields()
        left = set()
        for model in self._models():
            english = self.english[model].fields_get()
            vietnamese = self.vietnamese[model].fields_get()
            for name in english.keys() & own[model]:
                pairs = self._pairs_of_field(model, english[name], vietnamese[name])
                left |= {f"{model}.{name}: {a}" for a, b in pairs if same_in_both(a, b)}
        self._say(left)

    def _own_fields(self):
        """Return `{model: names}` of the fields whose terms are this module's; what
        other modules add to its models, they translate."""
        data = self.env["ir.model.data"].search(
            [("module", "=", MODULE), ("model", "=", "ir.model.fields")]
        )
        found = self.env["ir.model.fields"].browse(data.mapped("res_id")).exists()
        own = found.grouped("model")
        return {name: set(own[name].mapped("name")) for name in self._models()}

    def _pairs_of_field(self, model, english, vietnamese):
        """Return `[(English, Vietnamese)]` of label, help and choices."""
        pairs = [(english.get("help"), vietnamese.get("help"))]
        # False for labels that no screen shows.
        if self.env[model]._fields[english["name"]].export_string_translation:
            pairs.append((english["string"], vietnamese["string"]))
        if f"{model}.{english['name']}" not in NAMED_CHOICES:
            choices = dict(vietnamese.get("selection") or [])
            pairs += [(text, choices[k]) for k, text in english.get("selection") or []]
        return pairs

    def test_descriptions_of_models(self):
        for model in self._models():
            english = self.english["ir.model"]._get(model).name
            vietnamese = self.vietnamese["ir.model"]._get(model).name
            self.assertFalse(same_in_both(english, vietnamese), f"{model}: {english}")

    def test_labels_of_acts_and_states(self):
        left = set()
        for model in self._models():
            if hasattr(self.env[model], "_transitions"):
                left |= self._labels_left(model)
        self._say(left)

    def _labels_left(self, model):
        english, vietnamese = self.english[model], self.vietnamese[model]
        names = [transition.name for transition in english._transitions()]
        pairs = [
            (english._transition_label(name), vietnamese._transition_label(name))
            for name in (*names, "take_over")
        ]
        states = english._fields["state"].get_values(self.env) if names else []
        pairs += [(english._state_label(s), vietnamese._state_label(s)) for s in states]
        return {f"{model}: {a}" for a, b in pairs if same_in_both(a, b)}

    def test_views_as_the_client_gets_them(self):
        left = set()
        for view in self._views():
            arch = [
                env[view.model]._get_view(view.id, view.type)[0]
                for env in (self.english, self.vietnamese)
            ]
            left |= {
                f"{view.xml_id}: {a}"
                for a, b in zip(*map(self._texts, arch), strict=True)
                if same_in_both(a, b)
            }
        self._say(left)

    def _views(self):
        data = self.env["ir.model.data"].search(
            [("module", "=", MODULE), ("model", "=", "ir.ui.view")]
        )
        views = self.env["ir.ui.view"].browse(data.mapped("res_id"))
        return views.filtered(lambda view: view.model and not view.inherit_id)

    @staticmethod
    def _texts(arch):
        """Return all that a person reads in a view, in the order of the view."""
        texts = []
        for node in arch.iter():
            if not isinstance(node.tag, str):
                continue
            texts += [node.get(name) for name in TEXTS if node.get(name)]
            texts += [node.text, node.tail]
        return texts

    def test_menus_actions_groups_and_reports(self):
        left = set()
        for model, name in (
            ("ir.ui.menu", "name"),
            ("ir.actions.act_window", "name"),
            ("ir.actions.act_window", "help"),
            ("ir.actions.server", "name"),
            ("ir.actions.client", "name"),
            ("ir.actions.report", "name"),
            ("res.groups", "name"),
        ):
            left |= {
                f"{model} {record.id}: {a}"
                for record, a, b in self._records(model, name)
                if same_in_both(a, b)
            }
        self._say(left)

    def _records(self, model, name):
        """Return `[(record, English, Vietnamese)]` of a field of the module's data."""
        data = self.env["ir.model.data"].search(
            [("module", "=", MODULE), ("model", "=", model)]
        )
        records = self.english[model].browse(data.mapped("res_id")).exists()
        return [
            (record, record[name], record.with_env(self.vietnamese)[name])
            for record in records
        ]
