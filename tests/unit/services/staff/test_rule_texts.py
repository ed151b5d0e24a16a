"""Rule texts and training: who writes, who reads, what is on record, when reveal and export are closed."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from hvacdesk.domain.calls.call_notes import CallField, CallNoteRecord
from hvacdesk.domain.customers.contacts import ContactField, ContactRecord
from hvacdesk.domain.customers.customers import CustomerField, PersonName
from hvacdesk.domain.errors import ChangedMeanwhile, NotPermitted, RecordGone
from hvacdesk.domain.exchange.exporting import ExportExtent, ExportReason
from hvacdesk.domain.jobs.jobs import SiteField
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.access_review import EXPORTS, PRINTS
from hvacdesk.domain.oversight.audit_log import REVEALS, Action, RevealReason
from hvacdesk.domain.oversight.duties import DutyKind
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.staff.rule_texts import NoDraft, RuleDraft, RuleState
from hvacdesk.domain.staff.standing import DutiesOverdue, StandingState
from hvacdesk.domain.text.wording import Phrase, english
from hvacdesk.services.calls.call_notes import CallNotes
from hvacdesk.services.customers.contacts import Contacts
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.exchange.exporting import Exporting
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.language import words_for
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.staff.rule_texts import TEMPLATES, Rules, shipped
from hvacdesk.services.staff.standing import Standings
from hvacdesk.services.staff.standing_gate import STANDING_NEEDED
from hvacdesk.services.staff.training import Training
from hvacdesk.store.office import office
from tests.helpers.ground import Ground
from tests.helpers.paper import read_text
from tests.helpers.people import customer

MISSING = Phrase("Documents", "Not passed in this year")
SOMEBODY = CallNoteRecord(caller_name="森 茂", phone="052-111-2222", text="冷えない")
Act = Callable[[], object]


@pytest.fixture
def rules(ground: Ground) -> Rules:
    with ground.workplace.transaction() as session:
        office.save_facts(session, OfficeFacts("唐山空調", "", "", LegalForm.COMPANY, 3))
    return Rules(ground.workplace)


def own(rules: Rules, ground: Ground, title: str = "鍵の決まり", body: str = "鍵は棚へ。") -> str:
    return rules.save_draft(ground.owner, RuleDraft(title, body))


def passed(ground: Ground, actor: Actor, *, right: bool = True) -> None:
    training = Training(ground.workplace)
    quiz = training.begin(random.Random(1).randrange)
    training.finish(actor, quiz, [one.right if right else (one.right + 1) % 3 for one in quiz.questions])


class TestTexts:
    def test_the_shipped_texts_are_proposals_until_an_owner_takes_them(
        self, ground: Ground, rules: Rules
    ) -> None:
        proposed = rules.current(ground.owner)
        assert [one.code for one in proposed] == list(TEMPLATES)
        assert {one.state for one in proposed} == {RuleState.PROPOSED}
        assert rules.proposals(ground.owner) == len(TEMPLATES)
        assert rules.current(ground.desk) == ()
        assert rules.proposals(ground.desk) == 0
        assert rules.take_proposals(ground.owner, "papers") == 1
        assert [one.code for one in rules.current(ground.desk)] == ["papers"]
        assert rules.take_proposals(ground.owner) == len(TEMPLATES) - 1
        assert rules.proposals(ground.owner) == 0
        assert [one.code for one in rules.to_acknowledge(ground.desk)] == list(TEMPLATES)

    def test_whoever_puts_a_text_in_force_has_read_it(self, ground: Ground, rules: Rules) -> None:
        rules.take_proposals(ground.owner)
        assert rules.to_acknowledge(ground.owner) == ()

    def test_owners_alone_write(self, ground: Ground, rules: Rules) -> None:
        text = own(rules, ground)
        for role in set(Role) - {Role.OWNER}:
            person = ground.people[role]
            for act in (
                lambda who: rules.save_draft(who, RuleDraft("t", "b")),
                lambda who: rules.put_in_force(who, text, 1),
                lambda who: rules.drop_draft(who, text, 1),
                rules.take_proposals,
                lambda who: rules.withdraw(who, text),
                lambda who: rules.text_pdf(who, text, english),
            ):
                with pytest.raises(NotPermitted):
                    act(person)

    def test_a_new_version_replaces_the_former_and_both_stay(self, ground: Ground, rules: Rules) -> None:
        rules.take_proposals(ground.owner, "papers")
        (first,) = rules.current(ground.desk)
        rules.acknowledge(ground.desk, first.text)
        draft = rules.save_draft(ground.owner, RuleDraft(first.title, "紙は毎日戻す。", code="papers"))
        assert rules.to_acknowledge(ground.desk) == ()  # a draft binds nobody
        rules.put_in_force(ground.owner, draft, 1)
        newest, former = rules.versions(ground.desk, "papers")
        assert (newest.version, newest.state, newest.in_force_by) == (
            2,
            RuleState.IN_FORCE,
            ground.owner.name,
        )
        assert (former.version, former.state, former.ended_by) == (1, RuleState.REPLACED, ground.owner.name)
        assert former.acknowledged_on
        assert [one.text for one in rules.to_acknowledge(ground.desk)] == [draft]
        assert rules.versions(ground.owner, "papers")[-1].state is RuleState.PROPOSED

    def test_a_draft_is_never_saved_over_another_ones_words(self, ground: Ground, rules: Rules) -> None:
        text = own(rules, ground)
        (draft,) = [one for one in rules.current(ground.owner) if one.text == text]
        mine = RuleDraft("鍵", "毎日数える。", draft.code, text, draft.revision)
        rules.save_draft(ground.owner, mine)
        with pytest.raises(ChangedMeanwhile):
            rules.save_draft(ground.owner, mine)
        with pytest.raises(ChangedMeanwhile):
            rules.save_draft(ground.owner, RuleDraft("鍵", "別の下書き", code=draft.code))
        rules.put_in_force(ground.owner, text, 2)
        with pytest.raises(NoDraft):
            rules.save_draft(ground.owner, replace(mine, revision=2))
        with pytest.raises(NoDraft):
            rules.drop_draft(ground.owner, text, 2)
        with pytest.raises(NoDraft):
            rules.put_in_force(ground.owner, text, 2)

    def test_a_draft_is_put_in_force_or_thrown_away_as_it_was_shown(
        self, ground: Ground, rules: Rules
    ) -> None:
        text = own(rules, ground)
        (shown,) = [one for one in rules.current(ground.owner) if one.text == text]
        rules.save_draft(ground.owner, RuleDraft("鍵", "鍵は持ち帰る。", shown.code, text, shown.revision))
        for act in (rules.put_in_force, rules.drop_draft):
            with pytest.raises(ChangedMeanwhile):
                act(ground.owner, text, shown.revision)
        (now,) = [one for one in rules.current(ground.owner) if one.text == text]
        assert (now.state, now.body, now.acknowledged_on) == (RuleState.DRAFT, "鍵は持ち帰る。", None)
        rules.drop_draft(ground.owner, text, now.revision)
        assert text not in [one.text for one in rules.current(ground.owner)]

    def test_english_is_shown_as_long_as_the_text_is_the_shipped_one(
        self, ground: Ground, rules: Rules
    ) -> None:
        rules.take_proposals(ground.owner, "papers")
        (found,) = rules.current(ground.desk)
        assert found.title_in("en") == shipped("en")["papers"].title
        draft = rules.save_draft(ground.owner, RuleDraft(found.title, f"{found.body}\n追記", code="papers"))
        rules.put_in_force(ground.owner, draft, 1)
        (found,) = rules.current(ground.desk)
        assert found.title_in("en") == shipped("ja")["papers"].title

    def test_script_in_a_text_is_text_on_paper(self, ground: Ground, rules: Rules) -> None:
        text = own(rules, ground, body="<script>alert(1)</script>\n<b>太い</b>")
        rules.put_in_force(ground.owner, text, 1)
        said = read_text(rules.text_pdf(ground.desk, text, words_for("ja")))
        assert "<script>alert(1)</script>" in said
        assert "<b>太い</b>" in said


class TestAcknowledging:
    def test_it_is_on_record_once(self, ground: Ground, rules: Rules) -> None:
        text = own(rules, ground)
        rules.put_in_force(ground.owner, text, 1)
        rules.acknowledge(ground.desk, text)
        rules.acknowledge(ground.desk, text)
        entries = AuditLog(ground.workplace).entries(ground.owner, limit=20)
        logged = [one for one in entries if one.action is Action.RULE_ACKNOWLEDGED]
        assert [(one.actor_name, one.subject) for one in logged] == [(ground.desk.name, f"rule_text:{text}")]

    def test_a_text_withdrawn_while_unread_asks_nobody_any_more(self, ground: Ground, rules: Rules) -> None:
        rules.put_in_force(ground.owner, own(rules, ground), 1)
        passed(ground, ground.desk)
        ground.clock.pass_time(days=31)
        standings = Standings(ground.workplace)
        assert standings.waiting(ground.desk)
        (text,) = [one.text for one in rules.to_acknowledge(ground.desk)]
        rules.withdraw(ground.owner, text)
        assert rules.to_acknowledge(ground.desk) == ()
        assert standings.waiting(ground.desk) == ()
        assert [one.state for one in rules.current(ground.owner) if one.text] == [RuleState.WITHDRAWN]
        with pytest.raises(RecordGone):
            rules.acknowledge(ground.desk, text)
        with pytest.raises(RecordGone):
            rules.withdraw(ground.owner, text)


class TestTraining:
    def test_a_failed_try_is_on_record_and_another_may_follow(self, ground: Ground, rules: Rules) -> None:
        training = Training(ground.workplace)
        passed(ground, ground.desk, right=False)
        passed(ground, ground.desk)
        assert [(one.passed, one.right) for one in training.own(ground.desk)] == [(True, 10), (False, 0)]

    def test_the_record_is_for_owners_and_inspectors_and_ones_own_for_everybody(
        self, ground: Ground, rules: Rules
    ) -> None:
        training = Training(ground.workplace)
        passed(ground, ground.desk)
        assert training.person_pdf(ground.desk, ground.desk.account, english).startswith(b"%PDF")
        assert training.years(ground.people[Role.INSPECTOR]) == (2026,)
        for role in (Role.DESK, Role.ACCOUNTING, Role.TECHNICIAN):
            person = ground.people[role]
            with pytest.raises(NotPermitted):
                training.year_pdf(person, 2026, english)
            with pytest.raises(NotPermitted):
                training.person_pdf(person, ground.owner.account, english)
            with pytest.raises(NotPermitted):
                Standings(ground.workplace).everybody(person)

    @pytest.mark.parametrize("language", ["ja", "en"])
    def test_the_years_record_names_who_passed_and_who_did_not(
        self, ground: Ground, rules: Rules, language: str
    ) -> None:
        training = Training(ground.workplace)
        passed(ground, ground.desk)
        said = read_text(training.year_pdf(ground.owner, 2026, words_for(language)))
        above, _, below = said.partition(words_for(language)(MISSING))
        assert ground.desk.name in above
        assert "2026" in above
        assert ground.other_technician.name.split()[0] in below
        assert ground.desk.name not in below

    def test_somebody_who_left_stays_on_record(self, ground: Ground, rules: Rules) -> None:
        training = Training(ground.workplace)
        passed(ground, ground.desk)
        with ground.workplace.transaction() as session:
            office.deactivate(session, ground.desk.account)
            office.deactivate(session, ground.people[Role.ACCOUNTING].account)
        year = read_text(training.year_pdf(ground.owner, 2026, english))
        person = read_text(training.person_pdf(ground.owner, ground.desk.account, english))
        assert f"{ground.desk.name} (left the office)" in year
        assert f"{ground.desk.name} (left the office)" in person
        assert ground.people[Role.ACCOUNTING].name not in year  # who left need not pass any more
        rows = {one.account: one for one in Standings(ground.workplace).everybody(ground.owner)}
        assert not rows[ground.desk.account].active
        assert rows[ground.desk.account].trained_on == ground.workplace.today()


class TestTheGate:
    """Every reveal and the export, for a person whose 30 days are over."""

    @pytest.fixture
    def known(self, ground: Ground, rules: Rules) -> str:
        found = Customers(ground.workplace).add(ground.owner, customer(), with_site=True)
        rules.take_proposals(ground.owner)
        return found

    def reveals(self, ground: Ground, known: str, actor: Actor) -> list[Act]:
        place, call = ground.workplace, RevealReason.CALL
        customers, jobs, contacts = Customers(place), Jobs(place), Contacts(place)
        site = jobs.sites(ground.owner, known)[0].site
        contact = contacts.add(ground.owner, known, ContactRecord(name=PersonName("森", "茂")))
        note = CallNotes(place).take(ground.owner, SOMEBODY)
        return [
            lambda: customers.reveal(actor, known, CustomerField.PHONE, call),
            lambda: customers.reveal_contact(actor, known, call),
            lambda: jobs.reveal_site(actor, site, SiteField.ADDRESS, call),
            lambda: jobs.reveal_site(actor, site, SiteField.LOCK_CODES, call),
            lambda: contacts.reveal(actor, contact, ContactField.NAME, call),
            lambda: CallNotes(place).reveal(actor, note, CallField.NAME, call),
            lambda: CallNotes(place).caller(actor, note),
        ]

    def test_nothing_is_shown_once_the_days_are_over(self, ground: Ground, rules: Rules, known: str) -> None:
        acts = self.reveals(ground, known, ground.desk)
        ground.clock.pass_time(days=30)
        for act in acts:
            act()
        ground.clock.pass_time(days=1)
        logged = len(AuditLog(ground.workplace).entries(ground.owner, limit=500))
        for act in acts:
            with pytest.raises(DutiesOverdue):
                act()
        assert len(AuditLog(ground.workplace).entries(ground.owner, limit=500)) == logged

    def test_nor_is_anything_exported(self, ground: Ground, rules: Rules, known: str) -> None:
        ground.clock.pass_time(days=31)
        steps: list[int] = []
        with pytest.raises(DutiesOverdue):
            Exporting(ground.workplace).export(
                ground.owner,
                next(iter(ExportReason)),
                ExportExtent.MASKED,
                english,
                lambda done, _total: steps.append(done),
                lambda: False,
            )
        assert steps == []  # refused before the work, not after it

    def test_what_was_missed_opens_it_again(self, ground: Ground, rules: Rules, known: str) -> None:
        act = self.reveals(ground, known, ground.desk)[0]
        ground.clock.pass_time(days=31)
        for one in rules.to_acknowledge(ground.desk):
            rules.acknowledge(ground.desk, one.text)
        with pytest.raises(DutiesOverdue):
            act()
        passed(ground, ground.desk, right=False)
        with pytest.raises(DutiesOverdue):
            act()
        passed(ground, ground.desk)
        act()

    def test_an_office_without_rules_is_never_closed(self, ground: Ground) -> None:
        known = Customers(ground.workplace).add(ground.owner, customer())
        ground.clock.pass_time(days=4000)
        Customers(ground.workplace).reveal(ground.desk, known, CustomerField.PHONE, RevealReason.CALL)

    def test_every_way_to_what_is_hidden_leaves_one_of_these_entries(self) -> None:
        """A saved invoice is counted as a print of its customer, and asks as every file outside does."""
        saved = {
            Action.INVOICE_SAVED,
            Action.ESTIMATE_SAVED,
            Action.RECEIPT_SAVED,
            Action.PAYMENT_REMINDER_SAVED,
        }
        ways = {*REVEALS, *EXPORTS, *saved} - {Action.SHOWN_FOR_INCIDENT}
        assert ways == STANDING_NEEDED
        assert saved <= PRINTS


class TestStandings:
    def test_the_owner_sees_who_is_where(self, ground: Ground, rules: Rules) -> None:
        rules.take_proposals(ground.owner)
        passed(ground, ground.owner)
        ground.clock.pass_time(days=25)
        found = {one.account: one for one in Standings(ground.workplace).everybody(ground.owner)}
        mine, desk = found[ground.owner.account], found[ground.desk.account]
        today = ground.workplace.today()
        assert (mine.acknowledged, mine.rules, mine.state(today)) == (4, 4, StandingState.DONE)
        assert (desk.acknowledged, desk.state(today)) == (0, StandingState.SOON)

    def test_duties_are_ones_own_and_for_the_owner_also_the_others(
        self, ground: Ground, rules: Rules
    ) -> None:
        standings = Standings(ground.workplace)
        assert standings.duties(ground.desk) == ()
        rules.take_proposals(ground.owner, "papers")
        due = ground.workplace.today() + timedelta(days=30)
        mine = standings.duties(ground.desk)
        assert {(one.kind, one.due) for one in mine} == {(DutyKind.RULES, due), (DutyKind.TRAINING, due)}
        names = {one.about for one in standings.duties(ground.owner)}
        assert ground.desk.name in names
        assert ground.owner.name not in names

    def test_a_recovery_without_an_account_is_asked_nothing(self, ground: Ground, rules: Rules) -> None:
        nobody = Actor("f" * 32, "recovery", frozenset({Role.OWNER}))
        rules.take_proposals(ground.owner)
        assert Standings(ground.workplace).own(nobody) is None
        assert Standings(ground.workplace).waiting(nobody) == ()
