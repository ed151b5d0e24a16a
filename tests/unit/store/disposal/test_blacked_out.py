"""Long texts are blacked out piece by piece: as shorter ones are, and with no more work for each line."""

from __future__ import annotations

import pytest

from hvacdesk.domain.disposal.remnants import Marks, full_names, phone_forms
from hvacdesk.domain.text.text_forms import fold
from hvacdesk.store.base import ColumnKind
from hvacdesk.store.disposal.mark_search import Hit, MarkSearch

MISAO = Marks(
    frozenset(full_names("柳川", "美沙緒", "ヤナガワ", "ミサオ")),
    frozenset(phone_forms("052-987-6543")),
    frozenset({"misao@yanagawa.example"}),
    frozenset({fold("唐山町3-41-7")}),
)
TARO = Marks(frozenset(full_names("佐藤", "太郎", "サトウ", "タロウ")))
LINES = {
    "in lines": (
        "11/24 柳川美沙緒様より電話、室外機の音。折り返し052-987-6543へ。担当 鈴木、次回訪問は来週。\n",
        "11/24 ●●●様より電話、室外機の音。折り返し●●●へ。担当 鈴木、次回訪問は来週。\n",
    ),
    "in one line": ("柳川美沙緒様、鈴木様と同席、", "●●●様、鈴木様と同席、"),
    "with spaces alone": ("柳川美沙緒 鈴木 ", "●●● 鈴木 "),
    "in English": ("Misao Yanagawa called about the unit ", "●●● called about the unit "),
    "parts of longer numbers": ("伝票 1052987654399\n", "伝票 1052987654399\n"),
    "names in a row": ("山田 太郎 佐藤 花子 ", "山田 太郎 佐藤 花子 "),
    "of others": ("山田 太郎 佐藤様と 柳川美沙緒 の件 ", "山田 太郎 佐藤様と ●●● の件 "),
}


class Counting(MarkSearch):
    """Counts the letters that are searched."""

    searched = 0

    def hits(self, text: str, of: ColumnKind | None) -> list[Hit]:
        self.searched += len(text)
        return super().hits(text, of)


def nothing(_hit: Hit) -> bool:
    return False


@pytest.mark.parametrize("case", LINES)
def test_a_long_text_is_blacked_out_with_as_much_work_for_each_line(case: str) -> None:
    line, left = LINES[case]
    searched = []
    for times in (40, 160):
        search = Counting([MISAO, TARO])
        assert search.blacked_out(line * times, nothing) == left * times
        searched.append(search.searched)
    assert searched[1] < 8 * searched[0], (
        "a text of four times the length took more than eight times the work"
    )


@pytest.mark.parametrize("before", range(0, 260, 7))
@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("柳川\n美沙緒", "●●●"),
        ("唐山町\n3丁目41-7", "●●●"),
        ("052、987、6543", "●●●"),
        ("Yanagawa, Misao", "●●●"),
        ("山田太郎\n佐藤様", "山田太郎\n佐藤様"),
        ("伝票1052987654399", "伝票1052987654399"),
    ],
)
def test_what_goes_on_in_the_next_line_of_a_long_text_is_found_as_well(
    before: int, text: str, left: str
) -> None:
    around = "室外機の音が大きい\n" * 60
    told = f"{around[:before]}\n{text}\n{around[before:]}"
    assert MarkSearch([MISAO, TARO]).blacked_out(told, nothing) == told.replace(text, left)


@pytest.mark.parametrize(
    ("harmless", "name", "left"),
    [("小林様、実家に連絡。", "隣の小林（実）様", "隣の●●●）様"), ("小林、実費。", "小林 実様", "●●●様")],
)
def test_what_only_begins_like_a_name_stays_wherever_the_name_is(harmless: str, name: str, left: str) -> None:
    search = MarkSearch([Marks(frozenset(full_names("小林", "実")))])
    for before in range(60):
        told = f"{'あ' * before}{harmless}い{name}"
        assert search.blacked_out(told, nothing) == told.replace(name, left)


@pytest.mark.parametrize("before", range(100, 130))
def test_a_given_name_is_not_cut_off_from_the_family_name_before_it(before: int) -> None:
    text = f"{'あ' * before}（山田 太郎 佐藤 花子）{'あ' * 110}"
    assert MarkSearch([TARO]).blacked_out(text, nothing) == text
