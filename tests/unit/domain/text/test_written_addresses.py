"""Whether an address that was written into one cell may be in a town."""

from __future__ import annotations

import pytest

from hvacdesk.domain.customers.customers import Address
from hvacdesk.domain.text.written_addresses import lies_in, postal_code_before

ASAOKA = Address("4640811", "愛知県", "名古屋市千種区", "朝岡町")
SAKAE = Address("4600008", "愛知県", "名古屋市中区", "栄")
HONNOJI = Address("6040925", "京都府", "京都市中京区", "上本能寺前町")
RYUGASAKI = Address("3010000", "茨城県", "龍ケ崎市", "")


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("愛知県名古屋市千種区朝岡町1-2-3 朝岡ビル", ASAOKA),
        ("名古屋市千種区朝岡町1-2-3", ASAOKA),
        ("愛知県 名古屋市 千種区 朝岡町 1-2-3", ASAOKA),
        ("千種区朝岡町１－２", ASAOKA),
        ("〒464-0811 千種区朝岡町1-1", ASAOKA),
        ("1-1 Asaoka-cho, Chikusa-ku, Nagoya", ASAOKA),
        ("名古屋市中区栄三丁目1番1号", SAKAE),
        ("京都市中京区寺町通御池上る上本能寺前町488", HONNOJI),
        ("茨城県龍ヶ崎市3710", RYUGASAKI),
    ],
)
def test_an_address_of_the_town_lies_in_it(text: str, town: Address) -> None:
    assert lies_in(text, [town])
    assert lies_in(text, [Address(prefecture="北海道", city="別の市", town="別の町"), town])


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("愛知県名古屋市中区栄3丁目0-0", ASAOKA),
        ("愛知県名古屋市千種区唐山町1-2", ASAOKA),
        ("岩倉市栄町1-1", SAKAE),
        ("大阪市北区梅田1-1 名古屋市千種区朝岡町分室", ASAOKA),
        ("1-2", ASAOKA),
        ("京都市左京区上本能寺前町1", HONNOJI),
        ("", ASAOKA),
    ],
)
def test_another_address_does_not(text: str, town: Address) -> None:
    assert not lies_in(text, [town])
    assert not lies_in(text, [])


@pytest.mark.parametrize("code", ["464-0811", "４６４－０８１１", "464−0811", "464 - 0811", "4640811"])
def test_a_postal_code_before_an_address_is_written_as_anywhere(code: str) -> None:
    assert postal_code_before(f"〒{code}愛知県名古屋市") == (code, "愛知県名古屋市")
