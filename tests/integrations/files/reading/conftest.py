"""Files as people export them, written to disk for each test. No database, and no need of pytest-django."""

from __future__ import annotations

import contextlib
import gzip
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from carnet.integrations.files.reading.opening import Table, open_table
from carnet.integrations.files.reading.sentences import Said


def pytest_addoption(parser: pytest.Parser) -> None:
    """Without pytest-django its option in pyproject.toml would be unknown."""
    with contextlib.suppress(ValueError):
        parser.addini("DJANGO_SETTINGS_MODULE", "unused here")


@pytest.fixture(scope="session", autouse=True)
def said_in_english() -> None:
    """Sentences need Django's settings, and nothing else of Django."""
    if not settings.configured:
        settings.configure(USE_I18N=False)


@pytest.fixture
def exported(tmp_path: Path) -> Callable[..., Path]:
    """A file of that name with that text or those bytes."""

    def write(content: str | bytes, name: str = "export.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return write


@pytest.fixture
def opened(exported: Callable[..., Path]) -> Callable[..., Table]:
    """The table in a file of that text or those bytes."""

    def read(content: str | bytes, **how: Any) -> Table:
        name = how.pop("name", "export.csv")
        return open_table(exported(content, name), **how)

    return read


@pytest.fixture
def zipped(tmp_path: Path) -> Callable[..., Path]:
    """A zip of those members."""

    def write(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
        path = tmp_path / "export.zip"
        with zipfile.ZipFile(path, "w", method) as archive:
            for name, content in members.items():
                archive.writestr(name, content)
        return path

    return write


@pytest.fixture
def gzipped(tmp_path: Path) -> Callable[[bytes], Path]:
    """A gzip of those bytes."""

    def write(content: bytes) -> Path:
        path = tmp_path / "export.csv.gz"
        path.write_bytes(gzip.compress(content))
        return path

    return write


@pytest.fixture
def why_not() -> Callable[..., tuple[str, str]]:
    """The code and the sentence with which something refuses."""

    def ask(act: Callable[..., object], *arguments: Any, **named: Any) -> tuple[str, str]:
        try:
            result = act(*arguments, **named)
            list(result.rows() if isinstance(result, Table) else ())
        except Said as refusal:
            return refusal.code, str(refusal)
        raise AssertionError(f"nothing refused {arguments} {named}")

    return ask
