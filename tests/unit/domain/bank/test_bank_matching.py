"""What a deposit may pay for: proposed where it fits, certain only where nothing else does."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.bank.bank_matching import USUAL_FEES, MatchProposal, MatchReason, numbers_in, propose
from hvacdesk.domain.bank.payer_names import PayerName, comparable_payer, legal_form, named_payer
from hvacdesk.domain.billing.payments import BankLine, OpenInvoice


def line(yen: int, payer: str = "", text: str = "", reference: str = "1") -> BankLine:
    return BankLine("2026-11-28", yen, payer, text, reference)


def asked(invoice: str, customer: str, yen: int, due_on: str = "2026-11-30") -> OpenInvoice:
    return OpenInvoice(invoice, f"I2026-{int(invoice):06}", customer, "2026-10-31", due_on, yen)


def matched(
    lines: Iterable[BankLine], invoices: Iterable[OpenInvoice], *names: PayerName
) -> tuple[MatchProposal, ...]:
    """As in an office in which everybody is called as the customer's record id says, and as ``names`` do."""
    invoices = list(invoices)
    own = [named_payer(one, one) for one in dict.fromkeys(one.customer for one in invoices)]
    return propose(lines, invoices, [*own, *FIRMS, *names])


def only(found: tuple[MatchProposal, ...]) -> MatchProposal:
    assert len(found) == 1
    return found[0]


TANAKA = asked("1", "タナカ ハナコ", 110_000)
AOBA = (
    asked("11", "アオバショウテン", 33_000, due_on="2026-10-31"),
    asked("12", "アオバショウテン", 22_000),
    asked("13", "アオバショウテン", 7_700),
)
FIRMS = (named_payer("アオバショウテン", "カブシキガイシャ アオバショウテン", firm=True),)
ALL = (TANAKA, *AOBA, asked("21", "ヤマダ タロウ", 5_500))


@pytest.mark.parametrize(
    "written",
    [
        "ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ", "ｱｵﾊﾞｼﾖｳﾃﾝ(ｶ", "ｱｵﾊﾞｼﾖｳﾃﾝ(ｶ)", "カ）アオバショウテン", "0012345678ｶ)ｱｵﾊﾞ ｼﾖｳﾃﾝ",
        "ｶﾌﾞｼｷｶﾞｲｼﾔ ｱｵﾊﾞｼﾖｳﾃﾝ", "ﾕ)ｱｵﾊﾞｼﾖｳﾃﾝ", "ﾄﾞ)ｱｵﾊﾞｼﾖｳﾃﾝ", "アオバ・ショウテン",
    ],
)  # fmt: skip
def test_a_firm_is_known_whatever_way_banks_write_it(written: str) -> None:
    assert comparable_payer(written) == comparable_payer("アオバショウテン")


def test_payer_and_sum_together_are_certain() -> None:
    found = only(matched([line(110_000, "ﾀﾅｶ ﾊﾅｺ")], ALL))
    assert (found.invoices, found.reasons, found.certain, found.fee) == (
        ("1",), {MatchReason.PAYER_AND_SUM}, True, 0,
    )  # fmt: skip


def test_a_fee_that_banks_take_may_be_missing() -> None:
    found = only(matched([line(109_560, "ﾀﾅｶ ﾊﾅｺ")], ALL))
    assert (found.invoices, found.reasons, found.fee) == (("1",), {MatchReason.PAYER_AND_FEE}, 440)
    assert found.certain
    assert not only(matched([line(109_561, "ﾀﾅｶ ﾊﾅｺ")], ALL)).certain


def test_several_invoices_of_one_payer_come_to_a_sum_oldest_first() -> None:
    found = only(matched([line(55_000, "ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ")], ALL))
    assert (found.invoices, found.reasons) == (("11", "12"), {MatchReason.PAYER_AND_TOTAL})
    assert found.certain


def test_some_of_several_invoices_less_a_fee_may_be_a_coincidence() -> None:
    found = only(matched([line(40_000, "ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ")], ALL))
    assert (found.invoices, found.fee, found.certain) == (("11", "13"), 700, False)
    whole = only(matched([line(62_700 - 330, "ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ")], ALL))
    assert (whole.invoices, whole.certain) == (("11", "12", "13"), True)


def test_a_credit_note_is_taken_off() -> None:
    note = asked("31", "アオバショウテン", -2_000)
    found = only(matched([line(20_000, "ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ")], (*ALL, note)))
    assert set(found.invoices) == {"12", "31"}


def test_a_number_in_the_text_decides_between_equal_sums() -> None:
    twin = asked("2", "タナカ ハナコ", 110_000)
    both = matched([line(110_000, "ﾀﾅｶ ﾊﾅｺ")], (TANAKA, twin))
    assert not only(both).certain
    named = only(matched([line(110_000, "ﾀﾅｶ ﾊﾅｺ", "I2026-000002")], (TANAKA, twin)))
    assert (named.invoices, named.certain) == (("2",), True)
    assert named.reasons == {MatchReason.NUMBER, MatchReason.PAYER_AND_SUM}


def test_a_number_is_enough_where_the_payer_is_unknown() -> None:
    found = only(matched([line(110_000, "ﾀﾅｶ ｲﾁﾛｳ", "I2026000001")], ALL))
    assert (found.invoices, found.certain) == (("1",), True)


def test_a_number_that_may_be_a_jobs_is_certain_only_with_the_payers_name() -> None:
    unknown = only(matched([line(110_000, "2026000001ﾀﾅｶ")], ALL))
    assert (unknown.invoices, unknown.reasons, unknown.certain) == (("1",), {MatchReason.NUMBER}, False)
    known = only(matched([line(110_000, "ﾀﾅｶ ﾊﾅｺ", "2026000001")], ALL))
    assert (known.invoices, known.certain) == (("1",), True)


def test_the_number_of_an_estimate_or_a_receipt_names_no_invoice() -> None:
    found = only(matched([line(5_400, "ﾀﾅｶ", "E2026000021")], ALL))
    assert (found.invoices, found.certain) == ((), False)


def test_a_number_that_contradicts_the_payer_is_proposed_and_not_certain() -> None:
    found = only(matched([line(110_000, "ﾔﾏﾀﾞ ﾀﾛｳ", "I2026-000001")], ALL))
    assert (found.invoices, found.certain) == (("1",), False)


def test_a_number_whose_sum_does_not_fit_is_proposed_and_not_certain() -> None:
    found = only(matched([line(60_000, "ﾀﾅｶ ﾊﾅｺ", "I2026-000001")], ALL))
    assert (found.invoices, found.reasons, found.certain) == (("1",), {MatchReason.NUMBER}, False)


def test_a_payer_with_another_sum_is_offered_his_oldest_invoices() -> None:
    found = only(matched([line(41_111, "ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ")], ALL))
    assert (found.invoices, found.reasons, found.certain) == (("11", "12"), {MatchReason.PAYER}, False)


def test_a_sum_alone_is_never_certain() -> None:
    found = only(matched([line(5_500, "ｽｽﾞｷ ｼﾞﾛｳ")], ALL))
    assert (found.invoices, found.reasons, found.certain) == (("21",), {MatchReason.SUM}, False)


def test_where_nothing_fits_nothing_is_proposed() -> None:
    found = only(matched([line(123, "ｽｽﾞｷ ｼﾞﾛｳ")], ALL))
    assert (found.invoices, found.reasons, found.certain) == ((), frozenset(), False)


def test_two_customers_of_one_name_are_not_told_apart() -> None:
    other = OpenInvoice("3", "I2026-000003", "other", "2026-10-31", "2026-11-30", 110_000)
    name = named_payer("other", "タナカ ハナコ", sure=False)
    assert not only(matched([line(110_000, "ﾀﾅｶ ﾊﾅｺ")], (TANAKA, other), name)).certain
    assert not only(matched([line(110_000, "ﾀﾅｶ ﾊﾅｺ")], (TANAKA,), name)).certain


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("ｶ)ﾔﾏﾀﾞ", "株"), ("ﾔﾏﾀﾞ(ｶ", "株"), ("株式会社ヤマダ", "株"), ("カブシキガイシャヤマダ", "株"),
        ("㈱ヤマダ", "株"),
        ("ﾕ)ﾔﾏﾀﾞ", "有"), ("ヤマダ有限会社", "有"), ("ﾄﾞ)ﾔﾏﾀﾞ", "同"), ("ｲ)ﾔﾏﾀﾞ", "他"), ("医療法人ヤマダ", "他"),
        ("ﾔﾏﾀﾞ", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_legal_form_is_told_however_it_is_shortened(written: str, form: str) -> None:
    assert legal_form(written) == form


def test_a_firm_is_meant_with_its_own_form_or_with_none() -> None:
    def certain(payer: str) -> bool:
        return only(matched([line(33_000, payer)], ALL[:2])).certain

    assert certain("ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ")
    assert certain("ｱｵﾊﾞｼﾖｳﾃﾝ")
    invoice = asked("41", "firm", 5_000)
    own = named_payer("firm", "株式会社ヤマダ", firm=True)
    assert not propose([line(5_000, "ﾕ)ヤマダ")], [invoice], [own])[0].certain
    assert propose([line(5_000, "ｶ)ヤマダ")], [invoice], [own])[0].certain
    person = named_payer("firm", "ヤマダ")
    assert not propose([line(5_000, "ｶ)ヤマダ")], [invoice], [person])[0].certain


def test_a_number_of_nothing_open_makes_an_equal_sum_uncertain() -> None:
    found = only(matched([line(110_000, "ﾀﾅｶ ﾊﾅｺ", "I2026-000999")], ALL))
    assert (found.invoices, found.certain) == (("1",), False)
    both = only(matched([line(110_000, "ﾀﾅｶ ﾊﾅｺ", "I2026-000001 I2026-000999")], ALL))
    assert (both.invoices, both.certain) == (("1",), False)


def test_a_number_of_another_sum_makes_what_fits_uncertain() -> None:
    for yen in (22_000, 22_000 - 440):
        known = only(matched([line(yen, "ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ", "I2026-000011")], ALL))
        assert (known.invoices, known.certain) == (("12",), False)
        assert MatchReason.NUMBER not in known.reasons
        unknown = only(matched([line(yen, "ｼﾗﾇ ﾋﾄ", "I2026-000011")], ALL))
        assert (unknown.invoices, unknown.reasons, unknown.certain) == (("11",), {MatchReason.NUMBER}, False)
    less = only(matched([line(33_000 - 440, "ｼﾗﾇ ﾋﾄ", "I2026-000011")], ALL))
    assert (less.invoices, less.certain) == (("11",), False)
    assert only(matched([line(33_000 - 440, "ｱｵﾊﾞｼﾖｳﾃﾝ", "I2026-000011")], ALL)).certain


def test_two_deposits_for_one_invoice_are_both_left_to_a_person() -> None:
    twice = [line(110_000, "ﾀﾅｶ ﾊﾅｺ"), line(110_000, "ﾀﾅｶ ﾊﾅｺ", reference="2")]
    assert [one.certain for one in matched(twice, ALL)] == [False, False]


def test_a_fee_that_makes_another_invoice_fit_leaves_it_to_a_person() -> None:
    near = asked("4", "タナカ ハナコ", 110_440)
    found = only(matched([line(110_000, "ﾀﾅｶ ﾊﾅｺ")], (TANAKA, near)))
    assert (found.invoices, found.certain) == (("1",), False)


def test_many_invoices_of_one_customer_are_matched_by_their_age() -> None:
    many = [
        asked(str(at), "アオバショウテン", 1_000 + at, due_on=f"2026-{at % 9 + 1:02}-28")
        for at in range(1, 200)
    ]
    whole = sum(one.open_yen for one in many)
    assert len(only(matched([line(whole, "ｱｵﾊﾞｼﾖｳﾃﾝ")], many)).invoices) == len(many)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("I2026-000012", {"I2026-000012": True}),
        ("ｾｲｷﾕｳI2026000012ﾌﾞﾝ", {"I2026-000012": True}),
        ("Ｉ２０２６－００００１２", {"I2026-000012": True}),
        ("I2026-000012 I2026-000013", {"I2026-000012": True, "I2026-000013": True}),
        ("2026000012 I2026000012", {"I2026-000012": True}),
        ("2026000012", {"I2026-000012": False}),
        ("ｺｳｼﾞ2026-000012", {"I2026-000012": False}),
        ("NO.2026000012", {"I2026-000012": False}),
        ("E2026-000012 R2026000012 C-2026000012 Ｐ2026000012", {}),
        ("12026000012", {}),
        ("20260000123", {}),
        ("", {}),
    ],
)
def test_numbers_are_found_however_they_are_written(text: str, numbers: dict[str, bool]) -> None:
    assert numbers_in(text) == numbers


@given(
    st.lists(st.tuples(st.sampled_from("アイウ"), st.integers(-3_000, 9_000)), max_size=9),
    st.lists(st.tuples(st.sampled_from(["ｱ", "ｲ", "ｳ", "ｴ", ""]), st.integers(1, 20_000)), max_size=6),
)
def test_what_is_certain_comes_to_the_sum_and_to_one_payer(
    sums: list[tuple[str, int]], deposits: list[tuple[str, int]]
) -> None:
    invoices = {str(at): asked(str(at), name, yen) for at, (name, yen) in enumerate(sums)}
    lines = [line(yen, payer, reference=str(at)) for at, (payer, yen) in enumerate(deposits)]
    found = matched(lines, invoices.values())
    assert [one.line for one in found] == lines
    certain = [one for one in found if one.certain]
    for one in certain:
        chosen = [invoices[invoice] for invoice in one.invoices]
        assert sum(invoice.open_yen for invoice in chosen) == one.line.yen + one.fee
        assert {invoice.customer for invoice in chosen} == {comparable_customer(one.line.payer)}
        assert one.fee in (0, *USUAL_FEES)
    paid = [invoice for one in certain for invoice in one.invoices]
    assert len(paid) == len(set(paid))


def comparable_customer(payer: str) -> str:
    return {"ｱ": "ア", "ｲ": "イ", "ｳ": "ウ"}[payer]


@given(st.text())
def test_any_text_is_compared_without_complaint(text: str) -> None:
    assert comparable_payer(comparable_payer(text)) is not None
    assert numbers_in(text) is not None


SUZUKI = named_payer("suzuki", "スズキ ハルコ", family="スズキ")
YAMAMOTO = asked("51", "ヤマモト タロウ", 11_000, due_on="2026-10-31")


def test_what_another_deposit_pays_for_certain_is_not_offered_by_its_sum() -> None:
    found = matched([line(110_000, "ﾀﾅｶ ﾊﾅｺ"), line(110_000, "ｽｽﾞｷ ｲﾁﾛｳ", reference="2")], ALL)
    assert [(one.invoices, one.certain) for one in found] == [(("1",), True), ((), False)]
    assert found[1].reasons == frozenset()
    twin = asked("61", "ヤマモト タロウ", 110_000, due_on="2027-03-31")
    found = matched([line(110_000, "ｽｽﾞｷ ｲﾁﾛｳ", reference="2"), line(110_000, "ﾀﾅｶ ﾊﾅｺ")], (*ALL, twin))
    assert [(one.invoices, one.certain) for one in found] == [(("61",), False), (("1",), True)]


@pytest.mark.parametrize("payer", ["ｽｽﾞｷ ｲﾁﾛｳ", "ｽｽﾞｷ", "ｽｽﾞｷｲﾁﾛｳ", "0123ｽｽﾞｷ ｲﾁﾛｳ", "スズキ　イチロウ"])
def test_an_invoice_of_the_payers_family_goes_before_a_strangers(payer: str) -> None:
    own = asked("52", "suzuki", 11_000, due_on="2026-12-31")
    (found,) = propose([line(11_000, payer)], [YAMAMOTO, own], [SUZUKI])
    assert (found.invoices, found.certain) == (("52",), False)
    assert found.reasons == {MatchReason.FAMILY_AND_SUM}
    assert found.fitting == {"suzuki"}


@pytest.mark.parametrize("payer", ["ｽｽﾞ ｲﾁﾛｳ", "ｶ)ｽｽﾞｷ", "ｽｽﾞｷﾔ ｲﾁﾛｳ", ""])
def test_a_name_that_only_begins_like_it_is_no_family_name(payer: str) -> None:
    own = asked("52", "suzuki", 11_000, due_on="2026-12-31")
    (found,) = propose([line(11_000, payer)], [YAMAMOTO, own], [SUZUKI])
    assert (found.invoices, found.reasons, found.fitting) == (("51",), {MatchReason.SUM}, frozenset())


def test_whom_a_payers_name_fits_is_told_with_every_proposal() -> None:
    assert only(matched([line(110_000, "ﾀﾅｶ ﾊﾅｺ")], ALL)).fitting == {"タナカ ハナコ"}
    assert only(matched([line(5_500, "ｽｽﾞｷ ｼﾞﾛｳ")], ALL)).fitting == frozenset()
    named = only(matched([line(110_000, "ﾔﾏﾀﾞ ﾀﾛｳ", "I2026-000001")], ALL))
    assert (named.invoices, named.fitting) == (("1",), {"ヤマダ タロウ"})
    firm = named_payer("firm", "株式会社ヤマダ", firm=True)
    invoice = asked("41", "firm", 5_000)
    assert propose([line(5_000, "ｶ)ヤマダ")], [invoice], [firm])[0].fitting == {"firm"}
    assert propose([line(5_000, "ﾕ)ヤマダ")], [invoice], [firm])[0].fitting == frozenset()


def test_what_came_before_the_invoices_day_is_not_certain() -> None:
    later = OpenInvoice("7", "I2026-000007", "タナカ ハナコ", "2026-11-29", "2026-12-31", 110_000)
    early = only(matched([line(110_000, "ﾀﾅｶ ﾊﾅｺ")], [later]))
    assert (early.invoices, early.certain) == (("7",), False)
    assert early.reasons == {MatchReason.PAYER_AND_SUM, MatchReason.EARLY}
    same_day = OpenInvoice("7", "I2026-000007", "タナカ ハナコ", "2026-11-28", "2026-12-31", 110_000)
    assert only(matched([line(110_000, "ﾀﾅｶ ﾊﾅｺ")], [same_day])).certain
    taken = matched([line(110_000, "ﾀﾅｶ ﾊﾅｺ"), line(110_000, "ｽｽﾞｷ", reference="2")], [later])
    assert taken[1].invoices == (), "it is somebody else's all the same"


def test_what_was_issued_after_the_deposit_is_not_offered_beside_what_was_open_then() -> None:
    then = OpenInvoice("1", "I2026-000001", "タナカ ハナコ", "2026-10-31", "2026-11-30", 660)
    later = OpenInvoice("3", "I2026-000003", "タナカ ハナコ", "2026-11-30", "2026-12-31", 22_000)
    found = only(matched([line(5_000, "ﾀﾅｶ ﾊﾅｺ")], [then, later]))
    assert (found.invoices, found.reasons) == (("1",), {MatchReason.PAYER})
    named = only(matched([line(5_000, "ﾀﾅｶ ﾊﾅｺ", "I2026-000003")], [then, later]))
    assert named.invoices == ("3",), "what is named is meant"
    alone = only(matched([line(5_000, "ﾀﾅｶ ﾊﾅｺ")], [later]))
    assert (alone.invoices, alone.reasons) == (("3",), {MatchReason.PAYER, MatchReason.EARLY})


def test_of_choices_of_one_sum_that_issued_before_the_deposit_goes_first() -> None:
    older = [asked(str(number), "タナカ ハナコ", 11_000) for number in (1, 2)]
    later = OpenInvoice("3", "I2026-000003", "タナカ ハナコ", "2026-11-30", "2026-12-31", 22_000)
    found = only(matched([line(22_000, "ﾀﾅｶ ﾊﾅｺ")], [*older, later]))
    assert (found.invoices, found.others, found.certain) == (("1", "2"), (("3",),), False)
