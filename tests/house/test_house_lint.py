"""Each rule of the house lint is shown something it refuses, and something like it that it lets pass."""

import textwrap
from pathlib import Path

import pytest

from tools import house_lint, map_lint

pytestmark = pytest.mark.house


def rules(path, text):
    return [found.rule for found in house_lint.check(Path(path), textwrap.dedent(text))]


ACT = """
    @transaction.atomic
    def promise(*, client, by, at):
        recording.record(act=Act.PROMISED, by=by, on=client, at=at)
"""


def test_an_act_takes_keywords_in_one_transaction_and_is_recorded():
    assert rules("carnet/clients/actions/noting.py", ACT) == []


def test_an_act_with_positions():
    assert rules("carnet/clients/actions/noting.py", ACT.replace("*, client", "client, *")) == ["act-by-keyword"]


def test_an_act_without_a_transaction():
    assert rules("carnet/clients/actions/noting.py", ACT.replace("@transaction.atomic", "")) == [
        "act-in-one-transaction"
    ]


def test_an_act_that_leaves_no_line():
    assert rules("carnet/clients/actions/noting.py", ACT.replace("recording.record", "print")) == ["act-is-recorded"]


@pytest.mark.parametrize(
    "text",
    [
        ACT.replace("recording.record", "_kept") + "\n    def _kept(**said):\n        acts.record(**said)\n",
        "from carnet.consent.actions import holding\n\n"
        + textwrap.dedent(ACT).replace("recording.record", "holding.hold"),
        textwrap.dedent(ACT).replace("by, at):", "line):").replace("recording.record(", "print("),
    ],
    ids=["through its own function", "through another act", "given its line"],
)
def test_an_act_may_be_recorded_by_another(text):
    assert rules("carnet/clients/actions/noting.py", text) == []


def test_a_refusal_outside_the_catalogues():
    bare = textwrap.dedent(ACT) + '    raise CannotNote("A fact says something.")\n'
    assert rules("carnet/clients/actions/noting.py", bare) == ["untranslated"]
    assert rules("carnet/clients/actions/noting.py", bare.replace('("A', '(_("A').replace('.")', '."))')) == []


@pytest.mark.parametrize(
    "line",
    [
        "client.save()",
        "Client.objects.create(name=name)",
        "Client.objects.filter(id=1).update(name=name)",
        "Client.objects.filter(id=1).delete()",
        "Client.objects.bulk_create(found)",
        "Client.objects.get_or_create(name=name)",
        'db.execute("analyze taken_rows")',
        'db.copy_into("taken_rows", columns, rows)',
        'db.select("insert into clients_client values (1) returning id")',
        'cursor.execute("update clients_client set name = 1")',
    ],
)
def test_a_write_outside_actions(line):
    assert set(rules("carnet/clients/queries.py", line)) == {"writes-in-actions"}
    assert rules("carnet/integrations/files/staging/table.py", line) == []


@pytest.mark.parametrize(
    "line", ["seen.update(more)", "cache.delete(key)", 'db.select("select 1")', "digest.update(b'')"]
)
def test_what_only_looks_like_a_write(line):
    assert rules("carnet/clients/queries.py", line) == []


def test_an_exception_carries_its_reason():
    assert rules("carnet/clients/queries.py", "form.save()  # house: writes-in-actions -- nothing is kept") == []
    assert rules("carnet/clients/queries.py", "form.save()  # house: writes-in-actions --") == ["writes-in-actions"]


def test_a_file_of_four_hundred_and_one_lines():
    assert rules("carnet/clients/queries.py", "x = 1\n" * 400) == []
    assert rules("carnet/clients/queries.py", "x = 1\n" * 401) == ["file-size"]


def test_a_function_of_forty_one_lines():
    assert rules("carnet/clients/queries.py", "def f():\n" + "    x = 1\n" * 40) == []
    assert rules("carnet/clients/queries.py", "def f():\n" + "    x = 1\n" * 41) == ["function-size"]


def test_signature_and_docstring_are_free_and_a_statement_in_sql_counts_once():
    long = 'def f():\n    """One.\n\n    Two.\n    """\n    db.select("""\n' + "    select\n" * 60 + '    """)\n'
    assert rules("carnet/clients/queries.py", long) == []


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "misc", "services", "managers"])
def test_a_drawer(name):
    assert rules(f"carnet/clients/{name}.py", "") == ["drawer"]
    assert rules(f"carnet/clients/{name}/dates.py", "") == ["drawer"]


def test_the_room_of_repairs_is_no_drawer():
    assert rules("carnet/services/models.py", "") == []


@pytest.mark.parametrize("name", ["do_it", "process_sale", "_handle_row", "manage_book"])
def test_an_empty_verb(name):
    assert rules("carnet/clients/queries.py", f"def {name}(): ...") == ["empty-verb"]


def test_an_empty_noun():
    assert rules("carnet/clients/queries.py", "class ClientService: ...") == ["empty-noun"]


def test_a_late_import_without_its_reason():
    late = "def f():\n    from carnet.house import queries\n"
    assert rules("carnet/clients/queries.py", late) == ["late-import"]
    assert (
        rules("carnet/clients/queries.py", late.replace("f():\n", "f():\n    # Heavy, and seldom asked for.\n")) == []
    )
    assert rules("carnet/cli/naming.py", late) == []


def test_http_in_a_room():
    assert rules("carnet/clients/queries.py", "from django.http import Http404") == ["http-below-web"]
    assert rules("carnet/web/today/views.py", "from django.http import Http404") == []


def test_a_screen_meets_clients_through_policy():
    assert rules("carnet/web/today/views.py", "Client.objects.get(id=1)") == ["only-door"]
    assert rules("carnet/clients/queries.py", "Client.objects.get(id=1)") == []


OWNED = """
    from carnet.house.models import Member

    class Book(models.Model):
        owner = models.ForeignKey(Member, models.PROTECT, related_name="books")
        next = models.ForeignKey("self", models.PROTECT, related_name="before")
"""


def test_a_way_back_from_a_room_below():
    assert rules("carnet/books/models.py", OWNED) == ["no-way-back"]
    assert rules("carnet/books/models.py", OWNED.replace('"books"', '"+"')) == []
    assert rules("carnet/house/models.py", OWNED) == []
    assert rules("carnet/books/models.py", 'models.OneToOneField("house.Member", models.PROTECT)') == ["no-way-back"]


def test_a_property_that_asks_the_database():
    asks = "class Book:\n    @property\n    def size(self):\n        return Assignment.objects.filter(book=self)\n"
    assert rules("carnet/books/models.py", asks) == ["property-asks"]
    assert rules("carnet/books/models.py", asks.replace("    @property\n", "")) == []


@pytest.mark.parametrize(
    "word", ["lead", "Pipelines", "churn", "SKU", "touchpoint", "campaign", "ticket", "segment", "VIP score", "Done!"]
)
def test_a_word_the_house_does_not_say(word):
    assert rules("carnet/web/today/views.py", f'_("A {word}")') == ["refused-word"]
    assert rules("carnet/web/templates/today.html", '{% translate "' + word + '" %}') == ["refused-word"]
    assert rules("carnet/web/today/views.py", f'x = "{word}"') == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("<p>\n" * 80, "template-size"),
        ("{% load i18n %}", "load"),
        ('<p style="color: red"></p>', "inline"),
        ("<script>go()</script>", "inline"),
        ('<a onclick="go()"></a>', "inline"),
        ('<a hx-on="go()"></a>', "inline"),
        ("<p>Good morning</p>", "untranslated"),
        ('<input placeholder="A name">', "untranslated"),
        ("{% if open %}Open{% endif %}", "untranslated"),
    ],
)
def test_a_template_that_is_not_as_it_should_be(text, rule):
    assert set(rules("carnet/web/templates/today.html", text)) == {rule}


@pytest.mark.parametrize(
    "text",
    [
        "<p>\n" * 79,
        '<script src="{% static \'js/carnet.js\' %}" type="module"></script>',
        '<p>{% translate "Good morning" %} · {{ name }} <svg><text>x</text></svg></p>',
        "{% blocktranslate %}Good morning, <b>{{ name }}</b>.{% endblocktranslate %}",
        '<input placeholder="{% translate "A name" %}">',
        "{# a word to the reader #}{% comment %}and another{% endcomment %}<!-- and a third -->",
        '{% block main_class %}narrow{% endblock %}{% block title %}{% translate "Today" %} · Carnet{% endblock %}',
        '{% include "part.html" with label=_("Name") %}&nbsp;',
    ],
)
def test_a_template_as_it_should_be(text):
    assert rules("carnet/web/templates/today.html", text) == []


def test_a_behaviour_of_sixty_one_lines():
    assert rules("carnet/web/static/js/behaviours/share.js", "go()\n" * 60) == []
    assert rules("carnet/web/static/js/behaviours/share.js", "go()\n" * 61) == ["behaviour-size"]


ROWS = """
    class Client(db.Row): ...

    class Kept(models.Model):
        class Meta:
            abstract = True
"""


@pytest.fixture
def house(tmp_path):
    """A house of one room, in order."""
    papers = {
        "carnet/__init__.py": "",
        "carnet/clients/__init__.py": '"""People.\n\nNouns: client. Acts: noting.\n"""\n',
        "carnet/clients/models.py": textwrap.dedent(ROWS),
        "carnet/clients/actions/__init__.py": "",
        "carnet/clients/actions/noting.py": "",
        "carnet/kit/__init__.py": '"""What no boutique has a word for."""\n',
        "carnet/clients/queries.py": "\n" * 200,
        "docs/architecture.md": "`clients` and `kit`",
        "docs/glossary.md": "`Client`, `noting`",
    }
    for name, text in papers.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def test_a_house_in_order(house):
    assert list(map_lint.check(house)) == []
    assert house_lint.main(house) == 0


@pytest.mark.parametrize(
    ("name", "text", "rule"),
    [
        ("carnet/clients/__init__.py", "", "door-plate"),
        ("carnet/clients/__init__.py", '"""People."""', "door-plate"),
        ("docs/architecture.md", "`kit`", "map"),
        ("docs/glossary.md", "`noting`", "glossary"),
        ("docs/glossary.md", "`Client`", "glossary"),
        ("carnet/kit/db.py", "\n" * 20, "kit-share"),
    ],
)
def test_a_house_that_is_not(house, name, text, rule):
    (house / name).write_text(text)
    assert {found.rule for found in map_lint.check(house)} == {rule}
    assert house_lint.main(house) == 1


def test_this_house_is_in_order(capsys):
    assert house_lint.main(Path(house_lint.__file__).parents[1]) == 0, capsys.readouterr().out
