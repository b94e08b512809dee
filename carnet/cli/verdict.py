"""carnet verdict."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from carnet.cli import DONE
from carnet.cli.database import at_hand

if TYPE_CHECKING:
    from carnet.clients.models import Client
    from carnet.outreach.queries.verdicts import Said

HELP = "Say about one client whether to write, to wait or to leave her alone, on any day, and why."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Whom, which day, and how it is printed."""
    parser.add_argument("client", metavar="CLIENT", help="a name, an id, or the id another system uses")
    parser.add_argument("--on", type=_date, default=None, metavar="DATE", help="a day such as 2026-12-24 (today)")
    parser.add_argument("--json", action="store_true", help="as JSON: client, on, verdict, until, because, rules")


def run(options: argparse.Namespace) -> int:
    """Judge her as of the end of that day; nothing is written."""
    with at_hand():
        from carnet.cli.asking import now
        from carnet.cli.naming import client_called
        from carnet.kit import moments
        from carnet.outreach.queries import verdicts

        client, at = client_called(options.client), now()
        zone = verdicts.zone_of(client.id, at.date())
        said = verdicts.verdict(client, on=options.on or moments.day_of(at, zone), zone=zone)
        if options.json:
            print(json.dumps(_as_json(client, said), ensure_ascii=False, indent=1))
        else:
            _tell(client, said)
    return DONE


def _date(said: str) -> dt.date:
    try:
        return dt.date.fromisoformat(said)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{said!r} is not a day such as 2026-12-24") from error


def _as_json(client: Client, said: Said) -> dict[str, Any]:
    return {
        "client": {"id": str(client.id), "name": str(client)},
        "on": said.on.isoformat(),
        "verdict": said.verdict.value,
        "until": said.until.isoformat() if said.until else None,
        "because": said.said(),
        "rules": said.rules,
    }


def _tell(client: Client, said: Said) -> None:
    from carnet.outreach.kinds import Verdict

    words = {
        Verdict.WRITE: f"write, until {said.until}",
        Verdict.WAIT: f"wait until {said.until}",
        Verdict.LEAVE: f"leave alone until {said.until}" if said.until else "leave alone",
    }
    print(f"{client}, {said.on}: {words[said.verdict]}.")
    for each in said.said():
        print(f"  {each['words']}")
