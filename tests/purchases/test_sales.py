"""A sale as a fact: who, what, at which price, what came back, and what is counted from it (U-1 to U-11, H-5)."""

from decimal import Decimal

import pytest

from carnet.clients.actions import households
from carnet.clients.kinds import Certainty, HouseholdRole
from carnet.kit.money import Money
from carnet.products.actions import cataloguing, ownership
from carnet.purchases import queries
from carnet.purchases.actions import meaning, recording, returning
from carnet.purchases.kinds import MeaningKind, SaleKind, SaleRoleKind
from carnet.purchases.models import Correction, Line, Meaning, Return, Sale, SaleRole
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.people import THE_HOUSE, by

AT = paris("2025-03-04")
LATER = paris("2025-09-01")


def euros(amount):
    return Money(Decimal(amount), "EUR")


def spent(client, at, since=None):
    return queries.spend([client.id], at, since).get(client.id, [])


def bring_back(sold, amount, on, quantity=1):
    return returning.return_line(
        line=story.only_line(sold), quantity=quantity, amount=Decimal(amount), happened_at=on, by=THE_HOUSE, at=on
    )


def test_z09_a_sum_has_its_currency_and_two_currencies_are_never_one_sum(paolo):
    story.sale(paolo, cast.MERIDIEN, on=AT)
    story.sale(paolo, cast.STRAP, cast.CLAIR, on=AT)
    story.sale(paolo, cast.LUNE_PENDANT, on=AT, currency="JPY")
    assert spent(paolo, AT) == [euros(13_005), Money(Decimal(3_900), "JPY")]


def test_z09_what_came_back_and_what_was_cancelled_is_taken_off_from_its_day_on(paolo):
    watch, strap = story.sale(paolo, cast.MERIDIEN, on=AT), story.sale(paolo, cast.STRAP, on=AT)
    bring_back(watch, 12_400, paris("2025-03-20"))
    recording.cancel(sale=strap, by=THE_HOUSE, at=paris("2025-03-25"), reason="mistake")
    days = ("2025-03-03", "2025-03-05", "2025-03-21", "2025-03-26")
    assert [spent(paolo, paris(day)) for day in days] == [[], [euros(12_820)], [euros(420)], [euros(0)]]


def test_z09_a_line_is_quantity_times_price_less_discount_to_the_last_decimal(paolo, mail):
    bought = [
        recording.Bought(people.reference(cast.CLAIR), Decimal("185.10"), quantity=3, discount=Decimal("55.53")),
        recording.Bought(people.reference(cast.STRAP), Decimal("0.1"), quantity=3),
    ]
    sold = recording.record(
        client=paolo, boutique=mail, currency="EUR", bought=bought, happened_at=AT, by=THE_HOUSE, at=AT
    )
    assert [each.total for each in Line.objects.filter(sale=sold).order_by("position")] == [
        Decimal("499.77"),
        Decimal("0.3"),
    ]
    assert spent(paolo, AT) == [euros("500.07")]


def test_z09_a_corrected_line_counts_once_and_as_it_was_known(paolo):
    line = story.only_line(story.sale(paolo, cast.MERIDIEN, on=AT))
    Line.objects.filter(id=line.id).update(superseded_at=LATER)
    Line.objects.create(
        key=line.key, sale=line.sale, position=0, reference=line.reference, quantity=1, unit_price=10_000, total=10_000,
        known_from=LATER, noted_in=line.noted_in,
    )  # fmt: skip
    assert [spent(paolo, at) for at in (AT, LATER)] == [[euros(12_400)], [euros(10_000)]]


def test_h5_the_last_twelve_months_are_counted_from_that_day_and_by_home(paolo, helene):
    home = households.found(name="The Marchettis", by=THE_HOUSE, at=people.OPENED)
    for client, role in ((paolo, HouseholdRole.PRIMARY), (helene, HouseholdRole.SPOUSE)):
        households.join(household=home, client=client, role=role, by=THE_HOUSE, at=people.OPENED)
    story.sale(paolo, cast.MERIDIEN, on=paris("2024-02-01"))
    story.sale(helene, cast.STRAP, on=AT)
    assert queries.household_spend(home, AT) == [euros(12_820)]
    assert queries.household_spend(home, AT, since=paris("2024-03-04")) == [euros(420)]
    households.leave(membership=helene.memberships.get(), by=THE_HOUSE, at=paris("2025-06-01"))
    assert queries.household_spend(home, LATER) == [euros(12_400)]


def test_u1_a_sale_says_who_where_when_what_and_at_which_price(paolo, mail):
    sold = story.sale(paolo, cast.MERIDIEN, on=AT, words="For his fiftieth")
    kept = Sale.objects.get()
    line = story.only_line(sold)
    assert (kept.client, kept.boutique, kept.happened_at, kept.currency) == (paolo, mail, AT, "EUR")
    assert (kept.tax_included, kept.words) == (True, "For his fiftieth")
    assert (line.reference.sku, line.quantity, line.unit_price, line.discount, line.total) == (
        "VC-MER-38", 1, 12_400, 0, 12_400,
    )  # fmt: skip


def test_u1_a_sale_may_name_the_very_piece(paolo, mail):
    piece = ownership.receive(reference=people.reference(cast.MERIDIEN), serial="M38-1", by=THE_HOUSE, at=AT)
    bought = [recording.Bought(piece.reference, Decimal(12_400), piece=piece)]
    sold = recording.record(
        client=paolo, boutique=mail, currency="EUR", bought=bought, happened_at=AT, by=THE_HOUSE, at=AT
    )
    assert story.only_line(sold).piece == piece


def test_z20_who_did_what_at_a_sale_is_said_by_part_and_may_be_nobody(paolo, camille, yumi):
    parts = [(camille, SaleRoleKind.ASSISTED), (yumi, SaleRoleKind.RANG_UP), (camille, SaleRoleKind.INTRODUCED)]
    served = story.sale(paolo, cast.MERIDIEN, on=AT, roles=parts)
    online = story.sale(paolo, cast.STRAP, on=AT)
    told = SaleRole.objects.order_by("kind").values_list("sale", "kind", "member")
    assert list(told) == [
        (served.id, "assisted", camille.id),
        (served.id, "introduced", camille.id),
        (served.id, "rang_up", yumi.id),
    ]
    assert not online.roles.exists()


def test_z20_no_sale_and_no_line_has_a_column_for_credit():
    for model in (Sale, Line, Return):
        names = {field.name for field in model._meta.get_fields()}
        assert not names & {"advisor", "member", "seller", "credit", "credited_to", "commission"}


def test_u6_u7_what_it_meant_is_said_by_somebody_and_revised_never_erased(paolo, camille, yumi):
    sold = story.sale(paolo, cast.MERIDIEN, on=AT)
    meaning.say(
        sale=sold,
        kind=MeaningKind.CELEBRATION,
        words="A promotion, I think",
        certainty=Certainty.GUESSED,
        by=by(yumi),
        at=AT,
    )
    meaning.say(
        sale=sold, kind=MeaningKind.FAREWELL, words="His father's last birthday", certainty=Certainty.STATED,
        by=by(camille), at=LATER,
    )  # fmt: skip
    told = [queries.meaning_of(sold, at) for at in (paris("2025-03-03"), AT, LATER)]
    assert [each and (each.kind, each.certainty, each.said_by) for each in told] == [
        None, ("celebration", "guessed", yumi), ("farewell", "stated", camille),
    ]  # fmt: skip
    assert Meaning.objects.count() == 2


def test_u10_a_sale_put_right_keeps_what_stood_before(paolo, helene, camille):
    sold = story.sale(None, cast.MERIDIEN, on=AT, roles=[(camille, SaleRoleKind.ASSISTED)])
    recording.identify(sale=sold, client=paolo, by=by(camille), at=LATER)
    recording.identify(sale=sold, client=helene, by=by(camille), at=LATER)
    told = Correction.objects.order_by("id").values_list("before", "after")
    assert list(told) == [
        ({"client_id": None}, {"client_id": str(paolo.id)}),
        ({"client_id": str(paolo.id)}, {"client_id": str(helene.id)}),
    ]
    assert (Sale.objects.get().client, SaleRole.objects.get().member) == (helene, camille)


def test_u10_cancelled_it_stays_on_record_and_twice_is_once(paolo):
    sold = story.sale(paolo, cast.MERIDIEN, on=AT)
    for at in (LATER, paris("2025-10-01")):
        recording.cancel(sale=sold, by=THE_HOUSE, at=at, reason="mistake")
    assert Sale.objects.get().cancelled_at == LATER
    assert Correction.objects.count() == 1


def test_u11_more_than_was_sold_does_not_come_back(paolo):
    sold = story.sale(paolo, cast.MERIDIEN, on=AT)
    bring_back(sold, 12_400, LATER)
    with pytest.raises(returning.CannotReturn, match="1 were sold and 1 came back already: 1 more cannot"):
        bring_back(sold, 1, LATER)
    assert Return.objects.count() == 1


def test_u11_an_exchange_is_something_back_and_something_sold(paolo):
    bring_back(story.sale(paolo, cast.LUNE_PENDANT, on=AT), 3_900, LATER)
    story.sale(paolo, cast.LUNE_EARRINGS, on=LATER)
    assert spent(paolo, LATER) == [euros(5_200)]
    assert [each.sku for each in queries.owned_by(paolo, LATER)] == ["VC-LUN-E"]


def test_u11_a_deposit_is_kept_and_is_no_spending_and_a_special_order_is(paolo):
    story.sale(paolo, cast.RIVIERE, on=AT, kind=SaleKind.DEPOSIT)
    assert spent(paolo, AT) == []
    story.sale(paolo, cast.AUBE_SOLITAIRE, on=AT, kind=SaleKind.SPECIAL_ORDER)
    assert spent(paolo, AT) == [euros(24_600)]
    assert set(Sale.objects.values_list("kind", flat=True)) == {"deposit", "special_order"}


def test_what_she_has_is_read_as_of_that_day(paolo, mail):
    pair = recording.record(
        client=paolo, boutique=mail, currency="EUR", happened_at=AT, by=THE_HOUSE, at=AT,
        bought=[recording.Bought(people.reference(cast.STRAP), Decimal(420), quantity=2)],
    )  # fmt: skip
    watch = story.sale(paolo, cast.MERIDIEN, on=AT)
    bring_back(pair, 420, paris("2025-03-10"))
    bring_back(pair, 420, paris("2025-03-20"))
    recording.cancel(sale=watch, by=THE_HOUSE, at=paris("2025-03-25"), reason="mistake")
    days = ("2025-03-03", "2025-03-05", "2025-03-11", "2025-03-21", "2025-03-26")
    assert [[each.sku for each in queries.owned_by(paolo, paris(day))] for day in days] == [
        [], ["VC-STR-GR", "VC-MER-38"], ["VC-STR-GR", "VC-MER-38"], ["VC-MER-38"], [],
    ]  # fmt: skip


def test_what_is_used_up_or_a_charge_is_no_piece_of_hers(paolo):
    postage = cataloguing.catalogue(brand="Vauclair", sku="POST", name="Postage", kind="charge", by=THE_HOUSE, at=AT)
    story.sale(paolo, cast.CLAIR, on=AT)
    line = story.only_line(story.sale(paolo, cast.STRAP, on=AT))
    Line.objects.filter(id=line.id).update(reference=postage)
    assert queries.owned_by(paolo, LATER) == []
