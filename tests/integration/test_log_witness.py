"""The log's state for others to keep: saving, comparing, and the mark in the key file behind it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hvacdesk.domain.checkpoints import KeptHeadState, comparison_sentences, origin_of
from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.roles import Role
from hvacdesk.domain.wording import english
from hvacdesk.services.log_witness import KeptCopyContradicts, LogInDoubt
from hvacdesk.services.office import Office
from hvacdesk.services.restoring import Restoring
from hvacdesk.vault.errors import FolderReadOnly
from tests.helpers import format_fixtures
from tests.helpers.paper import read_text
from tests.helpers.real_office import NAMES, RealOffice, new_real_office, passphrase_of
from tests.helpers.secret_service import SecretService
from tests.helpers.vault_offices import remembered_passphrases

OWNER = NAMES[Role.OWNER]


@pytest.fixture
def real(tmp_path: Path, secret_service: SecretService) -> RealOffice:
    people = [NAMES[Role.TECHNICIAN], NAMES[Role.INSPECTOR]]
    return new_real_office(tmp_path / "office", names=people, backups=tmp_path / "backups")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "USB メモリ"
    made.mkdir()
    return made


def saved(real: RealOffice, stick: Path) -> Path:
    office, owner = real.login(Role.OWNER)
    made = office.log_witness.save(owner, stick)
    office.leave(owner)
    return made


def mark_of(office: Office) -> tuple[int, int] | None:
    mark = office._workplace.vault.log_mark
    return None if mark is None else (mark.epoch, mark.sequence)


def test_every_copy_proves_that_it_follows_the_one_before_and_all_agree(
    real: RealOffice, stick: Path
) -> None:
    first, second = saved(real, stick), saved(real, stick)
    assert first.read_text(encoding="utf-8").startswith("old 0\n\n")
    earlier = first.stem.split("-")[-1]
    assert second.read_text(encoding="utf-8").startswith(f"old {earlier}\n")
    office, inspector = real.login(Role.INSPECTOR)
    found = office.log_witness.compare(inspector, [stick])
    office.leave(inspector)
    assert found.good
    assert [one.day for one in found.kept] == [real.clock.now.date()] * 2
    assert not any(name in first.read_text(encoding="utf-8") for name in NAMES.values())


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
            office.log_witness.save(actor, stick)
        if role is Role.TECHNICIAN:
            with pytest.raises(NotPermitted):
                office.log_witness.compare(actor, [stick])
        office.leave(actor)
    assert not list(stick.iterdir())


def test_a_doubtful_log_is_not_signed_for_others_to_keep(real: RealOffice, stick: Path) -> None:
    (real.home / "audit.head").unlink()
    office, owner = real.login(Role.OWNER)
    with pytest.raises(LogInDoubt):
        office.log_witness.save(owner, stick)
    assert not list(stick.iterdir())
    office.audit.anchor_anew(owner)
    office.log_witness.save(owner, stick)
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
            office.log_witness.save(owner, stick)
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
    found = office.log_witness.compare(owner, [stick])
    (one,) = found.kept
    assert one.state in (KeptHeadState.SHORTER, KeptHeadState.REWRITTEN)
    assert one.restored is not None
    said = comparison_sentences(found, english)
    assert any("A backup was restored" in sentence for sentence in said)
    assert not any("No restore of a backup explains this" in sentence for sentence in said)
    with pytest.raises(KeptCopyContradicts):
        office.log_witness.save(owner, stick)
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    real.clock.pass_time(days=1)
    kept = office.log_witness.save(owner, fresh)
    office.leave(owner)
    office, owner = real.login(Role.OWNER)
    assert office.log_witness.compare(owner, [fresh]).good
    assert office.integrity.damage is None
    with office._workplace.store.connection() as connection, connection.begin():
        size = int(kept.stem.split("-")[-1])
        connection.exec_driver_sql("DELETE FROM audit_log WHERE id >= ?", (size,))
    (one,) = office.log_witness.compare(owner, [fresh]).kept
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
