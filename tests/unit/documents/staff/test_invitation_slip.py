"""The slip for the first login: whom it is for, how to begin, and what becomes of it; on one page."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from hvacdesk.documents.staff.invitation_slip import SlipFacts, draw_invitation_slip
from hvacdesk.domain.roles import PERMISSIONS, ROLE_ABOUT, Permission, Role
from hvacdesk.services.language import words_for
from tests.helpers.paper import read_text

ONE_TIME = "すずめ-かなづち-みずうみ-ろうそく-はやぶさ-こおり"


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(("code", "end"), [("ja", "シュレッダー"), ("en", "shredder")])
def test_it_says_all_that_a_new_person_needs(code: str, end: str) -> None:
    words = words_for(code)
    facts = SlipFacts("青空空調サービス", "髙﨑 優子", tuple(Role), "2026-11-24", ONE_TIME)
    pdf = draw_invitation_slip(facts, words)
    drawn = squeezed(read_text(pdf))
    for text in (facts.office, facts.name, ONE_TIME, end, *(words(one) for one in ROLE_ABOUT.values())):
        assert squeezed(text) in drawn
    reader = PdfReader(BytesIO(pdf))
    assert len(reader.pages) == 1
    assert facts.name not in str(reader.metadata)


@pytest.mark.parametrize(
    ("code", "said", "unsaid"), [("ja", "どのパソコンでも", "支払"), ("en", "at every PC", "payment")]
)
def test_it_says_where_and_nothing_of_what_the_person_never_sees(code: str, said: str, unsaid: str) -> None:
    for role in Role:
        facts = SlipFacts("青空空調サービス", "髙﨑 優子", (role,), "2026-11-24", ONE_TIME)
        drawn = squeezed(read_text(draw_invitation_slip(facts, words_for(code))))
        assert squeezed(said) in drawn
        sees = Permission.SEE_PAYMENT in PERMISSIONS[role]
        assert sees or unsaid not in drawn


def test_what_it_is_drawn_from_does_not_show_the_words() -> None:
    facts = SlipFacts("青空空調サービス", "髙﨑 優子", (Role.DESK,), "2026-11-24", ONE_TIME)
    assert ONE_TIME not in repr(facts)
