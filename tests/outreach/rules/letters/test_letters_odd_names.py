"""Whatever a till, an import or a person has typed, the letter still stands."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from carnet.outreach.kinds import Advice, Reason
from carnet.outreach.rules.letters import Addressee, Piece, Sender, Subject, compose, french, languages, names, patterns
from carnet.outreach.rules.letters.manners import LONGEST

ODD = [
    "", " ", "O", "é", "Y", "'", '"', "’", "“Aube”", "d'Été", "O'Neil", "Hélène", "Hugo", "Œ", "No. 13085",
    "{x}", "{if here}", "{la bague Aube}", "[a|b]", "(e)", "\ue000le \ue001", "***", "or: ", "\n\n", "渡辺 健司",
    "نور الهاشمي", "a b c d e f g", "le Pendentif", "Le", "Les Ondes", "LUNE", "Aube", "Étoile", "Yeux", "-",
    ".", "Bague", "The",
]  # fmt: skip
WITHOUT_ELISION = re.compile(r"\b(?:[Dd]e|[Qq]ue|[Ll]a|[Ll]e) (?:horloge|[aeiouéAEIOUÉ])")
typed = st.sampled_from(ODD) | st.text(max_size=80)
days = st.dates(dt.date(2025, 1, 1), dt.date(2028, 1, 1))
addressees = st.builds(
    Addressee, typed, typed, typed, typed | st.sampled_from(["Mme", "Dr", "Mr"]), typed, typed,
    st.sampled_from(["she", "he", ""]), st.sampled_from(["formal", "familiar", "?"]),
    st.sampled_from([*sorted(languages()), "", "fr-CA"]) | typed,
)  # fmt: skip
pieces = st.builds(Piece, typed, st.sampled_from([*french.NOUNS, "", "leather"]) | typed)
subjects = st.builds(
    Subject, st.sampled_from([*Reason, "unheard_of"]), st.lists(pieces, max_size=3).map(tuple), st.none() | days,
    today=days, promise=typed, occasion=st.sampled_from([*french.OCCASIONS, ""]) | typed, occasion_on=st.none() | days,
    celebrated=typed, together=st.booleans(), put_aside_until=st.none() | days,
    available=st.booleans(), advice=st.none() | st.sampled_from(Advice),
)  # fmt: skip


@settings(max_examples=1500, deadline=None)
@given(
    subjects,
    addressees,
    st.builds(Sender, typed, typed, typed, typed),
    st.integers(0, 7),
    st.sampled_from([*sorted(languages()), "xx"]),
)
def test_a_letter_stands(subject, to, sender, variant, house):
    letter = compose(subject, to, sender, variant=variant, fallback=house)
    assert letter == compose(subject, to, sender, variant=variant, fallback=house)
    assert patterns.length(letter.text) <= LONGEST
    opening, *rest = letter.text.split("\n\n")
    assert opening
    assert len(rest) >= 2 or subject.reason == "unheard_of"
    assert all(paragraph.strip() == paragraph and paragraph for paragraph in rest)
    body = "\n".join(rest[:-1])
    assert "  " not in body
    assert not re.search(r"[{}\[\]|\ue000\ue001\r\t]|\((?:e|s|nt)\)| [,.]", body)
    assert not any(unicodedata.category(sign) in {"Cc", "Co", "Cs"} for sign in letter.text.replace("\n", ""))
    assert "13085" not in opening or "13085" in to.written


@settings(max_examples=600, deadline=None)
@given(
    st.sampled_from(ODD) | st.text("aeéhyœAÉHYŒbcdBCD' -", min_size=1, max_size=12),
    st.sampled_from(list(Reason)),
    st.integers(0, 3),
)
def test_french_elides_before_whatever_name_it_is_given(name, reason, variant):
    to = Addressee("", "", "", "", "", "", "she", "formal", "fr")
    subject = Subject(
        reason, (Piece(name, "clock"),), today=dt.date(2026, 11, 22), occasion="birthday", celebrated=name
    )
    assume(not WITHOUT_ELISION.search(f"{names.clean(name)} a"))
    text = compose(subject, to, Sender("C", "C", "", ""), variant=variant).text
    assert not WITHOUT_ELISION.search(text)
    assert not re.search(r"\b[Dd]e les? horloge|\bà les?\b", text)
