"""Madame Canari-Zwei asks to be forgotten."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from django.db.models import Sum

from carnet.clients.models import Client, ClientPoint, ContactPoint, Fact, Household
from carnet.consent import queries as consent
from carnet.consent.models import Permission, Suppression
from carnet.integrations.files.models import RefusedRow, SourceRow
from carnet.intelligence.kinds import ReadingKind
from carnet.intelligence.models import Consequence, Pass, Reading, Rhythm, Signal, StateChange, Unread
from carnet.interactions.models import Encounter, Promise
from carnet.journal.models import Detail, Line, SubjectKey
from carnet.journal.sealing import opened
from carnet.outreach.models import Day, Decided, Suggestion
from carnet.privacy import forgotten, queries
from carnet.privacy.actions import erasing
from carnet.products.models import Ownership, ProvenanceEntry
from carnet.purchases.models import Gift, Return, Sale
from carnet.purchases.models import Line as SoldLine
from tests.conftest import paris
from tests.factories import people
from tests.privacy import canaries

ASKED_ON = paris("2026-11-21")
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def home(tmp_path, settings):
    """A house of its own on the disk: the list of the forgotten, refused rows, uploads."""
    settings.CARNET_HOME = tmp_path / "house"
    settings.CARNET_HOME.mkdir()
    return settings.CARNET_HOME


@pytest.fixture
def her(home, tmp_path) -> Client:
    return canaries.a_whole_life(tmp_path)


def forget(her):
    return erasing.carry_out(client=her, by=people.THE_HOUSE, at=ASKED_ON)


def figures():
    lines = SoldLine.objects.aggregate(Sum("total"), Sum("quantity"))
    return (
        lines
        | Return.objects.aggregate(Sum("amount"))
        | {
            "sales": Sale.objects.count(),
            "by_day": list(Sale.objects.values_list("happened_at", "currency").order_by("id")),
        }
    )


def test_before_it_the_house_is_full_of_her(her, home):
    found = "\n".join(canaries.found_in(canaries.everything_written()))
    for word in (
        "fact",
        "promise",
        "visit",
        "complaint",
        "consent",
        "hold",
        "note",
        "refused",
        "rest",
        "answer",
        "born nowhere",
        "bond-otherwise",
    ):
        assert f"canari-{word}" in found or f"canari {word}" in found, word


def test_afterwards_no_word_of_her_is_left_and_the_figures_are_the_same(her, home):
    before = figures()
    erased = forget(her)
    assert canaries.found_in(canaries.everything_written()) == []
    assert figures() == before
    assert erased.gone["clients.Client"] == 1
    assert erased.without_her["purchases.Sale"] == 3
    assert not Client.objects.filter(id=her.id).exists()


def test_the_line_in_the_journal_holds_nothing_but_her_id_and_a_code(her, home):
    forget(her)
    line = Line.objects.get(act="clients.forgotten")
    assert (line.on_kind, line.on_id, line.reason, line.digest) == ("client", her.id, "asked", "")


def test_her_details_in_the_journal_cannot_be_opened_any_more(her, home):
    details = list(Detail.objects.filter(subject=her.id))
    assert any(opened(detail) for detail in details)
    forget(her)
    assert not SubjectKey.objects.filter(subject=her.id).exists()
    assert [opened(detail) for detail in details] == [None] * len(details)
    assert Detail.objects.filter(subject=her.id).count() == len(details)


def test_her_husband_keeps_his_story_without_her_name(her, home):
    forget(her)
    paolo = Client.objects.get(display="Paolo Marchetti", external_ids__isnull=True)
    shared = Encounter.objects.get(presences__client=paolo)
    assert shared.words == "… and Paolo looked at the grey strap."
    assert Promise.objects.get(client=paolo).words == "A strap, as … wished"
    fact = Fact.objects.get(client=paolo)
    assert (fact.words, fact.hidden_from) == ("A surprise for …", None)
    gift = Gift.objects.get(line__sale__client=paolo)
    assert (gift.kind, gift.recipient, gift.recipient_words) == ("unnamed", None, "")
    assert Household.objects.get().name == "Paolo and …"
    assert ContactPoint.objects.filter(clients__client=paolo, value="+33199001166").exists()
    assert not Suggestion.objects.filter(reasons__icontains="canari").exists()


def test_nothing_is_left_of_how_she_was_read_and_he_is_read_without_her(her, home):
    forget(her)
    paolo = Client.objects.get(display="Paolo Marchetti", external_ids__isnull=True)
    kept = [(each.client, each.kind, each.words) for each in Reading.objects.filter(said_by__isnull=False)]
    assert kept == [(paolo, ReadingKind.BOND, "… decides")]
    assert [each for each in Reading.objects.all() if each.client_id == her.id or str(her.id) in str(each.values)] == []
    assert Rhythm.objects.get(client=paolo).home is None
    assert [each.through for each in Pass.objects.all()] == [None]
    about_her = (Consequence, Rhythm, Signal, StateChange, Unread)
    assert [table.objects.filter(client=her.id).count() for table in about_her] == [0] * 5


def test_the_piece_keeps_its_past_without_her_name(her, home):
    forget(her)
    assert ProvenanceEntry.objects.get().words == "Sold to …"
    owned = Ownership.objects.get()
    assert (owned.client, owned.owner_words) == (None, "a private owner")


def test_the_rows_she_came_in_with_keep_their_number_alone(her, home):
    numbers = list(SourceRow.objects.order_by("id").values_list("taken_in", "line_number"))
    forget(her)
    assert list(SourceRow.objects.order_by("id").values_list("taken_in", "line_number")) == numbers
    kept = [json.loads(row.raw) for row in SourceRow.objects.order_by("id")]
    assert [cells[:3] for cells in kept if cells] == [
        ["W-3", "C-78", "Paolo Marchetti"],
        ["C-78", "Paolo", "Marchetti"],
    ]
    assert [cells[6] for cells in kept if cells][1] == "Married to …"
    assert set(RefusedRow.objects.values_list("raw", flat=True)) == {"[]"}


def test_mornings_that_left_her_in_peace_leave_the_others_there(her, home):
    others = Decided.objects.exclude(client=her).count()
    assert others
    assert Decided.objects.filter(client=her).exists()
    forget(her)
    assert Decided.objects.count() == others
    assert Day.objects.exists()


def test_it_is_done_or_nothing_is(her, home):
    before = canaries.found_in(canaries.everything_written())
    forgotten.path().mkdir()
    with pytest.raises(IsADirectoryError):
        forget(her)
    forgotten.path().rmdir()
    assert canaries.found_in(canaries.everything_written()) == before


def test_somebody_quicker_has_forgotten_her_already(her, home):
    forget(her)
    with pytest.raises(Client.DoesNotExist):
        forget(her)


def test_a_later_import_brings_her_back_as_somebody_who_is_not_written_to(her, home, tmp_path):
    forget(her)
    canaries._import(tmp_path, "sales.csv", canaries.SALES)
    returned = Client.objects.get(external_ids__external_id="C-77")
    said = consent.answers([returned.id], ASKED_ON)[returned.id]
    assert {(purpose.value, channel.value, answer.value) for (purpose, channel), answer in said.items()} == {
        ("care", "any", "no"), ("invitation", "any", "no"),
    }  # fmt: skip
    others = Permission.objects.exclude(client=returned).values_list("client__display", "purpose", "answer")
    assert list(others) == [("Paolo Marchetti", "invitation", "yes")]


def test_so_does_an_export_that_knows_no_number_of_hers_but_the_same_id(her, home, tmp_path):
    forget(her)
    canaries._import(tmp_path, "ids.csv", "Customer ID,First Name,Last Name\nC-77,Rose,Wren\nC-99,Ada,Heron\n")
    silent = Permission.objects.filter(answer="no").values_list("client__external_ids__external_id", flat=True)
    assert sorted(silent) == ["C-77", "C-77"]


def test_what_is_left_of_her_numbers_and_ids_are_marks(her, home):
    forget(her)
    entries, unsealed = forgotten.read([forgotten.path()])
    assert [(entry.client, entry.at, len(entry.marks)) for entry in entries] == [
        (her.id, ASKED_ON.astimezone(dt.UTC), 6)
    ]
    assert unsealed == 0
    assert set(Suppression.objects.values_list("mark", flat=True)) == set(entries[0].marks)


def test_a_line_added_by_hand_bears_no_seal(her, home):
    forget(her)
    said = json.loads(forgotten.path().read_text())
    forgotten.path().write_text(
        forgotten.path().read_text() + json.dumps(said | {"client": str(people.boutique().id)}) + "\n"
    )
    entries, unsealed = forgotten.read([forgotten.path()])
    assert (len(entries), unsealed) == (1, 1)


def test_her_copy_has_all_of_it_and_nothing_of_her_husband(her, home):
    copy = json.dumps(queries.copy_for(her), default=str, ensure_ascii=False)
    for word in (
        "fact",
        "promise",
        "visit",
        "consent",
        "hold",
        "sale",
        "recipient",
        "meant",
        "birthday",
        "note",
        "refused",
    ):
        assert f"canari-{word}" in copy, word
    assert "A surprise for" not in copy


def test_points_of_hers_that_others_share_stay_theirs(her, home):
    forget(her)
    assert ClientPoint.objects.filter(point__value="+33199001166").count() == 1
    assert not ContactPoint.objects.filter(value="+33199001155").exists()
