"""From an advisor's words to facts she confirms by a tap: deterministic, in six languages, with nothing configured.

`read` takes a note apart into sentences and clauses, says of whom each clause speaks, and asks one finder per kind. The words
of a language stand on its page in `pages`, which is loaded when a note in it is first read.
"""

from carnet.capture.rules.extracting.found import Around, Found, Piece
from carnet.capture.rules.extracting.reading import read

__all__ = ["Around", "Found", "Piece", "read"]
