"""A refusal names the article of what was asked for."""

from __future__ import annotations

import pytest

from hvacdesk.domain.requests.refusal_grounds import REFUSAL_GROUNDS, grounds_for
from hvacdesk.domain.requests.requests import RequestKind

ANSWER_DUTY = {
    RequestKind.PURPOSE: "第32条第3項",
    RequestKind.DISCLOSURE: "第33条第3項",
    RequestKind.CORRECTION: "第34条第3項",
    RequestKind.SUSPENSION: "第35条第7項",
    RequestKind.ERASURE: "第35条第7項",
    RequestKind.PROVISION_STOP: "第35条第7項",
}
"""Which paragraph has the person told that nothing, or not all, is done (個人情報保護法)."""


@pytest.mark.parametrize("kind", RequestKind)
def test_who_is_not_known_is_told_by_the_article_of_what_was_asked(kind: RequestKind) -> None:
    assert REFUSAL_GROUNDS["not_held"].law_of(kind) == f"個人情報保護法 {ANSWER_DUTY[kind]}"


@pytest.mark.parametrize("kind", RequestKind)
def test_no_ground_cites_the_article_of_another_request(kind: RequestKind) -> None:
    own = ANSWER_DUTY[kind][:4]
    for ground in grounds_for(kind):
        assert ground.law_of(kind).removeprefix("個人情報保護法 ").startswith((own, "第37条第1項")), (
            ground.code
        )
