"""bin/test: the whole suite, in two processes, with a real browser found or fetched first."""

from __future__ import annotations

import os
import subprocess
import sys

from tools import browser


def main(words: list[str]) -> int:
    """Run pytest; journeys need a browser, and `--no-browser` says what was not proven without one."""
    without = "--no-browser" in words
    words = [word for word in words if word != "--no-browser"]
    selection = ["-m", "not journey"] if without else []
    if not without:
        try:
            os.environ["CHROMIUM"] = str(browser.find())
        except browser.NoBrowser as error:
            print(error, file=sys.stderr)
            return 69
    # A worker that is gone took the test it hung on with it: another in its place would hang on the same.
    spread = ["-n", "2", "--dist", "loadfile", "--max-worker-restart", "0"]
    code = subprocess.call([sys.executable, "-P", "-m", "pytest", *spread, *selection, *words])
    if without:
        print(
            "Not proven without a browser: every journey, the tap targets, the contrast, the page weights.",
            file=sys.stderr,
        )
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
