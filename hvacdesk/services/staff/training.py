"""The yearly training: its pages, the quiz, and the record of everybody who took it."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from functools import cache

from hvacdesk.documents.staff.training import draw_training_record
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.staff.rule_texts import parse_template
from hvacdesk.domain.staff.training import (
    Chance,
    QuestionBank,
    Quiz,
    QuizResult,
    TrainingPage,
    TrainingRow,
    draw_quiz,
    judge_quiz,
    parse_bank,
)
from hvacdesk.domain.text.wording import Words
from hvacdesk.resource_files import resource
from hvacdesk.services.permissions import anybody_logged_in, body_decides, needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.papers import office_images
from hvacdesk.store.staff import training as store

PAGES = ("on-site", "counter", "devices", "trouble")
"""The shipped pages, in the order in which they are read."""


@cache
def shipped_bank() -> QuestionBank:
    """The question bank. Raises the parser's errors for a file that is spoiled."""
    return parse_bank(resource("training", "questions.toml").read_text(encoding="utf-8"))


@cache
def shipped_pages(language: str) -> tuple[TrainingPage, ...]:
    """The material in one language."""
    files = (resource("training", language, f"{code}.md") for code in PAGES)
    found = (parse_template(file.read_text(encoding="utf-8")) for file in files)
    return tuple(TrainingPage(one.code, one.title, one.body) for one in found)


class Training:
    """The training of an open office. Everybody takes it; owners and inspectors read the whole record."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @anybody_logged_in
    def material(self, language: str) -> tuple[TrainingPage, ...]:
        """The pages to read."""
        return shipped_pages(language)

    @anybody_logged_in
    def bank(self) -> QuestionBank:
        """The questions, how many are asked, and how many must be right."""
        return shipped_bank()

    @anybody_logged_in
    def begin(self, chance: Chance = secrets.randbelow) -> Quiz:
        """Another quiz; nothing is on record before it is finished."""
        return draw_quiz(shipped_bank(), chance)

    @anybody_logged_in
    def finish(self, actor: Actor, quiz: Quiz, answers: Sequence[int]) -> QuizResult:
        """Judge a try and put it on record, passed or not. Raises what :func:`judge_quiz` does."""
        result = judge_quiz(shipped_bank(), quiz, answers)
        with self._workplace.transaction() as session:
            store.add(session, actor.account, result, self._workplace.today())
            self._workplace.record(
                session,
                actor,
                Action.TRAINING_TAKEN,
                f"account:{actor.account}",
                asked=result.asked,
                right=result.right,
                passed=result.passed,
            )
        return result

    @anybody_logged_in
    def own(self, actor: Actor) -> tuple[TrainingRow, ...]:
        """The actor's tries, the latest first."""
        with self._workplace.reading() as session:
            return store.tries(session, account=actor.account)[::-1]

    @needs(Permission.READ_TRAINING)
    def years(self, actor: Actor) -> tuple[int, ...]:
        """The years of which there is a record, the latest first; this year always."""
        with self._workplace.reading() as session:
            found = {*store.years(session), self._workplace.today().year}
        return tuple(sorted(found, reverse=True))

    @body_decides("one's own record, else for who reads the training record")
    def person_pdf(self, actor: Actor, account: str, words: Words) -> bytes:
        """One person's record of all years, also of somebody who left; one's own may be printed by anyone."""
        if account != actor.account:
            actor.require(Permission.READ_TRAINING)
        return self._pdf(words, account=account)

    @needs(Permission.READ_TRAINING)
    def year_pdf(self, actor: Actor, year: int, words: Words) -> bytes:
        """Everybody's record of one year."""
        return self._pdf(words, year=year)

    @body_decides("one's own record, else for who reads the training record")
    def printed(self, actor: Actor, *, account: str = "", year: int = 0) -> None:
        """Note that the printer took the record of somebody or of a year. Raises RecordGone for nobody's."""
        if account != actor.account:
            actor.require(Permission.READ_TRAINING)
        subject = f"account:{account}" if account else ""
        with self._workplace.transaction() as session:
            if account:
                store.name_of(session, account)
            self._workplace.record(session, actor, Action.TRAINING_PRINTED, subject, year=year or "")

    def _pdf(self, words: Words, *, account: str = "", year: int = 0) -> bytes:
        bank, today = shipped_bank(), self._workplace.today()
        with self._workplace.reading() as session:
            rows = store.tries(session, account=account, year=year)
            missing = () if account else store.without_pass(session, year)
            return draw_training_record(
                rows,
                words,
                office_images.letterhead(session),
                printed_on=today.isoformat(),
                year=year,
                person=store.name_of(session, account) if account else "",
                missing=missing,
                content=bank,
            )
