"""What can be told in a story, a word at a time; one that settles something settles the last of its kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db import transaction

from carnet.clients.actions import households, introducing
from carnet.clients.kinds import Certainty, HouseholdRole, RelationKind
from carnet.clients.models import Relation
from carnet.consent.actions import holding, stating, taking_in
from carnet.consent.kinds import Act, BasisKind, Channel, Purpose, Scope
from carnet.house.actions import admitting
from carnet.intelligence.actions import confirming, life_moments
from carnet.intelligence.kinds import ReadingKind, Rests
from carnet.intelligence.models import Consequence
from carnet.interactions.actions import complaints, logging, promises
from carnet.interactions.kinds import (
    EncounterChannel,
    EncounterKind,
    Handled,
    Left,
    PromisedBy,
    PromiseOutcome,
    Started,
)
from carnet.interactions.models import Complaint, Encounter, Promise
from carnet.journal import recording as journal
from carnet.kit import acts, db, moments
from carnet.occasions.actions import noting_dates
from carnet.occasions.kinds import Recurrence
from carnet.occasions.models import Occasion
from carnet.purchases.actions import giving, meaning, recording
from carnet.purchases.kinds import GiftKind, MeaningKind
from carnet.purchases.models import Gift, Sale
from tests.factories import people, story
from tests.golden.telling import PIECES, Telling, When, instant

TAKEN = """
    create temp table taken_permissions on commit drop as
    select %(client)s::uuid as client_id, %(purpose)s::text as purpose, %(channel)s::text as channel, %(answer)s::text as answer,
           'The till''s column'::text as proof_words, %(at)s::timestamptz as happened_at, %(dated)s::boolean as is_dated
"""


def bought(
    t: Telling, *, piece: str = "lune_pendant", whose: str = "unknown", who: str = "", occasion: str = "",
    occasion_on: When | None = None, meant: str = "",
) -> None:  # fmt: skip
    """`whose`: herself, unknown, unnamed, or the person it is for."""
    sold = story.sale(t.person(who), PIECES[piece], on=t.at)
    if whose != "unknown":
        kind = {"herself": GiftKind.HERSELF, "unnamed": GiftKind.UNNAMED}.get(whose, GiftKind.KNOWN)
        recording.for_whom(
            line=story.only_line(sold), kind=kind, recipient=t.person(whose) if kind == GiftKind.KNOWN else None,
            occasion=occasion, occasion_on=None if occasion_on is None else t.day(occasion_on), by=t.by(), at=t.at,
        )  # fmt: skip
    if meant:
        meaning.say(
            sale=sold, kind=MeaningKind(meant), words="As she said.", certainty=Certainty.STATED, by=t.by(), at=t.at
        )


def gave(t: Telling, *, who: str = "") -> None:
    """Somebody says that it was given, that day."""
    gift = Gift.objects.filter(line__sale__client=t.person(who)).latest("known_from")
    giving.was_given(gift=gift, on=t.at.date(), said_by=t.colleague("camille"), by=t.by(), at=t.at)


def cancelled(t: Telling, *, who: str = "") -> None:
    sale = Sale.objects.filter(client=t.person(who)).latest("happened_at")
    recording.cancel(sale=sale, by=t.by(), at=t.at, reason="mistake")


def visited(
    t: Telling, *, who: str = "", together: str = "", shown: Sequence[str] = (), tried: Sequence[str] = (),
    asked: Sequence[str] = (), come_back: When | None = None, left: str = "thinking", words: str = "",
) -> None:  # fmt: skip
    handled = {Handled.SHOWN: shown, Handled.TRIED: tried, Handled.ASKED: asked}
    logging.log(
        clients=[t.person(who), *([t.person(together)] if together else [])],
        happening=logging.Happening(kind=EncounterKind.VISIT, left=Left(left), words=words),
        boutique=people.boutique(), members=[t.colleague("camille")], happened_at=t.at, by=t.by(), at=t.at,
        pieces=[(people.reference(PIECES[name]), how) for how, names in handled.items() for name in names],
        come_back_on=None if come_back is None else t.day(come_back), come_back_words="As she asked.",
    )  # fmt: skip


def _met(
    t: Telling, who: str, kind: EncounterKind, channel: str, started: Started, member: str, words: str = ""
) -> Encounter:
    return logging.log(
        clients=[t.person(who)], happening=logging.Happening(
            kind=kind, channel=EncounterChannel(channel), started_by=started, words=words),
        boutique=people.boutique(), members=[t.colleague(member)], happened_at=t.at, by=t.by(member), at=t.at,
    )  # fmt: skip


def wrote(
    t: Telling, *, who: str = "", by: str = "camille", channel: str = "whatsapp", answered: bool | None = None
) -> None:
    """A word of ours; whether she answered, once somebody knows."""
    sent = _met(t, who, EncounterKind.LETTER, channel, Started.HOUSE, by)
    if answered is not None:
        logging.answer_seen(encounter=sent, answered=answered, by=t.by(by), at=t.at)


def called(t: Telling, *, who: str = "", by: str = "camille", answered: bool | None = None) -> None:
    """A call of ours."""
    made = _met(t, who, EncounterKind.CALL, "phone", Started.HOUSE, by)
    if answered is not None:
        logging.answer_seen(encounter=made, answered=answered, by=t.by(by), at=t.at)


def she_wrote(t: Telling, *, who: str = "", channel: str = "whatsapp", words: str = "A question.") -> None:
    _met(t, who, EncounterKind.LETTER, channel, Started.CLIENT, "camille", words)


def care_in(t: Telling, *, who: str = "") -> None:
    """A piece of hers was taken in for care."""
    _met(t, who, EncounterKind.CARE_INTAKE, "in_store", Started.CLIENT, "camille")


def came_to_an_evening(t: Telling, *, who: str = "") -> None:
    _met(t, who, EncounterKind.EVENT, "event", Started.HOUSE, "camille")


def promised(t: Telling, *, due: When, who: str = "", by: str = "house", owner: str = "camille") -> None:
    """`by` the house or the client."""
    promises.promise(
        client=t.person(who), words="To tell her when it is back in white gold.", due_on=t.day(due), owner=t.colleague(owner),
        made_by=PromisedBy(by), by=t.by(owner), at=t.at,
    )  # fmt: skip


def settled(t: Telling, *, who: str = "", outcome: str = "kept") -> None:
    """What became of the promise."""
    promise = Promise.objects.filter(client=t.person(who), outcome="").latest("known_from")
    promises.settle(promise=promise, outcome=PromiseOutcome(outcome), words="It is done.", by=t.by(), at=t.at)


def complained(t: Telling, *, who: str = "", owner: str = "camille") -> None:
    complaints.complain(
        client=t.person(who), words="The clasp opened by itself.", owner=t.colleague(owner), boutique=people.boutique(),
        happened_at=t.at, by=t.by(owner), at=t.at,
    )  # fmt: skip


def put_right(t: Telling, *, who: str = "") -> None:
    """The matter was settled."""
    complaint = Complaint.objects.filter(client=t.person(who)).latest("known_from")
    complaints.close(complaint=complaint, words="A new clasp, with our apologies.", by=t.by(), at=t.at)


def held(
    t: Telling, *, who: str = "", scope: str = "everything", until: When | None = None, by: str = "camille"
) -> None:
    """From `until` on it no longer holds."""
    holding.hold(
        client=t.person(who), because="She would rather be left in peace.", scope=Scope(scope), by=t.by(by), at=t.at,
        until=None if until is None else instant(t.day(until), 0),
    )  # fmt: skip


def lifted(t: Telling, *, who: str = "", scope: str = "", by: str = "ines") -> None:
    """The hold, by the manager."""
    holding.release(
        client=t.person(who), because="She asked for news.", scope=Scope(scope) if scope else None, by=t.by(by), at=t.at
    )


def agreed(t: Telling, *, who: str = "", purpose: str = "invitation", channel: str = "any") -> None:
    """She said yes, to us."""
    story.yes(t.person(who), on=t.at, purpose=Purpose(purpose), channel=Channel(channel))


def refused(
    t: Telling, *, who: str = "", purposes: Sequence[str] = ("invitation", "care"), channel: str = "any"
) -> None:
    for purpose in purposes:
        story.no(t.person(who), on=t.at, purpose=Purpose(purpose), channel=Channel(channel))


def imported(  # `answer`: yes, no, or ask for a yes without a date
    t: Telling, *, answer: str, who: str = "", purpose: str = "invitation", channel: str = "any"
) -> None:
    """An answer of the opening balance, dated as the fact is unless it is one to ask again."""
    client = t.person(who)
    told = {"client": client.id, "purpose": purpose, "channel": channel, "answer": answer, "at": t.at}
    with transaction.atomic():
        line = journal.record(
            act=Act.GRANTED, by=acts.By(None, acts.Via.IMPORT), on=acts.On("client", client.id, client.id), at=t.at
        )
        db.execute(TAKEN, **told, dated=answer != "ask")
        taking_in.permissions(line=line)
        db.execute("drop table taken_permissions")


def stated(t: Telling, *, purpose: str = "invitation", kind: str = "soft_opt_in") -> None:
    """The house says on what it bases that purpose towards those who bought of it."""
    stating.state_basis(
        purpose=Purpose(purpose),
        kind=BasisKind(kind),
        words="What the law of its market allows.",
        by=t.by("ines"),
        at=t.at,
    )


def occasion(
    t: Telling, *, on: When, kind: str = "birthday", whose: str = "", giver: str = "", told_by: str = "", once: bool = False
) -> None:  # fmt: skip
    """A date on file: whose it is, for whom `giver` gives."""
    when = t.day(on)
    noting_dates.note(
        kind=kind, day_month=moments.DayMonth(when.month, when.day), client=t.person(whose),
        giver=t.person(giver) if giver else None,
        year=when.year if once else None, recurrence=Recurrence.ONCE if once else Recurrence.YEARLY,
        told_by=t.person(told_by) if told_by else None, by=t.by(), at=t.at,
    )  # fmt: skip


def let_the_date_rest(t: Telling, *, until: When | None = None) -> None:
    noting_dates.suspend(
        occasion=Occasion.objects.latest("known_from"), reason="asked", until=None if until is None else t.day(until),
        by=t.by(), at=t.at,
    )  # fmt: skip


def spoke_of_the_date(t: Telling) -> None:
    noting_dates.resume(occasion=Occasion.objects.latest("known_from"), by=t.by(), at=t.at)


def the_date_is_off(t: Telling) -> None:
    noting_dates.withdraw(occasion=Occasion.objects.latest("known_from"), by=t.by(), at=t.at, reason="mistake")


def couple(t: Telling, *, one: str = "helene", other: str = "paolo") -> None:
    """Two who are married and share a home."""
    home = households.found(name="Marchetti", by=t.by(), at=t.at)
    for name in (one, other):
        households.join(household=home, client=t.person(name), role=HouseholdRole.SPOUSE, by=t.by(), at=t.at)
    households.relate(client=t.person(one), other=t.person(other), kind=RelationKind.SPOUSE, by=t.by(), at=t.at)


def parted(t: Telling) -> None:
    households.part(relation=Relation.objects.latest("known_from"), by=t.by(), at=t.at)


def died(t: Telling, *, who: str = "") -> None:
    introducing.died(client=t.person(who), on=t.at.date(), by=t.by(), at=t.at)


def described(t: Telling, *, who: str = "", **said: Any) -> None:
    """is_minor, is_mentioned_only, and what else only a person says."""
    introducing.describe(client=t.person(who), changes=said, by=t.by(), at=t.at)


def passing_through(t: Telling, *, until: When, who: str = "") -> None:
    introducing.describe(client=t.person(who), changes={"passing_until": t.day(until)}, by=t.by(), at=t.at)


def moment(t: Telling, *, rests: str, until: When, who: str = "") -> None:
    """What a moment in her life asks us to leave alone, `until` included."""
    life_moments.note(client=t.person(who), rests=Rests(rests), until=t.day(until), on=t.at.date(), by=t.by(), at=t.at)


def moment_over(t: Telling, *, who: str = "") -> None:
    consequence = Consequence.objects.filter(client=t.person(who), ended_at__isnull=True).latest("known_from")
    life_moments.end(consequence=consequence, by=t.by(), at=t.at)


def said_of_her(t: Telling, *, kind: str, code: str, who: str = "") -> None:
    """An advisor's own reading."""
    confirming.revise(client=t.person(who), kind=ReadingKind(kind), code=code, on=t.at.date(), by=t.by(), at=t.at)


def works_on(t: Telling, *, days: Sequence[int], member: str = "camille") -> None:
    """ISO weekdays."""
    admitting.agree_days(member=t.colleague(member), working_days=days, by=t.by("ines"), at=t.at)


WORDS: dict[str, Callable[..., None]] = {
    word.__name__: word
    for word in (
        bought, gave, cancelled, visited, wrote, called, she_wrote, care_in, came_to_an_evening, promised, settled, complained,
        put_right, held, lifted, agreed, refused, imported, stated, occasion, let_the_date_rest, spoke_of_the_date,
        the_date_is_off, couple, parted, died, described, passing_through, moment, moment_over, said_of_her, works_on,
    )
}  # fmt: skip
