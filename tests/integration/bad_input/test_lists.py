"""Customer lists that are not what they say, endless ones and blank ones: told calmly, nothing stored."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from hvacdesk.domain.exchange.importing import ImportPreview, RowState
from hvacdesk.exchange.errors import EmptyTable, RowTooLong
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.exchange import importing as service
from hvacdesk.services.exchange import opened_lists
from hvacdesk.services.exchange.importing import Importing, ImportStopped, TooManyRows
from hvacdesk.ui.file_reading import FileTooLarge, given_file
from tests.helpers.ground import Ground, new_ground
from tests.helpers.memory import traced_memory
from tests.helpers.sabotage import replaced

HEADER = "氏名,電話番号,備考\r\n"
GIGABYTES = 2 << 30


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Ground]:
    made = new_ground(tmp_path)
    yield made
    made.close()


class Looking:
    """One look through a list; stops itself after so many asks whether to stop."""

    def __init__(self, ground: Ground, stop_after: int | None = None) -> None:
        self._ground = ground
        self._stop_after = stop_after
        self.asked = 0
        self.seen = 0

    def _cancelled(self) -> bool:
        self.asked += 1
        return self._stop_after is not None and self.asked > self._stop_after

    def _progress(self, done: int, _total: int) -> None:
        self.seen = done

    def through(self, path: Path) -> ImportPreview:
        importing = Importing(self._ground.workplace)
        table = importing.open(self._ground.desk, given_file(path))
        layout = importing.layout(self._ground.desk, table.key, table.sheets[0])
        importing.sample(self._ground.desk, table.key, table.sheets[0], layout)
        return importing.preview(
            self._ground.desk, table.key, table.sheets[0], layout, self._progress, self._cancelled
        )


def a_list(path: Path, rows: int) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER)
        file.writelines(f"試験 {number},052-000-{number % 10_000:04},\r\n" for number in range(rows))
    return path


class TestOtherThanTheirName:
    def test_a_csv_file_called_workbook_is_read_as_what_it_is(self, ground: Ground, tmp_path: Path) -> None:
        preview = Looking(ground).through(a_list(tmp_path / "一覧.xlsx", 3))
        assert [row.state for row in preview.rows] == [RowState.GOOD] * 3

    def test_a_workbook_called_csv_is_read_as_what_it_is(self, ground: Ground, tmp_path: Path) -> None:
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.append(["氏名", "電話番号"])
        sheet.append(["山田 太郎", "052-123-4567"])
        book.save(tmp_path / "list.xlsx")
        named = (tmp_path / "list.xlsx").rename(tmp_path / "一覧.csv")
        preview = Looking(ground).through(named)
        assert [row.state for row in preview.rows] == [RowState.GOOD]


class TestEndless:
    def test_two_gigabytes_are_refused_before_they_are_read(self, ground: Ground, tmp_path: Path) -> None:
        path = a_list(tmp_path / "list.csv", 4_000)
        os.truncate(path, GIGABYTES)
        with traced_memory() as peak, pytest.raises(FileTooLarge):
            Looking(ground).through(path)
        assert peak() < 1_000_000

    def test_what_goes_on_for_ever_is_let_go_when_asked(self, ground: Ground, tmp_path: Path) -> None:
        path = a_list(tmp_path / "list.csv", 40_000)
        looking = Looking(ground, stop_after=1_000)
        with pytest.raises(ImportStopped):
            looking.through(path)
        assert looking.seen == 800
        assert Customers(ground.workplace).search(ground.desk, "").total == 0

    def test_megabytes_of_zeros_are_told_with_their_line(self, ground: Ground, tmp_path: Path) -> None:
        path = a_list(tmp_path / "list.csv", 40_000)
        os.truncate(path, 50 << 20)
        with pytest.raises(RowTooLong) as told:
            Looking(ground).through(path)
        assert told.value.details == {"line": 40_002}

    def test_more_rows_than_one_import_takes_are_told(self, ground: Ground, tmp_path: Path) -> None:
        path = a_list(tmp_path / "list.csv", 500)
        with replaced(service, "MOST_ROWS", 400), pytest.raises(TooManyRows) as told:
            Looking(ground).through(path)
        assert told.value.details == {"limit": "400"}

    def test_blank_rows_without_an_end_can_be_stopped(self, ground: Ground, tmp_path: Path) -> None:
        path = a_list(tmp_path / "list.csv", 1)
        with path.open("ab") as file:
            file.writelines(itertools.repeat(b",,\r\n", 20_000))
        looking = Looking(ground, stop_after=500)
        with pytest.raises(ImportStopped):
            looking.through(path)
        assert looking.asked == 501

    def test_a_list_that_begins_with_nothing_but_blank_rows_is_empty(
        self, ground: Ground, tmp_path: Path
    ) -> None:
        path = tmp_path / "list.csv"
        path.write_text(
            ",,\n" * (opened_lists.BLANK_ABOVE + 1) + "山田 太郎,052-123-4567,\n", encoding="utf-8"
        )
        with pytest.raises(EmptyTable):
            Looking(ground).through(path)

    def test_one_cell_at_a_sheets_far_end_does_not_hold_the_desk(
        self, ground: Ground, tmp_path: Path
    ) -> None:
        """Between it and the list lie a million rows that the reader fills in."""
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.append(["氏名", "電話番号"])
        sheet.append(["山田 太郎", "052-123-4567"])
        sheet.cell(1_048_576, 16_384, "x")
        book.save(tmp_path / "list.xlsx")
        looking = Looking(ground, stop_after=300)
        with pytest.raises(ImportStopped):
            looking.through(tmp_path / "list.xlsx")
        assert looking.asked == 301
