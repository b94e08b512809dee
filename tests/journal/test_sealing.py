"""What is personal in the journal is sealed, and can be forgotten without rewriting a line."""

import hashlib
import json

import pytest

from carnet.clients.actions import noting
from carnet.journal import sealing
from carnet.journal.models import Detail, Line, SubjectKey
from carnet.kit import db as rows
from tests import cast
from tests.conftest import paris
from tests.factories import people
from tests.factories.at_once import while_open

AT = paris("2025-03-04")
SECRET = "Allergic to nickel since childhood"


@pytest.fixture
def noted(camille):
    helene = people.client(cast.HELENE)
    return noting.note(client=helene, kind="note", words=SECRET, by=people.by(camille), at=AT)


def everything_in(table: str) -> str:
    return "\n".join(
        row
        for (row,) in rows.select(f"select t::text || encode(coalesce(t.*::text, '')::bytea, 'escape') from {table} t")
    )


def test_no_word_of_hers_can_be_read_in_the_journal(noted):
    told = "".join(everything_in(table) for table in ("journal_line", "journal_detail", "journal_subjectkey"))
    raw = b"".join(bytes(detail.sealed) for detail in Detail.objects.all())
    for word in ("nickel", "Marchetti", "Hélène", "helene", cast.HELENE.phone, cast.HELENE.email):
        assert word not in told
        assert word.encode() not in raw
    assert Detail.objects.count() > 0
    assert "nickel" in everything_in("clients_fact")


def test_the_house_can_open_what_it_sealed(noted):
    assert sealing.opened(Detail.objects.get(line=noted.noted_in)) == {"words": SECRET}


def test_when_her_key_is_erased_nobody_opens_it_and_the_line_still_verifies(noted):
    line, detail = noted.noted_in, Detail.objects.get(line=noted.noted_in)
    before = Line.objects.filter(id=line.id).values().get()
    copy = sealing.unsealed(detail)
    SubjectKey.objects.filter(subject=noted.client_id).delete()
    assert sealing.opened(detail) is None
    assert Line.objects.filter(id=line.id).values().get() == before
    assert sealing.verifies(line, copy)
    assert not sealing.verifies(line, copy | {"detail": {"words": "Allergic to gold"}})


def test_nobody_can_try_out_words_until_one_fits(noted):
    line = noted.noted_in
    guesses = [{"words": SECRET}, {"detail": {"words": SECRET}}]
    digests = {
        hashlib.sha256(json.dumps(each, sort_keys=True, ensure_ascii=False).encode()).hexdigest() for each in guesses
    }
    assert line.digest not in digests


def test_the_same_words_twice_leave_two_digests(noted, camille):
    again = noting.note(client=noted.client, kind="note", words=SECRET, by=people.by(camille), at=AT)
    assert again.noted_in.digest != noted.noted_in.digest


def test_another_persons_details_stay_readable(noted, camille):
    paolo = people.client(cast.PAOLO)
    his = noting.note(client=paolo, kind="note", words="Prefers steel", by=people.by(camille), at=AT)
    SubjectKey.objects.filter(subject=noted.client_id).delete()
    assert sealing.opened(Detail.objects.get(line=his.noted_in)) == {"words": "Prefers steel"}


@pytest.mark.django_db(transaction=True)
def test_two_first_acts_on_one_person_share_one_key(camille):
    helene = people.client(cast.HELENE)
    SubjectKey.objects.all().delete()

    def note(words):
        return noting.note(client=helene, kind="note", words=words, by=people.by(camille), at=AT)

    second = while_open(lambda: note("Likes peonies"), lambda: note("Likes silence"))
    assert second.error is None
    assert SubjectKey.objects.filter(subject=helene.id).count() == 1
    told = [sealing.opened(detail) for detail in Detail.objects.filter(line__act="clients.fact_noted")]
    assert sorted(each["words"] for each in told) == ["Likes peonies", "Likes silence"]
