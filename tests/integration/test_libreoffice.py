"""LibreOffice opens the list that the program hands out, with its password alone, and reads the same."""

from __future__ import annotations

from pathlib import Path

from hvacdesk.domain.customers import PersonName
from hvacdesk.domain.exports import ExportExtent, ExportReason
from hvacdesk.domain.wording import english
from hvacdesk.exchange.workbooks import Workbook
from hvacdesk.services.customers import Customers
from hvacdesk.services.exporting import Exporting
from tests.helpers.ground import new_ground
from tests.helpers.libreoffice import missing_programs, opened
from tests.helpers.people import customer

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
    ours = [row for _line, row in Workbook(path, made.password).rows("Customers")]
    profile = tmp_path / "profile"
    profile.mkdir()
    sheets = opened(path, made.password, profile)
    assert sheets is not None
    assert [[str(cell) for cell in row] for row in sheets["Customers"].rows] == ours
    assert len(ours) == 1 + len(HARD_NAMES)
    assert [cell for row in sheets["Customers"].formulas for cell in row if cell.startswith("=")] == []
    assert opened(path, "not the password", profile) is None
    assert opened(path, "", profile) is None
