"""A disposal's proof judged from outside: something of the destroyed is left wherever a file can hold text.

What is planted is generated from the file's own schema, so a table that is added later is in by itself. None
of it may pass: every row that was planted is counted on the certificate, under the place that it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from hvacdesk.domain.disposal.disposal import BatchState, CertificateFacts
from hvacdesk.domain.disposal.place_decisions import PlaceDecision, PlacesUndecided
from hvacdesk.services.disposal import certifying
from hvacdesk.services.disposal.place_decisions import Places
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers
from hvacdesk.store.disposal import disposal as store
from hvacdesk.store.disposal.going import Going
from hvacdesk.store.disposal.places import TABLE_PLACES
from tests.adversary.conftest import ATTACK
from tests.adversary.planted import Planter
from tests.helpers.page_dump import plain_pages
from tests.helpers.sabotage import replaced
from tests.helpers.secret_service import SecretService
from tests.integration.disposal.office import GOING, PASSPHRASE, DisposalOffice, copied_office

GONE = GOING[0]
NAME, PHONE, EMAIL = f"{GONE.family}{GONE.given}", GONE.phone, GONE.email
LEAST_OFFERED = 40
"""Columns of free text there are at least, and blacking out is offered in."""

LEAST_PLACES = 30

Attack = Callable[[Planter], Iterator[str]]


@pytest.fixture
def office(tmp_path: Path, secret_service: SecretService) -> Iterator[DisposalOffice]:
    """An office with customers who go and others who stay."""
    with copied_office(tmp_path / "office", secret_service) as opened:
        yield opened


def everything(planter: Planter) -> Iterator[str]:
    """Name, phone and e-mail address in one text, in each text column: whatever it is for."""
    for table in planter.tables():
        for column in planter.columns(table):
            if column.is_text:
                planter.plant(table, {column.name: f"{NAME} {PHONE} {EMAIL}"})
                yield from found_as(table, TABLE_PLACES[table].value)


def what_does_not_belong(planter: Planter) -> Iterator[str]:
    """One value alone: the name where an address of a mailbox belongs, the mailbox anywhere else."""
    for table in planter.tables():
        for column in planter.columns(table):
            if column.is_text:
                mailbox = "email" in column.name
                planter.plant(table, {column.name: NAME if mailbox else EMAIL})
                yield from found_as(table, TABLE_PLACES[table].value)


def outside_the_schema(planter: Planter) -> Iterator[str]:
    """Tables and columns that nobody declared, and what describes them."""
    run = planter.connection.execute
    run("CREATE TABLE old_customers (id INTEGER PRIMARY KEY, who TEXT, number)")
    run("INSERT INTO old_customers (who) VALUES (?)", (GONE.family,))
    run("INSERT INTO old_customers (number) VALUES (?)", (PHONE,))
    run("CREATE TABLE keyed (who TEXT PRIMARY KEY) WITHOUT ROWID")
    run("INSERT INTO keyed VALUES (?)", (EMAIL,))
    run("ALTER TABLE jobs ADD COLUMN memo TEXT")
    run("UPDATE jobs SET memo = ? WHERE id = (SELECT max(id) FROM jobs)", (GONE.given,))
    run(f"CREATE VIEW v AS SELECT '{NAME}' AS who")
    yield from ["unknown"] * 5


def owners_who_do_not_exist(planter: Planter) -> Iterator[str]:
    """Rows that name a customer, a job or whatever they hang on that there is not."""
    for table in planter.tables():
        parents = planter.parents(table)
        texts = [column.name for column in planter.columns(table) if column.is_text]
        if parents and texts:
            planter.plant(table, {texts[-1]: GONE.given, next(iter(parents)): 99_999_999})
            yield from found_as(table, "nobody")


def found_as(table: str, place: str) -> Iterator[str]:
    """A planted row's place; a filed document has a page besides, which does not say what its text says."""
    yield place
    if table == "issued_documents":
        yield place


class Judged(NamedTuple):
    """What came of an attack.

    Attributes:
        planted: the place of each row that was planted.
        seen: how often the mailbox stood on the file's pages when it was judged.
    """

    facts: CertificateFacts
    planted: list[str]
    seen: int


def carried_out(office: DisposalOffice, attack: Attack) -> Judged:
    """A disposal with an attack in it: after the deletion, before the file is written anew."""
    planted: list[str] = []
    exchange_keys = Workplace.exchange_keys

    def planting(workplace: Workplace, exchange: Callable[[], None]) -> None:
        connection: Any = office.vault.connect()
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN")
        planted.extend(attack(Planter(connection)))
        connection.execute("COMMIT")
        connection.close()
        exchange_keys(workplace, exchange)

    certify, seen = certifying.certify, 0

    def swept(workplace: Workplace, *arguments: Any) -> str:
        """The proof is done, and the program, which has to go on, would stop at rows that make no sense."""
        nonlocal seen
        pages = plain_pages(office.vault.database_path, office.vault.database_key())
        seen = sum(page.count(EMAIL.encode()) for page in pages)
        connection: Any = office.vault.connect()
        connection.execute("PRAGMA foreign_keys = OFF")
        planter = Planter(connection)
        for table in planter.tables():
            if any(column.name == "id" for column in planter.columns(table)):
                connection.execute(f'DELETE FROM "{table}" WHERE id > 700000')
        connection.commit()
        connection.close()
        return certify(workplace, *arguments)

    with replaced(Workplace, "exchange_keys", planting), replaced(certifying, "certify", swept):
        result = office.destroy(office.approved())
    return Judged(office.disposal.certificates.certificate_of(office.owner, result.batch), planted, seen)


@pytest.mark.parametrize("attack", [everything, what_does_not_belong])
def test_nothing_that_is_left_in_a_column_of_text_passes(
    office: DisposalOffice, record_property: Callable[[str, object], None], attack: Attack
) -> None:
    judged = carried_out(office, attack)
    require_noticed(record_property, attack, judged)
    assert min(len(judged.planted), judged.seen) >= LEAST_PLACES


@pytest.mark.parametrize("attack", [outside_the_schema, owners_who_do_not_exist])
def test_nothing_that_is_left_where_nothing_may_stand_passes(
    office: DisposalOffice, record_property: Callable[[str, object], None], attack: Attack
) -> None:
    require_noticed(record_property, attack, carried_out(office, attack))


def planted_before(office: DisposalOffice, batch: str, attack: Attack) -> tuple[Going, Counter[str]]:
    """Carry an attack out before the approval.

    Returns:
        who goes, found out before: the program could not judge anybody by rows that make no sense; and how
        much was planted, by place.
    """
    with office.workplace.reading() as session:
        goes = Places(office.workplace)._going(session, store.get_batch(session, batch))
    connection: Any = office.vault.connect()
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN")
    planted = Counter(attack(Planter(connection)))
    connection.execute("COMMIT")
    connection.close()
    return goes, planted


@pytest.mark.parametrize(
    "attack", [everything, what_does_not_belong, outside_the_schema, owners_who_do_not_exist]
)
def test_whatever_stands_anywhere_is_shown_before_the_approval(
    office: DisposalOffice, record_property: Callable[[str, object], None], attack: Attack
) -> None:
    batch = office.proposed()
    goes, planted = planted_before(office, batch, attack)
    shown: Counter[str] = Counter()
    with replaced(Places, "_going", lambda *_arguments: goes):
        for one in office.disposal.places.look(office.owner, batch):
            shown[one.place.value] += one.rows
            assert one.decision is None
        with pytest.raises(PlacesUndecided):
            office.disposal.approvals.approve_beside(office.desk, batch, office.approver.account, PASSPHRASE)
    kind = attack.__name__.replace("_", " ")
    for place, count in planted.items():
        record_property(f"{ATTACK}{kind}, before: {place}", f"{count:4}  noticed {shown[place]:4}")
    assert shown == planted


def require_noticed(record_property: Callable[[str, object], None], attack: Attack, judged: Judged) -> None:
    """Every place that was tried is counted, and the result says so."""
    tried, noticed = Counter(judged.planted), dict(judged.facts.remnants)
    kind = attack.__name__.replace("_", " ")
    for place, count in tried.items():
        record_property(f"{ATTACK}{kind}: {place}", f"{count:4}  noticed {noticed.get(place, 0):4}")
    assert noticed == dict(tried)
    assert judged.facts.result is BatchState.EXCEPTIONS


def test_without_an_attack_it_is_verified_and_nothing_of_hers_is_in_the_file(office: DisposalOffice) -> None:
    facts, _, seen = carried_out(office, lambda _planter: iter(()))
    assert (facts.result, facts.remnants, seen) == (BatchState.VERIFIED, (), 0)
    pages = b"".join(plain_pages(office.vault.database_path, office.vault.database_key()))
    assert not any(value.encode() in pages for value in (GONE.given, PHONE, EMAIL))


@pytest.mark.parametrize("attack", [everything, what_does_not_belong])
def test_wherever_blacking_out_is_offered_it_leaves_nothing(office: DisposalOffice, attack: Attack) -> None:
    batch = office.proposed()
    goes, _planted = planted_before(office, batch, attack)
    places = Places(office.workplace)
    with (
        replaced(Places, "_going", lambda *_arguments: goes),
        # Their kinds make no sense, and no search line has them.
        replaced(customers, "cautions_of", lambda _customer: ()),
        office.workplace.reading() as session,
    ):
        row = store.get_batch(session, batch)
        found, rows = places._look(session, row)
        offered = [
            ref
            for ref, of_it in found.items()
            if ref in rows and PlaceDecision.CLEAN in rows.may(ref, of_it[0].place)
        ]
        assert len(offered) > LEAST_OFFERED
        assert [ref for ref in offered if not rows.concerns(ref) and ref.table != "customer_findings"] == []
        assert [ref for ref in offered if not rows.clean(ref)] == []
        again, _ = places._look(session, row)
        assert again.keys() & set(offered) == set()
