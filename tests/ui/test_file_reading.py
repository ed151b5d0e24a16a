"""A file that somebody chose: read whole into memory, or told in words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hvacdesk.domain.exchange.given_files import GivenFile
from hvacdesk.ui import file_reading
from hvacdesk.ui.file_reading import FileTooLarge, FileUnreadable, given_file
from tests.helpers.sabotage import replaced


def test_a_file_is_its_name_and_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "お客様 一覧.csv"
    path.write_bytes("氏名".encode())
    given = given_file(path)
    assert given == GivenFile("お客様 一覧.csv", "氏名".encode())
    assert repr("氏名".encode()) not in repr(given)


def test_what_is_gone_or_no_file_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.csv", tmp_path):
        with pytest.raises(FileUnreadable):
            given_file(path)


@pytest.mark.linux("Windows has no queues among its files")
def test_nobody_waits_for_a_queue_that_nobody_writes_into(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "list.csv")
    with pytest.raises(FileUnreadable):
        given_file(tmp_path / "list.csv")


@pytest.mark.linux("a link on Windows needs rights that no clerk has")
def test_a_link_to_a_list_is_that_list(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(b"a")
    (tmp_path / "link.csv").symlink_to(tmp_path / "list.csv")
    assert given_file(tmp_path / "link.csv") == GivenFile("link.csv", b"a")


def test_what_is_larger_than_any_list_is_told_with_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"0" * (2 * 2**20 + 1))
    with replaced(file_reading, "MOST_BYTES", 2 * 2**20), pytest.raises(FileTooLarge) as told:
        given_file(path)
    assert told.value.details == {"limit": 2}
    os.truncate(path, 2 * 2**20)
    with replaced(file_reading, "MOST_BYTES", 2 * 2**20):
        assert len(given_file(path).content) == 2 * 2**20
