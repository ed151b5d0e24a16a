"""The office's facts and adjustable values: what may be stored, by whom, and two who change it at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from threading import Thread
from typing import Any, cast

import pytest

from hvacdesk.domain.errors import BadEmail, ChangedMeanwhile, InvalidInput, NotPermitted
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.services.office.settings import DEFAULTS, Settings, check_facts
from hvacdesk.store.office import office
from hvacdesk.store.oversight import audit_log
from hvacdesk.vault.errors import DiskFull
from tests.helpers.ground import Ground
from tests.helpers.sabotage import replaced

FACTS = OfficeFacts("唐山空調", "052-000-0000", "名古屋市千種区", LegalForm.COMPANY, 3)
SOLE = replace(FACTS, legal_form=LegalForm.SOLE_BLUE, fiscal_year_end_month=12)


@dataclass
class Renamed:
    """Where the vault notes the office's name in the key file."""

    vault: Any
    names: list[str] = field(default_factory=list)
    before: Callable[[], None] = lambda: None

    def rename_office(self, name: str) -> None:
        self.before()
        self.names.append(name)
        self.vault.office_name = name


@pytest.fixture
def renamed(ground: Ground) -> Renamed:
    vault: Any = ground.workplace.vault
    vault.slots, vault.office_name = Renamed(vault), FACTS.name
    return cast(Renamed, vault.slots)


@pytest.fixture
def settings(ground: Ground, renamed: Renamed) -> Settings:
    with ground.workplace.transaction() as session:
        office.save_facts(session, FACTS)
    return Settings(ground.workplace)


def logged(ground: Ground) -> list[dict[str, Any]]:
    with ground.workplace.reading() as session:
        return [one.details for one in audit_log.entries(session, limit=9, action=Action.OFFICE_CHANGED)]


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        (replace(FACTS, name=" 　"), "name"),
        (replace(FACTS, name="\u200e"), "name"),
        (replace(FACTS, name="\u200b"), "name"),
        (replace(FACTS, email="㌖" * 30 + "@ab.jp"), "email"),
        (replace(FACTS, name="試験\x01空調"), "name"),
        (replace(FACTS, name="長" * 201), "name"),
        (replace(FACTS, name="長" * 121), "name"),
        (replace(FACTS, phone="0" * 41), "phone"),
        (replace(FACTS, email="a" * 112 + "@ab.co.jp"), "email"),
        (replace(FACTS, phone="052\x1b"), "phone"),
        (replace(FACTS, address="名古屋市\x00"), "address"),
        (replace(FACTS, privacy_manager="長" * 201), "privacy_manager"),
        (replace(FACTS, fiscal_year_end_month=0), "fiscal_year_end_month"),
        (replace(FACTS, fiscal_year_end_month=13), "fiscal_year_end_month"),
        (replace(SOLE, fiscal_year_end_month=3), "fiscal_year_end_month"),
        (replace(FACTS, loss_years=(2024, 1979)), "loss_years"),
        (replace(FACTS, return_extension=5), "return_extension"),
        (replace(FACTS, return_extension=-1), "return_extension"),
        (replace(SOLE, return_extension=1), "return_extension"),
        (replace(FACTS, postal_code="464-081"), "postal_code"),
        (replace(FACTS, email="office"), "email"),
        (replace(FACTS, email="office @example.jp"), "email"),
        (replace(FACTS, invoice_registration="T123"), "invoice_registration"),
        (replace(FACTS, fax="0" * 41), "fax"),
        (replace(FACTS, representative="長" * 81), "representative"),
    ],
)
def test_facts_that_cannot_be_are_refused_by_their_field(facts: OfficeFacts, wrong: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_facts(facts)
    assert refused.value.field == wrong


def test_facts_are_stored_as_papers_print_them() -> None:
    typed = replace(FACTS, postal_code="〒464-0811", email="office@example.jp", return_extension=4)
    assert check_facts(typed).postal_code == "4640811"
    assert check_facts(SOLE) == SOLE


def test_a_change_is_logged_by_its_fields_and_reaches_the_key_file(
    ground: Ground, settings: Settings, renamed: Renamed
) -> None:
    settings.change_facts(ground.owner, replace(FACTS, phone="052-111-1111"))
    assert (settings.facts().phone, renamed.names) == ("052-111-1111", [])
    settings.change_facts(ground.owner, replace(FACTS, name="新唐山空調"))
    assert renamed.names == ["新唐山空調"]
    assert [entry["fields"] for entry in logged(ground)] == [["name", "phone"], ["phone"]]


def test_of_two_new_names_the_key_file_has_the_one_that_is_stored(
    ground: Ground, settings: Settings, renamed: Renamed
) -> None:
    """The second one waits while the first is written into the key file."""
    second = Thread(target=settings.change_facts, args=(ground.owner, replace(FACTS, name="乙空調")))

    def meanwhile() -> None:
        renamed.before = lambda: None
        second.start()
        second.join(0.5)

    renamed.before = meanwhile
    settings.change_facts(ground.owner, replace(FACTS, name="甲空調"))
    second.join()
    assert (settings.facts().name, renamed.names) == ("乙空調", ["甲空調", "乙空調"])


def test_a_new_name_is_in_the_database_and_the_key_file_or_in_neither(
    ground: Ground, settings: Settings, renamed: Renamed
) -> None:
    def full_of(*_entry: object, **_details: object) -> None:
        raise DiskFull

    renamed.before = full_of
    with pytest.raises(DiskFull):
        settings.change_facts(ground.owner, replace(FACTS, name="新唐山空調"))
    assert (settings.facts().name, logged(ground)) == (FACTS.name, [])
    renamed.before = lambda: None
    with replaced(ground.workplace, "record", full_of), pytest.raises(DiskFull):
        settings.change_facts(ground.owner, replace(FACTS, name="新唐山空調"))
    assert (settings.facts().name, renamed.names) == (FACTS.name, ["新唐山空調", FACTS.name])
    renamed.names.clear()
    renamed.vault.office_name = "前の名前"
    settings.change_facts(ground.owner, replace(FACTS, phone="052-111-1111"))
    assert renamed.names == [FACTS.name]


def test_what_is_stored_keeps_nobody_from_changing_another_fact(
    ground: Ground, settings: Settings, renamed: Renamed
) -> None:
    """An office that stored a mailbox by an older, laxer rule can change its telephone."""
    with ground.workplace.transaction() as session:
        office.save_facts(session, replace(settings.facts(), email="office@inside"))
    read = settings.facts()
    settings.change_facts(ground.owner, replace(read, phone="052-111-1111"), read)
    assert (settings.facts().phone, settings.facts().email) == ("052-111-1111", "office@inside")
    with pytest.raises(BadEmail):
        settings.change_facts(ground.owner, replace(settings.facts(), email="desk@inside"), settings.facts())


def test_two_people_change_different_facts_and_none_is_lost(ground: Ground, settings: Settings) -> None:
    settings.change_facts(ground.owner, replace(FACTS, phone="052-111-1111"), read=FACTS)
    settings.change_facts(ground.owner, replace(FACTS, fax="052-222-2222"), read=FACTS)
    assert (settings.facts().phone, settings.facts().fax) == ("052-111-1111", "052-222-2222")
    with pytest.raises(ChangedMeanwhile):
        settings.change_facts(ground.owner, replace(FACTS, phone="052-333-3333"), read=FACTS)
    assert settings.facts().phone == "052-111-1111"


def test_two_changes_that_do_not_go_together_are_not_joined(ground: Ground, settings: Settings) -> None:
    """One grants the company a later return, the other makes it a sole proprietor, who gets none."""
    settings.change_facts(ground.owner, replace(FACTS, return_extension=2), read=FACTS)
    typed = replace(FACTS, legal_form=LegalForm.SOLE_BLUE, fiscal_year_end_month=12)
    with pytest.raises(ChangedMeanwhile):
        settings.change_facts(ground.owner, typed, read=FACTS)
    assert settings.facts().legal_form is LegalForm.COMPANY


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.OWNER])
def test_nobody_else_adjusts_the_office(ground: Ground, settings: Settings, role: Role) -> None:
    person = ground.people[role]
    with pytest.raises(NotPermitted):
        settings.change_facts(person, replace(FACTS, phone="1"))
    with pytest.raises(NotPermitted):
        settings.set_office_value(person, "lock_minutes", 1, 15)
    assert (settings.facts(), logged(ground)) == (FACTS, [])


def test_what_is_no_value_of_the_office_is_not_read(ground: Ground, settings: Settings) -> None:
    """Other things are kept under the office's name, too, and anybody may ask for a value."""
    with ground.workplace.transaction() as session:
        office.save_setting(session, office.OFFICE, "something_else", 5)
    with pytest.raises(InvalidInput):
        settings.office_value("something_else")


def test_a_value_is_the_default_until_it_is_adjusted_within_a_day(ground: Ground, settings: Settings) -> None:
    assert settings.office_value("lock_minutes") == DEFAULTS["lock_minutes"]
    settings.set_office_value(ground.owner, "lock_minutes", 0, 15)
    assert settings.office_value("lock_minutes") == 0
    entry = logged(ground)[0]
    assert (entry["fields"], entry["before"], entry["after"]) == (["lock_minutes"], 15, 0)
    for key, value in (("lock_minutes", -1), ("lock_minutes", 24 * 60 + 1), ("no_such_value", 1)):
        with pytest.raises(InvalidInput):
            settings.set_office_value(ground.owner, key, value, 0)


def test_a_value_that_somebody_else_adjusted_meanwhile_stays(ground: Ground, settings: Settings) -> None:
    settings.set_office_value(ground.owner, "lock_minutes", 5, 15)
    with pytest.raises(ChangedMeanwhile):
        settings.set_office_value(ground.owner, "lock_minutes", 60, 15)
    assert settings.office_value("lock_minutes") == 5


def test_a_persons_own_choice_is_theirs_and_nobodys_business(ground: Ground, settings: Settings) -> None:
    settings.set_personal(ground.desk, "theme", {"dark": True})
    assert settings.personal(ground.desk, "theme") == {"dark": True}
    assert settings.personal(ground.owner, "theme", "light") == "light"
    assert settings.personal(ground.desk, "columns") is None
    assert logged(ground) == []
