"""bin/dev: Django's own server, with reload, on the embedded database or on DATABASE_URL."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys


def main(words: list[str]) -> int:
    """Start the database if nobody has, bring it up to date, and serve until interrupted."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    # The settings read the environment when they are imported.
    from config.settings import base

    manage = [sys.executable, "-P", "manage.py"]
    with base.EMBEDDED.running() if base.EMBEDDED_DATABASE else contextlib.nullcontext():
        migrated = subprocess.call([sys.executable, "-P", "-m", "carnet", "migrate"])
        if migrated:
            return migrated
        with contextlib.suppress(KeyboardInterrupt):
            return subprocess.call([*manage, "runserver", *(words or ["127.0.0.1:8000"])])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
