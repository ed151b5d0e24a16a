"""Who plays which part in a job: requester, resident, building manager, payer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QWidget

from hvacdesk.domain.customers.contacts import ContactView
from hvacdesk.domain.customers.customers import CustomerRow
from hvacdesk.domain.jobs.jobs import PARTY_NAMES, Party
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.shown_fields import Shown
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.places import chosen_text

_CONTACT = "contact"
_ROWS = (0, 2, 3, 4)
"""The contact is shown below the requester."""


class PartyFields(QWidget):
    """One line a part. The requester is given; the others are the requester unless somebody else is chosen.

    Signals:
        edited(): a part was given to somebody else.
    """

    edited = Signal()

    def __init__(
        self,
        ctx: DeskContext,
        parties: dict[Party, tuple[str, str]],
        contact: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``parties``: record id and shown name of those who are set; ``contact`` is the requester's."""
        super().__init__(parent)
        self._ctx = ctx
        self._before = dict(parties)
        self._set = dict(parties)
        self._names: dict[Party, QLabel] = {}
        self._clear: dict[Party, QPushButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(1, 1)
        self._add_contact(grid, contact)
        for row, party in zip(_ROWS, Party, strict=True):
            name = ctx.words(PARTY_NAMES[party])
            self._names[party] = label("", wrap=True)
            grid.addWidget(label(name, "label"), row, 0)
            grid.addWidget(self._names[party], row, 1)
            if party is Party.REQUESTER:
                continue
            choose = button(self.tr("Choose"), partial(self.choose, party), kind="link", icon="search")
            choose.setAccessibleName(self.tr("Choose: {part}").format(part=name))
            self._clear[party] = button(
                "",
                partial(self._drop, party),
                kind="icon",
                icon="x",
                name=self.tr("Remove: {part}").format(part=name),
                beside=True,
            )
            grid.addWidget(choose, row, 2)
            grid.addWidget(self._clear[party], row, 3)
        self._show()

    def _add_contact(self, grid: QGridLayout, contact: str) -> None:
        self._contact_before = self._contact_wanted = contact
        self._contact_label = label(self.tr("Contact there"), "label")
        self.contacts = QComboBox()
        self.contacts.setAccessibleName(self.tr("Contact there"))
        self.contacts.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.contacts.activated.connect(self._choose_contact)
        grid.addWidget(self._contact_label, 1, 0)
        grid.addWidget(self.contacts, 1, 1, 1, 3)
        self._contact_label.hide()
        self.contacts.hide()
        ctx, requester = self._ctx, self._set[Party.REQUESTER][0]
        background.ask(self, lambda: ctx.office.contacts.of(ctx.actor, requester)).then(self._show_contacts)

    def _show_contacts(self, found: tuple[ContactView, ...]) -> None:
        self.contacts.addItem(self.tr("nobody in particular"), "")
        for one in found:
            self.contacts.addItem(one.title, one.contact)
        self.contacts.setCurrentIndex(max(0, self.contacts.findData(self._contact_wanted)))
        for widget in (self._contact_label, self.contacts):
            widget.setVisible(bool(found))

    def _choose_contact(self) -> None:
        self._contact_wanted = self.contacts.currentData()
        self.edited.emit()

    @property
    def contact(self) -> str:
        """The record id of the contact, or empty. One that is not there any more is not chosen."""
        return self.contacts.currentData() if self.contacts.count() else self._contact_wanted

    def parties(self) -> dict[Party, str]:
        """Record ids by part."""
        return {party: customer for party, (customer, _name) in self._set.items()}

    def typed(self) -> dict[str, list[str]]:
        """What was chosen, for a draft."""
        same = self._set == self._before and self._contact_wanted == self._contact_before
        if same:
            return {}
        parties = [party for party in Party if self._set.get(party) != self._before.get(party)]
        chosen = {party.value: list(self._set.get(party, ())) for party in parties}
        if self._contact_wanted != self._contact_before:
            chosen[_CONTACT] = [self._contact_wanted]
        return chosen

    def shown(self) -> dict[str, Shown]:
        """Who plays each part, in words."""
        found = {}
        for party in Party:
            customer, name = self._set.get(party, ("", ""))
            called = self._ctx.words(PARTY_NAMES[party])
            found[f"parties.{party.value}"] = Shown(called, name, record=customer)
        return found

    def fill(self, typed: dict[str, list[str]]) -> None:
        """Put a draft back."""
        contact = typed.get(_CONTACT)
        if contact:
            self._contact_wanted = contact[0]
            self.contacts.setCurrentIndex(max(0, self.contacts.findData(contact[0])))
        for key, one in typed.items():
            if key != _CONTACT and one:
                self._set[Party(key)] = (one[0], one[1])
            elif key != _CONTACT:
                self._set.pop(Party(key), None)
        self._show()

    def choose(self, party: Party) -> None:
        """Search somebody for a part."""
        finder = CustomerFinder(self._ctx, self._ctx.words(PARTY_NAMES[party]), self, for_work=True)
        finder.chosen.connect(lambda row: self._take(party, row))
        finder.open()

    def _take(self, party: Party, row: CustomerRow) -> None:
        self._set[party] = (row.customer, chosen_text(row))
        self._show()
        self.edited.emit()

    def _drop(self, party: Party) -> None:
        self._set.pop(party, None)
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        same = self.tr("same as the requester")
        for party, shown in self._names.items():
            known = self._set.get(party)
            text = known[1] if known else (self.tr("none") if party is Party.BUILDING_MANAGER else same)
            shown.setText(text)
            if party in self._clear:
                self._clear[party].setVisible(known is not None)
