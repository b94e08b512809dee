"""Where a title goes in a name, and how one speaks to somebody."""

import pytest

from carnet.clients.rules import addressed, titled
from tests import cast


@pytest.mark.parametrize(
    ("person", "name", "spoken"),
    [
        (cast.HELENE, "Mme Hélène Marchetti", "Madame Marchetti"),
        (cast.AMARA, "Dr Amara Okafor", "Dr Okafor"),
        (cast.LUCA, "Sig. Luca Ferrante", "Signor Ferrante"),
        (cast.KENJI_WATANABE, "渡辺 健司様", "渡辺様"),
        (cast.SIYUAN, "陈思远女士", "陈女士"),
        (cast.NOUR, "السيدة نور الهاشمي", "السيدة نور"),
    ],
)
def test_the_cast_is_named_as_their_languages_name_them(person, name, spoken):
    assert titled(title=person.title, display=person.display) == name
    assert addressed(
        spoken=person.spoken, title=person.title, given=person.given, family=person.family, display=person.display
    ) == spoken  # fmt: skip


@pytest.mark.parametrize(
    ("title", "spoken"),
    [("様", "渡辺様"), ("女士", "渡辺女士"), ("Mr", "Mr 渡辺"), ("السيد", "السيد 健司"), ("", "渡辺 健司")],
)
def test_without_a_note_of_it_the_title_decides(title, spoken):
    assert addressed(spoken="", title=title, given="健司", family="渡辺", display="渡辺 健司") == spoken
