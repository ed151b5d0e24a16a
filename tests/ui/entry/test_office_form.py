"""The office's facts as a form: what a licence holder is not asked, and what is exempt."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.ui.entry.office_form import OfficeForm

FACTS = OfficeFacts("唐山空調", "", "", LegalForm.COMPANY, 3)


@pytest.fixture
def form(qtbot: QtBot) -> OfficeForm:
    made = OfficeForm()
    qtbot.addWidget(made)
    return made


def test_a_licence_holder_cannot_say_that_it_is_not_registered_for_electrical_work(form: OfficeForm) -> None:
    form.fill(replace(FACTS, construction_licence=True))
    assert not form.electrical.isEnabled()
    assert not form.licensed.isHidden(), "why it cannot be answered"
    assert form.electrical.accessibleDescription() == form.licensed.text()
    assert form.facts().electrical_registration
    form.construction.setChecked(False)
    assert form.electrical.isEnabled()
    assert form.licensed.isHidden()
    assert not form.facts().electrical_registration
    form.construction.setChecked(True)
    assert form.facts().electrical_registration


def test_without_a_licence_the_answer_is_the_offices_own(form: OfficeForm) -> None:
    form.fill(replace(FACTS, electrical_registration=True))
    assert form.electrical.isEnabled()
    assert form.facts() == replace(FACTS, electrical_registration=True)


def test_work_that_goes_with_selling_appliances_is_a_fact_of_its_own(form: OfficeForm) -> None:
    form.fill(replace(FACTS, construction_licence=True))
    form.incidental.setChecked(True)
    facts = form.facts()
    assert facts.electrical_incidental
    assert not facts.keeps_electrical_ledger
