"""The safeguards page: an overview that leads into each section and is found again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.roles import Role
from hvacdesk.ui.pages import safeguards
from hvacdesk.ui.pages.safeguard_sections import SECTIONS, sections_for
from hvacdesk.ui.shell.page_registry import pages_for
from hvacdesk.ui.widgets.task_list import TaskRow
from tests.helpers.front_desk import FrontDesk, build_front_desk, open_window
from tests.helpers.real_office import RealOffice
from tests.helpers.secret_service import SecretService


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> RealOffice:
    return build_front_desk(tmp_path_factory.mktemp("office") / "office")


@pytest.fixture
def desk(real: RealOffice, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_window(real, qtbot, Role.OWNER) as opened:
        opened.go("safeguards")
        yield opened


def rows(desk: FrontDesk) -> list[str]:
    return [row.line.text for lines in desk.page.lists.values() for row in lines.rows]


def test_the_overview_names_every_section_that_the_roles_show(desk: FrontDesk) -> None:
    assert rows(desk) == [desk.window.context.words(entry.title) for entry in sections_for(desk.actor)]
    assert not desk.page.back_button.isVisible()


def test_each_section_opens_by_keyboard_and_leads_back_to_its_line(desk: FrontDesk) -> None:
    for number, entry in enumerate(sections_for(desk.actor)):
        row = [row for lines in desk.page.lists.values() for row in lines.rows][number]
        row.setFocus()
        desk.key(row, Qt.Key.Key_Return)
        assert desk.page.section is not None
        assert desk.page.accessibleName() == desk.window.context.words(entry.title)
        desk.click(desk.page.back_button)
        assert desk.page.section is None
        focused = desk.window.focusWidget()
        assert getattr(focused, "line", None) is not None
        assert focused.line.text == desk.window.context.words(entry.title)


def test_back_goes_one_step_and_the_navigation_to_the_top(desk: FrontDesk) -> None:
    incident = desk.office.incidents.start_drill(
        desk.actor, IncidentKind.LOST_PAPER, desk.window.context.words
    )
    navigation = desk.window.navigation._buttons["safeguards"]
    desk.go("safeguards", section="leaks", incident=incident)
    backs = [one for one in desk.page.findChildren(QPushButton) if one.isVisible() and _goes_back(one)]
    assert backs == [desk.page.back_button]
    desk.click(desk.page.back_button)
    assert desk.page.section is not None
    assert desk.page.section.list.isVisible()
    desk.click(desk.page.back_button)
    assert desk.page.section is None
    desk.go("safeguards", section="leaks", incident=incident)
    desk.click(navigation)
    assert desk.page.section is None
    assert rows(desk)


def _goes_back(one: QPushButton) -> bool:
    return any(word in one.text() for word in ("Back", "All incidents"))


def test_a_section_is_reached_from_elsewhere_with_what_it_shall_show(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.go("safeguards", section="ledger")
    ledger = desk.page.section
    opened: list[dict[str, object]] = []
    monkeypatch.setattr(ledger, "open", lambda **arguments: opened.append(arguments))
    desk.go("safeguards", section="ledger", certificate="D-1")
    assert opened == [{"certificate": "D-1"}]
    desk.go("today")
    desk.go("safeguards")
    assert desk.page.section is ledger


def test_what_waits_in_a_section_stands_beside_its_name(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = replace(SECTIONS[0], waiting=lambda _office, _actor: 3)
    monkeypatch.setattr(safeguards, "sections_for", lambda _actor: (first,))
    page = safeguards.SafeguardsPage(desk.window.context)
    page.setParent(desk.window)
    page.show()
    desk.calm()
    chips = [row.line.chip for row in page.findChildren(TaskRow) if row.isVisible()]
    assert [chip.text for chip in chips if chip] == ["3 waiting"]
    page.deleteLater()


def test_a_section_of_another_role_stays_closed(desk: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safeguards, "sections_for", lambda _actor: SECTIONS[:1])
    page = safeguards.SafeguardsPage(desk.window.context)
    page.setParent(desk.window)
    page.open(section=SECTIONS[1].name)
    assert page.section is None
    desk.calm()
    page.deleteLater()


def test_whoever_sees_a_section_sees_the_page(desk: FrontDesk) -> None:
    for role in Role:
        actor = replace(desk.actor, roles=frozenset({role}))
        shown = "safeguards" in {page.name for page in pages_for(actor)}
        assert shown == bool(sections_for(actor)), role


def test_a_copy_of_the_logs_state_is_saved_and_compared_from_the_page(
    desk: FrontDesk, tmp_path: Path
) -> None:
    desk.go("safeguards", section="audit")
    view = desk.page.section
    view.compare_with(str(tmp_path))
    desk.wait(lambda: view.chip.text == "No kept copy found")
    view.save_to(str(tmp_path))
    desk.wait(lambda: len(list(tmp_path.glob("hvacdesk-log-*-20[0-9][0-9]-[0-9][0-9]-*.txt"))) == 1)
    desk.click(view.compare_button)
    assert view.chooser.isVisible()
    view.chooser.fileSelected.emit(str(tmp_path))
    view.chooser.close()
    desk.wait(lambda: view.chip.text == "Agrees with kept copies")
    (file,) = tmp_path.glob("hvacdesk-log-*-20[0-9][0-9]-[0-9][0-9]-*.txt")
    file.write_text("", encoding="utf-8")
    view.compare_with(str(tmp_path))
    desk.wait(lambda: view.chip.text == "A kept copy cannot be used")


def test_an_inspector_compares_and_saves_nothing(real: RealOffice, qtbot: QtBot) -> None:
    with open_window(real, qtbot, Role.INSPECTOR) as opened:
        opened.go("safeguards", section="audit")
        assert opened.page.section.compare_button.isVisible()
        assert not opened.page.section.save_button.isVisible()
