"""Filed pages against the texts beside them, by which alone they are searched for persons."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator

from sqlalchemy import Table, func, select, update
from sqlalchemy.orm import Session

from hvacdesk.store.models import IssuedDocument

DOCUMENTS: Table = IssuedDocument.metadata.tables[IssuedDocument.__tablename__]
_AT_ONCE = 500


def there(session: Session, but: Collection[int] = ()) -> Iterator[tuple[int, bool]]:
    """The keys of the rows that hold a page, each with whether its text still is all that the page shows."""
    row = DOCUMENTS.c
    query = select(row.id, row.data, row.data_sha256).where(func.length(row.pdf) > 0)
    for key, data, digest in session.execute(query).yield_per(_AT_ONCE):
        if key not in but:
            yield key, digest_of(data) == digest


def digest_of(data: str) -> str:
    """The hash of a page's text."""
    return hashlib.sha256(data.encode("utf-8", "surrogatepass")).hexdigest()


def is_torn(session: Session, key: int) -> bool:
    """Whether a row holds a page that shows more than its text still does."""
    row = DOCUMENTS.c
    query = select(row.data, row.data_sha256).where(row.id == key, func.length(row.pdf) > 0)
    return any(digest_of(data) != digest for data, digest in session.execute(query))


def empty(session: Session, key: int) -> bool:
    """Take the page out of a row whose text has lost something; number, sums and the page's hash stay.

    Returns:
        Whether there was one to take out.
    """
    if not is_torn(session, key):
        return False
    session.execute(update(DOCUMENTS).where(DOCUMENTS.c.id == key).values(pdf=b"", data_sha256=""))
    session.expire_all()
    return True
