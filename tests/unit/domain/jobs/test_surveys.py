"""The asbestos survey: hand-worked cases of who may make it and of what is recorded, with their days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hvacdesk.domain.errors import InvalidInput, Missing
from hvacdesk.domain.jobs.surveys import (
    HARMFUL,
    NotQualified,
    Qualification,
    Survey,
    SurveyOutcome,
    SurveyTarget,
    check_survey,
    check_surveyor,
)
from hvacdesk.services.jobs.results import asbestos_law

TODAY = date(2026, 11, 24)
LAW = asbestos_law(TODAY)
Q, T, R = Qualification, SurveyTarget, SurveyOutcome
BY_DOCUMENTS = Survey("2026-10-05", "受付 花子", R.AFTER_BAN, basis="検査済証（平成20年3月10日）")
OLD_HOUSE, NEW_HOUSE = "1998-04-01", "2006-09-01"


def passes(survey: Survey, begun: str, started: str = "") -> bool:
    try:
        check_surveyor(survey, date.fromisoformat(begun), started, LAW)
    except (NotQualified, Missing):
        return False
    return True


@pytest.mark.parametrize(
    ("target", "qualified", "begun", "may"),
    [
        # 建築物: from 2023-10-01 on. Air conditioning is part of the building.
        (T.BUILDING, None, "2023-09-30", True),
        (T.BUILDING, None, "2023-10-01", False),
        (T.BUILDING, Q.GENERAL, "2023-10-01", True),
        (T.BUILDING, Q.HOUSE, "2026-11-24", True),
        (T.BUILDING, Q.PLANT, "2026-11-24", False),
        # 特定工作物: work begun from 2026-01-01 on.
        (T.PLANT, Q.GENERAL, "2025-12-31", True),
        (T.PLANT, Q.GENERAL, "2026-01-01", False),
        (T.PLANT, Q.PLANT, "2026-01-01", True),
        (T.STRUCTURE, None, "2025-12-31", True),
        (T.STRUCTURE, Q.HOUSE, "2026-01-01", False),
        (T.STRUCTURE, Q.GENERAL, "2026-01-01", True),
        (T.STRUCTURE, Q.PLANT, "2026-01-01", True),
    ],
)
def test_who_may_survey_depends_on_what_and_on_the_day_of_the_work(
    target: SurveyTarget, qualified: Qualification | None, begun: str, may: bool
) -> None:
    survey = Survey("2025-12-20", "山本", R.NONE_FOUND, target, qualified)
    assert passes(survey, begun, OLD_HOUSE) is may


def test_documents_alone_need_no_surveyor_and_have_to_be_named() -> None:
    """Begun on 2006-09-01 or later: the documents say so, and the check is recorded (石綿則3条3項・7項)."""
    assert check_survey(BY_DOCUMENTS, TODAY) == BY_DOCUMENTS
    check_surveyor(BY_DOCUMENTS, TODAY, NEW_HOUSE, LAW)
    check_surveyor(BY_DOCUMENTS, TODAY, "", LAW)
    with pytest.raises(Missing) as missing:
        check_survey(replace(BY_DOCUMENTS, basis=""), TODAY)
    assert missing.value.field == "survey_basis"


def test_a_building_begun_before_the_ban_is_not_passed_by_documents() -> None:
    with pytest.raises(InvalidInput) as wrong:
        check_surveyor(BY_DOCUMENTS, TODAY, "2006-08-31", LAW)
    assert wrong.value.field == "survey_outcome"


def test_what_is_presumed_is_treated_as_asbestos_and_needs_its_surveyor() -> None:
    presumed = Survey("2026-10-05", "山本", R.PRESUMED, T.BUILDING)
    assert R.PRESUMED in HARMFUL
    assert not passes(presumed, "2026-11-24")
    assert passes(replace(presumed, qualified=Q.SPECIFIC), "2026-11-24")


def test_a_survey_says_of_what_it_is() -> None:
    with pytest.raises(Missing) as missing:
        check_surveyor(Survey("2026-10-05", "山本", R.FOUND), TODAY, "", LAW)
    assert missing.value.field == "survey_target"


def test_the_rules_name_their_sources_and_when_they_were_read() -> None:
    assert all(LAW.sources)
    assert all(rule.source for rule in LAW.surveyors)
    assert {rule.target for rule in LAW.surveyors} == set(SurveyTarget)
    assert LAW.as_of == "2026-11"
    assert date(2006, 9, 1) == LAW.ban
