"""Which columns the lists of billing keep where there is little room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.ui.language import language as in_force
from hvacdesk.ui.theme import Scheme, theme
from hvacdesk.ui.widgets.data_table import DataTable
from hvacdesk.ui.widgets.register_view import RegisterView
from hvacdesk.ui.widgets.table_painter import cell_width
from tests.helpers.front_desk import TODAY, FrontDesk
from tests.ui.billing.test_invoices import billing, books, issued

__all__ = ["books"]

START = (1282, 760)
"""The program's window as it opens on a usual screen, in pixels."""
LARGE_TEXT = (1366, 768)


@pytest.fixture(params=["ja", "en"])
def code(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication) -> Iterator[str]:
    before = QLocale()
    in_force.use(request.param)
    yield request.param
    theme.apply(qapp, Scheme.LIGHT, 1.0)
    in_force.use("en")
    QLocale.setDefault(before)


def in_sight(table: DataTable) -> list[str]:
    """The keys of the columns that are whole in sight, unscrolled."""
    end, found = 0, []
    for key in table.ordered_keys():
        at = next(at for at, column in enumerate(table.columns) if column.key == key)
        end += 0 if table.isColumnHidden(at) else table.columnWidth(at)
        if not table.isColumnHidden(at) and end <= table.viewport().width():
            found.append(key)
    return found


def list_of(desk: FrontDesk, tab: str, size: tuple[int, int]) -> DataTable:
    desk.window.resize(*size)
    billing(desk, tab)
    desk.calm()
    shown = next(one for one in desk.page.findChildren(RegisterView) if one.isVisible())
    desk.wait(shown.table.isVisible)
    return shown.table


def test_how_a_customer_is_billed_is_told_at_the_starting_width(code: str, books: FrontDesk) -> None:
    table = list_of(books, "to_bill", START)
    assert {"number", "name", "left_yen", "closing", "drafted", "done_on"} <= set(in_sight(table))


@pytest.mark.parametrize(
    ("tab", "sums"),
    [
        ("to_bill", {"left_yen"}),
        ("open_items", {"open_yen"}),
        ("invoices", {"gross", "open"}),
        ("payments", {"yen"}),
    ],
)
def test_no_sum_has_to_be_scrolled_to_in_large_text(
    code: str, books: FrontDesk, qapp: QApplication, tab: str, sums: set[str]
) -> None:
    if tab != "to_bill":
        invoice = issued(books)
        (row,) = books.office.open_items.open(books.actor)
        paid = PaymentRecord(TODAY, 5_000, PaymentWay.BANK, allocations=((invoice, 5_000),))
        books.office.payments.book(books.actor, row.customer, paid)
        books.calm()
    theme.apply(qapp, Scheme.LIGHT, 2.0)
    table = list_of(books, tab, LARGE_TEXT)
    assert {"name", *sums} <= set(in_sight(table))


def test_which_invoice_a_payment_pays_for_is_whole_in_sight(code: str, books: FrontDesk) -> None:
    invoice = issued(books)
    (row,) = books.office.open_items.open(books.actor)
    record = PaymentRecord(TODAY, 5_000, PaymentWay.CLAIM, allocations=((invoice, 5_000),))
    books.office.payments.book(books.actor, row.customer, record)
    table = list_of(books, "payments", START)
    books.wait(lambda: bool(table.rows()))
    at = next(at for at, column in enumerate(table.columns) if column.key == "paid_for")
    number = str(table.columns[at].of(table.rows()[0]))
    assert number.startswith("I")
    assert table.columnWidth(at) >= cell_width(number, table.columns[at].kind)
    assert "paid_for" in in_sight(table)
    assert not table.horizontalScrollBar().isVisible()
