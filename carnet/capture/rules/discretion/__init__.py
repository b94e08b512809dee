"""What a note tells of somebody that a house should not keep: noticed at save and asked about, never refused."""

from carnet.capture.rules.discretion.noticing import Noticed, delicate, notice
from carnet.capture.rules.discretion.prepared import sentence_around
from carnet.capture.rules.discretion.reading import LANGUAGES, Why
from carnet.capture.rules.discretion.sentences import ASKED, Asked

__all__ = ["ASKED", "LANGUAGES", "Asked", "Noticed", "Why", "delicate", "notice", "sentence_around"]
