"""A few letters find her: any accent, either order, her own script, the end of her number."""

import pytest

from carnet.clients import queries
from carnet.clients.models import Client
from carnet.kit import db as rows
from tests import cast
from tests.factories import people


@pytest.fixture
def everyone(mail) -> None:
    for who in cast.CLIENTS:
        people.client(who)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("hele", {cast.HELENE}),
        ("HÉLÈNE", {cast.HELENE}),
        ("marchetti hel", {cast.HELENE}),
        ("hel marchetti", {cast.HELENE}),
        ("marchetti", {cast.HELENE, cast.PAOLO, cast.BIANCA}),
        ("渡辺", {cast.KENJI_WATANABE}),
        ("渡", {cast.KENJI_WATANABE}),
        ("健司 渡辺", {cast.KENJI_WATANABE}),
        ("watanabe", {cast.KENJI_WATANABE}),
        ("ワタナベ", {cast.KENJI_WATANABE}),
        ("ﾜﾀﾅﾍﾞ", {cast.KENJI_WATANABE}),
        ("chen si", {cast.SIYUAN}),
        ("思远", {cast.SIYUAN}),
        ("الهاشمي", {cast.NOUR}),
        ("hashimi", {cast.NOUR}),
        ("1101", {cast.HELENE}),
        ("00 11 01", {cast.HELENE}),
        ("+44 20 7946 0018", {cast.AMARA}),
        ("%", set()),
        ("_e", set()),
        ("\\", set()),
        ("zzz", set()),
    ],
)
def test_a_few_letters_find_her(everyone, said, found):
    assert [str(each) for each in queries.found_by(Client.objects.all(), said)] == sorted(
        each.display for each in found
    )


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Hélène MÜLLER", "helene muller"),
        ("Łódź Ðorđe Æsa Straße", "lodz dorde aesa strasse"),
        ("ワタナベ わたなべ", "わたなべ わたなべ"),
        ("Ｈｅｌｅｎｅ", "helene"),
        ("ﬁle", "file"),
        ("نور الهاشمي", "نور الهاشمي"),
        ("İstanbul", "istanbul"),
        ("", ""),
    ],
)
def test_a_name_is_searched_without_its_accents(db, name, folded):
    assert rows.select("select folded(%(name)s)", name=name) == [(folded,)]


def test_signs_are_found_one_by_one_and_in_pairs(db):
    ((signs,),) = rows.select("select ideograms(%(name)s)", name="渡辺 健司 Kenji わた")
    assert sorted(signs) == sorted(["渡", "辺", "渡辺", "健", "司", "健司", "わ", "た", "わた"])
    assert rows.select("select ideograms('Kenji')") == [([],)]


def test_every_search_says_it_the_way_names_are_kept(everyone):
    told = {client.display: client.folded for client in Client.objects.all()}
    assert told[cast.HELENE.display].startswith("helene marchetti")
    assert len(told) == len(cast.CLIENTS)
