"""What the database keeps of details that were left, whoever writes to it."""

from __future__ import annotations

import datetime as dt

import pytest

from carnet.capture.actions import leaving_details
from carnet.capture.actions.leaving_details import Said
from carnet.capture.models import Asking, Details
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.broken import again, change, refused

AT = paris("2026-03-10")


@pytest.fixture
def details(camille):
    visit = story.visit(people.client(cast.SATURDAY_COUPLE, at=AT), to=camille, on=AT)
    token = leaving_details.ask(
        member=camille, boutique=people.boutique(), by=people.by(camille), at=AT, encounter=visit
    )
    said = Said("Ottilie Brandt", "+33199001177", "fr", (), "Kept.", "0a1b2c3d4e5f", "O. Brandt")
    return leaving_details.leave(token=token, said=said, at=AT)


@pytest.mark.parametrize(
    ("constraint", "table", "fields"),
    [
        ("capture_asking_has_a_visit", Asking, {"encounter": None, "note": None}),
        ("capture_asking_ends_later", Asking, {"expires_at": AT - dt.timedelta(days=1)}),
        ("capture_details_say_who", Details, {"name": ""}),
        ("capture_details_say_who", Details, {"number": ""}),
        ("capture_details_signed", Details, {"signature": ""}),
        ("capture_details_signed", Details, {"wording": ""}),
        ("capture_details_settled_is_dated", Details, {"settled_at": None}),
        ("capture_details_settled_is_dated", Details, {"client": None}),
    ],
)
def test_details_are_signed_and_somebodys(details, constraint, table, fields):
    with refused(constraint):
        change(table.objects.get(), **fields)


def test_a_code_is_used_once(details):
    with refused("capture_asking_token_key"):
        again(details.asking)
    with refused("capture_details_asking_id_key"):
        again(details)
