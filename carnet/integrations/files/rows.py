"""From cells to typed values, one row at a time: what a row says, or why it is refused."""

from __future__ import annotations

import abc
import dataclasses
import functools
import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar

from babel.core import Locale, UnknownLocaleError, get_global
from django.utils.translation import gettext_lazy as _

from carnet.clients.kinds import Gender, NameOrder
from carnet.integrations.files.kinds import FileKind
from carnet.integrations.files.reading import limits, values
from carnet.integrations.files.reading.opening import Table
from carnet.integrations.files.reading.sentences import SHOWN, shortened
from carnet.integrations.files.reading.values import Refused
from carnet.kit import contact, ids, moments

FAMILY_FIRST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
TITLES = {
    Gender.SHE: {
        "mme",
        "madame",
        "mlle",
        "mademoiselle",
        "mrs",
        "ms",
        "miss",
        "lady",
        "sigra",
        "signora",
        "frau",
        "sra",
        "señora",
    },
    Gender.HE: {"m", "mr", "monsieur", "sir", "lord", "sig", "signor", "signore", "herr", "sr", "señor"},
}
CANCELLATION = re.compile(r"C\d+")


class RowRefused(Refused):
    """A row that contradicts itself, its sale, or what a house can keep."""

    sentences: ClassVar[Mapping[str, object]] = {
        **Refused.sentences,
        "too_many_cells": _("The row has %(cells)s cells and the header %(columns)s: nobody can say which slipped."),
        "no_sale": _("The row does not say which sale it belongs to."),
        "no_piece": _("The row does not say what was sold."),
        "no_date": _("Neither the row nor the rest of its sale says when it was."),
        "no_price": _("The row does not say at what price."),
        "negative_price": _("The price is %(price)s: a price is never below zero."),
        "no_quantity": _("The quantity is 0."),
        "stock_movement": _(
            "A quantity of %(quantity)s without a price moves stock; nobody bought or brought anything back."
        ),
        "cancellation_sells": _("%(sale)s is a cancellation, and yet its quantity is positive."),
        "nobody": _("The row has neither a name, nor an id, nor an address: nobody could be known by it."),
        "no_currency": _("The row has no currency, and the house has several: give it one, or say --currency."),
        "two_currencies": _("Sale %(sale)s is in two currencies: nobody can say which row is right."),
        "two_clients": _("Sale %(sale)s was bought by two clients: nobody can say which row is right."),
    }


@dataclasses.dataclass(frozen=True)
class Reading:
    """How the cells of one file are read."""

    columns: dict[str, tuple[int, ...]]
    """Canonical field to the columns to look in, the likeliest first."""
    joined: dict[str, tuple[int, ...]]
    """Fields made of several columns, in order."""
    list_separator: str
    decimal_mark: str
    date_order: str
    zone: str
    country: str
    email_is_identity: bool
    fill_down: bool


type Refuse = Callable[[int, str, dict[str, Any], str], None]


def typed(kind: FileKind, table: Table, reading: Reading, refuse: Refuse) -> Iterator[list[Any]]:
    """The rows of the file as COPY takes them, in the order of `staging.table.COLUMNS`; the others go to `refuse`."""
    kinds: dict[FileKind, Callable[[Reading], Row]]
    kinds = {FileKind.SALES: Sale, FileKind.PEOPLE: Person, FileKind.PRODUCTS: Product}
    read = kinds[kind](reading)
    width = len(table.header)
    for number, cells in table.rows():
        raw = json.dumps(cells, ensure_ascii=False)
        try:
            if len(cells) > width:
                raise RowRefused("too_many_cells", cells=len(cells), columns=width)
            read.cells = cells
            if len(raw) > limits.TEXT_CELL or "\\u0000" in raw:
                check_texts(cells)
            row = read.row()
        except Refused as refused:
            # Kept to be said again: as short as it is said, and without what no database keeps.
            said = {name: shortened(value, SHOWN) for name, value in refused.values.items()}
            refuse(number, refused.code, said, raw.replace("\\u0000", "\\ufffd"))
        else:
            yield [number, raw, *row]


class Row(abc.ABC):
    """What every kind of row has in common."""

    cells: list[str]
    REACH = ("email", "phone", "phone_mobile")

    def __init__(self, reading: Reading) -> None:
        """Prepare what is asked of every row."""
        self.reading = reading
        self.columns = reading.columns
        zone = moments.zone(reading.zone)
        self._moment = functools.lru_cache(4096)(
            lambda text: values.moment(text, order=reading.date_order, zone=zone).isoformat()
        )
        self._decimal = functools.lru_cache(4096)(lambda text: values.decimal(text, reading.decimal_mark))
        self._phone = functools.lru_cache(4096)(contact.phone)

    @abc.abstractmethod
    def row(self) -> list[Any]:
        """The values of this row. Raises Refused."""

    def text(self, field: str) -> str | None:
        """The cell as it stands, trimmed, or None."""
        if field in self.reading.joined:
            parts = (values.clean(self.cells[place]) for place in self.reading.joined[field])
            return " ".join(filter(None, parts)) or None
        return next((said for place in self.columns.get(field, ()) if (said := values.clean(self.cells[place]))), None)

    def name(self, field: str) -> str | None:
        """A cell that is a name or an id: nothing a spreadsheet would run."""
        said = self.text(field)
        if said is not None:
            values.check_cell(said)
        return said

    def key(self, field: str) -> str | None:
        """An id, without the apostrophe some systems put before it."""
        said = self.text(field)
        if said is None:
            return None
        said = values.unquoted(said)
        values.check_cell(said)
        return said

    def decimal(self, field: str) -> Any:
        """An exact number."""
        said = self.text(field)
        return None if said is None else self._decimal(said)

    def moment(self, field: str) -> str | None:
        """An instant, as ISO text in UTC offset notation."""
        said = self.text(field)
        return None if said is None else self._moment(said)

    def truth(self, field: str) -> bool | None:
        """Yes or no."""
        said = self.text(field)
        return values.truth(said) if said else None

    def country(self, field: str) -> str | None:
        """ISO 3166, or nothing when the name is not that of a country."""
        said = self.text(field)
        return known_country(said) if said else None

    def currency(self) -> str | None:
        """The row's own currency."""
        said = self.text("currency")
        return values.currency(said) if said else None

    def person(self, key: str | None, name: str | None, country: str | None) -> list[Any]:
        """The columns of `staging.table.PERSON`."""
        email_raw, phone_raw, mobile_raw = (self.text(field) for field in self.REACH)
        email = contact.mail(email_raw) if email_raw else None
        region = country or self.reading.country
        reach: list[Any] = [email, email_raw if email else None]
        for said in (phone_raw, mobile_raw):
            number = self._phone(values.unquoted(said), region) if said else None
            reach += [number, said if number else None]
        if key is None and email and self.reading.email_is_identity:
            key = f"email:{email}"
        consents = [self.truth(field) for field in ("consent_email", "consent_sms", "consent_phone")]
        return [key, name, *reach, country, *consents, self.moment("consent_on")]


class Sale(Row):
    """One line of one order."""

    REACH = ("client_email", "client_phone", "phone_mobile")

    def row(self) -> list[Any]:
        """As `staging.table.COLUMNS[SALES]`."""
        sale = self.key("sale_id") or self.unnumbered()
        quantity, price = self.quantity(sale)
        item = self.text("item")
        sku = self.key("sku") or (item and values.unquoted(item))
        if sku is None:
            raise RowRefused("no_piece")
        sold_at = self.moment("sold_at")
        if sold_at is None and not self.reading.fill_down:
            raise RowRefused("no_date")
        country = self.country("client_country")
        who = self.person(self.key("client_id"), self.name("client_name"), country)
        return [
            *who, sale, sold_at, sku[:100], self.name("brand"), item, quantity, price, self.amount("line_discount"),
            self.currency(), self.name("seller"), self.name("place"), self.amount("sale_discount"), self.amount("shipping"),
            self.amount("tax"), self.amount("refunded"), self.moment("cancelled_at"), self.text("note"),
        ]  # fmt: skip

    def unnumbered(self) -> str:
        """Without a number, what one person buys at one moment is one sale."""
        if "sale_id" in self.columns:
            raise RowRefused("no_sale")
        said = (self.text(field) or "" for field in ("client_id", "client_email", "client_name", "sold_at", "place"))
        return f"row:{ids.derived('sale row', *said)}"

    def quantity(self, sale: str) -> tuple[int, Any]:
        """How many at what price; a negative quantity with a price came back."""
        said = self.text("quantity")
        quantity = 1 if said is None else values.whole(said, self.reading.decimal_mark)
        price = self.decimal("unit_price")
        if price is None and quantity and (total := self.decimal("total")) is not None:
            price = total / quantity
        if price is None:
            raise RowRefused("no_price")
        if price < 0:
            raise RowRefused("negative_price", price=str(price))
        if quantity == 0:
            raise RowRefused("no_quantity")
        if quantity < 0 and price == 0:
            raise RowRefused("stock_movement", quantity=quantity)
        if quantity > 0 and CANCELLATION.fullmatch(sale):
            raise RowRefused("cancellation_sells", sale=sale)
        return quantity, price

    def amount(self, field: str) -> Any:
        """An amount, without its sign: a discount of -5 and one of 5 are the same."""
        said = self.decimal(field)
        return None if said is None else abs(said)


class Person(Row):
    """One client."""

    def row(self) -> list[Any]:
        """As `staging.table.COLUMNS[PEOPLE]`."""
        title, given, family = self.name("title"), self.name("given_name"), self.name("family_name")
        display, order = displayed(self.name("full_name"), given, family)
        key = self.key("external_id")
        country = self.country("country")
        who = self.person(key, display, country)
        if who[0] is None:
            reach = [point for point in who[2:8:2] if point]
            if not display and not reach:
                raise RowRefused("nobody")
            # Without an id of its own, a row is the person it describes word for word.
            who[0] = f"row:{ids.derived('row', display or '', *reach)}"
        met = self.moment("created_at")
        born, wed = self.day_month("birthday"), self.day_month("anniversary")
        return [
            *who, title, gender_of(title), given, family, self.name("preferred_name"), order,
            language(self.text("language")), self.text("city"), self.address(), *born, *wed, self.key("spouse_id"),
            self.name("couple_name"), self.tags(), self.text("note"), self.name("advisor"), self.name("boutique"),
            self.moment("updated_at") or met, met, self.truth("opted_out_email"), self.truth("opted_out_phone"),
        ]  # fmt: skip

    def day_month(self, field: str) -> tuple[int | None, int | None]:
        """The month and the day; the year is not kept."""
        said = self.text(field)
        if said is None:
            return None, None
        month, day, _year = values.day_month(said, order=self.reading.date_order)
        return month, day

    def tags(self) -> str | None:
        """Her tags, one a line."""
        said = self.text("tags")
        if said is None:
            return None
        parts = said.split(self.reading.list_separator) if self.reading.list_separator else [said]
        return "\n".join(filter(None, map(values.clean, parts)))

    def address(self) -> str | None:
        """Where a letter goes, as lines."""
        if self.text("address1") is None:
            return None
        town = " ".join(filter(None, (self.text("postcode"), self.text("city"))))
        lines = (
            self.text("address1"),
            self.text("address2"),
            values.unquoted(town),
            self.text("region"),
            self.text("country"),
        )
        return "\n".join(filter(None, lines))


class Product(Row):
    """One reference; in a file with variants, the rows below a title repeat only what differs."""

    def __init__(self, reading: Reading) -> None:
        """Remember the title of the variants below it."""
        super().__init__(reading)
        self.titled: dict[str, str | None] = {}

    def row(self) -> list[Any]:
        """As `staging.table.COLUMNS[PRODUCTS]`."""
        handle = self.text("handle")
        if self.text("name") or handle is None:
            self.titled = {field: self.text(field) for field in ("handle", "name", "brand", "category")}
        elif handle != self.titled.get("handle"):
            raise RowRefused("no_piece")
        said = dict(self.titled)
        chosen = [option for number in (1, 2, 3) if (option := self.option(number))]
        sku = self.key("sku") or (handle and "/".join([handle, *(value for _, value in chosen)]))
        if not sku or not said["name"]:
            raise RowRefused("no_piece")
        values.check_cell(said["name"])
        attributes = {name.casefold(): value for name, value in chosen}
        return [
            sku[:100], said["brand"], " ".join([said["name"], *(value for _, value in chosen)]), said["category"],
            self.decimal("price"), self.currency(), self.text("colour") or attributes.get("color") or attributes.get("colour"),
            self.text("material") or attributes.get("material"), json.dumps(attributes, ensure_ascii=False),
        ]  # fmt: skip

    def option(self, number: int) -> tuple[str, str] | None:
        """The name and value of one option; "Default Title" says nothing."""
        value = self.text(f"option{number}")
        if value is None or value == "Default Title":
            return None
        name = self.text(f"option{number}_name") or self.titled.get(f"option{number}") or f"option {number}"
        self.titled[f"option{number}"] = name
        return name, value


def check_texts(cells: list[str]) -> None:
    """No cell, a note included, may hold a NUL or more than a person could have written."""
    for cell in cells:
        if "\0" in cell:
            raise RowRefused("nul", text=cell)
        if len(cell.encode(errors="replace")) > limits.TEXT_CELL:
            raise RowRefused("too_long", text=cell, limit=limits.TEXT_CELL // limits.KB)


@functools.lru_cache(1024)
def known_country(text: str) -> str | None:
    """A name that is no country ("Unspecified", "European Community") says nothing, and is no reason to refuse a sale."""
    try:
        return values.country(text)
    except Refused:
        return None


def displayed(full: str | None, given: str | None, family: str | None) -> tuple[str | None, NameOrder | None]:
    """The whole name as she would write it, and which part comes first."""
    parts = f"{given or ''}{family or ''}"
    if FAMILY_FIRST.search(parts):
        return full or " ".join(filter(None, (family, given))), NameOrder.FAMILY_FIRST
    return full or " ".join(filter(None, (given, family))) or None, NameOrder.GIVEN_FIRST if parts else None


def gender_of(title: str | None) -> str | None:
    """What a title says of the words that agree with it, and nothing that it does not say."""
    bare = re.sub(r"[^\w]", "", unicodedata.normalize("NFKC", title or "")).casefold()
    return next((gender.value for gender, titles in TITLES.items() if bare in titles), None)


@functools.lru_cache(256)
def language(text: str | None) -> str | None:
    """A language tag from a tag or an English, French or native name."""
    if not text:
        return None
    try:
        return str(Locale.parse(text.replace("-", "_"))).split("_")[0]
    except (UnknownLocaleError, ValueError):
        wanted = text.casefold()
    for spoken in ("en", "fr", "it", "de", "es"):
        for code, name in Locale(spoken).languages.items():
            if name.casefold() == wanted:
                return str(code)
    return None


def zone_of(country: str) -> str | None:
    """A country's zone, where it has only one or an obvious first."""
    zones = get_global("territory_zones").get(country, ())
    return zones[0] if zones else None
