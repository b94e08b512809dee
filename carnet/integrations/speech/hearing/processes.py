"""How a process of ours is started beside us: Python alone, without our environment, our files or our settings."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
OFFLINE = {"HF_HUB_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1", "HF_HUB_DISABLE_IMPLICIT_TOKEN": "1"}
"""The library that knows a hub of models is told that there is none."""
START = "import sys; sys.path.append(sys.argv[1]); from carnet.integrations.speech.hearing import {0}; {0}.main(sys.argv[2:])"


def started(module: str, *words: str, threads: int = 1) -> subprocess.Popen[bytes]:
    """A module of this room at work in its own process, its standard input and output in our hands."""
    return subprocess.Popen(
        [sys.executable, "-I", "-X", "utf8", "-c", START.format(module), str(ROOT), *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=OFFLINE | {"OMP_NUM_THREADS": str(threads), "OPENBLAS_NUM_THREADS": "1"},
        cwd="/",
    )
