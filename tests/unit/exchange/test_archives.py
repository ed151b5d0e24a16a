"""ZIP archives of CSV files: read in memory, and refused where they would do harm."""

from __future__ import annotations

import warnings
import zipfile
from pathlib import Path

import pytest

from hvacdesk.exchange.archives import Archive, encrypted_archive
from hvacdesk.exchange.errors import LockedArchive, NotATable, WorkbookRefused
from hvacdesk.exchange.tables import Table


def zipped(tmp_path: Path, members: dict[str, bytes]) -> bytes:
    path = tmp_path / "list.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path.read_bytes()


def test_the_tables_of_an_archive_are_its_csv_files(tmp_path: Path) -> None:
    archive = Archive(zipped(tmp_path, {"お客様.CSV": "氏名\n髙﨑\n".encode("cp932"), "readme.txt": b"x"}))
    assert archive.sheets == ("お客様",)
    assert list(archive.rows("お客様")) == [(1, ["氏名"]), (2, ["髙﨑"])]
    assert list(archive.rows("お客様")) == [(1, ["氏名"]), (2, ["髙﨑"])], "a second time"
    archive.close()


def test_what_holds_no_table_is_none(tmp_path: Path) -> None:
    with pytest.raises(NotATable):
        Archive(zipped(tmp_path, {"picture.png": b"x"}))
    with pytest.raises(NotATable):
        Archive("氏名".encode())


def test_what_swells_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with pytest.raises(WorkbookRefused):
        Archive(zipped(tmp_path, {"list.csv": bytes(20_000_000)}))


def test_a_damaged_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.zip"
    made = encrypted_archive(
        [Table("list", ["氏名"], [[f"髙﨑 {number}"] for number in range(500)])], "secret"
    )
    path.write_bytes(made[:-30])
    with pytest.raises(WorkbookRefused):
        Archive(path.read_bytes(), "secret")
    at = len(made) // 2
    path.write_bytes(made[:at] + bytes([made[at] ^ 1]) + made[at + 1 :])
    with pytest.raises((WorkbookRefused, LockedArchive)):
        list(Archive(path.read_bytes(), "secret").rows("list"))


def test_no_table_is_hidden_behind_another_of_the_same_name(tmp_path: Path) -> None:
    path = tmp_path / "list.zip"
    with zipfile.ZipFile(path, "w") as archive, warnings.catch_warnings(action="ignore"):
        for number, name in enumerate(["a.csv", "a.CSV", "a.csv", "a.csv (2).csv", "b.csv"]):
            archive.writestr(name, f"氏名\n{number}\n")
    tables = Archive(path.read_bytes())
    assert tables.sheets == ("a.csv", "a.CSV", "a.csv (2)", "a.csv (2) (2)", "b")
    assert [list(tables.rows(sheet))[1][1] for sheet in tables.sheets] == [["0"], ["1"], ["2"], ["3"], ["4"]]
    tables.close()


def test_a_table_that_was_cut_before_it_was_packed_is_known(tmp_path: Path) -> None:
    archive = Archive(zipped(tmp_path, {"a.csv": b"a,b\n1,2\n3", "b.csv": b"a,b\n1,2\n3,4"}))
    for sheet, broken in ("a", [3]), ("b", []):
        assert list(archive.broken_off(sheet)) == []
        list(archive.rows(sheet))
        assert list(archive.broken_off(sheet)) == broken
    archive.close()
