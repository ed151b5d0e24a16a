"""backup, restore, verify and rotate from the command line, in processes of their own on a real key store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from hvacdesk.domain.roles import Role
from hvacdesk.services.oversight.witness_folder import save_into
from tests.helpers.loaded_program import Done, forked, one_loaded, started
from tests.helpers.people import customer
from tests.helpers.real_office import NAMES, RealOffice, copied_real_office, new_real_office, passphrase_of
from tests.helpers.secret_service import SecretService
from tests.helpers.vault_offices import real_passphrases

OWNER = NAMES[Role.OWNER]
OK, FAILED, NOT_INTACT = 0, 1, 2


@pytest.fixture(autouse=True)
def _in_full() -> Iterator[None]:
    """The program's own processes refuse an office whose passphrase work was done cheaply."""
    with real_passphrases():
        yield


@pytest.fixture
def office(tmp_path: Path, secret_service: SecretService) -> Iterator[RealOffice]:
    yield copied_real_office(_with_a_customer, tmp_path / "事務所")
    secret_service.forget_all()


def _with_a_customer(home: Path) -> RealOffice:
    """Its passphrase work is done in full: it is made within a test."""
    real = new_real_office(home, everybody=False)
    opened, actor = real.login(Role.OWNER)
    opened.customers.add(actor, customer())
    opened.leave(actor)
    return real


@pytest.fixture(scope="module", autouse=True)
def _one_loaded() -> Iterator[None]:
    with one_loaded():
        yield


def hvacdesk(*arguments: str, typed: str = passphrase_of(OWNER)) -> Done:
    """The command in a process that had loaded the program before."""
    return forked(*arguments, typed=typed)


def new_hvacdesk(*arguments: str, typed: str = passphrase_of(OWNER), **settings: str) -> Done:
    """The command in a process that starts for it: once for each command, and where the start is tried."""
    return started(*arguments, typed=typed, **settings)


def backed_up(office: RealOffice, folder: Path, run: Callable[..., Done] = hvacdesk) -> Path:
    folder.mkdir(exist_ok=True)
    done = run("--home", str(office.home), "backup", "--to", str(folder))
    assert done.returncode == OK, done.stderr
    made = max(folder.glob("hvacdesk-backup-*"), key=lambda path: path.stat().st_mtime_ns)
    assert str(made) in done.stdout
    return made


def customers(office: RealOffice) -> int:
    opened, actor = office.login(Role.OWNER)
    total = opened.customers.search(actor, "").total
    opened.leave(actor)
    return total


def test_a_backup_is_taken_checked_and_restored_after_a_loss(office: RealOffice, tmp_path: Path) -> None:
    made = backed_up(office, tmp_path / "USB メモリ", new_hvacdesk)
    checked = new_hvacdesk("--home", str(office.home), "verify", "--backup", str(made))
    assert checked.returncode == OK, checked.stderr
    assert "is whole" in checked.stdout
    assert "Every page of the database is sound." in checked.stdout
    for path in office.home.glob("office-*.db*"):
        path.unlink()
    restored = new_hvacdesk("--home", str(office.home), "restore", str(made), "--account", OWNER)
    assert restored.returncode == OK, restored.stderr
    assert "put aside" in restored.stdout
    assert "Restored." in restored.stdout
    assert customers(office) == 1


def test_a_refused_restore_changes_nothing(office: RealOffice, tmp_path: Path) -> None:
    made = backed_up(office, tmp_path / "backups")
    before = sorted((path.name, path.stat().st_size) for path in office.home.glob("office*"))
    wrong = hvacdesk(
        "--home", str(office.home), "restore", str(made), "--account", OWNER, typed="not it at all"
    )
    assert (wrong.returncode, "not correct" in wrong.stderr) == (FAILED, True)
    mistyped = hvacdesk("--home", str(office.home), "restore", str(made), typed="ABCDE-FGHJK")
    assert mistyped.returncode == FAILED
    nobody = hvacdesk("--home", str(office.home), "restore", str(made), "--account", "nobody")
    assert (nobody.returncode, "recovery sheet" in nobody.stdout) == (FAILED, True)
    nothing = hvacdesk("--home", str(office.home), "restore", str(tmp_path))
    assert nothing.returncode == FAILED
    assert sorted((path.name, path.stat().st_size) for path in office.home.glob("office*")) == before
    assert customers(office) == 1


def test_what_is_no_backup_makes_no_folder_for_an_office(
    tmp_path: Path, secret_service: SecretService
) -> None:
    assert secret_service.is_open()
    home = tmp_path / "not yet" / "office"
    for command in (("restore", str(tmp_path)), ("verify",), ("backup",)):
        refused = hvacdesk("--home", str(home), *command)
        assert refused.returncode == FAILED, refused.stderr
        assert list(tmp_path.iterdir()) == [], command


def test_keys_are_renewed_and_the_former_ones_go_with_the_next_backup(
    office: RealOffice, tmp_path: Path
) -> None:
    first = new_hvacdesk("--home", str(office.home), "rotate")
    assert first.returncode == OK, first.stderr
    assert "Epoch: 2" in first.stdout
    assert "former keys still open" in first.stdout
    assert sorted(path.name for path in office.home.glob("office-*.db")) == ["office-1.db", "office-2.db"]
    backed_up(office, tmp_path / "backups")
    assert [path.name for path in office.home.glob("office-*.db")] == ["office-2.db"]
    second = hvacdesk("--home", str(office.home), "rotate")
    assert "former keys" not in second.stdout
    assert [path.name for path in office.home.glob("office-*.db")] == ["office-3.db"]
    assert customers(office) == 1


def test_a_keyring_that_has_to_be_unlocked_for_the_former_keys_to_go_is_named(
    office: RealOffice, tmp_path: Path, secret_service: SecretService
) -> None:
    backed_up(office, tmp_path / "backups")
    with secret_service.locked_keyring("二つ目"):
        first = hvacdesk("--home", str(office.home), "rotate")
    assert first.returncode == OK, first.stderr
    assert "“二つ目” is locked" in first.stdout
    assert sorted(path.name for path in office.home.glob("office-*.db")) == ["office-1.db", "office-2.db"]
    backed_up(office, tmp_path / "backups")
    assert [path.name for path in office.home.glob("office-*.db")] == ["office-2.db"]


@pytest.mark.linux("a locale says how paths are written")
def test_a_folder_with_a_japanese_name_is_found_whatever_the_locale_can_write(
    office: RealOffice, tmp_path: Path
) -> None:
    backed_up(office, tmp_path / "USB メモリ")
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for arguments in (("backup",), ("backup", "--to", str(tmp_path / "USB メモリ"))):
        done = new_hvacdesk("--home", str(office.home), *arguments, **plain)
        assert done.returncode == OK, done.stdout + done.stderr
        assert "USB メモリ" in done.stdout
    (tmp_path / "別の").mkdir()
    added = new_hvacdesk("--home", str(office.home), "backup", "--to", str(tmp_path / "別の"), **plain)
    assert added.returncode == OK, added.stderr
    assert "別の" in hvacdesk("--home", str(office.home), "backup").stdout


def test_without_a_folder_no_backup_is_claimed(office: RealOffice) -> None:
    done = hvacdesk("--home", str(office.home), "backup")
    assert (done.returncode, "name one with --to" in done.stdout) == (FAILED, True)


def test_a_damaged_backup_is_told(office: RealOffice, tmp_path: Path) -> None:
    made = backed_up(office, tmp_path / "backups")
    (database,) = made.glob("office-*.db")
    content = bytearray(database.read_bytes())
    content[len(content) // 2] ^= 1
    database.write_bytes(content)
    checked = hvacdesk("--home", str(office.home), "verify", "--backup", str(made))
    assert (checked.returncode, "damaged" in checked.stderr) == (FAILED, True)


def test_verify_compares_the_log_with_what_a_witness_kept(office: RealOffice, tmp_path: Path) -> None:
    opened, actor = office.login(Role.OWNER)
    kept = save_into(tmp_path, partial(opened.log_witness.save, actor))
    opened.leave(actor)
    agreed = hvacdesk("--home", str(office.home), "verify", "--witness", str(kept))
    assert agreed.returncode == OK, agreed.stdout
    assert f"{kept.name}: agrees" in agreed.stdout
    scanned = tmp_path / "scanned.txt"
    scanned.write_bytes(kept.read_bytes().split(b"\n\n", 1)[1].removesuffix(b"\n"))
    agreed = hvacdesk("--home", str(office.home), "verify", "--witness", str(scanned))
    assert agreed.returncode == OK, agreed.stdout
    assert f"{scanned.name}: agrees" in agreed.stdout
    kept.write_bytes(kept.read_bytes().replace(b"\n\n", b"\n\nx", 1))
    altered = hvacdesk("--home", str(office.home), "verify", "--witness", str(kept))
    assert altered.returncode == NOT_INTACT
    assert f"{kept.name}: belongs to another office's log" in altered.stdout


def test_a_pipe_without_japanese_still_names_a_file(office: RealOffice, tmp_path: Path) -> None:
    kept = tmp_path / "控え.txt"
    kept.write_text("x", encoding="utf-8")
    asked = ("--home", str(office.home), "verify", "--witness", str(kept))
    shown = new_hvacdesk(*asked, PYTHONIOENCODING="ascii")
    assert shown.returncode == NOT_INTACT, shown.stderr
    assert "控え.txt: cannot be read" in shown.stdout
