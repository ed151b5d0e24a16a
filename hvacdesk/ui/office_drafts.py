"""What the office is asked of a half-typed form's draft, and told of it, on whatever thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hvacdesk.domain.office.half_typed import HalfTypedBefore, NumberLeftOut
from hvacdesk.domain.roles import Actor
from hvacdesk.ui.given_up import GivenUp
from hvacdesk.ui.half_typed import Earlier, OpenForm, Opening, Payload, Since, payload_of

if TYPE_CHECKING:
    from hvacdesk.services.open_office import Office


class OfficeDrafts:
    """The drafts of one logged-in person, as the office has them.

    Args:
        given_up: what this PC remembers of forms that are no longer.
    """

    def __init__(self, office: Office, actor: Actor, given_up: GivenUp) -> None:
        self._office, self._actor, self._given_up = office, actor, given_up

    def read(self, form: OpenForm, opening: Opening) -> tuple[Since, Payload | None]:
        """When the form was opened, and what is stored of it or an earlier one."""
        passed = (self._office.clock() - opening.opened).total_seconds()
        at, line, found = self._office.drafts.begin(self._actor, form.form, form.subject, passed)
        name = "" if found is None else found.get("name", "")
        if name in self._given_up:  # what was saved must not be given back
            self._office.drafts.drop(self._actor, form.form, form.subject, "", (name,))
            found = None
        return (at, line), found

    def keep(self, form: OpenForm, opening: Opening, typed: Payload, edition: int) -> None:
        """Store what was typed; asks first what is there, which no form is to write over unseen.

        Raises :class:`Earlier` where that is what an earlier form stored.
        """
        if not opening.begun:
            since, found = self.read(form, opening)
            if found is not None and not opening.knows(found):
                raise Earlier(since, found)
            opening.begun, opening.ledger = since
        self.store(form, opening, typed, edition)

    def keep_whole(self, form: OpenForm, opening: Opening, typed: Payload) -> None:
        """Store all that was typed. Raises :class:`NumberLeftOut` where a number was not stored."""
        self.keep(form, opening, typed, opening.next_edition())
        if opening.left_out:
            raise NumberLeftOut(opening.left_out[0])

    def store(self, form: OpenForm, opening: Opening, typed: Payload, edition: int) -> None:
        """Store it; nothing where the form is finished.

        A caller that finishes it says so first, and then asks whether something may be stored: either it is
        deleted, and what comes to the office later is refused there, or nothing is sent.
        """
        again, opening.may_be_stored = opening.may_be_stored, True
        if opening.finished:
            return
        payload = payload_of(form, opening, typed, edition)
        try:
            left_out = self._office.drafts.keep(self._actor, form.form, form.subject, payload, again)
        except HalfTypedBefore:  # another form stored meanwhile: it is asked what, and told
            opening.may_be_stored, opening.begun = again, ""
            raise
        if edition == opening.edition:
            opening.note_stored(typed, left_out)
