"""The office's facts as a form, for the set-up and for the settings."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from hvacdesk.domain.office.office import (
    LEGAL_FORM_NAMES,
    LONGEST_EXTENSION,
    SOLE_PROPRIETOR_YEAR_END,
    LegalForm,
    OfficeFacts,
)
from hvacdesk.domain.text.text_forms import plain
from hvacdesk.domain.text.written_dates import ERAS
from hvacdesk.ui.language import words
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.form import Form, FormField
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.typed_fields import TypedFields

_YEAR = re.compile("(19|20)[0-9]{2}")
_OF_AN_ERA = re.compile("(令和|平成|[RH])\\.?([0-9]{1,2}|元)年?度?", re.IGNORECASE)
"""A year as the tax papers of a company write it."""
_BETWEEN = re.compile(r"[\s,、，・]+")


class OfficeForm(Form):
    """Asks for everything in :class:`OfficeFacts`; keys of its fields are the facts' names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Facts without a field here: they stay as they were filled in.
        self._known = OfficeFacts("", "", "", LegalForm.COMPANY, 3)
        self.name = self.add("name", self.tr("Name of the office"), QLineEdit(), required=True)
        self.address = self.add("address", self.tr("Address of the office"), QLineEdit())
        self.phone = QLineEdit()
        self.manager = QLineEdit()
        self._row(
            self.field("phone", self.tr("Telephone"), self.phone),
            self.field("privacy_manager", self.tr("Responsible for personal data"), self.manager),
        )
        self.legal_form = QComboBox()
        for form, name in LEGAL_FORM_NAMES.items():
            self.legal_form.addItem(words(name), form)
        self.year_end = QComboBox()
        for month in range(1, 13):
            self.year_end.addItem(self.tr("End of month {number}").format(number=month), month)
        self._row(
            self.field("legal_form", self.tr("Legal form"), self.legal_form),
            self.field("fiscal_year_end_month", self.tr("Fiscal year ends"), self.year_end),
        )
        self.construction = QCheckBox(self.tr("Has a construction licence"))
        self.electrical = QCheckBox(self.tr("Is registered for electrical work, or has notified it"))
        self.incidental = QCheckBox(self.tr("Electrical work only where it sells appliances"))
        self.books = QCheckBox(self.tr("These records are the accounting books (kept 10 years)"))
        self.licensed = label(
            self.tr(
                "Ticked by itself: with a construction licence the office counts as registered. The notice "
                "that it does electrical work is still due."
            ),
            "muted",
            wrap=True,
        )
        self.licensed.hide()
        for part in (self.construction, self.electrical, self.licensed, self.incidental, self.books):
            self.column.addWidget(part)
        self.extension = QComboBox()
        self.extension.addItem(self.tr("None"), 0)
        for months in range(1, LONGEST_EXTENSION + 1):
            self.extension.addItem(self.tr("%Ln month(s)", "", months), months)
        self.losses = QLineEdit()
        self._row(
            self.field(
                "return_extension",
                self.tr("Extension of the tax return"),
                self.extension,
                hint=self.tr("Only if the tax office granted it. Papers are kept as many months longer."),
            ),
            self.field(
                "loss_years",
                self.tr("Years that closed with a loss"),
                self.losses,
                hint=self.tr(
                    "The years in which such a fiscal year ended, for example 2023 2025. Papers of a loss "
                    "year are kept for 10 years."
                ),
            ),
        )
        self.construction.toggled.connect(lambda _on: self._on_licence())
        self.legal_form.currentIndexChanged.connect(lambda _at: self._on_legal_form())
        self.year_end.setCurrentIndex(self.year_end.findData(3))
        self._on_legal_form()

    def facts(self) -> OfficeFacts:
        """The facts as typed."""
        return replace(
            self._known,
            name=self.name.text().strip(),
            phone=self.phone.text().strip(),
            address=self.address.text().strip(),
            legal_form=LegalForm(self.legal_form.currentData()),
            fiscal_year_end_month=int(self.year_end.currentData()),
            construction_licence=self.construction.isChecked(),
            electrical_registration=self.electrical.isChecked(),
            electrical_incidental=self.incidental.isChecked(),
            privacy_manager=self.manager.text().strip(),
            loss_years=_years(self.losses.text()) if self._is_company() else (),
            return_extension=int(self.extension.currentData()) if self._is_company() else 0,
            books_here=self.books.isChecked() and self._is_company(),
        )

    @property
    def known(self) -> OfficeFacts:
        """The facts that were filled in."""
        return self._known

    def typed_fields(self) -> TypedFields:
        """What is typed, as a draft keeps it; what decides other fields comes first."""
        boxes = {
            "construction": self.construction,
            "electrical": self.electrical,
            "incidental": self.incidental,
            "books": self.books,
        }
        first = {"legal_form": self.legal_form}
        return TypedFields(
            {**first, **{key: one.control for key, one in self.fields.items()}, **boxes}, known=True
        )

    def fill(self, facts: OfficeFacts) -> None:
        """Show known facts; those that have no field here stay as they are."""
        self._known = facts
        self.name.setText(facts.name)
        self.address.setText(facts.address)
        self.phone.setText(facts.phone)
        self.manager.setText(facts.privacy_manager)
        self.legal_form.setCurrentIndex(self.legal_form.findData(facts.legal_form))
        self.year_end.setCurrentIndex(self.year_end.findData(facts.fiscal_year_end_month))
        self.construction.setChecked(facts.construction_licence)
        self.electrical.setChecked(facts.electrical_registration or facts.construction_licence)
        self.incidental.setChecked(facts.electrical_incidental)
        self.books.setChecked(facts.books_here)
        self.extension.setCurrentIndex(self.extension.findData(facts.return_extension))
        self.losses.setText(" ".join(map(str, facts.loss_years)))

    def complete(self) -> bool:
        """Whether what is required is there; marks what is missing."""
        self.clear_errors()
        if not self.name.text().strip():
            self.set_error("name", self.tr("Type the office's name as it shall stand on papers."))
            return False
        if self._is_company() and not _are_years(self.losses.text()):
            text = self.tr("Type years such as 2023 or 令和5年, with a space between them.")
            self.set_error("loss_years", text)
            return False
        return True

    def _is_company(self) -> bool:
        return LegalForm(self.legal_form.currentData()) is LegalForm.COMPANY

    def _row(self, *fields: FormField) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        for one in fields:
            row.addWidget(one, 1)
        self.column.addLayout(row)

    def _on_licence(self) -> None:
        """A licence holder who does electrical work counts as registered: there is nothing to answer."""
        licensed = self.construction.isChecked()
        self.electrical.setChecked(licensed or self._known.electrical_registration)
        self.electrical.setEnabled(not licensed)
        self.electrical.setAccessibleDescription(self.licensed.text() if licensed else "")
        self.licensed.setVisible(licensed)

    def _on_legal_form(self) -> None:
        sole = not self._is_company()
        self.books.setVisible(not sole)
        for name in ("return_extension", "loss_years"):
            self.fields[name].setVisible(not sole)
        if sole:
            self.year_end.setCurrentIndex(self.year_end.findData(SOLE_PROPRIETOR_YEAR_END))
        self.year_end.setEnabled(not sole)


def _split(text: str) -> list[str]:
    return [part for part in _BETWEEN.split(plain(text)) if part]


def _year(part: str) -> int | None:
    """The year that one part of the text means; None where it means none."""
    if _YEAR.fullmatch(part.removesuffix("年")):
        return int(part.removesuffix("年"))
    if (named := _OF_AN_ERA.fullmatch(part)) is None:
        return None
    era = next(one for one in ERAS if named[1].upper() in (one.name, one.letter))
    count = 1 if named[2] == "元" else int(named[2])
    year = era.year_one + count - 1
    return year if count and year <= era.last.year else None


def _are_years(text: str) -> bool:
    return all(_year(part) is not None for part in _split(text))


def _years(text: str) -> tuple[int, ...]:
    """The years that were typed, each once; :meth:`OfficeForm.complete` tells of what is none."""
    return tuple(sorted({year for part in _split(text) if (year := _year(part)) is not None}))
