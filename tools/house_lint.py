"""The house lint: the rules of STYLE.md that no other tool sees. python -m tools.house_lint exits 1 when it finds anything.

An exception stands on its line, with its reason:  # house: rule-name -- why it must be so here
This file reads Python; `page_lint` reads templates, behaviours and words, `map_lint` the rooms and their papers.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tools import map_lint, page_lint

type Found = Iterator[tuple[int, str, str]]
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
LONGEST_FILE, LONGEST_FUNCTION = 400, 40
BANNED_FILES = {"utils", "helpers", "common", "misc", "services", "managers"}
BANNED_VERBS = ("do_", "process_", "handle_", "manage_")
BANNED_CLASSES = ("Service", "Manager", "Helper", "Utils")
ATOMIC = {"transaction.atomic", "transaction.atomic(savepoint=False)"}
WRITES = {"save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
SQL_WRITES = re.compile(
    r"\b(insert\s+into|delete\s+from|truncate\s+table|update\s+\w+\s+(as\s+\w+\s+)?set)\b", re.IGNORECASE
)
HTTP = ("django.http", "django.shortcuts", "django.urls", "django.views", "django.middleware", "django.template")
SPEAKS_HTTP = {"web", "api", "cli"}
OTHER_WRITERS = {
    "kit/db.py": "it is the pen, not the hand",
    "journal/recording.py": "the journal's one act is called by every other",
    "journal/sealing.py": "a subject's key is made when her first detail is sealed",
    **{
        f"integrations/files/staging/{file}.py": "it fills temporary tables, which end with the act's transaction"
        for file in ("table", "people", "sales", "products")
    },
}

OPENED = re.compile(r":\s*(#.*)?$")
"""A line that ends a signature."""


class Module(NamedTuple):
    """A Python file of the house, read; `path` is as seen from the root."""

    path: Path
    lines: list[str]
    tree: ast.Module

    @property
    def room(self) -> str:
        """The folder under carnet/ that it stands in."""
        return self.path.parent.parts[1] if len(self.path.parent.parts) > 1 else ""

    @property
    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Each function, wherever it is written."""
        return (node for node in ast.walk(self.tree) if isinstance(node, FUNCTIONS))

    def every[Node: ast.AST](self, *kinds: type[Node]) -> Iterator[Node]:
        """Each node of these kinds, wherever it is written."""
        return (node for node in ast.walk(self.tree) if isinstance(node, kinds))

    def excuses(self, line: int, rule: str) -> bool:
        """Whether that line, or the signature that begins on it, says why the rule does not hold for it."""
        for text in self.lines[line - 1 :]:
            if re.search(rf"# house: {rule} -- \S", text):
                return True
            if not self.lines[line - 1].lstrip().startswith(("def ", "async def ")) or OPENED.search(text):
                break
        return False


def acts(module: Module) -> Found:
    """Public functions of actions/ take keywords, hold one transaction, and leave a line in the journal."""
    if "actions" not in module.path.parts:
        return
    recording = _that_record(module.tree)
    for node in module.tree.body:
        if not isinstance(node, FUNCTIONS) or node.name.startswith("_"):
            continue
        if node.args.args or node.args.posonlyargs:
            yield (
                node.lineno,
                "act-by-keyword",
                f"{node.name}: put * first, or move what is no act to rules or queries.",
            )
        if not {ast.unparse(each) for each in node.decorator_list} & ATOMIC:
            yield node.lineno, "act-in-one-transaction", f"{node.name} needs @transaction.atomic."
        needed = {
            arg.arg for arg, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True) if not default
        }
        if node.name not in recording and "line" not in needed:
            yield node.lineno, "act-is-recorded", f"{node.name} records, calls an act that does, or takes its line."


def _that_record(tree: ast.Module) -> set[str]:
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom) and "actions" in (node.module or "")]
    neighbours = {alias.asname or alias.name for node in imports for alias in node.names}
    calls = {
        node.name: {ast.unparse(call.func) for call in ast.walk(node) if isinstance(call, ast.Call)}
        for node in tree.body
        if isinstance(node, FUNCTIONS)
    }
    words = {name: name.split(".") for called in calls.values() for name in called}
    found = {name for name, parts in words.items() if parts[0] in neighbours and parts[-1].islower()}
    found |= {"recording.record", "acts.record"}
    while new := {name for name, called in calls.items() if name not in found and called & found}:
        found |= new
    return found


def writes(module: Module) -> Found:
    """Rows are written in actions/ and nowhere else."""
    within = Path(*module.path.parts[1:]).as_posix()
    if {"actions", "migrations"} & set(module.path.parts) or within in OTHER_WRITERS:
        return
    for node in module.every(ast.Call, ast.Constant):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _is_write(node, node.func.attr):
            yield node.lineno, "writes-in-actions", f"{ast.unparse(node.func)}() writes: call an act instead."
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL_WRITES.search(node.value):
            yield node.lineno, "writes-in-actions", "this SQL writes: move it into an act."


def _is_write(node: ast.Call, name: str) -> bool:
    """A dictionary's update() takes it by position, a cache's delete() a key: a queryset's do not."""
    if name == "update":
        return not node.args and bool(node.keywords)
    if name == "delete":
        return not node.args and not node.keywords
    return name in WRITES or ast.unparse(node.func) in {"db.execute", "db.copy_into"}


def sizes(module: Module) -> Found:
    """Files stop at 400 lines, functions at 40: signature and docstring are free, a statement in SQL counts as one."""
    if len(module.lines) > LONGEST_FILE:
        yield (
            1,
            "file-size",
            f"{len(module.lines)} lines: aim at 200, stop at {LONGEST_FILE}; split by what it is about.",
        )
    for node in module.functions:
        body = node.body[ast.get_docstring(node) is not None :]
        texts = [each for one in body for each in ast.walk(one) if isinstance(each, (ast.Constant, ast.JoinedStr))]
        spread = {each.lineno: (each.end_lineno or 0) - each.lineno for each in texts}
        length = (node.end_lineno or 0) - body[0].lineno + 1 - sum(spread.values()) if body else 0
        if length > LONGEST_FUNCTION:
            yield (
                node.lineno,
                "function-size",
                f"{node.name} has {length} lines: aim at 15, stop at {LONGEST_FUNCTION}.",
            )


def names(module: Module) -> Found:
    """A file is named after what it holds, a function after what the boutique calls it."""
    if banned := BANNED_FILES & {module.path.stem, *module.path.parts[2:-1]}:
        yield 1, "drawer", f"“{banned.pop()}” is a drawer: name it with the boutique's own word."
    for function in module.functions:
        if function.name.lstrip("_").startswith(BANNED_VERBS):
            yield function.lineno, "empty-verb", f"{function.name}: say what happens to whom."
    for thing in module.every(ast.ClassDef):
        if thing.name.endswith(BANNED_CLASSES):
            yield thing.lineno, "empty-noun", f"{thing.name}: name the thing, not its pattern."


def imports(module: Module) -> Found:
    """Late imports say why; HTTP stays above the rooms; a screen sees the clients that policy shows."""
    late = {id(node) for function in module.functions for node in ast.walk(function)}
    for node in module.every(ast.Import, ast.ImportFrom):
        above = node.lineno - 2
        while above > 0 and re.match(r"\s*(from|import)\s[^#]*$", module.lines[above]):
            above -= 1
        said = "#" in module.lines[node.lineno - 1] or "#" in module.lines[above]
        if id(node) in late and not said and module.room != "cli" and module.path.stem != "apps":
            yield node.lineno, "late-import", "say in a comment why it is not at the top."
        if ast.unparse(node).split()[1].startswith(HTTP) and module.room not in SPEAKS_HTTP:
            yield node.lineno, "http-below-web", "no HTTP in a room: parse and answer in web or api."
    for asked in module.every(ast.Attribute) if module.room in {"web", "api"} else ():
        if ast.unparse(asked) == "Client.objects":
            yield asked.lineno, "only-door", "people are met through books.policy.clients_visible_to."


def check(path: Path, text: str) -> list[map_lint.Finding]:
    """What is found in one file; `path` is as seen from the root."""
    if path.suffix != ".py":
        return [map_lint.Finding(path.as_posix(), *each) for each in page_lint.check(path, text)]
    module = Module(path, text.splitlines(), ast.parse(text))
    found = {each for rule in (acts, writes, sizes, names, imports) for each in rule(module)}
    found |= {*map_lint.models(path, module.tree), *page_lint.spoken(path, module.tree)}
    return [map_lint.Finding(path.as_posix(), *each) for each in sorted(found) if not module.excuses(each[0], each[1])]


def main(root: Path) -> int:
    """Print what is found; 1 when anything is."""
    paths = [path for path in sorted((root / "carnet").rglob("*")) if path.suffix in {".py", ".html", ".js"}]
    paths = [path for path in paths if not {"migrations", "vendor"} & set(path.parts)]
    found = [each for path in paths for each in check(path.relative_to(root), path.read_text())]
    for each in [*found, *map_lint.check(root)]:
        print(each)
    return 1 if found or any(map_lint.check(root)) else 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parents[1]))
