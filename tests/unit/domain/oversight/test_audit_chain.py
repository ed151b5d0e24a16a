"""A changed, moved, inserted or missing entry breaks the chain at its own place."""

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.oversight.audit_chain import (
    GENERATION,
    GENESIS,
    SIGNATURE,
    ChainLink,
    Examined,
    Walk,
    entry_hash,
    note_hash,
    own_hash,
    signed_text,
)

DETAILS = st.dictionaries(
    st.text(max_size=5), st.text(max_size=5) | st.integers() | st.booleans() | st.none(), max_size=3
)
FIELDS = st.tuples(
    st.text(max_size=8), st.text(max_size=8), st.text(max_size=8), st.text(max_size=8), DETAILS
)


def fits(generation: int, text: str, signature: str) -> bool:
    """A signature that everybody could make: what counts here is what it is over."""
    return signature == f"{generation}:{text}"


def examined(links: list[ChainLink], after: ChainLink | None = None) -> Examined:
    return Walk(fits, {"explained"}, after).along(links)


def verify_chain(links: list[ChainLink]) -> int | None:
    """The first entry that does not fit."""
    return min(examined(links).misfits, default=None)


def signed(link: ChainLink, generation: int = 1) -> ChainLink:
    link = replace(link, details={**link.details, GENERATION: generation})
    link = replace(link, details={**link.details, SIGNATURE: f"{generation}:{signed_text(link)}"})
    return replace(link, hash=own_hash(link))


def following(links: list[ChainLink], **changes: object) -> ChainLink:
    last = links[-1]
    link = replace(last, sequence=last.sequence + 1, previous=last.hash, details={}, **changes)
    return replace(link, hash=own_hash(link))


def chain(length: int) -> list[ChainLink]:
    links: list[ChainLink] = []
    for sequence in range(1, length + 1):
        previous = links[-1].hash if links else GENESIS
        at = f"2026-11-24T00:00:{sequence:02}Z"
        values = (previous, sequence, at, "a" * 32, "revealed", "customer:c", {"field": "phone"}, "")
        links.append(
            ChainLink(
                sequence=sequence,
                at=at,
                actor="a" * 32,
                action="revealed",
                subject="customer:c",
                details={"field": "phone"},
                note_hash="",
                previous=previous,
                hash=entry_hash(*values),
            )
        )
    return links


def test_hash_is_over_the_canonical_form_which_must_never_change() -> None:
    canonical = f'["{GENESIS}",1,"2026-11-24T00:00:01Z","a","revealed","customer:c",{{"a":1,"b":"栄"}},""]'
    expected = hashlib.sha256(canonical.encode()).hexdigest()
    details = {"b": "栄", "a": 1}
    assert (
        entry_hash(GENESIS, 1, "2026-11-24T00:00:01Z", "a", "revealed", "customer:c", details, "") == expected
    )


@pytest.mark.parametrize("length", [0, 1, 5])
def test_an_untouched_chain_is_whole(length: int) -> None:
    assert verify_chain(chain(length)) is None


@pytest.mark.parametrize(
    "change",
    [
        {"at": "2026-11-24T00:00:59Z"},
        {"actor": "b" * 32},
        {"action": "logged_in"},
        {"subject": "customer:d"},
        {"details": {}},
        {"details": {"field": "phone", "more": None}},
        {"note_hash": "0" * 64},
        {"previous": GENESIS},
        {"sequence": 9},
        {"hash": "0" * 64},
    ],
)
def test_a_changed_entry_is_found_at_its_place(change: dict[str, object]) -> None:
    links = chain(5)
    links[2] = replace(links[2], **change)
    assert verify_chain(links) == 3


def test_a_missing_entry_is_found() -> None:
    links = chain(5)
    assert verify_chain([*links[:2], *links[3:]]) == 3
    assert verify_chain(links[1:]) == 1


def test_swapped_and_repeated_entries_are_found() -> None:
    links = chain(5)
    assert verify_chain([links[0], links[2], links[1], *links[3:]]) == 2
    assert verify_chain([*links[:2], links[1], *links[2:]]) == 3


def test_a_rewritten_entry_breaks_the_next_one() -> None:
    links = chain(5)
    forged = replace(links[2], subject="customer:d")
    forged_hash = entry_hash(
        forged.previous, 3, forged.at, forged.actor, forged.action, forged.subject, forged.details, ""
    )
    links[2] = replace(forged, hash=forged_hash)
    assert verify_chain(links) == 4


@given(FIELDS, FIELDS)
def test_two_entries_share_a_hash_only_if_they_are_the_same(
    one: tuple[str, str, str, str, dict[str, object]], other: tuple[str, str, str, str, dict[str, object]]
) -> None:
    hashes = [
        entry_hash(GENESIS, 1, at, actor, "revealed", subject, details, note)
        for at, actor, subject, note, details in (one, other)
    ]
    same = repr(normal(one)) == repr(normal(other))
    assert (hashes[0] == hashes[1]) is same


def normal(fields: tuple[str, str, str, str, dict[str, object]]) -> object:
    return (*fields[:4], sorted(fields[4].items()))


def test_a_note_is_hashed_with_its_salt() -> None:
    assert note_hash(b"salt", "メモ") == hashlib.sha256(b"salt" + "メモ".encode()).hexdigest()
    assert note_hash(b"salt", "メモ") != note_hash(b"tlas", "メモ")


def test_a_signature_holds_for_what_it_was_made_over_and_nowhere_else() -> None:
    links = chain(2)
    links.append(signed(following(links)))
    found = examined(links)
    assert [link.sequence for link in found.signed] == [3]
    assert not found.findings
    replayed = following(links)
    replayed = replace(replayed, details=links[2].details)
    assert examined([*links, replace(replayed, hash=own_hash(replayed))]).refused == (4,)
    other = replace(links[2], subject="customer:d")
    assert examined([*links[:2], replace(other, hash=own_hash(other))]).refused == (3,)


def test_who_held_a_former_key_signs_nothing_after_its_successor_did() -> None:
    links = chain(1)
    links.append(signed(following(links), 2))
    links.append(signed(following(links), 1))
    assert examined(links).refused == (3,)
    assert examined(links[2:], after=links[1]).refused == (3,)


def test_what_explains_a_gap_needs_a_signature_once_the_log_is_signed() -> None:
    links = chain(1)
    links.append(following(links, action="explained"))
    assert not examined(links).findings
    links.append(signed(following(links, action="explained")))
    assert not examined(links).findings
    links.append(following(links, action="explained"))
    assert examined(links).claims == (4,)
    assert examined(links[3:], after=links[2]).claims == (4,)
