"""Forgeries of the audit log by a technician with write access to the file: each kind with its verdict.

The attacker holds the database's key, which every session holds, but no person responsible's key. Some reach
the key store of the computer's user as well. The judge is the program as people use it: the next login, and
the check of the chain.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from hvacdesk.domain.disposal.disposal import Decision
from hvacdesk.domain.disposal.media import MediumFacts, MediumKind
from hvacdesk.domain.oversight.audit_log import Action, day_of
from hvacdesk.domain.roles import Role
from hvacdesk.services.disposal.media import Media
from hvacdesk.services.oversight import log_check
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.oversight.log_records import as_they_are
from hvacdesk.store.disposal import disposed_list
from hvacdesk.store.engine import Session
from hvacdesk.store.oversight import audit_log
from hvacdesk.store.oversight.tied import NOTES_GONE, TIED
from tests.adversary.conftest import ATTACK
from tests.adversary.log_forger import COLUMNS, Entry, Forger, Kept, chained, signed_by_another, unsigned
from tests.helpers.decisions import decide
from tests.helpers.real_office import NAMES, RealOffice, new_real_office
from tests.helpers.secret_service import SecretService
from tests.helpers.vault_offices import make_office
from tests.integration.disposal.office import MONTH, DisposalOffice, disposal_office


class Seen(StrEnum):
    """When a forgery is noticed."""

    AT_LOGIN = "noticed at the next login"
    BY_CHECK = "noticed by the check of the chain"
    NOT = "NOT NOTICED"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> tuple[Forger, Kept]:
    """An owner left the office; then a technician worked, whom nobody has signed for yet."""
    folder = tmp_path_factory.mktemp("log")
    real = new_real_office(folder / "office", names=[NAMES[Role.TECHNICIAN]])
    office, owner = real.login(Role.OWNER)
    forger = Forger(real, office._workplace.vault.office_id, office._workplace.vault.database_key())
    office.accounts.lock(owner)
    office.leave(owner)
    forger.older = Kept.of(forger, folder / "older")
    for _ in range(3):
        office, technician = real.login(Role.TECHNICIAN)
        office.accounts.lock(technician)
        office.leave(technician)
    return forger, Kept.of(forger, folder / "kept")


EXPECTED = {Seen.NOT: "not noticed in the office: file and both notes in one hand (see the witnesses)"}

Forge = Callable[[Forger, Any, list[Entry]], list[Entry] | None]
KINDS: dict[str, tuple[Forge, Seen]] = {}


def kind(name: str, seen: Seen) -> Callable[[Forge], Forge]:
    """Enter a kind of forgery; what it returns takes the log's place."""

    def enter(forge: Forge) -> Forge:
        KINDS[name] = (forge, seen)
        return forge

    return enter


def last_signed(entries: list[Entry]) -> int:
    return max(at for at, entry in enumerate(entries) if "signature" in entry["details"])


def made_up(entries: list[Entry], action: str, **details: Any) -> Entry:
    return {**entries[-1], "action": action, "subject": "", "details": details, "note_hash": ""}


def heads_of(forger: Forger) -> list[list[Any]]:
    """Both noted heads, as a restore would name them."""
    raw = [forger.file.read_bytes(), forger.key_store_note() or b""]
    parts = [note.decode().strip().split(":") for note in raw]
    return [[int(part[2]), part[3]] for part in parts]


@kind("cut the last entry off", Seen.AT_LOGIN)
def _(_forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    return entries[:-1]


@kind("cut off all since the last signature", Seen.AT_LOGIN)
def _(_forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    return entries[: last_signed(entries) + 1]


@kind("cut the end, note in the folder deleted", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    forger.file.unlink()
    return entries[:-2]


@kind("cut the end, note in the folder garbled", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    forger.file.write_bytes(b"\0" * 80)
    return entries[:-2]


@kind("cut the end, note in the folder rewritten", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    forger.note(entries[:-2], key_store=False)
    return entries[:-2]


@kind("cut the end, note in the key store removed", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    forger.put_into_key_store(None)
    return entries[:-2]


@kind("cut the end, both notes removed", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    forger.file.unlink()
    forger.put_into_key_store(None)
    return entries[:-2]


@kind("cut the end, both notes garbled", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    forger.file.write_bytes(b"1:2:3")
    forger.put_into_key_store(b"1:2:3")
    return entries[:-2]


@kind("an entry taken out of the middle", Seen.BY_CHECK)
def _(_forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    return [*entries[:2], *entries[3:]]


@kind("an entry taken out since the last signature", Seen.AT_LOGIN)
def _(_forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    return [*entries[:-3], *entries[-2:]]


@kind("an entry taken out, the rest chained anew", Seen.AT_LOGIN)
def _(_forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    return chained([*entries[:2], *entries[3:]])


@kind("two entries exchanged", Seen.AT_LOGIN)
def _(_forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    entries[1], entries[2] = {**entries[2], "id": 2}, {**entries[1], "id": 3}
    return entries


@kind("an entry put in", Seen.AT_LOGIN)
def _(_forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    return chained([*entries[:-1], made_up(entries, "revealed", field="phone"), entries[-1]])


@kind("an entry's person altered", Seen.BY_CHECK)
def _(_forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    entries[1]["actor"] = "f" * 32
    return entries


@kind("an entry's details no longer JSON", Seen.BY_CHECK)
def _(_forger: Forger, raw: Any, _entries: list[Entry]) -> None:
    raw.execute("UPDATE audit_log SET details = 'x' WHERE id = 2")


@kind("an entry altered, all chained anew, folder's note too", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    entries[1]["actor"] = "f" * 32
    forger.note(chained(entries), key_store=False)
    return entries


@kind("an entry altered, all chained anew, both notes too", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    entries[1]["actor"] = "f" * 32
    forger.note(chained(entries))
    return entries


@kind("all chained anew without signatures, both notes too", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    forger.note(made := chained([unsigned(entry) for entry in entries]))
    return made


@kind("all chained anew as if an earlier version wrote it", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    brought = made_up(entries, "brought_up_to_date", schema_before=16)
    made = chained([*(unsigned(entry) for entry in entries), brought])
    forger.note(made, key_store=False)
    return made


@kind("all chained anew as if an earlier version wrote it, both notes too", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    brought = made_up(entries, "brought_up_to_date", schema_before=16)
    forger.note(made := chained([*(unsigned(entry) for entry in entries), brought]))
    return made


@kind("all signed anew by another office's key, both notes too", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    key, made = Ed25519PrivateKey.generate(), [unsigned(entry) for entry in entries]
    for at, entry in enumerate(entries):
        chained(made)
        if "signature" in entry["details"]:
            made[at] = signed_by_another(made[at], forger.office_id, key)
    forger.note(chained(made))
    return made


@kind("note in the folder deleted", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, _entries: list[Entry]) -> None:
    forger.file.unlink()


@kind("note in the folder garbled", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, _entries: list[Entry]) -> None:
    forger.file.write_bytes(forger.file.read_bytes()[:-10])


@kind("note in the folder emptied", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, _entries: list[Entry]) -> None:
    forger.file.write_bytes(b"")


@kind("an older note put back into the folder", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, _entries: list[Entry]) -> None:
    assert forger.older is not None
    shutil.copy(forger.older.folder / "audit.head", forger.file)


@kind("note in the folder in the form without a count", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> None:
    forger.file.write_bytes(f"{entries[-1]['id']}:{entries[-1]['hash']}".encode())


@kind("note in the key store removed", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, _entries: list[Entry]) -> None:
    forger.put_into_key_store(None)


@kind("note in the key store garbled", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, _entries: list[Entry]) -> None:
    forger.put_into_key_store(b"\xff\xfe")


@kind("an older note put back into the key store", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, _entries: list[Entry]) -> None:
    assert forger.older is not None
    forger.put_into_key_store(forger.older.key_store)


@kind("both notes' counts set back", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> None:
    forger.note(entries, count=1)


@kind("the folder's count set back", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> None:
    forger.note(entries, key_store=False, count=1)


@kind("the folder's count set as high as it goes", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> None:
    forger.note(entries, key_store=False, count=999_999_999_999_999_999)


@kind("an older database put back", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, _entries: list[Entry]) -> None:
    assert forger.older is not None
    shutil.copy(forger.older.folder / "office-1.db", forger.database)


@kind("older database and older note in the folder put back", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, _entries: list[Entry]) -> None:
    assert forger.older is not None
    for name in ("office-1.db", "audit.head"):
        shutil.copy(forger.older.folder / name, forger.real.home / name)


@kind("a made-up restore explains both noted heads away", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    lost = heads_of(forger)
    return chained([*entries[:-3], made_up(entries, "backup_restored", entries_lost=0, lost_heads=lost)])


@kind("a made-up restore over a log rewritten from its start", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    restored = made_up(entries, "backup_restored", entries_lost=0, lost_heads=heads_of(forger))
    return chained([*(unsigned(entry) for entry in entries[:-3]), restored])


@kind("a made-up restore, both notes too", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    lost = heads_of(forger)
    made = chained([*entries[:-3], made_up(entries, "backup_restored", entries_lost=0, lost_heads=lost)])
    forger.note(made)
    return made


@kind("a restore signed by another office's key", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    restored = made_up(entries, "backup_restored", entries_lost=0, lost_heads=heads_of(forger))
    made = chained([*entries[:-3], restored])
    made[-1] = signed_by_another(made[-1], forger.office_id, Ed25519PrivateKey.generate())
    return chained(made)


@kind("a restore with another entry's signature", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    taken = entries[last_signed(entries)]["details"]
    return chained([*entries[:-3], made_up(entries, "backup_restored", **taken, lost_heads=heads_of(forger))])


@kind("a made-up answer of a person responsible", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    answer = made_up(entries, "chain_reanchored", lost_heads=heads_of(forger), answered=[2], noted=0)
    forger.note(made := chained([*entries[:-3], answer]))
    return made


@kind("a signed entry written a second time", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    forger.note(made := chained([*entries, {**entries[last_signed(entries)]}]))
    return made


@kind("a signature kept over another past", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    at = last_signed(entries)
    forger.note(made := chained([*entries[:2], *entries[3 : at + 1]]))
    return made


@kind("a signed entry's count set back", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    entries[last_signed(entries)]["details"]["noted"] = 0
    forger.note(chained(entries), count=1)
    return entries


@kind("a made-up set-up, so that no notes are due yet", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    forger.file.unlink()
    forger.put_into_key_store(None)
    return chained([*entries[:-3], made_up(entries, "office_created")])


@kind("the log emptied", Seen.AT_LOGIN)
def _(_forger: Forger, _raw: Any, _entries: list[Entry]) -> list[Entry]:
    return []


@kind("the log emptied, both notes removed", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, _entries: list[Entry]) -> list[Entry]:
    forger.file.unlink()
    forger.put_into_key_store(None)
    return []


@kind("taken back behind the entry that the key file names, both notes too", Seen.AT_LOGIN)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    forger.note(made := chained([*entries[:1], *(unsigned(entry) for entry in entries[3:])]))
    return made


@kind("since the last signature rewritten, both notes with it", Seen.NOT)
def _(forger: Forger, _raw: Any, entries: list[Entry]) -> list[Entry]:
    forger.note(made := chained(entries[:-2]))
    return made


@kind("everything of an earlier day put back, key store too", Seen.NOT)
def _(forger: Forger, _raw: Any, _entries: list[Entry]) -> None:
    assert forger.older is not None
    for name in ("office-1.db", "audit.head"):
        shutil.copy(forger.older.folder / name, forger.real.home / name)
    forger.put_into_key_store(forger.older.key_store)


@kind("an entry put in below the first number", Seen.AT_LOGIN)
def _(_forger: Forger, raw: Any, _entries: list[Entry]) -> None:
    copied = "SELECT ?, at, actor, 'revealed', subject, details, note_hash, previous, hash FROM audit_log"
    for number in (0, -3):
        raw.execute(f"INSERT INTO audit_log ({COLUMNS}) {copied} WHERE id = 2", (number,))


@kind("an entry put in under the last number that there is", Seen.AT_LOGIN)
def _(_forger: Forger, raw: Any, _entries: list[Entry]) -> None:
    raw.execute("UPDATE audit_log SET id = 9223372036854775807 WHERE id = (SELECT max(id) FROM audit_log)")


@kind("a trigger that keeps reveals out of the log", Seen.AT_LOGIN)
def _(_forger: Forger, raw: Any, _entries: list[Entry]) -> None:
    ignored = "BEFORE INSERT ON audit_log WHEN NEW.action = 'revealed' BEGIN SELECT RAISE(IGNORE); END"
    raw.execute(f"CREATE TRIGGER retention_due_log_insert {ignored}")


@kind("a view in place of a table", Seen.AT_LOGIN)
def _(_forger: Forger, raw: Any, _entries: list[Entry]) -> None:
    raw.execute("ALTER TABLE holds RENAME TO older_holds")
    raw.execute("CREATE VIEW holds AS SELECT * FROM older_holds WHERE 0")


IGNORED = "(CASE WHEN action = 'revealed' THEN NULL ELSE 1 END) VIRTUAL NOT NULL ON CONFLICT IGNORE"


@kind("a column that keeps reveals out of the log", Seen.AT_LOGIN)
def _(_forger: Forger, raw: Any, _entries: list[Entry]) -> None:
    raw.execute(f"ALTER TABLE audit_log ADD COLUMN z INTEGER GENERATED ALWAYS AS {IGNORED}")


@kind("a column that keeps lines out of the ledger", Seen.AT_LOGIN)
def _(_forger: Forger, raw: Any, _entries: list[Entry]) -> None:
    ignored = "(CASE WHEN id > 1 THEN NULL ELSE 1 END) VIRTUAL NOT NULL ON CONFLICT IGNORE"
    raw.execute(f"ALTER TABLE disposal_ledger ADD COLUMN z INTEGER GENERATED ALWAYS AS {ignored}")


@kind("a check that refuses reveals", Seen.AT_LOGIN)
def _(_forger: Forger, raw: Any, _entries: list[Entry]) -> None:
    raw.execute("ALTER TABLE audit_log ADD COLUMN z INTEGER DEFAULT 0 CHECK (action <> 'revealed')")


@kind("a table's text rewritten with a conflict clause", Seen.AT_LOGIN)
def _(_forger: Forger, raw: Any, _entries: list[Entry]) -> None:
    raw.execute("PRAGMA writable_schema = ON")
    rewritten = "replace(sql, 'actor VARCHAR(32) NOT NULL', 'actor VARCHAR(32) NOT NULL ON CONFLICT IGNORE')"
    changed = raw.execute(f"UPDATE sqlite_master SET sql = {rewritten} WHERE name = 'audit_log'")
    assert changed.rowcount == 1


@kind("an index on an expression, which a later entry violates", Seen.AT_LOGIN)
def _(_forger: Forger, raw: Any, _entries: list[Entry]) -> None:
    raw.execute("CREATE UNIQUE INDEX zz ON audit_log (action) WHERE action = 'revealed'")


def put_in(raw: Any, entries: list[Entry], number: int | None = None, **columns: object) -> None:
    """One more entry behind the log that nobody can read, or with a number that nobody has."""
    last = {**entries[-1], "action": "logged_out", "details": "{}", "hash": "0" * 64}
    row = {**last, "id": number or last["id"] + 1, "previous": last["hash"], **columns}
    names = ", ".join(row)
    raw.execute(f"INSERT INTO audit_log ({names}) VALUES ({', '.join('?' * len(row))})", list(row.values()))


UNREADABLE: dict[str, dict[str, object]] = {
    "details nested without an end": {"details": "[" * 200_000},
    "details nested deeply": {"details": '{"a":' * 100_000 + "1" + "}" * 100_000},
    "details with half a character": {"details": '{"a": "\\ud800"}'},
    "details with a number of thousands of digits": {"details": '{"a": ' + "9" * 5000 + "}"},
    "bytes for details": {"details": b"{}"},
    "bytes for a person": {"actor": b"\x00\xff"},
    "no moment": {"at": "not a day"},
    "a moment beyond all calendars": {"at": "9999-12-31T23:59:59Z"},
    "the number of no log's last entry": {"number": 2**53},
    "the number before that": {"number": 2**53 - 1},
}


def _enter_unreadable(name: str, columns: dict[str, Any]) -> None:
    @kind(f"an entry that nobody can read: {name}", Seen.AT_LOGIN)
    def _(_forger: Forger, raw: Any, entries: list[Entry]) -> None:
        put_in(raw, entries, **columns)


for _name, _columns in UNREADABLE.items():
    _enter_unreadable(_name, _columns)


@kind("an entry whose texts are no text", Seen.AT_LOGIN)
def _(_forger: Forger, raw: Any, entries: list[Entry]) -> None:
    put_in(raw, entries)
    for column in ("details", "subject", "at", "hash"):
        raw.execute(
            f"UPDATE audit_log SET {column} = CAST(x'7bff' AS TEXT) WHERE id = {entries[-1]['id'] + 1}"
        )


@kind("an old entry's details with half a character", Seen.BY_CHECK)
def _(_forger: Forger, raw: Any, _entries: list[Entry]) -> None:
    raw.execute("UPDATE audit_log SET details = ? WHERE id = 2", ('{"a": "\\ud800"}',))


@kind("an old entry's action as bytes, so that no list of such acts shows it", Seen.BY_CHECK)
def _(_forger: Forger, raw: Any, _entries: list[Entry]) -> None:
    raw.execute("UPDATE audit_log SET action = CAST(action AS BLOB) WHERE id = 2")


@kind("signed entries' details in other words, so that none is found by its mark", Seen.AT_LOGIN)
def _(_forger: Forger, raw: Any, _entries: list[Entry]) -> None:
    raw.execute("""UPDATE audit_log SET details = replace(details, '"signature": ', '"signature" : ')""")


@kind("the last signed entry's details with an escaped key", Seen.AT_LOGIN)
def _(_forger: Forger, raw: Any, _entries: list[Entry]) -> None:
    raw.execute("""UPDATE audit_log SET details = replace(details, '"signature"', '"\\u0073ignature"')""")


def test_there_are_at_least_25_kinds() -> None:
    assert len([name for name, (_forge, seen) in KINDS.items() if seen is not Seen.NOT]) >= 25


@pytest.mark.parametrize("name", KINDS)
def test_a_forged_log_is_noticed_as_far_as_anything_could_show_it(
    world: tuple[Forger, Kept], name: str, record_property: Callable[[str, object], None]
) -> None:
    forger, kept = world
    kept.bring_back(forger)
    forge, expected = KINDS[name]
    with forger.raw() as raw:
        forged = forge(forger, raw, forger.read(raw))
        if forged is not None:
            forger.write(raw, forged)
    seen = judged(forger.real)
    record_property(f"{ATTACK}{name}", seen.value if seen is not expected else EXPECTED.get(seen, seen.value))
    assert seen is expected


def judged(real: RealOffice) -> Seen:
    """What the next login of a person responsible says by itself, and what the check of the chain says."""
    office, owner = real.login(Role.OWNER)
    damage, report = office.integrity.damage, office.audit.verify(owner)
    office.leave(owner)
    if damage is not None:
        assert damage.of_log
        assert not report.intact
        return Seen.AT_LOGIN
    return Seen.NOT if report.intact else Seen.BY_CHECK


RECORDS = {
    "a line of the ledger deleted": "DELETE FROM disposal_ledger WHERE id = 1",
    "the ledger emptied": "DELETE FROM disposal_ledger",
    "a line of the ledger altered": "UPDATE disposal_ledger SET law = 'x' WHERE id = 1",
    "a line of the ledger moved to another batch": "UPDATE disposal_ledger SET batch = 'x' WHERE id = 1",
    "a certificate altered": "UPDATE certificates SET facts = replace(facts, '2026', '2025')",
    "a certificate renumbered": "UPDATE certificates SET number = 'DC2026-009'",
    "a certificate's paper swapped": (
        "UPDATE certificate_pdfs SET pdf = (SELECT pdf FROM certificate_pdfs WHERE language = 'en'),"
        " sha256 = (SELECT sha256 FROM certificate_pdfs WHERE language = 'en') WHERE language = 'ja'"
    ),
    "a hold removed": "DELETE FROM holds",
    "a hold ended": "UPDATE holds SET until = '2020-01-01'",
    "a hold moved to another customer": "UPDATE holds SET customer_id = customer_id + 1",
    "a medium altered": "UPDATE media SET serial = 'x'",
    "a medium removed": "DELETE FROM media",
    "an approval in another's name": "UPDATE disposal_batches SET approved_by = proposed_by",
    "an approval on another day": "UPDATE disposal_batches SET approved_at = '2026-01-01T00:00:00Z'",
    "a note altered": "UPDATE audit_notes SET text = 'x'",
    "a note and its salt altered": "UPDATE audit_notes SET text = 'x', salt = x'00'",
    "a note erased without a word": "DELETE FROM audit_notes",
}


@pytest.fixture(scope="module")
def registers(
    tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService
) -> Iterator[tuple[DisposalOffice, Path]]:
    """A disposal was carried out, a medium is registered, a customer is on hold, and there is a note."""
    from hvacdesk.vault.office import DeviceKeyring

    office = disposal_office(make_office(tmp_path_factory.mktemp("registers") / "office", DeviceKeyring()))
    AuditLog(office.workplace).write_anchor()  # as a login does: what is not in doubt is signed
    office.destroy(office.approved(office.customers["going 0"]), 1)
    Media(office.workplace).register(office.desk, MediumFacts(MediumKind.USB_STICK, "青いUSB", serial="4C53"))
    review = office.disposal.reviews.review(office.owner, MONTH)
    held = office.customers["staying 0"]
    decide(
        office.disposal.reviews,
        office.owner,
        review.batch,
        held,
        Decision.HOLD,
        hold_reason="係争中",
        hold_until="2027-11-24",
    )
    office.workplace.store.close()
    kept = shutil.copy(office.vault.database_path, tmp_path_factory.mktemp("kept") / "office.db")
    yield office, Path(kept)
    office.workplace.store.close()
    office.vault.close()


@pytest.mark.parametrize("name", RECORDS)
def test_what_hangs_on_the_log_cannot_be_changed_beside_it(
    registers: tuple[DisposalOffice, Path], name: str, record_property: Callable[[str, object], None]
) -> None:
    office, kept = registers
    office.workplace.store.close()
    shutil.copy(kept, office.vault.database_path)
    log = AuditLog(office.workplace)
    assert log.verify(office.owner).records_good
    with office.workplace.store.connection() as connection, connection.begin():
        driver = connection.connection.driver_connection
        assert driver.execute(RECORDS[name]).rowcount > 0
    seen = Seen.NOT if log.verify(office.owner).intact else Seen.BY_CHECK
    record_property(f"{ATTACK}{name}", seen.value)
    assert seen is Seen.BY_CHECK


def forged(office: DisposalOffice, kept: Path, statement: str, action: Action) -> Seen:
    """A change with an entry in somebody else's name that says it is how things stand now."""
    office.workplace.store.close()
    shutil.copy(kept, office.vault.database_path)
    with office.workplace.store.connection() as connection, connection.begin():
        assert connection.connection.driver_connection.execute(statement).rowcount > 0
        with Session(connection) as session:
            checked = log_check.whole(session, office.vault.log.keys)
            told = {TIED: as_they_are(session, checked.records)}
            audit_log.append(session, office.workplace.now(), office.desk.account, action, "", told)
    return Seen.NOT if AuditLog(office.workplace).verify(office.owner).intact else Seen.BY_CHECK


GOING = (
    ("DELETE FROM media", Action.MEDIUM_REGISTERED),
    ("DELETE FROM media", Action.MEDIUM_CHANGED),
    ("DELETE FROM media", Action.MEDIUM_SANITIZED),
    ("DELETE FROM holds", Action.HOLD_SET),
    ("DELETE FROM holds", Action.HOLD_LIFTED),
    ("DELETE FROM holds", Action.CUSTOMERS_MERGED),
    ("DELETE FROM holds", Action.MERGE_UNDONE),
)


@pytest.mark.parametrize(("statement", "action"), GOING)
def test_no_unsigned_entry_says_that_a_medium_or_hold_is_gone(
    registers: tuple[DisposalOffice, Path],
    statement: str,
    action: Action,
    record_property: Callable[[str, object], None],
) -> None:
    seen = forged(*registers, statement, action)
    record_property(f"{ATTACK}{statement}, said by {action.value}", seen.value)
    assert seen is Seen.BY_CHECK


WRITTEN_BY_THE_DESK = (
    ("UPDATE media SET serial = 'x'", Action.MEDIUM_CHANGED),
    ("UPDATE holds SET until = '2020-01-01'", Action.HOLD_LIFTED),
    ("UPDATE holds SET customer_id = customer_id + 1", Action.CUSTOMERS_MERGED),
)
"""What the desk itself may write, without a person responsible's key: who has the file's key can write it."""


@pytest.mark.parametrize(("statement", "action"), WRITTEN_BY_THE_DESK)
def test_what_the_desk_itself_may_write_is_no_forgery(
    registers: tuple[DisposalOffice, Path],
    statement: str,
    action: Action,
    record_property: Callable[[str, object], None],
) -> None:
    seen = forged(*registers, statement, action)
    record_property(f"{ATTACK}{statement}, said by {action.value}", f"{seen.value}: the desk may write it")
    assert seen is Seen.NOT


CLAIMING = (
    Action.LOGGED_OUT,
    Action.REVEALED,
    Action.HOLD_LIFTED,
    Action.DISPOSAL_FINISHED,
    Action.RECORDS_TIED,
    Action.CHAIN_REANCHORED,
)
"""Actions of a made-up entry that says how a register stands now; no hold was lifted in a ledger."""


@pytest.mark.parametrize("action", CLAIMING)
def test_no_made_up_entry_explains_a_change_away(
    registers: tuple[DisposalOffice, Path], action: Action, record_property: Callable[[str, object], None]
) -> None:
    office, kept = registers
    names = [name for name in RECORDS if not (action is Action.HOLD_LIFTED and name.startswith("a hold"))]
    for name in names:
        office.workplace.store.close()
        shutil.copy(kept, office.vault.database_path)
        with office.workplace.store.connection() as connection, connection.begin():
            connection.connection.driver_connection.execute(RECORDS[name])
            with Session(connection) as session:
                checked = log_check.whole(session, office.vault.log.keys)
                told = {
                    TIED: as_they_are(session, checked.records),
                    NOTES_GONE: [*checked.records.notes_missing, *checked.records.notes_altered],
                }
                audit_log.append(session, office.workplace.now(), office.owner.account, action, "", told)
                session.flush()
        report = AuditLog(office.workplace).verify(office.owner)
        seen = Seen.NOT if report.intact else Seen.BY_CHECK
        record_property(f"{ATTACK}{name}, said by {action.value}", seen.value)
        assert seen is Seen.BY_CHECK, name


def test_an_action_that_nobody_knows_keeps_nobody_out(world: tuple[Forger, Kept]) -> None:
    forger, kept = world
    kept.bring_back(forger)
    with forger.raw() as raw:
        forger.write(raw, chained([*(entries := forger.read(raw)), made_up(entries, "whatever")]))
    office, owner = forger.real.login(Role.OWNER)
    assert [one.action for one in office.audit.entries(owner, limit=9)].count(Action.UNREADABLE) == 1
    office.leave(owner)


@pytest.mark.parametrize("name", [name for name in KINDS if "nobody can read" in name or "no text" in name])
def test_an_entry_that_nobody_can_read_keeps_nobody_out_and_an_owner_answers_for_it(
    world: tuple[Forger, Kept], name: str
) -> None:
    forger, kept = world
    kept.bring_back(forger)
    with forger.raw() as raw:
        KINDS[name][0](forger, raw, forger.read(raw))
    for role in (Role.TECHNICIAN, Role.OWNER):
        office, actor = forger.real.login(role)
        for _ in range(3):
            office.accounts.lock(actor)
        office.leave(actor)
    office, owner = forger.real.login(Role.OWNER)
    assert office.integrity.damage is not None
    assert {day_of(one.at) for one in office.audit.entries(owner, limit=200)}
    assert office.integrity.full_if_due() is False
    office.audit.reanchor(owner)
    assert office.audit.verify(owner).intact
    office.leave(owner)
    office, owner = forger.real.login(Role.OWNER)
    assert office.integrity.damage is None
    office.leave(owner)


def test_nobody_who_lives_in_the_file_stands_on_the_disposed_list(
    registers: tuple[DisposalOffice, Path],
) -> None:
    office, kept = registers
    office.workplace.store.close()
    shutil.copy(kept, office.vault.database_path)
    with office.workplace.reading() as session:
        before = disposed_list.listed(session)
    living = office.customers["staying 0"]
    with office.workplace.store.connection() as connection, connection.begin():
        driver = connection.connection.driver_connection
        names = [row[1] for row in driver.execute("PRAGMA table_info(disposal_ledger)") if row[1] != "id"]
        copied = ", ".join("?" if name == "record" else name for name in names)
        made_up_line = f"SELECT {copied} FROM disposal_ledger WHERE id = 1"
        driver.execute(f"INSERT INTO disposal_ledger ({', '.join(names)}) {made_up_line}", (living,))
    with office.workplace.reading() as session:
        assert disposed_list.listed(session) == before
