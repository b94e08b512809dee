"""Short letters an advisor would be glad to send as they are; she always reads, finishes and sends them herself.

One reason each, at most ninety words, nothing recited from the record. `compose` writes one; `variants` says how many
different ones there are; `manners.objections` reads any letter as the house would; `sheet` is all of them for a native
editor to read, `page` the same as HTML. A new language is a page of letters beside `fr.py`, its words and grammar, and
a line in `composing.TONGUES`; a new reason brings its pages to `compose`.
"""

from carnet.outreach.rules.letters.composing import compose, languages, needs_a_reader, variants
from carnet.outreach.rules.letters.printing import page, sheet
from carnet.outreach.rules.letters.subject import Addressee, Letter, Piece, Sender, Subject

__all__ = [
    "Addressee",
    "Letter",
    "Piece",
    "Sender",
    "Subject",
    "compose",
    "languages",
    "needs_a_reader",
    "page",
    "sheet",
    "variants",
]
