"""A piece passes on twice at the very same time."""

import pytest

from carnet.kit import db
from carnet.products.actions import cataloguing, examining, ownership
from carnet.products.kinds import OwnedBy
from carnet.products.models import Document, Ownership, Price
from tests.conftest import paris
from tests.factories.at_once import while_open
from tests.factories.broken import again, broken
from tests.factories.people import THE_HOUSE

pytestmark = pytest.mark.django_db(transaction=True)
AT = paris("2025-03-04")


def test_a_piece_has_one_owner_whoever_came_first(watch, antoine, helene):
    def pass_to(client, at):
        return ownership.pass_on(piece=watch, client=client, how=OwnedBy.BOUGHT, by=THE_HOUSE, at=at)

    second = while_open(lambda: pass_to(antoine, AT), lambda: pass_to(helene, paris("2025-03-05")))
    assert second.error is None
    assert [each.client for each in Ownership.objects.order_by("period")] == [antoine, helene]
    assert Ownership.objects.get(piece=watch, period__contains=paris("2025-03-06")).client == helene


def test_past_the_acts_the_database_lets_one_owner_through(watch, antoine, helene):
    his = ownership.pass_on(piece=watch, client=antoine, how=OwnedBy.BOUGHT, by=THE_HOUSE, at=AT)
    his.period = db.between(AT, paris("2025-04-01"))
    his.save()
    later = db.since(paris("2025-04-01"))
    second = while_open(lambda: again(his, client=helene, period=later), lambda: again(his, period=later))
    assert broken(second.error) == "products_ownership_one_owner"


def test_two_prices_at_once_follow_each_other(meridien):
    def cost(amount, at):
        return cataloguing.price(reference=meridien, amount=amount, currency="EUR", by=THE_HOUSE, at=at)

    second = while_open(lambda: cost(12_900, AT), lambda: cost(13_500, paris("2025-03-05")))
    assert second.error is None
    assert [int(each.amount) for each in Price.objects.filter(reference=meridien).order_by("period")] == [
        12_400,
        12_900,
        13_500,
    ]


def test_a_paper_kept_twice_at_once_is_one(watch):
    def keep():
        return examining.keep_document(
            piece=watch, kind="certificate", issuer="Laboratoire du Mail", number="77", by=THE_HOUSE, at=AT
        )

    second = while_open(keep, keep)
    assert [second.result] == list(Document.objects.all())
