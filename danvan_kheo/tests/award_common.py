"""A commune with a running model, its honourees and its People's Committee."""

from odoo import fields

from .common import DanvanCase


class AwardCase(DanvanCase):
    """Makes proposals and decisions by the people whose task it is."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.province_government = cls._unit(
            "T.UBT", "UBND tỉnh Mẫu", "government", "province", cls.province
        )
        cls.other_government = cls._unit(
            "T.UB2", "UBND xã Đồi Xanh", "government", "commune", cls.other_commune
        )
        cls.commune_government.write(
            {
                "paper_symbol": "UBND",
                "place_name": "Suối Trong",
                "heading_name": "Ủy ban nhân dân\nxã Suối Trong",
                "leader_name": "Trần Văn Mẫu",
                "leader_post": "Chủ tịch",
            }
        )
        cls.commune_registrar = cls._person("r1", "registrar", cls.commune)
        cls.form = cls.env.ref("danvan_kheo.award_form_commune_merit")
        cls.campaign = cls._campaign()
        cls.registration = cls._run(cls._register(cls.campaign))

    @classmethod
    def _honouree(cls, name, subject_type="collective", **vals):
        model = cls.env["danvan.honouree"].with_user(cls.officer)
        return model.create(
            {
                "full_name": name,
                "subject_type": subject_type,
                "unit_id": cls.commune.id,
                **vals,
            }
        ).with_env(cls.env)

    @classmethod
    def _award_vals(cls, honouree=None, **vals):
        honouree = honouree or cls._honouree("Tập thể thôn 10")
        return {
            "honouree_id": honouree.id,
            "unit_id": cls.commune.id,
            "registration_id": cls.registration.id,
            "form_id": cls.form.id,
            "summary": "Vận động 45 hộ góp công, thắp sáng 2 km đường.",
            **vals,
        }

    @classmethod
    def _propose(cls, honouree=None, act=True, **vals):
        """Return a proposal by the commune's officer, proposed unless told not to."""
        if vals.get("unit_id") == cls.hamlet.id:
            honouree = cls._honouree("Tổ của thôn", unit_id=cls.hamlet.id)
            registration = cls._register(cls.campaign, cls.hamlet)
            vals["registration_id"] = registration.id
        model = cls.env["danvan.award"].with_user(cls.officer)
        award = model.create(cls._award_vals(honouree, **vals)).with_env(cls.env)
        if act:
            cls.act(award, cls.officer, "propose")
        return award

    @classmethod
    def _eligible(cls, *names):
        """Return eligible proposals of collectives with these names."""
        honourees = cls.env["danvan.honouree"].create(
            [{"full_name": name, "unit_id": cls.commune.id} for name in names]
        )
        model = cls.env["danvan.award"].with_user(cls.officer)
        awards = model.create([cls._award_vals(one) for one in honourees])
        awards = awards.with_env(cls.env)
        cls.act(awards, cls.officer, "propose")
        cls.act(awards, cls.officer, "screen")
        return awards

    @classmethod
    def _decision(cls, awards=None):
        """Return a draft decision, with `awards` on its list."""
        model = cls.env["danvan.award.decision"]
        if awards:
            action = awards.with_user(cls.officer).action_draft_decision()
            return model.browse(action["res_id"])
        vals = {
            "unit_id": cls.commune_government.id,
            "form_id": cls.form.id,
            "campaign_id": cls.campaign.id,
        }
        return model.with_user(cls.officer).create(vals).with_env(cls.env)

    @classmethod
    def _decide(cls, awards):
        """Return an approved decision on `awards`, its paper drafted."""
        decision = cls._decision(awards)
        cls.act(decision, cls.officer, "submit")
        cls.act(decision, cls.leader, "approve")
        cls._draft(decision)
        return decision

    @classmethod
    def _draft(cls, decision):
        """Return the paper of `decision`, drafted by the officer."""
        decision.invalidate_recordset()
        action = decision.with_user(cls.officer).action_draft_paper()
        return cls.env["danvan.document"].browse(action["res_id"])

    @classmethod
    def _issue(cls, decision, day, number):
        """Sign, number and issue the paper of `decision`."""
        paper = decision._pending_paper()
        if paper.state in ("draft", "returned"):
            cls.act(paper, cls.officer, "submit")
        if paper.state == "to_sign":
            cls.act(paper, cls.leader, "approve")
        paper.with_user(cls.commune_registrar).action_issue(number, day)
        cls.env.flush_all()

    @classmethod
    def _awarded(cls, name, day="2026-10-15", number=None):
        awards = cls._eligible(name)
        decision = cls._decide(awards)
        paper = decision._pending_paper()
        cls._issue(
            decision, day, number or paper._next_number(fields.Date.to_date(day))
        )
        return awards
