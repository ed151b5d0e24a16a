"""Each step of a destruction sabotaged: whatever is left over, no result may call it verified."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from hvacdesk.domain.disposal.disposal import BatchState, DisposalResult
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.text.text_forms import fold
from hvacdesk.services.backups import backups
from hvacdesk.services.disposal import exceptions, proving
from hvacdesk.services.disposal.errors import DisposalUnfinished
from hvacdesk.services.disposal.exceptions import EXCEPTION_NAMES
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.disposal import disposal, erasure
from hvacdesk.store.engine import Session, Store
from hvacdesk.store.models import Customer, CustomerFinding, CustomerPhone
from hvacdesk.store.office.office import save_setting
from hvacdesk.vault.database import database
from hvacdesk.vault.database.pages import PAGE_BYTES
from hvacdesk.vault.erasure import erasure as vault_erasure
from hvacdesk.vault.erasure import pending_proof
from hvacdesk.vault.erasure.proof import prove
from hvacdesk.vault.erasure.surviving_rows import Living
from hvacdesk.vault.errors import DatabaseBusy
from tests.helpers.sabotage import replaced
from tests.integration.disposal.office import GOING, LONG_NOTE, DisposalOffice

FOUND = EXCEPTION_NAMES[exceptions.VALUE_FOUND]
DAMAGED = EXCEPTION_NAMES[exceptions.PAGE_DAMAGED]


def destroyed_with(office: DisposalOffice, sabotage: Callable[[Store], None]) -> DisposalResult:
    """Carry everything out with one step replaced: writing the file anew."""
    with replaced(Workplace, "exchange_keys", lambda workplace, _exchange: sabotage(workplace.store)):
        return office.destroy(office.approved())


def destroyed_and_then(office: DisposalOffice, change: Callable[[Store], None]) -> DisposalResult:
    """Carry everything out, with a change between the writing of the file and its proof."""
    exchange_keys = Workplace.exchange_keys

    def both(workplace: Workplace, exchange: Callable[[], None]) -> None:
        exchange_keys(workplace, exchange)
        change(workplace.store)

    with replaced(Workplace, "exchange_keys", both):
        return office.destroy(office.approved())


def assert_failed(office: DisposalOffice, result: DisposalResult) -> None:
    """The result, the batch, the ledger and the certificate all say that it failed."""
    assert result.state is BatchState.FAILED
    assert result.exceptions
    assert office.disposal.reviews.open_batch(office.owner, result.batch).state is BatchState.FAILED
    assert {line.result for line in office.disposal.certificates.ledger(office.owner)} == {BatchState.FAILED}
    assert office.disposal.certificates.certificate_of(office.owner, result.batch).result is BatchState.FAILED


@pytest.mark.approved
def test_without_sabotage_it_is_verified(office: DisposalOffice) -> None:
    assert destroyed_and_then(office, lambda _store: None).state is BatchState.VERIFIED


@pytest.mark.approved
def test_a_file_that_stays_as_it_was_searched_is_not_searched_again(office: DisposalOffice) -> None:
    def again(*_: object) -> None:
        raise AssertionError("the early proof stands")

    with replaced(proving, "prove", again):
        assert office.destroy(office.approved()).state is BatchState.VERIFIED


@pytest.mark.approved
def test_a_file_that_changed_since_it_was_searched_is_searched_again(office: DisposalOffice) -> None:
    """The change does no harm; that its frames in the log are counted shows that they were looked at."""

    def note_something(store: Store) -> None:
        with store.transaction() as session:
            save_setting(session, "", "noted", 1)

    result = destroyed_and_then(office, note_something)
    assert result.state is BatchState.VERIFIED
    assert result.frames > 0


@pytest.mark.approved
def test_sabotage_the_file_is_not_written_anew(office: DisposalOffice) -> None:
    result = destroyed_with(office, lambda _store: None)
    assert_failed(office, result)
    assert FOUND in result.exceptions
    assert result.frames > 0


@pytest.mark.approved
def test_sabotage_the_file_is_held_by_another_program(office: DisposalOffice) -> None:
    batch = office.approved()
    office.workplace.store.close()
    with replaced(database, "_BUSY_SECONDS", 0.1):
        reader = office.vault.connect()
        reader.isolation_level = None
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM customers").fetchone()
        with pytest.raises(DisposalUnfinished) as refused:
            office.destroy(batch)
    assert isinstance(refused.value.cause, DatabaseBusy)
    assert office.disposal.reviews.open_batch(office.owner, batch).state is BatchState.DESTROYING
    assert {line.result for line in office.disposal.certificates.ledger(office.owner)} == {
        BatchState.DESTROYING
    }
    with pytest.raises(RecordGone):
        office.disposal.certificates.certificate_of(office.owner, batch)
    with office.workplace.reading() as session:
        key = disposal.get_batch(session, batch).needle_key
    kept = pending_proof.load(office.vault, batch, key)
    assert kept
    proof = prove(office.vault.database_path, office.vault.database_key(), kept.needles, Living())
    assert proof.state == "failed"
    reader.execute("ROLLBACK")
    reader.close()
    assert office.destroy(batch).state is BatchState.VERIFIED


@pytest.mark.approved
def test_sabotage_secure_delete_is_off(office: DisposalOffice) -> None:
    batch = office.approved()
    connect = database.connect

    def careless(*arguments: object, **options: object) -> object:
        connection = connect(*arguments, **options)  # type: ignore[arg-type]
        connection.execute("PRAGMA secure_delete = OFF")
        return connection

    with replaced(database, "connect", careless):
        office.workplace.store.close()
        with pytest.raises(database.SettingRefused):
            office.destroy(batch)
        assert office.disposal.reviews.open_batch(office.owner, batch).state is BatchState.APPROVED
        with (
            replaced(erasure, "require_secure_delete", lambda _session: None),
            replaced(Workplace, "exchange_keys", lambda workplace, _exchange: _checkpoint(workplace.store)),
        ):
            result = office.destroy(batch)
    assert_failed(office, result)
    assert FOUND in result.exceptions


def _checkpoint(store: Store) -> None:
    with store.connection() as connection:
        database.checkpoint_truncate(connection.connection.driver_connection)


@pytest.mark.approved
def test_sabotage_the_search_index_is_not_rebuilt(office: DisposalOffice) -> None:
    """What customers are found by keeps a mail address of somebody who is gone."""

    def keep_words(store: Store) -> None:
        with store.transaction() as session:
            someone = session.scalars(select(CustomerFinding.id).limit(1)).one()
            session.execute(
                update(CustomerFinding)
                .where(CustomerFinding.id == someone)
                .values(whole_email=fold(GOING[1].email))
            )

    result = destroyed_and_then(office, keep_words)
    assert_failed(office, result)
    assert FOUND in result.exceptions


@pytest.mark.approved
def test_sabotage_the_wal_is_kept(office: DisposalOffice) -> None:
    """A row that came and went leaves its frames in the log, which no checkpoint emptied."""
    holding: list[Any] = []

    def come_and_go(store: Store) -> None:
        holding.append(office.vault.connect())  # without it the last connection to close would empty the log
        holding[0].execute("SELECT count(*) FROM customers").fetchone()
        with store.transaction() as session:
            owner = session.scalars(select(Customer.id).limit(1)).one()
            phone = CustomerPhone(customer_id=owner, kind="mobile", number=GOING[1].phone, digits="")
            session.add(phone)
        with store.transaction() as session:
            session.delete(session.merge(phone))
        store.close()

    result = destroyed_and_then(office, come_and_go)
    holding[0].close()
    assert_failed(office, result)
    assert FOUND in result.exceptions
    assert result.frames > 0


@pytest.mark.approved
def test_sabotage_a_backup_is_left_readable(office: DisposalOffice) -> None:
    """It is named, and nothing is called verified."""
    before = office.backups.run(office.owner)
    with replaced(backups, "_remove", lambda _going: 0):
        result = office.destroy(office.approved())
    assert all(Path(outcome.backup.path).exists() for outcome in before if outcome.backup)
    assert result.state is BatchState.EXCEPTIONS
    assert EXCEPTION_NAMES[exceptions.KEPT_BACKUP] in result.exceptions
    assert (
        office.disposal.certificates.certificate_of(office.owner, result.batch).result
        is BatchState.EXCEPTIONS
    )


@pytest.mark.approved
def test_sabotage_one_row_is_inserted_again(office: DisposalOffice) -> None:
    def insert(store: Store) -> None:
        with store.transaction() as session:
            owner = session.scalars(select(Customer.id).limit(1)).one()
            phone, digits = GOING[1].phone, GOING[1].phone.replace("-", "")
            session.add(CustomerPhone(customer_id=owner, kind="mobile", number=phone, digits=digits))

    result = destroyed_and_then(office, insert)
    assert_failed(office, result)
    assert FOUND in result.exceptions


@pytest.mark.approved
def test_sabotage_a_row_with_shared_values_is_inserted_again(office: DisposalOffice) -> None:
    """Every one of its values is somebody's who lives; only their number gives it away."""

    def insert(store: Store) -> None:
        with store.transaction() as session:
            namesake = session.scalars(select(Customer).where(Customer.family_name == "田中")).first()
            assert namesake is not None
            columns = {
                column.name: getattr(namesake, column.name)
                for column in Customer.__table__.columns
                if column.name not in {"id", "record_id", "number", "email", "note"}
            }
            session.add(Customer(number="C99999", **columns))

    result = destroyed_and_then(office, insert)
    assert_failed(office, result)
    assert result.exceptions == (FOUND,)


@pytest.mark.approved
def test_sabotage_a_customer_is_restored_under_the_same_id(office: DisposalOffice) -> None:
    def insert(store: Store) -> None:
        with store.transaction() as session:
            blank = dict.fromkeys(("registered_on", "last_contact_on"), "2010-01-01")
            session.add(
                Customer(
                    record_id=office.customers["going 0"],
                    number="C99999",
                    kind="person",
                    payment_method="cash",
                    used_at="",
                    **blank,
                )
            )

    result = destroyed_and_then(office, insert)
    assert_failed(office, result)
    assert EXCEPTION_NAMES[exceptions.STILL_THERE] in result.exceptions


@pytest.mark.approved
def test_sabotage_a_value_stays_split_over_an_overflow_chain(office: DisposalOffice) -> None:
    """Longer than a page, the value is whole on none of them."""
    assert len(LONG_NOTE.encode()) > 2 * PAGE_BYTES

    def keep_note(store: Store) -> None:
        with store.transaction() as session:
            someone = session.scalars(select(Customer.id).limit(1)).one()
            session.execute(update(Customer).where(Customer.id == someone).values(note=f"前置き{LONG_NOTE}"))

    result = destroyed_and_then(office, keep_note)
    assert_failed(office, result)
    assert FOUND in result.exceptions


@pytest.mark.approved
def test_sabotage_statistics_are_kept(office: DisposalOffice) -> None:
    _analyze(office)
    with replaced(vault_erasure, "clear_statistics", lambda _connection: None):
        result = office.destroy(office.approved())
    assert_failed(office, result)
    assert FOUND in result.exceptions


@pytest.mark.approved
def test_statistics_are_cleared(office: DisposalOffice) -> None:
    _analyze(office)
    assert office.destroy(office.approved()).state is BatchState.VERIFIED


def _analyze(office: DisposalOffice) -> None:
    with office.workplace.store.connection() as connection:
        raw = connection.connection.driver_connection
        raw.execute("ANALYZE")
        (samples,) = raw.execute("SELECT count(*) FROM sqlite_stat4").fetchone()
    assert samples > 0


def test_sabotage_a_sealed_fields_ciphertext_is_kept(office: DisposalOffice) -> None:
    with office.workplace.reading() as session:
        payer = session.scalars(select(Customer.payer).where(Customer.payer.is_not(None))).first()

    def keep_ciphertext(store: Store) -> None:
        with store.transaction() as session:
            someone = session.scalars(select(Customer.id).limit(1)).one()
            session.execute(update(Customer).where(Customer.id == someone).values(remarks=payer))

    result = destroyed_and_then(office, keep_ciphertext)
    assert_failed(office, result)
    assert FOUND in result.exceptions


@pytest.mark.approved
def test_sabotage_a_pages_checksum_is_broken(office: DisposalOffice) -> None:
    def break_a_page(store: Store) -> None:
        """The root of an index that only a search by an e-mail address reads."""
        with store.connection() as connection:
            query = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_customer_findings_whole_email'"
            page = connection.exec_driver_sql(query).scalar_one()
        store.close()
        with office.vault.database_path.open("r+b") as file:
            file.seek((page - 1) * PAGE_BYTES + 100)
            byte = file.read(1)
            file.seek(-1, 1)
            file.write(bytes([byte[0] ^ 1]))

    result = destroyed_and_then(office, break_a_page)
    assert_failed(office, result)
    assert DAMAGED in result.exceptions
    assert EXCEPTION_NAMES[exceptions.FORMER_FILE] in result.exceptions
    assert office.vault.epochs.former == (1,)


@pytest.mark.approved
def test_sabotage_drafts_are_not_deleted(office: DisposalOffice) -> None:
    """What they hold is not explained by living rows, although they now lie among them."""
    delete_rows = erasure.delete_rows
    forgotten: list[bool] = []

    def forgetful(session: Session, found: erasure.Belongings) -> None:
        rest = {kind: owners for kind, owners in found.rows.items() if kind is not erasure.DRAFTS}
        forgotten.append(len(rest) < len(found.rows))
        delete_rows(session, erasure.Belongings(rest))

    with replaced(erasure, "delete_rows", forgetful):
        result = office.destroy(office.approved())
    assert any(forgotten)
    assert_failed(office, result)
