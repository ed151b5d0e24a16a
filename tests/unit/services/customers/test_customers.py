"""Customers: who may do what, what each role's view lacks, named changes, and reveals."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

from hvacdesk.domain.customers.cautions import Caution, CautionKind
from hvacdesk.domain.customers.customers import CustomerField, PaymentMethod, PersonName, Phone, PhoneKind
from hvacdesk.domain.errors import (
    BadPostalCode,
    ChangedMeanwhile,
    InvalidInput,
    NotPermitted,
    RecordGone,
    TooLong,
)
from hvacdesk.domain.jobs.jobs import SiteRecord
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.refused_numbers import CardNumberFound, MyNumberFound
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.oversight.audit_log import AuditLog
from tests.helpers.ground import ROLES, Ground
from tests.helpers.people import HIDDEN, SHOWN, customer, numbers_in, organisation, payment

CARD = "4111 1111 1111 1111"
CALL, DOCUMENT = RevealReason.CALL, RevealReason.DOCUMENT


@pytest.fixture
def customers(ground: Ground) -> Customers:
    return Customers(ground.workplace)


@pytest.fixture
def made(ground: Ground, customers: Customers) -> str:
    return customers.add(ground.owner, customer(payment=payment()), with_site=True)


Act = Callable[[Customers, Actor, str], object]
MAY: dict[str, tuple[Act, set[Role]]] = {
    "search": (lambda c, who, _: c.search(who, "柳川"), {Role.OWNER, Role.DESK, Role.ACCOUNTING}),
    "detail": (lambda c, who, key: c.detail(who, key), {Role.OWNER, Role.DESK, Role.ACCOUNTING}),
    "form": (lambda c, who, key: c.record_for_edit(who, key), {Role.OWNER, Role.DESK, Role.ACCOUNTING}),
    "add": (lambda c, who, _: c.add(who, customer()), {Role.OWNER, Role.DESK}),
    "add with payment": (lambda c, who, _: c.add(who, customer(payment=payment())), {Role.OWNER}),
    "change": (lambda c, who, key: c.change(who, key, 1, {"note": "別紙"}), {Role.OWNER, Role.DESK}),
    "change payment": (
        lambda c, who, key: c.change(who, key, 1, {"payment": {"account": "7654321"}}),
        {Role.OWNER, Role.ACCOUNTING},
    ),
    "change note and payment": (
        lambda c, who, key: c.change(who, key, 1, {"payment": None, "note": "別紙"}),
        {Role.OWNER},
    ),
    "duplicates": (lambda c, who, _: c.likely_duplicates(who, customer()), {Role.OWNER, Role.DESK}),
    "duplicates of one": (lambda c, who, key: c.likely_duplicates_of(who, key), {Role.OWNER, Role.DESK}),
    "reveal phone": (
        lambda c, who, key: c.reveal(who, key, CustomerField.PHONE, CALL),
        {Role.OWNER, Role.DESK},
    ),
    "reveal name for a document": (
        lambda c, who, key: c.reveal(who, key, CustomerField.NAME, DOCUMENT),
        {Role.OWNER, Role.DESK, Role.ACCOUNTING},
    ),
    "reveal name on a call": (
        lambda c, who, key: c.reveal(who, key, CustomerField.NAME, CALL),
        {Role.OWNER, Role.DESK},
    ),
    "reveal phone for a document": (
        lambda c, who, key: c.reveal(who, key, CustomerField.PHONE, DOCUMENT),
        {Role.OWNER, Role.DESK},
    ),
    "reveal payment": (
        lambda c, who, key: c.reveal(who, key, CustomerField.PAYMENT, DOCUMENT, 2),
        {Role.OWNER, Role.ACCOUNTING},
    ),
    "reveal contact": (lambda c, who, key: c.reveal_contact(who, key, CALL), {Role.OWNER, Role.DESK}),
    "accesses": (lambda c, who, key: c.accesses(who, key), set(Role) - {Role.TECHNICIAN}),
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("act", MAY)
def test_each_act_is_for_its_roles_alone(
    ground: Ground, customers: Customers, made: str, act: str, role: Role
) -> None:
    do, allowed = MAY[act]
    if role in allowed:
        do(customers, ground.people[role], made)
    else:
        before = audit(ground)
        with pytest.raises(NotPermitted):
            do(customers, ground.people[role], made)
        assert audit(ground) == before


def audit(ground: Ground) -> list[tuple[object, ...]]:
    with ground.workplace.reading() as session:
        return [tuple(row) for row in session.execute(text("SELECT * FROM audit_log ORDER BY id"))]


@pytest.mark.parametrize("role", [Role.OWNER, Role.DESK, Role.ACCOUNTING])
@pytest.mark.parametrize("view", ["row", "detail", "form"])
def test_a_view_lacks_every_hidden_character(
    ground: Ground, customers: Customers, made: str, role: Role, view: str
) -> None:
    who = ground.people[role]
    seen = {
        "row": lambda: customers.search(who, "柳川"),
        "detail": lambda: customers.detail(who, made),
        "form": lambda: customers.record_for_edit(who, made),
    }[view]()
    written = repr(seen)
    sees_bank = role is not Role.DESK and view != "row"
    for name, value in HIDDEN.items():
        if name == "bank":
            assert (value in written) == sees_bank
        elif name in {"phone", "fax", "account"}:
            assert value not in numbers_in(written), name
        else:
            assert value not in written, name
    assert "柳川" in written
    assert ("0505" in re.sub("[0-9a-f]{32}", "", written)) == sees_bank  # an id may hold it by chance


def test_what_the_masks_show_is_there(ground: Ground, customers: Customers, made: str) -> None:
    written = repr(customers.detail(ground.desk, made))
    for part in SHOWN:
        assert part in written


def test_only_who_may_reveal_is_offered_it(ground: Ground, customers: Customers, made: str) -> None:
    desk = customers.detail(ground.desk, made)
    asked = {"name": desk.name, "address": desk.address, **desk.texts, "phone": desk.phones[0].number}
    unasked = {name for name, value in asked.items() if not value.revealable}
    assert not unasked, (
        f"The desk cannot ask to see {unasked}. A field of CUSTOMER_FIELDS that hides something is masked "
        "with `revealable`; one without a value in tests/helpers/people.py (HIDDEN, customer) is empty here: "
        "give it one."
    )
    accounting = customers.detail(ground.people[Role.ACCOUNTING], made)
    assert accounting.name.revealable
    assert accounting.address.revealable
    assert not accounting.phones[0].number.revealable
    assert not any(text.revealable for text in accounting.texts.values())
    assert {"email", "note"} <= set(accounting.texts)


def test_an_organisation_is_shown_whole_and_its_contact_is_not(ground: Ground, customers: Customers) -> None:
    made = customers.add(ground.desk, organisation())
    detail = customers.detail(ground.desk, made)
    assert detail.name.text == "尾張冷熱商会"
    assert (detail.person.text, detail.person.hidden, detail.person.revealable) == ("柳川 ●●", True, True)
    assert HIDDEN["given"] not in repr(detail)
    assert customers.reveal(ground.desk, made, CustomerField.NAME, CALL) == "尾張冷熱商会 柳川 美沙緒"


def test_a_firms_contact_is_masked_as_a_person_is(ground: Ground, customers: Customers) -> None:
    known = organisation(name=PersonName("山田"))
    assert customers.detail(ground.desk, customers.add(ground.desk, known)).person == Masked("山田")
    nobody = organisation("株式会社丸山", name=PersonName())
    assert customers.detail(ground.desk, customers.add(ground.desk, nobody)).person == Masked("")
    one = customers.add(ground.desk, customer())
    assert customers.detail(ground.desk, one).person == Masked(""), "the name itself says it"


REVEALED = {
    (CustomerField.NAME, 0): "柳川 美沙緒",
    (CustomerField.KANA, 0): "ヤナガワ ミサオ",
    (CustomerField.ADDRESS, 0): "愛知県名古屋市千種区唐山町3-8-21 グランメゾン唐山702",
    (CustomerField.PHONE, 0): "052-781-4649",
    (CustomerField.PHONE, 1): "052-781-9911",
    (CustomerField.EMAIL, 0): HIDDEN["email"],
    (CustomerField.NOTE, 0): HIDDEN["note"],
    (CustomerField.PAYMENT, 2): HIDDEN["account"],
    (CustomerField.PAYMENT, 3): HIDDEN["payer"],
}


@pytest.mark.parametrize(("field", "position"), REVEALED)
def test_a_reveal_gives_one_value_and_leaves_one_entry(
    ground: Ground, customers: Customers, made: str, field: CustomerField, position: int
) -> None:
    before = len(audit(ground))
    value = customers.reveal(ground.owner, made, field, DOCUMENT, position)
    assert value == REVEALED[field, position]
    assert len(audit(ground)) == before + 1
    entry = customers.accesses(ground.owner, made)[0]
    assert (entry.action, entry.actor) == (Action.REVEALED, ground.owner.account)
    assert entry.details == {"fields": [field.value], "reason": "document"}


def test_the_position_of_a_payment_field_is_its_place_in_the_detail(
    ground: Ground, customers: Customers
) -> None:
    details = replace(payment(), bank="", branch="")
    made = customers.add(ground.owner, customer(payment=details))
    names = [label.text for label, _ in customers.detail(ground.owner, made).payment]
    place = names.index("Payer's name")
    assert customers.reveal(ground.owner, made, CustomerField.PAYMENT, DOCUMENT, place) == HIDDEN["payer"]


def test_no_value_comes_out_when_the_log_cannot_be_written(
    ground: Ground, customers: Customers, made: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(ground.workplace, "record", full)
    with pytest.raises(OSError, match="disk full"):
        customers.reveal(ground.desk, made, CustomerField.PHONE, CALL)


ABSENT = [
    (CustomerField.PHONE, 2),
    (CustomerField.PHONE, -1),
    (CustomerField.PAYMENT, 9),
    (CustomerField.LOCK_CODE, 0),
]


@pytest.mark.parametrize(("field", "position"), ABSENT)
def test_a_value_that_is_not_there_is_not_revealed(
    ground: Ground, customers: Customers, made: str, field: CustomerField, position: int
) -> None:
    before = audit(ground)
    with pytest.raises(InvalidInput):
        customers.reveal(ground.owner, made, field, CALL, position)
    assert audit(ground) == before


def test_phone_and_address_come_with_one_key(ground: Ground, customers: Customers, made: str) -> None:
    phone, address = customers.reveal_contact(ground.desk, made, CALL)
    assert (phone, address) == ("052-781-4649", REVEALED[CustomerField.ADDRESS, 0])
    assert customers.accesses(ground.owner, made)[0].details["fields"] == ["phone", "address"]


CHANGES: dict[str, tuple[Mapping[str, object], list[str]]] = {
    "nothing": ({}, []),
    "family name": ({"name": {"family": "栁川"}}, ["family_name"]),
    "whole name": ({"name": PersonName("別所", "保", "ベッショ", "タモツ")},
                   ["family_kana", "family_name", "given_kana", "given_name"]),
    "street": ({"address": {"street": "9-9"}}, ["street"]),
    "second phone": ({"phones": {1: Phone(PhoneKind.WORK, "052-000-1111")}}, ["phones"]),
    "third phone": ({"phones": {2: Phone(PhoneKind.WORK, "052-000-1111")}}, ["phones"]),
    "a phone less": ({"phones": {0: None}}, ["phones"]),
    "the same note": ({"note": HIDDEN["note"]}, []),
    "method": ({"payment_method": PaymentMethod.CASH}, ["payment_method"]),
    "account": ({"payment": {"account": "1112223"}}, ["account"]),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_only_named_fields_change_and_the_entry_names_them(
    ground: Ground, customers: Customers, made: str, change: str
) -> None:
    changes, fields = CHANGES[change]
    before = whole(ground, made)
    customers.change(ground.owner, made, 1, changes)
    after = whole(ground, made)
    changed = {name for name in before if before[name] != after[name]} - {"version", "used_at"}
    assert changed == set(fields)
    assert after["version"] == 2
    entry = customers.accesses(ground.owner, made)[0]
    assert (entry.action, entry.details) == (Action.CUSTOMER_CHANGED, {"fields": fields})


def whole(ground: Ground, customer_id: str) -> dict[str, Any]:
    query = text("SELECT * FROM customers WHERE record_id = :id")
    phones = text(
        "SELECT position, kind, number, digits FROM customer_phones WHERE customer_id = :id ORDER BY id"
    )
    with ground.workplace.reading() as session:
        row = dict(session.execute(query, {"id": customer_id}).mappings().one())
        row["phones"] = [tuple(phone) for phone in session.execute(phones, {"id": row["id"]})]
    return row


def test_phones_stay_in_order_when_one_goes(ground: Ground, customers: Customers, made: str) -> None:
    customers.change(ground.desk, made, 1, {"phones": {0: None}})
    assert whole(ground, made)["phones"] == [(0, "fax", "052-781-9911", "0527819911")]
    assert customers.reveal(ground.desk, made, CustomerField.PHONE, CALL, 0) == "052-781-9911"


def test_a_save_over_someone_elses_is_refused_whole(ground: Ground, customers: Customers, made: str) -> None:
    customers.change(ground.desk, made, 1, {"cautions": (Caution(CautionKind.STAIRS),)})
    before = whole(ground, made), audit(ground)
    with pytest.raises(ChangedMeanwhile):
        customers.change(ground.owner, made, 1, {"cautions": (Caution(CautionKind.PET),), "note": "別紙"})
    assert (whole(ground, made), audit(ground)) == before


@pytest.mark.parametrize("changes", [{"number": "C-9"}, {"phones": {5: Phone(PhoneKind.FAX, "052-000-1111")}},
                                     {"payment": {"iban": "x"}}, {"address": {"postal_code": "1"}},
                                     {"name": PersonName()}])  # fmt: skip
def test_a_change_that_cannot_be_stored_changes_nothing(
    ground: Ground, customers: Customers, made: str, changes: Mapping[str, object]
) -> None:
    before = whole(ground, made), audit(ground)
    with pytest.raises(InvalidInput):
        customers.change(ground.owner, made, 1, changes)
    assert (whole(ground, made), audit(ground)) == before


def test_payment_is_ciphertext_bound_to_its_row(ground: Ground, customers: Customers, made: str) -> None:
    other = customers.add(ground.owner, customer(payment=payment()))
    row = whole(ground, made)
    for column in ("bank", "account", "payer", "card_last_four", "remarks"):
        assert isinstance(row[column], bytes)
        assert not any(value.encode() in row[column] for value in HIDDEN.values())
    with ground.workplace.transaction() as session:
        moved = text("UPDATE customers SET account = :value WHERE record_id = :id")
        session.execute(moved, {"value": row["account"], "id": other})
    from hvacdesk.vault.errors import PaymentUnreadable

    with pytest.raises(PaymentUnreadable):
        customers.detail(ground.owner, other)


def test_emptied_payment_leaves_nothing(ground: Ground, customers: Customers, made: str) -> None:
    customers.change(ground.owner, made, 1, {"payment": None})
    row = whole(ground, made)
    assert [row[name] for name in ("bank", "branch", "account", "payer", "card_brand", "remarks")] == [
        None
    ] * 6
    assert customers.detail(ground.owner, made).payment == ()


def test_a_name_of_five_thousand_letters_is_refused_with_the_limit(
    ground: Ground, customers: Customers
) -> None:
    with pytest.raises(TooLong) as refusal:
        customers.add(ground.desk, customer(name=PersonName("柳" * 5_000)))
    assert refusal.value.field == "name"
    assert "limit" in refusal.value.details
    assert customers.search(ground.desk, "").total == 0


def test_a_postal_code_is_seven_digits(ground: Ground, customers: Customers) -> None:
    record = customer()
    with pytest.raises(BadPostalCode):
        customers.add(ground.desk, replace(record, address=replace(record.address, postal_code="464")))


@pytest.mark.parametrize(
    ("note", "refusal"), [(f"カード {CARD}", CardNumberFound), ("マイナンバー 123456789018", MyNumberFound)]
)
def test_a_refused_number_needs_a_statement_which_is_logged(
    ground: Ground, customers: Customers, note: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        customers.add(ground.desk, customer(note=note))
    made = customers.add(ground.desk, customer(note=note), allow_number=True)
    entry = customers.accesses(ground.owner, made)[0]
    assert (entry.action, entry.details) == (Action.NUMBER_ALLOWED, {"field": "note"})
    customers.change(
        ground.desk, made, 1, {"cautions": (Caution(CautionKind.PET),)}
    )  # the allowed note is not asked about again
    with pytest.raises(refusal):
        customers.change(ground.desk, made, 2, {"note": note + "。"})


def test_a_statement_that_was_not_needed_is_not_logged(ground: Ground, customers: Customers) -> None:
    customers.add(ground.desk, customer(), allow_number=True)
    assert AuditLog(ground.workplace).entries(ground.owner, action=Action.NUMBER_ALLOWED) == ()


def test_the_log_holds_no_personal_data(ground: Ground, customers: Customers, made: str) -> None:
    customers.change(
        ground.owner, made, 1, {"name": {"given": "美沙緒子"}, "payment": {"account": "7316240"}}
    )
    for field, position in REVEALED:
        customers.reveal(ground.owner, made, field, DOCUMENT, position)
    for typed in ("柳川美沙緒子", "052-781-4649", HIDDEN["email"], "柳川保"):
        customers.search(ground.desk, typed)
    customers.likely_duplicates(ground.desk, customer())
    written = json.dumps(audit(ground), ensure_ascii=False)
    assert len(audit(ground)) > 12
    for value in (*HIDDEN.values(), *SHOWN[:5], "052-781"):
        assert value not in written


def test_customer_numbers_count_up(ground: Ground, customers: Customers) -> None:
    for expected in ("C-000001", "C-000002"):
        made = customers.add(ground.desk, customer())
        assert customers.detail(ground.desk, made).number == expected


def test_an_unknown_customer_is_gone_not_a_crash(ground: Ground, customers: Customers) -> None:
    for act in ("detail", "form", "change", "reveal phone", "reveal contact"):
        with pytest.raises(RecordGone):
            MAY[act][0](customers, ground.owner, "0" * 32)


def test_worker_threads_can_share_the_service(ground: Ground, customers: Customers) -> None:
    def work(number: int) -> int:
        customers.add(ground.desk, customer(name=PersonName(f"柳川{number}")))
        return customers.search(ground.desk, "柳川").hits

    with ThreadPoolExecutor(6) as pool:
        hits = list(pool.map(work, range(24)))
    assert max(hits) == 24
    assert customers.search(ground.desk, "柳川").total == 24


def test_postal_codes_give_their_towns_in_any_writing(customers: Customers) -> None:
    (town,) = customers.postal_lookup("〒４６０－０００８")
    assert (town.prefecture, town.city, town.town) == ("愛知県", "名古屋市中区", "栄")
    assert len(customers.postal_lookup("4520961")) > 10
    assert {place.city for place in customers.postal_lookup("498-0000")} == {"弥富市", "桑名郡木曽岬町"}
    assert customers.postal_lookup("0000000") == customers.postal_lookup("460") == ()


def test_typing_the_family_names_kana_leaves_the_rest_to_the_given_name(ground: Ground) -> None:
    customers = Customers(ground.workplace)
    added = customers.add(ground.desk, customer(name=PersonName("堀米", "健", "", "ホリゴメケン")))
    customers.change(ground.desk, added, 1, {"name": {"family_kana": "ホリゴメ"}})
    assert customers.detail(ground.desk, added).kana.text == "ホリゴメ ●●"
    assert customers.reveal(ground.desk, added, CustomerField.KANA, RevealReason.CALL) == "ホリゴメ ケン"


MOVED = {"building": "グランメゾン唐山705"}


def test_sites_at_the_former_address_are_named_by_a_change_of_it(
    ground: Ground, customers: Customers, made: str
) -> None:
    jobs = Jobs(ground.workplace)
    former = customer().address
    alike = jobs.add_site(ground.desk, made, SiteRecord(replace(former, street="３－８－２１")))
    jobs.add_site(ground.desk, made, SiteRecord(replace(former, building="別館")))
    first = jobs.sites(ground.desk, made)[0].site
    left = customers.change(ground.desk, made, 1, {"address": MOVED, "note": "別紙"})
    assert {site.site for site in left} == {first, alike}
    assert not [hidden for hidden in (former.street, former.building) if hidden in repr(left)]
    assert customers.change(ground.desk, made, 2, {"note": "別"}) == ()
    assert customers.change(ground.desk, made, 3, {"address": {"building": "別館"}}) == ()


def test_an_address_written_another_way_leaves_no_site_behind(
    ground: Ground, customers: Customers, made: str
) -> None:
    written = {"street": "３－８－２１"}
    assert customers.change(ground.desk, made, 1, {"address": written}) == ()
