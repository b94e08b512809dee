"""A note is spoken and photographed: a real browser with a microphone that says a real sentence, and the model that hears it."""

from __future__ import annotations

import io
import json
import wave

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from bench import speaking
from carnet.capture import tasks
from carnet.capture.kinds import RecordingState
from carnet.capture.models import Picture, Recording, SoundPart
from carnet.capture.queries import pictures, sounding
from carnet.capture.rules import typist
from carnet.integrations.speech.hearing import sound as sounds
from carnet.integrations.speech.kinds import Local
from carnet.integrations.speech.typing_up import OnThisServer
from carnet.interactions.models import Encounter
from tests.journeys.conftest import DESK, PHONE, patiently
from tests.journeys.test_without_a_signal import DEVICE, DUMP, until

SAID = speaking.notes("en")[0]
WORDS = "They liked the long chain."
RATE = 16_000
RECORDED = """(bytes) => {
  window.MediaRecorder = class extends EventTarget {
    static isTypeSupported(type) { return type.startsWith("audio/webm"); }
    state = "inactive";
    start() { this.state = "recording"; }
    stop() {
      this.state = "inactive";
      const data = new Blob([Uint8Array.from({ length: bytes }, (_, at) => at % 251)]);
      this.dispatchEvent(Object.assign(new Event("dataavailable"), { data }));
      this.dispatchEvent(new Event("stop"));
    }
  };
}"""


class Listener:
    """A typist of the test's own, where what is heard does not matter."""

    model = "listener"

    def type_up(self, sound, language, told):
        told(0.5)
        return typist.Typed(WORDS, 2.0)


@pytest.fixture(scope="module")
def spoken_wav(tmp_path_factory):
    """What the browser's microphone hears: one note, and a moment of silence."""
    heard = np.frombuffer(sounds.decoded(SAID.sound), dtype=np.float32)
    quiet = np.zeros(RATE, dtype=np.float32)
    path = tmp_path_factory.mktemp("said") / "note.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes((np.concatenate([heard, quiet]) * 32_000).astype("<i2").tobytes())
    return path, len(heard) / RATE


@pytest.fixture(scope="module")
def browser(browser_type, browser_type_launch_args, spoken_wav):
    """One with a microphone, that asks nobody whether it may listen."""
    given = [
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-audio-capture={spoken_wav[0]}",
    ]
    opened = browser_type.launch(**browser_type_launch_args | {"args": [*browser_type_launch_args["args"], *given]})
    yield opened
    opened.close()


@pytest.fixture
def listener(monkeypatch):
    monkeypatch.setattr(typist.Port, "typist", Listener())


@pytest.fixture
def camille(open_context, house, listener, request):
    """Camille on her phone, once it may keep notes."""
    journey = open_context(getattr(request, "param", PHONE), permissions=["microphone"])
    journey.sign_in(house.camille)
    may_keep(journey.go("/"))
    return journey


def may_keep(page):
    # Looking for what is not there yet would make it, and empty.
    until(page, "indexedDB.databases().then((all) => all.length > 0)")
    until(page, DEVICE)


def open_note(journey, house):
    page = journey.go(f"/notes/?client={house.antoine.id}")
    expect(page.get_by_role("button", name="Speak")).to_be_visible()
    return page


def microphone(page):
    return page.get_by_role("button", name="Speak")


def say(page, seconds=1.2):
    """A tap, some seconds, a tap."""
    microphone(page).click()
    expect(microphone(page)).to_have_attribute("aria-pressed", "true")
    page.wait_for_timeout(seconds * 1_000)
    microphone(page).click()
    expect(microphone(page)).to_have_attribute("aria-pressed", "false")


def arrived(page, count=1):
    """Once all of it is in the house."""
    ready = Recording.objects.filter(state=RecordingState.READY).order_by("received_at")
    assert patiently(page, lambda: ready.count() >= count), list(Recording.objects.values())
    return list(ready)


def type_up(page):
    """The worker's turn."""
    for recording in arrived(page):
        tasks.type_up(str(recording.id))


def keep(page):
    page.get_by_role("button", name="Keep", exact=True).click()


def box(page):
    return page.get_by_label("In your words")


@pytest.mark.parametrize("camille", [PHONE, DESK], indirect=True, ids=["phone", "desk"])
def test_spoken_typed_up_corrected_and_kept(camille, house, spoken_wav, monkeypatch):
    heard = OnThisServer(Local(None))
    monkeypatch.setattr(typist.Port, "typist", heard)
    page = open_note(camille, house)
    box(page).fill("Antoine:")
    say(page, spoken_wav[1] + 0.3)
    type_up(page)
    heard.hearing.end()
    expect(page.get_by_text("Typed up, sound erased")).to_be_visible()
    typed = box(page).input_value()
    assert typed.startswith("Antoine: ")
    assert speaking.error_rate([(SAID.said, typed.removeprefix("Antoine: "))], "en") <= 0.45
    assert not SoundPart.objects.exists()
    box(page).press("End")
    box(page).type(" Corrected.")
    keep(page)
    expect(page.locator("ol.story li").first).to_contain_text("Corrected.")
    assert Encounter.objects.get(words__contains="Corrected.").words == f"{typed} Corrected."
    assert Recording.objects.get().words == ""


def test_kept_before_its_words_came_they_join_it(camille, house):
    page = open_note(camille, house)
    say(page)
    box(page).fill("Came alone.")
    keep(page)
    expect(page.get_by_text("What you said is being typed up.")).to_be_visible()
    expect(page.locator("ol.story li").first).to_contain_text("Being typed up")
    type_up(page)
    page.reload()
    expect(page.locator("ol.story li").first).to_contain_text("Typed up, sound erased")
    assert Encounter.objects.get(words__contains="Came alone.").words == f"Came alone.\n{WORDS}"


@pytest.mark.parametrize("after", [0, 40, 120, 300, 550, 900])
def test_kept_at_the_moment_its_words_come_it_has_them_once(camille, house, after):
    page = open_note(camille, house)
    say(page)
    recording = arrived(page)[0]
    page.evaluate("(after) => setTimeout(() => document.querySelector('form.log').requestSubmit(), after)", after)
    tasks.type_up(str(recording.id))
    expect(page.get_by_text("Kept in the story.")).to_be_visible()
    assert Encounter.objects.get(mutation=recording.note).words == WORDS
    assert Recording.objects.get().words == ""


def test_kept_while_she_still_speaks(camille, house):
    page = open_note(camille, house)
    microphone(page).click()
    expect(microphone(page)).to_have_attribute("aria-pressed", "true")
    page.wait_for_timeout(1_200)
    keep(page)
    expect(page.get_by_text("What you said is being typed up.")).to_be_visible()
    type_up(page)
    assert Encounter.objects.get(mutation=Recording.objects.get().note).words == WORDS


def test_it_listens_within_a_third_of_a_second(camille, house):
    page = open_note(camille, house)
    page.evaluate("""() => {
      const button = document.querySelector("[data-speak]");
      button.addEventListener("pointerdown", () => { window.since = performance.now(); }, true);
      new MutationObserver(() => { window.took ??= performance.now() - window.since; })
        .observe(button, { attributes: true, attributeFilter: ["aria-pressed"] });
    }""")
    microphone(page).click()
    expect(microphone(page)).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("window.took") <= 300


def test_held_it_listens_until_it_is_let_go(camille, house):
    page = open_note(camille, house)
    microphone(page).hover()
    page.mouse.down()
    expect(microphone(page)).to_have_attribute("aria-pressed", "true")
    page.wait_for_timeout(1_300)
    page.mouse.up()
    expect(microphone(page)).to_have_attribute("aria-pressed", "false")
    assert len(sounding.sound_of(arrived(page)[0])) > 1_000


def test_by_keyboard(camille, house):
    page = open_note(camille, house)
    microphone(page).focus()
    page.keyboard.press("Space")
    expect(microphone(page)).to_have_attribute("aria-pressed", "true")
    page.wait_for_timeout(1_100)
    page.keyboard.press("Space")
    expect(microphone(page)).to_have_attribute("aria-pressed", "false")
    arrived(page)


def test_without_a_signal_the_sound_waits_and_follows(camille, house):
    page = open_note(camille, house)
    box(page).fill("In the basement.")
    camille.context.set_offline(True)
    say(page)
    expect(page.get_by_text("The sound waits on this phone, sealed.")).to_be_visible()
    camille.context.set_offline(False)
    type_up(page)
    expect(box(page)).to_have_value(f"In the basement. {WORDS}")


def test_kept_without_a_signal_both_follow(open_context, house, listener):
    journey = open_context(PHONE, permissions=["microphone"], service_workers="allow")
    journey.sign_in(house.camille)
    page = journey.go("/")
    until(page, "navigator.serviceWorker.controller !== null && caches.keys().then((names) => names.length === 1)")
    may_keep(page)
    journey.go(f"/clients/{house.antoine.id}/")
    journey.context.set_offline(True)
    page.get_by_role("navigation", name="Places").get_by_role("link", name="Note").click()
    page.get_by_role("dialog").get_by_label("In your words").fill("In the basement.")
    say(page)
    expect(page.get_by_text("The sound waits on this phone, sealed.")).to_be_visible()
    assert "OpusHead" not in json.dumps(page.evaluate(DUMP))
    keep(page)
    expect(page.locator("[data-kept-here]")).to_have_text("1 note kept on this phone")
    journey.context.set_offline(False)
    expect(page.locator("[data-kept-here]")).to_be_hidden()
    type_up(page)
    assert Encounter.objects.get(words__contains="basement").words == f"In the basement.\n{WORDS}"


def test_thrown_away_nothing_of_it_is_anywhere(camille, house):
    page = open_note(camille, house)
    say(page)
    recording = arrived(page)[0]
    page.get_by_role("button", name="Throw away").click()
    expect(page.get_by_text("Thrown away.")).to_be_visible()
    assert patiently(page, Recording.objects.filter(id=recording.id, because="thrown_away").exists)
    assert not SoundPart.objects.exists()
    keep(page)
    expect(page.get_by_text("Kept in the story.")).to_be_visible()
    assert Encounter.objects.get(mutation=recording.note).words == ""


def test_thrown_away_while_she_speaks(camille, house):
    page = open_note(camille, house)
    microphone(page).click()
    expect(microphone(page)).to_have_attribute("aria-pressed", "true")
    page.wait_for_timeout(1_200)
    page.get_by_role("button", name="Throw away").click()
    expect(microphone(page)).to_have_attribute("aria-pressed", "false")
    expect(page.locator("input[name=recordings]")).to_have_count(0)
    keep(page)
    expect(page.get_by_text("Kept in the story.")).to_be_visible()
    assert not Recording.objects.exists()


@pytest.mark.parametrize("seconds", [0.8, 2.5])
def test_a_page_that_is_closed_in_the_middle_keeps_it_up_to_there(camille, house, seconds):
    page = open_note(camille, house)
    microphone(page).click()
    expect(microphone(page)).to_have_attribute("aria-pressed", "true")
    page.wait_for_timeout(seconds * 1_000 + 300)
    page.goto("about:blank")
    open_note(camille, house)
    type_up(page)
    expect(box(page)).to_have_value(WORDS)
    keep(page)
    expect(page.get_by_text("Kept in the story.")).to_be_visible()
    assert Encounter.objects.get(mutation=Recording.objects.get().note).words == WORDS


def test_a_note_that_is_put_away_and_opened_again_still_gets_its_words(camille, house):
    page = open_note(camille, house)
    say(page)
    recording = arrived(page)[0]
    page.wait_for_timeout(400)
    page.goto("about:blank")
    tasks.type_up(str(recording.id))
    open_note(camille, house)
    expect(box(page)).to_have_value(WORDS)
    assert page.locator("[name=mutation]").input_value() == str(recording.note)


def test_a_long_one_is_cut_into_stretches(camille, house):
    page = open_note(camille, house)
    page.evaluate(f"({RECORDED})(1_300_000)")
    say(page, 0)
    recording = arrived(page)[0]
    assert recording.parts == 3
    assert sounding.sound_of(recording) == bytes(at % 251 for at in range(1_300_000))


def test_where_nobody_types_up_her_keyboard_does(camille, house, monkeypatch):
    monkeypatch.setattr(typist.Port, "typist", None)
    page = open_note(camille, house)
    microphone(page).click()
    expect(page.get_by_text("Use the microphone key of your keyboard.", exact=True)).to_be_visible()
    expect(box(page)).to_be_focused()


def test_a_model_that_is_gone_since_keeps_the_sound(camille, house, monkeypatch):
    page = open_note(camille, house)
    monkeypatch.setattr(typist.Port, "typist", None)
    say(page)
    type_up(page)
    expect(page.get_by_text("The sound is kept, and waits to be typed up.")).to_be_visible()
    assert SoundPart.objects.exists()


def test_refused_the_words_are_typed(camille, house):
    page = open_note(camille, house)
    page.evaluate(
        "() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError')); }"
    )
    microphone(page).click()
    expect(page.get_by_text("This browser may not listen.")).to_be_visible()
    expect(box(page)).to_be_focused()
    expect(microphone(page)).to_have_attribute("aria-pressed", "false")


def test_without_script_nothing_is_offered_that_does_not_work(open_context, house):
    journey = open_context(PHONE, java_script_enabled=False)
    journey.sign_in(house.camille)
    page = journey.go(f"/notes/?client={house.antoine.id}")
    expect(page.get_by_role("button", name="Speak")).to_have_count(0)
    expect(page.locator("input[type=file]")).to_be_hidden()


def photograph(width, height):
    """With where it was taken in it."""
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "CANARY-CAMERA"
    noise = np.random.default_rng(7).integers(0, 255, (height // 8, width // 8, 3), dtype=np.uint8)
    Image.fromarray(noise).resize((width, height)).save(file, "JPEG", exif=exif)
    return {"name": "canary.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()}


def test_pictures_are_made_small_shown_removed_and_kept(camille, house):
    page = open_note(camille, house)
    expect(page.get_by_text("Pieces and repairs only, never a person.")).to_be_visible()
    page.locator("input[type=file]").set_input_files([photograph(3_000, 2_000), photograph(600, 800)])
    shown = page.get_by_role("img", name="A picture of the piece")
    expect(shown).to_have_count(2)
    assert "CANARY" not in json.dumps(page.evaluate(DUMP))
    page.get_by_role("button", name="Remove").last.click()
    expect(shown).to_have_count(1)
    keep(page)
    expect(page.get_by_text("Kept in the story.")).to_be_visible()
    picture = Picture.objects.get()
    assert (picture.width, picture.height) == (1_600, 1_067)
    assert picture.encounter is not None
    assert b"CANARY" not in pictures.seen_in(picture)
    page.reload()
    expect(page.locator("ol.story li").first.locator("img")).to_have_count(1)


def test_pictures_outlast_a_page_that_is_closed(camille, house):
    page = open_note(camille, house)
    page.locator("input[type=file]").set_input_files([photograph(800, 600)])
    expect(page.get_by_role("img", name="A picture of the piece")).to_have_count(1)
    page.wait_for_timeout(500)
    page.goto("about:blank")
    open_note(camille, house)
    expect(page.get_by_role("img", name="A picture of the piece")).to_have_count(1)
    keep(page)
    expect(page.get_by_text("Kept in the story.")).to_be_visible()
    assert Picture.objects.count() == 1


def test_what_is_no_picture_says_so(camille, house):
    page = open_note(camille, house)
    page.locator("input[type=file]").set_input_files(
        [{"name": "x.jpg", "mimeType": "image/jpeg", "buffer": b"no picture"}]
    )
    expect(page.get_by_text("That is no picture: a JPEG, PNG or WebP.")).to_be_visible()
