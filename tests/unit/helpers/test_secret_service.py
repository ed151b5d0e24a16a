"""The tests' own key store: what is asked in few words is answered as in many, and all of it is forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hvacdesk.vault.device import desktop_keyrings
from tests.helpers import short_questions
from tests.helpers.secret_service import MANY_SECRETS, SecretService, unlocked_secret_service
from tests.helpers.systems import only_on_linux

SERVICE = "hvacdesk of a test"


@pytest.fixture
def service(tmp_path: Path) -> Iterator[SecretService]:
    only_on_linux("a key store of the test's own, on a D-Bus of its own")
    with unlocked_secret_service(tmp_path) as running, short_questions.short_questions():
        yield running


@pytest.fixture
def keyring(service: SecretService) -> short_questions.Keyring:
    assert service.is_open()
    return short_questions.Keyring()


@pytest.mark.parametrize("account", ["there", "nowhere"])
def test_few_words_bring_the_answer_of_many(keyring: short_questions.Keyring, account: str) -> None:
    keyring.set_password(SERVICE, "there", "secret")
    places = desktop_keyrings.places_of(SERVICE, account)
    assert places == short_questions._LONGER_PLACES(SERVICE, account)
    found = keyring.get_password(SERVICE, account)
    assert found == short_questions._LONGER["get_password"](keyring, SERVICE, account)
    assert found == ("secret" if account == "there" else None)


def test_what_was_just_found_may_change_or_go(keyring: short_questions.Keyring) -> None:
    keyring.set_password(SERVICE, "there", "secret")
    keyring.preferred_collection = desktop_keyrings.places_of(SERVICE, "there")[0].keyring
    assert keyring.get_password(SERVICE, "nowhere") is None
    desktop_keyrings.places_of(SERVICE, "there")
    short_questions._LONGER["set_password"](keyring, SERVICE, "there", "new")
    assert keyring.get_password(SERVICE, "there") == "new"
    desktop_keyrings.places_of(SERVICE, "there")
    short_questions._LONGER["delete_password"](keyring, SERVICE, "there")
    assert keyring.get_password(SERVICE, "there") is None


def test_a_second_keyring_is_asked_about_in_many(
    service: SecretService, keyring: short_questions.Keyring
) -> None:
    keyring.set_password(SERVICE, "there", "secret")
    other = service.make_keyring("Other", "of the other")
    elsewhere = short_questions.Keyring()
    elsewhere.preferred_collection = other
    elsewhere.set_password(SERVICE, "there", "another")
    assert len(desktop_keyrings.places_of(SERVICE, "there")) == 2
    service.lock_keyring(other)
    assert len(desktop_keyrings.places_of(SERVICE, "there")) == 1
    with pytest.raises(short_questions.AskRefused):
        short_questions._lines.ask(lambda line: line.require_open(other))


@pytest.mark.parametrize("many", [2, MANY_SECRETS])
def test_all_is_forgotten_and_the_store_goes_on(
    service: SecretService, keyring: short_questions.Keyring, many: int
) -> None:
    for number in range(many):
        keyring.set_password(SERVICE, f"account {number}", "secret")
    service.forget_all()
    assert {keyring.get_password(SERVICE, f"account {number}") for number in range(many)} == {None}
    keyring.set_password(SERVICE, "account 0", "new")
    assert keyring.get_password(SERVICE, "account 0") == "new"
