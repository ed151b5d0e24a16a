"""Every form of the program uses the one mechanism, found in the code and not in a list of screens.

A form is a ``FormDialog`` (or a ``OneTimeForm``): its fields are declared with ``form.add``, which gives each
a label and the place of its error, and ``keep_draft`` lets what was typed survive a lock and a crash.
"""

from __future__ import annotations

import ast
import inspect
import pkgutil
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module

from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
)

import hvacdesk.ui
from hvacdesk.ui.widgets.form_dialog import FormDialog

INPUTS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox, QCheckBox, QRadioButton)
KEEPS = ("keep_draft(", "keep_for_incident(", "draft.keep(")

BASES = {"BookingForm", "ChoiceForm", "EndForm", "IssuingForm", "LeftOverForm", "ReasonForm", "_CountForm"}
"""Bases of forms: the forms made from them keep what is typed, or ask for one choice."""

ONE_CHOICE = {
    "DepositForm": "the invoices of one deposit, which the bank's file proposes again",
    "AnswerBackForm": "whether it is taken back",
    "DeclinedForm": "whether the job ends too",
    "IdentityForm": "by what somebody was known",
    "JoinForm": "one of the other incidents",
    "LabelDialog": "a sheet and a place on it; whom it is for is chosen before",
    "NoticeGivenForm": "one way",
    "OutsideInvoiceForm": "the jobs of one invoice, which the other program's file proposes again",
    "PutDialog": "one cabinet",
    "ReceiptVoidForm": "whether it is made void",
    "RemoveCustomerForm": "one reason",
    "StrikeEventForm": "an event and a reason",
    "StrikeForm": "one reason",
    "TakeBackForm": "whether it is taken back",
    "TellForm": "one outcome",
    "VoidForm": "whether it is made void",
}
"""Forms in which nothing is typed, and what is chosen: it is chosen again as fast as it is found again."""

ACTS = {
    "AnswerBackForm": "takes an answer back as it is shown",
    "CreditForm": "money that was paid in: what is left of it is looked at again before it is used",
    "ReceiptVoidForm": "makes one receipt void as it is shown",
    "TakeBackForm": "takes one payment back as it is shown",
}
"""Forms of one act about money, which nobody does on top of another person's: it is looked at again first."""

ELSEWHERE = {
    "a part of forms: what is typed there is in their draft": {
        *("AddressFields", "CallerFields", "CautionFields", "DueFields", "ItemFields", "MeasureField"),
        *("NameFields", "PartyFields", "PaymentFields", "PhoneFields", "RoleChoice", "SiteChoice"),
        *(
            "SlotFields",
            "SurveyFields",
            "OfficeForm",
            "SealTitles",
            "UnitBlock",
            "UnitBlocks",
            "_LineRow",
            "ReasonChoice",
        ),
    },
    "narrows down what is listed, or seeks in it; nothing is entered": {
        *(
            "AccessView",
            "CustomersPage",
            "DayRange",
            "DecideStep",
            "FilteredRows",
            "HelpDialog",
            "LedgerTab",
            "SumRange",
        ),
        *(
            "ClosingView",
            "InvoicesView",
            "LedgerView",
            "PaperRegister",
            "PlansTab",
            "ReceiptsView",
            "PricesTab",
            "RemindersTab",
            "SalesMonthView",
            "SearchDialog",
        ),
        *("StandingTab", "CompareDialog"),
    },
    "counts as soon as it is chosen": {
        *("ColumnDialog", "EntryWindow", "EstimatesTab", "LabelFeed", "PersonalTab", "PlacesDialog"),
        *("SeatsTab", "AddressChoice"),
    },
    "a question with one answer to choose": {
        *("CameOutDialog", "ExportDialog", "ForgetPlaceDialog", "IssueDialog", "ListDestroyedDialog"),
        *("MergeDialog", "NoticeTick", "PeopleTab", "WhichCopyDialog", "WhichJobDialog", "DisclosureDialog"),
    },
    "before anybody has logged in there is no open office to keep a draft in": {
        *("FindStep", "FolderWarning", "OwnerStep", "SheetCheckStep", "TakeOverView", "UnlockStep"),
        *("JoinView", "OfficePcPlaceDialog"),
    },
    "a passphrase or code, of which no draft may be": {"CodeField", "PassphraseEdit", "ReturnView"},
    "a report's traces stay in its box alone": {
        *("HandOverDialog", "ReaderChoice", "ReceiptView", "ReportDialog", "ReportWriteView", "SecretText"),
    },
    "the file is opened again in two steps, and nothing personal may outlive the wizard": {
        *("ColumnsStep", "FileStep", "ImportCheckStep"),
    },
    "compared with what is stored, and never kept": {"AnswerDialog", "CallerCheckDialog", "DangerConfirm"},
    "a paper in hand is scanned, and counts at once": {"PapersStep", "ScanCard"},
    "a passphrase goes with it, and the batch keeps all that was decided": {
        *("ApprovalStep", "ShreddingFields"),
    },
    "goes with a code that ends in ten minutes": {"LetJoinDialog"},
    "is only read": {"LicencesDialog"},
}
"""What has something to fill in and is no form that keeps a draft, by the reason for that."""

ABOUT = {
    "one record, whose id is the key": {
        *("'accepted' row.estimate", "'add-to-report' report.incident", "'answer' request"),
        *("'call' note.note", "'call-outcome' note.note", "'client-back' row.job"),
        *("'customer' edit.customer", "'estimate' detail.row.estimate", "'fax' row.job"),
        *("'invoice' detail.row.invoice", "'invoice_share' job", "'pay_terms' customer"),
        *("'count_back' row.count", "'count_correct' row.count", "'held_deposit' held.job"),
        *("'payment' customer", "'payment_credit' row.payment", "'credit_note' note.invoice"),
        "'payment_reminder' offer.customer",
        "'receipt' row.payment",
        *("'firm-check' self._firm", "'handover-back' row.record", "'hold' customer", "'job' job[0]"),
        *("'ledger' draft.job", "'lend' row.paper", "'move' block.row.job", "'partner_order' order"),
        *("'refrigerant' log.unit", "'rename' member.account", "'request-correct' kept"),
        "'seat' seat.seat",
        *("'results' sheet.job", "'sanitize' row.medium", "'signature' self._month"),
        *("'survey' sheet.job", "'visit' row.job", "'period' one.rule.code[:40]"),
    },
    "one record, and what is asked of it is in the form's name or in the key": {
        "form job",  # an event, or one step of the job
        "form key",  # gas that is handed on, or the certificate alone
        "form row.order",  # the next step, or a withdrawal
        "'consent' key",
        "f'incident-{form}' f'{about[:16]}-{which[:16]}'",
    },
    "one record, or a new one for the record or number that is in the key": {
        "'call' '-'.join(('new', *known.values()))",
        *("'contact' key", "'job' f'new-{self._requester}'", "'partner_order' key", "'plan' key"),
        *("'request' customer or 'new'", "'site' key", "'unit' key"),
    },
    "one record of the office's own, or a new one: it is for nobody": {
        *("'firm' self._record or 'new'", "'medium' key", "'own-rule' NEW", "'price' key", "'rule' code"),
        *("'absence' 'new'", "'cabinet' 'line'", "'drill' 'new'", "'first-run' 'new'", "'hours' 'new'"),
        *("'layout' 'papers'", "'notice' 'new'", "'office' 'facts'", "'violation' key"),
        *("'books' 'office'", "'cash' 'office'", "'receipts_out' 'office'"),
        *("'billing_facts' 'office'", "'enrol' 'settings'", "'invite' 'settings'", "form 'new'"),
    },
    "one file, of which the program reads one at a time": {"f'{self.tab}_file' 'file'"},
    "a new one that says in its own fields whom it is about, and is opened for nobody else": {
        *("'customer' 'new'", "'handover' 'new'", "'incident-report' 'new'", "'paper' 'new'"),
    },
}
"""Each form's name and key as the code has them, by what such a draft is about.

A draft fills in whatever form is opened with the same name and key. One about a customer names the records of
that customer by id or number, in its key, its arguments or its fields: by that it is destroyed with them.
"""
MECHANISM = "hvacdesk.ui.widgets.form_dialog"


def modules() -> list[str]:
    return [found.name for found in pkgutil.walk_packages(hvacdesk.ui.__path__, "hvacdesk.ui.")]


@cache
def own_classes() -> dict[str, type]:
    """Every class of the windows by its name; no name is there twice."""
    return {
        name: one
        for module in map(import_module, modules())
        for name, one in vars(module).items()
        if inspect.isclass(one) and one.__module__ == module.__name__
    }


def source(one: type) -> str:
    return inspect.getsource(one)


def inputs_of(one: type) -> Iterator[str]:
    """What the class makes itself that somebody fills in, through a function too."""
    known = vars(sys.modules[one.__module__])
    for node in ast.walk(ast.parse(inspect.cleandoc("\n" + source(one)))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            made = known.get(node.func.id)
            if inspect.isfunction(made):
                made = vars(sys.modules[made.__module__]).get(str(made.__annotations__.get("return")))
            if inspect.isclass(made) and issubclass(made, INPUTS):
                yield node.func.id


def with_inputs() -> dict[str, type]:
    return {
        name: one
        for name, one in own_classes().items()
        if not issubclass(one, INPUTS) and one is not FormDialog and any(inputs_of(one))
    }


def keeps_what_is_typed(one: type) -> bool:
    own = [base for base in one.__mro__ if base.__name__ in own_classes() and base is not FormDialog]
    return any(word in source(base) for base in own for word in KEEPS)


def others() -> set[str]:
    return set().union(*ELSEWHERE.values())


def test_every_form_keeps_what_was_typed_or_says_why_not() -> None:
    """A new form that goes around the mechanism is found here, by its code alone."""
    forms = {name: one for name, one in own_classes().items() if issubclass(one, FormDialog)}
    loses = {name for name, one in forms.items() if one is not FormDialog and not keeps_what_is_typed(one)}
    assert loses == {*BASES, *ONE_CHOICE}, "call watch() and keep_draft(), or say what alone is chosen"


def test_what_is_filled_in_outside_of_forms_is_known_with_its_reason() -> None:
    outside = {
        name
        for name, one in with_inputs().items()
        if not issubclass(one, FormDialog) and not keeps_what_is_typed(one)
    }
    assert outside == others(), "make it a FormDialog, or say here why it is none"


def test_each_base_is_kept_by_every_form_that_is_one() -> None:
    for name in BASES:
        derived = own_classes()[name].__subclasses__()
        assert derived
        loses = {one.__name__ for one in derived if not keeps_what_is_typed(one)}
        assert loses <= ONE_CHOICE.keys() | BASES  # a base made from another one is looked at by itself


def test_the_exceptions_have_one_reason_each() -> None:
    listed = sorted(name for names in ELSEWHERE.values() for name in names)
    assert listed == sorted(set(listed))


def drafts_kept() -> list[str]:
    """The form and key of each draft, as the code has them."""
    found = []
    for module in map(import_module, modules()):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if not isinstance(node, ast.Call) or module.__name__ == MECHANISM:
                continue
            if ast.unparse(node.func) in ("self.keep_draft", "self.draft.keep"):
                found.append(" ".join(map(ast.unparse, node.args[:2])))
    return found


def test_each_draft_is_about_one_thing_and_fills_in_no_other_form() -> None:
    listed = sorted(one for kind in ABOUT.values() for one in kind)
    assert sorted(drafts_kept()) == listed, "say what it is about: is what tells it from others in its key?"


def test_a_statement_is_asked_for_where_it_is_heeded() -> None:
    """“This is not a card number” that changes nothing would leave a person with no way on."""
    forms = [one for one in own_classes().values() if issubclass(one, FormDialog) and one is not FormDialog]
    heed = {one.__name__ for one in forms if "number_allowed" in source(one)}
    assert heed
    assert heed == {one.__name__ for one in forms if one.takes_statement}


def test_a_form_that_saves_with_a_version_can_read_its_record_again() -> None:
    """Without that it is a dead end once somebody else saved the record."""
    forms = [one for one in own_classes().values() if issubclass(one, FormDialog) and one is not FormDialog]
    states = {one.__name__ for one in forms if ".version" in source(one) or ".revision" in source(one)}
    assert states
    assert states - {one.__name__ for one in forms if one.present is not FormDialog.present} == ACTS.keys()
