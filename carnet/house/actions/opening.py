"""Opening the house, and its boutiques."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.house import vocabulary
from carnet.house.kinds import Act
from carnet.house.models import Boutique, Maison, Term
from carnet.kit import acts, ids, moments, money

EVERY_DAY = (1, 2, 3, 4, 5, 6, 7)


class CannotOpen(ValueError):
    """The house or boutique cannot be opened as described; the sentence says what to change."""


@transaction.atomic
def open_house(
    *,
    name: str,
    country: str,
    zone: str,
    currency: str,
    language: str,
    by: acts.By,
    at: dt.datetime,
    assumed: Sequence[str] = (),
    is_demo: bool = False,
) -> Maison:
    """Open the one house of this schema, with the words every house starts from.

    `country` is ISO 3166 alpha-2, `zone` an IANA name, `currency` ISO 4217; `assumed` names what nobody has said yet.
    Raises CannotOpen.
    """
    if Maison.objects.exists():
        raise CannotOpen(_("A house is already open here: one CARNET_HOME, or one schema, holds one house."))
    _check(name=name, zone=zone, currency=currency)
    maison = Maison.objects.create(
        id=ids.derived("maison", name), name=name, country=country, zone=zone, currency=currency, language=language,
        opened_at=at, assumed=list(assumed), is_demo=is_demo,
    )  # fmt: skip
    Term.objects.bulk_create(
        Term(id=ids.derived("term", kind, code), kind=kind, code=code, labels=labels, position=position, schema=schema)
        for kind, words in vocabulary.WORDS.items()
        for position, (code, labels, schema) in enumerate(words)
    )
    acts.record(act=Act.HOUSE_OPENED, by=by, on=acts.On("maison", maison.id), at=at)
    return maison


@transaction.atomic
def open_boutique(
    *,
    name: str,
    by: acts.By,
    at: dt.datetime,
    city: str = "",
    country: str = "",
    zone: str = "",
    currency: str = "",
    opening_days: Collection[int] = EVERY_DAY,
) -> Boutique:
    """Open a boutique; what is left out is as the maison has it. Raises CannotOpen."""
    maison = Maison.objects.get()
    if Boutique.objects.filter(name=name).exists():
        raise CannotOpen(_("There is already a boutique called %(name)s.") % {"name": name})
    _check(name=name, zone=zone or maison.zone, currency=currency or maison.currency)
    boutique = Boutique.objects.create(
        id=ids.derived("boutique", maison.name, name),
        name=name,
        city=city,
        country=country or maison.country,
        zone=zone or maison.zone,
        currency=currency or maison.currency,
        opening_days=sorted(opening_days),
    )
    acts.record(act=Act.BOUTIQUE_OPENED, by=by, on=acts.On("boutique", boutique.id), at=at)
    return boutique


def _check(*, name: str, zone: str, currency: str) -> None:
    if not name.strip():
        raise CannotOpen(_("It needs a name."))
    if not money.is_currency(currency):
        raise CannotOpen(_("“%(code)s” is not a currency such as EUR.") % {"code": currency})
    try:
        moments.zone(zone)
    except ValueError as error:
        raise CannotOpen(_("“%(zone)s” is not a time zone such as Europe/Paris.") % {"zone": zone}) from error
