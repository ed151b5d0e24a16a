"""How the sample office came to its rules: put in force, read by everybody, and trained once a year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from hvacdesk.demo.clock import HistoryClock
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.staff.rule_texts import RuleDraft
from hvacdesk.domain.staff.violations import Consequence, ViolationKind, ViolationRecord
from hvacdesk.services.open_office import Office

LATE = "山本 隆"
"""Passed last year and has five days left for this year's training."""

PAPERS = "papers"
MORE_ABOUT_PAPERS = "- 会社の車を降りる前に、座席の下とドアのポケットも確かめます。"
ANSWERS = 3


class Schooling:
    """What happened on which day; :meth:`up_to` lets it happen."""

    def __init__(self, office: Office, owner: Actor, clock: HistoryClock, today: date) -> None:
        self._office = office
        self._owner = owner
        self._clock = clock
        self._chance = Random(today.toordinal()).randrange  # its own: the customers' chance stays as it is
        begun = today - timedelta(days=395)
        changed = today - timedelta(days=60)
        self._coming: list[tuple[date, Callable[[], None]]] = [
            (begun, self._put_in_force),
            (begun + timedelta(days=1), self._everybody_reads),
            (begun + timedelta(days=5), self._first_training),
            (changed - timedelta(days=10), lambda: self._note_violation(changed - timedelta(days=11))),
            (changed, self._change_a_rule),
            (changed + timedelta(days=2), self._everybody_reads),
            (today - timedelta(days=24), self._second_training),
        ]

    def up_to(self, day: date) -> None:
        """Let everything happen that is no later than ``day``."""
        while self._coming and self._coming[0][0] <= day:
            on, happen = self._coming.pop(0)
            self._clock.go_to(on, hour=17)
            happen()

    def _put_in_force(self) -> None:
        self._office.rules.take_proposals(self._owner)

    def _everybody_reads(self) -> None:
        for person in self._staff():
            for text in self._office.rules.to_acknowledge(person):
                self._office.rules.acknowledge(person, text.text)

    def _first_training(self) -> None:
        for person in self._staff():
            self._take_quiz(person)

    def _second_training(self) -> None:
        for number, person in enumerate(self._staff()):
            if person.name != LATE:
                if number == 2:
                    self._take_quiz(person, mistakes=3)  # not enough: once more
                self._take_quiz(person, mistakes=number % 2)

    def _take_quiz(self, person: Actor, mistakes: int = 0) -> None:
        training = self._office.training
        quiz = training.begin(self._chance)
        answers = [
            (one.right + 1) % ANSWERS if at < mistakes else one.right for at, one in enumerate(quiz.questions)
        ]
        training.finish(person, quiz, answers)

    def _change_a_rule(self) -> None:
        rules = self._office.rules
        now = next(one for one in rules.current(self._owner) if one.code == PAPERS)
        body = now.body.replace("## 戻すとき", f"{MORE_ABOUT_PAPERS}\n\n## 戻すとき")
        draft = rules.save_draft(self._owner, RuleDraft(now.title, body, code=PAPERS))
        rules.put_in_force(self._owner, draft, 1)

    def _note_violation(self, on: date) -> None:
        violations = self._office.violations
        record = ViolationRecord(
            on.isoformat(),
            next(person.account for person in self._staff() if person.name == LATE),
            ViolationKind.PAPER_LEFT,
            "使い終えた作業指示書を車のドアのポケットに一晩残した。翌朝本人が申し出た。",
            Consequence.TALK,
            "本人と話し、紙の決まりに確認の手順を加えることにした。",
        )
        violations.close(self._owner, violations.record(self._owner, record), 1)

    def _staff(self) -> list[Actor]:
        return [
            Actor(one.account, one.name, frozenset(map(Role, one.roles)))
            for one in self._office.accounts.list(self._owner)
            if one.active
        ]
