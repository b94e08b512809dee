"""What the database keeps of a person, her homes and what is known of her, whoever writes to it."""

import pytest

from carnet.clients.actions import households, introducing, noting
from carnet.clients.kinds import HouseholdRole, PointKind, RelationKind, Visibility
from carnet.clients.models import (
    Candidate,
    Client,
    ClientEntry,
    ClientPoint,
    ContactPoint,
    ExternalId,
    KnownAt,
    Membership,
    TierDecision,
)
from carnet.kit import db
from tests import cast
from tests.conftest import paris
from tests.factories.broken import again, change, refused
from tests.factories.people import OPENED, THE_HOUSE, boutique

AT = paris("2025-03-04")
NEVER = db.between(AT, AT)


def test_a_person_is_known_by_a_name_or_by_her_search(helene):
    with refused("clients_client_named_or_described"):
        change(helene, display="", description="")


@pytest.mark.parametrize(
    ("constraint", "field"),
    [
        ("clients_client_order_known", "order"),
        ("clients_client_form_known", "form"),
        ("clients_client_gender_known", "gender"),
        ("clients_client_sensitivity_known", "sensitivity"),
    ],
)
def test_what_is_said_of_a_person_is_said_in_words_the_house_knows(helene, constraint, field):
    with refused(constraint):
        change(helene, **{field: "x"})


def test_the_same_id_elsewhere_is_the_same_person_here(helene, paolo):
    line = helene.noted_in
    known = ExternalId.objects.create(source="till", external_id="42", client=helene, known_from=OPENED, noted_in=line)
    with refused("clients_externalid_same_id_same_person"):
        again(known, client=paolo)


def test_a_source_speaks_once_of_a_field_in_one_act(helene):
    with refused("clients_cliententry_once_per_line"):
        again(ClientEntry.objects.get(client=helene, field="display"), value="Helen")


def test_an_entry_is_a_persons_or_a_sources_and_never_both(helene):
    entry = ClientEntry.objects.get(client=helene, field="display")
    with refused("clients_cliententry_said_by_one"):
        change(entry, source="till")
    with refused("clients_cliententry_said_by_one"):
        change(entry, by_hand=False)


def test_a_number_is_one_row_whoever_holds_it(helene):
    with refused("clients_contactpoint_one_row_per_value"):
        again(ContactPoint.objects.get(kind=PointKind.PHONE))


def test_a_number_is_something_and_of_a_kind(helene):
    number = ContactPoint.objects.get(kind=PointKind.PHONE)
    with refused("clients_contactpoint_not_blank"):
        change(number, value="")
    with refused("clients_contactpoint_kind_known"):
        change(number, kind="fax")


def test_she_holds_a_number_once_at_a_time(helene):
    held = ClientPoint.objects.get(client=helene, point__kind=PointKind.PHONE)
    with refused("clients_clientpoint_held_once"):
        again(held, period=db.since(AT))
    with refused("clients_clientpoint_period_real"):
        change(held, period=NEVER)


def test_a_boutique_knows_her_once_and_one_is_her_home(helene):
    home = KnownAt.objects.get(client=helene)
    with refused("clients_knownat_once_per_boutique"):
        again(home, is_home=False)
    with refused("clients_knownat_one_home"):
        again(home, boutique=boutique(cast.GINZA))
    with refused("clients_knownat_period_real"):
        change(home, period=NEVER)


def test_two_who_may_be_one_are_noted_once_and_in_order(helene, paolo):
    first, second = sorted((helene, paolo), key=lambda each: each.id)
    point = ContactPoint.objects.first()
    pair = Candidate.objects.create(client=first, other=second, point=point, known_from=AT, noted_in=helene.noted_in)
    with refused("clients_candidate_once"):
        again(pair)
    with refused("clients_candidate_in_order"):
        change(pair, client=second, other=first)


def test_a_fact_says_something_and_who_may_read_it(helene, camille):
    fact = noting.note(client=helene, kind="size", words="Ring 52", by=THE_HOUSE, at=AT)
    with refused("clients_fact_says_something"):
        change(fact, words="")
    with refused("clients_fact_certainty_known"):
        change(fact, certainty="surely")
    with refused("clients_fact_visibility_known"):
        change(fact, visibility="all")
    with refused("clients_fact_leaning_known"):
        change(fact, leaning="loves")
    with refused("clients_fact_private_has_author"):
        change(fact, visibility=Visibility.PRIVATE, author=None)
    with refused("clients_fact_period_real"):
        change(fact, period=NEVER)


def test_a_home_has_a_name(marchettis):
    with refused("clients_household_named"):
        change(marchettis, name="")


def test_she_belongs_to_a_home_once_at_a_time_and_it_has_one_first_person(marchettis, helene, paolo):
    hers = households.join(household=marchettis, client=helene, role=HouseholdRole.PRIMARY, by=THE_HOUSE, at=OPENED)
    his = households.join(household=marchettis, client=paolo, role=HouseholdRole.SPOUSE, by=THE_HOUSE, at=OPENED)
    with refused("clients_membership_once_at_a_time"):
        again(his, period=db.since(AT))
    with refused("clients_membership_one_primary"):
        change(his, role=HouseholdRole.PRIMARY)
    with refused("clients_membership_role_known"):
        change(hers, role="buyer")
    with refused("clients_membership_period_real"):
        change(hers, period=NEVER)
    assert Membership.objects.count() == 2


def test_a_bond_is_between_two_and_there_once_from_either_side(helene, paolo):
    bond = households.relate(client=helene, other=paolo, kind=RelationKind.SPOUSE, by=THE_HOUSE, at=OPENED)
    with refused("clients_relation_once_at_a_time"):
        again(bond, period=db.since(AT))
    with refused("clients_relation_once_at_a_time"):
        again(bond, client=paolo, other=helene, period=db.since(AT))
    with refused("clients_relation_needs_two"):
        change(bond, other=helene)
    with refused("clients_relation_kind_known"):
        change(bond, kind="lead")
    with refused("clients_relation_period_real"):
        change(bond, period=NEVER)


def test_a_tier_is_of_one_person_or_one_home_and_has_a_reason(helene, marchettis):
    hers = households.decide_tier(client=helene, tier="friend", because="Since the opening.", by=THE_HOUSE, at=OPENED)
    theirs = households.decide_tier(
        household=marchettis, tier="collector", because="Two generations.", by=THE_HOUSE, at=OPENED
    )
    with refused("clients_tierdecision_one_per_client"):
        again(hers, period=db.since(AT))
    with refused("clients_tierdecision_one_per_household"):
        again(theirs, period=db.since(AT))
    with refused("clients_tierdecision_of_one_or_other"):
        change(hers, household=marchettis)
    with refused("clients_tierdecision_of_one_or_other"):
        change(hers, client=None)
    with refused("clients_tierdecision_has_a_reason"):
        change(hers, because="")
    with refused("clients_tierdecision_period_real"):
        change(hers, period=NEVER)
    assert TierDecision.objects.count() == 2


def test_somebody_brought_her_once_and_not_herself(helene, paolo, antoine):
    brought = households.refer(client=helene, referred_by=antoine, by=THE_HOUSE, at=AT)
    with refused("clients_referral_brought_once"):
        again(brought, referred_by=paolo)
    with refused("clients_referral_needs_two"):
        change(brought, referred_by=helene)


def test_a_person_without_a_name_stands_by_her_description_alone(mail):
    person = introducing.Person(description=cast.SATURDAY_COUPLE.description)
    couple = introducing.introduce(person=person, boutique=mail, by=THE_HOUSE, at=AT)
    with refused("clients_client_named_or_described"):
        change(couple, description="")
    assert Client.objects.get(id=couple.id).is_provisional
