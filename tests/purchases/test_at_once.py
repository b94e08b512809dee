"""A till, a tablet and a telephone, at the very same time."""

import datetime as dt
from decimal import Decimal

import pytest

from carnet.clients.kinds import Certainty
from carnet.interactions.kinds import Left
from carnet.occasions.models import Occasion
from carnet.purchases.actions import meaning, recording, returning
from carnet.purchases.kinds import GiftKind, MeaningKind
from carnet.purchases.models import Correction, Gift, Meaning, Return, Sale, Word
from tests import cast
from tests.conftest import paris
from tests.factories import story
from tests.factories.at_once import while_open
from tests.factories.broken import again, broken
from tests.factories.people import THE_HOUSE

pytestmark = pytest.mark.django_db(transaction=True)
AT = paris("2025-03-04")
LATER = paris("2025-03-04", "12:00")


def test_one_piece_comes_back_once(paolo):
    line = story.only_line(story.sale(paolo, cast.MERIDIEN, on=AT))

    def back():
        return returning.return_line(line=line, quantity=1, amount=Decimal(12_400), happened_at=AT, by=THE_HOUSE, at=AT)

    second = while_open(back, back)
    assert str(second.error) == "1 were sold and 1 came back already: 1 more cannot."
    assert Return.objects.count() == 1


def test_cancelled_by_two_at_once_a_sale_is_cancelled_once(paolo):
    sold = story.sale(paolo, cast.MERIDIEN, on=AT)

    def cancel(at):
        recording.cancel(sale=sold, by=THE_HOUSE, at=at, reason="mistake")

    assert while_open(lambda: cancel(AT), lambda: cancel(LATER)).error is None
    assert (Sale.objects.get().cancelled_at, Correction.objects.count()) == (AT, 1)


def test_of_two_readings_at_once_the_second_revises_the_first(paolo):
    sold = story.sale(paolo, cast.MERIDIEN, on=AT)
    meaning.say(
        sale=sold, kind=MeaningKind.EVERYDAY, words="For work", certainty=Certainty.GUESSED, by=THE_HOUSE, at=AT
    )

    def say(words, at):
        return meaning.say(
            sale=sold, kind=MeaningKind.FAREWELL, words=words, certainty=Certainty.STATED, by=THE_HOUSE, at=at
        )

    second = while_open(lambda: say("His father's", AT), lambda: say("His father's last birthday", LATER))
    assert second.error is None
    revised = Meaning.objects.filter(revises__isnull=False).order_by("known_from", "id")
    assert [(each.revises.words, each.words) for each in revised] == [
        ("For work", "His father's"),
        ("His father's", "His father's last birthday"),
    ]


def test_two_visits_that_say_bought_find_one_sale_between_them(paolo, camille):
    sold = story.sale(paolo, cast.MERIDIEN, on=AT)

    def visit():
        return story.visit(paolo, to=camille, on=AT, kept=LATER, left=Left.BOUGHT)

    assert while_open(visit, visit).error is None
    assert sorted(str(word.sale) for word in Word.objects.select_related("sale")) == sorted([str(sold), "None"])


def test_a_visit_and_its_sale_kept_at_once_find_each_other(paolo, camille):
    second = while_open(
        lambda: story.sale(paolo, cast.MERIDIEN, on=AT),
        lambda: story.visit(paolo, to=camille, on=AT, kept=LATER, left=Left.BOUGHT),
    )
    assert second.error is None
    assert Word.objects.get().sale == Sale.objects.get()


def test_past_the_acts_the_database_lets_one_word_have_a_sale(paolo, camille):
    sold = story.sale(paolo, cast.MERIDIEN, on=AT)
    words = []
    for day in ("2025-05-04", "2025-06-04"):
        visit = story.visit(paolo, to=camille, on=paris(day), left=Left.BOUGHT)
        words.append(Word.objects.get(encounter=visit))

    def take(word):
        return Word.objects.filter(id=word.id).update(sale=sold)

    second = while_open(lambda: take(words[0]), lambda: take(words[1]))
    assert broken(second.error) == "purchases_word_one_per_sale"


def test_past_the_acts_the_database_takes_a_sale_of_another_system_in_once(paolo):
    sold = story.sale(paolo, cast.MERIDIEN, on=AT)

    def take_in():
        return again(sold, source="till", external_id="42")

    assert broken(while_open(take_in, take_in).error) == "purchases_sale_taken_in_once"


def test_for_whom_and_whose_it_was_said_at_once_teach_the_day_they_share(paolo, helene):
    sold = story.sale(None, cast.LUNE_PENDANT, on=AT)
    line = story.only_line(sold)

    def for_whom():
        return recording.for_whom(
            line=line, kind=GiftKind.KNOWN, recipient=helene, occasion="birthday", occasion_on=dt.date(2025, 3, 14),
            by=THE_HOUSE, at=AT,
        )  # fmt: skip

    second = while_open(for_whom, lambda: recording.identify(sale=sold, client=paolo, by=THE_HOUSE, at=LATER))
    assert second.error is None
    assert list(Occasion.objects.values_list("giver", "client", "day", "month")) == [(paolo.id, helene.id, 14, 3)]


def test_for_whom_said_twice_at_once_is_one_answer_and_one_day(paolo, helene):
    line = story.only_line(story.sale(paolo, cast.LUNE_PENDANT, on=AT))

    def say(day):
        return recording.for_whom(
            line=line, kind=GiftKind.KNOWN, recipient=helene, occasion="birthday", occasion_on=day, by=THE_HOUSE, at=AT
        )

    second = while_open(lambda: say(dt.date(2025, 3, 14)), lambda: say(dt.date(2025, 3, 15)))
    assert second.error is None
    assert Gift.objects.get().occasion_on == dt.date(2025, 3, 15)
    assert [each.day for each in Occasion.objects.filter(period__contains=LATER)] == [15]
