"""Half-typed forms: each author's own, the newest counts, and no number that may not be kept."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from hvacdesk.domain.clock import stamp
from hvacdesk.domain.errors import InvalidInput, RecordGone, TooLong
from hvacdesk.domain.office.half_typed import SEALED, HalfTypedBefore, MovedElsewhere, SavedBefore, SavedForm
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.office.drafts import LONGEST_DRAFT, MOST_DRAFTS, Drafts
from hvacdesk.services.office.kept_values import TooMuchKept
from hvacdesk.services.office.saved_form import saving
from hvacdesk.services.office.settings import LONGEST_CHOICE, MOST_CHOICES, Settings
from hvacdesk.store.models import Draft, EndedForm
from hvacdesk.store.office import ended_forms
from hvacdesk.vault.errors import DiskFull
from tests.helpers.disposed import stored_line
from tests.helpers.ground import Ground

CARD, MY_NUMBER = "4111 1111 1111 1111", "123456789018"


@pytest.fixture
def drafts(ground: Ground) -> Drafts:
    return Drafts(ground.workplace)


def test_a_draft_stays_until_it_is_taken(ground: Ground, drafts: Drafts) -> None:
    drafts.keep(ground.desk, "customer", "new", {"note": "書きかけ", "phones": ["052-1"], "count": 2})
    kept = {"note": "書きかけ", "phones": ["052-1"], "count": 2}
    assert drafts.find(ground.desk, "customer", "new") == kept
    assert drafts.find(ground.desk, "customer", "new") == kept
    assert drafts.take(ground.desk, "customer", "new") == kept
    assert drafts.take(ground.desk, "customer", "new") is None
    assert drafts.find(ground.desk, "customer", "new") is None


def test_the_newest_of_a_form_counts_and_each_form_and_subject_has_its_own(
    ground: Ground, drafts: Drafts
) -> None:
    drafts.keep(ground.desk, "customer", "new", {"note": "一"})
    ground.clock.pass_time(minutes=1)
    drafts.keep(ground.desk, "job", "a" * 16, {"note": "仕事"})
    ground.clock.pass_time(minutes=1)
    drafts.keep(ground.desk, "customer", "new", {"note": "二"})
    assert drafts.find(ground.desk, "customer", "new") == {"note": "二"}
    assert [(form, subject) for form, subject, _ in drafts.list(ground.desk)] == [
        ("customer", "new"),
        ("job", "a" * 16),
    ]
    drafts.drop(ground.desk, "customer", "new")
    assert [form for form, *_ in drafts.list(ground.desk)] == ["job"]


def test_nobody_finds_anothers_draft(ground: Ground, drafts: Drafts) -> None:
    drafts.keep(ground.desk, "customer", "new", {"note": "書きかけ"})
    assert drafts.find(ground.owner, "customer", "new") is None
    assert drafts.take(ground.owner, "customer", "new") is None
    drafts.drop(ground.owner, "customer", "new")
    assert drafts.list(ground.owner) == ()
    assert drafts.find(ground.desk, "customer", "new") == {"note": "書きかけ"}


def test_what_others_half_typed_is_told_of_a_whole_subject_alone(ground: Ground, drafts: Drafts) -> None:
    """By the beginning of one somebody could feel for records digit by digit."""
    subject = "0123456789abcdef" * 2
    drafts.keep(ground.desk, "seat", subject, {"note": "書きかけ"})
    drafts.keep(ground.desk, "seat", f"{subject}@5ea7000", {"note": "書きかけ"})
    drafts.keep(ground.owner, "seat", f"{subject}@5ea7001", {"note": "書きかけ"})
    assert drafts.of_others(ground.people[Role.ACCOUNTING], subject) == 2
    assert drafts.of_others(ground.desk, subject) == 1
    for length in range(len(subject)):
        assert not drafts.of_others(ground.people[Role.TECHNICIAN], subject[:length])


def test_a_number_hides_in_no_key_number_or_subject(ground: Ground, drafts: Drafts) -> None:
    card = int(CARD.replace(" ", ""))
    typed = {"yen": card, "fee": float(card), CARD: "x", "count": 3, "ok": True, "part": 0.5}
    assert drafts.keep(ground.desk, "payment", "", {"typed": typed}) == ("yen", "fee")
    found = drafts.find(ground.desk, "payment", "")
    assert found is not None
    assert found["typed"] == {"yen": "", "fee": "", "": "x", "count": 3, "ok": True, "part": 0.5}
    with pytest.raises(InvalidInput):
        drafts.keep(ground.desk, "payment", str(card), {"typed": {"note": "x"}})
    assert drafts.find(ground.desk, "payment", str(card)) is None


@pytest.mark.parametrize("number", [CARD, MY_NUMBER])
def test_a_number_that_may_not_be_kept_is_left_out_wherever_it_was_typed(
    ground: Ground, drafts: Drafts, number: str
) -> None:
    typed = {"note": number, "lines": [{"text": f"マイナンバー {number}"}, "残る"], "pair": ("残る", number)}
    lost = drafts.keep(ground.desk, "customer", "new", {"typed": {**typed, "name": "早川"}, "page": number})
    kept = {"note": "", "lines": [{"text": "マイナンバー …"}, "残る"], "pair": ["残る", ""], "name": "早川"}
    assert lost == ("note", "lines", "pair")
    assert drafts.find(ground.desk, "customer", "new") == {"typed": kept, "page": "", "left_out": [*lost]}
    assert drafts.keep(ground.desk, "customer", "new", {"typed": {"name": "早川"}}) == ()


def test_a_sealed_number_is_named_by_its_field(ground: Ground, drafts: Drafts) -> None:
    assert drafts.keep(ground.desk, "customer", "new", {"typed": {SEALED: {"holder": CARD}}}) == ("holder",)


@pytest.mark.parametrize("odd", [{"on": date(2026, 1, 1)}, {"x": {1, 2}}, {"x": float("inf")}])
def test_what_json_does_not_know_is_refused(ground: Ground, drafts: Drafts, odd: dict[str, object]) -> None:
    with pytest.raises(InvalidInput):
        drafts.keep(ground.desk, "job", "", odd)
    with pytest.raises(InvalidInput):
        Settings(ground.workplace).set_personal(ground.desk, "look", odd)


def test_a_draft_has_an_end(ground: Ground, drafts: Drafts) -> None:
    for form, subject, payload in (
        ("x" * 201, "", {}),
        ("job", "x" * 201, {}),
        ("job", "", {"x": "あ" * LONGEST_DRAFT}),
    ):
        with pytest.raises(TooLong):
            drafts.keep(ground.desk, form, subject, payload)
    assert drafts.list(ground.desk) == ()


def test_so_much_is_kept_for_one_person_and_no_more(ground: Ground, drafts: Drafts) -> None:
    long = {"note": "あ" * (LONGEST_DRAFT - 20)}
    for number in range(5):
        drafts.keep(ground.desk, "job", str(number), long)
    with pytest.raises(TooMuchKept):
        drafts.keep(ground.desk, "job", "5", long)
    drafts.keep(ground.desk, "job", "4", long)  # in place of the earlier one
    drafts.keep(ground.owner, "job", "5", long)
    drafts.drop(ground.desk, "job", "0")
    drafts.keep(ground.desk, "job", "5", long)
    for number in range(6, MOST_DRAFTS + 5):
        drafts.keep(ground.owner, "job", str(number), {})
    with pytest.raises(TooMuchKept):
        drafts.keep(ground.owner, "customer", "", {})


def test_so_many_choices_are_remembered_for_one_person(ground: Ground) -> None:
    settings = Settings(ground.workplace)
    for key, value in (("x" * 201, 1), ("look", "x" * LONGEST_CHOICE)):
        with pytest.raises(TooLong):
            settings.set_personal(ground.desk, key, value)
    for number in range(5):
        settings.set_personal(ground.desk, f"k{number}", "あ" * (LONGEST_CHOICE - 2))
    with pytest.raises(TooMuchKept):
        settings.set_personal(ground.desk, "k5", "x" * 100)
    settings.set_personal(ground.desk, "k4", "x")
    for number in range(5, MOST_CHOICES):
        settings.set_personal(ground.desk, f"k{number}", number)
    with pytest.raises(TooMuchKept):
        settings.set_personal(ground.desk, "one more", 1)
    settings.set_personal(ground.owner, "one more", 1)


def stored(ground: Ground) -> list[tuple[str, bytes | None]]:
    """What whoever opens the file reads of each draft."""
    with ground.workplace.reading() as session:
        return [(one.payload, one.sealed) for one in session.scalars(select(Draft))]


def test_what_was_typed_to_be_sealed_is_sealed_in_the_draft_too(ground: Ground, drafts: Drafts) -> None:
    payload = {"page": "customers", "typed": {"note": "残る", SEALED: {"account": "普通7654321"}}}
    drafts.keep(ground.owner, "customer", "new", payload)
    ((text, sealed),) = stored(ground)
    assert "7654321" not in text
    assert sealed is not None
    assert "7654321" not in sealed.decode("utf-8", "ignore")
    assert drafts.find(ground.owner, "customer", "new") == payload
    drafts.keep(ground.owner, "customer", "new", {**payload, "typed": {"note": "残る"}})
    assert [sealed for _text, sealed in stored(ground)] == [None]


def test_a_form_about_a_record_that_is_not_there_is_not_kept(ground: Ground, drafts: Drafts) -> None:
    known, unknown = ground.desk.account, "f" * 32
    for subject, arguments in ((unknown, {}), (f"new-{unknown}@5ea7000", {}), ("", {"job": unknown})):
        with pytest.raises(RecordGone):
            drafts.keep(ground.desk, "job", subject, {"arguments": {"of": known, **arguments}, "typed": {}})
    drafts.keep(ground.desk, "job", known, {"arguments": {"of": known}, "typed": {"serial": unknown}})


def test_without_the_payment_key_nothing_of_it_is_stored_or_read(ground: Ground, drafts: Drafts) -> None:
    payload = {"typed": {"note": "残る", SEALED: {"account": "普通7654321"}}}
    drafts.keep(ground.owner, "customer", "new", payload)
    ground.workplace.vault.key = None  # type: ignore[attr-defined]
    assert drafts.find(ground.owner, "customer", "new") == {"typed": {"note": "残る"}}
    drafts.keep(ground.owner, "customer", "new", payload)
    assert [sealed for _text, sealed in stored(ground)] == [None]
    assert "7654321" not in stored(ground)[0][0]


def test_what_was_moved_and_seen_to_takes_no_room(ground: Ground, drafts: Drafts) -> None:
    for number in range(MOST_DRAFTS):
        drafts.keep(ground.desk, "job", str(number), {})
        assert drafts.move(ground.desk, "job", str(number), f"{number}@5ea7000")
        drafts.drop(ground.desk, "job", f"{number}@5ea7000")
    assert drafts.list(ground.desk) == ()
    drafts.keep(ground.desk, "customer", "", {})


def test_a_form_is_begun_by_the_offices_clock(ground: Ground, drafts: Drafts) -> None:
    drafts.keep(ground.desk, "job", "new", {"note": "書きかけ"})
    ground.clock.pass_time(minutes=5)
    now = stamp(ground.workplace.now())
    assert drafts.begin(ground.desk, "job", "new") == (now, 0, {"note": "書きかけ"})
    assert drafts.begin(ground.owner, "job", "new") == (now, 0, None)
    before = stamp(ground.workplace.now() - timedelta(seconds=20))
    assert drafts.begin(ground.owner, "job", "new", 20.5)[0] in (
        before,
        stamp(ground.workplace.now() - timedelta(seconds=21)),
    )
    for odd in (-5.0, float("nan"), float("-inf")):
        assert drafts.begin(ground.owner, "job", "new", odd)[0] == now


CUSTOMER, NUMBER = "c" * 32, "C-000007"


def disposed(ground: Ground, at: str, keeps: str = "") -> None:
    """A disposal that was noted by whatever clock."""
    with ground.workplace.transaction() as session:
        session.add(stored_line(CUSTOMER, at, number=NUMBER, keeps=keeps))


def refuses(drafts: Drafts, actor: Actor, begun: str, ledger: int | None, text: str = NUMBER) -> bool:
    try:
        drafts.keep(actor, "call", "new", {"typed": {"t": text}, "begun": begun, "ledger": ledger})
    except RecordGone:
        return True
    return False


@pytest.mark.parametrize("hours", [-24, 24])
@pytest.mark.parametrize("keeps", ["", "name"])
def test_what_a_disposal_took_is_known_however_the_clock_was_set(
    ground: Ground, drafts: Drafts, hours: int, keeps: str
) -> None:
    begun, line, _found = drafts.begin(ground.desk, "call", "new")
    ground.clock.pass_time(hours=hours)
    disposed(ground, stamp(ground.workplace.now()), keeps)
    assert refuses(drafts, ground.desk, begun, line)
    assert refuses(drafts, ground.desk, begun, None) == (hours > 0), "an earlier version stored a stamp alone"
    begun, line, _found = drafts.begin(ground.desk, "call", "new", 0.0)
    ground.clock.pass_time(seconds=1)
    begun, line, _found = drafts.begin(ground.desk, "call", "new", 0.0)
    assert not refuses(drafts, ground.desk, begun, line)


def test_a_form_that_was_opened_before_a_disposal_and_begun_after_it(ground: Ground, drafts: Drafts) -> None:
    disposed(ground, "2027-01-01T00:00:00Z")  # by a clock that was ahead
    ground.clock.pass_time(seconds=10)
    disposed(ground, stamp(ground.workplace.now()))
    ground.clock.pass_time(seconds=10)
    assert [drafts.begin(ground.desk, "call", "new", passed)[1] for passed in (5.0, 15.0)] == [2, 1]


def test_nobody_is_told_by_a_refusal_what_was_destroyed(ground: Ground, drafts: Drafts) -> None:
    disposed(ground, stamp(ground.workplace.now()))
    for begun, ledger in (("", None), ("2020-01-01T00:00:00Z", None), ("", 0)):
        assert not refuses(drafts, ground.people[Role.TECHNICIAN], begun, ledger)
        assert refuses(drafts, ground.desk, begun, ledger)
        assert refuses(drafts, ground.people[Role.INSPECTOR], begun, ledger)


def test_only_what_was_moved_since_it_was_begun_was_moved(ground: Ground, drafts: Drafts) -> None:
    drafts.keep(ground.desk, "job", "new", {})
    assert drafts.move(ground.desk, "job", "new", "new@5ea7000")
    moved = stamp(ground.workplace.now())
    ground.clock.pass_time(seconds=1)
    later = stamp(ground.workplace.now())
    assert drafts.was_moved(ground.desk, "job", "new", ("a1",), moved)
    assert not drafts.was_moved(ground.desk, "job", "new", ("a1",), later)
    with pytest.raises(MovedElsewhere):
        drafts.keep(ground.desk, "job", "new", {"begun": moved}, True)
    drafts.keep(ground.desk, "job", "new", {"begun": later}, True)


@pytest.mark.parametrize("minutes", [-10, 10])
def test_what_was_moved_is_known_by_its_name_however_the_clock_was_set(
    ground: Ground, drafts: Drafts, minutes: int
) -> None:
    ground.clock.pass_time(minutes=10)
    begun = stamp(ground.workplace.now())
    drafts.keep(ground.desk, "job", "new", {**named("a1", "書きかけ"), "begun": begun})
    ground.clock.pass_time(minutes=minutes)
    assert drafts.move(ground.desk, "job", "new", "new@5ea7000")
    assert drafts.was_moved(ground.desk, "job", "new", ("a1",), begun)
    assert drafts.was_moved(ground.desk, "job", "new", ("b2", "a1"), begun)
    assert not drafts.was_moved(ground.desk, "job", "new", ("b2",), begun)
    for typed in (named("a1", "もっと"), named("b2", "もっと", instead="a1")):
        with pytest.raises(MovedElsewhere):
            drafts.keep(ground.desk, "job", "new", {**typed, "begun": begun}, True)
    assert drafts.list(ground.desk) == (("job", "new@5ea7000", begun),)
    drafts.keep(ground.desk, "job", "new", {**named("b2", "別の"), "begun": begun}, True)


def test_what_was_saved_where_it_was_taken_from_is_asked_about_where_it_went(
    ground: Ground, drafts: Drafts
) -> None:
    drafts.keep(ground.desk, "job", "new", named("a1", "書きかけ"))
    assert drafts.move(ground.desk, "job", "new", "new@5ea7000")
    here = ("job", "new@5ea7000", ("b2", "a1"))
    assert not drafts.was_moved(ground.desk, *here)
    save(ground, "a1")
    assert drafts.list(ground.desk) == (), "it would be offered as unfinished"
    for _typing_on_changes_nothing_of_that in range(2):
        with pytest.raises(SavedBefore):
            drafts.was_moved(ground.desk, *here)
        drafts.keep(ground.desk, "job", "new@5ea7000", named("b2", "もっと", instead="a1"), True)
    assert drafts.was_moved(ground.desk, "job", "new@5ea7000", ("c3", "b2")), "nor a further login"
    drafts.keep(ground.desk, "job", "new@0ther00", named("c3", "別の"))
    assert not drafts.was_moved(ground.desk, "job", "new@0ther00", ("c3",))


def save(ground: Ground, *names: str, attempt: str = "first", who: Actor | None = None) -> None:
    """A form is saved, in a transaction that changes nothing else."""
    form = SavedForm("job", "new", names, attempt)
    with saving(form, (who or ground.desk).account), ground.workplace.transaction():
        pass


def test_an_opening_is_saved_by_one_attempt(ground: Ground) -> None:
    save(ground, "a1")
    save(ground, "a1")  # a further call of the same save, or after a refusal
    ground.clock.pass_time(minutes=5)
    for names in (("a1",), ("b2", "a1")):
        with pytest.raises(SavedBefore) as told:
            save(ground, *names, attempt="second")
        assert "(2026-11-24 10:00)" in str(told.value)
    save(ground, "b2", attempt="second")
    save(ground, "a1", attempt="second", who=ground.owner)
    with pytest.raises(SavedBefore):
        save(ground, "a1", "b2", attempt="second")


def test_a_second_save_is_refused_before_anything_is_changed(ground: Ground) -> None:
    save(ground, "a1")
    form, begun = SavedForm("job", "new", ("a1",), "second"), []
    with (
        pytest.raises(SavedBefore),
        saving(form, ground.desk.account),
        ground.workplace.transaction() as session,
    ):
        begun.append(session)
    assert begun == [], "it would meet its own save as a change by somebody else"


def test_a_save_that_failed_ends_nothing(ground: Ground, drafts: Drafts) -> None:
    form = SavedForm("job", "new", ("a1",), "first")
    with pytest.raises(DiskFull), saving(form, ground.desk.account), ground.workplace.transaction():
        raise DiskFull
    save(ground, "a1", attempt="second")


def test_what_ended_is_known_to_whoever_opens_the_office_next(ground: Ground, drafts: Drafts) -> None:
    save(ground, "a1")
    drafts.drop(ground.desk, "job", "new", "", ("b2",))
    again = Drafts(ground.workplace)
    with pytest.raises(SavedBefore):
        again.keep(ground.desk, "job", "new", named("a1", "遅れて"))
    with pytest.raises(MovedElsewhere):
        again.keep(ground.desk, "job", "new", named("b2", "遅れて"))
    assert again.list(ground.desk) == ()


def test_the_rest_of_what_was_saved_in_part_is_kept_until_it_is_over(ground: Ground, drafts: Drafts) -> None:
    save(ground, "a1")
    rest = {**named("a1", "残り"), "attempt": "first"}
    drafts.keep(ground.desk, "job", "new", rest)
    assert not drafts.was_moved(ground.desk, "job", "new", ("a1",), "", "first")
    with pytest.raises(SavedBefore):
        drafts.keep(ground.desk, "job", "new", {**rest, "attempt": "second"})
    drafts.drop(ground.desk, "job", "new", "", ("a1",))
    with pytest.raises(SavedBefore):
        drafts.keep(ground.desk, "job", "new", rest)
    for attempt in ("first", ""):
        with pytest.raises(SavedBefore):
            save(ground, "a1", attempt=attempt)


def test_a_form_that_was_only_given_up_may_be_saved(ground: Ground, drafts: Drafts) -> None:
    """Its draft went elsewhere, and the person agreed to save it here."""
    drafts.drop(ground.desk, "job", "new", "", ("a1",))
    save(ground, "a1")


def test_so_many_of_what_ended_last_are_known(
    ground: Ground, drafts: Drafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ended_forms, "MOST", 3)
    for name in ("a1", "a2", "a3"):
        save(ground, name)
    drafts.drop(ground.desk, "job", "new", "", ("a4",))
    save(ground, "a1", attempt="second")
    with pytest.raises(SavedBefore):
        save(ground, "a3", attempt="second")
    with ground.workplace.reading() as session:
        assert session.scalar(select(func.count(EndedForm.id))) == 3


@pytest.mark.parametrize("odd", [("田中 次郎",), ("a" * 33,), tuple(f"a{number}" for number in range(9))])
def test_nothing_that_anybody_typed_is_noted_as_a_name(
    ground: Ground, drafts: Drafts, odd: tuple[str, ...]
) -> None:
    with pytest.raises(InvalidInput):
        drafts.drop(ground.desk, "job", "new", "", odd)
    with pytest.raises(InvalidInput):
        save(ground, *odd)
    with pytest.raises(InvalidInput):
        save(ground, "a1", attempt="田中")


def named(name: str, note: str, *, instead: str = "", edition: int = 1) -> dict[str, object]:
    return {"typed": {"note": note}, "name": name, "instead": instead, "edition": edition}


def test_what_another_opening_stored_is_neither_written_over_nor_deleted(
    ground: Ground, drafts: Drafts
) -> None:
    first = named("a" * 10, "前の")
    drafts.keep(ground.desk, "job", "new", first)
    with pytest.raises(HalfTypedBefore):
        drafts.keep(ground.desk, "job", "new", named("b" * 10, "別の"))
    drafts.drop(ground.desk, "job", "new", "", ("b" * 10,))
    assert drafts.find(ground.desk, "job", "new") == first
    going_on = named("c" * 10, "続き", instead="a" * 10)
    drafts.keep(ground.desk, "job", "new", going_on)
    assert drafts.find(ground.desk, "job", "new") == going_on
    drafts.drop(ground.desk, "job", "new", "", ("c" * 10, "a" * 10))
    assert drafts.find(ground.desk, "job", "new") is None


def test_what_an_earlier_version_stored_bears_no_other_name(ground: Ground, drafts: Drafts) -> None:
    drafts.keep(ground.desk, "job", "new", {"typed": {"note": "前の"}})
    drafts.keep(ground.desk, "job", "new", named("a" * 10, "続き"))
    drafts.keep(ground.desk, "call", "new", {"typed": {"note": "前の"}})
    drafts.drop(ground.desk, "call", "new", "", ("a" * 10,))
    assert [form for form, *_rest in drafts.list(ground.desk)] == ["job"]


def test_what_comes_after_a_newer_storing_or_after_the_end_is_not_stored(
    ground: Ground, drafts: Drafts
) -> None:
    newer = named("a" * 10, "新しい", edition=2)
    drafts.keep(ground.desk, "job", "new", newer)
    drafts.keep(ground.desk, "job", "new", named("a" * 10, "古い"))
    assert drafts.find(ground.desk, "job", "new") == newer
    drafts.drop(ground.desk, "job", "new", "", ("a" * 10,))
    with pytest.raises(MovedElsewhere):
        drafts.keep(ground.desk, "job", "new", named("a" * 10, "遅れて", edition=3))
    drafts.keep(ground.owner, "job", "new", named("a" * 10, "別の人の"))
    assert drafts.list(ground.desk) == ()


@pytest.mark.parametrize("names", [("a1",), ("b2", "a1")])
def test_a_draft_ends_in_the_transaction_that_saves_its_form(
    ground: Ground, drafts: Drafts, names: tuple[str, ...]
) -> None:
    drafts.keep(ground.desk, "job", "new", named("a1", "一"))
    drafts.keep(ground.owner, "job", "new", named("a1", "別の人の"))
    form = SavedForm("job", "new", names, "first")
    with pytest.raises(DiskFull), saving(form, ground.desk.account), ground.workplace.transaction():
        raise DiskFull
    with ground.workplace.transaction():
        pass
    others = SavedForm("job", "new", ("c3",), "x"), SavedForm("job", "other", ("d4",), "x"), None
    for other in others:
        with saving(other, ground.desk.account), ground.workplace.transaction():
            pass
    assert len(drafts.list(ground.desk)) == 1
    with saving(form, ground.desk.account), ground.workplace.transaction():
        pass
    assert drafts.list(ground.desk) == ()
    assert len(drafts.list(ground.owner)) == 1


def test_a_deletion_that_failed_ends_nothing(
    ground: Ground, drafts: Drafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_what: object) -> None:
        raise DiskFull

    drafts.keep(ground.desk, "job", "new", named("a" * 10, "一"))
    with monkeypatch.context() as patch:
        patch.setattr("hvacdesk.store.office.office.drop_draft", full)
        with pytest.raises(DiskFull):
            drafts.drop(ground.desk, "job", "new", "", ("a" * 10,))
    drafts.keep(ground.desk, "job", "new", named("a" * 10, "二", edition=2))
