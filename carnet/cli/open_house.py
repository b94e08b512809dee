"""carnet open-house."""

from __future__ import annotations

import argparse
import collections
import dataclasses
import datetime as dt
from typing import TYPE_CHECKING, Any

from carnet.cli import DONE, Sentence
from carnet.cli.database import at_hand

if TYPE_CHECKING:
    from carnet.house.models import Boutique

HELP = "Open the house: its name, first boutique and manager. What is not said is asked, or assumed and told."
CARE = "We look after what we sold: thanks, news of her piece, and what she asked us to tell her."


@dataclasses.dataclass(frozen=True)
class Opening:
    """What is said of a house that opens; empty is unsaid."""

    name: str = ""
    boutique: str = ""
    city: str = ""
    country: str = ""
    zone: str = ""
    currency: str = ""
    language: str = ""
    manager: str = ""
    advisors: tuple[str, ...] = ()
    care_basis: str = ""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said of the house."""
    parser.add_argument("--name", default="", help="the maison’s name")
    parser.add_argument("--boutique", default="", help="the first boutique’s name")
    parser.add_argument("--city", default="")
    parser.add_argument("--country", default="", help="two letters, such as FR")
    parser.add_argument("--zone", default="", help="such as Europe/Paris")
    parser.add_argument("--currency", default="", help="such as EUR")
    parser.add_argument("--language", default="", help="of the house: en or fr")
    parser.add_argument("--manager", default="", help="who manages the boutique")
    parser.add_argument(
        "--advisor", action="append", default=[], dest="advisors", help="an advisor’s name; repeat for more"
    )
    parser.add_argument("--care-basis", default="", help="the words in which the house states why it may write of care")


def run(options: argparse.Namespace) -> int:
    """Open it, and say how to go on."""
    from carnet.cli.asking import ask

    said = Opening(
        **{field.name: getattr(options, field.name) for field in dataclasses.fields(Opening)}
        | {"advisors": tuple(options.advisors)}
    )
    with at_hand(needs_house=False):
        from carnet.house import queries

        if queries.the_maison():
            raise Sentence("A house is already open here: one CARNET_HOME holds one house.")
        asked = dataclasses.replace(
            said,
            name=said.name or ask("What is the maison called?"),
            boutique=said.boutique or ask("And its first boutique?"),
            country=said.country or ask("In which country is it (two letters)?"),
            manager=said.manager or ask("Who manages it?"),
        )
        for sentence in open_with(asked):
            print(sentence)
    return DONE


def open_with(said: Opening) -> list[str]:
    """Open the house; sentences on what was opened and assumed. Raises Sentence."""
    from django.db import transaction

    from carnet.cli.asking import COMMAND, now
    from carnet.consent.actions import stating
    from carnet.consent.kinds import BasisKind, Purpose
    from carnet.house.actions import admitting, opening
    from carnet.house.kinds import RoleKind

    settled, assumed = settle(said)
    at = now()
    try:
        with transaction.atomic():
            maison = opening.open_house(
                name=settled.name, country=settled.country, zone=settled.zone, currency=settled.currency,
                language=settled.language, by=COMMAND, at=at, assumed=assumed,
            )  # fmt: skip
            boutique = opening.open_boutique(name=settled.boutique, city=settled.city, by=COMMAND, at=at)
            _admit(settled.manager, RoleKind.MANAGER, boutique, at)
            for name in settled.advisors:
                _admit(name, RoleKind.ADVISOR, boutique, at)
            stating.state_basis(
                purpose=Purpose.CARE, kind=BasisKind.LEGITIMATE_INTEREST, words=settled.care_basis, by=COMMAND, at=at
            )
    except (opening.CannotOpen, admitting.CannotAdmit) as error:
        raise Sentence(str(error)) from error
    told = [
        f"{maison.name} is open: {boutique.name}, {boutique.zone}, prices in {boutique.currency}; {settled.manager} manages it."
    ]
    if assumed:
        told.append(f"Nobody said its {', '.join(assumed)}: that was assumed, and can be put right under House.")
    told.append(f"Care rests on these words, kept as proof: “{settled.care_basis}”")
    return told


def settle(said: Opening) -> tuple[Opening, list[str]]:
    """Everything said or assumed, and the names of what was assumed."""
    from carnet.kit import money

    country = (said.country or "FR").upper()
    values: dict[str, Any] = {
        "name": said.name or "Maison",
        "boutique": said.boutique or said.name or "Boutique",
        "country": country,
        "zone": said.zone or _zone(country),
        "currency": said.currency.upper() or money.currency_of(country) or "EUR",
        "language": said.language or ("fr" if country == "FR" and said.country else "en"),
        "manager": said.manager or "Manager",
    }
    assumed = [name for name in ("name", "country", "zone", "currency", "manager") if not getattr(said, name)]
    return dataclasses.replace(said, **values, care_basis=said.care_basis or CARE), assumed


def from_countries(names: collections.Counter[str]) -> Opening:
    """What the countries in a file let one assume of the shop it came from."""
    return Opening(country=names.most_common(1)[0][0] if names else "")


def _zone(country: str) -> str:
    from carnet.integrations.files.rows import zone_of

    return zone_of(country) or "UTC"


def _admit(name: str, kind: str, boutique: Boutique, at: dt.datetime) -> None:
    from carnet.cli.asking import COMMAND
    from carnet.house.actions import admitting
    from carnet.house.kinds import RoleKind

    member = admitting.admit(name=name, by=COMMAND, at=at)
    admitting.give_role(member=member, kind=RoleKind(kind), boutique=boutique, by=COMMAND, at=at)
    if kind == RoleKind.MANAGER:
        # Who opens the house also keeps it, until somebody else is named.
        admitting.give_role(member=member, kind=RoleKind.HOST, by=COMMAND, at=at)
