"""A till's export comes in: once, twice, with a day more; returns find their sale; nobody's word is overwritten."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal

import pytest
from django.db.models import Sum

from carnet.books import queries as books
from carnet.clients.actions import introducing
from carnet.clients.models import Client, KnownAt
from carnet.integrations.files.models import SourceRow
from carnet.interactions.kinds import EncounterKind
from carnet.purchases.models import Correction, Line, Return, Sale
from carnet.purchases.queries import owned_by
from tests import cast
from tests.factories import exports, people, story

pytestmark = pytest.mark.django_db
TILL = {"Order": "S-1", "Customer ID": "C-1", "Customer Name": "Hélène Marchetti", "Date": "2026-01-10 11:00",
        "SKU": "VC-LUN-P", "Item": "Lune pendant", "Quantity": 1, "Price": "3900.00"}  # fmt: skip
EARRINGS = {"SKU": "VC-LUN-E", "Item": "Lune earrings", "Price": "5200.00"}


def sold(**said):
    return {**TILL, **said}


def standing(model):
    return model.objects.filter(superseded_at__isnull=True)


def test_a_sale_becomes_a_sale_and_a_story(bring):
    made = bring(sold(), sold(**EARRINGS), sold(**{"Order": "S-2", "Customer ID": "", "Customer Name": ""}))
    her = Client.objects.get()
    assert (str(her), her.happened_at) == ("Hélène Marchetti", dt.datetime(2026, 1, 10, 10, 0, tzinfo=dt.UTC))
    bought = [(line.reference.sku, line.quantity, line.total) for line in Line.objects.order_by("position")]
    assert bought[:2] == [("VC-LUN-P", 1, Decimal(3900)), ("VC-LUN-E", 1, Decimal(5200))]
    assert {sale.external_id: sale.client_id for sale in Sale.objects.all()} == {"S-1": her.id, "S-2": None}
    assert made.counts["people"] == {"new": 1, "changed": 0, "same": 0}
    assert (made.counts["sales"]["new"], made.counts["lines"]["new"], made.counts["refused"]) == (2, 3, 0)


def test_what_an_import_brings_is_known_from_when_it_happened_and_said_by_the_import(bring):
    made = bring(sold())
    line = Line.objects.get()
    assert line.known_from == Sale.objects.get().happened_at < made.known_from
    assert line.noted_in.via == "import"


def test_the_same_file_twice_changes_nothing(bring):
    rows = [sold(), sold(**EARRINGS), sold(Order="S-2", Quantity=-1, Date="2026-02-01 10:00")]
    bring(*rows)
    before = {
        model: list(model.objects.order_by("id").values()) for model in (Client, Sale, Line, Return, SourceRow, KnownAt)
    }
    again = bring(*rows, at=exports.TODAY + dt.timedelta(days=1))
    assert {model: list(model.objects.order_by("id").values()) for model in before} == before
    nothing = {"new": 0, "changed": 0}
    assert again.counts["people"] == {"new": 0, "changed": 0, "same": 1}
    assert again.counts["sales"] == again.counts["lines"] == nothing
    assert again.counts["returns"] == nothing | {"matched": 0, "unmatched": 0}


def test_tomorrows_overlapping_export_updates_and_never_duplicates(bring):
    bring(sold(), sold(Order="S-2", Date="2026-01-20 15:00", **EARRINGS))
    made = bring(
        sold(Order="S-2", Date="2026-01-20 15:00", **EARRINGS | {"Price": "5000.00"}),
        sold(Order="S-3", Date="2026-01-21 09:00"),
        at=exports.TODAY + dt.timedelta(days=1),
    )
    assert sorted(Sale.objects.values_list("external_id", flat=True)) == ["S-1", "S-2", "S-3"]
    assert [line.total for line in standing(Line).filter(sale__external_id="S-2")] == [Decimal(5000)]
    assert Line.objects.filter(sale__external_id="S-2").count() == 2, "What stood before is superseded, not rewritten."
    assert (made.counts["sales"]["new"], made.counts["lines"]) == (1, {"new": 1, "changed": 1})


def test_a_line_that_the_export_no_longer_has_stays(bring):
    """Tomorrow's export may begin later: silence is no correction."""
    bring(sold(), sold(**EARRINGS))
    bring(sold(), at=exports.TODAY + dt.timedelta(days=1))
    assert standing(Line).count() == 2


def test_what_a_colleague_entered_stands_above_the_export(bring, camille):
    bring(sold())
    her = Client.objects.get()
    introducing.describe(
        client=her, changes={"display": "Hélène Marchetti-Roux"}, by=people.by(camille), at=exports.TODAY
    )
    again = bring(
        sold(**{"Customer Name": "H. Marchetti", "Date": "2026-02-20 10:00", "Order": "S-9"}),
        at=exports.TODAY + dt.timedelta(days=1),
    )
    her.refresh_from_db()
    assert her.display == "Hélène Marchetti-Roux"
    assert again.counts["people"]["new"] == 0


def test_the_same_source_id_is_the_same_person_and_another_source_is_another(bring):
    bring(sold())
    bring(sold(Order="S-5"), name="later.csv")
    assert Client.objects.count() == 1
    bring(sold(Order="S-6"), source="other till")
    assert Client.objects.count() == 2


def test_an_order_keeps_a_correction_that_the_export_makes_to_its_own_fields(bring):
    bring(sold(Note="gift wrap"))
    bring(sold(Note="engraved"), at=exports.TODAY + dt.timedelta(days=1))
    assert Sale.objects.get().words == "engraved"
    kept = Correction.objects.get()
    assert (kept.before["words"], kept.after["words"]) == ("gift wrap", "engraved")


class TestReturns:
    def back(self, **said):
        return sold(**{"Order": "C10", "Quantity": -1, "Date": "2026-02-10 12:00"} | said)

    def test_a_return_goes_to_the_latest_earlier_sale_of_that_reference(self, bring):
        made = bring(
            sold(), sold(Order="S-2", Date="2026-01-20 10:00"), sold(Order="S-3", Date="2026-02-20 10:00"), self.back()
        )
        assert Return.objects.get().line.sale.external_id == "S-2"
        assert made.counts["returns"] == {"new": 1, "changed": 0, "matched": 1, "unmatched": 0}

    def test_a_return_that_fits_no_sale_is_kept_unmatched_and_both_are_counted(self, bring):
        made = bring(
            sold(),
            self.back(),
            self.back(Order="C11", **EARRINGS),
            self.back(Order="C12", Date="2026-01-01 10:00"),
            self.back(**{"Order": "C13", "Customer ID": "C-2", "Customer Name": "Paolo Marchetti"}),
        )
        assert made.counts["returns"] == {"new": 4, "changed": 0, "matched": 1, "unmatched": 3}
        assert Return.objects.filter(line__isnull=True).count() == 3

    def test_a_return_finds_its_sale_when_the_sale_comes_later(self, bring):
        bring(self.back())
        assert Return.objects.get().line_id is None
        bring(sold(), name="earlier.csv")
        assert Return.objects.get().line.sale.external_id == "S-1"

    def test_refunds_net_out(self, bring):
        bring(sold(Quantity=2), sold(**EARRINGS), self.back(Quantity=-2))
        bought = standing(Line).aggregate(sum=Sum("total"))["sum"]
        back = standing(Return).aggregate(sum=Sum("amount"))["sum"]
        assert (bought, back, bought - back) == (Decimal(13000), Decimal(7800), Decimal(5200))

    def test_who_brought_everything_back_owns_nothing_of_it(self, bring):
        bring(sold(), sold(**EARRINGS), self.back())
        assert [piece.name for piece in owned_by(Client.objects.get(), exports.TODAY)] == ["Lune earrings"]


class TestWhose:
    def test_without_an_advisor_they_stay_in_the_boutiques_book(self, bring, mail, camille, ines):
        bring(sold())
        her = Client.objects.get()
        assert list(books.boutiques_book(boutique=mail, as_of=exports.TODAY)) == [her]
        assert not books.book_of(advisor=camille, as_of=exports.TODAY).exists()

    def test_the_boutiques_book_is_the_managers_morning(self, bring, mail, camille, ines):
        from carnet.outreach.queries import days

        bring(sold(Date="2026-02-28 11:00"))
        seen = {
            member: [str(each.client) for each in days.seen(member, mail, exports.TODAY.date(), now=exports.TODAY).suggestions]
            for member in (camille, ines)
        }  # fmt: skip
        assert seen == {camille: [], ines: ["Hélène Marchetti"]}

    def test_the_seller_and_the_shop_are_asked_once_and_then_stand_on_every_sale(self, bring, mail, camille):
        from carnet.house.actions import recognising
        from carnet.house.models import PlaceName, StaffName
        from carnet.purchases.models import SaleRole

        ginza = people.boutique(cast.GINZA)
        first = bring(
            sold(Seller="CA", Store="Shop 2", Currency="EUR"), sold(Seller="Camille Aubry", Order="S-2", Currency="EUR")
        )
        assert (first.counts["unknown_people"], first.counts["unknown_places"]) == (1, 1)
        again = bring(sold(Seller="CA", Store="Shop 2", Order="S-3", Currency="EUR"))
        assert StaffName.objects.filter(answered_at__isnull=True).count() == 1, "Asked once, not once per file."
        assert again.counts["unknown_people"] == 1
        recognising.recognise_person(
            staff_name=StaffName.objects.get(name="CA"), member=camille, by=people.THE_HOUSE, at=exports.TODAY
        )
        recognising.recognise_place(
            place_name=PlaceName.objects.get(name="Shop 2"), boutique=ginza, by=people.THE_HOUSE, at=exports.TODAY
        )
        assert {role.member for role in SaleRole.objects.all()} == {camille}
        assert {sale.external_id: sale.boutique for sale in Sale.objects.all()} == {
            "S-1": ginza,
            "S-2": mail,
            "S-3": ginza,
        }
        last = bring(sold(Seller="CA", Store="Shop 2", Order="S-4", Currency="EUR"))
        assert (last.counts["unknown_people"], last.counts["unknown_places"]) == (0, 0)
        assert Sale.objects.get(external_id="S-4").boutique == ginza


def test_the_original_row_is_kept_beside_what_it_became(bring):
    made = bring(sold(Item="Lune pendant, “petite” \t modèle"))
    row = SourceRow.objects.get(taken_in=made)
    assert (row.line_number, row.record_kind, row.record_id) == (2, "line", Line.objects.get().key)
    assert dict(zip(made.header, json.loads(row.raw), strict=True))["Item"] == "Lune pendant, “petite” \t modèle"


def test_a_visit_noted_here_is_not_touched_by_any_export(bring, camille):
    bring(sold())
    her = Client.objects.get()
    visit = story.visit(her, to=camille, on=exports.TODAY, words="She loved the earrings.")
    bring(sold(), sold(Order="S-7"), at=exports.TODAY + dt.timedelta(days=1))
    visit.refresh_from_db()
    assert visit.kind == EncounterKind.VISIT
