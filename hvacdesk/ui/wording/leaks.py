"""What the leak desk's lists and headers say of an incident."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit

from hvacdesk.domain.customers.field_names import FIELD_NAMES
from hvacdesk.domain.incidents.concerned import LIST_REASON_NAMES, OUTCOME_NAMES, Concerned
from hvacdesk.domain.incidents.incidents import IncidentDetail, IncidentRow, OpenIncident
from hvacdesk.domain.incidents.leak_drills import DRILL
from hvacdesk.domain.incidents.leak_rules import KIND_NAMES, VERDICT_NAMES, LeakVerdict
from hvacdesk.domain.oversight.duties import DUTY_NAMES
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.dates import day_of, day_span, day_text, near_day
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.wording.duties import due_text, late_text

translate = QCoreApplication.translate

PAPERS_NAMED = 2
"""So many papers of an incident are named in one line; the others are counted."""

_TONES = {LeakVerdict.UNDECIDED: Tone.WARN, LeakVerdict.REPORT: Tone.BAD, LeakVerdict.CLIENT: Tone.WARN}


def number_text(row: IncidentRow, words: Words) -> str:
    """The number, with the mark of a drill before it."""
    return f"{words(DRILL)} {row.number}" if row.drill else row.number


def state_chip(*, closed: bool, begun: bool, into: str = "") -> ChipValue:
    """Whether somebody still has to see to it; ``into`` is the incident that it was joined into.

    A person who only looked at it is not at work on it yet, and changes nothing by that.
    """
    if into:
        return ChipValue(translate("Leaks", "in {number}").format(number=into), Tone.NEUTRAL)
    if closed:
        return ChipValue(translate("Leaks", "closed"), Tone.GOOD)
    if begun:
        return ChipValue(translate("Leaks", "open"), Tone.WARN)
    return ChipValue(translate("Leaks", "not begun"), Tone.BAD)


def incident_title(incident: OpenIncident, words: Words) -> str:
    """Which incident it is: its number, what happened, and the papers that are missing."""
    papers = list(incident.missing[:PAPERS_NAMED])
    if more := len(incident.missing) - len(papers):
        papers.append(translate("Leaks", "%n more paper(s)", "", more))
    number = translate("Leaks", "Incident {number}").format(number=incident.number)
    return "  ".join((number, words(KIND_NAMES[incident.kind]), *papers))


def is_urgent(incident: OpenIncident, today: date) -> bool:
    """Whether nobody works on it yet, or a day of it has passed."""
    return not incident.begun or (incident.next is not None and incident.next.overdue(today))


def incident_state(incident: OpenIncident, words: Words, today: date) -> str:
    """Whether somebody works on it, and what it waits for by which day."""
    said = (
        translate("Leaks", "Being worked on")
        if incident.begun
        else translate("Leaks", "Nobody works on it yet.")
    )
    due = incident.next
    if due is None:
        return said
    when = late_text(due, today) if due.overdue(today) else due_text(due, today)
    return "  ".join((said, words(DUTY_NAMES[due.kind]), when))


def found_text(incident: OpenIncident, today: date) -> str:
    """That its papers turned up, which settles nothing; empty where one is missing or there is none."""
    day = day_of(incident.found_on)
    if day is None:
        return ""
    return translate("Leaks", "Its papers were found again on {day}: decide what follows.").format(
        day=near_day(day, today)
    )


def verdict_chip(verdict: LeakVerdict, words: Words) -> ChipValue:
    """What the law asks for."""
    return ChipValue(words(VERDICT_NAMES[verdict]), _TONES.get(verdict, Tone.NEUTRAL))


def told_chip(one: Concerned, words: Words) -> ChipValue:
    """How far a customer has been told, or why they are off the list."""
    if one.removed:
        reason = words(LIST_REASON_NAMES[one.reason]) if one.reason else ""
        return ChipValue(reason, Tone.NEUTRAL)
    if one.told:
        return ChipValue(words(OUTCOME_NAMES[one.outcome]), Tone.GOOD)
    if one.found_on:
        found = translate("Leaks", "paper found {day}, not told").format(day=day_text(one.found_on))
        return ChipValue(found, Tone.WARN)
    if one.out_of_reach:
        return ChipValue(translate("Leaks", "out of reach"), Tone.BAD)
    return ChipValue(words(OUTCOME_NAMES[one.outcome]), Tone.WARN)


def who_text(one: Concerned) -> str:
    """The masked name, or that the data was destroyed; for a duplicate also the number it was merged into."""
    if not one.living:
        return translate("Leaks", "(data destroyed)")
    merged = one.living_number not in ("", one.number)
    return f"{one.name.text} → {one.living_number}" if merged else one.name.text


def fields_text(one: Concerned, words: Words) -> str:
    """The kinds of data concerned."""
    return "・".join(words(FIELD_NAMES[field]) for field in one.fields)


def happened_text(incident: IncidentDetail) -> str:
    """The day or the days on which it happened."""
    return day_span(incident.facts.happened_from, incident.facts.happened_until)


def text_box(lines: int = 4, box: QPlainTextEdit | None = None) -> QPlainTextEdit:
    """A box for a few lines of text, which scroll beyond that; the tab key leaves it."""
    box = box if box is not None else QPlainTextEdit()
    box.setTabChangesFocus(True)
    box.setFixedHeight(theme.px(24 * lines + 12))
    return box
