"""Everything that is said is said in every language, and the pseudo-locale keeps what is not a word."""

import gettext as std_gettext

import pytest
from babel import Locale
from babel.messages import Catalog
from babel.messages.mofile import write_mo
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


def faults(words, string, language="fr"):
    made = catalog((words, string), locale=language)
    made.mime_headers = [("Plural-Forms", catalogues.LANGUAGES[language].plurals)]
    return list(catalogues.faults(catalog((words, "")), made))


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


@pytest.mark.parametrize(
    ("language", "words", "string"),
    [
        ("it", "It is %(day)s: why?", "È il giorno %(day)s: perché?"),
        ("it", "“Lune”", "«Lune»"),
        ("ja", "Why: %(day)s, 10:30", "理由：%(day)s、10:30。"),
        ("ja", ("%(count)s day", "%(count)s days"), ("%(count)s日",)),
        ("zh_Hans", "Carnet, now", "Carnet，现在"),
        ("zh_Hans", "See carnet.example.", "请见 carnet.example。"),
        ("ar", "Why, now?", "لماذا، والآن؟"),
        ("ar", ("%(count)s day", "%(count)s days"), ("لا", "يوم", "يومان", "%(count)s أيام", "%(count)s يومًا", "يوم")),
    ],
)  # fmt: skip
def test_well_said_elsewhere(language, words, string):
    assert faults(words, string, language) == []


@pytest.mark.parametrize(
    ("language", "words", "string", "said"),
    [
        ("it", "It is", "L'8", "Italian typography"),
        ("it", "Why?", "Perché ?", "Italian typography"),
        ("ja", "Why?", "なぜ?", "Japanese typography"),
        ("ja", "Why: so", "理由: それ", "Japanese typography"),
        ("ja", ("%(count)s day", "%(count)s days"), ("%(count)s日", "%(count)s日"), "1 forms, not 2"),
        ("zh_Hans", "Kept, now.", "已记下,现在", "Simplified Chinese typography"),
        ("zh_Hans", "Why", "", "not said in Simplified Chinese"),
        ("ar", "Why?", "لماذا?", "Arabic typography"),
        ("ar", "Why, now", "لماذا, الآن", "Arabic typography"),
        ("ar", ("%(count)s day", "%(count)s days"), ("يوم", "%(count)s أيام"), "6 forms, not 2"),
    ],
)
def test_badly_said_elsewhere(language, words, string, said):
    assert any(said in fault for fault in faults(words, string, language))


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


def test_what_is_put_into_arabic_keeps_its_own_direction():
    made = catalogues.isolated(
        catalog(("On %(day)s", "في %(day)s"), ('<a href="%(to)s">', '<a href="%(to)s">'), locale="ar")
    )
    assert {each.id: each.string for each in made if each.id} == {
        "On %(day)s": "في \u2068%(day)s\u2069", '<a href="%(to)s">': '<a href="%(to)s">',
    }  # fmt: skip


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
    assert catalogues.update(tmp_path) == {each: ["carnet/views.py: “Kept.”"] for each in catalogues.LANGUAGES}
    path = tmp_path / "carnet/locale/fr/LC_MESSAGES/django.po"
    path.write_text(path.read_text().replace('"Kept."\nmsgstr ""', '"Kept."\nmsgstr "Noté."'))
    assert catalogues.update(tmp_path)["fr"] == []
    again = path.read_text()
    catalogues.update(tmp_path)
    assert path.read_text() == again
    catalogues.compile_all(tmp_path)
    with path.with_suffix(".mo").open("rb") as file:
        assert std_gettext.GNUTranslations(file).gettext("Kept.") == "Noté."


@pytest.mark.parametrize(
    ("count", "form"), [(0, 0), (1, 1), (2, 2), (3, 3), (10, 3), (11, 4), (99, 4), (100, 5), (103, 3)]
)
def test_arabic_counts_as_cldr_does(tmp_path, count, form):
    made = catalog((("%(n)s day", "%(n)s days"), tuple("012345")), locale="ar")
    made.mime_headers = [("Plural-Forms", catalogues.LANGUAGES["ar"].plurals)]
    with (tmp_path / "ar.mo").open("wb") as file:
        write_mo(file, made)
    with (tmp_path / "ar.mo").open("rb") as file:
        said = std_gettext.GNUTranslations(file).ngettext("%(n)s day", "%(n)s days", count)
    assert (
        said == str(form) == str(["zero", "one", "two", "few", "many", "other"].index(Locale("ar").plural_form(count)))
    )


@pytest.fixture(scope="module")
def said():
    return catalogues.template()


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_everything_carnet_says_is_said(said, language):
    assert list(catalogues.faults(said, catalogues.kept(language))) == []


def test_every_language_of_the_settings_has_its_catalogue():
    offered = {translation.to_locale(code) for code, _name in settings.LANGUAGES}
    assert offered == {"en", catalogues.PSEUDO, *catalogues.LANGUAGES}


def test_django_reads_what_was_compiled():
    for code, today in {
        "fr": "Aujourd’hui", "it": "Oggi", "ja": "今日", "zh-hans": "今日", "ar": "اليوم",
        "ar-xb": catalogues.disguised("Today"),
    }.items():  # fmt: skip
        with translation.override(code):
            assert translation.gettext("Today") == today
