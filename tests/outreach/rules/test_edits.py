"""How far a finished letter is from the composed one."""

import pytest

from carnet.outreach.rules.edits import distance

COMPOSED = "Chère Madame,\n\nMerci de votre confiance.\n\nCamille Aubry"


@pytest.mark.parametrize(
    ("composed", "finished", "hundredths"),
    [
        (COMPOSED, COMPOSED, 0),
        (COMPOSED, COMPOSED.replace("\n\n", "\n"), 0),
        (COMPOSED, COMPOSED.replace("Merci", "Un grand merci"), 30),
        (COMPOSED, "À demain", 100),
        (
            "渡辺様\n\n先日はお越しくださり、ありがとうございました。",
            "渡辺様\n\n昨日はお越しくださり、ありがとうございました。",
            4,
        ),
        ("", "", 0),
    ],
)
def test_it_counts_words_and_where_there_are_none_signs(composed, finished, hundredths):
    assert distance(composed, finished) == hundredths
    assert distance(finished, composed) == hundredths
