"""The yearly training: pages to read, a quiz drawn from a shipped question bank, and the record per person.

Source: the office's own rule 4 and 通則編 10 (regular training of the staff), read 2026-11.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.languages import LANGUAGES
from hvacdesk.domain.text.wording import phrase

T = TypeVar("T")

ANSWERS = 3
"""Answers that each question offers; in the bank the first one is right."""

Chance = Callable[[int], int]
"""Gives a random number from 0 up to its argument, exclusive, as ``secrets.randbelow`` does."""


class QuizUnanswered(UserFacingError):
    """A quiz that is not answered to its end, or with what none of its answers is."""

    what = phrase("Errors", "Not every question is answered.")
    todo = phrase("Errors", "Answer the questions that are left.")


class QuizNotOurs(UserFacingError):
    """Questions that the program does not ask so: a quiz of another version, or one that somebody made."""

    what = phrase("Errors", "This quiz is not one of this program's.")
    safe = phrase("Errors", "Nothing of this try is on record.")
    todo = phrase("Errors", "Close the window and take the quiz again.")


@dataclass(frozen=True)
class QuestionText:
    """A question in one language; the first of ``answers`` is right and ``why`` says why."""

    situation: str
    answers: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Question:
    """A question of the bank in every language."""

    code: str
    texts: dict[str, QuestionText]

    def text(self, language: str) -> QuestionText:
        """The question for a reader of this language."""
        return self.texts[language if language in self.texts else next(iter(LANGUAGES))]


@dataclass(frozen=True)
class QuestionBank:
    """The bank as shipped.

    Attributes:
        asked: how many questions a quiz has.
        pass_mark: how many of them must be right.
        source, as_of: what the questions follow, and the month in which it was read.
    """

    asked: int
    pass_mark: int
    source: str
    as_of: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class AskedQuestion:
    """A question as one person gets it: ``order`` says in which order its answers are shown."""

    question: Question
    order: tuple[int, ...]

    @property
    def right(self) -> int:
        """The place of the right answer."""
        return self.order.index(0)

    def answers(self, language: str) -> tuple[str, ...]:
        """The answers in the order in which they are offered."""
        text = self.question.text(language)
        return tuple(text.answers[number] for number in self.order)


@dataclass(frozen=True)
class Quiz:
    """The questions of one try."""

    questions: tuple[AskedQuestion, ...]
    pass_mark: int


@dataclass(frozen=True)
class QuizResult:
    """How a try ended; ``wrong`` holds the codes of the questions that were answered wrongly."""

    asked: int
    right: int
    pass_mark: int
    wrong: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether enough answers were right."""
        return self.right >= self.pass_mark


@dataclass(frozen=True)
class TrainingRow:
    """A try on record. ``on`` is the ISO day in the office."""

    account: str
    name: str
    active: bool
    on: str
    asked: int
    right: int
    pass_mark: int
    passed: bool


@dataclass(frozen=True)
class TrainingPage:
    """A page of the material in one language, as Markdown."""

    code: str
    title: str
    body: str


def parse_bank(text: str) -> QuestionBank:
    """Read the shipped bank.

    Raises :class:`ValueError` for one that no quiz can be drawn from, :class:`KeyError` for missing keys.
    """
    data = tomllib.loads(text)
    bank = QuestionBank(
        asked=data["asked"],
        pass_mark=data["pass_mark"],
        source=data["source"],
        as_of=data["as_of"],
        questions=tuple(_question(one) for one in data["question"]),
    )
    codes = {question.code for question in bank.questions}
    if len(codes) != len(bank.questions) or not 0 < bank.pass_mark <= bank.asked <= len(codes):
        raise ValueError("codes are not unique, or the numbers do not fit together")
    return bank


def _question(data: dict[str, Any]) -> Question:
    texts = {}
    for language in LANGUAGES:
        one = data[language]
        if len(one["answers"]) != ANSWERS:
            raise ValueError(f"{data['code']}: {ANSWERS} answers are wanted")
        texts[language] = QuestionText(one["situation"], tuple(one["answers"]), one["why"])
    return Question(data["code"], texts)


def draw_quiz(bank: QuestionBank, chance: Chance) -> Quiz:
    """Questions at random, in random order, each with its answers in random order."""
    chosen = _shuffled(bank.questions, chance)[: bank.asked]
    return Quiz(
        tuple(AskedQuestion(one, tuple(_shuffled(range(ANSWERS), chance))) for one in chosen), bank.pass_mark
    )


def judge_quiz(bank: QuestionBank, quiz: Quiz, answers: Sequence[int]) -> QuizResult:
    """How a try ended: by the bank's own questions and marks, whatever the quiz says of them.

    Args:
        quiz: as it was drawn; of it counts which questions were asked, and the order of their answers.
        answers: the chosen places.

    Raises:
        QuizNotOurs: it is no draw from this bank.
        QuizUnanswered: not every question has one of its answers.
    """
    codes = [one.question.code for one in quiz.questions]
    known = {one.code for one in bank.questions}
    orders = all(sorted(one.order) == list(range(ANSWERS)) for one in quiz.questions)
    if len(codes) != bank.asked or len(known.intersection(codes)) != bank.asked or not orders:
        raise QuizNotOurs
    if len(answers) != len(codes) or not set(answers) <= set(range(ANSWERS)):
        raise QuizUnanswered
    wrong = tuple(
        one.question.code for one, chosen in zip(quiz.questions, answers, strict=True) if chosen != one.right
    )
    return QuizResult(bank.asked, bank.asked - len(wrong), bank.pass_mark, wrong)


def _shuffled(things: Sequence[T], chance: Chance) -> list[T]:
    """Fisher and Yates: each order is equally likely if ``chance`` is fair."""
    mixed = list(things)
    for last in range(len(mixed) - 1, 0, -1):
        other = chance(last + 1)
        mixed[last], mixed[other] = mixed[other], mixed[last]
    return mixed
