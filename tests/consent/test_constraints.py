"""What the database keeps of what she agreed to, and of a decision not to write, whoever writes to it."""

import pytest

from carnet.consent.actions import holding
from carnet.consent.kinds import Answer, Scope
from carnet.consent.models import Basis, Permission, Suppression
from carnet.kit import db
from tests.conftest import paris
from tests.factories import story
from tests.factories.broken import again, change, refused
from tests.factories.people import by

AT = paris("2025-03-04")


@pytest.mark.parametrize(
    ("constraint", "field"),
    [
        ("consent_permission_purpose_known", "purpose"),
        ("consent_permission_channel_known", "channel"),
        ("consent_permission_answer_known", "answer"),
        ("consent_permission_proof_known", "proof"),
    ],
)
def test_a_permission_says_for_what_where_and_how_we_know(helene, constraint, field):
    story.yes(helene, on=AT)
    with refused(constraint):
        change(Permission.objects.get(), **{field: "x"})


def test_a_yes_has_its_proof_and_a_no_needs_none(helene):
    story.yes(helene, on=AT)
    with refused("consent_permission_yes_has_proof"):
        change(Permission.objects.get(), proof_words="")
    change(Permission.objects.get(), proof_words="", answer=Answer.NO)


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("consent_basis_purpose_known", {"purpose": "growth"}),
        ("consent_basis_kind_known", {"kind": "habit"}),
        ("consent_basis_in_words", {"words": ""}),
    ],
)
def test_the_house_states_its_ground_in_words(vauclair, constraint, fields):
    with refused(constraint):
        change(Basis.objects.get(), **fields)


def test_a_hold_has_a_reason_a_scope_and_a_time_and_one_of_a_scope_binds(helene, camille):
    hold = holding.hold(client=helene, because="She asked for quiet.", by=by(camille), at=AT)
    with refused("consent_hold_one_per_scope"):
        again(hold, period=db.since(paris("2025-06-01")))
    again(hold, scope=Scope.SELLING)
    with refused("consent_hold_has_a_reason"):
        change(hold, because="")
    with refused("consent_hold_scope_known"):
        change(hold, scope="letters")
    with refused("consent_hold_period_real"):
        change(hold, period=db.between(AT, AT))


def test_who_lifts_a_hold_says_why(helene, camille):
    hold = holding.hold(client=helene, because="She asked for quiet.", by=by(camille), at=AT)
    with refused("consent_hold_lifted_with_a_reason"):
        change(hold, released_by=camille)


def test_of_somebody_forgotten_a_mark_is_left_once_and_nothing_readable(helene):
    mark = Suppression.objects.create(mark="a" * 64, known_from=AT, noted_in=helene.noted_in)
    with refused("consent_suppression_mark_key"):
        again(mark)
    with refused("consent_suppression_is_a_mark"):
        change(mark, mark="helene.marchetti@example.test")
