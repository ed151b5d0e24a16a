"""The nine items of a report to the commission 漏えい等報告書案, made from the facts: on paper, and as text.

The items are those of 個人情報保護法施行規則 第8条第1項. The program sends nothing: a person who has read
the text copies it into the commission's form.
"""

from __future__ import annotations

from collections import Counter

from hvacdesk.documents.incidents.drill_mark import drill_band
from hvacdesk.documents.kit.dates import as_of_text, calendar_day, day_with_era
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import listed, paragraph, section
from hvacdesk.documents.kit.letterhead import footer_lines, office_line
from hvacdesk.documents.kit.page import BODY, MUTED, Sheet
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.customers.field_names import FIELD_NAMES
from hvacdesk.domain.incidents.concerned import OUTCOME_NAMES, TOLD, Extent, Outcome
from hvacdesk.domain.incidents.incident_texts import (
    ITEM_TITLES,
    REPORT_TITLES,
    CommissionReport,
    IncidentPart,
)
from hvacdesk.domain.incidents.incidents import IncidentDetail
from hvacdesk.domain.incidents.leak_rules import KIND_NAMES, TRIGGER_NAMES, VERDICT_NAMES, LeakLaw
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.text.wording import Words, phrase

_KNOWN = phrase("Leak report", "Known since {day}.")
_HAPPENED = phrase("Documents", "It happened on {first}.")
_BETWEEN = phrase("Documents", "It happened between {first} and {last}.")
_PAPER = phrase("Documents", "Paper: {number}")
_NO_ITEMS = phrase("Documents", "Being looked into.")
_PEOPLE = phrase("Documents", "People: {count}")
_ALL = phrase("Documents", "People: {count} (everybody in the register)")
_UNTRACEABLE = phrase("Documents", "Cannot be traced. People known so far: {count}. At most: {most}.")
_NO_CAUSE = phrase("Documents", "Being looked into.")
_NO_DAMAGE = phrase("Documents", "None is known so far.")
_TOLD = phrase("Documents", "{outcome}: {count}")
_LEFT = phrase("Documents", "Not told yet: {count}")
_BEYOND = phrase("Documents", "Out of reach: {count}")
_PUBLISHED = phrase("Documents", "A notice was published on {day} for those who cannot be reached.")
_NOT_PUBLISHED = phrase("Documents", "Not published.")
_MEASURE = phrase("Documents", "・{text} (by {owner}, due {due})")
_MEASURE_DONE = phrase("Documents", "・{text} (by {owner}, done {done})")
_NO_PREVENTION = phrase("Documents", "Being decided.")
_CLIENT = phrase("Documents", "The data was entrusted by {client}; told on {day}.")
_CLIENT_OPEN = phrase("Documents", "The data was entrusted by {client}, who has not been told yet.")
_NOTHING = phrase("Leak report", "None.")
_REPORTER = phrase("Documents", "Reported by")
_INCIDENT = phrase("Leak report", "Incident {number}")
_KNOWN_ON = phrase("Leak report", "Known on")
_DUE = phrase("Documents", "Due")
_PROMPTLY = phrase("Documents", "promptly: {first} to {last} by the guideline")
_GROUNDS = phrase("Leak report", "Grounds")
_VERDICT = phrase("Leak report", "Duty to report")
_ITEM = phrase("Documents", "{number}. {title}")
_BASIS = phrase(
    "Documents",
    "Draft from the facts in the program. By {source}, as of {as_of}; have a professional confirm.",
)


def items_of(incident: IncidentDetail, report: CommissionReport, words: Words) -> tuple[str, ...]:
    """The nine texts: what was written by hand, else what the facts say."""
    made = (
        _outline(incident, words),
        "・".join(words(FIELD_NAMES[field]) for field in incident.fields) or words(_NO_ITEMS),
        _people(incident, words),
        incident.texts.get(IncidentPart.CAUSE) or words(_NO_CAUSE),
        incident.texts.get(IncidentPart.SECONDARY) or words(_NO_DAMAGE),
        _response(incident, words),
        _publication(incident, words),
        _prevention(incident, words),
        _other(incident, words),
    )
    return tuple(incident.edited.get((report, number), text) for number, text in enumerate(made, 1))


def report_text(incident: IncidentDetail, report: CommissionReport, words: Words) -> str:
    """The nine items one below the other, each under its title."""
    items = items_of(incident, report, words)
    parts = [
        f"{words(_ITEM).format(number=number, title=words(title))}\n{text}"
        for number, (title, text) in enumerate(zip(ITEM_TITLES, items, strict=True), 1)
    ]
    return "\n\n".join(parts)


def draw_report(
    incident: IncidentDetail,
    report: CommissionReport,
    law: LeakLaw,
    words: Words,
    letterhead: Letterhead,
    today: str,
) -> bytes:
    """The draft as a PDF."""
    sheet = Sheet(words, words(REPORT_TITLES[report]), today)
    setter = sheet.set
    say = setter.say
    number = say(_INCIDENT, number=incident.number)
    bands = [
        *drill_band(setter, drill=incident.drill),
        *head(
            setter, say(REPORT_TITLES[report]), [number, day_with_era(words, today), letterhead.facts.name]
        ),
        *_facts(setter, incident, report, letterhead),
    ]
    for count, (title, text) in enumerate(
        zip(ITEM_TITLES, items_of(incident, report, words), strict=True), 1
    ):
        bands.append(section(setter, say(_ITEM, number=count, title=say(title))))
        bands += paragraph(setter.wrap(text, BODY, 10), gap=2)
    source = law.sources["preliminary" if report is CommissionReport.PRELIMINARY else "final"]
    basis = say(_BASIS, source=source, as_of=as_of_text(setter.words, law.as_of))
    bands += paragraph(setter.wrap(basis, BODY, 8.5, grey=MUTED), gap=10)
    bands += paragraph(footer_lines(setter, letterhead), gap=6)
    return draw_single(sheet, bands, office_line(setter, letterhead))


def _facts(
    setter: Typesetter, incident: IncidentDetail, report: CommissionReport, letterhead: Letterhead
) -> list[Band]:
    say, words, days = setter.say, setter.words, incident.deadlines
    due = (
        say(
            _PROMPTLY,
            first=calendar_day(words, days.preliminary_from.isoformat()),
            last=calendar_day(words, days.preliminary_to.isoformat()),
        )
        if report is CommissionReport.PRELIMINARY
        else calendar_day(words, days.final.isoformat())
    )
    grounds = "・".join(say(TRIGGER_NAMES[one]) for one in incident.judgement.triggers)
    return listed(
        setter,
        [
            (say(_REPORTER), letterhead.facts.name),
            (say(_KNOWN_ON), calendar_day(words, incident.facts.known_on)),
            (say(_DUE), due),
            (say(_VERDICT), say(VERDICT_NAMES[incident.judgement.verdict])),
            (say(_GROUNDS), grounds or say(_NOTHING)),
        ],
    )


def _outline(incident: IncidentDetail, words: Words) -> str:
    facts = incident.facts
    lines = [words(KIND_NAMES[facts.kind]), words(_KNOWN).format(day=calendar_day(words, facts.known_on))]
    first, last = facts.happened_from, facts.happened_until
    if first and last and first != last:
        between = {"first": calendar_day(words, first), "last": calendar_day(words, last)}
        lines.append(words(_BETWEEN).format(**between))
    elif first or last:
        lines.append(words(_HAPPENED).format(first=calendar_day(words, first or last)))
    if incident.papers:
        lines.append(words(_PAPER).format(number=incident.paper_numbers))
    if incident.texts.get(IncidentPart.WHAT):
        lines.append(incident.texts[IncidentPart.WHAT])
    return "\n".join(lines)


def _people(incident: IncidentDetail, words: Words) -> str:
    pattern = {Extent.EVERYBODY: _ALL, Extent.UNTRACEABLE: _UNTRACEABLE}.get(incident.extent, _PEOPLE)
    return words(pattern).format(count=incident.people, most=incident.most)


def _response(incident: IncidentDetail, words: Words) -> str:
    counts = Counter(one.outcome for one in incident.concerned if one.told)
    lines = [
        words(_TOLD).format(outcome=words(OUTCOME_NAMES[outcome]), count=counts[outcome])
        for outcome in Outcome
        if outcome in TOLD and counts[outcome]
    ]
    beyond = len(incident.out_of_reach)
    if left := sum(not one.told for one in incident.concerned) - beyond:
        lines.append(words(_LEFT).format(count=left))
    if beyond:
        lines.append(words(_BEYOND).format(count=beyond))
    if incident.texts.get(IncidentPart.NO_NOTICE):
        lines.append(incident.texts[IncidentPart.NO_NOTICE])
    return "\n".join(lines) or words(_NOTHING)


def _publication(incident: IncidentDetail, words: Words) -> str:
    lines = [incident.texts.get(IncidentPart.PUBLICATION, "")]
    if incident.substitute_on:
        lines.append(words(_PUBLISHED).format(day=calendar_day(words, incident.substitute_on)))
    return "\n".join(filter(None, lines)) or words(_NOT_PUBLISHED)


def _prevention(incident: IncidentDetail, words: Words) -> str:
    lines = [incident.texts.get(IncidentPart.ACTIONS, "")]
    for one in incident.measures:
        pattern = _MEASURE_DONE if one.done_on else _MEASURE
        lines.append(
            words(pattern).format(
                text=one.text,
                owner=one.owner_name,
                due=calendar_day(words, one.due),
                done=calendar_day(words, one.done_on),
            )
        )
    return "\n".join(filter(None, lines)) or words(_NO_PREVENTION)


def _other(incident: IncidentDetail, words: Words) -> str:
    answers = incident.assessment
    lines = []
    if answers.client:
        pattern = _CLIENT if answers.client_told_on else _CLIENT_OPEN
        day = calendar_day(words, answers.client_told_on)
        lines.append(words(pattern).format(client=answers.client, day=day))
    lines.append(incident.texts.get(IncidentPart.OTHER, ""))
    return "\n".join(filter(None, lines)) or words(_NOTHING)
