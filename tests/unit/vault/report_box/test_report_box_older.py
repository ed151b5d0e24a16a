"""A box that an earlier version wrote still opens, for its reader and by its receipt, and becomes a file."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from hvacdesk.vault import ciphers
from hvacdesk.vault.report_box.report_box_case import open_as_reader, open_with_receipt, receipt_key
from hvacdesk.vault.report_box.report_box_files import (
    FILE_NAME,
    LOCK_NAME,
    MADE_NAME,
    PLACE_BYTES,
    STEP,
    BoxFiles,
)
from tests.helpers.format_fixtures import FIXTURES
from tests.helpers.systems import left_locks
from tests.helpers.vault_offices import real_passphrases

FIXTURE = FIXTURES / "report_box_v1"


@pytest.fixture
def told() -> dict[str, Any]:
    content: dict[str, Any] = json.loads((FIXTURE / "synthetic.json").read_text(encoding="utf-8"))
    return content


def test_a_box_that_an_earlier_version_wrote_still_opens(told: dict[str, Any], tmp_path: Path) -> None:
    with zipfile.ZipFile(FIXTURE / "box.zip") as archive:
        archive.extractall(tmp_path)
    office, key = told["office"], bytes.fromhex(told["key"])
    files = BoxFiles(tmp_path, office, key)
    with real_passphrases():
        salt = ciphers.derive(key, "receipt salt", office)
        with_receipt = receipt_key(told["receipt"], office, salt)
    for _ in range(2):
        box = files.read()
        assert (len(box.cases), box.remade) == (told["cases"], False)
        found = [open_with_receipt(case, office, with_receipt) for case in box.cases]
        private = bytes.fromhex(told["private"])
        read = [open_as_reader(case, office, told["slot"], private) for case in box.cases]
        for opened in (found, read):
            assert [one.report.messages[0].text for one in opened if one is not None] == [told["text"]]
        files.refresh()
    assert {path.name for path in tmp_path.iterdir()} == {FILE_NAME, MADE_NAME} | left_locks(LOCK_NAME)
    assert (tmp_path / FILE_NAME).stat().st_size == STEP * PLACE_BYTES
