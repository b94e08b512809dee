"""An advisor brings her own book: matches are proposed, never merged; the new wait for her manager and are asked in person."""

from __future__ import annotations

import datetime as dt

import pytest

from carnet.books import policy
from carnet.books import queries as books
from carnet.books.actions import claiming
from carnet.books.models import Claim
from carnet.clients.actions import introducing
from carnet.clients.models import Candidate, Client, ClientPoint
from carnet.consent.models import Permission
from carnet.integrations.files import matching, reporting
from carnet.integrations.files.actions import undoing
from carnet.integrations.files.reading.sentences import Unreadable
from tests import cast
from tests.factories import exports, people
from tests.integrations.files.reading.test_cards import cards

pytestmark = pytest.mark.django_db
LATER = exports.TODAY + dt.timedelta(days=1)
HERS = {"Name": "Hélène Marchetti", "E-mail": "helene.marchetti@example.test", "Phone": "+33 1 99 00 11 01"}
NEW = {"Name": "Ottilie Brandt", "E-mail": "ottilie.brandt@example.test", "Phone": "+33 1 99 00 11 50"}


@pytest.fixture
def her_book(bring, camille):
    """Camille's sheet, taken in."""

    def take_in(*rows, **how):
        return bring(*rows, member=camille, by=people.by(camille), **how)

    return take_in


def test_the_new_are_pending_until_her_manager_says_yes(her_book, mail, camille, ines):
    made = her_book(NEW)
    claim = Claim.objects.get()
    assert (str(claim.client), claim.member, claim.outcome, made.for_member) == ("Ottilie Brandt", camille, "", camille)
    assert not books.book_of(advisor=camille, as_of=exports.TODAY).exists()
    claiming.confirm(claim=claim, boutique=mail, by=people.by(ines), at=LATER)
    assert [str(client) for client in books.book_of(advisor=camille, as_of=LATER)] == ["Ottilie Brandt"]


def test_she_brings_address_cards_too(her_book, tmp_path, mail, camille):
    path = tmp_path / "book.vcf"
    path.write_text(cards(("Ottilie Brandt", "Ottilie", "Brandt"), ("渡辺 健司", "健司", "渡辺")), encoding="utf-8")
    made = exports.take_in(path, member=camille, by=people.by(camille))
    assert made.counts["people"]["new"] == made.counts["claims"] == 2
    assert sorted(str(client) for client in Client.objects.all()) == ["Ottilie Brandt", "渡辺 健司"]
    again = exports.take_in(path, member=camille, by=people.by(camille), at=LATER)
    assert (again.counts["people"]["new"], again.counts["claims"]) == (0, 0)


def test_permission_is_asked_in_person_whatever_the_sheet_says(her_book):
    her_book({**NEW, "Accepts Email Marketing": "yes"}, {**HERS, "Accepts Email Marketing": "no"})
    asked = Permission.objects.filter(client__display="Ottilie Brandt")
    assert [(each.purpose, each.channel, each.answer) for each in asked] == [("invitation", "any", "ask")]
    assert sorted(Permission.objects.filter(client__display="Hélène Marchetti").values_list("channel", "answer")) == [
        ("any", "ask"), ("email", "no"),
    ]  # fmt: skip


def test_somebody_known_already_is_proposed_as_a_match_and_stays_as_she_is(her_book, camille):
    known = people.client(cast.HELENE, of=camille)
    before = list(ClientPoint.objects.filter(client=known).values())
    made = her_book({**HERS, "Name": "Hélène M.", "Customer ID": "1"})
    brought = Client.objects.get(display="Hélène M.")
    pair = Candidate.objects.filter(noted_in=made.noted_in).first()
    assert {pair.client, pair.other} == {known, brought}
    known.refresh_from_db()
    assert (str(known), list(ClientPoint.objects.filter(client=known).values())) == ("Hélène Marchetti", before)
    assert [(match.brought, match.known) for match in matching.matches(made, camille, exports.TODAY)] == [
        (brought, known)
    ]


def test_a_match_that_is_hidden_from_her_is_neither_shown_nor_counted(her_book, mail, camille, ines):
    hidden = people.client(cast.HELENE)
    introducing.describe(client=hidden, changes={"sensitivity": "vip"}, by=people.by(ines), at=people.OPENED)
    assert hidden not in policy.clients_visible_to(camille, exports.TODAY)
    made = her_book({**HERS, "Name": "Hélène M."})
    assert matching.matches(made, camille, exports.TODAY) == []
    told = " ".join(reporting.sentences(made, dry_run=False))
    assert made.counts["candidates"] == 0
    assert "address" not in told
    assert [match.known for match in matching.matches(made, ines, exports.TODAY)] == [hidden], "Her manager sees it."


def test_an_id_in_her_sheet_never_touches_whom_the_house_knows_by_that_id(bring, her_book):
    bring({**HERS, "Customer ID": "C-1"}, source="file")
    known = Client.objects.get()
    her_book({"Customer ID": "C-1", "Name": "Somebody Else"})
    known.refresh_from_db()
    assert (str(known), Client.objects.count()) == ("Hélène Marchetti", 2)


def test_only_people_are_hers_to_bring(her_book):
    with pytest.raises(Unreadable, match="One’s own book is people"):
        her_book({"Order": "S-1", "Date": "2026-01-10", "SKU": "VC-LUN-P", "Price": "3900"})


def test_her_report_says_nothing_of_the_house(her_book):
    told = reporting.sentences(her_book(NEW), dry_run=False)
    assert told == [
        "1 row read.", "People: 1 new, 0 changed, 0 as they were.",
        "1 person waits for your manager’s yes; permission to write is asked in person.",
    ]  # fmt: skip


def test_it_is_taken_back_like_any_other(her_book):
    made = her_book(NEW)
    stayed = undoing.undo(made=made, by=exports.THE_COMMAND, at=LATER)
    assert (stayed.clients, Client.objects.count(), Claim.objects.count()) == ([], 0, 0)


def test_whom_the_manager_has_confirmed_stays(her_book, mail, camille, ines):
    made = her_book(NEW)
    claiming.confirm(claim=Claim.objects.get(), boutique=mail, by=people.by(ines), at=LATER)
    stayed = undoing.undo(made=made, by=exports.THE_COMMAND, at=LATER + dt.timedelta(hours=1))
    assert [str(client) for client in stayed.clients] == ["Ottilie Brandt"]
