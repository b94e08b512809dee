"""Where something is missing, bin/demo and bin/test say in one sentence what, and end with 69."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("sh", "dirname", "id", "cut", "mkdir", "cmp", "rm", "cp", "cksum", "find")
"""What any system has; among them nothing that lists a folder or knows an account, so that no Python is found."""
MISSING = 69


@pytest.fixture
def checkout(tmp_path) -> Path:
    """What bin/carnet needs of a checkout, without an environment."""
    for name in ("bin/setup", "bin/carnet", "bin/demo", "bin/test", "requirements.txt", "requirements-dev.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy2(ROOT / name, tmp_path / name)
    (tmp_path / "carnet" / "locale").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def bare(tmp_path) -> Path:
    """A PATH on which there is next to nothing."""
    folder = tmp_path / "path"
    folder.mkdir()
    for name in TOOLS:
        (folder / name).symlink_to(str(shutil.which(name)))
    return folder


def run(checkout, command, **environment):
    return subprocess.run(
        ["/bin/sh", checkout / "bin" / command],
        env=environment,
        cwd="/",
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("command", ["demo", "test", "carnet"])
def test_no_python(checkout, bare, command):
    finished = run(checkout, command, PATH=str(bare), HOME=str(checkout))
    assert finished.returncode == MISSING
    told = [line for line in finished.stderr.splitlines() if "not found" not in line]
    assert told == [
        "Carnet needs Python 3.13 (3.12 and 3.14 do too) and found none: install it, or uv, or set CARNET_PYTHON to its path."
    ]
    assert not (checkout / ".venv").exists()


def test_a_python_that_is_none(checkout, bare):
    finished = run(checkout, "carnet", PATH=str(bare), HOME=str(checkout), CARNET_PYTHON="/bin/sh")
    assert finished.returncode == MISSING
    (told,) = finished.stderr.splitlines()
    assert told.startswith("CARNET_PYTHON names /bin/sh, which is not a Python")


def test_no_packages(checkout, bare):
    """A Python is there, and nothing to install from."""
    python = os.path.realpath(sys.executable)
    finished = run(
        checkout, "carnet", PATH=f"{bare}:/usr/bin:/bin", HOME=str(checkout), CARNET_PYTHON=python, PIP_NO_INDEX="1",
        PIP_CONFIG_FILE=os.devnull, UV_OFFLINE="1", UV_NO_CACHE="1",
    )  # fmt: skip
    assert finished.returncode == MISSING, finished.stderr
    assert finished.stderr.splitlines()[-1] == (
        "The packages of requirements.txt could not be installed: is a package registry within reach? "
        "Nothing else was changed; run this again."
    )
    assert not (checkout / ".venv" / "installed-requirements.txt").exists()
