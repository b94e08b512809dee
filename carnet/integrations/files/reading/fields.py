"""What Carnet wants to know from a file, field by field, whoever wrote it and whatever they called it."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from carnet.integrations.files.kinds import FileKind


class ValueKind(enum.StrEnum):
    """How the cells of a field are read."""

    TEXT = "text"
    NAME = "name"
    """Text that must not be a formula: `values.check_cell`."""
    ID = "id"
    """The same, after `values.unquoted`."""
    DECIMAL = "decimal"
    WHOLE = "whole"
    MOMENT = "moment"
    DAY_MONTH = "day_month"
    TRUTH = "truth"
    COUNTRY = "country"
    CURRENCY = "currency"
    PHONE = "phone"
    EMAIL = "email"


@dataclasses.dataclass(frozen=True)
class Field:
    """One thing a row can say. `meaning` is a translated phrase that fits after "No column says"."""

    code: str
    value: ValueKind
    meaning: object


def _fields(*rows: tuple[str, ValueKind, object]) -> dict[str, Field]:
    return {code: Field(code, value, meaning) for code, value, meaning in rows}


PEOPLE = _fields(
    ("external_id", ValueKind.ID, _("the number the other system knows her by")),
    ("full_name", ValueKind.NAME, _("her whole name")),
    ("given_name", ValueKind.NAME, _("her given name")),
    ("family_name", ValueKind.NAME, _("her family name")),
    ("preferred_name", ValueKind.NAME, _("the name she likes to be called by")),
    ("title", ValueKind.NAME, _("her title, such as Mrs. or Dr.")),
    ("email", ValueKind.EMAIL, _("her e-mail address")),
    ("phone", ValueKind.PHONE, _("her telephone number")),
    ("phone_mobile", ValueKind.PHONE, _("her mobile number")),
    ("language", ValueKind.NAME, _("the language she is written to in")),
    ("birthday", ValueKind.DAY_MONTH, _("her birthday, with or without its year")),
    ("anniversary", ValueKind.DAY_MONTH, _("her wedding anniversary, with or without its year")),
    ("spouse_id", ValueKind.ID, _("the number of the person she is married to")),
    ("couple_name", ValueKind.NAME, _("how the two of them are addressed together")),
    ("address1", ValueKind.TEXT, _("the street and number")),
    ("address2", ValueKind.TEXT, _("the second line of the address")),
    ("city", ValueKind.NAME, _("the city")),
    ("region", ValueKind.NAME, _("the province or state")),
    ("postcode", ValueKind.ID, _("the postcode")),
    ("country", ValueKind.COUNTRY, _("the country")),
    ("consent_email", ValueKind.TRUTH, _("whether she agreed to e-mails")),
    ("consent_sms", ValueKind.TRUTH, _("whether she agreed to text messages")),
    ("consent_phone", ValueKind.TRUTH, _("whether she agreed to calls")),
    ("opted_out_email", ValueKind.TRUTH, _("whether she wants no e-mails: yes means none")),
    ("opted_out_phone", ValueKind.TRUTH, _("whether she wants no calls: yes means none")),
    ("consent_on", ValueKind.MOMENT, _("when she agreed")),
    ("tags", ValueKind.TEXT, _("tags or groups, in one list")),
    ("note", ValueKind.TEXT, _("a note about her")),
    ("advisor", ValueKind.NAME, _("who looks after her")),
    ("boutique", ValueKind.NAME, _("her boutique")),
    ("created_at", ValueKind.MOMENT, _("when the other system first knew her")),
    ("updated_at", ValueKind.MOMENT, _("when this was last true")),
)
SALES = _fields(
    ("sale_id", ValueKind.ID, _("the number of the sale, invoice or receipt")),
    ("order_id", ValueKind.ID, _("the number the other system gives the order inside")),
    ("sold_at", ValueKind.MOMENT, _("when it was sold")),
    ("sku", ValueKind.ID, _("the reference of the piece")),
    ("item", ValueKind.NAME, _("the name of the piece")),
    ("variant", ValueKind.NAME, _("which variant of it, such as its size")),
    ("quantity", ValueKind.WHOLE, _("how many")),
    ("unit_price", ValueKind.DECIMAL, _("the price of one")),
    ("line_discount", ValueKind.DECIMAL, _("what was taken off this line")),
    ("currency", ValueKind.CURRENCY, _("the currency")),
    ("client_id", ValueKind.ID, _("the number the other system knows the buyer by")),
    ("client_name", ValueKind.NAME, _("the buyer's name")),
    ("client_email", ValueKind.EMAIL, _("the buyer's e-mail address")),
    ("client_phone", ValueKind.PHONE, _("the buyer's telephone number")),
    ("client_country", ValueKind.COUNTRY, _("the buyer's country")),
    ("consent_email", ValueKind.TRUTH, _("whether the buyer agreed to e-mails")),
    ("seller", ValueKind.NAME, _("who sold it")),
    ("place", ValueKind.NAME, _("where it was sold")),
    ("sale_discount", ValueKind.DECIMAL, _("what was taken off the whole sale")),
    ("shipping", ValueKind.DECIMAL, _("what the delivery cost")),
    ("tax", ValueKind.DECIMAL, _("the taxes of the sale")),
    ("total", ValueKind.DECIMAL, _("the total of the sale")),
    ("refunded", ValueKind.DECIMAL, _("what was given back")),
    ("cancelled_at", ValueKind.MOMENT, _("when the sale was cancelled")),
    ("financial_status", ValueKind.NAME, _("whether it was paid, refunded or neither")),
    ("note", ValueKind.TEXT, _("a note about the sale")),
    ("brand", ValueKind.NAME, _("the brand of the piece")),
    ("tags", ValueKind.TEXT, _("tags, in one list")),
)
PRODUCTS = _fields(
    ("sku", ValueKind.ID, _("the reference of the piece")),
    ("handle", ValueKind.ID, _("the word that all variants of one piece share")),
    ("name", ValueKind.NAME, _("the name of the piece")),
    ("brand", ValueKind.NAME, _("the brand")),
    ("category", ValueKind.NAME, _("the category")),
    ("price", ValueKind.DECIMAL, _("the price")),
    ("currency", ValueKind.CURRENCY, _("the currency")),
    ("option1_name", ValueKind.NAME, _("what the first option is, such as size")),
    ("option1", ValueKind.NAME, _("the value of the first option")),
    ("option2_name", ValueKind.NAME, _("what the second option is")),
    ("option2", ValueKind.NAME, _("the value of the second option")),
    ("option3_name", ValueKind.NAME, _("what the third option is")),
    ("option3", ValueKind.NAME, _("the value of the third option")),
    ("colour", ValueKind.NAME, _("the colour")),
    ("material", ValueKind.NAME, _("the material")),
    ("size", ValueKind.NAME, _("the size")),
    ("barcode", ValueKind.ID, _("the barcode")),
    ("description", ValueKind.TEXT, _("the description")),
    ("tags", ValueKind.TEXT, _("tags, in one list")),
)

FIELDS: Mapping[FileKind, Mapping[str, Field]] = {
    FileKind.PEOPLE: PEOPLE,
    FileKind.SALES: SALES,
    FileKind.PRODUCTS: PRODUCTS,
}
REQUIRED: Mapping[FileKind, tuple[tuple[str, ...], ...]] = {
    FileKind.PEOPLE: (("full_name", "given_name", "family_name", "email", "phone", "phone_mobile"),),
    FileKind.SALES: (("sold_at",), ("sku", "item"), ("unit_price", "total")),
    FileKind.PRODUCTS: (("sku", "handle"), ("name",)),
}
"""Of each group, one field must have a column: the first is the one to ask for."""
