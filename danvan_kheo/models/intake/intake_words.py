"""What is wanted in a cell, in words."""


class Words:
    """The sentences of one file, made once.

    :param env: the environment of who reads them
    :param names: the `Names` of the file, for lists of what can be chosen
    """

    def __init__(self, env, names):
        _ = env._
        self.env = env
        self.empty = _("(empty)")
        self.name = _("The name of the model or exemplar.")
        self.shorter = _(
            "A name of at most 500 letters; what else is said goes beside."
        )
        self.kind = _("“Mô hình” or “Điển hình”.")
        self.subject = _("“Tập thể”, “Cá nhân” or “Hộ gia đình”.")
        self.sector = _("One of: %s.", "; ".join(names.sectors.names))
        self.themes = _(
            "One or several of these, parted by a semicolon: %s.",
            "; ".join(names.themes.names),
        )
        self.place_kind = _(
            "One hamlet; the whole commune; several; or an institution."
        )
        self.territory = _("The name of a commune of this province.")
        self.person = _("The full name of the person, beside post or telephone.")
        self.activity = _("What is done, beside its month or who does it.")
        self.date = _("A day or month: 15/3/2026, 03/2026 or “tháng 3”.")
        self.indicator = _("What is measured, beside its figure.")
        self.measure = _("The unit of measure, for example km or hộ.")
        self.figure = _("A number, for example 1.200 or 1,5 triệu.")

    def odd(self, value):
        """Return what is wanted in the place of a formula or an error."""
        if value.is_formula:
            return self.env._(
                "A value: Excel has not worked out this formula. Write the result."
            )
        return self.env._("A value in the place of this error of Excel.")

    def repeated(self, row):
        """Return what is wanted of a row that says again what another one says."""
        return self.env._(
            "Another name or place: row %s says the same already. Otherwise take the "
            "row out.",
            row,
        )
