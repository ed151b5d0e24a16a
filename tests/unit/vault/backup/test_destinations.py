from __future__ import annotations

import errno
import json
import sys
from pathlib import Path

import pytest

from hvacdesk.vault import folder
from hvacdesk.vault.backup import backup_errors, destinations
from hvacdesk.vault.backup.destinations import Place
from hvacdesk.vault.errors import DiskFull
from tests.helpers import systems
from tests.helpers.systems import symbolic_link

OFFICE, OTHER = "a" * 32, "b" * 32
STAMP = "2026-11-24T01:00:00Z"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "事務所"
    made.mkdir()
    return made


@pytest.fixture
def chosen(tmp_path: Path) -> Path:
    made = tmp_path / "USB の 控え"
    made.mkdir()
    return made


def test_no_note_is_no_place(home: Path) -> None:
    assert destinations.read(home) == ()


def test_places_are_read_as_they_were_noted(home: Path) -> None:
    noted = (
        Place("c" * 32, "/media/控え 1", STAMP, "/media/x", STAMP, "full", ((1, 2), (3, 1))),
        Place("d" * 32, "D:\\backups"),
        Place("e" * 32, "/media/photos", unsearched=True),
    )
    destinations.write(home, noted)
    assert destinations.read(home) == noted


def test_a_note_of_an_earlier_version_says_nothing_of_what_was_not_looked_through(home: Path) -> None:
    destinations.write(home, [Place("c" * 32, "/media/usb", unsearched=True)])
    note = home / destinations.NOTE_NAME
    content = json.loads(note.read_bytes())
    del content["places"][0]["unsearched"]
    note.write_text(json.dumps(content), "utf-8")
    assert destinations.read(home) == (Place("c" * 32, "/media/usb"),)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'{"format": 2, "places": []}',
        b'{"format": 1}',
        b'{"format": 1, "places": [{"place": "c"}]}',
        b'{"format": 1, "places": [{"place": "' + b"c" * 32 + b'", "folder": 3}]}',
        b'{"format": 1, "places": [{"place": "' + b"c" * 32 + b'", "folder": "x", "held": [[1]]}]}',
        b'{"format": 1, "places": [{"place": "' + b"c" * 32 + b'", "folder": "x", "held": 1, "more": ""}]}',
        b'{"format": 1, "places": [{"place": "../../etc", "folder": "x"}]}',
        b"[" * 100_000,
        b"\xff\xfe{",
        b"{" + b" " * destinations.LONGEST + b"}",
    ],
)
def test_a_damaged_note_says_so(home: Path, content: bytes) -> None:
    (home / destinations.NOTE_NAME).write_bytes(content)
    with pytest.raises(backup_errors.PlacesUnreadable):
        destinations.read(home)


def test_a_marked_folder_is_connected_and_an_empty_one_at_its_path_is_not(home: Path, chosen: Path) -> None:
    place = Place(destinations.mark(chosen, home, OFFICE), str(chosen))
    assert destinations.connected(place, OFFICE)
    assert not destinations.connected(place, OTHER)
    assert not destinations.connected(Place("c" * 32, str(chosen)), OFFICE)
    (chosen / destinations.MARKER_NAME).unlink()
    assert not destinations.connected(place, OFFICE)
    with pytest.raises(backup_errors.PlaceAbsent):
        destinations.require_connected(place, OFFICE)
    chosen.rmdir()
    assert not destinations.connected(place, OFFICE)


def test_a_folder_that_is_named_again_keeps_its_id(home: Path, chosen: Path) -> None:
    first = destinations.mark(chosen, home, OFFICE)
    assert destinations.mark(chosen, home, OFFICE) == first
    destinations.unmark(Place(first, str(chosen)), OFFICE)
    assert list(chosen.iterdir()) == []
    assert destinations.mark(chosen, home, OFFICE) != first


@pytest.mark.parametrize(
    "marker", [json.dumps({"format": 1, "office": OTHER, "place": "c" * 32}), "garbage", "[]"]
)
def test_another_offices_folder_is_refused_and_left_alone(home: Path, chosen: Path, marker: str) -> None:
    (chosen / destinations.MARKER_NAME).write_text(marker, encoding="utf-8")
    with pytest.raises(backup_errors.PlaceOfAnother):
        destinations.mark(chosen, home, OFFICE)
    assert (chosen / destinations.MARKER_NAME).read_text(encoding="utf-8") == marker


def test_the_offices_own_folder_is_refused_by_whatever_path(home: Path, tmp_path: Path) -> None:
    below = home / "deep" / "er"
    below.mkdir(parents=True)
    link = tmp_path / "link"
    symbolic_link(link, home / "deep")
    for chosen in (home, below, link, link / "er", tmp_path / "x" / ".." / home.name):
        (tmp_path / "x").mkdir(exist_ok=True)
        with pytest.raises(backup_errors.PlaceInOffice):
            destinations.mark(chosen, home, OFFICE)
    assert destinations.mark(tmp_path, home, OFFICE)


def test_the_programs_own_folder_is_refused(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An update exchanges what lies there, and a removal deletes it."""
    program = tmp_path / "Program Files" / "hvacdesk"
    below = program / "backups"
    below.mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program / "hvacdesk.exe"))
    for chosen in (program, below):
        with pytest.raises(backup_errors.PlaceInProgram):
            destinations.mark(chosen, home, OFFICE)
        assert not (chosen / destinations.MARKER_NAME).exists()
    monkeypatch.delattr(sys, "frozen")
    with pytest.raises(backup_errors.PlaceInProgram):
        destinations.mark(Path(destinations.__file__).parent, home, OFFICE)
    assert destinations.mark(program.parent, home, OFFICE)


def test_a_file_a_missing_folder_and_a_backup_itself_are_refused(home: Path, chosen: Path) -> None:
    for missing in (chosen / "missing", Path("nul\x00character")):
        with pytest.raises(backup_errors.PlaceMissing):
            destinations.mark(missing, home, OFFICE)
    (chosen / "backup.json").write_text("{}", encoding="utf-8")
    with pytest.raises(backup_errors.PlaceMissing):
        destinations.mark(chosen / "backup.json", home, OFFICE)
    with pytest.raises(backup_errors.PlaceInBackup):
        destinations.mark(chosen, home, OFFICE)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, backup_errors.PlaceFull),
        (errno.EDQUOT, backup_errors.PlaceFull),
        (errno.EROFS, backup_errors.PlaceReadOnly),
        (errno.EACCES, backup_errors.PlaceReadOnly),
        (errno.ENODEV, backup_errors.PlaceVanished),
        (errno.ENOENT, backup_errors.PlaceVanished),
        (errno.ESTALE, backup_errors.PlaceVanished),
        (errno.EIO, backup_errors.PlaceFailure),
        (errno.EINVAL, backup_errors.PlaceFailure),
    ],
)
def test_each_failure_of_a_disk_has_its_own_words(
    number: int, kind: type[backup_errors.PlaceFailure]
) -> None:
    with pytest.raises(backup_errors.PlaceFailure) as raised, destinations.using_place():
        raise OSError(number, "as the system says")
    assert type(raised.value) is kind


def test_errors_of_the_folder_module_are_those_of_the_place(chosen: Path) -> None:
    with pytest.raises(backup_errors.PlaceFull), destinations.using_place():
        raise DiskFull
    with pytest.raises(backup_errors.PlaceVanished), destinations.using_place():
        folder.replace_file(chosen / "missing" / "file", b"")


def test_the_sentences_beside_a_folder_need_nothing_filled_in() -> None:
    kinds = [backup_errors.PlaceFailure, *backup_errors.PlaceFailure.__subclasses__()]
    assert len({kind.code for kind in kinds}) == len({kind.what for kind in kinds}) == len(kinds) == 9
    assert not any("{" in kind.what.text for kind in kinds)


def test_a_folder_whose_backups_windows_could_not_name_is_refused(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    within = "\\hvacdesk-backup-01234567-20261124T010000Z-e12.part\\office-12.db-journal"
    assert len(within) <= destinations.LONGEST_WITHIN
    longest = destinations.LONGEST_WINDOWS_PATH - destinations.LONGEST_WITHIN - len(str(tmp_path / ""))
    fitting, deep = (tmp_path / ("n" * length) for length in (longest - 1, longest))
    assert len(str(deep)) + destinations.LONGEST_WITHIN == destinations.LONGEST_WINDOWS_PATH + 1
    for made in (fitting, deep):
        made.mkdir()
    if systems.SYSTEM != "win32":
        destinations.mark(deep, home, OFFICE)
    monkeypatch.setattr(destinations.sys, "platform", "win32")
    destinations.mark(fitting, home, OFFICE)

    def refuse(_path: Path) -> Path:
        raise OSError(errno.EINVAL, "more data available")

    monkeypatch.setattr(Path, "resolve", refuse)
    with pytest.raises(backup_errors.PlaceTooDeep):
        destinations.mark(deep, home, OFFICE)
