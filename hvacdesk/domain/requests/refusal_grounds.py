"""On which grounds a request may be refused: data, each with its law, where it was read and as of when.

Read from lawyers' and public offices' pages, not from the statute site: have a professional confirm them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hvacdesk.domain.requests.requests import RequestKind
from hvacdesk.domain.text.wording import Phrase, phrase

_EVERY = frozenset(RequestKind)
_AS_OF = "2026-11"
KEPT_BY_LAW = "kept_by_law"
"""The ground that lasts: the erasure stays asked for until no law keeps anything."""

_GUIDE = "個人情報保護委員会ガイドライン（通則編）3-8"


@dataclass(frozen=True)
class RefusalGround:
    """One ground.

    Attributes:
        code: what records store.
        kinds: the requests it may be used against.
        law: the article, as the answer letter prints it.
        laws: the article where the request of a kind has one of its own.
    """

    code: str
    text: Phrase
    kinds: frozenset[RequestKind]
    law: str
    laws: Mapping[RequestKind, str] = field(default_factory=dict)
    source: str = _GUIDE
    as_of: str = _AS_OF

    def law_of(self, kind: RequestKind) -> str:
        """The article by which a request of a kind is refused on this ground."""
        return self.laws.get(kind, self.law)


_GROUNDS = (
    RefusalGround(
        "not_identified",
        phrase("Requests", "We could not confirm that you are the person concerned."),
        _EVERY,
        "個人情報保護法 第37条第1項",
    ),
    RefusalGround(
        "not_held",
        phrase("Requests", "We hold no personal data about you."),
        _EVERY,
        "個人情報保護法 第33条第3項",
        {
            RequestKind.PURPOSE: "個人情報保護法 第32条第3項",
            RequestKind.CORRECTION: "個人情報保護法 第34条第3項",
            RequestKind.SUSPENSION: "個人情報保護法 第35条第7項",
            RequestKind.ERASURE: "個人情報保護法 第35条第7項",
            RequestKind.PROVISION_STOP: "個人情報保護法 第35条第7項",
        },
    ),
    RefusalGround(
        "harms_rights",
        phrase("Requests", "It could harm life, body, property or other rights of you or somebody else."),
        frozenset({RequestKind.DISCLOSURE, RequestKind.PURPOSE}),
        "個人情報保護法 第33条第2項第1号",
        {RequestKind.PURPOSE: "個人情報保護法 第32条第2項第2号・第21条第4項第1号"},
    ),
    RefusalGround(
        "hinders_work",
        phrase("Requests", "It would seriously hinder our proper business."),
        frozenset({RequestKind.DISCLOSURE}),
        "個人情報保護法 第33条第2項第2号",
    ),
    RefusalGround(
        "other_law",
        phrase("Requests", "Another law forbids it or sets another procedure for it."),
        frozenset({RequestKind.DISCLOSURE, RequestKind.CORRECTION}),
        "個人情報保護法 第33条第2項第3号",
        {RequestKind.CORRECTION: "個人情報保護法 第34条第2項"},
    ),
    RefusalGround(
        "purpose_clear",
        phrase("Requests", "The purpose of use is already clear from what we make known."),
        frozenset({RequestKind.PURPOSE}),
        "個人情報保護法 第32条第2項第1号",
    ),
    RefusalGround(
        "data_correct",
        phrase("Requests", "We looked into it, and what we hold is correct."),
        frozenset({RequestKind.CORRECTION}),
        "個人情報保護法 第34条第2項",
    ),
    RefusalGround(
        "no_reason",
        phrase("Requests", "None of the reasons is given for which the law lets you ask for it."),
        frozenset({RequestKind.SUSPENSION, RequestKind.ERASURE, RequestKind.PROVISION_STOP}),
        "個人情報保護法 第35条第1項・第5項",
        {RequestKind.PROVISION_STOP: "個人情報保護法 第35条第3項・第5項"},
    ),
    RefusalGround(
        "alternative",
        phrase("Requests", "It would be very costly; your rights are protected by another measure instead."),
        frozenset({RequestKind.SUSPENSION, RequestKind.ERASURE, RequestKind.PROVISION_STOP}),
        "個人情報保護法 第35条第2項ただし書・第6項ただし書",
        {RequestKind.PROVISION_STOP: "個人情報保護法 第35条第4項ただし書・第6項ただし書"},
    ),
    RefusalGround(
        KEPT_BY_LAW,
        phrase("Requests", "A law obliges us to keep the records for a time that has not ended."),
        frozenset({RequestKind.ERASURE}),
        "個人情報保護法 第35条、各法の保存義務",
    ),
)

REFUSAL_GROUNDS: dict[str, RefusalGround] = {ground.code: ground for ground in _GROUNDS}


def grounds_for(kind: RequestKind) -> tuple[RefusalGround, ...]:
    """The grounds that may be used against a kind of request, in order."""
    return tuple(ground for ground in _GROUNDS if kind in ground.kinds)
