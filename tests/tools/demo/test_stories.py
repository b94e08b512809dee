"""The cast have their stories: what the prototypes show is on their pages, and what is secret is not."""

from __future__ import annotations

import datetime as dt
import itertools
import re

from django.apps import apps
from django.db import models

from carnet.books import queries as books
from carnet.clients.models import Client, Fact, Membership
from carnet.consent import queries as consent
from carnet.consent.kinds import Answer, Channel, Purpose, Scope
from carnet.house.models import Boutique
from carnet.interactions.models import Presence, Promise
from carnet.kit import moments
from carnet.occasions import queries as occasions
from carnet.purchases import queries as purchases
from carnet.purchases.models import Gift, Sale
from tests import cast
from tools.demo.stories.others import CLARISSE, GERALD, JULIEN, MARGUERITE

BRANDS = """
    Audemars Balenciaga Bottega Boucheron Breguet Breitling Buccellati Bulgari Bvlgari Burberry Cartier Celine Chanel Chaumet
    Chopard Damiani Dior Fendi Ferragamo Givenchy Graff Gucci Guerlain Hermès Hermes Hublot IWC Jaeger Lancôme Lanvin Loewe
    Longines Louboutin Mauboussin Messika Mikimoto Moncler Montblanc Omega Panerai Patek Piaget Pomellato Prada Qeelin Richemont
    Rolex Kering LVMH Swarovski Tiffany Tudor Vacheron Valentino Van Cleef Versace Vuitton Zenith Repossi Dinh"""


def at_the_end_of(demo: dt.date) -> dt.datetime:
    return moments.close_of(demo, "Europe/Paris")


def called(who: cast.Acquaintance) -> Client:
    return Client.objects.get(display=who.display)


def test_madame_marchetti_comes_every_nine_weeks_and_owns_her_solitaire(demo: dt.date) -> None:
    hers, as_of = called(cast.HELENE), at_the_end_of(demo)
    visits = sorted(Presence.objects.filter(client=hers, encounter__kind="visit").values_list("happened_at", flat=True))
    between = [(after - before).days for before, after in itertools.pairwise(visits)]
    facts = dict(Fact.objects.held(as_of).filter(client=hers).values_list("kind__code", "words"))

    assert len(visits) >= 15
    assert 50 <= sum(between) / len(between) <= 80
    assert [each.name for each in purchases.owned_by(hers, as_of)] == ["Aube solitaire", "Lune bracelet", "Lune ring"]
    assert facts["metal"] == "Platinum and white gold. Never yellow."
    assert facts["size"].startswith("Ring 52, measured ")
    said = consent.answers([hers.id], as_of)[hers.id]
    assert said == {
        (Purpose.INVITATION, Channel.WHATSAPP): Answer.YES, (Purpose.INVITATION, Channel.POST): Answer.YES,
        (Purpose.INVITATION, Channel.EMAIL): Answer.NO,
    }  # fmt: skip
    assert Membership.objects.get(client=hers).household.name == "The Marchettis"


def test_his_surprises_stay_off_her_page(demo: dt.date) -> None:
    hers, his, as_of = called(cast.HELENE), called(cast.PAOLO), at_the_end_of(demo)
    secret = Gift.objects.get(recipient=hers, given_on__isnull=True)

    assert secret.line.sale.client == his
    assert secret.line.reference.name == cast.LUNE_EARRINGS.name
    assert secret.line.reference not in purchases.owned_by(hers, as_of)
    assert secret not in purchases.received(hers, as_of)
    assert secret.line_id not in {
        each["occasion"].from_line_id for each in occasions.speakable(hers, on=demo, as_of=as_of)
    }
    assert Fact.objects.filter(client=his, hidden_from=hers, released_at__isnull=True).count() == 1


def test_bianca_is_only_mentioned(demo: dt.date) -> None:
    bianca = called(cast.BIANCA)

    assert bianca.is_mentioned_only
    assert not bianca.facts.exists()
    assert not bianca.points.exists()


def test_the_promises_are_kept_late_and_due(demo: dt.date) -> None:
    standing = Promise.objects.filter(outcome="", made_by="house").values_list("due_on", flat=True)

    assert {day < demo for day in standing} == {True, False}
    assert demo in set(standing)
    assert Promise.objects.filter(outcome="kept").exists()
    assert Promise.objects.get(client=called(cast.INGRID)).due_on == demo


def test_a_couple_a_search_a_traveller_and_the_bereaved(demo: dt.date) -> None:
    as_of = at_the_end_of(demo)
    together = Presence.objects.filter(client=called(CLARISSE)).values("encounter")
    holds = consent.holds([called(MARGUERITE).id, called(cast.SIYUAN).id], as_of)

    assert Presence.objects.filter(client=called(JULIEN), encounter__in=together).count() == 2
    assert Client.objects.filter(display="", description=cast.SATURDAY_COUPLE.description).count() == 1
    assert called(cast.NOUR).passing_until == demo + dt.timedelta(days=5)
    assert called(GERALD).died_on is not None
    assert [hold.scope for hold in holds[called(MARGUERITE).id]] == [Scope.CONDOLENCE]
    assert [hold.because for hold in holds[called(cast.SIYUAN).id]] == ["Asked for a little time."]


def test_silences_are_of_several_kinds(demo: dt.date) -> None:
    """Some come once a year, some have stopped, some are heard of every other month."""
    last = Presence.objects.values("client").annotate(last=models.Max("happened_at"), times=models.Count("id"))
    silent = [(at_the_end_of(demo) - each["last"]).days for each in last if each["times"] > 8]

    assert sum(days > 300 for days in silent) >= 5
    assert sum(days < 60 for days in silent) >= 20


def test_each_boutique_sells_in_its_own_currency_and_keeps_a_book_of_its_own(demo: dt.date) -> None:
    for shop in (cast.RUE_DU_MAIL, cast.GINZA):
        boutique = Boutique.objects.get(name=shop.name)
        assert set(Sale.objects.filter(boutique=boutique).values_list("currency", flat=True)) == {shop.currency}
        assert books.boutiques_book(boutique=boutique, as_of=at_the_end_of(demo)).count() >= 18


def test_nobody_here_is_a_brand(demo: dt.date) -> None:
    forbidden = re.compile(rf"\b({'|'.join(BRANDS.split())})\b", re.IGNORECASE)
    found = []
    for model in apps.get_models():
        if not model.__module__.startswith("carnet."):
            continue
        words = [field.name for field in model._meta.fields if isinstance(field, models.CharField | models.TextField)]
        for row in model._default_manager.values_list(*words) if words else ():
            found += [(model.__name__, text) for text in row if isinstance(text, str) and forbidden.search(text)]

    assert found == []
