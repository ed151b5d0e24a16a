"""A year of an office's billing, worked through its services, and a ledger kept beside it by other means."""

from __future__ import annotations

import csv
import io
from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert, select

from hvacdesk.domain.bank.bank_matching import ConfirmedDeposit, allotted
from hvacdesk.domain.billing.accounting_export import AccountingProgram
from hvacdesk.domain.billing.invoices import InvoiceKind, InvoiceLineRecord
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from hvacdesk.services.open_office import Office
from hvacdesk.store.models import Customer, Job, JobItem, Site
from hvacdesk.ui.file_reading import given_file
from tests.helpers.bank_files import notices
from tests.helpers.ground import MovableClock

BEGIN, MONTHS = date(2026, 4, 1), 12
PEOPLE, FIRMS = 300, 40
PAYDAY = 25
WORK, FEE, OVERPAID, CREDITED = 16_500, 440, 1_000, 5_500
METRE = (3_300, 2_750, 4_181, 2_999, 1_937, 3_611, 2_223)
"""Yen of a metre of pipe: sums of many jobs differ, some by less than a yen of tax."""

KANA = "アカサタナハマヤラワ"


def gross_of(job: int) -> int:
    """What a job comes to, worked out by other means: the work, 2.5 m of pipe, and 10 % tax of both."""
    net = WORK + METRE[job % len(METRE)] * 5 // 2
    return net + net // 10


def days_of(month: date) -> tuple[date, date]:
    """The first and the last day of a month."""
    return month, month.replace(day=monthrange(month.year, month.month)[1])


def months() -> Iterator[date]:
    """The first days of the year's months, and of those after it in which the last customers pay."""
    for at in range(MONTHS + 2):
        yield date(BEGIN.year + (BEGIN.month - 1 + at) // 12, (BEGIN.month - 1 + at) % 12 + 1, 1)


@dataclass
class Ledger:
    """What ought to be, in yen and days; nothing of it is read from the program.

    Attributes:
        issued: of the invoices and credit notes that stand.
        numbers: how many numbers each series has given, by the letters before the count.
        received: of all payments, fees included and what was paid back taken off.
        left_open: of what nobody paid.
        credit: of what was paid too much and not paid back.
        invoiced: the days of each job's documents; of one that was made void there is none.
        settled: the day on which a job was settled.
    """

    issued: int = 0
    numbers: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    received: int = 0
    left_open: int = 0
    credit: int = 0
    invoiced: dict[int, list[date]] = field(default_factory=lambda: defaultdict(list))
    settled: dict[int, date] = field(default_factory=dict)


@dataclass
class Due:
    """A transfer that a customer will make next month."""

    yen: int
    payer: str
    invoice: IssuedInvoice
    jobs: tuple[int, ...]
    fee: int = 0
    settles: bool = True


@dataclass
class BillingYear:
    """One office, from its first invoice to the last payment a month after the year's end.

    Attributes:
        count: how many jobs it has, spread evenly over the year.
        certain: how many deposits were proposed as certain.
        wrongly: deposits that were proposed as certain for something else than they were made for.
        exports: the books' files, one of each month.
    """

    office: Office
    actor: Actor
    owner: Actor
    clock: MovableClock
    folder: Path
    count: int
    ledger: Ledger = field(default_factory=Ledger)
    jobs: list[str] = field(default_factory=list)
    customers: list[str] = field(default_factory=list)
    due: list[Due] = field(default_factory=list)
    voids: list[tuple[int, IssuedInvoice]] = field(default_factory=list)
    credits: list[tuple[str, int]] = field(default_factory=list)
    wrongly: list[str] = field(default_factory=list)
    exports: list[bytes] = field(default_factory=list)
    deposits: int = 0
    certain: int = 0

    # The office before its first invoice

    def furnish(self) -> None:
        """Customers and their done jobs, straight into the tables; the price list by its service."""
        self.office.prices.keep(self.owner, PriceRecord(None, "Installation", "台", WORK))
        with self.office._workplace.transaction() as session:
            session.execute(insert(Customer), [self._person(at) for at in range(PEOPLE + FIRMS)])
            keys = list(session.scalars(select(Customer.id).order_by(Customer.id)))
            self.customers = list(session.scalars(select(Customer.record_id).order_by(Customer.id)))
            session.execute(insert(Site), [{"customer_id": key, "city": "名古屋市"} for key in keys])
            sites = list(session.scalars(select(Site.id).order_by(Site.id)))
            session.execute(
                insert(Job),
                [
                    {
                        "number": f"{self.done_on(at).year}-{at + 1:06}",
                        "customer_id": keys[self.whose(at)],
                        "site_id": sites[self.whose(at)],
                        "work_kind": "install",
                        "state": "done",
                        "on": self.done_on(at).isoformat(),
                        "received_on": self.done_on(at).isoformat(),
                    }
                    for at in range(self.count)
                ],
            )
            made = list(session.execute(select(Job.id, Job.record_id).order_by(Job.id)))
            self.jobs = [record for _key, record in made]
            session.execute(
                insert(JobItem),
                [
                    {
                        "job_id": key,
                        "item": "extra_pipe",
                        "quantity": 2.5,
                        "unit": "m",
                        "yen": METRE[at % len(METRE)],
                    }
                    for at, (key, _record) in enumerate(made)
                ],
            )

    def done_on(self, job: int) -> date:
        """Jobs are spread over the year."""
        return BEGIN + timedelta(days=job * 365 // self.count)

    def whose(self, job: int) -> int:
        """A job's customer: of five in twenty-five it is a firm with closing days."""
        return PEOPLE + job // 5 % FIRMS if job % 25 >= 20 else job * 7 % PEOPLE

    def _person(self, at: int) -> dict[str, object]:
        firm = at >= PEOPLE
        known: dict[str, object] = {
            "number": f"C{at + 1:06}",
            "kind": "organisation" if firm else "person",
            "family_name": f"姓{at // 10}",
            "given_name": f"名{at % 10}",
            "family_kana": _kana(at // 10),
            "given_kana": _kana(at % 10),
            "organisation": f"株式会社商会{at}" if firm else "",
            "organisation_kana": f"ショウカイ{_kana(at)}" if firm else "",
            "payment_method": "transfer",
            "registered_on": "2020-04-01",
            "last_contact_on": "2020-04-01",
            "used_at": "2020-04-01T00:00:00Z",
        }
        terms: dict[str, object] = {"closing_day": (20, 31)[at % 2], "pay_months": 1, "pay_day": 31}
        return known | (terms if firm else dict.fromkeys(terms))

    def payer(self, job: int) -> str:
        """As a bank writes who ordered a job."""
        at = self.whose(job)
        return f"{_kana(at // 10)} {_kana(at % 10)}"

    # The year

    def work(self) -> None:
        """Month by month: its invoices day by day, its closings, the bank's file, and the export."""
        waiting = list(range(self.count))
        for month in list(months())[:MONTHS]:
            first, last = days_of(month)
            self._on(first)
            self._bill_voided()
            paid_now, self.due = self.due, []
            while waiting and self.done_on(waiting[0]) <= last:
                job = waiting.pop(0)
                self._on(self.done_on(job))
                if job % 25 < 20:
                    self._bill(job)
            for closing in (last.replace(day=20), last):
                self._on(last)
                self._close(closing)
            self._bank_file(paid_now, last)
            self._pay_back()
            self._hand_over(first, last)
        for month in list(months())[MONTHS:]:
            first, last = days_of(month)
            self._on(first)
            self._bill_voided()
            paid_now, self.due = self.due, []
            self._on(last)
            self._close(last.replace(day=20))
            self._bank_file(paid_now, last)
            self._pay_back()
            self._hand_over(first, last)

    def _on(self, day: date) -> None:
        self.clock.now = max(self.clock.now, datetime(day.year, day.month, day.day, 1, tzinfo=UTC))

    @property
    def today(self) -> date:
        return self.office.today()

    def _bill(self, job: int) -> None:
        CASES.get(job % 25, BillingYear._by_transfer)(self, job)

    def _issue(
        self,
        job: int,
        kind: InvoiceKind = InvoiceKind.WHOLE,
        *,
        stands: bool = True,
    ) -> tuple[IssuedInvoice, int]:
        """An invoice of a job, and what it asks for as the program says."""
        invoices = self.office.invoices
        draft = invoices.draft(self.actor, self.jobs[job], kind, english)
        detail = invoices.detail(self.actor, draft)
        issued = invoices.issue(self.actor, draft, detail.row.version, english)
        self._count(issued.number)
        if stands:
            self.ledger.invoiced[job].append(self.today)
        return issued, detail.row.sums.gross

    def _count(self, number: str) -> None:
        self.ledger.numbers[number.partition("-")[0]] += 1

    def _whole(self, job: int) -> IssuedInvoice:
        issued, asked = self._issue(job)
        assert asked == gross_of(job), (job, asked)
        self.ledger.issued += asked
        return issued

    def _by_transfer(self, job: int) -> None:
        """Paid next month, with the invoice's number before the payer's name."""
        issued = self._whole(job)
        self.due.append(Due(gross_of(job), _with_number(issued, self.payer(job)), issued, (job,)))

    def _by_name(self, job: int) -> None:
        """The customer writes nothing but a name."""
        issued = self._whole(job)
        self.due.append(Due(gross_of(job), self.payer(job), issued, (job,)))

    def _less_a_fee(self, job: int) -> None:
        issued = self._whole(job)
        payer = _with_number(issued, self.payer(job))
        self.due.append(Due(gross_of(job) - FEE, payer, issued, (job,), fee=FEE))

    def _in_cash(self, job: int) -> None:
        """Paid at once, for a receipt."""
        issued = self._whole(job)
        record = PaymentRecord(
            self.today.isoformat(),
            gross_of(job),
            PaymentWay.CASH,
            allocations=((issued.invoice, gross_of(job)),),
        )
        made = self.office.payments.book(self.actor, self.customers[self.whose(job)], record)
        receipts = self.office.receipts
        beginning = receipts.beginning(self.actor, made, english)
        receipt = receipts.issue(self.actor, made, beginning, english)
        self._count(receipt.page.number)
        self._received(gross_of(job))
        self.ledger.settled[job] = self.today

    def _in_two_parts(self, job: int) -> None:
        issued = self._whole(job)
        payer, half = _with_number(issued, self.payer(job)), gross_of(job) // 2
        self.due.append(Due(half, payer, issued, (job,), settles=False))

    def _too_much(self, job: int) -> None:
        issued = self._whole(job)
        payer = _with_number(issued, self.payer(job))
        self.due.append(Due(gross_of(job) + OVERPAID, payer, issued, (job,)))

    def _with_a_credit(self, job: int) -> None:
        """Something is taken back before the customer pays the rest."""
        issued = self._whole(job)
        invoices = self.office.invoices
        draft = invoices.credit(self.actor, issued.invoice, english)
        detail = invoices.detail(self.actor, draft)
        lines = (InvoiceLineRecord("値引き", 1.0, "式", -(CREDITED * 10 // 11)),)
        record = replace(detail.record, lines=lines)
        credit = invoices.issue(self.actor, draft, detail.row.version, english, record)
        self._count(credit.number)
        self.ledger.issued -= CREDITED
        self.ledger.invoiced[job].append(self.today)
        payer = _with_number(issued, self.payer(job))
        self.due.append(Due(gross_of(job) - CREDITED, payer, issued, (job,)))

    def _in_advance(self, job: int) -> None:
        """A deposit and the final invoice come to the whole; each is paid."""
        deposit, first = self._issue(job, InvoiceKind.DEPOSIT)
        final, rest = self._issue(job, InvoiceKind.FINAL)
        assert first + rest == gross_of(job), (job, first, rest)
        self.ledger.issued += gross_of(job)
        payer = self.payer(job)
        self.due.append(Due(first, _with_number(deposit, payer), deposit, (job,), settles=False))
        self.due.append(Due(rest, _with_number(final, payer), final, (job,)))

    def _made_void(self, job: int) -> None:
        """Made void next month, when the books have it, and billed again."""
        issued, asked = self._issue(job, stands=False)
        assert asked == gross_of(job)
        self.voids.append((job, issued))

    def _bill_voided(self) -> None:
        for job, issued in self.voids:
            self.office.invoices.void(self.actor, issued.invoice)
            self._by_transfer(job)
        self.voids = []

    def _never_paid(self, job: int) -> None:
        self._whole(job)
        self.ledger.left_open += gross_of(job)

    def _close(self, closing: date) -> None:
        """The collective invoices of a closing day; each firm pays all of its own at once."""
        shown = self.office.collective.preview(self.actor, closing, english)
        at = {record: number for number, record in enumerate(self.jobs)}
        for one in self.office.collective.issue(self.actor, shown, english):
            assert one.issued is not None, one.refused
            assert not one.preview.left_out
            jobs = tuple(at[job] for job in one.preview.jobs)
            net = sum(WORK + METRE[job % len(METRE)] * 5 // 2 for job in jobs)
            assert one.preview.gross == net + net // 10, jobs
            self._count(one.issued.number)
            self.ledger.issued += one.preview.gross
            for job in jobs:
                self.ledger.invoiced[job].append(self.today)
            firm = f"ｶ)ｼﾖｳｶｲ{_kana(self.whose(jobs[0]))}"
            self.due.append(Due(one.preview.gross, firm, one.issued, jobs))

    def _bank_file(self, paid: list[Due], last: date) -> None:
        """A month's file: read some days later, booked as a person confirms it, and read once more."""
        if not paid:
            return
        on = last.replace(day=PAYDAY)
        day = on.strftime("%y%m%d")
        path = self.folder / "notice.txt"
        path.write_bytes(notices([(day, one.yen, half_width(one.payer)) for one in paid], day))
        found = self.office.bank_imports.read(self.actor, given_file(path))
        assert len(found.proposals) == len(paid), (len(found.proposals), len(paid))
        waiting = {one.invoice: one for one in found.invoices}
        confirmed = []
        for one, meant in zip(found.proposals, paid, strict=True):
            if one.certain and one.invoices != (meant.invoice.invoice,):
                self.wrongly.append(meant.invoice.number)
            parts = allotted(one, waiting) if one.certain else self._by_hand(meant)
            customer = waiting[meant.invoice.invoice].customer
            confirmed.append(ConfirmedDeposit(one.line, customer, parts, meant.fee))
        assert self.office.bank_imports.confirm(self.actor, confirmed) == len(paid)
        self.deposits += len(paid)
        self.certain += sum(one.certain for one in found.proposals)
        again = self.office.bank_imports.read(self.actor, given_file(path))
        assert (again.proposals, again.seen) == ((), len(paid)), "a file read twice has nothing new"
        for meant in paid:
            self._note_paid(meant, on)

    def _by_hand(self, meant: Due) -> tuple[tuple[str, int], ...]:
        job = meant.jobs[0]
        over = OVERPAID if job % 25 == OVERPAID_CASE else 0
        return ((meant.invoice.invoice, meant.yen + meant.fee - over),)

    def _note_paid(self, meant: Due, on: date) -> None:
        self._received(meant.yen + meant.fee)
        job = meant.jobs[0]
        if meant.settles:
            for one in meant.jobs:
                self.ledger.settled[one] = on
        elif job % 25 == PARTS_CASE:
            rest = replace(meant, yen=gross_of(job) - meant.yen, settles=True)
            self.due.append(rest)
        if job % 25 == OVERPAID_CASE:
            self.credits.append((self.customers[self.whose(job)], job))

    def _pay_back(self) -> None:
        """Every other of the sums that were paid too much goes back, the rest stays as credit."""
        for customer, job in self.credits:
            if job // 25 % 2:
                self.ledger.credit += OVERPAID
                continue
            money = self.office.payments.of_customer(self.actor, customer)
            one = next(one for one in money.payments if one.credit)
            back = PaymentRecord(self.today.isoformat(), -OVERPAID, PaymentWay.BANK)
            self.office.payments.pay_back(self.actor, one.payment, one.version, back)
            self._received(-OVERPAID)
        self.credits = []

    def _received(self, yen: int) -> None:
        """Every payment, and every paying back, has a number of the day on which it is booked."""
        self.ledger.numbers[f"P{self.today.year}"] += 1
        self.ledger.received += yen

    def _hand_over(self, first: date, last: date) -> None:
        made = self.office.books_handover.export(
            self.actor, AccountingProgram.YAYOI, first.isoformat(), last.isoformat()
        )
        self.exports.append(made.content)


def _kana(at: int) -> str:
    return "".join(KANA[int(figure)] for figure in f"{at:02}")


def half_width(text: str) -> str:
    """The few full-width kana of this office as banks write them."""
    return text.translate(str.maketrans(KANA, "ｱｶｻﾀﾅﾊﾏﾔﾗﾜ"))


def _with_number(issued: IssuedInvoice, payer: str) -> str:
    return f"{issued.number[1:].replace('-', '')} {payer}"


def receivables(content: bytes) -> tuple[int, int]:
    """What an export puts on 売掛金 and takes off it, in yen."""
    rows = list(csv.reader(io.StringIO(content.decode("cp932"), newline="")))
    put = sum(int(row[8]) for row in rows if row[4] == "売掛金")
    taken = sum(int(row[14]) for row in rows if row[10] == "売掛金")
    return put, taken


PARTS_CASE, OVERPAID_CASE = 14, 15
CASES: dict[int, Callable[[BillingYear, int], None]] = {
    10: BillingYear._by_name,
    11: BillingYear._less_a_fee,
    12: BillingYear._in_cash,
    13: BillingYear._in_cash,
    PARTS_CASE: BillingYear._in_two_parts,
    OVERPAID_CASE: BillingYear._too_much,
    16: BillingYear._with_a_credit,
    17: BillingYear._in_advance,
    18: BillingYear._made_void,
    19: BillingYear._never_paid,
}
"""What becomes of a job, by its number modulo 25; the others are paid by transfer, 20 to 24 collectively."""
