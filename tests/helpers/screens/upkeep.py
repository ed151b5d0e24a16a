"""The screens of backups, restoring and damage; the office is sound again at their end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.office.integrity import Damage, DamageKind
from hvacdesk.domain.oversight.clock_behind import ClockBehind
from hvacdesk.domain.oversight.clock_leap import ClockLeap
from hvacdesk.domain.roles import Role
from hvacdesk.ui.backups.clock_question import ClockQuestion
from hvacdesk.ui.backups.damage import AnchorQuestion, RestoreQuestion
from hvacdesk.ui.backups.farewell import Farewell
from hvacdesk.ui.backups.removal_dialogs import ForgetPlaceDialog, RemoveSetAsideDialog
from hvacdesk.vault.errors import DatabaseBusy
from tests.helpers.screens import Screen
from tests.helpers.screens.stage import Stage


def forget_place(stage: Stage) -> QWidget:
    return stage.show(ForgetPlaceDialog(stage.ctx, stage.office.backups.overview(stage.actor).places[0]))


def damaged(kind: DamageKind) -> Callable[[Stage], QWidget]:
    def make(stage: Stage) -> QWidget:
        stage.go("today")
        shared = stage.office._workplace.shared
        shared.damage, shared.log_doubted = Damage(kind, None), True
        stage.window.alarm.refresh()
        stage.calm()
        shared.damage, shared.log_doubted = None, False
        return stage.window

    return make


def clock_behind(stage: Stage) -> QWidget:
    stage.go("today")
    now = stage.office.clock()
    stage.window.alarm._tell_clock(ClockBehind(now, now + timedelta(days=21)))
    stage.calm()
    return stage.window


def clock_leap(stage: Stage) -> QWidget:
    stage.go("today")
    now = stage.office.clock()
    stage.window.alarm._tell_clock(ClockLeap(now - timedelta(days=4015), now - timedelta(days=1)))
    stage.calm()
    return stage.window


def sound_again(stage: Stage) -> QWidget:
    stage.window.alarm.refresh()
    return stage.go("today")


def farewell(stage: Stage) -> QWidget:
    window = Farewell(stage.office, stage.actor, only_if_due=False)
    window.setParent(stage.window, window.windowFlags())
    window._failed(DatabaseBusy())
    return window


UPKEEP = (
    Screen("backup-forget", forget_place, Role.OWNER),
    Screen(
        "backup-set-aside",
        lambda stage: stage.show(RemoveSetAsideDialog(stage.ctx, "/srv/office/hvacdesk/set-aside-20261124")),
        Role.OWNER,
    ),
    Screen("restore-question", lambda stage: stage.show(RestoreQuestion(stage.window)), Role.OWNER),
    Screen("anchor-question", lambda stage: stage.show(AnchorQuestion(stage.window)), Role.OWNER),
    Screen("farewell", farewell, Role.OWNER),
    Screen("damage-file", damaged(DamageKind.FILE), Role.OWNER),
    Screen("damage-log", damaged(DamageKind.LOG), Role.OWNER),
    Screen("damage-log-notes", damaged(DamageKind.LOG_NOTES), Role.OWNER),
    Screen("damage-log-changed", damaged(DamageKind.LOG_CHANGED), Role.OWNER),
    Screen("damage-log-records", damaged(DamageKind.LOG_RECORDS), Role.TECHNICIAN),
    Screen("clock-behind", clock_behind, Role.OWNER),
    Screen("clock-leap", clock_leap, Role.OWNER),
    Screen(
        "clock-question",
        lambda stage: stage.show(ClockQuestion(stage.office.today(), stage.window)),
        Role.OWNER,
    ),
    Screen("today-owner", sound_again, Role.OWNER),
)
