"""A Chromium for the journeys: the one named, the one installed, Debian's when root, else Debian's unpacked into the cache."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "stdin": subprocess.DEVNULL}


class NoBrowser(Exception):
    """None was found or could be fetched; the sentence says what to install."""


def find() -> Path:
    """The browser's path. Raises NoBrowser."""
    named = os.environ.get("CHROMIUM")
    if named:
        if not works(Path(named)):
            raise NoBrowser(f"CHROMIUM names {named}, which does not start: name a Chromium that does, or unset it.")
        return Path(named)
    for candidate in (*map(shutil.which, NAMES), str(MAC), str(cache() / "chromium")):
        if candidate and works(Path(candidate)):
            return Path(candidate)
    fetched = install() if os.geteuid() == 0 else unpack()
    if fetched and works(fetched):
        return fetched
    raise NoBrowser(
        "The journeys need Chromium and found none: install it, or set CHROMIUM to its path; --no-browser leaves them out."
    )


def works(path: Path) -> bool:
    """Whether it starts at all."""
    try:
        return subprocess.run([path, "--version"], check=False, timeout=60, **QUIET).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def cache() -> Path:
    """Where an unpacked browser lies."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "carnet" / "chromium"


def install() -> Path | None:
    """Debian's own package."""
    if not shutil.which("apt-get"):
        return None
    words = ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    if subprocess.run(words, env=quiet, check=False, **QUIET).returncode:
        subprocess.run(["apt-get", "update"], check=False, **QUIET)
        subprocess.run(words, env=quiet, check=False, **QUIET)
    found = shutil.which("chromium")
    return Path(found) if found else None


def unpack() -> Path | None:
    """The same packages, unpacked where an ordinary user may write, behind a script that finds their libraries."""
    if not (shutil.which("apt-get") and shutil.which("dpkg-deb")):
        return None
    home = cache()
    packed, tree = home / "packages", home / "tree"
    for folder in (packed / "partial", home / "lists" / "partial", tree):
        folder.mkdir(parents=True, exist_ok=True)
    options = ["-o", f"Dir::State::lists={home / 'lists'}", "-o", f"Dir::Cache={packed}", "-o", "Debug::NoLocking=1"]
    subprocess.run(["apt-get", *options, "update"], check=False, **QUIET)
    plan = subprocess.run(
        ["apt-get", *options, "-s", "install", "--no-install-recommends", "chromium"],
        check=False,
        capture_output=True,
        text=True,
    ).stdout
    names = [line.split()[1] for line in plan.splitlines() if line.startswith("Inst ")]
    if (
        not names
        or subprocess.run(["apt-get", *options, "download", *names], cwd=packed, check=False, **QUIET).returncode
    ):
        return None
    for package in packed.glob("*.deb"):
        subprocess.run(["dpkg-deb", "-x", package, tree], check=True, **QUIET)
        package.unlink()
    return _script(home, tree)


def _script(home: Path, tree: Path) -> Path:
    libraries = sorted({str(path.parent) for path in tree.rglob("*.so*")})
    script = home / "chromium"
    script.write_text(
        "#!/bin/sh\n"
        f"export LD_LIBRARY_PATH='{':'.join(libraries)}'\n"
        f"export FONTCONFIG_PATH='{tree}/etc/fonts' XDG_DATA_DIRS='{tree}/usr/share:/usr/share'\n"
        f"exec '{tree}/usr/lib/chromium/chromium' \"$@\"\n"
    )
    script.chmod(0o755)
    return script
