"""The office's facts as a form, for the set-up and for the settings."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from hvacdesk.domain.office import LEGAL_FORM_NAMES, LegalForm, OfficeFacts
from hvacdesk.ui.language import words
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.form import Form, FormField

SOLE_PROPRIETOR_YEAR_END = 12
"""A sole proprietor's tax year is the calendar year (所得税法)."""


class OfficeForm(Form):
    """Asks for everything in :class:`OfficeFacts`; keys of its fields are the facts' names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.electrical = QCheckBox(self.tr("Is registered for electrical work"))
        self.column.addWidget(self.construction)
        self.column.addWidget(self.electrical)
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
            privacy_manager=self.manager.text().strip(),
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
        self.electrical.setChecked(facts.electrical_registration)

    def complete(self) -> bool:
        """Whether what is required is there; marks what is missing."""
        self.clear_errors()
        if not self.name.text().strip():
            self.set_error("name", self.tr("Type the office's name as it shall stand on papers."))
            return False
        return True

    def _row(self, *fields: FormField) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        for one in fields:
            row.addWidget(one, 1)
        self.column.addLayout(row)

    def _on_legal_form(self) -> None:
        sole = LegalForm(self.legal_form.currentData()) is not LegalForm.COMPANY
        if sole:
            self.year_end.setCurrentIndex(self.year_end.findData(SOLE_PROPRIETOR_YEAR_END))
        self.year_end.setEnabled(not sole)
