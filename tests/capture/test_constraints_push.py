"""What the database keeps of phones that are told, tried."""

import pytest

from carnet.capture.actions import noticing
from carnet.capture.models import PushAddress, PushKey
from carnet.kit.acts import By, Via
from tests.conftest import paris
from tests.factories import people, phone
from tests.factories.broken import change, refused
from tests.factories.push_service import Browser

THEN = paris("2026-03-10")


@pytest.fixture
def kept(camille):
    return noticing.allow(
        device=phone.phone(camille, THEN).device.id, member=camille, **Browser("https://push.example/1").subscription(),
        here=False, by=people.by(camille), at=THEN,
    )  # fmt: skip


def another(kept, **more):
    so = {
        "device": kept.device,
        "member": kept.member,
        "endpoint": "https://push.example/2",
        "key": kept.key,
        "secret": kept.secret,
    }
    PushAddress.objects.create(**(so | more), since=THEN)


def test_an_address_is_one_persons(kept, yumi):
    with refused("capture_pushaddress_is_one_persons"):
        another(kept, member=yumi, endpoint=kept.endpoint)


def test_a_phone_tells_somebody_once(kept):
    with refused("capture_pushaddress_once_per_device"):
        another(kept)


def test_an_address_is_https(kept):
    with refused("capture_pushaddress_is_https"):
        change(kept, endpoint="http://push.example/1")


@pytest.mark.parametrize("fields", [{"key": b"\4" * 64}, {"secret": b"\1" * 15}])
def test_its_keys_are_whole(kept, fields):
    with refused("capture_pushaddress_keys_are_whole"):
        change(kept, **fields)


def test_the_house_has_one_key(vauclair):
    noticing.make_key(by=By(None, Via.TASK), at=THEN)
    with refused("capture_pushkey_one"):
        PushKey.objects.create(public=b"", private=b"", made_at=THEN)
