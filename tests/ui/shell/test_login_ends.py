"""A login that somebody else ends: the window goes at once, and its end is said once, whatever is open."""

from __future__ import annotations

from collections.abc import Callable
from threading import current_thread, main_thread

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hvacdesk.app import Desk
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.seats.seats import SeatState
from hvacdesk.seats.calls import NotReached
from hvacdesk.seats.link import SeatLogin
from hvacdesk.seats.seat_entry import SeatEntry
from hvacdesk.services.open_office import Office
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.pin_view import PinView
from hvacdesk.ui.entry.seat_away import SeatAwayView
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.errors import ErrorDialog
from tests.helpers.desk_office import seen, shown, texts_in
from tests.helpers.one_time import reset as reset_passphrase
from tests.helpers.real_office import NAMES, passphrase_of
from tests.helpers.two_pcs import TwoPcs

TYPED = "早川"
ASKED = "早川様の入力を破棄しますか"
Act = Callable[[Office, Actor, str], object]


def take_role(office: Office, owner: Actor, account: str) -> None:
    shown_roles = {Role.DESK, Role.ACCOUNTING}
    office.accounts.change_roles(owner, account, {Role.TECHNICIAN}, shown=shown_roles)


def give_role(office: Office, owner: Actor, account: str) -> None:
    shown_roles = {Role.DESK, Role.ACCOUNTING}
    office.accounts.change_roles(owner, account, {*shown_roles, Role.TECHNICIAN}, shown=shown_roles)


def remove(office: Office, owner: Actor, account: str) -> None:
    office.accounts.remove(owner, account)


def reset(office: Office, owner: Actor, account: str) -> None:
    reset_passphrase(office, owner, account)


WENT, STAYS = "What you were typing was thrown away", "until you log in again"
ENDS = {
    "role taken": (take_role, "took a role away from you", WENT),
    "role given": (give_role, "changed", STAYS),
    "passphrase reset": (reset, "changed", STAYS),
    "account removed": (remove, "your account was removed", "What was being typed was thrown away"),
}


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The errors for which a box was opened."""
    opened: list[str] = []
    open_dialog = ErrorDialog.open

    def note(dialog: ErrorDialog) -> None:
        opened.append(type(dialog.error).__name__)
        open_dialog(dialog)

    monkeypatch.setattr(ErrorDialog, "open", note)
    return opened


ON_ITS_WAY = (["AnswerLost"], ["NothingShown"])
"""What a call is told that was on its way from a seat at that very moment; its box goes with the window."""


def half_type(pcs: TwoPcs, desk: Desk) -> None:
    """A form half typed, a question upon it, and what goes by timers under way."""
    window = desk.window
    assert window is not None
    window.navigate("customers", new="yes")
    form = pcs.dialog(CustomerForm)
    form.name.parts["family"].setText(TYPED)
    question = Dialog(ASKED, form)
    question.add_text(ASKED)
    question.open()
    window.drafts._keep_changed()
    assert TYPED in everything_seen()


def ask_just_then(desk: Desk) -> None:
    """What the window asks before it hears of the end: by a timer, a page, and a button that reports it."""
    window = desk.window
    assert window is not None
    window.drafts._keep_changed()
    window.page.refresh()
    with pytest.raises(UserFacingError) as met:
        window.context.office.customers.search(window.context.actor, TYPED)
    window.report_error(met.value)


def everything_seen() -> str:
    return "\n".join(texts_in(one) for one in QApplication.topLevelWidgets() if one.isVisible())


def boxes() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def accounting_too(pcs: TwoPcs) -> str:
    """Let the desk keep the books, too."""
    office, owner = pcs.real_owner()
    account = pcs.real.accounts[NAMES[Role.DESK]]
    office.accounts.change_roles(owner, account, {Role.DESK, Role.ACCOUNTING}, shown={Role.DESK})
    return account


def assert_over(pcs: TwoPcs, desk: Desk, told: list[str], *said: str) -> None:
    view = seen(pcs.qtbot, desk, LoginView)
    assert desk.window is None
    for text in said:
        assert texts_in(view).count(text) >= 1, (text, texts_in(view))
    pcs.calm()
    pcs.qtbot.wait(600)
    assert told in ([], *ON_ITS_WAY)
    assert boxes() == []
    assert TYPED not in everything_seen()


@pytest.mark.parametrize("ending", ENDS)
def test_at_the_office_pc(pcs: TwoPcs, told: list[str], ending: str) -> None:
    """Somebody responsible at another PC does it: there it is a further login in this program's office."""
    act, why, typed = ENDS[ending]
    account = accounting_too(pcs)
    pcs.office.window.switch_user()  # type: ignore[union-attr]
    owners = pcs.office.entry.login(pcs.real.accounts[NAMES[Role.OWNER]], passphrase_of(NAMES[Role.OWNER]))
    pcs.log_in(pcs.office, Role.DESK)
    half_type(pcs, pcs.office)
    act(*owners, account)
    ask_just_then(pcs.office)
    assert_over(pcs, pcs.office, told, why, typed)
    assert (pcs.office._kept._forms != {}) == (typed == STAYS)
    owners[0].leave(owners[1])


@pytest.mark.parametrize("ending", ["role taken", "passphrase reset"])
def test_at_a_seat(pcs: TwoPcs, told: list[str], ending: str) -> None:
    act, why, typed = ENDS[ending]
    account = accounting_too(pcs)
    pcs.join()
    pcs.log_in(pcs.seat, Role.DESK)
    half_type(pcs, pcs.seat)
    act(*pcs.real_owner(), account)
    ask_just_then(pcs.seat)
    assert_over(pcs, pcs.seat, told, why, typed)
    assert (pcs.seat._kept._forms != {}) == (typed == STAYS)


def test_at_a_seat_that_is_stopped(pcs: TwoPcs, told: list[str]) -> None:
    pcs.join()
    pcs.log_in(pcs.seat, Role.DESK)
    half_type(pcs, pcs.seat)
    pcs.set_state(SeatState.REVOKED)
    if pcs.seat.window is not None:
        pcs.seat.window.page.refresh()
    seen(pcs.qtbot, pcs.seat, SeatAwayView)
    pcs.calm()
    assert told == []
    assert TYPED not in everything_seen()


def test_between_passphrase_and_desk(pcs: TwoPcs, told: list[str]) -> None:
    account = accounting_too(pcs)
    pcs.office.window.switch_user()  # type: ignore[union-attr]
    owners = pcs.office.entry.login(pcs.real.accounts[NAMES[Role.OWNER]], passphrase_of(NAMES[Role.OWNER]))
    view = seen(pcs.qtbot, pcs.office, LoginView)
    view.choose(account)
    view.passphrase.set_text(passphrase_of(NAMES[Role.DESK]))
    view.log_in()
    pcs.wait(lambda: isinstance(shown(pcs.office), PinView))
    take_role(*owners, account)
    assert_over(pcs, pcs.office, told, "took a role away from you")
    owners[0].leave(owners[1])


@pytest.mark.parametrize("lost", ["accounts.has_pin", "facts"])
def test_an_office_pc_that_goes_away_between_login_and_pin_is_said_to_be_away(
    pcs: TwoPcs, told: list[str], monkeypatch: pytest.MonkeyPatch, lost: str
) -> None:
    """It is no fault of the program, of which a report would be offered."""
    pcs.join()
    entered = SeatEntry.login
    threads = []

    def lose(*_asked: object) -> None:
        threads.append(current_thread())
        raise NotReached

    def enter(self: SeatEntry, account: str, passphrase: str) -> tuple[Office, Actor]:
        office, actor = entered(self, account, passphrase)
        way, _dot, last = lost.rpartition(".")
        vars(getattr(office, way) if way else office)[last] = lose
        return office, actor

    monkeypatch.setattr(SeatEntry, "login", enter)
    view = seen(pcs.qtbot, pcs.seat, LoginView)
    view.choose(pcs.real.accounts[NAMES[Role.DESK]])
    view.passphrase.set_text(passphrase_of(NAMES[Role.DESK]))
    view.log_in()
    seen(pcs.qtbot, pcs.seat, SeatAwayView)
    assert threads, "it was asked"
    assert main_thread() not in threads
    assert told == []
    assert pcs.seat.window is None


def test_an_office_pc_that_goes_away_as_the_desk_opens_is_told_there(
    pcs: TwoPcs, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the window is built from was asked before, so that it opens and says who does not answer."""
    pcs.join()
    entered = Desk._enter

    def enter(self: Desk, office: Office, actor: Actor) -> None:
        with monkeypatch.context() as away:
            if self is pcs.seat:
                away.setattr(SeatLogin, "is_away", property(lambda _login: True))
                away.setattr(SeatLogin, "send", nobody_answers)
            entered(self, office, actor)

    monkeypatch.setattr(Desk, "_enter", enter)
    pcs.log_in(pcs.seat, Role.DESK)
    assert pcs.seat.window is not None
    assert pcs.seat.window.isVisible()
    assert set(told) <= {"NotReached"}, "by what the desk asks from then on; it is no fault of the program"


def nobody_answers(*_asked: object) -> bytes:
    raise NotReached
