"""Rules put in force, read, trained and let pass, in real windows on a real X screen with a real printer."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.cups import CupsPrinter
from tests.helpers.journey import travel
from tests.helpers.secret_service import SecretService

STATIONS = ("in force", "read", "trained", "recorded", "overdue", "trained", "open again", "closed")


def test_rules_are_read_trained_and_held_to(
    tmp_path: Path, secret_service: SecretService, cups_printer: CupsPrinter, virtual_screen: str
) -> None:
    assert secret_service.is_open()
    travel("rules", tmp_path / "around", cups_printer, virtual_screen, STATIONS)
