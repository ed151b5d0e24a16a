"""A drill that the sample office held, from the lost work order to the end; and a signed access review."""

from __future__ import annotations

from datetime import date, timedelta

from hvacdesk.domain.incidents.concerned import Outcome
from hvacdesk.domain.incidents.incident_texts import CommissionReport, IncidentPart
from hvacdesk.domain.incidents.incidents import Measure
from hvacdesk.domain.incidents.leak_rules import ANSWERED, Answer, Assessment, IncidentKind, Trigger
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import Words
from hvacdesk.services.open_office import Office

TEXTS = {
    IncidentPart.CAUSE: "書類を鍵のかからない車の座席に置いたまま、店に立ち寄った。",
    IncidentPart.ACTIONS: "立ち寄り先を探し、警察に届けた。お客様に電話でお詫びした。",
    IncidentPart.SECONDARY: "現時点で確認していない。",
}


def practise(office: Office, owner: Actor, day: date, words: Words) -> None:
    """Hold the yearly drill on ``day``, the day on the office's clock, and close it."""
    desk = office.incidents
    incident = desk.start_drill(owner, IncidentKind.LOST_PAPER, words)
    desk.look_at(owner, incident)
    for part, text in TEXTS.items():
        desk.writing.write(owner, incident, part, text, shown=desk.get(owner, incident).texts.get(part, ""))
    answers = dict.fromkeys(ANSWERED, Answer.NO) | {Trigger.IMPROPER: Answer.UNKNOWN}
    desk.writing.assess(owner, incident, Assessment(answers), shown=desk.get(owner, incident).assessment)
    concerned = [one.customer for one in desk.get(owner, incident).concerned]
    desk.customers.note_told(owner, incident, concerned, Outcome.REACHED)
    for report in CommissionReport:
        desk.writing.note_sent(owner, incident, report, day.isoformat(), "訓練", shown=("", ""))
    measure = Measure(
        "", "作業指示書は鍵付きの鞄で運ぶ", owner.account, (day + timedelta(days=14)).isoformat()
    )
    desk.writing.keep_measure(owner, incident, measure, shown=measure)
    desk.writing.finish_measure(owner, incident, desk.get(owner, incident).measures[0])
    desk.close(owner, incident)


def sign_last_month(office: Office, owner: Actor, day: date) -> None:
    """The second person responsible signs the access review of the month before ``day``: the owner prints and
    reveals, and nobody signs a sheet of their own acts.
    """
    second = next(
        Actor(member.account, member.name, frozenset(map(Role, member.roles)))
        for member in office.jobs.staff(owner)
        if Role.OWNER in member.roles and member.account != owner.account
    )
    former = day.replace(day=1) - timedelta(days=1)
    office.access_review.sign(second, f"{former:%Y-%m}", "件数と理由を担当者に確認した。")
