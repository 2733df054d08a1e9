"""What reading rules cost: the list page of 80 registrations out of 100,000.

Measured against the same request without rules (superuser, the literal domain) and
against the bare SQL of its rows and its count, all in one run.
"""

from lxml import etree

from odoo.fields import Domain
from odoo.tools import SQL
from odoo.tools.safe_eval import safe_eval

from bench import measure

PAGE = 80
COUNT_LIMIT = 10001
MODEL = "danvan.registration"
LISTS = {
    "all": None,
    "list of the year": "danvan_kheo.danvan_registration_list_action",
    "to receive": "danvan_kheo.danvan_registration_receive_action",
}
INDEX = "danvan_registration_list_idx"
WHO = {
    "province officer": ("bench_province", "TU"),
    "commune officer": ("bench_commune", "DU001"),
    "leaf unit": ("bench_leaf", "TH001001"),
}


def main(env, out):
    """Measure and write the table."""
    rows, plans = [], {}
    for title, action in LISTS.items():
        asked = Domain(safe_eval(env.ref(action).domain) if action else [])
        for who, (login, code) in WHO.items():
            page = _Page(env, login, code, asked)
            rows += [[f"{title}, {who}", *row] for row in page.costs()]
            plans |= page.plans(f"{title}, {who}")
    facts = {
        "runs": measure.RUNS,
        "registrations": env[MODEL].search_count([]),
        "units": env["danvan.unit"].search_count([]),
        "order": env[MODEL]._order,
        "page": PAGE,
    }
    headings = ["request", "way", "median ms", "least ms", "queries"]
    headings += ["ratio of medians", "ratio of least", "rows counted"]
    measure.write(out, "List page under reading rules", headings, rows, facts, plans)


class _Page:
    """One request, asked in three ways."""

    def __init__(self, env, login, code, asked):
        user = env["res.users"].search([("login", "=", login)])
        self.env = env
        self.asked = asked
        self.ruled = env[MODEL].with_user(user).sudo(False)
        area = env["danvan.unit"].search([("code", "=", code)])
        self.literal = Domain("unit_id", "child_of", area.ids)
        self.literal &= self._spelt_out(asked, area)
        self.specification = _specification(self.ruled)

    @staticmethod
    def _spelt_out(asked, area):
        """Return `asked` with the user's units as ids instead of the scope's field."""
        return asked.map_conditions(
            lambda condition: (
                Domain("deciding_unit_id", "child_of", area.ids)
                if condition.field_expr == "deciding_unit_id.user_can_read"
                else condition
            )
        )

    def costs(self):
        """Yield a row for each way."""
        page = self._ask(self.ruled, self.asked)
        same = self._ask(self.env[MODEL].sudo(), self.literal)
        assert page == same, "both ways must show the same page"
        queries = (self.page_query(), self.count_query())
        ways = {
            "raw SQL": lambda: [self.env.execute_query(q) for q in queries],
            "no rules": lambda: self._ask(self.env[MODEL].sudo(), self.literal),
            "rules": lambda: self._ask(self.ruled, self.asked),
        }
        costs = measure.costs(self.env, ways)
        bare = costs["no rules"]
        for way, c in costs.items():
            ratios = c.median / bare.median, c.least / bare.least
            yield [way, c.median, c.least, c.queries, *ratios, page["length"]]

    def plans(self, title):
        """Return `{title: plan}` of the page, with and without the list's own index,
        and of the count."""
        found = {f"{title}: page": measure.plan(self.env, self.page_query())}
        with self.env.cr.savepoint() as savepoint:
            self.env.cr.execute(SQL("DROP INDEX %s", SQL.identifier(INDEX)))
            plan = measure.plan(self.env, self.page_query())
            found[f"{title}: page, as it would be without {INDEX}"] = plan
            savepoint.rollback()
        found[f"{title}: count"] = measure.plan(self.env, self.count_query())
        return found

    def _ask(self, model, domain):
        """Ask as the web client does for a list."""
        return model.web_search_read(
            list(domain),
            self.specification,
            limit=PAGE,
            order=model._order,
            count_limit=COUNT_LIMIT,
        )

    def page_query(self):
        """Return the SQL of the page's rows, under the rules."""
        query = self.ruled._search(self.asked, limit=PAGE, order=self.ruled._order)
        columns = [
            SQL.identifier(query.table, name)
            for name in (
                "id",
                "name",
                "unit_id",
                "sector_id",
                "state",
                "hamlet",
                "kind",
            )
        ]
        return query.select(*columns)

    def count_query(self):
        """Return the SQL of the count that the pager shows, under the rules."""
        query = self.ruled._search(self.asked, limit=COUNT_LIMIT, order="id")
        return SQL("SELECT COUNT(*) FROM (%s) AS t", query.select(SQL("1")))


def _specification(model):
    """Return what the list view asks for."""
    arch = etree.fromstring(model.get_view(view_type="list")["arch"])
    names = {node.get("name") for node in arch.iterfind("field")}
    return {
        name: {"fields": {"display_name": {}}}
        if model._fields[name].type == "many2one"
        else {}
        for name in sorted(names)
    }
