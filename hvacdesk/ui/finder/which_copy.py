"""Asks which copy is meant by a number that is printed on several."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QRadioButton, QWidget

from hvacdesk.domain.papers.paper_names import NamedPaper
from hvacdesk.domain.papers.register import AWAY, KIND_NAMES, STATE_NAMES
from hvacdesk.domain.papers.work_orders import PROFILE_NAMES
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.widgets.dialog import Dialog

Chosen = Callable[[tuple[NamedPaper, ...]], object]


def named_text(paper: NamedPaper, words: Words) -> str:
    """The number as it is printed, what the paper is, and where it is."""
    what = words(PROFILE_NAMES[paper.profile] if paper.profile else KIND_NAMES[paper.kind])
    return f"{paper.number}  {what}  ({words(STATE_NAMES[paper.state])})"


class WhichCopyDialog(Dialog):
    """One button for each copy. Where several may be meant, those that are out are chosen beforehand.

    Args:
        many: whether more than one may be meant.
        chosen: called with what was chosen.
    """

    def __init__(
        self,
        papers: Sequence[NamedPaper],
        words: Words,
        chosen: Chosen,
        parent: QWidget,
        *,
        many: bool = False,
    ) -> None:
        super().__init__("", parent, width=600)
        self._papers = tuple(papers)
        self._chosen = chosen
        if any(paper.profile for paper in papers):
            self.set_title(self.tr("Which copy is it?"))
            told = self.tr("This number stands on several copies. The top of each says what it is.")
        else:
            self.set_title(self.tr("Which paper is it?"))
            told = self.tr(
                "The page was printed more than once, and this code stands on each of them. They look alike: "
                "choose by the day of its entry and by where it should be."
            )
        self.add_text(told, "muted")
        self._group = QButtonGroup(self)
        self._group.setExclusive(not many)
        self.buttons_of: dict[str, QAbstractButton] = {}
        for paper in self._papers:
            text = named_text(paper, words)
            if not paper.profile:
                text = self.tr("{paper}, entered on {day}").format(
                    paper=text, day=day_text(paper.registered_on)
                )
            made = QCheckBox(text) if many else QRadioButton(text)
            made.setChecked(many and paper.state in AWAY)
            made.toggled.connect(lambda _on: self._judge())
            self._group.addButton(made)
            self.buttons_of[paper.paper] = made
            self.body.addWidget(made)
        self.set_primary(self.tr("Choose"), self._choose)
        self.add_secondary(self.tr("Cancel"))
        self._judge()
        next(iter(self.buttons_of.values())).setFocus()

    @property
    def picked(self) -> tuple[NamedPaper, ...]:
        """What is chosen now."""
        return tuple(paper for paper in self._papers if self.buttons_of[paper.paper].isChecked())

    def _judge(self) -> None:
        if self.primary is not None:
            self.primary.setEnabled(bool(self.picked))

    def _choose(self) -> None:
        picked = self.picked
        self.accept()
        self._chosen(picked)
