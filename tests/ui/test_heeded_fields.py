"""Every field of every form has a part in what the form hands over when it is saved.

Forms write by hand what of their fields makes a record, so that a field can be forgotten there: each is
changed in turn, and something else has to be handed over. ``test_saved_forms.py`` opens the forms anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.ui.billing.estimate_form import EstimateForm
from hvacdesk.ui.papers.filing import FilePaperDialog
from hvacdesk.ui.theme import Scheme
from hvacdesk.ui.widgets.form_dialog import FormDialog
from tests.helpers.handed_over import fields_in, unheeded
from tests.helpers.screens.desk import SCREENS
from tests.helpers.screens.stage import TODAY, Look, Stage, build_sample_office, open_stage
from tests.helpers.secret_service import SecretService
from tests.ui.test_forms import BASES, own_classes

SHOWN = {
    "AbsenceForm": ("day-off-new",),
    "AcceptedForm": ("estimate-accepted",),
    "AddCustomerForm": ("leak-add",),
    "AddToReportForm": ("leak-add-to-report",),
    "AnswerForm": (
        "request-answer",
        "request-suspend",
    ),
    "AssessForm": (
        "leak-client-questions",
        "leak-questions-of-a-loss",
    ),
    "BillingFactsForm": ("billing-facts",),
    "CallNoteForm": (
        "call-new",
        "call-change",
    ),
    "CashForm": ("payment-cash",),
    "CheckForm": ("firm-check",),
    "ClientBackForm": ("client-data-back",),
    "ClientToldForm": ("leak-client-told",),
    "ConfirmForm": ("handover-back",),
    "ConsentForm": ("consent-withdrawn",),
    "ContactForm": (
        "contact-new",
        "contact-change",
    ),
    "CorrectForm": ("request-correct",),
    "CountBackForm": ("count-back",),
    "CountCorrectForm": ("count-correct",),
    "CreditForm": ("payment-credit",),
    "CreditNoteForm": ("credit-note-back",),
    "CustomerForm": (
        "customer-cautions",
        "customer-change",
    ),
    "DeclinedForm": ("estimate-declined",),
    "DepositForm": ("bank-deposit",),
    "DraftDialog": ("leak-draft",),
    "DrillForm": ("drill-form",),
    "EstimateForm": ("estimate-draft",),
    "EventForm": ("job-event-handover",),
    "FactsForm": ("leak-facts-form",),
    "FaxDialog": ("fax",),
    "FilePaperDialog": ("paper-file",),
    "FinishForm": ("call-finish",),
    "FirmForm": ("firm-client",),
    "GasForm": ("gas-handed-on",),
    "GiveOutForm": ("receipts-out",),
    "HandoverForm": ("handover-new",),
    "HeldDepositForm": ("held-deposit",),
    "HoldDialog": ("disposal-hold",),
    "HoursForm": ("working-hours",),
    "IdentityForm": ("request-identity",),
    "InvoiceForm": ("invoice-draft",),
    "JobForm": (
        "job-new",
        "job-change",
    ),
    "JoinForm": ("leak-join",),
    "LabelDialog": ("labels",),
    "LedgerForm": ("electrical-form",),
    "LendDialog": ("paper-lend",),
    "LettersForm": ("leak-letters",),
    "MeasureForm": ("leak-measure",),
    "MediumForm": ("medium-new",),
    "MoveDialog": ("schedule-move",),
    "NamePapersForm": ("leak-papers",),
    "NoteForm": ("leak-note",),
    "NoticeForm": ("notice-write",),
    "NoticeGivenForm": ("notice-given",),
    "OrderForm": ("partner-order-new",),
    "OrderStepForm": ("partner-order-step",),
    "OutsideInvoiceForm": ("outside-invoice",),
    "OwnRuleForm": ("retention-own-rule",),
    "PaymentForm": ("payment",),
    "PeriodForm": ("retention-period",),
    "PlanForm": ("plan-form",),
    "PriceForm": ("price-new",),
    "PutDialog": ("paper-put",),
    "ReceiptForm": ("receipt-given-back",),
    "RefrigerantForm": ("refrigerant-form",),
    "ReminderForm": ("payment-reminder",),
    "RemoveCustomerForm": ("leak-remove",),
    "RenameDialog": ("account-rename",),
    "ReopenForm": ("leak-reopen",),
    "ReportForm": ("leak-report",),
    "RequestForm": ("request-new",),
    "ResultsForm": ("results-form",),
    "RuleForm": ("rule-form",),
    "SanitizeForm": ("medium-sanitized",),
    "SentForm": ("leak-sent",),
    "ShareForm": ("invoice-share",),
    "SignForm": ("access-sign",),
    "SiteForm": (
        "site-new",
        "site-change",
    ),
    "StrikeEventForm": ("job-strike-event",),
    "StrikeForm": ("refrigerant-strike",),
    "SurveyForm": ("survey-form",),
    "TellForm": ("leak-tell",),
    "TermsForm": ("pay-terms",),
    "TextForm": ("leak-text",),
    "UnitForm": (
        "unit-new",
        "unit-change",
    ),
    "ViolationForm": ("rule-violation",),
    "VisitForm": ("visit-form",),
}
"""The screens that show each form; two where a record that is there is changed in another way."""

LEFT_OUT = {
    "AnswerBackForm": "it has no field",
    "BooksForm": "it writes a file: tests/ui/billing/test_for_the_books.py reads it",
    "FirstRunDialog": "it writes a file: tests/ui/office/test_first_run.py reads it",
    "IncidentForm": "a base: each form made from it is here",
    "ReceiptVoidForm": "it has no field",
    "RenameSeatForm": "no service of the office keeps the name: tests/ui/entry/test_other_pcs.py does",
    "TakeBackForm": "it has no field",
    "VoidForm": "it has no field",
}
"""Forms that are not looked at here, and why."""

_ADDS = "it adds what is chosen in its open list to the field above, and says the same again then"
UNHEEDED = {
    "DepositForm": {
        "allocations": "it takes numbers of open invoices alone: test_deposits.py types them",
        "waiting": _ADDS,
    },
    "FaxDialog": {"again": "what is typed a second time is compared with the first"},
    "OutsideInvoiceForm": {"waiting": _ADDS},
}
"""Fields that may hold this or that here while the same is handed over, by their form, and why."""


def paper_of_somebody(stage: Stage) -> QWidget:
    row = stage.office.customers.search(stage.actor, "").rows[0]
    return stage.show(FilePaperDialog(stage.ctx, row))


OPENED: dict[str, Callable[[Stage], QWidget]] = {"paper-file": paper_of_somebody}
"""What is opened instead of a screen: a form that nobody can save before somebody is chosen."""

TYPED: dict[str, dict[str, tuple[str, ...]]] = {
    "FaxDialog": dict.fromkeys(("number", "again"), ("052-736-5610", "052-736-5611")),
    "CustomerForm": {"phones": ("090-1234-5678", "090-8765-4321")},
}
"""What is typed into fields that take no plain word or number, by their form."""

ROLES = tuple(dict.fromkeys(one.who for one in SCREENS if any(one.name in names for names in SHOWN.values())))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> Path:
    home = tmp_path_factory.mktemp("sample") / "office"
    build_sample_office(home)
    return home


@pytest.fixture
def stage(office: Path, tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Stage]:
    with open_stage(office, tmp_path / "office", qtbot, request.param) as stage:
        stage.use(Look("en", Scheme.LIGHT, 100))
        stage.clock.go_to(TODAY)
        yield stage


@pytest.mark.parametrize("stage", ROLES, indirect=True, ids=lambda role: role.value)
def test_what_is_put_into_a_field_is_handed_over(stage: Stage) -> None:
    kinds = {name: kind for kind, names in SHOWN.items() for name in names}
    wrong = []
    for screen in SCREENS:
        kind = kinds.get(screen.name)
        if screen.who is not stage.who or kind is None:
            continue
        form = OPENED.get(screen.name, screen.open)(stage)
        stage.calm()
        assert isinstance(form, FormDialog)
        assert type(form).__name__ == kind, screen.name
        assert fields_in(form), f"{screen.name} has nothing to fill in"
        found = unheeded(form, TYPED.get(kind, {}))
        if isinstance(form, EstimateForm):  # this box changes what the lines hand over, too
            for apart in (True, False):
                form.costs_apart.setChecked(apart)
                if form.record().costs_apart is not apart:
                    wrong.append(f"{kind}: “costs_apart” is not heeded")
        known = UNHEEDED.get(kind, {})
        wrong += [f"{kind}: “{field}” is not heeded" for field in found if field not in known]
        wrong += [f"{kind}: “{field}” is heeded by now" for field in known if field not in found]
        for one in stage.window.findChildren(QDialog):
            stage.window.drafts.release(one)
        stage.clear()
    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)


def test_every_form_is_looked_at_or_says_why_not() -> None:
    forms = {name for name, one in own_classes().items() if issubclass(one, FormDialog)}
    assert forms - {FormDialog.__name__, *BASES} == {*SHOWN, *LEFT_OUT}
    assert not SHOWN.keys() & LEFT_OUT.keys()


def test_every_screen_named_here_is_there() -> None:
    assert {name for names in SHOWN.values() for name in names} <= {one.name for one in SCREENS}
