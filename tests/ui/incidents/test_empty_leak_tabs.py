"""The leak desk's lists say what comes there while there is nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.incidents.incidents import Measure
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.roles import Role
from hvacdesk.ui.incidents.people_tab import PeopleTab
from hvacdesk.ui.incidents.prevention_tab import PreventionTab
from hvacdesk.ui.incidents.tab import IncidentTab
from hvacdesk.ui.incidents.timeline_tab import TimelineTab
from hvacdesk.ui.widgets.empty_state import EmptyState
from tests.helpers.front_desk import FrontDesk, open_desk
from tests.helpers.real_office import RealOffice


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as opened:
        yield opened


@pytest.mark.parametrize("kind", [PeopleTab, PreventionTab, TimelineTab])
def test_an_empty_list_says_what_comes_there(desk: FrontDesk, kind: type[IncidentTab]) -> None:
    incidents, words = desk.office.incidents, desk.window.context.words
    drill = incidents.start_drill(desk.actor, IncidentKind.STOLEN_PC, words)
    incident = incidents.get(desk.actor, drill)
    tab = kind(desk.window.context)
    tab.setParent(desk.window)
    tab.show()
    tab.show_incident(replace(incident, customers=(), measures=(), events=()))
    hint = tab.findChild(EmptyState)
    assert hint is not None
    assert hint.isVisible()
    table = tab.table  # type: ignore[attr-defined]
    assert not table.isVisible()
    tab.show_incident(incident)
    assert table.isVisible() is bool(table.rows())
    assert hint.isVisible() is not table.isVisible()


def test_the_list_of_another_incident_begins_with_its_first_line(desk: FrontDesk) -> None:
    """Nothing was chosen then: the one that was chosen before is not there."""
    incidents, words = desk.office.incidents, desk.window.context.words
    one = incidents.get(desk.actor, incidents.start_drill(desk.actor, IncidentKind.STOLEN_PC, words))
    other = replace(one, incident="another")
    tab = PreventionTab(desk.window.context)
    tab.setParent(desk.window)
    tab.show()
    first, second, third = (
        Measure(record, f"対策 {record}", desk.actor.account, "2026-12-01") for record in ("m1", "m2", "m3")
    )
    tab.show_incident(replace(one, measures=(first, second)))
    tab.table.select(lambda row: row is second)
    tab.show_incident(replace(one, measures=(first,)))
    assert tab.table.current() is None, "the next click is not about another one"
    tab.show_incident(replace(other, measures=(third,)))
    assert tab.table.current() is third
