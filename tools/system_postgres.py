"""What the database promises, on a PostgreSQL of the system as well as on ours: constraints, two at once, sorting.

python -m tools.system_postgres starts the oldest of at least 15 that it finds, on a private socket under an account
without privileges, runs the tests of TESTS against it and stops it. Where there is none it says so: that is no fault.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from config.embedded import unprivileged

INSTALLED = Path("/usr/lib/postgresql")
OLDEST = 15
TESTS = ("test_constraints*.py", "test_sorting*.py", "test_finding*.py", "test_two_at_once*.py")
HASTY = "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def oldest(installed: Path = INSTALLED) -> Path | None:
    """The programs of the oldest server that Carnet runs on: what holds there holds above."""
    versions = {int(path.name): path / "bin" for path in installed.glob("*") if re.fullmatch(r"\d+", path.name)}
    fit = [version for version in sorted(versions) if version >= OLDEST and (versions[version] / "initdb").exists()]
    return versions[fit[0]] if fit else None


def run(programs: Path, program: str, *words: str) -> None:
    """One of PostgreSQL's own programs, never as root."""
    user, group = unprivileged() or (None, None)
    subprocess.run(
        [programs / program, *words],
        user=user,
        group=group,
        extra_groups=[] if user else None,
        cwd="/",
        env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
        stdout=subprocess.DEVNULL,
        check=True,
    )


def main(words: list[str]) -> int:
    """Start it, test, stop it; the tests' own exit code."""
    programs = oldest()
    found = sorted(str(path) for name in TESTS for path in Path("tests").rglob(name) if "journeys" not in path.parts)
    if programs is None or not found:
        print(f"Not proven: no PostgreSQL of at least {OLDEST} under {INSTALLED}." if found else "No such tests yet.")
        return 0
    with tempfile.TemporaryDirectory(prefix="carnet-system-postgres-") as place:
        home = Path(place, "data")
        home.mkdir(mode=0o700)
        if account := unprivileged():
            Path(place).chmod(0o711)
            os.chown(home, *account)
        run(
            programs,
            "initdb",
            "-D",
            str(home),
            "-U",
            "postgres",
            "--auth=trust",
            "--no-sync",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        )
        run(programs, "pg_ctl", "-D", str(home), "-w", "-l", str(home / "log"), "-o", f"{HASTY} -k {home}", "start")
        try:
            url = f"postgresql://postgres@/postgres?host={home}"
            command = [sys.executable, "-P", "-m", "pytest", "-n", "2", "--dist", "loadfile", *words, *found]
            print(f"{programs.parent.name}: {len(found)} files", flush=True)
            return subprocess.call(command, env=os.environ | {"DATABASE_URL": url})
        finally:
            run(programs, "pg_ctl", "-D", str(home), "-m", "immediate", "stop")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
