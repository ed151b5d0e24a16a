"""Whoever is interrupted while typing into a form finds it again, opened, with everything in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from hvacdesk.store.models import Draft
from hvacdesk.ui.theme import Scheme
from hvacdesk.ui.widgets.form_dialog import FormDialog
from tests.helpers.screens import Screen
from tests.helpers.screens.desk import SCREENS
from tests.helpers.screens.stage import TODAY, Look, Stage, build_sample_office, open_stage
from tests.helpers.secret_service import SecretService
from tests.helpers.typing_forms import (
    SEALED_TEXT,
    boxes,
    choices,
    choose_everywhere,
    errors_nowhere,
    keeps_draft,
    loses_what_is_typed,
    text_fields,
    texts,
    type_everywhere,
    type_sealed,
)

ROLES = tuple(dict.fromkeys(screen.who for screen in SCREENS))
TYPED_INTO = {
    *("call-new-another-day", "customer-cautions", "customer-duplicates", "customer-meanwhile", "plan-form"),
    *("job-firm-doubted", "job-meanwhile", "partner-order-new", "request-answer"),
    *("results-doubtful", "survey-form"),
}
"""Screens that show a form into which something was typed."""
ANOTHER_CUSTOMER = {"estimate-not-collected"}
"""Screens of a form as it is for another customer than the sample's, who is asked more."""
ENDED = {"invoice-draft-deleted"}
"""Screens that show a form whose record is gone: it is there to be read, and nothing can be gone on with."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> Path:
    home = tmp_path_factory.mktemp("sample") / "office"
    build_sample_office(home)
    return home


@pytest.fixture
def stage(office: Path, tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Stage]:
    with open_stage(office, tmp_path / "office", qtbot, request.param) as stage:
        stage.use(Look("en", Scheme.LIGHT, 100))
        stage.clock.go_to(TODAY)  # later than the disposal that the office was made with
        yield stage


def interrupted(stage: Stage, screen: Screen, form: QDialog) -> str:
    """Type, be interrupted, and go on; returns what is wrong."""
    drafts = stage.window.drafts
    type_everywhere(form)
    choose_everywhere(form)
    is_sealed = type_sealed(form)
    stage.calm()
    typed, kind = (texts(form), choices(form)), type(form)
    drafts.keep_all()
    left = [one for one in drafts.left_open() if not one.form.endswith("_file")]  # a page's own waits as well
    stage.clear()
    if is_sealed and SEALED_TEXT in stored(stage):
        return f"{screen.name}: what is sealed once it is saved lies unsealed in the draft"
    if not left:
        return f"{screen.name}: nothing of it is kept"
    stage.go(left[0].page, **left[0].arguments)
    beside = (
        one for one in stage.window.findChildren(kind) if one.isVisible()
    )  # some leave the window usable
    again = stage.top_dialog() or next(beside, None)
    wrong = ""
    if screen.name in ANOTHER_CUSTOMER:
        typed = (typed[0], [])
    if not isinstance(again, kind):
        wrong = f"{screen.name}: “Go on” opens {type(again).__name__}"
    elif (found := (texts(again), choices(again) if typed[1] else [])) != typed:
        wrong = f"{screen.name}: typed {typed}, found {found}"
    return wrong


def stored(stage: Stage) -> str:
    """What whoever opens the file reads of everything half typed."""
    with stage.office._workplace.reading() as session:
        return "\n".join(session.scalars(select(Draft.payload)))


def typed_by_nobody(screen: Screen, form: QWidget) -> str:
    """What is wrong with a form that was only opened: it must not ask whether to throw something away."""
    if not isinstance(form, FormDialog) or screen.name in TYPED_INTO or form.typed() is None:
        return ""
    return f"{screen.name}: {form.typed()} counts as typed before anybody typed"


def forget_forms(stage: Stage) -> None:
    """Close everything and keep nothing of it."""
    for form in stage.window.findChildren(QDialog):
        stage.window.drafts.release(form)
    stage.clear()


@pytest.mark.parametrize("stage", ROLES, indirect=True, ids=lambda role: role.value)
def test_a_form_comes_back_with_everything_that_was_typed(stage: Stage) -> None:
    wrong: list[str] = []
    for screen in SCREENS:
        if screen.who is not stage.who:
            continue
        shown = screen.open(stage)
        stage.calm()
        assert loses_what_is_typed(shown) or screen.name not in ENDED
        if loses_what_is_typed(shown) and screen.name not in ENDED:
            wrong.append(f"{screen.name}: {type(shown).__name__} keeps no draft")
        wrong += [f"{screen.name}: no place for the error of {field}" for field in errors_nowhere(shown)]
        wrong.append(typed_by_nobody(screen, shown))
        if isinstance(shown, QDialog) and keeps_draft(shown) and (text_fields(shown) or boxes(shown)):
            wrong.append(interrupted(stage, screen, shown))
        forget_forms(stage)
    wrong = [one for one in wrong if one]
    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)
