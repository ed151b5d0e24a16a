"""Synthetic customers by the hundred thousand, written in bulk, for the benchmarks."""

from __future__ import annotations

import random

from sqlalchemy import insert

from hvacdesk.domain.customers.customers import (
    Address,
    CustomerKind,
    CustomerRecord,
    PersonName,
    Phone,
    PhoneKind,
)
from hvacdesk.domain.text.text_forms import digits
from hvacdesk.store.base import new_record_id
from hvacdesk.store.customers.finding import finding_values
from hvacdesk.store.models import Customer, CustomerFinding, CustomerPhone
from tests.helpers.ground import Ground

CUSTOMERS = 100_000
FRAME_MS = 16.0
KNOWN_CUSTOMER, KNOWN_PHONE = 77, "090-0004-2424"
GOAL = 0.25
_BATCH = 5_000
_ROUNDS = 5
_FAMILIES = (
    ("田中", "タナカ"), ("佐藤", "サトウ"), ("鈴木", "スズキ"), ("髙橋", "タカハシ"), ("伊藤", "イトウ"),
    ("渡邊", "ワタナベ"), ("山本", "ヤマモト"), ("中村", "ナカムラ"), ("小林", "コバヤシ"),
    ("加藤", "カトウ"), ("𠮷田", "ヨシダ"), ("山田", "ヤマダ"), ("佐々木", "ササキ"), ("山口", "ヤマグチ"),
)  # fmt: skip
_KANJI, _KANA = "青赤白黒東西南北上下大小新古長", "アオカキクサシタナハマヤラワ"
_SECOND, _SECOND_KANA = "川山野原島崎井本村沢木橋森谷口", ("カワ", "ヤマ", "ノ", "ハラ", "シマ", "サキ", "イ")
_GIVEN = (("太郎", "タロウ"), ("花子", "ハナコ"), ("健", "ケン"), ("美咲", "ミサキ"), ("翔", "ショウ"))
_CITIES = (
    *(("愛知県", f"名古屋市{ward}区") for ward in ("中", "東", "西", "南", "北", "緑", "港", "千種")),
    ("岐阜県", "岐阜市"), ("三重県", "四日市市"), ("愛知県", "豊田市"), ("愛知県", "一宮市"),
)  # fmt: skip
_TOWN = "栄錦丸内大須金山鶴舞新瑞橋本町上前津今池"


def fill(ground: Ground, customers: int) -> None:
    """Insert synthetic customers in bulk."""
    chance = random.Random(20261124)
    for first in range(1, customers + 1, _BATCH):
        keys = range(first, min(first + _BATCH, customers + 1))
        people = {key: _person(key, chance) for key in keys}
        with ground.workplace.transaction() as session:
            session.execute(insert(Customer), [_customer(key, record) for key, record in people.items()])
            session.execute(insert(CustomerPhone), [_phone(key, record) for key, record in people.items()])
            session.execute(
                insert(CustomerFinding),
                [
                    {"customer_id": key, **finding_values(record, _number(key))}
                    for key, record in people.items()
                ],
            )


def _number(key: int) -> str:
    return f"C-{key:06d}"


def _person(key: int, chance: random.Random) -> CustomerRecord:
    if chance.random() < 0.5:
        family, kana = chance.choice(_FAMILIES)
    else:
        family = chance.choice(_KANJI) + chance.choice(_SECOND)
        kana = chance.choice(_KANA) + chance.choice(_KANA) + chance.choice(_SECOND_KANA)
    given, given_kana = chance.choice(_GIVEN)
    prefecture, city = chance.choice(_CITIES)
    town = "".join(chance.choices(_TOWN, k=chance.randint(1, 3)))
    number = f"090-{chance.randrange(10000):04d}-{chance.randrange(10000):04d}"
    return CustomerRecord(
        kind=CustomerKind.PERSON,
        name=PersonName(family, given, kana, given_kana),
        address=Address("4600008", prefecture, city, town, f"{key % 9 + 1}-{key % 20 + 1}", ""),
        phones=(Phone(PhoneKind.MOBILE, KNOWN_PHONE if key == KNOWN_CUSTOMER else number),),
    )


def _customer(key: int, record: CustomerRecord) -> dict[str, object]:
    place, name = record.address, record.name
    minutes = key * 7919 % 1_000_000
    return {
        "id": key, "record_id": new_record_id(), "number": _number(key), "kind": record.kind.value,
        "family_name": name.family, "given_name": name.given, "family_kana": name.family_kana,
        "given_kana": name.given_kana, "organisation": "", "organisation_kana": "",
        "postal_code": place.postal_code, "prefecture": place.prefecture, "city": place.city,
        "town": place.town, "street": place.street, "building": "", "email": f"customer{key}@example.jp",
        "note": "エアコン取付、駐車場は建物の裏。", "payment_method": "cash",
        "registered_on": "2026-01-01", "last_contact_on": "2026-01-01", "used_at": f"2025-{minutes:07d}",
        "version": 1,
    }  # fmt: skip


def _phone(key: int, record: CustomerRecord) -> dict[str, object]:
    number = record.phones[0].number
    return {
        "customer_id": key, "position": 0, "kind": "mobile", "number": number, "digits": digits(number),
    }  # fmt: skip


def paying_customer(at: int) -> dict[str, object]:
    """One who has invoices and nothing else, as a row of the table."""
    return {
        "number": f"C{at:06}",
        "kind": "person",
        "family_name": "田中",
        "given_name": "美咲",
        "payment_method": "transfer",
        "registered_on": "2020-04-01",
        "last_contact_on": "2020-04-01",
        "used_at": "2020-04-01T00:00:00Z",
    }
