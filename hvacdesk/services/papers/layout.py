"""How the office's papers look: what the person responsible sets, and a sample page of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hvacdesk.documents.kit.pictures import is_whole_png, png_size
from hvacdesk.documents.papers.sample import draw_sample
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.meanwhile import joined
from hvacdesk.domain.office.office import OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.letterhead import ImageKind, Letterhead, PaperLayout, check_layout
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.services.office.settings import check_facts, save_facts
from hvacdesk.services.permissions import anybody_logged_in, needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.papers import office_images as store

MOST_BYTES = 2_000_000
MOST_PIXELS = 1_200
"""Width and height of a stored picture: 600 dpi at the largest size in which a paper shows one."""


@dataclass(frozen=True)
class FactsTyped:
    """The office's facts as a person typed them, and as they had seen them."""

    typed: OfficeFacts
    read: OfficeFacts


class NotAPicture(UserFacingError):
    """The file holds no picture that can be used."""

    what = phrase("Errors", "This file is no PNG or JPEG picture, or it is damaged.")
    todo = phrase("Errors", "Choose a PNG or JPEG file, for example a scan of the seal.")


class PictureTooLarge(UserFacingError):
    """The file or the picture in it is larger than a logo or seal needs."""

    what = phrase("Errors", "This picture is too large.")
    todo = phrase("Errors", "Choose one of at most 10 MB and 8000 × 8000 pixels.")


class Layout:
    """The layout of an open office's papers."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @anybody_logged_in
    def letterhead(self) -> Letterhead:
        """What the office puts on its papers; everybody may see it, since every paper shows it."""
        with self._workplace.reading() as session:
            return store.letterhead(session)

    @needs(Permission.MANAGE_OFFICE)
    def change(
        self, actor: Actor, layout: PaperLayout, read: PaperLayout, facts: FactsTyped | None = None
    ) -> None:
        """Change boxes, blocks and foot; papers drawn from now on follow.

        Args:
            read: the layout as the person saw it: of this only what is another now is changed.
            facts: what papers say of the office, which is changed in the same step.

        Raises:
            InvalidInput: names ``seal_titles``, ``footer`` or a field of the facts.
            ChangedMeanwhile: somebody else changed it since.
        """
        checked = check_layout(layout)
        typed = None if facts is None else check_facts(facts.typed, facts.read)
        with self._workplace.transaction() as session:
            if facts is not None and typed is not None:
                save_facts(self._workplace, session, actor, typed, facts.read)
            checked = joined(read, checked, store.layout(session))
            store.save_layout(session, checked)
            self._workplace.record(session, actor, Action.LAYOUT_CHANGED)

    @needs(Permission.MANAGE_OFFICE)
    def set_image(self, actor: Actor, kind: ImageKind, png: bytes) -> None:
        """Store a picture that was decoded and encoded again as PNG.

        Raises:
            NotAPicture: it is no PNG, or a damaged one: no paper could be drawn any more.
            PictureTooLarge: it is larger than :data:`MOST_BYTES` or :data:`MOST_PIXELS`.
        """
        _check_png(png)
        # Nothing shown is asked for: a picture comes from a file that stays, and is seen at once.
        with self._workplace.transaction() as session:
            store.save_png(session, kind, png, self._workplace.now())
            self._workplace.record(session, actor, Action.LAYOUT_CHANGED, image=kind.value)

    @needs(Permission.MANAGE_OFFICE)
    def drop_image(self, actor: Actor, kind: ImageKind) -> None:
        """Print without this picture from now on."""
        # Nothing shown is asked for, as above.
        with self._workplace.transaction() as session:
            store.drop_png(session, kind)
            self._workplace.record(session, actor, Action.LAYOUT_CHANGED, image=kind.value)

    @anybody_logged_in
    def sample(self, letterhead: Letterhead, words: Words) -> bytes:
        """A work order about nobody, drawn with a layout and pictures that need not be saved yet.

        Args:
            letterhead: the office's facts in it are put in as they are stored.

        Raises:
            InvalidInput, NotAPicture, PictureTooLarge: it could not be saved either.
        """
        with self._workplace.reading() as session:
            facts = store.letterhead(session).facts
        for png in filter(None, (letterhead.logo, letterhead.seal)):
            _check_png(png)
        drawn = replace(letterhead, facts=facts, layout=check_layout(letterhead.layout))
        return draw_sample(drawn, words, self._workplace.today().isoformat())


def _check_png(png: bytes) -> None:
    if len(png) > MOST_BYTES:
        raise PictureTooLarge
    size = png_size(png)
    if size is None:
        raise NotAPicture
    if not all(0 < side <= MOST_PIXELS for side in size):
        raise PictureTooLarge
    if not is_whole_png(png):
        raise NotAPicture
