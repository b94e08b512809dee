"""Whatever is typed into whichever field, the house answers with a page or a sentence: never a 500."""

from __future__ import annotations

import uuid
from urllib.parse import quote, urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client as Browser
from django.urls import resolve

from tests.factories import morning, people
from tests.factories.morning import Morning
from tests.web.addresses import ADDRESSES, Address
from tests.web.conftest import enter
from tests.web.forms import Form, forms_of

STRANGE = {
    "empty": "",
    "huge": "é" * 20_000,
    "another id": str(uuid.UUID(int=7)),
    "a number": "-99999999999999999999",
    "a far day": "9999-12-31",
}
STRANGER = STRANGE | {
    "spaces": "   ",
    "NUL": "a\x00b",
    "no id": "not-an-id",
    "no day": "2026-02-30",
    "markup": "<script>alert(1)</script>",
    "right to left": "\u202eabc\u2066",
    "percent": "%s %(x)s {0} %",
}
PAGES = [each for each in ADDRESSES if each.gets and each.name != "import-refused"]
OUTSIDE = [
    "/door/",
    "/door/in/",
    "/door/again/",
    "/door/password/",
    "/door/proofs/codes/",
    "/door/passkeys/new/",
    "/door/proof/",
    "/door/proofs/spare/",
    "/door/out/",
]
FINE = {200, 302, 400, 403, 404, 405, 409, 410, 413, 422, 429}


def manners(browser: Browser, form: Form, said: dict[str, object]) -> None:
    """Post it, see that nothing broke, and take it back."""
    with transaction.atomic():
        answer = browser.post(form.action, said)
        transaction.set_rollback(True)
    assert answer.status_code in FINE


@pytest.fixture(scope="module")
def spoiled() -> set[str]:
    """The forms that were met already: most pages hold some of the same."""
    return set()


def spoil(browser: Browser, form: Form, spoiled: set[str]) -> int:
    """Every field of it, alone with what is strange, and all of them together with what is stranger."""
    sent = 0
    name = resolve(urlsplit(form.action).path).url_name
    if name in spoiled:
        return 0
    spoiled.add(name)
    plain = form.sends()
    names = {field.name for field in form.fields if field.name and field.name != "csrfmiddlewaretoken"}
    together = [{name: [value] for name in names} for value in STRANGER.values()]
    for said in [plain | {name: [value]} for value in STRANGE.values() for name in names] + together + [{}]:
        manners(browser, form, said)
        sent += 1
    return sent


def posts(browser: Browser, href: str) -> list[Form]:
    return [form for form in forms_of(href, browser.get(href).content.decode()) if form.method == "post"]


@pytest.mark.parametrize("address", PAGES, ids=str)
def test_every_form_of_the_page_bears_everything(house: Morning, address: Address, spoiled: set[str]):
    role = "ines" if "ines" in address.who else min(address.who)
    browser = enter(house.of(role))
    for form in posts(browser, address.href(house)):
        spoil(browser, form, spoiled)


def test_camille_s_own_pages_bear_everything(house: Morning, browser: Browser):
    hers = [address for address in PAGES if address.name in ("today", "closing", "letter", "me")]
    sent = sum(spoil(browser, form, set()) for address in hers for form in posts(browser, address.href(house)))
    assert sent > 100


@pytest.mark.parametrize("href", OUTSIDE)
def test_the_door_bears_everything(house: Morning, browser: Browser, href: str):
    for visitor in (Browser(), browser):
        for form in posts(visitor, href):
            spoil(visitor, form, set())


def test_a_printed_code_bears_everything(house: Morning):
    href = f"/door/invited/{morning.invitation(house.yumi)}/"
    for form in posts(Browser(), href):
        spoil(Browser(), form, set())
    assert Browser().get("/door/invited/no-such-code%00/").status_code in FINE


def test_the_tablet_bears_everything(house: Morning):
    browser = Browser()
    browser.cookies["carnet-tablet"] = house.secret
    for form in posts(browser, f"/door/tablet/{house.camille.id}/"):
        spoil(browser, form, set())
    browser.cookies["carnet-tablet"] = "wrong"
    assert browser.get("/door/tablet/").status_code == 404


@pytest.mark.parametrize("value", [*STRANGER.values(), "\ud800"], ids=[*STRANGER, "a lone surrogate"])
@pytest.mark.parametrize(
    "query",
    ["/find/?for={}", "/clients/?page={}", "/clients/?whose={}",
     "/notes/?client={}", "/notes/?who={}", "/door/?next={}"],
)  # fmt: skip
def test_every_address_bears_everything(house: Morning, browser: Browser, query: str, value: str):
    if query.startswith("/door/"):
        browser = Browser()
    assert browser.get(query.format(quote(value[:5000], errors="surrogatepass"))).status_code in FINE


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 500,
        b"a;b\n1",
        b"\xff\xfe\x00",
        b"PK\x03\x04broken",
        b"Name,Email\n\x00,\x00\n",
        "Name\n=1+1\n".encode("utf-16"),
    ],
)
@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.vcf", "\x00.csv", "../../etc/passwd", "é" * 200 + ".csv"])
def test_a_dropped_file_bears_everything(house: Morning, content: bytes, name: str):
    ines = enter(house.ines)
    answer = ines.post("/imports/", {"file": SimpleUploadedFile(name, content), "boutique": str(people.boutique().id)})
    assert answer.status_code in FINE
    if answer.status_code == 302:
        assert ines.get(answer.headers["Location"]).status_code == 200
        assert ines.post(answer.headers["Location"], {"what": "take_in"}).status_code in FINE
