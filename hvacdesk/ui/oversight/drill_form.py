"""Writing down a backup drill."""

from __future__ import annotations

from collections.abc import Callable

from hvacdesk.domain.backups.drills import (
    DRILL_OUTCOME_NAMES,
    DRILL_STEPS,
    DRILL_WAY_NAMES,
    Drill,
    DrillOutcome,
    DrillWay,
)
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.code_choice import code_choice
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.text import label


class DrillForm(FormDialog):
    """Which backup was restored where, and whether everything was there."""

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__(ctx, "", width=480)
        self.set_title(self.tr("Note a backup drill"))
        self.form.column.addWidget(label(ctx.words(DRILL_STEPS), "muted", wrap=True))
        today = ctx.today()
        self.day = self.form.add("on", self.tr("Day of the drill"), DateField(today), required=True)
        self.day.set_iso(today.isoformat())
        self.backup_of = self.form.add(
            "backup_of", self.tr("Day of the backup that was restored"), DateField(today), required=True
        )
        self.way = self.form.add(
            "way", self.tr("Where it was restored"), code_choice(ctx.words, DRILL_WAY_NAMES)
        )
        self.outcome = self.form.add(
            "outcome", self.tr("How it went"), code_choice(ctx.words, DRILL_OUTCOME_NAMES)
        )
        self.form.column.addStretch(1)
        self.watch()
        self.keep_draft("drill", "new", "safeguards", section="duties", drill="yes")
        self.fit(520, 480)

    def collect(self) -> Callable[[], object]:
        drill = Drill(
            on=self.day.iso("on"),
            backup_of=self.backup_of.iso("backup_of"),
            way=DrillWay(self.way.currentData()),
            outcome=DrillOutcome(self.outcome.currentData()),
        )
        office, actor = self.ctx.office, self.ctx.actor
        return lambda: office.drills.note(actor, drill)
