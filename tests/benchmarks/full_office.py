"""A full office on the real vault: customers by the ten thousand, a tenth with a job, some of them due."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from sqlalchemy import insert, update

from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.roles import Actor
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.shared_office import SharedOffice
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import schema
from hvacdesk.store.engine import Session
from hvacdesk.store.models import Copy, Customer, Job, JobEventRow, JobItem, Site, Unit, WorkOrder
from hvacdesk.store.office import office as office_store
from hvacdesk.vault.database import database
from hvacdesk.vault.open_vault import OpenVault
from tests.benchmarks.many_customers import fill
from tests.helpers.ground import MovableClock
from tests.helpers.vault_offices import MemorySecrets, cheap_passphrases, make_office

JOB_EACH = 10
"""Every so many customers one has a job; everybody who is due has one as well."""

_STAMP = "2026-10-01T00:00:00Z"
_ACCOUNT = "0" * 32


@dataclass(frozen=True)
class FullOffice:
    """An open office in its only owner's session."""

    vault: OpenVault
    workplace: Workplace
    owner: Actor
    clock: MovableClock
    secrets: MemorySecrets

    def at_rest(self) -> Path:
        """Its database with every connection closed and nothing left in the log."""
        self.workplace.store.close()
        connection = self.vault.connect()
        database.checkpoint_truncate(connection)
        connection.close()
        return self.vault.database_path


@contextmanager
def full_office(home: Path, customers: int, due: int = 0) -> Iterator[FullOffice]:
    """Make an office; ``due`` of its customers, spread evenly, had a job that was settled long ago."""
    secrets = MemorySecrets()
    with cheap_passphrases(), opened(make_office(home, secrets).vault, secrets) as full:
        schema.bring_up_to_date(full.workplace.store)
        fill(cast(Any, SimpleNamespace(workplace=full.workplace)), customers)
        going = range(1, customers + 1, customers // due) if due else range(0)
        with full.workplace.transaction() as session:
            owner = full.owner
            office_store.add_account(session, owner.account, owner.name, owner.roles, full.clock())
            facts = OfficeFacts("試験空調", "052-000-0000", "名古屋市", LegalForm.COMPANY, 3)
            office_store.save_facts(session, facts)
            _add_jobs(session, customers, frozenset(going))
        AuditLog(full.workplace).reanchor(owner)  # for what was put past the log: else nothing is destroyed
        yield full


@contextmanager
def opened(vault: OpenVault, secrets: MemorySecrets) -> Iterator[FullOffice]:
    """Its owner's session, until the end of the block."""
    clock = MovableClock()
    owner = Actor(vault.slot_id, vault.name, vault.roles)
    workplace = Workplace(SharedOffice(clock), vault)
    try:
        yield FullOffice(vault, workplace, owner, clock, secrets)
    finally:
        workplace.store.close()


def _add_jobs(session: Session, customers: int, due: frozenset[int]) -> None:
    """Jobs whose keys are their customers' own."""
    keys = sorted(due.union(range(1, customers + 1, JOB_EACH)))
    session.execute(update(Customer).values(last_contact_on="2026-11-01"))
    rows = {
        Site: _site,
        Unit: _unit,
        Job: _job,
        JobItem: _item,
        JobEventRow: lambda key: _invoice(key, "2010-05-20" if key in due else "2025-05-20"),
        WorkOrder: _work_order,
        Copy: _copy,
    }
    for table, row in rows.items():
        session.execute(insert(table), [row(key) for key in keys])


def _site(key: int) -> dict[str, object]:
    return {
        "id": key, "customer_id": key, "prefecture": "愛知県", "city": "名古屋市中区", "town": "栄",
        "street": f"{key % 30 + 1}-{key}", "access": f"門を入って{key}歩", "lock_codes": f"鍵箱 {key:06}",
    }  # fmt: skip


def _unit(key: int) -> dict[str, object]:
    return {"id": key, "site_id": key, "place": "寝室", "maker": "三菱", "serial": f"SN-{key:08}"}


def _job(key: int) -> dict[str, object]:
    return {
        "id": key, "number": f"2010-{key:06}", "customer_id": key, "site_id": key, "work_kind": "install",
        "state": "paid", "on": "2010-05-10", "received_on": "2010-05-01",
        "note": f"{key}番の室外機は屋根の上",
    }  # fmt: skip


def _item(key: int) -> dict[str, object]:
    return {"job_id": key, "item": "drilling", "quantity": 1, "detail": f"モルタル壁の北側、{key}ミリ"}


def _invoice(key: int, on: str) -> dict[str, object]:
    return {
        "job_id": key, "kind": "invoice", "on": on, "number": f"INV-{key:07}", "recorded_by": _ACCOUNT,
        "recorded_at": _STAMP,
    }  # fmt: skip


def _work_order(key: int) -> dict[str, object]:
    return {"id": key, "job_id": key, "issued_by": _ACCOUNT, "issued_at": _STAMP}


def _copy(key: int) -> dict[str, object]:
    return {
        "work_order_id": key, "code": f"9{key:08}00", "copy_number": 1, "copies": 1, "profile": "technician",
        "state": "shredded", "holder_note": f"{key}さんの玄関先で", "changed_at": _STAMP,
    }  # fmt: skip
