"""carnet import."""

from __future__ import annotations

import argparse
import collections
import json
import sys
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any

from carnet.cli import DONE, IN_PART, NOTHING_DONE, Sentence
from carnet.cli.database import at_hand

if TYPE_CHECKING:
    from carnet.house.models import Boutique
    from carnet.integrations.files.models import Import
    from carnet.integrations.files.planning import Plan, Wishes

HELP = "Take in a shop’s export: clients, sales or products, from CSV or a workbook."
SAMPLE_OF_COUNTRIES = 2000


def arguments(parser: argparse.ArgumentParser) -> None:
    """The files, and how they are read."""
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--dry-run", action="store_true", help="do all of it, show the outcome, write nothing")
    parser.add_argument(
        "--map", action="append", default=[], metavar="FIELD=COLUMN", help="which column is which field; repeat"
    )
    parser.add_argument(
        "--mapping", default="", metavar="NAME", help="a mapping kept before; with --map, kept under that name"
    )
    parser.add_argument("--json", action="store_true", help="the outcome as JSON")
    parser.add_argument("--fields", action="store_true", help="the fields a column can be")
    parser.add_argument("--undo", default="", metavar="ID", help="take an import back")
    parser.add_argument("--list", action="store_true", help="the imports so far, newest first")
    parser.add_argument("--boutique", default="", help="where rows belong that name no shop")
    parser.add_argument(
        "--source", default="", help="which system the ids are of; the same id there is the same person"
    )
    parser.add_argument("--kind", default="", choices=["", "people", "sales", "products"])
    parser.add_argument("--date-order", default="", choices=["", "ymd", "dmy", "mdy"])
    parser.add_argument("--decimal", default="", choices=["", ".", ","], dest="decimal_mark")
    parser.add_argument("--currency", default="", help="of amounts whose rows do not say")
    parser.add_argument("--encoding", default="")
    parser.add_argument("--separator", default="")
    parser.add_argument("--sheet", default="")
    parser.add_argument("--seller", action="append", default=[], metavar="NAME=MEMBER", help="who a seller’s name is")
    parser.add_argument(
        "--place", action="append", default=[], metavar="NAME=BOUTIQUE", help="which boutique a shop’s name is"
    )


def run(options: argparse.Namespace) -> int:
    """Import, rehearse, undo, or list."""
    if not (options.fields or options.list or options.undo or options.files or options.seller or options.place):
        raise Sentence("Name a file to import, or see carnet import --help.")
    missing = [path for path in options.files if not path.exists()]
    if missing:
        raise Sentence(f"There is no file called {missing[0]}: nothing was done.")
    with at_hand(needs_house=False):
        if options.fields:
            return _fields()
        _open_if_closed(options)
        if options.list:
            return _list()
        if options.undo:
            return _undo(options.undo)
        _recognise(options)
        return max((_take_in(path, options) for path in options.files), default=DONE)


def _fields() -> int:
    from carnet.integrations.files.kinds import FileKind
    from carnet.integrations.files.planning import choosable, is_needed

    for kind in FileKind:
        print(f"{kind.value}:")
        for field in choosable(kind):
            print(f"  {field.code:18} {field.meaning}{' (needed, or one like it)' if is_needed(kind, field) else ''}")
    return DONE


def _open_if_closed(options: argparse.Namespace) -> None:
    """A first export opens the house it came from: what is assumed is said, and can be put right."""
    from carnet.cli.open_house import from_countries, open_with
    from carnet.house import queries
    from carnet.integrations.files.reading import opening, recognising, values

    if queries.the_maison() or options.undo or options.list or not options.files:
        return
    countries: collections.Counter[str] = collections.Counter()
    try:
        table = opening.open_table(
            options.files[0], encoding=options.encoding or None, separator=options.separator or None
        )
    except opening.Unreadable as error:
        raise Sentence(str(error)) from error
    columns = recognising.recognise(table.header).columns
    column = columns.get("client_country") or columns.get("country")
    if column:
        place = table.header.index(column)
        for number, (_line, cells) in enumerate(table.rows()):
            if number >= SAMPLE_OF_COUNTRIES:
                break
            if country := values.country(cells[place]):
                countries[country] += 1
    for sentence in open_with(from_countries(countries)):
        print(sentence, file=sys.stderr)


def _recognise(options: argparse.Namespace) -> None:
    """Answers given on the command line to "who is that seller, which boutique is that shop?"."""
    from carnet.cli.asking import COMMAND, now
    from carnet.cli.naming import boutique_called, member_called
    from carnet.house.actions import recognising
    from carnet.house.models import PlaceName, StaffName

    for pair in options.seller:
        name, _, handle = pair.partition("=")
        for staff_name in StaffName.objects.filter(name=name):
            recognising.recognise_person(
                staff_name=staff_name, member=member_called(handle) if handle else None, by=COMMAND, at=now()
            )
    for pair in options.place:
        name, _, called = pair.partition("=")
        for place_name in PlaceName.objects.filter(name=name):
            recognising.recognise_place(
                place_name=place_name, boutique=boutique_called(called) if called else None, by=COMMAND, at=now()
            )


def _take_in(path: Path, options: argparse.Namespace) -> int:
    from carnet.cli.asking import COMMAND, now
    from carnet.integrations.files.actions import importing, mapping

    plan = _plan(path, options)
    if not options.json:
        _tell_plan(plan)
    with _progress(quiet=options.json) as progress:
        if options.dry_run:
            made, _ = importing.rehearse(plan=plan, by=COMMAND, at=now(), progress=progress)
        else:
            made = importing.take_in(plan=plan, by=COMMAND, at=now(), progress=progress)
    if options.mapping and options.map and not options.dry_run:
        mapping.keep(name=options.mapping, plan=plan, by=COMMAND, at=now())
    _tell(made, options)
    refused, rows = made.counts["refused"], made.counts["rows"]
    if refused >= rows:
        return NOTHING_DONE
    return IN_PART if refused else DONE


def _plan(path: Path, options: argparse.Namespace) -> Plan:
    from carnet.integrations.files import planning
    from carnet.integrations.files.reading.opening import Unreadable

    wishes = planning.Wishes(
        columns=dict(_pair(pair) for pair in options.map),
        # A name that is new is the one the mapping will be kept under.
        mapping=options.mapping if not options.map else "",
        source=options.source, encoding=options.encoding, separator=options.separator, sheet=options.sheet,
        date_order=options.date_order, decimal_mark=options.decimal_mark, currency=options.currency.upper(), kind=options.kind,
    )  # fmt: skip
    try:
        return _plan_asking(path, wishes, _boutique(options.boutique))
    except Unreadable as error:
        raise Sentence(str(error)) from error


def _plan_asking(path: Path, wishes: Wishes, boutique: Boutique) -> Plan:
    """Plan; a person at a terminal is asked what only a person can settle."""
    import dataclasses

    from carnet.cli.asking import ask, is_terminal
    from carnet.integrations.files import planning
    from carnet.integrations.files.reading.opening import Unreadable

    try:
        return planning.plan(path, boutique=boutique, wishes=wishes)
    except Unreadable as error:
        if error.code != "ambiguous_dates" or not is_terminal():
            raise
        print(error)
        order = ask("Day first or month first (dmy or mdy)?", "dmy")
        return planning.plan(path, boutique=boutique, wishes=dataclasses.replace(wishes, date_order=order))


def _pair(pair: str) -> tuple[str, str]:
    field, separator, column = pair.partition("=")
    if not separator:
        raise Sentence(f"--map takes FIELD=COLUMN, such as sale_id=Invoice; {pair!r} has no “=”.")
    return field.strip(), column.strip()


def _boutique(name: str) -> Boutique:
    from carnet.cli.naming import boutique_called
    from carnet.house.models import Boutique

    if name:
        return boutique_called(name)
    boutiques = list(Boutique.objects.order_by("name")[:2])
    if len(boutiques) > 1:
        names = ", ".join(Boutique.objects.order_by("name").values_list("name", flat=True))
        raise Sentence(
            f"This house has several boutiques: say with --boutique where rows belong that name no shop ({names})."
        )
    return boutiques[0]


class _progress:  # noqa: N801 -- used as one word, like open()
    """A bar on a terminal, nothing elsewhere."""

    def __init__(self, *, quiet: bool) -> None:
        self.quiet = quiet or not sys.stderr.isatty()

    def __enter__(self) -> Any:
        if self.quiet:
            return lambda _step, _share: None
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        self.bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self.bar.start()
        task = self.bar.add_task("Reading", total=2.0)
        words = {"reading": ("Reading", 0), "writing": ("Writing", 1), "done": ("Done", 1)}
        return lambda step, share: self.bar.update(task, description=words[step][0], completed=words[step][1] + share)

    def __exit__(self, *_error: object) -> None:
        if not self.quiet:
            self.bar.stop()


def _tell_plan(plan: Plan) -> None:
    options = plan.options
    shape = (
        f"sheet “{options['sheet']}”"
        if options["sheet"]
        else f"{options['encoding']}, separator {options['separator']!r}"
    )
    read = f"decimal mark “{options['decimal_mark']}”, dates {options['date_order']} in {options['zone']}"
    print(f"{plan.name}: {plan.kind.value} from {plan.source}; {shape}; {read}.")
    for field, column in plan.recognised.columns.items():
        print(f"  {field:18} {column}")
    if plan.recognised.unmapped:
        print(f"  not taken in:      {', '.join(plan.recognised.unmapped)}")


def _tell(made: Import, options: argparse.Namespace) -> None:
    from carnet.integrations.files import reporting

    refused = reporting.write_refused(made) if made.counts["refused"] and not options.dry_run else None
    if options.json:
        print(json.dumps(reporting.as_json(made, refused, dry_run=options.dry_run), ensure_ascii=False, indent=2))
        return
    for sentence in reporting.sentences(made, dry_run=options.dry_run):
        print(sentence)
    if refused:
        print(f"The refused rows, with line and reason: {refused}")
    if not options.dry_run:
        print(f"To take it back: carnet import --undo {made.id}")


def _list() -> int:
    from carnet.integrations.files.models import Import

    for made in Import.objects.order_by("-known_from"):
        print(
            f"{made.id}  {made.known_from:%Y-%m-%d %H:%M}  {made.file_name}{'  (taken back)' if made.undone_in_id else ''}"
        )
    return DONE


def _undo(said: str) -> int:
    from carnet.cli.asking import COMMAND, now
    from carnet.integrations.files import reporting
    from carnet.integrations.files.actions import undoing
    from carnet.integrations.files.models import Import

    try:
        made = Import.objects.get(id=uuid.UUID(said))
    except (ValueError, Import.DoesNotExist) as error:
        raise Sentence(f"There is no import {said}: carnet import --list shows them.") from error
    try:
        stayed = undoing.undo(made=made, by=COMMAND, at=now())
    except undoing.AlreadyUndone as error:
        raise Sentence(str(error)) from error
    for sentence in reporting.stayed(made, stayed):
        print(sentence)
    return DONE
