"""Where the obvious reading of a person would be wrong."""

import datetime as dt

import pytest

from carnet.clients import queries
from carnet.clients.actions import households, introducing, noting
from carnet.clients.kinds import Certainty, HouseholdRole, PointKind, RelationKind, Sensitivity, Visibility
from carnet.clients.models import Candidate, Client, ClientEntry, ClientPoint, ContactPoint, Fact, Household, Relation
from carnet.journal import sealing
from carnet.journal.models import Detail, Line
from tests import cast
from tests.conftest import paris
from tests.factories import people
from tests.factories.people import OPENED, THE_HOUSE, by

AT = paris("2025-03-04")
LATER = paris("2025-09-01")


def tier(code, whose, at, because="A decision."):
    of = {"client": whose} if isinstance(whose, Client) else {"household": whose}
    return households.decide_tier(**of, tier=code, because=because, by=THE_HOUSE, at=at)


def test_z08_a_tier_is_a_dated_decision_with_its_reason_and_no_column(helene, marchettis):
    tier("friend", helene, OPENED, "Since the opening.")
    tier("collector", helene, AT, "She began to collect.")
    tier("close_circle", marchettis, AT)
    told = [queries.tier_of(helene, paris(day)) for day in ("2023-12-31", "2025-03-03", "2025-03-05")]
    assert [each and (each.tier.code, each.because) for each in told] == [
        None, ("friend", "Since the opening."), ("collector", "She began to collect."),
    ]  # fmt: skip
    assert queries.tier_of(marchettis, LATER).tier.code == "close_circle"
    for model in (Client, Household):
        assert not {field.name for field in model._meta.local_fields} & {
            "tier",
            "spend",
            "lifetime_spend",
            "rolling_spend",
        }


def test_z08_a_tier_learnt_later_was_not_known_before(helene):
    decision = tier("friend", helene, OPENED)
    type(decision).objects.update(known_from=AT)
    assert [queries.tier_of(helene, at) for at in (paris("2025-03-03"), AT)] == [None, decision]


def test_z10_she_may_leave_a_home_belong_to_two_and_keep_her_own_history(helene, paolo, marchettis):
    lake = households.found(name="The house on the lake", by=THE_HOUSE, at=OPENED)
    households.join(household=marchettis, client=helene, role=HouseholdRole.PRIMARY, by=THE_HOUSE, at=OPENED)
    his = households.join(household=marchettis, client=paolo, role=HouseholdRole.SPOUSE, by=THE_HOUSE, at=OPENED)
    households.join(household=lake, client=paolo, role=HouseholdRole.PRIMARY, by=THE_HOUSE, at=AT)
    noting.note(client=paolo, kind="metal", words="Steel", by=THE_HOUSE, at=AT)
    households.leave(membership=his, by=THE_HOUSE, at=LATER)
    homes = {
        day: [[str(each.client) for each in queries.at_home(home, paris(day))] for home in (marchettis, lake)]
        for day in ("2024-06-01", "2025-04-01", "2025-10-01")
    }
    assert homes == {
        "2024-06-01": [["Hélène Marchetti", "Paolo Marchetti"], []],
        "2025-04-01": [["Hélène Marchetti", "Paolo Marchetti"], ["Paolo Marchetti"]],
        "2025-10-01": [["Hélène Marchetti"], ["Paolo Marchetti"]],
    }
    assert Fact.objects.get(client=paolo).words == "Steel"


def test_z10_a_bond_is_between_two_and_ends_on_a_day(helene, paolo):
    bond = households.relate(client=helene, other=paolo, kind=RelationKind.SPOUSE, by=THE_HOUSE, at=OPENED)
    with pytest.raises(households.CannotJoin, match="knows of a bond between the two already"):
        households.relate(client=paolo, other=helene, kind=RelationKind.PARTNER, by=THE_HOUSE, at=AT)
    households.part(relation=bond, by=THE_HOUSE, at=AT)
    households.relate(client=paolo, other=helene, kind=RelationKind.FRIEND, by=THE_HOUSE, at=LATER)
    assert list(Relation.objects.order_by("period").values_list("kind", flat=True)) == ["spouse", "friend"]


def test_a_person_changes_her_part_at_home(helene, marchettis):
    first = households.join(household=marchettis, client=helene, role=HouseholdRole.CHILD, by=THE_HOUSE, at=OPENED)
    with pytest.raises(households.CannotJoin, match="belongs to that home already"):
        households.join(household=marchettis, client=helene, role=HouseholdRole.OTHER, by=THE_HOUSE, at=AT)
    households.leave(membership=first, by=THE_HOUSE, at=AT)
    households.join(household=marchettis, client=helene, role=HouseholdRole.PARENT, by=THE_HOUSE, at=AT)
    assert [queries.at_home(marchettis, paris(day))[0].role for day in ("2025-03-03", "2025-03-05")] == [
        "child",
        "parent",
    ]


@pytest.fixture
def at_home(helene, paolo, marchettis):
    households.join(household=marchettis, client=helene, role=HouseholdRole.PRIMARY, by=THE_HOUSE, at=OPENED)
    households.join(household=marchettis, client=paolo, role=HouseholdRole.SPOUSE, by=THE_HOUSE, at=OPENED)


def words_at(home_of, viewer, at):
    return [fact.words for fact in queries.home_facts_for(home_of, viewer, at)]


def test_z11_a_surprise_is_on_nobodys_page_but_its_makers_until_it_is_over(helene, paolo, camille, at_home):
    plan = noting.note(
        client=paolo, kind="wish", words="The pendant, for June", hidden_from=helene, by=by(camille), at=AT
    )
    noting.note(client=paolo, kind="metal", words="Steel", by=by(camille), at=AT)
    assert words_at(helene, camille, LATER) == ["Steel"]
    assert {fact.words for fact in queries.facts_for(paolo, camille, LATER)} == {"The pendant, for June", "Steel"}
    noting.release(fact=plan, by=by(camille), at=LATER)
    assert words_at(helene, camille, AT) == ["Steel"]
    assert words_at(helene, camille, LATER) == ["Steel", "The pendant, for June"]


def test_z11_a_surprise_with_a_day_is_over_on_that_day(helene, paolo, camille, at_home):
    noting.note(
        client=paolo, kind="wish", words="A trip to Kyoto", hidden_from=helene, released_at=LATER, by=by(camille), at=AT
    )
    before = LATER - dt.timedelta(seconds=1)
    assert [words_at(helene, camille, at) for at in (before, LATER)] == [[], ["A trip to Kyoto"]]


def test_z11_what_is_known_of_her_and_hidden_from_her_is_not_on_her_own_page(helene, camille):
    noting.note(
        client=helene, kind="note", words="Her birthday dinner is planned", hidden_from=helene, by=by(camille), at=AT
    )
    assert list(queries.facts_for(helene, camille, LATER)) == []


def test_z11_a_private_note_is_its_authors_alone(helene, paolo, camille, yumi, at_home):
    noting.note(client=paolo, kind="note", words="He worries", visibility=Visibility.PRIVATE, by=by(camille), at=AT)
    assert [words_at(helene, viewer, LATER) for viewer in (camille, yumi)] == [["He worries"], []]


def test_z11_a_restricted_member_of_the_home_is_told_to_nobody_through_it(helene, paolo, camille, at_home):
    noting.note(client=paolo, kind="metal", words="Steel", by=by(camille), at=AT)
    introducing.describe(client=paolo, changes={"sensitivity": Sensitivity.RESTRICTED}, by=THE_HOUSE, at=AT)
    assert words_at(helene, camille, LATER) == []


def test_z11_who_left_the_home_takes_his_facts_along(helene, paolo, camille, marchettis, at_home):
    noting.note(client=paolo, kind="metal", words="Steel", by=by(camille), at=AT)
    households.leave(membership=paolo.memberships.get(), by=THE_HOUSE, at=LATER)
    assert [words_at(helene, camille, at) for at in (AT, LATER)] == [["Steel"], []]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ({"description": cast.SATURDAY_COUPLE.description}, cast.SATURDAY_COUPLE.description),
        ({"given": "Nour"}, "Nour"),
        ({"display": "Prince"}, "Prince"),
        ({"display": "渡辺 健司", "order": "family_first"}, "渡辺 健司"),
        ({"display": "  Anne-Marie\u202e d'Œx ", "description": "red coat"}, "Anne-Marie d'Œx"),
    ],
)
def test_z13_a_person_is_known_by_one_word_any_script_or_her_search(mail, said, shown):
    met = introducing.introduce(person=introducing.Person(**said), boutique=mail, by=THE_HOUSE, at=AT)
    assert (str(met), met.is_provisional) == (shown, "display" not in said and "given" not in said)


def test_z13_somebody_of_whom_nothing_is_said_cannot_be_known(mail):
    with pytest.raises(introducing.CannotIntroduce, match="Give a name, or a few words"):
        introducing.introduce(person=introducing.Person(description="  "), boutique=mail, by=THE_HOUSE, at=AT)


def test_z13_the_couple_of_saturday_is_named_later_and_was_there_all_along(mail):
    couple = people.client(cast.SATURDAY_COUPLE, at=AT)
    introducing.describe(client=couple, changes={"display": "Ingrid Lindqvist"}, by=THE_HOUSE, at=LATER)
    named = Client.objects.get()
    assert (named.id, named.display, named.description, named.happened_at) == (couple.id, "Ingrid Lindqvist", "", AT)
    with pytest.raises(introducing.CannotIntroduce, match="needs a name"):
        introducing.describe(client=couple, changes={"display": ""}, by=THE_HOUSE, at=LATER)


def test_z14_a_couple_shares_a_number_and_stays_two(helene, paolo):
    for client in (helene, paolo):
        introducing.reach(client=client, kind=PointKind.PHONE, raw="01 99 00 11 09", by=THE_HOUSE, at=AT)
        introducing.reach(client=client, kind=PointKind.EMAIL, raw="home@example.test", by=THE_HOUSE, at=AT)
    shared = ContactPoint.objects.filter(value__in=("+33199001109", "home@example.test"))
    assert [{held.client for held in point.clients.all()} for point in shared] == [{helene, paolo}] * 2
    assert (Client.objects.count(), Candidate.objects.count()) == (2, 0)


def test_z14_she_has_several_numbers_and_gives_one_up(helene):
    mobile = introducing.reach(client=helene, kind=PointKind.PHONE, raw="06 39 98 00 20", by=THE_HOUSE, at=AT)
    introducing.no_longer_at(held=mobile, by=THE_HOUSE, at=LATER, reason="mistake")
    held = [
        set(
            ClientPoint.objects.filter(client=helene, period__contains=at, point__kind="phone").values_list(
                "point__value", flat=True
            )
        )
        for at in (AT, LATER)
    ]
    assert held == [{cast.HELENE.phone, "+33639980020"}, {cast.HELENE.phone}]
    with pytest.raises(introducing.CannotIntroduce, match="is not a number or address"):
        introducing.reach(client=helene, kind=PointKind.PHONE, raw="12", by=THE_HOUSE, at=AT)


def test_z16_each_fact_has_its_own_source_certainty_and_day_and_is_replaced_never_rewritten(helene, camille, yumi):
    first = noting.note(
        client=helene, kind="size", words="Ring 52", value={"size": 52, "system": "FR"}, by=by(camille), at=AT
    )
    noting.note(client=helene, kind="style", words="Quiet pieces", certainty=Certainty.GUESSED, by=by(yumi), at=AT)
    noting.note(
        client=helene,
        kind="size",
        words="Ring 53",
        value={"size": 53, "system": "FR"},
        replaces=first,
        by=by(yumi),
        at=LATER,
    )
    told = {
        at: {(fact.words, fact.certainty, fact.author.handle, fact.known_from) for fact in Fact.objects.held(at)}
        for at in (AT, LATER)
    }
    assert told == {
        AT: {("Ring 52", "stated", "camille", AT), ("Quiet pieces", "guessed", "yumi", AT)},
        LATER: {("Ring 53", "stated", "yumi", LATER), ("Quiet pieces", "guessed", "yumi", AT)},
    }


def test_z16_what_a_fact_was_taken_from_can_be_shown(helene, camille):
    fact = noting.note(
        client=helene, kind="stone", words="Opals", sentence="She said opals bring luck", by=by(camille), at=AT
    )
    assert (fact.sentence, fact.noted_in.act, fact.noted_in.by) == (
        "She said opals bring luck",
        "clients.fact_noted",
        camille,
    )
    noting.withdraw(fact=fact, by=by(camille), at=AT, reason="mistake")
    assert not Fact.objects.held(LATER).exists()


def test_z16_what_is_entered_by_hand_is_kept_field_by_field(helene):
    introducing.describe(client=helene, changes={"city": "Lyon"}, by=THE_HOUSE, at=AT)
    entries = ClientEntry.objects.filter(client=helene, field="city").order_by("known_from")
    assert [(entry.value, entry.known_from) for entry in entries] == [("Paris", OPENED), ("Lyon", AT)]
    detail = Detail.objects.get(line=Line.objects.get(act="clients.described"))
    assert sealing.opened(detail) == {"before": {"city": "Paris"}, "after": {"city": "Lyon"}}


def test_z34_nobody_becomes_a_buyer_by_being_entered(mail, camille):
    child = introducing.introduce(
        person=introducing.Person(given="Bianca"), boutique=mail, minor=True, by=THE_HOUSE, at=AT
    )
    met = people.client(cast.AMARA)
    assert [(each.buys, each.influences) for each in (child, met)] == [(None, None)] * 2
    introducing.describe(client=met, changes={"buys": False, "influences": True}, by=by(camille), at=AT)
    told = Client.objects.get(id=met.id)
    assert (told.buys, told.influences) == (False, True)
    with pytest.raises(introducing.CannotIntroduce, match="nothing called score"):
        introducing.describe(client=met, changes={"score": 9}, by=by(camille), at=AT)
