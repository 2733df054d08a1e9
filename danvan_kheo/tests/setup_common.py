"""An empty database and its administrator; lists of accounts as files."""

import base64
import csv
import io

import openpyxl

from odoo.tests import Form, new_test_user

HEADINGS = ("login", "name", "unit code", "role")


class SetupFixture:
    """No unit, no person: only an administrator of the module, who does not
    administer Odoo. Goes before Odoo's own test class."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(
            context={
                **cls.env.context,
                "tracking_disable": True,
                "no_reset_password": True,
            }
        )
        cls.administrator = cls._administrator()

    @classmethod
    def _administrator(cls):
        return new_test_user(
            cls.env, "setup_admin", "danvan_kheo.group_administrator", lang="vi_VN"
        )

    def setup_form(self, province, user=None):
        """Return the dialog of the first set-up with the province chosen."""
        form = Form(self.env["danvan.setup"].with_user(user or self.administrator))
        form.province = province
        return form

    def form_at(self, step, province):
        """Return the dialog at a step, come to by the button that goes on."""
        setup = self.setup_form(province).save()
        while setup.step != step:
            setup.action_next()
        return Form(setup)

    def set_up(self, province):
        """Go through all steps as they are proposed; return the dialog at its end."""
        setup = self.setup_form(province).save()
        for _step in ("bodies", "leader", "campaign"):
            setup.action_next()
        setup.action_apply()
        return setup

    def load(self, *rows, headings=HEADINGS, user=None, **options):
        """Load a list of accounts and return the dialog and the rows of the result:
        `{line number: {heading: text}}`."""
        loading, action = self.load_file(
            self.as_csv(headings, *rows, **options), user or self.administrator
        )
        return loading, self.result_of(action)

    def load_file(self, content, user=None):
        loading = self.env["danvan.account.import"].with_user(
            user or self.administrator
        )
        loading = loading.create({"file": base64.b64encode(content)})
        return loading, loading.action_import()

    @staticmethod
    def as_csv(*rows, delimiter=","):
        file = io.StringIO()
        csv.writer(file, delimiter=delimiter).writerows(rows)
        return file.getvalue().encode("utf-8-sig")

    @staticmethod
    def as_workbook(*rows):
        book, buffer = openpyxl.Workbook(), io.BytesIO()
        for row in rows:
            book.active.append(row)
        book.save(buffer)
        return buffer.getvalue()

    @staticmethod
    def result_of(action):
        content = base64.b64decode(action["params"]["content"])
        page = openpyxl.load_workbook(io.BytesIO(content)).active
        headings, *rows = page.iter_rows(values_only=True)
        return {
            int(row[0]): dict(zip(headings, (cell or "" for cell in row), strict=True))
            for row in rows
        }
