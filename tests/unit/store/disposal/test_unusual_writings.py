"""Unusual writings are found and blacked out, and what only looks like them stays."""

from __future__ import annotations

import pytest

from hvacdesk.domain.disposal.remnants import Marks, full_names, phone_forms
from hvacdesk.domain.text.text_forms import fold
from hvacdesk.store.base import ColumnKind
from hvacdesk.store.disposal.mark_search import MarkSearch

MISAO = MarkSearch(
    [
        Marks(
            frozenset(full_names("柳川", "美沙緒", "ヤナガワ", "ミサオ")),
            frozenset(phone_forms("090-1234-5678") | phone_forms("052-987-6543")),
            frozenset(),
            frozenset({fold("唐山町3丁目41-7")}),
        )
    ]
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("柳川（旧姓佐藤）美沙緒", "●●●"),
        ("柳川 (旧姓:佐藤) 美沙緒", "●●●"),
        ("柳川様（旧姓 佐藤様）美沙緒様", "●●●様"),
        ("柳川（長女）美沙緒", "●●●"),
        ("柳川（妻）美沙緒", "●●●"),
        ("柳川様奥様美沙緒", "●●●"),
        ("柳川 奥様 美沙緒様", "●●●様"),
        ("柳川 長女 美沙緒", "●●●"),
        ("柳川様の長女 美沙緒さん", "●●●さん"),
        ("柳川夫人美沙緒", "●●●"),
        ("Yanagawa 美沙緒", "●●●"),
        ("Yanagawa美沙緒", "●●●"),
        ("Yanagawa ミサオ", "●●●"),
        ("柳川 Misao", "●●●"),
        ("ヤナガワ Misao", "●●●"),
        ("090と1234と5678", "●●●"),
        ("０９０と１２３４の５６７８", "●●●"),
        ("090•1234•5678", "●●●"),
        ("【090】-1234→→5678", "【●●●"),
        ("090】〔1234〕、5678", "●●●"),
        ("090一1234一5678", "●●●"),
        ("052一987一6543", "●●●"),
        ("090ー1234ー5678", "●●●"),
        ("唐山町3ー41ー7", "●●●"),
        ("唐山町3一41一7", "●●●"),
        ("唐山町の3-41-7", "●●●"),
        ("唐山町(3-41-7)", "●●●)"),
        ("唐山町（３丁目４１－７）", "●●●）"),
        ("唐山町、3-41-7", "●●●"),
        ("唐山町3丁目の41の7", "●●●"),
        ("唐山町三-四一-七", "●●●"),
    ],
)
def test_an_unusual_writing_is_found_and_blacked_out(text: str, left: str) -> None:
    told = f"紹介は {text}"
    assert MISAO.hits(told, ColumnKind.TEXT)
    assert MISAO.astray(told, ColumnKind.TEXT)
    assert MISAO.blacked_out(told, lambda _hit: False) == f"紹介は {left}"


@pytest.mark.parametrize(
    "text",
    [
        "柳川様（旧姓佐藤）と美沙緒様",
        "柳川様奥様。美沙緒",
        "柳川様の家の美沙緒",
        "Yanagawa様と美沙緒",
        "Yanagawa。美沙緒",
        "Yanagawa みさおく",
        "ヤナガワ Misaoka",
        "090と1234、5679",
        "5090と1234と56789",
        "唐山町の3軒隣 41-7",
        "唐山町の3-41-71",
        "唐山町(13-41-7)",
        "唐山町、41-7",
        "唐山町 3/41/7",
    ],
)
def test_what_only_looks_like_an_unusual_writing_stays(text: str) -> None:
    assert MISAO.blacked_out(text, lambda _hit: False) == text


@pytest.mark.parametrize(
    "text", ["栄の1番目の店", "栄（1階）", "栄、1台", "栄の3月5日", "栄 3/5に訪問", "栄一3"]
)
def test_a_short_place_and_a_number_behind_a_sign_are_no_address(text: str) -> None:
    search = MarkSearch([Marks(addresses=frozenset(map(fold, ("栄1", "栄3-5"))))])
    assert search.hits(text, ColumnKind.TEXT) == []
