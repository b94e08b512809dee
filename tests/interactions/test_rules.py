"""What leaves a note is one sentence, whole."""

import pytest

from carnet.interactions.rules import reworded


@pytest.mark.parametrize(
    ("words", "sentence", "left"),
    [
        ("Came by.\nShe is ill. Liked it.", "She is ill.", "Came by.\nLiked it."),
        ("Came by.\nShe is ill.", "She is ill.", "Came by."),
        ("Came by. She is ill.", "She is ill.", "Came by."),
        ("She is ill.\nCame by.", "She is ill.", "Came by."),
        ("She is ill.", "She is ill.", ""),
        ("She is ill. Liked it.\nShe is ill.", "She is ill.", "She is ill. Liked it."),
        ("The Gaynor ring.\nGay", "Gay", "The Gaynor ring."),
        ("The Gaynor ring.", "Gay", "The Gaynor ring."),
        ("来过。她怀孕了。喜欢。", "她怀孕了。", "来过。喜欢。"),
        ("Her  own\n\n  lines stay. She is ill.", "She is ill.", "Her  own\n\n  lines stay."),
        ("Nothing of it.", "", "Nothing of it."),
    ],
)
def test_it_leaves_and_the_rest_stays(words, sentence, left):
    assert reworded(words, sentence, "") == left


def test_what_follows_from_it_stands_where_it_stood():
    assert reworded("Came. She is ill. Liked it.", "She is ill.", "A seat.") == "Came. A seat. Liked it."
