"""Address cards, as telephones and address books write them."""

from __future__ import annotations

import logging

from carnet.integrations.files.reading.recognising import recognise

CARD = """BEGIN:VCARD
VERSION:3.0
UID:card-{uid}
N:{family};{given};;{prefix};
FN:{name}
TEL;TYPE=HOME,VOICE:+33 1 99 00 11 01
TEL;TYPE=CELL:+33 6 39 98 00 11
EMAIL;TYPE=INTERNET:{given}@example.test
ADR;TYPE=HOME:;;1 rue\\, du Mail;Paris;;75002;France
BDAY:--1208
CATEGORIES:vip,ring-52
NOTE:Likes pearls\\, and tea
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQ
 AQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBg
END:VCARD
"""


def cards(*named: tuple[str, str, str]) -> str:
    return "".join(
        CARD.format(uid=number, name=name, given=given, family=family, prefix="Mme")
        for number, (name, given, family) in enumerate(named, 1)
    )


def read(table):
    return [(line, dict(zip(table.header, cells, strict=True))) for line, cells in table.rows()]


def test_each_card_is_a_row_with_the_line_it_begins_on(opened):
    (first, helene), (second, other) = read(
        opened(cards(("Hélène Marchetti", "Hélène", "Marchetti"), ("渡辺 健司", "健司", "渡辺")), name="book.vcf")
    )
    assert (first, second) == (1, 16)
    assert helene == {
        "UID": "card-1", "Full name": "Hélène Marchetti", "Given name": "Hélène", "Family name": "Marchetti",
        "Name prefix": "Mme", "Nickname": "", "E-mail": "Hélène@example.test", "Mobile": "+33 6 39 98 00 11",
        "Phone": "+33 1 99 00 11 01", "Birthday": "--12-08", "Anniversary": "", "Street": "1 rue, du Mail", "City": "Paris",
        "Region": "", "Postcode": "75002", "Country": "France", "Categories": "vip, ring-52", "Note": "Likes pearls, and tea",
    }  # fmt: skip
    assert other["Full name"] == "渡辺 健司"


def test_the_table_is_recognised_as_cards(opened):
    found = recognise(opened(cards(("Hélène", "Hélène", "Marchetti"))).header)
    assert (found.format, found.source, found.unmapped) == ("vcard", "vcard", [])


def test_an_old_telephones_card(opened):
    text = (
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Marchetti;H=C3=A9l=C3=A8ne;;;\r\n"
        "TEL;CELL:+33639980011\r\nEND:VCARD\r\n"
    )
    ((_line, row),) = read(opened(text))
    assert (row["Given name"], row["Family name"], row["Mobile"]) == ("Hélène", "Marchetti", "+33639980011")


def test_a_new_card_with_numbers_as_addresses(opened):
    text = "BEGIN:VCARD\nVERSION:4.0\nFN:Nour\nTEL;VALUE=uri;TYPE=cell:tel:+33639980012\nEND:VCARD\n"
    ((_line, row),) = read(opened(text))
    assert (row["Full name"], row["Mobile"]) == ("Nour", "+33639980012")


def test_a_card_that_cannot_be_read_is_a_row_that_names_nobody_and_no_log_quotes_it(opened, caplog):
    text = cards(("Hélène", "Hélène", "Marchetti")) + "BEGIN:VCARD\nVERSION:3.0\nBEGIN:SECRET\nEND:VCARD\n"
    with caplog.at_level(logging.DEBUG):
        first, broken = read(opened(text + "BEGIN:VCARD\nVERSION:3.0\nFN:Paolo\nsecret without a colon\nEND:VCARD\n"))[
            :2
        ]
    assert first[1]["Full name"] == "Hélène"
    assert not broken[1]["Full name"]
    assert "secret" not in caplog.text.casefold()


def test_a_card_cut_short_is_still_looked_at(opened):
    ((_line, row),) = read(opened("BEGIN:VCARD\nVERSION:3.0\nFN:Paolo\n"))
    assert (row["Full name"], row["Note"]) == ("", "BEGIN:VCARD\nVERSION:3.0\nFN:Paolo\n")
