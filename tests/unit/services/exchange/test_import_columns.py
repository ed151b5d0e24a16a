"""Which columns of a list are which: by the header, by what was chosen before, and by what somebody names."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from hvacdesk.domain.exchange.importing import ImportField
from hvacdesk.services.exchange.import_columns import ColumnUnknown, key_of, layout_of, shipped_words

KNOWN = [(1, ("氏名", "電話番号", "備考")), (2, ("田中 美沙緒", "090-8765-5678", "裏口から"))]
UNKNOWN = [(1, ("あ", "い", "う")), (2, ("田中 美沙緒", "090-8765-5678", "裏口から"))]


IN_OWN_LISTS_ALONE = {
    ImportField.TOWN: "With it an address is taken as it stands divided, which only our own lists promise."
}
"""What no word of an office is taken for, and why."""
IN_NO_OWN_LIST = {
    ImportField.NAME: "Its parts stand beside it, and are read.",
    ImportField.KANA: "Its parts stand beside it, and are read.",
    ImportField.NOTE: "A list in full is for reaching customers, which takes no note.",
    ImportField.DATE: "A customer has none.",
}
"""What our own lists do not give back, and why."""


def kinds(mapping: Mapping[int, ImportField]) -> dict[int, ImportField]:
    return dict(mapping)


def test_words_that_everybody_uses_are_known() -> None:
    layout = layout_of(KNOWN, {}, {})
    assert layout.columns == ("氏名", "電話番号", "備考")
    assert kinds(layout.mapping) == {0: ImportField.NAME, 1: ImportField.PHONE, 2: ImportField.NOTE}


@pytest.mark.parametrize("kind", ImportField)
def test_each_field_is_known_by_words_of_offices_and_by_each_of_our_own_lists(kind: ImportField) -> None:
    known = shipped_words()
    worded = kind in {one.kind for one in known.words.values()}
    assert worded == (kind not in IN_OWN_LISTS_ALONE), (
        f"{'Something' if worded else 'Nothing'} stands under [words] for {kind} in "
        "resources/import/columns.toml, by which a list of an office is understood."
    )
    own = [one for one in known.programs if one.source == "hvacdesk/domain/exchange/exporting.py"]
    assert len(own) == 2
    for one in own:
        named = kind in {column.kind for column in one.columns.values()}
        assert named == (kind not in IN_NO_OWN_LIST), (
            f"The list “{one.name}” in resources/import/columns.toml {'names' if named else 'lacks'} {kind}."
        )


def test_what_was_chosen_for_a_header_counts_for_it_again() -> None:
    """Also for one in which no word is known: else its first line would be taken for a customer."""
    header = ("あ", "い", "う")
    remembered = {key_of(header): {"0": ImportField.NAME.value, "2": ImportField.NOTE.value}}
    layout = layout_of(UNKNOWN, remembered, {})
    assert layout.columns == header
    assert kinds(layout.mapping) == {0: ImportField.NAME, 2: ImportField.NOTE}


def test_a_header_that_was_never_met_is_not_confused_with_one_that_was() -> None:
    remembered = {key_of(("別", "の", "表")): {"0": ImportField.NAME.value}}
    assert kinds(layout_of(KNOWN, remembered, {}).mapping) == kinds(layout_of(KNOWN, {}, {}).mapping)


def test_what_somebody_names_is_preferred_to_what_was_guessed() -> None:
    layout = layout_of(KNOWN, {}, {"備考": ImportField.NAME})
    assert kinds(layout.mapping)[2] is ImportField.NAME
    assert 0 not in layout.mapping, "a field is held by one column"


def test_a_column_can_be_left_out() -> None:
    assert 2 not in layout_of(KNOWN, {}, {"備考": None}).mapping


def test_words_that_are_named_make_their_line_the_header() -> None:
    layout = layout_of(UNKNOWN, {}, {"あ": ImportField.NAME, "い": ImportField.PHONE})
    assert layout.columns == ("あ", "い", "う")
    assert kinds(layout.mapping)[0] is ImportField.NAME


def test_a_column_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(ColumnUnknown) as told:
        layout_of(KNOWN, {}, {"生年月日": ImportField.NAME})
    assert (told.value.details["column"], told.value.details["columns"]) == (
        "生年月日",
        "氏名、電話番号、備考",
    )
