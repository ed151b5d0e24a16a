"""What the person who reported an incident may read of it later."""

from __future__ import annotations

from dataclasses import dataclass

from hvacdesk.domain.incidents.leak_rules import IncidentKind


@dataclass(frozen=True)
class OwnReport:
    """What the person who reported an incident sees of it later: what they said themselves, and its papers.

    Attributes:
        text: as they wrote it; empty once the person responsible has reworded it or a customer was named.
        papers: the numbers of the papers that it is about.
        open: whether papers can still be added.
    """

    incident: str
    number: str
    kind: IncidentKind
    reported_at: str
    text: str = ""
    papers: tuple[str, ...] = ()
    open: bool = True
