"""What was half typed when somebody else ended a login, kept in memory until its author logs in again."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from hvacdesk.domain.errors import LoginOver, Unfinished, UserFacingError
from hvacdesk.domain.text.wording import phrase
from hvacdesk.ui.language import listed

if TYPE_CHECKING:
    from hvacdesk.domain.roles import Actor
    from hvacdesk.ui.drafts import DraftKeeper
    from hvacdesk.ui.half_typed import HalfTyped, OpenForm


class FormsNotPutBack(Unfinished):
    """The login is there, but not all that was half typed before it is a draft of the office again."""

    what = phrase("Errors", "What you had half typed here could not be put back yet: {cause}")
    safe = phrase("Errors", "It is kept as long as the program stays open here.")
    todo = phrase("Errors", "Remove the cause, then log in here again: it is put back then.")


class PrintsNotNoted(UserFacingError):
    """A login ended before the office knew what was printed in it."""

    what = phrase("Errors", "Your login ended before the office PC knew what became of: {documents}.")
    safe = phrase("Errors", "Everything that was saved before is safe.")
    todo = phrase("Errors", "Tell the person responsible what you printed: it is in no list of the program.")


class KeptForms:
    """Everybody's half-typed forms, by account. Nothing of them is written anywhere."""

    def __init__(self) -> None:
        self._forms: dict[str, tuple[HalfTyped, ...]] = {}
        self._unnoted: dict[str, tuple[str, ...]] = {}

    def keep(self, actor: Actor, drafts: DraftKeeper, ended: UserFacingError) -> None:
        """Keep what this person has half typed now, unless it goes with what ended the login.

        What is still kept of an earlier login stays, but for what a form goes on with that is open now.

        Args:
            ended: why the login is over.
        """
        from hvacdesk.ui.printing.noting import unnoted

        if documents := (*self._unnoted.get(actor.account, ()), *unnoted(drafts.owed)):
            self._unnoted[actor.account] = documents
        typed = drafts.half_typed()
        anew = {name for one in typed for name in one.opening.names}
        earlier = self._forms.pop(actor.account, ())
        stays = not isinstance(ended, LoginOver) or ended.typed_stays
        if stays and (kept := (*typed, *(one for one in earlier if one.opening.name not in anew))):
            self._forms[actor.account] = kept
        self.drop_if_removed(ended)

    def drop_if_removed(self, error: UserFacingError) -> None:
        """Keep nothing any longer where the PC was removed from the office, perhaps since it was stolen."""
        from hvacdesk.domain.seats.seats import SeatRevoked  # known by then, and not needed before

        if isinstance(error, SeatRevoked):
            self._forms.clear()
            self._unnoted.clear()

    def put_back(self, actor: Actor, drafts: DraftKeeper) -> None:
        """Make drafts of what was kept for this person; what others typed waits for their own login.

        Each form is kept here until all of it was really put back, or it was saved or given up in this login,
        and one that fails keeps no other one away. A fault of the program goes to ``sys.excepthook``.

        Raises:
            FormsNotPutBack: some are still kept here alone.
            PrintsNotNoted: all are put back, and notes of prints ended with the earlier login.
        """
        drafts.gone.connect(partial(self._forget, actor))
        left: list[HalfTyped] = []
        cause: UserFacingError | None = None
        for one in self._forms.get(actor.account, ()):
            try:
                if drafts.put_back(one):
                    left.append(one)
            except UserFacingError as error:
                left.append(one)
                cause = cause or error
            except Exception as error:  # noqa: BLE001 - as said
                left.append(one)
                sys.excepthook(type(error), error, error.__traceback__)
        if left:
            self._forms[actor.account] = tuple(left)
        else:
            self._forms.pop(actor.account, None)
        if cause is not None:
            raise FormsNotPutBack(cause)
        self._tell_unnoted(actor)

    def _tell_unnoted(self, actor: Actor) -> None:
        """Tell this person, once, which notes of prints ended with their earlier login."""
        if documents := self._unnoted.pop(actor.account, ()):
            raise PrintsNotNoted(documents=listed(documents))

    def _forget(self, actor: Actor, gone: OpenForm, names: tuple[str, ...], typed: str) -> None:
        """What was saved or given up since must not come back as if it were still to be done.

        That is what these openings hold, and the very same typed once more.
        """
        from hvacdesk.ui.half_typed import text_of

        def is_gone(one: HalfTyped) -> bool:
            same = (one.form.form, one.form.key, text_of(one.typed)) == (gone.form, gone.key, typed)
            return same or one.opening.name in names

        if kept := tuple(one for one in self._forms.pop(actor.account, ()) if not is_gone(one)):
            self._forms[actor.account] = kept
