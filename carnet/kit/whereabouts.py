"""What time it may be where somebody is, from a stated city, a country, or a number."""

from __future__ import annotations

import functools
import unicodedata
import zoneinfo
from collections.abc import Iterable

from babel.core import get_global


def zones(city: str, country: str, numbers: Iterable[str]) -> frozenset[str]:
    """Every IANA zone she may be in: of her stated city; failing that of her country, or of her numbers (E.164).

    A city that no zone is named after stands in its country. Empty when nothing is known.
    """
    if named := _cities().get(_plain(city)):
        return frozenset({named})
    if country:
        return _of_country(country)
    # 46 MB of metadata that most requests never ask for.
    import phonenumbers

    regions = (phonenumbers.region_code_for_number(phonenumbers.parse(number)) for number in numbers)
    return frozenset().union(*(_of_country(region) for region in regions if region))


def _of_country(code: str) -> frozenset[str]:
    return frozenset(get_global("territory_zones").get(code, ()))


@functools.cache
def _cities() -> dict[str, str]:
    """From a city's name to the zone that is named after it: Europe/Paris, America/New_York."""
    return {_plain(name.rpartition("/")[2]): name for name in sorted(zoneinfo.available_timezones()) if "/" in name}


def _plain(words: str) -> str:
    letters = unicodedata.normalize("NFKD", words.replace("_", " ")).casefold().strip()
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
