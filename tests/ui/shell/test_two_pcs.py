"""Two PCs of one office at work: joined, added on one and seen on the other, stopped, lost and found."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.office.self_check import OF_A_SEAT
from hvacdesk.domain.roles import Role
from hvacdesk.domain.seats.seats import Pause, SeatState
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.entry.flow import EntryFlow
from hvacdesk.ui.entry.join_office import CompareView, JoinView
from hvacdesk.ui.entry.let_join import LetJoinDialog
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.seat_away import SeatAwayView
from hvacdesk.ui.entry.seat_dialogs import OfficePcPlaceDialog, SuspendSeatDialog, SwitchOffDialog
from hvacdesk.ui.entry.seat_flow import SeatFlow
from hvacdesk.ui.entry.seats_tab import SeatsTab
from hvacdesk.ui.entry.setup_wizard import SetupWizard
from hvacdesk.ui.office.self_check_dialog import SelfCheckDialog
from hvacdesk.ui.shell.runs_on_dialog import RunsOnDialog
from hvacdesk.ui.shell.seat_banner import SeatBanner
from tests.helpers.connection_parts import OF_THE_CONNECTION
from tests.helpers.desk_office import seen, texts_in
from tests.helpers.fitting import cut
from tests.helpers.free_port import free_port
from tests.helpers.front_desk import SECRETS, TANAKA
from tests.helpers.left_typed import left_typed
from tests.helpers.people import customer
from tests.helpers.real_office import NAMES, passphrase_of
from tests.helpers.two_pcs import LOOPBACK, TwoPcs, press


def banner(pcs: TwoPcs) -> str:
    assert pcs.seat.window is not None
    found = pcs.seat.window.findChildren(SeatBanner)
    return found[-1].text if found else ""


def files_of(folder: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("days", [-20, 0])
def test_a_seat_whose_clock_is_wrong_works_by_the_office_pcs_and_is_told_once(pcs: TwoPcs, days: int) -> None:
    pcs.join()
    assert pcs.seat._life is not None
    pcs.seat._life.entry._clock = lambda: pcs.real_owner()[0].clock() + timedelta(days=days)
    pcs.seat._life.entry.close()
    pcs.log_in(pcs.seat, Role.DESK)
    window = pcs.seat.window
    assert window is not None
    told = QApplication.activeModalWidget()
    assert (told is not None and "This PC's clock says 20" in texts_in(told)) == bool(days)
    if told is not None:
        press(told, "Close")
    owner = pcs.office.window
    assert owner is not None
    assert window.context.office.today() == owner.context.office.today()
    day = next(one for one in texts_in(owner).split("\n") if one.startswith("Today"))
    assert day in texts_in(window)


def test_two_pcs_work_in_one_office(pcs: TwoPcs, tmp_path: Path) -> None:
    pcs.join()
    assert pcs.seat.flow is not None
    assert pcs.seat.flow.window.windowTitle() == "受付の席 – 試験空調 – hvacdesk"
    pcs.log_in(pcs.seat, Role.DESK)
    window = pcs.seat.window
    assert window is not None
    assert pcs.office.window is not None
    titles = [one.windowTitle() for one in (window, pcs.office.window)]
    assert titles == ["受付の席 – 試験空調 – hvacdesk", "試験空調 – hvacdesk"]
    lines = [one.text() for one in window.navigation.findChildren(QLabel) if one.isVisible()]
    assert lines[1:3] == ["試験空調", "At a seat"], (
        "each on a line of its own, so that neither breaks the other"
    )
    assert cut(window.navigation) == []

    # Added at the seat, found at the office PC, which nobody asked to read again.
    owner = pcs.office.window
    assert owner is not None
    owner.navigate("customers")
    pcs.calm()
    before = len(owner.page.table.rows())
    seat_office = window.context.office
    seat_office.customers.add(window.context.actor, customer())
    pcs.wait(lambda: len(owner.page.table.rows()) == before + 1)

    # And the other way round.
    window.navigate("customers")
    pcs.calm()
    here = len(window.page.table.rows())
    owner.context.office.customers.add(owner.context.actor, replace(TANAKA, name=PersonName("早川", "進")))
    pcs.wait(lambda: len(window.page.table.rows()) == here + 1)

    found = seat_office.customers.search(window.context.actor, TANAKA.phones[0].number)
    window.navigate("customers", customer=found.rows[0].customer)
    pcs.calm()
    assert [secret for secret in SECRETS if secret in texts_in(window)] == []

    # Nobody's data is on the seat's disk, while somebody works there and afterwards.
    kept = files_of(tmp_path / "seat")
    window.close()
    pcs.wait(lambda: pcs.seat.window is None)
    kept += files_of(tmp_path / "seat")
    for secret in (*SECRETS, "柳川", "早川", "田中", "鈴木", "青葉商店"):
        assert secret.encode() not in kept


def test_a_pc_that_was_refused_at_the_office_pc_says_so(pcs: TwoPcs) -> None:
    press(pcs.switch_on(), "Let another PC join")
    dialog = pcs.dialog(LetJoinDialog)
    pcs.wait(lambda: dialog.code)
    seen(pcs.qtbot, pcs.seat, SetupWizard).join_wanted.emit()
    typing = seen(pcs.qtbot, pcs.seat, JoinView)
    typing.code.setText(dialog.code)
    typing.go()
    seen(pcs.qtbot, pcs.seat, CompareView)
    pcs.wait(lambda: dialog.words is not None)
    press(dialog, "They differ: refuse")
    told = seen(pcs.qtbot, pcs.seat, JoinView)
    assert "this PC was refused" in texts_in(told)
    assert "counts wrong ones" not in texts_in(told)


def test_a_removed_seat_is_at_its_login_window_at_once_and_can_join_anew(pcs: TwoPcs) -> None:
    pcs.join()
    pcs.log_in(pcs.seat, Role.DESK)
    tab = pcs.seats_tab()
    assert [line.name for line in tab.seats.lines] == ["受付の席"]
    assert "is logged in" in texts_in(tab)
    press(tab, "Remove 受付の席")
    from hvacdesk.ui.entry.seat_dialogs import RemoveSeatDialog

    question = pcs.dialog(RemoveSeatDialog)
    assert f"Logged in there now: {NAMES[Role.DESK]}." in texts_in(question)
    assert "kept in the memory of their PC" not in texts_in(question)
    assert "Only what was typed in the last moment is lost" in texts_in(question)
    assert "from that PC" in texts_in(question)
    assert "this PC" not in texts_in(question), "which is the office PC"
    assert pcs.seat.window is not None
    pcs.seat.window.navigate("customers", new="yes")
    pcs.dialog(CustomerForm).name.parts["family"].setText("早川")
    pcs.seat.window.drafts._keep_changed()  # as its timer does each few seconds
    pcs.calm()
    press(question, "Remove")
    away = seen(pcs.qtbot, pcs.seat, SeatAwayView)
    assert "removed from the office's seats" in texts_in(away)
    assert "are offered to you at your next login at another PC" in texts_in(away)
    assert pcs.seat._kept._forms == {}
    pcs.calm()
    assert pcs.seats_tab().seats.lines == ()
    press(away, "Let this PC join anew")
    press(QApplication.activeModalWidget(), "Forget the connection")
    typing = seen(pcs.qtbot, pcs.seat, JoinView)
    pcs.wait(typing.code.hasFocus)
    assert not pcs.seat.entry.is_seat

    # What that PC said is true.
    assert pcs.office.window is not None
    pcs.office.window.switch_user()
    pcs.log_in(pcs.office, Role.DESK)
    assert pcs.office.window is not None
    pcs.calm()
    press(pcs.office.window, "Go on")
    family = pcs.dialog(CustomerForm).name.parts["family"]
    pcs.wait(lambda: family.text() == "早川")
    (left,) = pcs.office.window.drafts.left_open()
    assert left.seat == ""


def test_what_was_kept_is_dropped_where_the_login_page_hears_of_the_removal(pcs: TwoPcs) -> None:
    pcs.join()
    pcs.log_in(pcs.seat, Role.DESK)
    assert pcs.seat.window is not None
    pcs.seat.window.navigate("customers", new="yes")
    pcs.dialog(CustomerForm).name.parts["family"].setText("早川")
    pcs.set_state(SeatState.LOCKED)
    seen(pcs.qtbot, pcs.seat, SeatAwayView)
    pcs.calm()
    assert pcs.seat._kept._forms
    pcs.set_state(SeatState.REVOKED)
    pcs.wait(lambda: pcs.seat._kept._forms == {})


def chip(tab: SeatsTab) -> str:
    (line,) = tab.seats.lines
    assert line.chip is not None
    return line.chip.text


def test_the_list_of_seats_follows_by_itself(pcs: TwoPcs) -> None:
    pcs.join()
    tab = pcs.seats_tab()
    assert chip(tab) == "May work"
    pcs.log_in(pcs.seat, Role.DESK)
    pcs.wait(lambda: chip(tab) == f"{NAMES[Role.DESK]} is logged in")
    window = pcs.seat.window
    assert window is not None
    window.switch_wanted.emit()
    pcs.wait(lambda: chip(tab) == "May work")
    pcs.set_state(SeatState.LOCKED)
    pcs.wait(lambda: chip(tab) == "Suspended")


def test_a_list_that_is_as_it_was_is_not_built_anew(pcs: TwoPcs) -> None:
    pcs.join()
    tab = pcs.seats_tab()
    shown_lines = tab.seats.lines
    tab.follow()
    pcs.calm()
    assert tab.seats.lines is shown_lines


def test_a_suspended_seat_works_again_once_that_is_lifted_and_gives_back_what_was_typed(pcs: TwoPcs) -> None:
    pcs.join()
    pcs.log_in(pcs.seat, Role.DESK)
    assert pcs.seat.window is not None
    pcs.seat.window.navigate("customers", new="yes")
    pcs.dialog(CustomerForm).name.parts["family"].setText("早川")
    tab = pcs.seats_tab()
    press(tab, "Suspend 受付の席")
    question = pcs.dialog(SuspendSeatDialog)
    assert f"Logged in there now: {NAMES[Role.DESK]}." in texts_in(question)
    press(question, "Suspend")
    away = seen(pcs.qtbot, pcs.seat, SeatAwayView)
    assert "suspended as a seat" in texts_in(away)
    assert "What you were typing is kept" in texts_in(away)
    pcs.wait(lambda: chip(tab) == "Suspended")
    press(pcs.seats_tab(), "Lift the suspension of 受付の席")
    view = seen(pcs.qtbot, pcs.seat, LoginView)
    pcs.calm()
    assert "suspended" not in texts_in(view)
    assert "for a while nobody could work at this PC" in texts_in(view)
    pcs.log_in(pcs.seat, Role.DESK)
    assert pcs.seat.window is not None
    assert [one.form for one in pcs.seat.window.drafts.left_open()] == ["customer"]


def test_what_one_person_typed_waits_while_another_logs_in_and_out(pcs: TwoPcs) -> None:
    pcs.join()
    pcs.log_in(pcs.seat, Role.DESK)
    for who, typed in ((Role.DESK, "早川"), (Role.TECHNICIAN, "")):
        if pcs.seat.window is None:
            pcs.log_in(pcs.seat, who)
        assert pcs.seat.window is not None
        if typed:
            pcs.seat.window.navigate("customers", new="yes")
            pcs.dialog(CustomerForm).name.parts["family"].setText(typed)
        pcs.set_state(SeatState.LOCKED)
        seen(pcs.qtbot, pcs.seat, SeatAwayView)
        pcs.set_state(SeatState.ACTIVE)
        seen(pcs.qtbot, pcs.seat, LoginView)
    pcs.log_in(pcs.seat, Role.TECHNICIAN)
    assert pcs.seat.window is not None
    assert pcs.seat.window.drafts.left_open() == ()
    pcs.seat.window.switch_user()
    pcs.log_in(pcs.seat, Role.DESK)
    assert pcs.seat.window is not None
    (form,) = pcs.seat.window.drafts.left_open()
    typed = left_typed(pcs.seat.window.drafts, form.form, form.key)
    assert "早川" in str(typed)
    assert pcs.seat._kept._forms == {}


def test_a_seat_where_nobody_works_is_suspended_at_once(pcs: TwoPcs) -> None:
    pcs.join()
    tab = pcs.seats_tab()
    press(tab, "Suspend 受付の席")
    pcs.wait(lambda: chip(tab) == "Suspended")
    focused = tab.window().focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Lift the suspension of 受付の席", "and not what removes it"


def test_it_is_asked_before_switching_off_logs_somebody_out(pcs: TwoPcs) -> None:
    pcs.join()
    pcs.log_in(pcs.seat, Role.DESK)
    tab = pcs.seats_tab()
    press(tab, "Switch off")
    question = pcs.dialog(SwitchOffDialog)
    assert f"Logged in there now: {NAMES[Role.DESK]}." in texts_in(question)
    press(question, "Cancel")
    pcs.calm()
    assert pcs.office.serving.is_on
    press(tab, "Switch off")
    press(pcs.dialog(SwitchOffDialog), "Switch off")
    pcs.wait(lambda: not pcs.office.serving.is_on)


def test_the_login_page_of_a_seat_follows_the_office_pc(pcs: TwoPcs) -> None:
    pcs.join()
    view = seen(pcs.qtbot, pcs.seat, LoginView)
    everybody = view.staff.count()
    assert view.choose(pcs.real.accounts[NAMES[Role.DESK]])
    view.passphrase.set_text("half typed")
    office = pcs.office.window
    assert office is not None
    owner = office.context
    owner.office.accounts.invite(owner.actor, "新人 花子", {Role.TECHNICIAN})
    pcs.wait(lambda: view.staff.count() == everybody + 1)
    chosen = view.chosen()
    assert chosen is not None
    assert chosen.name == NAMES[Role.DESK]
    assert view.passphrase.text() == "half typed"
    pcs.cut()
    away = seen(pcs.qtbot, pcs.seat, SeatAwayView)
    assert away.check_button.isVisible()
    pcs.mend()
    seen(pcs.qtbot, pcs.seat, LoginView)


def test_a_login_that_nobody_answers_leads_to_the_check_of_the_connection(pcs: TwoPcs) -> None:
    pcs.join()
    view = seen(pcs.qtbot, pcs.seat, LoginView)
    assert isinstance(pcs.seat.flow, SeatFlow)
    pcs.seat.flow._looking.stop()
    pcs.cut()
    view.passphrase.set_text("whatever it is")
    view.log_in()
    assert seen(pcs.qtbot, pcs.seat, SeatAwayView).check_button.isVisible()
    pcs.mend()


def test_the_office_pc_stops_and_comes_back(pcs: TwoPcs) -> None:
    pcs.join()
    pcs.log_in(pcs.seat, Role.DESK)
    assert banner(pcs) == ""
    pcs.cut()
    pcs.wait(lambda: "does not answer" in banner(pcs))
    assert pcs.seat.window is not None
    assert pcs.seat.window.isVisible()
    pcs.office.serving.follow()  # and as a restart: they are gone
    assert pcs.office.serving.failure is None
    view = seen(pcs.qtbot, pcs.seat, LoginView)
    pcs.wait(lambda: "has ended" in texts_in(view))


def test_windows_stay_usable_while_the_office_pc_is_away(pcs: TwoPcs) -> None:
    pcs.join()
    pcs.log_in(pcs.seat, Role.DESK)
    window = pcs.seat.window
    assert window is not None
    pcs.cut()
    pcs.wait(lambda: "does not answer" in banner(pcs))
    window.alarm.refresh()
    window.read_idle_times()
    assert window.context.office.facts().name == "試験空調"
    window.edits.undo()
    for page in ("customers", "calls", "today"):
        window.navigate(page)
    pcs.calm()
    window.lock()
    pcs.calm()
    assert window.locked
    pcs.mend()
    pcs.wait(lambda: banner(pcs) == "")
    window.lock_view.passphrase.set_text(passphrase_of(NAMES[Role.DESK]))
    window.lock_view.try_passphrase()
    pcs.wait(lambda: not window.covered)


def test_what_was_half_typed_when_the_office_pc_restarted_is_there_after_the_next_login(pcs: TwoPcs) -> None:
    pcs.join()
    pcs.log_in(pcs.seat, Role.DESK)
    window = pcs.seat.window
    assert window is not None
    window.navigate("customers", new="yes")
    form = pcs.dialog(CustomerForm)
    form.name.parts["family"].setText("早川")
    pcs.office.serving.follow()
    view = seen(pcs.qtbot, pcs.seat, LoginView)
    pcs.wait(lambda: "has ended" in texts_in(view))
    pcs.log_in(pcs.seat, Role.DESK)
    assert pcs.seat.window is not None
    kept = pcs.seat.window.drafts.left_open()
    assert [one.form for one in kept] == ["customer"]


def test_who_is_removed_from_the_office_is_back_at_the_login_window(pcs: TwoPcs) -> None:
    pcs.join()
    pcs.log_in(pcs.seat, Role.DESK)
    owner = pcs.office.window
    assert owner is not None
    owner.context.office.accounts.remove(owner.context.actor, pcs.real.accounts[NAMES[Role.DESK]])
    view = seen(pcs.qtbot, pcs.seat, LoginView)
    pcs.wait(lambda: "your account was removed" in texts_in(view))
    assert not view.choose(pcs.real.accounts[NAMES[Role.DESK]])


def test_who_gets_another_role_is_told_so(pcs: TwoPcs) -> None:
    pcs.join()
    pcs.log_in(pcs.seat, Role.DESK)
    owner = pcs.office.window
    assert owner is not None
    account = pcs.real.accounts[NAMES[Role.DESK]]
    owner.context.office.accounts.change_roles(
        owner.context.actor, account, frozenset({Role.DESK, Role.ACCOUNTING}), shown={Role.DESK}
    )
    view = seen(pcs.qtbot, pcs.seat, LoginView)
    pcs.wait(lambda: "changed your role" in texts_in(view))


def test_who_works_when_it_is_switched_off_is_told_so(pcs: TwoPcs) -> None:
    pcs.join()
    pcs.log_in(pcs.seat, Role.DESK)
    tab = pcs.seats_tab()
    tab._seats.switch_off(pcs.office.window.context.actor)  # type: ignore[union-attr]
    away = seen(pcs.qtbot, pcs.seat, SeatAwayView)
    pcs.wait(lambda: "was switched off" in texts_in(away))


def test_everybody_is_asked_to_pause(pcs: TwoPcs) -> None:
    pcs.join()
    pcs.log_in(pcs.seat, Role.DESK)
    pauses = pcs.office.entry.pauses
    with pauses.asked(Pause.DISPOSAL):
        pcs.wait(lambda: "destroyed" in banner(pcs))
    with pauses.asked(Pause.KEY_RENEWAL):
        pcs.wait(lambda: "renewed" in banner(pcs))
    pcs.wait(lambda: banner(pcs) == "")


def test_renewing_the_keys_asks_to_pause(pcs: TwoPcs) -> None:
    told: list[Pause | None] = []
    pcs.office.entry.pauses.listen(told.append)
    assert pcs.office.window is not None
    context = pcs.office.window.context
    context.office.keys.rotate(context.actor)
    assert told == [Pause.KEY_RENEWAL, None]


def test_a_seat_whose_office_pc_is_away_waits_and_goes_on_by_itself(pcs: TwoPcs) -> None:
    pcs.join()
    assert pcs.seat.flow is not None
    pcs.office.serving.stop()
    pcs.seat.flow.begin()
    away = seen(pcs.qtbot, pcs.seat, SeatAwayView)
    assert "does not answer" in texts_in(away)
    assert "changed nothing" in texts_in(away)
    pcs.office.serving.follow()
    seen(pcs.qtbot, pcs.seat, LoginView)


def test_a_seat_says_why_the_office_pc_is_not_reached(pcs: TwoPcs) -> None:
    pcs.join()
    pcs.log_in(pcs.seat, Role.DESK)
    window = pcs.seat.window
    assert window is not None
    window.navigate("settings", tab="about")
    pcs.calm()
    press(window, "Check this computer")
    dialog = pcs.dialog(SelfCheckDialog)
    pcs.wait(lambda: len(dialog.lines.lines) == len(OF_A_SEAT) + len(OF_THE_CONNECTION))
    pcs.wait(lambda: "It may work in the office." in texts_in(dialog))
    assert [secret for secret in (*SECRETS, *NAMES.values()) if secret in texts_in(dialog)] == []
    dialog.close()
    pcs.cut()
    pcs.wait(lambda: "does not answer" in banner(pcs))
    press(window, "Check the connection")
    dialog = pcs.dialog(SelfCheckDialog)
    pcs.wait(lambda: "nothing takes connections" in texts_in(dialog))


def test_somebody_types_where_the_office_pc_is_and_its_certificate_decides(pcs: TwoPcs) -> None:
    pcs.join()
    assert pcs.seat.flow is not None
    pcs.office.serving.stop()
    pcs.seat.flow.begin()
    away = seen(pcs.qtbot, pcs.seat, SeatAwayView)
    press(away, "Check the connection")
    dialog = pcs.dialog(SelfCheckDialog)
    pcs.wait(lambda: "nothing takes connections" in texts_in(dialog))
    dialog.close()
    office, owner = pcs.real.login(Role.OWNER)
    pcs.port = free_port()
    office.seat_list(pcs.office.serving.office_pc()).listen_at(owner, (LOOPBACK.address,), pcs.port)
    office.leave(owner)
    press(away, "It has another address")
    asking = pcs.dialog(OfficePcPlaceDialog)
    asking.place.setText("192.168.1")
    press(asking, "Look for it there")
    pcs.wait(lambda: "neither an address nor" in texts_in(asking))
    asking.place.setText(f"１２７.0.0.1：{pcs.port}")
    press(asking, "Look for it there")
    pcs.wait(lambda: "does not answer" in texts_in(asking))
    pcs.office.serving.follow()
    press(asking, "Look for it there")
    seen(pcs.qtbot, pcs.seat, LoginView)


def test_only_a_restore_at_the_office_pc_ends_what_others_do(pcs: TwoPcs) -> None:
    pcs.join()
    pcs.log_in(pcs.seat, Role.DESK)
    assert pcs.office.window is not None
    pcs.office.window.switch_user()
    view = seen(pcs.qtbot, pcs.office, LoginView)
    view.recovery_wanted.emit()
    pcs.calm()
    assert len(pcs.office.serving.at_work()) == 1
    flow = pcs.office.flow
    assert isinstance(flow, EntryFlow)
    flow.restore()
    pcs.wait(lambda: not pcs.office.serving.is_on)
    pcs.wait(lambda: "does not answer" in banner(pcs))


def test_a_window_as_large_as_the_screen_is_followed_by_another_one(pcs: TwoPcs) -> None:
    seen(pcs.qtbot, pcs.seat, SetupWizard)
    joining = pcs.seat.flow
    assert joining is not None
    joining.window.setWindowState(Qt.WindowState.WindowMaximized)
    pcs.join()
    assert pcs.seat.flow is not None
    assert pcs.seat.flow is not joining
    assert pcs.seat.flow.window.isMaximized()
    pcs.log_in(pcs.seat, Role.DESK)
    window = pcs.seat.window
    assert window is not None
    assert window.isMaximized()
    window.switch_wanted.emit()
    seen(pcs.qtbot, pcs.seat, LoginView)
    assert pcs.seat.flow.window.isMaximized()
    pcs.seat.flow.window.setWindowState(Qt.WindowState.WindowNoState)
    pcs.log_in(pcs.seat, Role.DESK)
    assert pcs.seat.window is not None
    assert not pcs.seat.window.isMaximized()


def test_a_seat_whose_office_pc_is_away_names_the_office(pcs: TwoPcs) -> None:
    pcs.join()
    pcs.office.serving.stop()
    before = pcs.seat.flow
    assert before is not None
    pcs.seat._begin_anew()
    before.leave()
    seen(pcs.qtbot, pcs.seat, SeatAwayView)
    again = pcs.seat.flow
    assert again is not None
    pcs.wait(lambda: "試験空調" in texts_in(again.window))
    pcs.office.serving.follow()


def test_closing_the_last_window_leaves_the_program_to_the_seats(pcs: TwoPcs) -> None:
    pcs.join()
    ended: list[str] = []
    pcs.office.finished.connect(lambda: ended.append("finished"))
    pcs.office.hidden.connect(lambda: ended.append("hidden"))
    assert pcs.office.window is not None
    pcs.office.window.close()
    pcs.wait(lambda: ended == ["hidden"])
    told = pcs.dialog(RunsOnDialog)
    assert "as long as this PC stays on" in texts_in(told)
    pcs.log_in(pcs.seat, Role.DESK)
    assert pcs.office._come_forward()
    pcs.wait(lambda: not told.isVisible())
    pcs.log_in(pcs.office, Role.OWNER)
    press(pcs.seats_tab(), "Switch off")
    press(pcs.dialog(SwitchOffDialog), "Switch off")
    away = seen(pcs.qtbot, pcs.seat, SeatAwayView)
    assert "was switched off" in texts_in(away)
    assert not pcs.office.serving.is_on
