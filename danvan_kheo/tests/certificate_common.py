"""Printing of certificates: the dialog as it is used, and reading of what comes out."""

import base64
import io
from contextlib import contextmanager

import pdfplumber

from odoo.tests import Form

from .award_common import AwardCase

POINTS = 72 / 25.4
# Ascent and descent of the font of papers, by its size (Tinos, Times New Roman).
ASCENT, DESCENT = 0.891, 0.216
LINE = 1.2


@contextmanager
def opened(content):
    """Open a PDF's bytes by pdfplumber."""
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        yield pdf


def chars_of(page, text):
    """Return the letters of the first place where `text` stands on the page."""
    chars = page.chars
    joined = "".join(char["text"] for char in chars)
    start = joined.index(text)
    return chars[start : start + len(text)]


def baseline(page, char):
    """Return where a letter stands, in millimetres from the page's top."""
    return (float(page.height) - char["matrix"][5]) / POINTS


def expected_baseline(top, size):
    """Return where letters stand whose line begins `top` mm below the page's top."""
    return top + ((LINE - ASCENT - DESCENT) / 2 + ASCENT) * size / POINTS


class CertificateCase(AwardCase):
    """A commune's decision with awards, and layouts of the test's own."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.a4 = cls.env.ref("danvan_kheo.certificate_layout_a4")
        cls.a3 = cls.env.ref("danvan_kheo.certificate_layout_a3")
        cls.blank = cls.env.ref("danvan_kheo.certificate_layout_blank")
        cls.printer = cls.env["danvan.certificate.printer"].create(
            {"name": "Máy in 1", "unit_id": cls.commune.id, "dx": 2.5, "dy": -1.5}
        )

    @classmethod
    def _layout(cls, *fields, **vals):
        """Return a blank with the given fields, `(value, x, y, width, height, …)`."""
        return cls.env["danvan.certificate.layout"].create(
            {
                "name": "Phôi thử",
                "mode": "blank",
                "field_ids": [(0, 0, field) for field in fields],
                **vals,
            }
        )

    def _dialog(self, records, user=None, **choices):
        """Return the dialog as `user` fills it in."""
        action = records.with_user(user or self.officer).action_print_certificate()
        model = self.env[action["res_model"]].with_user(user or self.officer)
        form = Form(model.with_context(**action["context"]))
        for name, value in choices.items():
            setattr(form, name, value)
        return form.save()

    def _file(self, dialog, act="action_print"):
        """Return the bytes that a button of the dialog hands out."""
        action = getattr(dialog, act)()
        self.assertEqual(action["type"], "ir.actions.act_url")
        self.assertIn(f"/{dialog.id}/file", action["url"])
        return base64.b64decode(dialog.with_context(bin_size=False).file)

    def _printed(self, records, user=None, act="action_print", **choices):
        return self._file(self._dialog(records, user, **choices), act)
