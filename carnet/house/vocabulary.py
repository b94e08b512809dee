"""The words a house starts from; it may add and retire its own. Each: code, said in English and in French, schema."""

from __future__ import annotations

from typing import Any

from carnet.house.kinds import TermKind

type Word = tuple[str, dict[str, str], dict[str, Any]]


def _word(code: str, en: str, fr: str, **schema: Any) -> Word:
    return code, {"en": en, "fr": fr}, schema


WORDS: dict[TermKind, list[Word]] = {
    TermKind.TIER: [
        _word("friend", "Friend of the house", "Amie de la maison"),
        _word("collector", "Collector", "Collectionneuse"),
        _word("close_circle", "Close circle", "Premier cercle"),
    ],
    TermKind.CATEGORY: [
        _word("ring", "Ring", "Bague", plate="ring"),
        _word("earrings", "Earrings", "Boucles d’oreilles", plate="earrings"),
        _word("necklace", "Necklace", "Collier", plate="pendant"),
        _word("pendant", "Pendant", "Pendentif", plate="pendant"),
        _word("bracelet", "Bracelet", "Bracelet", plate="bracelet"),
        _word("brooch", "Brooch", "Broche", plate="brooch"),
        _word("watch", "Watch", "Montre", plate="watch"),
        _word("strap", "Strap", "Bracelet de montre", plate="watch"),
        _word("leather", "Leather goods", "Maroquinerie", plate="bag"),
        _word("ready_to_wear", "Ready-to-wear", "Prêt-à-porter", plate="cloth"),
        _word("fragrance", "Fragrance", "Parfum", plate="flacon", runs_out=True),
        _word("object", "Object", "Objet", plate="object"),
    ],
    TermKind.FACT: [
        _word("metal", "Metal", "Métal"),
        _word("stone", "Stones", "Pierres"),
        _word("size", "Sizes", "Tailles", value="size"),
        _word("style", "Style", "Style"),
        _word("dislike", "Never", "Jamais", leaning="avoids"),
        _word("manner", "Manner", "Manière"),
        _word("salon", "Salon", "Salon"),
        _word("wish", "Wishes", "Envies"),
        _word("range", "Looks between", "Fourchette", value="money", certainty="stated"),
        _word("life", "In her life", "Dans sa vie"),
        _word("note", "Note", "Note"),
        _word("tag", "From the till", "Venu de la caisse"),
        _word("memory", "Shared memory", "Souvenir commun"),
        _word("expectation", "Counts on us to remember", "Compte sur nous pour y penser"),
    ],
    TermKind.OCCASION: [
        _word("birthday", "Birthday", "Anniversaire de naissance"),
        _word("wedding", "Wedding anniversary", "Anniversaire de mariage"),
        _word("engagement", "Engagement", "Fiançailles"),
        _word("graduation", "Graduation", "Remise de diplôme"),
        _word("birth", "Birth", "Naissance"),
        _word("christmas", "Christmas", "Noël"),
        _word("mothers_day", "Mother’s day", "Fête des mères"),
        _word("valentine", "Valentine’s day", "Saint-Valentin"),
        _word("trip", "Journey", "Voyage"),
        _word("other", "A date that matters", "Une date qui compte"),
    ],
    TermKind.TITLE: [
        _word("mme", "Mrs", "Madame", gender="she"),
        _word("mr", "Mr", "Monsieur", gender="he"),
        _word("ms", "Ms", "Madame", gender="she"),
        _word("dr", "Dr", "Docteur"),
    ],
    TermKind.REASON: [
        _word("client_wish", "The client’s wish", "Souhait de la cliente"),
        _word("departure", "A departure", "Un départ"),
        _word("absence", "An absence", "Une absence"),
        _word("mistake", "A mistake", "Une erreur"),
    ],
}
