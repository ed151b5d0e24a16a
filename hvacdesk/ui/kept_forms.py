"""What was half typed at a seat whose login ended, kept in memory until the same person logs in again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hvacdesk.domain.errors import UserFacingError
    from hvacdesk.domain.roles import Actor
    from hvacdesk.ui.drafts import DraftKeeper, HalfTyped


class KeptForms:
    """Everybody's half-typed forms, by account. Nothing of them is written anywhere."""

    def __init__(self) -> None:
        self._forms: dict[str, tuple[HalfTyped, ...]] = {}

    def keep(self, actor: Actor, drafts: DraftKeeper, ended: UserFacingError) -> None:
        """Keep what this person has half typed now, unless the PC was removed.

        Args:
            ended: why the login is over.
        """
        if typed := drafts.half_typed():
            self._forms[actor.account] = typed
        self.drop_if_removed(ended)

    def drop_if_removed(self, error: UserFacingError) -> None:
        """Keep nothing any longer where the PC was removed from the office, perhaps since it was stolen."""
        from hvacdesk.domain.seats.seats import SeatRevoked  # known by then, and not needed before

        if isinstance(error, SeatRevoked):
            self._forms.clear()

    def take(self, actor: Actor) -> tuple[HalfTyped, ...]:
        """What was kept for this person, and is no longer; what others typed waits for their own login."""
        return self._forms.pop(actor.account, ())
