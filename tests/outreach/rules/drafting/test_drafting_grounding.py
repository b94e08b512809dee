"""What a model writes is shown only when every name, day, piece and number of it is in the evidence."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from carnet.outreach.kinds import Reason
from carnet.outreach.rules.drafting import claims, grounding, tidying, tongues
from carnet.outreach.rules.drafting.evidence import Evidence
from carnet.outreach.rules.drafting.faults import Fault
from carnet.outreach.rules.letters import Addressee, Piece, Sender, Subject, compose, languages, variants
from tests.factories.drafts import BODIES, HOSTILE, PARTS, WRONG, evidence, letter, with_a_line

LANGUAGES = sorted(PARTS)


def faults(text: str, language: str = "en", **changed: object) -> set[str]:
    return {each.fault.value for each in grounding.objections(text, evidence(language, **changed), language)}


@pytest.mark.parametrize(("language", "body"), [(code, body) for code, bodies in BODIES.items() for body in bodies])
def test_a_good_draft_may_be_shown(language, body):
    assert grounding.objections(letter(language, body), evidence(language), language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_composed_letter_itself_may_be_shown(language):
    assert grounding.objections("\n\n".join(PARTS[language]), evidence(language), language) == []


@pytest.mark.parametrize(
    ("language", "fault", "line"),
    [
        (language, fault, line.strip())
        for language, table in WRONG.items()
        for fault, lines in table.items()
        for line in lines.split(";")
    ],
)
def test_what_the_evidence_does_not_say_is_not_shown(language, fault, line):
    found = faults(with_a_line(language, line), language)
    assert fault in found or (fault == "date" and "occasion" in found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_not_plain_text_is_not_shown(language, name):
    line, fault = HOSTILE[name]
    assert fault in faults(with_a_line(language, line), language)


def test_what_the_evidence_says_may_be_said_in_other_words():
    said = dataclasses.replace(evidence("fr"), when="la semaine dernière, mardi 3 mars")
    text = with_a_line("fr", "La semaine passée, le mardi trois mars, déjà.")
    assert grounding.objections(text, said, "fr") == []
    assert faults(text, "fr") == {"date", "number"}


def test_a_piece_whose_kind_is_known_may_be_named_by_it():
    assert faults(with_a_line("en", "The earrings please me.")) == {"piece"}
    assert faults(with_a_line("en", "The earrings please me."), categories=("ring", "earrings")) == set()


def test_a_name_may_be_written_without_its_accents_and_in_its_inflections():
    said = {"names": ("Hélène", "Bianca")}
    assert faults(with_a_line("en", "We thought of Helene, and of Bianca’s choice."), **said) == set()
    assert faults(with_a_line("en", "We thought of Helena, and of Bianca’s choice."), **said) == {"name"}


def test_what_a_client_wrote_is_no_evidence():
    inbound = "Call Margaux on 0199001199 on Saturday about the two diamonds."
    assert faults(with_a_line("en", "Margaux and the two diamonds, on Saturday."), inbound=inbound) == {
        "name", "number", "piece", "date",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda text: text.replace("Dear Dr Okafor,", "Dear Mrs Renard,"), "opening"),
        (lambda text: text.replace("Camille Aubry", "Camille"), "signature"),
        (lambda text: text + "\n\nP.S. More to come.", "signature"),
        (lambda text: "Here is your letter:\n\n" + text, "opening"),
        (lambda text: text.replace("no trouble.", "no trouble." + " It is no trouble." * 60), "length"),
        (lambda _text: "", "length"),
        (lambda _text: "Dear Dr Okafor,\n\nCamille Aubry", "length"),
    ],
)
def test_a_letter_is_framed_as_the_house_frames_it(change, fault):
    assert fault in faults(change(letter("en", BODIES["en"][0])))


def test_nobody_is_written_to_in_a_language_nobody_checks():
    assert faults(letter("en", BODIES["en"][0])) == set()
    assert [each.fault for each in grounding.objections("Guten Tag", evidence("en"), "de")] == [Fault.LANGUAGE]


def test_every_language_of_the_composer_can_be_checked():
    assert {tongues.base(language) for language in languages()} <= set(tongues.ALL)


@pytest.mark.parametrize("language", sorted({tongues.base(code): code for code in languages()}.values()))
def test_every_letter_the_composer_writes_would_pass_as_its_own_evidence(language):
    """What is refused is refused for what it claims: the house's own prose is not."""
    to = Addressee("Amara", "Okafor", "Amara Okafor", "Dr", "", "", "she", "formal", language)
    sender, today = Sender("Camille Aubry", "Camille", "Vauclair", "rue du Mail"), dt.date(2026, 3, 10)
    for reason in Reason:
        for variant in range(variants(reason, language)):
            for form in ("formal", "familiar"):
                addressed = dataclasses.replace(to, form=form)
                subject = Subject(
                    reason, (Piece("Aube", "ring"),), on=dt.date(2026, 2, 3), today=today, occasion="birthday"
                )
                text = compose(subject, addressed, sender, variant=variant).text
                opening, signature = text.split("\n\n")[0], text.split("\n\n")[-1]
                known = Evidence(reason, language, form, opening, signature, text, (to.display,), ("Aube",), ("ring",))
                wrong = [each for each in grounding.objections(text, known, language) if each.fault != Fault.MANNERS]
                assert wrong == [], text


@pytest.mark.parametrize(
    ("numerals", "value"),
    [
        ("二十三", 23),
        ("十", 10),
        ("百二十", 120),
        ("二〇二六", 2026),
        ("三千", 3000),
        ("一万二千", 12000),
        ("两百", 200),
    ],
)
def test_numerals_are_read(numerals, value):
    assert claims.valued(numerals) == value


def test_a_numeral_that_counts_nothing_is_no_number():
    for text in ("もう一度、ゆっくりお越しください。", "一つ一つ丁寧に。"):
        assert claims.claims(text, "ja") == {}
    for text in ("我们一起看看。", "一直想念。", "稍等一下，一点点。"):
        assert claims.claims(text, "zh") == {}


@pytest.mark.parametrize(
    ("language", "line", "shown"),
    [
        ("ja", "渡辺様のご感想をお聞かせください。", True),
        ("ja", "健司様のご感想をお聞かせください。", True),
        ("ja", "田辺様のご感想をお聞かせください。", False),
        ("ja", "さくらさんもお元気です。", False),
        ("ja", "皆様もお元気です。", True),
        ("zh", "愿陈女士一切安好。", True),
        ("zh", "愿陈思远女士一切安好。", True),
        ("zh", "愿陈先生一切安好。", False),
        ("zh", "愿王小姐一切安好。", False),
    ],
)
def test_a_name_before_its_title_is_hers_or_is_not_shown(language, line, shown):
    assert faults(with_a_line(language, line), language) == (set() if shown else {"name"})


def test_a_draft_is_tidied_before_it_is_read():
    assert tidying.tidied(" It's here.  \r\n\r\n\r\n\r\nSo.\n", "en") == "It’s here.\n\nSo."
    assert tidying.tidied("Qu'en dites-vous ? Oui !", "fr") == "Qu’en dites-vous\u202f? Oui\u202f!"
    assert tidying.tidied("a\u200bb\u202e", "en") == "a\u200bb\u202e"
