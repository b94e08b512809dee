"""Plain enumerations of imports, and the names of their acts."""

from __future__ import annotations

import enum


class FileKind(enum.StrEnum):
    """What the rows of a file are."""

    PEOPLE = "people"
    SALES = "sales"
    PRODUCTS = "products"


class RecordKind(enum.StrEnum):
    """What a row became."""

    CLIENT = "client"
    LINE = "line"
    RETURN = "return"
    REFERENCE = "reference"


class UploadState(enum.StrEnum):
    """How far a file that was dropped on the screen has come."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Act(enum.StrEnum):
    """What can happen to a file."""

    UPLOADED = "files.uploaded"
    IMPORTED = "files.imported"
    UNDONE = "files.undone"
    MAPPING_KEPT = "files.mapping_kept"
