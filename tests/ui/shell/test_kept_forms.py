"""What was half typed when a login ended at a seat is kept until it was really put back."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.half_typed import MovedElsewhere
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.seats.seats import SeatLoginEnded, SeatRevoked
from hvacdesk.domain.text.wording import english
from hvacdesk.ui import background
from hvacdesk.ui.drafts import DraftKeeper
from hvacdesk.ui.half_typed import OpenForm
from hvacdesk.ui.kept_forms import FormsNotPutBack, KeptForms
from hvacdesk.vault.errors import DiskFull
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import PATIENCE_MS, FrontDesk
from tests.helpers.waiting import wait_until

DESK = Actor("a" * 32, "受付 一子", frozenset({Role.DESK}))
OTHER = Actor("b" * 32, "経理 二郎", frozenset({Role.ACCOUNTING}))


class Fault(Exception):
    """A fault of the program."""


@dataclass
class _Drafts:
    """Those of an office that takes some forms and not others."""

    moved: set[str] = field(default_factory=set)
    refused: dict[str, Exception] = field(default_factory=dict)
    kept: dict[str, Any] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def keep(self, _actor: Actor, form: str, _key: str, payload: dict[str, Any], again: bool = False) -> None:
        if form in self.refused:
            raise self.refused[form]
        if again and form in self.moved:
            raise MovedElsewhere
        self.kept[form], self.names[form] = payload["typed"]["name"], payload["name"]

    def find(self, _actor: Actor, form: str, _key: str) -> dict[str, Any] | None:
        return (
            {"typed": {"name": self.kept[form]}, "name": self.names.get(form, "another")}
            if form in self.kept
            else None
        )

    def begin(
        self, actor: Actor, form: str, key: str, _passed: float
    ) -> tuple[str, int, dict[str, Any] | None]:
        return "2026-11-30T00:00:00Z", 0, self.find(actor, form, key)

    def drop(
        self, _actor: Actor, form: str, _key: str, _seen_to: str = "", names: tuple[str, ...] = ()
    ) -> None:
        if not names or self.names.get(form) in (None, *names):
            self.kept.pop(form, None)


class Office:
    """As much of one as drafts need."""

    def __init__(self) -> None:
        self.drafts = _Drafts()

    def clock(self) -> datetime:
        return datetime(2026, 11, 30, tzinfo=UTC)


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> list[type[BaseException]]:
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: told.append(kind))
    return told


def keeper(qtbot: QtBot, office: Office, actor: Actor = DESK, **typed: str) -> DraftKeeper:
    """What watches a form of each name, in which this is typed."""
    window = QWidget()
    qtbot.addWidget(window)
    made = DraftKeeper(office, actor, window)  # type: ignore[arg-type]
    for form, text in typed.items():
        made.register(QWidget(window), form, "new", lambda text=text: {"name": text}, page="customers")
    made.stop()
    return made


@pytest.mark.parametrize("refusal", [DiskFull(), Fault()], ids=["refused", "fault"])
def test_a_form_that_cannot_be_put_back_is_kept_until_it_is(
    qtbot: QtBot, office: Office, faults: list[type[BaseException]], refusal: Exception
) -> None:
    kept = KeptForms()
    kept.keep(DESK, keeper(qtbot, office, customer="早川", call="午後", job="点検"), SeatLoginEnded())
    drafts, office.drafts.refused = keeper(qtbot, office), {"call": refusal}
    if isinstance(refusal, UserFacingError):
        with pytest.raises(FormsNotPutBack) as told:
            kept.put_back(DESK, drafts)
        assert "The disk is full." in told.value.sentences(english)[0]
    else:
        kept.put_back(DESK, drafts)
        assert faults == [Fault]
    assert office.drafts.kept == {"customer": "早川", "job": "点検"}, "it kept others from being put back"
    office.drafts.kept.clear()
    office.drafts.refused.clear()
    kept.put_back(DESK, drafts)
    assert office.drafts.kept == {"call": "午後"}
    office.drafts.kept.clear()
    kept.put_back(DESK, drafts)
    assert office.drafts.kept == {}


def test_what_was_saved_since_does_not_come_back(qtbot: QtBot, office: Office) -> None:
    kept = KeptForms()
    kept.keep(DESK, keeper(qtbot, office, payment="9,900"), SeatLoginEnded())
    window, office.drafts.refused = QWidget(), {"payment": DiskFull()}
    qtbot.addWidget(window)
    drafts = keeper(qtbot, office)
    with pytest.raises(FormsNotPutBack):
        kept.put_back(DESK, drafts)
    office.drafts.refused.clear()
    drafts.register(window, "payment", "new", lambda: {"name": "9,900"}, page="billing")
    drafts.release(window)  # it was typed once more, and saved
    kept.keep(DESK, drafts, SeatLoginEnded())
    kept.put_back(DESK, keeper(qtbot, office))
    assert office.drafts.kept == {}, "a second payment was offered"


@pytest.mark.parametrize("since", ["saved", "typed on"])
def test_what_was_gone_on_with_at_another_pc_is_not_put_back(
    qtbot: QtBot, office: Office, since: str
) -> None:
    here = keeper(qtbot, office, payment="9,900")
    here.keep_all()
    kept = KeptForms()
    kept.keep(DESK, here, SeatLoginEnded())
    office.drafts.kept = {} if since == "saved" else {"payment": "9,900 of two invoices"}
    office.drafts.names = {}
    office.drafts.moved = {"payment"}
    there = dict(office.drafts.kept)
    kept.put_back(DESK, keeper(qtbot, office))
    assert office.drafts.kept == there, "it would be booked twice, or what was typed since is lost"


def test_what_was_typed_after_the_last_storing_is_put_back(qtbot: QtBot, office: Office) -> None:
    typed, window = {"name": "早"}, QWidget()
    qtbot.addWidget(window)
    here = keeper(qtbot, office)
    here.register(window, "customer", "new", lambda: dict(typed), page="customers")
    here.keep_all()
    typed["name"] = "早川"
    kept = KeptForms()
    kept.keep(DESK, here, SeatLoginEnded())
    kept.put_back(DESK, keeper(qtbot, office))
    assert office.drafts.kept == {"customer": "早川"}


def test_what_is_still_kept_stays_when_another_login_ends(qtbot: QtBot, office: Office) -> None:
    kept = KeptForms()
    kept.keep(DESK, keeper(qtbot, office, customer="早川", call="午後"), SeatLoginEnded())
    kept.keep(DESK, keeper(qtbot, office, call="夕方"), SeatLoginEnded())
    kept.keep(OTHER, keeper(qtbot, office, OTHER), SeatLoginEnded())
    kept.put_back(OTHER, keeper(qtbot, office, OTHER))
    assert office.drafts.kept == {}
    again = keeper(qtbot, office)
    with pytest.raises(FormsNotPutBack):
        kept.put_back(DESK, again)
    assert office.drafts.kept == {"customer": "早川", "call": "夕方"}
    again.throw_away(OpenForm("call", "new", "calls", {}, name=office.drafts.names["call"]))
    wait_until(background.idle, PATIENCE_MS)
    kept.put_back(DESK, keeper(qtbot, office))
    assert office.drafts.kept == {"customer": "早川", "call": "午後"}, "what waited is lost"


def test_a_form_that_fails_costs_no_other_form_anything(
    qtbot: QtBot, office: Office, faults: list[type[BaseException]]
) -> None:
    def fail() -> dict[str, Any]:
        raise Fault

    drafts = keeper(qtbot, office, customer="早川")
    owner = QWidget()
    qtbot.addWidget(owner)
    drafts.register(owner, "broken", "new", fail, page="customers")
    drafts.stop()
    late = QWidget()
    qtbot.addWidget(late)
    drafts.register(late, "call", "new", lambda: {"name": "午後"}, page="calls")
    drafts.stop()
    kept = KeptForms()
    kept.keep(DESK, drafts, SeatLoginEnded())
    assert faults == [Fault]
    assert drafts.keep_all() == 2
    office.drafts.kept.clear()
    kept.put_back(DESK, keeper(qtbot, office))
    assert office.drafts.kept == {"customer": "早川", "call": "午後"}


@pytest.mark.parametrize(("now", "comes_back"), [((Role.DESK, Role.OWNER), True), ((Role.INSPECTOR,), False)])
def test_what_was_typed_with_a_role_that_is_gone_does_not_come_back(
    qtbot: QtBot, office: Office, now: tuple[Role, ...], comes_back: bool
) -> None:
    kept = KeptForms()
    kept.keep(DESK, keeper(qtbot, office, customer="早川"), SeatLoginEnded())
    again = replace(DESK, roles=frozenset(now))
    kept.put_back(again, keeper(qtbot, office, again))
    assert office.drafts.kept == ({"customer": "早川"} if comes_back else {})
    assert kept._forms == {}


def test_a_removed_pc_keeps_nothing(qtbot: QtBot, office: Office) -> None:
    kept = KeptForms()
    kept.keep(DESK, keeper(qtbot, office, customer="早川"), SeatLoginEnded())
    kept.keep(OTHER, keeper(qtbot, office, OTHER), SeatRevoked())
    kept.put_back(DESK, keeper(qtbot, office))
    assert office.drafts.kept == {}


def test_the_window_says_what_could_not_be_put_back(qtbot: QtBot, desk: FrontDesk) -> None:
    refusing = Office()
    kept = KeptForms()
    kept.keep(desk.actor, keeper(qtbot, refusing, desk.actor, customer="早川"), SeatLoginEnded())

    def full(*_args: object) -> None:
        raise DiskFull

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk.office.drafts, "keep", full)
        desk.window._put_back(kept)
    told = desk.dialog()
    assert "could not be put back yet: The disk is full." in texts_in(told)
    told.close()
    desk.calm()
    assert desk.window.drafts.left_open() == ()
    desk.window._put_back(kept)
    assert [one.form for one in desk.window.drafts.left_open()] == ["customer"]
