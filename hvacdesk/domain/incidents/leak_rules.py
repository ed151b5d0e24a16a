"""Whether a leak has to be reported, and why: the law's four triggers, encryption, the client to tell first.

The law comes as data with its source and date (``resources/legal/leaks.toml``). "Possible" counts as much as
"certain" (個人情報保護法施行規則 第7条): what nobody can rule out is reported.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.dated_law import document_on
from hvacdesk.domain.text.wording import Phrase, phrase


class IncidentKind(StrEnum):
    """What happened."""

    LOST_PAPER = "lost_paper"
    STOLEN_PAPER = "stolen_paper"
    MIS_SENT = "mis_sent"
    STOLEN_PC = "stolen_pc"
    MISUSE = "misuse"
    WRONG_DISPOSAL = "wrong_disposal"
    LOST_KEY = "lost_key"
    MALWARE = "malware"
    OTHER = "other"


KIND_NAMES: dict[IncidentKind, Phrase] = {
    IncidentKind.LOST_PAPER: phrase("Incidents", "Paper lost"),
    IncidentKind.STOLEN_PAPER: phrase("Incidents", "Paper stolen, for example from a van"),
    IncidentKind.MIS_SENT: phrase("Incidents", "Sent or handed to the wrong person"),
    IncidentKind.STOLEN_PC: phrase("Incidents", "Computer or phone lost or stolen"),
    IncidentKind.MISUSE: phrase("Incidents", "Misused or taken out by somebody"),
    IncidentKind.WRONG_DISPOSAL: phrase("Incidents", "Destroyed by mistake"),
    IncidentKind.LOST_KEY: phrase("Incidents", "Key or recovery sheet lost"),
    IncidentKind.MALWARE: phrase("Incidents", "Malware or an intruder"),
    IncidentKind.OTHER: phrase("Incidents", "Something else"),
}

ENCRYPTABLE = frozenset({IncidentKind.STOLEN_PC, IncidentKind.MALWARE, IncidentKind.MIS_SENT})
"""Kinds in which encryption can matter; paper is never encrypted."""

LOSES_PAPERS = frozenset({IncidentKind.LOST_PAPER, IncidentKind.STOLEN_PAPER, IncidentKind.STOLEN_PC})
"""Kinds in which the papers named are lost themselves, as with a bag; the register then says so."""

LOSSES = frozenset({IncidentKind.WRONG_DISPOSAL, IncidentKind.LOST_KEY})
"""Kinds that are a loss 滅失・毀損, which it is not while the same data survives elsewhere.

Where somebody may have read what was lost, it is a leak 漏えい too, and what survives does not matter.
"""


class Trigger(StrEnum):
    """One of the four grounds on which a leak is reported."""

    SENSITIVE = "sensitive"
    FINANCIAL = "financial"
    IMPROPER = "improper"
    MANY = "many"


TRIGGER_NAMES: dict[Trigger, Phrase] = {
    Trigger.SENSITIVE: phrase("Incidents", "Sensitive data (illness, disability, crime …)"),
    Trigger.FINANCIAL: phrase("Incidents", "Financial damage is possible"),
    Trigger.IMPROPER: phrase("Incidents", "An improper purpose is possible (theft, intrusion, taken out)"),
    Trigger.MANY: phrase("Incidents", "More than 1,000 people"),
}

ANSWERED = (Trigger.SENSITIVE, Trigger.FINANCIAL, Trigger.IMPROPER)
"""Triggers that a person answers; the number of people is counted."""


class Answer(StrEnum):
    """An answer of which *not known* is an honest one."""

    UNKNOWN = "unknown"
    YES = "yes"
    NO = "no"


ANSWER_NAMES: dict[Answer, Phrase] = {
    Answer.UNKNOWN: phrase("Incidents", "Not known"),
    Answer.YES: phrase("Incidents", "Yes"),
    Answer.NO: phrase("Incidents", "No"),
}


class Shield(StrEnum):
    """What encryption is worth here."""

    NONE = "none"
    EXEMPT = "exempt"
    UNCLEAR = "unclear"
    NOT_EXEMPT = "not_exempt"


SHIELD_WORDS: dict[Shield, Phrase] = {
    Shield.NONE: phrase("Incidents", "Encryption plays no part in this kind of incident."),
    Shield.EXEMPT: phrase(
        "Incidents",
        "Encrypted, and the key was apart and protected: no leak that has to be reported. Keep the proof.",
    ),
    Shield.UNCLEAR: phrase(
        "Incidents",
        "Unclear: it cannot be ruled out that somebody got at the key or found the screen unlocked. Treat it "
        "as reportable, or ask the commission.",
    ),
    Shield.NOT_EXEMPT: phrase(
        "Incidents", "No exemption: the data was not encrypted, or the key went with it."
    ),
}


@dataclass(frozen=True)
class Encryption:
    """What is known of the encryption.

    Attributes:
        encrypted: whether the data was on the medium in encrypted form only.
        key_apart: whether key, passphrase and recovery sheet were kept somewhere else.
        key_protected: whether the computer was off or locked, and nobody else knew the passphrase.
    """

    encrypted: Answer = Answer.UNKNOWN
    key_apart: Answer = Answer.UNKNOWN
    key_protected: Answer = Answer.UNKNOWN


def shield(kind: IncidentKind, known: Encryption) -> Shield:
    """What the encryption is worth. A computer that was not locked makes it unclear, never exempt."""
    if kind not in ENCRYPTABLE:
        return Shield.NONE
    if Answer.NO in (known.encrypted, known.key_apart):
        return Shield.NOT_EXEMPT
    answers = {known.encrypted, known.key_apart, known.key_protected}
    return Shield.EXEMPT if answers == {Answer.YES} else Shield.UNCLEAR


class LeakVerdict(StrEnum):
    """What follows."""

    UNDECIDED = "undecided"
    REPORT = "report"
    CLIENT = "client"
    EXEMPT = "exempt"
    SURVIVES = "survives"
    NO_REPORT = "no_report"

    @property
    def reported(self) -> bool:
        """Whether the commission gets both reports from this office."""
        return self is LeakVerdict.REPORT


VERDICT_NAMES: dict[LeakVerdict, Phrase] = {
    LeakVerdict.UNDECIDED: phrase("Incidents", "Not decided"),
    LeakVerdict.REPORT: phrase("Incidents", "To be reported"),
    LeakVerdict.CLIENT: phrase("Incidents", "Reported through the client"),
    LeakVerdict.EXEMPT: phrase("Incidents", "Exempt by encryption"),
    LeakVerdict.SURVIVES: phrase("Incidents", "No loss: the data survives"),
    LeakVerdict.NO_REPORT: phrase("Incidents", "Need not be reported"),
}

VERDICT_WORDS: dict[LeakVerdict, Phrase] = {
    LeakVerdict.UNDECIDED: phrase(
        "Incidents", "Answer the questions: the deadlines run from the day of knowing."
    ),
    LeakVerdict.REPORT: phrase(
        "Incidents", "Has to be reported to the commission, twice, and the people told."
    ),
    LeakVerdict.CLIENT: phrase(
        "Incidents",
        "The data was entrusted by a client, who was told: the client reports and tells the people. Agree "
        "with the client before you write to them yourself.",
    ),
    LeakVerdict.EXEMPT: phrase("Incidents", "Need not be reported, because the data was encrypted."),
    LeakVerdict.SURVIVES: phrase(
        "Incidents",
        "Need not be reported: nobody can have read what went, and the same data is still there elsewhere.",
    ),
    LeakVerdict.NO_REPORT: phrase(
        "Incidents",
        "None of the four triggers: no duty to report. Tell the people all the same (office rule 6).",
    ),
}


@dataclass(frozen=True)
class LeakLaw:
    """The law as data.

    Attributes:
        triggers: the source of each trigger.
        above: the number of people above which ``MANY`` holds.
        preliminary: first and last day of the guideline's "promptly".
        final, final_improper: the day on which the final report is due.
        first_day: how the day of knowing is counted.
        sources: of the other rules, by the name of their part.
    """

    as_of: str
    triggers: Mapping[Trigger, str]
    above: int
    preliminary: tuple[int, int]
    final: int
    final_improper: int
    first_day: int
    sources: Mapping[str, str] = field(default_factory=dict)


def parse_leak_law(text: str, on: date) -> LeakLaw:
    """The law as it holds on a day. Raises :class:`ValueError` or :class:`KeyError` for an unknown form."""
    data = document_on(text, on)
    if data["format"] != 1:
        raise ValueError("unknown format of the rules on leaks")
    triggers = {Trigger(one["code"]): one for one in data["trigger"]}
    if set(triggers) != set(Trigger):
        raise ValueError("a trigger is missing")
    parts = ("preliminary", "final", "counting", "encryption", "survives", "number", "client", "persons")
    return LeakLaw(
        as_of=data["as_of"],
        triggers={code: one["source"] for code, one in triggers.items()},
        above=triggers[Trigger.MANY]["above"],
        preliminary=(data["preliminary"]["from_day"], data["preliminary"]["to_day"]),
        final=data["final"]["days"],
        final_improper=data["final"]["improper_days"],
        first_day=data["counting"]["first_day"],
        sources={part: data[part]["source"] for part in parts},
    )


@dataclass(frozen=True)
class Assessment:
    """What the person responsible answered.

    Attributes:
        triggers: the answer to each trigger that a person answers.
        survives: whether the same data is still there elsewhere, for a loss.
        unreadable: whether nobody can have read what was lost, for a loss: shredded, dissolved, burnt.
        at_most: how many people it can be at the most, where nobody can trace them; None where that is not
            known either.
        client: the firm that entrusted the data, or empty.
        client_told_on: ISO date, or empty.
        told: the days on which client contractors were told, ISO, by :func:`firm_key`.
    """

    triggers: Mapping[Trigger, Answer] = field(default_factory=dict)
    encryption: Encryption = field(default_factory=Encryption)
    survives: Answer = Answer.UNKNOWN
    client: str = ""
    client_told_on: str = ""
    unreadable: Answer = Answer.UNKNOWN
    at_most: int | None = None
    told: Mapping[str, str] = field(default_factory=dict)

    @property
    def client_knows(self) -> bool:
        """Whether the client that entrusted the data was told: its duties begin, this office's end."""
        return bool(self.client and self.client_told_on)

    def most(self, people: int, registered: int) -> int:
        """How many people it can be at the most, where nobody can trace them.

        Source: ガイドライン（通則編）3-5-3-1: where the number cannot be determined, the greatest counts.

        Args:
            people: those on the list.
            registered: every customer there is.
        """
        return max(people, registered if self.at_most is None else self.at_most)

    def answer(self, trigger: Trigger) -> Answer | None:
        """The answer, None while there is none."""
        return self.triggers.get(trigger)


@dataclass(frozen=True)
class Judgement:
    """What follows, and why.

    Attributes:
        triggers: those that hold or cannot be ruled out.
        unanswered: those that nobody has answered yet.
        improper: whether the longer deadline applies.
    """

    verdict: LeakVerdict
    triggers: tuple[Trigger, ...] = ()
    unanswered: tuple[Trigger, ...] = ()
    shield: Shield = Shield.NONE

    @property
    def improper(self) -> bool:
        return Trigger.IMPROPER in self.triggers


def judge(
    kind: IncidentKind, answers: Assessment, people: int, law: LeakLaw, *, own: bool = False
) -> Judgement:
    """Whether a leak has to be reported. *Not known* counts as possible.

    Args:
        people: how many it concerns; where that is not known, the greatest number that is possible.
        own: whether it concerns customers too whose data no client entrusted: telling the client is not
            enough for them.
    """
    held = [one for one in ANSWERED if answers.answer(one) in (Answer.YES, Answer.UNKNOWN)]
    if people > law.above:
        held.append(Trigger.MANY)
    unanswered = tuple(one for one in ANSWERED if answers.answer(one) is None)
    worth = shield(kind, answers.encryption)
    through_client = answers.client_knows and not own
    verdict = _verdict(kind, answers, held, unanswered, worth, through_client=through_client)
    return Judgement(verdict, tuple(held), unanswered, worth)


def _verdict(
    kind: IncidentKind,
    answers: Assessment,
    held: Collection[Trigger],
    unanswered: Collection[Trigger],
    worth: Shield,
    *,
    through_client: bool,
) -> LeakVerdict:
    if worth is Shield.EXEMPT:
        return LeakVerdict.EXEMPT
    if kind in LOSSES and answers.survives is answers.unreadable is Answer.YES:
        return LeakVerdict.SURVIVES
    if held:
        return LeakVerdict.CLIENT if through_client else LeakVerdict.REPORT
    return LeakVerdict.UNDECIDED if unanswered else LeakVerdict.NO_REPORT


_SUGGESTS_IMPROPER = frozenset(
    {IncidentKind.STOLEN_PAPER, IncidentKind.STOLEN_PC, IncidentKind.MISUSE, IncidentKind.MALWARE}
)


def likely_triggers(kind: IncidentKind, fields: Collection[CustomerField]) -> frozenset[Trigger]:
    """Which triggers to think of for this kind and these fields; the person responsible decides.

    Theft, intrusion and taking out are the guideline's examples of an improper purpose (通則編 3-5-3-1). Bank
    details and keys are what money or a break-in can follow from.
    """
    found = set()
    if kind in _SUGGESTS_IMPROPER:
        found.add(Trigger.IMPROPER)
    if {CustomerField.PAYMENT, CustomerField.LOCK_CODE} & set(fields):
        found.add(Trigger.FINANCIAL)
    return frozenset(found)
