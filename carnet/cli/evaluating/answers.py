"""The file of answers: whole, or not there."""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from carnet.cli import Sentence


def write(file: Path, header: Sequence[str], columns: Sequence[Iterable[object]]) -> None:
    """Write it beside, then give it its name."""
    try:
        descriptor, beside = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.absolute().parent)
    except OSError:
        raise Sentence(f"{file} cannot be written.") from None
    try:
        with os.fdopen(descriptor, "w", newline="", encoding="utf-8") as opened:
            writer = csv.writer(opened, lineterminator="\n")
            writer.writerow(header)
            writer.writerows(zip(*columns, strict=True))
        Path(beside).chmod(0o644)
        Path(beside).replace(file)
    except OSError:
        raise Sentence(f"{file} cannot be written.") from None
    finally:
        Path(beside).unlink(missing_ok=True)
