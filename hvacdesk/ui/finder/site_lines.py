"""What a page shows of a site: its name, and each described field on a line, with its *Show*."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.fields import Use
from hvacdesk.domain.jobs.jobs import SiteField, SiteView
from hvacdesk.domain.jobs.site_fields import SITE_FIELDS
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.finder.reveal import Revealer
from hvacdesk.ui.widgets.masked_value import MaskedValue
from hvacdesk.ui.widgets.text import label


def site_lines(ctx: DeskContext, reveal: Revealer, site: SiteView) -> Iterator[tuple[SiteField, QWidget]]:
    """The lines in their order; a field of which nothing is known has none, the address apart."""
    title = site.values[SiteField.LABEL].text
    if title:
        yield SiteField.LABEL, label(title, "strong", wrap=True)
    for one in SITE_FIELDS.used(Use.SHOWN):
        masked = site.values[one.key]
        name = ctx.words(one.card or one.label)
        if one.revealed and (masked.text or one.key is SiteField.ADDRESS):
            yield one.key, _asking(ctx, reveal, site, one.key, name)
        elif masked.text:
            yield one.key, MaskedValue(name, masked)


def _asking(ctx: DeskContext, reveal: Revealer, site: SiteView, field: SiteField, name: str) -> MaskedValue:
    def ask(show: Callable[[str], None]) -> None:
        reveal.ask(
            value, lambda reason: ctx.office.jobs.reveal_site(ctx.actor, site.site, field, reason), show
        )

    value = MaskedValue(name, site.values[field], ask)
    return value
