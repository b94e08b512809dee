"""What the database keeps of the house, whoever writes to it."""

import pytest

from carnet.house.actions import admitting, enrolling, recognising, settings
from carnet.house.kinds import RoleKind, SettingName
from carnet.house.models import (
    Boutique,
    Invitation,
    Maison,
    Member,
    PlaceName,
    Region,
    Role,
    Setting,
    StaffName,
    Tablet,
    Term,
)
from carnet.kit import db
from tests import cast
from tests.conftest import paris
from tests.factories.broken import again, change, refused
from tests.factories.people import THE_HOUSE, colleague

AT = paris("2025-03-04")


def test_a_schema_holds_one_house(vauclair):
    with refused("house_maison_one_per_schema"):
        again(Maison.objects.get(), name="Another house")


def test_nobody_makes_room_for_a_second_house(vauclair):
    with refused("house_maison_only_is_true"):
        change(Maison.objects.get(), only=False)


def test_two_boutiques_have_two_names(mail):
    with refused("house_boutique_name_key"):
        again(mail)


def test_two_regions_have_two_names(vauclair):
    france = Region.objects.create(name="France")
    with refused("house_region_name_key"):
        again(france)


def test_a_boutique_opens_on_days_that_exist(mail):
    with refused("house_boutique_days_of_the_week"):
        change(mail, opening_days=[1, 8])


def test_a_colleague_works_on_days_that_exist(camille):
    with refused("house_member_days_of_the_week"):
        change(camille, working_days=[0])


def test_two_colleagues_sign_in_under_two_handles(camille):
    with refused("house_member_handle_key"):
        again(camille)


def test_a_handle_is_typed_in_any_case_and_kept_in_one(camille):
    with refused("house_member_handle_is_lower"):
        change(camille, handle="Camille")


def test_a_role_is_one_the_house_knows(camille):
    with refused("house_role_kind_known"):
        change(Role.objects.get(member=camille), kind="owner", boutique=None)


def test_a_role_begins_and_lasts(camille):
    with refused("house_role_period_real"):
        change(Role.objects.get(member=camille), period=db.between(AT, AT))


def test_an_advisor_is_an_advisor_once_in_her_boutique(camille):
    role = Role.objects.get(member=camille)
    again(
        role,
        boutique=Boutique.objects.create(
            name="Rive gauche", country="FR", zone="Europe/Paris", currency="EUR", opening_days=[1]
        ),
    )
    with refused("house_role_held_once"):
        again(role, period=db.since(AT))


def test_head_office_is_head_office_once(camille):
    role = admitting.give_role(member=camille, kind=RoleKind.HEAD_OFFICE, by=THE_HOUSE, at=AT)
    with refused("house_role_held_once_in_the_maison"):
        again(role)


@pytest.mark.parametrize("kind", [RoleKind.HEAD_OFFICE, RoleKind.HOST])
def test_head_office_belongs_to_no_boutique_and_an_advisor_to_one(camille, kind):
    role = Role.objects.get(member=camille)
    with refused("house_role_scope_fits_kind"):
        change(role, kind=kind)
    with refused("house_role_scope_fits_kind"):
        change(role, boutique=None)


def test_a_word_stands_once_in_its_vocabulary(vauclair):
    with refused("house_term_one_per_code"):
        again(Term.objects.get(kind="tier", code="friend"))


def test_a_word_belongs_to_a_vocabulary_the_house_keeps(vauclair):
    with refused("house_term_kind_known"):
        change(Term.objects.get(kind="tier", code="friend"), kind="score")


def test_one_decision_holds_at_a_time(vauclair):
    settings.change(name=SettingName.SUGGESTIONS, value=4, by=THE_HOUSE, at=AT)
    with refused("house_setting_one_at_a_time"):
        again(Setting.objects.get(name=SettingName.SUGGESTIONS), value=5)


def test_a_name_of_an_export_is_asked_about_once(mail):
    recognising.meet(source="shopify", people=["C. AUBRY"], places=["Mail 1"], by=THE_HOUSE, at=AT)
    with refused("house_staffname_asked_once"):
        again(StaffName.objects.get())
    with refused("house_placename_asked_once"):
        again(PlaceName.objects.get())


def test_an_answer_about_a_name_has_its_day(mail, camille):
    recognising.meet(source="shopify", people=["C. AUBRY"], places=["Mail 1"], by=THE_HOUSE, at=AT)
    with refused("house_staffname_answer_is_dated"):
        change(StaffName.objects.get(), member=camille)
    with refused("house_placename_answer_is_dated"):
        change(PlaceName.objects.get(), boutique=mail)


def test_a_tablet_is_enrolled_for_a_time_and_opens_with_its_own_secret(mail):
    tablet, _secret = enrolling.enrol(boutique=mail, name="Salon", by=THE_HOUSE, at=AT)
    with refused("house_tablet_token_key"):
        again(tablet, name="Vitrine")
    with refused("house_tablet_period_real"):
        change(Tablet.objects.get(), period=db.between(AT, AT))


def test_an_invitation_is_printed_once_and_expires(camille):
    admitting.invite(member=camille, by=THE_HOUSE, at=AT, lasts=admitting.dt.timedelta(days=2))
    printed = Invitation.objects.get()
    with refused("house_invitation_token_key"):
        again(printed)
    with refused("house_invitation_expires_later"):
        change(printed, expires_at=AT)


def test_former_colleagues_keep_their_handle(vauclair):
    gone = colleague(cast.SOFIA)
    Member.objects.filter(id=gone.id).update(is_active=False)
    with refused("house_member_handle_key"):
        again(gone, is_active=True)
