"""The form of a draft that is issued once its page was looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.shown_fields import Shown


class IssuingForm(FormDialog):
    """Saves a draft; *save and issue* shows the page first, and issues it from there.

    Attributes:
        issues: whether the last save was to issue it.
        sum: what its lines come to, where it has lines.
    """

    issues = False
    sum: QLabel
    _unkept: Callable[[], object] | None = None

    def record(self) -> Any:
        """What is typed in the form. Raises :class:`InvalidInput`."""
        raise AssertionError(f"{type(self).__name__} has no record")

    def drawing(self, record: Any) -> Callable[[], Any]:
        """What draws the page as it would be issued; done on a worker thread."""
        raise AssertionError(f"{type(self).__name__} draws no page")

    def ask_issue(self, record: Any, drawn: Any) -> None:
        """Show what was drawn, by :meth:`show_page`."""
        raise AssertionError(f"{type(self).__name__} shows no page")

    def shown(self) -> dict[str, Shown]:
        """The fields, and behind the lines what they come to."""
        found = {}
        for key, one in super().shown().items():
            found[key] = one
            if key == "lines":
                comes_to = QCoreApplication.translate("IssuingForm", "Comes to")
                found["sum"] = Shown(comes_to, self.sum.text())
        return found

    def save_and_issue(self) -> None:
        """Show the page as it would be issued; it is saved and issued from there."""
        self.clear_errors()
        try:
            record = self.record()
        except InvalidInput as error:
            self.show_failure(error)
            return
        busy = self.saving.named(QCoreApplication.translate("IssuingForm", "Drawing the page"))
        background.ask(self, self.drawing(record)).with_busy(busy).then(
            partial(self.ask_issue, record)
        ).otherwise(self.show_failure)

    def show_page(
        self,
        pdf: bytes,
        said: Sequence[str],
        warned: Sequence[QWidget] = (),
        *,
        kept: str = "",
        back: str = "",
    ) -> None:
        """Ask whether it is issued like this; the arguments are as for ``IssuePreview``."""
        from hvacdesk.ui.billing.issue_preview import IssuePreview  # loads Qt's PDF module

        preview = IssuePreview(self, pdf, said, warned, kept=kept, back=back)
        preview.accepted.connect(self._issue)
        preview.open()

    def offer_deletion(
        self, about: str, delete: Callable[[], object], *, saved: bool, kept: bool = True
    ) -> None:
        """Let the draft be deleted from its own window, unasked as long as nobody entered anything in it.

        Args:
            about: its record id.
            delete: deletes it; done on a worker thread.
            saved: whether anybody saved it since it was made.
            kept: whether it stays where this window is closed without saving.
        """
        self._unkept = None if kept else delete

        def agreed() -> None:
            self.change(delete).then(self._deleted).otherwise(self.show_failure)

        def asked() -> None:
            ask_deletion(self, self.ctx, about, agreed, entered=saved or self.typed() is not None)

        self.delete_button = button(self.tr("Delete the draft"), asked)
        self.buttons.insertWidget(0, self.delete_button)

    def reject(self) -> None:
        """Closed without saving; of a draft that is not to be kept then nothing stays."""
        self.draft.give_up(self._leave)

    def _leave(self) -> None:
        if self._unkept is not None:
            background.ask(self.ctx.window, self._unkept).then(lambda _gone: None).otherwise(
                lambda _saved_meanwhile: None
            )
        Dialog.reject(self)

    def _deleted(self, _gone: object) -> None:
        self.draft.release()
        Dialog.reject(self)

    def _issue(self) -> None:
        self.issues = True
        FormDialog.save(self)


def ask_deletion(
    owner: QWidget, ctx: DeskContext, about: str, delete: Callable[[], object], *, entered: bool
) -> None:
    """Delete a draft; where somebody entered something in it, only after a question.

    Args:
        owner: the window that asks.
        about: the draft's record id.
        entered: whether something was saved in it, or typed here; what is half typed elsewhere is looked up.
    """

    def look() -> tuple[bool, bool]:
        """Whether others have half typed something in it, and whether this person has."""
        own = any(subject.startswith(about) for _form, subject, _at in ctx.office.drafts.list(ctx.actor))
        return bool(ctx.office.drafts.of_others(ctx.actor, about)), own

    def found(half_typed: tuple[bool, bool]) -> None:
        if entered or any(half_typed):
            others, own = half_typed
            _ask_deletion(owner, delete, others=others, own=own)
        else:
            delete()

    background.ask(owner, look).then(found)


def _ask_deletion(
    owner: QWidget, delete: Callable[[], object], *, others: bool = False, own: bool = False
) -> None:
    translate = QCoreApplication.translate

    def agree() -> None:
        question.accept()
        delete()

    question = Dialog(translate("IssuingForm", "Delete this draft?"), owner.window())
    question.add_text(
        translate(
            "IssuingForm",
            "What was entered in it is gone then, prices too. It was never issued, and what is noted at the "
            "job stays.",
        )
    )
    if others:
        question.add_text(
            translate("IssuingForm", "Somebody else has half typed something in it that is not saved.")
        )
    if own:
        question.add_text(
            translate(
                "IssuingForm",
                "You have half typed something in it yourself that is not saved, here or elsewhere.",
            )
        )
    question.set_primary(translate("IssuingForm", "Keep the draft"))
    question.add_secondary(translate("IssuingForm", "Delete the draft"), agree)
    question.open()
