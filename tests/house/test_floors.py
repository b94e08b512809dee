"""The contracts of pyproject.toml hold, and each of them notices when it does not."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.house


def contracts(where):
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as run; run()",
        "--no-cache",
        "--no-logo",
    ]
    return subprocess.run(
        command, cwd=where, env={"PYTHONPATH": str(where)}, capture_output=True, text=True, check=False
    )


@pytest.fixture
def copied(tmp_path):
    """A copy of the house, to be spoilt."""
    for name in ("carnet", "config"):
        shutil.copytree(
            ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("static", "templates", "__pycache__")
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_floors_hold():
    said = contracts(ROOT)
    assert said.returncode == 0, said.stdout


@pytest.mark.parametrize(
    ("path", "line", "said"),
    [
        (
            "carnet/clients/queries.py",
            "from carnet.purchases import models",
            "carnet.clients is not allowed to import carnet.purchases",
        ),
        (
            "carnet/consent/queries.py",
            "from carnet.books import models",
            "carnet.consent is not allowed to import carnet.books",
        ),
        (
            "carnet/clients/models/facts.py",
            "from carnet.clients.actions import noting",
            "models is not allowed to import",
        ),
        (
            "carnet/consent/rules.py",
            "from django.db import models",
            "carnet.consent.rules is not allowed to import django",
        ),
        ("carnet/consent/kinds.py", "import django", "carnet.consent.kinds is not allowed to import django"),
        ("carnet/house/queries.py", "import config.settings.base", "carnet is not allowed to import config"),
        ("carnet/valet/__init__.py", "", "valet"),
        ("carnet/clients/doorbell.py", "", "doorbell"),
        ("carnet/integrations/tills/__init__.py", "", "tills"),
    ],
)
def test_a_contract_notices(copied, path, line, said):
    (copied / path).parent.mkdir(exist_ok=True)
    with (copied / path).open("a") as file:
        file.write(f"\n{line}\n")
    found = contracts(copied)
    assert found.returncode == 1
    assert said in found.stdout
