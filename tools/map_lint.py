"""The part of the house lint that looks at rooms beside each other: relations, door plates, map, glossary, kit."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

KIT_SHARE = 0.03
ASKS = {"objects", "filter", "exclude", "exists", "aggregate"}
RELATIONS = {"ForeignKey", "OneToOneField", "ManyToManyField"}
TABLES = {"models.Model", "db.Row", "Kept", "Happened", "AbstractBaseUser"}


class Finding(NamedTuple):
    """One thing that is not as the house wants it, and what to do."""

    path: str
    line: int
    rule: str
    advice: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}: {self.advice}"


def check(root: Path) -> Iterator[Finding]:
    """What is asked of the rooms together; `root` holds carnet/ and docs/."""
    trees = {
        path.relative_to(root): ast.parse(path.read_text())
        for path in sorted((root / "carnet").rglob("*.py"))
        if "migrations" not in path.parts
    }
    yield from _kit(root)
    yield from _plates(root, trees)
    yield from _glossary(root, trees)


def _kit(root: Path) -> Iterator[Finding]:
    """Migrations are not counted: they are written by a machine."""
    paths = [path for path in (root / "carnet").rglob("*.py") if "migrations" not in path.parts]
    lines = {path: len(path.read_text().splitlines()) for path in paths}
    kit, house = sum(count for path, count in lines.items() if "kit" in path.parts), sum(lines.values())
    if kit > KIT_SHARE * house:
        advice = f"{kit} lines of {house}: more than {KIT_SHARE:.0%}; move it to the room that needs it."
        yield Finding("carnet/kit", 1, "kit-share", advice)


def _plates(root: Path, trees: dict[Path, ast.Module]) -> Iterator[Finding]:
    """Every room says at its door what it is for, its nouns and its acts, and has a line on the map."""
    architecture = _paper(root, "architecture.md")
    for path, tree in trees.items():
        room = path.parent
        if path.name != "__init__.py" or room.parent.as_posix() not in {"carnet", "carnet/integrations"}:
            continue
        plate = ast.get_docstring(tree) or ""
        wanted = {"models": "Nouns:", "actions": "Acts:"}
        missing = [word for name, word in wanted.items() if _has(root / room, name) and word not in plate]
        if not plate or missing:
            advice = f"say what it is for{', ' if missing else ''}{' and '.join(missing)}."
            yield Finding(path.as_posix(), 1, "door-plate", advice)
        if f"`{room.name}`" not in architecture:
            yield Finding("docs/architecture.md", 1, "map", f"`{room.name}` has no line.")


def _has(room: Path, name: str) -> bool:
    return (room / name).is_dir() or (room / f"{name}.py").exists()


def _glossary(root: Path, trees: dict[Path, ast.Module]) -> Iterator[Finding]:
    """Every noun that is a table, and every file of acts, is explained in one sentence."""
    glossary = _paper(root, "glossary.md")
    for path, tree in trees.items():
        if "actions" in path.parts and path.stem != "__init__" and f"`{path.stem}`" not in glossary:
            yield Finding("docs/glossary.md", 1, "glossary", f"the act `{path.stem}` ({path}) is not explained.")
        for node in tree.body if {"models", "models.py"} & set(path.parts) else ():
            if isinstance(node, ast.ClassDef) and _is_table(node) and f"`{node.name}`" not in glossary:
                yield Finding("docs/glossary.md", 1, "glossary", f"`{node.name}` ({path}) is not explained.")


def _is_table(node: ast.ClassDef) -> bool:
    bases = {ast.unparse(base).split("[")[0] for base in node.bases}
    says = {ast.unparse(each) for each in ast.walk(node) if isinstance(each, ast.Assign)}
    return bool(bases & TABLES) and "abstract = True" not in says


def _paper(root: Path, name: str) -> str:
    path = root / "docs" / name
    return path.read_text() if path.exists() else ""


def models(path: Path, tree: ast.Module) -> Iterator[tuple[int, str, str]]:
    """Relations to another room have no way back, and a property asks no database: line, rule, advice."""
    if not {"models", "models.py"} & set(path.parts):
        return
    room = path.parts[1]
    foreign = {
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and re.match(rf"carnet\.(?!{room}\b)", node.module or "")
        for alias in node.names
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in RELATIONS
            and node.args
        ):
            to = ast.unparse(node.args[0]).strip("'\"")
            apart = to in foreign or ("." in to and to.split(".", 1)[0] != room)
            if apart and ("related_name", "'+'") not in {(each.arg, ast.unparse(each.value)) for each in node.keywords}:
                yield node.lineno, "no-way-back", f'{to} is of another room: related_name="+".'
        if isinstance(node, ast.FunctionDef) and "property" in {ast.unparse(each) for each in node.decorator_list}:
            asked = {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)} & ASKS
            if asked:
                yield (
                    node.lineno,
                    "property-asks",
                    f"{node.name} uses .{min(asked)}: give the question a name in queries.",
                )
