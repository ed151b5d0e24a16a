"""A word of doubt below the office's postal code where it is not that of the office's address."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from hvacdesk.domain.customers.customers import Address
from hvacdesk.domain.text.text_forms import postal_code_of
from hvacdesk.domain.text.written_addresses import lies_in
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.text import label


class PostalDoubt(QObject):
    """Compares what is typed with Japan Post's list; nothing is refused.

    Attributes:
        line: to be put below the field; it is there only while there is a doubt.
    """

    def __init__(self, ctx: DeskContext, edit: QLineEdit) -> None:
        super().__init__(edit)
        self._ctx = ctx
        self._edit = edit
        self._address = ""
        self.line = label("", wrap=True, tone="warn")
        self.line.hide()
        self._reader = background.Reader(self.line)
        edit.textChanged.connect(lambda _typed: self._look_up())

    def about(self, address: str) -> None:
        """The office's address is this one."""
        if address != self._address:
            self._address = address
            self._look_up()

    def _look_up(self) -> None:
        code, ctx = postal_code_of(self._edit.text()), self._ctx
        self._reader.drop()
        self.line.hide()
        if self._address and code:
            self._reader.read(lambda: ctx.office.customers.postal_lookup(code)).then(self._compare)

    def _compare(self, towns: tuple[Address, ...]) -> None:
        if towns:
            if lies_in(self._address, towns):
                return
            said = self.tr(
                "This postal code belongs to {place}. Compare it with the office's address: {address}"
            )
            place = f"{towns[0].prefecture}{towns[0].city}{towns[0].town}"
            self.line.setText(said.format(place=place, address=self._address))
        else:
            self.line.setText(self.tr("This postal code is not in Japan Post's list."))
        self.line.show()
