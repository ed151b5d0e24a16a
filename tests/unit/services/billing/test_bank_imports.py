"""A bank's file in the office: proposed, confirmed by a person, and never booked twice."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from hvacdesk.domain.bank.bank_files import AnotherAccount
from hvacdesk.domain.bank.bank_matching import BankProposals, ConfirmedDeposit, MatchReason, allotted
from hvacdesk.domain.bank.deposit_doubts import BookedMeanwhile, ByHandByNow
from hvacdesk.domain.billing.billing_facts import OfficeBilling
from hvacdesk.domain.billing.invoices import BankAccount
from hvacdesk.domain.billing.payments import PaidMeanwhile, PaymentRecord, PaymentWay
from hvacdesk.domain.customers.customers import CustomerKind, PersonName
from hvacdesk.domain.errors import InvalidInput, NotPermitted
from hvacdesk.domain.exchange.given_files import GivenFile
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.services.billing.bank_imports import BankImports
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.merging import Merging
from hvacdesk.store.billing import terms
from hvacdesk.store.models import BankLineSeen
from hvacdesk.ui.file_reading import given_file
from tests.helpers.bank_files import END, booking, header, joined, notice, notices, trailer
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.booked import book_another
from tests.helpers.ground import START, new_ground

KANA = PersonName("田中", "花子", "タナカ", "ハナコ")
OTHER = PersonName("鈴木", "一郎", "スズキ", "イチロウ")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Billed]:
    """Whose invoices are of 20 November until a file is read, on the 24th."""
    ground = new_ground(tmp_path)
    yield some_days_before(billed_office(ground))
    ground.close()


def some_days_before(office: Billed) -> Billed:
    """The office on the day of its first deposits."""
    office.ground.clock.now = START - timedelta(days=4)
    return office


def imports(office: Billed) -> BankImports:
    return BankImports(office.ground.workplace)


def read(office: Billed, folder: Path, *deposits: tuple[str, int, str]) -> BankProposals:
    office.ground.clock.now = START
    path = folder / "notice.txt"
    path.write_bytes(notices(deposits, "081124"))
    return imports(office).read(office.books, given_file(path))


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
    for day in ("081118", "081119"):
        earlier = office.issued(office.job(who))
        found = read(office, tmp_path, (day, GROSS, "ﾀﾅｶ ﾀﾛｳ"))
        assert not found.proposals[0].certain
        by_hand = ConfirmedDeposit(found.proposals[0].line, who, ((earlier.invoice, GROSS),))
        imports(office).confirm(office.books, [by_hand])
    third = office.issued(office.job(who))
    again = read(office, tmp_path, ("081124", GROSS, "ﾀﾅｶ ﾀﾛｳ"))
    assert (again.proposals[0].invoices, again.proposals[0].certain) == ((third.invoice,), True)


def test_a_deposit_before_the_invoices_day_is_left_to_a_person(office: Billed, tmp_path: Path) -> None:
    office.issued(office.job(office.someone(name=KANA)))
    (early,) = read(office, tmp_path, ("081119", GROSS, "ﾀﾅｶ ﾊﾅｺ")).proposals
    assert (early.certain, early.reasons) == (False, {MatchReason.PAYER_AND_SUM, MatchReason.EARLY})
    assert certain(office, tmp_path, GROSS, "ﾀﾅｶ ﾊﾅｺ")


def test_the_customer_of_the_payers_family_goes_before_a_stranger(office: Billed, tmp_path: Path) -> None:
    office.issued(office.job(office.someone(name=PersonName("山本", "太郎", "ヤマモト", "タロウ"))))
    suzuki = office.someone(name=PersonName("鈴木", "春子", "スズキ", "ハルコ"))
    own = office.issued(office.job(suzuki))
    (found,) = read(office, tmp_path, ("081120", GROSS, "ｽｽﾞｷ ｲﾁﾛｳ")).proposals
    assert (found.invoices, found.reasons) == ((own.invoice,), {MatchReason.FAMILY_AND_SUM})
    assert (found.certain, found.fitting) == (False, {suzuki})
    alone = office.someone(name=PersonName("佐藤", "", "サトウ", ""))
    assert read(office, tmp_path, ("081120", 1, "ｻﾄｳ ﾊﾅ")).proposals[0].fitting == {alone}


def paid_by_hand(office: Billed, who: str, payer: str) -> None:
    """An invoice of a customer that a deposit of this payer settled, as somebody said."""
    issued = office.issued(office.job(who))
    record = PaymentRecord(
        "2026-11-16", GROSS, PaymentWay.BANK, allocations=((issued.invoice, GROSS),), payer=payer
    )
    book_another(Payments(office.ground.workplace), office.books, who, record)


def certain(office: Billed, folder: Path, yen: int, payer: str) -> bool:
    """Whether a deposit's proposal is certain."""
    return read(office, folder, ("081120", yen, payer)).proposals[0].certain


def test_a_namesake_of_whom_nothing_is_open_is_meant_as_well(office: Billed, tmp_path: Path) -> None:
    office.issued(office.job(office.someone(name=KANA)))
    assert certain(office, tmp_path, GROSS, "ﾀﾅｶ ﾊﾅｺ")
    paid_by_hand(office, office.someone(name=KANA), "")
    assert not certain(office, tmp_path, GROSS, "ﾀﾅｶ ﾊﾅｺ")


def test_a_family_name_alone_is_certain_of_nobody(office: Billed, tmp_path: Path) -> None:
    office.issued(office.job(office.someone(name=PersonName("山田", "太郎", "ヤマダ", ""))))
    assert not certain(office, tmp_path, GROSS, "ﾔﾏﾀﾞ")


def test_a_firm_is_nobody_of_the_family_of_its_name(office: Billed, tmp_path: Path) -> None:
    office.issued(office.job(office.someone(name=PersonName("山田", "", "ヤマダ", ""))))
    assert not certain(office, tmp_path, GROSS, "ｶ)ﾔﾏﾀﾞ")
    firm = office.someone(
        kind=CustomerKind.ORGANISATION,
        organisation="株式会社ヤマダ",
        organisation_kana="カブシキガイシャヤマダ",
    )
    assert not certain(office, tmp_path, GROSS, "ｶ)ﾔﾏﾀﾞ")
    office.issued(office.job(firm))
    assert not certain(office, tmp_path, GROSS, "ﾕ)ﾔﾏﾀﾞ")


def test_one_payment_alone_teaches_no_payer(office: Billed, tmp_path: Path) -> None:
    wrong = office.someone(name=KANA)
    paid_by_hand(office, wrong, "ｽｽﾞｷ ｲﾁﾛｳ")
    office.issued(office.job(wrong))
    assert not certain(office, tmp_path, GROSS, "ｽｽﾞｷ ｲﾁﾛｳ")
    paid_by_hand(office, wrong, "ｽｽﾞｷ ｲﾁﾛｳ")
    assert certain(office, tmp_path, GROSS, "ｽｽﾞｷ ｲﾁﾛｳ")
    office.someone(name=OTHER)
    assert not certain(office, tmp_path, GROSS, "ｽｽﾞｷ ｲﾁﾛｳ")


def test_a_payment_that_was_taken_back_teaches_no_payer(office: Billed, tmp_path: Path) -> None:
    wrong, payments = office.someone(name=KANA), Payments(office.ground.workplace)
    for _time in range(2):
        paid_by_hand(office, wrong, "ｽｽﾞｷ ｲﾁﾛｳ")
    office.issued(office.job(wrong))
    assert certain(office, tmp_path, GROSS, "ｽｽﾞｷ ｲﾁﾛｳ")
    (last, *_others) = payments.of_customer(office.books, wrong).payments
    payments.take_back(office.books, last.payment, last.version)
    opened = next(one for one in payments.of_customer(office.books, wrong).open_invoices)
    cash = PaymentRecord("2026-11-19", GROSS, PaymentWay.CASH, allocations=((opened.invoice, GROSS),))
    payments.book(office.books, wrong, cash)  # so that one invoice alone asks for the sum, as before
    assert not certain(office, tmp_path, GROSS, "ｽｽﾞｷ ｲﾁﾛｳ")


def test_a_duplicates_own_name_is_known_while_it_is_merged(office: Billed, tmp_path: Path) -> None:
    kept, duplicate = (
        office.someone(name=KANA),
        office.someone(name=PersonName("田中", "花", "タナカ", "ハナ")),
    )
    issued = office.issued(office.job(kept))
    people = Customers(office.ground.workplace)
    versions = tuple(people.detail(office.ground.owner, one).version for one in (kept, duplicate))
    Merging(office.ground.workplace).merge(office.ground.owner, kept, duplicate, versions, {})
    found = read(office, tmp_path, ("081120", GROSS, "ﾀﾅｶ ﾊﾅ"))
    assert (found.proposals[0].invoices, found.proposals[0].certain) == ((issued.invoice,), True)


def test_a_number_that_does_not_fit_makes_nothing_certain(office: Billed, tmp_path: Path) -> None:
    who = office.someone(name=KANA)
    first, second = office.issued(office.job(who)), office.issued(office.job(who))
    payments = Payments(office.ground.workplace)
    part = PaymentRecord("2026-11-19", 755, PaymentWay.BANK, allocations=((second.invoice, 755),))
    payments.book(office.books, who, part)
    for payer in ("ﾀﾅｶ ﾊﾅｺ", "ｼﾗﾇ ﾋﾄ"):
        for yen in (GROSS - 755, GROSS - 755 - 440):
            named = f"{payer} {first.number}"
            assert not certain(office, tmp_path, yen, named), (payer, yen)
    whole = PaymentRecord("2026-11-19", GROSS, PaymentWay.BANK, allocations=((first.invoice, GROSS),))
    payments.book(office.books, who, whole)
    assert not certain(office, tmp_path, GROSS - 755, f"ﾀﾅｶ ﾊﾅｺ {first.number}")


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


def test_a_deposit_that_is_confirmed_twice_at_once_is_booked_once(office: Billed, tmp_path: Path) -> None:
    who = office.someone(name=KANA)
    office.issued(office.job(who))
    ready = confirmed(read(office, tmp_path, ("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ")))
    assert imports(office).confirm(office.books, ready * 2) == 1
    assert len(Payments(office.ground.workplace).of_customer(office.books, who).payments) == 1


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
        imports(office).read(office.ground.desk, GivenFile("notice.txt", b""))


def statement(folder: Path, *records: bytes, yen: int, count: int = 1) -> Path:
    """A day's statement of the account."""
    path = folder / "statement.txt"
    path.write_bytes(joined([header("03", "081124"), *records, trailer(count, yen, "03"), END]))
    return path


def test_a_booked_deposit_that_the_days_file_takes_back_is_told(office: Billed, tmp_path: Path) -> None:
    office.issued(office.job(office.someone(name=KANA)))
    deposit = ("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ")
    path = tmp_path / "day.txt"
    records = [notice(deposit), notice(deposit, cancelled="1")]
    path.write_bytes(joined([header("01", "081124"), *records, trailer(1, GROSS), END]))
    assert imports(office).read(office.books, given_file(path)).file.cancelled == ()
    imports(office).confirm(office.books, confirmed(read(office, tmp_path, deposit)))
    found = imports(office).read(office.books, given_file(path))
    assert (found.proposals, found.seen) == ((), 0)
    assert [(one.yen, one.payer) for one in found.file.cancelled] == [(GROSS, "ﾀﾅｶ ﾊﾅｺ")]
    other_form = statement(
        tmp_path, booking(deposit), booking(deposit, direction="2", business="19"), yen=GROSS
    )
    assert len(imports(office).read(office.books, given_file(other_form)).file.cancelled) == 1
    (payment,) = Payments(office.ground.workplace).latest(office.books)
    Payments(office.ground.workplace).take_back(office.books, payment.row.payment, payment.row.version)
    assert imports(office).read(office.books, given_file(path)).file.cancelled == ()


def test_the_same_deposit_in_another_form_is_not_certain_and_told(office: Billed, tmp_path: Path) -> None:
    who = office.someone(name=KANA)
    office.issued(office.job(who))
    deposit = ("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ")
    imports(office).confirm(office.books, confirmed(read(office, tmp_path, deposit)))
    second = some_days_before(office).issued(office.job(who))
    (same,) = (
        imports(office)
        .read(office.books, given_file(statement(tmp_path, booking(deposit, number=31), yen=GROSS)))
        .proposals
    )
    assert (same.invoices, same.certain) == ((second.invoice,), False)
    assert same.reasons == {MatchReason.PAYER_AND_SUM, MatchReason.BOOKED}
    office.ground.clock.now = START
    other_day = statement(tmp_path, booking(("081121", GROSS, "ﾀﾅｶ ﾊﾅｺ"), number=32), yen=GROSS)
    assert imports(office).read(office.books, given_file(other_day)).proposals[0].certain
    twice = read(office, tmp_path, deposit, deposit)
    assert ([one.certain for one in twice.proposals], twice.seen) == ([True], 1)


def test_a_deposit_that_was_set_aside_by_mistake_is_brought_back(office: Billed, tmp_path: Path) -> None:
    office.issued(office.job(office.someone(name=KANA)))
    deposit = ("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ")
    imports(office).set_aside(office.books, [read(office, tmp_path, deposit).proposals[0].line])
    found = read(office, tmp_path, deposit)
    assert (found.proposals, len(found.aside)) == ((), 1)
    imports(office).bring_back(office.books, found.aside)
    again = read(office, tmp_path, deposit)
    assert (again.proposals[0].certain, again.aside) == (True, ())
    imports(office).confirm(office.books, confirmed(again))
    imports(office).bring_back(office.books, [again.proposals[0].line])
    assert read(office, tmp_path, deposit).seen == 1


def test_what_was_seen_says_nothing_without_the_payment_key(office: Billed, tmp_path: Path) -> None:
    office.issued(office.job(office.someone(name=KANA)))
    found = read(office, tmp_path, ("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ"), ("081120", 5, "ｽｽﾞｷ"))
    imports(office).confirm(office.books, confirmed(found))
    imports(office).set_aside(office.books, [found.proposals[1].line])
    vault = office.ground.workplace.vault
    with office.ground.workplace.reading() as session:
        rows = session.query(BankLineSeen).order_by(BankLineSeen.id).all()
        for row, proposal in zip(rows, found.proposals, strict=True):
            assert row.salt is not None
            line = proposal.line.reference.encode()
            for key in (b"", row.salt, row.salt.hex().encode(), str(row.id).encode()):
                told = (hashlib.sha256(key + line), hmac.new(key, line, hashlib.sha256))
                assert row.digest not in [one.hexdigest() for one in told]
            salt = vault.open_payment("bank_lines", "salt", row.id, row.salt)
            assert row.digest == hmac.new(salt.encode(), line, hashlib.sha256).hexdigest()


def test_what_was_set_aside_long_ago_is_forgotten(office: Billed, tmp_path: Path) -> None:
    found = read(office, tmp_path, ("081120", 5, "ｽｽﾞｷ"), ("081121", 6, "ｽｽﾞｷ"))
    imports(office).set_aside(office.books, [found.proposals[0].line])
    with office.ground.workplace.transaction() as session:
        session.query(BankLineSeen).update({"on": "2023-11-01"})
    imports(office).set_aside(office.books, [found.proposals[1].line])
    with office.ground.workplace.reading() as session:
        assert [row.on for row in session.query(BankLineSeen)] == ["2026-11-21"]


@pytest.mark.parametrize(
    "change",
    [
        {"on": "x" * 100_000},
        {"on": ""},
        {"on": "2026-02-30"},
        {"yen": -1},
        {"yen": 2**62},
        {"payer": "x" * 10_001},
        {"reference": "x" * 10_001},
    ],
)
def test_what_no_file_names_is_neither_set_aside_nor_booked(
    office: Billed, tmp_path: Path, change: dict[str, Any]
) -> None:
    """A window sends back the deposits that it was told of; another program could send anything."""
    found = read(office, tmp_path, ("261120", GROSS, "タナカ"))
    line = replace(found.proposals[0].line, **change)
    deposits = [replace(one, line=line) for one in confirmed(found)]
    for send in (
        lambda: imports(office).set_aside(office.books, [line]),
        lambda: imports(office).bring_back(office.books, [line]),
        lambda: imports(office).confirm(office.books, deposits or [ConfirmedDeposit(line, "f" * 32, ())]),
        lambda: imports(office).book_certain(office.books, replace(found.file, lines=(line,)), deposits),
    ):
        with pytest.raises(InvalidInput):
            send()


@pytest.mark.parametrize("digest", ["f" * 63, "F" * 64, "鈴木", "f" * 64 + "\n"])
def test_nothing_is_booked_under_what_is_no_files_digest(office: Billed, tmp_path: Path, digest: str) -> None:
    """The step back is kept by it, in plain: another program could have a name kept there."""
    office.issued(office.job(office.someone(name=KANA)))
    found = read(office, tmp_path, ("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ"))
    deposits = confirmed(found)
    for send in (
        lambda: imports(office).confirm(office.books, deposits, digest=digest),
        lambda: imports(office).book_certain(office.books, replace(found.file, digest=digest), deposits),
    ):
        with pytest.raises(InvalidInput):
            send()
    assert Payments(office.ground.workplace).latest(office.books) == ()


@pytest.mark.parametrize(
    ("on", "payer", "doubt"),
    [
        ("2026-11-20", "", MatchReason.BOOKED),
        ("2026-11-20", "田中 花子", MatchReason.BY_HAND),
        ("2026-11-19", "", MatchReason.BY_HAND),
        ("2026-11-21", "", MatchReason.BY_HAND),
        ("2026-11-18", "", MatchReason.BY_HAND),
        ("2026-11-17", "", MatchReason.BY_HAND),
        ("2026-11-16", "", None),
    ],
    ids=[
        *("same day", "another writing of the payer", "day before", "day after"),
        *("two days before", "three days before", "four days before"),
    ],
)
def test_what_was_booked_by_hand_for_one_invoice_is_not_certain_for_the_next(
    office: Billed, tmp_path: Path, on: str, payer: str, doubt: MatchReason | None
) -> None:
    """Of two invoices of one sum the first one was paid so: nothing but the second fits the deposit then."""
    who = office.someone(name=KANA)
    first, second = office.issued(office.job(who)), office.issued(office.job(who))
    office.ground.clock.pass_time(days=1)
    record = PaymentRecord(on, GROSS, PaymentWay.BANK, allocations=((first.invoice, GROSS),), payer=payer)
    Payments(office.ground.workplace).book(office.books, who, record)
    found = read(office, tmp_path, ("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ"))
    (one,) = found.proposals
    assert one.invoices == (second.invoice,)
    assert one.certain is (doubt is None)
    assert {MatchReason.BOOKED, MatchReason.BY_HAND} & one.reasons == ({doubt} if doubt else set())
    imports(office).book_certain(office.books, found.file, confirmed(found))
    standing = Payments(office.ground.workplace).of_customer(office.books, who).payments
    assert len(standing) == (1 if doubt else 2)


def test_who_was_paid_for_by_hand_is_asked_about_though_a_strangers_invoice_fits_the_sum(
    office: Billed, tmp_path: Path
) -> None:
    payer, stranger = office.someone(name=KANA), office.someone(name=OTHER)
    paid, open_one = office.issued(office.job(payer)), office.issued(office.job(stranger))
    record = PaymentRecord("2026-11-20", GROSS, PaymentWay.BANK, allocations=((paid.invoice, GROSS),))
    Payments(office.ground.workplace).book(office.books, payer, record)
    office.ground.clock.pass_time(days=1)
    (one,) = read(office, tmp_path, ("081121", GROSS, "ﾀﾅｶ ﾊﾅｺ")).proposals
    assert MatchReason.BY_HAND in one.reasons
    mine = ConfirmedDeposit(one.line, stranger, ((open_one.invoice, GROSS),))
    with pytest.raises(ByHandByNow) as asked:
        imports(office).confirm_one(office.books, mine)
    agreed = replace(mine, doubts=(MatchReason.BY_HAND,), another=frozenset(asked.value.alike))
    imports(office).confirm_one(office.books, agreed)
    with pytest.raises(BookedMeanwhile):
        imports(office).confirm_one(office.books, agreed)


def test_it_is_asked_about_the_customer_for_whom_a_deposit_is_booked_whoever_is_proposed(
    office: Billed, tmp_path: Path
) -> None:
    who, other = office.someone(name=KANA), office.someone(name=OTHER)
    office.issued(office.job(other))
    record = PaymentRecord("2026-11-19", GROSS, PaymentWay.BANK)
    Payments(office.ground.workplace).book(office.books, who, record)
    (one,) = read(office, tmp_path, ("081120", GROSS, "ｽｽﾞｷ ｲﾁﾛｳ")).proposals
    assert MatchReason.BY_HAND not in one.reasons
    with pytest.raises(ByHandByNow):
        imports(office).confirm_one(office.books, ConfirmedDeposit(one.line, who, ()))
