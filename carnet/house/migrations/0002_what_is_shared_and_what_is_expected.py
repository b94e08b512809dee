"""Two kinds of fact that every house has from now on: a shared memory, and what a client counts on us to remember.

A house that is open gets them after its own kinds of fact; one that has such a word already keeps it as it is.
"""

from typing import Any

from django.db import migrations

from carnet.kit import ids

KIND = "fact"
WORDS = (
    ("memory", {"en": "Shared memory", "fr": "Souvenir commun"}),
    ("expectation", {"en": "Counts on us to remember", "fr": "Compte sur nous pour y penser"}),
)


def add(apps: Any, editor: Any) -> None:
    """Give an open house both kinds."""
    # The rows are the owner’s to write: whoever serves may not.
    alias = editor.connection.alias
    term, maison = (apps.get_model("house", name).objects.using(alias) for name in ("Term", "Maison"))
    if not maison.exists():
        # Opening a house brings its words.
        return
    after = term.filter(kind=KIND).order_by("-position").values_list("position", flat=True).first() or 0
    for place, (code, labels) in enumerate(WORDS, start=1):
        if not term.filter(kind=KIND, code=code).exists():
            term.create(
                id=ids.derived("term", KIND, code),
                kind=KIND,
                code=code,
                labels=labels,
                position=after + place,
                schema={},
            )


class Migration(migrations.Migration):
    dependencies = [("house", "0001_initial")]

    # Facts may speak with these words by then: on the way back they stay, and harm nobody.
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
