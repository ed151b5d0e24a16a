"""The price list: written by the person responsible, read by those who price jobs."""

from __future__ import annotations

from functools import cache

from hvacdesk.domain.billing.money import TaxTable, parse_tax
from hvacdesk.domain.billing.prices import PriceList, PriceRecord, check_price, check_unique, usual_positions
from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Words
from hvacdesk.resource_files import resource
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import prices as store
from hvacdesk.store.engine import Session
from hvacdesk.store.office import office as office_store

WITH_TAX = "prices_with_tax"


@cache
def shipped_tax() -> TaxTable:
    """The tax rates as shipped."""
    return parse_tax(resource("legal", "consumption_tax.toml").read_text(encoding="utf-8"))


class Prices:
    """The price list of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.SEE_ALL_JOBS)
    def listed(self, actor: Actor) -> PriceList:
        """The whole list, with today's tax rate."""
        with self._workplace.reading() as session:
            return price_list(self._workplace, session)

    @needs(Permission.MANAGE_OFFICE)
    def keep(
        self, actor: Actor, record: PriceRecord, price: str = "", shown: PriceRecord | None = None
    ) -> str:
        """Add a position, or change the one with this record id; returns the id.

        Args:
            shown: what the change was made from; None for a position that is added.

        Raises:
            ChangedMeanwhile: somebody else changed the position since.
            InvalidInput: it cannot be stored, or another active position prices the same work item.
            RecordGone: there is no such position.
        """
        checked = check_price(record)
        with self._workplace.transaction() as session:
            there = {row.price: row.record for row in store.listed(session)}
            check_unique(checked, [known for key, known in there.items() if key != price])
            if price in there and there[price] != shown:
                raise ChangedMeanwhile
            if price:
                fields = store.save(session, price, checked)
            else:
                price, fields = store.add(session, checked), ("added",)
            self._log(session, actor, price, fields)
            return price

    @needs(Permission.MANAGE_OFFICE)
    def shift(self, actor: Actor, price: str, steps: int) -> None:
        """Move a position up (-1) or down (1)."""
        # Nothing shown is asked for: a step from where the position is now undoes nobody's.
        with self._workplace.transaction() as session:
            if store.shift(session, price, steps):
                self._log(session, actor, price, ("position",))

    @needs(Permission.MANAGE_OFFICE)
    def add_usual(self, actor: Actor, words: Words) -> int:
        """Add the usual positions that are not there yet, without prices; returns how many."""
        with self._workplace.transaction() as session:
            there = {(row.record.item, row.record.label) for row in store.listed(session)}
            missing = [one for one in usual_positions(words) if (one.item, one.label) not in there]
            for record in missing:
                store.add(session, record)
            self._workplace.record(session, actor, Action.PRICES_CHANGED, rows=len(missing))
            return len(missing)

    @needs(Permission.MANAGE_OFFICE)
    def set_with_tax(self, actor: Actor, with_tax: bool) -> None:
        """Say whether the prices of the list include the tax."""
        # Nothing shown is asked for: of two answers the other one was seen, or is wished, too.
        with self._workplace.transaction() as session:
            office_store.save_setting(session, office_store.OFFICE, WITH_TAX, with_tax)
            self._log(session, actor, "", (WITH_TAX,))

    def _log(self, session: Session, actor: Actor, price: str, fields: tuple[str, ...]) -> None:
        subject = f"price:{price}" if price else ""
        self._workplace.record(session, actor, Action.PRICES_CHANGED, subject, fields=sorted(fields))


def prices_with_tax(session: Session) -> bool:
    """Whether the prices of the list, and so those of a job's work, include the tax."""
    return bool(office_store.setting(session, office_store.OFFICE, WITH_TAX))


def price_list(workplace: Workplace, session: Session) -> PriceList:
    """The list within a transaction."""
    tax = shipped_tax()
    rate = tax.on(workplace.today())
    return PriceList(
        rows=store.listed(session),
        with_tax=prices_with_tax(session),
        percent=rate.percent,
        sources=(rate.source, tax.rounding_source, tax.as_of),
    )
