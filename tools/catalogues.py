"""The catalogues, without the gettext binaries: python -m tools.catalogues COMMAND.

extract   print what is said on screens, as a template
update    bring the catalogue of every language up to date with it, list what is still to be said, and compile
compile   write the .mo that Django reads: every language, and the pseudo-locale ar_XB made of the msgids
pseudo    write only the pseudo-locale
check     exit 1 unless everything is said in every language, nothing is stale, and no placeholder or space is lost
"""

from __future__ import annotations

import dataclasses
import io
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
LOCALE = Path("carnet", "locale")
PSEUDO = "ar_XB"
SAID_IN = ("carnet", "config")
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None, "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3), "npgettext_lazy": ((1, "c"), 2, 3),
}  # fmt: skip
HEADER = (
    "# What Carnet says, in {}. Written by python -m tools.catalogues update; only the msgstr are ours to change.\n#"
)
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|%[sd%]|\{[a-z_]*\}|</?[a-z][^>]*>|&#?\w+;")
PUT_IN = re.compile(r"(?<![\"'=])%\([a-z_]+\)s")


@dataclasses.dataclass(frozen=True)
class Language:
    """One that Carnet is said in, by the name of Django's folder."""

    name: str
    plurals: str
    loose: re.Pattern[str]
    """What its typography forbids."""
    advice: str


CJK = r"[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef」』”’]"
LANGUAGES: Mapping[str, Language] = {
    "fr": Language(
        "French", "nplurals=2; plural=(n > 1);",
        re.compile(r"(?<=[^\s\u202f\u00a0\d/])[;!?»]|(?<=\w):(?=\s|$)|[ \u00a0][;:!?»]|«(?!\u202f)|(?<=\w)'(?=\w)"),
        "a thin no-break space (U+202F), or ’",
    ),
    "it": Language(
        "Italian", "nplurals=2; plural=(n != 1);",
        re.compile(r"(?<=\w)'(?=\w)|[\s\u00a0\u202f][,;:?!»]|«\s"), "no space before it, or ’",
    ),
    "ja": Language("Japanese", "nplurals=1; plural=0;", re.compile(CJK + r"\s?[,;:?!.](?![0-9A-Za-z])"), "its full-width form"),
    "zh_Hans": Language(
        "Simplified Chinese", "nplurals=1; plural=0;", re.compile(CJK + r"\s?[,;:?!.](?![0-9A-Za-z])"), "its full-width form"
    ),
    # Not Babel's own rule, which has its last two forms the other way round.
    "ar": Language(
        "Arabic",
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
        re.compile(r"[\u0600-\u06ff»]\s?[,;?]|\s[،؛؟]"), "، ؛ ؟ without a space before",
    ),
}  # fmt: skip
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


def kept(language: str, root: Path = ROOT) -> Catalog:
    """The catalogue of that language as it is committed."""
    path, catalog = root / _place(language, "po"), Catalog(locale=language)
    if path.exists():
        with path.open("rb") as file:
            catalog = read_po(file, locale=language)
    catalog.mime_headers = [("Plural-Forms", LANGUAGES[language].plurals)]
    return catalog


def update(root: Path = ROOT) -> dict[str, list[str]]:
    """Bring all up to date: what is no longer said goes, what is new stands empty. Returns what is still to be said."""
    said = template(root)
    return {language: _bring_up_to_date(language, said, root) for language in LANGUAGES}


def _bring_up_to_date(language: str, said: Catalog, root: Path) -> list[str]:
    catalog = kept(language, root)
    catalog.update(said, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.header_comment, catalog.fuzzy, catalog.project = HEADER.format(LANGUAGES[language].name), False, "Carnet"
    written = io.BytesIO()
    write_po(written, catalog, width=0, include_lineno=False, sort_output=True, ignore_obsolete=True)
    # Dates and names of tools would make every update a change.
    told = r'^"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To|Generated-By).*\n'
    text = re.sub(told, "", written.getvalue().decode(), flags=re.MULTILINE)
    path = root / _place(language, "po")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return [_shown(message) for message in catalog if message.id and not all(_forms(message.string))]


def compile_all(root: Path = ROOT) -> None:
    """Write every .mo, each in one stroke: another process may be reading."""
    for language in LANGUAGES:
        _write(
            root / _place(language, "mo"), isolated(kept(language, root)) if language == "ar" else kept(language, root)
        )
    _write(root / _place(PSEUDO, "mo"), pseudo(kept("fr", root)))


def isolated(catalog: Catalog) -> Catalog:
    """What is put into a sentence that runs right to left keeps its own direction, and lets the sentence keep its."""
    for message in catalog:
        if message.id:
            forms = tuple(PUT_IN.sub("\u2068\\g<0>\u2069", form) for form in _forms(message.string))
            message.string = forms if len(_forms(message.id)) > 1 else forms[0]
    return catalog


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


def faults(said: Catalog, catalog: Catalog) -> Iterator[str]:
    """One sentence for each thing that is missing, stale, or lost in translation."""
    language = LANGUAGES[str(catalog.locale)]
    wanted = {(message.id, message.context): message for message in said if message.id}
    have = {(message.id, message.context): message for message in catalog if message.id}
    for key in have.keys() - wanted.keys():
        yield f"{_shown(have[key])}: no longer said; run python -m tools.catalogues update."
    for key, message in wanted.items():
        if key not in have:
            yield f"{_shown(message)}: not in the catalogue; run python -m tools.catalogues update."
            continue
        forms = _forms(have[key].string)
        if have[key].fuzzy or not all(forms):
            yield f"{_shown(message)}: not said in {language.name}."
        elif len(forms) != (catalog.num_plurals if len(_forms(message.id)) > 1 else 1):
            yield f"{_shown(message)}: {language.name} has {catalog.num_plurals} forms, not {len(forms)}."
        else:
            yield from (f"{_shown(message)}: {fault}" for form in forms for fault in _lost(message, form, language))


def _lost(message: Message, form: str, language: Language) -> Iterator[str]:
    """A singular may leave its number out; nothing else is dropped or invented."""
    asked = {frozenset(PLACEHOLDER.findall(each)) for each in _forms(message.id)}
    given = frozenset(PLACEHOLDER.findall(form))
    if given not in asked and not (len(_forms(message.id)) > 1 and given < max(asked, key=len)):
        yield f"placeholders differ in “{form}”."
    one = _forms(message.id)[0]
    if (one[:1].isspace(), one[-1:].isspace()) != (form[:1].isspace(), form[-1:].isspace()):
        yield f"a space at its beginning or end differs in “{form}”."
    for loose in language.loose.finditer(PLACEHOLDER.sub("x", form)):
        yield f"{language.name} typography near “{loose[0]}” in “{form}”: {language.advice}."


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
        found = update()
        compile_all()
        for language, waiting in found.items():
            print(*waiting, f"{len(waiting)} still to be said in {LANGUAGES[language].name}.", sep="\n")
    elif command == "compile":
        compile_all()
    elif command == "pseudo":
        _write(ROOT / _place(PSEUDO, "mo"), pseudo(kept("fr")))
    elif command == "check":
        said = template()
        wrong = [f"{language}: {fault}" for language in LANGUAGES for fault in sorted(faults(said, kept(language)))]
        print(*wrong, sep="\n", end="\n" if wrong else "")
        return 1 if wrong else 0
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
