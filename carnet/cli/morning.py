"""carnet morning."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from typing import TYPE_CHECKING

from carnet.cli import DONE, Sentence
from carnet.cli.database import at_hand

if TYPE_CHECKING:
    from carnet.house.models import Boutique, Member
    from carnet.outreach.queries.days import Seen

HELP = "Prepare this morning and print each advisor’s day; with --as-of, any day as it would have been."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which day, whose, and how it is printed."""
    parser.add_argument("--as-of", type=_date, default=None, metavar="DATE", help="a day such as 2011-11-15")
    parser.add_argument("--advisor", default="", metavar="NAME", help="only hers")
    parser.add_argument(
        "--prepare", action="store_true", help="prepare every morning of today, and print only how many"
    )
    parser.add_argument("--json", action="store_true", help="as JSON (docs/api/morning.schema.json)")


def run(options: argparse.Namespace) -> int:
    """Prepare today, or judge another day without writing anything; print it."""
    if options.prepare:
        return _prepare(as_json=options.json)
    with at_hand():
        days = [_day(member, boutique, options.as_of) for member, boutique in _mornings(options)]
        on = options.as_of or (days[0].on if days else _today())
        if options.json:
            from carnet.outreach.queries import saying

            print(json.dumps(saying.as_json(on, days), ensure_ascii=False, indent=1))
        else:
            for day in days:
                _tell(day)
    return DONE


def _prepare(*, as_json: bool) -> int:
    with at_hand():
        from carnet.cli.asking import COMMAND, now
        from carnet.outreach.actions import preparing_the_house

        count = preparing_the_house.prepare_house(by=COMMAND, at=now())
    print(json.dumps({"mornings": count}) if as_json else f"{count} mornings are prepared.")
    return DONE


def _date(said: str) -> dt.date:
    try:
        return dt.date.fromisoformat(said)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{said!r} is not a day such as 2011-11-15") from error


def _today() -> dt.date:
    from carnet.cli.asking import now
    from carnet.house.models import Maison
    from carnet.kit import moments

    return moments.day_of(now(), Maison.objects.get().zone)


def _mornings(options: argparse.Namespace) -> list[tuple[Member, Boutique]]:
    from carnet.cli.naming import member_called
    from carnet.house import queries

    everyone = queries.workers(options.as_of or _today())
    if not options.advisor:
        return everyone
    wanted = member_called(options.advisor)
    mine = [(member, boutique) for member, boutique in everyone if member == wanted]
    if not mine:
        raise Sentence(f"{wanted.name} does not work in a boutique that day.")
    return mine


def _day(member: Member, boutique: Boutique, as_of: dt.date | None) -> Seen:
    from carnet.cli.asking import COMMAND, now
    from carnet.kit import moments
    from carnet.outreach.actions import preparing_the_day
    from carnet.outreach.queries import days

    at = now()
    today = moments.day_of(at, boutique.zone)
    on = as_of or today
    if on == today:
        preparing_the_day.prepare(member=member, boutique=boutique, on=on, by=COMMAND, at=at)
    return days.seen(member, boutique, on, now=at)


def _tell(day: Seen) -> None:
    from carnet.outreach.queries import saying

    for line in saying.lines(day):
        print(line)
    print()
