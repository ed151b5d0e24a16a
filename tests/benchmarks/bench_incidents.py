"""Incidents and the access review over a log of a million entries, and letters.

Whose data an account touched in a quarter, out of ten years: ours, on the encrypted file, with papers and
jobs resolved to customers, against plain SQLite without encryption that has the index made for this one
question and returns the distinct entries alone. A customer's access history: the same, with an index on the
subject. Letters: against the recorded canvas calls, replayed on a bare canvas with the same fonts.
"""

from __future__ import annotations

import gc
import json
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from sqlalchemy import insert

from hvacdesk.documents.incidents.incident_letters import LetterFacts, Recipient, draw_letters
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.incidents.exposure import EXPOSING
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.other_papers import Addressee
from hvacdesk.domain.roles import Role
from hvacdesk.services.customers.customers import ACCESSES, Customers
from hvacdesk.services.language import words_for
from hvacdesk.store.engine import Store
from hvacdesk.store.incidents import affected
from hvacdesk.store.models import AuditRow, Customer
from tests.benchmarks.direct_drawing import recorded, replay
from tests.benchmarks.result import Result
from tests.helpers.ground import Ground, new_ground
from tests.unit.documents.samples import HEAD

ENTRIES, CUSTOMERS, STAFF, LETTERS = 1_000_000, 20_000, 10, 500
ROUNDS = 7
START, END = "2026-07-01T00:00:00Z", "2026-09-30T23:59:59Z"
_YEARS = 10
_ACTIONS = (
    *[Action.REVEALED] * 6,
    Action.WORK_ORDER_PRINTED,
    Action.PAPER_REGISTERED,
    Action.LOGGED_IN,
    Action.JOB_CHANGED,
)


def run() -> list[Result]:
    """The three comparisons, in medians of processor time."""
    with tempfile.TemporaryDirectory() as folder:
        ground = new_ground(Path(folder))
        _fill(ground)
        plain = _plain(ground.workplace.store, Path(folder) / "plain.db")
        found = [_affected(ground, plain), _history(ground, plain)]
        plain.close()
        ground.close()
    return [*found, _letters()]


def _fill(ground: Ground) -> None:
    random = Random(7)
    with ground.workplace.transaction() as session:
        session.execute(insert(Customer), [_customer(at) for at in range(CUSTOMERS)])
        for first in range(0, ENTRIES, 50_000):
            session.execute(insert(AuditRow), [_entry(at, random) for at in range(first, first + 50_000)])


def _customer(at: int) -> dict[str, str]:
    names = dict.fromkeys(("family_kana", "given_kana", "organisation", "organisation_kana"), "")
    return names | {
        "record_id": f"{at:032x}",
        "number": f"C-{at:06}",
        "kind": "person",
        "family_name": "見本",
        "given_name": str(at),
        "payment_method": "cash",
        "registered_on": "2016-10-01",
        "last_contact_on": "2026-10-01",
        "used_at": "2026-10-01T00:00:00Z",
    }


def _entry(at: int, random: Random) -> dict[str, object]:
    action = random.choice(_ACTIONS)
    minute = at * _YEARS * 365 * 1440 // ENTRIES
    day = f"{2016 + (minute // 1440 + 273) // 365:04}-{_month_day((minute // 1440 + 273) % 365)}"
    subject = f"customer:{random.randrange(CUSTOMERS):032x}"
    details: dict[str, object] = {"fields": ["phone"], "reason": "call"}
    if action is Action.WORK_ORDER_PRINTED:
        subject, details = (
            f"job:{random.randrange(CUSTOMERS):032x}",
            {"profiles": ["technician"], "reason": ""},
        )
    elif action is Action.PAPER_REGISTERED:
        details = {"fields": ["name", "address"], "reason": "document"}
    return {
        "id": at + 10,
        "at": f"{day}T{minute % 1440 // 60:02}:{minute % 60:02}:00Z",
        "actor": f"{random.randrange(STAFF):032x}",
        "action": action.value,
        "subject": subject,
        "details": json.dumps(details, sort_keys=True),
        "note_hash": "",
        "previous": "0" * 64,
        "hash": "0" * 64,
    }


def _month_day(day: int) -> str:
    month = min(day // 30, 11)
    return f"{month + 1:02}-{min(day - month * 30 + 1, 28):02}"


def _plain(store: Store, path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA cache_size = -400000")
    columns = "id INTEGER PRIMARY KEY, at, actor, action, subject, details"
    connection.execute(f"CREATE TABLE log ({columns})")
    with store.reading() as session:
        rows = session.execute(AuditRow.__table__.select().execution_options(yield_per=10_000))
        connection.executemany("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)", (row[:6] for row in rows))
    connection.execute("CREATE INDEX by_actor ON log (actor, at)")
    connection.execute("CREATE INDEX by_subject ON log (subject)")
    connection.commit()
    return connection


def _affected(ground: Ground, plain: sqlite3.Connection) -> Result:
    account = f"{3:032x}"
    kinds = [action.value for action in EXPOSING]
    holders = ", ".join("?" * len(kinds))
    query = (
        "SELECT DISTINCT subject, action, details FROM log"
        f" WHERE actor = ? AND at BETWEEN ? AND ? AND action IN ({holders})"
    )

    def ours() -> int:
        with ground.workplace.reading() as session:
            return len(affected.by_account(session, account, START, END))

    def theirs() -> int:
        return len(plain.execute(query, (account, START, END, *kinds)).fetchall())

    assert ours() > 100
    mine, other = _taking_turns(ours, theirs)
    return Result("customers of an account in a quarter, 1,000,000 entries", mine, other, "ms", 10)


def _history(ground: Ground, plain: sqlite3.Connection) -> Result:
    customers, owner = Customers(ground.workplace), ground.people[Role.OWNER]
    customer = f"{77:032x}"
    query = f"SELECT * FROM log WHERE subject = ? ORDER BY id DESC LIMIT {ACCESSES}"

    def ours() -> int:
        return len(customers.accesses(owner, customer))

    def theirs() -> int:
        return len(plain.execute(query, (f"customer:{customer}",)).fetchall())

    assert ours() == theirs()
    mine, other = _taking_turns(ours, theirs)
    return Result("one customer's access history, 1,000,000 entries", mine, other, "ms", 50)


def _letters() -> Result:
    words = words_for("ja")
    people = [
        Recipient(
            Addressee(
                "4640064",
                (f"愛知県名古屋市千種区見本町{at}丁目1-{at}", f"サンプルハイツ {at}"),
                f"見本 第{at}",
                "様",
            ),
            (CustomerField.NAME, CustomerField.ADDRESS),
        )
        for at in range(LETTERS)
    ]
    facts = LetterFacts(
        number="I-0001",
        drill=False,
        known_on="2026-11-24",
        what="作業指示書の控えを移動中に紛失しました。警察に届け、立ち寄り先を探しています。",
        fields=(CustomerField.NAME, CustomerField.ADDRESS),
        cause="書類を鍵のかからない鞄に入れていました。",
        measures="立ち寄り先を確認し、警察に届けました。\n書類は鍵付きの鞄で運びます。\n戻りを毎夕確認します。",
    )
    direct = recorded(lambda: draw_letters(people, facts, words, HEAD, "2026-11-24"))
    mine, other = _taking_turns(
        lambda: len(draw_letters(people, facts, words, HEAD, "2026-11-24")),
        lambda: len(replay(direct)),
    )
    return Result(f"{LETTERS} letters", mine, other, "ms", 1.5)


def _taking_turns(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    """Medians in milliseconds of processor time, the sides by turns."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for work, kept in zip((ours, theirs), times, strict=True):
            gc.collect()
            began = time.process_time()
            work()
            kept.append((time.process_time() - began) * 1000)
    return statistics.median(times[0]), statistics.median(times[1])
