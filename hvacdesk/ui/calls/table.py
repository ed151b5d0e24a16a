"""The columns that every list of call notes shows, fewer beside a customer."""

from __future__ import annotations

from hvacdesk.domain.calls.call_notes import CallNoteRow
from hvacdesk.domain.clock import moment_of, office_time
from hvacdesk.domain.masked import Masked
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.named_rows import names_its_customer
from hvacdesk.ui.wording.calls import (
    due_text,
    for_text,
    name_text,
    state_chip,
    subject_text,
    way_text,
)


class CallsTable(DataTable):
    """Call notes under each other.

    Args:
        with_names: False where all of them are about one customer.
    """

    def __init__(self, ctx: DeskContext, name: str, *, with_names: bool = True) -> None:
        super().__init__(name, record="note")
        words, today = ctx.words, ctx.today()
        named = (Column("name", self.tr("Name"), width=100, stretch=2, kind="masked", value=_name),)
        wide = (
            Column("for", self.tr("For"), width=90, stretch=1, kind="muted", wide_only=True, value=for_text),
            Column(
                "due",
                self.tr("Call back by"),
                width=110,
                kind="number",
                value=lambda row: due_text(row.call_back_by, today),
                sort=lambda row: row.call_back_by or "9999",
            ),
        )
        self.set_columns(
            (
                Column("at", self.tr("When"), width=128, kind="number", value=_when, wide_only=with_names),
                Column(
                    "way",
                    self.tr("Call"),
                    width=64,
                    value=lambda row: way_text(row, words),
                    wide_only=with_names,
                ),
                *(named if with_names else ()),
                Column("about", self.tr("About"), width=96, value=lambda row: subject_text(row, words)),
                Column(
                    "text",
                    self.tr("What was said"),
                    width=100,
                    stretch=4,
                    kind="masked",
                    wide_only=True,
                    value=_text,
                ),
                *(wide if with_names else ()),
                Column("state", self.tr("State"), width=84, kind="chip", value=state_chip),
            )
        )
        self.keep_columns(ctx.columns, "calls" if with_names else "customer_calls", names_its_customer)


def _name(row: CallNoteRow) -> Masked:
    return row.name if row.name.text else Masked(name_text(row))


def _text(row: CallNoteRow) -> Masked:
    """On one line: a table's row has no room for more."""
    return Masked(" ".join(row.text.text.split()), hidden=row.text.hidden)


def _when(row: CallNoteRow) -> str:
    return f"{office_time(moment_of(row.taken_at)):%Y-%m-%d %H:%M}"
