"""For whom it was, in four answers (Z-12), and a secret kept until a person says that it was given (ruling 13)."""

import datetime as dt

import pytest

from carnet.clients.actions import households, introducing
from carnet.clients.kinds import HouseholdRole
from carnet.clients.models import Client
from carnet.journal import sealing
from carnet.journal.models import Detail
from carnet.purchases import queries
from carnet.purchases.actions import giving, recording
from carnet.purchases.kinds import GiftKind
from carnet.purchases.models import Gift
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.people import THE_HOUSE, by

AT = paris("2025-03-04")
LATER = paris("2025-09-01")
GIVEN = dt.date(2025, 3, 14)


@pytest.fixture
def at_home(helene, paolo):
    home = households.found(name="The Marchettis", by=THE_HOUSE, at=people.OPENED)
    for client, role in ((helene, HouseholdRole.PRIMARY), (paolo, HouseholdRole.SPOUSE)):
        households.join(household=home, client=client, role=role, by=THE_HOUSE, at=people.OPENED)


@pytest.fixture
def pendant(helene, paolo) -> Gift:
    return story.gift(story.sale(paolo, cast.LUNE_PENDANT, on=AT), to=helene, on=AT, occasion="birthday", day=GIVEN)


def given(gift, camille, at=LATER):
    giving.was_given(gift=gift, on=GIVEN, said_by=camille, by=by(camille), at=at)


def has(client, at):
    return [each.sku for each in queries.owned_by(client, at)]


def test_z12_a_sale_says_nothing_of_for_whom_until_somebody_does(paolo):
    sold = story.sale(paolo, cast.LUNE_PENDANT, on=AT)
    assert not Gift.objects.filter(line=story.only_line(sold)).exists()


@pytest.mark.parametrize("kind", GiftKind)
def test_z12_the_four_answers_are_told_apart(paolo, helene, kind):
    line = story.only_line(story.sale(paolo, cast.LUNE_PENDANT, on=AT))
    recording.for_whom(
        line=line, kind=kind, recipient=helene, recipient_words="his sister", occasion="birthday", occasion_on=GIVEN,
        by=THE_HOUSE, at=AT,
    )  # fmt: skip
    kept = Gift.objects.select_related("occasion").get()
    assert (kept.kind, kept.recipient) == (kind, helene if kind == GiftKind.KNOWN else None)
    hers = kind == GiftKind.HERSELF
    assert (kept.recipient_words, kept.occasion and kept.occasion.code, kept.occasion_on) == (
        ("", None, None) if hers else ("his sister", "birthday", GIVEN)
    )


def test_z12_nobody_named_is_not_oneself_nor_a_name_without_a_person(paolo):
    line = story.only_line(story.sale(paolo, cast.LUNE_PENDANT, on=AT))
    with pytest.raises(recording.CannotSay, match="Say who it is for"):
        recording.for_whom(line=line, kind=GiftKind.KNOWN, by=THE_HOUSE, at=AT)
    with pytest.raises(recording.CannotSay, match="That is the buyer"):
        recording.for_whom(line=line, kind=GiftKind.KNOWN, recipient=paolo, by=THE_HOUSE, at=AT)
    assert not Gift.objects.exists()


def test_z12_the_answer_may_be_put_right_and_the_journal_keeps_the_first(pendant, paolo):
    recording.for_whom(line=pendant.line, kind=GiftKind.HERSELF, by=THE_HOUSE, at=LATER)
    kept = Gift.objects.get()
    assert (kept.kind, kept.recipient, kept.occasion, kept.known_from) == ("herself", None, None, LATER)
    detail = sealing.opened(Detail.objects.get(line=kept.noted_in))
    assert (detail["before"]["kind"], detail["before"]["occasion__code"], detail["after"]["kind"]) == (
        "known", "birthday", "herself",
    )  # fmt: skip


def test_u3_an_unnamed_gift_is_nobodys_at_home(paolo, helene, at_home):
    story.gift(story.sale(paolo, cast.LUNE_PENDANT, on=AT), to=None, on=AT)
    told = [list(queries.received(helene, LATER)), list(queries.speakable_at_home(helene, LATER)), has(helene, LATER)]
    assert told == [[], [], []]


def test_u3_a_gift_is_on_nobodys_page_before_somebody_says_it_was_given(pendant, paolo, helene, camille, at_home):
    def told(at):
        return [len(queries.received(helene, at)), len(queries.speakable_at_home(helene, at)), has(helene, at)]

    after_the_day = paris("2025-04-01")
    assert [told(at) for at in (AT, after_the_day)] == [[0, 0, []]] * 2
    given(pendant, camille)
    assert [told(at) for at in (after_the_day, LATER)] == [[0, 0, []], [1, 1, ["VC-LUN-P"]]]
    assert has(paolo, LATER) == []


def test_u3_said_too_early_it_is_secret_again(pendant, helene, camille):
    given(pendant, camille)
    giving.was_not_given(gift=pendant, by=by(camille), at=LATER)
    kept = Gift.objects.get()
    assert (kept.given_on, kept.given_said_by, kept.given_said_at) == (None, None, None)
    assert has(helene, LATER) == []


def test_u3_what_one_bought_for_oneself_was_not_given(paolo, camille):
    gift = story.for_herself(story.sale(paolo, cast.MERIDIEN, on=AT), on=AT)
    with pytest.raises(recording.CannotSay, match="a piece for themselves"):
        given(gift, camille)


def test_h8_h10_at_home_one_sees_what_another_bought_for_oneself_and_nothing_unsaid(paolo, helene, at_home):
    told = story.sale(paolo, cast.MERIDIEN, on=AT)
    story.sale(paolo, cast.RIVIERE, on=AT)
    story.for_herself(told, on=LATER)
    seen = [[line.reference.sku for line in queries.speakable_at_home(helene, at)] for at in (AT, LATER)]
    assert seen == [[], ["VC-MER-38"]]


def test_u4_a_receiver_who_is_no_client_is_kept_lightly(paolo, mail):
    sister = introducing.introduce(
        person=introducing.Person(given="Chiara"), boutique=mail, mentioned_only=True, by=THE_HOUSE, at=AT
    )
    gift = story.gift(story.sale(paolo, cast.LUNE_PENDANT, on=AT), to=sister, on=AT)
    assert (gift.recipient, Client.objects.get(id=sister.id).is_mentioned_only) == (sister, True)
