"""LibreOffice opens the list that the program hands out, with its password alone, and reads the same."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from hvacdesk.domain.billing.accounting_export import (
    AccountingProgram,
    ReceivedPayment,
    SoldInvoice,
    accounting_table,
)
from hvacdesk.domain.billing.payments import PaymentWay
from hvacdesk.domain.billing.tax import Rounding, TaxClass, invoice_sums
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.exchange.exporting import ExportExtent, ExportForm, ExportReason
from hvacdesk.domain.text.wording import english
from hvacdesk.exchange.accounting_files import accounting_file
from hvacdesk.exchange.workbooks import Workbook
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.exchange.exporting import Exporting
from tests.helpers.ground import new_ground
from tests.helpers.libreoffice import missing_programs, opened
from tests.helpers.people import customer

pytestmark = pytest.mark.linux("opens lists with Debian's LibreOffice and 7-Zip")
HARD_NAMES = (
    PersonName("髙﨑", "①子"),
    PersonName('=HYPERLINK("http://example.invalid")', "x"),
    PersonName("+81", "田"),
    PersonName("邊\U00020bb7", "😀"),
)


def test_libreoffice_reads_every_cell_of_an_encrypted_export(tmp_path: Path) -> None:
    assert missing_programs() == (), "sh installers/test.sh installs them"
    ground = new_ground(tmp_path)
    for name in HARD_NAMES:
        Customers(ground.workplace).add(ground.desk, customer(name=name))
    made = Exporting(ground.workplace).export(
        ground.owner, ExportReason.MAILING, ExportExtent.FULL, english, lambda *_: None, lambda: False
    )
    ground.close()
    path = tmp_path / "list.xlsx"
    path.write_bytes(made.content)
    book = Workbook(made.content, made.password)
    ours = {name: [row for _line, row in book.rows(name)] for name in book.sheets}
    profile = tmp_path / "profile"
    profile.mkdir()
    sheets = opened(path, made.password, profile)
    assert sheets is not None
    read = {name: [[str(cell) for cell in row] for row in sheet.rows] for name, sheet in sheets.items()}
    assert read == ours
    assert len(ours["Customers"]) == 1 + len(HARD_NAMES)
    formulas = [row for sheet in sheets.values() for row in sheet.formulas]
    assert [cell for row in formulas for cell in row if cell.startswith("=")] == []
    assert opened(path, "not the password", profile) is None
    assert opened(path, "", profile) is None


@pytest.mark.parametrize(("program", "encoding"), [("freee", 76), ("money_forward", 76), ("yayoi", 60)])
def test_libreoffice_reads_what_is_handed_to_an_accounting_program(
    tmp_path: Path, program: str, encoding: int
) -> None:
    sums = invoice_sums([(TaxClass.STANDARD, 100_000)], {TaxClass.STANDARD: 10}, Rounding.DOWN)
    sold = SoldInvoice("I2026-000001", "2026-11-05", "2026-12-31", '髙﨑①商店, "本店"', sums.rates)
    paid = ReceivedPayment("P-1", "2026-11-28", 109_560, 440, PaymentWay.BANK, "=1+1", ("I2026-000001",))
    table = accounting_table(AccountingProgram(program), [sold], [paid], 10)
    path = tmp_path / "books.csv"
    path.write_bytes(accounting_file(table))
    profile = tmp_path / "profile"
    profile.mkdir()
    as_text = "/".join(f"{column}/2" for column in range(1, len(table.rows[0]) + 1))
    sheets = opened(path, "", profile, f"44,34,{encoding},1,{as_text}")
    assert sheets is not None
    (sheet,) = sheets.values()
    read = [[str(cell) for cell in row] for row in sheet.rows]
    ours = [list(row) for row in (*([table.header] if table.header else []), *table.rows)]
    width = max(len(row) for row in read)
    assert read == [[cell if cell != "=1+1" else "'=1+1" for cell in row][:width] for row in ours]
    assert all(not "".join(row[width:]) for row in ours)
    assert not [cell for row in sheet.formulas for cell in row if cell.startswith("=")]


def test_seven_zip_opens_an_encrypted_archive_with_its_password_alone(tmp_path: Path) -> None:
    ground = new_ground(tmp_path)
    Customers(ground.workplace).add(ground.desk, customer())
    made = Exporting(ground.workplace).export(
        ground.owner,
        ExportReason.MAILING,
        ExportExtent.FULL,
        english,
        lambda *_: None,
        lambda: False,
        ExportForm.ARCHIVE,
    )
    ground.close()
    path = tmp_path / "list.zip"
    path.write_bytes(made.content)
    assert customer().name.given in seven_zip(path, made.password, "Customers.csv").decode("utf-8-sig")
    assert seven_zip(path, "not-the-password", "Customers.csv") == b""


def seven_zip(path: Path, password: str, member: str) -> bytes:
    """A member as 7-Zip unpacks it; nothing where the password is wrong."""
    command = ["7z", "x", "-so", f"-p{password}", str(path), member]
    done = subprocess.run(command, capture_output=True, check=False)
    return done.stdout if done.returncode == 0 else b""
