"""A key store that falls over in the middle of a request is asked again; one that is missing is not."""

from __future__ import annotations

from threading import Event
from typing import Any

import pytest
from keyring.errors import InitError

from hvacdesk.vault.device import keyring_store, open_questions
from hvacdesk.vault.errors import KeyringLocked, KeyringMissing


class NoReply(Exception):
    """The bus's word for a service that left without answering."""

    name = "org.freedesktop.DBus.Error.NoReply"


class Store:
    """A stand-in for the Secret Service backend, by name."""

    def __init__(self, failures: list[Exception]) -> None:
        self.failures = failures
        self.asked = 0

    def get_password(self, service: str, account: str) -> str | None:
        if service == keyring_store.SHARED_SERVICE:
            return None
        self.asked += 1
        if self.failures:
            raise InitError("gone") from self.failures.pop(0)
        return "c2VjcmV0" if service == keyring_store.service_of(account) else None


Store.__module__, Store.__qualname__ = "keyring.backends.SecretService", "Keyring"


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring_store, "_PAUSES", (0.0, 0.0))


def keyring(store: Any) -> keyring_store.DeviceKeyring:
    return keyring_store.DeviceKeyring(store)


def test_a_store_that_fell_over_is_asked_until_it_is_back() -> None:
    store = Store([NoReply(), RuntimeError("not back yet")])
    assert keyring(store).read("office/1") == b"secret"
    assert store.asked == 3


def test_a_store_that_stays_away_is_missing() -> None:
    store = Store([NoReply(), RuntimeError(), RuntimeError()])
    with pytest.raises(KeyringMissing):
        keyring(store).read("office/1")
    assert store.asked == 3


def test_a_store_that_was_never_there_is_not_waited_for() -> None:
    store = Store([RuntimeError("no such name")])
    with pytest.raises(KeyringMissing):
        keyring(store).read("office/1")
    assert store.asked == 1


class Asking(Store):
    """A locked store, whose window waits for the password until somebody types it, or closes the window."""

    def __init__(self) -> None:
        super().__init__([])
        self.typed = Event()
        self.changes: list[str] = []

    def get_password(self, service: str, account: str) -> str | None:
        assert self.typed.wait(60)
        return super().get_password(service, account)

    def set_password(self, _service: str, account: str, _secret: str) -> None:
        self.changes.append(account)


Asking.__module__, Asking.__qualname__ = "keyring.backends.SecretService", "Keyring"


@pytest.fixture
def asking(monkeypatch: pytest.MonkeyPatch) -> Asking:
    assert open_questions.ANSWER_SECONDS < 5
    monkeypatch.setattr(open_questions, "ANSWER_SECONDS", 0.05)
    return Asking()


def test_a_store_that_waits_for_its_user_is_locked_and_asked_again_once_it_is_open(asking: Asking) -> None:
    with pytest.raises(KeyringLocked):
        keyring(asking).read("office/1")
    assert not keyring_store.answered()
    asking.typed.set()
    while not keyring_store.answered():
        Event().wait(0.01)
    assert not keyring_store.answered(), "it is told once"
    assert keyring(asking).read("office/1") == b"secret"


def test_nothing_is_changed_later_in_a_store_that_waits_for_its_user(asking: Asking) -> None:
    with pytest.raises(KeyringLocked):
        keyring(asking).write("office/1", b"secret")
    asking.typed.set()
    while not keyring_store.answered():
        Event().wait(0.01)
    assert asking.changes == []
