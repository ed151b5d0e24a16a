"""The self-check: what is wrong with the computer stands in its table, and it leaves nothing behind."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from hvacdesk import own_files
from hvacdesk.domain.office.integrity import Damage, DamageKind
from hvacdesk.domain.office.self_check import (
    PART_NAMES,
    Finding,
    Part,
    Verdict,
    room_verdict,
)
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.backups import folder_kinds
from hvacdesk.services.language import words_for
from hvacdesk.services.office import self_check
from hvacdesk.services.open_office import Office
from hvacdesk.vault import errors
from hvacdesk.vault.device import keyring_store
from tests.helpers.desk_office import device_account_of, set_up_office
from tests.helpers.key_stores import REAL_NAME
from tests.helpers.real_office import new_real_office
from tests.helpers.secret_service import SecretService

NOW = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
Check = Callable[..., dict[Part, Finding]]


def looked(home: Path, printers: tuple[str, ...] = ("受付",), now: datetime = NOW) -> dict[Part, Finding]:
    found = self_check.run(home, lambda: now, english, lambda: printers)
    return {finding.part: finding for finding in found}


def test_a_sound_computer_is_good_in_every_part(tmp_path: Path, secret_service: SecretService) -> None:
    home = tmp_path / "office"
    home.mkdir(mode=0o700)
    found = looked(home)
    assert list(found) == [
        *(Part.PROGRAM, Part.LIBRARIES, Part.KEY_STORE, Part.OFFICE_KEY, Part.DATABASE, Part.PAGES),
        *(Part.FOLDER, Part.FREE_SPACE, Part.CLOCK, Part.FONTS, Part.JAPANESE, Part.PRINTER, Part.BACKUPS),
    ]
    assert list(PART_NAMES) == list(Part)
    verdicts = {part: finding.verdict for part, finding in found.items()}
    for unseen in (Part.BACKUPS, Part.OFFICE_KEY, Part.JAPANESE, Part.PAGES):
        assert verdicts.pop(unseen) is Verdict.NOT_SEEN
    assert set(verdicts.values()) == {Verdict.GOOD}, verdicts
    assert REAL_NAME in found[Part.KEY_STORE].sentence(english)
    assert "4." in found[Part.DATABASE].sentence(english)
    assert found[Part.PRINTER].sentence(english) == "受付"
    assert list(home.iterdir()) == []
    assert keyring_store.DeviceKeyring().read(keyring_store.PROBE_ACCOUNT) is None


def test_an_office_whose_key_is_gone_from_the_key_store_is_told_with_what_is_safe_and_what_to_do(
    tmp_path: Path, secret_service: SecretService
) -> None:
    home = tmp_path / "office"
    set_up_office(home)
    assert looked(home)[Part.OFFICE_KEY].verdict is Verdict.GOOD
    keyring_store.DeviceKeyring().delete(device_account_of(home))
    found = looked(home)
    assert found[Part.KEY_STORE].verdict is Verdict.GOOD, "the store works; it was emptied"
    assert found[Part.OFFICE_KEY].verdict is Verdict.BAD
    said = found[Part.OFFICE_KEY].sentence(english)
    for sentence in errors.DeviceSecretMissing().sentences(english):
        assert sentence in said
    assert "recovery sheet" in said


def test_a_locked_key_store_leaves_the_offices_key_open(
    tmp_path: Path, secret_service: SecretService
) -> None:
    home = tmp_path / "office"
    set_up_office(home)
    secret_service.start_locked()
    try:
        found = looked(home)
    finally:
        secret_service.start_unlocked()
    assert found[Part.KEY_STORE].verdict is Verdict.BAD
    assert errors.KeyringLocked().sentences(english)[2] in found[Part.KEY_STORE].sentence(english)
    assert found[Part.OFFICE_KEY].verdict is Verdict.NOT_SEEN


def test_without_a_key_store_that_part_does_not_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> object:
        from hvacdesk.vault.errors import KeyringMissing

        raise KeyringMissing

    monkeypatch.setattr(keyring_store, "_pick", missing)
    found = looked(tmp_path)
    assert found[Part.KEY_STORE].verdict is Verdict.BAD
    assert found[Part.DATABASE].verdict is Verdict.GOOD, "the others are looked at all the same"


def test_a_clock_behind_the_offices_files_is_found(tmp_path: Path, secret_service: SecretService) -> None:
    file = tmp_path / "office.keys"
    file.write_bytes(b"x")
    later = NOW.timestamp() + 3600
    os.utime(file, (later, later))
    assert looked(tmp_path)[Part.CLOCK].verdict is Verdict.BAD
    os.utime(file, (later - 3600, later - 3600))
    assert looked(tmp_path)[Part.CLOCK].verdict is Verdict.GOOD


@pytest.mark.not_wine("sets the times of a file that a database has mapped: sharing violation")
def test_a_clock_behind_the_log_is_found_where_the_files_were_written_with_it(
    tmp_path: Path, secret_service: SecretService
) -> None:
    real = new_real_office(tmp_path / "office", everybody=False)
    real.clock.pass_time(days=-21)
    office, owner = real.login(Role.OWNER)
    try:
        for path in real.home.iterdir():
            os.utime(path, (real.clock().timestamp(),) * 2)
        found = self_check.run(real.home, real.clock, english, tuple, office)
    finally:
        office.leave(owner)
    (clock,) = [finding for finding in found if finding.part is Part.CLOCK]
    assert clock.verdict is Verdict.BAD
    assert "2026-11-24" in clock.sentence(english)


@pytest.mark.parametrize(
    ("seen", "verdict", "said"),
    [
        (True, Verdict.LOOK, "can be read by other logins"),
        (None, Verdict.LOOK, "Who may read it could not be seen"),
        (False, Verdict.GOOD, "on this computer's disk"),
    ],
)
def test_a_folder_is_called_good_only_where_its_rights_were_seen(
    tmp_path: Path,
    secret_service: SecretService,
    monkeypatch: pytest.MonkeyPatch,
    seen: bool | None,
    verdict: Verdict,
    said: str,
) -> None:
    monkeypatch.setattr(folder_kinds, "open_to_others", lambda _folder: seen)
    found = looked(tmp_path)[Part.FOLDER]
    assert (found.verdict, said in found.sentence(english)) == (verdict, True)


@pytest.mark.linux("looks at mode bits")
def test_a_folder_that_others_can_read_is_worth_a_look(tmp_path: Path, secret_service: SecretService) -> None:
    home = tmp_path / "office"
    home.mkdir()
    home.chmod(0o755)
    assert looked(home)[Part.FOLDER].verdict is Verdict.LOOK


def test_a_computer_without_a_printer_is_worth_a_look(tmp_path: Path, secret_service: SecretService) -> None:
    assert looked(tmp_path, ())[Part.PRINTER].verdict is Verdict.LOOK


def test_a_folder_that_is_a_file_is_told_and_not_raised(
    tmp_path: Path, secret_service: SecretService
) -> None:
    home = tmp_path / "office"
    home.write_text("no folder", encoding="utf-8")
    assert looked(home)[Part.DATABASE].verdict is Verdict.BAD


def test_missing_fonts_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, secret_service: SecretService
) -> None:
    monkeypatch.setattr(self_check, "FONT_FILES", ("no-such-font.ttf",))
    found = looked(tmp_path)[Part.FONTS]
    assert found.verdict is Verdict.BAD
    assert "no-such-font.ttf" in found.sentence(english)


def test_a_small_office_is_not_said_to_take_nothing(tmp_path: Path, secret_service: SecretService) -> None:
    (tmp_path / "office.db").write_bytes(bytes(3 << 20))
    assert "takes 3.0 MB" in looked(tmp_path)[Part.FREE_SPACE].sentence(english)


@pytest.mark.parametrize(
    ("free", "database", "verdict"),
    [
        (2 << 30, 1 << 20, Verdict.GOOD),
        (1 << 29, 1 << 20, Verdict.LOOK),
        (2 << 30, 1 << 30, Verdict.LOOK),
        (3 << 30, 1 << 30, Verdict.GOOD),
        (1 << 20, 2 << 20, Verdict.BAD),
    ],
)
def test_room_for_a_key_renewal(free: int, database: int, verdict: Verdict) -> None:
    assert room_verdict(free, database) is verdict


def test_every_sentence_can_be_said_in_japanese(tmp_path: Path, secret_service: SecretService) -> None:
    words = words_for("ja")
    for finding in self_check.run(tmp_path, lambda: NOW, words, tuple):
        assert finding.sentence(words)


def test_a_folder_that_cannot_be_written_to_does_not_work(
    tmp_path: Path, secret_service: SecretService, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "office"

    def refuse(path: Path) -> int:
        raise PermissionError(errno.EACCES, "refused", str(path))

    monkeypatch.setattr(own_files, "created_first", refuse)
    found = looked(home)[Part.FOLDER]
    assert (found.verdict, str(home) in found.sentence(english)) == (Verdict.BAD, True)


@pytest.mark.parametrize(
    ("damage", "seen", "verdict", "said"),
    [
        (None, "2026-11-24", Verdict.GOOD, "Every page was last seen to be sound on 2026-11-24."),
        (None, "", Verdict.LOOK, "The daily check has not looked at every page yet."),
        (Damage(DamageKind.FILE, None), "2026-11-24", Verdict.BAD, "The database file is damaged."),
    ],
)
def test_it_says_when_every_page_was_last_seen(
    damage: Damage | None, seen: str, verdict: Verdict, said: str
) -> None:
    integrity = SimpleNamespace(damage=damage, last_seen=lambda _actor: seen)
    office = cast("Office", SimpleNamespace(integrity=integrity, session_actor=None))
    found = self_check._pages(office)
    assert (found.part, found.verdict, found.sentence(english)) == (Part.PAGES, verdict, said)
