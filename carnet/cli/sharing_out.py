"""The `carnet share-out` command."""

from __future__ import annotations

import argparse
import collections
import datetime as dt
from typing import TYPE_CHECKING

from carnet.cli import DONE
from carnet.cli.database import at_hand

if TYPE_CHECKING:
    from carnet.house.models import Boutique

HELP = "Share the boutique’s book out among the advisors who have been serving its clients."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where, and whether it is only shown."""
    parser.add_argument("--boutique", default="", metavar="NAME", help="only that boutique’s book (every boutique’s)")
    parser.add_argument("--dry-run", action="store_true", help="show who would go where, and write nothing")
    parser.add_argument("--by", default="", metavar="MEMBER", help="whose decision it is")


def run(options: argparse.Namespace) -> int:
    """Say the rule, then who goes where."""
    with at_hand():
        from carnet.cli.asking import now
        from carnet.cli.naming import boutique_called
        from carnet.house.models import Boutique
        from carnet.outreach.queries import proposals

        chosen = [boutique_called(options.boutique)] if options.boutique else list(Boutique.objects.order_by("name"))
        print(proposals.RULE)
        at = now()
        for boutique in chosen:
            _share_out(boutique, options, at)
    return DONE


def _share_out(boutique: Boutique, options: argparse.Namespace, at: dt.datetime) -> None:
    from carnet.books.actions import sharing_out
    from carnet.cli.holding import acting
    from carnet.outreach.queries import proposals

    found, staying = proposals.for_the_book(boutique, at)
    if found and not options.dry_run:
        pairs = {each.client: each.member.id for each in found}
        sharing_out.share_out(pairs=pairs, boutique=boutique, rule=proposals.RULE, by=acting(options.by), at=at)
    would, stay = ("would go", "would stay") if options.dry_run else ("went", "stayed")
    counted = collections.Counter(each.member.name for each in found)
    went = ", ".join(f"{count:,} to {name}" for name, count in sorted(counted.items())) or "nobody"
    print(f"{boutique.name}: {went} {would}; {staying:,} {stay} in the boutique’s book.")
