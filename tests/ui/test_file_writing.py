"""Files that a person names: what is told where another program has the file open."""

from __future__ import annotations

import errno
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from hvacdesk import own_files
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.saved_files import (
    FileInOffice,
    FileNotSaved,
    FileOpenElsewhere,
    FileThere,
    StillCounted,
)
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import english
from hvacdesk.seats.calls import NoAnswer, NotReached
from hvacdesk.ui.file_writing import write_own, write_private
from hvacdesk.ui.outside_files import FileNotMade, made_for, write_outside


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A list that the system lets nobody replace."""

    def refuse(path: Path, aim: Path) -> None:
        raise OSError(errno.EACCES, "refused", str(path), None, str(aim))

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(own_files, "_PAUSES", ())
    path = tmp_path / "list.csv"
    path.write_bytes(b"former")
    return path


@pytest.mark.parametrize(("held", "told"), [(True, FileOpenElsewhere), (False, FileNotSaved)])
def test_a_list_that_is_open_in_a_spreadsheet_is_told_apart_from_a_folder_without_rights(
    monkeypatch: pytest.MonkeyPatch, refused: Path, held: bool, told: type[FileNotSaved]
) -> None:
    monkeypatch.setattr(own_files, "is_held", lambda path: held and path == refused)
    with pytest.raises(FileNotSaved) as caught:
        write_private(refused, b"new")
    assert type(caught.value) is told
    assert [one.name for one in refused.parent.iterdir()] == [refused.name]
    assert refused.read_bytes() == b"former"


@pytest.mark.parametrize("name", ["list.csv.part", "list.csv.new", ".list.csv.part"])
def test_what_somebody_has_beside_a_file_stays_when_that_is_saved(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"half of a download")
    write_private(tmp_path / "list.csv", b"new")
    write_private(tmp_path / "list.csv", b"newer")
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {
        name: b"half of a download",
        "list.csv": b"newer",
    }


@pytest.mark.linux("Windows counts the folders too")
def test_a_file_may_have_a_name_as_long_as_the_disk_takes(tmp_path: Path) -> None:
    for length in range(250, 256):
        path = tmp_path / ("x" * (length - 4) + ".csv")
        write_private(path, b"new")
        assert path.read_bytes() == b"new"


OFFICE_FILES = ["office.keys", "office.keys.copy", "office-3.db", f"seat-{'0' * 32}.office"]


@pytest.mark.parametrize("known_by", OFFICE_FILES)
@pytest.mark.parametrize("below", ["", "updates"])
def test_nothing_that_a_person_saves_lands_among_an_offices_own_files(
    tmp_path: Path, known_by: str, below: str
) -> None:
    office = tmp_path / "office"
    folder = office / below
    folder.mkdir(parents=True)
    (office / known_by).write_bytes(b"of the office")
    box = folder / "report-box.sealed"
    box.write_bytes(b"reports")
    for path in (box, folder / "list.csv", folder / ".." / folder.name / "list.csv"):
        with pytest.raises(FileInOffice) as told:
            write_private(path, b"customers")
        assert isinstance(told.value, FileNotSaved), "it does not count as outside"
        assert path.name in str(told.value)
    assert box.read_bytes() == b"reports"
    assert not (folder / "list.csv").exists()
    write_own(box, b"the program's own")
    assert box.read_bytes() == b"the program's own"


@pytest.mark.linux("a link to a folder")
def test_a_link_leads_no_file_into_the_offices_folder(tmp_path: Path) -> None:
    office, link = tmp_path / "office", tmp_path / "link"
    office.mkdir()
    (office / "office.keys").touch()
    link.symlink_to(office)
    with pytest.raises(FileInOffice):
        write_private(link / "list.csv", b"customers")


def test_where_nobody_was_asked_a_file_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"former")
    with pytest.raises(FileThere):
        write_private(path, b"new", replaced=False)
    assert path.read_bytes() == b"former"
    write_private(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_file_whose_making_was_not_answered_is_said_not_to_be_written(tmp_path: Path) -> None:
    """The office may have noted it as saved, and whoever reads only that looks for it in vain."""
    path = tmp_path / "P2026-00012.pdf"

    def make(error: UserFacingError) -> Any:
        raise error

    with pytest.raises(FileNotMade) as told:
        made_for(path, lambda: make(NoAnswer()))
    said = told.value.sentences(english)
    assert said[0] == "“P2026-00012.pdf” was not written: The office PC does not answer."
    assert said[1].startswith("There is no file.")
    with pytest.raises(NotReached):
        made_for(path, lambda: make(NotReached()))


def test_a_file_that_could_not_be_written_is_said_so_even_where_nobody_can_be_told(
    monkeypatch: pytest.MonkeyPatch, refused: Path
) -> None:
    def nobody(*_what: object) -> None:
        raise NoAnswer

    monkeypatch.setattr(own_files, "is_held", lambda _path: False)
    office = cast(Any, SimpleNamespace(outside_lists=SimpleNamespace(not_written=nobody)))
    made = SimpleNamespace(content=b"new", list="a" * 32)
    with pytest.raises(StillCounted) as told:
        write_outside(office, Actor("a" * 32, "山田"), refused, made)
    assert "may still count it as saved" in told.value.sentences(english)[1]
    assert refused.read_bytes() == b"former"
