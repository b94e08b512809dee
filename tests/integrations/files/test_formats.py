"""The exports of the systems a house comes from, in the shapes they write: a sample of each comes in without a word said."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from carnet.clients.models import Candidate, Client, ClientPoint, Fact
from carnet.consent.models import Permission
from carnet.house.models import PlaceName, StaffName
from carnet.integrations.files.reading.recognising import KNOWN
from carnet.occasions.models import Occasion
from carnet.products.models import Price, Reference
from carnet.purchases.models import Line, Return, Sale
from tests import cast
from tests.factories import exports, people

pytestmark = pytest.mark.django_db
TOMORROW = exports.TODAY + dt.timedelta(days=1)


@pytest.fixture
def exported(tmp_path, mail):
    """A file with the whole header of that format, its rows saying what they say, taken in as it is."""

    def write_and_take_in(name: str, *told: dict[str, str], signature: int = 0, **how):
        header = list(
            dict.fromkeys([*KNOWN["formats"][name]["signatures"][signature], *(key for row in told for key in row)])
        )
        made = exports.take_in(exports.sheet(tmp_path / f"{name}.csv", exports.rows(*told, header=header)), **how)
        assert made.options["format"] == name
        return made

    return write_and_take_in


SHOPIFY_CLIENT = {
    "Customer ID": "'7210448301122", "First Name": "Amélie", "Last Name": "Roux", "Email": "amelie.roux@example.test",
    "Accepts Email Marketing": "yes", "Default Address Address1": "8 rue du Mail", "Default Address City": "Paris",
    "Default Address Country Code": "FR", "Default Address Zip": "'75002", "Default Address Phone": "'+33199001234",
    "Accepts SMS Marketing": "no", "Note": "Prefers platinum", "Tags": "vip, ring-52",
}  # fmt: skip
SHOPIFY_ORDER = {
    "Name": "#1001", "Email": "amelie.roux@example.test", "Financial Status": "paid", "Currency": "EUR",
    "Subtotal": "9100.00", "Shipping": "15.00", "Taxes": "1516.67", "Total": "9015.00", "Discount Amount": "100.00",
    "Created at": "2026-01-10 11:00:00 +0100", "Lineitem quantity": "1", "Lineitem name": "Lune pendant",
    "Lineitem price": "3900.00", "Lineitem sku": "VC-LUN-P", "Billing Name": "Amélie Roux", "Billing Country": "FR",
    "Vendor": "Vauclair", "Employee": "Camille Aubry", "Location": "rue du Mail", "Id": "5550001",
}  # fmt: skip
SECOND_LINE = {
    "Name": "#1001", "Email": "amelie.roux@example.test", "Lineitem quantity": "1", "Lineitem name": "Lune earrings",
    "Lineitem price": "5200.00", "Lineitem sku": "VC-LUN-E", "Created at": "2026-01-10 11:00:00 +0100", "Vendor": "Vauclair",
}  # fmt: skip


class TestShopify:
    def test_customers(self, exported):
        exported("shopify_customers", SHOPIFY_CLIENT)
        her = Client.objects.get()
        assert (str(her), her.country, her.city) == ("Amélie Roux", "FR", "Paris")
        assert sorted(her.external_ids.values_list("source", "external_id")) == [
            ("shopify", "7210448301122"), ("shopify", "email:amelie.roux@example.test"),
        ]  # fmt: skip
        assert {(held.point.kind, held.point.value) for held in ClientPoint.objects.all()} == {
            ("email", "amelie.roux@example.test"), ("phone", "+33199001234"), ("post", "8 rue du Mail\n75002 Paris\nFR"),
        }  # fmt: skip
        assert sorted(Permission.objects.values_list("purpose", "channel", "answer")) == [
            ("invitation", "email", "ask"), ("invitation", "sms", "no"),
        ]  # fmt: skip
        assert set(Fact.objects.values_list("kind__code", "words")) == {
            ("note", "Prefers platinum"), ("tag", "vip"), ("tag", "ring-52"),
        }  # fmt: skip

    def test_orders_say_an_orders_own_fields_once(self, exported, camille):
        made = exported("shopify_orders", SHOPIFY_ORDER, SECOND_LINE)
        sale = Sale.objects.get()
        assert (sale.external_id, sale.currency, sale.discount, sale.shipping, sale.tax) == (
            "#1001", "EUR", Decimal(100), Decimal(15), Decimal("1516.67"),
        )  # fmt: skip
        assert sale.happened_at == dt.datetime(2026, 1, 10, 10, 0, tzinfo=dt.UTC)
        assert sorted(line.total for line in Line.objects.all()) == [Decimal(3900), Decimal(5200)]
        assert [role.member for role in sale.roles.all()] == [camille]
        assert (made.counts["unknown_people"], made.counts["unknown_places"]) == (0, 0)

    def test_customers_and_orders_meet_by_their_address_in_either_order(self, exported):
        exported("shopify_orders", SHOPIFY_ORDER)
        exported("shopify_customers", SHOPIFY_CLIENT)
        exported("shopify_orders", {**SHOPIFY_ORDER, "Name": "#1002"})
        her = Client.objects.get()
        assert {sale.client for sale in Sale.objects.all()} == {her}
        assert not Candidate.objects.exists()

    def test_a_refund_is_a_return_beside_the_sale(self, exported):
        exported(
            "shopify_orders",
            SHOPIFY_ORDER | {"Refunded Amount": "3900.00", "Financial Status": "refunded"},
            SECOND_LINE,
        )
        back = Return.objects.get()
        assert (back.sale.external_id, back.amount, back.line_id) == ("#1001", Decimal(3900), None)

    def test_a_cancelled_order_is_cancelled_by_a_later_export(self, exported):
        exported("shopify_orders", SHOPIFY_ORDER)
        exported(
            "shopify_orders",
            SHOPIFY_ORDER | {"Cancelled at": "2026-01-12 09:00:00 +0100"},
            at=exports.TODAY + dt.timedelta(days=1),
        )
        assert Sale.objects.get().cancelled_at == dt.datetime(2026, 1, 12, 8, 0, tzinfo=dt.UTC)

    def test_products_with_their_variants(self, exported):
        exported(
            "shopify_products",
            {"Handle": "lune", "Title": "Lune pendant", "Vendor": "Vauclair", "Type": "Pendants", "Option1 Name": "Metal",
             "Option1 Value": "White gold", "Variant SKU": "VC-LUN-W", "Variant Price": "3900.00"},
            {"Handle": "lune", "Option1 Value": "Rose gold", "Variant SKU": "VC-LUN-R", "Variant Price": "3800.00"},
        )  # fmt: skip
        assert list(Reference.objects.order_by("sku").values_list("sku", "name", "category__code")) == [
            ("VC-LUN-R", "Lune pendant Rose gold", "pendant"), ("VC-LUN-W", "Lune pendant White gold", "pendant"),
        ]  # fmt: skip
        assert sorted(Price.objects.values_list("amount", "currency")) == [
            (Decimal(3800), "EUR"),
            (Decimal(3900), "EUR"),
        ]

    def test_a_new_price_ends_the_old_one(self, exported):
        row = {
            "Handle": "lune",
            "Title": "Lune pendant",
            "Vendor": "Vauclair",
            "Variant SKU": "VC-LUN-P",
            "Variant Price": "3900.00",
        }
        exported("shopify_products", row)
        made = exported("shopify_products", row | {"Variant Price": "4100.00"}, at=TOMORROW)
        now = exports.TODAY + dt.timedelta(days=2)
        assert [price.amount for price in Price.objects.filter(period__contains=now)] == [Decimal(4100)]
        assert (Price.objects.count(), made.counts["references"]) == (2, {"new": 0, "changed": 1, "same": 0})


def test_lightspeed_customers(exported):
    exported("lightspeed_x_customers", {
        "customer_code": "LS-1", "first_name": "Nour", "last_name": "Haddad", "date_of_birth": "08/12/1985",
        "mobile": "+33639980012", "email": "nour.haddad@example.test", "physical_address1": "3 rue des Lilas",
        "physical_city": "Lyon", "physical_postcode": "69001",
        "physical_country_id": "FR", "customer_group_name": "Friends", "note": "Allergic to nickel",
    })  # fmt: skip
    her = Client.objects.get()
    assert (str(her), her.city, her.country) == ("Nour Haddad", "Lyon", "FR")
    assert list(Occasion.objects.values_list("kind__code", "month", "day")) == [("birthday", 12, 8)]
    assert set(Fact.objects.values_list("words", flat=True)) == {"Friends", "Allergic to nickel"}


def test_lightspeed_ecom_customers(exported):
    exported("lightspeed_ecom_customers", {
        "Internal ID": "77", "Firstname": "Sanne", "LastnamePreposition": "van der", "Lastname": "Berg",
        "E-Mail": "sanne@example.test", "Language": "nl", "Streetname": "Keizersgracht", "Number": "1", "Extension": "B",
        "Zipcode": "1015", "City": "Amsterdam", "Country": "NL",
    })  # fmt: skip
    her = Client.objects.get()
    assert (her.family, her.language) == ("van der Berg", "nl")
    assert ClientPoint.objects.get(point__kind="post").raw == "Keizersgracht 1 B\n1015 Amsterdam\nNL"


CONTACT = {
    "Id": "003xx0000012345AAA", "Salutation": "Ms.", "FirstName": "Ingrid", "LastName": "Lindqvist",
    "Email": "ingrid.lindqvist@example.test", "MobilePhone": "+442079460018", "Birthdate": "1985-12-10",
    "MailingStreet": "1 Bond St", "MailingCity": "London",
    "MailingPostalCode": "W1S 1AA", "MailingCountry": "United Kingdom", "Description": "Collects watches", "OwnerId": "005xx01",
    "HasOptedOutOfEmail": "true", "DoNotCall": "false", "CreatedDate": "2024-02-01T09:00:00.000+0000",
    "LastModifiedDate": "2026-01-05T09:00:00.000+0000",
}  # fmt: skip


class TestSalesforce:
    def test_contacts_of_the_data_loader(self, exported):
        made = exported("salesforce_contact_api", CONTACT)
        her = Client.objects.get()
        assert (str(her), her.title, her.gender, her.country) == ("Ingrid Lindqvist", "Ms.", "she", "GB")
        assert her.happened_at == dt.datetime(2024, 2, 1, 9, 0, tzinfo=dt.UTC)
        assert sorted(Permission.objects.values_list("purpose", "channel", "answer")) == [
            ("care", "email", "no"), ("invitation", "email", "no"),
        ]  # fmt: skip
        assert (made.counts["unknown_people"], StaffName.objects.get().name) == (1, "005xx01")

    def test_contacts_of_a_report(self, exported, camille):
        exported("salesforce_contact_report", {
            "Contact ID": "003xx", "First Name": "Ingrid", "Last Name": "Lindqvist", "Contact Owner": "Camille Aubry",
            "Created Date": "2024-02-01", "Birthdate": "1985-12-10", "Email Opt Out": "0", "Do Not Call": "1",
        })  # fmt: skip
        assert sorted(Permission.objects.values_list("purpose", "channel", "answer")) == [
            ("care", "phone", "no"), ("invitation", "phone", "no"),
        ]  # fmt: skip
        assert StaffName.objects.get().member == camille

    def test_what_they_no_longer_opt_out_of_opens_nothing_by_itself(self, exported):
        exported("salesforce_contact_api", CONTACT)
        exported(
            "salesforce_contact_api", CONTACT | {"HasOptedOutOfEmail": "false"}, at=exports.TODAY + dt.timedelta(days=1)
        )
        assert set(Permission.objects.values_list("answer", flat=True)) == {"no"}


def test_any_workbook_comes_in_by_mapping(tmp_path, mail):
    table = [
        ["Wer", "Wann", "Was", "Wieviel"],
        ["Hélène", "10.01.2026", "Lune pendant", "3.900,50"],
        ["Paolo", "21.01.2026", "Lune earrings", "5.200,00"],
    ]
    made = exports.take_in(
        exports.sheet(tmp_path / "book.xlsx", table), kind="sales", source="the old book",
        columns={"client_name": "Wer", "sold_at": "Wann", "item": "Was", "unit_price": "Wieviel", "client_id": "Wer"},
    )  # fmt: skip
    assert (made.options["sheet"], made.options["decimal_mark"], made.options["date_order"]) == ("Export", ",", "dmy")
    assert sorted(line.total for line in Line.objects.all()) == [Decimal("3900.50"), Decimal(5200)]


def test_a_place_that_is_one_of_ours_is_recognised_and_another_asked(exported):
    ginza = people.boutique(cast.GINZA)
    exported(
        "shopify_orders", SHOPIFY_ORDER | {"Location": "ginza"}, SHOPIFY_ORDER | {"Name": "#2", "Location": "Pop-up"}
    )
    assert {place.name: place.boutique for place in PlaceName.objects.all()} == {"ginza": ginza, "Pop-up": None}
