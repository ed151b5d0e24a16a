"""Two people save one record: the second one is told who saved what, and goes on from there.

The record is read again, and the same form is opened on it in place of the one whose save was refused, with
what was typed put in as a draft is put back. What only one of the two changed is there by that. What both
changed is shown side by side, and the form's button says that it saves over the other's. Sums of money are
not put together: what was typed stays where it is, and the other version can be opened with it beside.
Where a disposal took something out of the record, what was typed may hold that: it stands beside the record
as it is now, and nothing of it is put in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from hvacdesk.domain.clock import moment_of, office_time
from hvacdesk.domain.customers.merging import CustomerMerged
from hvacdesk.domain.errors import ChangedMeanwhile, RecordGone, UserFacingError
from hvacdesk.domain.oversight.saves import Save, SavedKind
from hvacdesk.ui import background
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.language import words
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.part_edit import PartEdit, PartText
from hvacdesk.ui.widgets.shown_fields import Shown, named_by
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.warning_box import WarningBox

if TYPE_CHECKING:
    from hvacdesk.ui.context import DeskContext
    from hvacdesk.ui.half_typed import Opening
    from hvacdesk.ui.widgets.form_dialog import FormDialog

R = TypeVar("R")

_MOST = 8
"""So many saves are told at most: more were made by people who are at it together."""
_MARK = "→ "


@dataclass(frozen=True)
class Present:
    """How a form's record is read once more.

    Attributes:
        kind, record, version: what was read, and in which version; 0 where it has none and is compared as a
            whole, so that the last save alone is told.
        read: reads it as it is now, on a worker thread.
        make: the same form about what was read.
        merges: whether what two people typed may be put together; not so for sums of money.
        decides: whether what is typed decides something about the record, rather than being part of it.
    """

    kind: SavedKind
    record: str
    version: int
    read: Callable[[], Any]
    make: Callable[[Any], FormDialog]
    merges: bool = True
    decides: bool = False


def chosen_of(rows: Sequence[R], is_it: Callable[[R], bool]) -> R:
    """The row of a list that is the form's record. Raises :class:`RecordGone`."""
    for row in rows:
        if is_it(row):
            return row
    raise RecordGone


class Difference(NamedTuple):
    """A field that somebody else changed, perhaps as one did oneself.

    ``theirs`` is None where it is hidden; ``mine`` where nobody typed anything here.
    """

    key: str
    name: str
    theirs: str | None
    mine: str | None


def differences(
    before: Mapping[str, Shown], mine: Mapping[str, Shown], theirs: Mapping[str, Shown], named: Sequence[str]
) -> tuple[Difference, ...]:
    """The fields that others changed.

    Args:
        before, mine, theirs: what the form showed at first, what it shows now, and what a new one shows.
        named: the columns that the log names, which tell of a change that a mask hides.
    """
    found = []
    nothing = Shown("", "")
    for key, now in theirs.items():
        was, typed = before.get(key, nothing), mine.get(key, nothing)
        hidden = now.hidden and named_by(named, key)
        if now.held == was.held and not hidden:
            continue
        changed = typed.held != was.held and (hidden or typed.held != now.held)
        shown = None if now.hidden else now.text
        found.append(Difference(key, now.name, shown, typed.text if changed else None))
    return tuple(found)


def look_whether_newer(form: FormDialog) -> None:
    """Say at once, rather than when it is saved, that a form was opened on an older state of its record.

    A list that somebody works in is not read again under their hands, nor is any while nobody answers.
    """
    present = form.present()
    if present is None or not present.version:
        return

    def compare(now: Any) -> None:
        if getattr(now, "version", 0) > present.version and not form.working:
            go_on_over_others(form, present, ChangedMeanwhile())

    background.ask(form, present.read).then(compare).otherwise(lambda _error: None)  # saving says it


def say_saved_since(form: FormDialog, seen: int) -> None:
    """Say that a form shows its record in a newer version than the one that was seen before it was opened."""
    present = form.present()
    if present is None or not 0 < seen < present.version:
        return
    count = min(_MOST, present.version - seen)
    saves, actor = form.ctx.office.saves, form.ctx.actor

    def show(found: tuple[Save, ...]) -> None:
        if any(save.who != actor.name for save in found):
            form.show_others(OthersNote(form, form, found, (), opened=True))

    background.ask(form, lambda: saves.latest(actor, present.kind, present.record, count)).then(
        show
    ).otherwise(lambda _error: None)


def go_on_over_others(form: FormDialog, present: Present, refusal: UserFacingError) -> None:
    """Read the record of a refused save as it is by now, and say what is different and whose doing it is."""

    def read(now: Any) -> None:
        fresh = present.make(now)
        fresh.draft.begin_without()
        theirs = fresh.shown()
        latest = fresh.present()
        count = 1 if latest is None else min(_MOST, max(1, latest.version - present.version))
        # Of a customer who was merged nobody saved the record: it came along.
        told = refusal.sentences(words)[0] if isinstance(refusal, CustomerMerged) else ""
        ask = partial(_meanwhile, form.ctx, present, count, form.draft.opening)
        background.ask(form, ask).with_busy(form.saving).then(
            lambda found: _show(form, fresh, theirs, present, () if told else found[0], found[1], told)
        ).otherwise(form.say_refused)

    background.ask(form, present.read).with_busy(form.saving).then(read).otherwise(form.say_refused)


def _meanwhile(
    ctx: DeskContext, present: Present, count: int, opening: Opening | None
) -> tuple[tuple[Save, ...], bool]:
    """The record's last saves, and whether a disposal took something out of it since the form was opened."""
    saves, kind, record = ctx.office.saves, present.kind, present.record
    begun, ledger = (opening.begun, opening.ledger) if opening is not None else ("", None)
    found = saves.latest(ctx.actor, kind, record, count)
    if not saves.removed_since(ctx.actor, kind, record, begun, ledger):
        return found, False
    return tuple(one for one in found if one.at >= begun), True  # the disposal raised the version as well


def _show(
    form: FormDialog,
    fresh: FormDialog,
    theirs: Mapping[str, Shown],
    present: Present,
    saves: Sequence[Save],
    removed: bool,
    told: str,
) -> None:
    kept = [
        one._replace(theirs=None) if theirs[one.key].hidden else one for one in _typed_beside(form, theirs)
    ]
    if removed:
        _begin_there(form, fresh, theirs, OthersNote(form, fresh, saves, kept, begun=True, removed=True))
        return
    named = [column for save in saves for column in save.fields]
    found = tuple(
        one._replace(
            theirs=None if one.theirs is None else form.said_as(one.key, one.theirs),
            mine=None if one.mine is None else form.said_as(one.key, one.mine),
        )
        for one in differences(form.begun or {}, form.shown(), theirs, named)
    )
    if present.merges:
        typed = form.typed()
        note = OthersNote(form, fresh, saves, found, decides=present.decides, told=told, opened=typed is None)
        _replace(form, fresh, theirs, note)
        if typed is not None:
            fresh.fill_over(typed, named)
        return
    note = OthersNote(form, fresh, saves, found, apart=True, told=told)
    beside = OthersNote(form, fresh, saves, kept, begun=True)
    note.offer(partial(_begin_there, form, fresh, theirs, beside))
    form.show_others(note)


def _typed_beside(form: FormDialog, theirs: Mapping[str, Shown]) -> list[Difference]:
    """What was typed into the form, each beside what the record holds there now."""
    return [
        Difference(key, mine.name, form.said_as(key, theirs[key].text), form.said_as(key, mine.text))
        for key, mine in form.shown().items()
        if key in theirs and mine.text != (form.begun or {}).get(key, mine).text
    ]


def _begin_there(form: FormDialog, fresh: FormDialog, theirs: Mapping[str, Shown], note: OthersNote) -> None:
    form.draft.release()
    _replace(form, fresh, theirs, note)


def _replace(form: FormDialog, fresh: FormDialog, theirs: Mapping[str, Shown], note: OthersNote) -> None:
    """Open the new form where the old one was; who waits for the old one hears what comes of the new one."""
    form.draft.hand_over()
    fresh.begun = dict(theirs)
    fresh.saved.connect(form.saved)
    fresh.finished.connect(form.done)
    fresh.show_others(note)
    if note.both and fresh.primary is not None:
        text = QCoreApplication.translate("OthersNote", "Save mine on top")
        fresh.primary.setText(text)
        fresh.primary.setAccessibleName(text)
    place = form.geometry()
    form.hide()
    fresh.open()
    fresh.setGeometry(place)


class OthersNote(WarningBox):
    """Who saved what and when, the other's values beside one's own, and what the form's button does now.

    Attributes:
        both: whether both changed a field to something different.

    Args:
        apart: one's own form stays open, since nothing may be put together.
        begun: it is in the other's version, beside what was typed in the former form.
        decides: see :class:`Present`.
        removed: a disposal took something out of the record since.
        told: what came between, where nobody saved the record itself.
        opened: nothing was typed yet.
    """

    def __init__(
        self,
        form: FormDialog,
        fresh: FormDialog,
        saves: Sequence[Save],
        found: Sequence[Difference],
        *,
        apart: bool = False,
        begun: bool = False,
        decides: bool = False,
        removed: bool = False,
        told: str = "",
        opened: bool = False,
    ) -> None:
        super().__init__()
        self._form, self._fresh = form, fresh
        self.both = not (apart or begun or decides) and any(one.mine is not None for one in found)
        self.way_on = button("")
        who = (told,) if told else self._who(saves, found if not begun else ())
        for line in who if not removed else (self._disposed(), *(who if saves else ())):
            self.body.addWidget(label(line, "strong", wrap=True))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self.body.addLayout(self._grid)
        present = self.tr("Stored now") if removed or told else self.tr("Saved by the other")
        self._lay_out(found, present)
        said = self._judge(apart=apart, begun=begun, decides=decides)
        if opened:
            said = self.tr("You had seen it as it was before that. The form below shows it as it is now.")
        self.judgement = label(self._not_put_in() if removed else said, wrap=True)
        self.body.addWidget(self.judgement)
        self.setAccessibleName(self.tr("Changed in the meantime"))

    def offer(self, go_on: Callable[[], object]) -> None:
        """Offer to begin from the other's version."""
        self.way_on = button(self.tr("Begin from the other version"), go_on)
        self.body.addWidget(self.way_on, 0, Qt.AlignmentFlag.AlignLeft)

    def _who(self, saves: Sequence[Save], found: Sequence[Difference]) -> list[str]:
        told = []
        for save in saves:
            names = dict.fromkeys(one.name for one in found if named_by(save.fields, one.key))
            if not names and len(saves) == 1:
                names = dict.fromkeys(one.name for one in found)
            line = self.tr("{who} changed at {time}: {what}") if names else self.tr("{who} saved at {time}")
            what = self.tr(", ").join(names)
            told.append(line.format(who=save.who, time=self._time(save.at), what=what))
        if saves and all(save.who == self._form.ctx.actor.name for save in saves):
            told.append(self.tr("That was you yourself, at another PC or in another window."))
        unknown = self.tr("This record was saved in the meantime: by somebody else, or by you at another PC")
        return told or [unknown]

    def _time(self, at: str) -> str:
        moment = office_time(moment_of(at))
        day = moment.date()
        return (
            f"{moment:%H:%M}"
            if day == self._form.ctx.today()
            else f"{day_text(day.isoformat())} {moment:%H:%M}"
        )

    def _disposed(self) -> str:
        return self.tr(
            "Since you opened this form a disposal has removed data of a destroyed customer from this record."
        )

    def _not_put_in(self) -> str:
        return self.tr(
            "The form below shows the record as it is now. What you typed may hold what was removed: it is "
            "not in the form, and nothing of it is saved. Type again what may stay."
        )

    def _lay_out(self, found: Sequence[Difference], present: str) -> None:
        if not found:
            return
        mine = any(one.mine is not None for one in found)
        self._grid.addWidget(label(present, "label"), 0, 1)
        if mine:
            self._grid.addWidget(label(self.tr("Typed by you"), "label"), 0, 2)
        marked = False
        for row, one in enumerate(found, 1):
            theirs, own = beside(one.theirs, one.mine)
            marked = marked or (theirs, own) != (one.theirs, one.mine)
            self._grid.addWidget(label(one.name, "label", wrap=True), row, 0, Qt.AlignmentFlag.AlignTop)
            shown = value_label(theirs) if theirs is not None else self._hidden(one, row)
            self._grid.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignTop)
            if own is not None:
                self._grid.addWidget(value_label(own), row, 2, Qt.AlignmentFlag.AlignTop)
        if marked:
            said = self.tr("“{mark}” is before the lines that differ.").format(mark=_MARK.strip())
            self.body.addWidget(label(said, "muted", wrap=True))

    def _hidden(self, one: Difference, row: int) -> QLabel:
        """The mask, and a way to look behind it where there is one; the look is logged."""
        control = self._fresh.form.fields[one.key].control
        shown = value_label("●●●")
        if isinstance(control, PartEdit | PartText):
            control.stored_shown.connect(shown.setText)
            if control.revealable:
                name = self.tr("Show what the other saved: {field}").format(field=one.name)
                way = button(self.tr("Show"), control.reveal, kind="link", icon="eye", name=name)
                control.stored_shown.connect(lambda _text: way.hide())
                self._grid.addWidget(way, row, 3, Qt.AlignmentFlag.AlignTop)
        return shown

    def _judge(self, *, apart: bool, begun: bool, decides: bool) -> str:
        if decides:
            return self.tr(
                "What you typed was about the record as it was before. It is in the form below and is not "
                "saved: look whether it still holds before you save it."
            )
        if apart:
            return self.tr(
                "Sums of money are not put together from what two people typed. What you typed is still in "
                "the form below and is not saved. Begin from the other version: what you typed then stands "
                "beside it."
            )
        if begun:
            return self.tr(
                "This is what is saved now. Type again what is to be different; nothing of yours is saved "
                "yet."
            )
        if self.both:
            return self.tr(
                "You both changed what stands side by side here; the rest was put together. Nothing of yours "
                "is saved yet. “Save mine on top” saves the form as it stands now."
            )
        return self.tr(
            "What you typed is untouched by that and stands in the form with it. Nothing of yours is saved "
            "yet: “Save” saves both."
        )


def beside(theirs: str | None, mine: str | None) -> tuple[str | None, str | None]:
    """Two values that are laid side by side; where they are lists, the lines that only one has are marked."""
    if theirs is None or mine is None or "\n" not in theirs + mine:
        return theirs, mine
    first, second = theirs.split("\n"), mine.split("\n")
    return _marked(first, second), _marked(second, first)


def _marked(lines: Sequence[str], others: Sequence[str]) -> str:
    return "\n".join(line if line in others or not line else f"{_MARK}{line}" for line in lines)


def value_label(text: str) -> QLabel:
    """One value, all of it, which can be marked and copied: of a part nobody can judge."""
    made = label(text or "–", wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
