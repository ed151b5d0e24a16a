"""Cautions: known kinds, a short text each, and no number that may not be kept."""

import pytest

from hvacdesk.domain.customers.cautions import CAUTION_NAMES, Caution, CautionKind, check_cautions
from hvacdesk.domain.errors import Missing
from hvacdesk.domain.text.refused_numbers import CardNumberFound, MyNumberFound


def test_each_kind_has_a_name_and_stands_once_in_the_order_of_a_visit() -> None:
    assert set(CAUTION_NAMES) == set(CautionKind)
    typed = (
        Caution(CautionKind.PET),
        Caution(CautionKind.CALL_AHEAD, " 前日に "),
        Caution(CautionKind.PET, "猫"),
    )
    assert check_cautions(typed) == (
        Caution(CautionKind.CALL_AHEAD, "前日に"),
        Caution(CautionKind.PET, "猫"),
    )


def test_a_caution_of_no_kind_needs_its_text() -> None:
    with pytest.raises(Missing) as refusal:
        check_cautions((Caution(CautionKind.OTHER, " 　"),))
    assert (refusal.value.field, refusal.value.part) == ("cautions", "other")


@pytest.mark.parametrize(
    ("text", "refusal"),
    [("4111 1111 1111 1111", CardNumberFound), ("マイナンバー 123456789018", MyNumberFound)],
)
def test_numbers_that_may_not_be_kept_are_refused_at_their_caution(
    text: str, refusal: type[CardNumberFound]
) -> None:
    cautions = (Caution(CautionKind.STAIRS, text),)
    with pytest.raises(refusal) as found:
        check_cautions(cautions)
    assert found.value.part == "stairs"
    assert check_cautions(cautions, allow_number=True) == cautions
