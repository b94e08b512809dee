"""What the house decides about reasons and restraint: first yesterday, then from which day; who decides, and nobody else."""

from __future__ import annotations

import datetime as dt
import html
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from carnet.clients.models import Client
from carnet.house import queries
from carnet.house.kinds import SettingName
from carnet.house.models import Member, Setting
from carnet.outreach import reasons
from carnet.outreach.queries import previewing
from tests import cast
from tests.conftest import paris
from tests.factories import morning, people, story
from tests.web.conftest import enter

PAGE = "/boutique/policy/"

YESTERDAY = morning.ON - dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def in_english(house):
    Member.objects.update(language="en")


@pytest.fixture
def odile(house):
    return enter(house.odile)


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def seen(browser) -> str:
    return words(browser.get(PAGE).content.decode())


def raised(**other: str) -> dict[str, str]:
    """The form of reasons as it stands, with something else in it."""
    said = {}
    for code, rule in reasons.every().items():
        said |= {f"reasons-{code}-{name}": str(days.usual) for name, days in rule.days.items()}
        said |= {f"reasons-{code}": "on"} if code != "promise" else {}
    return {name: value for name, value in (said | other).items() if value}


def shown(browser, group: str, form: dict[str, str]) -> str:
    answer = browser.post(f"{PAGE}{group}/", form | {"show": "1", "boutique": str(people.boutique().id)})
    assert answer.status_code == 200
    page = words(answer.content.decode())
    return page[page.index("With this, yesterday") : page.index("How many people a day")]


def test_every_group_is_there_with_what_holds_and_its_bounds(odile):
    page = seen(odile)
    for title in (
        "How many people a day",
        "How often",
        "Which reasons, and when",
        "How much of us",
        "Does restraint pay?",
    ):
        assert title in page
    assert "From 1 to 3, usually 1." in page
    assert "Off unless you decide otherwise." in page
    assert "Nothing yet: what is usual holds." in page
    form = odile.get(PAGE).content.decode()
    assert '<input type="checkbox" name="reasons-thanks"' in form
    assert "reasons-promise" not in form
    assert re.search(r'name="learning-share" value="0"', form)
    assert re.search(r'<option value="0.5" selected>half a message', form)


def test_a_reason_turned_off_would_have_left_somebody_in_peace_yesterday(house, odile):
    # Antoine came on the sixth and chose nothing yet.
    said = shown(odile, "reasons", raised(**{"reasons-visit": ""}))
    assert "rue du Mail · 9 March" in said
    assert "Would have been left in peace" in said
    assert "Antoine Renard" in said
    assert "A visit without a purchase would not have been raised that day." in said
    assert not Setting.objects.exists()


def test_somebody_would_have_come(house, odile):
    # Paolo bought on the seventh: with two days of waiting the morning of the ninth is the first.
    later = shown(odile, "reasons", raised(**{"reasons-thanks-opens": "3"}))
    assert "Would have been left in peace" in later
    assert "Thanks would not have been raised that day." in later
    fewer = shown(odile, "people", {"suggestions_a_day-value": "1"})
    assert "Has a reason that can wait" in fewer


def test_with_what_holds_yesterday_is_as_it_was(odile):
    assert "Yesterday would have been as it was." in shown(odile, "pace", {"days_between_letters-value": "42"})


def test_who_comes_is_told_why_and_who_moves_from_where(house):
    usual = queries.settings(morning.NOW)
    few = previewing.yesterday(people.boutique(), usual | {SettingName.SUGGESTIONS: 1}, YESTERDAY)
    Setting.objects.create(name="suggestions_a_day", value=1, since=paris("2026-03-01"))
    many = previewing.yesterday(people.boutique(), usual, YESTERDAY)
    assert [(each.client, each.was, each.would) for each in many] == [(each.client, None, each.was) for each in few]
    assert all(each.because for each in many)
    Setting.objects.all().delete()
    without = usual | {SettingName.REASONS: {"thanks": {"off": True}}}
    moved = previewing.yesterday(people.boutique(), without, YESTERDAY)
    assert [(str(each.client), each.was, each.would, each.because) for each in moved] == [
        ("Paolo Marchetti", 1, None, "Thanks would not have been raised that day."),
        ("Hélène Marchetti", 2, 1, "Came in on 1 March and left without a piece."),
        ("Antoine Renard", 3, 2, "Came in on 6 March and left without a piece."),
    ]
    page = shown(enter(house.odile), "reasons", raised(**{"reasons-thanks": ""}))
    assert "left without a piece. Place 1 on the list, and not 2." in page


def test_the_lists_of_yesterday_are_those_of_the_morning_before_anybody_answered(house, odile):
    story.letter(house.antoine, by=house.camille, on=paris("2026-03-09", "11:00"))
    assert "Antoine Renard" in shown(odile, "people", {"suggestions_a_day-value": "0"})


def test_nobody_hidden_from_the_reader_is_named(house, odile):
    Client.objects.filter(id=house.antoine.id).update(sensitivity="restricted")
    assert "Antoine Renard" not in shown(odile, "people", {"suggestions_a_day-value": "0"})


def test_it_is_decided_from_now_on_or_from_a_day_to_come(odile):
    odile.post(f"{PAGE}pace/", {"days_between_letters-value": "30", "decide": "1"})
    ahead = {"suggestions_a_day-value": "2", "suggestions_a_day-since": "2026-04-01", "decide": "1"}
    answer = odile.post(f"{PAGE}people/", ahead, follow=True)
    assert "Decided, from that day on." in words(answer.content.decode())
    assert queries.setting(SettingName.PACE_DAYS, morning.NOW) == 30
    assert queries.setting(SettingName.SUGGESTIONS, morning.NOW) == 3
    assert queries.setting(SettingName.SUGGESTIONS, paris("2026-04-01", "00:00")) == 2
    page = seen(odile)
    assert "From a day to come, by Odile" in page
    assert page.index("At most 2 people a day.") < page.index("30 days between two letters.")


def test_everything_decided_is_said_in_words(house, odile):
    for group, form in {
        "reasons": raised(**{"reasons-visit": "", "reasons-thanks-closes": "5"}),
        "pressure": {"pressure-least": "0.3", "pressure-most": "1.5"},
        "learning": {"learning-share": "10"},
    }.items():
        assert odile.post(f"{PAGE}{group}/", form | {"decide": "1"}).status_code == 302
    page = seen(odile)
    for said in (
        "A visit without a purchase: not raised.",
        "Thanks. Closes, in days after the purchase: 5.",
        "Somebody may carry from 0.3 to 1.5 messages.",
        "Chance leaves 10 moments of a hundred in peace.",
    ):
        assert said in page
    assert "salt" not in odile.get(PAGE).content.decode()
    kept = queries.settings(morning.NOW)
    assert kept[SettingName.REASONS] == {"visit": {"off": True}, "thanks": {"closes": 5}}
    for group, form in {"reasons": raised(), "learning": {"learning-share": "0"}}.items():
        odile.post(f"{PAGE}{group}/", form | {"decide": "1", f"{group}-since": "2026-03-11"})
    page = seen(odile)
    assert "Every reason is raised, at its usual time." in page
    assert "Nobody is left in peace by chance." in page


@pytest.mark.parametrize(
    ("group", "form", "said"),
    [
        ("pace", {"days_between_letters-value": "91"}, "less than or equal to 90"),
        ("pressure", {"pressure-least": "2.0", "pressure-most": "1.0"}, "two numbers from 0.3 to 2.0"),
        ("reasons", raised(**{"reasons-wear-opens": "35", "reasons-wear-closes": "21"}), "would close before it opens"),
        ("people", {"suggestions_a_day-value": "2", "suggestions_a_day-since": "2026-03-01"}, "from a day to come"),
        ("learning", {"learning-share": "60"}, "less than or equal to 50"),
    ],
)
def test_what_cannot_be_is_said_on_the_page_and_nothing_changes(odile, group, form, said):
    answer = odile.post(f"{PAGE}{group}/", form | {"decide": "1"})
    assert answer.status_code == 200
    assert said in words(answer.content.decode())
    assert not Setting.objects.exists()


def test_one_that_closes_before_it_opens_is_not_shown_either(odile):
    form = raised(**{"reasons-wear-opens": "35", "reasons-wear-closes": "21"})
    answer = odile.post(f"{PAGE}reasons/", form | {"show": "1"})
    assert "would close before it opens" in words(answer.content.decode())
    assert "With this, yesterday" not in answer.content.decode()


def test_a_letter_of_the_houses_own_is_kept_and_given_up_again(odile):
    own = {"wording-language": "en", "wording-reason": "wear", "wording-form": "formal", "decide": "1"}
    text = "I thought of you this morning.\r\n\r\nWith kind regards,"
    assert odile.post(f"{PAGE}letters/", own | {"wording-text": text}).status_code == 302
    kept = queries.setting(SettingName.WORDING, morning.NOW)
    assert kept == {"en": {"wear": {"formal": "I thought of you this morning.\n\nWith kind regards,"}}}
    assert "A letter of its own in English: How does it wear?." in seen(odile)
    refused = odile.post(f"{PAGE}letters/", own | {"wording-text": "Do hurry.\n\nYours,"})
    assert "The letter presses: “hurry”." in words(refused.content.decode())
    assert odile.post(f"{PAGE}letters/", own | {"wording-text": ""}).status_code == 302
    assert queries.setting(SettingName.WORDING, morning.NOW) == {}
    assert "Every letter is Carnet’s." in seen(odile)


def test_there_is_no_other_group(odile):
    assert odile.post(f"{PAGE}whim/", {"decide": "1"}).status_code == 404


def test_one_is_led_there_from_the_house_when_one_decides(house, odile):
    link = f'href="{PAGE}"'
    assert (
        link in odile.get("/house/").content.decode(),
        link in enter(house.ines).get("/house/").content.decode(),
    ) == (
        True,
        False,
    )


def test_yesterday_asks_as_much_for_a_full_book_as_for_a_short_one(house, odile):
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            shown(odile, "people", {"suggestions_a_day-value": "0"})
        return len(captured)

    few = asked()
    for number in range(20):
        known = people.client(
            cast.Acquaintance(display=f"Zoé {number:02}", given="Zoé", family="Test"), of=house.camille
        )
        story.sale(known, cast.AUBE_RING, on=paris("2026-03-06"))
    assert asked() <= few
