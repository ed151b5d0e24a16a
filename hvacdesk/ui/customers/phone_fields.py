"""Phone numbers of a customer: as many as there are, each with its kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.customers.customer_rules import likely_kind
from hvacdesk.domain.customers.customers import PHONE_KIND_NAMES, CustomerKind, Phone, PhoneKind, PhoneView
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.text.phones import BadPhone, format_phone
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.language import words
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.choices import code_choice
from hvacdesk.ui.widgets.form import Form, FormField
from hvacdesk.ui.widgets.part_edit import NOTHING, PartEdit, part_of

Reveal = Callable[[int, Callable[[str], None]], None]


@dataclass
class _PhoneLine:
    """One number.

    Attributes:
        position: of the stored phone that the line shows; None for a new one.
        shown: what the line showed of that.
    """

    position: int | None
    shown: str
    kind: QComboBox
    kind_before: PhoneKind
    number: PartEdit
    field: FormField
    row: QWidget
    removed: bool = False
    kind_given: bool = False
    """Whether the kind is stored or was chosen: then no number changes it."""

    @property
    def chosen_kind(self) -> PhoneKind:
        return PhoneKind(self.kind.currentData())


class PhoneFields(QObject):
    """The rows of the form that hold phones.

    Signals:
        edited(): something was typed, chosen or removed.
        finished(): a number was left by the cursor.
    """

    edited = Signal()
    finished = Signal()

    def __init__(
        self,
        ctx: DeskContext,
        form: Form,
        phones: Sequence[PhoneView] = (),
        reveal: Reveal | None = None,
        *,
        whose: Callable[[], CustomerKind],
    ) -> None:
        """``whose`` tells whether the numbers are a person's or an organisation's."""
        super().__init__(form)
        self._whose = whose
        self._ctx = ctx
        self._form = form
        self._reveal = reveal
        self.lines: list[_PhoneLine] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(8))
        form.column.addLayout(self._column)
        for phone in phones:
            self._add(phone.position, phone.kind, phone.number)
        if not phones:
            self._add(None, PhoneKind.MOBILE, NOTHING)
        more = button(self.tr("Add a phone number"), self.add, kind="link", icon="plus")
        form.column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def add(self) -> None:
        """Add an empty line and put the cursor there."""
        self._add(None, PhoneKind.MOBILE, NOTHING)
        self.lines[-1].number.setFocus()

    def _add(self, position: int | None, kind: PhoneKind, number: Masked) -> None:
        kinds = code_choice(self._ctx.words, PHONE_KIND_NAMES)
        kinds.setCurrentIndex(kinds.findData(kind.value))
        kinds.setAccessibleName(self.tr("Kind of phone"))
        edit = part_of(number, self._reveal, position)
        edit.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        key = f"phones.{len(self.lines)}"
        field = self._form.field(key, self.tr("Phone {number}").format(number=len(self.lines) + 1), edit)
        if not self.lines:
            self._form.fields["phones"] = field
        row = QWidget()
        line = _PhoneLine(
            position, number.text, kinds, kind, edit, field, row, kind_given=position is not None
        )
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(field, 3, Qt.AlignmentFlag.AlignTop)
        remove = button(
            "", lambda: self._remove(line), kind="icon", icon="x", name=self.tr("Remove"), beside=True
        )
        below_nothing = FormField(" ", remove)  # as high as the others' names: an error moves nothing
        remove.setAccessibleName(self.tr("Remove"))
        for part, share in ((FormField(self.tr("Kind"), kinds), 2), (below_nothing, 0)):
            layout.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
        # A kind is stored together with its number, so it cannot be changed while the number is hidden.
        kinds.setEnabled(not edit.masked)
        edit.textChanged.connect(lambda _text: kinds.setEnabled(not edit.masked))
        edit.edited.connect(self.edited)
        edit.editingFinished.connect(lambda: self._format(line))
        kinds.activated.connect(lambda _number: self._choose_kind(line))
        self.lines.append(line)
        self._column.addWidget(row)

    def _choose_kind(self, line: _PhoneLine) -> None:
        line.kind_given = True
        self.edited.emit()

    def _guess_kind(self, line: _PhoneLine) -> None:
        if not line.kind_given:
            kind = likely_kind(line.number.text(), self._whose())
            line.kind.setCurrentIndex(line.kind.findData(kind.value))

    def _remove(self, line: _PhoneLine) -> None:
        line.removed = True
        line.row.hide()
        self.edited.emit()

    def _format(self, line: _PhoneLine) -> None:
        text = line.number.changed()
        if not text:
            line.field.set_error("")
            return
        try:
            line.number.setText(format_phone(text))
            self._guess_kind(line)
            line.field.set_error("")
        except BadPhone as error:
            line.field.set_error(error.in_short(words))
        self.finished.emit()

    def check(self) -> None:
        """Raise :class:`BadPhone` for the first line that holds no phone number."""
        for number, line in enumerate(self.lines):
            text = line.number.changed()
            if not line.removed and text:
                try:
                    format_phone(text)
                except BadPhone:
                    raise BadPhone("phones", part=str(number)) from None

    def phones(self) -> tuple[Phone, ...]:
        """The numbers as typed, for a new customer."""
        return tuple(
            Phone(line.chosen_kind, line.number.text().strip())
            for line in self.lines
            if not line.removed and line.number.text().strip()
        )

    def changes(self) -> dict[int, Phone | None]:
        """Changed, removed (None) and new numbers by position, as the service takes them."""
        found: dict[int, Phone | None] = {}
        fresh = sum(line.position is not None for line in self.lines)
        for line in self.lines:
            text = line.number.changed()
            if line.position is None:
                if text and not line.removed:
                    found[fresh] = Phone(line.chosen_kind, text)
                    fresh += 1
            elif line.removed or text == "":
                found[line.position] = None
            elif text is not None or (line.chosen_kind is not line.kind_before and not line.number.masked):
                found[line.position] = Phone(line.chosen_kind, line.number.text().strip())
        return found

    def typed(self) -> list[dict[str, object]]:
        """What was typed, for a draft: one entry a line that differs.

        With what was shown of the stored number: another may be at its position when it is put back.
        """
        return [
            {
                "position": line.position,
                "shown": line.shown,
                "kind": line.chosen_kind.value,
                "number": "" if line.removed else line.number.changed() or "",
                "removed": line.removed,
            }
            for line in self.lines
            if (line.removed and line.position is not None)
            or (line.number.changed() is not None and not line.removed)
        ]

    def _line_of(self, entry: dict[str, object]) -> _PhoneLine | None:
        """The line that a draft's entry is about; None where there is none, or two are alike elsewhere."""
        position, shown = entry["position"], entry.get("shown")
        if position is None:
            return next((one for one in self.lines if one.position is None), None)
        alike = [one for one in self.lines if one.position is not None and shown in (None, one.shown)]
        there = [one for one in alike if one.position == position]
        return next(iter(there or (alike if len(alike) == 1 and shown is not None else ())), None)

    def fill(self, typed: Sequence[dict[str, object]]) -> None:
        """Put a draft back; a number without a kind gets the likely one.

        What was typed over a stored number that is not there any more comes as a new one.
        """
        for entry in typed:
            line = self._line_of(entry)
            if line is None and entry.get("removed"):
                continue
            if line is None or (line.position is None and line.number.text()):
                self._add(None, PhoneKind.MOBILE, NOTHING)
                line = self.lines[-1]
            if entry.get("removed"):
                self._remove(line)
                continue
            line.number.setText(str(entry["number"]))
            if entry["kind"]:
                line.kind.setCurrentIndex(line.kind.findData(entry["kind"]))
                line.kind_given = True
            else:
                self._guess_kind(line)
