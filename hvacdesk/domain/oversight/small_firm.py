"""Whether the office may use the relief for small firms 中小規模事業者 in the guideline's safeguards."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.text.wording import Phrase, phrase

MOST_PEOPLE = 5000
RELIEF_SOURCE = "個人情報保護法ガイドライン（通則編）10（別添）講ずべき安全管理措置の内容「中小規模事業者」"
RELIEF_AS_OF = "2026-11"


class ReliefLost(StrEnum):
    """Why the relief does not hold."""

    ENTRUSTED = "entrusted"
    TOO_MANY_PEOPLE = "too_many_people"


RELIEF_LOST_TEXTS: dict[ReliefLost, Phrase] = {
    ReliefLost.ENTRUSTED: phrase(
        "Partners",
        "Client contractors entrust us with personal data, so the relief for small firms lapses. "
        "The guidelines' full measures are needed: keep rules and training up to date under “Rules”, and "
        "review access rights and the log under “Safeguards”.",
    ),
    ReliefLost.TOO_MANY_PEOPLE: phrase(
        "Partners",
        "The office holds data of more than 5,000 people, so the relief for small firms lapses. "
        "The guidelines' full measures are needed: keep rules and training up to date under “Rules”, and "
        "review access rights and the log under “Safeguards”.",
    ),
}

RELIEF_HOLDS = phrase(
    "Partners",
    "As far as this program sees, the relief for small firms holds: nobody entrusts us, not more than 5,000 "
    "people are registered. It also needs 100 employees at most.",
)


@dataclass(frozen=True)
class Relief:
    """What speaks for and against the relief.

    Attributes:
        people: how many people the office holds data of.
        clients: how many firms entrust it.
    """

    people: int
    clients: int

    @property
    def lost(self) -> tuple[ReliefLost, ...]:
        """Every reason against it."""
        reasons = []
        if self.clients:
            reasons.append(ReliefLost.ENTRUSTED)
        if self.people > MOST_PEOPLE:
            reasons.append(ReliefLost.TOO_MANY_PEOPLE)
        return tuple(reasons)
