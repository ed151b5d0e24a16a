"""Half-typed forms: each author's own, the newest counts, and no number that may not be kept."""

from __future__ import annotations

import pytest

from hvacdesk.services.office.drafts import Drafts
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
    drafts.keep(ground.desk, "job", "a" * 32, {"note": "仕事"})
    ground.clock.pass_time(minutes=1)
    drafts.keep(ground.desk, "customer", "new", {"note": "二"})
    assert drafts.find(ground.desk, "customer", "new") == {"note": "二"}
    assert [(form, subject) for form, subject, _ in drafts.list(ground.desk)] == [
        ("customer", "new"),
        ("job", "a" * 32),
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


@pytest.mark.parametrize("number", [CARD, MY_NUMBER])
def test_a_number_that_may_not_be_kept_is_left_out_wherever_it_was_typed(
    ground: Ground, drafts: Drafts, number: str
) -> None:
    typed = {"note": number, "lines": [{"text": f"マイナンバー {number}"}, "残る"], "pair": ("残る", number)}
    drafts.keep(ground.desk, "customer", "new", typed)
    kept = {"note": "", "lines": [{"text": ""}, "残る"], "pair": ["残る", ""]}
    assert drafts.find(ground.desk, "customer", "new") == kept
