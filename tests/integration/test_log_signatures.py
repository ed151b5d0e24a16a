"""What explains a gap is signed, and so is the log as a session with the key finds and leaves it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.office.integrity import DamageKind
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.oversight.chain_report import ChainReport, record_sentences
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.open_office import Office
from hvacdesk.store import schema
from hvacdesk.vault.errors import EntryKeptOut, SchemaSetBack
from tests.helpers.front_desk import TANAKA
from tests.helpers.real_office import NAMES, RealOffice, as_inspector, copied_real_office, new_real_office
from tests.helpers.secret_service import SecretService


@pytest.fixture
def real(tmp_path: Path, secret_service: SecretService) -> Iterator[RealOffice]:
    """An owner and a technician, who both worked before."""
    yield copied_real_office(_with_a_technician, tmp_path / "office")
    secret_service.forget_all()


def _with_a_technician(home: Path) -> RealOffice:
    return new_real_office(home, names=[NAMES[Role.TECHNICIAN]])


def raw(office: Office, act: Callable[[Any], object]) -> object:
    """What a technician does with the key of the file and SQL."""
    with office._workplace.store.connection() as connection, connection.begin():
        return act(connection.connection.driver_connection)


def appended(connection: Any, action: str, details: dict[str, object]) -> None:
    """An entry that fits the chain, made by hand."""
    sequence, previous = connection.execute("SELECT id, hash FROM audit_log ORDER BY id DESC").fetchone()
    fields = [previous, sequence + 1, "2026-11-24T02:00:00Z", "a" * 32, action, "", details, ""]
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    connection.execute(
        "INSERT INTO audit_log (id, at, actor, action, subject, details, note_hash, previous, hash)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(fields[1], fields[2], fields[3], fields[4], fields[5], json.dumps(details, sort_keys=True)),
            *("", previous, hashlib.sha256(text.encode()).hexdigest()),
        ),
    )


def signed(office: Office, owner: Actor) -> list[Action]:
    entries = office.audit.entries(owner, limit=100)
    return [entry.action for entry in reversed(entries) if "signature" in entry.details]


def report_of(real: RealOffice, who: Role = Role.OWNER) -> ChainReport:
    office, actor = real.login(who)
    report = office.audit.verify(as_inspector(actor))
    office._workplace.store.close()
    office._workplace.vault.close()
    return report


def test_a_session_with_the_key_signs_what_it_finds_and_leaves_and_others_sign_nothing(
    real: RealOffice,
) -> None:
    office, technician = real.login(Role.TECHNICIAN)
    office.accounts.lock(technician)
    office.leave(technician)
    office, owner = real.login(Role.OWNER)
    office.accounts.lock(owner)
    report = office.audit.verify(owner)
    assert report.intact
    assert report.signed_from is not None
    assert report.signed_from.sequence == 1
    assert report.signed_to is not None
    assert report.signed_to.sequence == report.entries
    own = [entry for entry in office.audit.entries(owner, limit=100) if "signature" in entry.details]
    assert {entry.actor for entry in own} == {owner.account}
    assert signed(office, owner) == [
        *(Action.OFFICE_CREATED, Action.LOGGED_IN, Action.LOGGED_OUT, Action.LOGGED_IN, Action.LOCKED)
    ]
    office.leave(owner)
    after = report_of(real, Role.TECHNICIAN)
    assert after.intact
    assert after.signed_to is not None
    assert after.entries > after.signed_to.sequence


def test_a_made_up_explanation_explains_nothing(real: RealOffice) -> None:
    office, technician = real.login(Role.TECHNICIAN)
    office.leave(technician)
    noted = (real.home / "audit.head").read_bytes().split(b":")
    office, technician = real.login(Role.TECHNICIAN)

    def rewrite(connection: Any) -> None:
        connection.execute("DELETE FROM audit_log WHERE id >= ?", (int(noted[2]) - 1,))
        heads = [[int(noted[2]), noted[3].decode().strip()]]
        appended(connection, "backup_restored", {"backup": "x", "entries_lost": 0, "lost_heads": heads})

    raw(office, rewrite)
    office._workplace.store.close()
    office._workplace.vault.close()
    office, owner = real.login(Role.OWNER)
    assert office.integrity.damage is not None
    assert office.integrity.damage.kind is DamageKind.LOG_CHANGED
    report = office.audit.verify(owner)
    assert not report.intact
    assert report.claims
    (first, *_) = office.audit.entries(owner, action=Action.LOGGED_IN)
    assert "signature" not in first.details
    office.audit.reanchor(owner)
    report = office.audit.verify(owner)
    assert report.intact
    assert report.answered
    office.leave(owner)
    office, owner = real.login(Role.OWNER)
    assert office.integrity.damage is None
    assert office.integrity.full_if_due() is True
    office.leave(owner)


def test_an_altered_table_stays_an_alarm_whoever_answers_for_the_log(real: RealOffice) -> None:
    office, technician = real.login(Role.TECHNICIAN)
    raw(office, lambda connection: connection.execute("ALTER TABLE audit_log ADD COLUMN z TEXT DEFAULT ''"))
    raw(office, lambda connection: connection.execute("CREATE INDEX zz ON audit_log (z)"))
    office.leave(technician)
    office, owner = real.login(Role.OWNER)
    report = office.audit.verify(owner)
    assert (report.altered, report.strange) == (("audit_log",), 1)
    assert any("audit_log" in sentence for sentence in record_sentences(report, english))
    office.audit.reanchor(owner)
    report = office.audit.verify(owner)
    assert (report.altered, report.strange, report.intact) == (("audit_log",), 0, False)
    assert office._workplace.log_doubted
    office.leave(owner)
    office, owner = real.login(Role.OWNER)
    assert office.integrity.damage is not None
    assert office.integrity.damage.kind is DamageKind.LOG_CHANGED
    assert "signature" not in office.audit.entries(owner, action=Action.LOGGED_IN)[0].details
    office.leave(owner)


@pytest.mark.parametrize("number", ["0001", "0016", f"{schema.SCHEMA_VERSION - 1:04}"])
def test_a_schema_number_set_back_is_told_in_words(real: RealOffice, number: str) -> None:
    office, technician = real.login(Role.TECHNICIAN)
    raw(
        office, lambda connection: connection.execute("UPDATE alembic_version SET version_num = ?", (number,))
    )
    office.leave(technician)
    for role in (Role.TECHNICIAN, Role.OWNER):
        with pytest.raises(SchemaSetBack):
            real.login(role)


IGNORED = "(CASE WHEN action = 'revealed' THEN NULL ELSE 1 END) VIRTUAL NOT NULL ON CONFLICT IGNORE"
TRIGGER = "CREATE TRIGGER zz {when} INSERT ON audit_log WHEN NEW.action = 'revealed' BEGIN {does}; END"
KEEPING_OUT = (
    f"ALTER TABLE audit_log ADD COLUMN z INTEGER GENERATED ALWAYS AS {IGNORED}",
    "CREATE UNIQUE INDEX zz ON audit_log (substr(action, 1, 0)) WHERE action = 'revealed' OR id = 1",
    TRIGGER.format(when="BEFORE", does="SELECT RAISE(IGNORE)"),
    TRIGGER.format(when="AFTER", does="UPDATE audit_log SET hash = 'x' WHERE id = NEW.id"),
)


@pytest.mark.parametrize("statement", KEEPING_OUT)
def test_nothing_is_revealed_without_its_entry(real: RealOffice, statement: str) -> None:
    office, owner = real.login(Role.OWNER)
    customer = office.customers.add(owner, TANAKA, with_site=True)
    raw(office, lambda connection: connection.execute(statement))
    with pytest.raises(EntryKeptOut):
        office.customers.reveal_contact(owner, customer, RevealReason.CALL)
    with pytest.raises(EntryKeptOut):
        office.customers.reveal(owner, customer, CustomerField.PHONE, RevealReason.CALL)
    office.leave(owner)


def test_only_a_session_with_the_key_answers_for_the_log(real: RealOffice) -> None:
    office, technician = real.login(Role.TECHNICIAN)
    posing = Actor(technician.account, technician.name, frozenset({Role.OWNER}))
    with pytest.raises(NotPermitted):
        office.audit.reanchor(posing)
    office.leave(technician)


def test_a_signature_holds_in_its_place_alone(real: RealOffice) -> None:
    office, technician = real.login(Role.TECHNICIAN)

    def replay(connection: Any) -> None:
        (details,) = connection.execute(
            "SELECT details FROM audit_log WHERE action = 'logged_out' AND details LIKE '%signature%'"
        ).fetchone()
        appended(connection, "logged_out", json.loads(details))

    raw(office, replay)
    assert not office.integrity.chain_anchored()
    assert office.audit.verify(as_inspector(technician)).refused
    office._workplace.store.close()
    office._workplace.vault.close()


def test_a_log_without_any_signature_is_none_of_this_office(real: RealOffice) -> None:
    office, technician = real.login(Role.TECHNICIAN)

    def strip(connection: Any) -> None:
        rows = connection.execute("SELECT action, details FROM audit_log ORDER BY id").fetchall()
        connection.execute("DELETE FROM audit_log")
        connection.execute(
            "INSERT INTO audit_log (id, at, actor, action, subject, details, note_hash, previous, hash)"
            " VALUES (0, '', '', '', '', '{}', '', '', ?)",
            ("0" * 64,),
        )
        for action, details in rows:
            kept = {
                key: value
                for key, value in json.loads(details).items()
                if key not in {"signature", "generation", "noted"}
            }
            appended(connection, action, kept)
        connection.execute("DELETE FROM audit_log WHERE id = 0")

    raw(office, strip)
    report = office.audit.verify(as_inspector(technician))
    assert report.broken_at is None
    assert report.unsigned
    assert not report.intact
    assert not office.integrity.chain_anchored()
    office._workplace.store.close()
    office._workplace.vault.close()


def test_the_days_check_sees_what_was_changed_before_the_last_signature(real: RealOffice) -> None:
    office, owner = real.login(Role.OWNER)
    raw(office, lambda connection: connection.execute("UPDATE audit_log SET actor = 'x' WHERE id = 2"))
    assert office.integrity.chain_anchored()
    assert office.integrity.full_if_due() is False
    assert office.integrity.damage is not None
    assert office.integrity.damage.kind is DamageKind.LOG_CHANGED
    office.leave(owner)
