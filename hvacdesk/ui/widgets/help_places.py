"""Which help page belongs to which screen: every page, dialog, view, section and step has one.

A new screen gets its line here; ``tests/ui/help/test_help.py`` names a class without one.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

WITHIN = "hvacdesk.ui."

SCREENS: dict[str, tuple[str, ...]] = {
    "help": (
        "HelpDialog",
        "ShortcutOverview",
        "QuickSearchDialog",
    ),
    "login": (
        "LoginView",
        "OpeningView",
        "PinView",
        "InvitationView",
        "RulesView",
    ),
    "set_up": (
        "SetupWizard",
        "WelcomeStep",
        "OfficeStep",
        "OwnerStep",
        "SheetStep",
        "SheetCheckStep",
    ),
    "recovery": (
        "RecoveryView",
        "TakeOverView",
        "BlockedView",
        "EnrolView",
    ),
    "restore": (
        "RestoreWizard",
        "PutBackWizard",
        "FindStep",
        "CheckStep",
        "UnlockStep",
        "RunStep",
        "ReportStep",
        "RestoreQuestion",
        "AnchorQuestion",
        "RestoresDialog",
    ),
    "today": ("TodayPage",),
    "customers": (
        "CustomersPage",
        "CustomerFinder",
        "CallerCheckDialog",
    ),
    "customer_form": (
        "CustomerForm",
        "ContactForm",
        "SiteForm",
        "UnitForm",
        "DuplicateQuestion",
        "MergeDialog",
    ),
    "calls": (
        "CallsPage",
        "CallNoteDialog",
        "CallNoteForm",
        "FinishForm",
    ),
    "schedule": (
        "SchedulePage",
        "PlansTab",
        "MoveDialog",
        "DaysOffDialog",
        "HoursForm",
        "AbsenceForm",
        "PlanForm",
    ),
    "job": (
        "JobDialog",
        "JobForm",
        "CancelQuestion",
        "EventForm",
        "StrikeEventForm",
        "VisitForm",
    ),
    "estimates": (
        "EstimatesTab",
        "EstimateForm",
        "AcceptedForm",
        "DeclinedForm",
        "AnswerBackForm",
        "PricesTab",
        "PriceForm",
    ),
    "billing": (
        "BillingPage",
        "ToBillView",
        "InvoicesTab",
        "InvoiceForm",
        "IssuePreview",
        "ShareForm",
        "VoidForm",
        "BillingFactsForm",
    ),
    "closing_day": (
        "ClosingView",
        "ClosingLook",
        "CustomerInvoices",
        "TermsForm",
    ),
    "open_items": (
        "OpenView",
        "HeldDepositForm",
        "ReminderForm",
        "SalesMonthView",
        "InvoicesView",
    ),
    "bank_file": (
        "BankView",
        "DepositForm",
    ),
    "billed_elsewhere": (
        "OutsideView",
        "OutsideInvoiceForm",
    ),
    "payments": (
        "PaymentsView",
        "PaymentForm",
        "CreditForm",
        "CreditNoteForm",
        "CashForm",
        "CashCountsDialog",
        "CashCountsList",
        "CountBackForm",
        "CountCorrectForm",
        "TakeBackForm",
    ),
    "books": ("BooksForm",),
    "receipts": (
        "ReceiptsView",
        "ReceiptForm",
        "ReceiptDialog",
        "ReceiptVoidForm",
        "SavingDialog",
        "GiveOutForm",
    ),
    "work_orders": (
        "WorkOrdersPage",
        "IssueDialog",
        "WhichJobDialog",
        "ReprintDialog",
        "PreviewDialog",
        "WorkOrderPreview",
        "CameOutDialog",
    ),
    "papers": (
        "FilePaperDialog",
        "PutDialog",
        "LendDialog",
        "CabinetsDialog",
        "LabelDialog",
        "FaxDialog",
        "PaperPreview",
        "WhichCopyDialog",
    ),
    "results": (
        "ResultsTab",
        "ResultsForm",
        "SurveyForm",
    ),
    "logs": (
        "ElectricalLedgerTab",
        "RefrigerantDialog",
        "RefrigerantForm",
        "GasForm",
        "StrikeForm",
        "LedgerForm",
        "LedgerReasonDialog",
    ),
    "import": (
        "ImportDialog",
        "ImportsDialog",
        "UndoImportDialog",
    ),
    "export": ("ExportDialog", "ListDestroyedDialog"),
    "disposal": (
        "DisposalPage",
        "AnotherReview",
        "DisposalCheckStep",
    ),
    "disposal_decide": (
        "DecideStep",
        "ReasonsDialog",
        "HoldDialog",
        "ClockQuestion",
    ),
    "disposal_papers": ("PapersStep",),
    "disposal_approval": (
        "ApprovalStep",
        "PlacesDialog",
    ),
    "disposal_destroy": (
        "CertificatePreview",
        "DestroyStep",
        "CertificateStep",
        "DangerConfirm",
    ),
    "safeguards": ("SafeguardsPage",),
    "leaks": (
        "LeaksView",
        "LeaksList",
        "ReportForm",
        "OutPapersDialog",
        "OwnReportsDialog",
        "AddToReportForm",
        "NamePapersForm",
        "JoinForm",
        "ReopenForm",
        "AssessForm",
        "TellForm",
        "DraftDialog",
        "AddCustomerForm",
        "ClientToldForm",
        "LettersForm",
        "FactsForm",
        "MeasureForm",
        "NoteForm",
        "RemoveCustomerForm",
        "SentForm",
        "TextForm",
    ),
    "report_box": (
        "ReportStartView",
        "ProtectionView",
        "ReportWriteView",
        "ReceiptView",
        "ReturnView",
        "ThreadView",
        "ReportsSection",
        "ReportDialog",
        "HandOverDialog",
        "FloodDialog",
    ),
    "requests": (
        "RequestsView",
        "RequestDialog",
        "RequestForm",
        "IdentityForm",
        "AnswerForm",
        "DisclosureDialog",
    ),
    "notices": (
        "NoticeView",
        "NoticeForm",
        "NoticeGivenForm",
        "ConsentForm",
    ),
    "partners": (
        "PartnersView",
        "FirmsTab",
        "LedgerTab",
        "ClientsTab",
        "OrdersTab",
        "FirmForm",
        "OrderForm",
        "OrderStepForm",
        "CheckForm",
        "HandoverForm",
        "ConfirmForm",
        "ClientBackForm",
    ),
    "media": ("MediaView", "MediumForm", "SanitizeForm"),
    "access": (
        "AuditView",
        "AccessView",
        "SignForm",
    ),
    "disposal_ledger": ("LedgerView", "AnswerDialog"),
    "duties": ("DutiesView", "DrillForm"),
    "rules": (
        "RulesPage",
        "OfficeRulesTab",
        "RuleForm",
        "CompareDialog",
    ),
    "training": (
        "TrainingTab",
        "StandingTab",
        "QuizDialog",
        "ViolationsTab",
        "ViolationForm",
    ),
    "retention": (
        "RetentionTab",
        "OwnRuleForm",
        "PeriodForm",
        "EffectDialog",
        "HistoryDialog",
    ),
    "settings": (
        "SettingsPage",
        "PinDialog",
        "PassphraseDialog",
    ),
    "accounts": (
        "AccountsTab",
        "InviteDialog",
        "RenameDialog",
        "RolesDialog",
        "ResetDialog",
        "RemovalDialog",
    ),
    "keys": (
        "KeysTab",
        "RenewDialog",
        "EnrolDialog",
        "WithdrawDialog",
        "NewSheetDialog",
        "BeginStep",
    ),
    "backups": (
        "BackupsTab",
        "ForgetPlaceDialog",
        "RemoveSetAsideDialog",
    ),
    "seats": (
        "SeatsTab",
        "LetJoinDialog",
        "RenameSeatForm",
        "RemoveSeatDialog",
        "SetUpAnewDialog",
        "SuspendSeatDialog",
        "SwitchOffDialog",
        "RunsOnDialog",
    ),
    "joining": (
        "JoinView",
        "CompareView",
        "SeatAwayView",
        "LosingQuestion",
        "NotesQuestion",
    ),
    "connection": (
        "OfficePcPlaceDialog",
        "SeatInstallerDialog",
    ),
    "about": (
        "AboutTab",
        "LicencesDialog",
        "SelfCheckDialog",
        "FirstRunDialog",
        "UpdateDialog",
    ),
    "parts": (
        "ErrorDialog",
        "ColumnDialog",
        "CrashDialog",
        "SampleLoginsDialog",
    ),
    "blacked_out": (),
    "installing": (),
    "reading_aloud": (),
}
"""Screens by the name of their help page; no two classes of the program share a name."""

_PAGE_OF = {screen: page for page, screens in SCREENS.items() for screen in screens}
ANYWHERE = "help"


def page_of(kind: type[QWidget]) -> str:
    """The help page of a class of widgets, or of one that it was made from; empty where there is none."""
    return next((_PAGE_OF[name] for name in _names(kind) if name in _PAGE_OF), "")


def page_for(window: QWidget) -> str:
    """The help page for what a window shows: that of the innermost visible screen.

    Of several side by side it is the one with the keyboard.
    """
    seen = [one for one in (window, *window.findChildren(QWidget)) if _is_seen(one, window)]
    screens = [one for one in seen if page_of(type(one))]
    innermost = max(screens, key=lambda one: (_depth(one), _has_keyboard(one)), default=None)
    return page_of(type(innermost)) if innermost is not None else ANYWHERE


def _names(kind: type[QWidget]) -> Iterator[str]:
    for one in kind.__mro__:
        if one.__module__.startswith(WITHIN):
            yield one.__name__


def _is_seen(one: QWidget, window: QWidget) -> bool:
    return one.isVisible() and one.window() is window


def _depth(one: QWidget) -> int:
    parent = one.parentWidget()
    return 1 + _depth(parent) if parent is not None and not one.isWindow() else 0


def _has_keyboard(one: QWidget) -> bool:
    return any(part.hasFocus() for part in (one, *one.findChildren(QWidget)))
