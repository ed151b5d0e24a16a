"""Files that are read and made at a seat: through the connection's memory, and nowhere else."""

from __future__ import annotations

import io
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader

from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.receipts import MoneyWentBack
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.exchange.exporting import ExportExtent, ExportReason
from hvacdesk.domain.exchange.given_files import GivenFile
from hvacdesk.domain.exchange.importing import Duplicates, ImportField, RowState
from hvacdesk.domain.exchange.outside_lists import ListKind
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.papers.label_sheets import LabelShift
from hvacdesk.domain.requests.requests import IdentityCheck, NewRequest, RequestKind, RequestWay
from hvacdesk.exchange.errors import LockedWorkbook, NotATable
from hvacdesk.exchange.workbooks import Workbook
from hvacdesk.seats import calls
from hvacdesk.seats.calls import TooMuchForASeat, TooMuchFromASeat
from hvacdesk.seats.link import SeatLogin
from hvacdesk.services.exchange.opened_lists import MOST_OPEN, ListClosed
from hvacdesk.services.language import words_for
from hvacdesk.services.oversight.witness_folder import kept_in, save_into
from hvacdesk.services.requests.disclosure import DisclosureForm
from tests.helpers.bank_files import notices
from tests.helpers.identity_checks import check_identity
from tests.helpers.office_network import OfficeNetwork
from tests.helpers.outside_invoices import FREEE
from tests.helpers.sabotage import replaced

LIST = """お客様一覧 2026年11月,,,
氏名,フリガナ,住所,電話番号
髙﨑 花子,タカサキ ハナコ,愛知県名古屋市中区栄3丁目15-33,052-123-4567
山田 太郎,ヤマダ タロウ,岐阜県岐阜市司町40-1,058-265-4000
鈴木 一郎,スズキ イチロウ,,カード 4111 1111 1111 1111
"""
NAMES_IN_IT = ("髙﨑 花子", "山田 太郎", "052-123-4567")
JA = words_for("ja")


@pytest.fixture
def seat(network: OfficeNetwork) -> SeatLogin:
    return network.log_in(network.join())


def given(text: str = LIST) -> GivenFile:
    return GivenFile("お客様 一覧.csv", text.encode("cp932"))


def untold(*_progress: object) -> None:
    """Nobody looks."""


def never() -> bool:
    return False


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_a_list_is_imported_from_a_seat_and_leaves_nothing_there(
    network: OfficeNetwork, seat: SeatLogin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "temporary"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    importing, actor = seat.office.importing, seat.actor
    table = importing.open(actor, given())
    assert (table.name, table.sheets) == ("お客様 一覧.csv", ("",))
    layout = importing.layout(actor, table.key, "")
    assert layout.mapping[0] is ImportField.NAME
    assert importing.sample(actor, table.key, "", layout)[0][0] == "髙﨑 花子"
    preview = importing.preview(actor, table.key, "", layout, untold, never)
    assert [row.state for row in preview.rows] == [RowState.GOOD, RowState.GOOD, RowState.WRONG]
    assert [row.line for row in preview.looks] == [5]
    assert (preview.total, preview.count(RowState.GOOD)) == (3, 2)
    report = importing.run(
        actor,
        table.key,
        only_good_rows=True,
        duplicates=Duplicates.LEAVE_OUT,
        progress=untold,
        cancelled=never,
    )
    assert (report.imported, report.left_out) == (2, 1)
    rest = importing.left_out_csv(actor, table.key, JA)
    left_out = rest.content.decode("utf-8-sig").splitlines()
    assert len(left_out) == 2
    assert left_out[1].startswith("5,")
    importing.close(actor, table.key)
    with pytest.raises(ListClosed):
        importing.left_out_csv(actor, table.key, JA)
    assert seat.office.customers.search(actor, "髙﨑").hits == 1
    out = seat.office.outside_lists.out(actor)
    assert [one.kind for one in out] == [ListKind.LEFT_OUT, ListKind.IMPORTED]
    assert {(one.seat, one.made_by) for one in out} == {("受付の席", actor.name)}
    written = b"".join(path.read_bytes() for path in network.folder.rglob("*") if path.is_file())
    assert [name for name in NAMES_IN_IT if name.encode() in written or name.encode("cp932") in written] == []
    assert list(scratch.iterdir()) == []


def test_what_is_wrong_with_a_file_is_told_at_the_seat_in_the_same_words(seat: SeatLogin) -> None:
    importing, actor = seat.office.importing, seat.actor
    with pytest.raises(NotATable):
        importing.open(
            actor, GivenFile("photo.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 40)
        )
    made = seat.office.exporting.export(
        actor, ExportReason.OTHER_PROGRAM, ExportExtent.FULL, JA, untold, never
    )
    with pytest.raises(LockedWorkbook):
        importing.open(actor, GivenFile("list.xlsx", made.content))
    opened = importing.open(actor, GivenFile("list.xlsx", made.content), made.password)
    assert len(opened.sheets) > 1


def test_a_list_is_open_in_its_own_login_alone_and_no_more_than_a_few_are(
    network: OfficeNetwork, seat: SeatLogin
) -> None:
    other = network.log_in(network.join("別の席"))
    opened = [seat.office.importing.open(seat.actor, given()).key for _ in range(MOST_OPEN + 1)]
    for login, key in ((other, opened[-1]), (seat, opened[0]), (seat, "f" * 32)):
        with pytest.raises(ListClosed):
            login.office.importing.layout(login.actor, key, "")
    assert seat.office.importing.layout(seat.actor, opened[1], "").columns


def test_the_bank_s_file_and_another_program_s_invoices_are_read(seat: SeatLogin) -> None:
    bank = GivenFile("bank.txt", notices([("081124", 110_000, "ﾀﾅｶ ﾊﾅｺ")]))
    (proposed,) = seat.office.bank_imports.read(seat.actor, bank).proposals
    assert proposed.line.yen == 110_000
    told = seat.office.outside_invoices.read(seat.actor, GivenFile("list.csv", FREEE.encode("utf-8-sig")))
    assert len(told.file.invoices) == 2


def test_an_export_is_logged_and_opens_with_its_password(seat: SeatLogin) -> None:
    made = seat.office.exporting.export(
        seat.actor, ExportReason.OTHER_PROGRAM, ExportExtent.FULL, words_for("en"), untold, never
    )
    rows = [row for _, row in Workbook(made.content, made.password).rows("Customers")]
    assert len(rows) == made.customers + 1
    (entry,) = seat.office.audit.entries(seat.actor, action=Action.CUSTOMERS_EXPORTED)
    assert entry.actor_name == seat.actor.name
    assert seat.office.outside_lists.out(seat.actor)


def test_a_disclosure_says_who_saw_the_data_in_the_language_of_the_seat(seat: SeatLogin) -> None:
    office, actor = seat.office, seat.actor
    customer = office.customers.search(actor, "田中").rows[0].customer
    office.customers.reveal(actor, customer, CustomerField.PHONE, RevealReason.CALL)
    asked = NewRequest(RequestKind.DISCLOSURE, RequestWay.COUNTER, office.today().isoformat(), customer)
    request = office.requests.receive(actor, asked)
    check_identity(office.requests, actor, request, IdentityCheck.LICENCE)
    for language, said in (("ja", "伏せ字を表示"), ("en", "Hidden value shown")):
        made = office.disclosing.make(actor, request, DisclosureForm.PDF, words_for(language))
        assert said in text_of(made.content)


def test_labels_are_drawn_for_the_printer_that_the_seat_chooses_at_last(seat: SeatLogin) -> None:
    others, actor = seat.office.other_papers, seat.actor
    customer = seat.office.customers.search(actor, "田中").rows[0].customer
    issued = others.labels(actor, [customer], "12", 0, JA)
    again = others.labels_again(actor, [issued.papers[0].paper], "12", 0, JA, LabelShift(2, 1))
    assert text_of(again) == text_of(issued.pdf)
    assert again != issued.pdf


def test_the_log_s_state_goes_onto_a_stick_in_the_seat(seat: SeatLogin, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    witness = seat.office.log_witness
    saved = save_into(stick, partial(witness.save, seat.actor))
    assert len(list(stick.iterdir())) == 2
    seat.office.customers.search(seat.actor, "田中")
    found = witness.compare(seat.actor, kept_in([stick]))
    assert found.good
    saved.write_bytes(b"spoiled")
    assert not witness.compare(seat.actor, kept_in([stick])).good


def test_what_is_too_large_for_the_connection_is_told_calmly(seat: SeatLogin) -> None:
    with pytest.raises(TooMuchFromASeat):
        seat.office.importing.open(seat.actor, GivenFile("list.csv", bytes(calls.MOST_ASKED_BYTES)))
    with replaced(calls.ANSWER, "_most_bytes", 300), pytest.raises(TooMuchForASeat):
        seat.office.audit.entries(seat.actor)
    assert seat.office.customers.search(seat.actor, "田中").hits == 2


def test_a_receipt_at_a_seat_is_not_made_out_before_what_went_back_was_told(seat: SeatLogin) -> None:
    office, actor = seat.office, seat.actor
    today = office.today().isoformat()
    who = office.customers.search(actor, "").rows[0].customer
    paid = office.payments.book(actor, who, PaymentRecord(today, 60_000, PaymentWay.BANK))
    begun = office.receipts.beginning(actor, paid, JA)
    assert office.receipts.given_back(actor, paid) == ()
    office.payments.pay_back(actor, paid, 1, PaymentRecord(today, -60_000, PaymentWay.BANK))
    with pytest.raises(MoneyWentBack):
        office.receipts.issue(actor, paid, begun, JA, ())
    told = office.receipts.given_back(actor, paid)
    made = office.receipts.issue(actor, paid, begun, JA, told)
    assert office.receipts.reissue(actor, made.receipt, 1, JA, told).page.yen == 60_000
