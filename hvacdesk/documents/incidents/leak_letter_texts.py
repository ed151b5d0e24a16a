"""What the letters of an incident say as long as nobody words it otherwise: made only from the facts.

Nothing that was written inside goes into them: not the report, not the cause, not the measures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from hvacdesk.domain.incidents.incident_texts import LETTER_PARTS, IncidentPart
from hvacdesk.domain.incidents.incidents import IncidentDetail, IncidentPaperDetail
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.papers.register import KIND_NAMES
from hvacdesk.domain.text.wording import Phrase, Words, phrase

_WHAT: dict[IncidentKind, Phrase] = {
    IncidentKind.LOST_PAPER: phrase(
        "Incident letters", "We lost papers that we use for our work and on which your data stands."
    ),
    IncidentKind.STOLEN_PAPER: phrase(
        "Incident letters",
        "Papers that we use for our work and on which your data stands were stolen from us.",
    ),
    IncidentKind.MIS_SENT: phrase(
        "Incident letters",
        "We sent or handed something with your data to somebody whom it was not meant for.",
    ),
    IncidentKind.STOLEN_PC: phrase(
        "Incident letters", "A device or a bag with your data was lost by us or stolen from us."
    ),
    IncidentKind.MISUSE: phrase(
        "Incident letters", "Your data was used or taken along in a way that it must not be used."
    ),
    IncidentKind.WRONG_DISPOSAL: phrase("Incident letters", "We destroyed records of your data by mistake."),
    IncidentKind.LOST_KEY: phrase(
        "Incident letters", "We lost a key to the records in which we keep your data."
    ),
    IncidentKind.MALWARE: phrase(
        "Incident letters", "Somebody may have intruded into the computer on which we keep your data."
    ),
    IncidentKind.OTHER: phrase(
        "Incident letters", "Somebody whom it was not meant for may have seen your data."
    ),
}
_PAPERS = phrase("Incident letters", "Papers: {papers}.")
_COUNTED = phrase("Incident letters", "{paper} × {count}")
_COMMA = phrase("Incident letters", ", ")
_LOOKING = phrase("Documents", "We are still looking into it and will report again.")
_NO_DAMAGE = phrase(
    "Documents",
    "We know of none so far. Please be careful with calls, letters and visits that you did not expect, and "
    "tell us about them.",
)
_MEASURES = phrase(
    "Incident letters",
    "We are doing everything to keep this from doing harm, and change how we work so that it does not happen "
    "again.",
)


def proposed_texts(incident: IncidentDetail, words: Words) -> Mapping[IncidentPart, str]:
    """The four texts of the letters, made only from the facts, in polite words for customers."""
    papers = _papers(incident.papers, words)
    what = "\n".join(filter(None, (words(_WHAT[incident.facts.kind]), papers)))
    texts = (what, words(_LOOKING), words(_NO_DAMAGE), words(_MEASURES))
    return dict(zip(LETTER_PARTS, texts, strict=True))


def letter_texts(incident: IncidentDetail, words: Words) -> Mapping[IncidentPart, str]:
    """The four texts of the letters: as the person responsible worded them, else as they are proposed."""
    return {part: incident.texts.get(part) or text for part, text in proposed_texts(incident, words).items()}


def _papers(papers: tuple[IncidentPaperDetail, ...], words: Words) -> str:
    """What kinds of papers, and how many of each; no numbers, which mean nothing to a customer."""
    names = (KIND_NAMES[one.kind] for one in papers)
    counted = [
        words(_COUNTED).format(paper=words(name), count=count) for name, count in Counter(names).items()
    ]
    return words(_PAPERS).format(papers=words(_COMMA).join(counted)) if counted else ""
