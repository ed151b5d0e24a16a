"""The record of an incident 事案の記録: what happened, whom it concerned (by number), what was done when."""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.documents.incidents.drill_mark import drill_band
from hvacdesk.documents.kit.dates import as_of_text, calendar_day, day_with_era, moment_with_era
from hvacdesk.documents.kit.flow import Band
from hvacdesk.documents.kit.form import Cell, listed, paragraph, row, section
from hvacdesk.documents.kit.letterhead import footer_lines, office_line, seal_band
from hvacdesk.documents.kit.page import BODY, LEFT, MUTED, RIGHT, Sheet
from hvacdesk.documents.kit.single import draw_single, head
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.customers.field_names import FIELD_NAMES
from hvacdesk.domain.incidents.concerned import (
    EXTENT_NAMES,
    FOUND_NAMES,
    LIST_REASON_NAMES,
    OUTCOME_NAMES,
    Concerned,
)
from hvacdesk.domain.incidents.incident_gaps import GAP_NAMES, Gap
from hvacdesk.domain.incidents.incident_steps import STEP_NAMES, Event, event_text
from hvacdesk.domain.incidents.incident_texts import PART_NAMES, IncidentPart
from hvacdesk.domain.incidents.incidents import IncidentDetail, Measure
from hvacdesk.domain.incidents.leak_rules import (
    KIND_NAMES,
    SHIELD_WORDS,
    TRIGGER_NAMES,
    VERDICT_NAMES,
    LeakLaw,
    Shield,
)
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.text.wording import Words, phrase

_TITLE = phrase("Documents", "Record of an incident")
_INCIDENT = phrase("Incident record", "Incident {number}")
_PRINTED = phrase("Incident record", "Printed {date}")
_FACTS = phrase("Documents", "Facts")
_KIND = phrase("Incident record", "Kind")
_KNOWN = phrase("Incident record", "Known on")
_HAPPENED = phrase("Documents", "Happened")
_PERIOD = phrase("Incident record", "{first} to {last}")
_PAPER = phrase("Documents", "Paper")
_STAFF = phrase("Documents", "Staff member's login")
_BATCH = phrase("Documents", "Disposal")
_STATE = phrase("Incident record", "State")
_OPEN = phrase("Documents", "Open")
_CLOSED = phrase("Documents", "Closed {when} by {who}")
_LAW = phrase("Incident record", "Duty to report")
_VERDICT = phrase("Incident record", "Result")
_GROUNDS = phrase("Incident record", "Grounds")
_ENCRYPTION = phrase("Documents", "Encryption")
_CLIENT = phrase("Documents", "Client")
_DEADLINES = phrase("Documents", "Deadlines")
_DEADLINE_LINE = phrase("Documents", "preliminary {first} to {last}, final {final}")
_SENT = phrase("Documents", "Sent")
_SENT_LINE = phrase("Documents", "preliminary {preliminary}, final {final}")
_SOURCE = phrase("Documents", "{law} (as of {as_of})")
_PEOPLE = phrase("Documents", "Customers concerned")
_EXTENT_LINE = phrase("Documents", "{extent}. People: {count}")
_NUMBER = phrase("Incident record", "Customer")
_FOUND = phrase("Documents", "Found")
_FIELDS = phrase("Incident record", "Data")
_TOLD = phrase("Documents", "Told")
_REMOVED = phrase("Documents", "Taken off: {reason}")
_PREVENTION = phrase("Documents", "Prevention")
_DUE = phrase("Documents", "by {owner}, due {due}")
_DONE = phrase("Documents", "by {owner}, done {done}")
_TIMELINE = phrase("Documents", "Timeline")
_MISSING = phrase("Documents", "Missing before it can be closed")
_NOTHING = phrase("Incident record", "–")


def draw_record(
    incident: IncidentDetail,
    missing: Sequence[Gap],
    law: LeakLaw,
    words: Words,
    letterhead: Letterhead,
    today: str,
) -> bytes:
    """The record as a PDF."""
    sheet = Sheet(words, words(_TITLE), today)
    setter = sheet.set
    say = setter.say
    facts = [
        say(_INCIDENT, number=incident.number),
        say(_PRINTED, date=day_with_era(words, today)),
        letterhead.facts.name,
    ]
    bands = [
        *drill_band(setter, drill=incident.drill),
        *head(setter, say(_TITLE), facts),
        *_facts(setter, incident),
        *_law(setter, incident, law),
    ]
    for part in IncidentPart:
        if text := incident.texts.get(part):
            bands.append(section(setter, say(PART_NAMES[part])))
            bands += paragraph(setter.wrap(text, BODY, 10), gap=2)
    bands += _people(setter, incident)
    bands += _prevention(setter, incident.measures)
    bands += _timeline(setter, incident.events)
    if missing and not incident.closed:
        bands.append(section(setter, say(_MISSING)))
        for gap in missing:
            bands += paragraph(setter.wrap(f"・{say(GAP_NAMES[gap])}", BODY, 10))
    bands += [seal_band(letterhead), *paragraph(footer_lines(setter, letterhead), gap=6)]
    return draw_single(sheet, bands, office_line(setter, letterhead))


def _facts(setter: Typesetter, incident: IncidentDetail) -> list[Band]:
    say, words, facts = setter.say, setter.words, incident.facts
    days = dict.fromkeys(filter(None, (facts.happened_from, facts.happened_until)))
    happened = "".join(calendar_day(words, day) for day in days)
    if len(days) > 1:
        first, last = (calendar_day(words, day) for day in days)
        happened = say(_PERIOD, first=first, last=last)
    closed = (
        say(_CLOSED, when=moment_with_era(words, incident.closed_at), who=incident.closed_by)
        if incident.closed
        else say(_OPEN)
    )
    found = [
        (say(_KIND), say(KIND_NAMES[facts.kind])),
        (say(_KNOWN), day_with_era(words, facts.known_on)),
        (say(_HAPPENED), happened),
        (say(_PAPER), incident.paper_numbers),
        (say(_STAFF), incident.account_name),
        (say(_BATCH), incident.batch_number),
        (say(_STATE), closed),
    ]
    return [section(setter, say(_FACTS)), *listed(setter, [pair for pair in found if pair[1]])]


def _law(setter: Typesetter, incident: IncidentDetail, law: LeakLaw) -> list[Band]:
    say, words, judgement, days = setter.say, setter.words, incident.judgement, incident.deadlines
    grounds = "\n".join(f"{say(TRIGGER_NAMES[one])}　{law.triggers[one]}" for one in judgement.triggers)
    encryption = "" if judgement.shield is Shield.NONE else say(SHIELD_WORDS[judgement.shield])
    deadlines = say(
        _DEADLINE_LINE,
        first=calendar_day(words, days.preliminary_from.isoformat()),
        last=calendar_day(words, days.preliminary_to.isoformat()),
        final=calendar_day(words, days.final.isoformat()),
    )
    sent = say(
        _SENT_LINE,
        preliminary=_sent(setter, incident.preliminary_on, incident.preliminary_number),
        final=_sent(setter, incident.final_on, incident.final_number),
    )
    reported = judgement.verdict.reported
    client = " ".join(filter(None, (incident.assessment.client, incident.assessment.client_told_on)))
    found = [
        (say(_VERDICT), say(VERDICT_NAMES[judgement.verdict])),
        (say(_GROUNDS), grounds),
        (say(_ENCRYPTION), encryption),
        (say(_CLIENT), client),
        (say(_DEADLINES), deadlines if reported else ""),
        (say(_SENT), sent if reported else ""),
    ]
    bands = [section(setter, say(_LAW)), *listed(setter, [pair for pair in found if pair[1]])]
    source = say(_SOURCE, law=law.sources["counting"], as_of=as_of_text(setter.words, law.as_of))
    return bands + paragraph(setter.wrap(source, BODY, 8.5, grey=MUTED), gap=2)


def _sent(setter: Typesetter, on: str, number: str) -> str:
    text = " ".join(filter(None, (calendar_day(setter.words, on), number)))
    return text or setter.say(_NOTHING)


def _people(setter: Typesetter, incident: IncidentDetail) -> list[Band]:
    say = setter.say
    extent = say(_EXTENT_LINE, extent=say(EXTENT_NAMES[incident.extent]), count=incident.people)
    bands = [section(setter, say(_PEOPLE)), *paragraph(setter.wrap(extent, BODY, 10), keep=True)]
    if not incident.customers:
        return bands
    titles = (say(_NUMBER), say(_FOUND), say(_FIELDS), say(_TOLD))
    top = _line(setter, titles, bold=True)
    for one in incident.customers:
        bands += _line(setter, _columns(setter, one), repeat=top[0])
    return [*bands[:2], *top, *bands[2:]]


def _columns(setter: Typesetter, one: Concerned) -> tuple[str, str, str, str]:
    say = setter.say
    if one.removed and one.reason is not None:
        told = say(_REMOVED, reason=say(LIST_REASON_NAMES[one.reason]))
    else:
        told = say(OUTCOME_NAMES[one.outcome])
    fields = "・".join(say(FIELD_NAMES[field]) for field in one.fields)
    return one.number, say(FOUND_NAMES[one.found]), fields, told


_LEFTS = (LEFT, LEFT + 70, LEFT + 160, LEFT + 350)


def _line(
    setter: Typesetter, texts: Sequence[str], *, bold: bool = False, repeat: Band | None = None
) -> list[Band]:
    ends = (*_LEFTS[1:], RIGHT)
    cells = [
        Cell(left, setter.fit(text, end - left - 8, (9, 7), bold=bold))
        for left, end, text in zip(_LEFTS, ends, texts, strict=True)
    ]
    return row(cells, pad=2.0, rule=True, repeat=repeat)


def _prevention(setter: Typesetter, measures: Sequence[Measure]) -> list[Band]:
    say, words = setter.say, setter.words
    if not measures:
        return []
    bands = [section(setter, say(_PREVENTION))]
    for one in measures:
        pattern = _DONE if one.done_on else _DUE
        who = say(
            pattern,
            owner=one.owner_name,
            due=calendar_day(words, one.due),
            done=calendar_day(words, one.done_on),
        )
        bands += paragraph(setter.wrap(f"・{one.text}　{who}", BODY, 10))
    return bands


def _timeline(setter: Typesetter, events: Sequence[Event]) -> list[Band]:
    say, words = setter.say, setter.words
    lines = [
        (
            moment_with_era(words, one.at),
            "　".join(filter(None, (say(STEP_NAMES[one.step]), event_text(one, setter.words), one.by))),
        )
        for one in events
    ]
    return [section(setter, say(_TIMELINE)), *listed(setter, lines, size=9.5)] if lines else []
