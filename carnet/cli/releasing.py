"""The `carnet release` command."""

from __future__ import annotations

import argparse

from carnet.cli import DONE, Sentence
from carnet.cli.database import at_hand
from carnet.cli.holding import SCOPES, acting

HELP = "Lift what holds a client."
UNSAID = "Released at the command line."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Whom, why, and which hold."""
    parser.add_argument("client", metavar="CLIENT", help="a name, an id, or the id another system uses")
    parser.add_argument("--because", default=UNSAID, metavar="TEXT", help="why, in words a colleague will understand")
    parser.add_argument("--scope", choices=SCOPES, default=None, help="only the hold of that scope (all of them)")
    parser.add_argument("--by", default="", metavar="MEMBER", help="whose decision it is")


def run(options: argparse.Namespace) -> int:
    """Lift it, and say what was lifted."""
    with at_hand():
        from carnet.cli.asking import now
        from carnet.cli.naming import client_called
        from carnet.consent.actions import holding
        from carnet.consent.kinds import Scope

        client, scope = client_called(options.client), options.scope and Scope(options.scope)
        try:
            lifted = holding.release(
                client=client, because=options.because, scope=scope, by=acting(options.by), at=now()
            )
        except holding.CannotHold as error:
            raise Sentence(str(error)) from error
        print(f"{client} is no longer held ({', '.join(hold.scope for hold in lifted)}).")
    return DONE
