"""Whole numbers, addresses and names in any writing; a caller check that tells and never shows."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from sqlalchemy import text, update

from hvacdesk.domain.calls.caller_check import LastFourMissing, NameMissing
from hvacdesk.domain.customers.customers import Address, PersonName, Phone, PhoneKind
from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.jobs.jobs import JobRecord, Party, WorkKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.exact_tries import FREE_TRIES, TooManyExactSearches
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.store.customers.refolding import refold
from hvacdesk.store.models import CustomerFinding
from tests.helpers.ground import Ground
from tests.helpers.people import customer, organisation


@pytest.fixture
def customers(ground: Ground) -> Customers:
    return Customers(ground.workplace)


def found(customers: Customers, actor: Actor, text: str) -> list[str]:
    return [row.customer for row in customers.search(actor, text).rows]


def exact_entries(ground: Ground) -> list[dict[str, object]]:
    entries = AuditLog(ground.workplace).entries(ground.owner, action=Action.EXACT_SEARCH)
    return [entry.details for entry in reversed(entries)]


WHOLE_ADDRESSES = [
    "唐山町3-8-21", "千種区唐山町3-8-21", "愛知県名古屋市千種区唐山町３丁目８番２１号",
    "名古屋市千種区唐山町三丁目8番地21", "唐山町3ー8ー21", "唐山町3‐8−21",
]  # fmt: skip
PARTS_OF_ADDRESSES = [
    "唐山町3-8",
    "3-8-21",
    "唐山町8-21",
    "豊田市唐山町3-8-21",
    "唐山町3-8-2",
    "唐山町3-8-211",
]


class TestAddress:
    @pytest.mark.parametrize("typed", WHOLE_ADDRESSES)
    def test_the_whole_address_in_any_writing_finds_and_is_logged(
        self, ground: Ground, customers: Customers, typed: str
    ) -> None:
        made = customers.add(ground.desk, customer())
        assert found(customers, ground.desk, typed) == [made]
        assert exact_entries(ground) == [{"field": "address", "hits": 1, "tries": 1}]

    @pytest.mark.parametrize("typed", PARTS_OF_ADDRESSES)
    def test_part_of_it_or_another_city_finds_nothing(
        self, ground: Ground, customers: Customers, typed: str
    ) -> None:
        customers.add(ground.desk, customer())
        assert found(customers, ground.desk, typed) == []

    def test_it_follows_a_change(self, ground: Ground, customers: Customers) -> None:
        made = customers.add(ground.desk, customer())
        customers.change(ground.desk, made, 1, {"address": {"street": "9-9"}})
        assert found(customers, ground.desk, "唐山町3-8-21") == []
        assert found(customers, ground.desk, "唐山町9-9") == [made]

    def test_without_a_street_nothing_is_hidden_and_nothing_counted(
        self, ground: Ground, customers: Customers
    ) -> None:
        made = customers.add(ground.desk, customer(address=Address(city="豊田市", town="西町")))
        assert found(customers, ground.desk, "豊田市西町") == [made]
        assert exact_entries(ground) == []


PHONES = [
    "052-781-4649", "０５２－７８１－４６４９", "052ー781ー4649", "052‐781–4649", "(052)781-4649",
    "+81 52 781 4649", "+81(0)52-781-4649", "0081-52-781-4649", "℡052.781.4649", "527814649",
]  # fmt: skip


@pytest.mark.parametrize("typed", PHONES)
def test_a_whole_number_in_any_writing(ground: Ground, customers: Customers, typed: str) -> None:
    made = customers.add(ground.desk, customer())
    assert found(customers, ground.desk, typed) == [made]
    assert exact_entries(ground) == [{"field": "phone", "hits": 1, "tries": 1}]


def test_digits_are_never_tried_as_a_name(ground: Ground, customers: Customers) -> None:
    for last in range(FREE_TRIES + 5):
        assert found(customers, ground.desk, f"たなか {last:04d}") == []
    assert exact_entries(ground) == []


class TestPutTogether:
    """A text in single characters is found among everybody's shown parts, and is looked up as a whole too."""

    @pytest.fixture(autouse=True)
    def somebody_with_every_scrap(self, ground: Ground, customers: Customers) -> None:
        phones = tuple(Phone(PhoneKind.WORK, f"052-781-{last}") for last in (1234, 5678, 5690))
        firm = organisation("青葉商店")
        kana = "アオバショウテンタナカミサオカラキ"
        customers.add(ground.desk, replace(firm, organisation_kana=kana, phones=phones))
        customers.add(ground.desk, customer(name=PersonName("田中", "緒", "タナカ", "ハジメ")))

    @pytest.mark.parametrize(
        ("field", "tried"),
        [
            ("phone", [" ".join(f"0908765{last:04d}") for last in range(5600, 5660)]),
            ("name", [f"タ ナ カ {' '.join(given)}" for given in permutations("ミサオカラ", 3)]),
            ("name", [f"タナカ {' '.join(given)}" for given in permutations("ミサオカラ", 3)]),
        ],
    )
    def test_it_is_counted_and_slowed_like_the_whole(
        self, ground: Ground, customers: Customers, field: str, tried: list[str]
    ) -> None:
        looked_up = 0
        for text_tried in tried:
            try:
                customers.search(ground.desk, text_tried)
            except TooManyExactSearches:
                continue
            looked_up += 1
        assert looked_up <= FREE_TRIES
        counted = {"field": field, "hits": 0, "tries": 10}
        assert exact_entries(ground) == [counted, counted, {"field": field, "hits": 0, "tries": 0}]

    @pytest.mark.parametrize(
        "texts",
        [
            ("柳川 唐山町", "柳川 名古屋市"), ("やながわ 唐山", "やながわ 千種区"),
            ("千種区 唐山町", "愛知県 千種区"),
            ("柳川 唐", "やながわ 唐"), ("林 唐山町", "林 千種区"), ("りん 唐山", "りん 名古屋"),
            ("柳", "やな"), ("やなが", "やながわ"), ("青葉", "あおばしよ"), ("田中", "たなか"),
        ],
    )  # fmt: skip
    def test_ordinary_typing_is_free(
        self, ground: Ground, customers: Customers, texts: tuple[str, str]
    ) -> None:
        customers.add(ground.desk, customer())
        customers.add(ground.desk, customer(name=PersonName("林", "保", "リン", "タモツ"), phones=()))
        for _ in range(FREE_TRIES):
            assert [customers.search(ground.desk, one).hits > 0 for one in texts] == [True, True]
        assert exact_entries(ground) == []
        assert customers.search(ground.desk, "林保").hits == 1, "nobody has to wait"

    def test_a_job_number_is_free(self, ground: Ground, customers: Customers) -> None:
        jobs = Jobs(ground.workplace)
        made = customers.add(ground.desk, customer(), with_site=True)
        site = jobs.sites(ground.desk, made)[0].site
        for _ in range(FREE_TRIES + 5):
            jobs.add(ground.desk, JobRecord(site, WorkKind.REPAIR, {Party.REQUESTER: made}))
        for number in range(1, FREE_TRIES + 5):
            assert found(customers, ground.desk, f"2026{number:06d}") == [made]
        assert exact_entries(ground) == []


def test_the_whole_name_comes_first_then_its_beginnings_then_the_rest(
    ground: Ground, customers: Customers
) -> None:
    def add(family: str) -> str:
        ground.clock.pass_time(minutes=1)
        return customers.add(ground.desk, customer(name=PersonName(family, "健"), phones=()))

    whole, begins, holds = add("田中"), add("田中山"), add("山田中")
    assert found(customers, ground.desk, "田中") == [whole, begins, holds]


def test_the_typed_customer_number_comes_first(ground: Ground, customers: Customers) -> None:
    first = customers.add(ground.desk, customer(phones=()))
    ground.clock.pass_time(minutes=1)
    other = customers.add(ground.desk, customer(phones=(Phone(PhoneKind.HOME, "052-781-0001"),)))
    assert found(customers, ground.desk, "1") == [first, other]
    assert found(customers, ground.desk, "c1") == [first]


class TestCallerCheck:
    @pytest.mark.parametrize(
        ("name", "last_four"),
        [
            ("ヤナガワ ミサオ", "4649"), ("やながわみさお", "4649"), ("yanagawa misao", "９９１１"),
            ("やながわ", "4649"), ("柳川", "4649"), ("栁川 美沙緒", "4649"),
        ],
    )  # fmt: skip
    def test_who_fits_is_told_masked_and_logged(
        self, ground: Ground, customers: Customers, name: str, last_four: str
    ) -> None:
        made = customers.add(ground.desk, customer())
        customers.add(ground.desk, customer(name=PersonName("柳川", "保", "ヤナガワ", "タモツ"), phones=()))
        check = customers.check_caller(ground.desk, name, last_four)
        assert check.hits == 1
        assert [(row.customer, row.name.text) for row in check.rows] == [(made, "柳川 ●●")]
        assert exact_entries(ground) == [{"field": "caller", "hits": 1, "tries": 1}]

    @pytest.mark.parametrize(
        ("name", "last_four"),
        [
            ("ヤナガワ ミサ", "4649"), ("ミサオ", "4649"), ("やな", "4649"), ("ヤナガワ ミサオ", "4648"),
            ("ヤナガワ ミサオ", "7814"), ("唐山町", "1111"), ("タナカ", "4649"),
        ],
    )  # fmt: skip
    def test_a_part_or_a_wrong_digit_is_no_match(
        self, ground: Ground, customers: Customers, name: str, last_four: str
    ) -> None:
        customers.add(ground.desk, customer())
        check = customers.check_caller(ground.desk, name, last_four)
        assert (check.rows, check.hits) == ((), 0)

    def test_several_who_fit_are_counted(self, ground: Ground, customers: Customers) -> None:
        for _ in range(7):
            customers.add(ground.desk, customer())
        check = customers.check_caller(ground.desk, "やながわ みさお", "4649")
        assert (len(check.rows), check.hits) == (5, 7)

    def test_a_firm_is_checked_by_its_name(self, ground: Ground, customers: Customers) -> None:
        made = customers.add(ground.desk, organisation("㈱尾張冷熱商会"))
        for name in ("尾張冷熱商会", "（株）尾張冷熱商会", "おわりれいねつ"):
            assert [row.customer for row in customers.check_caller(ground.desk, name, "4649").rows] == [made]

    def test_checks_are_slowed_like_every_exact_try(self, ground: Ground, customers: Customers) -> None:
        customers.add(ground.desk, customer())
        for last in range(FREE_TRIES):
            customers.check_caller(ground.desk, "やながわ みさお", f"{last:04d}")
        with pytest.raises(TooManyExactSearches):
            customers.check_caller(ground.desk, "やながわ みさお", "4649")
        with pytest.raises(TooManyExactSearches):
            customers.search(ground.desk, "052-781-4649")
        assert customers.check_caller(ground.owner, "やながわ みさお", "4649").hits == 1

    @pytest.mark.parametrize("last_four", ["", "464", "46499", "abcd"])
    def test_four_digits_are_needed(self, ground: Ground, customers: Customers, last_four: str) -> None:
        with pytest.raises(LastFourMissing) as refusal:
            customers.check_caller(ground.desk, "やながわ", last_four)
        assert refusal.value.field == "last_four"

    @pytest.mark.parametrize("name", ["", " ", "・", "　"])
    def test_a_name_is_needed(self, ground: Ground, customers: Customers, name: str) -> None:
        with pytest.raises(NameMissing):
            customers.check_caller(ground.desk, name, "4649")

    @pytest.mark.parametrize("role", [Role.TECHNICIAN, Role.INSPECTOR])
    def test_who_finds_no_customers_checks_none(
        self, ground: Ground, customers: Customers, role: Role
    ) -> None:
        with pytest.raises(NotPermitted):
            customers.check_caller(ground.people[role], "やながわ", "4649")


def test_what_an_older_program_folded_is_folded_anew(ground: Ground, customers: Customers) -> None:
    made = customers.add(ground.desk, organisation("㈱尾張冷熱商会"))
    store = ground.workplace.store
    with store.connection() as connection:
        columns = list(connection.execute(text("SELECT * FROM customer_findings")))
    with store.transaction() as session:
        session.execute(update(CustomerFinding).values(shown="old", whole_name="", whole_address=""))
    with store.connection() as connection, connection.begin():
        refold(connection)
    with store.connection() as connection:
        assert list(connection.execute(text("SELECT * FROM customer_findings"))) == columns
    ground.workplace.finding.drop()
    assert found(customers, ground.desk, "株式会社尾張") == [made]
