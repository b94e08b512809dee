"""A phone says that something is due: to whom, when, once, without a name; and the phones that are gone are forgotten."""

import datetime as dt
import json
import uuid

import pytest
import time_machine

from carnet.books.models import Assignment
from carnet.capture import tasks
from carnet.capture.actions import enrolling, noticing
from carnet.capture.models import Deposit, PushAddress, PushKey
from carnet.capture.queries import noticed
from carnet.capture.rules.noticing import Notice
from carnet.clients.models import Client
from carnet.house.models import Member
from carnet.interactions.actions import promises
from carnet.interactions.kinds import PromiseOutcome
from carnet.journal.models import Line
from carnet.kit.acts import By, Via
from tests import cast
from tests.conftest import paris
from tests.factories import people, phone, push_service, story

THEN, NOW = paris("2026-03-02"), paris("2026-03-10", "11:05")
TODAY, DAY = NOW.date(), dt.timedelta(days=1)


@pytest.fixture
def service(tmp_path, settings):
    with push_service.running(tmp_path) as running:
        settings.CARNET_PUSH_HERE = running.authority
        yield running


@pytest.fixture
def telephone(camille):
    return phone.phone(camille, THEN)


@pytest.fixture
def allowed(service, telephone, camille):
    browser = service.browser()
    return browser, allow(telephone, camille, browser)


def allow(telephone, member, browser, at=THEN):
    return noticing.allow(
        device=telephone.device.id, member=member, **browser.subscription(), here=True, by=people.by(member), at=at
    )


def due(client, camille, on=TODAY, **more):
    return story.promise(client, of=camille, words="Send the photographs of the clasp.", due=on, on=THEN, **more)


def tell(member, at=NOW):
    with time_machine.travel(at, tick=False):
        tasks.tell(str(member.id))


def shown(browser, received):
    return [json.loads(browser.opened(each.body))["words"] for each in received]


def kept(camille, telephone, *, happened, received):
    """Notes that came in."""
    for number in range(2):
        Deposit.objects.create(
            device=telephone.device, mutation=uuid.UUID(int=number + 1), kind="note", member=camille, fingerprint="0" * 64,
            number=number, app_version="1", claimed_at=happened, happened_at=happened, received_at=received, state="kept",
        )  # fmt: skip


def test_a_promise_is_due(service, allowed, camille, antoine):
    due(antoine, camille)
    tell(camille)
    assert shown(allowed[0], service.received) == ["A promise is due today."]
    (received,) = service.received
    assert received.headers["ttl"] == str(8 * 3600 - 300)


def test_it_names_nobody_and_leads_home(service, allowed, camille, antoine, helene):
    due(antoine, camille)
    due(helene, camille)
    tell(camille)
    said = json.loads(allowed[0].opened(service.received[0].body))
    assert said == {"title": "Carnet", "words": "Two promises are due today.", "path": "/promises/", "lang": "en"}
    for person in (cast.ANTOINE, cast.HELENE):
        for name in (person.display, person.given, person.family, "clasp"):
            assert name not in str(said)


def test_notes_that_waited_for_a_signal_came_in(service, allowed, camille, telephone):
    kept(camille, telephone, happened=NOW - dt.timedelta(hours=5), received=NOW - dt.timedelta(hours=1))
    tell(camille)
    assert shown(allowed[0], service.received) == ["Two notes came in."]


@pytest.mark.parametrize(
    ("waited", "ago"),
    [(dt.timedelta(minutes=59), dt.timedelta(hours=1)), (dt.timedelta(hours=5), dt.timedelta(hours=25))],
)
def test_notes_that_came_at_once_or_long_ago_are_not_told(service, allowed, camille, telephone, waited, ago):
    kept(camille, telephone, happened=NOW - ago - waited, received=NOW - ago)
    tell(camille)
    assert service.received == []


def test_once_a_day_on_every_phone_of_hers_and_again_tomorrow(service, allowed, camille, antoine):
    other = service.browser("two")
    allow(phone.phone(camille, THEN), camille, other)
    due(antoine, camille)
    for hour in (10, 11, 12):
        tell(camille, paris("2026-03-10", f"{hour}:05"))
    assert sorted(each.path for each in service.received) == ["/send/one?t=1", "/send/two?t=1"]
    due(antoine, camille, on=TODAY + DAY)
    tell(camille, NOW + DAY)
    assert len(service.received) == 4


def test_a_second_worker_says_nothing_twice(service, allowed, camille, antoine):
    due(antoine, camille)
    with time_machine.travel(NOW, tick=False):
        by = By(None, Via.TASK)
        assert noticing.begin(member=camille, zone="Europe/Paris", by=by, at=NOW) == [allowed[1]]
        assert noticing.begin(member=camille, zone="Europe/Paris", by=by, at=NOW) == []


@pytest.mark.parametrize("at", ["2026-03-10T09:59", "2026-03-10T19:00", "2026-03-10T23:05", "2026-03-15T11:05"])
def test_not_before_not_after_and_not_on_the_boutiques_sunday(service, allowed, camille, antoine, at):
    day, time = at.split("T")
    due(antoine, camille, on=dt.date.fromisoformat(day))
    tell(camille, paris(day, time))
    assert service.received == []


def test_not_on_her_day_of_rest(service, allowed, camille, antoine):
    due(antoine, camille)
    Member.objects.filter(id=camille.id).update(working_days=[1, 3, 4])
    tell(camille)
    assert service.received == []


def settled(promise, camille):
    promises.settle(promise=promise, outcome=PromiseOutcome.KEPT, by=people.by(camille), at=NOW)


@pytest.mark.parametrize(
    "why", ["kept", "tomorrow", "a colleague's", "the boutique's", "hers to keep", "not seen any more"]
)
def test_what_is_not_hers_to_keep_today_is_not_told(service, allowed, camille, yumi, antoine, why):
    if why == "kept":
        settled(due(antoine, camille), camille)
    elif why == "tomorrow":
        due(antoine, camille, on=TODAY + DAY)
    elif why == "hers to keep":
        due(antoine, camille, made_by="client")
    else:
        due(antoine, {"a colleague's": yumi, "the boutique's": None}.get(why, camille))
    if why == "not seen any more":
        Client.objects.filter(id=antoine.id).update(sensitivity="restricted")
        Assignment.objects.filter(client=antoine).delete()
    tell(camille)
    assert service.received == []


@pytest.mark.parametrize("status", [404, 410])
def test_a_phone_that_is_gone_is_forgotten(service, allowed, camille, antoine, status):
    due(antoine, camille)
    service.status = status
    tell(camille)
    assert not PushAddress.objects.exists()
    said = Line.objects.filter(act="capture.noticed").values_list("reason", flat=True)
    assert sorted(said) == ["allowed", "gone", "told"]


def test_a_service_that_is_away_is_tried_in_an_hour(service, allowed, camille, antoine):
    due(antoine, camille)
    service.status = 503
    tell(camille)
    service.status = 201
    tell(camille, NOW + dt.timedelta(hours=1))
    tell(camille, NOW + dt.timedelta(hours=2))
    assert len(service.received) == 2


def test_who_has_left_is_told_nothing(service, allowed, camille, antoine):
    due(antoine, camille)
    Member.objects.filter(id=camille.id).update(is_active=False)
    assert not noticed.members().exists()
    tell(camille)
    assert service.received == []


def test_a_phone_that_was_wiped_is_told_nothing(service, allowed, telephone, camille, antoine):
    due(antoine, camille)
    enrolling.wipe(device=telephone.device, by=people.by(camille), at=NOW, reason="lost")
    assert not noticed.members().exists()
    tell(camille)
    assert service.received == []


def test_nobody_is_nobody(db):
    tasks.tell(str(uuid.uuid4()))


@pytest.mark.parametrize(
    "change", [{"endpoint": "https://10.0.0.1/x"}, {"endpoint": ""}, {"key": "AAAA"}, {"secret": ""}, {"key": "é"}]
)
def test_what_no_browser_gives_is_refused(service, telephone, camille, change):
    said = service.browser().subscription() | change
    with pytest.raises(noticing.CannotNotice, match="no address"):
        noticing.allow(
            device=telephone.device.id,
            member=camille,
            **said,
            here="endpoint" not in change,
            by=people.by(camille),
            at=THEN,
        )


def test_a_phone_is_hers_known_and_no_shared_tablet(service, telephone, camille, yumi):
    said = service.browser().subscription()

    def refused(member, device):
        with pytest.raises(noticing.CannotNotice, match="of your own"):
            noticing.allow(device=device, member=member, **said, here=True, by=people.by(member), at=THEN)

    refused(yumi, telephone.device.id)
    refused(camille, None)
    enrolling.wipe(device=telephone.device, by=people.by(camille), at=THEN, reason="lost")
    refused(camille, telephone.device.id)


def test_the_same_phone_again_and_a_colleague_on_it(allowed, telephone, camille, yumi):
    browser, _first = allowed
    again = allow(telephone, camille, browser)
    assert list(PushAddress.objects.all()) == [again]
    enrolling.enrol(public=bytes(telephone.device.public), name="Telephone", member=yumi, by=people.by(yumi), at=THEN)
    hers = allow(telephone, yumi, browser)
    assert list(PushAddress.objects.values_list("id", "member")) == [(hers.id, yumi.id)]
    noticing.end(address=hers, by=people.by(yumi), at=NOW, reason="ended")
    assert not PushAddress.objects.exists()


def test_the_houses_key_is_made_once_and_locked(db, vauclair):
    one = noticing.make_key(by=By(None, Via.TASK), at=NOW)
    assert noticing.make_key(by=By(None, Via.TASK), at=NOW) == one
    assert PushKey.objects.count() == 1
    assert b"PRIVATE KEY" not in bytes(one.private)
    assert len(bytes(one.public)) == 65


@pytest.mark.parametrize(
    ("notice", "count", "language", "said"),
    [
        (Notice.PROMISE, 1, "en", "A promise is due today."),
        (Notice.PROMISE, 2, "en", "Two promises are due today."),
        (Notice.NOTES, 1, "en", "A note came in."),
        (Notice.NOTES, 2, "en", "Two notes came in."),
        (Notice.NOTES, 140, "en", "140 notes came in."),
    ],
)
def test_the_sentence(notice, count, language, said):
    assert noticed.said(notice, count, language) == said


def test_every_hour_each_of_them_becomes_one_job(allowed, camille, yumi, monkeypatch):
    asked = []

    class Asked:
        def configure(self, **words):
            asked.append(words)
            return self

        def defer(self, **words):
            asked.append(words)

    monkeypatch.setattr(tasks, "tell", Asked())
    tasks.wake_notices(int(NOW.timestamp()))
    assert asked == [{"lock": f"notice {camille.id}"}, {"member": str(camille.id)}]
    assert PushKey.objects.count() == 1
