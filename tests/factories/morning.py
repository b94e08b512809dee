"""A Tuesday morning in rue du Mail with something on every screen: what the screens' tests and the journeys walk through.

Paolo bought a pendant for Hélène, who must not learn of it; Camille keeps a note about Antoine for herself alone; Watanabe
is Ginza's client. Whoever looks for a leak finds here what could leak.
"""

from __future__ import annotations

import dataclasses
import datetime as dt

from carnet.books.actions import claiming
from carnet.clients.actions import households, noting
from carnet.clients.kinds import Certainty, HouseholdRole, RelationKind, Visibility
from carnet.clients.models import Client
from carnet.consent.actions import holding
from carnet.house.actions import admitting, enrolling
from carnet.house.models import Member, StaffName, Tablet
from carnet.integrations.files import planning
from carnet.integrations.files.actions import importing, uploading
from carnet.integrations.files.models import Import, Upload
from carnet.intelligence.actions import confirming, life_moments, starting
from carnet.intelligence.kinds import ReadingKind, Rests
from carnet.interactions.kinds import Left
from carnet.interactions.models import Encounter, Promise
from carnet.kit import moments
from carnet.occasions.actions import noting_dates
from carnet.outreach.actions import answering, asking, preparing_the_day
from carnet.outreach.kinds import Reply
from carnet.outreach.models import Answer, Day, Question, Suggestion
from carnet.purchases.models import Gift, Sale
from tests import cast
from tests.conftest import paris
from tests.factories import people, story

DAY = "2026-03-10"
ON = dt.date.fromisoformat(DAY)
NOW = paris(DAY)
OPENED = paris("2026-02-16", "08:00")
"""Three weeks ago: the first weeks' questions are still asked."""
CODE = "1948"
SECRET = "Ruby anniversary, a surprise"
ALONE = "Has left the bank, tell nobody"
RESTS_UNTIL = dt.date(2026, 6, 1)
OCCASION_WORDS = "The evening by the lake"
EXPORT = """Order,Customer ID,Name,Email,Date,SKU,Item,Quantity,Price,Currency,Sold by,Location
W-1,C-71,Ottilie Brandt,ottilie.brandt@example.test,2026-02-20,VC-LUN-P,Lune pendant,1,3900,EUR,Marguerite L.,Mail
W-2,C-72,Casimir Vogel,casimir.vogel@example.test,2026-02-21,VC-LUN-E,Lune earrings,0,5200,EUR,Marguerite L.,Mail
W-3,C-73,Delphine Arnoux,delphine.arnoux@example.test,2026-02-24,VC-AUB-R,Aube ring,1,7800,EUR,Camille Aubry,Quai
"""
PEOPLE = """Customer ID,First Name,Last Name,Email,Phone
C-81,Rosalie,Fontanel,rosalie.fontanel@example.test,+33199001181
C-82,Ambroise,Kessler,ambroise.kessler@example.test,+33199001182
"""


@dataclasses.dataclass
class Morning:
    """Everyone and everything the tests name."""

    camille: Member
    yumi: Member
    ines: Member
    hana: Member
    kenji: Member
    odile: Member
    helene: Client
    paolo: Client
    antoine: Client
    amara: Client
    ingrid: Client
    nour: Client
    luca: Client
    siyuan: Client
    nobody: Client
    watanabe: Client
    gift: Gift
    sold_today: Sale
    unnamed: Encounter
    promise: Promise
    taken_in: Import
    upload: Upload
    tablet: Tablet
    secret: str
    day: Day
    written_before: Answer
    asked: list[Question]

    def suggestion(self, client: Client) -> Suggestion:
        """What is suggested this morning about that person."""
        return Suggestion.objects.get(day=self.day, client=client)

    def of(self, handle: str) -> Member:
        """A colleague by the name she signs in with."""
        return Member.objects.get(handle=handle)


def in_rue_du_mail() -> Morning:
    """The house of three weeks, this morning at ten."""
    people.open_vauclair(at=OPENED)
    staff = [people.colleague(who) for who in (*cast.COLLEAGUES, cast.ODILE)]
    camille, yumi, _sofia, ines, kenji, hana, odile = staff
    for model in cast.MODELS:
        people.reference(model)
    known = _clients(camille, yumi, hana)
    told = _stories(known, camille)
    _around(known, camille, yumi)
    _between(known, camille, yumi)
    taken_in = _export("sales.csv", ines)
    enrolling.choose_code(member=camille, code=CODE, by=people.by(camille), at=OPENED)
    tablet, secret = enrolling.enrol(
        boutique=people.boutique(), name="Counter", by=people.by(ines), at=paris("2026-03-02")
    )
    day, written_before = _mornings(camille, known["ingrid"])
    return Morning(
        camille=camille, yumi=yumi, ines=ines, hana=hana, kenji=kenji, odile=odile, **known, **told, taken_in=taken_in,
        upload=dropped("people.csv", PEOPLE, ines), tablet=tablet, secret=secret, day=day, written_before=written_before,
        asked=asking.ask(member=camille, boutique=people.boutique(), on=ON, by=people.THE_HOUSE, at=NOW),
    )  # fmt: skip


def _clients(camille: Member, yumi: Member, hana: Member) -> dict[str, Client]:
    hers = {
        "helene": cast.HELENE,
        "paolo": cast.PAOLO,
        "antoine": cast.ANTOINE,
        "amara": cast.AMARA,
        "ingrid": cast.INGRID,
        "nour": cast.NOUR,
    }
    known = {name: people.client(who, of=camille) for name, who in hers.items()}
    return known | {
        "luca": people.client(cast.LUCA, of=yumi),
        "siyuan": people.client(cast.SIYUAN),
        "nobody": people.client(cast.SATURDAY_COUPLE, of=camille, at=paris("2026-03-10", "09:40")),
        "watanabe": people.client(cast.KENJI_WATANABE, of=hana, shop=cast.GINZA),
    }


def _stories(known: dict[str, Client], camille: Member) -> dict[str, object]:
    """Each of them for one screen or one reason."""
    story.visit(
        known["antoine"], to=camille, on=paris("2026-03-06", "15:00"), pieces=[cast.AUBE_SOLITAIRE], left=Left.THINKING,
        words="Size 52; afraid of large stones.",
    )  # fmt: skip
    story.visit(known["antoine"], to=camille, on=paris("2025-11-12", "17:00"), words=ALONE, is_private=True)
    bought = story.sale(known["paolo"], cast.LUNE_PENDANT, on=paris("2026-03-07", "12:00"))
    gift = story.gift(
        bought, to=known["helene"], on=paris("2026-03-07", "12:10"), occasion="wedding", day=dt.date(2026, 6, 1)
    )
    story.for_herself(
        story.sale(known["ingrid"], cast.MERIDIEN, on=paris("2026-02-10")), on=paris("2026-02-10", "11:00")
    )
    story.sale(known["nour"], cast.RIVIERE, on=paris("2025-12-01"))
    story.sale(known["helene"], cast.LUNE_EARRINGS, on=paris("2025-10-03"))
    story.visit(known["helene"], known["paolo"], to=camille, on=paris("2026-03-01", "16:00"), pieces=[cast.RIVIERE])
    promise = story.promise(
        known["amara"], of=camille, words="The certificate, by post", due=ON, on=paris("2026-03-02")
    )
    for name in ("paolo", "antoine", "helene"):
        story.yes(known[name], on=paris("2026-01-10"))
    holding.hold(
        client=known["nour"], because="Travelling until the spring.", by=people.by(camille), at=paris("2026-03-03")
    )
    return {
        "gift": gift,
        "promise": promise,
        "sold_today": story.sale(known["amara"], cast.AUBE_RING, on=paris(DAY, "09:30")),
        "unnamed": story.visit(known["nobody"], to=camille, on=paris(DAY, "09:40")),
    }


def _around(known: dict[str, Client], camille: Member, yumi: Member) -> None:
    at, by = paris("2026-02-20"), people.by(camille)
    home = households.found(name="Marchetti", by=by, at=at)
    for name in ("helene", "paolo"):
        households.join(household=home, client=known[name], role=HouseholdRole.SPOUSE, by=by, at=at)
    households.relate(client=known["paolo"], other=known["helene"], kind=RelationKind.SPOUSE, by=by, at=at)
    noting.note(client=known["antoine"], kind="note", words="Plays the cello on Sundays", by=by, at=at)
    noting.note(
        client=known["antoine"],
        kind="note",
        words=f"{ALONE}, he says",
        visibility=Visibility.PRIVATE,
        by=by,
        at=at,
    )
    noting.note(client=known["helene"], kind="note", words=SECRET, hidden_from=known["helene"], by=by, at=at)
    noting_dates.note(
        kind="wedding", day_month=moments.DayMonth(6, 1), household=home, giver=known["paolo"], words=OCCASION_WORDS,
        told_by=known["paolo"], by=by, at=at,
    )  # fmt: skip
    claiming.claim(client=known["siyuan"], member=yumi, by=people.by(yumi), at=paris("2026-03-09"))


def _between(known: dict[str, Client], camille: Member, yumi: Member) -> None:
    """What Hélène counts on and shares with us, who starts, what the house is to her; and what rests for two of them."""
    helene, at, by = known["helene"], paris("2026-02-22"), people.by(camille)
    for day in ("2025-06-03", "2025-09-09", "2025-12-02"):
        story.visit(helene, to=camille, on=paris(day))
    noting.note(client=helene, kind="expectation", words="Tea without sugar, and no music", by=by, at=at)
    noting.note(
        client=helene, kind="memory", words="The evening of the storm", certainty=Certainty.OBSERVED, by=by, at=at
    )
    noting.note(client=helene, kind="memory", words=SECRET, hidden_from=helene, by=by, at=at)
    noting.note(client=helene, kind="memory", words=f"{ALONE}, she adds", visibility=Visibility.PRIVATE, by=by, at=at)
    for member, words, said in (
        (yumi, "A house of her mother’s", paris("2026-02-20")), (camille, "A place to be quiet", at),
    ):  # fmt: skip
        confirming.revise(
            client=helene,
            kind=ReadingKind.BOND,
            code="words",
            words=words,
            on=said.date(),
            by=people.by(member),
            at=said,
        )
    for name in ("helene", "amara"):
        life_moments.note(client=known[name], rests=Rests.GIFTS, until=RESTS_UNTIL, on=at.date(), by=by, at=at)
    starting.read(clients=[helene.id], on=at.date(), as_of=at)
    confirming.revise(client=known["nour"], kind=ReadingKind.SEARCH, code="company", on=at.date(), by=by, at=at)


def _mornings(camille: Member, ingrid: Client) -> tuple[Day, Answer]:
    """Last week's letter left; today's morning is prepared and waits."""
    at = paris("2026-03-05")
    asked = Suggestion.objects.get(day=_prepared(camille, "2026-03-05"), client=ingrid)
    written = answering.answer(
        suggestion=asked, said=answering.Said(Reply.WRITTEN), member=camille, by=people.by(camille), at=at
    )
    answering.left(answer=written, did=True, by=people.by(camille), at=at)
    return _prepared(camille, DAY), written


def _prepared(member: Member, day: str) -> Day:
    return preparing_the_day.prepare(
        member=member, boutique=people.boutique(), on=dt.date.fromisoformat(day), by=people.THE_HOUSE,
        at=paris(day, "06:00"),
    )  # fmt: skip


def dropped(name: str, text: str, member: Member) -> Upload:
    """A file on the Import screen, looked at and not taken in."""
    return uploading.upload(
        name=name, chunks=[text.encode()], boutique=people.boutique(), member=member, is_own_book=False,
        by=people.by(member), at=NOW,
    )  # fmt: skip


def _export(name: str, member: Member) -> Import:
    upload = dropped(name, EXPORT, member)
    made = importing.take_in(plan=planning.plan_of(upload), by=people.by(member), at=paris("2026-03-09", "18:00"))
    assert StaffName.objects.filter(answered_at__isnull=True).exists()
    return made


def invitation(member: Member) -> str:
    """A printed code for her."""
    return admitting.invite(member=member, by=people.THE_HOUSE, at=NOW, lasts=dt.timedelta(days=7))
