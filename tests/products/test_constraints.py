"""What the database keeps of references and of pieces, whoever writes to it."""

from decimal import Decimal

import pytest
from django.db import InternalError, transaction

from carnet.kit import db as rows
from carnet.products.actions import examining, ownership
from carnet.products.kinds import Finding, OwnedBy, ProvenanceKind
from carnet.products.models import Brand, Price
from tests import cast
from tests.conftest import paris
from tests.factories.broken import again, change, refused
from tests.factories.people import THE_HOUSE, reference

AT = paris("2025-03-04")
NEVER = rows.between(AT, AT)


def test_a_mark_is_one_row(meridien):
    with refused("products_brand_name_key"):
        again(Brand.objects.get())


def test_a_sku_is_one_reference_within_its_brand_and_another_brands_too(meridien):
    with refused("products_reference_sku_once_per_brand"):
        again(meridien, name="Another watch")
    again(meridien, brand=Brand.objects.create(name="Atelier Nord"))


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("products_reference_kind_known", {"kind": "thing"}),
        ("products_reference_making_known", {"making": "soon"}),
        ("products_reference_only_consumables_run_out", {"runs_out_after_days": 90}),
    ],
)
def test_a_reference_is_of_a_kind_and_only_what_is_used_up_runs_out(meridien, constraint, fields):
    with refused(constraint):
        change(meridien, **fields)


def test_a_scent_runs_out(vauclair):
    change(reference(cast.CLAIR), runs_out_after_days=90)


def test_a_piece_bears_the_brand_of_its_reference(watch):
    with refused("products_piece_brand_of_its_reference"):
        change(watch, brand=Brand.objects.create(name="Atelier Nord"))


def test_the_pair_a_piece_points_to_cannot_be_taken_away(db):
    with pytest.raises(InternalError, match="products_piece_brand_of_its_reference"), transaction.atomic():
        rows.execute('alter table products_reference drop constraint "products_reference_with_brand"')


def test_two_pieces_of_one_brand_bear_two_serials_and_many_bear_none(watch):
    with refused("products_piece_serial_once_per_brand"):
        again(watch)
    again(watch, serial="")
    again(watch, serial="")


def test_a_reference_has_one_price_at_a_time_in_each_currency(meridien):
    price = Price.objects.get(reference=meridien)
    with refused("products_price_one_at_a_time"):
        again(price, amount=Decimal(13_000), period=rows.since(AT))
    again(price, amount=Decimal(2_000_000), currency="JPY")


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("products_price_kind_known", {"kind": "secret"}),
        ("products_price_period_real", {"period": NEVER}),
        ("products_price_not_negative", {"amount": Decimal(-1)}),
    ],
)
def test_a_price_is_a_price(meridien, constraint, fields):
    with refused(constraint):
        change(Price.objects.get(reference=meridien), **fields)


def test_a_piece_has_one_owner_at_a_time_who_is_known_or_described(watch, antoine, helene):
    his = ownership.pass_on(piece=watch, client=antoine, how=OwnedBy.BOUGHT, by=THE_HOUSE, at=AT)
    with refused("products_ownership_one_owner"):
        again(his, client=helene, period=rows.since(paris("2025-06-01")))
    with refused("products_ownership_by_someone"):
        change(his, client=None)
    with refused("products_ownership_by_someone"):
        change(his, owner_words="A private collection, Lyon")
    with refused("products_ownership_how_known"):
        change(his, how="found")
    with refused("products_ownership_period_real"):
        change(his, period=NEVER)


def test_a_paper_goes_with_a_piece_once(watch):
    paper = examining.keep_document(
        piece=watch, kind="certificate", issuer="Laboratoire du Mail", number="77", by=THE_HOUSE, at=AT
    )
    with refused("products_document_once_per_piece"):
        again(paper, kind="copy")
    change(paper, number="")
    again(paper, number="")


def test_provenance_and_examinations_say_what_and_by_whom(watch):
    sold = ownership.note_provenance(
        piece=watch,
        kind=ProvenanceKind.AUCTION,
        words="Sold in Geneva, lot 12",
        happened_at=paris("2021-11-08"),
        by=THE_HOUSE,
        at=AT,
    )
    seen = examining.examine(
        piece=watch, finding=Finding.AUTHENTIC, examiner="Atelier", happened_at=AT, by=THE_HOUSE, at=AT
    )
    with refused("products_provenanceentry_kind_known"):
        change(sold, kind="rumour")
    with refused("products_provenanceentry_in_words"):
        change(sold, words="")
    with refused("products_examination_finding_known"):
        change(seen, finding="maybe")
    with refused("products_examination_by_someone"):
        change(seen, examiner="")
