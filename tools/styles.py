"""Lays the style sheets and the scripts end to end: one file of each for a page to load.

python -m tools.styles [--check]. Nothing is compiled: comments and blank space go, the rest stays as written.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

STATIC = Path(__file__).resolve().parents[1] / "carnet" / "web" / "static"
FIRST = ("tokens", "fonts", "reset", "base", "layout")


def sheets() -> list[tuple[str, list[Path]]]:
    """The layers in their order, and the style sheets of each. A folder, or a file at the top, is a layer."""
    css = STATIC / "css"
    folders = [(name, sorted((css / name).glob("*.css"))) for name in ("components", "screens")]
    return [*((name, [css / f"{name}.css"]) for name in FIRST), *folders]


def behaviours() -> list[Path]:
    """The loader, then every behaviour."""
    return [STATIC / "js" / "app.js", *sorted((STATIC / "js" / "behaviours").glob("*.js"))]


def bare(text: str) -> str:
    """The lines that do something, without their indentation."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return "\n".join(line for raw in text.splitlines() if (line := raw.strip()) and not line.startswith("//"))


def styles() -> str:
    """css/carnet.css. The url()s stay as they are: every source is read as if it stood beside the result."""
    layers = [(name, "\n".join(bare(path.read_text()) for path in paths)) for name, paths in sheets()]
    text = f"@layer {','.join(name for name, _ in layers)};\n"
    text += "".join(f"@layer {name} {{\n{body}\n}}\n" for name, body in layers)
    for wide in (", ", ": ", "; ", "{ ", ";\n", "{\n", "}\n"):
        text = text.replace(wide, wide[0])
    text = re.sub(r"(?<![\w.#])0\.(?=\d)", ".", text)
    return text.replace(" / ", "/").replace(" {", "{").replace(" }", "}").replace(";}", "}")


def scripts() -> str:
    """js/carnet.js: each source in a block of its own, so that no name leaks into another.

    htmx by itself reads the page a moment after it is loaded: what she touches or types in that moment would miss it.
    """
    loader, *rest = behaviours()
    blocks = "\n".join("{\n" + bare(path.read_text()) + "\n}" for path in rest)
    return f"{bare(loader.read_text())}\n{blocks}\nattach(document);\nwindow.htmx?.process(document.body);\n"


OUTBOX = ("store", "burning", "sending", "sealing", "vault", "device", "drafts", "form", "keeping")
"""A page's module: what it keeps, seals and sends."""
VOICE = (
    "holding", "spool", "recording", "level", "stretches", "following", "words", "speaking", "afterwards", "resuming",
    "listening", "small", "picturing",
)  # fmt: skip
"""A note's module: what it hears and sees, loaded with the first note."""
WORKER = ("store", "burning", "sending")
"""Of these, what the service worker needs to send by itself."""


def outbox() -> str:
    """js/outbox.js: one module, loaded once a page has been seen."""
    return _module("outbox", OUTBOX)


def voice() -> str:
    """js/voice.js: one module, loaded once a note is open."""
    return _module("voice", VOICE)


def _module(folder: str, names: tuple[str, ...]) -> str:
    return "\n".join(bare((STATIC / "js" / folder / f"{name}.js").read_text()) for name in names) + "\n"


def book() -> str:
    """js/book.js: what opens the book that a phone carries."""
    return _module("book", ("vault", "carrying"))


def gentle() -> str:
    """js/gentle.js: what looks at a note's words, loaded with the first of them."""
    return _module("gentle", ("noticing", "tongue", "watching"))


def worker() -> str:
    """js/worker.js: the service worker, which shares the outbox's store."""
    shared = [STATIC / "js" / "outbox" / f"{name}.js" for name in WORKER]
    return (
        "\n".join(bare(path.read_text()) for path in [*shared, *sorted((STATIC / "js" / "worker").glob("*.js"))]) + "\n"
    )


def main() -> int:
    """Writes the files, or says whether the committed ones are current."""
    stale = []
    laid = {
        "css/carnet.css": styles(), "js/carnet.js": scripts(), "js/outbox.js": outbox(), "js/worker.js": worker(),
        "js/book.js": book(), "js/voice.js": voice(), "js/gentle.js": gentle(),
    }  # fmt: skip
    for path, text in ((STATIC / name, text) for name, text in laid.items()):
        if "--check" not in sys.argv:
            path.write_text(text)
        elif not path.exists() or path.read_text() != text:
            stale.append(path.name)
    for name in stale:
        print(f"{name} is older than its sources: run python -m tools.styles.")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
