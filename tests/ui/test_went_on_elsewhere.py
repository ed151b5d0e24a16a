"""Forms of every kind that were gone on with at another PC: they are saved here after a question alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.roles import Role
from hvacdesk.ui.drafts import DraftKeeper
from hvacdesk.ui.entry.login_dialogs import EnrolDialog
from hvacdesk.ui.jobs.event_form import EventForm
from hvacdesk.ui.pages.settings_office import OfficeTab
from hvacdesk.ui.papers.cabinets import CabinetsDialog
from hvacdesk.ui.papers.layout_tab import LayoutTab
from hvacdesk.ui.staff.accounts_tab import InviteDialog
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, open_desk, type_in
from tests.helpers.real_office import RealOffice
from tests.ui.jobs.test_event_drafts import jobs_today, opened

THERE = "5ea7000"


class Case(NamedTuple):
    """An open form into which something was typed.

    Attributes:
        save: presses its button.
        saved: what the office holds, to be compared.
    """

    form: QWidget
    save: Callable[[], object]
    saved: Callable[[], object]


@pytest.fixture
def owner(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as desk:
        yield desk


def counted(monkeypatch: pytest.MonkeyPatch, room: object, name: str, answer: object) -> Callable[[], int]:
    """How often something was asked for that would change the key file, which all these offices share."""
    asked: list[object] = []

    def ask(*what: object) -> object:
        asked.append(what)
        return answer

    monkeypatch.setattr(room, name, ask)
    return lambda: len(asked)


def invitation(owner: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> Case:
    made = counted(monkeypatch, owner.office.accounts, "invite", ("a" * 32, "one-time words"))
    form = InviteDialog(owner.window.context)
    form.open()
    owner.calm()
    type_in(form.name, "新田 六郎")
    return Case(form, form.invite, made)


def login_of_this_pc(owner: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> Case:
    made = counted(monkeypatch, owner.office.keys, "invite_login", "one-time words")
    form = EnrolDialog(owner.window.context)
    form.open()
    owner.calm()
    type_in(form.name, "夜間の当番")
    return Case(form, form.invite, made)


def cabinet(owner: FrontDesk, _patch: pytest.MonkeyPatch) -> Case:
    form = CabinetsDialog(owner.window.context)
    form.open()
    owner.calm()
    type_in(form.name, "第一書庫")
    return Case(form, form.save, lambda: len(owner.office.papers.cabinets.all(owner.actor)))


def papers(owner: FrontDesk, _patch: pytest.MonkeyPatch) -> Case:
    owner.go("settings", tab="layout_of_papers")
    form = owner.window.findChild(LayoutTab)
    assert form is not None
    type_in(form.footer, "毎度ありがとうございます")
    return Case(form, form.save, lambda: owner.office.layout.letterhead().layout.footer)


def facts(owner: FrontDesk, _patch: pytest.MonkeyPatch) -> Case:
    owner.go("settings", tab="office")
    form = owner.window.findChild(OfficeTab)
    assert form is not None
    type_in(form.form.address, "愛知県名古屋市中区二丁目")
    return Case(form, form.save, lambda: owner.office.facts().address)


def step(owner: FrontDesk, _patch: pytest.MonkeyPatch) -> Case:
    (job, *_more) = jobs_today(owner)
    opened(owner).move_to(JobState.ARRANGED)
    form = owner.dialog()
    assert isinstance(form, EventForm)
    form.number.setText("K-12")
    return Case(form, form._move_alone, lambda: owner.office.jobs.detail(owner.actor, job).row.state)


Making = Callable[[FrontDesk, pytest.MonkeyPatch], Case]


@pytest.mark.parametrize("told", [False, True], ids=["not told", "told"])
@pytest.mark.parametrize("case", [invitation, login_of_this_pc, cabinet, papers, facts, step])
def test_it_is_asked_before_the_same_is_saved_twice(
    owner: FrontDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, case: Making, told: bool
) -> None:
    drafts = owner.window.drafts
    form, save, saved = case(owner, monkeypatch)
    assert drafts.keep_all() == 1
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)
    there = DraftKeeper(owner.office, owner.actor, elsewhere, THERE)
    (left,) = there.left_open()
    moved = there.bring_here(left)
    assert moved is not None
    there.throw_away(moved)  # it was saved there
    if told:
        drafts._keep_changed()
        owner.calm()
    before = saved()
    save()
    owner.calm()
    assert "Save it here too?" in texts_in(owner.dialog())
    owner.press(owner.dialog(), "Back to the form")
    assert saved() == before
    save()
    owner.calm()
    owner.press(owner.dialog(), "Save it here")
    owner.wait(lambda: saved() != before)
    owner.calm()
    if isinstance(form, QDialog):
        QDialog.done(form, 0)
