"""A bank's file in the office: proposed, confirmed by a person, and never booked twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hvacdesk.domain.billing.bank_files import AnotherAccount
from hvacdesk.domain.billing.bank_imports import BankProposals, ConfirmedDeposit
from hvacdesk.domain.billing.bank_matching import allotted
from hvacdesk.domain.billing.billing_facts import OfficeBilling
from hvacdesk.domain.billing.invoices import BankAccount
from hvacdesk.domain.billing.payments import MatchReason, PaidMeanwhile, PaymentRecord, PaymentWay
from hvacdesk.domain.customers.customers import CustomerKind, PersonName
from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.services.billing.bank_imports import BankImports
from hvacdesk.services.billing.payments import Payments
from hvacdesk.store.billing import terms
from tests.helpers.bank_files import notices
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import new_ground

KANA = PersonName("田中", "花子", "タナカ", "ハナコ")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Billed]:
    ground = new_ground(tmp_path)
    yield billed_office(ground)
    ground.close()


def imports(office: Billed) -> BankImports:
    return BankImports(office.ground.workplace)


def read(office: Billed, folder: Path, *deposits: tuple[str, int, str]) -> BankProposals:
    path = folder / "notice.txt"
    path.write_bytes(notices(deposits, "081124"))
    return imports(office).read(office.books, path)


def confirmed(found: BankProposals) -> list[ConfirmedDeposit]:
    """Everything that is certain, as a person would confirm it."""
    waiting = {one.invoice: one for one in found.invoices}
    return [
        ConfirmedDeposit(one.line, waiting[one.invoices[0]].customer, allotted(one, waiting), one.fee)
        for one in found.proposals
        if one.certain
    ]


def test_a_deposit_settles_the_invoice_that_it_fits(office: Billed, tmp_path: Path) -> None:
    who = office.someone(name=KANA)
    job = office.job(who)
    issued = office.issued(job)
    found = read(office, tmp_path, ("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ"), ("081121", 777, "ｽｽﾞｷ"))
    assert [(one.invoices, one.certain) for one in found.proposals] == [
        ((issued.invoice,), True),
        ((), False),
    ]
    assert found.proposals[0].reasons == {MatchReason.PAYER_AND_SUM}
    assert imports(office).confirm(office.books, confirmed(found)) == 1
    assert office.state(job) is JobState.PAID
    (payment,) = Payments(office.ground.workplace).of_customer(office.books, who).payments
    assert (payment.received_on, payment.yen, payment.way) == ("2026-11-20", GROSS, PaymentWay.BANK)


def test_a_kept_fee_is_booked_with_it(office: Billed, tmp_path: Path) -> None:
    who = office.someone(name=KANA)
    office.issued(office.job(who))
    imports(office).confirm(
        office.books, confirmed(read(office, tmp_path, ("081120", GROSS - 440, "ﾀﾅｶ ﾊﾅｺ")))
    )
    money = Payments(office.ground.workplace).of_customer(office.books, who)
    assert (money.open_invoices, money.payments[0].fee) == ((), 440)


def test_the_same_file_again_has_nothing_new(office: Billed, tmp_path: Path) -> None:
    office.issued(office.job(office.someone(name=KANA)))
    lines = (("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ"), ("081121", 777, "ｽｽﾞｷ"))
    first = read(office, tmp_path, *lines)
    ready = confirmed(first)
    assert imports(office).confirm(office.books, ready) == 1
    assert imports(office).confirm(office.books, ready) == 0
    again = read(office, tmp_path, *lines)
    assert ([one.line.yen for one in again.proposals], again.seen) == ([777], 1)
    imports(office).set_aside(office.books, [again.proposals[0].line])
    third = read(office, tmp_path, *lines)
    assert (third.proposals, third.seen) == ((), 2)
    longer = read(office, tmp_path, *lines, ("081121", 777, "ｽｽﾞｷ"))
    assert [one.line.yen for one in longer.proposals] == [777]


def test_a_payment_that_was_taken_back_frees_its_deposit(office: Billed, tmp_path: Path) -> None:
    who = office.someone(name=KANA)
    office.issued(office.job(who))
    line = ("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ")
    imports(office).confirm(office.books, confirmed(read(office, tmp_path, line)))
    payments = Payments(office.ground.workplace)
    (payment,) = payments.of_customer(office.books, who).payments
    payments.take_back(office.books, payment.payment, payment.version)
    found = read(office, tmp_path, line)
    assert (found.seen, found.proposals[0].certain) == (0, True)
    assert imports(office).confirm(office.books, confirmed(found)) == 1


def test_an_earlier_payer_is_known_again(office: Billed, tmp_path: Path) -> None:
    who = office.someone(name=KANA)
    first = office.issued(office.job(who))
    found = read(office, tmp_path, ("081120", GROSS, "ﾀﾅｶ ﾀﾛｳ"))
    assert not found.proposals[0].certain
    by_hand = ConfirmedDeposit(found.proposals[0].line, who, ((first.invoice, GROSS),))
    imports(office).confirm(office.books, [by_hand])
    second = office.issued(office.job(who))
    again = read(office, tmp_path, ("081121", GROSS, "ﾀﾅｶ ﾀﾛｳ"))
    assert (again.proposals[0].invoices, again.proposals[0].certain) == ((second.invoice,), True)


def test_a_firm_is_found_by_its_reading(office: Billed, tmp_path: Path) -> None:
    firm = office.someone(
        kind=CustomerKind.ORGANISATION,
        organisation="株式会社青葉商店",
        organisation_kana="カブシキガイシャアオバショウテン",
    )
    issued = office.issued(office.job(firm))
    found = read(office, tmp_path, ("081120", GROSS, "ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ"))
    assert (found.proposals[0].invoices, found.proposals[0].certain) == ((issued.invoice,), True)


def test_all_or_nothing_is_booked(office: Billed, tmp_path: Path) -> None:
    who = office.someone(name=KANA)
    issued = office.issued(office.job(who))
    found = read(office, tmp_path, ("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ"), ("081121", GROSS, "ﾀﾅｶ ﾊﾅｺ"))
    both = [ConfirmedDeposit(one.line, who, ((issued.invoice, GROSS),)) for one in found.proposals]
    with pytest.raises(PaidMeanwhile):
        imports(office).confirm(office.books, both)
    assert Payments(office.ground.workplace).of_customer(office.books, who).payments == ()
    assert len(read(office, tmp_path, ("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ")).proposals) == 1


def test_a_file_of_another_account_is_refused(office: Billed, tmp_path: Path) -> None:
    account = BankAccount("中京銀行", "本店", "普通", "7654321", "ヒヤシヤ(カ")
    with office.ground.workplace.transaction() as session:
        terms.save_facts(session, OfficeBilling(account=account))
    with pytest.raises(AnotherAccount):
        read(office, tmp_path, ("081120", 1, "ｱ"))


def test_what_was_paid_by_hand_is_not_proposed(office: Billed, tmp_path: Path) -> None:
    who = office.someone(name=KANA)
    issued = office.issued(office.job(who))
    record = PaymentRecord("2026-11-20", GROSS, PaymentWay.BANK, allocations=((issued.invoice, GROSS),))
    Payments(office.ground.workplace).book(office.books, who, record)
    assert read(office, tmp_path, ("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ")).proposals[0].invoices == ()


def test_the_desk_reads_no_bank_file(office: Billed, tmp_path: Path) -> None:
    with pytest.raises(NotPermitted):
        imports(office).read(office.ground.desk, tmp_path / "notice.txt")
