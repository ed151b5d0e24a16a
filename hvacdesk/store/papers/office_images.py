"""The office's own pictures and the layout of its papers."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from hvacdesk.domain.clock import stamp
from hvacdesk.domain.papers.letterhead import ImageKind, Letterhead, OptionalBlock, PaperLayout
from hvacdesk.store.models import OfficeImage
from hvacdesk.store.office import office

_LAYOUT = "paper_layout"


def letterhead(session: Session) -> Letterhead:
    """What the office puts on its papers now."""
    return Letterhead(
        facts=office.facts(session),
        layout=layout(session),
        logo=png(session, ImageKind.LOGO),
        seal=png(session, ImageKind.SEAL),
    )


def layout(session: Session) -> PaperLayout:
    """The chosen layout, or the usual one. Blocks that this program does not know are left out."""
    kept = office.setting(session, office.OFFICE, _LAYOUT)
    if kept is None:
        return PaperLayout()
    return PaperLayout(
        seal_titles=tuple(kept["seal_titles"]),
        blocks=frozenset(block for block in OptionalBlock if block.value in kept["blocks"]),
        footer=kept["footer"],
    )


def save_layout(session: Session, chosen: PaperLayout) -> None:
    """Remember the layout."""
    value = {
        "seal_titles": list(chosen.seal_titles),
        "blocks": sorted(block.value for block in chosen.blocks),
        "footer": chosen.footer,
    }
    office.save_setting(session, office.OFFICE, _LAYOUT, value)


def png(session: Session, kind: ImageKind) -> bytes:
    """A picture, empty where there is none."""
    return session.scalar(select(OfficeImage.png).where(OfficeImage.kind == kind.value)) or b""


def save_png(session: Session, kind: ImageKind, picture: bytes, at: datetime) -> None:
    """Store a picture in place of an earlier one."""
    drop_png(session, kind)
    session.add(OfficeImage(kind=kind.value, png=picture, added_at=stamp(at)))


def drop_png(session: Session, kind: ImageKind) -> None:
    """Delete a picture."""
    session.execute(delete(OfficeImage).where(OfficeImage.kind == kind.value))
