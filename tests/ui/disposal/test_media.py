"""The register of media: what is written down of a sanitized one is the office's proof, and stays so."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QComboBox

from hvacdesk.domain.disposal.media import (
    Destination,
    MediumFacts,
    MediumKind,
    Sanitization,
    Sanitized,
    Technique,
    Verification,
)
from hvacdesk.ui.disposal.media_forms import SanitizeForm
from hvacdesk.ui.disposal.media_view import MediaView
from hvacdesk.ui.language import language
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk

SAID: dict[str, str] = {
    "sanitization": Sanitization.DESTROY,
    "technique": Technique.SHRED,
    "verification": Verification.SEEN,
    "verified_by": "伊藤 誠",
    "destination": Destination.WASTE,
}
"""What is asked for, from top to bottom."""


def opened(desk: FrontDesk, kind: MediumKind) -> SanitizeForm:
    office, actor = desk.office, desk.actor
    office.media.register(actor, MediumFacts(kind, "写真用", serial="4C53"))
    form = SanitizeForm(desk.window.context, office.media.all(actor)[0])
    form.open()
    desk.calm()
    return form


def control(form: SanitizeForm, key: str) -> QComboBox:
    found = form.form.fields[key].control
    assert isinstance(found, QComboBox)
    return found


def say(form: SanitizeForm, key: str) -> None:
    """Choose or type what :data:`SAID` says there."""
    box = control(form, key)
    if box.isEditable():
        box.setEditText(SAID[key])
    else:
        box.setCurrentIndex(box.findData(str(SAID[key])))


@pytest.mark.parametrize("kind", [MediumKind.USB_STICK, MediumKind.HARD_DISK])
def test_nothing_of_the_proof_is_filled_in_before_somebody_says_it(desk: FrontDesk, kind: MediumKind) -> None:
    form = opened(desk, kind)
    assert [key for key in SAID if control(form, key).currentText()] == []
    assert all(form.form.fields[key].required for key in SAID)
    for key in SAID:
        form.save()
        desk.calm()
        assert form.isVisible()
        assert [one for one in SAID if form.form.fields[one].error.text()] == [key]
        say(form, key)
        assert not form.form.fields[key].error.text()
    form.save()
    desk.press(desk.dialog(), "Write it down")
    desk.wait(lambda: not form.isVisible())
    today = desk.office.today().isoformat()
    done = Sanitized(
        today, Sanitization.DESTROY, Technique.SHRED, Verification.SEEN, "伊藤 誠", Destination.WASTE
    )
    assert desk.office.media.all(desk.actor)[0].done == done


@pytest.mark.parametrize("days", [0, 3])
def test_what_is_never_changed_is_asked_about_and_a_day_before_the_registration_said(
    desk: FrontDesk, days: int
) -> None:
    form = opened(desk, MediumKind.HARD_DISK)
    for key in SAID:
        say(form, key)
    form.day.set_iso((desk.office.today() - timedelta(days=days)).isoformat())
    form.save()
    asked = desk.dialog()
    assert ("only registered on" in texts_in(asked)) == bool(days)
    assert "cannot be changed" in texts_in(asked)
    desk.press(asked, "Back to the form")
    assert form.isVisible()
    assert desk.office.media.all(desk.actor)[0].done is None
    form.save()
    desk.press(desk.dialog(), "Write it down")
    desk.wait(lambda: not form.isVisible())
    assert desk.office.media.all(desk.actor)[0].done is not None


@pytest.mark.parametrize(("kind", "offered"), [(MediumKind.SOLID_STATE, False), (MediumKind.HARD_DISK, True)])
def test_a_magnet_is_offered_for_what_it_erases(desk: FrontDesk, kind: MediumKind, offered: bool) -> None:
    form = opened(desk, kind)
    form.sanitization.setCurrentIndex(form.sanitization.findData(Sanitization.PURGE.value))
    assert (form.technique.findData(Technique.DEGAUSS.value) >= 0) == offered


def test_what_was_done_is_asked_again_once_another_kind_of_it_is_chosen(desk: FrontDesk) -> None:
    form = opened(desk, MediumKind.USB_STICK)
    assert form.technique.count() == 0
    for key in SAID:
        say(form, key)
    form.sanitization.setCurrentIndex(form.sanitization.findData(Sanitization.CLEAR.value))
    assert form.warning.isVisible()  # of a flash memory, whatever technique of it is meant
    assert (form.technique.currentIndex(), form.technique.count()) == (-1, 2)
    form.save()
    desk.calm()
    assert form.form.fields["technique"].error.text()
    assert desk.office.media.all(desk.actor)[0].done is None


def test_a_draft_puts_back_what_was_chosen_and_leaves_open_what_was_not(desk: FrontDesk) -> None:
    form = opened(desk, MediumKind.HARD_DISK)
    for key in ("sanitization", "technique"):
        say(form, key)
    typed = form.typed()
    assert typed is not None
    again = SanitizeForm(desk.window.context, desk.office.media.all(desk.actor)[0])
    again.fill(typed)
    assert again.technique.currentData() == Technique.SHRED.value
    assert again.verification.currentIndex() == again.destination.currentIndex() == -1


def test_the_list_tells_what_became_of_a_medium_in_a_word_and_keeps_its_columns(desk: FrontDesk) -> None:
    """The whole name of a kind made the column so wide that others were left out, unsaid."""
    office, actor = desk.office, desk.actor
    facts = MediumFacts(MediumKind.USB_STICK, "写真用", serial="4C53")
    medium = office.media.register(actor, facts)
    done = Sanitized(
        office.today().isoformat(),
        Sanitization.PURGE,
        Technique.DEVICE_COMMAND,
        Verification.TOOL_REPORT,
        "伊藤 誠",
        Destination.REUSED,
    )
    language.use("ja")
    try:
        in_use = shown_since_when(desk)
        office.media.sanitize(actor, medium, done, shown=facts)
        lost = in_use.count(True) - shown_since_when(desk).count(True)
    finally:
        language.use("en")
    assert set(in_use) == {True, False}
    assert lost <= 1, "a step for the day, which is now in its column"


def shown_since_when(desk: FrontDesk) -> list[bool]:
    """Whether the list shows since when a medium is known, at each of some widths of its page."""
    view = MediaView(desk.window.context, desk.window)
    view.show()
    view.refresh()
    desk.calm()
    found = []
    for width in range(700, 1400, 20):
        view.resize(width, 600)
        desk.calm()
        found.append("registered_on" in view.table.visible_keys())
    view.close()
    view.setParent(None)
    view.deleteLater()
    desk.calm()
    return found


def test_what_was_destroyed_is_not_used_on(desk: FrontDesk) -> None:
    form = opened(desk, MediumKind.USB_STICK)
    say(form, "sanitization")
    offered = {form.destination.itemData(at) for at in range(form.destination.count())} - {None}
    assert offered == {Destination.RETURNED, Destination.RECYCLED, Destination.WASTE}
    form.destination.setCurrentIndex(form.destination.findData(Destination.WASTE.value))
    form.sanitization.setCurrentIndex(form.sanitization.findData(Sanitization.PURGE.value))
    assert form.destination.findData(Destination.REUSED.value) >= 0
    assert form.destination.currentData() == Destination.WASTE, "what was chosen and still can be stays"
    form.destination.setCurrentIndex(form.destination.findData(Destination.REUSED.value))
    say(form, "sanitization")
    assert form.destination.currentData() is None


@pytest.mark.parametrize("kind", [MediumKind.EXTERNAL_DISK, MediumKind.COPIER, MediumKind.OTHER])
def test_a_magnet_is_warned_of_where_flash_memory_may_be_inside(desk: FrontDesk, kind: MediumKind) -> None:
    form = opened(desk, kind)
    for box, value in ((form.sanitization, Sanitization.PURGE), (form.technique, Technique.DEGAUSS)):
        box.setCurrentIndex(box.findData(value.value))
    assert form.warning.text().startswith("A magnet erases no flash memory.")
    assert not form.warning.isHidden()
