"""From an empty folder over a ringing phone to a returned work order, by keys alone on a real X screen."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.cups import CupsPrinter
from tests.helpers.journey import travel
from tests.helpers.secret_service import SecretService
from tests.helpers.traces import grep_tree

STATIONS = (
    "set up",
    "registered",
    "phone answered",
    "booked",
    "printed",
    "came back",
    "unlocked",
    "switched",
    "found again",
    "closed",
)


def test_a_first_day_at_the_front_desk(
    tmp_path: Path, secret_service: SecretService, cups_printer: CupsPrinter, virtual_screen: str
) -> None:
    assert secret_service.is_open()
    around = tmp_path / "around"
    travel("front_desk", around, cups_printer, virtual_screen, STATIONS)
    secrets = ("髙﨑𠮷乃", "髙﨑 𠮷乃", "090-8765-5678", "09087655678", "yoshino@hidden.example", "3丁目41-7")
    assert grep_tree(around, (*secrets, "書きかけのお客様")) == []
