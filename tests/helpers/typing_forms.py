"""Typing into every field of a form, as somebody would who is interrupted then."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from hvacdesk.store.sealed_columns import sealed_columns
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form import FormField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import FormDraft
from hvacdesk.ui.widgets.passphrase_edit import PassphraseEdit
from tests.helpers.fitting import name_of

ANY_DAY = date(2026, 11, 20)
ANY_TEXT = "7"
"""A text that a number may be, too."""

NEEDS_NO_DRAFT = {
    "AnswerDialog": "a customer number",
    "CallerCheckDialog": "compared with what is stored, and never kept",
    "CustomerFinder": "a search",
    "DepositForm": "the bank's file is read again first, and proposes it again",
    "OutsideInvoiceForm": "the other program's file is read again first, and proposes it again",
    "DangerConfirm": "a number that arms the button",
    "HandOverDialog": "a report's traces stay in its box alone",
    "HelpDialog": "a search",
    "ImportDialog": "the file is opened again in two steps, and nothing personal may outlive the wizard",
    "LetJoinDialog": "a name that goes with a code which ends in ten minutes",
    "NewSheetDialog": "groups of a secret that is on paper alone",
    "OfficePcPlaceDialog": "an address, and the office that would keep it is not reached",
    "QuickSearchDialog": "a search",
    "ReportDialog": "a report's traces stay in its box alone",
    "WithdrawDialog": "nothing is typed but a proof",
}
"""Dialogs with something to type of which nothing is kept, and why."""

TYPED_ANEW = {"FaxDialog": 2}
"""So many fields of a form, its first ones, have to be typed again after an interruption."""

NOT_KEPT = {
    "ResultsForm": {"confirm": "It is a statement about one save, and is asked for again with the next."},
}
"""The boxes of a form that no draft keeps, by the form's name for them, and why."""

SEALED_TEXT = "7788"
"""What :func:`type_sealed` types; the last four digits of a card are four."""
OPEN_OF_THE_SAME_NAME = {
    "BillingFactsForm": {"bank", "branch"},
    "CheckForm": {"remarks"},
    "InvoiceForm": {"remarks"},
}
"""The fields of a form that are stored unsealed, though a sealed column is called the same."""


def text_fields(form: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    """Everything in a form that somebody can type into, from the top to the foot."""
    found = [one for one in form.findChildren(QWidget) if isinstance(one, (QLineEdit, QPlainTextEdit))]
    return [one for one in found if _is_typed_into(one, form)]


def _is_typed_into(one: QLineEdit | QPlainTextEdit, form: QWidget) -> bool:
    inner = isinstance(one.parentWidget(), (QAbstractSpinBox, QComboBox, PassphraseEdit))
    return not inner and one.isVisibleTo(form) and one.isEnabled() and not one.isReadOnly()


def boxes(form: QWidget) -> list[QCheckBox | QSpinBox]:
    """What is ticked and counted in a form."""
    own = [getattr(form, name) for name in NOT_KEPT.get(type(form).__name__, {})]
    found = [one for one in form.findChildren(QWidget) if isinstance(one, (QCheckBox, QSpinBox))]
    return [one for one in found if one.isVisibleTo(form) and one.isEnabled() and one not in own]


def choose_everywhere(form: QWidget) -> None:
    """Tick what is not ticked and the other way round, and count everything one on."""
    for box in boxes(form):
        if isinstance(box, QCheckBox):
            box.toggle()
        else:
            box.setValue(box.value() + 1)


def choices(form: QWidget) -> list[object]:
    """What is ticked, and what was counted."""
    return [one.isChecked() if isinstance(one, QCheckBox) else one.value() for one in boxes(form)]


def type_everywhere(form: QWidget) -> None:
    """Type into every field, over what is there."""
    for field in text_fields(form):
        if isinstance(field, QPlainTextEdit):
            field.setPlainText(ANY_TEXT)
        else:
            field.setText(day_text(ANY_DAY) if isinstance(field, DateField) else ANY_TEXT)


def type_sealed(form: QWidget) -> bool:
    """Type :data:`SEALED_TEXT` into what is stored sealed; whether there is such a field."""
    sealed = {column.column for column in sealed_columns()}
    sealed -= OPEN_OF_THE_SAME_NAME.get(type(form).__name__, set())
    shown = set(text_fields(form))
    found = False
    for key, field in form.form.fields.items() if isinstance(form, FormDialog) else ():
        if key.rpartition(".")[2] in sealed and field.control in shown:
            put = (
                field.control.setPlainText
                if isinstance(field.control, QPlainTextEdit)
                else field.control.setText
            )
            put(SEALED_TEXT)
            found = True
    return found


def texts(form: QWidget) -> list[str]:
    """The content of every field that is kept."""
    fields = text_fields(form)[TYPED_ANEW.get(type(form).__name__, 0) :]
    return [one.toPlainText() if isinstance(one, QPlainTextEdit) else one.text() for one in fields]


def loses_what_is_typed(shown: QWidget) -> bool:
    """Whether it is a dialog with fields of which no draft is kept, for no known reason."""
    if not isinstance(shown, Dialog) or not text_fields(shown) or type(shown).__name__ in NEEDS_NO_DRAFT:
        return False
    return not keeps_draft(shown)


def errors_nowhere(shown: QWidget) -> list[str]:
    """The fields of a form that have no place below them to say what is wrong with them."""
    if not isinstance(shown, FormDialog):
        return []
    return [name_of(field) for field in text_fields(shown) if not _has_place(field)]


def _has_place(field: QWidget | None) -> bool:
    while field is not None and not isinstance(field, FormField):
        field = field.parentWidget()
    return field is not None


def keeps_draft(shown: QWidget) -> bool:
    """Whether what is typed into a form survives a lock."""
    draft = getattr(shown, "draft", None)
    return isinstance(draft, FormDraft) and draft.kept


def interrupt(form: FormDialog) -> None:
    """Let a form go as a lock does: what is typed is stored, and the window closes without being saved."""
    drafts = form.ctx.drafts
    drafts.keep_all()
    drafts._forget(id(form))
    form.draft.kept = False
    form.done(0)
