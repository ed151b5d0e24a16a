"""What was asked for before the work stays 前受金 in the books until the final invoice sells the whole."""

from __future__ import annotations

import csv
import io
import random
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from hvacdesk.domain.billing.accounting_export import (
    FREEE_COLUMNS,
    MONEY_FORWARD_COLUMNS,
    AccountingProgram,
)
from hvacdesk.domain.billing.handover import NothingToHandOver
from hvacdesk.domain.billing.invoice_rules import BilledAlready
from hvacdesk.domain.billing.invoices import STANDING, InvoiceKind, InvoiceRow
from hvacdesk.domain.errors import InvalidInput, UserFacingError
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.handover import BooksFile, BooksHandover
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import new_ground
from tests.helpers.yayoi import YAYOI_COLUMNS

FREEE, MF, YAYOI = AccountingProgram
PERIOD = ("2026-11-01", "2026-11-24")
Balances = dict[str, int]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Billed]:
    ground = new_ground(tmp_path)
    yield billed_office(ground)
    ground.close()


def handed_over(office: Billed, program: AccountingProgram = MF) -> Balances:
    """What the next list adds to each account: to 売掛金 in debit, to the others in credit."""
    try:
        made = BooksHandover(office.ground.workplace).export(office.books, program, *PERIOD)
    except NothingToHandOver:
        return {}
    return balances(made, program)


def balances(made: BooksFile, program: AccountingProgram) -> Balances:
    found: Balances = defaultdict(int)
    columns = {FREEE: FREEE_COLUMNS, MF: MONEY_FORWARD_COLUMNS, YAYOI: YAYOI_COLUMNS}[program]
    text = made.content.decode("cp932" if program is YAYOI else "utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))[program is not YAYOI :]
    sign = 1
    for cells in (dict(zip(columns, row, strict=True)) for row in rows):
        if program is FREEE:
            sign = {"収入": 1, "支出": -1, "": sign}[cells["収支区分"]]
            found[cells["勘定科目"]] += sign * int(cells["金額"])
            found["売掛金"] += sign * int(cells["金額"])
            continue
        yen = int(cells["借方金額(円)" if program is MF else "借方金額"])
        for account, turn in ((cells["借方勘定科目"], -1), (cells["貸方勘定科目"], 1)):
            found[account] += (-turn if account == "売掛金" else turn) * yen
    return {account: yen for account, yen in found.items() if yen}


@pytest.mark.parametrize("program", list(AccountingProgram))
def test_a_deposit_is_sold_with_the_final_invoice(office: Billed, program: AccountingProgram) -> None:
    job = office.job()
    deposit = office.issued(job, InvoiceKind.DEPOSIT)
    asked = office.invoices.detail(office.books, deposit.invoice).row.sums.gross
    assert handed_over(office, program) == {"売掛金": asked, "前受金": asked}
    final = office.issued(job, InvoiceKind.FINAL)
    assert handed_over(office, program) == {"売掛金": GROSS - asked, "前受金": -asked, "売上高": GROSS}
    office.invoices.void(office.books, final.invoice)
    assert handed_over(office, program) == {"売掛金": asked - GROSS, "前受金": asked, "売上高": -GROSS}
    office.invoices.void(office.books, deposit.invoice)
    assert handed_over(office, program) == {"売掛金": -asked, "前受金": -asked}


def test_a_deposit_of_the_whole_leaves_the_final_invoice_nothing_but_the_sale(office: Billed) -> None:
    job = office.job()
    office.issued(job, InvoiceKind.DEPOSIT, 100)
    handed_over(office)
    office.issued(job, InvoiceKind.FINAL)
    assert handed_over(office) == {"前受金": -GROSS, "売上高": GROSS}


def test_a_credit_note_about_a_deposit_goes_off_what_it_has_become(office: Billed) -> None:
    job = office.job()
    deposit = office.issued(job, InvoiceKind.DEPOSIT)
    asked = office.invoices.detail(office.books, deposit.invoice).row.sums.gross
    part = office.issued(job, InvoiceKind.PART)
    office.issue(office.invoices.credit(office.books, deposit.invoice, english))
    assert handed_over(office) == {"売掛金": asked, "前受金": asked}
    final = office.issued(job, InvoiceKind.FINAL)
    assert handed_over(office) == {"売掛金": GROSS - asked, "前受金": -asked, "売上高": GROSS}
    office.issue(office.invoices.credit(office.books, part.invoice, english))
    assert handed_over(office) == {"売掛金": -asked, "売上高": -asked}
    office.issue(office.invoices.reissue(office.books, final.invoice))
    assert handed_over(office) == {"売掛金": asked, "売上高": asked}


def test_a_final_invoice_that_never_reached_the_books_sold_nothing_there(office: Billed) -> None:
    job = office.job()
    deposit = office.issued(job, InvoiceKind.DEPOSIT)
    handed_over(office)
    final = office.issued(job, InvoiceKind.FINAL)
    office.issue(office.invoices.credit(office.books, deposit.invoice, english))
    office.issue(office.invoices.reissue(office.books, final.invoice))
    asked = office.invoices.detail(office.books, deposit.invoice).row.sums.gross
    assert handed_over(office) == {"売掛金": GROSS - asked, "前受金": -asked, "売上高": GROSS}


def test_a_deposit_that_was_sold_is_made_void_against_the_sales(office: Billed) -> None:
    """Once all of the final invoice was credited, what it took off is still sold, and can be made void."""
    job = office.job()
    deposit = office.issued(job, InvoiceKind.DEPOSIT)
    asked = office.invoices.detail(office.books, deposit.invoice).row.sums.gross
    final = office.issued(job, InvoiceKind.FINAL)
    office.issue(office.invoices.credit(office.books, final.invoice, english))
    assert handed_over(office) == {"売掛金": asked, "売上高": asked}
    office.invoices.void(office.books, deposit.invoice)
    assert handed_over(office) == {"売掛金": -asked, "売上高": -asked}


def test_the_list_that_is_had_again_says_the_same_after_the_final_invoice(office: Billed) -> None:
    books, job = BooksHandover(office.ground.workplace), office.job()
    deposit = office.issued(job, InvoiceKind.DEPOSIT)
    office.issue(office.invoices.credit(office.books, deposit.invoice, english))
    office.issued(job, InvoiceKind.PART)
    made = books.export(office.books, MF, *PERIOD)
    office.issued(job, InvoiceKind.FINAL)
    books.export(office.books, MF, *PERIOD)
    assert books.again(office.books, MF, made.run).content == made.content


def asked_for(office: Billed, job: str) -> int:
    """What stands of a job's invoices and credit notes in all."""
    listed = office.invoices.of_job(office.books, job)
    return sum(row.sums.gross for row in listed if row.state in STANDING)


def act(office: Billed, job: str, chance: random.Random) -> None:
    """Something that somebody may do with a job's invoices; what is refused does nothing."""
    rows = [row for row in office.invoices.of_job(office.books, job) if row.state in STANDING]
    some: InvoiceRow | None = chance.choice(rows) if rows else None
    invoices, who = office.invoices, office.books
    kind = chance.choice([InvoiceKind.DEPOSIT, InvoiceKind.PART, InvoiceKind.FINAL])
    act = chance.choice(["ask", "ask", "ask", "void", "credit", "some of it", "again"])
    if act == "ask":
        office.issued(job, kind, chance.choice([10, 33, 57]))
    elif some is None:
        return
    elif act == "void":
        invoices.void(who, some.invoice)
    elif act == "again":
        office.issue(invoices.reissue(who, some.invoice))
    else:
        note = invoices.credit(who, some.invoice, english)
        detail = invoices.detail(who, note)
        if act == "some of it":
            line = detail.record.lines[0]
            lines = (type(line)(line.label, 1.0, line.unit, min(line.amount // 3, -1), line.tax_class),)
            record = type(detail.record)(InvoiceKind.CREDIT, lines, with_tax=True)
            invoices.change(who, note, detail.row.version, record)
        office.issue(note)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_happens_the_whole_is_sold_and_nothing_stays_in_advance(office: Billed, seed: int) -> None:
    """Deposits, parts, finals, voids, credits and reissues in any order, handed over at any time."""
    chance = random.Random(seed)
    job, found = office.job(), defaultdict[str, int](int)

    def hand_over() -> None:
        for account, yen in handed_over(office, chance.choice(list(AccountingProgram))).items():
            found[account] += yen

    for _step in range(14):
        try:
            act(office, job, chance)
        except (UserFacingError, InvalidInput):
            for row in office.invoices.of_job(office.books, job):
                if not row.number:
                    office.invoices.drop(office.books, row.invoice, row.version)
        if chance.random() < 0.4:
            hand_over()
    with suppress(BilledAlready):
        office.issued(job, InvoiceKind.FINAL)
    hand_over()
    assert found["前受金"] == 0
    assert found["売上高"] == found["売掛金"] == asked_for(office, job)


def sold_taxes(office: Billed, program: AccountingProgram) -> int:
    """What the next list says of the tax on sales."""
    made = BooksHandover(office.ground.workplace).export(office.books, program, *PERIOD)
    text = made.content.decode("cp932" if program is YAYOI else "utf-8-sig")
    columns = {FREEE: FREEE_COLUMNS, MF: MONEY_FORWARD_COLUMNS, YAYOI: YAYOI_COLUMNS}[program]
    rows = list(csv.reader(io.StringIO(text, newline="")))[program is not YAYOI :]
    found, sign = 0, 1
    for cells in (dict(zip(columns, row, strict=True)) for row in rows):
        if program is FREEE:
            sign = {"収入": 1, "支出": -1, "": sign}[cells["収支区分"]]
            found += sign * int(cells["税額"] or 0)
            continue
        for side, turn in (("借方", -1), ("貸方", 1)):
            found += turn * int(cells[f"{side}税額" if program is MF else f"{side}税金額"] or 0)
    return found


@pytest.mark.parametrize("program", list(AccountingProgram))
def test_what_a_final_invoice_sells_bears_the_taxes_that_were_stated(
    office: Billed, program: AccountingProgram
) -> None:
    """Two deposits of 6,188 yen state 562 yen of tax each; of 12,376 yen it would be 1,125."""
    job = office.job()
    asked = [office.issued(job, kind, 33) for kind in (InvoiceKind.DEPOSIT, InvoiceKind.PART)]
    stated = [one.page.row.sums.tax for one in asked]
    assert sold_taxes(office, program) == 0
    final = office.issued(job, InvoiceKind.FINAL)
    whole = sum(stated) + final.page.row.sums.tax
    assert (stated, sold_taxes(office, program)) == ([562, 562], whole)
    office.invoices.void(office.books, final.invoice)
    assert sold_taxes(office, program) == -whole


@pytest.mark.parametrize("program", [FREEE, MF])
def test_so_does_what_credit_notes_left_of_a_deposit(office: Billed, program: AccountingProgram) -> None:
    job = office.job()
    asked = [office.issued(job, kind, 33) for kind in (InvoiceKind.DEPOSIT, InvoiceKind.PART)]
    draft = office.invoices.credit(office.books, asked[0].invoice, english)
    detail = office.invoices.detail(office.books, draft)
    line = replace(detail.record.lines[0], quantity=1.0, yen=-999)
    record = replace(detail.record, lines=(line,), with_tax=True)
    note = office.invoices.issue(office.books, draft, detail.row.version, english, record)
    assert sold_taxes(office, program) == 0
    final = office.issued(job, InvoiceKind.FINAL)
    stated = sum(one.page.row.sums.tax for one in (*asked, note, final))
    assert sold_taxes(office, program) == stated
    late = office.issue(office.invoices.credit(office.books, asked[1].invoice, english))
    assert sold_taxes(office, program) == late.page.row.sums.tax
    office.invoices.void(office.books, final.invoice)
    assert sold_taxes(office, program) == -stated - late.page.row.sums.tax
