"""What the database keeps of pictures, tried."""

import datetime as dt

from tests.conftest import paris
from tests.factories import story
from tests.factories.broken import change, refused
from tests.factories.pictures import taken

THEN = paris("2026-03-10")


def test_a_picture_cannot_have_left_before_it_was_taken(helene, camille):
    picture = taken(story.visit(helene, to=camille, on=THEN), by=camille, at=THEN)
    with refused("capture_picture_removed_after_it_was_taken"):
        change(picture, removed_at=THEN - dt.timedelta(days=1))
