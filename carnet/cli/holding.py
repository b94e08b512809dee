"""The `carnet hold` command."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import TYPE_CHECKING

from carnet.cli import DONE, Sentence
from carnet.cli.database import at_hand

if TYPE_CHECKING:
    from carnet.clients.models import Client
    from carnet.kit.acts import By

HELP = "Let a client rest: from now on nothing is sent to her, or nothing that sells."
SCOPES = ("everything", "selling", "condolence")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Whom, why, how long, and what rests."""
    parser.add_argument("client", metavar="CLIENT", help="a name, an id, or the id another system uses")
    parser.add_argument("--because", required=True, metavar="TEXT", help="why, in words a colleague will understand")
    parser.add_argument(
        "--until", type=_date, default=None, metavar="DATE", help="the last day it holds, such as 2026-12-24"
    )
    parser.add_argument("--scope", choices=SCOPES, default="everything", help="what rests (everything)")
    parser.add_argument("--by", default="", metavar="MEMBER", help="whose decision it is")


def run(options: argparse.Namespace) -> int:
    """Hold her, and say until when."""
    with at_hand():
        from carnet.cli.asking import now
        from carnet.cli.naming import client_called
        from carnet.consent.actions import holding
        from carnet.consent.kinds import Scope
        from carnet.kit import moments

        client, at = client_called(options.client), now()
        zone = zone_of(client, at)
        until = options.until and moments.open_of(options.until + dt.timedelta(days=1), zone)
        try:
            hold = holding.hold(
                client=client,
                because=options.because,
                until=until,
                scope=Scope(options.scope),
                by=acting(options.by),
                at=at,
            )
        except holding.CannotHold as error:
            raise Sentence(str(error)) from error
        lasting = f"until {options.until} included" if options.until else "until somebody lifts it"
        print(
            f"{client} is held, {lasting} ({options.scope}): {hold.because} To be looked at again on {hold.review_on}."
        )
    return DONE


def _date(said: str) -> dt.date:
    try:
        return dt.date.fromisoformat(said)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{said!r} is not a day such as 2026-12-24") from error


def acting(member: str) -> By:
    """Who decides: a colleague, or nobody in particular at the command line."""
    from carnet.cli.asking import COMMAND
    from carnet.cli.naming import member_called
    from carnet.kit.acts import By, Via

    return By(member_called(member).id, Via.COMMAND) if member else COMMAND


def zone_of(client: Client, at: dt.datetime) -> str:
    """The zone by whose clock her days begin: her home boutique's, else the maison's."""
    from carnet.clients.models import KnownAt
    from carnet.house.models import Maison

    home = KnownAt.objects.filter(client=client, is_home=True, period__contains=at).select_related("boutique").first()
    return home.boutique.zone if home else Maison.objects.get().zone
