"""The views before the login, each at a point where it says the most."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, cast

from pytestqt.qtbot import QtBot

from hvacdesk.domain.backups.backups import Examination, FoundBackup, RestoreReport
from hvacdesk.domain.backups.number_series import SERIES, NumbersLeftOut
from hvacdesk.domain.disposal.disposed_list import ListsAtHand
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.seats.seats import PairingRefused, SeatLoginEnded, SeatRevoked
from hvacdesk.domain.staff.rule_texts import RuleState, RuleVersion
from hvacdesk.domain.staff.standing import Asked, AskedKind
from hvacdesk.seats.calls import NotReached
from hvacdesk.services.backups.found_lists import DisposedListsOlder
from hvacdesk.services.entry import ways_out
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.entry.older_office_errors import UpdateFailure
from hvacdesk.services.staff.rule_texts import shipped
from hvacdesk.ui import background
from hvacdesk.ui.entry.blocked import BlockedView
from hvacdesk.ui.entry.enrol import EnrolView
from hvacdesk.ui.entry.invitation import InvitationView
from hvacdesk.ui.entry.join_office import CompareView, JoinView
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.opening_view import OpeningView
from hvacdesk.ui.entry.pin_view import PinView
from hvacdesk.ui.entry.recovery import RecoveryView
from hvacdesk.ui.entry.restore.put_back import PutBackWizard
from hvacdesk.ui.entry.restore.report_step import ReportStep
from hvacdesk.ui.entry.restore.wizard import RestoreWizard
from hvacdesk.ui.entry.rules_view import RulesView
from hvacdesk.ui.entry.seat_away import SeatAwayView
from hvacdesk.ui.entry.setup_wizard import SetupWizard
from hvacdesk.ui.entry.take_over import TakeOverView
from hvacdesk.ui.widgets.entry_view import EntryView
from hvacdesk.vault import errors
from tests.helpers.desk_office import now, wait
from tests.helpers.screens.report_box import report_views

FOUND = FoundBackup(
    path="/media/satou/バックアップ用USB/青空空調/hvacdesk-backup-1a2b3c4d-20261123T090507Z-e4",
    office_id="1a2b" * 8,
    office_name="株式会社青空空調サービス名古屋営業所",
    epoch=4,
    taken_at="2026-11-23T09:05:07Z",
    size=24_117_248,
    program="0.1.0",
)
WORDS = ("ajisai", "hashi", "taiko", "kaminari")
OWNERS = (("a" * 32, "佐藤 花子"), ("b" * 32, "長谷川 由美子"))
MEMBERS = tuple(
    StaffMember(letter * 32, name, (role,))
    for letter, name, role in (
        ("a", "佐藤 花子", "owner"),
        ("b", "長谷川 由美子", "desk"),
        ("c", "鈴木 亮", "technician"),
        ("d", "山本 隆", "technician"),
        ("e", "渡辺 学", "inspector"),
        ("f", "高橋 修", "accounting"),
        ("0", "山田 恵", "desk"),
    )
)
DETAILS = {
    "file": "office-1.db",
    "backend": "keyring.backends.null.Keyring",
    "keyrings": "ログイン",
    "recorded": "keyring.backends.SecretService.Keyring",
    "found": "keyring.backends.kwallet.DBusKeyring",
    "free": "180",
    "needed": "256",
    "reason": "No such device",
}


OLDER = ListsAtHand(1, 0, "2026-10-31T08:00:00Z", "DC2026-003")
"""A list that knows of no disposal after the backup."""


class Shelf:
    """Replaces the backups that the service finds: only their looks matter here."""

    def known(self) -> tuple[FoundBackup, ...]:
        return (FOUND,)

    def examine(self, _path: str) -> Examination:
        return Examination(FOUND, OWNERS, 12, replaces=True, lists=OLDER)


class Shown:
    """Replaces an office that the recovery sheet opened."""

    class recovery:  # noqa: N801 - the attribute's name
        @staticmethod
        def owners() -> tuple[StaffMember, ...]:
            return tuple(StaffMember(account, name, ("owner",)) for account, name in OWNERS)


def rules() -> RulesView:
    """Two shipped texts that came into force yesterday."""
    today = date(2026, 11, 24)
    texts = [
        RuleVersion(
            str(number),
            code,
            1,
            RuleState.IN_FORCE,
            one.title,
            one.body,
            one.source,
            one.as_of,
            english=(shipped("en")[code].title, shipped("en")[code].body),
        )
        for number, (code, one) in enumerate(shipped("ja").items())
    ]
    asked = [Asked(AskedKind.RULE, date(2026, 11, 23), one.title, one.text) for one in texts]
    return RulesView(cast(Any, None), cast(Any, None), texts[:2], asked, today)


def entry_to_nothing(home: Path) -> OfficeEntry:
    """A door to an empty folder, beside a shelf with one backup."""
    made = OfficeEntry(home, now)
    made.restoring = Shelf  # type: ignore[method-assign,assignment]
    return made


def wizard_at(entry: OfficeEntry, come: Callable[[RestoreWizard], object]) -> Callable[[QtBot], EntryView]:
    def make(qtbot: QtBot) -> EntryView:
        wizard = RestoreWizard(entry)
        wait(qtbot, background.idle)
        come(wizard)
        wait(qtbot, background.idle)
        return wizard

    return make


def at_the_check(wizard: RestoreWizard) -> None:
    wizard.go_check(FOUND.path)


def at_the_proof(wizard: RestoreWizard) -> None:
    wizard.unlock.show_backup(Shelf().examine(""))
    wizard.show_step(wizard.unlock, 2)


def at_the_failure(wizard: RestoreWizard) -> None:
    wizard.show_step(wizard.run, 3)
    wizard.run.fail(errors.DiskFull())


def at_the_older_list(wizard: RestoreWizard) -> None:
    wizard.show_step(wizard.run, 3)
    wizard.run.fail(DisposedListsOlder(until="2026/10/31 17:00", certificate="DC2026-003"))


def at_the_report(wizard: RestoreWizard) -> None:
    wizard._show_report(RestoreReport(FOUND, 3, 120, "", 5, remnants=(("call_notes", 2),), lists=OLDER), True)


def example(kind: type[UserFacingError]) -> UserFacingError:
    """One of the errors that keep an office from being opened, with its details."""
    return kind(errors.DiskFull(), FOUND.path) if issubclass(kind, UpdateFailure) else kind(**DETAILS)


def blocked(kind: type[UserFacingError]) -> BlockedView:
    view = BlockedView(example(kind), dict.fromkeys(ways_out.WayOut, lambda: None))
    if ways_out.WayOut.RESTORE in view.ways:
        view.name_backup(FOUND)
    return view


def refused(entry: OfficeEntry) -> TakeOverView:
    view = TakeOverView(entry, cast(Any, Shown), restored=True)
    view._on_refused(errors.KeyringLocked())
    return view


class SilentLink:
    """Replaces a link over which nothing comes yet."""

    def collect(self) -> None:
        return None

    def close(self) -> None:
        """Nothing is open."""


def join_refused(entry: OfficeEntry) -> JoinView:
    view = JoinView(entry, "0.1.0")
    view.code.setText("192.168.1.10:47011 ABCD-EFGH")
    view.say(PairingRefused())
    return view


def login_ended() -> LoginView:
    view = LoginView(cast(Any, None), MEMBERS, MEMBERS[1].account, at_seat=True)
    view.say(SeatLoginEnded())
    return view


def set_up_at(entry: OfficeEntry, name: str) -> Callable[[QtBot], EntryView]:
    def make(qtbot: QtBot) -> EntryView:
        wizard = SetupWizard(entry)
        wait(qtbot, background.idle)
        if name == "check":
            wizard._on_prepared(entry.prepare())
            wizard._ask_to_check()
        else:
            wizard._show(getattr(wizard, name))
        return wizard

    return make


def put_back(entry: OfficeEntry, step: str) -> Callable[[QtBot], EntryView]:
    def make(qtbot: QtBot) -> EntryView:
        wizard = PutBackWizard(entry)
        wait(qtbot, background.idle)
        if step == "check":
            wizard.go_check(FOUND.path)
            wait(qtbot, background.idle)
        return wizard

    return make


def views(entry: OfficeEntry) -> dict[str, Callable[[QtBot], EntryView]]:
    """Every view by its name; each is made when it is asked for, in the language in force."""
    made: dict[str, Callable[[QtBot], EntryView]] = {
        "opening": lambda _bot: OpeningView(),
        "login": lambda _bot: LoginView(entry, MEMBERS, MEMBERS[1].account),
        "pin": lambda _bot: PinView(),
        "rules": lambda _bot: rules(),
        "invitation": lambda _bot: InvitationView(entry, MEMBERS[2]),
        "set-up office": set_up_at(entry, "office"),
        "set-up owner": set_up_at(entry, "owner"),
        "set-up paper": set_up_at(entry, "paper"),
        "set-up check": set_up_at(entry, "check"),
        "put back find": put_back(entry, "find"),
        "put back check": put_back(entry, "check"),
        "set-up": lambda _bot: SetupWizard(entry),
        "sheet": lambda _bot: RecoveryView(entry),
        "enrol": lambda _bot: EnrolView(entry),
        "join": lambda _bot: JoinView(entry, "0.1.0"),
        "join refused": lambda _bot: join_refused(entry),
        "compare": lambda _bot: CompareView(cast(Any, SilentLink()), WORDS),
        "seat login": lambda _bot: login_ended(),
        "seat away": lambda _bot: SeatAwayView(NotReached(), passes=True, joins_anew=False, elsewhere=True),
        "seat removed": lambda _bot: SeatAwayView(
            SeatRevoked(), passes=False, joins_anew=True, elsewhere=False
        ),
        "take over": lambda _bot: refused(entry),
        "find": wizard_at(entry, lambda wizard: None),
        "check": wizard_at(entry, at_the_check),
        "proof": wizard_at(entry, at_the_proof),
        "failure": wizard_at(entry, at_the_failure),
        "older list": wizard_at(entry, at_the_older_list),
        "report": wizard_at(entry, at_the_report),
        **report_views(),
        "restored": lambda _bot: ReportStep(
            RestoreReport(FOUND, 0, 0, "/media/satou/office/hvacdesk/set-aside-20261124T101500Z", 5),
            by_sheet=False,
        ),
        "restored numbers": lambda _bot: ReportStep(
            RestoreReport(
                FOUND,
                *(1, 12, "/media/satou/office/hvacdesk/set-aside-20261124T101500Z", 5),
                told_apart=("C-000012", "C-000034"),
                numbers=tuple(
                    NumbersLeftOut(one.label, one.written(2026, 128), one.written(2026, 1129))
                    for one in SERIES
                    if one.label is not None
                ),
            ),
            by_sheet=True,
        ),
    }
    return made | {kind.__name__: lambda _bot, kind=kind: blocked(kind) for kind in ways_out._WAYS}
