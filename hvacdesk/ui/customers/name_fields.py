"""Who the customer is: person or organisation, and the names with their kana."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QRadioButton

from hvacdesk.domain.customers.customers import KIND_NAMES, CustomerKind, PersonName
from hvacdesk.domain.errors import TooLong
from hvacdesk.domain.masked import Masked
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.customers.kana_follower import KanaFollower
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.part_edit import NOTHING, PartEdit, part_of

PARTS = ("family", "given", "family_kana", "given_kana")
PART_LIMIT = 60
"""Characters of one part that is typed: more is a text that got into the wrong field."""

Reveal = Callable[[str, Callable[[str], None]], None]
"""Reveals ``given`` or ``given_kana`` and calls back with that part alone."""


class NameFields(QObject):
    """The rows of the form that name the customer.

    Signals:
        edited(): something was typed or chosen.
    """

    edited = Signal()

    def __init__(
        self,
        ctx: DeskContext,
        form: Form,
        kind: CustomerKind,
        name: dict[str, Masked],
        organisation: tuple[str, str],
        reveal: Reveal | None,
    ) -> None:
        super().__init__(form)
        self._kind_before = kind
        self.kinds: dict[CustomerKind, QRadioButton] = {}
        row = QHBoxLayout()
        for one in CustomerKind:
            made = QRadioButton(ctx.words(KIND_NAMES[one]))
            made.setChecked(one is kind)
            made.toggled.connect(lambda _on: self._show_kind())
            self.kinds[one] = made
            row.addWidget(made)
        row.addStretch(1)
        form.column.addLayout(row)
        self.organisation = PartEdit(Masked(organisation[0]))
        self.organisation_kana = PartEdit(Masked(organisation[1]))
        self.parts = {key: part_of(name.get(key, NOTHING), reveal, key) for key in PARTS}
        self._organisation_rows = (
            form.field("organisation", self.tr("Name of the organisation"), self.organisation, required=True),
            form.field("organisation_kana", self.tr("Its kana"), self.organisation_kana),
        )
        form.column.addLayout(side_by_side(*((row, 1) for row in self._organisation_rows)))
        self._labels = {
            "family": self.tr("Family name"),
            "given": self.tr("Given name"),
            "family_kana": self.tr("Family name in kana"),
            "given_kana": self.tr("Given name in kana"),
        }
        fields = {
            key: form.field(f"name.{key}", self._labels[key], self.parts[key], required=key == "family")
            for key in PARTS
        }
        # What a service refuses about the whole name is shown at the family name.
        form.fields["name"] = fields["family"]
        form.column.addLayout(side_by_side((fields["family"], 1), (fields["given"], 1)))
        form.column.addLayout(side_by_side((fields["family_kana"], 1), (fields["given_kana"], 1)))
        KanaFollower(self.organisation, self.organisation_kana)
        KanaFollower(self.parts["family"], self.parts["family_kana"])
        KanaFollower(self.parts["given"], self.parts["given_kana"])
        for edit in (self.organisation, self.organisation_kana, *self.parts.values()):
            edit.edited.connect(self.edited)
        self._family = fields["family"]
        self._show_kind()

    @property
    def kind(self) -> CustomerKind:
        """The chosen kind."""
        return next(kind for kind, made in self.kinds.items() if made.isChecked())

    def _show_kind(self) -> None:
        organisation = self.kind is CustomerKind.ORGANISATION
        for row in self._organisation_rows:
            row.setVisible(organisation)
        name = self.tr("Contact person's family name") if organisation else self.tr("Family name")
        self._family.set_name(name, required=not organisation)
        self.edited.emit()

    def check(self) -> None:
        """Raise :class:`TooLong` for a part that somebody typed and that no name is as long as."""
        for key, edit in self.parts.items():
            if len(edit.changed() or "") > PART_LIMIT:
                raise TooLong("name", PART_LIMIT, part=key)

    def changes(self) -> dict[str, object]:
        """The named changes, as the service takes them."""
        found: dict[str, object] = {}
        parts = {key: text for key, edit in self.parts.items() if (text := edit.changed()) is not None}
        if parts:
            found["name"] = parts
        if self.kind is not self._kind_before:
            found["kind"] = self.kind
        if self.kind is CustomerKind.PERSON:
            if self.organisation.text():
                found |= {"organisation": "", "organisation_kana": ""}
            return found
        for key, edit in (
            ("organisation", self.organisation),
            ("organisation_kana", self.organisation_kana),
        ):
            if (text := edit.changed()) is not None:
                found[key] = text
        return found

    def name(self) -> PersonName:
        """The name as typed, for a new customer."""
        return PersonName(**{key: edit.text().strip() for key, edit in self.parts.items()})

    def typed(self) -> dict[str, object]:
        """What was typed, for a draft."""
        edits = {
            **self.parts,
            "organisation": self.organisation,
            "organisation_kana": self.organisation_kana,
        }
        found: dict[str, object] = {
            key: text for key, edit in edits.items() if (text := edit.changed()) is not None
        }
        if self.kind is not self._kind_before:
            found["kind"] = self.kind.value
        return found

    def fill(self, typed: dict[str, object]) -> None:
        """Put a draft back."""
        if "kind" in typed:
            self.kinds[CustomerKind(str(typed["kind"]))].setChecked(True)
        for key in PARTS:
            if key in typed:
                self.parts[key].setText(str(typed[key]))
        self.organisation.setText(str(typed.get("organisation", self.organisation.text())))
        self.organisation_kana.setText(str(typed.get("organisation_kana", self.organisation_kana.text())))
