"""Demonstration data, second half: results, scores, recognition and awards."""

from odoo import api, fields, models

# What three models of one commune reached, and the share of the points scored by the
# unit itself and by the appraiser.
REACHED = {
    "Thắp sáng đường quê thôn 7": (2.6, 0.96, 0.93),
    "Vận động hiến đất mở đường vào khu sản xuất": (2150, 0.94, 0.9),
    "Người có uy tín hòa giải mâu thuẫn đất đai": (9, 0.9, 0.84),
}
# Registered, scored by the unit itself, waiting for the appraiser.
SELF_SCORED = {"Hũ gạo nghĩa tình": (27, 0.9)}
HONOUREES = (
    (
        "Chi bộ thôn 7, xã Di Linh",
        "collective",
        "Thắp sáng đường quê thôn 7",
        "Vận động 62 hộ góp công, góp tiền, thắp sáng 2,6 km đường thôn.",
    ),
    (
        "Ông K’ Tin",
        "individual",
        "Người có uy tín hòa giải mâu thuẫn đất đai",
        "Cùng tổ hòa giải giải quyết 9 vụ mâu thuẫn đất đai ngay tại thôn.",
    ),
)


class DanvanDemonstration(models.AbstractModel):
    """Carries some registrations through evaluation, recognition and award."""

    _inherit = "danvan.demonstration"

    @api.model
    def _load_results(self, users, units, campaign):
        """Evaluate, recognise and commend models of one commune.

        :param users: `{login: user}`
        :param units: `{code: unit}`
        :param campaign: the campaign in which they are registered
        """
        for name, (reached, own, appraised) in REACHED.items():
            registration = self._find(campaign, name)
            self._self_evaluate(users, registration, reached, own)
            self._appraise(users, registration, appraised)
        for name, (reached, own) in SELF_SCORED.items():
            self._self_evaluate(users, self._find(campaign, name), reached, own)
        self._recognise(users, campaign)
        self._commend(users, units, campaign)

    def _find(self, campaign, name):
        domain = [("campaign_id", "=", campaign.id), ("name", "=", name)]
        return self.env["danvan.registration"].search(domain)

    def _self_evaluate(self, users, registration, reached, share):
        officer = users["canbo.dilinh"]
        indicator = registration.indicator_ids[0]
        self.env["danvan.registration.result"].with_user(officer).create(
            {
                "registration_id": registration.id,
                "indicator_id": indicator.id,
                "value_from": reached,
            }
        )
        registration.with_user(officer).action_self_evaluate()
        evaluation = registration.evaluation_ids
        self._score(evaluation.with_user(officer), share)
        evaluation.with_user(officer).action_transition("submit")
        evaluation.with_user(users["lanhdao.dilinh"]).action_transition("conclude")

    def _appraise(self, users, registration, share):
        appraiser = users["thamdinh.dilinh"]
        registration.with_user(appraiser).action_appraise()
        evaluation = registration.evaluation_ids.filtered(lambda e: e.stage == "level")
        evaluation = evaluation.with_user(appraiser)
        self._score(evaluation, share, "Hồ sơ minh chứng chưa đủ ảnh trước khi làm")
        evaluation.action_transition("submit_appraisal")
        evaluation.with_user(users["lanhdao.dilinh"]).action_transition("conclude")

    @staticmethod
    def _score(evaluation, share, reason=None):
        """Score every criterion by `share` of its maximum, in half points."""
        for line in evaluation.score_ids:
            score = round(line.max_score * share * 2) / 2
            differs = reason and score != line.self_score
            line.write({"score": score, "reason": differs and reason})

    def _recognise(self, users, campaign):
        lists = self.env["danvan.recognition.list"].with_user(users["thamdinh.dilinh"])
        record = lists.create({"campaign_id": campaign.id})
        record.action_draw_up()
        record.action_transition("submit")
        record.with_user(users["lanhdao.dilinh"]).action_transition("approve")
        record.invalidate_recordset()
        paper = record.sudo().paper_ids.with_user(users["canbo.dilinh"])
        self._complete(paper, "Ban Xây dựng Đảng tại Tờ trình số 08-TTr/BXDĐ")
        paper.write({"capacity": "on_behalf", "signing_for": "Ban Thường vụ"})
        self._issue(users, paper, "dilinh", 15)

    @staticmethod
    def _complete(paper, proposer):
        """Write what the samples leave open: who proposed, who carries out."""
        bases = (paper.legal_bases or "").replace("…….", f"{proposer}.")
        body = (paper.body or "").replace("……, các", "Văn phòng, các")
        paper.write({"legal_bases": bases.replace("……", proposer), "body": body})

    def _issue(self, users, paper, place, number, leader=None):
        """Have a paper signed, numbered and issued by the people of `place`."""
        paper.with_user(users[f"canbo.{place}"]).action_transition("submit")
        leader = users[leader or f"lanhdao.{place}"]
        paper.with_user(leader).action_transition("approve")
        registrar = users[f"vanthu.{place}"]
        today = self.env["danvan.period"]._today()
        paper.with_user(registrar).action_issue(number, fields.Date.to_string(today))

    def _commend(self, users, units, campaign):
        officer = users["canbo.dilinh"]
        awards = self.env["danvan.award"].with_user(officer)
        for name, subject, deed, summary in HONOUREES:
            honouree = (
                self.env["danvan.honouree"]
                .with_user(officer)
                .create(
                    {
                        "full_name": name,
                        "subject_type": subject,
                        "unit_id": units["DU25000"].id,
                    }
                )
            )
            awards += awards.create(
                {
                    "honouree_id": honouree.id,
                    "unit_id": units["DU25000"].id,
                    "registration_id": self._find(campaign, deed).id,
                    "form_id": self.env.ref("danvan_kheo.award_form_commune_merit").id,
                    "summary": summary,
                }
            )
        awards.action_transition("propose")
        self._decide_awards(users, awards)

    def _decide_awards(self, users, awards):
        officer = users["canbo.ubnd.dilinh"]
        awards.with_user(officer).action_transition("screen")
        action = awards.with_user(officer).action_draft_decision()
        decision = self.env["danvan.award.decision"].browse(action["res_id"])
        decision.with_user(officer).action_transition("submit")
        decision.with_user(users["ubnd.dilinh"]).action_transition("approve")
        drafted = decision.with_user(officer).action_draft_paper()
        paper = self.env["danvan.document"].browse(drafted["res_id"])
        proposer = "Phòng Văn hóa – Xã hội tại Tờ trình số 31/TTr-VHXH"
        self._complete(paper.with_user(officer), proposer)
        self._issue(users, paper, "ubnd.dilinh", 128, leader="ubnd.dilinh")
