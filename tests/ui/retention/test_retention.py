"""The owner changes what is kept how long: in the rules and in the office's facts, the effect comes first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.office.office import LegalForm
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.retention.retention import RetentionRule
from hvacdesk.domain.roles import Role
from hvacdesk.ui.retention.choice_forms import OwnRuleForm, PeriodForm
from hvacdesk.ui.retention.effect_dialog import EffectDialog
from hvacdesk.ui.retention.retention_tab import HistoryDialog
from tests.helpers.front_desk import FrontDesk, build_front_desk, open_desk
from tests.helpers.real_office import RealOffice
from tests.helpers.secret_service import SecretService
from tests.helpers.vault_offices import cheap_passphrases

INQUIRY = "inquiry-without-order"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> Iterator[RealOffice]:
    assert secret_service.is_open()
    with cheap_passphrases():
        yield build_front_desk(tmp_path_factory.mktemp("office") / "office")


@pytest.fixture
def owner(real: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(real, tmp_path / "office", qtbot, Role.OWNER) as opened:
        yield opened


def mark(desk: FrontDesk, code: str) -> None:
    desk.go("rules", tab="retention")
    desk.page.retention.table.select(lambda one: one.rule.code == code)
    desk.calm()


def period(desk: FrontDesk, code: str) -> tuple[int, int]:
    rules = desk.office.retention.rules(desk.actor)
    return next((one.rule.years, one.rule.months) for one in rules if one.rule.code == code)


def test_another_period_is_saved_only_after_its_effect(owner: FrontDesk) -> None:
    mark(owner, INQUIRY)
    owner.click(owner.page.retention.change_button)
    form = owner.dialog()
    assert isinstance(form, PeriodForm)
    form.years.setValue(1)
    form.months.setValue(0)
    form.save()
    owner.wait(lambda: isinstance(owner.dialog(), EffectDialog))
    effect = owner.dialog()
    assert isinstance(effect, EffectDialog)
    assert "customer" in effect.summary.text() or "お客様" in effect.summary.text()
    assert period(owner, INQUIRY) == (0, 6)
    assert effect.primary is not None
    owner.click(effect.primary)
    assert period(owner, INQUIRY) == (1, 0)
    owner.calm()
    assert owner.page.retention.back_button.isEnabled()
    assert owner.actor.name in owner.page.retention.source.text()


def test_a_law_is_not_shortened_in_the_window(owner: FrontDesk) -> None:
    mark(owner, "corporate-tax-documents")
    owner.page.retention.change_period()
    form = owner.dialog()
    assert isinstance(form, PeriodForm)
    form.years.setValue(3)
    form.save()
    owner.calm()
    assert owner.dialog() is form
    assert form.isVisible()
    form.years.setValue(7)
    form.reject()
    assert period(owner, "corporate-tax-documents") == (7, 0)


def test_an_own_rule_is_added_and_taken_back(owner: FrontDesk) -> None:
    mark(owner, INQUIRY)
    owner.page.retention.add_rule()
    form = owner.dialog()
    assert isinstance(form, OwnRuleForm)
    form.save()
    assert form.form.fields["title"].error.text()
    form.title.setText("保証書の控え")
    form.save()
    owner.wait(lambda: isinstance(owner.dialog(), EffectDialog))
    effect = owner.dialog()
    assert isinstance(effect, EffectDialog)
    assert effect.primary is not None
    owner.click(effect.primary)
    owner.calm()
    table = owner.page.retention.table
    table.select(lambda one: one.rule.code.startswith("own-"))
    owner.calm()
    assert table.current().rule.title.text == "保証書の控え"
    owner.click(owner.page.retention.back_button)
    again = owner.dialog()
    assert isinstance(again, EffectDialog)
    assert again.primary is not None
    owner.click(again.primary)
    owner.calm()
    assert not [one for one in owner.office.retention.rules(owner.actor) if one.rule.code.startswith("own-")]
    owner.click(owner.page.retention.history_button)
    history = owner.dialog()
    assert isinstance(history, HistoryDialog)
    assert history.table.model().rowCount() == 2
    history.accept()


def test_a_rule_whose_effect_is_not_liked_is_changed_and_not_typed_anew(owner: FrontDesk) -> None:
    mark(owner, INQUIRY)
    owner.page.retention.add_rule()
    form = owner.dialog()
    assert isinstance(form, OwnRuleForm)
    form.title.setText("施工写真の控え")
    form.years.setValue(20)
    form.fields[RecordField.SITE].setChecked(True)
    typed = form.typed()
    see_effect(owner, form).reject()
    owner.calm()
    assert owner.dialog() is form
    assert form.isVisible()
    assert form.typed() == typed
    assert form.draft.kept
    assert form.primary is not None
    assert form.primary.isEnabled()
    assert not own_rules(owner)
    form.years.setValue(12)
    effect = see_effect(owner, form)
    assert effect.primary is not None
    owner.click(effect.primary)
    owner.wait(lambda: not form.isVisible())
    (rule,) = own_rules(owner)
    assert (rule.title.text, rule.years) == ("施工写真の控え", 12)
    assert RecordField.SITE in rule.keeps
    assert not form.draft.kept
    retention = owner.office.retention
    retention.take_back(owner.actor, rule.code, shown=retention.history(owner.actor)[0])


def see_effect(desk: FrontDesk, form: OwnRuleForm) -> EffectDialog:
    form.save()
    desk.wait(lambda: isinstance(desk.dialog(), EffectDialog))
    effect = desk.dialog()
    assert isinstance(effect, EffectDialog)
    return effect


def own_rules(desk: FrontDesk) -> list[RetentionRule]:
    rules = [one.rule for one in desk.office.retention.rules(desk.actor)]
    return [rule for rule in rules if rule.code.startswith("own-")]


def test_the_desk_reads_the_rules_and_changes_none(real: RealOffice, tmp_path: Path, qtbot: QtBot) -> None:
    with open_desk(real, tmp_path / "office", qtbot) as desk:
        mark(desk, INQUIRY)
        tab = desk.page.retention
        assert not any(one.isVisible() for one in (tab.change_button, tab.add_button, tab.back_button))
        assert tab.history_button.isVisible()


def test_facts_that_retention_counts_from_are_saved_after_their_effect(owner: FrontDesk) -> None:
    owner.go("settings", tab="office")
    tab = owner.page.office
    tab.form.losses.setText("2024、２０２３ 2024")
    tab.form.books.setChecked(True)
    tab.form.extension.setCurrentIndex(tab.form.extension.findData(1))
    tab.save()
    owner.wait(lambda: isinstance(owner.dialog(), EffectDialog))
    assert owner.office.facts().loss_years == ()
    dialog = owner.dialog()
    assert isinstance(dialog, EffectDialog)
    assert dialog.primary is not None
    owner.click(dialog.primary)
    facts = owner.office.facts()
    assert (facts.loss_years, facts.books_here) == ((2023, 2024), True)
    assert facts.return_extension == 1
    tab.form.legal_form.setCurrentIndex(tab.form.legal_form.findData(LegalForm.SOLE_BLUE))
    assert not tab.form.losses.isVisible()
    assert (tab.form.facts().loss_years, tab.form.facts().books_here) == ((), False)


def test_what_is_no_year_is_told_at_its_field(owner: FrontDesk) -> None:
    owner.go("settings", tab="office")
    tab = owner.page.office
    tab.form.losses.setText("2024 赤字")
    tab.save()
    assert tab.form.fields["loss_years"].error.text()
    tab.form.losses.setText("")


def test_a_new_telephone_number_changes_nothing_about_retention(owner: FrontDesk) -> None:
    owner.go("settings", tab="office")
    tab = owner.page.office
    tab.form.phone.setText("052-111-2222")
    tab.save()
    owner.calm()
    assert owner.office.facts().phone == "052-111-2222"


def test_the_waiting_days_are_adjusted(owner: FrontDesk) -> None:
    owner.go("settings", tab="office")
    tab = owner.page.office
    tab.waiting.setCurrentIndex(tab.waiting.findData(0))
    tab.waiting.activated.emit(tab.waiting.currentIndex())
    owner.calm()
    assert owner.office.settings.office_value("disposal_waiting_days") == 0
