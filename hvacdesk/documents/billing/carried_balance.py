"""The former balance that a collective invoice 合計請求書 carries over, where that was agreed on."""

from __future__ import annotations

from dataclasses import replace

from hvacdesk.documents.billing.lines_and_sums import SMALL, GridColumn, GridPlan, small_note
from hvacdesk.documents.kit.amounts import figures
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import paragraph
from hvacdesk.documents.kit.page import BODY
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.billing.invoices import InvoicePaper
from hvacdesk.domain.text.wording import Phrase, phrase

IN_ALL = phrase("Invoice paper", "To pay in all")
TAX = phrase("Invoice paper", "Consumption tax")
_FORMER = phrase("Invoice paper", "Asked last time")
_RECEIVED = phrase("Invoice paper", "Received")
_CREDITED = phrase("Invoice paper", "Credited")
_APART = phrase("Invoice paper", "Asked apart")
_PUT_RIGHT = phrase("Invoice paper", "Put right")
_CARRIED_OVER = phrase("Invoice paper", "Carried over")
_PERIODS_NET = phrase("Invoice paper", "This time, net")
_CARRIED_NOTE = phrase(
    "Invoice paper",
    "All sums but “{net}” include the tax. What is carried over was asked for on invoices of its own: the "
    "lines and the sums by rate below are those of this invoice alone.",
)
_PUT_RIGHT_NOTE = phrase(
    "Invoice paper",
    "“{put_right}” is by how much invoices that you have already became more or less since, put right or "
    "made void.",
)
_FEES_NOTE = phrase(
    "Invoice paper", "“{received}” includes ¥{fees} of bank's fees, which we bear and count as paid."
)
_FEES_BACK_NOTE = phrase(
    "Invoice paper",
    "¥{fees} of bank's fees that an earlier invoice counted as paid are not counted here: “{received}” is so "
    "much less.",
)
_SET_OFF_NOTE = phrase("Invoice paper", "“{received}” includes ¥{set_off} that was set off.")
_SET_OFF_BACK_NOTE = phrase(
    "Invoice paper",
    "¥{set_off} that an earlier invoice counted as set off are not counted here: “{received}” is so much "
    "less.",
)
_ALONE_NOTE = phrase(
    "Invoice paper",
    "Nothing new is asked for in this period. What is carried over was asked for on invoices of its own, and "
    "is to be paid by the days that they name. All sums but “{net}” include the tax.",
)
_NO_FORMER = "―"
"""In place of what a former collective invoice would have said."""


def balance_row(setter: Typesetter, paper: InvoicePaper) -> list[Band]:
    """How the sum to pay in all comes about: in one row, as collective invoices 合計請求書 have it.

    The first page has the same columns as those that follow it; no sum is printed where none was told before.
    """
    balance, sums = paper.balance, paper.row.sums
    if balance is None:
        return []
    since: list[tuple[Phrase, int | None]] = [
        (_FORMER, balance.former),
        (_RECEIVED, None if balance.former is None else balance.received),
    ]
    if balance.credited:
        since.append((_CREDITED, balance.credited))
    if balance.apart and balance.former is not None:
        since.append((_APART, balance.apart))
    if balance.corrected:
        since.append((_PUT_RIGHT, balance.corrected))
    told = [
        *since,
        (_CARRIED_OVER, balance.carried),
        (_PERIODS_NET, sums.net),
        (TAX, sums.tax),
        (IN_ALL, paper.to_pay),
    ]
    columns = tuple(GridColumn(setter.say(name), 1, size=SMALL) for name, _yen in told)
    grid = GridPlan(columns).grid(setter)
    row = grid.row([_NO_FORMER if yen is None else figures(yen) for _name, yen in told], bold=True)
    noted = _ALONE_NOTE if paper.record.asks_nothing_new else _CARRIED_NOTE
    note = setter.say(noted, net=setter.say(_PERIODS_NET))
    # Other money went back where it is more than was received: a sum includes no larger one.
    included = max(balance.fees, 0) + max(balance.set_off, 0) <= balance.received
    if balance.fees < 0 or (balance.fees and included):
        said = _FEES_NOTE if balance.fees > 0 else _FEES_BACK_NOTE
        fees = setter.say(said, received=setter.say(_RECEIVED), fees=figures(abs(balance.fees)))
        note = f"{fees}\n{note}"
    if balance.set_off < 0 or (balance.set_off and included):
        said = _SET_OFF_NOTE if balance.set_off > 0 else _SET_OFF_BACK_NOTE
        set_off = setter.say(said, received=setter.say(_RECEIVED), set_off=figures(abs(balance.set_off)))
        note = f"{set_off}\n{note}"
    if balance.corrected:
        note = f"{setter.say(_PUT_RIGHT_NOTE, put_right=setter.say(_PUT_RIGHT))}\n{note}"
    return [
        replace(grid.head(), gap=10, keep=True),
        replace(row, keep=True),
        *paragraph(small_note(setter, note, BODY), gap=3),
    ]
