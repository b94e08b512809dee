"""What stands beside the database: keys, the list of the forgotten, backups, the disk, the clocks of its zones."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
import stat
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo

from cryptography.fernet import InvalidToken
from django.conf import settings
from django.db import connection

from carnet.cli.backing_up import LAST
from carnet.cli.examining import Finding, judged

LATEST = dt.timedelta(hours=26)
"""A nightly backup, and two hours for it to be late."""
FREE, SCARCE = 2**30, 0.10
MONTHS_AHEAD = 36
STALE_ZONES = 2
"""Years after which a release of the zones is told of."""
LOCAL = {"localhost", "127.0.0.1", "[::1]"}


def look() -> Iterator[Finding]:
    """All of it."""
    yield from _keys()
    yield _forgotten()
    yield _backup()
    yield from _disk()
    yield from _zones()
    yield from _settings()


def _keys() -> Iterator[Finding]:
    path = Path(settings.CARNET_HOME) / "secrets.json"
    if path.exists():
        yield _private("keys", path)
    elif not settings.CARNET_KEYS_AT_HOME:
        yield Finding("well", "keys", "They come from the environment: see that a copy is kept elsewhere.")
    yield judged(
        "keys",
        well=_opens(),
        so="The key at hand opens what this house has sealed.",
        otherwise="The key at hand is not the one this house is sealed with: set CARNET_SEALING_KEY to the right one.",
    )


def _private(about: str, path: Path) -> Finding:
    told = path.stat()
    mode = stat.S_IMODE(told.st_mode)
    return judged(
        about,
        well=not mode & 0o077 and told.st_uid == os.geteuid(),
        so=f"{path.name} is there, and only this account can read it.",
        otherwise=f"{path} can be read by others, or is another’s ({mode:o}): chown it to this account, and chmod 600.",
    )


def _opens() -> bool:
    """A person's key, then a detail of the house's own; a house without either has sealed nothing yet."""
    from carnet.journal import sealing
    from carnet.journal.models import Detail, SubjectKey

    subject = SubjectKey.objects.values("subject").first()
    details = (
        Detail.objects.filter(subject=subject["subject"]) if subject else Detail.objects.filter(subject__isnull=True)
    )
    found = details.first()
    try:
        return found is None or sealing.opened(found) is not None
    except InvalidToken:
        return False


def _forgotten() -> Finding:
    from carnet.privacy import forgotten

    path = forgotten.path()
    if not path.exists():
        return Finding("well", "forgotten", "Nobody has been forgotten.")
    entries, unsealed = forgotten.read([path])
    if unsealed:
        return Finding(
            "mend", "forgotten", f"{unsealed} lines of {path} bear no seal of this house’s key: look at them."
        )
    private = _private("forgotten", path)
    kept = Finding("well", "forgotten", f"{len(entries)} stand on the list, each line sealed: keep a copy elsewhere.")
    return kept if private.state == "well" else private


def _backup() -> Finding:
    from carnet.cli.asking import now

    path = Path(settings.CARNET_HOME) / LAST
    try:
        last = json.loads(path.read_text())
        at, file, size = dt.datetime.fromisoformat(last["at"]), Path(last["file"]), int(last["bytes"])
    except FileNotFoundError:
        return Finding("mend", "backup", "None was ever made here: run “carnet backup FILE”, every night.")
    except (ValueError, KeyError, TypeError):
        return Finding("mend", "backup", f"{path} cannot be read: run “carnet backup FILE”.")
    hours = (now() - at) / dt.timedelta(hours=1)
    if hours > LATEST / dt.timedelta(hours=1):
        return Finding(
            "mend", "backup", f"The last one is {hours:,.0f} hours old: run “carnet backup FILE”, every night."
        )
    if file.exists() and file.stat().st_size != size:
        return Finding("mend", "backup", f"The last one, {file}, is not as long as it was written: make another.")
    where = f"in {file}" if file.exists() else "and was carried away"
    return Finding(
        "well", "backup", f"The last one is {hours:.0f} hours old, {where}; “carnet restore --check” reads one."
    )


def _disk() -> Iterator[Finding]:
    places = {Path(settings.CARNET_HOME).resolve()}
    if settings.EMBEDDED_DATABASE:
        places.add(settings.EMBEDDED.place().resolve())
    # One disk, told once.
    for place in {each.stat().st_dev: each for each in sorted(places, reverse=True)}.values():
        usage = shutil.disk_usage(place)
        yield judged(
            "disk",
            well=usage.free > FREE and usage.free > SCARCE * usage.total,
            so=f"{usage.free / 1e9:,.0f} GB are free at {place}.",
            otherwise=f"Only {usage.free / 1e9:,.1f} GB are free at {place}: make room before the database cannot write.",
        )


def _zones() -> Iterator[Finding]:
    from carnet.cli.asking import now

    version = _zone_release()
    year = int(version[:4]) if version[:4].isdigit() else 0
    stale = now().year - year >= STALE_ZONES
    yield Finding("look at" if stale else "well", "zones", f"Time zones are those of release {version or 'unknown'}.")
    apart = [zone for zone in _houses_zones() if _apart(zone, now())]
    yield judged(
        "zones",
        well=not apart,
        so=f"Carnet and the database agree on every clock of the house for the next {MONTHS_AHEAD} months.",
        otherwise=f"Carnet and the database disagree on the clock of {', '.join(apart)}: update the older one’s zones.",
    )


def _zone_release() -> str:
    for folder in map(Path, TZPATH):
        for name, pattern in (("tzdata.zi", r"# version (\S+)"), ("+VERSION", r"(\S+)")):
            if (path := folder / name).exists() and (found := re.match(pattern, path.read_text(errors="replace"))):
                return found[1]
    try:
        return metadata.version("tzdata")
    except metadata.PackageNotFoundError:
        return ""


def _houses_zones() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("select zone from house_boutique union select zone from house_maison order by 1")
        return [zone for (zone,) in cursor.fetchall()]


def _apart(zone: str, start: dt.datetime) -> bool:
    """Whether they tell another time in that zone at the middle of any month to come."""
    moments = [start + dt.timedelta(days=30 * month) for month in range(MONTHS_AHEAD)]
    with connection.cursor() as cursor:
        cursor.execute(
            "select moment at time zone %s from unnest(%s::timestamptz[]) as moment order by moment", [zone, moments]
        )
        told = [moment for (moment,) in cursor.fetchall()]
    return told != [moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) for moment in moments]


def _settings() -> Iterator[Finding]:
    known = ", ".join(settings.ALLOWED_HOSTS)
    yield judged(
        "web",
        well="*" not in settings.ALLOWED_HOSTS and not settings.DEBUG,
        so=f"It answers to {known}.",
        otherwise="It answers to any name, or shows its inside when it errs: set CARNET_HOSTS to the house’s name.",
    )
    yield judged(
        "web",
        well=settings.SESSION_COOKIE_SECURE or set(settings.ALLOWED_HOSTS) <= LOCAL,
        so="Passwords travel encrypted, or do not leave this machine.",
        otherwise="Passwords would travel in clear: let a proxy end TLS before it, and set CARNET_BEHIND_TLS=1.",
    )
