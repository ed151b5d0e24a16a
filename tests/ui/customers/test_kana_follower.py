"""The reading that an input method composed becomes the name's kana, unless somebody wrote another."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hvacdesk.domain.masked import Masked
from hvacdesk.ui.customers.kana_follower import KanaFollower
from hvacdesk.ui.widgets.part_edit import NOTHING, PartEdit


class Pair:
    """A name and its kana, and what an input method says to the name."""

    def __init__(self, qtbot: QtBot, name: Masked = NOTHING, kana: Masked = NOTHING) -> None:
        self.name, self.kana = PartEdit(name), PartEdit(kana)
        for edit in (self.name, self.kana):
            qtbot.addWidget(edit)
        KanaFollower(self.name, self.kana)

    def say(self, *preedits: str, commit: str = "", then: str = "") -> None:
        for text in preedits:
            QApplication.sendEvent(self.name, QInputMethodEvent(text, []))
        if commit or not then:
            event = QInputMethodEvent(then, [])
            event.setCommitString(commit)
            QApplication.sendEvent(self.name, event)


@pytest.fixture
def pair(qtbot: QtBot) -> Pair:
    return Pair(qtbot)


def test_what_was_composed_before_the_conversion_is_the_reading(pair: Pair) -> None:
    pair.say("ｙ", "や", "やｍ", "やま", "やまｄ", "やまだ", "山田", commit="山田")
    pair.say()
    assert (pair.name.text(), pair.kana.text()) == ("山田", "ヤマダ")


def test_the_next_word_is_added_when_the_first_is_taken_over_by_typing_on(pair: Pair) -> None:
    pair.say("あおば", "青葉", commit="青葉", then="ｓ")
    pair.say("しょう", "しょうてん", "商店", commit="商店")
    assert (pair.name.text(), pair.kana.text()) == ("青葉商店", "アオバショウテン")


def test_two_words_of_one_composition_keep_their_reading(pair: Pair) -> None:
    pair.say("やまだたろう", "山田太郎", commit="山田", then="太郎")
    pair.say(commit="太郎")
    assert pair.kana.text() == "ヤマダタロウ"


def test_what_is_given_up_leaves_no_reading(pair: Pair) -> None:
    pair.say("やま", "")
    pair.say("た", "たか", "高", commit="高")
    assert pair.kana.text() == "タカ"


def test_kana_taken_over_as_they_are_and_a_corrected_composition(pair: Pair) -> None:
    pair.say("さくた", "さく", "さくら", commit="さくら")
    assert pair.kana.text() == "サクラ"


def test_an_input_method_that_ends_the_composition_before_it_commits(pair: Pair) -> None:
    pair.say("やまだ", "山田", "", commit="山田")
    assert pair.kana.text() == "ヤマダ"


def test_a_word_that_is_deleted_takes_its_reading_along(pair: Pair) -> None:
    pair.say("やま", "山", commit="山")
    pair.say("た", "田", commit="田")
    QTest.keyClick(pair.name, Qt.Key.Key_Backspace)
    assert (pair.name.text(), pair.kana.text()) == ("山", "ヤマ")
    pair.name.clear()
    assert pair.kana.text() == ""
    pair.say("もり", "森", commit="森")
    assert pair.kana.text() == "モリ"


def test_nobody_knows_how_a_part_of_a_word_is_read(pair: Pair) -> None:
    pair.say("やまだ", "山田", commit="山田")
    QTest.keyClick(pair.name, Qt.Key.Key_Backspace)
    assert (pair.name.text(), pair.kana.text()) == ("山", "")


def test_a_word_put_before_another_is_read_before_it(pair: Pair) -> None:
    pair.say("だ", "田", commit="田")
    QTest.keyClick(pair.name, Qt.Key.Key_Home)
    pair.say("やま", "山", commit="山")
    assert (pair.name.text(), pair.kana.text()) == ("山田", "ヤマダ")


def test_what_somebody_typed_stays(pair: Pair) -> None:
    pair.say("さいとう", "齋藤", commit="齋藤")
    pair.kana.setText("サイトオ")
    pair.say("や", "屋", commit="屋")
    assert pair.kana.text() == "サイトオ"


def test_an_emptied_field_is_filled_again(pair: Pair) -> None:
    pair.say("さとう", "佐藤", commit="佐藤")
    pair.kana.setText("サト")
    pair.kana.clear()
    pair.name.clear()
    pair.say("かとう", "加藤", commit="加藤")
    assert pair.kana.text() == "カトウ"


def test_hiragana_typed_into_the_kana_become_katakana(pair: Pair) -> None:
    pair.kana.setText("さいとうﾀﾛｳ")
    pair.kana.editingFinished.emit()
    assert pair.kana.text() == "サイトウタロウ"


def test_letters_and_pasted_kanji_have_no_reading(pair: Pair) -> None:
    QTest.keyClicks(pair.name, "Smith")
    pair.name.insert("山田")
    assert pair.kana.text() == ""


def test_a_stored_reading_stays_hidden_or_shown(qtbot: QtBot) -> None:
    hidden = Pair(qtbot, Masked("●●", hidden=True), Masked("●●", hidden=True))
    hidden.say("やまだ", "山田", commit="山田")
    assert hidden.kana.changed() is None
    shown = Pair(qtbot, Masked("山田"), Masked("ヤマタ"))
    shown.say("もと", "本", commit="本")
    assert shown.kana.changed() is None
