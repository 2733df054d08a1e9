"""A register of invented documents, and papers that cite it."""

from freezegun import freeze_time

from .document_common import DocumentCase

DIRECTIVE = "danvan.directive"
NOW = "2026-03-10 09:00:00+07:00"


class DirectiveCase(DocumentCase):
    """A law, a decree that another has replaced, a circular that ended without one,
    and a directive of the Party; a template that cites them all."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(freeze_time(NOW))
        cls.env["res.lang"]._activate_lang("vi_VN")
        entry = cls._directive
        cls.plan = entry("plan", "12/KH-UBND", "state", issuer="UBND tỉnh Sông Mây")
        cls.circular = entry(
            "circular", "04/2024/TT-BNV", "state", date_to="2026-01-31"
        )
        cls.decree = entry(
            "decree",
            "20/2025/NĐ-CP",
            "state",
            date_issued="2025-12-05",
            date_from="2026-01-01",
            issuer="Chính phủ",
            summary="quy định về khen thưởng",
        )
        cls.old_decree = entry(
            "decree", "10/2023/NĐ-CP", "state", replaced_by_id=cls.decree.id
        )
        cls.law = entry("law", "06/2022/QH99", "state", summary="Thi đua thử")
        cls.party = entry(
            "directive",
            "05-CT/TU",
            "party",
            date_issued="2024-03-07",
            issuer="Ban Thường vụ Tỉnh ủy",
            summary="về công tác dân vận",
        )
        cls.template = cls.env.ref("danvan_kheo.template_decision")
        cls.template.basis_ids = (
            cls.plan | cls.circular | cls.old_decree | cls.law | cls.party
        )
        cls.template.legal_bases = "Xét đề nghị của Chánh Văn phòng"
        cls.state_officer = cls._person("t.state", cls.state_body, "officer")

    @classmethod
    def _directive(cls, kind, number, family="both", **vals):
        return cls.env[DIRECTIVE].create(
            {
                "kind_id": cls.env.ref(f"danvan_kheo.directive_kind_{kind}").id,
                "number": number,
                "family": family,
                "unit_id": False,
                **vals,
            }
        )

    def _drafted(self, unit=None, user=None, **vals):
        return self._paper_of(
            unit or self.state_body, "decision", user or self.state_officer, **vals
        )

    def _lines(self, paper):
        return paper._paper()["bases"]
