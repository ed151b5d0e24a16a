"""What the tests' short way of asking the key store remembers is never older than the question before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from keyring.backends.SecretService import Keyring

from hvacdesk.vault.device import desktop_keyrings
from tests.helpers import short_questions
from tests.helpers.secret_service import SecretService

pytestmark = pytest.mark.linux("the Secret Service on D-Bus")
SERVICE, ACCOUNT = "hvacdesk/short", "short"


@pytest.fixture
def store(secret_service: SecretService) -> Iterator[Keyring]:
    """The real store, which holds nothing of ours afterwards."""
    made = Keyring()
    yield made
    if made.get_password(SERVICE, ACCOUNT) is not None:
        made.delete_password(SERVICE, ACCOUNT)


def at(place: desktop_keyrings.KeyringPlace) -> Keyring:
    """The store, asked in one keyring alone."""
    made = Keyring()
    made.preferred_collection = place.keyring
    return made


def places() -> tuple[desktop_keyrings.KeyringPlace, ...]:
    """Where the program is told that the entry lies."""
    return desktop_keyrings.places_of(SERVICE, ACCOUNT)


def in_the_longer_way(method: str, *values: str) -> None:
    """Let somebody else change the store, of which this process hears nothing."""
    short_questions._LONGER[method](Keyring(), *values)


def test_an_entry_that_goes_after_it_was_found_is_none(store: Keyring) -> None:
    store.set_password(SERVICE, ACCOUNT, "one")
    (place,) = places()
    in_the_longer_way("delete_password", SERVICE, ACCOUNT)
    assert at(place).get_password(SERVICE, ACCOUNT) is None


def test_one_that_is_written_anew_after_it_was_found_is_read_as_it_is(store: Keyring) -> None:
    store.set_password(SERVICE, ACCOUNT, "one")
    (place,) = places()
    in_the_longer_way("set_password", SERVICE, ACCOUNT, "two")
    assert at(place).get_password(SERVICE, ACCOUNT) == "two"


def test_that_there_is_none_is_believed_for_one_question(store: Keyring) -> None:
    (place,) = places()
    assert at(place).get_password(SERVICE, ACCOUNT) is None
    in_the_longer_way("set_password", SERVICE, ACCOUNT, "one")
    assert at(place).get_password(SERVICE, ACCOUNT) == "one"


def test_what_is_written_or_removed_ends_it(store: Keyring) -> None:
    (place,) = places()
    at(place).set_password(SERVICE, ACCOUNT, "one")
    assert at(place).get_password(SERVICE, ACCOUNT) == "one"
    places()
    at(place).delete_password(SERVICE, ACCOUNT)
    assert at(place).get_password(SERVICE, ACCOUNT) is None


def test_it_is_said_of_that_entry_alone(store: Keyring) -> None:
    store.set_password(SERVICE, ACCOUNT, "one")
    (place,) = desktop_keyrings.places_of(SERVICE, "another")
    assert at(place).get_password(SERVICE, ACCOUNT) == "one"


def test_a_store_that_is_there_is_preferred_as_the_library_does(store: Keyring) -> None:
    longer = short_questions._LONGER["priority"].__get__(None, Keyring)
    assert Keyring.priority == longer
    assert Keyring.viable
