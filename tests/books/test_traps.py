"""Where the obvious reading of a book would be wrong."""

import datetime as dt

import pytest

from carnet.books import queries
from carnet.books.actions import assigning
from carnet.books.kinds import AssignmentKind, Why
from carnet.books.models import Assignment
from carnet.clients.models import Client, Household
from tests import cast
from tests.conftest import paris
from tests.factories import people
from tests.factories.people import THE_HOUSE, by

AT = paris("2025-03-04")


def take_over(client, member, mail, at=AT, **more):
    return assigning.transfer(
        client=client, to=member, boutique=mail, why=Why.CLIENTS_CHOICE, by=THE_HOUSE, at=at, **more
    )


def test_z01_two_secondaries_may_end_together_and_two_primaries_never_overlap(helene, camille, yumi, ines, mail):
    local = {
        "client": helene,
        "boutique": mail,
        "kind": AssignmentKind.SECONDARY,
        "why": Why.KNOWS_HER,
        "by": THE_HOUSE,
    }
    assigning.assign(member=yumi, at=AT, **local)
    elsewhere = {**local, "boutique": people.boutique(cast.GINZA)}
    assigning.assign(member=ines, at=AT, **elsewhere)
    for member in (yumi, ines):
        assigning.release(client=helene, member=member, by=THE_HOUSE, at=paris("2025-06-01"), reason="mistake")
    ended = Assignment.objects.filter(client=helene, kind=AssignmentKind.SECONDARY)
    assert {each.period.upper for each in ended} == {paris("2025-06-01")}
    with pytest.raises(assigning.CannotAssign):
        assigning.assign(client=helene, member=yumi, boutique=mail, why=Why.KNOWS_HER, by=THE_HOUSE, at=AT)


def test_z07_there_is_one_truth_about_whose_client_she_is():
    for model in (Client, Household):
        names = {field.name for field in model._meta.get_fields()}
        assert not names & {"advisor", "primary_advisor", "owner", "member"}


def test_z07_who_has_her_is_read_from_the_assignments_of_that_day(helene, camille, yumi, mail):
    take_over(helene, yumi, mail)
    before, after = AT - dt.timedelta(seconds=1), AT
    assert queries.primary_of([helene.id], before) == {helene.id: camille}
    assert queries.primary_of([helene.id], after) == {helene.id: yumi}
    assert [each.member for each in queries.holders_of(helene, after)] == [yumi]


def test_the_book_of_any_past_day_is_the_book_of_that_day(helene, antoine, camille, yumi, mail):
    take_over(helene, yumi, mail, note="She asked for Yumi.")
    assigning.assign(
        client=antoine, member=camille, boutique=mail, why=Why.KNOWS_HER, by=THE_HOUSE, at=paris("2025-04-01")
    )
    books = {
        day: [set(queries.book_of(advisor=each, as_of=paris(day))) for each in (camille, yumi)]
        for day in ("2024-06-01", "2025-03-05", "2025-04-02")
    }
    assert books == {
        "2024-06-01": [{helene}, set()],
        "2025-03-05": [set(), {helene}],
        "2025-04-02": [{antoine}, {helene}],
    }


def test_a_transfer_names_the_one_before_and_why_and_leaves_no_gap(helene, camille, yumi, mail):
    taken = take_over(helene, yumi, mail, note="She asked for Yumi.")
    assert (taken.transferred_from, taken.why, taken.note) == (camille, Why.CLIENTS_CHOICE, "She asked for Yumi.")
    first = Assignment.objects.get(member=camille)
    assert first.period.upper == taken.period.lower == AT


def test_she_is_not_handed_to_the_one_who_has_her(helene, camille, mail):
    with pytest.raises(assigning.CannotAssign, match="in Camille Aubry’s book already"):
        take_over(helene, camille, mail)


def test_somebody_whom_nobody_has_is_simply_given(antoine, yumi, mail):
    assert take_over(antoine, yumi, mail).transferred_from is None


def test_a_cover_begins_and_ends_by_itself_and_is_had_once(helene, camille, yumi, mail):
    def cover(until):
        return assigning.cover(client=helene, member=yumi, boutique=mail, until=until, by=by(camille), at=AT)

    with pytest.raises(assigning.CannotAssign, match="ends after it begins"):
        cover(AT)
    cover(paris("2025-03-20"))
    with pytest.raises(assigning.CannotAssign, match="Yumi Tanabe looks after her already"):
        cover(paris("2025-04-20"))
    seen = [
        helene in queries.book_of(advisor=yumi, as_of=paris(day)) for day in ("2025-03-03", "2025-03-19", "2025-03-20")
    ]
    assert seen == [False, True, False]
    assert [each.member for each in queries.holders_of(helene, paris("2025-03-10"))] == [camille, yumi]


def test_a_cover_has_an_end_from_the_start(helene, yumi, mail):
    with pytest.raises(assigning.CannotAssign, match="A cover has an end"):
        assigning.assign(
            client=helene, member=yumi, boutique=mail, kind=AssignmentKind.COVER, why=Why.ABSENCE, by=THE_HOUSE, at=AT
        )


def test_the_same_advisor_is_not_given_her_twice(helene, yumi, mail):
    def give(boutique):
        return assigning.assign(
            client=helene,
            member=yumi,
            boutique=boutique,
            kind=AssignmentKind.SECONDARY,
            why=Why.KNOWS_HER,
            by=THE_HOUSE,
            at=AT,
        )

    give(mail)
    with pytest.raises(assigning.CannotAssign, match="Yumi Tanabe’s book already"):
        give(people.boutique(cast.GINZA))


def test_the_boutiques_book_is_those_whom_nobody_there_has(helene, antoine, camille, yumi, mail):
    def unheld(day):
        return set(queries.boutiques_book(boutique=mail, as_of=paris(day)))

    assert unheld("2025-03-03") == {antoine}
    assigning.release(client=helene, member=camille, by=THE_HOUSE, at=AT, reason="departure")
    assert unheld("2025-03-03") == {antoine}
    assert unheld("2025-03-05") == {antoine, helene}
    assigning.assign(
        client=antoine,
        member=yumi,
        boutique=mail,
        kind=AssignmentKind.SECONDARY,
        why=Why.KNOWS_HER,
        by=THE_HOUSE,
        at=AT,
    )
    assert unheld("2025-03-05") == {helene}
