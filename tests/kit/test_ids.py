"""Two houses fed the same file give the same ids, in Python and in SQL."""

import uuid

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from carnet.kit import db as rows
from carnet.kit import ids

# PostgreSQL keeps any text but NUL; a lone surrogate is no text at all.
TEXT = some.text(some.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=40)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=some.lists(TEXT, min_size=1, max_size=5))
def test_python_and_sql_derive_the_same_id(db, parts):
    assert rows.select("select derived_id(variadic %(parts)s::text[])", parts=parts) == [(ids.derived(*parts),)]


def test_an_id_is_derived_from_its_words_and_their_places():
    assert ids.derived("client", "till", "42") == uuid.UUID("f736420d-1bc0-8866-99e0-eadabce13777")
    told = {ids.derived("a", "bc"), ids.derived("ab", "c"), ids.derived("abc"), ids.derived("a", "b", "c")}
    assert len(told) == 4


def test_a_derived_id_says_what_it_is():
    assert ids.derived("client", "渡辺").version == 8
    assert ids.derived("client", "渡辺").variant == uuid.RFC_4122


def test_fresh_ids_are_all_different_and_sort_by_time():
    fresh = [ids.new() for _ in range(2_000)]
    assert len(set(fresh)) == 2_000
    assert {each.version for each in fresh} == {7}
    milliseconds = [each.int >> 80 for each in fresh]
    assert milliseconds == sorted(milliseconds)
