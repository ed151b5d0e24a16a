"""A customer whose collective invoices carry the former balance over, month by month."""

from __future__ import annotations

from datetime import date

from hvacdesk.domain.billing.open_items import ClosingPreview
from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.billing_terms import BillingTerms
from hvacdesk.services.billing.collective import Collective
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.billing.prices import Prices
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.merging import Merging
from tests.helpers.billed import Billed

NOVEMBER, DECEMBER, JANUARY = date(2026, 11, 30), date(2026, 12, 31), date(2027, 1, 31)
GROSS = 29_755
"""10,000 of the installation and 17,050 of what comes with it, and 2,705 tax."""

CARRYING = PayTerms(31, 1, 31, carries_balance=True)


class Month:
    """A customer who is billed by closing days, and whose collective invoices carry the balance over."""

    def __init__(self, billed: Billed, carrying: PayTerms = CARRYING, who: str = "株式会社青葉商店") -> None:
        self.billed, self.who = billed, billed.someone(organisation=who)
        workplace = billed.ground.workplace
        Prices(workplace).keep(billed.ground.owner, PriceRecord(None, "Installation", "台", 10_000))
        self.terms = BillingTerms(workplace)
        self.agree(carrying)
        self.collective, self.payments = Collective(workplace), Payments(workplace)

    def agree(self, terms: PayTerms) -> None:
        books = self.billed.books
        self.terms.change_customer(books, self.who, self.terms.of_customer(books, self.who), terms)

    def seen(self, closed: date) -> ClosingPreview:
        (found,) = self.collective.preview(self.billed.books, closed, english)
        return found

    def issue(self, closed: date) -> IssuedInvoice:
        (done,) = self.collective.issue(self.billed.books, [self.seen(closed)], english)
        assert done.issued is not None, done.refused
        return done.issued

    def work(self, closed: date) -> IssuedInvoice:
        self.billed.job(self.who, on=closed.replace(day=20).isoformat())
        return self.issue(closed)

    def pay(
        self, yen: int, *allocations: tuple[str, int], fee: int = 0, way: PaymentWay = PaymentWay.BANK
    ) -> str:
        on = self.billed.ground.workplace.today().isoformat()
        record = PaymentRecord(on, yen, way, fee, allocations)
        return self.payments.book(self.billed.books, self.who, record)

    def take_back(self, payment: str) -> None:
        rows = self.payments.of_customer(self.billed.books, self.who).payments
        (version,) = (one.version for one in rows if one.payment == payment)
        self.payments.take_back(self.billed.books, payment, version)

    def open(self) -> int:
        money = self.payments.of_customer(self.billed.books, self.who)
        return sum(one.open_yen for one in money.open_invoices) - money.credit

    def another(self, name: str, *, owes: bool = False, paid: bool = False) -> str:
        """A second customer of the office, with an invoice that is open or paid."""
        who = self.billed.someone(organisation=name)
        if owes or paid:
            invoice = self.billed.issued(self.billed.job(who)).invoice
        if paid:
            on = self.billed.ground.workplace.today().isoformat()
            record = PaymentRecord(on, GROSS, PaymentWay.BANK, allocations=((invoice, GROSS),))
            self.payments.book(self.billed.books, who, record)
        return who

    def merge(self, other: str) -> str:
        """Let another customer live on in this one; returns the merge's record id."""
        desk, workplace = self.billed.ground.desk, self.billed.ground.workplace
        people = Customers(workplace)
        versions = (people.detail(desk, self.who).version, people.detail(desk, other).version)
        return Merging(workplace).merge(desk, self.who, other, versions, {})

    def undo(self, merge: str) -> None:
        Merging(self.billed.ground.workplace).undo(self.billed.ground.desk, merge)
