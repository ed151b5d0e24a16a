"""A paper is printed at a seat while the office PC is away: its note waits, and is made once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hvacdesk.domain.errors import InvalidInput, LoginOver
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.printed_lists import PrintedList
from hvacdesk.domain.requests.purposes_notice import NoticeWay, first_texts
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.seats.calls import CALL, NoAnswer
from hvacdesk.seats.link import SeatLogin
from hvacdesk.seats.under_way import Watch
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.ui.kept_forms import KeptForms, PrintsNotNoted
from hvacdesk.ui.papers.list_print import print_list
from hvacdesk.ui.printing.notice import note_notice
from hvacdesk.ui.printing.noting import note_printed, unnoted
from hvacdesk.ui.printing.preview import PreviewDialog
from hvacdesk.ui.shell.draft_offer import NotesQuestion
from hvacdesk.ui.shell.main_window import MainWindow
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TANAKA, FrontDesk, open_desk
from tests.helpers.real_office import RealOffice
from tests.helpers.two_pcs import TwoPcs, press

TITLE = "Customers"


@pytest.fixture
def window(pcs: TwoPcs) -> MainWindow:
    pcs.join()
    pcs.log_in(pcs.seat, Role.OWNER)
    assert pcs.seat.window is not None
    return pcs.seat.window


def printed(pcs: TwoPcs) -> int:
    """How often the office's log says that the list was printed."""
    office, actor = pcs.real_owner()
    return len(AuditLog(office._workplace).entries(actor, action=Action.LIST_PRINTED))


def preview(pcs: TwoPcs, window: MainWindow) -> PreviewDialog:
    listing = PrintedList(
        table="customers",
        title=TITLE,
        titles=("Name",),
        shares=(1.0,),
        rows=(("田中",),),
        customers=(),
    )
    print_list(window.context, listing)
    return pcs.dialog(PreviewDialog)


def take(shown: PreviewDialog) -> None:
    """The printer took it."""
    shown.printed.emit("プリンター")
    shown.accept()


def test_its_note_waits_and_is_made_once_the_office_pc_is_back(pcs: TwoPcs, window: MainWindow) -> None:
    shown = preview(pcs, window)
    pcs.cut()
    take(shown)
    pcs.wait(lambda: f"“{TITLE}” was printed. The office PC does not answer" in texts_in(window))
    assert "changed nothing" not in texts_in(window)
    assert QApplication.activeModalWidget() is None
    assert unnoted(window.drafts.owed) == (TITLE,)
    assert printed(pcs) == 0
    pcs.mend()
    pcs.wait(lambda: not window.drafts.owed.wait)
    assert printed(pcs) == 1
    pcs.wait(lambda: "Sent to the printer." in texts_in(window))


def test_a_note_whose_answer_was_lost_is_not_made_twice(
    pcs: TwoPcs, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = preview(pcs, window)
    answered = SeatLogin.send

    def lost(login: SeatLogin, body: bytes, watch: Watch | None = None) -> bytes:
        answered(login, body, watch)
        raise NoAnswer

    with monkeypatch.context() as patched:
        patched.setattr(SeatLogin, "send", lost)
        take(shown)
        pcs.wait(lambda: "was printed. The office PC does not answer" in texts_in(window))
    pcs.wait(lambda: not window.drafts.owed.wait)
    assert printed(pcs) == 1
    pcs.wait(lambda: "Sent to the printer." in texts_in(window))


def test_a_note_in_two_registers_is_made_in_both_though_the_line_dropped_between(
    pcs: TwoPcs, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    ctx, made, told = window.context, list[str](), list[object]()
    answered = SeatLogin.send

    def second_dropped(login: SeatLogin, body: bytes, watch: Watch | None = None) -> bytes:
        if CALL.unpack(body).door == "work_orders.not_printed":
            raise NoAnswer
        return answered(login, body, watch)

    def note(name: str, call: Callable[[], object]) -> Callable[[], None]:
        def work() -> None:
            call()
            made.append(name)

        return work

    first = note("papers", lambda: ctx.office.papers.not_printed(ctx.actor, ()))
    also = note("copies", lambda: ctx.office.work_orders.not_printed(ctx.actor, ()))
    with monkeypatch.context() as patched:
        patched.setattr(SeatLogin, "send", second_dropped)
        note_printed(ctx, TITLE, first, told.append, also=also)
        pcs.wait(lambda: "The office PC does not answer" in texts_in(window))
        assert made == ["papers"]
    pcs.wait(lambda: not window.drafts.owed.wait)
    pcs.wait(lambda: len(told) == 1)
    assert made == ["papers", "copies"]


def test_a_printed_notice_counts_as_given_once_the_office_pc_is_back(pcs: TwoPcs, window: MainWindow) -> None:
    office, owner = pcs.real_owner()
    office.notices.write(owner, first_texts(english), shown=0)
    customer = office.customers.search(owner, TANAKA.phones[0].number).rows[0].customer
    told = list[object]()
    pcs.cut()
    note_notice(window.context, customer, 1, told.append)
    pcs.wait(lambda: "“Purposes notice” was printed. The office PC does not answer" in texts_in(window))
    assert QApplication.activeModalWidget() is None
    assert office.notices.given(owner, customer) == ()
    pcs.mend()
    pcs.wait(lambda: told)
    (given,) = office.notices.given(owner, customer)
    assert (given.version, given.way) == (1, NoticeWay.PAPER)
    pcs.cut()
    note_notice(window.context, customer, 1, told.append, given=False)
    pcs.wait(lambda: "what became of “Purposes notice” waits here" in texts_in(window))
    pcs.mend()
    pcs.wait(lambda: office.notices.given(owner, customer) == ())


def test_who_leaves_before_is_asked(pcs: TwoPcs, window: MainWindow) -> None:
    shown = preview(pcs, window)
    pcs.cut()
    take(shown)
    pcs.wait(lambda: "was printed. The office PC does not answer" in texts_in(window))
    window.close()
    asked = pcs.dialog(NotesQuestion)
    assert TITLE in texts_in(asked)
    press(asked, "Stay")
    assert window.isVisible()
    pcs.mend()
    pcs.wait(lambda: not window.drafts.owed.wait)
    window.close()
    pcs.wait(lambda: pcs.seat.window is None or not pcs.seat.window.isVisible())
    assert printed(pcs) == 1


def test_who_leaves_all_the_same_leaves(pcs: TwoPcs, window: MainWindow) -> None:
    shown = preview(pcs, window)
    pcs.cut()
    take(shown)
    pcs.wait(lambda: "was printed. The office PC does not answer" in texts_in(window))
    window.close()
    press(pcs.dialog(NotesQuestion), "Leave without a note")
    pcs.wait(lambda: pcs.seat.window is None or not pcs.seat.window.isVisible())


@pytest.fixture
def desk(template: RealOffice, tmp_path_factory: pytest.TempPathFactory, qtbot: QtBot) -> object:
    with open_desk(template, tmp_path_factory.mktemp("desk") / "office", qtbot) as one:
        yield one


def failing(error: Exception) -> Callable[[], object]:
    def note() -> object:
        raise error

    return note


def test_a_refused_note_says_that_the_paper_is_printed(desk: FrontDesk) -> None:
    note_printed(desk.window.context, TITLE, failing(InvalidInput("name")))
    told = desk.dialog()
    assert "It was printed, but that could not be noted" in texts_in(told)
    desk.calm()
    assert unnoted(desk.window.drafts.owed) == ()
    told.close()


def test_notes_that_waited_are_made_in_their_order(desk: FrontDesk) -> None:
    owed, made, away = desk.window.drafts.owed, list[str](), [True]

    def note(name: str) -> Callable[[], None]:
        def work() -> None:
            if away:
                raise NoAnswer
            made.append(name)

        return work

    for name in ("first", "second", "third"):
        note_printed(desk.window.context, name, note(name))
        owed.again()
    owed.soon(note("a draft"))
    desk.calm()
    assert unnoted(owed) == ("first", "second", "third")
    away.clear()
    note_printed(desk.window.context, "fourth", note("fourth"))
    desk.wait(lambda: unnoted(owed) == ())
    assert [one for one in made if one != "a draft"] == ["first", "second", "third", "fourth"]
    owed.again()
    assert sorted(made) == ["a draft", "first", "fourth", "second", "third"]
    assert owed.wait == []


def test_what_waited_when_the_login_ended_is_told_at_the_next_one(desk: FrontDesk) -> None:
    kept, drafts = KeptForms(), desk.window.drafts
    note_printed(desk.window.context, TITLE, failing(NoAnswer()))
    desk.wait(lambda: unnoted(drafts.owed))
    desk.calm()
    kept.keep(desk.actor, drafts, LoginOver())
    drafts.owed.wait.clear()
    with pytest.raises(PrintsNotNoted) as told:
        kept.put_back(desk.actor, drafts)
    assert TITLE in str(told.value)
    kept.put_back(desk.actor, drafts)
