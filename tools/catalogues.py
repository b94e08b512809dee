"""The catalogues, without the gettext binaries: python -m tools.catalogues COMMAND.

extract   print what is said on screens, as a template
update    bring the French catalogue up to date with it, list what is still to be said, and compile
compile   write the .mo that Django reads: French, and the pseudo-locale ar_XB made of the msgids
pseudo    write only the pseudo-locale
check     exit 1 unless everything is said in French, nothing is stale, and no placeholder or space is lost
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
LOCALE = Path("carnet", "locale")
FRENCH, PSEUDO = "fr", "ar_XB"
SAID_IN = ("carnet", "config")
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None, "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3), "npgettext_lazy": ((1, "c"), 2, 3),
}  # fmt: skip
HEADER = "# What Carnet says, in French. Written by python -m tools.catalogues update; only the msgstr are ours to change.\n#"
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|%[sd%]|\{[a-z_]*\}|</?[a-z][^>]*>|&#?\w+;")
LOOSE = re.compile(r"(?<=[^\s\u202f\u00a0\d/])[;!?»]|(?<=\w):(?=\s|$)|[ \u00a0][;:!?»]|«(?!\u202f)|(?<=\w)'(?=\w)")
ARABIC = str.maketrans(dict(zip("abcdefghijklmnopqrstuvwxyz", "ابصدعفغهيجكلمنوپقرستثڤظخىز", strict=True)))


def template(root: Path = ROOT) -> Catalog:
    """Everything that is said, as the sources have it now."""
    found = Catalog(project="Carnet", charset="utf-8")
    for path in sorted(
        each for place in SAID_IN for each in (root / place).rglob("*") if each.suffix in {".py", ".html"}
    ):
        said = path.read_bytes() if path.suffix == ".py" else _as_python(path)
        for _line, words, comments, context in extract("python", io.BytesIO(said), KEYWORDS, ["Translators:"]):
            where = [(path.relative_to(root).as_posix(), 0)]
            found.add(words, locations=where, auto_comments=comments, context=context)
    return found


def _as_python(path: Path) -> bytes:
    """A template as Django rewrites it for xgettext, without the indentation that Python would read."""
    # Django's template machinery takes a third of a second that `compile` need not wait for.
    from django.conf import settings
    from django.utils.translation import templatize

    if not settings.configured:
        settings.configure(USE_I18N=True)
    rewritten = templatize(path.read_text(), origin=str(path))
    return "\n".join(line.lstrip() for line in rewritten.splitlines()).encode()


def kept(root: Path = ROOT) -> Catalog:
    """The French catalogue as it is committed."""
    path = root / _place(FRENCH, "po")
    if not path.exists():
        return Catalog(locale=FRENCH)
    with path.open("rb") as file:
        return read_po(file, locale=FRENCH)


def update(root: Path = ROOT) -> list[str]:
    """Bring French up to date: what is no longer said goes, what is new stands empty. Returns what is still to be said."""
    french = kept(root)
    french.update(template(root), no_fuzzy_matching=True)
    french.obsolete.clear()
    french.header_comment, french.fuzzy, french.project = HEADER, False, "Carnet"
    written = io.BytesIO()
    write_po(written, french, width=0, include_lineno=False, sort_output=True, ignore_obsolete=True)
    # Dates and names of tools would make every update a change.
    told = r'^"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To|Generated-By).*\n'
    text = re.sub(told, "", written.getvalue().decode(), flags=re.MULTILINE)
    path = root / _place(FRENCH, "po")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return [_shown(message) for message in french if message.id and not all(_forms(message.string))]


def compile_all(root: Path = ROOT) -> None:
    """Write both .mo, each in one stroke: another process may be reading."""
    french = kept(root)
    _write(root / _place(FRENCH, "mo"), french)
    _write(root / _place(PSEUDO, "mo"), pseudo(french))


def pseudo(source: Catalog) -> Catalog:
    """Every msgid in Arabic letters that mean nothing: what is left in Latin on a screen was never translated."""
    made = Catalog(locale="ar", project="Carnet", charset="utf-8")
    for message in source:
        if message.id:
            one, *more = map(disguised, _forms(message.id))
            forms = tuple(one if number == 1 else more[0] for number in range(made.num_plurals)) if more else one
            made.add(message.id, forms, context=message.context)
    return made


def disguised(words: str) -> str:
    """Latin letters as Arabic ones; placeholders, tags and entities as they are."""
    kept_as_is = PLACEHOLDER.findall(words)
    parts = [part.lower().translate(ARABIC) for part in PLACEHOLDER.split(words)]
    return "".join(part + held for part, held in zip(parts, [*kept_as_is, ""], strict=True))


def faults(said: Catalog, french: Catalog) -> Iterator[str]:
    """One sentence for each thing that is missing, stale, or lost in translation."""
    wanted = {(message.id, message.context): message for message in said if message.id}
    have = {(message.id, message.context): message for message in french if message.id}
    for key in have.keys() - wanted.keys():
        yield f"{_shown(have[key])}: no longer said; run python -m tools.catalogues update."
    for key, message in wanted.items():
        if key not in have:
            yield f"{_shown(message)}: not in the catalogue; run python -m tools.catalogues update."
            continue
        translated = have[key]
        forms = _forms(translated.string)
        if translated.fuzzy or not all(forms):
            yield f"{_shown(message)}: not said in French."
            continue
        yield from (f"{_shown(message)}: {fault}" for form in forms for fault in _lost(message, form))


def _lost(message: Message, form: str) -> Iterator[str]:
    """A singular may leave its number out; nothing else is dropped or invented."""
    asked = {frozenset(PLACEHOLDER.findall(each)) for each in _forms(message.id)}
    given = frozenset(PLACEHOLDER.findall(form))
    if given not in asked and not (len(_forms(message.id)) > 1 and given < max(asked, key=len)):
        yield f"placeholders differ in “{form}”."
    one = _forms(message.id)[0]
    if (one[:1].isspace(), one[-1:].isspace()) != (form[:1].isspace(), form[-1:].isspace()):
        yield f"a space at its beginning or end differs in “{form}”."
    for loose in LOOSE.finditer(PLACEHOLDER.sub("x", form)):
        yield f"French typography near “{loose[0]}” in “{form}”: a thin no-break space (U+202F), or ’."


def _forms(words: object) -> list[str]:
    return [str(each) for each in words] if isinstance(words, (tuple, list)) else [str(words or "")]


def _shown(message: Message) -> str:
    where = ", ".join(sorted({path for path, _line in message.locations})) or "?"
    return f"{where}: “{_forms(message.id)[0]}”"


def _place(language: str, kind: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / f"django.{kind}"


def _write(path: Path, catalog: Catalog) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    with beside.open("wb") as file:
        write_mo(file, catalog)
    beside.replace(path)


def main(words: list[str]) -> int:
    """Run one command."""
    command = words[0] if words else ""
    if command == "extract":
        write_po(sys.stdout.buffer, template(), width=0, include_lineno=False, sort_output=True)
    elif command == "update":
        waiting = update()
        compile_all()
        print(*waiting, f"{len(waiting)} still to be said in French.", sep="\n")
    elif command == "compile":
        compile_all()
    elif command == "pseudo":
        _write(ROOT / _place(PSEUDO, "mo"), pseudo(kept()))
    elif command == "check":
        found = sorted(faults(template(), kept()))
        print(*found, sep="\n", end="\n" if found else "")
        return 1 if found else 0
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
