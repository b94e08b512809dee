"""An import is taken back whole; what was done since stays, and is listed."""

from __future__ import annotations

import datetime as dt

import pytest
from django.apps import apps
from django.db import connection

from carnet.books import queries as books
from carnet.clients.actions import introducing
from carnet.clients.models import Client, Fact
from carnet.consent.models import Permission
from carnet.house.actions import recognising
from carnet.house.models import StaffName
from carnet.integrations.files import reporting
from carnet.integrations.files.actions import undoing
from carnet.integrations.files.models import Import, RefusedRow, SourceRow
from carnet.occasions.models import Occasion
from carnet.products.models import Reference
from carnet.purchases.models import Line, Return, Sale
from tests.factories import exports, people, story
from tests.integrations.files.test_people import HELENE, PAOLO
from tests.integrations.files.test_sales import EARRINGS, sold

pytestmark = pytest.mark.django_db
LATER = exports.TODAY + dt.timedelta(days=1)
REMEMBERED = {
    "house_staffname",
    "house_placename",
    "products_brand",
    "clients_contactpoint",
    "files_import",
    "journal_line",
}
"""What an undone import leaves on purpose: names asked about, words that compare, and the record that it was here."""


def everything() -> dict[str, int]:
    """How many rows each table of the house holds."""
    tables = sorted({model._meta.db_table for model in apps.get_models() if model.__module__.startswith("carnet.")})
    counts = {}
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'select count(*) from "{table}"')
            counts[table] = cursor.fetchone()[0]
    return {table: count for table, count in counts.items() if table not in REMEMBERED}


def take_back(made: Import, at: dt.datetime = LATER) -> undoing.Stayed:
    return undoing.undo(made=made, by=exports.THE_COMMAND, at=at)


def test_sales_taken_back_leave_nothing(bring):
    before = everything()
    made = bring(
        sold(Seller="CA"), sold(**EARRINGS), sold(Order="C9", Quantity=-1, Date="2026-02-01"), sold(Quantity=0)
    )
    assert (SourceRow.objects.count(), RefusedRow.objects.count(), Return.objects.count()) == (3, 1, 1)
    stayed = take_back(made)
    assert everything() == before
    assert (stayed.clients, stayed.sales, stayed.references) == ([], [], [])
    assert reporting.stayed(made, stayed) == ["“export.csv” was taken back."]


def test_people_taken_back_leave_nothing(bring, camille):
    before = everything()
    made = bring({**HELENE, "Advisor": "camille", "Accepts Email Marketing": "no"}, {**PAOLO, "Advisor": "CA"})
    recognising.recognise_person(
        staff_name=StaffName.objects.get(name="CA"), member=camille, by=people.THE_HOUSE, at=LATER
    )
    assert books.book_of(advisor=camille, as_of=LATER).count() == 2
    take_back(made, LATER + dt.timedelta(hours=1))
    assert everything() == before


def test_what_a_second_export_corrected_stands_again_as_the_first_had_it(bring):
    bring(sold(), {**sold(Order="S-2"), "Note": "gift wrap"})
    bring(HELENE, name="people.csv", source="file")
    first = [list(model.objects.order_by("id").values()) for model in (Line, Sale, Fact, Occasion, Client)]
    sales = bring(sold(Price="4000.00"), {**sold(Order="S-2"), "Note": "engraved"}, at=LATER)
    persons = bring({**HELENE, "Tags": "ring-54", "Last Name": "Roux"}, name="people.csv", source="file", at=LATER)
    assert Client.objects.get().family == "Roux"
    take_back(persons, LATER + dt.timedelta(hours=1))
    take_back(sales, LATER + dt.timedelta(hours=2))
    assert [list(model.objects.order_by("id").values()) for model in (Line, Sale, Fact, Occasion, Client)] == first


def test_later_work_stays_and_is_listed(bring, camille):
    made = bring(sold(), sold(**{"Order": "S-2", "Customer ID": "C-2", "Customer Name": "Paolo Marchetti"}))
    her = Client.objects.get(display="Hélène Marchetti")
    story.visit(her, to=camille, on=LATER)
    stayed = take_back(made, LATER + dt.timedelta(hours=1))
    assert list(Client.objects.all()) == stayed.clients == [her]
    assert not Sale.objects.exists()
    assert reporting.stayed(made, stayed) == [
        "“export.csv” was taken back.", "These people stay, because work was done for them since:", "  Hélène Marchetti",
    ]  # fmt: skip


def test_a_sale_somebody_worked_on_stays_whole(bring, camille):
    made = bring(sold(), sold(Order="S-2", **EARRINGS))
    story.gift(Sale.objects.get(external_id="S-1"), to=None, on=LATER)
    stayed = take_back(made, LATER + dt.timedelta(hours=1))
    assert [sale.external_id for sale in stayed.sales] == ["S-1"]
    assert [(line.sale.external_id, line.reference.sku) for line in Line.objects.all()] == [("S-1", "VC-LUN-P")]
    assert [str(client) for client in stayed.clients] == ["Hélène Marchetti"]
    assert Reference.objects.get().sku == "VC-LUN-P"
    told = reporting.stayed(made, stayed)
    assert "These sales stay, because work was done on them since:" in told


def test_a_name_entered_by_a_colleague_outlives_the_import(bring, camille):
    made = bring(HELENE)
    her = Client.objects.get()
    introducing.describe(client=her, changes={"display": "Mme Roux"}, by=people.by(camille), at=LATER)
    stayed = take_back(made, LATER + dt.timedelta(hours=1))
    her.refresh_from_db()
    assert (str(her), stayed.clients) == ("Mme Roux", [her])


def test_what_an_earlier_import_brought_is_not_taken_back_with_a_later_one(bring):
    bring(sold())
    later = bring(sold(), sold(Order="S-2"), at=LATER)
    take_back(later, LATER + dt.timedelta(hours=1))
    assert [sale.external_id for sale in Sale.objects.all()] == ["S-1"]
    assert SourceRow.objects.count() == 1


def test_it_is_taken_back_once(bring):
    made = bring(sold())
    take_back(made)
    with pytest.raises(undoing.AlreadyUndone, match="was already taken back: there is nothing left to undo"):
        take_back(made)


def test_what_was_taken_back_can_come_in_again(bring):
    made = bring(sold())
    first = Sale.objects.get().id
    take_back(made)
    bring(sold(), at=LATER + dt.timedelta(hours=1))
    assert Sale.objects.get().id == first, "Ids derive from the source and its own: two houses agree on them."


def test_the_consequences_are_told_before_anything_is_taken_back(bring, camille):
    made = bring(sold(), sold(**{"Order": "S-2", "Customer ID": "C-2", "Customer Name": "Paolo Marchetti"}))
    story.visit(Client.objects.get(display="Hélène Marchetti"), to=camille, on=LATER)
    before = everything()
    stayed = undoing.rehearse(made=made, by=exports.THE_COMMAND, at=LATER)
    assert [str(client) for client in stayed.clients] == ["Hélène Marchetti"]
    assert everything() == before
    made.refresh_from_db()
    assert made.undone_in_id is None


def test_permissions_it_brought_go_and_those_given_here_stay(bring):
    made = bring({**HELENE, "Accepts Email Marketing": "no"})
    story.yes(Client.objects.get(), on=LATER)
    take_back(made, LATER + dt.timedelta(hours=1))
    assert [permission.answer for permission in Permission.objects.all()] == ["yes"]
