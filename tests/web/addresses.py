"""Every address of the screens: what it is about, and to whom it exists. What is not hers to see is a 404 to her."""

from __future__ import annotations

import dataclasses
import uuid
from collections.abc import Callable
from typing import Any

from django.urls import reverse

from carnet.books.models import Claim
from carnet.clients.models import Client, Fact
from carnet.house.models import PlaceName, StaffName
from carnet.intelligence.kinds import ReadingKind
from carnet.intelligence.models import Consequence, Reading
from tests.factories.morning import Morning

CAMILLE, YUMI, INES, HANA, KENJI, ODILE = ROLES = ("camille", "yumi", "ines", "hana", "kenji", "odile")
"""Her advisor; a colleague beside her; their manager; an advisor and a manager of Ginza; head office."""
ALL = frozenset(ROLES)
HERE = frozenset({CAMILLE, YUMI, INES, ODILE})
MANAGERS = frozenset({INES, KENJI, ODILE})
MANAGERS_HERE = frozenset({INES, ODILE})
HERS = frozenset({CAMILLE})
HIS = frozenset({INES})
type Arguments = Callable[[Morning], dict[str, Any]]


@dataclasses.dataclass(frozen=True)
class Address:
    """One name of the URLconf."""

    name: str
    who: frozenset[str] = ALL
    of: Arguments = lambda house: {}
    gets: bool = True
    posts: bool = False
    query: str = ""
    says: dict[str, str] = dataclasses.field(default_factory=dict)
    """What a POST needs to say for the reach to be what answers."""

    def __str__(self) -> str:
        return self.name + self.query

    def href(self, house: Morning) -> str:
        return reverse(self.name, kwargs=self.of(house)) + self.query


def a_client(who: str) -> Arguments:
    return lambda house: {"client": getattr(house, who).id}


def _line(house: Morning) -> dict[str, Any]:
    return {"client": house.paolo.id, "line": house.gift.line_id}


def _sale(house: Morning) -> dict[str, Any]:
    return {"client": house.amara.id, "sale": house.sold_today.id}


def _rest(house: Morning) -> dict[str, Any]:
    return {"client": house.amara.id, "consequence": Consequence.objects.get(client=house.amara).id}


def _reading(house: Morning) -> dict[str, Any]:
    return {
        "client": house.nour.id,
        "reading": Reading.objects.get(client=house.nour, kind=ReadingKind.SEARCH).id,
    }


def _fact(house: Morning) -> dict[str, Any]:
    shared = Fact.objects.get(client=house.antoine, visibility="shared")
    return {"client": house.antoine.id, "fact": shared.id}


def _name_met(house: Morning) -> dict[str, Any]:
    return {"made": house.taken_in.id, "name": StaffName.objects.get(name="Marguerite L.").id}


def _suggestion(house: Morning) -> dict[str, Any]:
    return {"suggestion": house.suggestion(house.antoine).id}


def _imported(house: Morning) -> dict[str, Any]:
    return {"client": Client.objects.get(external_ids__external_id="C-71").id}


ANTOINE, PAOLO = a_client("antoine"), a_client("paolo")
PACE = "days_between_letters-value"
POST = {"gets": False, "posts": True}
BOTH = {"posts": True}
ADDRESSES = [
    Address("today"),
    Address("rest"),
    Address("letter", HERS, _suggestion),
    Address("answer", HERS, _suggestion, **POST, says={"reply": "later", "reason": "tomorrow"}),
    Address("draft", HERS, _suggestion, **POST),
    Address("draft-use", HERS, _suggestion, **POST),
    Address("leaving", HERS, lambda house: {"answer": house.written_before.id}, **POST),
    Address("reply", HERS, lambda house: {"answer": house.written_before.id}, **POST),
    Address("answer-undo", HERS, lambda house: {"answer": house.written_before.id}, **POST),
    Address("question-answer", HERS, lambda house: {"question": house.asked[0].id}, **POST),
    Address("questions-off", **POST),
    Address("closing", **BOTH),
    Address("clients"),
    Address("clients", query="?whose=boutique"),
    Address("client-new", **BOTH),
    Address("card", **BOTH, says={"q": "Antoine Renard"}),
    Address("client", HERE, ANTOINE),
    Address("client", HERE, PAOLO),
    Address("client", HERE, a_client("helene")),
    Address("client", HERE, a_client("nour")),
    Address("client", HERE, a_client("siyuan")),
    Address("client", HERE, a_client("nobody")),
    Address("client", HERE, _imported),
    Address("client", frozenset({HANA, KENJI, ODILE}), a_client("watanabe")),
    Address("story", HERE, ANTOINE),
    Address("show", HERE, a_client("helene")),
    Address("client-name", HERE, ANTOINE, **BOTH),
    Address("facts", HERE, ANTOINE, **POST),
    Address("fact-end", HERE, _fact, **POST),
    Address("hold", HERE, ANTOINE, **POST),
    Address("release", HERE, ANTOINE, **POST),
    Address("permissions", HERE, ANTOINE, **POST),
    Address("dates", HERE, ANTOINE, **POST),
    Address("points", HERE, ANTOINE, **POST),
    Address("claim", HERE, ANTOINE, **POST),
    Address("promise-new", HERE, ANTOINE, **POST),
    Address("gift", HERE, _line, **POST, says={"kind": "unnamed"}),
    Address("given", HERE, _line, **POST),
    Address("meaning", HERE, _sale, **BOTH),
    Address("due-answer", HERE, _reading, **POST, says={"said": "again"}),
    Address("relationship", HERE, a_client("helene")),
    Address("relationship", HERE, a_client("nour"), query="?"),
    Address("silence", HERE, ANTOINE, says={"answer": "within"}, **POST),
    Address("remember", HERE, ANTOINE, **POST),
    Address("starts", HERE, ANTOINE, **POST, says={"answer": "she"}),
    Address("bond", HERE, ANTOINE, **POST),
    Address("rests", HERE, ANTOINE, **POST),
    Address("rest-over", HERE, _rest, **POST),
    Address("note"),
    Address("note", query="?who=nobody", **BOTH),
    Address("note-undo", HERS, lambda house: {"encounter": house.unnamed.id}, **POST),
    Address("note-name", HERS, lambda house: {"encounter": house.unnamed.id}, **POST),
    Address("details-visit", HERS, lambda house: {"encounter": house.unnamed.id}, **BOTH),
    Address("details-note", of=lambda house: {"note": uuid.UUID(int=11)}, **BOTH),
    Address("details-client", HERE, a_client("nobody"), **BOTH),
    Address("find", **BOTH, says={"q": "mar"}),
    Address("find", query="?for=note", **BOTH, says={"q": "zzz"}),
    Address("promises"),
    Address("notices", **BOTH),
    Address("notices-later", **POST),
    Address("promise-outcome", HERE, lambda house: {"promise": house.promise.id}, **POST),
    Address("imports", **BOTH),
    Address("upload", HIS, lambda house: {"upload": house.upload.id}, **BOTH),
    Address("upload-progress", HIS, lambda house: {"upload": house.upload.id}),
    Address("import", MANAGERS_HERE, lambda house: {"made": house.taken_in.id}),
    Address("import-refused", MANAGERS_HERE, lambda house: {"made": house.taken_in.id}),
    Address("import-name", MANAGERS_HERE, _name_met, **POST, says={"is": "nobody"}),
    Address("import-undo", MANAGERS_HERE, lambda house: {"made": house.taken_in.id}, **BOTH),
    Address("house", MANAGERS),
    Address("people", MANAGERS, **POST),
    Address("invitation", MANAGERS_HERE, lambda house: {"member": house.yumi.id}, **BOTH),
    Address("staff-name", MANAGERS, lambda house: {"staff_name": StaffName.objects.get(name="Marguerite L.").id}, **POST),
    Address("place-name", MANAGERS, lambda house: {"place_name": PlaceName.objects.get(name="Mail").id}, **POST),
    Address("claim-answer", MANAGERS_HERE, lambda house: {"claim": Claim.objects.get().id}, **POST),
    Address("house-settings", frozenset({ODILE}), **POST),
    Address("how-well-we-read", MANAGERS, **BOTH),
    Address("how-the-house-stands", MANAGERS, **BOTH),
    Address("phones", MANAGERS),
    Address("policy", frozenset({ODILE})),
    Address("policy-group", frozenset({ODILE}), lambda house: {"group": "pace"}, **POST, says={PACE: "30"}),
    Address("restraint", MANAGERS),
    Address("restraint-people", MANAGERS, lambda house: {"figure": "once"}),
    Address("restraint-people", MANAGERS, lambda house: {"figure": "silence-held"}),
    Address("states", MANAGERS),
    Address("conditions", frozenset({ODILE}), **POST),
    Address("tablets", MANAGERS, **POST),
    Address("tablet-withdraw", MANAGERS_HERE, lambda house: {"tablet": house.tablet.id}, **POST),
    Address("me", **BOTH),
    Address("practice"),
]  # fmt: skip
ELSEWHERE = {
    "worker": "the app's own, for everybody: tests/web/test_kept.py",
    **dict.fromkeys(("no-signal", "blank-note", "blank-note-over"), "the same for everybody: tests/web/test_kept.py"),
    "manifest": "the app's own, for everybody: tests/web/test_kept.py",
    **dict.fromkeys(
        ("spoken", "spoken-taken", "spoken-forget"),
        "hers who spoke, and for anybody else as if it were not: in its own test",
    ),
    **dict.fromkeys(
        ("kept-device", "kept-deposits", "kept-book"), "for devices: tests/web/test_kept.py, test_carried.py"
    ),
    **dict.fromkeys(
        ("proposal", "deposit", "phone-wipe", "phone-forget"), "tests/web/test_proposals.py, for each role"
    ),
    "leave": "whoever holds the code",
    "details-left": "outside",
    "details-whose": "what was left is there only once it was: in its own test",
    "welcome": "the reception card has tests of its own",
    "promise-undo": "what it undoes is settled first, in its own test",
    "opening": "open only before the house is",
    "opening-boutiques": "the opener's",
    "opening-people": "the opener's",
    "opening-past": "the opener's",
    **dict.fromkeys(
        ("picture", "picture-small", "picture-removal", "picture-undo"), "made in its own test, for each role"
    ),
    "tablet": "the device's, not a person's",
    "tablet-code": "the device's, not a person's",
    "tablet-lock": "the device's, not a person's",
    "invited": "whoever holds the printed code",
    "door": "outside",
    "notices-end": "hers alone: tests/web/test_notices.py",
    "install": "anybody's, and the same for each",
    "practised": "nobody is there: in its own test",
    "practice-again": "there only once something was practised",
}
"""Addresses whose reach is not a matter of role, and why; those of allauth stand under /door/."""
