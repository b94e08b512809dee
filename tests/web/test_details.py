"""The page on her own telephone: kind to whoever holds the code, the same to everybody else, and about nobody."""

from __future__ import annotations

import re

import brotli
import pytest
import time_machine
from django.core.cache import cache
from django.test import Client as Browser
from django.utils import translation

from carnet.capture.actions import leaving_details
from carnet.capture.models import Details
from carnet.consent.models import Permission
from carnet.house.models import Maison
from carnet.web.details import leaving, wording
from tests import cast
from tests.factories import morning, people
from tests.web.conftest import enter
from tools import styles

LARGEST = 60 * 1024
TICKED = ["care-whatsapp", "care-phone"]
LEFT = {"name": "Ottilie Brandt", "number": "+33 1 99 00 11 77", "signature": "O. Brandt", "yes": TICKED}


@pytest.fixture(autouse=True)
def counted_anew(db):
    cache.clear()


@pytest.fixture
def code(house) -> str:
    return leaving_details.ask(
        member=house.camille, boutique=people.boutique(), by=people.by(house.camille), at=morning.NOW,
        encounter=house.unnamed,
    )  # fmt: skip


@pytest.fixture
def hers() -> Browser:
    return Browser()


def words(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_three_lines_and_a_signature(house, hers, code):
    answer = hers.post(f"/leave/{code}/?in=fr", LEFT)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/leave/done/?in=fr")
    house.nobody.refresh_from_db()
    assert (house.nobody.display, house.nobody.language) == ("Ottilie Brandt", "fr")
    given = Permission.objects.filter(client=house.nobody).order_by("channel")
    assert [(each.purpose, each.channel, each.answer) for each in given] == [
        ("care", "phone", "yes"), ("care", "whatsapp", "yes"),
    ]  # fmt: skip
    kept = Details.objects.get(client=house.nobody)
    assert all(kept.version in each.proof_words and "O. Brandt" in each.proof_words for each in given)
    assert hers.get(answer.headers["Location"]).status_code == 200


def test_no_box_is_ticked_for_her(house, hers, code):
    page = hers.get(f"/leave/{code}/").content.decode()
    boxes = re.findall(r'<input type="checkbox"[^>]*>', page)
    assert len(boxes) == 2 * 3
    assert not [box for box in boxes if "checked" in box]


def test_what_she_wrote_stays_when_a_line_is_to_be_written_otherwise(house, hers, code):
    answer = hers.post(f"/leave/{code}/", LEFT | {"number": "12"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'value="Ottilie Brandt"' in page
    assert page.count(" checked") == len(TICKED)
    assert not Details.objects.exists()


@pytest.mark.parametrize("asked", ["get", "post"])
def test_used_old_and_guessed_are_one_answer(house, hers, code, asked):
    assert hers.post(f"/leave/{code}/", LEFT).status_code == 302
    other = leaving_details.ask(
        member=house.camille, boutique=people.boutique(), by=people.by(house.camille), at=morning.NOW,
        encounter=house.unnamed,
    )  # fmt: skip
    with time_machine.travel(morning.NOW + leaving_details.LASTS, tick=False):
        answers = [getattr(hers, asked)(f"/leave/{token}/", LEFT) for token in (code, other, "A" * 22, "x")]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1
    assert "Whoever received you will gladly show you another" in words(answers[0])


def test_a_number_the_house_knows_has_the_same_answer(house, hers, code):
    answer = hers.post(f"/leave/{code}/", LEFT | {"number": cast.HELENE.phone})
    assert answer.headers["Location"] == "/leave/done/?in=en"
    house.nobody.refresh_from_db()
    assert house.nobody.is_provisional
    closing = enter(house.camille).get("/closing/").content.decode()
    assert f'value="{house.helene.id}"' in closing
    assert "has left a name and a number: who is it?" in closing


def test_her_advisor_says_who_it_is(house, hers, code):
    hers.post(f"/leave/{code}/", LEFT | {"number": cast.HELENE.phone})
    kept, camille = Details.objects.get(), enter(house.camille)
    assert enter(house.yumi).post(f"/details/{kept.id}/whose/", {"client": "new"}).status_code == 404
    assert camille.post(f"/details/{kept.id}/whose/", {"client": str(house.watanabe.id)}).status_code == 404
    assert camille.post(f"/details/{kept.id}/whose/", {"client": "?"}).headers["Location"] == "/closing/"
    answer = camille.post(f"/details/{kept.id}/whose/", {"client": str(house.helene.id)})
    assert answer.headers["Location"] == f"/clients/{house.helene.id}/"
    assert house.unnamed.presences.get().client_id == house.helene.id


def test_nobodys_details_are_let_go(house, hers, code):
    hers.post(f"/leave/{code}/", LEFT | {"number": cast.HELENE.phone})
    enter(house.camille).post(f"/details/{Details.objects.get().id}/whose/", {"client": "nobody"})
    assert not Details.objects.exists()


def test_it_is_told_on_today_on_the_closing_page_and_on_hers(house, hers, code):
    hers.post(f"/leave/{code}/", LEFT)
    camille = enter(house.camille)
    for path in ("/", "/closing/"):
        assert "Ottilie Brandt has left a name, a number, and how to be reached" in words(camille.get(path))
        assert "Ottilie" not in words(enter(house.yumi).get(path))
    assert "O. Brandt, 10 March" in words(camille.get(f"/clients/{house.nobody.id}/"))


# What the page gives away


def test_nobody_is_on_it_and_no_engine_finds_it(house, hers, code):
    for path in (f"/leave/{code}/", "/leave/done/", "/leave/nothing/"):
        answer = hers.get(path)
        said = words(answer)
        assert cast.MAISON in said
        assert not [name for name in ("Carnet", "Camille", "Aubry", "engagement", "Marchetti") if name in said]
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "no-store"
        assert "<script" not in answer.content.decode()
        assert not answer.cookies


def test_sixty_kilobytes_and_no_script(house, hers, code):
    """As they travel: the page itself unpressed, its style pressed, and both faces, asked for first or they come too late."""
    for language in wording.LANGUAGES:
        page = hers.get(f"/leave/{code}/?in={language}").content
        faces = re.findall(r'rel="preload" href="[^"]*/fonts/([a-z-]+)', page.decode())
        assert faces == ["eb-garamond", "hanken-grotesk"]
        fonts = sum(len((styles.STATIC / "fonts" / f"{face}.woff2").read_bytes()) for face in faces)
        assert len(page) + len(brotli.compress(styles.styles().encode())) + fonts < LARGEST


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("fr-CH,fr;q=0.9,en;q=0.8", "fr"), ("zh-TW,zh;q=0.9", "zh-hans"), ("ar-AE", "ar"), ("it", "it"), ("ja-JP", "ja"),
        ("ko,de;q=0.9", "en"), ("", "en"), ("*", "en"), ("de,fr;q=0.1", "fr"), ("x" * 999, "en"),
    ],
)  # fmt: skip
def test_her_browsers_language(house, hers, code, wanted, language):
    answer = hers.get(f"/leave/{code}/", HTTP_ACCEPT_LANGUAGE=wanted)
    assert answer.headers["Content-Language"] == language
    page = answer.content.decode()
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page
    assert [f'href="?in={code}"' in page for code in wording.LANGUAGES] == [
        code != language for code in wording.LANGUAGES
    ]


def test_it_speaks_the_houses_when_hers_is_not_spoken(house, hers, code):
    Maison.objects.update(language="it")
    assert hers.get(f"/leave/{code}/", HTTP_ACCEPT_LANGUAGE="ko").headers["Content-Language"] == "it"


def test_another_language_is_another_wording(house):
    versions = set()
    for language in ("en", "fr"):
        with translation.override(language):
            versions.add(wording.sheet("Vauclair", ["whatsapp"]).version)
    versions.add(wording.sheet("Aubépine", ["whatsapp"]).version)
    versions.add(wording.sheet("Vauclair", ["sms"]).version)
    assert len(versions) == 4


# Too often


def test_guessing_is_slowed_down(house, hers, code):
    for number in range(leaving.MISSES):
        assert hers.get(f"/leave/{number}/").status_code == 404
    assert hers.get("/leave/one-more/").status_code == 429
    assert hers.get(f"/leave/{code}/").status_code == 429
    assert Browser(REMOTE_ADDR="203.0.113.9").get(f"/leave/{code}/").status_code == 200


def test_one_code_takes_so_many_forms(house, hers, code):
    for _number in range(leaving.TRIES):
        assert hers.post(f"/leave/{code}/", LEFT | {"number": "12"}).status_code == 422
    assert hers.post(f"/leave/{code}/", LEFT).status_code == 429


def test_what_is_counted_names_no_address(house, hers):
    hers.get("/leave/nothing/")
    assert cache.get("leave:127.0.0.1") is None


# The advisor's side


def test_a_code_is_made_when_it_is_asked_for(house, browser):
    href = f"/details/visit/{house.unnamed.id}/"
    assert "/leave/" not in browser.get(href).content.decode()
    page = browser.post(href).content.decode()
    assert "<svg" in page
    assert cast.SATURDAY_COUPLE.description not in page
    assert "Carnet" not in words(browser.post(href))


def test_somebody_who_has_a_name_needs_no_code(house, browser):
    browser.post(f"/notes/{house.unnamed.id}/name/", {"client": str(house.antoine.id)})
    assert browser.post(f"/details/visit/{house.unnamed.id}/").status_code == 404
    answer = browser.post(f"/details/client/{house.antoine.id}/")
    assert answer.headers["Location"] == f"/clients/{house.antoine.id}/"


def test_it_is_offered_where_a_name_is_missing(house, browser):
    assert f'action="/details/visit/{house.unnamed.id}/"' in browser.get("/closing/").content.decode()
    assert (
        f'action="/details/client/{house.nobody.id}/"' in browser.get(f"/clients/{house.nobody.id}/").content.decode()
    )
    assert "/details/" not in browser.get(f"/clients/{house.antoine.id}/").content.decode()
