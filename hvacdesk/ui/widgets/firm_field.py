"""A field into which a firm's name is typed: it offers the firms of the register and doubts any other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QLabel, QLineEdit

from hvacdesk.domain.partners.firm_names import FirmName, alike, alike_but_ended, other_form, registered_as
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.save_question import SaveQuestion
from hvacdesk.ui.widgets.suggestions import suggest
from hvacdesk.ui.widgets.text import label


class FirmField(QObject):
    """Watches a field that a form has already, and which holds what was saved last.

    A spelling of a registered firm becomes that of the register. Of any other name it is said below the field
    that it is not registered, and before saving it is asked once whether a firm of a name like it is meant.
    Of a firm with which the office does not work now it is said wherever it is named.

    Args:
        key: of the form's field, a line to type into.
        as_client: whether the firm entrusts the office; else the office hands data to it.
        first: firms to offer before all others, though the register need not have them.

    Attributes:
        note: what is said below the field.
    """

    def __init__(
        self, dialog: FormDialog, key: str, *, as_client: bool = False, first: Sequence[str] = ()
    ) -> None:
        super().__init__(dialog)
        field = dialog.form.fields[key]
        assert isinstance(field.control, QLineEdit)
        self._edit = field.control
        self._as_client, self._first = as_client, first
        self._known: tuple[FirmName, ...] | None = None
        self._before = self._agreed = self._edit.text().strip()
        self.note: QLabel = label("", wrap=True, tone="warn")
        self.note.hide()
        below = field.layout()
        assert below is not None
        below.addWidget(self.note)
        self._edit.editingFinished.connect(self.settle)
        self._edit.textChanged.connect(self._change)
        dialog.settle_before_saving(self)

    def offer(self, names: tuple[FirmName, ...]) -> None:
        """Offer the firms while one is typed, and doubt any other from now on."""
        first = tuple(FirmName(name, client=True, registered=False) for name in self._first)
        taken = {one.firm for one in names}
        self._known = (*names, *(one for one in first if one.firm not in taken))
        offered = [one.firm for one in names if one.registered and one.active and self._is_own(one)]
        listed = tuple(dict.fromkeys((*self._first, *offered)))
        suggest(self._edit, listed)
        if listed:
            self._edit.setPlaceholderText(QCoreApplication.translate("FirmField", "Type or choose (↓)"))
        if not self._edit.hasFocus():
            self._say()

    def settle(self) -> None:
        """Take the register's spelling, or say that there is none."""
        known = self._registered()
        if known is not None and self._typed != self._before:
            self._edit.setText(known.firm)
        self._say()

    def question(self) -> SaveQuestion | None:
        """Ask whether a firm of a name like the typed one is meant, unless that was answered."""
        found = self._alike()
        if not found or self._typed == self._agreed:
            return None
        typed, (meant, *others) = self._typed, found
        if other_form(typed, meant):
            why = QCoreApplication.translate(
                "FirmField",
                "The register has “{firm}”; “{typed}” has another legal form. Saved as typed, it stays so "
                "where it is read and printed, but contract and checks are those of “{firm}”.",
            )
        else:
            why = QCoreApplication.translate(
                "FirmField",
                "“{typed}” is not in the register of firms. Saved as typed, it is another firm than "
                "“{firm}”.",
            )
        why = why.format(typed=typed, firm=meant.firm)
        if not meant.active:
            ended = QCoreApplication.translate("FirmField", "We do not work with “{firm}” now.")
            why = f"{why}\n{ended.format(firm=meant.firm)}"
        if others:
            rest = QCoreApplication.translate("FirmField", "Other names like it: {names}.")
            comma = QCoreApplication.translate("FirmField", ", ")
            why = f"{why}\n{rest.format(names=comma.join(map(_told, others)))}"
        return SaveQuestion(
            QCoreApplication.translate("FirmField", "Is “{firm}” meant?").format(firm=meant.firm),
            why,
            meant.firm,
            QCoreApplication.translate("FirmField", "Save as typed"),
            about=self._edit,
            instead=lambda: self._edit.setText(meant.firm),
            agreed=lambda: self._agree(typed),
        )

    @property
    def _typed(self) -> str:
        return self._edit.text().strip()

    def _agree(self, typed: str) -> None:
        self._agreed = typed

    def _registered(self) -> FirmName | None:
        return registered_as(self._typed, self._known or ())

    def _alike(self) -> tuple[FirmName, ...]:
        if self._known is None or self._registered() is not None:
            return ()
        own = [one for one in self._known if self._is_own(one)]
        return alike(self._typed, own) + alike_but_ended(self._typed, own)

    def _is_own(self, one: FirmName) -> bool:
        return one.client if self._as_client else one.partner

    def _change(self) -> None:
        """What is being typed is doubted once the field is left; a draft that comes back is at once."""
        if self._edit.hasFocus():
            self.note.hide()
        else:
            self._say()

    def _say(self) -> None:
        said = self._said() if self._typed and self._known is not None else ""
        if said:
            self.note.setText(said)
        self.note.setVisible(bool(said))

    def _said(self) -> str:
        """What is said below the field of the name in it; empty for a firm with which the office works."""
        known, found = self._registered(), self._alike()
        if known is not None:
            ended = QCoreApplication.translate("FirmField", "We do not work with this firm now.")
            return "" if known.active else ended
        if found and other_form(self._typed, found[0]):
            form = QCoreApplication.translate("FirmField", "The register has another legal form: {firm}.")
            return form.format(firm=_told(found[0]))
        text = QCoreApplication.translate("FirmField", "This firm is not registered.")
        if not found:
            return text
        like = QCoreApplication.translate("FirmField", "A name like it: {firm}.")
        return in_a_row(text, like.format(firm=_told(found[0])))


def _told(one: FirmName) -> str:
    """A firm's name, and that the office does not work with it now."""
    ended = QCoreApplication.translate("FirmField", "{firm} (not worked with now)")
    return one.firm if one.active else ended.format(firm=one.firm)


def offer_firms(ctx: DeskContext, dialog: FormDialog, *fields: FirmField) -> None:
    """Read the firms' names beside the open form."""

    def offer(names: tuple[FirmName, ...]) -> None:
        for one in fields:
            one.offer(names)

    background.ask(dialog, lambda: ctx.office.partners.names(ctx.actor)).then(offer)
