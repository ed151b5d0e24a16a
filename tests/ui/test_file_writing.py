"""Files that a person names: what is told where another program has the file open."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from hvacdesk import own_files
from hvacdesk.ui.file_writing import FileNotSaved, FileOpenElsewhere, write_private


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A list that the system lets nobody replace."""

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "refused")

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
