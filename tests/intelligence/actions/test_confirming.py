"""Camille says how it is, Yumi sees it otherwise, and what stood before is kept."""

import datetime as dt

import pytest

from carnet.intelligence.actions import confirming, keeping
from carnet.intelligence.kinds import Evidence, ReadingKind, Silence
from carnet.intelligence.models import Reading
from carnet.journal.models import Line
from carnet.kit import ids
from tests.conftest import paris
from tests.factories.people import THE_HOUSE, by

MONDAY, TUESDAY = dt.date(2025, 6, 2), dt.date(2025, 6, 3)
SALE = ids.derived("sale")


def found(client, code="longer", certainty=70):
    return keeping.Found(
        client=client.id, kind=ReadingKind.SILENCE, code=code, certainty=certainty, values={"weeks": 9},
        evidence=[(Evidence.SALE, SALE)], rivals=[{"code": "at_ease", "certainty": 30, "evidence": []}],
    )  # fmt: skip


def keep(*readings, on=MONDAY, of=None):
    keeping.keep(found=readings, kind=ReadingKind.SILENCE, considered=of, on=on)


def standing(client, on, kind=ReadingKind.SILENCE):
    return [
        (each.code, each.said_by and each.said_by.signature)
        for each in Reading.objects.standing(on).filter(client=client, kind=kind)
    ]


def revise(client, member, words="", *, on=TUESDAY, code="by_habit", kind=ReadingKind.SILENCE, at="10:00"):
    return confirming.revise(
        client=client, kind=kind, code=code, words=words, on=on, by=by(member), at=paris(on.isoformat(), at)
    )


@pytest.fixture
def read(helene):
    keep(found(helene))
    return Reading.objects.get()


def test_y10_a_confirmed_reading_is_hers_with_the_evidence_and_the_rivals_beside_it(helene, camille, read):
    kept = confirming.confirm(reading=read, on=TUESDAY, by=by(camille), at=paris("2025-06-03"))
    assert [standing(helene, day) for day in (MONDAY, TUESDAY)] == [[("longer", None)], [("longer", "Camille")]]
    assert (kept.evidence, kept.rivals, kept.values) == (read.evidence, read.rivals, {"weeks": 9})
    line = Line.objects.get(act="intelligence.confirmed")
    assert (line.on_id, line.reason, line.by) == (helene.id, "silence", camille)


def test_confirmed_on_the_day_it_was_read_it_never_stood_otherwise(helene, camille, read):
    confirming.confirm(reading=read, on=MONDAY, by=by(camille), at=paris("2025-06-02"))
    assert standing(helene, MONDAY) == [("longer", "Camille")]
    assert Reading.objects.count() == 1


def test_confirmed_twice_is_confirmed_once(helene, camille, read):
    kept = confirming.confirm(reading=read, on=TUESDAY, by=by(camille), at=paris("2025-06-03"))
    again = confirming.confirm(reading=kept, on=TUESDAY, by=by(camille), at=paris("2025-06-03", "11:00"))
    assert (again, Line.objects.filter(act="intelligence.confirmed").count()) == (kept, 1)


def test_what_was_read_anew_in_the_meantime_is_looked_at_once_more(helene, camille, read):
    keep(found(helene, code="unlike"), on=TUESDAY)
    with pytest.raises(confirming.CannotRevise, match="read anew"):
        confirming.confirm(reading=read, on=TUESDAY, by=by(camille), at=paris("2025-06-03"))
    assert standing(helene, TUESDAY) == [("unlike", None)]


@pytest.mark.parametrize("kind", ReadingKind)
def test_of_every_kind_an_advisors_word_stands_and_no_pass_writes_over_it(helene, camille, kind):
    revise(helene, camille, "Every summer she is by the sea.", kind=kind, code="otherwise")
    for code in ("longer", "unlike"):
        keeping.keep(
            found=[keeping.Found(helene.id, kind, code, 90, {})], kind=kind, considered=None, on=dt.date(2025, 7, 1)
        )
    keeping.keep(found=[], kind=kind, considered=None, on=dt.date(2025, 8, 1))
    assert standing(helene, dt.date(2025, 9, 1), kind) == [("otherwise", "Camille")]


def test_r16_a_colleague_contests_it_and_the_earlier_word_is_kept_even_of_the_same_day(helene, camille, yumi):
    first = revise(helene, camille, "A house of her mother's", kind=ReadingKind.BOND, code="words")
    revise(helene, yumi, "A place to be quiet", kind=ReadingKind.BOND, code="words", at="15:00")
    told = Reading.objects.filter(client=helene, kind=ReadingKind.BOND).order_by("id")
    assert [(each.words, each.said_by, each.until) for each in told] == [
        ("A house of her mother's", camille, TUESDAY), ("A place to be quiet", yumi, None),
    ]  # fmt: skip
    assert standing(helene, TUESDAY, ReadingKind.BOND) == [("words", "Yumi")]
    assert first.certainty == 100


def test_the_same_word_again_is_no_revision(helene, camille):
    revise(helene, camille, "By the sea")
    revise(helene, camille, "By the sea", at="11:00")
    assert (Reading.objects.count(), Line.objects.filter(act="intelligence.revised").count()) == (1, 1)


def test_a_revision_is_somebodys(helene):
    with pytest.raises(confirming.CannotRevise, match="by a person"):
        confirming.revise(
            client=helene,
            kind=ReadingKind.SILENCE,
            code=Silence.BY_HABIT,
            on=MONDAY,
            by=THE_HOUSE,
            at=paris("2025-06-02"),
        )


def test_reconsidered_the_records_speak_again_from_that_day(helene, camille, read):
    kept = confirming.confirm(reading=read, on=TUESDAY, by=by(camille), at=paris("2025-06-03"))
    thursday = dt.date(2025, 6, 5)
    confirming.reconsider(reading=kept, on=thursday, by=by(camille), at=paris("2025-06-05"))
    confirming.reconsider(reading=kept, on=thursday, by=by(camille), at=paris("2025-06-05", "11:00"))
    keep(found(helene, code="unlike"), on=thursday)
    days = (MONDAY, TUESDAY, dt.date(2025, 6, 4), thursday)
    assert [standing(helene, day) for day in days] == [
        [("longer", None)], [("longer", "Camille")], [("longer", "Camille")], [("unlike", None)],
    ]  # fmt: skip
    assert Line.objects.filter(act="intelligence.reconsidered").count() == 1


def test_what_the_records_say_is_nobodys_to_reconsider(helene, camille, read):
    confirming.reconsider(reading=read, on=TUESDAY, by=by(camille), at=paris("2025-06-03"))
    assert standing(helene, TUESDAY) == [("longer", None)]


def test_of_two_gifts_the_word_about_one_leaves_the_other(helene, camille):
    one, other = ids.derived("one"), ids.derived("other")
    keeping.keep(
        found=[keeping.Found(helene.id, ReadingKind.DATE, "yearly", 60, {}, about=about) for about in (one, other)],
        kind=ReadingKind.DATE, considered=None, on=MONDAY,
    )  # fmt: skip
    confirming.confirm(reading=Reading.objects.get(about=one), on=TUESDAY, by=by(camille), at=paris("2025-06-03"))
    told = Reading.objects.standing(TUESDAY).values_list("about", "said_by")
    assert dict(told) == {one: camille.id, other: None}
