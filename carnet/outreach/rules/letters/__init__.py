"""Short letters an advisor would be glad to send as they are; she always reads, finishes and sends them herself.

One reason each, at most ninety words, nothing recited from the record. `compose` writes one; `variants` says how many
different ones there are; `manners.objections` reads any letter as the house would; `sheet` is the page for a native
editor. A new language is a page of letters beside `fr.py`, its words and grammar, and a line in `composing.TONGUES`.
"""

from carnet.outreach.rules.letters.composing import compose, languages, variants
from carnet.outreach.rules.letters.review import sheet
from carnet.outreach.rules.letters.subject import Addressee, Letter, Piece, Sender, Subject

__all__ = ["Addressee", "Letter", "Piece", "Sender", "Subject", "compose", "languages", "sheet", "variants"]
