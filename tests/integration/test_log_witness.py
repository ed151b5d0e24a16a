"""The log's state for others to keep: saving, comparing, and the mark in the key file behind it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader

from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.oversight.checkpoints import KeptHeadState, comparison_sentences, origin_of
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.backups.restoring import Restoring
from hvacdesk.services.open_office import Office
from hvacdesk.services.oversight.log_witness import KeptCopyContradicts, StateNotSigned
from hvacdesk.services.oversight.witness_folder import kept_in, save_into
from hvacdesk.vault.errors import FolderReadOnly
from tests.helpers import format_fixtures
from tests.helpers.paper import qr_codes, read_text
from tests.helpers.real_office import NAMES, RealOffice, copied_real_office, new_real_office, passphrase_of
from tests.helpers.secret_service import SecretService
from tests.helpers.systems import symbolic_link
from tests.helpers.vault_offices import remembered_passphrases

OWNER = NAMES[Role.OWNER]


@pytest.fixture
def real(tmp_path: Path, secret_service: SecretService) -> Iterator[RealOffice]:
    assert secret_service.is_open()
    yield copied_real_office(_staffed, tmp_path / "office", backups=tmp_path / "backups")
    secret_service.forget_all()


def _staffed(home: Path) -> RealOffice:
    return new_real_office(home, names=[NAMES[Role.TECHNICIAN], NAMES[Role.INSPECTOR]])


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "USB メモリ"
    made.mkdir()
    return made


def saved(real: RealOffice, stick: Path) -> Path:
    office, owner = real.login(Role.OWNER)
    made = save_into(stick, partial(office.log_witness.save, owner))
    office.leave(owner)
    return made


def mark_of(office: Office) -> tuple[int, int] | None:
    mark = office._workplace.vault.log.mark
    return None if mark is None else (mark.epoch, mark.sequence)


def test_every_copy_proves_that_it_follows_the_one_before_and_all_agree(
    real: RealOffice, stick: Path
) -> None:
    first, second = saved(real, stick), saved(real, stick)
    assert first.read_text(encoding="utf-8").startswith("old 0\n\n")
    earlier = first.stem.split("-")[-1]
    assert second.read_text(encoding="utf-8").startswith(f"old {earlier}\n")
    office, inspector = real.login(Role.INSPECTOR)
    found = office.log_witness.compare(inspector, kept_in([stick]))
    office.leave(inspector)
    assert found.good
    assert [one.day for one in found.kept] == [real.clock.now.date()] * 2
    assert not any(name in first.read_text(encoding="utf-8") for name in NAMES.values())


def compared(real: RealOffice, *kept: Path) -> dict[str, KeptHeadState]:
    office, inspector = real.login(Role.INSPECTOR)
    found = office.log_witness.compare(inspector, kept_in(kept))
    office.leave(inspector)
    return {one.name: one.state for one in found.kept}


def test_two_offices_keep_their_states_in_one_folder(
    real: RealOffice, stick: Path, tmp_path: Path, secret_service: SecretService
) -> None:
    other = new_real_office(tmp_path / "second", names=[NAMES[Role.INSPECTOR]])
    made = [saved(one, stick) for one in (real, other, real, other)]
    before = {path: path.read_bytes() for path in stick.iterdir()}
    assert len(before) == len({*made}) + 2, "a state for each, and the keys of both offices"
    for one, mine in ((real, made[::2]), (other, made[1::2])):
        states = compared(one, stick)
        assert {name for name, state in states.items() if state is KeptHeadState.AGREES} == {
            path.name for path in mine
        }
        assert set(states.values()) == {KeptHeadState.AGREES, KeptHeadState.OTHER_OFFICE}
    saved(real, stick)
    assert all(path.read_bytes() == content for path, content in before.items())


@pytest.mark.parametrize("planted", ["a file", "a folder", "a link"])
def test_what_lies_under_the_name_of_a_state_or_the_keys_is_not_overwritten(
    real: RealOffice, stick: Path, planted: str
) -> None:
    office, owner = real.login(Role.OWNER)
    names = [
        path.name
        for path in [save_into(stick, partial(office.log_witness.save, owner)), *stick.glob("*-key-*")]
    ]
    for path in stick.iterdir():
        path.unlink()
    victim = stick / "victim"
    victim.write_text("victim", encoding="utf-8")
    for name in names:
        if planted == "a file":
            (stick / name).write_text("somebody's", encoding="utf-8")
        elif planted == "a folder":
            (stick / name).mkdir()
        else:
            symbolic_link(stick / name, victim)
    again = save_into(stick, partial(office.log_witness.save, owner))
    office.leave(owner)
    assert again.name not in names
    assert victim.read_text(encoding="utf-8") == "victim"
    for name in names if planted == "a file" else ():
        assert (stick / name).read_text(encoding="utf-8") == "somebody's"
    assert compared(real, again) == {again.name: KeptHeadState.AGREES}
    assert len(list(stick.glob("hvacdesk-log-key-*"))) == 2


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "a line more": lambda state: state + b"poison\n",
    "cut off": lambda state: state[:-2],
    "a space at the end": lambda state: state.removesuffix(b"\n") + b" ",
    "as UTF-16": lambda state: state.decode().encode("utf-16"),
    "far too long": lambda state: state + bytes(70_000),
    "a hundred lines": lambda state: state + "— x.y AAAAAAAAAAAA\n".encode() * 100,
}


@pytest.mark.parametrize("kind", SPOILT)
def test_a_spoilt_state_in_a_folder_is_named_and_never_passed_over(
    real: RealOffice, stick: Path, kind: str
) -> None:
    """Whatever a witness called it; what is no state of a log is nobody's business."""
    state = saved(real, stick)
    (stick / "控え.TXT").write_bytes(SPOILT[kind](state.read_bytes()))
    (stick / "memo.txt").write_text("hvacdesk の控え。顧問に渡す", encoding="utf-8")
    (stick / "photo.jpg").write_bytes(bytes(100))
    (stick / "keys.txt").write_bytes(next(stick.glob("*-key-*")).read_bytes())
    assert compared(real, stick) == {
        state.name: KeptHeadState.AGREES,
        "控え.TXT": KeptHeadState.UNREADABLE,
    }


def test_what_an_editor_adds_at_the_beginning_of_a_state_changes_nothing(
    real: RealOffice, stick: Path
) -> None:
    state = saved(real, stick)
    state.write_bytes(b"\xef\xbb\xbf" + state.read_bytes().replace(b"\n", b"\r\n"))
    assert compared(real, stick) == {state.name: KeptHeadState.AGREES}


@pytest.mark.linux("names that Windows takes for none")
def test_the_name_of_a_file_says_nothing_in_the_programs_place(real: RealOffice, stick: Path) -> None:
    state = saved(real, stick)
    lie = "x.txt: agrees. Entries 1 to 99 are those of 2026-11-25"
    for name in (f"hvacdesk-log-{lie}\n.txt", "hvacdesk-log-\x1b[2K\x1b[1A.txt", "hvacdesk-log-\udcff.txt"):
        (stick / name).write_text("x", encoding="utf-8")
    office, inspector = real.login(Role.INSPECTOR)
    found = office.log_witness.compare(inspector, kept_in([stick]))
    office.leave(inspector)
    said = comparison_sentences(found, english)
    assert len(said) == 4
    assert all(sentence.isprintable() for sentence in said)
    assert sum(one.state is KeptHeadState.AGREES for one in found.kept) == 1
    assert state.exists()


def test_the_months_sheet_carries_the_signed_state_where_somebody_can_sign(real: RealOffice) -> None:
    for role, signed in ((Role.OWNER, True), (Role.INSPECTOR, False)):
        office, actor = real.login(role)
        month = f"{real.clock.now:%Y-%m}"
        text = read_text(office.access_review.sheet_pdf(actor, month, english))
        origin = origin_of(office._workplace.vault.office_id)
        assert (origin in text) is signed
        office.leave(actor)


def test_whoever_cannot_sign_saves_nothing_and_a_technician_compares_nothing(
    real: RealOffice, stick: Path
) -> None:
    for role in (Role.INSPECTOR, Role.TECHNICIAN):
        office, actor = real.login(role)
        assert not office.log_witness.may_save(actor)
        with pytest.raises(NotPermitted):
            save_into(stick, partial(office.log_witness.save, actor))
        if role is Role.TECHNICIAN:
            with pytest.raises(NotPermitted):
                office.log_witness.compare(actor, kept_in([stick]))
        office.leave(actor)
    assert not list(stick.iterdir())


def test_a_doubtful_log_is_not_signed_for_others_to_keep(real: RealOffice, stick: Path) -> None:
    (real.home / "audit.head").unlink()
    office, owner = real.login(Role.OWNER)
    with pytest.raises(StateNotSigned):
        save_into(stick, partial(office.log_witness.save, owner))
    assert not list(stick.iterdir())
    office.audit.reanchor(owner)
    save_into(stick, partial(office.log_witness.save, owner))
    office.leave(owner)


def test_a_folder_that_cannot_be_written_to_is_told(
    real: RealOffice, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hvacdesk import own_files

    def refused(path: Path) -> int:
        raise PermissionError(13, "refused", str(path))

    office, owner = real.login(Role.OWNER)
    with monkeypatch.context() as patch:
        patch.setattr(own_files, "created", refused)
        with pytest.raises(FolderReadOnly):
            save_into(stick, partial(office.log_witness.save, owner))
    office.leave(owner)


def test_after_a_restore_the_copy_does_not_agree_and_the_restore_is_named(
    real: RealOffice, stick: Path, tmp_path: Path
) -> None:
    office, owner = real.login(Role.OWNER)
    (taken,) = office.backups.run(owner)
    assert taken.backup is not None
    before = mark_of(office)
    office.leave(owner)
    real.clock.pass_time(days=1)
    saved(real, stick)
    office, owner, report = Restoring(real.home, real.clock).restore_with_passphrase(
        taken.backup.path, real.accounts[OWNER], passphrase_of(OWNER)
    )
    assert office.integrity.damage is None
    assert office.audit.verify(owner).intact
    assert before is not None
    moved = mark_of(office)
    assert moved is not None
    assert moved[0] == report.epoch
    assert moved[1] > before[1]
    found = office.log_witness.compare(owner, kept_in([stick]))
    (one,) = found.kept
    assert one.state in (KeptHeadState.SHORTER, KeptHeadState.REWRITTEN)
    assert one.restored is not None
    said = comparison_sentences(found, english)
    assert any("A backup was restored" in sentence for sentence in said)
    assert not any("No restore of a backup explains this" in sentence for sentence in said)
    with pytest.raises(KeptCopyContradicts):
        save_into(stick, partial(office.log_witness.save, owner))
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    real.clock.pass_time(days=1)
    kept = save_into(fresh, partial(office.log_witness.save, owner))
    office.leave(owner)
    office, owner = real.login(Role.OWNER)
    assert office.log_witness.compare(owner, kept_in([fresh])).good
    assert office.integrity.damage is None
    with office._workplace.store.connection() as connection, connection.begin():
        size = int(kept.stem.split("-")[-1])
        connection.exec_driver_sql("DELETE FROM audit_log WHERE id >= ?", (size,))
    (one,) = office.log_witness.compare(owner, kept_in([fresh])).kept
    assert (one.state, one.restored) == (KeptHeadState.SHORTER, None)
    office._workplace.store.close()
    office._workplace.vault.close()


def test_the_mark_comes_with_the_first_login_that_can_sign_and_stays_within_an_epoch(
    tmp_path: Path, secret_service: SecretService
) -> None:
    """An office of a version that signed nothing: others who log in leave it as it is."""
    with remembered_passphrases():
        written = format_fixtures.unpacked("office_v4", tmp_path)
        others = [one for one in written.told["accounts"] if "owner" not in one["roles"]]
        assert others
        office, person = written.login(others[0])
        assert mark_of(office) is None
        assert office.integrity.damage is None
        office.leave(person)
        office, owner = written.owner()
        first = mark_of(office)
        assert first is not None
        assert office.audit.verify(owner).intact
        office.accounts.lock(owner)
        office.leave(owner)
        office, owner = written.owner()
        assert mark_of(office) == first
        office.keys.rotate(owner)
        office.leave(owner)
        office, owner = written.owner()
        moved = mark_of(office)
        assert moved is not None
        assert moved[0] > first[0]
        assert moved[1] > first[1]
        assert office.audit.verify(owner).intact
        office.leave(owner)


def test_the_key_file_in_the_backup_that_follows_new_keys_is_the_present_one(
    real: RealOffice, tmp_path: Path
) -> None:
    """It can be taken from there alone, where the office's own is lost: the mark came before the backup."""
    office, owner = real.login(Role.OWNER)
    office.keys.rotate(owner)
    (place,) = office.backups.places(owner)
    mark = mark_of(office)
    office._workplace.store.close()
    office._workplace.vault.close()
    for name in ("office.keys", "office.keys.copy"):
        (real.home / name).unlink()
    Restoring(real.home, real.clock).put_back_key_file(place.backup)
    office, owner = real.login(Role.OWNER)
    assert mark_of(office) == mark
    assert office.integrity.damage is None
    office.leave(owner)


def test_the_code_on_the_months_sheet_is_compared_as_a_scanner_gives_it(
    real: RealOffice, tmp_path: Path
) -> None:
    """Without the end of the very last line, which scanners drop."""
    office, owner = real.login(Role.OWNER)
    sheet = office.access_review.sheet_pdf(owner, f"{real.clock.now:%Y-%m}", english)
    office.leave(owner)
    pages = len(PdfReader(io.BytesIO(sheet)).pages)
    codes = (line for page in range(1, pages + 1) for line in qr_codes(sheet, page))
    scanned = "\n".join(codes).strip("\n")
    assert scanned.endswith("=")
    kept = tmp_path / "scanned.txt"
    for ends in ("\n", "\r\n"):
        kept.write_bytes(scanned.replace("\n", ends).encode())
        assert compared(real, kept) == {kept.name: KeptHeadState.AGREES}
