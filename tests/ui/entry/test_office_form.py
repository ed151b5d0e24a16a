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


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("2023 2025", (2023, 2025)),
        ("令和5年", (2023,)),
        ("令和元年度、Ｒ７ H30", (2018, 2019, 2025)),
        ("2023年", (2023,)),
    ],
)
def test_a_loss_year_may_be_written_as_the_tax_papers_write_it(
    form: OfficeForm, typed: str, years: tuple[int, ...]
) -> None:
    form.fill(FACTS)
    form.losses.setText(typed)
    assert form.complete()
    assert form.facts().loss_years == years


@pytest.mark.parametrize("typed", ["23", "平成40年", "令和0年", "昭和60年", "5年"])
def test_what_is_no_year_of_today_is_refused(form: OfficeForm, typed: str) -> None:
    form.fill(FACTS)
    form.losses.setText(typed)
    assert not form.complete()
    assert "令和5年" in form.fields["loss_years"].error.text()


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
