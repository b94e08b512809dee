"""A Chromium for the journeys: the one named, the one installed, Debian's when root, else Debian's unpacked into the cache."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


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


def quietly(words: list[str], *, env: dict[str, str] | None = None, cwd: Path | None = None) -> int:
    """Run it without a word; how it ended. Installing has no time limit: it is as long as the network."""
    asked = subprocess.run(
        words, env=env, cwd=cwd, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL
    )  # fmt: skip
    return asked.returncode


def works(path: Path) -> bool:
    """Whether it starts at all."""
    try:
        return quietly([str(path), "--version"]) == 0
    except OSError:
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
    if quietly(words, env=quiet):
        quietly(["apt-get", "update"])
        quietly(words, env=quiet)
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
    quietly(["apt-get", *options, "update"])
    plan = subprocess.run(
        ["apt-get", *options, "-s", "install", "--no-install-recommends", "chromium"],
        check=False,
        capture_output=True,
        text=True,
    ).stdout
    names = [line.split()[1] for line in plan.splitlines() if line.startswith("Inst ")]
    if not names or quietly(["apt-get", *options, "download", *names], cwd=packed):
        return None
    for package in packed.glob("*.deb"):
        if quietly(["dpkg-deb", "-x", str(package), str(tree)]):
            return None
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
