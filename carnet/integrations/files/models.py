"""Imports, their original rows, and what was refused."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from carnet.house.models import Boutique, Member
from carnet.integrations.files.kinds import FileKind, RecordKind, UploadState
from carnet.journal.models import Kept, Line
from carnet.kit import db


class Mapping(Kept):
    """Which column is which field, kept by name for the next export."""

    name = models.CharField(max_length=60, unique=True)
    kind = models.CharField(max_length=10)
    source = models.CharField(max_length=60)
    columns = models.JSONField()
    options = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [db.one_of("files_mapping_kind_known", "kind", FileKind)]

    def __str__(self) -> str:
        return self.name


class Import(Kept):
    """One taking in of one file."""

    file_name = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)
    """SHA-256 of the file's bytes, in hexadecimal."""
    kind = models.CharField(max_length=10)
    source = models.CharField(max_length=60)
    columns = models.JSONField()
    options = models.JSONField(default=dict)
    header = models.JSONField(default=list)
    boutique = models.ForeignKey(Boutique, models.PROTECT, related_name="+")
    for_member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    """Whose own book it is, when an advisor brings one (ruling 8)."""
    counts = models.JSONField(default=dict)
    undone_in = models.ForeignKey(Line, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [db.one_of("files_import_kind_known", "kind", FileKind)]

    def __str__(self) -> str:
        return self.file_name


class SourceRow(models.Model):
    """A row as it stood in the file, and the record it became."""

    id = models.BigAutoField(primary_key=True)
    taken_in = models.ForeignKey(Import, models.CASCADE, related_name="rows")
    line_number = models.PositiveIntegerField()
    raw = models.TextField()
    """The row's cells as a JSON array, byte for byte as text."""
    record_kind = models.CharField(max_length=10)
    record_id = models.UUIDField(db_index=True)

    class Meta:
        constraints: ClassVar = [db.one_of("files_sourcerow_kind_known", "record_kind", RecordKind)]

    def __str__(self) -> str:
        return str(self.line_number)


class RefusedRow(models.Model):
    """A row that was not taken in, and why."""

    id = models.BigAutoField(primary_key=True)
    taken_in = models.ForeignKey(Import, models.CASCADE, related_name="refused")
    line_number = models.PositiveIntegerField()
    code = models.CharField(max_length=40)
    values = models.JSONField(default=dict)
    raw = models.TextField()

    def __str__(self) -> str:
        return self.code


class Upload(Kept):
    """A file dropped on the screen, how it is to be read, and how far it has come."""

    file_name = models.CharField(max_length=255)
    by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    boutique = models.ForeignKey(Boutique, models.PROTECT, related_name="+")
    is_own_book = models.BooleanField(default=False)
    wishes = models.JSONField(default=dict)
    state = models.CharField(max_length=8, default=UploadState.WAITING)
    step = models.CharField(max_length=10, blank=True)
    share = models.FloatField(default=0)
    is_rehearsal = models.BooleanField(default=False)
    """Only counted this time, and nothing written."""
    rehearsed = models.JSONField(default=dict)
    """What the last rehearsal counted, as `Import.counts`."""
    said = models.TextField(blank=True)
    """The sentence it failed with."""
    taken_in = models.ForeignKey(Import, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [db.one_of("files_upload_state_known", "state", UploadState)]

    def __str__(self) -> str:
        return self.file_name
