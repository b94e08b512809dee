"""The demo house stands by the constraints of any other, and its people by their stories."""

from __future__ import annotations

import datetime as dt

from django.apps import apps
from django.db import connection

from carnet.clients.models import Client
from carnet.house.models import Boutique, Maison, Member
from carnet.journal.models import Kept, Line
from tools.demo.days import made_on


def test_it_is_a_demo_house_of_two_boutiques_and_six_advisors(demo: dt.date) -> None:
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")

    assert Maison.objects.get().is_demo
    assert made_on(Maison.objects.get().opened_at) == demo
    assert list(Boutique.objects.order_by("name").values_list("name", "zone", "currency")) == [
        ("Ginza", "Asia/Tokyo", "JPY"), ("rue du Mail", "Europe/Paris", "EUR"),
    ]  # fmt: skip
    roles = Member.objects.values_list("roles__kind", flat=True)
    assert sorted(roles) == ["advisor"] * 6 + ["head_office"] + ["manager"] * 2


def test_every_fact_is_noted_in_a_line_and_nothing_happened_this_morning(demo: dt.date) -> None:
    midnight = dt.datetime.combine(demo, dt.time(), tzinfo=dt.UTC)
    kept = [model for model in apps.get_models() if issubclass(model, Kept) and model._default_manager.exists()]

    assert len(kept) > 20
    assert not Line.objects.filter(at__gte=midnight).exists()
    for model in kept:
        assert not model._default_manager.filter(noted_in__isnull=True).exists()
        assert not model._default_manager.filter(known_from__gte=midnight).exists(), model


def test_people_are_called_in_every_script_and_no_two_alike(demo: dt.date) -> None:
    names = list(Client.objects.exclude(display="").values_list("display", "language"))

    assert len({name for name, _ in names}) == len(names)
    assert {language for _, language in names} >= {"fr", "en", "it", "ja", "zh-Hans", "ar"}
