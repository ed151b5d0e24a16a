"""Registering 100,000 customers of a looked-through list, against a bare ``executemany`` of the same rows.

The baseline gets the finished rows of the three tables and writes them into an empty SQLCipher file with the
same tables and indexes, but without their triggers, in one transaction. Reading and understanding the list
comes before, while its owner looks on: it takes half of what registering takes at most, and is set against
reading the same file with the ``csv`` module alone.
"""

from __future__ import annotations

import csv
import math
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import PatternFill

from hvacdesk.domain.exchange.importing import Duplicates
from hvacdesk.exchange.workbooks import Workbook
from hvacdesk.services.exchange.importing import Importing
from hvacdesk.ui.file_reading import given_file
from tests.benchmarks.result import Result
from tests.helpers.ground import EncryptedFile, Ground, new_ground

_CUSTOMERS = 100_000
_EMPTY = 1_000_000
_TABLES = ("customers", "customer_phones", "customer_findings")


def _write_list(path: Path) -> None:
    with path.open("w", encoding="cp932", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["氏名", "フリガナ", "郵便番号", "住所", "電話番号", "備考"])
        for at in range(_CUSTOMERS):
            writer.writerow(
                [
                    f"山田{at % 977} 太郎{at}",
                    "ヤマダ タロウ",
                    f"4600{at % 500:03}",
                    f"愛知県名古屋市中区栄{at % 9 + 1}丁目{at % 97}-{at % 89} サンプルビル{at}",
                    f"052-{at // 10_000 % 900 + 100}-{at % 10_000:04}",
                    "",
                ]
            )


def _looked_through(importing: Importing, ground: Ground, path: Path) -> str:
    table = importing.open(ground.desk, given_file(path))
    sheet = table.sheets[0]
    layout = importing.layout(ground.desk, table.key, sheet)
    importing.preview(ground.desk, table.key, sheet, layout, lambda *_: None, lambda: False)
    return table.key


def _register(importing: Importing, ground: Ground, table: str) -> None:
    importing.run(
        ground.desk,
        table,
        only_good_rows=True,
        duplicates=Duplicates.IMPORT,
        progress=lambda *_: None,
        cancelled=lambda: False,
    )


def _rows(ground: Ground) -> dict[str, list[Sequence[Any]]]:
    with ground.workplace.store.connection() as connection:
        driver: Any = connection.connection.driver_connection
        return {table: driver.execute(f"SELECT * FROM {table}").fetchall() for table in _TABLES}


def _schema(ground: Ground) -> list[str]:
    with ground.workplace.store.connection() as connection:
        driver: Any = connection.connection.driver_connection
        found = driver.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('table', 'index')"
            " AND tbl_name IN (?, ?, ?)",
            _TABLES,
        )
        return [sql for (sql,) in found.fetchall()]


def _bare(folder: Path, schema: Sequence[str], rows: dict[str, list[Sequence[Any]]]) -> float:
    file = EncryptedFile(folder / "bare.db")
    connection = file.connect()
    for sql in sorted(schema, key=lambda text: not text.startswith("CREATE TABLE")):
        connection.execute(sql)
    connection.commit()
    start = time.perf_counter()
    with connection:
        for table, found in rows.items():
            places = ", ".join("?" * len(found[0]))
            connection.executemany(f"INSERT INTO {table} VALUES ({places})", found)
    seconds = time.perf_counter() - start
    connection.close()
    return seconds


def _write_formatted(path: Path) -> None:
    """100 customers above a million cells that have a colour and nothing else."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("一覧")
    sheet.append(["氏名", "電話番号"])
    for at in range(100):
        sheet.append([f"山田 太郎{at}", "052-123-4567"])
    empty = WriteOnlyCell(sheet, value=None)
    empty.fill = PatternFill("solid", fgColor="FFFF00")
    for _ in range(_EMPTY // 100):
        sheet.append([empty] * 100)
    book.save(path)


def _formatted(folder: Path, ground: Ground) -> Result:
    """A sheet with a million empty cells, against letting the reader of workbooks go through it once."""
    path = folder / "formatted.xlsx"
    _write_formatted(path)
    Workbook(path.read_bytes()).close()  # imports what reads workbooks
    start = time.process_time()
    _looked_through(Importing(ground.workplace), ground, path)
    ours = time.process_time() - start
    start = time.process_time()
    book = openpyxl.load_workbook(path, read_only=True)
    sum(len(row) for row in book["一覧"].iter_rows(values_only=True))
    return Result("import: a million empty cells", ours, time.process_time() - start, "s", 1.0)


def run() -> list[Result]:
    """Seconds of one run each: the file is too large for rounds, and the ratio is what counts.

    Looking through and storing are counted in the processor's time, since others use the machine too.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "list.csv"
        _write_list(path)
        ground = new_ground(folder)
        start = time.perf_counter()
        with path.open(encoding="cp932", newline="") as file:
            sum(len(row) for row in csv.reader(file))
        reading = time.perf_counter() - start
        start, began = time.process_time(), time.perf_counter()
        importing = Importing(ground.workplace)
        table = _looked_through(importing, ground, path)
        understanding, looked = time.process_time() - start, time.perf_counter() - began
        start, began = time.process_time(), time.perf_counter()
        _register(importing, ground, table)
        storing, ours = time.process_time() - start, time.perf_counter() - began
        bare = _bare(folder, _schema(ground), _rows(ground))
        formatted = _formatted(folder, ground)
        ground.close()
    return [
        Result("import: register", ours, bare, "s", 2.0),
        Result("import: look through, of registering", understanding, storing, "s", 0.5),
        Result("import: look through, of reading", looked, reading, "s", math.inf),
        formatted,
    ]
