"""Each system's export is known by its header; any other by what its columns are called, in five languages."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from carnet.integrations.files.kinds import FileKind
from carnet.integrations.files.reading import recognising
from carnet.integrations.files.reading.fields import FIELDS, REQUIRED
from carnet.integrations.files.reading.recognising import KNOWN, normalised, recognise

PEOPLE, SALES, PRODUCTS = FileKind.PEOPLE, FileKind.SALES, FileKind.PRODUCTS
CONTRACT = Path(__file__).parents[3] / "data" / "import-headers"


@pytest.mark.parametrize(
    ("name", "signature"),
    [(name, signature) for name, known in KNOWN["formats"].items() for signature in known["signatures"]],
)
def test_each_format_is_known_by_each_of_its_headers(name, signature):
    found = recognise(signature)
    assert (found.format, found.kind, found.source) == (
        name,
        KNOWN["formats"][name]["kind"],
        KNOWN["formats"][name]["source"],
    )
    assert found.missing == []
    assert found.forbidden == []
    assert found.demand_complete() is found


@pytest.mark.parametrize("name", KNOWN["formats"])
def test_a_format_with_forty_of_a_hundred_columns_gone_is_still_known(name):
    signature = KNOWN["formats"][name]["signatures"][0]
    enough = -(-len(signature) * 6 // 10)
    assert recognise([column.upper() for column in signature[:enough]]).format == name
    assert recognise(signature[: enough - 1]).format != name


def test_every_header_of_the_contract_is_known():
    contract = json.loads((CONTRACT / "formats.json").read_text())["formats"]
    assert contract
    for name, known in contract.items():
        for header in (known["headers"], known.get("headers_new")):
            if header:
                assert recognise(header).format == name
    products = list(CONTRACT.glob("shopify_products_*.header.csv"))
    assert len(products) == 2
    for path in products:
        with path.open(newline="") as file:
            assert recognise(next(csv.reader(file))).format == "shopify_products"


def test_our_copy_names_only_fields_and_columns_that_exist():
    for name, known in KNOWN["formats"].items():
        assert set(known["columns"]) <= set(FIELDS[known["kind"]]), name
        for option in ("inverted", "joined", "fallbacks"):
            assert set(known["options"].get(option, ())) <= set(known["columns"]), name
        fill_down = known["options"].get("fill_down", {"by": next(iter(known["columns"])), "fields": []})
        assert {fill_down["by"], *fill_down["fields"]} <= set(known["columns"]), name
    for kind, synonyms in KNOWN["synonyms"].items():
        assert set(synonyms) <= set(FIELDS[FileKind(kind)])
        assert not [
            name for names in synonyms.values() for name in names if recognising.FORBIDDEN.search(normalised(name))
        ]
    for kind, groups in REQUIRED.items():
        assert all(field in FIELDS[kind] for group in groups for field in group)


def test_a_shopify_customer():
    found = recognise(KNOWN["formats"]["shopify_customers"]["signatures"][0])
    assert found.columns == {
        "external_id": "Customer ID", "given_name": "First Name", "family_name": "Last Name", "email": "Email",
        "phone": "Phone",
        "address1": "Default Address Address1", "address2": "Default Address Address2", "city": "Default Address City",
        "region": "Default Address Province Code", "postcode": "Default Address Zip",
        "country": "Default Address Country Code",
        "consent_email": "Accepts Email Marketing", "consent_sms": "Accepts SMS Marketing", "tags": "Tags",
        "note": "Note",
    }  # fmt: skip
    assert found.options["email_is_identity"] is True
    assert found.options["fallbacks"] == {"phone": ["Default Address Phone"]}
    assert found.unmapped == ["Default Address Company", "Total Spent", "Total Orders", "Tax Exempt"]
    assert found.places["email"] == 3


def test_a_shopify_order_is_said_once_for_all_its_lines():
    found = recognise(KNOWN["formats"]["shopify_orders"]["signatures"][0])
    assert found.columns["sale_id"] == "Name"
    assert found.options["fill_down"]["by"] == "sale_id"
    assert "client_email" in found.options["fill_down"]["fields"]
    assert not {"sku", "item", "quantity", "unit_price", "brand"} & set(found.options["fill_down"]["fields"])


def test_dates_inverted_consents_and_joined_columns_of_each_system():
    def options(name):
        return recognise(KNOWN["formats"][name]["signatures"][0]).options

    assert options("lightspeed_x_customers")["date_order"] == "dmy"
    assert options("the_edge_customers")["date_order"] == "mdy"
    assert "date_order" not in options("salesforce_contact_report")
    assert options("salesforce_contact_api")["inverted"] == ["opted_out_email", "opted_out_phone"]
    assert options("lightspeed_ecom_customers")["joined"]["address1"] == ["Streetname", "Number", "Extension"]


def test_a_job_title_is_not_how_one_addresses_her():
    found = recognise(KNOWN["formats"]["salesforce_contact_report"]["signatures"][0])
    assert found.columns["title"] == "Salutation"
    assert "Title" in found.unmapped
    header = [column for column in found.header if column != "Salutation"]
    assert "title" not in recognise(header).columns


def test_columns_a_house_added_to_a_known_format_are_understood_too():
    found = recognise([*KNOWN["formats"]["the_edge_customers"]["signatures"][0], "Langue", "Ring finger"])
    assert (found.format, found.columns["language"]) == ("the_edge_customers", "Langue")
    assert "Ring finger" in found.unmapped


def test_the_real_shop():
    found = recognise(
        ["Invoice", "StockCode", "Description", "Quantity", "InvoiceDate", "Price", "Customer ID", "Country"]
    )
    assert (found.format, found.kind, found.source, found.unmapped, found.options) == (None, SALES, "file", [], {})
    assert found.columns == {
        "sale_id": "Invoice", "sold_at": "InvoiceDate", "sku": "StockCode", "item": "Description",
        "quantity": "Quantity",
        "unit_price": "Price", "client_id": "Customer ID", "client_country": "Country",
    }  # fmt: skip


@pytest.mark.parametrize(
    "header",
    [
        "Ticket No;Sold at;Item code;Item;Qty;Unit price;Client;Salesperson;Store;Currency",
        "N° facture;Date de vente;Référence;Désignation;Qté;Prix unitaire;Client;Vendeuse;Boutique;Devise",
        "Belegnr.;Datum;Artikelnummer;Bezeichnung;Menge;Einzelpreis;Kunde;Verkäufer;Filiale;Währung",
        "Numero fattura;Data;Codice articolo;Descrizione;Quantità;Prezzo unitario;Cliente;Venditore;Negozio;Valuta",
        "Nº factura;Fecha;Referencia;Descripción;Cantidad;Precio unitario;Cliente;Vendedora;Tienda;Divisa",
    ],
)
def test_sales_in_five_languages(header):
    found = recognise(header.split(";"))
    assert found.kind == SALES
    assert list(found.columns) == [
        "sale_id", "sold_at", "sku", "item", "quantity", "unit_price", "currency", "client_name", "seller", "place",
    ]  # fmt: skip
    assert found.unmapped == []


@pytest.mark.parametrize(
    "header",
    [
        "Customer ID;First name;Last name;Mrs/Mr;E-mail;Mobile;Date of birth;City;Country;Notes",
        "N° client;Prénom;Nom;Civ;Courriel;Portable;Date de naissance;Ville;Pays;Remarques",
        "Kundennummer;Vorname;Nachname;X;E-Mail-Adresse;Handy;Geburtsdatum;Ort;Land;Bemerkung",
        "Codice cliente;Nome;Cognome;X;Posta elettronica;Cellulare;Data di nascita;Città;Paese;Osservazioni",
        "Código cliente;Nombre;Apellidos;X;Correo electrónico;Móvil;Fecha de nacimiento;Ciudad;País;Observaciones",
    ],
)
def test_people_in_five_languages(header):
    found = recognise(header.split(";"))
    assert found.kind == PEOPLE
    assert set(found.columns) == {
        "external_id", "given_name", "family_name", "email", "phone_mobile", "birthday", "city", "country", "note",
    }  # fmt: skip
    assert found.unmapped == [header.split(";")[3]]


def test_products_and_the_same_word_in_each_kind():
    assert recognise(["SKU", "Name", "Price", "Brand", "Couleur", "Description"]).kind == PRODUCTS
    assert recognise(["Name", "Email", "Description"]).columns["note"] == "Description"
    assert recognise(["Invoice", "Date", "SKU", "Price", "Description"]).columns["item"] == "Description"
    assert recognise(["Customer ID", "Email"]).columns["external_id"] == "Customer ID"


def test_what_is_missing_is_asked_for(why_not):
    found = recognise(["Invoice", "Quantity", "Customer ID"], kind=SALES)
    assert found.missing == ["sold_at", "sku|item", "unit_price|total"]
    assert why_not(found.demand_complete) == (
        "missing_column", "No column says when it was sold: name the one that does for the field “sold_at”.",
    )  # fmt: skip
    named = found.with_columns({"sold_at": "Invoice", "item": "Quantity", "total": "customer_id"})
    assert named.missing == []
    assert named.columns["total"] == "Customer ID"


@pytest.mark.parametrize(
    "column",
    [
        "Passport", "Passport No.", "passport_number", "Numéro de passeport", "N° passeport", "Reisepassnummer",
        "Pass-Nr.", "Passnummer", "Numero passaporto",
        "Número de pasaporte", "パスポート番号", "护照号码", "Tax-free form no", "Tax Free Number", "VAT refund form",
        "N° de détaxe", "Bordereau de détaxe",
        "Global Blue Doc ID", "免税番号", "Carte d'identité", "CNI", "DNI", "Personalausweis",
    ],
)  # fmt: skip
def test_a_column_that_must_not_come_in(why_not, column):
    found = recognise(["Name", "Email", column])
    assert found.forbidden == [column]
    assert found.unmapped == []
    assert why_not(found.demand_complete) == (
        "forbidden_column",
        f"“{column}” holds passports, identity cards or tax refunds, which Carnet must not keep: remove it.",
    )  # fmt: skip
    assert why_not(found.with_columns, {"note": column})[0] == "forbidden_column"


@pytest.mark.parametrize(
    "column",
    [
        "Refunded Amount",
        "Tax Exempt",
        "Taxes",
        "Tax 1 Name",
        "Passing through until",
        "Prepaid card",
        "Compass",
        "Payment Reference",
        "Id",
        "Tax free",
    ],
)
def test_columns_that_only_sound_like_it(column):
    assert recognise(["Name", "Email", column]).forbidden == []


def test_somebody_knows_better():
    found = recognise(["Name", "Email", "Description", "Extra"]).with_columns(
        {"city": "description", "tags": "Extra", "email": ""}
    )
    assert found.columns == {"full_name": "Name", "city": "Description", "tags": "Extra"}
    assert found.unmapped == ["Email"]


def test_a_named_column_ends_what_the_format_knew_of_it():
    found = recognise(KNOWN["formats"]["shopify_customers"]["signatures"][0]).with_columns(
        {"phone": "Default Address Phone"}
    )
    assert found.columns["phone"] == "Default Address Phone"
    assert found.options["fallbacks"] == {}


def test_a_slip_of_the_pen_is_told_the_nearest(why_not):
    found = recognise(["Name", "E-mail", "City"])
    assert why_not(found.with_columns, {"emial": "City"}) == (
        "unknown_field", "“emial” is no field of this kind of file: did you mean email, phone_mobile, consent_email?",
    )  # fmt: skip
    assert why_not(found.with_columns, {"email": "Emial"}) == (
        "unknown_column", "There is no column “Emial” in the file: did you mean E-mail, Name, City?",
    )  # fmt: skip


def test_each_format_and_field_has_a_sentence():
    for fields in FIELDS.values():
        for field in fields.values():
            assert str(field.meaning)
