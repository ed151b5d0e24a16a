"""Which help page belongs to which screen: every page, dialog, view, section and step has one.

A new screen gets its line here; ``tests/ui/help/test_help.py`` names a class without one.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

WITHIN = "hvacdesk.ui."

SCREENS: dict[str, tuple[str, ...]] = {
    "help": (
        "help.help_dialog.HelpDialog",
        "shortcut_overview.ShortcutOverview",
        "quick_search.dialog.QuickSearchDialog",
    ),
    "login": (
        "entry.login.LoginView",
        "entry.opening_view.OpeningView",
        "entry.pin_view.PinView",
        "entry.invitation.InvitationView",
        "entry.rules_view.RulesView",
    ),
    "set_up": (
        "entry.setup_wizard.SetupWizard",
        "entry.setup_steps.WelcomeStep",
        "entry.setup_steps.OfficeStep",
        "entry.setup_steps.OwnerStep",
        "recovery_sheet.steps.SheetStep",
        "recovery_sheet.steps.SheetCheckStep",
    ),
    "recovery": (
        "entry.recovery.RecoveryView",
        "entry.take_over.TakeOverView",
        "entry.blocked.BlockedView",
        "entry.enrol.EnrolView",
    ),
    "restore": (
        "entry.restore.wizard.RestoreWizard",
        "entry.restore.put_back.PutBackWizard",
        "entry.restore.find_step.FindStep",
        "entry.restore.check_step.CheckStep",
        "entry.restore.unlock_step.UnlockStep",
        "entry.restore.run_step.RunStep",
        "entry.restore.report_step.ReportStep",
        "upkeep.damage.RestoreQuestion",
        "upkeep.damage.AnchorQuestion",
        "safeguards.restores_dialog.RestoresDialog",
    ),
    "today": ("pages.today.TodayPage",),
    "customers": (
        "pages.customers.CustomersPage",
        "customers.finder.CustomerFinder",
        "customers.caller_check.CallerCheckDialog",
    ),
    "customer_form": (
        "customers.form.CustomerForm",
        "customers.contact_form.ContactForm",
        "customers.site_form.SiteForm",
        "customers.unit_form.UnitForm",
        "customers.merge_dialog.MergeDialog",
    ),
    "calls": (
        "pages.calls.CallsPage",
        "calls.note_dialog.CallNoteDialog",
        "calls.form.CallNoteForm",
        "calls.finish_form.FinishForm",
    ),
    "schedule": (
        "pages.schedule.SchedulePage",
        "dispatch.moving.MoveDialog",
        "dispatch.days_off.DaysOffDialog",
        "dispatch.days_off.HoursForm",
        "dispatch.days_off.AbsenceForm",
        "plans.plan_form.PlanForm",
    ),
    "job": (
        "jobs.detail.JobDialog",
        "jobs.form.JobForm",
        "jobs.event_form.EventForm",
        "jobs.strike_event_form.StrikeEventForm",
        "jobs.visit_form.VisitForm",
    ),
    "estimates": (
        "estimates.estimates_tab.EstimatesTab",
        "estimates.estimate_form.EstimateForm",
        "estimates.answer_form.AcceptedForm",
        "estimates.answer_form.DeclinedForm",
        "prices.prices_tab.PricesTab",
        "prices.price_form.PriceForm",
    ),
    "work_orders": (
        "pages.work_orders.WorkOrdersPage",
        "papers.issue.IssueDialog",
        "papers.which_job.WhichJobDialog",
        "papers.issue.ReprintDialog",
        "papers.preview.PreviewDialog",
        "papers.preview.WorkOrderPreview",
        "papers.came_out.CameOutDialog",
    ),
    "papers": (
        "papers.filing.FilePaperDialog",
        "papers.putting.PutDialog",
        "papers.lending.LendDialog",
        "papers.cabinets.CabinetsDialog",
        "papers.label_dialog.LabelDialog",
        "papers.fax_dialog.FaxDialog",
        "papers.paper_preview.PaperPreview",
        "papers.which_copy.WhichCopyDialog",
    ),
    "results": (
        "results.results_tab.ResultsTab",
        "results.form.ResultsForm",
        "results.survey_form.SurveyForm",
    ),
    "logs": (
        "results.refrigerant_dialog.RefrigerantDialog",
        "results.refrigerant_form.RefrigerantForm",
        "results.gas_form.GasForm",
        "results.refrigerant_form.StrikeForm",
        "results.ledger_form.LedgerForm",
        "results.ledger_form.LedgerReasonDialog",
    ),
    "import": (
        "exchange.import_dialog.ImportDialog",
        "exchange.imports_dialog.ImportsDialog",
        "exchange.imports_dialog.UndoImportDialog",
    ),
    "export": ("exchange.export_dialog.ExportDialog", "exchange.outside_dialog.ListDestroyedDialog"),
    "disposal": (
        "pages.disposal.DisposalPage",
        "pages.disposal.AnotherReview",
        "disposal.check_step.DisposalCheckStep",
    ),
    "disposal_decide": (
        "disposal.decide_step.DecideStep",
        "disposal.reasons_dialog.ReasonsDialog",
        "disposal.hold_dialog.HoldDialog",
    ),
    "disposal_papers": ("disposal.papers_step.PapersStep",),
    "disposal_approval": (
        "disposal.approval_step.ApprovalStep",
        "disposal.places_dialog.PlacesDialog",
    ),
    "disposal_destroy": (
        "disposal.certificate_preview.CertificatePreview",
        "disposal.destroy_step.DestroyStep",
        "disposal.certificate_step.CertificateStep",
        "widgets.danger_confirm.DangerConfirm",
    ),
    "safeguards": ("pages.safeguards.SafeguardsPage",),
    "leaks": (
        "leaks.leaks_view.LeaksView",
        "leaks.report_form.ReportForm",
        "leaks.out_papers.OutPapersDialog",
        "leaks.own_reports.OwnReportsDialog",
        "leaks.own_reports.AddToReportForm",
        "leaks.paper_forms.NamePapersForm",
        "leaks.paper_forms.JoinForm",
        "leaks.paper_forms.ReopenForm",
        "leaks.assess_form.AssessForm",
        "leaks.call_form.TellForm",
        "leaks.draft_dialog.DraftDialog",
        "leaks.forms.AddCustomerForm",
        "leaks.clients.ClientToldForm",
        "leaks.letters_form.LettersForm",
        "leaks.forms.FactsForm",
        "leaks.forms.MeasureForm",
        "leaks.forms.NoteForm",
        "leaks.forms.RemoveCustomerForm",
        "leaks.forms.SentForm",
        "leaks.forms.TextForm",
    ),
    "report_box": (
        "report_box.start_view.ReportStartView",
        "report_box.start_view.ProtectionView",
        "report_box.write_view.ReportWriteView",
        "report_box.receipt_view.ReceiptView",
        "report_box.return_view.ReturnView",
        "report_box.thread_view.ThreadView",
        "report_box.reports_section.ReportsSection",
        "report_box.report_dialog.ReportDialog",
        "report_box.hand_over_dialog.HandOverDialog",
        "report_box.flood_dialog.FloodDialog",
    ),
    "requests": (
        "requests.requests_view.RequestsView",
        "requests.request_dialog.RequestDialog",
        "requests.forms.RequestForm",
        "requests.forms.IdentityForm",
        "requests.forms.AnswerForm",
        "requests.disclose_dialog.DisclosureDialog",
    ),
    "notices": (
        "notices.notice_view.NoticeView",
        "notices.notice_form.NoticeForm",
        "notices.forms.NoticeGivenForm",
        "notices.forms.ConsentForm",
    ),
    "partners": (
        "partners.partners_view.PartnersView",
        "partners.firm_form.FirmForm",
        "partners.order_forms.OrderForm",
        "partners.order_forms.OrderStepForm",
        "partners.check_form.CheckForm",
        "partners.handover_forms.HandoverForm",
        "partners.handover_forms.ConfirmForm",
        "partners.handover_forms.ClientBackForm",
    ),
    "media": ("media.media_view.MediaView", "media.forms.MediumForm", "media.forms.SanitizeForm"),
    "access": (
        "safeguards.audit_view.AuditView",
        "access.access_view.AccessView",
        "access.sign_form.SignForm",
    ),
    "disposal_ledger": ("safeguards.ledger_view.LedgerView", "safeguards.answer_dialog.AnswerDialog"),
    "duties": ("duties.duties_view.DutiesView", "duties.drill_form.DrillForm"),
    "rules": (
        "pages.rules.RulesPage",
        "rules.office_rules_tab.OfficeRulesTab",
        "rules.rule_form.RuleForm",
        "rules.compare_dialog.CompareDialog",
    ),
    "training": (
        "training.training_tab.TrainingTab",
        "training.standing_tab.StandingTab",
        "training.quiz_dialog.QuizDialog",
        "violations.violations_tab.ViolationsTab",
        "violations.violation_form.ViolationForm",
    ),
    "retention": (
        "rules.retention_tab.RetentionTab",
        "rules.choice_forms.OwnRuleForm",
        "rules.choice_forms.PeriodForm",
        "rules.effect_dialog.EffectDialog",
        "rules.history_dialog.HistoryDialog",
    ),
    "settings": (
        "pages.settings.SettingsPage",
        "pages.settings_personal.PinDialog",
        "pages.settings_personal.PassphraseDialog",
    ),
    "accounts": (
        "accounts.accounts_tab.AccountsTab",
        "accounts.invite_dialog.InviteDialog",
        "accounts.rename_dialog.RenameDialog",
        "accounts.roles_dialog.RolesDialog",
        "accounts.reset_dialog.ResetDialog",
        "accounts.removal_dialog.RemovalDialog",
    ),
    "keys": (
        "keys.keys_tab.KeysTab",
        "keys.renew_dialog.RenewDialog",
        "keys.login_dialogs.EnrolDialog",
        "keys.login_dialogs.WithdrawDialog",
        "recovery_sheet.renewal.NewSheetDialog",
        "recovery_sheet.renewal.BeginStep",
    ),
    "backups": (
        "backups.backups_tab.BackupsTab",
        "backups.removal_dialogs.ForgetPlaceDialog",
        "backups.removal_dialogs.RemoveSetAsideDialog",
    ),
    "about": (
        "about.about_tab.AboutTab",
        "about.licences_dialog.LicencesDialog",
        "about.self_check_dialog.SelfCheckDialog",
        "about.update_dialog.UpdateDialog",
    ),
    "parts": (
        "widgets.errors.ErrorDialog",
        "widgets.column_menu.ColumnDialog",
        "crash_dialog.CrashDialog",
    ),
    "reading_aloud": (),
}
"""Screens by the name of their help page; the classes are named from ``hvacdesk.ui`` on."""

_PAGE_OF = {screen: page for page, screens in SCREENS.items() for screen in screens}
ANYWHERE = "help"


def page_of(kind: type[QWidget]) -> str:
    """The help page of a class of widgets, or of one that it was made from; empty where there is none."""
    return next((_PAGE_OF[name] for name in _names(kind) if name in _PAGE_OF), "")


def page_for(window: QWidget) -> str:
    """The help page of what stands in a window: of the innermost screen that is seen.

    Of several side by side it is the one with the keyboard.
    """
    seen = [one for one in (window, *window.findChildren(QWidget)) if _is_seen(one, window)]
    screens = [one for one in seen if page_of(type(one))]
    innermost = max(screens, key=lambda one: (_depth(one), _has_keyboard(one)), default=None)
    return page_of(type(innermost)) if innermost is not None else ANYWHERE


def _names(kind: type[QWidget]) -> Iterator[str]:
    for one in kind.__mro__:
        if one.__module__.startswith(WITHIN):
            yield f"{one.__module__.removeprefix(WITHIN)}.{one.__name__}"


def _is_seen(one: QWidget, window: QWidget) -> bool:
    return one.isVisible() and one.window() is window


def _depth(one: QWidget) -> int:
    parent = one.parentWidget()
    return 1 + _depth(parent) if parent is not None and not one.isWindow() else 0


def _has_keyboard(one: QWidget) -> bool:
    return any(part.hasFocus() for part in (one, *one.findChildren(QWidget)))
