"""By what name a payer is known, and how banks' ways of writing it are compared.

Names are compared as the program compares names elsewhere (:func:`fold`), without the legal form that banks
write as ｶ) or (ﾕ (全銀協 法人略語). The form itself is compared apart: ｶ)ﾔﾏﾀﾞ is nobody of the family 山田.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hvacdesk.domain.text.text_forms import fold, plain, without_legal_form

_FORMS = (
    *("カブ", "カ", "ユウ", "ユ", "メ", "シホウ", "シ", "ド", "イ", "ザイ", "シャ", "シュウ", "ガク", "フク"),
    *("ソ", "ベン", "チュウ", "ギョ", "ゼイ", "ダイ", "ノウ", "カンリ", "ロウム", "トクヒ", "ホゴ", "ドク"),
    *("チドク", "チダイ"),
)
"""What a legal form is shortened to: カ 株式会社, ユ 有限会社, メ 合名会社, シ 合資会社, ド 合同会社."""

_SHORT = "|".join(sorted({fold(form) for form in _FORMS}, key=len, reverse=True))
_SHORT_FORM = re.compile(rf"^({_SHORT})\)|\(({_SHORT})(?:\)|$)")
_BRANCH = re.compile(r"\((?:えい|しゆつ)\)?")
"""営業所 and 出張所, as banks shorten them within a name."""

_COMPANIES = {
    "株": ("か", "かぶ", "かぶしきがいしや", "かぶしきかいしや", "株式会社"),
    "有": ("ゆ", "ゆう", "ゆうげんがいしや", "ゆうげんかいしや", "有限会社"),
    "同": ("ど", "ごうどうがいしや", "ごうどうかいしや", "合同会社"),
    "資": ("し", "ごうしがいしや", "ごうしかいしや", "合資会社"),
    "名": ("め", "ごうめいがいしや", "ごうめいかいしや", "合名会社"),
}
_FORM_OF = {fold(written): form for form, ways in _COMPANIES.items() for written in ways}
_LONG = "|".join(sorted((one for one in _FORM_OF if len(one) > len("かぶ")), key=len, reverse=True))
_LONG_FORM = re.compile(f"^({_LONG})|({_LONG})$")
_OTHER = "他"
"""A form that is no company's."""

_SENDERS_NUMBER = re.compile(r"^[0-9]{1,12}(?=\D)")
"""Banks put the number that a sender typed before his name."""

_READING = re.compile("[ぁ-ゖー0-9a-z]+")

_NO_LETTERS = re.compile(r"[-.,/()「」\\¥&'*]+")


@dataclass(frozen=True)
class PayerName:
    """A name by which a customer may pay.

    Attributes:
        customer: record id.
        name: as :func:`comparable_payer` has it.
        form: as :func:`legal_form` has it.
        firm: whether it is an organisation's own, which banks write with and without its form.
        sure: whether it names the customer by itself: a whole name of the customer, or the payer of several
            earlier payments. A family name alone does not, and one payment may have been booked in error.
        family: of a person's name the family name, in the same form; else empty.
        unread: whether nobody entered how it is read: ``family`` is then what others of that family are.
    """

    customer: str
    name: str
    form: str = ""
    firm: bool = False
    sure: bool = True
    family: str = ""
    unread: bool = False

    @property
    def is_reading(self) -> bool:
        """Whether it is written as it is spoken, as banks write payers."""
        return _READING.fullmatch(self.name) is not None

    def fits(self, form: str) -> bool:
        """Whether a payer of this name and of this legal form can be the one who is named."""
        return form == self.form or (self.firm and not (form and self.form))


def comparable_payer(name: str) -> str:
    """The form in which payers are compared: of ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ as of アオバショウテン(カ only the name is left.

    Kana and kanji stay what they are.
    """
    return _parts(name)[0]


def legal_form(name: str) -> str:
    """Which legal form a name has, however it is shortened: one letter; empty for none."""
    return _parts(name)[1]


def named_payer(
    customer: str, written: str, *, firm: bool = False, sure: bool = True, family: str = ""
) -> PayerName:
    """A name of a customer as it is written anywhere; ``family`` is that part of a person's name."""
    name, form = _parts(written)
    return PayerName(customer, name, form, firm, sure, comparable_payer(family))


def family_names(payer: str) -> tuple[str, ...]:
    """What a person's family name may be as a bank writes the payer, in the form of :func:`comparable_payer`.

    That is what comes before the gap; where banks leave that out, any beginning. A firm has none.
    """
    parts = _SENDERS_NUMBER.sub("", plain(payer).strip()).split()
    whole, form = _parts(payer)
    if form or not parts:
        return ()
    if len(parts) > 1:
        return (comparable_payer(parts[0]),)
    return tuple(whole[:end] for end in range(2, len(whole) + 1))


def _parts(name: str) -> tuple[str, str]:
    folded = _SENDERS_NUMBER.sub("", fold(name))
    found = _SHORT_FORM.search(folded)
    bare = _BRANCH.sub("", _SHORT_FORM.sub("", folded))
    form = _FORM_OF.get(found[1] or found[2], _OTHER) if found else ""
    if whole := _LONG_FORM.search(bare):
        form = form or _FORM_OF[whole[1] or whole[2]]
        bare = _LONG_FORM.sub("", bare) or bare
    rest = without_legal_form(bare)
    if rest != bare:
        form, bare = form or _OTHER, rest
    return _NO_LETTERS.sub("", bare), form
