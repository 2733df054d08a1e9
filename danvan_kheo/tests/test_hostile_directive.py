"""The register over the network: a neighbour neither changes nor plants what papers
cite."""

from odoo.tests import tagged

from .hostile import HostileCase

DIRECTIVE = "danvan.directive"


@tagged("post_install", "-at_install", "danvan_http")
class TestHostileDirective(HostileCase):
    """The commune keeps a plan; the shipped decree belongs to nobody."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan_kind = cls.env.ref("danvan_kheo.directive_kind_plan")
        cls.plan = cls._kept(cls.commune, "01-KH/ĐU")
        cls.above = cls._kept(cls.commission, "02-KH/BTGDVTU")
        cls.own = cls._kept(cls.other_commune, "03-KH/ĐU", date_to="2026-12-31")
        cls.shipped = cls.env.ref("danvan_kheo.directive_decree_152_2025")
        cls.paper = cls._paper(cls.commune)
        cls.own_paper = cls._paper(cls.other_commune)
        for user in (cls.officer, cls.other_officer, cls.viewer):
            user.password = user.login

    @classmethod
    def _kept(cls, unit, number, **vals):
        return cls.env[DIRECTIVE].create(
            {
                "kind_id": cls.plan_kind.id,
                "number": number,
                "unit_id": unit.id,
                **vals,
            }
        )

    @classmethod
    def _paper(cls, unit):
        template = cls.env["danvan.document.template"]._for_code("submission")
        return cls.env["danvan.document"].create(
            {"unit_id": unit.id, "template_id": template.id, "subject": "về việc thử"}
        )

    def _vals(self, unit=None, **vals):
        unit = {"unit_id": unit.id} if unit else {"unit_id": False}
        return {"kind_id": self.plan_kind.id, "number": "99/KH", **unit, **vals}

    def test_a_neighbour_neither_reads_nor_writes(self):
        user, ids = self.other_officer, self.plan.ids
        self.assert_refused(user, DIRECTIVE, "read", ids, fields=["number"])
        for vals in (
            {"number": "Giả"},
            {"citation": "Căn cứ giả"},
            {"date_to": "2020-01-01"},
            {"replaced_by_id": self.own.id},
        ):
            self.assert_refused(user, DIRECTIVE, "write", ids, vals=vals)
        self.assert_refused(user, DIRECTIVE, "unlink", ids)
        self.assertEqual(self.plan.number, "01-KH/ĐU")
        self.assertFalse(self.plan.replaced_by_id or self.plan.date_to)

    def test_what_stands_above_is_read_and_not_written(self):
        for directive in (self.above, self.shipped):
            self.assert_answers(
                [{"id": directive.id, "number": directive.number}],
                self.other_officer,
                DIRECTIVE,
                "read",
                directive.ids,
                fields=["number"],
            )
            for vals in ({"number": "Giả"}, {"replaced_by_id": self.own.id}):
                self.assert_refused(
                    self.other_officer, DIRECTIVE, "write", directive.ids, vals=vals
                )
            self.assert_refused(self.other_officer, DIRECTIVE, "unlink", directive.ids)
        self.assertFalse(self.shipped.replaced_by_id)

    def test_nothing_is_planted_into_another_register(self):
        before = self.env[DIRECTIVE].search_count([])
        for user, unit in (
            (self.other_officer, self.commune),
            (self.other_officer, self.commission),
            (self.other_officer, None),
            (self.viewer, self.commune),
        ):
            vals = self._vals(unit)
            self.assert_refused(user, DIRECTIVE, "create", vals_list=[vals])
        context = {"default_unit_id": self.commune.id}
        vals = {"kind_id": self.plan_kind.id, "number": "99/KH"}
        self.assert_refused(
            self.other_officer, DIRECTIVE, "create", vals_list=[vals], context=context
        )
        self.assertEqual(self.env[DIRECTIVE].search_count([]), before)

    def test_an_entry_is_not_moved_to_another_unit(self):
        for value in (self.commune.id, False):
            self.assert_refused(
                self.other_officer,
                DIRECTIVE,
                "write",
                self.own.ids,
                vals={"unit_id": value},
            )
        self.assertEqual(self.own.unit_id, self.other_commune)

    def test_an_own_entry_does_not_replace_a_foreign_one(self):
        """By the other side of the relation."""
        for target in (self.plan, self.above, self.shipped):
            commands = [[4, target.id, 0]], [[6, 0, target.ids]]
            for command in commands:
                self.assert_refused(
                    self.other_officer,
                    DIRECTIVE,
                    "write",
                    self.own.ids,
                    vals={"replaces_ids": command},
                )
            vals = self._vals(self.other_commune, replaces_ids=commands[0])
            self.assert_refused(
                self.other_officer, DIRECTIVE, "create", vals_list=[vals]
            )
            self.assertFalse(target.replaced_by_id)

    def test_what_one_may_not_read_is_no_successor(self):
        self.assert_refused(
            self.other_officer,
            DIRECTIVE,
            "write",
            self.own.ids,
            vals={"replaced_by_id": self.plan.id},
        )
        self.assertFalse(self.own.replaced_by_id)

    def test_derived_fields_are_not_written(self):
        for name in ("name", "search_key"):
            self.assert_refused(
                self.other_officer,
                DIRECTIVE,
                "write",
                self.own.ids,
                vals={name: "Giả"},
            )

    def test_a_paper_does_not_cite_what_its_maker_may_not_read(self):
        for command in ([4, self.plan.id, 0], [6, 0, self.plan.ids]):
            self.assert_refused(
                self.other_officer,
                "danvan.document",
                "write",
                self.own_paper.ids,
                vals={"basis_ids": [command]},
            )
        vals = {
            "unit_id": self.other_commune.id,
            "template_id": self.own_paper.template_id.id,
            "basis_ids": [[6, 0, self.plan.ids]],
        }
        self.assert_refused(
            self.other_officer, "danvan.document", "create", vals_list=[vals]
        )
        self.assertFalse(self.own_paper.basis_ids)

    def test_a_foreign_paper_is_not_given_other_bases(self):
        self.assert_refused(
            self.other_officer,
            "danvan.document",
            "write",
            self.paper.ids,
            vals={"basis_ids": [[4, self.own.id, 0]]},
        )
        self.assert_refused(
            self.officer,
            "danvan.document",
            "write",
            self.paper.ids,
            vals={"basis_text": "Căn cứ giả"},
        )
        self.assertFalse(self.paper.basis_ids)

    def test_templates_and_kinds_are_the_administrators(self):
        template = self.own_paper.template_id
        vals = {"basis_ids": [[4, self.own.id, 0]]}
        self.assert_refused(
            self.other_officer,
            "danvan.document.template",
            "write",
            template.ids,
            vals=vals,
        )
        self.assert_refused(
            self.other_officer,
            "danvan.directive.kind",
            "write",
            self.plan_kind.ids,
            vals={"name": "Giả"},
        )

    def test_what_is_tried_passes_for_who_may(self):
        """Else the doors would be found shut for another reason."""
        self.assert_answers(
            True, self.officer, DIRECTIVE, "write", self.plan.ids, vals={"note": "Được"}
        )
        self.assert_answers(
            True,
            self.officer,
            "danvan.document",
            "write",
            self.paper.ids,
            vals={"basis_ids": [[6, 0, (self.plan | self.shipped).ids]]},
        )
        for answer in self.tried(
            self.officer, DIRECTIVE, "create", vals_list=[self._vals(self.commune)]
        ):
            self.assertTrue(answer.value)

    def test_the_dialog_does_not_tell_of_a_foreign_paper(self):
        self.paper.basis_ids = self.plan
        for method, kwargs in (
            ("create", {"vals_list": [{"document_id": self.paper.id, "number": 1}]}),
        ):
            self.assert_refused(
                self.other_officer, "danvan.document.numbering", method, **kwargs
            )
