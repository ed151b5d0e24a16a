"""The program reads its own exports back: what stood in one register stands in the other, to the letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hvacdesk.domain.customers.customers import (
    Address,
    CustomerKind,
    CustomerRecord,
    PaymentMethod,
    PersonName,
    Phone,
    PhoneKind,
)
from hvacdesk.domain.exchange.exporting import ExportExtent, ExportForm, ExportReason
from hvacdesk.domain.exchange.importing import Duplicates, ImportPreview, RowState
from hvacdesk.exchange.errors import LockedArchive, LockedWorkbook
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.exchange.exporting import Exporting
from hvacdesk.services.exchange.importing import Importing
from hvacdesk.services.language import words_for
from hvacdesk.store.exchange import exporting as store
from hvacdesk.ui.file_reading import given_file
from tests.helpers.ground import Ground, new_ground

LEADING = Address("0600042", "北海道", "札幌市中央区", "大通西", "3丁目6", "0号棟 007")
RECORDS = (
    CustomerRecord(
        CustomerKind.PERSON,
        PersonName("髙﨑", "𠮷子", "タカサキ", "ヨシコ"),
        address=LEADING,
        phones=(Phone(PhoneKind.MOBILE, "090-0000-0001"), Phone(PhoneKind.HOME, "011-000-0002")),
        email="yoshiko@hidden.example",
    ),
    CustomerRecord(
        CustomerKind.PERSON,
        PersonName("O'Brien", "'Liam", "オブライエン", "リアム"),
        address=Address("4600008", "愛知県", "名古屋市中区", "栄", "3丁目0-0", "＝ハイツ"),
        phones=(Phone(PhoneKind.FAX, "052-000-0003"), Phone(PhoneKind.WORK, "052-000-0004")),
    ),
    CustomerRecord(
        CustomerKind.ORGANISATION,
        PersonName("山田", "太郎", "ヤマダ", "タロウ"),
        organisation="＠みどり",
        organisation_kana="アットミドリ",
        address=Address("", "岐阜県", "岐阜市", "", "司町40-1", ""),
        phones=(Phone(PhoneKind.WORK, "058-000-0005"),),
    ),
    CustomerRecord(
        CustomerKind.ORGANISATION,
        PersonName(),
        organisation="-＋0設備",
        organisation_kana="ゼロセツビ",
        address=Address("0010010", "北海道", "札幌市北区", "北十条西", "1丁目", ""),
    ),
)


@pytest.fixture
def another(tmp_path: Path) -> Iterator[Ground]:
    """An office that has nobody yet."""
    (tmp_path / "another").mkdir()
    made = new_ground(tmp_path / "another")
    yield made
    made.close()


def kept(ground: Ground) -> list[CustomerRecord]:
    """What is in a register, in the order of its numbers."""
    with ground.workplace.reading() as session:
        found = [record for _line, record in store.customers(session)]
    return [replace(record, payment_method=PaymentMethod.CASH, payment=None) for record in found]


def looked_through(ground: Ground, importing: Importing, path: Path, password: str) -> ImportPreview:
    table = importing.open(ground.desk, given_file(path), password)
    layout = importing.layout(ground.desk, table.key, table.sheets[0])
    return importing.preview(ground.desk, table.key, table.sheets[0], layout, lambda *_: None, lambda: False)


@pytest.mark.parametrize("form", ExportForm)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_an_export_comes_back_to_the_letter(
    ground: Ground, another: Ground, tmp_path: Path, form: ExportForm, language: str
) -> None:
    for record in RECORDS:
        Customers(ground.workplace).add(ground.desk, record)
    path, password = written(ground, tmp_path, form, language, ExportExtent.FULL)
    importing = Importing(another.workplace)
    preview = looked_through(another, importing, path, password)
    assert [row.state for row in preview.rows] == [RowState.GOOD] * len(RECORDS)
    importing.run(
        another.desk,
        preview.table,
        only_good_rows=False,
        duplicates=Duplicates.IMPORT,
        progress=lambda *_: None,
        cancelled=lambda: False,
    )
    assert kept(another) == kept(ground)


def test_no_mask_becomes_a_customer(ground: Ground, another: Ground, tmp_path: Path) -> None:
    for record in RECORDS:
        Customers(ground.workplace).add(ground.desk, record)
    path, password = written(ground, tmp_path, ExportForm.WORKBOOK, "ja", ExportExtent.MASKED)
    assert {
        row.state for row in looked_through(another, Importing(another.workplace), path, password).rows
    } == {RowState.WRONG}


@pytest.mark.parametrize(
    ("form", "refusal"), [(ExportForm.WORKBOOK, LockedWorkbook), (ExportForm.ARCHIVE, LockedArchive)]
)
@pytest.mark.parametrize("password", ["", "another one"])
def test_without_its_password_none_is_read(
    ground: Ground, tmp_path: Path, form: ExportForm, refusal: type[Exception], password: str
) -> None:
    Customers(ground.workplace).add(ground.desk, RECORDS[0])
    path, _password = written(ground, tmp_path, form, "ja", ExportExtent.FULL)
    with pytest.raises(refusal):
        Importing(ground.workplace).open(ground.desk, given_file(path), password)


def written(
    ground: Ground, folder: Path, form: ExportForm, language: str, extent: ExportExtent
) -> tuple[Path, str]:
    made = Exporting(ground.workplace).export(
        ground.owner,
        ExportReason.OTHER_PROGRAM,
        extent,
        words_for(language),
        lambda *_: None,
        lambda: False,
        form,
    )
    path = folder / f"list.{form.value}"
    path.write_bytes(made.content)
    return path, made.password
