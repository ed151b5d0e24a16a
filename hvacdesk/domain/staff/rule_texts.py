"""The office's written rules: proposals shipped with the program, versions, and who brought them into force.

Source: the office's own rule 4, "rules, training, penalties". The rules are the office's own text: nothing
binds anybody before a person responsible puts a version in force.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hvacdesk.domain.errors import Missing, UserFacingError
from hvacdesk.domain.text.input_checks import clean_line, clean_text
from hvacdesk.domain.text.wording import Phrase, phrase

TITLE_LIMIT = 80
BODY_LIMIT = 20_000
"""Characters of one rule text: some fifteen printed pages, more than anybody reads."""

_FENCE = "+++"


class RuleState(StrEnum):
    """How far a version of a rule text is. A proposal is shipped and not the office's yet."""

    PROPOSED = "proposed"
    DRAFT = "draft"
    IN_FORCE = "in_force"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


RULE_STATE_NAMES: dict[RuleState, Phrase] = {
    RuleState.PROPOSED: phrase("RuleTexts", "proposed"),
    RuleState.DRAFT: phrase("RuleTexts", "draft"),
    RuleState.IN_FORCE: phrase("RuleTexts", "in force"),
    RuleState.REPLACED: phrase("RuleTexts", "replaced"),
    RuleState.WITHDRAWN: phrase("RuleTexts", "withdrawn"),
}


class NoDraft(UserFacingError):
    """This version is not a draft any more."""

    what = phrase("Errors", "This text is no draft any more.")
    todo = phrase("Errors", "Open the text again: somebody put it in force, replaced or withdrew it.")


@dataclass(frozen=True)
class RuleTemplate:
    """A rule text as shipped, in one language.

    Attributes:
        code: names the text across languages and versions.
        source: what it follows; shown with the text.
        as_of: the month ``YYYY-MM`` in which that was read.
    """

    code: str
    title: str
    source: str
    as_of: str
    body: str


@dataclass(frozen=True)
class RuleVersion:
    """One version of a rule text.

    Attributes:
        text: record id; empty for a proposal.
        version: counts the versions of one text from 1; 0 for a proposal.
        revision: rises with each save of a draft.
        made_by, in_force_by, ended_by: names of people.
        made_on, in_force_on, ended_on: None where it has not come to that.
        english: title and body in English where the text is the shipped one word for word.
        acknowledged_on: the day on which the reader acknowledged it; None if they have not.
    """

    text: str
    code: str
    version: int
    state: RuleState
    title: str
    body: str
    source: str
    as_of: str
    revision: int = 0
    made_by: str = ""
    made_on: date | None = None
    in_force_by: str = ""
    in_force_on: date | None = None
    ended_by: str = ""
    ended_on: date | None = None
    english: tuple[str, str] | None = None
    acknowledged_on: date | None = None

    def title_in(self, language: str) -> str:
        """The title for a reader of this language: the office's own words where there is no other."""
        return self.english[0] if language == "en" and self.english else self.title

    def body_in(self, language: str) -> str:
        """The text for a reader of this language."""
        return self.english[1] if language == "en" and self.english else self.body


@dataclass(frozen=True)
class RuleDraft:
    """What an owner writes.

    Attributes:
        code: of the text that it becomes a version of; empty for a new text.
        text: the draft that is changed; empty for a new draft.
        revision: of that draft when it was opened.
    """

    title: str
    body: str
    code: str = ""
    text: str = ""
    revision: int = 0


def parse_template(text: str) -> RuleTemplate:
    """Read a shipped file: a TOML header between two lines ``+++``, then Markdown.

    Raises :class:`ValueError` for a file without header and :class:`KeyError` for one without a key.
    """
    _before, header, body = text.split(f"{_FENCE}\n", 2)
    facts = tomllib.loads(header)
    return RuleTemplate(
        facts["code"], facts["title"], facts["source"], facts["as_of"], clean_text("body", body)
    )


def checked_draft(draft: RuleDraft) -> RuleDraft:
    """The draft as it is stored. Raises :class:`InvalidInput` naming ``title`` or ``body``."""
    title = clean_line("title", draft.title, limit=TITLE_LIMIT)
    body = clean_text("body", draft.body, limit=BODY_LIMIT)
    for field, value in (("title", title), ("body", body)):
        if not value:
            raise Missing(field)
    return RuleDraft(title, body, draft.code, draft.text, draft.revision)
