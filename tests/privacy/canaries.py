"""A client of whom every room knows something, each word of it a canary; and the silence that is looked for afterwards."""

from __future__ import annotations

import dataclasses
import datetime as dt
import tempfile
from decimal import Decimal
from pathlib import Path

from carnet.books.actions import assigning, claiming, welcoming
from carnet.cli import postgres
from carnet.clients.actions import households, introducing, noting
from carnet.clients.kinds import HouseholdRole, PointKind, RelationKind
from carnet.clients.models import Candidate, Client, Household
from carnet.consent.actions import granting, holding
from carnet.consent.kinds import Channel, ProofKind, Purpose, Scope
from carnet.integrations.files import planning
from carnet.integrations.files.actions import importing, uploading
from carnet.intelligence.actions import confirming, life_moments
from carnet.intelligence.kinds import ReadingKind, Rests
from carnet.intelligence.models import Pass, Rhythm, Signal, StateChange, Unread
from carnet.interactions.actions import complaints, logging, promises
from carnet.interactions.kinds import EncounterKind, Left
from carnet.kit import moments
from carnet.occasions.actions import noting_dates
from carnet.outreach.actions import answering, preparing_the_day
from carnet.outreach.kinds import Reply
from carnet.outreach.models import Question, Suggestion
from carnet.products.actions import ownership
from carnet.products.kinds import OwnedBy, ProvenanceKind
from carnet.purchases.actions import meaning, recording, returning
from carnet.purchases.actions.recording import Bought
from carnet.purchases.kinds import GiftKind, MeaningKind, SaleRoleKind
from carnet.purchases.models import Sale
from tests import cast
from tests.conftest import paris
from tests.factories import people

CANARY = "canari"
NIGHTINGALE = dataclasses.replace(
    cast.HELENE, display="Mme Hélène Canari-Zwei", given="Canarissima", family="Canari-Zwei", reading="canari-lu",
    spoken="Madame Canari-Zwei", written="Chère Madame Canari-Zwei,", email="canari@example.test", city="Canari-ville",
    prefers_hours="canari",
)  # fmt: skip
SALES = """Order,Customer ID,Name,Email,Date,SKU,Item,Quantity,Price,Note
W-1,C-77,Mme Hélène Canari-Zwei,canari@example.test,2026-10-01,VC-LUN-P,Lune pendant,1,3900,canari-note
W-2,C-77,Mme Hélène Canari-Zwei,canari@example.test,2026-10-02,VC-LUN-P,Lune pendant,0,3900,canari-refused
W-3,C-78,Paolo Marchetti,paolo.marchetti@example.test,2026-10-03,VC-LUN-E,Lune earrings,1,5200,
"""
PEOPLE = """Customer ID,First Name,Last Name,Email,Phone,Birthday,Note,Tags
C-77,Canarissima,Canari-Zwei,canari@example.test,+33199001199,12/08,canari in the till,canari-tag
C-78,Paolo,Marchetti,paolo.marchetti@example.test,,,Married to Canarissima Canari-Zwei,
C-79,Canarissima,Canari-Zwei,canari@example.test,+33199001199,31/31/31,canari born nowhere,
"""


def said(what: str) -> str:
    """A canary one can tell from the others, when one is found."""
    return f"{CANARY}-{what}"


def a_whole_life(folder: Path) -> Client:
    """Madame Canari-Zwei comes in by the till, and every room learns of her; her husband is Paolo."""
    people.open_vauclair()
    camille, yumi, ines = (people.colleague(who) for who in (cast.CAMILLE, cast.YUMI, cast.INES))
    paolo = people.client(cast.PAOLO, of=camille)
    for model in (cast.LUNE_PENDANT, cast.LUNE_EARRINGS):
        people.reference(model)
    _import(folder, "sales.csv", SALES)
    _import(folder, "people.csv", PEOPLE, date_order="dmy")
    her = Client.objects.get(external_ids__external_id="C-77")
    _person(her, paolo, camille, ines)
    _meetings(her, paolo, camille, ines)
    _purchases(her, paolo, camille)
    claiming.claim(client=her, member=yumi, by=people.by(yumi), at=paris("2026-10-05"))
    welcoming.welcome(client=her, member=yumi, boutique=people.boutique(), by=people.by(yumi), at=paris("2026-11-01"))
    assigning.assign(
        client=her, member=camille, boutique=people.boutique(), why="introduced", note=said("book"), by=people.by(ines),
        at=paris("2026-10-06"),
    )  # fmt: skip
    _mornings(her, camille)
    _readings(her, paolo, camille)
    return her


def _import(folder: Path, name: str, text: str, **wishes: str) -> None:
    path = folder / name
    path.write_text(text)
    plan = planning.plan(path, boutique=people.boutique(), wishes=planning.Wishes(source="till", **wishes))
    importing.take_in(plan=plan, by=people.THE_HOUSE, at=paris("2026-10-04"))


def _person(her: Client, paolo: Client, camille: object, ines: object) -> None:
    at, by = paris("2026-10-04", "12:00"), people.by(camille)
    columns = ("display", "given", "family", "reading", "spoken", "written", "city", "prefers_hours")
    introducing.describe(client=her, changes={name: getattr(NIGHTINGALE, name) for name in columns}, by=by, at=at)
    introducing.reach(client=her, kind=PointKind.PHONE, raw="+33 1 99 00 11 55", label=said("label"), by=by, at=at)
    introducing.reach(client=her, kind=PointKind.POST, raw=said("street"), by=by, at=at)
    shared = introducing.reach(client=paolo, kind=PointKind.PHONE, raw="+33199001166", by=by, at=at)
    introducing.reach(client=her, kind=PointKind.PHONE, raw="+33199001166", by=by, at=at)
    first, second = sorted((her, paolo), key=lambda each: each.id)
    Candidate.objects.create(client=first, other=second, point=shared.point, known_from=at, noted_in=her.noted_in)
    noting.note(
        client=her,
        kind="note",
        words=said("fact"),
        value={"seen": said("value")},
        sentence=said("sentence"),
        by=by,
        at=at,
    )
    noting.note(client=paolo, kind="note", words=f"A surprise for {NIGHTINGALE.given}", hidden_from=her, by=by, at=at)
    home = households.found(name=f"Paolo and {NIGHTINGALE.given}", by=by, at=at)
    alone = households.found(name=said("home"), by=by, at=at)
    for household, member in ((home, her), (home, paolo), (alone, her)):
        households.join(household=household, client=member, role=HouseholdRole.SPOUSE, by=by, at=at)
    households.relate(client=her, other=paolo, kind=RelationKind.SPOUSE, by=by, at=at)
    households.refer(client=paolo, referred_by=her, by=by, at=at)
    households.decide_tier(client=her, tier="friend", because=said("tier"), by=people.by(ines), at=at)
    granting.grant(
        client=her,
        purpose=Purpose.INVITATION,
        channel=Channel.EMAIL,
        proof=ProofKind.FORM,
        words=said("consent"),
        by=by,
        at=at,
    )
    holding.hold(client=her, because=said("hold"), scope=Scope.SELLING, by=by, at=at)
    granting.grant(
        client=paolo,
        purpose=Purpose.INVITATION,
        channel=Channel.ANY,
        proof=ProofKind.IN_PERSON,
        words="Yes.",
        by=by,
        at=at,
    )


def _meetings(her: Client, paolo: Client, camille: object, ines: object) -> None:
    at, by = paris("2026-10-10", "15:00"), people.by(camille)
    happening = logging.Happening(
        kind=EncounterKind.VISIT, words=said("visit"), outcome=said("outcome"), occasion=said("occasion"),
        company=said("company"), mood=said("mood"), is_private=True,
    )  # fmt: skip
    alone = logging.log(
        clients=[her], happening=happening, boutique=people.boutique(), members=[camille], happened_at=at, by=by, at=at,
        pieces=[(people.reference(cast.LUNE_EARRINGS), "tried")],
    )  # fmt: skip
    together = logging.Happening(
        kind=EncounterKind.VISIT, words=f"{NIGHTINGALE.given} and Paolo looked at the grey strap.", left=Left.BOUGHT
    )
    both = logging.log(
        clients=[paolo, her],
        happening=together,
        boutique=people.boutique(),
        members=[camille],
        happened_at=at,
        by=by,
        at=at,
    )
    promises.promise(
        client=her, words=said("promise"), due_on=dt.date(2026, 11, 9), owner=camille, encounter=alone, by=by, at=at
    )
    promises.promise(
        client=paolo, words=f"A strap, as {NIGHTINGALE.given} wished", due_on=dt.date(2026, 12, 24), owner=camille,
        encounter=both, by=by, at=at,
    )  # fmt: skip
    complaints.complain(
        client=her,
        words=said("complaint"),
        owner=ines,
        boutique=people.boutique(),
        happened_at=at,
        by=people.by(ines),
        at=at,
    )


def _purchases(her: Client, paolo: Client, camille: object) -> None:
    at, by = paris("2026-10-20", "16:00"), people.by(camille)
    pendant, boutique = people.reference(cast.LUNE_PENDANT), people.boutique()
    piece = ownership.receive(reference=pendant, serial="VC-000077", by=by, at=paris("2026-09-01"))
    sold = recording.record(
        client=her, boutique=boutique, currency="EUR", bought=[Bought(pendant, Decimal(3900), piece=piece)], happened_at=at,
        by=by, at=at, words=said("sale"), roles=[(camille, SaleRoleKind.ASSISTED)],
    )  # fmt: skip
    recording.for_whom(
        line=sold.lines.get(), kind=GiftKind.UNNAMED, recipient_words=said("recipient"), occasion="birthday",
        occasion_on=dt.date(2026, 12, 1), by=by, at=at,
    )  # fmt: skip
    for words in ("meant", "meant-otherwise"):
        meaning.say(sale=sold, kind=MeaningKind.CELEBRATION, words=said(words), certainty="stated", by=by, at=at)
    returning.return_line(line=sold.lines.get(), quantity=1, amount=Decimal(3900), happened_at=at, by=by, at=at)
    unknown = recording.record(
        client=None,
        boutique=boutique,
        currency="EUR",
        bought=[Bought(pendant, Decimal(3900))],
        happened_at=at,
        by=by,
        at=at,
    )
    recording.identify(sale=unknown, client=her, by=by, at=at)
    his = recording.record(
        client=paolo,
        boutique=boutique,
        currency="EUR",
        bought=[Bought(pendant, Decimal(3900))],
        happened_at=at,
        by=by,
        at=at,
    )
    recording.for_whom(
        line=his.lines.get(), kind=GiftKind.KNOWN, recipient=her, recipient_words=said("wife"), by=by, at=at
    )
    ownership.pass_on(piece=piece, how=OwnedBy.BOUGHT, client=her, by=by, at=at)
    ownership.note_provenance(
        piece=piece, kind=ProvenanceKind.SOLD, words=f"Sold to {NIGHTINGALE.display}", happened_at=at, by=by, at=at
    )
    noting_dates.note(
        kind="birthday",
        day_month=moments.DayMonth(12, 1),
        client=her,
        giver=paolo,
        words=said("birthday"),
        told_by=paolo,
        by=by,
        at=at,
    )
    noting_dates.note(
        kind="birthday", day_month=moments.DayMonth(12, 2), client=paolo, giver=her, told_by=her,
        words=f"{NIGHTINGALE.given} told us", by=by, at=at,
    )  # fmt: skip


def _mornings(her: Client, camille: object) -> None:
    """She is on one morning's list, and at rest on another; she is her husband's reason on both."""
    for day in ("2026-11-09", "2026-11-20"):
        if day == "2026-11-20":
            holding.hold(client=her, because=said("rest"), by=people.by(camille), at=paris("2026-11-10"))
        preparing_the_day.prepare(
            member=camille,
            boutique=people.boutique(),
            on=dt.date.fromisoformat(day),
            by=people.THE_HOUSE,
            at=paris(day, "06:00"),
        )
    promised = Suggestion.objects.get(client=her, day__on="2026-11-09")
    answering.answer(
        suggestion=promised, said=answering.Said(Reply.WRITTEN, channel="email"), member=camille, by=people.by(camille),
        at=paris("2026-11-09"),
    )  # fmt: skip
    uploading.upload(
        name="dropped.csv", chunks=[SALES.encode()], boutique=people.boutique(), member=camille, is_own_book=False,
        by=people.by(camille), at=paris("2026-11-09"),
    )  # fmt: skip
    line = Sale.objects.filter(client=her).first().lines.first()
    Question.objects.create(
        client=her, member=camille, ask="for_whom", line=line, on=dt.date(2026, 11, 9), answer=said("answer"),
        answered_at=paris("2026-11-09"), known_from=paris("2026-11-09"), noted_in=her.noted_in,
    )  # fmt: skip


def _readings(her: Client, paolo: Client, camille: object) -> None:
    """Her rhythm, her state, what rests for her, what she is to Camille; and Paolo, read with her in it."""
    on, by, at = dt.date(2026, 11, 20), people.by(camille), paris("2026-11-20")
    for words in ("bond", "bond-otherwise"):
        confirming.revise(client=her, kind=ReadingKind.BOND, code="words", words=said(words), on=on, by=by, at=at)
    confirming.revise(
        client=paolo, kind=ReadingKind.BOND, code="words", words=f"{NIGHTINGALE.display} decides", on=on, by=by, at=at
    )
    confirming.revise(
        client=paolo, kind=ReadingKind.DATE, code="yearly", values={"for": str(her.id)}, on=on, by=by, at=at
    )
    life_moments.note(client=her, rests=Rests.GIFTS, until=dt.date(2027, 6, 1), on=on, by=by, at=at)
    home = Household.objects.get(name=said("home"))
    for client in (her, paolo):
        sums = dict.fromkeys(("bought_gaps", "bought_logs", "bought_squares", "met_gaps", "met_logs", "met_squares"), 0)
        Rhythm.objects.update_or_create(
            client=client,
            defaults={"home": home},
            create_defaults={"home": home, "most_pieces": 1, "read_on": on, **sums},
        )
    Signal.objects.create(client=her, kind="tried", on=on, until=dt.date(2026, 12, 20), evidence=her.id)
    StateChange.objects.get_or_create(client=her, until=None, defaults={"state": "owner", "since": on})
    Unread.objects.get_or_create(client=her)
    Pass.objects.create(on=on, through=her.id, is_whole=True, began_at=at)


def everything_written() -> str:
    """The whole database as text, and every file beside it that the house has."""
    from django.conf import settings

    with tempfile.NamedTemporaryFile("r", suffix=".sql") as dump:
        postgres.run("pg_dump", "--inserts", f"--file={dump.name}", alias="default")
        text = dump.read()
    beside = (path for path in Path(settings.CARNET_HOME).rglob("*") if path.is_file() and "database" not in path.parts)
    return "\n".join([text, *(path.read_text(errors="replace") for path in beside)])


def found_in(text: str) -> list[str]:
    """Where a canary still sings."""
    return [line for line in text.splitlines() if CANARY in line.casefold() or "+33199001155" in line]
