"""What a cell says, however it was written; and when it says nothing, why not."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from carnet.integrations.files.reading import values
from carnet.integrations.files.reading.values import Refused

PARIS = zoneinfo.ZoneInfo("Europe/Paris")
UTC = dt.UTC


@pytest.mark.parametrize(
    ("text", "mark", "number"),
    [
        ("6.95", ".", "6.95"), ("-3", ".", "-3"), ("1,234.50", ".", "1234.50"), ("1.234,50", ",", "1234.50"),
        ("1 234,50 €", ",", "1234.50"), ("€\u00a01\u202f234,50", ",", "1234.50"), ("1\u2009234.5", ".", "1234.5"),
        ("CHF 1’250.–", ".", "1250"), ("1'250.-", ".", "1250"), ("12,--", ",", "12"), ("(1,234.50)", ".", "-1234.50"),
        ("€(12)", ".", "-12"), ("(€12)", ".", "-12"), ("-€12.50", ".", "-12.50"), ("€-12.50", ".", "-12.50"),
        ("12.50-", ".", "-12.50"), ("\u221212.50", ".", "-12.50"), ("+5", ".", "5"), ("US$ 1,200", ".", "1200"),
        ("R$ 12,50", ",", "12.50"), ("EUR12", ".", "12"), ("12 EUR", ".", "12"), ("kr 1 200,00", ",", "1200.00"),
        ("12.000 Ft", ",", "12000"), ("Fr. 12.50", ".", "12.50"), ("zł12", ".", "12"), ("12,000円", ".", "12000"),
        ("1,23,456.00", ".", "123456.00"), ("１２３．５", ".", "123.5"), ("٣٫٥", ".", "3.5"), ("5.", ".", "5"),
        (".5", ".", "0.5"), (",5", ",", "0.5"), ("\u200e-12", ".", "-12"), ("1.2E+06", ".", "1200000"),
        ("1.5e-3", ".", "0.0015"),
    ],
)  # fmt: skip
def test_a_number_as_tills_and_people_write_it(text, mark, number):
    assert values.decimal(text, mark) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("", "."), ("-", "."), (".", "."), ("€", "."), ("NaN", "."), ("Infinity", "."), ("1_000", "."), ("0x10", "."),
        ("10%", "."),
        ("12 pcs", "."), ("a 12", "."), ("1 2 3", "."), ("1.2.3", "."), ("--5", "."), ("(-5)", "."), ("(5", "."),
        ("5-5", "."),
        ("6.95", ","), ("1,23", "."), ("1,2345", "."), ("12,34,56", "."), ("1.234.5", ","), ("1,234.567,8", "."),
        ("1E+999999", "."),
        ("9" * 500, "."), ("1,5e3", "."), ("2024-01-02", "."),
    ],
)  # fmt: skip
def test_what_is_no_number_with_that_mark(why_not, text, mark):
    code, sentence = why_not(values.decimal, text, mark)
    assert code == "not_a_number"
    assert sentence.endswith("” is not a number.")


amounts = st.decimals(min_value=-(10**12), max_value=10**12, places=2, allow_nan=False)


@settings(deadline=None)
@given(
    amount=amounts, mark=st.sampled_from(".,"), group=st.sampled_from([",", ".", " ", "'", "’", "\u00a0", "\u202f", ""])
)
def test_every_amount_comes_back_from_how_any_country_writes_it(amount, mark, group):
    if group == mark:
        group = ""
    written = f"{amount:,.2f}".replace(",", "G").replace(".", mark).replace("G", group)
    for text in (written, f"€ {written}", f"{written} CHF"):
        assert values.decimal(text, mark) == amount


@pytest.mark.parametrize(
    ("text", "count"), [("12", 12), ("-3", -3), ("1,000", 1000), ("12.0", 12), ("٣", 3), ("(2)", -2)]
)
def test_a_whole_number(text, count):
    assert values.whole(text, ".") == count


def test_a_fraction_is_not_a_whole_number(why_not):
    assert why_not(values.whole, "1.5", ".") == ("not_whole", "“1.5” is not a whole number.")
    assert why_not(values.whole, "a dozen", ".") == ("not_a_number", "“a dozen” is not a number.")


@pytest.mark.parametrize(
    ("text", "order", "instant"),
    [
        ("2026-05-01", None, (2026, 4, 30, 22, 0)), ("2026-05-01 10:00:00 +0200", None, (2026, 5, 1, 8, 0)),
        ("2024-01-02T10:00:00.000Z", None, (2024, 1, 2, 10, 0)), ("2024-01-02 10:00:00 UTC", None, (2024, 1, 2, 10, 0)),
        ("2024-01-02 10:00:00.5 -05:00", "mdy", (2024, 1, 2, 15, 0, 0, 500_000)),
        ("2024-1-2 10:00", "dmy", (2024, 1, 2, 9, 0)),
        ("01/02/2024 10:00", "dmy", (2024, 2, 1, 9, 0)), ("01/02/2024 10:00", "mdy", (2024, 1, 2, 9, 0)),
        ("25/12/2024 3:45 PM", None, (2024, 12, 25, 14, 45)), ("12/25/2024 12:05 a.m.", None, (2024, 12, 24, 23, 5)),
        ("05/05/2024 12pm", None, (2024, 5, 5, 10, 0)), ("31.12.2024 23:59:59", "dmy", (2024, 12, 31, 22, 59, 59)),
        ("12/01/24 10:00", "dmy", (2024, 1, 12, 9, 0)), ("12/01/99 10:00", "dmy", (1999, 1, 12, 9, 0)),
        ("24/12/10 10:00", "ymd", (2024, 12, 10, 9, 0)), ("20240131", None, (2024, 1, 30, 23, 0)),
        ("2024/12/10 10:00", "dmy", (2024, 12, 10, 9, 0)),
        ("1er décembre 2024 à 7h45", None, (2024, 12, 1, 6, 45)), ("1. Dezember 2024 10:00", None, (2024, 12, 1, 9, 0)),
        ("Dec 1, 2024 10:00", None, (2024, 12, 1, 9, 0)), ("12-Dec-24 10:00", None, (2024, 12, 12, 9, 0)),
        ("1 de diciembre de 2024 10:00", None, (2024, 12, 1, 9, 0)), ("1 aout 2024 10:00", None, (2024, 8, 1, 8, 0)),
        ("Friday, March 1, 2024 at 5:03 PM", None, (2024, 3, 1, 16, 3)),
        ("mar. 10 mars 2024 10:00", None, (2024, 3, 10, 9, 0)),
        ("Mar 10, 2024 10:00", None, (2024, 3, 10, 9, 0)),
        ("Tue, 01 Dec 2009 07:45:00 +0000", None, (2009, 12, 1, 7, 45)),
        ("31.12.2024 10:30 Uhr", None, (2024, 12, 31, 9, 30)), ("2024年1月31日 10:30", None, (2024, 1, 31, 9, 30)),
        ("45292", None, (2023, 12, 31, 23, 0)),
        ("45292.5", None, (2024, 1, 1, 11, 0)),
        ("45292,25", None, (2024, 1, 1, 5, 0)), ("13/02/2024 10:00", "ymd", (2024, 2, 13, 9, 0)),
    ],
)  # fmt: skip
def test_an_instant_as_systems_and_people_write_it(text, order, instant):
    found = values.moment(text, order=order, zone=PARIS)
    assert found == dt.datetime(*instant, tzinfo=UTC)
    assert found.tzinfo is UTC


def test_the_hour_that_spring_skips_is_an_hour_later_and_the_one_that_autumn_repeats_the_first():
    skipped = values.moment("2024-03-31 02:30", order=None, zone=PARIS)
    assert skipped.astimezone(PARIS).isoformat() == "2024-03-31T03:30:00+02:00"
    repeated = values.moment("27/10/2024 02:30", order="dmy", zone=PARIS)
    assert repeated.astimezone(PARIS).isoformat() == "2024-10-27T02:30:00+02:00"


@pytest.mark.parametrize(
    ("text", "order", "code"),
    [
        ("01/02/2024", None, "ambiguous_date"), ("24/12/10", None, "ambiguous_date"),
        ("01/02/2024 10:00", "ymd", "ambiguous_date"),
        ("12/25/2024", "dmy", "impossible_date"), ("31/02/2024", "dmy", "impossible_date"),
        ("2024-02-30", None, "impossible_date"),
        ("2023-02-29", None, "impossible_date"), ("2024-01-02T25:00:00", None, "impossible_date"),
        ("1/2/2024 13:00 PM", "dmy", "impossible_date"),
        ("0000-00-00", None, "impossible_date"), ("0202-01-01", None, "impossible_date"),
        ("99/99/9999", "dmy", "impossible_date"),
        ("1/1/1850", "dmy", "impossible_date"), ("2024-01-02 10:00 +99:00", None, "impossible_date"),
        ("2024-01-02 10:00 PST", None, "unknown_zone"), ("", None, "not_a_date"), ("yesterday", None, "not_a_date"),
        ("19999", None, "not_a_date"),
        ("80001", None, "not_a_date"), ("6.95", None, "not_a_date"), ("10:30", None, "not_a_date"),
        ("32 32 32 32", None, "not_a_date"),
    ],
)  # fmt: skip
def test_what_is_no_instant(why_not, text, order, code):
    assert why_not(values.moment, text, order=order, zone=PARIS)[0] == code


def test_a_doubtful_date_says_what_to_settle(why_not):
    assert why_not(values.day, "01/02/2024", order=None)[1] == (
        "“01/02/2024” can be read as two dates: say whether the day or the month comes first."
    )


ORDERS = {"ymd": "%Y/%m/%d", "dmy": "%d/%m/%Y", "mdy": "%m/%d/%Y"}


@settings(deadline=None)
@given(
    day=st.dates(dt.date(1900, 1, 2), dt.date(2199, 12, 30)),
    time=st.times().map(lambda time: time.replace(microsecond=0)),
    order=st.sampled_from(sorted(ORDERS)),
    zone=st.sampled_from(["Europe/Paris", "America/New_York", "Asia/Tokyo", "Asia/Kathmandu"]),
)
@example(day=dt.date(2024, 2, 29), time=dt.time(), order="mdy", zone="Asia/Tokyo")
def test_every_moment_comes_back_from_every_way_of_writing_it(day, time, order, zone):
    when = dt.datetime.combine(day, time)
    here = zoneinfo.ZoneInfo(zone)
    instant = when.replace(tzinfo=here).astimezone(UTC)
    written = when.strftime(ORDERS[order])
    for text in (when.isoformat(), when.isoformat(" "), f"{written} {when:%H:%M:%S}", f"{written} {when:%I:%M:%S %p}"):
        assert values.moment(text, order=order, zone=here) == instant
    assert values.moment(instant.isoformat(), order=None, zone=here) == instant
    assert values.day(written, order=order) == day
    assert values.day(day.strftime("%d %B %Y"), order=None) == day


def test_a_day_leaves_its_time_out():
    assert values.day("2024-01-02T23:30:00Z", order=None) == dt.date(2024, 1, 2)
    assert values.day("45292.99", order=None) == dt.date(2024, 1, 1)


@pytest.mark.parametrize(
    ("text", "order", "found"),
    [
        ("12/10", "mdy", (12, 10, None)), ("12/10", "dmy", (10, 12, None)), ("12-10", "ymd", (12, 10, None)),
        ("25/12", None, (12, 25, None)),
        ("12/25", None, (12, 25, None)), ("05/05", None, (5, 5, None)), ("10.12.", "dmy", (12, 10, None)),
        ("--12-10", None, (12, 10, None)),
        ("--1210", "dmy", (12, 10, None)), ("10 Dec", None, (12, 10, None)), ("Dec 10", None, (12, 10, None)),
        ("10 décembre", None, (12, 10, None)),
        ("1. Dezember", None, (12, 1, None)), ("12月10日", None, (12, 10, None)),
        ("1985年12月10日", None, (12, 10, 1985)),
        ("1604-12-10", None, (12, 10, None)), ("1900-02-29", None, (2, 29, None)),
        ("0000-12-10", None, (12, 10, None)), ("29/02", "dmy", (2, 29, None)),
        ("12/10/54", "mdy", (12, 10, None)), ("1985-12-10", None, (12, 10, 1985)),
        ("12/10/1985", "mdy", (12, 10, 1985)),
        ("1985-12-10 00:00:00", None, (12, 10, 1985)), ("31123", None, (3, 17, 1985)),
        ("December 10, 1985", None, (12, 10, 1985)),
    ],
)  # fmt: skip
def test_a_birthday_keeps_its_year_only_when_it_is_sure(text, order, found):
    assert values.day_month(text, order=order) == found


@pytest.mark.parametrize(
    ("text", "order", "code"),
    [
        ("12/10", None, "ambiguous_date"), ("30/02", "dmy", "impossible_date"),
        ("1985-02-29", None, "impossible_date"), ("25/12", "mdy", "impossible_date"),
        ("2300-01-01", None, "impossible_date"), ("19001310", None, "impossible_date"),
        ("32 Dec 1604", None, "impossible_date"), ("30 Feb", None, "impossible_date"),
        ("Capricorn", None, "not_a_date"), ("10 12", None, "not_a_date"),
        ("1985", None, "not_a_date"),
    ],
)  # fmt: skip
def test_what_is_no_birthday(why_not, text, order, code):
    assert why_not(values.day_month, text, order=order)[0] == code


@pytest.mark.parametrize("text", ["yes", "Y", "TRUE", "1", "oui", "sì", "Sí", "ja", "はい", "Subscribed", "是", "x"])
def test_yes(text):
    assert values.truth(f" {text} ") is True


@pytest.mark.parametrize(
    "text",
    ["no", "N", "False", "0", "non", "nein", "いいえ", "Unsubscribed", "Never subscribed", "NOT_SUBSCRIBED", "cleaned"],
)
def test_no(text):
    assert values.truth(text) is False


@pytest.mark.parametrize("text", ["", "  ", "-", "unknown", "N/A", "pending"])
def test_neither_yes_nor_no_is_never_yes(text):
    assert values.truth(text) is None


def test_what_cannot_be_taken_for_an_answer(why_not):
    assert why_not(values.truth, "by post only") == ("not_yes_or_no", "“by post only” is neither yes nor no.")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("FR", "FR"), ("fr", "FR"), ("FRA", "FR"), ("France", "FR"), ("Frankreich", "FR"), ("Francia", "FR"),
        ("United Kingdom", "GB"), ("UK", "GB"),
        ("Royaume-Uni", "GB"), ("EIRE", "IE"), ("USA", "US"), ("U.S.A.", "US"), ("États-Unis", "US"),
        ("Etats Unis", "US"), ("RSA", "ZA"),
        ("Deutschland", "DE"), ("Germania", "DE"), ("Alemania", "DE"), ("Schweiz", "CH"), ("Svizzera", "CH"),
        ("Suisse", "CH"), ("Korea", "KR"),
        ("Korea, Republic of", "KR"), ("Czech Republic", "CZ"), ("Hong Kong", "HK"), ("The Netherlands", "NL"),
        ("Turkey", "TR"), ("日本", "JP"), ("中国", "CN"),
        ("COTE D IVOIRE", "CI"), ("NA", "NA"), ("Jersey", "JE"), ("EL", "GR"),
    ],
)  # fmt: skip
def test_a_country_by_any_of_its_names(text, code):
    assert values.country(text) == code


@pytest.mark.parametrize(
    "text", ["", " ", "Unspecified", "European Community", "N/A", "Channel Islands", "West Indies", "-", "other"]
)
def test_what_names_no_country(text):
    assert values.country(text) is None


def test_no_country_is_made_up(why_not):
    assert why_not(values.country, "Atlantis") == ("unknown_country", "“Atlantis” is no country that Carnet knows.")
    assert why_not(values.country, "ZZ")[0] == "unknown_country"
    assert why_not(values.country, "EU")[0] == "unknown_country"


def test_every_country_of_the_real_shop_is_understood(real_countries):
    assert [name for name in real_countries if values.country(name) is None] == [
        "Channel Islands", "European Community", "Unspecified", "West Indies",
    ]  # fmt: skip


@pytest.fixture
def real_countries():
    """Those of Online Retail II (UCI; Chen, Sain & Guo 2012; CC BY 4.0)."""
    return [
        "Australia",
        "Austria",
        "Bahrain",
        "Belgium",
        "Bermuda",
        "Brazil",
        "Canada",
        "Channel Islands",
        "Cyprus",
        "Czech Republic",
        "Denmark",
        "EIRE",
        "European Community",
        "Finland",
        "France",
        "Germany",
        "Greece",
        "Hong Kong",
        "Iceland",
        "Israel",
        "Italy",
        "Japan",
        "Korea",
        "Lebanon",
        "Lithuania",
        "Malta",
        "Netherlands",
        "Nigeria",
        "Norway",
        "Poland",
        "Portugal",
        "RSA",
        "Saudi Arabia",
        "Singapore",
        "Spain",
        "Sweden",
        "Switzerland",
        "Thailand",
        "USA",
        "United Arab Emirates",
        "United Kingdom",
        "Unspecified",
        "West Indies",
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [("EUR", "EUR"), (" chf ", "CHF"), ("€", "EUR"), ("£", "GBP"), ("US$", "USD"), ("Fr.", "CHF"), ("￡", "GBP")],
)
def test_a_currency(text, code):
    assert values.currency(text) == code


@pytest.mark.parametrize("text", ["$", "¥", "kr", "", "ABC", "bitcoin", "EUR/USD"])
def test_a_sign_that_several_currencies_share_is_refused(why_not, text):
    code, sentence = why_not(values.currency, text)
    assert (code, sentence) == ("bad_currency", f"“{text}” is not one currency: use its three letters, such as EUR.")


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("'75002", "75002"), (" '+33199001234 ", "+33199001234"), ("''x", "'x"), ("d'Arc", "d'Arc"), ("'", "'"),
        ('="00123"', "00123"), ("0012", "0012"),
    ],
)  # fmt: skip
def test_what_kept_a_spreadsheet_away_comes_off_once(text, bare):
    assert values.unquoted(text) == bare


@pytest.mark.parametrize(
    "text",
    [
        "Ada",
        "#1050",
        "+33 1 99 00 12 34",
        "+1 (212) 555-0100 ext. 5",
        "-5",
        "-1.234,50",
        "+",
        "O'Neil =",
        "é" * 1000,
        "12E10",
    ],
)
def test_cells_that_are_what_they_are(text):
    if text == "+":
        with pytest.raises(Refused):
            values.check_cell(text)
        return
    assert values.check_cell(text) is text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("=1+1", "formula"), ("@SUM(A1)", "formula"), ("+cmd|' /C calc'!A0", "formula"), ("-2+3", "formula"),
        ("＝1", "formula"), ("－cmd", "formula"),
        ("#REF!", "spreadsheet_error"), ("#N/A", "spreadsheet_error"), ("#NAME?", "spreadsheet_error"),
        ("#BEZUG!", "spreadsheet_error"),
        ("#####", "spreadsheet_error"), ("a\0b", "nul"), ("\ud83d", "surrogate"), ("x" * 65_537, "too_long"),
        ("é" * 32_769, "too_long"),
        ("7.21045E+12", "shortened_number"), ("7E+12", "shortened_number"),
    ],
)  # fmt: skip
def test_cells_that_are_not(why_not, text, code):
    found, sentence = why_not(values.check_cell, text)
    assert found == code
    assert len(sentence) < 200
    sentence.encode()


def test_the_longest_cell_that_is_still_a_name():
    assert values.check_cell("é" * 32_768) == "é" * 32_768


@given(text=st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=50))
@example(text="ﬁ ﷺ e\u0301 \u212b か\u3099")
def test_text_is_never_rewritten(text):
    name = f"A{text}Z"
    assert values.check_cell(values.clean(f" \ufeff{name}\u00a0\n")) == name
    assert values.unquoted(name) == name


def test_a_refusal_can_be_said_again_later_from_what_was_kept():
    with pytest.raises(Refused) as caught:
        values.decimal("twelve\nor so \0", ".")
    kept = {"code": caught.value.code, "values": caught.value.values}
    assert kept == {"code": "not_a_number", "values": {"text": "twelve\nor so \0"}}
    assert Refused.say(**kept) == "“twelve or so ␀” is not a number."
