"""The same search by plain SQLite without encryption, with every index that helps, to compare with.

A query is answered in each way that its form allows, and the quickest counts: an indexed comparison for a
whole number, FTS5's trigrams for words of three characters and more, and a scan of a narrow table that lies
in the order of last use. Each answer is the first page's rows and how many there are in all.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

from sqlalchemy import text

from hvacdesk.domain.customers.customer_numbers import beginning_numbers, count_of, disjoint, same_number
from hvacdesk.domain.text.phones import whole_number
from hvacdesk.domain.text.place_readings import LEAST, PlaceReadings
from hvacdesk.domain.text.search_terms import SEPARATOR, query_terms
from hvacdesk.services.customers import postal
from hvacdesk.store.engine import Store

_TRIGRAM = 3
_SOURCE = """
SELECT f.shown, c.*, p.number AS phone, p.digits
FROM customers c JOIN customer_findings f ON f.customer_id = c.id
LEFT JOIN customer_phones p ON p.customer_id = c.id AND p.position = 0
ORDER BY c.used_at DESC, c.id DESC
"""
_KATAKANA = {kana: kana + ord("ア") - ord("あ") for kana in range(ord("ぁ"), ord("ゖ") + 1)}
_READINGS = PlaceReadings(postal.readings, postal.prefectures)
_SCAN = "SELECT {what} FROM narrow n {join} WHERE {chosen}"
_JOIN = "JOIN wide w ON w.place = n.place"


class PlainSqlite:
    """A copy of an office's customers in a plain file."""

    def __init__(self, store: Store, path: Path) -> None:
        self._connection = sqlite3.connect(path)
        run = self._connection.execute
        run("PRAGMA journal_mode = OFF")
        run("PRAGMA cache_size = -400000")
        run("CREATE TABLE narrow (place INTEGER PRIMARY KEY, count INTEGER, shown TEXT)")
        with store.reading() as session:
            found = session.execute(text(_SOURCE).execution_options(yield_per=1_000))
            columns = list(found.keys())[1:]
            run(f"CREATE TABLE wide (place INTEGER PRIMARY KEY, {', '.join(columns)})")
            holders = ", ".join("?" * (len(columns) + 1))
            for place, (shown, *values) in zip(count(1), found, strict=False):
                parts, _, number = shown.rpartition(SEPARATOR)
                run("INSERT INTO narrow VALUES (?, ?, ?)", (place, count_of(number), parts + _read(parts)))
                run(f"INSERT INTO wide VALUES ({holders})", (place, *values))
        run("CREATE INDEX wide_digits ON wide (digits)")
        run("CREATE INDEX narrow_count ON narrow (count)")
        run(
            "CREATE VIRTUAL TABLE trigrams"
            " USING fts5 (shown, content=narrow, content_rowid=place, tokenize='trigram')"
        )
        run("INSERT INTO trigrams (trigrams) VALUES ('rebuild')")
        run("ANALYZE")
        self._connection.commit()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def search(self, typed: str, limit: int) -> tuple[float, int]:
        """Milliseconds of the quickest way, and how many hits there are."""
        answers = []
        for chosen, values in self._ways(typed):
            began = time.perf_counter()
            hits = self._answer(chosen, values, limit)
            answers.append(((time.perf_counter() - began) * 1000, hits))
        assert len({hits for _, hits in answers}) == 1, answers
        return min(answers)

    def _answer(self, chosen: str, values: Sequence[object], limit: int) -> int:
        page = _SCAN.format(what="w.*", join=_JOIN, chosen=chosen) + f" ORDER BY n.place LIMIT {limit}"
        rows = self._connection.execute(page, values).fetchall()
        join = _JOIN if "w." in chosen else ""
        total: int = self._connection.execute(
            _SCAN.format(what="count(*)", join=join, chosen=chosen), values
        ).fetchone()[0]
        assert len(rows) == min(total, limit)
        return total

    def _ways(self, typed: str) -> Iterator[tuple[str, list[object]]]:
        numbers = whole_number(typed)
        if numbers:
            yield f"w.digits IN ({', '.join('?' * len(numbers))})", list(numbers)
            return
        words = query_terms(typed)
        yield _all(words, "instr(n.shown, ?) > 0", lambda word: word)
        yield _all(words, "n.shown LIKE ?", lambda word: f"%{word}%")
        if words and all(len(spelling) >= _TRIGRAM for spellings in words for spelling in spellings):
            yield _all(
                words,
                "n.place IN (SELECT rowid FROM trigrams WHERE trigrams MATCH ?)",
                lambda word: '"{}"'.format(word.replace('"', '""')),
            )


def _read(parts: str) -> str:
    """How the areas among the parts are read: in katakana, which nothing else here is written in."""
    found = [reading for part in parts.split(SEPARATOR) for reading in _READINGS.of(part)]
    return SEPARATOR + SEPARATOR.join((*found, "")).translate(_KATAKANA)


def _begun(spelling: str) -> str:
    """What a spelling is where it begins an area's reading, or is the whole of one if it is short."""
    return SEPARATOR + spelling.translate(_KATAKANA) + ("" if len(spelling) >= LEAST else SEPARATOR)


def _all(
    words: Sequence[Sequence[str]], condition: str, value: Callable[[str], str]
) -> tuple[str, list[object]]:
    chosen: list[str] = []
    values: list[object] = []
    for spellings in words:
        either = [condition] * len(spellings) * 2
        values += map(value, (*spellings, *map(_begun, spellings)))
        spans = (*beginning_numbers(spellings[0]), *same_number(spellings[0]))
        for span in disjoint(spans):
            either.append(f"n.count BETWEEN {span.start} AND {span.stop - 1}")
        chosen.append(f"({' OR '.join(either)})")
    return " AND ".join(chosen) or "1", values
