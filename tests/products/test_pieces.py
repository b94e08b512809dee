"""A reference is a model, a piece is an object: P-1 to P-11, and where taking the one for the other goes wrong (Z-6)."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from carnet.kit.money import Money
from carnet.products import queries
from carnet.products.actions import cataloguing, examining, ownership
from carnet.products.kinds import Finding, OwnedBy, ProvenanceKind, ReferenceKind
from carnet.products.models import Brand, Ownership, Piece, Price, Reference
from tests import cast
from tests.conftest import paris
from tests.factories import people
from tests.factories.people import THE_HOUSE, by

AT = paris("2025-03-04")
LATER = paris("2025-09-01")


def test_z06_two_of_one_reference_are_two_pieces_each_with_its_own_serial_year_and_owner(meridien, antoine, helene):
    made = [
        ownership.receive(reference=meridien, serial=serial, year=year, by=THE_HOUSE, at=AT)
        for serial, year in (("M38-0007", 2019), ("M38-0008", 2024))
    ]
    for piece, owner in zip(made, (antoine, helene), strict=True):
        ownership.pass_on(piece=piece, client=owner, how=OwnedBy.BOUGHT, by=THE_HOUSE, at=AT)
    assert Reference.objects.count() == 1
    assert [[each.serial for each in queries.pieces_of(owner, LATER)] for owner in (antoine, helene)] == [
        ["M38-0007"],
        ["M38-0008"],
    ]


def test_z06_a_serial_is_one_piece_within_its_brand_and_another_brands_too(watch):
    other = cataloguing.catalogue(brand="Atelier Nord", sku="N-1", name="Nord", by=THE_HOUSE, at=AT)
    namesake = ownership.receive(reference=other, serial=watch.serial, by=THE_HOUSE, at=AT)
    assert namesake.brand.name == "Atelier Nord"
    strap = people.reference(cast.STRAP)
    with pytest.raises(IntegrityError, match="products_piece_serial_once_per_brand"), transaction.atomic():
        ownership.receive(reference=strap, serial=watch.serial, by=THE_HOUSE, at=AT)


def test_z06_what_a_piece_has_a_reference_has_not():
    columns = [{field.name for field in model._meta.local_fields} for model in (Reference, Piece)]
    assert not columns[0] & {"serial", "year", "owner", "provenance", "authenticated_on"}
    assert not columns[1] & {"price", "colour", "material", "sku", "name"}


def test_p1_p2_p9_a_reference_says_what_all_of_its_kind_have_in_common(vauclair):
    bag = cataloguing.catalogue(
        brand="Vauclair", sku="VC-BAG-1", name="Mail bag", category="leather", line="Mail", colour="chestnut",
        material="Calf, hand-stitched", leather="box calf", hardware="palladium", by=THE_HOUSE, at=AT,
    )  # fmt: skip
    ring = cataloguing.catalogue(
        brand="Vauclair", sku="VC-AUB-9", name="Aube", category="ring", by=THE_HOUSE, at=AT,
        attributes={"metal": "yellow gold", "fineness": 750, "stone": "diamond", "cut": "princess", "carat": "1.21",
                    "style": "solitaire", "size": {"size": 52, "system": "FR"}},
    )  # fmt: skip
    kept = {each.sku: each for each in Reference.objects.select_related("brand", "category")}
    told = kept[bag.sku]
    assert (told.brand.name, told.category.code, told.name, told.sku) == ("Vauclair", "leather", "Mail bag", "VC-BAG-1")
    assert (told.colour, told.leather, told.hardware, told.plate) == ("chestnut", "box calf", "palladium", "bag")
    assert Reference.objects.filter(attributes__metal="yellow gold", attributes__fineness__gte=750).get() == ring
    assert Brand.objects.count() == 1


def test_p3_the_year_of_a_piece_may_be_an_estimate(meridien):
    old = ownership.receive(reference=meridien, year=1964, year_is_estimated=True, by=THE_HOUSE, at=AT)
    kept = Piece.objects.get(id=old.id)
    assert (kept.year, kept.year_is_estimated, kept.serial) == (1964, True, "")


def test_p5_each_day_has_its_price_in_each_currency_and_none_before_the_first(meridien):
    cataloguing.price(reference=meridien, amount=Decimal(12_900), currency="EUR", by=THE_HOUSE, at=AT)
    cataloguing.price(reference=meridien, amount=Decimal(2_100_000), currency="JPY", by=THE_HOUSE, at=LATER)
    days = (paris("2023-12-31"), paris("2025-03-03"), AT, LATER)
    told = [[queries.price_of(meridien, currency=code, as_of=day) for code in ("EUR", "JPY")] for day in days]
    assert told == [
        [None, None],
        [Money(Decimal(12_400), "EUR"), None],
        [Money(Decimal(12_900), "EUR"), None],
        [Money(Decimal(12_900), "EUR"), Money(Decimal(2_100_000), "JPY")],
    ]


def test_p5_a_price_learnt_later_was_not_known_before(meridien):
    Price.objects.filter(reference=meridien).update(known_from=LATER)
    assert queries.price_of(meridien, currency="EUR", as_of=AT) is None


def test_p6_the_last_examination_is_the_status_and_the_others_are_its_history(watch, camille):
    for day, finding, examiner in (
        ("2024-05-02", Finding.INCONCLUSIVE, "Atelier, Paris"),
        ("2025-03-04", Finding.AUTHENTIC, "Laboratoire du Mail"),
    ):
        examining.examine(
            piece=watch, finding=finding, examiner=examiner, happened_at=paris(day), by=by(camille), at=paris(day)
        )
    told = [queries.status_of(watch, paris(day)) for day in ("2024-05-01", "2024-06-01", "2025-03-05")]
    assert [each and (each.finding, each.examiner, each.recorded_by) for each in told] == [
        None, ("inconclusive", "Atelier, Paris", camille), ("authentic", "Laboratoire du Mail", camille),
    ]  # fmt: skip


def test_p6_an_old_finding_told_late_does_not_overrule_a_newer_one(watch):
    examining.examine(piece=watch, finding=Finding.AUTHENTIC, examiner="A", happened_at=AT, by=THE_HOUSE, at=AT)
    examining.examine(
        piece=watch,
        finding=Finding.NOT_AUTHENTIC,
        examiner="B",
        happened_at=paris("2020-01-01"),
        by=THE_HOUSE,
        at=LATER,
    )
    assert queries.status_of(watch, LATER).finding == Finding.AUTHENTIC


def test_p4_p7_p8_a_pre_owned_piece_keeps_its_past_with_its_papers(watch, antoine, helene):
    paper = examining.keep_document(
        piece=watch, kind="certificate", issuer="Laboratoire du Mail", number="77", issued_on=dt.date(2021, 11, 9),
        by=THE_HOUSE, at=AT,
    )  # fmt: skip
    ownership.note_provenance(
        piece=watch, kind=ProvenanceKind.AUCTION, words="Sold in Geneva, lot 12", happened_at=paris("2021-11-08"),
        document=paper, by=THE_HOUSE, at=AT,
    )  # fmt: skip
    ownership.pass_on(
        piece=watch, owner_words="A private collection, Lyon", how=OwnedBy.UNKNOWN, by=THE_HOUSE, at=paris("2022-01-10")
    )
    ownership.pass_on(piece=watch, client=antoine, how=OwnedBy.RESOLD, by=THE_HOUSE, at=AT)
    examining.examine(
        piece=watch, finding=Finding.AUTHENTIC, examiner="Atelier", happened_at=LATER, by=THE_HOUSE, at=LATER
    )
    ownership.pass_on(piece=watch, client=helene, how=OwnedBy.INHERITED, by=THE_HOUSE, at=paris("2026-02-01"))
    told = [
        (link.at.date().isoformat(), link.kind, link.words) for link in queries.chain_of(watch, paris("2026-03-01"))
    ]
    assert told == [
        ("2021-11-08", "auction", "Sold in Geneva, lot 12"),
        ("2021-11-09", "certificate", "Laboratoire du Mail 77"),
        ("2022-01-10", "unknown", "A private collection, Lyon"),
        ("2025-03-04", "resold", "Antoine Renard"),
        ("2025-09-01", "authentic", "Atelier"),
        ("2026-02-01", "inherited", "Hélène Marchetti"),
    ]
    assert [link.kind for link in queries.chain_of(watch, paris("2025-03-05"))] == [
        "auction",
        "certificate",
        "unknown",
        "resold",
    ]


def test_p4_the_same_paper_is_kept_once(watch):
    kept = [
        examining.keep_document(piece=watch, kind="warranty", issuer="Vauclair", number="A1", by=THE_HOUSE, at=AT)
        for _ in range(2)
    ]
    assert kept[0] == kept[1]


def test_p10_the_owner_of_any_day_is_one_and_how_it_came_to_them(watch, antoine, helene):
    ownership.pass_on(piece=watch, client=antoine, how=OwnedBy.BOUGHT, by=THE_HOUSE, at=AT)
    ownership.pass_on(piece=watch, client=helene, how=OwnedBy.GIVEN, by=THE_HOUSE, at=LATER)
    told = [queries.owner_of(watch, paris(day)) for day in ("2025-03-03", "2025-03-05", "2025-09-02")]
    assert [each and (each.client, each.how) for each in told] == [None, (antoine, "bought"), (helene, "given")]
    assert [queries.pieces_of(antoine, day) for day in (AT, LATER)] == [[watch], []]


def test_p10_whose_it_was_before_is_told_before_and_not_after(watch, antoine, helene):
    ownership.pass_on(piece=watch, client=antoine, how=OwnedBy.BOUGHT, by=THE_HOUSE, at=AT)
    Ownership.objects.update(known_from=LATER)
    assert [queries.owner_of(watch, day) and "his" for day in (AT, LATER)] == [None, "his"]


def test_p11_what_is_used_up_says_after_how_long_and_a_piece_never(vauclair):
    scent = cataloguing.catalogue(
        brand="Vauclair", sku="VC-PAR-2", name="Clair, 50 ml", category="fragrance", kind=ReferenceKind.CONSUMABLE,
        runs_out_after_days=120, by=THE_HOUSE, at=AT,
    )  # fmt: skip
    assert Reference.objects.get(id=scent.id).runs_out_after_days == 120
