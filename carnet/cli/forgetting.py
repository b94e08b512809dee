"""The `carnet forget` command."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import TYPE_CHECKING

from carnet.cli import DONE, NOTHING_DONE, Sentence
from carnet.cli.asking import ask, is_terminal
from carnet.cli.database import at_hand

if TYPE_CHECKING:
    from carnet.clients.models import Client

HELP = "Forget a client, at her request: all that is hers goes, and the figures stay without her name."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Whom."""
    parser.add_argument("client", metavar="CLIENT", help="a name, an id, or the id another system uses")
    parser.add_argument("--yes", action="store_true", help="without being asked again: it cannot be taken back")
    parser.add_argument("--by", default="", metavar="MEMBER", help="who decided it")


def run(options: argparse.Namespace) -> int:
    """Show what would go, ask, and forget her."""
    with at_hand():
        from carnet.cli.asking import now
        from carnet.cli.holding import acting
        from carnet.cli.naming import client_called
        from carnet.clients.models import Client
        from carnet.privacy import forgotten
        from carnet.privacy.actions import erasing

        client, by = client_called(options.client), acting(options.by)
        if not options.yes and not _agreed(client):
            print("Nothing was done.")
            return NOTHING_DONE
        try:
            erased = erasing.carry_out(client=client, by=by, at=now())
        except Client.DoesNotExist as error:
            raise Sentence("Somebody else has just forgotten her.") from error
        except OSError as error:
            raise Sentence(f"Nothing was done: {forgotten.path()} cannot be written ({error.strerror}).") from error
        print(f"She is forgotten. Gone: {_counted(erased.gone)}. Kept without her: {_counted(erased.without_her)}.")
        print(
            f"Older backups still know her; {forgotten.path()} makes sure that none brings her back: keep a copy elsewhere."
        )
    return DONE


def _agreed(client: Client) -> bool:
    from carnet.privacy import queries

    if not is_terminal():
        raise Sentence("Nobody can be asked here whether she is really to be forgotten: say --yes.")
    for holding, keys in queries.holdings(queries.person(client)):
        if keys:
            print(f"  {'stays without her' if holding.without else 'goes':18} {len(keys):7,}  {holding.what}")
    return ask(f"It cannot be taken back. Forget {client} ({client.id})? Type yes:") == "yes"


def _counted(counts: Mapping[str, int]) -> str:
    told = [f"{count:,} {table}" for table, count in sorted(counts.items())]
    return ", ".join(told) or "nothing"
