"""Who can seal, open, come back, hand over: the box's two doors over an office in memory's key store."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from hvacdesk.domain.report_box.report_box import Author, Message, Named, Report, ReportCategory, ReportState
from hvacdesk.domain.roles import Role
from hvacdesk.vault import ciphers, errors
from hvacdesk.vault.keyfile import kdf
from hvacdesk.vault.keyfile.rotation_plan import Plan
from hvacdesk.vault.office import OpenVault, SealedOffice
from hvacdesk.vault.report_box import report_box as report_box_module
from hvacdesk.vault.report_box import report_box_case, report_box_rounds
from hvacdesk.vault.report_box import report_box_files as files_module
from hvacdesk.vault.report_box.report_box import ReportBox, ReportReader, writable_files_of
from hvacdesk.vault.report_box.report_box_errors import (
    BoxFull,
    OnlyReader,
    ReaderNotListed,
    ReceiptUnknown,
    ReportFull,
    ReportGone,
    StillReadable,
)
from hvacdesk.vault.report_box.report_box_files import (
    CASE_BYTES,
    FILE_NAME,
    LEFT_FREE,
    PLACE_BYTES,
    STEP,
    BoxFiles,
)
from tests.helpers.sabotage import replaced
from tests.helpers.vault_offices import ONE_TIME, OWNER_PASSPHRASE, MadeOffice

OWN = "jibun-de-eranda-aikotoba"
OTHER = "betsu-no-nagai-aikotoba"
OWNER = frozenset({Role.OWNER})
REAL_COST = report_box_case.RECEIPT_COST


@pytest.fixture
def counted() -> Iterator[list[int]]:
    """The size of the box's file after each write."""
    seen: list[int] = []
    real = BoxFiles._write

    def write(files: BoxFiles, found: object) -> object:
        written = real(files, found)  # type: ignore[arg-type]
        seen.append((files._home / FILE_NAME).stat().st_size)
        return written

    with replaced(BoxFiles, "_write", write):
        yield seen


def sealed(office: MadeOffice) -> SealedOffice:
    return SealedOffice.find(office.home, office.secrets, clock=office.clock)


def box_of(office: MadeOffice) -> ReportBox:
    return sealed(office).report_box(office.clock)


def first(office: MadeOffice) -> str:
    return office.vault.slot_id


def second(
    office: MadeOffice,
    name: str = "副責任 五郎",
    passphrase: str = OWN,
    roles: frozenset[Role] = OWNER,
) -> str:
    """A further person, by default an owner, with a passphrase of their own."""
    slot = office.vault.slots.add(name, roles, ONE_TIME)
    vault = sealed(office).unlock(slot.slot_id, ONE_TIME)
    vault.slots.change_passphrase(ONE_TIME, passphrase)
    vault.close()
    return slot.slot_id


def vault_of(office: MadeOffice, slot_id: str, passphrase: str) -> OpenVault:
    return sealed(office).unlock(slot_id, passphrase)


def reader_of(office: MadeOffice, slot_id: str, passphrase: str) -> ReportReader:
    reader = vault_of(office, slot_id, passphrase).report_reader()
    assert reader is not None
    return reader


def report_to(box: ReportBox, *accounts: str, text: str = "本文") -> Report:
    listed = [one.named() for one in box.readers()]
    return Report(
        ReportCategory.LAW,
        "",
        (Message(Author.REPORTER, text, "2026-11-23"),),
        tuple(one for one in listed if one.account in accounts),
        tuple(one for one in listed if one.account not in accounts),
    )


def text(word: str, by: str = "責任") -> Callable[[report_box_case.OpenCase], report_box_case.OpenCase]:
    message = Message(Author.READER, word, "2026-11-25", by)
    return lambda case: replace(case, report=case.report.with_message(message))


def test_only_the_chosen_reader_and_the_receipt_open_a_report(office: MadeOffice) -> None:
    other, box = second(office), box_of(office)
    receipt = box.send(report_to(box, other))
    assert reader_of(office, first(office), OWNER_PASSPHRASE).inbox().cases == ()
    (case,) = reader_of(office, other, OWN).inbox().cases
    assert case.report.messages[0].text == "本文"
    assert [one.account for one in case.report.left_out] == [first(office)]
    assert box.open(receipt).report == case.report


def test_the_receipt_does_not_open_the_notes_of_the_readers(office: MadeOffice) -> None:
    box = box_of(office)
    receipt = box.send(report_to(box, first(office)))
    assert box.open(receipt).notes is None


@pytest.mark.parametrize(("count", "words"), [(1, "短"), (8, "長" * 4000)])
def test_a_sealed_report_has_one_length_whatever_it_says_and_whomever_it_is_for(
    count: int, words: str
) -> None:
    public = ciphers.exchange_public(ciphers.new_key())
    to = [report_box_case.SealTo("a" * 32, public)] * count
    report = Report(ReportCategory.LAW, "", (Message(Author.REPORTER, words, "2026-11-23"),), (), ())
    assert len(report_box_case.seal_new("ab" * 16, to, ciphers.new_key(), report)) == CASE_BYTES


def test_the_parts_of_a_report_are_bound_to_office_reader_and_report() -> None:
    private = ciphers.new_key()
    to = [report_box_case.SealTo("a" * 32, ciphers.exchange_public(private))]
    report = Report(ReportCategory.LAW, "", (Message(Author.REPORTER, "x", "2026-11-23"),), (), ())
    receipt = ciphers.new_key()
    case = report_box_case.seal_new("ab" * 16, to, receipt, report)
    assert report_box_case.open_as_reader(case, "ab" * 16, "a" * 32, private) is not None
    assert report_box_case.open_as_reader(case, "cd" * 16, "a" * 32, private) is None
    assert report_box_case.open_as_reader(case, "ab" * 16, "b" * 32, private) is None
    other = report_box_case.seal_new("ab" * 16, to, receipt, report)
    mixed = other[:16] + case[16:]
    assert report_box_case.open_as_reader(mixed, "ab" * 16, "a" * 32, private) is None
    assert report_box_case.open_with_receipt(mixed, "ab" * 16, receipt) is None


def test_nothing_is_sealed_to_who_is_not_a_reader_on_the_roster(office: MadeOffice) -> None:
    desk = second(office, "受付 花子", roles=frozenset({Role.DESK}))
    invited = office.vault.slots.add("新任 責任", OWNER, ONE_TIME).slot_id
    box = box_of(office)
    assert [one.account for one in box.readers()] == [first(office)]
    for stranger in (desk, invited, "f" * 32):
        report = replace(report_to(box, first(office)), readers=(Named(stranger, "x", "y"),))
        with pytest.raises(ReaderNotListed):
            box.send(report)
    with pytest.raises(ReaderNotListed):
        box.send(replace(report_to(box, first(office)), readers=()))


def test_readers_stay_readers_when_the_roster_takes_their_own_key_in(office: MadeOffice) -> None:
    other, box = second(office), box_of(office)
    before = box.readers()
    box.send(report_to(box, other))
    office.vault.slots.rename(first(office), "田中 はな子")
    assert [one.fingerprint for one in box.readers()] != []
    assert {one.fingerprint for one in box.readers()} == {one.fingerprint for one in before}
    assert len(reader_of(office, other, OWN).inbox().cases) == 1


def test_the_first_session_after_an_invitation_reads_with_its_own_key(office: MadeOffice) -> None:
    slot = office.vault.slots.add("副責任 五郎", OWNER, ONE_TIME)
    vault = sealed(office).unlock(slot.slot_id, ONE_TIME)
    vault.slots.change_passphrase(ONE_TIME, OWN)
    box = box_of(office)
    box.send(report_to(box, slot.slot_id))
    reader = vault.report_reader()
    assert reader is not None
    assert len(reader.inbox().cases) == 1
    assert reader.fingerprint in {one.fingerprint for one in box.readers()}


def test_a_session_without_a_passphrase_has_no_key_to_the_box(office: MadeOffice) -> None:
    assert SealedOffice.recover(office.home, office.code).report_reader() is None
    assert office.vault.report_reader() is None, "the one that set the office up logs in once more"


def test_answers_and_additions_meet_in_one_report(office: MadeOffice) -> None:
    box = box_of(office)
    receipt = box.send(report_to(box, first(office)))
    reader = reader_of(office, first(office), OWNER_PASSPHRASE)
    (case,) = reader.inbox().cases
    opened = box.open(receipt)
    reader.change(case.case_id, text("回答"))
    message = Message(Author.REPORTER, "追記", "2026-11-30")
    added = box.add(opened, lambda report: report.with_message(message))
    assert [one.text for one in added.report.messages] == ["本文", "回答", "追記"]
    (now,) = reader.inbox().cases
    assert now.report == added.report == box.open(receipt).report


def test_a_report_that_would_outgrow_its_file_is_refused_and_stays(office: MadeOffice) -> None:
    box = box_of(office)
    receipt = box.send(report_to(box, first(office)))
    opened = box.open(receipt)
    message = Message(Author.REPORTER, "長" * 2000, "2026-11-30")
    with suppress(ReportFull):
        for _ in range(20):
            opened = box.add(opened, lambda report: report.with_message(message))
    with pytest.raises(ReportFull):
        box.add(opened, lambda report: report.with_message(message))
    assert len(box.open(receipt).report.messages) == len(opened.report.messages) > 5


def test_wrong_receipts_are_slowed_within_a_visit_and_a_right_one_changes_nothing(office: MadeOffice) -> None:
    box = box_of(office)
    receipt = box.send(report_to(box, first(office)))
    wrong = f"{(int(receipt) + 1) % 10**16:016}"
    waits = []
    for _ in range(3):
        with pytest.raises(ReceiptUnknown) as refused:
            box.open(wrong)
        waits.append(refused.value.wait)
    assert waits == [0, 0, 5]
    with pytest.raises(errors.TooManyTries):
        box.open(receipt)
    office.clock.now -= 86_400
    with pytest.raises(errors.TooManyTries) as early:
        box.open(receipt)
    assert early.value.wait == 5, "a clock that was set back locks nobody out"
    office.clock.now += 86_405
    assert box.open(receipt).report
    with pytest.raises(ReceiptUnknown) as refused:
        box.open(wrong)
    assert refused.value.wait == 10
    box.begin_visit()
    assert box.open(receipt).report


@pytest.mark.parametrize("came_back", ["nobody", "mistyping", "with the receipt"])
def test_the_next_person_does_not_learn_that_somebody_came_back(
    office: MadeOffice, counted: list[int], came_back: str
) -> None:
    """Neither from the delays, nor from what is in the box under this computer's key, nor from a write."""
    box = box_of(office)
    receipt = box.send(report_to(box, first(office)))
    wrong = f"{(int(receipt) + 1) % 10**16:016}"

    def waits(count: int) -> list[int]:
        box.begin_visit()
        told = []
        for _ in range(count):
            with pytest.raises(ReceiptUnknown) as refused:
                box.open(wrong)
            told.append(refused.value.wait)
            office.clock.now += refused.value.wait
        return told

    assert waits(5) == [0, 0, 5, 10, 20]
    kept, writes = writable_files_of(box._book).read(), len(counted)
    if came_back != "nobody":
        box.begin_visit()
        with suppress(ReceiptUnknown):
            box.open(receipt if came_back == "with the receipt" else wrong)
    assert waits(5) == [0, 0, 5, 10, 20]
    now = writable_files_of(box._book).read()
    assert (set(now.cases), now.remade, now.places) == (set(kept.cases), kept.remade, kept.places)
    assert len(counted) == writes
    plain = {
        ciphers.unseal(files._key, place, files._bound)[:6]
        for files in [writable_files_of(box._book)]
        for place in files._places()
    }
    assert plain == {b"\1\0" + bytes(4), b"\1\1" + bytes(4)}, "a count is kept"


def test_a_right_receipt_takes_the_work_of_a_wrong_one(office: MadeOffice) -> None:
    box = box_of(office)
    receipts = [box.send(report_to(box, first(office))) for _ in range(3)]
    wrong = f"{(int(receipts[0]) + 1) % 10**16:016}"
    derived: list[str] = []
    tried: list[bytes] = []
    real_key, real_open = kdf.passphrase_key, report_box_module.open_with_receipt

    def key(*arguments: object) -> bytes:
        derived.append("")
        return real_key(*arguments)  # type: ignore[arg-type]

    def open_one(sealed: bytes, office_id: str, with_receipt: bytes) -> report_box_case.OpenCase | None:
        tried.append(sealed)
        return real_open(sealed, office_id, with_receipt)

    work = []
    with (
        replaced(kdf, "passphrase_key", key),
        replaced(report_box_module, "open_with_receipt", open_one),
    ):
        for receipt in (*receipts, wrong):
            derived.clear()
            tried.clear()
            with suppress(ReceiptUnknown):
                box.open(receipt)
            work.append((len(derived), len(tried)))
    assert len(set(work)) == 1
    assert work[0] == (1, len(writable_files_of(box._book).read().cases))


def test_nobody_is_locked_out_by_wrong_receipts(office: MadeOffice) -> None:
    box = box_of(office)
    receipt = box.send(report_to(box, first(office)))
    for _ in range(12):
        office.clock.now += 60
        with pytest.raises(ReceiptUnknown) as refused:
            box.open("0" * 16 if receipt != "0" * 16 else "1" * 16)
        assert refused.value.wait <= 60
    office.clock.now += 60
    assert box.open(receipt).report


def test_a_receipt_costs_argon2id_of_64_mib() -> None:
    assert REAL_COST.memory >= 64 * 1024
    assert REAL_COST.passes >= 1


def test_handing_over_gives_it_to_a_colleague_but_never_to_who_was_left_out(office: MadeOffice) -> None:
    other, box = second(office), box_of(office)
    box.send(report_to(box, first(office)))
    later = second(office, "新責任 六郎", OTHER)
    reader = reader_of(office, first(office), OWNER_PASSPHRASE)
    (case,) = reader.inbox().cases
    with pytest.raises(ReaderNotListed):
        reader.change(case.case_id, lambda now: now, hand_to=other)
    reader.change(case.case_id, lambda now: now, hand_to=later)
    assert len(reader_of(office, later, OTHER).inbox().cases) == 1
    assert reader_of(office, other, OWN).inbox().cases == ()


def test_a_reset_reader_gets_nothing_until_it_is_handed_over(office: MadeOffice) -> None:
    """Whoever resets a passphrase could log in as that person."""
    other, box = second(office), box_of(office)
    box.send(report_to(box, first(office), other))
    owner = vault_of(office, first(office), OWNER_PASSPHRASE)
    owner.slots.reset(other, ONE_TIME)
    vault = sealed(office).unlock(other, ONE_TIME)
    vault.slots.change_passphrase(ONE_TIME, OTHER)
    reader = owner.report_reader()
    assert reader is not None
    (case,) = reader.inbox().cases
    reader.change(case.case_id, text("回答"))
    renewed = vault.report_reader()
    assert renewed is not None
    assert renewed.inbox().cases == ()
    reader.change(case.case_id, lambda now: now, hand_to=other)
    assert len(renewed.inbox().cases) == 1


def test_a_leaver_and_a_rotation_leave_reports_to_the_others(office: MadeOffice) -> None:
    other, box = second(office), box_of(office)
    receipt = box.send(report_to(box, first(office), other))
    owner = vault_of(office, first(office), OWNER_PASSPHRASE)
    leaver = reader_of(office, other, OWN)
    owner.epochs.rotate(Plan(leaving=other, payment=(), new_signing_key=True))
    reader = owner.report_reader()
    assert reader is not None
    (case,) = reader.inbox().cases
    now = reader.change(case.case_id, text("回答"))
    assert [one.account for one in now.report.readers] == [first(office)]
    with pytest.raises(errors.EpochEnded):
        leaver.inbox()
    assert len(box_of(office).open(receipt).report.messages) == 2


def test_a_report_without_another_reader_is_not_written_away(office: MadeOffice) -> None:
    other, box = second(office), box_of(office)
    box.send(report_to(box, other))
    reader = reader_of(office, other, OWN)
    (case,) = reader.inbox().cases
    owner = vault_of(office, first(office), OWNER_PASSPHRASE)
    owner.slots.reset(other, ONE_TIME)
    with pytest.raises(OnlyReader):
        reader.change(case.case_id, text("x"))
    assert len(reader.inbox().cases) == 1


def test_a_report_that_nobody_can_open_goes_to_others_under_its_receipt(
    office: MadeOffice, counted: list[int]
) -> None:
    other, box = second(office), box_of(office)
    receipt = box.send(report_to(box, other))
    opened = box.open(receipt)
    to_first = [one.named() for one in box.readers() if one.account == first(office)]
    with pytest.raises(StillReadable):
        box.send_again(opened, lambda now: now.sealed_again(tuple(to_first), ()))
    former = reader_of(office, other, OWN)
    vault_of(office, first(office), OWNER_PASSPHRASE).slots.reset(other, ONE_TIME)
    with pytest.raises(ReaderNotListed):
        box.send_again(opened, lambda now: now.sealed_again((), ()))
    with pytest.raises(ReaderNotListed):
        box.send_again(opened, lambda now: now.sealed_again(now.readers, ()))
    assert reader_of(office, first(office), OWNER_PASSPHRASE).inbox().cases == ()
    sizes = set(counted)
    again = box.send_again(opened, lambda now: now.sealed_again(tuple(to_first), ()))
    assert set(counted) == sizes
    (case,) = reader_of(office, first(office), OWNER_PASSPHRASE).inbox().cases
    assert case.report == again.report == box.open(receipt).report
    assert former.inbox().cases == (), "the former key opens what goes to others no longer"


def test_deleting_frees_the_place_and_ends_the_receipt(office: MadeOffice) -> None:
    other, box = second(office), box_of(office)
    receipt = box.send(report_to(box, first(office)))
    kept = box.send(report_to(box, other))
    reader = reader_of(office, first(office), OWNER_PASSPHRASE)
    opened = box.open(receipt)
    taken = len(writable_files_of(reader._book).read().cases)
    (mine,) = reader.inbox().cases
    (not_mine,) = reader_of(office, other, OWN).inbox().cases
    reader.delete([mine.case_id, not_mine.case_id])
    assert len(writable_files_of(reader._book).read().cases) == taken - 1
    assert box.open(kept).report
    with pytest.raises(ReceiptUnknown):
        box.open(receipt)
    with pytest.raises(ReportGone):
        box.add(opened, lambda report: report)
    with pytest.raises(ReportGone):
        reader.change(mine.case_id, text("x"))


def test_an_altered_report_is_counted_and_stops_nothing(office: MadeOffice) -> None:
    box = box_of(office)
    receipt = box.send(report_to(box, first(office)))
    reader = reader_of(office, first(office), OWNER_PASSPHRASE)
    (case,) = reader.inbox().cases

    def spoil(sealed: bytes) -> bytes:
        return sealed if sealed[:16].hex() != case.case_id else sealed[:-30_000] + bytes(30_000)

    writable_files_of(reader._book).change(lambda now: replace(now, cases=tuple(map(spoil, now.cases))))
    inbox = reader.inbox()
    assert (inbox.cases, inbox.altered) == ((), 1)
    with pytest.raises(ReceiptUnknown):
        box.open(receipt)


def test_the_box_of_an_office_that_moved_says_that_it_is_new(office: MadeOffice) -> None:
    box = box_of(office)
    box.refresh()
    reader = reader_of(office, first(office), OWNER_PASSPHRASE)
    assert not reader.inbox().remade
    (office.home / FILE_NAME).unlink()
    assert reader.inbox().remade
    reader.clear_remaking()
    assert not reader.inbox().remade


def test_an_office_older_than_the_box_gets_its_key_once(office: MadeOffice) -> None:
    reader = reader_of(office, first(office), OWNER_PASSPHRASE)
    revision = reader._book.change(lambda now: replace(now.body, box_key=b"")).body.revision
    assert reader.inbox().cases == ()
    assert reader._book.read().body.revision == revision, "a reading wrote the slots file"
    assert not (office.home / FILE_NAME).exists()
    box = box_of(office)
    receipt = box.send(report_to(box, first(office)))
    assert not reader.inbox().remade
    assert len(reader.inbox().cases) == 1
    assert box_of(office).open(receipt).report


def test_decoys_take_places_that_nobody_opens(office: MadeOffice) -> None:
    box_of(office).refresh()
    reader = reader_of(office, first(office), OWNER_PASSPHRASE)
    assert reader.inbox().cases == ()
    assert 3 <= len(writable_files_of(reader._book).read().cases) <= 8 < STEP


def test_states_travel_with_the_report(office: MadeOffice) -> None:
    box = box_of(office)
    receipt = box.send(report_to(box, first(office)))
    reader = reader_of(office, first(office), OWNER_PASSPHRASE)
    (case,) = reader.inbox().cases
    day = date(2026, 11, 25)
    reader.change(case.case_id, lambda now: replace(now, report=now.report.in_state(ReportState.CLOSED, day)))
    assert box.open(receipt).report.state is ReportState.CLOSED


# The regular writes, and what a flood costs


def test_what_is_sent_waits_for_the_next_regular_write_and_makes_none(
    office: MadeOffice, counted: list[int]
) -> None:
    box = box_of(office)
    report = report_to(box, first(office))
    box.begin_rounds()
    with ThreadPoolExecutor() as workers:
        sent = [workers.submit(box.send, report) for _ in range(2)]
        until_waiting(box, 2)
        assert counted == []
        assert not any(one.done() for one in sent)
        box.turn()
        receipts = [one.result(10) for one in sent]
        assert len(counted) == 1
        opened = box.open(receipts[0])
        message = Message(Author.REPORTER, "追記", "2026-11-30")
        added = workers.submit(box.add, opened, lambda now: now.with_message(message))
        until_waiting(box, 1)
        assert len(counted) == 1
        box.turn()
        assert len(added.result(10).report.messages) == 2
    assert len(counted) == 2
    assert len(set(counted)) == 1


def test_what_waits_at_the_end_goes_out_with_the_last_write(office: MadeOffice, counted: list[int]) -> None:
    box = box_of(office)
    report = report_to(box, first(office))
    box.begin_rounds()
    with ThreadPoolExecutor() as workers:
        sent = workers.submit(box.send, report)
        until_waiting(box, 1)
        box.end_rounds()
        assert box.open(sent.result(10)).report == report
    assert counted[0] == counted[-1]
    assert box.open(box.send(report)).report == report, "without regular writes each makes its own"


def test_a_write_that_fails_is_told_to_whoever_sends_and_to_whoever_comes_next(office: MadeOffice) -> None:
    box = box_of(office)
    report = report_to(box, first(office))
    box.refresh()
    with replaced(BoxFiles, "change", refused), pytest.raises(BoxFull):
        box.send(report)
    with pytest.raises(BoxFull):
        box.look()
    box.refresh()
    box.look()
    assert reader_of(office, first(office), OWNER_PASSPHRASE).inbox().cases == ()


def test_one_that_is_refused_does_not_take_the_others_along(office: MadeOffice) -> None:
    box = box_of(office)
    report = report_to(box, first(office))
    opened = box.open(box.send(report))
    reader = reader_of(office, first(office), OWNER_PASSPHRASE)
    reader.delete([opened.case_id])
    box.begin_rounds()
    with ThreadPoolExecutor() as workers:
        gone = workers.submit(box.add, opened, lambda now: now)
        sent = workers.submit(box.send, report)
        until_waiting(box, 2)
        box.turn()
        assert isinstance(gone.exception(10), ReportGone)
        assert box.open(sent.result(10)).report == report


def test_sending_and_opening_wait_for_no_timer_for_ever(office: MadeOffice) -> None:
    box = box_of(office)
    box.begin_rounds()
    with replaced(report_box_rounds, "_LONGEST", 0.01):
        receipt = box.send(report_to(box, first(office)))
    assert box.open(receipt).report


def test_looking_into_the_box_writes_nothing(office: MadeOffice, counted: list[int]) -> None:
    box = box_of(office)
    box.refresh()
    box.look()
    box.readers()
    reader_of(office, first(office), OWNER_PASSPHRASE).inbox()
    assert len(counted) == 1


def test_that_no_place_is_left_is_said_before_somebody_writes(office: MadeOffice, counted: list[int]) -> None:
    box = box_of(office)
    report = report_to(box, first(office))
    receipt = box.send(report)
    with replaced(files_module.shutil, "disk_usage", lambda _path: SimpleNamespace(free=LEFT_FREE)):
        while len(writable_files_of(box._book).read().cases) < STEP:
            box.refresh()
            box.look_for_room()
            box.send(report)
        box.refresh()
        writes = len(counted)
        with pytest.raises(BoxFull):
            box.look_for_room()
        assert len(counted) == writes
        box.look()
        assert box.open(receipt).report == report, "a full box is no reason not to come back"
        with pytest.raises(BoxFull):
            box.send(report)
    box.refresh()
    box.look_for_room()


def test_sealing_costs_more_with_each_step_that_the_box_has_grown_and_no_more_than_a_minute(
    office: MadeOffice,
) -> None:
    box = box_of(office)
    report = report_to(box, first(office))
    box.refresh()
    told: list[tuple[int, int]] = []
    costs = []
    for steps in (1, 1, 2, 3, 9, 33, 340):
        fill(office, steps)
        told.clear()
        box.send(report, lambda done, total: told.append((done, total)))
        costs.append(told[-1])
        assert [done for done, _ in told] == list(range(told[-1][1] + 1))
    assert costs == [(0, 0), (0, 0), (8, 8), (16, 16), (64, 64), (256, 256), (256, 256)]


def fill(office: MadeOffice, steps: int) -> None:
    """Let the box have so many steps, as far as its size tells."""
    with (office.home / FILE_NAME).open("r+b") as file:
        file.truncate(steps * STEP * PLACE_BYTES)


def refused(*_arguments: object, **_named: object) -> None:
    raise BoxFull


def until_waiting(box: ReportBox, count: int) -> None:
    """Until so many changes wait for the next write."""
    rounds = box._rounds
    pause = threading.Event()
    for _ in range(2000):
        if len(rounds._waiting) >= count:
            return
        pause.wait(0.005)
    raise AssertionError(f"{len(rounds._waiting)} of {count} wait")
