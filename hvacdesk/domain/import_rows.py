"""One row of a customer list as a record, or the reason why not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from hvacdesk.domain.customer_rules import check_record
from hvacdesk.domain.customers import Address, CustomerKind, CustomerRecord, PersonName, Phone, PhoneKind
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.imports import NAME_GUESSED, ImportField, ReadRow, Remark, RowState
from hvacdesk.domain.text_forms import digits
from hvacdesk.domain.written_names import WrittenName, divide_address, divide_name

Towns = Callable[[str], Sequence[Address]]
"""The towns of a postal code."""

_PHONES = {
    ImportField.PHONE: PhoneKind.HOME,
    ImportField.MOBILE: PhoneKind.MOBILE,
    ImportField.WORK_PHONE: PhoneKind.WORK,
    ImportField.FAX: PhoneKind.FAX,
}
"""One column may hold all numbers, and the others say of which kind some are."""

_MOBILE_STARTS = ("070", "080", "090", "060")
_PHONE_SEPARATORS = str.maketrans({"、": "\n", "，": "\n", ",": "\n", "／": "\n", ";": "\n", "・": "\n"})


def read_row(line: int, cells: Sequence[str], mapping: Mapping[int, ImportField], towns: Towns) -> ReadRow:
    """Understand one row. Never raises for what a cell holds: a row that cannot be stored is WRONG."""
    values = _values(cells, mapping)
    kept = tuple(cells)
    if not values:
        return ReadRow(line, kept, RowState.EMPTY, None)
    try:
        written = _written_name(values)
        record = check_record(_record(values, written, towns, exact=ImportField.TOWN in mapping.values()))
    except InvalidInput as error:
        return ReadRow(line, kept, RowState.WRONG, None, (Remark(error.what, error.details),), error)
    if written.guessed:
        remark = Remark(NAME_GUESSED, column=ImportField.NAME)
        return ReadRow(line, kept, RowState.CHECK, record, (remark,))
    return ReadRow(line, kept, RowState.GOOD, record)


def _values(cells: Sequence[str], mapping: Mapping[int, ImportField]) -> dict[ImportField, list[str]]:
    values: dict[ImportField, list[str]] = defaultdict(list)
    for at, kind in sorted(mapping.items()):
        if at < len(cells) and cells[at].strip():
            values[kind].append(cells[at].strip())
    return dict(values)


def _first(values: Mapping[ImportField, list[str]], kind: ImportField) -> str:
    return values.get(kind, [""])[0]


def _written_name(values: Mapping[ImportField, list[str]]) -> WrittenName:
    """Divided columns win over a name in one cell; an organisation beside a person keeps both."""
    organisation = _first(values, ImportField.ORGANISATION)
    organisation_kana = _first(values, ImportField.ORGANISATION_KANA)
    family = _first(values, ImportField.FAMILY_NAME)
    if family or _first(values, ImportField.GIVEN_NAME):
        person = PersonName(
            family,
            _first(values, ImportField.GIVEN_NAME),
            _first(values, ImportField.FAMILY_KANA),
            _first(values, ImportField.GIVEN_KANA),
        )
        return WrittenName(person, organisation, organisation_kana)
    written = divide_name(_first(values, ImportField.NAME), _first(values, ImportField.KANA))
    if not organisation:
        return written
    if written.organisation and written.organisation != organisation:
        return WrittenName(written.person, f"{organisation} {written.organisation}", organisation_kana)
    return WrittenName(
        written.person, organisation, organisation_kana or written.organisation_kana, written.guessed
    )


def _record(
    values: Mapping[ImportField, list[str]], written: WrittenName, towns: Towns, *, exact: bool
) -> CustomerRecord:
    return CustomerRecord(
        kind=CustomerKind.ORGANISATION if written.organisation else CustomerKind.PERSON,
        name=written.person,
        organisation=written.organisation,
        organisation_kana=written.organisation_kana,
        address=_exact_address(values) if exact else _address(values, towns),
        phones=tuple(_phones(values)),
        email=_first(values, ImportField.EMAIL),
        note="\n".join(values.get(ImportField.NOTE, [])),
    )


def _exact_address(values: Mapping[ImportField, list[str]]) -> Address:
    """An address that is divided already down to the town, to the letter: as this program exports it."""
    parts = (ImportField.POSTAL_CODE, ImportField.PREFECTURE, ImportField.CITY, ImportField.TOWN)
    rest = (ImportField.STREET, ImportField.BUILDING)
    return Address(*(_first(values, kind) for kind in (*parts, *rest)))


def _address(values: Mapping[ImportField, list[str]], towns: Towns) -> Address:
    code = _first(values, ImportField.POSTAL_CODE)
    figures = digits(code)
    if code and len(figures) == 6 and figures == code.strip():
        code = f"0{figures}"  # a spreadsheet dropped the leading zero
    parts = [_first(values, kind) for kind in (ImportField.PREFECTURE, ImportField.CITY, ImportField.STREET)]
    whole = "".join(parts) + " ".join(values.get(ImportField.ADDRESS, []))
    divided = divide_address(whole, code, towns(code) if code else ()) if whole else Address(code)
    building = " ".join(values.get(ImportField.BUILDING, []))
    if not building:
        return divided
    return Address(
        code,
        divided.prefecture,
        divided.city,
        divided.town,
        divided.street,
        f"{divided.building} {building}".strip(),
    )


def _phones(values: Mapping[ImportField, list[str]]) -> list[Phone]:
    found: list[Phone] = []
    for kind, rings_at in _PHONES.items():
        for cell in values.get(kind, []):
            for text in filter(str.strip, cell.translate(_PHONE_SEPARATORS).splitlines()):
                number = _with_zero(text.strip())
                is_mobile = kind is ImportField.PHONE and digits(number).startswith(_MOBILE_STARTS)
                phone = Phone(PhoneKind.MOBILE if is_mobile else rings_at, number)
                same = [at for at, other in enumerate(found) if digits(other.number) == digits(number)]
                if not same:
                    found.append(phone)
                elif kind is not ImportField.PHONE:
                    found[same[0]] = Phone(rings_at, found[same[0]].number)
    return found


def _with_zero(text: str) -> str:
    """Restore the leading zero that a number column dropped: nine or ten digits that begin with another."""
    if text.isascii() and text.isdigit() and len(text) in {9, 10} and not text.startswith("0"):
        return f"0{text}"
    return text
