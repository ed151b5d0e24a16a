"""What a seat may call again without a doubt is known, and is nothing that changes a record."""

from __future__ import annotations

import inspect

from hvacdesk.seats.doors import doors
from hvacdesk.services.only_shown import _ONLY_SHOWN, changes_something, is_only_shown, note_change, one_work
from tests.helpers.what_is_written_over import ASKS_NOT
from tests.unit.services.test_permissions import listed, read
from tests.unit.services.test_saved_meanwhile import CLASSES, writes

(LOGGED,) = (read(table) for reason, table in ASKS_NOT.items() if reason.startswith("It only tells the log"))

DOES_MORE = """
Accounts: change_own_pin check_passphrase set_pin
Beside: leave look
Drafts: begin
Importing: close open
LogWitness: save
Reports: answer clear_remaking delete delete_unread hand_over note read set_state
"""
"""Opens no transaction and keeps something all the same: a file, a report, a PIN, an open list or form."""

METHODS = {inspect.unwrap(door.method).__qualname__: door for door in doors().values() if not door.stays}


def opens_a_transaction(name: str) -> bool:
    return writes(inspect.unwrap(METHODS[name].method), CLASSES.get(name.partition(".")[0]))


def only_logged(name: str) -> bool:
    owner, _dot, method = name.partition(".")
    return method in LOGGED.get(owner, ())


def test_what_is_only_shown_changes_nothing() -> None:
    known = {f"{owner}.{method}" for owner, methods in read(_ONLY_SHOWN).items() for method in methods}
    assert not listed(iter(known - METHODS.keys())), "no seat can call it"
    wrong = {name for name in known if opens_a_transaction(name) and not only_logged(name)}
    assert not listed(iter(wrong)), "it may have been done, answered or not"
    notes = {
        name for name in known if name.endswith((".printed", "_printed", "_saved", "_copy", "note_sent"))
    }
    assert not listed(iter(notes)), "the note itself is what is asked for"


def test_whatever_changes_nothing_is_known_as_such() -> None:
    unknown = {
        name for name, door in METHODS.items() if not door.is_only_shown and not opens_a_transaction(name)
    }
    assert listed(iter(unknown)) == read(DOES_MORE)


def test_a_piece_of_work_knows_what_it_changed_and_nothing_of_others() -> None:
    note_change("customers.add")
    assert not changes_something()
    with one_work():
        assert not changes_something()
        note_change("customers.add")
        assert changes_something()
        with one_work():
            assert not changes_something()
        assert changes_something()
    assert not changes_something()
    assert not is_only_shown(note_change)
