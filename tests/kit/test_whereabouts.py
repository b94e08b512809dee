import pytest

from carnet.kit.whereabouts import zones


@pytest.mark.parametrize(
    ("city", "country", "numbers", "expected"),
    [
        ("Paris", "FR", [], {"Europe/Paris"}),
        ("new york", "US", [], {"America/New_York"}),
        ("São Paulo", "", ["+33612345678"], {"America/Sao_Paulo"}),
        ("Milano", "IT", [], {"Europe/Rome"}),
        ("", "", ["+81312345678", "+33612345678"], {"Asia/Tokyo", "Europe/Paris"}),
        ("", "", [], set()),
        ("Nowhere", "", [], set()),
    ],
)
def test_ruling_22_the_stated_city_first_and_only_if_unknown_every_zone_of_the_number(city, country, numbers, expected):
    assert zones(city, country, numbers) == expected


def test_a_country_of_many_zones_gives_all_of_them():
    assert {"America/New_York", "Pacific/Honolulu"} <= zones("", "US", [])
