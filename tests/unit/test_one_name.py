"""What a site's ``access`` is called: by one name on screens and papers, in ledger and log, to customers."""

from __future__ import annotations

import pytest

from hvacdesk.domain.jobs.jobs import SiteField
from hvacdesk.domain.jobs.site_fields import ACCESS_NAME, SITE_FIELDS
from hvacdesk.domain.partners.handovers import HANDED_FIELD_NAMES
from hvacdesk.domain.retention.record_fields import RECORD_FIELD_NAMES, RecordField
from hvacdesk.domain.text.languages import LANGUAGES
from hvacdesk.services.language import words_for
from hvacdesk.ui.oversight.logged_fields import FIELD_WORDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_of_parking_has_one_name(language: str) -> None:
    words = words_for(language)
    one, name = SITE_FIELDS[SiteField.ACCESS], words(ACCESS_NAME)
    called = [
        one.label,
        one.card or one.label,
        one.disclosed or one.label,
        HANDED_FIELD_NAMES[RecordField.ACCESS],
    ]
    assert {words(each) for each in called} == {name}
    assert words(FIELD_WORDS["access"]) == name.lower(), "within a sentence"
    assert words(RECORD_FIELD_NAMES[RecordField.ACCESS]).startswith(name), "with the keys beside it"
