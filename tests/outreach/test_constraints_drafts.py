"""What the database keeps of a draft, whoever writes to it."""

import pytest

from carnet.journal.models import Line
from carnet.outreach.models import Draft, Suggestion
from tests import cast
from tests.conftest import paris
from tests.factories import story
from tests.factories.broken import again, change, refused
from tests.outreach.conftest import prepared

AT = paris("2025-03-11")


@pytest.fixture
def draft(camille, amara) -> Draft:
    story.visit(amara, to=camille, on=paris("2025-03-06", "15:00"), pieces=[cast.AUBE_RING])
    story.yes(amara, on=paris("2025-01-10"))
    suggestion = Suggestion.objects.get(day=prepared(camille, "2025-03-11"), client=amara)
    return Draft.objects.create(
        client=amara,
        suggestion=suggestion,
        language="en",
        happened_at=AT,
        known_from=AT,
        noted_in=Line.objects.latest("at"),
    )


def test_one_is_written_at_a_time(draft):
    with refused("outreach_draft_one_at_a_time"):
        again(draft)
    change(draft, written_at=AT, text="Dear Dr Okafor,")
    again(draft, written_at=None, text="")


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "Dear Dr Okafor,"},
        {"objections": ["name"]},
        {"written_at": AT},
        {"written_at": AT, "text": "Dear Dr Okafor,", "objections": ["name"]},
    ],
)
def test_there_is_a_text_or_there_are_objections_and_never_both(draft, fields):
    with refused("outreach_draft_text_or_objections"):
        change(draft, **fields)


def test_only_what_was_written_is_used(draft):
    with refused("outreach_draft_used_is_written"):
        change(draft, used=True)
    change(draft, written_at=AT, text="Dear Dr Okafor,", used=True)


def test_where_it_came_from_is_a_hash(draft):
    with refused("outreach_draft_prompt_hash"):
        change(draft, prompt_hash="Dear Dr Okafor,")
    change(draft, prompt_hash="0" * 64)
