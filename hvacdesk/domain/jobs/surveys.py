"""The asbestos survey 石綿の事前調査 before work on a building: what it came to, and who made it.

Drilling a wall for an air conditioner is renovation 改修, however small, so the survey comes first. Of a
building that was begun on or after the day of the ban it is enough to check that day in documents, and that
check is recorded and kept like a survey. Who may make one is data, by the day from which it is asked.
Source: 石綿障害予防規則 3条, read in 2026-11; have a professional confirm it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hvacdesk.domain.dated_law import document_on
from hvacdesk.domain.errors import InvalidInput, Missing, UserFacingError
from hvacdesk.domain.jobs.jobs import WorkKind
from hvacdesk.domain.text.input_checks import EARLIEST_WORK, clean_date, clean_line
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Phrase, phrase

BASIS_LIMIT = 200
RENOVATIONS = frozenset({WorkKind.INSTALL, WorkKind.REPLACE, WorkKind.RELOCATE, WorkKind.REMOVE})
"""Kinds of work that usually drill, cut or remove something of the building."""


class SurveyOutcome(StrEnum):
    """What the survey came to. ``PRESUMED``: not analysed, and treated as asbestos (みなし含有).

    ``AFTER_BAN``: the documents say that the building was begun on or after the day of the ban.
    """

    NONE_FOUND = "none_found"
    FOUND = "found"
    PRESUMED = "presumed"
    AFTER_BAN = "after_ban"


SURVEY_NAMES: dict[SurveyOutcome, Phrase] = {
    SurveyOutcome.NONE_FOUND: phrase("Results", "No asbestos"),
    SurveyOutcome.FOUND: phrase("Results", "Asbestos found"),
    SurveyOutcome.PRESUMED: phrase("Results", "Presumed to contain asbestos"),
    SurveyOutcome.AFTER_BAN: phrase("Results", "Begun after the ban, by documents"),
}
HARMFUL = frozenset({SurveyOutcome.FOUND, SurveyOutcome.PRESUMED})
"""Outcomes with which the work goes on only as work on asbestos."""


class SurveyTarget(StrEnum):
    """What the work is on; equipment of a building, air conditioning among it, is part of the building."""

    BUILDING = "building"
    PLANT = "plant"
    STRUCTURE = "structure"


TARGET_NAMES: dict[SurveyTarget, Phrase] = {
    SurveyTarget.BUILDING: phrase("Results", "Building and its equipment"),
    SurveyTarget.PLANT: phrase("Results", "Plant: boilers, vessels, piping, power equipment"),
    SurveyTarget.STRUCTURE: phrase("Results", "Chimney or other listed structure"),
}


class Qualification(StrEnum):
    """As what the person who made the survey is qualified."""

    SPECIFIC = "specific"
    GENERAL = "general"
    HOUSE = "house"
    ASSOCIATION = "association"
    PLANT = "plant"


QUALIFICATION_NAMES: dict[Qualification, Phrase] = {
    Qualification.SPECIFIC: phrase("Results", "Surveyor of buildings, specific"),
    Qualification.GENERAL: phrase("Results", "Surveyor of buildings, general"),
    Qualification.HOUSE: phrase("Results", "Surveyor of houses and flats"),
    Qualification.ASSOCIATION: phrase("Results", "Registered with the association by September 2023"),
    Qualification.PLANT: phrase("Results", "Surveyor of structures"),
}


class NotQualified(UserFacingError):
    """The person who made the survey may not make one of this building or work."""

    what = phrase("Errors", "A survey of this needs somebody with another qualification.")
    safe = phrase("Errors", "What you typed is still on the screen; nothing was saved.")
    todo = phrase("Errors", "Check the qualification, or have somebody make the survey who may ({source}).")

    def __init__(self, source: str) -> None:
        super().__init__(source=source)


@dataclass(frozen=True)
class Survey:
    """A survey as it is recorded.

    Attributes:
        on: its day, ISO; ``by``: who made it, or checked the documents.
        basis: from what the outcome is known: the documents, the parts looked at, the analysis.
        target, qualified: of what, and by whose qualification; None in records from before they were asked,
            and no qualification where only documents were checked.
    """

    on: str = ""
    by: str = ""
    outcome: SurveyOutcome | None = None
    target: SurveyTarget | None = None
    qualified: Qualification | None = None
    basis: str = ""


NOT_SURVEYED = Survey()


@dataclass(frozen=True)
class SurveyorRule:
    """Who may survey a kind of thing, for work begun from ``since`` on."""

    target: SurveyTarget
    accepts: frozenset[Qualification]
    since: date
    source: str


@dataclass(frozen=True)
class AsbestosLaw:
    """The shipped rules; ``ban`` is the day of the ban."""

    ban: date
    surveyors: tuple[SurveyorRule, ...]
    sources: tuple[str, ...]
    as_of: str

    def surveyor(self, target: SurveyTarget, begun: date) -> SurveyorRule | None:
        """Who has to make the survey of work that is begun on a day; None where anybody may."""
        return next((one for one in self.surveyors if one.target is target and one.since <= begun), None)


def parse_asbestos(text: str, on: date) -> AsbestosLaw:
    """The rules that hold on a day. Raises :class:`ValueError` or :class:`KeyError` for an unknown form."""
    data = document_on(text, on)
    if data["format"] != 1:
        raise ValueError("unknown format of the rules on asbestos")
    rules = tuple(
        SurveyorRule(
            SurveyTarget(one["code"]),
            frozenset(map(Qualification, one["accepts"])),
            one["since"],
            one["source"],
        )
        for one in data["rule"]
    )
    sources = (data["ban_source"], data["presumed_source"], data["work_source"])
    return AsbestosLaw(data["ban"], rules, sources, data["as_of"])


def check_survey(survey: Survey, today: date) -> Survey:
    """The survey as it is stored: with an outcome it has its day and its author too.

    Raises:
        Missing: something is not named, as the documents that say when the building was begun.
    """
    on = clean_date("survey_on", survey.on, EARLIEST_WORK, today)
    by = clean_line("survey_by", survey.by, limit=80)
    basis = clean_line("survey_basis", survey.basis, limit=BASIS_LIMIT)
    for name, text in (("survey_by", by), ("survey_basis", basis)):
        check_free_text(name, text)
    outcome = survey.outcome
    if outcome is not None or on or by or basis:
        for name, value in (("survey_on", on), ("survey_by", by), ("survey_outcome", outcome)):
            if not value:
                raise Missing(name)
    documents = outcome is SurveyOutcome.AFTER_BAN
    if documents and not basis:
        raise Missing("survey_basis")
    return Survey(
        on,
        by,
        outcome,
        survey.target if outcome else None,
        None if documents else survey.qualified,
        basis,
    )


def check_surveyor(survey: Survey, begun: date, building_started_on: str, law: AsbestosLaw) -> None:
    """Accept a survey whose author may make it, and that agrees with what is known of the building.

    Raises:
        InvalidInput: the building is known to have been begun before the ban.
        Missing: nobody said of what it is, or as what the surveyor is qualified.
        NotQualified: somebody else has to make it.
    """
    if survey.outcome is SurveyOutcome.AFTER_BAN:
        if building_started_on and date.fromisoformat(building_started_on) < law.ban:
            raise InvalidInput("survey_outcome")
        return
    if survey.outcome is None:
        return
    if survey.target is None:
        raise Missing("survey_target")
    rule = law.surveyor(survey.target, begun)
    if rule is None:
        return
    if survey.qualified is None:
        raise Missing("survey_qualified")
    if survey.qualified not in rule.accepts:
        raise NotQualified(rule.source)
