"""People, units and papers of an invented province."""

import io

import pypdf

from odoo.tests import TransactionCase, new_test_user


def pdf_texts(content):
    """Return the text of each page of a PDF; wkhtmltopdf writes tabs for spaces."""
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return [page.extract_text().replace("\t", " ") for page in pages]


class DocumentCase(TransactionCase):
    """A committee, its commission, a commune's committee and its State body."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.committee = cls._unit("TTU", "Tỉnh ủy Sông Mây", "party_committee")
        cls.committee.write({"organisation_name": "Đảng bộ tỉnh Sông Mây"})
        cls.commission = cls._unit(
            "TBV", "Ban Dân vận Tỉnh ủy", "party_commission", cls.committee
        )
        cls.commission.write(
            {
                "advises_id": cls.committee.id,
                "paper_symbol": "BDVTU",
                "place_name": "Sông Mây",
                "leader_name": "Nguyễn Văn Mẫu",
                "leader_post": "Trưởng ban",
            }
        )
        cls.commune = cls._unit(
            "TDU", "Đảng ủy xã Suối Đá", "party_committee", cls.committee
        )
        cls.state_body = cls._unit(
            "TUB", "Ủy ban nhân dân xã Suối Đá", "government", cls.commune
        )
        cls.state_body.write({"paper_symbol": "UBND", "place_name": "Suối Đá"})
        cls.officer = cls._person("t.officer", cls.commission, "officer")
        cls.leader = cls._person("t.leader", cls.commission, "approver")
        cls.registrar = cls._person("t.registrar", cls.commission, "registrar")
        cls.below = cls._person("t.below", cls.commune, "officer")

    @classmethod
    def _unit(cls, code, name, kind, parent=None):
        return cls.env["danvan.unit"].create(
            {
                "name": name,
                "code": code,
                "kind_id": cls.env.ref(f"danvan_kheo.kind_{kind}").id,
                "level_id": cls.env.ref("danvan_kheo.level_province").id,
                "parent_id": parent and parent.id,
            }
        )

    @classmethod
    def _person(cls, login, unit, role):
        user = new_test_user(cls.env, login, groups="danvan_kheo.group_user")
        cls.env["danvan.assignment"].create(
            {"user_id": user.id, "unit_id": unit.id, "role": role}
        )
        return user

    @classmethod
    def _paper_of(cls, unit=None, code="submission", user=None, **vals):
        template = cls.env["danvan.document.template"]._for_code(code)
        papers = cls.env["danvan.document"].with_user(user or cls.env.user)
        unit = unit or cls.commission
        defaults = {"unit_id": unit.id, "template_id": template.id}
        return papers.create({**defaults, **vals})

    @classmethod
    def _to_number(cls, **vals):
        """Return a paper that waits for its number."""
        paper = cls._paper_of(user=cls.officer, **vals)
        paper.action_transition("submit")
        paper.with_user(cls.leader).action_transition("approve")
        return paper.with_user(cls.registrar)

    @classmethod
    def _issued(cls, number=7, date="2026-02-05", **vals):
        """Return an issued paper, as its registrar."""
        paper = cls._to_number(**vals)
        paper.action_issue(number, date)
        return paper
