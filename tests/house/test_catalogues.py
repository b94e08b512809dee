"""Everything that is said is said in French, and the pseudo-locale keeps what is not a word."""

import gettext as std_gettext

import pytest
from babel.messages import Catalog
from django.conf import settings
from django.utils import translation

from tools import catalogues

pytestmark = pytest.mark.house

NBSP = "\u202f"


def catalog(*said, locale=None):
    made = Catalog(locale=locale)
    for words, string in said:
        made.add(words, string)
    return made


def faults(words, string):
    return list(catalogues.faults(catalog((words, "")), catalog((words, string), locale="fr")))


@pytest.mark.parametrize(
    ("words", "string"),
    [
        ("Note", "Note"),
        ("Why now: %(day)s", f"Pourquoi maintenant{NBSP}: %(day)s"),
        ("At 10:30, or half past", "À 10:30, ou à la demie"),
        ("Did she answer?", f"A-t-elle répondu{NBSP}?"),
        ("See <b>{name}</b>", "Voir <b>{name}</b>"),
        (("%(count)s day", "%(count)s days"), ("%(count)s jour", "%(count)s jours")),
        (("%(count)s person", "%(count)s people"), ("Une personne", "%(count)s personnes")),
        ("https://carnet.example/", "https://carnet.example/"),
    ],
)
def test_well_said(words, string):
    assert faults(words, string) == []


@pytest.mark.parametrize(
    ("words", "string", "said"),
    [
        ("Note", "", "not said in French"),
        (("%(count)s day", "%(count)s days"), ("%(count)s jour", ""), "not said in French"),
        ("On %(day)s", "Le %(jour)s", "placeholders differ"),
        ("On {day}", "Le jour", "placeholders differ"),
        ("<b>Now</b>", "Maintenant", "placeholders differ"),
        ("50 %% of", "La moitié de", "placeholders differ"),
        (" and ", "et", "a space"),
        ("Why?", "Pourquoi?", "typography"),
        ("Why?", "Pourquoi ?", "typography"),
        ("Why: so", "Pourquoi: ainsi", "typography"),
        ("“Lune”", "«Lune»", "typography"),
        ("It is", "C'est", "typography"),
    ],
)
def test_badly_said(words, string, said):
    assert any(said in fault for fault in faults(words, string))


def test_what_is_missing_and_what_is_stale():
    said, french = catalog(("Today", "")), catalog(("Yesterday", "Hier"), locale="fr")
    assert sorted(fault.split(": ", 2)[2][:8] for fault in catalogues.faults(said, french)) == ["no longe", "not in t"]


def test_the_pseudo_locale_keeps_what_is_not_a_word():
    disguised = catalogues.disguised("Good <b>day</b> %(name)s, {time}&nbsp;50 %% %s")
    assert [part for part in ("<b>", "</b>", "%(name)s", "{time}", "&nbsp;", "%%", "%s") if part not in disguised] == []
    assert not set("Goday") & set(
        disguised.replace("%(name)s", "").replace("{time}", "").replace("&nbsp;", "").replace("%s", "")
    )


def test_the_pseudo_locale_has_every_plural():
    made = catalogues.pseudo(catalog((("%(n)s day", "%(n)s days"), ("", "")), locale="fr"))
    (message,) = [each for each in made if each.id]
    assert len(message.string) == made.num_plurals == 6
    assert message.string[1] != message.string[2]


def test_a_template_and_a_module_are_read(tmp_path):
    for name, text in {
        "carnet/views.py": 'x = _("Kept.")\ny = ngettext("%(n)s day", "%(n)s days", n)\nz = pgettext("verb", "Note")\n',
        "carnet/page.html": (
            '{% translate "Today" %}{% blocktranslate count n=days %}'
            "{{ n }} day{% plural %}{{ n }} days{% endblocktranslate %}"
        ),
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    found = {(message.id, message.context) for message in catalogues.template(tmp_path) if message.id}
    assert found == {
        ("Kept.", None), (("%(n)s day", "%(n)s days"), None), ("Note", "verb"), ("Today", None),
    }  # fmt: skip


def test_the_workflow_in_an_empty_house(tmp_path):
    (tmp_path / "carnet").mkdir()
    (tmp_path / "carnet" / "views.py").write_text('_("Kept.")')
    assert catalogues.update(tmp_path) == ["carnet/views.py: “Kept.”"]
    path = tmp_path / "carnet/locale/fr/LC_MESSAGES/django.po"
    path.write_text(path.read_text().replace('"Kept."\nmsgstr ""', '"Kept."\nmsgstr "Noté."'))
    assert catalogues.update(tmp_path) == []
    again = path.read_text()
    catalogues.update(tmp_path)
    assert path.read_text() == again
    catalogues.compile_all(tmp_path)
    with path.with_suffix(".mo").open("rb") as file:
        assert std_gettext.GNUTranslations(file).gettext("Kept.") == "Noté."


def test_everything_carnet_says_is_said_in_french():
    assert list(catalogues.faults(catalogues.template(), catalogues.kept())) == []


def test_django_reads_what_was_compiled():
    for code, today in (("fr", "Aujourd’hui"), ("ar-xb", catalogues.disguised("Today"))):
        with translation.override(code):
            assert translation.gettext("Today") == today
    assert "ar-xb" in dict(settings.LANGUAGES)
