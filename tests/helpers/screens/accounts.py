"""The screens of people, their passphrases and the keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from hvacdesk.domain.entry.keys import DeviceLogin
from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.domain.roles import Role
from hvacdesk.ui.entry.login_dialogs import EnrolDialog, WithdrawDialog
from hvacdesk.ui.entry.renew_dialog import RenewDialog
from hvacdesk.ui.entry.sheet_renewal import NewSheetDialog
from hvacdesk.ui.pages.settings_personal import PassphraseDialog, PinDialog
from hvacdesk.ui.staff.accounts_tab import InviteDialog, RenameDialog, ResetDialog
from hvacdesk.ui.staff.removal_dialog import RemovalDialog
from hvacdesk.ui.staff.roles_dialog import RolesDialog
from tests.helpers.screens import Screen
from tests.helpers.screens.stage import Stage

LOGIN = DeviceLogin("1" * 32, "受付パソコン (Windows)", 3, here=False, by_itself=True)


def member(stage: Stage, make: Callable[..., QDialog]) -> QWidget:
    members = stage.office.accounts.list(stage.actor)
    one = next(one for one in members if one.roles == (Role.TECHNICIAN.value,))
    return stage.show(make(stage.ctx, one))


def roles_changed(stage: Stage) -> QWidget:
    """Roles that somebody else changed since they were shown."""
    dialog = member(stage, RolesDialog)
    assert isinstance(dialog, RolesDialog)
    dialog._refused(ChangedMeanwhile())
    stage.calm()
    return dialog


def invited(stage: Stage) -> QWidget:
    """The invitation once it shows its words."""
    dialog = stage.show(InviteDialog(stage.ctx))
    sentence = "この言葉は今だけ表示されます。"
    dialog.show_once("鈴木 亮", sentence, "kaze-no-yama-4-hashi-tori", ("本人に手渡してください。",))
    stage.calm()
    return dialog


def new_sheet(step: int) -> Callable[[Stage], QWidget]:
    def make(stage: Stage) -> QWidget:
        dialog = stage.show(NewSheetDialog(stage.ctx, 1))
        if step:
            dialog.begin.done.emit()
            stage.calm()
        if step > 1:
            dialog.paper.done.emit()
            stage.calm()
        return dialog

    return make


ACCOUNTS = (
    Screen("passphrase-change", lambda stage: stage.show(PassphraseDialog(stage.ctx))),
    Screen("pin-set", lambda stage: stage.show(PinDialog(stage.ctx))),
    Screen("account-invite", lambda stage: stage.show(InviteDialog(stage.ctx)), Role.OWNER),
    Screen("account-invited", invited, Role.OWNER),
    Screen("account-remove", lambda stage: member(stage, RemovalDialog), Role.OWNER),
    Screen("account-rename", lambda stage: member(stage, RenameDialog), Role.OWNER),
    Screen("account-roles", lambda stage: member(stage, RolesDialog), Role.OWNER),
    Screen("account-roles-changed", roles_changed, Role.OWNER),
    Screen("account-reset", lambda stage: member(stage, ResetDialog), Role.OWNER),
    Screen("login-enrol", lambda stage: stage.show(EnrolDialog(stage.ctx)), Role.OWNER),
    Screen("login-withdraw", lambda stage: stage.show(WithdrawDialog(stage.ctx, LOGIN, ())), Role.OWNER),
    Screen("keys-renew", lambda stage: stage.show(RenewDialog(stage.ctx)), Role.OWNER),
    Screen("sheet-1-begin", new_sheet(0), Role.OWNER),
    Screen("sheet-2-paper", new_sheet(1), Role.OWNER),
    Screen("sheet-3-check", new_sheet(2), Role.OWNER),
)
