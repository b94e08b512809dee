"""Rows, spoken to without the ORM."""

import datetime as dt

from django.apps import apps

from carnet.clients.models import Client, Household
from carnet.kit import db as rows
from tests import cast
from tests.factories import people, story

AT = dt.datetime(2025, 3, 4, 9, tzinfo=dt.UTC)


def free(besides=frozenset()) -> set[str]:
    condition = rows.references_to(Client, besides=besides)
    return {name for (name,) in rows.select(f"select display from clients_client c where not ({condition})")}


def test_every_table_that_points_to_a_person_is_asked():
    told = rows.references_to(Client)
    pointing = {
        (field.model._meta.db_table, field.column)
        for model in apps.get_models()
        for field in model._meta.local_fields
        if field.is_relation and field.related_model is Client
    }
    asked = {(table, column) for table, column in pointing if f'from "{table}" r where r."{column}" = c.id' in told}
    assert len(pointing) > 20
    assert asked == pointing


def test_a_person_is_free_when_nothing_rests_on_her(camille):
    read = {"intelligence_rhythm", "intelligence_statechange", "intelligence_unread"}
    own = {"clients_knownat", "clients_cliententry", "clients_clientpoint", *read}
    people.client(cast.BIANCA)
    helene = people.client(cast.HELENE)
    assert free() == set()
    assert free(own) == {cast.BIANCA.display, cast.HELENE.display}
    story.visit(helene, to=camille, on=AT)
    assert free(own) == {cast.BIANCA.display}


def test_a_table_nothing_points_to_is_always_free():
    assert rows.references_to(apps.get_model("clients", "Referral")) == "false"
    assert rows.references_to(Household, row="h").endswith("= h.id)")


def test_rows_are_copied_as_they_come(db):
    rows.execute("create temp table seen (name text, on_day date) on commit drop")
    rows.copy_into(
        "seen", ["name", "on_day"], ((name, dt.date(2025, 3, 4)) for name in ("渡辺", "O'Brien", "a\tb\\N", None))
    )
    assert rows.select("select name from seen order by name nulls last") == [
        ("O'Brien",),
        ("a\tb\\N",),
        ("渡辺",),
        (None,),
    ]
    assert rows.execute("delete from seen where name = %(name)s", name="渡辺") == 1


def test_a_period_ended_the_instant_it_began_has_been():
    assert rows.until(rows.since(AT), AT) == rows.between(AT, AT + dt.timedelta(microseconds=1))
    assert rows.until(rows.since(AT), AT + dt.timedelta(days=1)) == rows.between(AT, AT + dt.timedelta(days=1))
