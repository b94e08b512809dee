"""The first weeks' questions, the closing page, promises, what was given."""

from __future__ import annotations

from playwright.sync_api import expect

from carnet.clients.models import Client
from carnet.interactions.models import Encounter, Presence
from carnet.outreach.models import Question
from carnet.purchases.models import Gift
from tests import cast
from tests.conftest import paris


def test_three_questions_a_tap_each(camille, house):
    page = camille.go("/")
    asked = page.locator("form.ask")
    expect(asked).to_have_count(3)
    asked.filter(has_text="Rivière").get_by_role("button", name="A gift").click()
    expect(asked).to_have_count(2)
    assert Gift.objects.get(line__sale__client=house.nour).kind == "unnamed"
    asked.first.get_by_role("button", name="I do not know").click()
    expect(asked).to_have_count(1)
    assert Question.objects.filter(member=house.camille, answered_at__isnull=False).count() == 2


def test_the_questions_can_be_switched_off(camille, house, clock):
    page = camille.go("/")
    page.get_by_role("button", name="Ask me no more").click()
    expect(page.get_by_text("No more questions.")).to_be_visible()
    clock.move_to(paris("2026-03-11", "09:00"))
    camille.sign_in(house.camille)
    camille.go("/")
    expect(page.locator("form.ask")).to_have_count(0)


def test_the_questions_end_by_themselves(camille, house, clock):
    clock.move_to(paris("2026-06-01", "09:00"))
    camille.sign_in(house.camille)
    page = camille.go("/")
    expect(page.locator("form.ask").filter(has_text="for themselves, or a gift?")).to_have_count(0)


def test_whom_did_you_see_today(camille, house):
    page = camille.go("/closing/")
    expect(page.get_by_role("checkbox", name="Amara Okafor")).to_be_checked()
    page.locator("label").filter(has_text="M. Antoine Renard").click()
    page.get_by_role("button", name="Keep").first.click()
    kept = page.locator("section").filter(has_text="Kept already")
    expect(kept).to_contain_text("Antoine Renard")
    expect(kept).to_contain_text("Amara Okafor")
    seen = Encounter.objects.filter(known_from__gte=paris("2026-03-10", "10:00"), kind="visit")
    assert sorted(seen.values_list("presences__client__display", "left")) == [
        ("Amara Okafor", "bought"), ("Antoine Renard", ""),
    ]  # fmt: skip


def test_a_promise_is_kept_and_undone(camille, house):
    page = camille.go("/promises/")
    page.get_by_text("The certificate, by post").click()
    page.get_by_role("button", name="Kept").click()
    expect(page.get_by_text("Nothing is promised.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("The certificate, by post")).to_be_visible()


def test_a_promise_is_decided_against_with_a_reason(camille, house):
    page = camille.go("/promises/")
    page.get_by_text("The certificate, by post").click()
    page.get_by_label("Decide not to, because").fill("She has it already.")
    page.get_by_role("button", name="Decide not to").click()
    expect(page.get_by_text("Settled.")).to_be_visible()


def test_a_gift_is_hers_once_somebody_says_so(camille, house):
    page = camille.go(f"/clients/{house.helene.id}/")
    expect(page.get_by_text(cast.LUNE_PENDANT.name)).to_have_count(0)
    camille.go(f"/clients/{house.paolo.id}/")
    page.get_by_text("Particulars").first.click()
    page.get_by_role("button", name="It was given").click()
    expect(page.get_by_text("It is no longer a surprise.")).to_be_visible()
    camille.go(f"/clients/{house.helene.id}/")
    expect(page.get_by_text(cast.LUNE_PENDANT.name).first).to_be_visible()


def test_show_her_is_left_by_holding(camille, house):
    page = camille.go(f"/clients/{house.helene.id}/")
    page.get_by_role("banner").locator(f"a[href='/clients/{house.helene.id}/show/']").click()
    back = page.get_by_role("button", name="Hold to return")
    back.click()
    assert camille.path().endswith("/show/")
    back.hover()
    page.mouse.down()
    page.wait_for_url(f"**/clients/{house.helene.id}/*")
    page.mouse.up()


def test_somebody_new_and_what_is_worth_remembering(camille, house):
    page = camille.go("/clients/new/")
    page.get_by_label("Name, as it is written").fill("Léopoldine d’Ötzi-Ÿsaÿe")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Léopoldine d’Ötzi-Ÿsaÿe")
    page.locator("[popovertarget=fact]").first.click()
    sheet = page.get_by_role("dialog", name="Worth remembering")
    sheet.get_by_label("In your words").fill("Left-handed")
    sheet.get_by_role("button", name="Keep").click()
    expect(page.get_by_text("Left-handed")).to_be_visible()
    assert Client.objects.get(display="Léopoldine d’Ötzi-Ÿsaÿe").city == ""


def test_left_in_peace_until_somebody_lifts_it(camille, house):
    page = camille.go(f"/clients/{house.antoine.id}/")
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("button", name="Leave in peace").click()
    sheet = page.get_by_role("dialog", name="Leave in peace")
    sheet.get_by_label("Because").fill("Asked for quiet until June.")
    sheet.get_by_role("button", name="Keep").click()
    expect(page.get_by_text("Asked for quiet until June.")).to_be_visible()
    camille.go("/")
    expect(page.locator("details.q .who", has_text="Antoine")).to_have_count(0)
    camille.go(f"/clients/{house.antoine.id}/")
    page.get_by_role("button", name="Lift").first.click()
    sheet = page.get_by_role("dialog", name="Lift the hold")
    sheet.get_by_label("Because").fill("He called.")
    sheet.get_by_role("button", name="Lift").click()
    expect(page.get_by_text("Asked for quiet until June.")).to_have_count(0)


def test_a_visit_without_a_name_is_given_one_on_the_closing_page(camille, house):
    page = camille.go("/closing/")
    asked = page.locator("section").filter(has_text="Do you know the name by now?")
    asked.get_by_role("combobox").select_option(label=str(asked.get_by_role("option").nth(1).text_content()))
    asked.get_by_role("button", name="Keep").click()
    assert not Presence.objects.filter(encounter=house.unnamed, client__display="").exists()
