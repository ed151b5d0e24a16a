"""The desk of the disposals' journeys: an office with a past, its owner before it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.open_office import Office
from hvacdesk.ui.widgets import aim
from tests.helpers.front_desk import FrontDesk, Reach, open_desk
from tests.helpers.seat_over_tls import seat_over_tls
from tests.helpers.secret_service import SecretService
from tests.journeys.month_end import office_with_a_past


@pytest.fixture(autouse=True)
def quick_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test presses what it sees at once, which no hand can: see ``tests/ui/widgets/test_aim.py``."""
    monkeypatch.setattr(aim, "REACTION_S", -math.inf)


@pytest.fixture
def reach(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Reach | None]:
    """How the window gets at the office: it has it, or over TLS where a test is told so."""
    if not getattr(request, "param", False):
        yield None
        return
    with ExitStack() as seat:

        def at_a_seat(office: Office, actor: Actor) -> Office:
            close = office.close
            vars(office)["close"] = lambda: (seat.close(), close())  # a seat leaves before the office PC ends
            return seat.enter_context(seat_over_tls(office, actor, tmp_path)).office

        yield at_a_seat


@pytest.fixture
def papers() -> list[bytes]:
    """The work orders that lie in the cabinet."""
    return []


@pytest.fixture
def desk(
    tmp_path: Path, qtbot: QtBot, secret_service: SecretService, papers: list[bytes], reach: Reach | None
) -> Iterator[FrontDesk]:
    assert secret_service.is_open()
    real = office_with_a_past(tmp_path / "template", papers)
    with open_desk(real, tmp_path / "office", qtbot, Role.OWNER, reach) as opened:
        yield opened
