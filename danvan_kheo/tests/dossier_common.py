"""A commune with a decision in draft: two sorts of honourees on its list."""

from odoo.fields import Command

from .award_common import AwardCase
from .common import YEAR
from .paper_reading import PaperReading


class DossierCase(PaperReading, AwardCase):
    """Two persons and a collective, eligible and on the list of a draft decision."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.old = cls._awarded("Tổ tự quản thôn 10", number=3)
        cls.deed = cls._run(cls._register(cls.campaign, name="Đường hoa thôn 10"))
        create = Command.create
        indicator = cls.deed.indicator_ids
        cls.deed._write_owned(
            {
                "situation_before": "Đường tối, nhiều tai nạn",
                "political_task": "Xây dựng nông thôn mới",
                "beneficiaries": "145 hộ",
                "result_ids": [
                    create({"indicator_id": indicator.id, "value_from": 2.1}),
                    create(
                        {
                            "name": "Ngày công",
                            "measure": "công",
                            "value_from": 1200,
                            "value_to": 1500,
                            "is_estimated": True,
                        }
                    ),
                ],
            }
        )
        cls.registration = cls.deed
        person = {
            "post": "Chi hội trưởng",
            "address": "Thôn 10",
            "birth_date": "1975-03-02",
        }
        cls.persons = [
            cls._propose(cls._honouree(name, "individual", sex=sex, **person))
            for name, sex in (
                ("Trần Văn Sửa", "male"),
                ("Nguyễn Thị Ánh", "female"),
                ("Đỗ Văn Ân", "male"),
            )
        ]
        again = cls.old.honouree_id
        cls.body = cls._propose(again)
        cls.awards = cls.body.union(*cls.persons)
        cls.act(cls.awards, cls.officer, "screen")
        cls.decision = cls._decision(cls.awards)
        cls.decision.with_user(cls.officer).expected_date = f"{YEAR}-10-15"

    def _drafted(self, record, code, user=None):
        acting = record.with_user(user or self.officer)
        acting.invalidate_recordset()
        return acting._draft_document(code)

    def _rows(self, content):
        return [
            [" ".join((cell or "").split()) for cell in row]
            for page in self._tables(content)
            for table in page
            for row in table
        ]
