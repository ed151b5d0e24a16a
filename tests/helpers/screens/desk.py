"""The screens of the desk. A new page or dialog gets a line in the list of whoever it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from hvacdesk.domain.disposal import Decision
from hvacdesk.domain.integrity import Damage, DamageKind
from hvacdesk.domain.jobs import EventKind, Party
from hvacdesk.domain.keys import DeviceLogin
from hvacdesk.domain.media import MediumFacts, MediumKind
from hvacdesk.domain.outside_lists import ListKind, OutsideListFacts
from hvacdesk.domain.papers import NewPaper, PaperKind, PaperRow, PaperState
from hvacdesk.domain.roles import Role
from hvacdesk.ui.accounts.invite_dialog import InviteDialog
from hvacdesk.ui.accounts.removal_dialog import RemovalDialog
from hvacdesk.ui.accounts.rename_dialog import RenameDialog
from hvacdesk.ui.accounts.reset_dialog import ResetDialog
from hvacdesk.ui.accounts.roles_dialog import RolesDialog
from hvacdesk.ui.backups.removal_dialogs import ForgetPlaceDialog, RemoveSetAsideDialog
from hvacdesk.ui.crash_dialog import CrashDialog
from hvacdesk.ui.customers.caller_check import CallerCheckDialog
from hvacdesk.ui.customers.finder import CustomerFinder
from hvacdesk.ui.customers.site_form import SiteForm
from hvacdesk.ui.customers.unit_form import UnitForm
from hvacdesk.ui.disposal.hold_dialog import HoldDialog
from hvacdesk.ui.disposal.reasons_dialog import ReasonsDialog
from hvacdesk.ui.disposal.wizard import APPROVAL, CERTIFICATE, CHECK, DECIDE, DESTROY, PAPERS
from hvacdesk.ui.exchange.export_dialog import ExportDialog
from hvacdesk.ui.exchange.import_dialog import CHECK as IMPORT_CHECK
from hvacdesk.ui.exchange.import_dialog import COLUMNS, DONE, ImportDialog
from hvacdesk.ui.exchange.outside_dialog import ListDestroyedDialog
from hvacdesk.ui.jobs.event_form import EventForm
from hvacdesk.ui.jobs.form import JobForm
from hvacdesk.ui.keys.login_dialogs import EnrolDialog, WithdrawDialog
from hvacdesk.ui.keys.renew_dialog import RenewDialog
from hvacdesk.ui.media.forms import MediumForm, SanitizeForm
from hvacdesk.ui.pages.disposal import DisposalPage
from hvacdesk.ui.pages.settings_personal import PassphraseDialog, PinDialog
from hvacdesk.ui.pages.work_orders import WorkOrdersPage
from hvacdesk.ui.papers.cabinets import CabinetsDialog
from hvacdesk.ui.papers.fax_dialog import FaxDialog
from hvacdesk.ui.papers.filing import FilePaperDialog
from hvacdesk.ui.papers.issue import IssueDialog, ReprintDialog
from hvacdesk.ui.papers.label_dialog import LabelDialog
from hvacdesk.ui.papers.lending import LendDialog
from hvacdesk.ui.papers.other_papers import print_slip
from hvacdesk.ui.papers.putting import PutDialog
from hvacdesk.ui.recovery_sheet.renewal import NewSheetDialog
from hvacdesk.ui.upkeep.damage import AnchorQuestion, RestoreQuestion
from hvacdesk.ui.upkeep.farewell import Farewell
from hvacdesk.ui.widgets.column_menu import ColumnDialog
from hvacdesk.ui.widgets.danger_confirm import DangerConfirm
from hvacdesk.ui.widgets.data_table import DataTable
from hvacdesk.ui.widgets.errors import show_error
from hvacdesk.vault.errors import DatabaseBusy
from tests.helpers.screens import Screen
from tests.helpers.screens.calls import CALLS
from tests.helpers.screens.dispatch import DISPATCH
from tests.helpers.screens.imports import IMPORTS
from tests.helpers.screens.register import REGISTER
from tests.helpers.screens.results import RESULTS
from tests.helpers.screens.stage import Stage

LOGIN = DeviceLogin("1" * 32, "受付パソコン (Windows)", 3, here=False, by_itself=True)
LIST = (
    "お客様名簿,,,\n氏名,住所,電話,備考\n"
    "髙﨑 太郎,愛知県名古屋市中区栄3丁目41-7 メゾン栄 502号室,09012345678,犬がいます\n"
    "佐々木 花子,愛知県日進市浅田町123,052-123-4567,\n"
    "名無し,,番号なし,\n"
)


def medium_sanitized(stage: Stage) -> QWidget:
    """A registered USB stick of which is written down how it was sanitized."""
    stage.office.media.register(stage.actor, MediumFacts(MediumKind.USB_STICK, "写真用 USB 2", serial="4C53"))
    return stage.show(SanitizeForm(stage.ctx, stage.office.media.all(stage.actor)[0]))


def page(name: str, **arguments: object) -> Callable[[Stage], QWidget]:
    """A page as it comes to the front."""
    return lambda stage: stage.go(name, **arguments)


# Customers


def chosen_customer(stage: Stage) -> QWidget:
    stage.with_customer()
    return stage.window


def shown_contact(stage: Stage) -> QWidget:
    customers = stage.with_customer()
    customers._toggle_call()
    stage.calm()
    return stage.window


def nobody_found(stage: Stage) -> QWidget:
    stage.go("customers")
    stage.window.page.search.setText("zzzz")  # type: ignore[attr-defined]
    stage.qtbot.wait(60)
    stage.calm()
    return stage.window


def every_hit(stage: Stage) -> QWidget:
    stage.go("customers")
    stage.window.page.search.setText("")  # type: ignore[attr-defined]
    stage.qtbot.wait(60)
    stage.calm()
    return stage.window


def caller_checked(stage: Stage) -> QWidget:
    """A caller who fits the customer in front."""
    customers = stage.with_customer()
    assert customers.panel is not None
    detail = customers.panel.detail
    family = (detail.kana.text or detail.name.text).split()[0]
    dialog = stage.show(CallerCheckDialog(stage.ctx, detail.customer))
    dialog.name.setText(family)
    dialog.last_four.setText(detail.phones[0].number.text[-4:])
    stage.wait(dialog.verdict.text)
    stage.calm()
    return dialog


def new_customer(stage: Stage) -> QWidget:
    stage.go("customers", new="yes")
    return stage.dialog()


def change_customer(stage: Stage) -> QWidget:
    stage.with_customer().edit_customer()
    return stage.dialog()


def half_typed(stage: Stage) -> QWidget:
    form = new_customer(stage)
    form.email.setText("satou@example")  # type: ignore[attr-defined]
    form.reject()  # type: ignore[attr-defined]
    return stage.dialog()


def refused_customer(stage: Stage) -> QWidget:
    form = new_customer(stage)
    form.save()  # type: ignore[attr-defined]
    stage.calm()
    return form


def site_form(*, new: bool) -> Callable[[Stage], QWidget]:
    def make(stage: Stage) -> QWidget:
        customer = stage.customer().customer
        site = None if new else stage.office.jobs.sites(stage.actor, customer)[0]
        return stage.show(SiteForm(stage.ctx, customer, site))

    return make


def unit_form(*, new: bool) -> Callable[[Stage], QWidget]:
    def make(stage: Stage) -> QWidget:
        site = stage.office.jobs.sites(stage.actor, stage.customer().customer)[0]
        return stage.show(UnitForm(stage.ctx, site.site, None if new else site.units[0]))

    return make


def importing(step: int) -> Callable[[Stage], QWidget]:
    def make(stage: Stage) -> QWidget:
        listed = stage.home.with_name("お客様 一覧.csv")
        listed.write_bytes(LIST.encode("cp932"))
        dialog = stage.show(ImportDialog(stage.ctx))
        if step:
            dialog.file.open_path(str(listed))
            stage.wait(lambda: dialog.stack.currentIndex() == COLUMNS)
        for at in range(COLUMNS, step):
            dialog.next_button.click()
            stage.wait(partial(_past, dialog, at))
        stage.calm()
        return dialog

    return make


def _past(dialog: ImportDialog, step: int) -> bool:
    return dialog.stack.currentIndex() > step


# Jobs and papers


def job_page(stage: Stage) -> QWidget:
    stage.go("schedule", job=stage.job().job)
    return stage.dialog()


def cancelling(stage: Stage) -> QWidget:
    job_page(stage)._ask_cancel()  # type: ignore[attr-defined]
    return stage.dialog()


def booking(stage: Stage) -> QWidget:
    one = stage.customer()
    return stage.show(JobForm(stage.ctx, {Party.REQUESTER: (one.customer, f"{one.name.text}  {one.number}")}))


def change_booking(stage: Stage) -> QWidget:
    stage.go("schedule", job=stage.job().job, edit="yes")
    return stage.dialog()


def day_to_print(stage: Stage) -> QWidget:
    stage.go("work_orders", day=stage.job().on)
    return stage.window


def preview(stage: Stage) -> QWidget:
    day_to_print(stage)
    found = stage.page
    assert isinstance(found, WorkOrdersPage)
    found.print_day()
    return stage.dialog()


def slip(stage: Stage) -> QWidget:
    print_slip(stage.ctx, stage.job())
    return stage.dialog()


def a_paper(stage: Stage) -> PaperRow:
    new = NewPaper(PaperKind.HELD, stage.job().customer, label="保証書")
    return stage.office.papers.file(stage.actor, new)


def lost_paper(stage: Stage) -> QWidget:
    stage.go("work_orders", copies="yes")
    register = stage.page.register  # type: ignore[attr-defined]
    register.scan.choose(PaperState.LOST)
    register.scan.code.setText("X")
    register.scan.register()
    return stage.dialog()


# The person responsible


def wizard(step: int) -> Callable[[Stage], QWidget]:
    """A step of this month's disposal review, or of the batch that was destroyed last month."""

    def make(stage: Stage) -> QWidget:
        stage.go("disposal")
        found = stage.page
        assert isinstance(found, DisposalPage)
        if step == CERTIFICATE:
            found.open(
                batch=next(row.batch for row in stage.office.disposal.batches(stage.actor) if row.certificate)
            )
        else:
            found.start_review()
        stage.calm()
        found.wizard._show(step)
        stage.calm()
        return stage.window

    return make


def disposal_list(stage: Stage) -> QWidget:
    stage.go("disposal")
    found = stage.page
    assert isinstance(found, DisposalPage)
    found._leave()
    stage.calm()
    return stage.window


def reasons(stage: Stage) -> QWidget:
    review = stage.office.disposal.review(stage.actor, f"{stage.office.today():%Y-%m}")
    row = next(row for row in review.rows if row.decision is Decision.DESTROY)
    return stage.show(ReasonsDialog(row, stage.ctx.words, stage.window))


def confirm_danger(stage: Stage) -> QWidget:
    wizard(DESTROY)(stage)
    texts = ("12 人のデータを消去します。", "元に戻すことはできません。")
    return stage.show(
        DangerConfirm("お客様 12 人のデータを消去しますか?", texts, 12, "消去する", stage.window)
    )


def member(stage: Stage, make: Callable[..., QDialog]) -> QWidget:
    members = stage.office.accounts.list(stage.actor)
    one = next(one for one in members if one.roles == (Role.TECHNICIAN.value,))
    return stage.show(make(stage.ctx, one))


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


def forget_place(stage: Stage) -> QWidget:
    return stage.show(ForgetPlaceDialog(stage.ctx, stage.office.backups.overview().places[0]))


def list_outside(stage: Stage) -> QWidget:
    one = OutsideListFacts("0" * 32, ListKind.IMPORTED, "2026-11-20", "佐藤 綾", 1250)
    return stage.show(ListDestroyedDialog(stage.ctx, one, lambda: None))


def damaged(kind: DamageKind) -> Callable[[Stage], QWidget]:
    def make(stage: Stage) -> QWidget:
        stage.go("today")
        stage.office.integrity._damage = Damage(kind, None)
        stage.window._show_damage()
        stage.calm()
        stage.office.integrity._damage = None
        return stage.window

    return make


def sound_again(stage: Stage) -> QWidget:
    stage.window._show_damage()
    return stage.go("today")


def farewell(stage: Stage) -> QWidget:
    window = Farewell(stage.office, stage.actor, only_if_due=False)
    window.setParent(stage.window, window.windowFlags())
    window._failed(DatabaseBusy())
    return window


# Everywhere


def curtain(stage: Stage) -> QWidget:
    stage.go("today")
    stage.window.draw_curtain()
    return stage.window


def locked(stage: Stage) -> QWidget:
    stage.go("today")
    stage.window.lock()
    stage.calm()
    return stage.window


def shortcut_overview(stage: Stage) -> QWidget:
    stage.window._show_keys()
    return stage.dialog()


def columns(stage: Stage) -> QWidget:
    stage.go("rules")
    return stage.show(ColumnDialog(stage.window.findChildren(DataTable)[0]))


def notice(stage: Stage) -> QWidget:
    stage.go("today")
    stage.window.notify(stage.window.edits.tr("Saved."), lambda: None)
    return stage.window


def error(stage: Stage) -> QWidget:
    return stage.show(show_error(stage.window, DatabaseBusy()))


DESK = (
    Screen("today", page("today")),
    Screen("notice", notice),
    Screen("customers", every_hit),
    Screen("customer", chosen_customer),
    Screen("customer-on-a-call", shown_contact),
    Screen("customers-nobody", nobody_found),
    Screen("customer-new", new_customer),
    Screen("customer-refused", refused_customer),
    Screen("customer-throw-away", half_typed),
    Screen("customer-change", change_customer),
    Screen("caller-check", caller_checked),
    Screen("customer-finder", lambda stage: stage.show(CustomerFinder(stage.ctx, "支払者"))),
    Screen("site-new", site_form(new=True)),
    Screen("site-change", site_form(new=False)),
    Screen("unit-new", unit_form(new=True)),
    Screen("unit-change", unit_form(new=False)),
    Screen("import-1-file", importing(0)),
    Screen("import-2-columns", importing(COLUMNS)),
    Screen("import-3-check", importing(IMPORT_CHECK)),
    Screen("import-4-done", importing(DONE)),
    Screen("list-outside", list_outside),
    Screen("schedule", page("schedule")),
    Screen("job", job_page),
    Screen("job-cancel", cancelling),
    Screen("job-new", booking),
    Screen("job-change", change_booking),
    Screen("job-event", lambda stage: stage.show(EventForm(stage.ctx, stage.job().job, EventKind.INVOICE))),
    Screen("work-orders", day_to_print),
    Screen("work-order-issue", lambda stage: stage.show(IssueDialog(stage.ctx, stage.job()))),
    Screen("work-order-reprint", lambda stage: stage.show(ReprintDialog(stage.ctx, 2))),
    Screen("work-order-preview", preview),
    Screen("paper-lost", lost_paper),
    Screen("labels", lambda stage: stage.show(LabelDialog(stage.ctx, {stage.job().customer: "田中 ●●"}))),
    Screen("fax", lambda stage: stage.show(FaxDialog(stage.ctx, stage.job()))),
    Screen("contact-slip", slip),
    Screen("paper-file", lambda stage: stage.show(FilePaperDialog(stage.ctx))),
    Screen("paper-put", lambda stage: stage.show(PutDialog(stage.ctx, a_paper(stage)))),
    Screen("paper-lend", lambda stage: stage.show(LendDialog(stage.ctx, a_paper(stage)))),
    Screen("disposal-desk", page("disposal")),
    Screen("rules", page("rules")),
    Screen("settings-desk", page("settings")),
    Screen("passphrase-change", lambda stage: stage.show(PassphraseDialog(stage.ctx))),
    Screen("pin-set", lambda stage: stage.show(PinDialog(stage.ctx))),
    Screen("keys", shortcut_overview),
    Screen("columns", columns),
    Screen("curtain", curtain),
    Screen("lock", locked),
    Screen("error", error),
    Screen(
        "crash",
        lambda stage: stage.show(CrashDialog(Path("/srv/office/hvacdesk/crash-20261124.txt"), stage.window)),
    ),
)

OWNER = (
    Screen("cabinets", lambda stage: stage.show(CabinetsDialog(stage.ctx)), Role.OWNER),
    Screen("settings", page("settings"), Role.OWNER),
    Screen("safeguards", page("safeguards"), Role.OWNER),
    Screen("medium-new", lambda stage: stage.show(MediumForm(stage.ctx)), Role.OWNER),
    Screen("medium-sanitized", medium_sanitized, Role.OWNER),
    Screen("disposal", disposal_list, Role.OWNER),
    Screen("disposal-1-check", wizard(CHECK), Role.OWNER),
    Screen("disposal-2-decide", wizard(DECIDE), Role.OWNER),
    Screen("disposal-3-paper", wizard(PAPERS), Role.OWNER),
    Screen("disposal-4-approval", wizard(APPROVAL), Role.OWNER),
    Screen("disposal-5-destroy", wizard(DESTROY), Role.OWNER),
    Screen("disposal-5-question", confirm_danger, Role.OWNER),
    Screen("disposal-6-certificate", wizard(CERTIFICATE), Role.OWNER),
    Screen("disposal-why", reasons, Role.OWNER),
    Screen(
        "disposal-hold", lambda stage: stage.show(HoldDialog(date(2026, 11, 24), stage.window)), Role.OWNER
    ),
    Screen("export", lambda stage: stage.show(ExportDialog(stage.ctx)), Role.OWNER),
    Screen("account-invite", lambda stage: stage.show(InviteDialog(stage.ctx)), Role.OWNER),
    Screen("account-invited", invited, Role.OWNER),
    Screen("account-remove", lambda stage: member(stage, RemovalDialog), Role.OWNER),
    Screen("account-rename", lambda stage: member(stage, RenameDialog), Role.OWNER),
    Screen("account-roles", lambda stage: member(stage, RolesDialog), Role.OWNER),
    Screen("account-reset", lambda stage: member(stage, ResetDialog), Role.OWNER),
    Screen("login-enrol", lambda stage: stage.show(EnrolDialog(stage.ctx)), Role.OWNER),
    Screen("login-withdraw", lambda stage: stage.show(WithdrawDialog(stage.ctx, LOGIN, ())), Role.OWNER),
    Screen("keys-renew", lambda stage: stage.show(RenewDialog(stage.ctx)), Role.OWNER),
    Screen("sheet-1-begin", new_sheet(0), Role.OWNER),
    Screen("sheet-2-paper", new_sheet(1), Role.OWNER),
    Screen("sheet-3-check", new_sheet(2), Role.OWNER),
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
    Screen("today-owner", sound_again, Role.OWNER),
)

OTHERS = (
    Screen("today-technician", page("today"), Role.TECHNICIAN),
    Screen("settings-technician", page("settings"), Role.TECHNICIAN),
    Screen("today-accounting", page("today"), Role.ACCOUNTING),
    Screen("customer-accounting", chosen_customer, Role.ACCOUNTING),
    Screen("safeguards-inspector", page("safeguards"), Role.INSPECTOR),
)

SCREENS: tuple[Screen, ...] = (*DESK, *REGISTER, *CALLS, *IMPORTS, *RESULTS, *DISPATCH, *OWNER, *OTHERS)
