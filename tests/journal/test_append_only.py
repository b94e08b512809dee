"""The application's own role adds to the journal and cannot rewrite it."""

import contextlib

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction
from psycopg import sql

from carnet.cli import database
from carnet.consent.models import Basis
from carnet.journal.models import Detail, Line, SubjectKey
from tests import cast
from tests.factories import people

ROLE = "carnet_app_of_the_tests"
APPEND_ONLY = [model for model in apps.get_models() if getattr(model, "append_only", False)]


@contextlib.contextmanager
def as_the_application():
    """The role that `carnet migrate` grants, in this transaction."""
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("create role {}").format(sql.Identifier(ROLE)))
        database.grant(role=ROLE)
        cursor.execute(sql.SQL("set local role {}").format(sql.Identifier(ROLE)))
        yield
        cursor.execute("reset role")


def test_the_journal_and_the_stated_grounds_are_append_only():
    assert set(APPEND_ONLY) == {Line, Detail, Basis}


@pytest.mark.parametrize("model", APPEND_ONLY)
@pytest.mark.parametrize(
    "statement", ["update {table} set {column} = {column}", "delete from {table}", "truncate {table} cascade"]
)
def test_the_application_cannot_rewrite_it(vauclair, model, statement):
    table, column = sql.Identifier(model._meta.db_table), sql.Identifier(model._meta.pk.column)
    with as_the_application():
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(sql.SQL(statement).format(table=table, column=column))
        assert model.objects.count() == model.objects.all().count()


def test_the_application_can_do_its_work_and_forget(vauclair):
    with as_the_application():
        helene = people.client(cast.HELENE)
        assert Line.objects.filter(on_id=helene.id).count() == 3
        assert SubjectKey.objects.filter(subject=helene.id).delete()[0] == 0
    assert Line.objects.filter(act="clients.introduced").exists()
