"""Trying to break what the database keeps: past the acts, at the rows themselves."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import IntegrityError, connection, models, transaction


@contextlib.contextmanager
def refused(constraint: str) -> Iterator[None]:
    """The database refuses what is done here, and names that constraint."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():  # noqa: PT012 -- what is done, and its deferred keys
        yield
        connection.check_constraints()
    assert broken(caught.value) == constraint


def broken(error: Exception) -> str | None:
    """The name of the constraint that was in the way."""
    return error.__cause__.diag.constraint_name


def change(row: models.Model, **fields: Any) -> None:
    """Write over a row that stands, as no act would."""
    type(row)._default_manager.filter(pk=row.pk).update(**fields)


def again(row: models.Model, **fields: Any) -> models.Model:
    """The same row a second time, with another id and what is said here."""
    copy = type(row)._default_manager.get(pk=row.pk)
    copy.pk = uuid.uuid4()
    for field, value in fields.items():
        setattr(copy, field, value)
    copy.save(force_insert=True)
    return copy
