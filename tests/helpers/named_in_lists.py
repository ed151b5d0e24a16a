"""Whom the lists that can be printed name: record ids of customers, or nobody, with the reason here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from PySide6.QtWidgets import QWidget

from hvacdesk.ui.oversight.list_names import LIST_NAMES
from hvacdesk.ui.widgets.data_table import DataTable
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.table_menu import shown_list

NAME_NOBODY = {
    "access-customers": "customers by their numbers alone",
    "access-findings": "customers by their numbers alone",
    "access-people": "the staff, and how often each of them looked",
    "access_rules": "roles and what they may do",
    "accounts": "the staff",
    "audit": "the log, in which customers have no names",
    "cabinets": "cabinets, and who of the staff holds the key",
    "cash_counts": "money that the staff handed in",
    "client_jobs": "jobs by their numbers, and client contractors",
    "customer_accesses": "what the staff did with one customer's data, without saying whose",
    "disposal_batches": "months and how many customers went",
    "disposal_copies": "backups and media",
    "disposal_papers": "papers by their numbers",
    "disposal_places": "customers by their numbers alone",
    "duties": "never a customer: it may leave the office in a calendar file",
    "handovers": "firms, with jobs and customers by their numbers alone: it outlives the customers",
    "import": "people in somebody's file, who are not in the register",
    "incident-timeline": "what was done about an incident",
    "incidents": "incidents and how many people they concern",
    "ledger": "customers who were destroyed, by their numbers alone",
    "licences": "works that the program is made of",
    "measures": "measures of prevention",
    "media": "media",
    "notices": "versions of the purposes notice",
    "office_rules": "the office's rules",
    "partner_firms": "partner firms",
    "partner_orders": "partner firms, with jobs by their numbers",
    "prices": "what the office sells",
    "refrigerant_log": "entries of one unit, with jobs by their numbers",
    "restores": "certificates of restores",
    "retention_effect": "how many customers a choice concerns",
    "retention_history": "the office's choices",
    "retention_rules": "rules",
    "standing": "the staff",
    "training_pages": "pages of the training",
    "violations": "the staff",
}
"""Lists on which nobody stands of whom the log could tell, and what is on them instead."""

NOT_PRINTED = frozenset({"reports"})
"""Lists that cannot be printed though they have a name."""


class ListsSeen:
    """The lists on the screens, and whom they name."""

    def __init__(self) -> None:
        self.wrong: list[str] = []
        self._names_nobody: dict[str, bool] = {}
        self._named: dict[str, set[str]] = {}

    def visit(self, name: str, shown: QWidget) -> None:
        """Note the lists of a screen that can be printed; none may break on a row of its own."""
        for table in shown.findChildren(DataTable):
            if not table.prints:
                continue
            self._names_nobody[table.kept_as] = table.names is names_nobody
            try:
                named = shown_list(table).customers
            except AttributeError as error:
                self.wrong.append(f"{name}, {table.kept_as}: {error}")
            else:
                self._named.setdefault(table.kept_as, set()).update(named)

    def check(self, there: Callable[[Collection[str]], Collection[str]]) -> None:
        """Find what is named of the lists seen so far and is no customer.

        Args:
            there: those of some record ids that are a customer's.
        """
        for table, named in self._named.items():
            self.wrong += [f"{table}: {one} is no customer's record id" for one in named - set(there(named))]
            named.clear()

    def whole(self) -> Iterator[str]:
        """What is wrong once every screen was visited."""
        yield from dict.fromkeys(self.wrong)
        for table in sorted(LIST_NAMES.keys() - NOT_PRINTED - self._names_nobody.keys()):
            yield f"{table}: no screen shows it, or it cannot be printed"
        for table, nobody in sorted(self._names_nobody.items()):
            if nobody is not (table in NAME_NOBODY):
                yield f"{table}: say whom its rows name, or in this table why they name nobody"
