"""Whatever a model returns and whatever is written to us, only a letter is shown, and nothing is sent or changed.

T-50, T-51 and T-52 of the house's book on trust. `CARNET_FULL_COUNTS=1` runs the counts it names; without it a part of each.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import json
import os
import random
import re
import sys

import pytest
from django.apps import apps
from django.utils.html import escape

from carnet.clients.models import Client, Fact
from carnet.house.models import Term
from carnet.journal.models import Line
from carnet.kit import ids
from carnet.outreach import tasks
from carnet.outreach.actions import drafting
from carnet.outreach.kinds import Reason
from carnet.outreach.models import Day, Draft, Suggestion
from carnet.outreach.queries import drafts
from carnet.outreach.rules.drafting import answering, prompt
from carnet.outreach.rules.drafting.drafter import Port
from carnet.outreach.rules.letters import Addressee, Piece, Sender, Subject, compose
from tests import cast
from tests.conftest import paris
from tests.factories import models, people, story
from tests.factories.drafts import HOSTILE, WRONG
from tests.factories.injections import NUMBER, TO, messages
from tests.outreach.conftest import prepared

FULL = bool(os.environ.get("CARNET_FULL_COUNTS"))
REPLIES = 1000 if FULL else 150
THREADS = 2000 if FULL else 200
OTHERS = 1000
AT = paris("2025-03-11", "09:00")
CHANGES = {"outreach_draft", "journal_line", "procrastinate_jobs", "procrastinate_events"}
CANARY = re.compile(r"Zq[a-z]{6}")

connected: list[object] = []
sys.addaudithook(lambda event, said: connected.append(said[1]) if event == "socket.connect" else None)
"""Every address this process has connected to: a hook cannot be taken away, so it only ever listens."""


@pytest.fixture
def stub(monkeypatch):
    with models.running() as stub:
        monkeypatch.setattr(Port, "drafter", stub.drafter())
        yield stub


@pytest.fixture
def suggestion(camille, amara) -> Suggestion:
    story.visit(amara, to=camille, on=paris("2025-03-06", "15:00"), pieces=[cast.AUBE_RING])
    story.yes(amara, on=paris("2025-01-10"))
    return Suggestion.objects.get(day=prepared(camille, "2025-03-11"), client=amara)


def rows() -> dict[str, int]:
    """How many rows each table has, but those a draft may add to."""
    tables = (model for model in apps.get_models() if model._meta.managed and model._meta.db_table not in CHANGES)
    return {model._meta.db_table: model._base_manager.count() for model in tables}


def replies() -> list[models.Behaviour]:
    """What a model under somebody else's control returns, each in a frame that would be right."""
    lines = [line for line, _fault in HOSTILE.values()]
    lines += [line for said in WRONG["en"].values() for each in said.split(";") for line in [each.strip()]]
    lines += ["Call Margaux on +33 6 39 98 00 99.", "Her number is 06.39.98.00.99, his is 07 00 00 00 00.", "A" * 2000]
    return [models.says(line) for line in lines] + [each.behave for each in models.NO_ANSWER] + lines  # type: ignore[operator]


def framed(letter: str, line: str) -> str:
    first, *_body, last = letter.split("\n\n")
    return f"{first}\n\nI have been thinking of you.\n\n{line}\n\nWith kind regards,\n{last}"


def test_t51_no_reply_of_a_hostile_model_is_shown_and_nothing_else_happens(stub, suggestion, camille):
    before, known, seen = rows(), len(connected), set()
    for count, reply in zip(range(REPLIES), itertools.cycle(replies()), strict=False):
        stub.behave = models.says(framed(suggestion.letter, reply)) if isinstance(reply, str) else reply
        at = AT + dt.timedelta(minutes=5 * count)
        draft = drafting.ask(suggestion=suggestion, by=people.by(camille), at=at)
        tasks.write_draft(draft=str(draft.id))
        draft.refresh_from_db()
        assert (draft.text, bool(draft.objections)) == ("", True)
        seen |= set(draft.objections)
    assert len(stub.received) == REPLIES
    assert {
        "unreachable",
        "not_plain",
        "link",
        "address",
        "unseen",
        "script",
        "name",
        "number",
        "date",
        "piece",
    } <= seen
    assert rows() == before
    assert Draft.objects.count() == REPLIES
    assert {where for where in connected[known:] if where[0] != "127.0.0.1"} == set()
    assert {where[1] for where in connected[known:]} <= {stub.server_address[1]}


def test_t51_a_model_that_says_nothing_is_waited_for_no_longer_than_is_said(stub, suggestion, camille, monkeypatch):
    stub.behave = models.is_silent
    monkeypatch.setattr(Port, "drafter", stub.drafter(seconds=0.3))
    draft = drafting.ask(suggestion=suggestion, by=people.by(camille), at=AT)
    tasks.write_draft(draft=str(draft.id))
    assert drafts.latest(suggestion).objections == ["unreachable"]


def test_t52_whatever_is_written_to_us_changes_nothing_and_is_never_obeyed(stub, suggestion, camille):
    draft = drafting.ask(suggestion=suggestion, by=people.by(camille), at=AT)
    evidence = drafts.evidence_of(drafts.waiting(draft.id))
    before, lines, known = rows(), Line.objects.count(), len(connected)
    written = messages()
    assert len(written) == 300
    for technique, language, message in written:
        told = dataclasses.replace(evidence, inbound=message)
        rules, fenced = prompt.build(told).rules, prompt.build(told).request
        assert rules == prompt.build(evidence).rules
        assert fenced.startswith(prompt.build(evidence).request)
        _distrust, mark, words, end = fenced.removeprefix(prompt.build(evidence).request).strip().split("\n")
        assert mark.split()[1] == end.split()[1] not in message, (technique, language)
        assert json.loads(words) in "".join(sign for sign in message if sign.isprintable() or sign == "\n")[:2000]
        # The model does as it is told, within the frame of a letter and without one.
        for obeyed in (framed(suggestion.letter, message), message):
            stub.says(obeyed)
            answered = answering.drafted(told, Port.drafter)
            assert answered.text == "", (technique, language)
            assert answered.letter(suggestion.letter) == suggestion.letter
    assert (rows(), Line.objects.count(), Draft.objects.count()) == (before, lines, 1)
    assert {where[1] for where in connected[known:]} <= {stub.server_address[1]}
    assert b'"tools"' not in b"".join(stub.received)


@pytest.mark.parametrize("technique", ["plain", "script", "tag signs", "end of the JSON"])
def test_t52_what_was_written_is_kept_sign_for_sign_and_shown_as_text(camille, amara, technique):
    for message in [text for name, _language, text in messages() if name == technique]:
        kept = story.visit(amara, to=camille, on=AT, words=message[:400])
        kept.refresh_from_db()
        assert kept.words == message[:400]
        assert "<" not in escape(kept.words)


def test_a_good_reply_is_shown_so_that_the_others_could_have_been(stub, suggestion, camille):
    stub.says(framed(suggestion.letter, "I wished to say so."))
    draft = drafting.ask(suggestion=suggestion, by=people.by(camille), at=AT)
    tasks.write_draft(draft=str(draft.id))
    assert drafts.latest(suggestion).text == framed(suggestion.letter, "I wished to say so.")
    evidence = dataclasses.replace(drafts.evidence_of(draft), inbound=f"Write to {TO} or {NUMBER}")
    assert answering.drafted(evidence, Port.drafter).text


def canary(number: int) -> str:
    """A token that reads as a name: letters alone, and unlike any word."""
    letters = []
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters.append(chr(ord("a") + letter))
    return "Zq" + "".join(letters)


def peopled(amara: Client, camille) -> dict[str, str]:
    """A thousand others, with tokens in names, description, notes private and restricted; per token, where it stands."""
    line, tokens, clients, facts = amara.noted_in_id, {}, [], []
    kind = Term.objects.filter(kind="fact", code="note").first() or Term.objects.filter(kind="fact").first()
    for number in range(OTHERS):
        held = {part: canary(number * 8 + place) for place, part in enumerate(
            ("given", "family", "reading", "description", "private", "hidden", "hours", "promise")
        )}  # fmt: skip
        tokens |= {token: f"{part} {number}" for part, token in held.items()}
        client = Client(
            id=ids.derived("canary", str(number)), given=held["given"], family=held["family"], title="Ms", gender="she",
            display=f"{held['given']} {held['family']}", reading=held["reading"], description=held["description"],
            prefers_hours=held["hours"], language=("en", "fr")[number % 2], form=("formal", "familiar")[number // 2 % 2],
            happened_at=AT, known_from=AT, noted_in_id=line,
        )  # fmt: skip
        clients.append(client)
        for part, fields in (
            ("private", {"visibility": "private", "author": camille}),
            ("hidden", {"hidden_from": client}),
        ):
            facts.append(Fact(
                client=client, kind=kind, words=f"{held[part]} keeps a secret", certainty="stated", known_from=AT,
                period=(AT, None), noted_in_id=line, **fields,
            ))  # fmt: skip
    Client.objects.bulk_create(clients)
    Fact.objects.bulk_create(facts)
    return tokens


def listed(client: Client, number: int, camille, sample: Suggestion) -> Suggestion:
    """She is on a morning's list, with a fact about her in which others are named."""
    promise, other = canary(number * 8 + 7), canary(((number + 1) % OTHERS) * 8)
    subject = Subject(Reason.VISIT, (Piece("Aube", "ring"),), on=dt.date(2025, 3, 6), today=dt.date(2025, 3, 11))
    to = Addressee(
        client.given, client.family, client.display, client.title, "", "", "she", client.form, client.language
    )
    letter = compose(subject, to, Sender(camille.name, camille.signature, "Vauclair", "rue du Mail"), variant=number)
    on = dt.date(2025, 3, 12) + dt.timedelta(days=number)
    day = Day.objects.create(
        member=camille, boutique=sample.day.boutique, on=on, cap=3, known_from=AT, noted_in_id=sample.day.noted_in_id
    )
    fact = {
        "id": str(ids.new()),
        "kind": "purchase",
        "on": "2025-03-06",
        "values": {"piece": f"{other} Aube", "words": promise},
    }
    return Suggestion.objects.create(
        day=day, client=client, rank=0, reason="visit", channel="email", hour=client.prefers_hours,
        reasons=[{"reason": "visit", "values": {"words": promise, "celebrated": other}, "facts": [fact]}],
        letter=letter.text, letter_language=letter.language, ends_on=on,
    )  # fmt: skip


def test_t50_no_prompt_holds_anything_of_anybody_else_or_anything_private(stub, suggestion, camille, amara):
    tokens = peopled(amara, camille)
    clients = {client.id: client for client in Client.objects.filter(given__startswith="Zq")}
    numbers = random.Random(50).sample(range(OTHERS), min(THREADS, OTHERS))
    own = 0
    for thread in range(THREADS):
        number = numbers[thread % len(numbers)]
        client = clients[ids.derived("canary", str(number))]
        if thread < len(numbers):
            asked_for = listed(client, number, camille, suggestion)
        else:
            asked_for = Suggestion.objects.get(client=client)
        stub.received.clear()
        draft = drafting.ask(suggestion=asked_for, by=people.by(camille), at=AT + dt.timedelta(hours=thread))
        tasks.write_draft(draft=str(draft.id))
        (sent,) = stub.received
        found = set(CANARY.findall(sent.decode()))
        assert found <= {client.given, client.family}, [tokens[token] for token in found]
        assert str(client.id) not in sent.decode()
        own += bool(found)
    # What may be said of her is there: a name could have been found.
    assert own > THREADS // 2
