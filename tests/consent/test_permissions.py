"""What she agreed to, for what, where and with which proof (D-2), and why a preference is none of it (Z-15)."""

import pytest

from carnet.clients.actions import introducing
from carnet.clients.models import Client
from carnet.consent import queries
from carnet.consent.actions import granting, holding, stating
from carnet.consent.kinds import Answer, BasisKind, Channel, ProofKind, Purpose, Scope
from carnet.consent.models import Basis, Hold, Permission
from carnet.consent.rules import Picture, Shut, decide
from carnet.journal.models import Line
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.people import OPENED, THE_HOUSE, by

AT = paris("2025-03-04")
LATER = paris("2025-09-01")


def answers_of(client, at):
    return queries.answers([client.id], at)[client.id]


def may(client, purpose, channel, at, **more):
    said = {road: answer for (what, road), answer in answers_of(client, at).items() if what == purpose}
    return decide(Picture(purpose=purpose, answers=said, **more), channel)


def test_z15_a_preferred_channel_is_no_permission(helene):
    assert helene.prefers_channel == Channel.WHATSAPP
    for channel in (Channel.WHATSAPP, Channel.BY_HAND, Channel.EMAIL):
        assert may(helene, Purpose.INVITATION, channel, LATER) == Shut.NEVER_ASKED


def test_z15_what_she_agreed_to_and_what_she_prefers_change_each_by_itself(helene):
    story.yes(helene, on=AT, channel=Channel.EMAIL)
    introducing.describe(client=helene, changes={"prefers_channel": "post"}, by=THE_HOUSE, at=LATER)
    assert answers_of(helene, LATER) == {(Purpose.INVITATION, Channel.EMAIL): Answer.YES}
    story.no(helene, on=LATER, channel=Channel.EMAIL)
    assert Client.objects.get(id=helene.id).prefers_channel == "post"


def test_z15_together_in_the_shop_is_no_road_for_a_word():
    assert not {"in_person", "in_store"} & {channel.value for channel in Channel}


def test_d2_a_yes_is_kept_with_purpose_channel_proof_words_day_and_who_heard_it(helene, camille):
    granting.grant(
        client=helene, purpose=Purpose.INVITATION, channel=Channel.EMAIL, proof=ProofKind.FORM,
        words=" I would like to be told of evenings. ", by=by(camille), at=AT,
    )  # fmt: skip
    (kept,) = Permission.objects.select_related("noted_in")
    assert (kept.purpose, kept.channel, kept.answer, kept.proof) == ("invitation", "email", "yes", "form")
    assert (kept.proof_words, kept.recorded_by) == ("I would like to be told of evenings.", camille)
    assert (kept.happened_at, kept.known_from, kept.noted_in.act) == (AT, AT, "consent.granted")


def test_d2_a_yes_without_proof_is_not_kept(helene):
    before = Line.objects.count()
    with pytest.raises(granting.NoProof, match="what did she see, or say"):
        granting.grant(
            client=helene,
            purpose=Purpose.CARE,
            channel=Channel.ANY,
            proof=ProofKind.IN_PERSON,
            words=" ",
            by=THE_HOUSE,
            at=AT,
        )
    assert (Permission.objects.count(), Line.objects.count()) == (0, before)


def test_d2_a_change_of_mind_is_another_row_and_the_past_keeps_its_answer(helene):
    story.yes(helene, on=AT)
    story.no(helene, on=LATER)
    key = (Purpose.INVITATION, Channel.ANY)
    assert [answers_of(helene, at).get(key) for at in (OPENED, AT, LATER)] == [None, Answer.YES, Answer.NO]
    assert Permission.objects.count() == 2
    assert [each.answer for each in queries.permissions_of(helene, AT)] == ["yes"]


def test_d2_what_she_said_and_the_house_learnt_later_was_not_known_then(helene):
    story.yes(helene, on=AT)
    Permission.objects.update(known_from=LATER)
    assert [bool(answers_of(helene, at)) for at in (AT, LATER)] == [False, True]


def test_d2_one_purpose_on_one_road_closes_alone(helene):
    story.yes(helene, on=AT, purpose=Purpose.CARE)
    story.yes(helene, on=AT, purpose=Purpose.INVITATION)
    story.no(helene, on=LATER, purpose=Purpose.INVITATION, channel=Channel.SMS)
    told = {
        (purpose, channel): may(helene, purpose, channel, LATER)
        for purpose in Purpose
        for channel in (Channel.SMS, Channel.EMAIL)
    }
    assert told == {
        (Purpose.CARE, Channel.SMS): Shut.OPEN,
        (Purpose.CARE, Channel.EMAIL): Shut.OPEN,
        (Purpose.INVITATION, Channel.SMS): Shut.SAID_NO,
        (Purpose.INVITATION, Channel.EMAIL): Shut.OPEN,
    }


def test_d2_the_latest_stated_ground_holds_and_the_earlier_one_held_before(vauclair):
    stating.state_basis(
        purpose=Purpose.CARE, kind=BasisKind.SOFT_OPT_IN, words="The market's rule changed.", by=THE_HOUSE, at=AT
    )
    days = (paris("2023-01-01"), paris("2025-03-03"), AT)
    assert [queries.basis(Purpose.CARE, day) for day in days] == [
        BasisKind.LEGITIMATE_INTEREST,
        BasisKind.LEGITIMATE_INTEREST,
        BasisKind.SOFT_OPT_IN,
    ]
    assert queries.basis(Purpose.INVITATION, AT) == BasisKind.NONE
    assert Basis.objects.count() == 2


def test_d2_the_ground_rests_on_a_sale_and_a_no_is_stronger(helene):
    grounded = {"basis": BasisKind.LEGITIMATE_INTEREST, "owns": True}
    assert may(helene, Purpose.CARE, Channel.EMAIL, AT, basis=BasisKind.LEGITIMATE_INTEREST) == Shut.NEVER_ASKED
    assert may(helene, Purpose.CARE, Channel.EMAIL, AT, **grounded) == Shut.OPEN
    story.no(helene, on=AT, purpose=Purpose.CARE)
    assert may(helene, Purpose.CARE, Channel.EMAIL, LATER, **grounded) == Shut.SAID_NO


def test_d2_how_many_each_purpose_reaches_counts_people_once_and_the_rest_not_at_all(helene, camille, mail):
    def reached(at):
        return queries.reachable(at, Client.objects.none().values("id"))

    antoine, amara, paolo, bianca = (
        people.client(who, at=OPENED) for who in (cast.ANTOINE, cast.AMARA, cast.PAOLO, cast.BIANCA)
    )
    for client in (helene, antoine, amara, paolo, bianca):
        story.yes(client, on=AT)
    story.yes(helene, on=AT, channel=Channel.EMAIL)
    assert reached(AT) == {"care": 0, "invitation": 5}
    holding.hold(client=antoine, because="He asked for quiet.", scope=Scope.SELLING, by=by(camille), at=LATER)
    introducing.died(client=amara, on=LATER.date(), by=THE_HOUSE, at=LATER)
    introducing.describe(client=bianca, changes={"is_minor": True}, by=THE_HOUSE, at=LATER)
    story.no(paolo, on=LATER)
    assert reached(LATER) == {"care": 0, "invitation": 1}


@pytest.mark.parametrize("nobody", [{"died": True}, {"minor": True}, {"mentioned_only": True}])
def test_d2_no_answer_opens_what_a_person_cannot_be_sent(nobody):
    answers = {Channel.ANY: Answer.YES}
    assert decide(Picture(purpose=Purpose.CARE, answers=answers, asked_us=True), Channel.EMAIL) == Shut.OPEN
    shut = decide(Picture(purpose=Purpose.CARE, answers=answers, asked_us=True, **nobody), Channel.EMAIL)
    assert shut == next(iter(nobody))


@pytest.mark.parametrize(
    ("scope", "care", "invitation"),
    [
        (Scope.EVERYTHING, Shut.HELD, Shut.HELD),
        (Scope.CONDOLENCE, Shut.HELD, Shut.HELD),
        (Scope.SELLING, Shut.OPEN, Shut.SELLING_HELD),
    ],
)
@pytest.mark.parametrize("channel", Channel)
def test_n14_a_hold_is_on_every_road_and_no_answer_passes_it(scope, care, invitation, channel):
    told = [
        decide(
            Picture(purpose=purpose, answers={Channel.ANY: Answer.YES}, asked_us=True, holds=frozenset({scope})),
            channel,
        )
        for purpose in (Purpose.CARE, Purpose.INVITATION)
    ]
    assert told == [care, invitation]


def test_n15_a_hold_has_its_owner_its_reason_and_a_day_to_be_looked_at(helene, camille):
    hold = holding.hold(client=helene, because=" She asked for quiet. ", by=by(camille), at=AT)
    kept = Hold.objects.get(id=hold.id)
    assert (kept.owner, kept.because, kept.scope) == (camille, "She asked for quiet.", Scope.EVERYTHING)
    assert kept.review_on == paris("2025-06-02").date()
    assert list(queries.due_for_review(paris("2025-06-01").date(), LATER)) == []
    assert list(queries.due_for_review(paris("2025-06-02").date(), LATER)) == [hold]


def test_n15_it_binds_from_then_until_it_is_lifted_with_a_reason(helene, camille, yumi):
    holding.hold(client=helene, because="She asked for quiet.", by=by(camille), at=AT)
    with pytest.raises(holding.CannotHold, match="Lifting a hold says why"):
        holding.release(client=helene, because=" ", by=by(yumi), at=LATER)
    (lifted,) = holding.release(client=helene, because="She wrote to us.", by=by(yumi), at=LATER)
    assert (lifted.released_by, lifted.release_because) == (yumi, "She wrote to us.")
    days = (paris("2025-03-03"), AT, paris("2025-08-31"), LATER)
    assert [len(queries.holds([helene.id], day).get(helene.id, [])) for day in days] == [0, 1, 1, 0]


def test_n15_it_may_end_by_itself_and_is_looked_at_then(helene, camille):
    hold = holding.hold(client=helene, because="Travelling.", until=LATER, by=by(camille), at=AT)
    assert hold.review_on == LATER.date()
    assert [bool(queries.holds([helene.id], day)) for day in (paris("2025-08-31"), LATER)] == [True, False]


def test_n15_lifting_one_scope_leaves_the_other(helene, camille):
    for scope in (Scope.SELLING, Scope.CONDOLENCE):
        holding.hold(client=helene, because="A delicate time.", scope=scope, by=by(camille), at=AT)
    holding.release(client=helene, because="Settled.", scope=Scope.SELLING, by=by(camille), at=LATER)
    assert [hold.scope for hold in queries.holds([helene.id], LATER)[helene.id]] == [Scope.CONDOLENCE]


def test_n15_looked_at_again_it_stands_longer_or_ends(helene, camille):
    hold = holding.hold(client=helene, because="Travelling.", until=LATER, by=by(camille), at=AT)
    longer = holding.review(hold=hold, until=None, by=by(camille), at=paris("2025-08-30"))
    assert (longer.period.upper, longer.review_on) == (None, paris("2025-11-28").date())
    holding.review(hold=hold, until=paris("2025-12-01"), by=by(camille), at=paris("2025-11-28"))
    with pytest.raises(holding.CannotHold, match="no hold in force"):
        holding.review(hold=hold, until=None, by=by(camille), at=paris("2025-12-01"))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"because": "  "}, "A hold says why"),
        ({"until": AT}, "ends after it begins"),
    ],
)
def test_n15_a_hold_that_cannot_be_placed_says_why_and_leaves_nothing(helene, camille, wrong, sentence):
    before = Line.objects.count()
    with pytest.raises(holding.CannotHold, match=sentence):
        holding.hold(**{"client": helene, "because": "Quiet.", **wrong}, by=by(camille), at=AT)
    assert (Hold.objects.count(), Line.objects.count()) == (0, before)
