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

BASES = {"ChoiceForm", "EndForm"}
"""Bases of forms, each of which keeps what is typed by itself."""

ONE_CHOICE = {
    "DeclinedForm": "whether the job ends too",
    "IdentityForm": "by what somebody was known",
    "JoinForm": "one of the other incidents",
    "LabelDialog": "a sheet and a place on it; whom it is for is chosen before",
    "NoticeGivenForm": "one way",
    "PutDialog": "one cabinet",
    "RemoveCustomerForm": "one reason",
    "StrikeEventForm": "an event and a reason",
    "TellForm": "one outcome",
}
"""Forms in which nothing is typed, and what is chosen: it is chosen again as fast as it is found again."""

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
        *("AccessView", "CustomersPage", "DayRange", "DecideStep", "FilteredRows", "HelpDialog", "LedgerTab"),
        *("LedgerView", "PaperRegister", "PlansTab", "PricesTab", "RemindersTab", "SearchDialog"),
        *("StandingTab", "CompareDialog"),
    },
    "counts as soon as it is chosen": {
        *("ColumnDialog", "EntryWindow", "EstimatesTab", "LabelFeed", "PersonalTab", "PlacesDialog"),
    },
    "a question with one answer to choose": {
        *("CameOutDialog", "ExportDialog", "ForgetPlaceDialog", "IssueDialog", "ListDestroyedDialog"),
        *("MergeDialog", "NoticeTick", "PeopleTab", "WhichCopyDialog", "WhichJobDialog", "DisclosureDialog"),
    },
    "before anybody has logged in there is no open office to keep a draft in": {
        *("FindStep", "FolderWarning", "OwnerStep", "SheetCheckStep", "TakeOverView", "UnlockStep"),
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
    "is only read": {"LicencesDialog"},
}
"""What has something to fill in and is no form that keeps a draft, by the reason for that."""


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
    forms = with_inputs()
    loses = {
        name for name, one in forms.items() if issubclass(one, FormDialog) and not keeps_what_is_typed(one)
    }
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
        assert [one.__name__ for one in derived if not keeps_what_is_typed(one)] == []


def test_the_exceptions_have_one_reason_each() -> None:
    listed = sorted(name for names in ELSEWHERE.values() for name in names)
    assert listed == sorted(set(listed))


def test_a_statement_is_asked_for_where_it_is_heeded() -> None:
    """“This is not a card number” that changes nothing would leave a person with no way on."""
    forms = [one for one in own_classes().values() if issubclass(one, FormDialog) and one is not FormDialog]
    heed = {one.__name__ for one in forms if "number_allowed" in source(one)}
    assert heed
    assert heed == {one.__name__ for one in forms if one.takes_statement}
