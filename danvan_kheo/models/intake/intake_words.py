"""What is wanted in a cell, in words."""


class Words:
    """The sentences of one file, made once.

    :param env: the environment of who reads them
    :param names: the `Names` of the file, for lists of what can be chosen
    """

    def __init__(self, env, names):
        self.env = env
        self.empty = env._("(empty)")
        self.name = env._("The name of the model or exemplar.")
        self.shorter = env._(
            "A name of at most 500 letters; what else is said goes beside."
        )
        self.kind = env._("“Mô hình” or “Điển hình”.")
        self.subject = env._("“Tập thể”, “Cá nhân” or “Hộ gia đình”.")
        self.sector = env._("One of: %s.", "; ".join(names.sectors.names))
        self.themes = env._(
            "One or several of these, parted by a semicolon: %s.",
            "; ".join(names.themes.names),
        )
        self.place_kind = env._(
            "One hamlet; the whole commune; several; or an institution."
        )
        self.territory = env._("The name of a commune of this province.")
        self.person = env._("The full name of the person, beside post or telephone.")
        self.activity = env._("What is done, beside its month or who does it.")
        self.date = env._("A day or month: 15/3/2026, 03/2026 or “tháng 3”.")
        self.indicator = env._("What is measured, beside its figure.")
        self.measure = env._("The unit of measure, for example km or hộ.")
        self.figure = env._("A number, for example 1.200 or 1,5 triệu.")

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
