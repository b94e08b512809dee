"""Every page in every language: nothing of the catalogue's own is left in English, and Arabic runs from the right."""

from __future__ import annotations

import datetime as dt
import html.parser
import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client as Browser
from django.urls import reverse
from django.utils import translation

from carnet.house.actions import admitting
from carnet.house.kinds import RoleKind
from carnet.house.models import Maison, Member
from carnet.kit.acts import By, Via
from carnet.kit.moments import DayMonth
from carnet.web.client import acts
from tests.factories import morning
from tests.factories.morning import Morning
from tests.web.addresses import ADDRESSES, ROLES
from tests.web.conftest import enter
from tools import catalogues

LANGUAGES = [code for code, _name in settings.LANGUAGES if code not in {"en", "ar-xb"}]
PAGES = [(each, next(role for role in reversed(ROLES) if role in each.who)) for each in ADDRESSES if each.gets]
"""Each with whoever sees most of it."""
SPOKEN = {"aria-label", "aria-description", "alt", "placeholder", "title"}
SILENT = {"script", "style", "svg"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "use", "wbr"}
AT_LEAST = 3
"""Words that a sentence with something put into it has beside that: of fewer, a page may hold as many by chance."""


class Read(html.parser.HTMLParser):
    """What a page says in its own language: words that name another by `lang` are that language's."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language, self.inside, self.said = language, [], []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        foreign = (given.get("lang") or self.language).lower() != self.language
        if tag not in VOID:
            self.inside.append((tag, foreign or tag in SILENT or bool(self.inside and self.inside[-1][1])))
        self.said += [given[name] or "" for name in SPOKEN & given.keys()]

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not (self.inside and self.inside[-1][1]):
            self.said.append(" ".join(data.split()))


def read(page: str, language: str) -> list[str]:
    found = Read(language)
    found.feed(page)
    return [words for words in found.said if words]


def english(language: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """What the catalogue says otherwise in that language: whole, or around what is put into it."""
    for message in catalogues.kept(translation.to_locale(language)):
        for one, other in zip(_forms(message.id), _forms(message.string), strict=False):
            parts = [part for part in catalogues.PLACEHOLDER.split(one) if part]
            if one and one != other and (len(parts) == 1 or len(re.findall(r"\w{2,}", " ".join(parts))) >= AT_LEAST):
                yield (
                    re.compile(".*?".join(re.escape(part) for part in catalogues.PLACEHOLDER.split(one)), re.DOTALL),
                    one,
                )


def _forms(words: object) -> list[str]:
    return [str(each) for each in words] if isinstance(words, (tuple, list)) else [str(words or "")]


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture(scope="module")
def untranslated(language):
    return list(english(language))


@pytest.fixture
def reader(house: Morning, language):
    Member.objects.update(language=language)
    Maison.objects.update(language=language)
    return language


def left_over(page: str, language: str, untranslated: list[tuple[re.Pattern[str], str]]) -> set[str]:
    said = set(read(page, language))
    return {one for pattern, one in untranslated for words in said if pattern.fullmatch(words)}


@pytest.mark.parametrize(("address", "role"), PAGES, ids=str)
def test_nothing_is_left_in_english(house, reader, untranslated, address, role):
    answer = enter(Member.objects.get(id=house.of(role).id)).get(address.href(house))
    if answer.streaming:
        for close in answer._resource_closers:
            close()
        return
    assert left_over(answer.content.decode(), reader, untranslated) == set()
    assert answer.headers["Content-Language"] == reader


@pytest.mark.parametrize("name", ["account_login", "install"])
def test_outside_the_house_s_language_is_spoken(house, reader, untranslated, name):
    answer = Browser().get(reverse(name))
    assert answer.headers["Content-Language"] == reader
    assert left_over(answer.content.decode(), reader, untranslated) == set()


def test_whoever_is_invited_reads_the_house_s_language_and_chooses_hers(house, reader):
    by, at = By(house.ines.id, Via.SCREEN), morning.NOW
    new = admitting.admit(name="Noa Keller", by=by, at=at)
    admitting.give_role(member=new, kind=RoleKind.ADVISOR, boutique=house.camille.roles.get().boutique, by=by, at=at)
    token = admitting.invite(member=new, by=by, at=at, lasts=dt.timedelta(days=1))
    door, browser = reverse("invited", args=[token]), Browser()
    asked = browser.get(door)
    assert asked.headers["Content-Language"] == reader
    assert f'<option value="{reader}"' in asked.content.decode()
    browser.post(door, {"password": "seven pale moons over the lake", "language": "ar"})
    assert Member.objects.get(id=new.id).language == "ar"


def test_the_page_runs_as_its_language_does(house, reader):
    page = enter(Member.objects.get(id=house.camille.id)).get(reverse("today")).content.decode()
    assert re.search(r'<html lang="([\w-]+)"\s+dir="(\w+)"', page).groups() == (
        reader, "rtl" if reader == "ar" else "ltr",
    )  # fmt: skip


def test_what_another_language_says_runs_its_own_way(house, reader):
    page = (
        enter(Member.objects.get(id=house.camille.id)).get(reverse("client", args=[house.helene.id])).content.decode()
    )
    assert '<bdi lang="fr" dir="ltr">Hélène Marchetti</bdi>' in page
    page = enter(Member.objects.get(id=house.camille.id)).get(reverse("client", args=[house.nour.id])).content.decode()
    assert re.search(r'<bdi lang="ar" dir="rtl">[^<]+</bdi>', page)


@pytest.mark.parametrize("code", [code for code, _name in settings.LANGUAGES])
def test_a_member_reads_in_any_of_them(house, code):
    browser = enter(house.camille)
    page = browser.get(reverse("me")).content.decode()
    assert f'<option value="{code}"' in page
    browser.post(
        reverse("me"),
        {"signature": "Camille", "language": code, "working_days": [2, 3, 4, 5, 6], "wants_questions": "on"},
    )
    assert enter(Member.objects.get(id=house.camille.id)).get(reverse("me")).headers["Content-Language"] == code


@pytest.mark.parametrize(
    ("code", "typed", "month", "day"),
    [
        ("en", "8/12", 12, 8), ("fr", "8/12", 12, 8), ("it", "8.12", 12, 8), ("ar", "٨/١٢", 12, 8),
        ("ja", "12/8", 12, 8), ("ja", "12月8日", 12, 8), ("zh-hans", "１２／８", 12, 8), ("fr", "12月8日", 12, 8),
    ],
)  # fmt: skip
def test_a_day_is_read_in_the_reader_s_order(code, typed, month, day):
    with translation.override(code):
        assert acts.day_month(typed) == DayMonth(month, day)
