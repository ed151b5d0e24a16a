"""The tests' own key store: what is asked in few words is answered as in many, and all of it is forgotten."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from hvacdesk.vault.device import desktop_keyrings
from hvacdesk.vault.device.keyring_store import DeviceKeyring
from hvacdesk.vault.device.open_questions import OpenQuestions, Unanswered
from hvacdesk.vault.errors import KeyringLocked
from tests.helpers import key_snapshot, short_questions
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


@pytest.mark.parametrize("account", ["there", "nowhere", "bytes"])
def test_the_program_reads_on_this_thread_what_it_reads_beside_it(
    keyring: short_questions.Keyring, account: str
) -> None:
    keyring.set_password(SERVICE, "there", "secret")
    key_snapshot.put_bytes((SERVICE, "bytes"), b"\xff")
    store = DeviceKeyring(keyring)
    threads = threading.active_count()
    with patch.object(threading, "Thread", side_effect=AssertionError):
        if account == "bytes":
            with pytest.raises(AssertionError):
                store._text(SERVICE, account)
        else:
            found = store._text(SERVICE, account)
    assert threading.active_count() == threads
    with patch.object(DeviceKeyring, "_stored", short_questions._LONGER_TEXT):
        longer = store._text(SERVICE, account)
    assert longer == {"there": "secret", "nowhere": None, "bytes": ""}[account]
    assert account == "bytes" or found == longer


def test_a_locked_store_is_read_beside_it(service: SecretService, keyring: short_questions.Keyring) -> None:
    keyring.set_password(SERVICE, "there", "secret")
    store = DeviceKeyring(keyring)
    service.stop_daemon()
    service.start_locked()
    with patch.object(OpenQuestions, "ask", side_effect=Unanswered) as beside, pytest.raises(KeyringLocked):
        store.read("there")
    assert beside.called


def test_another_store_than_gnomes_is_read_beside_it(keyring: short_questions.Keyring) -> None:
    store = DeviceKeyring(keyring)
    with (
        patch.object(short_questions, "GNOME", "org.example.other"),
        patch.object(OpenQuestions, "ask", side_effect=["secret"]) as beside,
    ):
        short_questions._lines.close()
        assert store._text(SERVICE, "there") == "secret"
    assert beside.called
    short_questions._lines.close()


def test_a_second_keyring_is_named_as_in_many_words(
    service: SecretService, keyring: short_questions.Keyring
) -> None:
    store = desktop_keyrings.DesktopKeyrings(keyring)
    assert store.locked_holders(SERVICE, "there") == ()
    with service.locked_keyring("Other"):
        named = store.locked_holders(SERVICE, "there")
        assert named == short_questions._LONGER_HOLDERS(store, SERVICE, "there") == ("Other",)


def test_what_is_put_there_is_what_the_program_writes(keyring: short_questions.Keyring) -> None:
    store = DeviceKeyring(keyring)
    store.write("written", b"secret")
    key_snapshot.put("put", b"secret")
    snapshot = key_snapshot.taken()
    written, put = ((f"hvacdesk/{name}", name) for name in ("written", "put"))
    assert snapshot[put] == snapshot[written]
    assert store.read("put") == b"secret"


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
