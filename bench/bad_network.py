"""Twenty phones hand in what they kept, over a network that loses replies: every note comes in, and comes in once.

Each phone kept its notes through a working day, by a clock of its own that may be ten years wrong. It sends what it holds in
any order, some of it again after it was answered; of its requests four in ten get no answer that it sees: half of those are
hung up on while the house still works, half are answered into the void. It sends until everything was answered.
"""

from __future__ import annotations

import concurrent.futures
import contextlib
import dataclasses
import datetime as dt
import http.client
import json
import random
import threading
import time
import uuid
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from bench.figures import Figure

if TYPE_CHECKING:
    from tests.factories.phone import Phone

PHONES, LOST, AGAIN, AT_ONCE, HANDS = 20, 0.40, 0.10, 20, 6
TEN_YEARS = dt.timedelta(days=3652)
A_DAY = dt.timedelta(hours=9)
A_MINUTE = dt.timedelta(minutes=1)
PATIENCE, MOST_ROUNDS = 60.0, 2_000
SETTLED = {"kept", "waiting", "refused", "quarantined", "conflict"}


@dataclasses.dataclass
class Tally:
    """What went over the network, all phones together."""

    deliveries: int = 0
    lost: int = 0
    lock: threading.Lock = dataclasses.field(default_factory=threading.Lock)

    def count(self, deliveries: int, *, lost: bool) -> None:
        """One request of so many envelopes."""
        with self.lock:
            self.deliveries += deliveries
            self.lost += deliveries if lost else 0


@dataclasses.dataclass
class Sender:
    """A phone with what it kept, sealed; `kept` says when each was kept, by a clock that is right."""

    phone: Phone
    chance: random.Random
    sealed: dict[str, dict[str, str]] = dataclasses.field(default_factory=dict)
    kept: dict[str, dt.datetime] = dataclasses.field(default_factory=dict)

    def hand_in(self, port: int, tally: Tally) -> None:
        """Until everything was answered."""
        left, answered = dict(self.sealed), list[dict[str, str]]()
        for _round in range(MOST_ROUNDS):
            if not left:
                return
            batch = self.chance.sample(sorted(left), min(len(left), self.chance.randint(1, AT_ONCE)))
            again = [each for each in answered if self.chance.random() < AGAIN][: AT_ONCE // 4]
            sent, more = [*(left[each] for each in batch), *again], len(left) > len(batch)
            for mutation in self._sent(port, sent, tally, more=more):
                if mutation in left:
                    answered.append(left.pop(mutation))
        raise SystemExit(f"A phone still held {len(left)} notes after {MOST_ROUNDS} requests.")

    def _sent(self, port: int, envelopes: list[dict[str, str]], tally: Tally, *, more: bool) -> list[str]:
        """Which of them are answered, as far as the phone ever learns."""
        lost = self.chance.random() < LOST
        hung_up = lost and self.chance.random() < 0.5
        tally.count(len(envelopes), lost=lost)
        said = _posted(port, self._body(envelopes, more=more), hung_up=hung_up)
        if lost or said is None:
            return []
        unknown = [each for each in said["results"] if each["state"] not in SETTLED]
        if unknown:
            raise SystemExit(f"The house does not know a phone of its own: {unknown[0]}")
        return [each["mutation"] for each in said["results"]]

    def _body(self, envelopes: list[dict[str, str]], *, more: bool) -> bytes:
        now = dt.datetime.now(dt.UTC)  # noqa: TID251 -- as the phone sends
        said = {
            "device": str(self.phone.device.id),
            "sent_at": self.phone.clock(now),
            "envelopes": envelopes,
            "more": more,
        }
        return json.dumps(said).encode()


def _posted(port: int, body: bytes, *, hung_up: bool) -> Any:
    """The house's answer; nothing when it is not waited for."""
    connection = http.client.HTTPConnection("localhost", port, timeout=PATIENCE)
    with contextlib.closing(connection):
        connection.request("POST", "/kept/deposits/", body, {"Content-Type": "application/json"})
        if hung_up:
            return None
        answer = connection.getresponse()
        said = answer.read()
        if answer.status != http.client.OK:
            raise SystemExit(f"/kept/deposits/ answered {answer.status}")
        return json.loads(said)


def senders(notes: int, now: dt.datetime) -> list[Sender]:
    """Phones that were last heard of in the morning, each with its part of so many notes."""
    from carnet.books import policy
    from carnet.house.models import Member
    from tests.factories.phone import phone

    chance = random.Random(1)
    camille = Member.objects.get(handle="camille")
    people = list(policy.clients_visible_to(camille, now).order_by("id")[:200])
    made = []
    for number in range(PHONES):
        wrong = TEN_YEARS * chance.uniform(-1, 1)
        hers = Sender(phone(camille, now - A_DAY, fast_by=wrong), random.Random(number))
        for _note in range(notes // PHONES):
            _keep(hers, chance, chance.choice(people), now)
        if number % 4 == 0:
            # The clock is set anew between keeping and sending: backwards, forwards, or right.
            hers.phone.fast_by = TEN_YEARS * chance.choice((-1, 0, 1))
        made.append(hers)
    return made


def _keep(hers: Sender, chance: random.Random, client: Any, now: dt.datetime) -> None:
    at = now - A_DAY * chance.random()
    mutation = uuid.uuid4()
    hers.kept[str(mutation)] = at
    hers.sealed[str(mutation)] = hers.phone.note(client, at=at, mutation=mutation, words="Tried the Aube ring.")


def figures(port: int, notes: int) -> Iterator[Figure]:
    """T-01: what came of them."""
    from carnet.capture.models import Deposit
    from carnet.interactions.models import Encounter

    before, encounters_before = dt.datetime.now(dt.UTC), Encounter.objects.count()  # noqa: TID251 -- the house's clock
    phones, tally = senders(notes, before), Tally()
    with concurrent.futures.ThreadPoolExecutor(HANDS) as hands:
        for done in [hands.submit(hers.hand_in, port, tally) for hers in phones]:
            done.result()
    # What was hung up on may still be at work in the house.
    time.sleep(1)
    seconds = (dt.datetime.now(dt.UTC) - before).total_seconds()  # noqa: TID251
    kept = {mutation: at for hers in phones for mutation, at in hers.kept.items()}
    found = list(Encounter.objects.filter(mutation__in=kept).values_list("mutation", "happened_at", "known_from"))
    yield Figure(f"T-01: envelopes delivered, of {len(kept):,} notes", tally.deliveries, "")
    yield Figure("  of them without an answer", 100 * tally.lost / tally.deliveries, "%")
    yield Figure("  seconds for all of them", seconds, "s", is_time=True)
    yield Figure("  notes that are not there", len(kept) - len({mutation for mutation, *_ in found}), "notes", 0)
    yield Figure("  encounters too many", Encounter.objects.count() - encounters_before - len(kept), "", 0)
    yield Figure("  not kept", Deposit.objects.filter(device__in=_devices(phones)).exclude(state="kept").count(), "", 0)
    outside = sum(not before - A_DAY <= happened <= known for _mutation, happened, known in found)
    yield Figure("  outside last contact and now", outside, "", 0)
    steady = {mutation: at for hers in phones[1::4] for mutation, at in hers.kept.items()}
    moved = sum(
        abs(happened - steady[str(mutation)]) > A_MINUTE for mutation, happened, _ in found if str(mutation) in steady
    )
    yield Figure("  hours moved by more than a minute, of a clock left alone", 100 * moved / len(steady), "%", 0)


def _devices(phones: list[Sender]) -> list[uuid.UUID]:
    return [hers.phone.device.id for hers in phones]
