"""Somebody in whose every field stands a word that is found nowhere else: whoever finds one elsewhere has found a leak."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carnet.clients.models import Client
    from carnet.house.models import Member

FIELDS = ("display", "given", "family", "title", "reading", "preferred", "spoken", "written", "city", "prefers_hours")
TOLD = (
    "fact", "sentence", "private fact", "surprise", "expectation", "memory", "date", "promise", "visit", "private visit",
    "outcome", "company", "mood", "household", "relation", "matter", "sale", "gift", "hold",
)  # fmt: skip
MARKS = {name: f"CANARY{number:02}{name[:3].upper()}" for number, name in enumerate((*FIELDS, *TOLD), 1)}
MARKS |= {"email": "canary31@example.test", "phone": "+33639987351", "words": "CANARY-WORDS", "draft": "CANARY-DRAFT"}
"""By what each is: the last two are typed in the day's work itself."""


def somebody(member: Member, at: dt.datetime) -> str:
    """A client in her advisor's book, known for a year: her id."""
    from carnet.clients.actions import introducing
    from carnet.clients.kinds import PointKind
    from tests.factories import people

    before = at - dt.timedelta(days=365)
    her = introducing.introduce(
        person=introducing.Person(**{field: MARKS[field] for field in FIELDS}, gender="she", language="en", country="FR"),
        boutique=people.boutique(), by=people.THE_HOUSE, at=before,
    )  # fmt: skip
    introducing.reach(client=her, kind=PointKind.EMAIL, raw=MARKS["email"], by=people.THE_HOUSE, at=before)
    introducing.reach(client=her, kind=PointKind.PHONE, raw=MARKS["phone"], by=people.THE_HOUSE, at=before)
    _in_the_book(her, member, before)
    _known(her, member, before)
    _around(her, member, before)
    _between(her, member, at - dt.timedelta(days=20))
    return str(her.id)


def _in_the_book(her: Client, member: Member, at: dt.datetime) -> None:
    from carnet.books.actions import assigning
    from carnet.books.kinds import Why
    from tests.factories import people

    assigning.assign(
        client=her, member=member, boutique=people.boutique(), why=Why.INTRODUCED, by=people.THE_HOUSE, at=at
    )


def _known(her: Client, member: Member, at: dt.datetime) -> None:
    """Facts, of each kind of secrecy."""
    from carnet.clients.actions import noting
    from carnet.clients.kinds import Visibility
    from tests.factories import people

    by = people.by(member)
    noting.note(client=her, kind="note", words=MARKS["fact"], sentence=MARKS["sentence"], by=by, at=at)
    noting.note(client=her, kind="note", words=MARKS["private fact"], visibility=Visibility.PRIVATE, by=by, at=at)
    noting.note(client=her, kind="note", words=MARKS["surprise"], hidden_from=her, by=by, at=at)
    for kind in ("expectation", "memory"):
        noting.note(client=her, kind=kind, words=MARKS[kind], by=by, at=at)


def _around(her: Client, member: Member, at: dt.datetime) -> None:
    """Home, family, dates, what was bought and for whom."""
    from carnet.clients.actions import households, introducing
    from carnet.clients.kinds import HouseholdRole, RelationKind
    from carnet.kit import moments
    from carnet.occasions.actions import noting_dates
    from carnet.purchases.actions import recording
    from carnet.purchases.kinds import GiftKind
    from tests import cast
    from tests.factories import people, story

    by = people.by(member)
    home = households.found(name=MARKS["household"], by=by, at=at)
    households.join(household=home, client=her, role=HouseholdRole.PRIMARY, by=by, at=at)
    other = introducing.introduce(
        person=introducing.Person(display=MARKS["relation"]),
        boutique=people.boutique(),
        by=by,
        at=at,
        mentioned_only=True,
    )
    households.relate(client=her, other=other, kind=RelationKind.SIBLING, by=by, at=at)
    soon = at + dt.timedelta(days=365 + 12)
    noting_dates.note(
        kind="birthday", day_month=moments.DayMonth(min(soon.day, 28), soon.month), client=her, words=MARKS["date"], by=by, at=at
    )  # fmt: skip
    bought = story.sale(her, cast.LUNE_PENDANT, on=at, words=MARKS["sale"])
    recording.for_whom(
        line=story.only_line(bought), kind=GiftKind.UNNAMED, recipient_words=MARKS["gift"], by=people.THE_HOUSE, at=at
    )


def _between(her: Client, member: Member, at: dt.datetime) -> None:
    """Visits, a promise, a matter to settle, a hold."""
    from carnet.consent.actions import holding
    from carnet.interactions.actions import complaints
    from tests import cast
    from tests.factories import people, story

    story.visit(
        her, to=member, on=at, pieces=[cast.AUBE_SOLITAIRE], words=MARKS["visit"], outcome=MARKS["outcome"],
        company=MARKS["company"], mood=MARKS["mood"],
    )  # fmt: skip
    story.visit(her, to=member, on=at + dt.timedelta(days=1), words=MARKS["private visit"], is_private=True)
    story.promise(her, of=member, words=MARKS["promise"], due=(at + dt.timedelta(days=20)).date(), on=at)
    complaints.complain(
        client=her, words=MARKS["matter"], owner=member, boutique=people.boutique(), happened_at=at, by=people.by(member), at=at
    )  # fmt: skip
    holding.hold(client=her, because=MARKS["hold"], by=people.by(member), at=at + dt.timedelta(days=2))
