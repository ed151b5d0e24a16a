"""Money in any order against a plain ledger: balances, books and index, through merges and their undoing."""

from __future__ import annotations

import csv
import io
import random
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from hvacdesk.domain.billing.accounting_export import AccountingProgram
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.receipts import ReceiptRecord
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.customers.merging import MergeMixed
from hvacdesk.domain.errors import InvalidInput, UserFacingError
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.handover import BooksHandover
from hvacdesk.services.billing.invoice_index import InvoiceIndexes
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.billing.receipts import Receipts
from hvacdesk.services.customers.merging import Merging
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import new_ground

ACTS = 45


@dataclass
class Asked:
    """An invoice, or a credit note with a negative sum; ``set_off`` is what of it notes took off."""

    number: str
    owner: str
    gross: int
    set_off: int = 0


@dataclass
class Paid:
    """A payment; ``since`` whether it was booked during the merge that is on now."""

    owner: str
    yen: int
    parts: Counter[str]
    since: bool
    back_of: str = ""
    stands: bool = True
    receipt: str = ""


class Ledger:
    """What the office did, told apart by whose it is, as one would on paper."""

    def __init__(self, office: Billed, seed: int) -> None:
        work = office.ground.workplace
        self.office, self.chance, self.books, self.work = office, random.Random(seed), office.books, work
        self.payments, self.merging = Payments(work), Merging(work)
        self.names = {office.someone(name=PersonName(f"客{n}", "名")): f"客{n} 名" for n in range(3)}
        self.asked: dict[str, Asked] = {}
        self.paid: dict[str, Paid] = {}
        self.in_books = Counter[str]()
        self.merge, self.kept, self.gone = "", "", ""

    def shown(self, owner: str) -> str:
        return self.kept if self.merge and owner == self.gone else owner

    def somebody(self) -> str:
        return self.shown(self.chance.choice([*self.names]))

    def open(self, invoice: str) -> int:
        one = self.asked[invoice]
        paid = sum(each.parts[invoice] for each in self.paid.values() if each.stands)
        return one.gross - one.set_off - paid

    def credit(self, payment: str) -> int:
        one = self.paid[payment]
        back = sum(each.yen for each in self.paid.values() if each.back_of == payment and each.stands)
        return one.yen - one.parts.total() + back if one.stands and not one.back_of else 0

    def invoice(self, who: str) -> str:
        fits = [key for key, one in self.asked.items() if self.shown(one.owner) == who]
        return self.chance.choice([key for key in fits if self.open(key) > 0])

    def payment(self, fits: Callable[[str], object]) -> tuple[str, Paid, int]:
        key = self.chance.choice([key for key in self.paid if fits(key)])
        rows = self.payments.of_customer(self.books, self.shown(self.paid[key].owner)).payments
        return key, self.paid[key], next(row.version for row in rows if row.payment == key)

    def ask(self) -> None:
        made = self.office.issued(self.office.job(owner := self.somebody()))
        self.asked[made.invoice] = Asked(made.number, owner, GROSS)

    def credit_note(self) -> None:
        invoice = self.invoice(self.somebody())
        one, left = self.asked[invoice], self.open(invoice)
        note = self.office.issue(self.office.invoices.credit(self.books, invoice, english))
        one.set_off += left
        self.asked[note.invoice] = Asked(note.number, one.owner, -GROSS, -left)

    def pay(self) -> None:
        shown, parts = self.somebody(), Counter[str]()
        with suppress(IndexError):
            for _turn in range(self.chance.randrange(3)):
                parts[self.invoice(shown)] = 1_000
        yen = parts.total() + self.chance.choice([0, 4_321])
        record = PaymentRecord("2026-11-20", yen, PaymentWay.BANK, allocations=tuple(parts.items()))
        made = self.payments.book(self.books, shown, record)
        self.paid[made] = Paid(shown, yen, parts, bool(self.merge and shown == self.kept))

    def use(self) -> None:
        payment, one, version = self.payment(self.credit)
        invoice = self.invoice(self.shown(one.owner))
        yen = min(self.credit(payment), self.open(invoice))
        self.payments.use_credit(self.books, payment, version, ((invoice, yen),))
        one.parts[invoice] += yen

    def pay_back(self) -> None:
        payment, one, version = self.payment(self.credit)
        record = PaymentRecord("2026-11-21", -self.credit(payment), PaymentWay.BANK)
        back = self.payments.pay_back(self.books, payment, version, record)
        self.paid[back] = Paid(one.owner, record.yen, Counter(), one.since, back_of=payment)

    def take_back(self) -> None:
        payment, one, version = self.payment(lambda key: self.paid[key].stands)
        self.payments.take_back(self.books, payment, version)
        one.stands = False

    def receipt(self) -> None:
        payment, one, _version = self.payment(lambda key: self.paid[key].yen > 0)
        record = ReceiptRecord("工事代金", "2026-11-24")
        one.receipt = Receipts(self.work).issue(self.books, payment, record, english).page.number

    def hand_over(self) -> None:
        days = ("2026-11-01", "2026-11-24")
        made = BooksHandover(self.work).export(self.books, AccountingProgram.MONEY_FORWARD, *days)
        for row in csv.DictReader(io.StringIO(made.content.decode("utf-8-sig"), newline="")):
            self.in_books[row["借方勘定科目"]] += int(row["借方金額(円)"])
            self.in_books[row["貸方勘定科目"]] -= int(row["貸方金額(円)"])

    def join_or_part(self) -> None:
        desk = self.office.ground.desk
        if not self.merge:
            self.kept, self.gone = self.chance.sample([*self.names], 2)
            view = self.merging.compare(desk, self.kept, self.gone)
            versions = (view.kept.version, view.merged.version)
            self.merge = self.merging.merge(desk, self.kept, self.gone, versions, {})
        elif any(one.stands and len(self.owners(one)) > 1 for one in self.paid.values()):
            with pytest.raises(MergeMixed):
                self.merging.undo(desk, self.merge)
        else:
            self.merging.undo(desk, self.merge)
            for one in (one for one in self.paid.values() if one.since and not one.back_of):
                one.owner = self.gone if self.owners(one) == {self.gone} else self.kept
            for one in self.paid.values():
                one.owner, one.since = self.paid[one.back_of].owner if one.back_of else one.owner, False
            self.merge = ""

    def owners(self, one: Paid) -> set[str]:
        """Whose money it is: of what was booked since the merge, whose invoices it pays."""
        named = {self.asked[key].owner for key, yen in one.parts.items() if yen}
        return named if one.since else named | {one.owner}


@pytest.mark.parametrize("seed", [1, 23, 26])
def test_the_office_says_what_a_plain_ledger_says(tmp_path: Path, seed: int) -> None:
    with closing(new_ground(tmp_path)) as ground:
        told = Ledger(billed_office(ground), seed)
        acts = [told.pay, told.pay, told.use, told.pay_back, told.take_back, told.receipt]
        acts += [told.ask, told.credit_note, told.hand_over, told.join_or_part, told.join_or_part]
        for step in range(ACTS):
            with suppress(UserFacingError, InvalidInput, IndexError):  # refused, or there is none for it
                (told.chance.choice(acts) if step > 4 else told.ask)()
            if step % 10 == 0:
                check_balances(told)
        check_balances(told)
        check_books(told)
        check_index(told)


def check_balances(told: Ledger) -> None:
    for who in (one for one in told.names if told.shown(one) == one):
        money = told.payments.of_customer(told.books, who)
        theirs = {key for key, one in told.asked.items() if told.shown(one.owner) == who and told.open(key)}
        assert {one.invoice: one.open_yen for one in money.open_invoices} == {k: told.open(k) for k in theirs}
        mine = {key for key, one in told.paid.items() if told.shown(one.owner) == who}
        assert {one.payment: one.credit for one in money.payments} == {key: told.credit(key) for key in mine}


def check_books(told: Ledger) -> None:
    with suppress(UserFacingError):  # the books have everything
        told.hand_over()
    asked = sum(one.gross for one in told.asked.values())
    paid = sum(one.yen for one in told.paid.values() if one.stands)
    expected = {"売掛金": asked - paid, "売上高": -asked, "普通預金": paid}
    assert {account: told.in_books[account] for account in expected} == expected


def check_index(told: Ledger) -> None:
    index = InvoiceIndexes(told.work).as_csv(told.books, date(2026, 1, 1), date(2026, 11, 24), english)
    rows = list(csv.reader(io.StringIO(index.content.decode("utf-8-sig"), newline="")))[1:]
    receipts = {one.receipt: told.shown(one.owner) for one in told.paid.values() if one.receipt}
    shown = {one.number: told.shown(one.owner) for one in told.asked.values()} | receipts
    assert {row[0]: row[5] for row in rows} == {number: told.names[who] for number, who in shown.items()}
    listed = Receipts(told.work).listed(told.books).rows
    assert {row.number: row.customer for row in listed} == receipts
