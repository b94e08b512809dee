"""Two colleagues note the same thing of the same people, at the very same time."""

import pytest

from carnet.clients.actions import households, introducing
from carnet.clients.kinds import HouseholdRole, PointKind, RelationKind
from carnet.clients.models import Client, ClientPoint, ContactPoint, KnownAt, Membership, Relation, TierDecision
from carnet.kit import db, ids
from tests import cast
from tests.conftest import paris
from tests.factories.at_once import while_open
from tests.factories.broken import again, broken
from tests.factories.people import THE_HOUSE, boutique

pytestmark = pytest.mark.django_db(transaction=True)
AT = paris("2025-03-04")
LATER = paris("2025-03-05")
HOME_NUMBER = "+33 1 99 00 11 09"


def reach(client):
    return introducing.reach(client=client, kind=PointKind.PHONE, raw=HOME_NUMBER, by=THE_HOUSE, at=AT)


def test_a_couples_number_noted_twice_at_once_is_one_row_that_both_hold(helene, paolo):
    second = while_open(lambda: reach(helene), lambda: reach(paolo))
    assert second.error is None
    point = ContactPoint.objects.get(value="+33199001109")
    assert {each.client for each in ClientPoint.objects.filter(point=point)} == {helene, paolo}


def test_her_number_noted_twice_at_once_is_held_once(helene):
    reach(helene)
    ClientPoint.objects.filter(point__value="+33199001109").delete()
    second = while_open(lambda: reach(helene), lambda: reach(helene))
    assert [second.result] == list(ClientPoint.objects.filter(point__value="+33199001109"))


def test_past_the_acts_the_database_keeps_one_row_per_number(helene):
    def keep():
        return ContactPoint.objects.create(id=ids.new(), kind=PointKind.PHONE, value="+33199001109")

    assert broken(while_open(keep, keep).error) == "clients_contactpoint_one_row_per_value"


def test_of_two_at_once_one_is_the_homes_first_person(marchettis, helene, paolo):
    def first(client):
        return households.join(household=marchettis, client=client, role=HouseholdRole.PRIMARY, by=THE_HOUSE, at=AT)

    second = while_open(lambda: first(helene), lambda: first(paolo))
    assert str(second.error) == "That home has its first person already."
    assert Membership.objects.get().client == helene


def test_past_the_acts_the_database_lets_her_into_a_home_once(marchettis, helene, paolo):
    hers = households.join(household=marchettis, client=helene, role=HouseholdRole.SPOUSE, by=THE_HOUSE, at=AT)
    second = while_open(lambda: again(hers, client=paolo), lambda: again(hers, client=paolo))
    assert broken(second.error) == "clients_membership_once_at_a_time"


def test_a_bond_told_from_both_sides_at_once_is_one(helene, paolo):
    def bind(one, other):
        return households.relate(client=one, other=other, kind=RelationKind.SPOUSE, by=THE_HOUSE, at=AT)

    second = while_open(lambda: bind(helene, paolo), lambda: bind(paolo, helene))
    assert str(second.error) == "The house knows of a bond between the two already: end that first."
    assert Relation.objects.count() == 1


def test_another_boutique_meets_her_once(helene):
    ginza = boutique(cast.GINZA)

    def meet():
        return introducing.known_also_at(client=helene, boutique=ginza, by=THE_HOUSE, at=AT)

    assert while_open(meet, meet).error is None
    assert KnownAt.objects.filter(client=helene, boutique=ginza).count() == 1


def test_two_tiers_granted_at_once_follow_each_other(helene):
    def decide(tier, at):
        return households.decide_tier(client=helene, tier=tier, because="A decision.", by=THE_HOUSE, at=at)

    second = while_open(lambda: decide("friend", AT), lambda: decide("collector", LATER))
    assert second.error is None
    told = TierDecision.objects.order_by("period").values_list("tier__code", "period")
    assert list(told) == [("friend", db.between(AT, LATER)), ("collector", db.since(LATER))]


def test_two_colleagues_who_describe_her_at_once_lose_nothing_of_each_other(helene):
    def describe(**changes):
        introducing.describe(client=helene, changes=changes, by=THE_HOUSE, at=AT)

    assert while_open(lambda: describe(city="Lyon"), lambda: describe(prefers_hours="after 18:00")).error is None
    told = Client.objects.get(id=helene.id)
    assert (told.city, told.prefers_hours) == ("Lyon", "after 18:00")
