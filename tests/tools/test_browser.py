"""Without a browser the journeys fail with a sentence; they are never skipped."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools import browser

ROOT = Path(__file__).resolve().parents[2]


def suite(*words, **environment):
    kept = {name: value for name, value in os.environ.items() if name != "CHROMIUM"}
    return subprocess.run(
        [sys.executable, "-P", "-m", "tools.suite", *words],
        env=kept | {"PYTHONPATH": str(ROOT)} | environment,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_none_is_there_and_none_can_be_fetched(tmp_path):
    finished = suite(PATH=str(tmp_path), XDG_CACHE_HOME=str(tmp_path))
    assert (finished.returncode, finished.stdout) == (69, "")
    assert finished.stderr == (
        "The journeys need Chromium and found none: install it, or set CHROMIUM to its path; --no-browser leaves them out.\n"
    )


def test_one_that_does_not_start(tmp_path):
    finished = suite(CHROMIUM=str(tmp_path / "chromium"))
    assert (finished.returncode, finished.stdout) == (69, "")
    assert "which does not start" in finished.stderr


def test_what_was_not_proven_is_said():
    finished = suite("--no-browser", "--collect-only", "-q", "tests/kit/test_ids.py")
    assert finished.returncode == 0
    assert finished.stderr.startswith("Not proven without a browser: every journey")


def test_the_one_that_is_named_is_taken(tmp_path, monkeypatch):
    named = tmp_path / "chromium"
    named.write_text("#!/bin/sh\nexit 0\n")
    named.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(named))
    assert browser.find() == named
    named.write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(browser.NoBrowser, match="does not start"):
        browser.find()
