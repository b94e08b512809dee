"""The words a house starts from are said in every language of its pages; one opened earlier is given what it lacks."""

from __future__ import annotations

import importlib
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from carnet.house import vocabulary
from carnet.house.models import Term
from carnet.kit.numerals import base

MIGRATION = importlib.import_module("carnet.house.migrations.0004_words_in_six_languages")
EVERY = [(kind, code, labels) for kind, words in vocabulary.WORDS.items() for code, labels, _schema in words]


def test_every_word_is_said_in_every_language():
    languages = {base(code) for code, _name in settings.LANGUAGES}
    assert [code for _kind, code, labels in EVERY if labels.keys() != languages or not all(labels.values())] == []


def test_a_house_opened_earlier_is_told_the_same():
    told = {key: dict(zip(("it", "ja", "zh", "ar"), said, strict=True)) for key, said in MIGRATION.WORDS.items()}
    assert told == {
        (kind.value, code): {each: labels[each] for each in ("it", "ja", "zh", "ar")} for kind, code, labels in EVERY
    }


def test_a_label_that_a_person_wrote_stays(vauclair):
    ring, watch = Term.objects.get(kind="category", code="ring"), Term.objects.get(kind="category", code="watch")
    Term.objects.filter(id=ring.id).update(labels={"en": "Ring", "fr": "Alliance", "it": "Fede"})
    Term.objects.filter(id=watch.id).delete()
    MIGRATION.add(apps, SimpleNamespace(connection=connection))
    ring.refresh_from_db()
    assert ring.labels == {"en": "Ring", "fr": "Alliance", "it": "Fede", "ja": "指輪", "zh": "戒指", "ar": "خاتم"}
    assert not Term.objects.filter(kind="category", code="watch").exists()


@pytest.mark.parametrize(
    ("language", "word"), [("zh-hans", "戒指"), ("ar-xb", "خاتم"), ("de", "Ring"), ("it", "Anello")]
)
def test_a_word_is_said_in_the_reader_s_language(vauclair, language, word):
    assert Term.objects.get(kind="category", code="ring").said(language) == word
