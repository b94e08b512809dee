"""What the database keeps of a line, whoever writes to it."""

from carnet.journal.models import Line
from tests.factories.broken import change, refused


def test_a_line_says_through_which_door_and_its_reason_is_a_code(vauclair):
    line = Line.objects.first()
    with refused("journal_line_via_known"):
        change(line, via="back door")
    with refused("journal_line_reason_is_a_code"):
        change(line, reason="Her husband has left her")
    change(line, reason="clients_choice")
