"""An address by component; the postal code fills it in, and several towns under one code are offered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from hvacdesk.domain.customers.customers import Address
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.text.text_forms import hyphenated, postal_code_of
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.errors import show_error
from hvacdesk.ui.widgets.example import show_example
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.part_edit import NOTHING, part_of
from hvacdesk.ui.widgets.postal_code import hyphenate_when_left
from hvacdesk.ui.widgets.text import label

PARTS = ("postal_code", "prefecture", "city", "town", "street", "building")
AREA = ("prefecture", "city", "town")
"""What a postal code fills in."""

Reveal = Callable[[str, Callable[[str], None]], None]


class AddressFields(QObject):
    """The rows of a form that hold an address. Their keys are ``address.postal_code`` and so on.

    Signals:
        edited(): something was typed or filled in.
    """

    edited = Signal()

    def __init__(
        self,
        ctx: DeskContext,
        form: Form,
        address: Mapping[str, Masked] | None = None,
        reveal: Reveal | None = None,
        *,
        required: bool = False,
    ) -> None:
        super().__init__(form)
        self._ctx = ctx
        self._form = form
        self._asked = ""
        known = dict(address or {})
        if code := known.get("postal_code"):
            known["postal_code"] = replace(code, text=hyphenated(code.text))
        names = {
            "postal_code": self.tr("Postal code"),
            "prefecture": self.tr("Prefecture"),
            "city": self.tr("City or ward"),
            "town": self.tr("Town"),
            "street": self.tr("Block and number"),
            "building": self.tr("Building and room"),
        }
        self.parts = {key: part_of(known.get(key, NOTHING), reveal, key) for key in PARTS}
        self.fields = {
            key: form.field(
                f"address.{key}", names[key], self.parts[key], required=required and key == "prefecture"
            )
            for key in PARTS
        }
        # What a service refuses about the whole address is shown at the prefecture.
        form.fields["address"] = self.fields["prefecture"]
        one, two, three, four, five, six = (self.fields[key] for key in PARTS)
        self.rows = (
            side_by_side((one, 2), (two, 2), (three, 3)),
            side_by_side((four, 3), (five, 2), (six, 3)),
        )
        self._note = label("", "muted", wrap=True)
        self._note.hide()
        self._other = Address()
        self._written_street = ""
        self.take_over = button("", lambda: self._write(self._other), kind="link")
        self.take_over.hide()
        for row in self.rows:
            form.column.addLayout(row)
            if row is self.rows[0]:
                form.column.addWidget(self._note)
                form.column.addWidget(self.take_over, 0, Qt.AlignmentFlag.AlignLeft)
        self._typed: set[str] = set()
        for key, edit in self.parts.items():
            edit.edited.connect(self.edited)
            edit.textEdited.connect(partial(self._note_typed, key))
        show_example(self.parts["postal_code"], "460-0008")
        self.parts["postal_code"].textEdited.connect(self._look_up)
        hyphenate_when_left(self.parts["postal_code"])
        self._filled = False
        self.parts["postal_code"].installEventFilter(self)

    def set_visible(self, *, visible: bool) -> None:
        """Show or hide every field."""
        for field in self.fields.values():
            field.setVisible(visible)
        if not visible:
            self._say("")

    def changes(self) -> dict[str, str]:
        """The components that were typed."""
        found = {key: text for key, edit in self.parts.items() if (text := edit.changed()) is not None}
        if "postal_code" in found:
            found["postal_code"] = _code_in(found["postal_code"])
        return found

    def address(self) -> Address:
        """The address as it is typed in the fields."""
        texts = {key: edit.text().strip() for key, edit in self.parts.items()}
        texts["postal_code"] = _code_in(texts["postal_code"])
        return Address(**texts)

    def fill(self, typed: Mapping[str, object]) -> None:
        """Put a draft back."""
        for key in PARTS:
            if key in typed:
                text = str(typed[key])
                self.parts[key].setText(hyphenated(text) if key == "postal_code" else text)
        if not any(typed.get(key) for key in AREA):  # it was typed while nobody answered
            self._look_up(str(typed.get("postal_code", "")))

    def _note_typed(self, key: str, text: str) -> None:
        """What a person typed is not written over by a postal code."""
        if text:
            self._typed.add(key)
        else:
            self._typed.discard(key)

    def _look_up(self, text: str) -> None:
        code = postal_code_of(text)
        self._filled = False
        self._say("")
        if code in {"", self._asked}:
            return
        self._asked = code
        background.ask(self._form, lambda: self._ctx.office.customers.postal_lookup(code)).then(
            lambda towns: self._offer(code, towns)
        ).otherwise(self._not_answered)

    def _not_answered(self, error: UserFacingError) -> None:
        self._asked = ""  # the same code, typed once more, is looked up then
        show_error(self._form, error)

    def _offer(self, code: str, towns: tuple[Address, ...]) -> None:
        if self._asked == code:  # typed once more it is looked up again: what is said of it was taken back
            self._asked = ""
        if postal_code_of(self.parts["postal_code"].text()) != code:
            return
        if not towns:
            unknown = self.tr("This postal code is not in Japan Post's list. Type the address; it is kept.")
            doubted = self.tr(
                "This postal code is not in Japan Post's list. See whether the address below is right: it is "
                "kept as it is."
            )
            self._say(doubted if any(self.parts[key].text().strip() for key in AREA) else unknown)
            return
        if len(towns) == 1:
            self._take(towns[0])
            return
        self._say(self.tr("Several towns have this postal code: choose one, or type the address."))
        anchor = self.parts["postal_code"]
        menu = QMenu(anchor)
        menu.setAccessibleName(self.tr("Towns of this postal code"))
        for town in towns:
            action = menu.addAction(f"{town.prefecture}{town.city}{town.town}")
            action.triggered.connect(lambda _checked=False, chosen=town: self._take(chosen))
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))

    def _take(self, town: Address) -> None:
        """Fill the town in, unless the person typed another one."""
        typed = self._typed.intersection(AREA)
        if any(self.parts[key].text().strip() not in {"", getattr(town, key)} for key in typed):
            place = f"{town.prefecture}{town.city}{town.town}"
            self._say(
                self.tr("The postal code belongs to {place}. What you typed was left.").format(place=place)
            )
            self._other = town
            text = self.tr("Take {place}").format(place=place)
            self.take_over.setText(text)
            self.take_over.setAccessibleName(text)
            self.take_over.show()
            return
        self._write(town)

    def _write(self, town: Address) -> None:
        """Fill in what the postal code says; of the street only what another code filled in is replaced."""
        self._say("")
        before = [self.parts[key].text().strip() for key in AREA]
        moved = any(before) and before != [getattr(town, key) for key in AREA]
        for key in AREA:
            self.parts[key].setText(getattr(town, key))
        street = self.parts["street"]
        if street.left_empty or street.text().strip() == self._written_street != "":
            street.setText(town.street)
            self._written_street = town.street
        elif moved:
            self._say(self.tr("Block and number were left: see whether they are right for the new town."))
        self._typed.difference_update(AREA)
        self._filled = True
        if self.take_over.hasFocus():
            self._next_part().setFocus()
        self.edited.emit()

    def _next_part(self) -> QWidget:
        """What is to be typed once the postal code has filled in its part: the first field left empty."""
        empty = (key for key in PARTS if not self.parts[key].text().strip())
        return self.parts[next(empty, "street")]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab goes over what the postal code filled in; the cursor does not run ahead of the key."""
        if (
            self._filled
            and event.type() == QEvent.Type.KeyPress
            and cast("QKeyEvent", event).key() == Qt.Key.Key_Tab
        ):
            self._next_part().setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _say(self, text: str) -> None:
        """A calm word below the postal code; an empty text takes it back."""
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self.take_over.hide()


def _code_in(typed: str) -> str:
    """The digits of a postal code; anything else as it was typed, so that it is refused."""
    return postal_code_of(typed) or typed
