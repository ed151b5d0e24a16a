"""Offices whose lists brought the kana of both names in as the family's: settled when they are opened."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, text

from hvacdesk.domain.customers.contacts import ContactField, ContactRecord
from hvacdesk.domain.customers.customers import CustomerField, PersonName
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.services.customers.contacts import Contacts
from hvacdesk.services.customers.customers import Customers
from hvacdesk.store import schema
from tests.helpers.ground import Ground
from tests.helpers.people import customer


@pytest.fixture(autouse=True)
def tables_as_now(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only values are settled here: the tables of these offices are today's, whatever version they tell."""

    def reach(connection: Connection) -> None:
        version = {"version": f"{schema.SCHEMA_VERSION:04}"}
        connection.execute(text("UPDATE alembic_version SET version_num = :version"), version)

    monkeypatch.setattr(schema, "_migrate", reach)


def test_an_office_of_before_shows_and_finds_no_given_name_by_its_kana(ground: Ground) -> None:
    customers, contacts = Customers(ground.workplace), Contacts(ground.workplace)
    ids = [
        customers.add(ground.desk, customer(name=name))
        for name in (PersonName("山田", "太郎"), PersonName("堀米", "健"), PersonName("鈴木", "一", "スズキ"))
    ]
    contact = contacts.add(ground.desk, ids[2], ContactRecord("総務", PersonName("田中", "花子")))
    with ground.workplace.store.connection() as connection, connection.begin():
        for family, kana in (("山田", "ヤマダタロウ"), ("堀米", "ホリゴメケン")):
            connection.execute(
                text("UPDATE customers SET family_kana = :kana WHERE family_name = :family"),
                {"kana": kana, "family": family},
            )
        connection.execute(text("UPDATE customer_contacts SET family_kana = 'タナカハナコ'"))
        connection.execute(text("UPDATE customer_findings SET shown = shown || char(10) || 'やまだたろう'"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0013'"))

    assert schema.bring_up_to_date(ground.workplace.store)

    ground.workplace.finding.drop()
    kana = [customers.detail(ground.desk, one).kana.text for one in ids]
    assert kana == ["ヤマダ ●●", "●●", "スズキ"]
    assert [customers.search(ground.desk, part).hits for part in ("だたろ", "ゴメケ", "スズキ")] == [0, 0, 1]
    whole = customers.reveal(ground.desk, ids[1], CustomerField.KANA, RevealReason.CALL)
    assert whole == "ホリゴメケン", "nothing is lost"
    (one,) = contacts.of(ground.desk, ids[2])
    assert (one.contact, one.values[ContactField.KANA].text) == (contact, "タナカ ●●")
    assert [customers.search(ground.desk, part).hits for part in ("ハナコ", "タナカ")] == [0, 1]


def test_an_office_of_yesterday_has_other_writings_of_the_given_name_settled_too(ground: Ground) -> None:
    customers = Customers(ground.workplace)
    names = (PersonName("渡瀬", "太郎", "ワタセ", "ﾀﾛｳ"), PersonName("渡瀬", "次郎", "ワタセ", "ジロー"))
    ids = [customers.add(ground.desk, customer(name=name)) for name in names]
    with ground.workplace.store.connection() as connection, connection.begin():
        for given, kana in (("太郎", "ワタセタロウ"), ("次郎", "わたせ じろう")):
            connection.execute(
                text("UPDATE customers SET family_kana = :kana WHERE given_name = :given"),
                {"kana": kana, "given": given},
            )
        connection.execute(text("UPDATE alembic_version SET version_num = '0015'"))

    assert schema.bring_up_to_date(ground.workplace.store)

    ground.workplace.finding.drop()
    assert [customers.detail(ground.desk, one).kana.text for one in ids] == ["ワタセ ●●", "わたせ ●●"]
    assert [customers.search(ground.desk, part).hits for part in ("タロ", "じろう")] == [0, 0]
