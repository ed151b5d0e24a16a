"""The office's rule texts: proposals, drafts, what is in force since when, and who acknowledged it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from hvacdesk.documents.staff.rule_texts import draw_rule_text
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.staff.rule_texts import (
    RuleDraft,
    RuleState,
    RuleTemplate,
    RuleVersion,
    checked_draft,
    parse_template,
)
from hvacdesk.domain.text.wording import Words
from hvacdesk.resource_files import resource
from hvacdesk.services.permissions import anybody_logged_in, body_decides, needs, nothing_without
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.papers import office_images
from hvacdesk.store.staff import rule_texts as store
from hvacdesk.store.staff.staff import account_names

TEMPLATES = ("seven-rules", "safeguards", "papers", "report-box")
"""The shipped texts, in the order in which they are read."""

_SHOWN_TO_ALL = frozenset({RuleState.IN_FORCE, RuleState.REPLACED, RuleState.WITHDRAWN})


@cache
def shipped(language: str) -> Mapping[str, RuleTemplate]:
    """The proposals in one language, by code. Raises the parser's errors for a file that is spoiled."""
    files = (resource("policies", language, f"{code}.md") for code in TEMPLATES)
    found = (parse_template(file.read_text(encoding="utf-8")) for file in files)
    return {one.code: one for one in found}


class Rules:
    """The rule texts of an open office. Everybody reads what is in force; owners write."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @nothing_without(Permission.MANAGE_RULES)
    def may_manage(self, actor: Actor) -> bool:
        """Whether the actor writes rule texts and puts them in force."""
        return actor.may(Permission.MANAGE_RULES)

    @body_decides("drafts and proposals for who manages the rules")
    def current(self, actor: Actor) -> tuple[RuleVersion, ...]:
        """What is in force; for owners also drafts, texts that were withdrawn, and proposals not adopted.

        In the order in which they are read: the shipped ones first, then the office's own.
        """
        versions = self._versions(actor)
        found = [one for one in versions if one.state is RuleState.IN_FORCE]
        if self.may_manage(actor):
            found += [one for one in versions if one.state is RuleState.DRAFT]
            shown, known = {one.code for one in found}, {one.code for one in versions}
            newest = {one.code: one for one in reversed(versions)}
            found += [one for code, one in newest.items() if code not in shown]
            found += [_proposal(one) for code, one in shipped("ja").items() if code not in known]
        return tuple(sorted(found, key=_reading))

    @body_decides("drafts and proposals for who manages the rules")
    def versions(self, actor: Actor, code: str) -> tuple[RuleVersion, ...]:
        """Every version of one text that the actor may see, the newest first, the shipped proposal last."""
        found = tuple(one for one in self._versions(actor) if one.code == code)
        if not self.may_manage(actor):
            return tuple(one for one in found if one.state in _SHOWN_TO_ALL)
        template = shipped("ja").get(code)
        return found if template is None else (*found, _proposal(template))

    @anybody_logged_in
    def proposals(self, actor: Actor) -> int:
        """How many shipped texts wait for an owner whose office has no rule in force; otherwise 0."""
        states = [one.state for one in self.current(actor)]
        return 0 if RuleState.IN_FORCE in states else states.count(RuleState.PROPOSED)

    @needs(Permission.MANAGE_RULES)
    def save_draft(self, actor: Actor, draft: RuleDraft) -> str:
        """Write a draft and return its record id; a version in force stays as it is.

        Raises:
            InvalidInput: title or text is missing or too long.
            ChangedMeanwhile: someone else drafted this text in the meantime.
            NoDraft: it is in force by now.
        """
        checked = checked_draft(draft)
        with self._workplace.transaction() as session:
            return self._draft(session, actor, checked)[0]

    @needs(Permission.MANAGE_RULES)
    def drop_draft(self, actor: Actor, text: str, shown: int) -> None:
        """Delete a draft.

        Args:
            shown: its revision whose words the person has before them.

        Raises:
            ChangedMeanwhile: somebody saved other words since.
            NoDraft: it is in force by now.
        """
        with self._workplace.transaction() as session:
            store.drop_draft(session, text, shown)
            self._workplace.record(session, actor, Action.RULE_DRAFT_DROPPED, f"rule_text:{text}")

    @needs(Permission.MANAGE_RULES)
    def put_in_force(self, actor: Actor, text: str, shown: int) -> None:
        """Put a draft in force from today; the person who does so has read it.

        Args:
            shown: its revision whose words the person has read.

        Raises:
            ChangedMeanwhile: somebody saved other words since.
            NoDraft: it is in force by now.
        """
        with self._workplace.transaction() as session:
            self._in_force(session, actor, text, shown)

    @needs(Permission.MANAGE_RULES)
    def take_proposals(self, actor: Actor, *codes: str) -> int:
        """Put shipped texts in force as they are: those named, or all that wait. Returns how many."""
        waiting = [one for one in self.current(actor) if one.state is RuleState.PROPOSED]
        taken = [one for one in waiting if not codes or one.code in codes]
        with self._workplace.transaction() as session:
            for one in taken:
                text, revision = self._draft(session, actor, RuleDraft(one.title, one.body, code=one.code))
                self._in_force(session, actor, text, revision)
        return len(taken)

    @needs(Permission.MANAGE_RULES)
    def withdraw(self, actor: Actor, text: str) -> None:
        """Take a text out of force: nobody has to acknowledge it any more. Raises :class:`RecordGone`."""
        with self._workplace.transaction() as session:
            store.withdraw(session, text, actor.account, self._workplace.today())
            self._workplace.record(session, actor, Action.RULE_WITHDRAWN, f"rule_text:{text}")

    @anybody_logged_in
    def to_acknowledge(self, actor: Actor) -> tuple[RuleVersion, ...]:
        """What is in force and the actor has not acknowledged yet."""
        return tuple(
            one for one in self.current(actor) if one.state is RuleState.IN_FORCE and not one.acknowledged_on
        )

    @anybody_logged_in
    def acknowledge(self, actor: Actor, text: str) -> None:
        """Note that the actor has read a text. A second time changes nothing.

        Raises :class:`RecordGone` for a text that is not in force any more.
        """
        with self._workplace.transaction() as session:
            if store.acknowledge(session, text, actor.account, self._workplace.today()):
                self._workplace.record(session, actor, Action.RULE_ACKNOWLEDGED, f"rule_text:{text}")

    @body_decides("drafts and proposals for who manages the rules")
    def text_pdf(self, actor: Actor, text: str, words: Words) -> bytes:
        """A text to be put up in the office, as a PDF. Raises :class:`RecordGone`."""
        with self._workplace.reading() as session:
            letterhead = office_images.letterhead(session)
            found = store.one(session, text, account_names(session), actor.account)
            if found.state not in _SHOWN_TO_ALL:
                actor.require(Permission.MANAGE_RULES)
            return draw_rule_text(found, words, letterhead)

    def _versions(self, actor: Actor) -> tuple[RuleVersion, ...]:
        with self._workplace.reading() as session:
            found = store.everything(session, account_names(session), actor.account)
        return tuple(map(_with_english, found))

    def _draft(self, session: Session, actor: Actor, draft: RuleDraft) -> tuple[str, int]:
        """Returns the draft's record id and its revision."""
        template = shipped("ja").get(draft.code)
        source, as_of = (template.source, template.as_of) if template else ("", "")
        row = store.save_draft(
            session, draft, actor.account, self._workplace.today(), source=source, as_of=as_of
        )
        subject = f"rule_text:{row.record_id}"
        self._workplace.record(session, actor, Action.RULE_DRAFTED, subject, version=row.version)
        return row.record_id, row.revision

    def _in_force(self, session: Session, actor: Actor, text: str, shown: int) -> None:
        today = self._workplace.today()
        row = store.put_in_force(session, text, shown, actor.account, today)
        store.acknowledge(session, text, actor.account, today)
        self._workplace.record(session, actor, Action.RULE_IN_FORCE, f"rule_text:{text}", version=row.version)


def _proposal(template: RuleTemplate) -> RuleVersion:
    return _with_english(
        RuleVersion(
            text="",
            code=template.code,
            version=0,
            state=RuleState.PROPOSED,
            title=template.title,
            body=template.body,
            source=template.source,
            as_of=template.as_of,
        )
    )


def _with_english(version: RuleVersion) -> RuleVersion:
    """Add the shipped English where the text is the shipped one word for word."""
    template, other = shipped("ja").get(version.code), shipped("en").get(version.code)
    if template is None or other is None or (version.title, version.body) != (template.title, template.body):
        return version
    return replace(version, english=(other.title, other.body))


def _reading(version: RuleVersion) -> tuple[int, str, int]:
    place = TEMPLATES.index(version.code) if version.code in TEMPLATES else len(TEMPLATES)
    return place, version.code, -version.version
