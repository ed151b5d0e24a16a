"""Settings of papers and of the office at a seat: what another PC saves, and saves whose answers fail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from hvacdesk.domain.roles import Role
from hvacdesk.services.papers.layout import FactsTyped
from hvacdesk.ui.papers.layout_tab import LayoutTab
from tests.helpers.cut_line import Line
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, open_desk
from tests.helpers.real_office import RealOffice


@pytest.fixture
def line() -> Line:
    return Line(remembers=True)


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot, line: Line) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER, line) as opened:
        opened.go("settings", tab="layout_of_papers")
        yield opened


def tab_of(desk: FrontDesk) -> LayoutTab:
    found = desk.page.layout_of_papers
    assert isinstance(found, LayoutTab)
    return found


def saved_elsewhere(desk: FrontDesk, footer: str) -> None:
    layout = desk.office.layout.letterhead().layout
    desk.office.layout.change(desk.actor, replace(layout, footer=footer), layout)


def footer(desk: FrontDesk) -> str:
    return desk.office.layout.letterhead().layout.footer


def save(desk: FrontDesk) -> None:
    tab_of(desk).save()
    desk.calm()


def refresh(desk: FrontDesk) -> None:
    tab_of(desk).refresh()
    desk.calm()


def test_what_another_pc_saves_is_shown_and_what_is_typed_stays(desk: FrontDesk) -> None:
    tab = tab_of(desk)
    tab.facts["fax"].setText("052-111-3333")
    saved_elsewhere(desk, "ほかのパソコン")
    refresh(desk)
    assert tab.footer.text() == "ほかのパソコン"
    assert tab.facts["fax"].text() == "052-111-3333"
    save(desk)
    assert footer(desk) == "ほかのパソコン"
    assert desk.office.facts().fax == "052-111-3333"


def test_what_two_type_into_one_field_is_said_and_saved_only_then(desk: FrontDesk) -> None:
    tab = tab_of(desk)
    tab.footer.setText("ここ")
    saved_elsewhere(desk, "ほかのパソコン")
    refresh(desk)
    assert tab.footer.text() == "ここ"
    save(desk)
    assert "was changed after you opened it" in texts_in(desk.dialog())
    desk.dialog().close()
    desk.calm()
    assert footer(desk) == "ほかのパソコン"
    assert "“ほかのパソコン” was saved here meanwhile" in texts_in(tab)
    save(desk)
    assert footer(desk) == "ここ"


def test_what_is_typed_after_a_save_is_kept_though_nothing_can_be_read_again(
    desk: FrontDesk, line: Line
) -> None:
    tab = tab_of(desk)
    tab.footer.setText("一行目")
    line.cut.add("layout.letterhead")
    save(desk)
    assert "only asked to be shown, and changed nothing" in texts_in(desk.dialog())
    desk.dialog().close()
    assert QApplication.activeModalWidget() is None
    assert tab.draft.kept
    tab.facts["fax"].setText("052-111-2222")
    line.cut.clear()
    refresh(desk)
    assert tab.facts["fax"].text() == "052-111-2222"
    assert tab.footer.text() == "一行目"
    save(desk)
    assert desk.office.facts().fax == "052-111-2222"


def test_what_was_saved_without_an_answer_is_corrected_and_saved_again(desk: FrontDesk, line: Line) -> None:
    tab = tab_of(desk)
    tab.footer.setText("一行目")
    line.lost.add("layout.change")
    save(desk)
    desk.dialog().close()
    line.lost.clear()
    tab.footer.setText("二行目")
    save(desk)
    desk.press(desk.dialog(), "Save it again")
    desk.wait(lambda: footer(desk) == "二行目")
    desk.calm()
    assert QApplication.activeModalWidget() is None


def test_the_offices_facts_are_shown_as_saved_though_the_line_dropped(desk: FrontDesk, line: Line) -> None:
    desk.go("settings", tab="office")
    tab = desk.page.tabs.content("office")
    phone = tab.form.fields["phone"].control
    assert isinstance(phone, QLineEdit)
    phone.setText("052-999-9999")
    line.after = lambda door: line.cut.update({"facts"} if door == "settings.change_facts" else ())
    tab.save()
    desk.wait(lambda: "facts were saved" in texts_in(desk.window))
    desk.calm()
    assert tab._typed() is None, "what is saved is not half typed"
    assert desk.office.facts().phone == "052-999-9999"
    assert phone.text() == "052-999-9999"


def test_what_two_type_into_several_fields_stays_typed_and_can_be_typed_on(desk: FrontDesk) -> None:
    tab = tab_of(desk)
    tab.footer.setText("ここ")
    tab.facts["fax"].setText("052-111-3333")
    tab.facts["email"].setText("here@yanagawa.example")
    known = desk.office.layout.letterhead()
    desk.office.layout.change(
        desk.actor,
        replace(known.layout, footer="ほかのパソコン"),
        known.layout,
        FactsTyped(replace(known.facts, fax="052-222-4444"), known.facts),
    )
    save(desk)
    desk.dialog().close()
    desk.calm()
    assert tab.form.isEnabled()
    assert tab.save_button.isEnabled()
    assert [tab.footer.text(), tab.facts["fax"].text()] == ["ここ", "052-111-3333"]
    told = texts_in(tab)
    assert "“ほかのパソコン” was saved here meanwhile" in told
    assert "“052-222-4444” was saved here meanwhile" in told
    desk.qtbot.keyClicks(tab.footer, "x")
    assert tab.footer.text() == "ここx"
    save(desk)
    assert footer(desk) == "ここx"
    assert desk.office.facts().fax == "052-111-3333"
    assert desk.office.facts().email == "here@yanagawa.example"
