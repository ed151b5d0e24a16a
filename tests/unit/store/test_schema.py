"""The schema: the same whether made at once or by migrations, and refused when a newer program made it."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, String, Text, inspect, select, text

from hvacdesk.domain.disposal.remnants import PLACE_NAMES, RemnantPlace
from hvacdesk.store import models, schema
from hvacdesk.store.base import Base, Category, ColumnKind, plain
from hvacdesk.store.disposal.places import TABLE_PLACES
from hvacdesk.store.engine import Store
from hvacdesk.vault.errors import DatabaseNewer
from tests.helpers.ground import EncryptedFile

assert models.Customer  # registers every table


@pytest.fixture
def empty(encrypted: EncryptedFile) -> Iterator[Store]:
    opened = Store(encrypted.connect)
    yield opened
    opened.close()


def tables(store: Store) -> set[str]:
    with store.connection() as connection:
        return set(inspect(connection).get_table_names())


def _but_foreign_keys(_thing: object, _name: str, kind: str, *_rest: object) -> bool:
    """The inspector does not see what a foreign key of an added column does: the next test asks SQLite."""
    return kind != "foreign_key_constraint"


@pytest.fixture
def migrated(empty: Store) -> Store:
    """A file that went through every migration, as that of an office which began with the first version."""
    migrate_to(empty, "head")
    return empty


def test_migrations_make_exactly_the_models_tables(migrated: Store) -> None:
    with migrated.connection() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_object": _but_foreign_keys}
        )
        assert compare_metadata(context, Base.metadata) == []
        assert schema.version(connection) == schema.SCHEMA_VERSION


def test_a_new_file_has_what_the_migrations_make(migrated: Store, store: Store) -> None:
    """In SQLite's own words, but for the order of added columns and for what older rows got in them."""
    assert tables(store) == tables(migrated)
    for table in sorted(tables(store)):
        assert described(store, table) == described(migrated, table), table


def given(name: object) -> str:
    """An index's name; SQLite numbers those that it makes for itself."""
    return "" if str(name).startswith("sqlite_autoindex") else str(name)


def but_for_width(value: object) -> object:
    """A type without the width of its texts, which SQLite does not heed."""
    return re.sub(r"^VARCHAR\(\d+\)$", "VARCHAR", value) if isinstance(value, str) else value


def described(store: Store, table: str) -> dict[str, set[tuple[object, ...]]]:
    """A table's columns, foreign keys and indexes."""
    with store.connection() as connection:

        def ask(pragma: str, *columns: str) -> set[tuple[object, ...]]:
            found = connection.execute(text(f"PRAGMA {pragma}")).mappings()
            return {tuple(but_for_width(row[column]) for column in columns) for row in found}

        indexes = {
            (given(index[0]), *index[1:], *sorted(ask(f"index_xinfo({index[0]})", "seqno", "name", "desc")))
            for index in ask(f"index_list({table})", "name", "unique", "partial")
        }
        return {
            "columns": ask(f"table_info({table})", "name", "type", "notnull", "pk"),
            "keys": ask(f"foreign_key_list({table})", "table", "from", "to", "on_update", "on_delete"),
            "indexes": indexes,
        }


def test_the_foreign_keys_cascade_as_the_models_say(store: Store) -> None:
    with store.connection() as connection:
        for name, table in Base.metadata.tables.items():
            made = {
                (key.table, key._mapping["from"], key.on_delete)
                for key in connection.execute(text(f"PRAGMA foreign_key_list({name})"))
            }
            meant = {
                (key.column.table.name, key.parent.name, key.ondelete or "NO ACTION")
                for key in table.foreign_keys
            }
            assert made == meant, name


def test_every_table_declares_an_integer_primary_key(store: Store) -> None:
    with store.connection() as connection:
        names = set(inspect(connection).get_table_names()) - {
            "alembic_version"
        }  # one row, named by no row id
        for name in names:
            columns = connection.execute(text(f"PRAGMA table_info({name})")).all()
            keys = [(column.name, column.type) for column in columns if column.pk]
            assert keys == [("id", "INTEGER")], name


@pytest.mark.parametrize("table", sorted(Base.metadata.tables))
def test_every_column_is_marked_personal_or_plain(table: str) -> None:
    for column in Base.metadata.tables[table].columns:
        assert column.info.get("personal") in (True, False), f"{table}.{column.name}"
        if column.info["personal"]:
            assert isinstance(column.info["category"], Category), f"{table}.{column.name}"


@pytest.mark.parametrize("table", sorted(Base.metadata.tables))
def test_every_column_says_what_kind_of_value_it_holds(table: str) -> None:
    for column in Base.metadata.tables[table].columns:
        assert isinstance(column.info.get("kind"), ColumnKind), f"{table}.{column.name}"


@pytest.mark.parametrize("declared", [Text, Text(), String(), String(40)])
def test_a_column_of_free_length_is_not_made_without_saying_so(declared: object) -> None:
    with pytest.raises(TypeError):
        plain(declared)
    assert plain(declared, kind=ColumnKind.CODE).column.info["kind"] is ColumnKind.CODE


def test_every_table_is_a_place_with_words_for_whoever_decides_about_it() -> None:
    assert TABLE_PLACES.keys() == Base.metadata.tables.keys()
    assert PLACE_NAMES.keys() == set(RemnantPlace)


def test_names_that_only_people_have_are_never_plain() -> None:
    ids = ("id", "note_hash", "payer_id")
    telling = ("name", "kana", "phone", "digits", "email", "street", "note", "serial", "payer", "address")
    office_own = {"office_facts", "accounts", "media"}
    for table in Base.metadata.tables.values():
        if table.name in office_own:
            continue
        for column in table.columns:
            if any(word in column.name for word in telling) and column.name not in ids:
                assert column.info["personal"], f"{table.name}.{column.name}"


def test_neither_a_new_nor_a_current_file_needs_alembic(
    empty: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "alembic", None)
    assert schema.bring_up_to_date(empty) is True
    assert schema.bring_up_to_date(empty) is False


def test_a_file_of_a_newer_program_is_refused_untouched(store: Store) -> None:
    with store.connection() as connection, connection.begin():
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    before = contents(store)
    with pytest.raises(DatabaseNewer):
        schema.bring_up_to_date(store)
    assert contents(store) == before


def test_a_migration_that_breaks_off_leaves_nothing(empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_off(connection: Connection) -> None:
        migrate(connection)
        raise RuntimeError("power cut")

    migrate_to(empty, "0004")
    before = contents(empty)
    migrate = schema._migrate
    monkeypatch.setattr(schema, "_migrate", break_off)
    with pytest.raises(RuntimeError, match="power cut"):
        schema.bring_up_to_date(empty)
    assert contents(empty) == before


def test_a_new_file_that_breaks_off_has_no_tables(empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_off(connection: Connection) -> None:
        create(connection)
        raise RuntimeError("power cut")

    create = schema._create
    monkeypatch.setattr(schema, "_create", break_off)
    with pytest.raises(RuntimeError, match="power cut"):
        schema.bring_up_to_date(empty)
    assert tables(empty) == set()


def test_a_new_file_gets_its_tables_once(empty: Store) -> None:
    assert schema.bring_up_to_date(empty) is True
    assert set(Base.metadata.tables) < tables(empty)
    assert schema.bring_up_to_date(empty) is False


def test_a_file_of_the_first_schema_keeps_what_it_holds(empty: Store) -> None:
    migrate_to(empty, "0001")
    with empty.connection() as connection, connection.begin():
        connection.execute(
            text(
                "INSERT INTO disposal_batches VALUES"
                " (7, :id, 'D2026-001', '2026-11', 'destroying', '', '', '', '', 0, '2026-11-24T01:00:00Z')"
            ),
            {"id": "b" * 32},
        )
    with empty.connection() as connection:
        assert schema.version(connection) == 1
    assert schema.bring_up_to_date(empty) is True
    with empty.reading() as session:
        (batch,) = session.scalars(select(models.DisposalBatch))
        assert (batch.number, batch.state, batch.epoch, batch.needle_key) == (
            "D2026-001",
            "destroying",
            0,
            "",
        )
        assert session.scalars(select(models.RecoverySheetRow)).all() == []


def test_the_fourth_schema_carries_the_text_of_a_caution_over(empty: Store) -> None:
    migrate_to(empty, "0003")
    with empty.connection() as connection, connection.begin():
        columns = connection.execute(text("PRAGMA table_info(customers)")).all()
        empty_row = {one.name: "" for one in columns if one.notnull}
        for key, caution in ((1, "犬がいます"), (2, "")):
            row = empty_row | {"id": key, "record_id": key, "number": key, "version": 1, "kind": "person"}
            row |= {"payment_method": "cash", "caution": caution}
            names, places = ", ".join(row), ", ".join(f":{name}" for name in row)
            connection.execute(text(f"INSERT INTO customers ({names}) VALUES ({places})"), row)
    schema.bring_up_to_date(empty)
    with empty.reading() as session:
        (carried,) = session.scalars(select(models.CustomerCaution))
        assert (carried.customer_id, carried.kind, carried.detail) == (1, "other", "犬がいます")
    with empty.connection() as connection:
        columns = {one["name"] for one in inspect(connection).get_columns("customers")}
        assert "caution" not in columns
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []


def test_a_certificate_from_before_its_pdf_was_kept_stays_as_it_was(empty: Store) -> None:
    migrate_to(empty, "0011")
    with empty.connection() as connection, connection.begin():
        connection.execute(
            text(
                "INSERT INTO certificates (number, kind, batch, facts, pdf_sha256, head_sequence, head_hash)"
                " VALUES ('DC2026-001', 'disposal', :id, '{}', :hash, 7, :hash)"
            ),
            {"id": "b" * 32, "hash": "c" * 64},
        )
    schema.bring_up_to_date(empty)
    with empty.reading() as session:
        (kept,) = session.scalars(select(models.Certificate))
        assert (kept.number, kept.pdf_sha256) == ("DC2026-001", "c" * 64)
        assert session.scalars(select(models.CertificatePdf)).all() == []


def test_a_medium_of_before_has_no_user(empty: Store) -> None:
    migrate_to(empty, "0012")
    with empty.connection() as connection, connection.begin():
        columns = connection.execute(text("PRAGMA table_info(media)")).all()
        row = {one.name: "" for one in columns if one.notnull} | {"id": 1, "record_id": "b" * 32}
        names, places = ", ".join(row), ", ".join(f":{name}" for name in row)
        connection.execute(text(f"INSERT INTO media ({names}) VALUES ({places})"), row)
    schema.bring_up_to_date(empty)
    with empty.reading() as session:
        assert [row.used_by for row in session.scalars(select(models.Medium))] == [""]


PLAIN: dict[str, object] = {"kind": "person", "payment_method": "cash"}
"""What every program wrote of a customer."""


def insert_row(store: Store, table: str, **values: object) -> None:
    """A row as a program of then wrote it: whatever is not given is empty."""
    with store.connection() as connection, connection.begin():
        columns = connection.execute(text(f"PRAGMA table_info({table})")).all()
        row = {one.name: 0 if "INT" in one.type or one.type == "BOOLEAN" else "" for one in columns}
        row = {one.name: row[one.name] for one in columns if one.notnull} | values
        names, places = ", ".join(f'"{name}"' for name in row), ", ".join(f":{name}" for name in row)
        connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({places})"), row)


def test_an_incident_of_before_keeps_its_paper_as_the_first_of_several(empty: Store) -> None:
    migrate_to(empty, "0013")
    common = {"reported_by": "a" * 32, "reported_at": "2026-11-20T01:00:00Z", "answers": "{}"}
    insert_row(
        empty,
        "incidents",
        **common,
        id=1,
        record_id="b" * 32,
        paper="c" * 32,
        paper_number="2026-000037  1/3",
        paper_kind="work_order",
        profile="technician",
        found_at="2026-11-21T01:00:00Z",
    )
    insert_row(empty, "incidents", **common, id=2, record_id="d" * 32)
    schema.bring_up_to_date(empty)
    with empty.reading() as session:
        one, other = session.scalars(select(models.Incident).order_by(models.Incident.id))
        (paper,) = one.papers
        assert (paper.paper, paper.paper_number, paper.profile) == (
            "c" * 32,
            "2026-000037  1/3",
            "technician",
        )
        assert (paper.found_at, paper.entered_at) == ("2026-11-21T01:00:00Z", common["reported_at"])
        assert (other.papers, one.joined_into) == ([], "")


def test_a_printed_office_copy_of_before_is_here(empty: Store) -> None:
    migrate_to(empty, "0013")
    here = {"state": "out", "printed_at": "2026-11-20T01:00:00Z"}
    copies = (
        {"profile": "office"} | here,
        {"profile": "technician"} | here,
        {"profile": "office", "state": "out"},
        {"profile": "office", "holder": "作業 三郎"} | here,
    )
    insert_row(empty, "customers", id=1, record_id="a" * 32, number="C1", **PLAIN)
    insert_row(empty, "sites", id=1, record_id="b" * 32, customer_id=1)
    insert_row(empty, "jobs", id=1, record_id="c" * 32, number="2026-000037", customer_id=1, site_id=1)
    insert_row(empty, "work_orders", id=1, record_id="d" * 32, job_id=1)
    for number, copy in enumerate(copies, 1):
        insert_row(
            empty, "copies", **copy, work_order_id=1, id=number, record_id=f"{number:032}", code=f"{number}"
        )
    schema.bring_up_to_date(empty)
    with empty.reading() as session:
        states = session.scalars(select(models.Copy.state).order_by(models.Copy.id)).all()
        assert states == ["kept", "out", "out", "out"]


def test_an_erasure_that_was_closed_though_nothing_was_erased_waits_again(empty: Store) -> None:
    migrate_to(empty, "0013")
    for key, reduced in ((1, ""), (2, "2026-10-01")):
        insert_row(
            empty,
            "customers",
            id=key,
            record_id=f"{key:032}",
            number=f"C{key}",
            **PLAIN,
            reduced_on=reduced,
        )
    answered = {"state": "answered", "outcome": "granted", "answered_on": "2026-11-20"}
    asked = (
        {"kind": "erasure", "customer_id": 1} | answered,
        {"kind": "erasure", "customer_id": 2} | answered,
        {"kind": "erasure", "customer_id": None} | answered,
        {"kind": "disclosure", "customer_id": 1} | answered,
        {"kind": "erasure", "customer_id": 1, "state": "refused"},
    )
    for number, request in enumerate(asked, 1):
        insert_row(empty, "requests", **request, id=number, record_id=f"{number:032}", number=f"R-{number}")
    schema.bring_up_to_date(empty)
    with empty.reading() as session:
        rows = session.scalars(select(models.CustomerRequest).order_by(models.CustomerRequest.id)).all()
        assert [row.state for row in rows] == ["checked", "answered", "answered", "answered", "refused"]
        held = session.execute(text("SELECT outcome, answered_on FROM requests ORDER BY id")).first()
        assert held == ("", "")


def test_estimates_since_the_rule_of_costs_apart_are_taken_for_such(empty: Store) -> None:
    migrate_to(empty, "0017")
    insert_row(empty, "customers", id=1, record_id="a" * 32, number="C1", **PLAIN)
    insert_row(empty, "sites", id=1, record_id="b" * 32, customer_id=1)
    insert_row(empty, "jobs", id=1, record_id="c" * 32, number="2026-000037", customer_id=1, site_id=1)
    for number, issued in enumerate(("2025-12-11", "2025-12-12", ""), 1):
        told = {"record_id": f"{number:032}", "number": f"E-{number}", "issued_on": issued}
        insert_row(empty, "estimates", id=number, job_id=1, **told)
    schema.bring_up_to_date(empty)
    with empty.reading() as session:
        found = session.scalars(select(models.Estimate.costs_apart).order_by(models.Estimate.id)).all()
        assert found == [False, True, False]


def test_what_the_law_asks_besides_is_empty_in_an_office_of_before(empty: Store) -> None:
    migrate_to(empty, "0017")
    insert_row(empty, "office_facts", id=1, construction_licence=True)
    insert_row(empty, "customers", id=1, record_id="a" * 32, number="C1", **PLAIN)
    insert_row(empty, "sites", id=1, record_id="b" * 32, customer_id=1)
    insert_row(empty, "jobs", id=1, record_id="c" * 32, number="2026-000037", customer_id=1, site_id=1)
    insert_row(
        empty, "job_results", id=1, job_id=1, survey_on="2026-10-01", survey_by="作業 三郎", checks="{}"
    )
    insert_row(empty, "electrical_ledger", id=1, record_id="d" * 32, job_id=1)
    schema.bring_up_to_date(empty)
    with empty.reading() as session:
        survey = text("SELECT survey_on, survey_target, survey_basis FROM job_results")
        assert session.execute(survey).one() == ("2026-10-01", "", "")
        assert session.scalars(select(models.ElectricalEntry.checks)).all() == ["{}"]
        assert session.scalars(select(models.OfficeFactsRow.electrical_incidental)).all() == [False]
        assert session.scalars(select(models.GasHandover)).all() == []


def test_a_site_of_before_keeps_its_kind_of_building_and_a_new_one_may_have_none(empty: Store) -> None:
    migrate_to(empty, "0020")
    with empty.connection() as connection, connection.begin():

        def put(table: str, **told: object) -> None:
            names = [column["name"] for column in inspect(connection).get_columns(table)]
            row = {name: told.get(name, told["id"]) for name in names}
            asked = ", ".join(f":{name}" for name in names)
            connection.execute(text(f"INSERT INTO {table} VALUES ({asked})"), row)

        put("customers", id=1)
        put("sites", id=1, detached=True)
        put("sites", id=2, detached=False, customer_id=1)
    migrate_to(empty, "head")
    with empty.connection() as connection:
        found = connection.execute(text("SELECT detached FROM sites ORDER BY id")).scalars().all()
        told = {column["name"]: column["nullable"] for column in inspect(connection).get_columns("sites")}
    assert found == [1, 0]
    assert told["detached"] is True


def migrate_to(store: Store, revision: str) -> None:
    """Bring a file to an earlier schema, as the program of then did."""
    config = Config()
    config.set_main_option("script_location", "hvacdesk.store:migrations")
    with store.connection() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def contents(store: Store) -> list[tuple[object, ...]]:
    with store.connection() as connection:
        found = connection.execute(text("SELECT type, name, sql FROM sqlite_master ORDER BY name"))
        return [tuple(row) for row in found]


def test_a_unit_and_a_firm_of_before_say_nothing_of_what_was_not_asked(empty: Store) -> None:
    migrate_to(empty, "0018")
    insert_row(empty, "customers", id=1, record_id="a" * 32, number="C1", **PLAIN)
    insert_row(empty, "sites", id=1, record_id="b" * 32, customer_id=1)
    insert_row(empty, "units", id=1, record_id="c" * 32, site_id=1, year=2012)
    insert_row(
        empty, "partner_firms", id=1, record_id="d" * 32, number="F-001", firm="見本設備", key="見本設備"
    )
    schema.bring_up_to_date(empty)
    with empty.reading() as session:
        (unit,) = session.scalars(select(models.Unit))
        (firm,) = session.scalars(select(models.PartnerFirm))
        assert (unit.year, unit.design_years) == (2012, None)
        assert (firm.one_person, firm.invoice_number) == (False, "")
        for made in (models.ReminderSeen, models.PartnerOrder, models.VisitContract):
            assert session.scalars(select(made)).all() == []


def test_payment_details_half_typed_before_do_not_stay_unsealed(empty: Store) -> None:
    migrate_to(empty, "0020")
    typed = {"payment": {"method": "debit", "account": "普通7654321", "payer": "タナカ"}, "note": "残る"}
    for number, form in enumerate(("customer", "invoice"), 1):
        payload = json.dumps({"typed": typed}, ensure_ascii=False)
        insert_row(empty, "drafts", id=number, form=form, payload=payload)
    migrate_to(empty, "0021")
    with empty.connection() as connection:
        found = connection.execute(text("SELECT payload, sealed FROM drafts ORDER BY form")).all()
    assert [json.loads(payload)["typed"] for payload, _sealed in found] == [
        {"payment": {"method": "debit"}, "note": "残る"},
        typed,
    ]
