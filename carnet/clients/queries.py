"""Finding people, and reading what is known of them."""

from __future__ import annotations

import re

from django.db import models
from django.db.models import Exists, OuterRef, QuerySet

from carnet.clients.models import Client, ClientPoint
from carnet.clients.models.client import Folded

LAST_DIGITS = 4
SIGNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class Ideograms(models.Func):
    """The signs and pairs of signs of a text; the SQL function of the same name."""

    function = "ideograms"
    output_field = models.TextField()


def found_by(people: QuerySet[Client], said: str) -> QuerySet[Client]:
    """People by a few letters of any part of their name, accents and order aside, or by the end of a number."""
    digits = re.sub(r"\D", "", said)
    if len(digits) >= LAST_DIGITS and not re.search(r"[^\W\d]", said):
        held = ClientPoint.objects.filter(
            client=OuterRef("pk"), period__upper_inf=True, point__kind="phone", point__value__endswith=digits
        )
        return people.filter(Exists(held)).order_by("display", "id")
    for word in said.split():
        people = _named(people, word)
    return people.order_by("display", "id")


def _named(people: QuerySet[Client], word: str) -> QuerySet[Client]:
    escaped = re.sub(r"([\\%_])", r"\\\1", word)
    like = models.functions.Concat(models.Value("%"), Folded(models.Value(escaped)), models.Value("%"))
    found = people.filter(Like(models.F("folded"), like))
    if SIGNS.search(word):
        found = found.filter(Holds(Ideograms("folded"), Ideograms(Folded(models.Value(word)))))
    return found


class Like(models.Func):
    """SQL's LIKE, on text already folded."""

    template = "(%(expressions)s)"
    arg_joiner = " like "
    output_field = models.BooleanField()


class Holds(models.Func):
    """An array that holds all of another: @>."""

    template = "(%(expressions)s)"
    arg_joiner = " @> "
    output_field = models.BooleanField()
